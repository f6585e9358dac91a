/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-csv.h"

#include <string.h>

#include "bayan-csv-guard.h"

/* Spreadsheets take a file for UTF-8 that begins with it. */
#define BYTE_ORDER_MARK "\357\273\277"

/**
 * bayan_csv_new:
 * @separator: ',' or '\t'
 *
 * Returns: (transfer full): a table with the names of its columns
 */
GString *
bayan_csv_new (const char *const *headings, guint n_headings, char separator)
{
  GString *text = g_string_new (BYTE_ORDER_MARK);

  bayan_csv_add_row (text, headings, n_headings, separator);
  return text;
}

void
bayan_csv_add_row (GString *text, const char *const *cells, guint n_cells, char separator)
{
  for (guint i = 0; i < n_cells; i++)
    {
      if (i > 0)
        g_string_append_c (text, separator);
      bayan_csv_add_cell (text, cells[i], separator);
    }
  g_string_append (text, BAYAN_CSV_LINE_END);
}

/**
 * bayan_csv_add_cell:
 * @text: where to write
 * @cell: what it says, as it is
 * @separator: ',' or '\t': what the caller puts between cells
 */
void
bayan_csv_add_cell (GString *text, const char *cell, char separator)
{
  gboolean quoted = strpbrk (cell, "\"\r\n,;\t") != NULL || strchr (cell, separator) != NULL;

  if (quoted)
    g_string_append_c (text, '"');
  if (bayan_csv_needs_guard (cell))
    g_string_append_c (text, '\'');
  for (const char *p = cell; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *p);
    }
  if (quoted)
    g_string_append_c (text, '"');
}
