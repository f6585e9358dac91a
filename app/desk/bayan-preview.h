/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A source as it would be read with a certain encoding, or certain columns, before anything is kept of it. */
#pragma once

#include "bayan-held-file.h"
#include "bayan-statement.h"

G_BEGIN_DECLS

typedef struct {
  BayanStatement *statement; /* nullable: it cannot be read so */
  GError *error;             /* nullable: why */
  char **charsets;           /* nullable: all character sets, the likeliest first; NULL where there is nothing to choose */
} BayanPreview;

void bayan_preview_free (BayanPreview *self);

void bayan_preview_held_async (BayanHeldFile *held, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
BayanPreview *bayan_preview_held_finish (BayanHeldFile *held, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void bayan_preview_statement_async (const BayanStatement *statement, const char *charset, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer data);
BayanPreview *bayan_preview_statement_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanPreview, bayan_preview_free)

G_END_DECLS
