/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-labels-csv.h"

#include "bayan-csv.h"

/* Spreadsheets take a file for UTF-8 that begins with it. */
#define BYTE_ORDER_MARK "\357\273\277"
#define LINE_END "\r\n"

static void
add_line (GString *text, const char *const *cells, guint n_cells, char separator)
{
  for (guint i = 0; i < n_cells; i++)
    {
      if (i > 0)
        g_string_append_c (text, separator);
      bayan_csv_add_cell (text, cells[i], separator);
    }
  g_string_append (text, LINE_END);
}

/**
 * bayan_labels_csv_write:
 * @labels: (element-type BayanOwnLabel): in the order of the code book
 * @separator: ',' or '\t'
 *
 * Returns: (transfer full): the file, with a first line that names the columns. What is read from it is what was written
 */
char *
bayan_labels_csv_write (const GPtrArray *labels, char separator)
{
  static const char *const headings[] = { "group", "label", "colour", "key", "description" };
  GString *text = g_string_new (BYTE_ORDER_MARK);

  add_line (text, headings, G_N_ELEMENTS (headings), separator);
  for (guint i = 0; i < labels->len; i++)
    {
      const BayanOwnLabel *label = labels->pdata[i];
      char colour[16], key[2] = { label->key, '\0' };
      const char *cells[] = { label->group, label->name, colour, key, label->description };

      g_snprintf (colour, sizeof colour, "#%06x", label->colour);
      add_line (text, cells, G_N_ELEMENTS (cells), separator);
    }
  return g_string_free (text, FALSE);
}
