/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a text is a table of separated values. Ordinary statements have commas too, and some have tabs: only what
 * cannot well be anything else is taken for a table. */
#include <string.h>

#include "bayan-table-private.h"

#define MAX_RECORDS 200
#define MAX_HEADER_BYTES 120
/* A statement is longer than what stands beside it. */
#define LONG_BYTES 150
#define MIN_COLUMNS 2

typedef struct {
  guint n_columns, n_known;             /* of the first record */
  gboolean short_header;                /* its cells look like names */
  guint n_rows, n_regular;              /* behind the first; those with as many cells */
  guint n_quoted;                       /* records with a quoted cell */
  gsize bytes[BAYAN_TABLE_MAX_COLUMNS]; /* of the cells of each column, without the first record */
  gsize first[BAYAN_TABLE_MAX_COLUMNS]; /* of the cells of the first record */
} Survey;

static gboolean
is_name (const char *cell, gsize length)
{
  g_autofree char *text = g_strstrip (g_strndup (cell, length));

  return *text != '\0' && length <= MAX_HEADER_BYTES && strchr (text, '\n') == NULL
         && strspn (text, "0123456789 .,:/-") < strlen (text) && strstr (text, "://") == NULL;
}

static void
survey_first (Survey *self, const BayanCsv *csv, const BayanCsvRecord *record, const GArray *cells)
{
  gboolean seen[BAYAN_COLUMN_N_ROLES] = { FALSE };

  self->n_columns = record->n_cells;
  self->short_header = TRUE;
  for (guint i = 0; i < cells->len; i++)
    {
      const BayanCsvCell *cell = &g_array_index (cells, BayanCsvCell, i);
      g_autofree char *name = bayan_csv_dup_cell (csv, cell);
      BayanColumnRole role = strlen (name) <= MAX_HEADER_BYTES ? bayan_column_role_of_name (name)
                                                               : BAYAN_COLUMN_NONE;

      self->first[i] = cell->end - cell->start;
      self->short_header &= is_name (name, strlen (name));
      self->n_known += role != BAYAN_COLUMN_NONE && !seen[role];
      seen[role] = TRUE;
    }
}

static void
survey_row (Survey *self, const BayanCsvRecord *record, const GArray *cells)
{
  self->n_rows++;
  self->n_regular += record->n_cells == self->n_columns;
  for (guint i = 0; i < cells->len; i++)
    self->bytes[i] += g_array_index (cells, BayanCsvCell, i).end
                      - g_array_index (cells, BayanCsvCell, i).start;
}

static gboolean
has_quotes (const GArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    if (g_array_index (cells, BayanCsvCell, i).quoted)
      return TRUE;
  return FALSE;
}

/* @is_whole: the bytes are not cut off somewhere */
static void
survey (Survey *self, const char *data, gsize size, gboolean is_whole, char separator)
{
  BayanCsv csv = { data, size, 0, separator, FALSE };
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (BayanCsvCell));
  BayanCsvRecord record;

  memset (self, 0, sizeof *self);
  for (guint i = 0; i < MAX_RECORDS && bayan_csv_next (&csv, &record, cells); i++)
    {
      /* A record that is cut off says nothing; neither does one in which a quote may be closed farther on. */
      if (!is_whole && (!record.is_whole || record.unclosed))
        break;
      self->n_quoted += has_quotes (cells);
      if (i == 0)
        survey_first (self, &csv, &record, cells);
      else
        survey_row (self, &record, cells);
      if (i == 0 && (self->n_columns < MIN_COLUMNS || self->n_columns > BAYAN_TABLE_MAX_COLUMNS))
        break;
    }
}

/* The column with the longest cells; their mean length is @mean_bytes. */
static guint
find_longest (const Survey *self, gsize *mean_bytes)
{
  guint longest = 0;

  for (guint i = 1; i < self->n_columns; i++)
    if (self->bytes[i] > self->bytes[longest])
      longest = i;
  *mean_bytes = self->n_rows > 0 ? self->bytes[longest] / self->n_rows : 0;
  return longest;
}

/* The names of the columns are known: then a row may be wrong here and there. */
static gboolean
is_named_table (const Survey *self, gboolean is_head)
{
  if (self->n_known < 2 || !self->short_header)
    return FALSE;
  return is_head || (self->n_rows > 0 && self->n_regular * 2 >= self->n_rows);
}

/* They are not: then all has to fit, and there have to be long texts in one column. */
static gboolean
is_regular_table (const Survey *self, char separator, gboolean is_head, gboolean *has_header)
{
  gsize mean_bytes;
  guint longest = find_longest (self, &mean_bytes);

  *has_header = self->short_header && self->first[longest] < LONG_BYTES;
  if (self->n_regular < self->n_rows || (self->n_quoted == 0 && (separator == ',' || self->n_columns < 3)))
    return is_head && self->short_header && self->n_rows == 0;
  if (is_head && self->n_rows == 0)
    return self->short_header || self->n_quoted > 0;
  return self->n_rows >= 2 && mean_bytes >= LONG_BYTES && (*has_header || self->first[longest] >= LONG_BYTES)
         && self->n_columns >= MIN_COLUMNS;
}

/**
 * bayan_csv_find_shape:
 * @is_whole: @data is not cut off somewhere
 * @is_head: only the first kilobytes are looked at, to see whether it is worth to read more
 * @shape: (out)
 *
 * Returns: whether @data is, or may be, a table
 */
gboolean
bayan_csv_find_shape (const char *data, gsize size, gboolean is_whole, gboolean is_head, BayanCsvShape *shape)
{
  static const char SEPARATORS[] = { '\t', ';', ',' };
  gsize line = 0;

  while (line < size && strchr ("\r\n", data[line]) != NULL)
    line++;
  for (guint i = 0; i < G_N_ELEMENTS (SEPARATORS); i++)
    {
      const char *end = memchr (data + line, '\n', size - line);
      gsize length = end != NULL ? (gsize) (end - data) - line : size - line;
      Survey found;

      if (memchr (data + line, SEPARATORS[i], length) == NULL)
        continue;
      survey (&found, data, size, is_whole, SEPARATORS[i]);
      *shape = (BayanCsvShape) { SEPARATORS[i], TRUE };
      if (found.n_columns < MIN_COLUMNS || found.n_columns > BAYAN_TABLE_MAX_COLUMNS)
        continue;
      if (is_named_table (&found, is_head)
          || is_regular_table (&found, SEPARATORS[i], is_head, &shape->has_header))
        return TRUE;
    }
  return FALSE;
}
