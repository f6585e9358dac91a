/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bayan-table-private.h"

/* Where the quoted cell whose quote stands before @at ends: at a quote with a separator, a line end or nothing behind
 * it. @size if none does. Other quotes are letters: not every program doubles them. */
static gsize
find_closing_quote (const BayanCsv *self, gsize at)
{
  while (at < self->size)
    {
      const char *quote = memchr (self->data + at, '"', self->size - at);
      gsize found = quote != NULL ? (gsize) (quote - self->data) : self->size;
      char next = found + 1 < self->size ? self->data[found + 1] : '\n';

      if (quote == NULL || next == self->separator || next == '\n' || next == '\r')
        return found;
      at = found + (next == '"' ? 2 : 1);
    }
  return self->size;
}

/* Where a cell without quotes ends. */
static gsize
find_cell_end (const BayanCsv *self, gsize at)
{
  while (at < self->size && self->data[at] != self->separator && self->data[at] != '\n'
         && !(self->data[at] == '\r' && (at + 1 == self->size || self->data[at + 1] == '\n')))
    at++;
  return at;
}

static void
read_cell (BayanCsv *self, BayanCsvCell *cell, BayanCsvRecord *record)
{
  *cell = (BayanCsvCell) { self->at, self->at, FALSE };
  if (!self->quotes_are_letters && self->at < self->size && self->data[self->at] == '"')
    {
      gsize end = find_closing_quote (self, self->at + 1);

      if (end < self->size)
        {
          *cell = (BayanCsvCell) { self->at + 1, end, TRUE };
          self->at = end + 1;
          return;
        }
      /* Looked for to the end once, and never again. */
      self->quotes_are_letters = TRUE;
      record->unclosed = TRUE;
    }
  self->at = cell->end = find_cell_end (self, self->at);
}

static void
skip_empty_lines (BayanCsv *self)
{
  while (self->at < self->size && (self->data[self->at] == '\n' || self->data[self->at] == '\r'))
    self->at++;
}

/**
 * bayan_csv_next:
 * @cells: (element-type BayanCsvCell): set to the first BAYAN_TABLE_MAX_COLUMNS cells
 *
 * Returns: FALSE at the end. Empty lines are no records. All records together take time linear in the size
 */
gboolean
bayan_csv_next (BayanCsv *self, BayanCsvRecord *record, GArray *cells)
{
  BayanCsvCell cell;

  skip_empty_lines (self);
  *record = (BayanCsvRecord) { self->at, self->at, FALSE, FALSE, 0 };
  g_array_set_size (cells, 0);
  if (self->at >= self->size)
    return FALSE;
  do
    {
      self->at += record->n_cells > 0;
      read_cell (self, &cell, record);
      if (record->n_cells++ < BAYAN_TABLE_MAX_COLUMNS)
        g_array_append_val (cells, cell);
    }
  while (self->at < self->size && self->data[self->at] == self->separator);
  record->end = self->at;
  record->is_whole = self->at < self->size;
  return TRUE;
}

/**
 * bayan_csv_dup_cell:
 *
 * Returns: (transfer full): the bytes of @cell, with doubled quotes as one
 */
char *
bayan_csv_dup_cell (const BayanCsv *self, const BayanCsvCell *cell)
{
  char *text = g_strndup (self->data + cell->start, cell->end - cell->start), *to = text;

  if (!cell->quoted)
    return text;
  for (const char *from = text; *from != '\0'; from++)
    {
      *to++ = *from;
      from += from[0] == '"' && from[1] == '"';
    }
  *to = '\0';
  return text;
}
