/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-csv.h"

#include <string.h>

#include "bayan-csv-guard.h"

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
