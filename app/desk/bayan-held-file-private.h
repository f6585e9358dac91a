/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bayan-held-file.h"
#include "bayan-source.h"

G_BEGIN_DECLS

BayanHeldFile *bayan_held_file_new (BayanSource *source, const BayanStatement *statement, const GError *error);
BayanSource *bayan_held_file_get_source (BayanHeldFile *self);
const char *bayan_held_file_get_sha256 (BayanHeldFile *self); /* nullable: it could not be read */
gsize bayan_held_file_get_size_bytes (BayanHeldFile *self);   /* what it keeps in memory */
gboolean bayan_held_file_get_chosen (BayanHeldFile *self);    /* the analyst chose the character set */

/* Main thread. @number: the import that it belongs to, see bayan-import-writer.h */
void bayan_held_file_set_number (BayanHeldFile *self, gint64 *number);
gint64 *bayan_held_file_get_number (BayanHeldFile *self);
void bayan_held_file_set_state (BayanHeldFile *self, BayanHeldState state);
void bayan_held_file_set_error (BayanHeldFile *self, const GError *error);

G_END_DECLS
