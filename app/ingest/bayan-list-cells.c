/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-list-cells.h"

#include <string.h>

#include "bayan-csv-guard.h"

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
