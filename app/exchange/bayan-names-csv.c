/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-names-csv.h"

#include <string.h>

#include "bayan-csv.h"

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
  GString *text = bayan_csv_new (headings, G_N_ELEMENTS (headings), separator);

  for (guint i = 0; i < names->len; i++)
    {
      const BayanOwnName *name = names->pdata[i];
      g_autofree char *spellings = join_spellings (name->spellings);
      const char *cells[] = { bayan_mention_type_to_string (name->type), name->name, spellings,
                              name->iso3 != NULL ? name->iso3 : "", name->key != NULL ? name->key : "" };

      bayan_csv_add_row (text, cells, G_N_ELEMENTS (cells), separator);
    }
  return g_string_free (text, FALSE);
}
