/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-geo-table.h"

#include <math.h>
#include <string.h>

#include "bayan-geography-resources.h"

#define PREFIX "/io/github/bayandesk/Bayan/geography/"

/**
 * bayan_geo_resource:
 * @name: a file of bayan-geography.gresource.xml
 *
 * The resource is asked for by its function rather than left to its constructor: linkers drop objects of a
 * static library that nothing refers to.
 *
 * Returns: (transfer full): its bytes. A program without its own tables cannot go on.
 */
GBytes *
bayan_geo_resource (const char *name)
{
  g_autofree char *path = g_strconcat (PREFIX, name, NULL);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_resource_lookup_data (bayan_geography_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                          &error);

  if (bytes == NULL)
    g_error ("%s", error->message);
  return bytes;
}

/* Cuts a line into its columns in place; a line with fewer is completed with empty ones. */
static void
split_line (char *line, char **columns, guint n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    {
      char *tab = strchr (line, '\t');

      columns[i] = line;
      if (tab != NULL)
        {
          *tab = '\0';
          line = tab + 1;
        }
      else
        {
          line += strlen (line);
        }
    }
}

/**
 * bayan_geo_table_load:
 * @name: a table of data/gazetteer or data/map
 * @n_columns: how many columns to read
 * @element_size: bytes of an element of the array
 * @row: called for each line behind the heading
 * @n_elements: (out): length of the array
 *
 * The text of the table stays in memory for as long as the program runs, since the elements point into it.
 *
 * Returns: (transfer full): zeroed elements, filled by @row
 */
gpointer
bayan_geo_table_load (const char *name, guint n_columns, gsize element_size, BayanGeoRow row,
                      guint *n_elements)
{
  g_autoptr (GBytes) bytes = bayan_geo_resource (name);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  char *text = g_strndup (data, length);
  GArray *elements = g_array_new (FALSE, TRUE, (guint) element_size);
  char *line = strchr (text, '\n');

  while (line != NULL && line[1] != '\0')
    {
      char *columns[BAYAN_GEO_MAX_COLUMNS];
      char *start = line + 1;

      line = strchr (start, '\n');
      if (line != NULL)
        *line = '\0';
      split_line (start, columns, n_columns);
      g_array_set_size (elements, elements->len + 1);
      row (elements->data + (elements->len - 1) * element_size, columns);
    }
  *n_elements = elements->len;
  return g_array_free (elements, FALSE);
}

/**
 * bayan_geo_split_list:
 * @column: values separated by |; cut in place
 *
 * Returns: (transfer full): a NULL-terminated vector that points into @column
 */
const char *const *
bayan_geo_split_list (char *column)
{
  GPtrArray *values = g_ptr_array_new ();

  while (column != NULL && *column != '\0')
    {
      char *bar = strchr (column, '|');

      g_ptr_array_add (values, column);
      if (bar != NULL)
        *bar++ = '\0';
      column = bar;
    }
  g_ptr_array_add (values, NULL);
  return (const char *const *) g_ptr_array_free (values, FALSE);
}

/* NAN where there is none. */
double
bayan_geo_number (const char *column)
{
  return *column != '\0' ? g_ascii_strtod (column, NULL) : (double) NAN;
}
