/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a table, one after the other. */
#include "bayan-ingest-error.h"
#include "bayan-table-private.h"
#include "bayan-table-row.h"

/**
 * bayan_table_count_rows:
 *
 * Takes time linear in the size: not for the main thread where the table may be large.
 *
 * Returns: how many rows bayan_table_for_each_row() will tell of
 */
guint
bayan_table_count_rows (const BayanTable *self)
{
  gsize size;
  const char *data = g_bytes_get_data (self->raw, &size);
  BayanCsv csv = { data, size, 0, self->shape.separator, FALSE };
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (BayanCsvCell));
  BayanCsvRecord record;
  BayanJsonRecords records;
  BayanJsonRecord object;
  guint n = 0;

  if (self->format == BAYAN_FORMAT_JSONL)
    for (bayan_json_records_init (&records, data, size, self->json_start);
         bayan_json_records_next (&records, &object);)
      n++;
  else
    while (bayan_csv_next (&csv, &record, cells))
      n++;
  return n - (n > 0 && self->format == BAYAN_FORMAT_CSV && self->shape.has_header);
}

/* One row for @walk, or what is wrong with it. FALSE to stop. */
static gboolean
tell_row (BayanTableWalk *walk, gsize start, gsize end, const GPtrArray *cells, GError *wrong)
{
  g_autoptr (GError) error = wrong;
  g_autoptr (GBytes) raw = NULL;
  g_autoptr (BayanSource) source = NULL;

  walk->number++;
  if (error == NULL)
    {
      raw = g_bytes_new_from_bytes (walk->raw, start, end - start);
      source = bayan_table_make_source (walk, raw, cells, &error);
    }
  if (source != NULL)
    return walk->row (source, walk->data) && !g_cancellable_is_cancelled (walk->cancellable);
  walk->failed (walk->number, error, walk->data);
  return !g_cancellable_is_cancelled (walk->cancellable);
}

static GError *
refuse_row (BayanIngestError code, const char *message)
{
  GError *error = NULL;

  bayan_ingest_refuse (&error, code, 0, NULL, "%s", message);
  return error;
}

static gboolean
walk_csv (BayanTable *self, BayanTableWalk *walk)
{
  gsize size;
  const char *data = g_bytes_get_data (self->raw, &size);
  BayanCsv csv = { data, size, 0, self->shape.separator, FALSE };
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (BayanCsvCell));
  g_autoptr (GPtrArray) decoded = bayan_table_new_cells ();
  BayanCsvRecord record;
  gboolean going = TRUE;

  for (guint n = 0; going && bayan_csv_next (&csv, &record, cells); n++)
    {
      GError *wrong = NULL;

      if (n == 0 && self->shape.has_header)
        continue;
      if (record.unclosed || record.n_cells > self->names->len)
        wrong = refuse_row (BAYAN_INGEST_ERROR_ROW,
                            record.unclosed ? "A quote is not closed" : "Too many cells");
      else
        bayan_table_decode_cells (self, &csv, cells, decoded);
      going = tell_row (walk, record.start, record.end, decoded, wrong);
    }
  return going;
}

static gboolean
walk_json (BayanTable *self, BayanTableWalk *walk)
{
  gsize size;
  const char *data = g_bytes_get_data (self->raw, &size);
  g_autoptr (GPtrArray) cells = bayan_table_new_cells ();
  BayanJsonRecords records;
  BayanJsonRecord record;
  gboolean going = TRUE;

  bayan_json_records_init (&records, data, size, self->json_start);
  while (going && bayan_json_records_next (&records, &record))
    {
      GError *wrong = NULL;

      if (record.too_deep)
        wrong = refuse_row (BAYAN_INGEST_ERROR_TOO_DEEP, "Nested too deep");
      else if (!record.is_whole
               || !bayan_json_read_cells (data + record.start, record.end - record.start, self->names, FALSE,
                                          cells))
        wrong = refuse_row (BAYAN_INGEST_ERROR_DAMAGED, "Not a JSON object");
      going = tell_row (walk, record.start, record.end, cells, wrong);
    }
  return going;
}

/**
 * bayan_table_for_each_row:
 * @name: of the table; a row is "name · 17"
 * @uri: (nullable): of the table
 * @cancellable: (nullable)
 *
 * Calls @row or @failed for each row, by the roles that the columns have now. Takes time linear in the size.
 *
 * Returns: FALSE if it was stopped
 */
gboolean
bayan_table_for_each_row (BayanTable *self, const char *name, const char *uri, GCancellable *cancellable,
                          BayanTableRow row, BayanTableRowFailed failed, gpointer data)
{
  BayanTableWalk walk = {
    name, uri, self->raw, self->format, self->roles, self->names->len, cancellable, row, failed, data, 0
  };

  return self->format == BAYAN_FORMAT_JSONL ? walk_json (self, &walk) : walk_csv (self, &walk);
}
