/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that an import has held back, because there is something about it that the analyst should see before it goes
 * into the library: letters that were lost, an encoding that is not sure, a table whose columns have to be chosen. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum {
  BAYAN_HELD_WAITING,
  BAYAN_HELD_IMPORTING, /* the analyst has said yes, and it is on its way */
  BAYAN_HELD_IMPORTED,
  BAYAN_HELD_KNOWN,     /* the library had it already */
  BAYAN_HELD_SKIPPED,   /* the analyst has said no */
} BayanHeldState;

#define BAYAN_TYPE_HELD_FILE (bayan_held_file_get_type ())
G_DECLARE_FINAL_TYPE (BayanHeldFile, bayan_held_file, BAYAN, HELD_FILE, GObject)

const char *bayan_held_file_get_name (BayanHeldFile *self);     /* the file's, for showing */
const char *bayan_held_file_get_uri (BayanHeldFile *self);      /* nullable */
BayanHeldState bayan_held_file_get_state (BayanHeldFile *self); /* property "state" */
GPtrArray *bayan_held_file_get_doubts (BayanHeldFile *self);    /* of BayanDoubt, without places */
const GError *bayan_held_file_get_error (BayanHeldFile *self);  /* why it could not be read, or not be imported; nullable */
const char *bayan_held_file_get_charset (BayanHeldFile *self);  /* what it will be read in; nullable: not known */
void bayan_held_file_set_charset (BayanHeldFile *self, const char *charset);

/* Tables: what a column says of the statement in its row. The names of bayan-table.h, which ui does not see. */
typedef enum {
  BAYAN_TABLE_ROLE_NONE,
  BAYAN_TABLE_ROLE_TEXT,
  BAYAN_TABLE_ROLE_TITLE,
  BAYAN_TABLE_ROLE_SUBTITLE,
  BAYAN_TABLE_ROLE_DATE,
  BAYAN_TABLE_ROLE_OUTLET,
  BAYAN_TABLE_ROLE_ISSUER,
  BAYAN_TABLE_ROLE_AUTHOR,
  BAYAN_TABLE_ROLE_ADDRESS,
  BAYAN_TABLE_ROLE_LANGUAGE,
  BAYAN_TABLE_N_ROLES
} BayanTableRole;

gboolean bayan_held_file_get_is_table (BayanHeldFile *self);
guint bayan_held_file_get_n_columns (BayanHeldFile *self);
const char *bayan_held_file_get_column_name (BayanHeldFile *self, guint column);
guint bayan_held_file_get_n_samples (BayanHeldFile *self); /* rows that can be shown */
const char *bayan_held_file_get_sample (BayanHeldFile *self, guint row, guint column);
BayanTableRole bayan_held_file_get_role (BayanHeldFile *self, guint column);
void bayan_held_file_set_role (BayanHeldFile *self, guint column, BayanTableRole role);

G_END_DECLS
