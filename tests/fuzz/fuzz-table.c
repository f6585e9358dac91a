/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables: any bytes are no table, or one whose rows are read, each a source with bytes of its own. */
#include "bayan-table.h"
#include "fuzz.h"

static gboolean
row_cb (BayanSource *source, gpointer data)
{
  g_assert_nonnull (source->raw);
  g_assert_true (g_utf8_validate (source->name, -1, NULL));
  return TRUE;
}

static void
failed_cb (guint number, const GError *error, gpointer data)
{
  g_assert_nonnull (error);
}

static void
look_at_samples (const BayanTable *table)
{
  for (guint column = 0; column < bayan_table_get_n_columns (table); column++)
    {
      g_assert_true (g_utf8_validate (bayan_table_get_column_name (table, column), -1, NULL));
      for (guint row = 0; row < bayan_table_get_n_samples (table); row++)
        g_assert_true (g_utf8_validate (bayan_table_get_sample (table, row, column), -1, NULL));
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) raw = g_bytes_new (data, size);
  g_autoptr (BayanTable) table = NULL;

  bayan_table_is_likely (data, size, TRUE);
  table = bayan_table_new (raw, NULL);
  if (table == NULL)
    return 0;
  look_at_samples (table);
  if (bayan_table_can_read (table))
    bayan_table_for_each_row (table, "table.csv", NULL, NULL, row_cb, failed_cb, NULL);
  return 0;
}
