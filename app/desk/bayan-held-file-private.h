/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bayan-held-file.h"
#include "bayan-source.h"
#include "bayan-table.h"

G_BEGIN_DECLS

BayanHeldFile *bayan_held_file_new (BayanSource *source, const BayanStatement *statement, const GError *error);
BayanHeldFile *bayan_held_file_new_table (BayanSource *source, BayanTable *table, gsize size_bytes);
BayanSource *bayan_held_file_make_source (BayanHeldFile *self); /* with what the analyst has said */
GArray *bayan_held_file_copy_roles (BayanHeldFile *self); /* of BayanColumnRole; NULL: it is no table */
void bayan_held_file_apply_roles (GArray *roles, BayanTable *table);
void bayan_held_file_take_table (BayanHeldFile *self, BayanTable *table); /* read anew, in another encoding */
const char *bayan_held_file_get_sha256 (BayanHeldFile *self); /* nullable: it could not be read, or is a table */
const char *bayan_held_file_get_key (BayanHeldFile *self);    /* by which it is known again; nullable */
gsize bayan_held_file_get_size_bytes (BayanHeldFile *self);   /* what it keeps in memory */

/* Main thread. @number: the import that it belongs to, see bayan-import-writer.h */
void bayan_held_file_set_number (BayanHeldFile *self, gint64 *number);
gint64 *bayan_held_file_get_number (BayanHeldFile *self);
void bayan_held_file_set_state (BayanHeldFile *self, BayanHeldState state);
void bayan_held_file_set_error (BayanHeldFile *self, const GError *error);

G_END_DECLS
