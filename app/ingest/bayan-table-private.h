/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of bayan-table.h. Private to the room. */
#pragma once

#include "bayan-charset.h"
#include "bayan-table.h"

G_BEGIN_DECLS

/* Separated values, RFC 4180: one record after the other. Bytes in any character set that has ASCII in it. */
typedef struct {
  const char *data;
  gsize size, at;
  char separator;
  gboolean quotes_are_letters; /* from here on no quote is closed */
} BayanCsv;

typedef struct {
  gsize start, end; /* without the quotes around it */
  gboolean quoted;
} BayanCsvCell;

typedef struct {
  gsize start, end;
  gboolean is_whole; /* it does not just end because the bytes do */
  gboolean unclosed; /* a quote in it is never closed */
  guint n_cells;     /* may be more than were kept */
} BayanCsvRecord;

gboolean bayan_csv_next (BayanCsv *self, BayanCsvRecord *record, GArray *cells);
char *bayan_csv_dup_cell (const BayanCsv *self, const BayanCsvCell *cell);

/* What separates the cells of a table, and how sure that is. */
typedef struct {
  char separator;
  gboolean has_header;
} BayanCsvShape;

gboolean bayan_csv_find_shape (const char *data, gsize size, gboolean is_whole, gboolean is_head, BayanCsvShape *shape);

/* JSON objects, one after the other: each on its line, in a list, or one behind the other. */
typedef struct {
  const char *data;
  gsize size, at;
  gboolean in_lines;
} BayanJsonRecords;

typedef struct {
  gsize start, end;
  gboolean is_whole, too_deep;
} BayanJsonRecord;

gboolean bayan_json_is_likely (const char *data, gsize size);
gsize bayan_json_find_list (const char *data, gsize size);
void bayan_json_records_init (BayanJsonRecords *self, const char *data, gsize size, gsize start);
gboolean bayan_json_records_next (BayanJsonRecords *self, BayanJsonRecord *record);
gboolean bayan_json_read_cells (const char *text, gsize length, GPtrArray *names, gboolean add_names, GPtrArray *cells);

/* The table itself */
struct _BayanTable {
  gatomicrefcount ref_count;
  GBytes *raw; /* in a character set that has ASCII in it: UTF-16 is UTF-8 by now */
  BayanCharset charset;
  BayanFormat format;
  BayanCsvShape shape; /* of a CSV */
  gsize json_start;    /* where the objects begin */
  gboolean too_deep;   /* an object that was looked at is nested too deep */
  GPtrArray *names;    /* of char */
  GPtrArray *samples;  /* of GPtrArray of char */
  BayanColumnRole roles[BAYAN_TABLE_MAX_COLUMNS];
};

GPtrArray *bayan_table_new_cells (void);
void bayan_table_decode_cells (const BayanTable *self, const BayanCsv *csv, const GArray *cells, GPtrArray *decoded);

/* What is in a column */
BayanColumnRole bayan_column_role_of_name (const char *name);
void bayan_table_guess_roles (const GPtrArray *names, const GPtrArray *samples, BayanColumnRole *roles);
char *bayan_table_read_date (const char *cell);

G_END_DECLS
