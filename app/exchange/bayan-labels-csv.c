/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-labels-csv.h"

#include "bayan-csv.h"

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
  GString *text = bayan_csv_new (headings, G_N_ELEMENTS (headings), separator);

  for (guint i = 0; i < labels->len; i++)
    {
      const BayanOwnLabel *label = labels->pdata[i];
      char colour[16], key[2] = { label->key, '\0' };
      const char *cells[] = { label->group, label->name, colour, key, label->description };

      g_snprintf (colour, sizeof colour, "#%06x", label->colour);
      bayan_csv_add_row (text, cells, G_N_ELEMENTS (cells), separator);
    }
  return g_string_free (text, FALSE);
}
