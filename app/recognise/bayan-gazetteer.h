/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the tables of data/gazetteer, and makes a lexicon of them. Private to this room. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Calls @row for each line of a table behind its heading; @fields has at least @n_fields values, "" where a
 * line has fewer. */
typedef void (*BayanTableRow) (char **fields, gpointer data);

void
bayan_table_foreach (const char *text, gsize length_bytes, guint n_fields, BayanTableRow row, gpointer data);

/* Calls @func for each name that a column stands for, in which | separates variants and {a/b/} stands for each of its
 * alternatives. */
typedef void (*BayanTableName) (const char *name, gpointer data);

void bayan_table_foreach_name (const char *variants, BayanTableName func, gpointer data);

GBytes *bayan_gazetteer_get_table (const char *table, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *bayan_gazetteer_compile (GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
