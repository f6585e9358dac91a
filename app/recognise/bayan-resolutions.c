/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-resolutions.h"

#include "bayan-gazetteer.h"

typedef struct {
  guint year, last;
} Row;

struct _BayanResolutions {
  GArray *rows; /* of Row, in their order */
};

static void
add_row (char **f, gpointer data)
{
  BayanResolutions *self = data;
  Row row = { (guint) g_ascii_strtoull (f[0], NULL, 10), (guint) g_ascii_strtoull (f[1], NULL, 10) };

  g_array_append_val (self->rows, row);
}

/* Reads resolutions.tsv. Returns: (transfer full): the table; %NULL with GResource's error where the program was built
 * without it */
BayanResolutions *
bayan_resolutions_new (GError **error)
{
  g_autoptr (GBytes) bytes = bayan_gazetteer_get_table ("resolutions.tsv", error);
  BayanResolutions *self;
  gsize length_bytes;
  const char *text;

  if (bytes == NULL)
    return NULL;

  self = g_new0 (BayanResolutions, 1);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  text = g_bytes_get_data (bytes, &length_bytes);
  bayan_table_foreach (text, length_bytes, 2, add_row, self);
  return self;
}

void
bayan_resolutions_free (BayanResolutions *self)
{
  g_array_unref (self->rows);
  g_free (self);
}

/* Returns: the year of resolution @number; 0 for one that the table does not reach */
guint
bayan_resolutions_get_year (const BayanResolutions *self, guint number)
{
  for (guint i = 1; i < self->rows->len; i++)
    if (number > g_array_index (self->rows, Row, i - 1).last
        && number <= g_array_index (self->rows, Row, i).last)
      return g_array_index (self->rows, Row, i).year;

  return 0;
}

/* Adds the symbol of resolution @number to @symbols: "S/RES/2170(2014) S/RES/2178(2014)". @year: as the text has it, 0 for the
 * table's */
void
bayan_resolutions_append (const BayanResolutions *self, GString *symbols, guint number, guint year)
{
  if (year == 0)
    year = bayan_resolutions_get_year (self, number);
  g_string_append_printf (symbols, "%sS/RES/%u", symbols->len > 0 ? " " : "", number);
  if (year != 0)
    g_string_append_printf (symbols, "(%u)", year);
}
