/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The source of a statement as text, with everything that cleaning left out at its place, and where each part of it
 * went. Made from a statement on any thread; immutable from then on.
 */
#pragma once

#include <gio/gio.h>

#include "bayan-statement.h"

G_BEGIN_DECLS

/* A byte of the source's text: a third coordinate beside raw and clean positions. */
typedef struct {
  guint32 byte;
} BayanSourcePos;

typedef enum {
  BAYAN_SOURCE_KEPT,     /* part of the clean text as it is */
  BAYAN_SOURCE_LEFT_OUT, /* cleaning, or the analyst, left it out */
  BAYAN_SOURCE_RESTORED, /* it was left out, and the analyst took it back */
  BAYAN_SOURCE_REPAIRED, /* other words stand for it in the clean text */
} BayanSourceState;

/* The segments follow one another without a gap and make up the whole text. */
typedef struct {
  BayanSourcePos start, end;
  BayanSourceState state;
  int region; /* index among the statement's removed regions; -1 for what was kept */
} BayanSourceSegment;

typedef struct _BayanSourceView BayanSourceView;

BayanSourceView *bayan_source_view_new (const BayanStatement *statement, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void bayan_source_view_new_async (BayanStatement *statement, GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer data);
BayanSourceView *bayan_source_view_new_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;
BayanSourceView *bayan_source_view_ref (BayanSourceView *self);
void bayan_source_view_unref (BayanSourceView *self);

const BayanStatement *bayan_source_view_get_statement (const BayanSourceView *self);
const char *bayan_source_view_get_text (const BayanSourceView *self, gsize *length_bytes);
guint bayan_source_view_get_n_segments (const BayanSourceView *self);
const BayanSourceSegment *bayan_source_view_get_segment (const BayanSourceView *self, guint i);
const BayanSourceSegment *bayan_source_view_find_segment (const BayanSourceView *self, BayanSourcePos at);
gboolean bayan_source_view_to_clean (const BayanSourceView *self, BayanSourcePos at, BayanCleanPos *clean);
BayanSourcePos bayan_source_view_from_clean (const BayanSourceView *self, BayanCleanPos clean);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanSourceView, bayan_source_view_unref)

G_END_DECLS
