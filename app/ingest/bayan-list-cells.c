/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-list-cells.h"

#include <string.h>

#include "bayan-csv-guard.h"
#include "bayan-name-list.h"

/* A sign that keeps a spreadsheet from calculating with the cell (see bayan-csv-guard.h) is no part of the words. */
char *
bayan_list_dup_cell (const BayanCsv *csv, const BayanCsvCell *cell)
{
  char *text = bayan_csv_dup_cell (csv, cell);

  if (bayan_csv_is_guarded (text))
    memmove (text, text + 1, strlen (text));
  return text;
}

/* What stands most often in the first line */
char
bayan_list_find_separator (const char *text, gsize size)
{
  static const char separators[] = { ',', '\t', ';' };
  const char *end = memchr (text, '\n', size);
  gsize length = end != NULL ? (gsize) (end - text) : size;
  guint counts[G_N_ELEMENTS (separators)] = { 0 };
  guint best = 0;

  for (gsize i = 0; i < length; i++)
    for (guint s = 0; s < G_N_ELEMENTS (separators); s++)
      counts[s] += text[i] == separators[s];
  for (guint s = 1; s < G_N_ELEMENTS (separators); s++)
    if (counts[s] > counts[best])
      best = s;
  return separators[best];
}

/**
 * bayan_list_find_columns:
 * @names: (element-type utf8): what stands in the first line
 * @places: (out caller-allocates): of each column among @names, the first where two are called so; -1 for none
 */
void
bayan_list_find_columns (const GPtrArray *names, const BayanListHeading *headings, guint n_headings, int *places,
                         guint n_columns)
{
  for (guint c = 0; c < n_columns; c++)
    places[c] = -1;
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *clean = bayan_name_list_clean (names->pdata[i]);
      g_autofree char *lower = g_utf8_strdown (clean, -1);

      for (guint h = 0; h < n_headings; h++)
        if (strcmp (headings[h].name, lower) == 0 && places[headings[h].column] < 0)
          places[headings[h].column] = (int) i;
    }
}
