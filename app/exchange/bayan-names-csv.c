/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-names-csv.h"

#include <string.h>

#include "bayan-csv.h"

/* Spreadsheets take a file for UTF-8 that begins with it. */
#define BYTE_ORDER_MARK "\357\273\277"
#define LINE_END "\r\n"

/* With a bar between them; one in a spelling has a backslash before it. */
static char *
join_spellings (char *const *spellings)
{
  GString *joined = g_string_new (NULL);

  for (; *spellings != NULL; spellings++)
    {
      if (joined->len > 0)
        g_string_append_c (joined, '|');
      for (const char *p = *spellings; *p != '\0'; p++)
        {
          if (*p == '|' || *p == '\\')
            g_string_append_c (joined, '\\');
          g_string_append_c (joined, *p);
        }
    }
  return g_string_free (joined, FALSE);
}

/**
 * bayan_names_csv_write:
 * @names: (element-type BayanOwnName)
 * @separator: ',' or '\t'
 *
 * Returns: (transfer full): the file, with a first line that names the columns. What is read from it is what was written,
 *   but for where the names came from
 */
char *
bayan_names_csv_write (const GPtrArray *names, char separator)
{
  static const char *const headings[] = { "type", "name", "spellings", "country", "entity" };
  GString *text = g_string_new (BYTE_ORDER_MARK);

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    g_string_append_printf (text, "%s%c", headings[i], separator);
  g_string_truncate (text, text->len - 1);
  g_string_append (text, LINE_END);
  for (guint i = 0; i < names->len; i++)
    {
      const BayanOwnName *name = names->pdata[i];
      g_autofree char *spellings = join_spellings (name->spellings);
      const char *cells[] = { bayan_mention_type_to_string (name->type), name->name, spellings,
                              name->iso3 != NULL ? name->iso3 : "", name->key != NULL ? name->key : "" };

      for (guint c = 0; c < G_N_ELEMENTS (cells); c++)
        {
          if (c > 0)
            g_string_append_c (text, separator);
          bayan_csv_add_cell (text, cells[c], separator);
        }
      g_string_append (text, LINE_END);
    }
  return g_string_free (text, FALSE);
}
