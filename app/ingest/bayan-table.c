/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-table.h"

#include <string.h>

#include "bayan-ingest-error.h"
#include "bayan-table-private.h"
#include "bayan-table-row.h"

/* As much as is looked at for the columns. */
#define SAMPLE_BYTES (256u * 1024)

static const char *const ROLES[BAYAN_COLUMN_N_ROLES] = {
  [BAYAN_COLUMN_NONE] = "none",         [BAYAN_COLUMN_TEXT] = "text",     [BAYAN_COLUMN_TITLE] = "title",
  [BAYAN_COLUMN_SUBTITLE] = "subtitle", [BAYAN_COLUMN_DATE] = "date",     [BAYAN_COLUMN_OUTLET] = "outlet",
  [BAYAN_COLUMN_ISSUER] = "issuer",     [BAYAN_COLUMN_AUTHOR] = "author", [BAYAN_COLUMN_ADDRESS] = "address",
  [BAYAN_COLUMN_LANGUAGE] = "language",
};

const char *
bayan_column_role_to_string (BayanColumnRole role)
{
  return (guint) role < BAYAN_COLUMN_N_ROLES ? ROLES[role] : ROLES[BAYAN_COLUMN_NONE];
}

gboolean
bayan_column_role_from_string (const char *string, BayanColumnRole *role)
{
  for (guint i = 0; i < BAYAN_COLUMN_N_ROLES; i++)
    if (g_str_equal (ROLES[i], string))
      {
        *role = (BayanColumnRole) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_wide (const BayanCharset *charset)
{
  return charset->encoding != BAYAN_ENCODING_UTF8 && charset->encoding != BAYAN_ENCODING_SINGLE_BYTE;
}

/* UTF-16 and UTF-32 as UTF-8. Whole units only: the bytes may be cut off. */
static GBytes *
narrow (const BayanCharset *charset, const guint8 *data, gsize size)
{
  gsize unit = charset->encoding == BAYAN_ENCODING_UTF16_LE || charset->encoding == BAYAN_ENCODING_UTF16_BE
                   ? 2
                   : 4;
  gsize start = MIN (charset->bom_bytes, size), length = (size - start) / unit * unit, written = 0;
  char *text = g_convert ((const char *) data + start, (gssize) length, "UTF-8", charset->name, NULL,
                          &written, NULL);

  if (text == NULL && length > unit) /* cut in the middle of a pair */
    text = g_convert ((const char *) data + start, (gssize) (length - unit), "UTF-8", charset->name, NULL,
                      &written, NULL);
  return text != NULL ? g_bytes_new_take (text, written) : NULL;
}

/* @raw without its byte order mark, in a character set that has ASCII in it; NULL if it is no text. */
static GBytes *
prepare (BayanCharset *charset, const char *wanted, const guint8 *data, gsize size)
{
  if (size == 0 || wanted == NULL || !bayan_charset_load (charset, wanted, data, size))
    if (size == 0 || !bayan_charset_detect (charset, data, size, NULL))
      return NULL;
  if (is_wide (charset))
    return narrow (charset, data, size);
  return g_bytes_new_static (data + MIN (charset->bom_bytes, size), size - MIN (charset->bom_bytes, size));
}

/* @bytes as UTF-8, for what its columns are called to be known. */
static GBytes *
decode_sample (const BayanCharset *charset, const char *bytes, gsize size)
{
  g_autofree char *copy = NULL;
  char *text;

  if (charset->encoding != BAYAN_ENCODING_SINGLE_BYTE)
    return g_bytes_new_static (bytes, size);
  copy = g_strndup (bytes, size);
  text = bayan_table_decode_cell (charset, copy);
  return g_bytes_new_take (text, strlen (text));
}

/* Whether there can be a table at all: nearly every text is done with here. */
static gboolean
has_separators (const guint8 *head, gsize size)
{
  gsize at = 0;

  while (at < size && (head[at] < 0x21 || head[at] >= 0x80) && head[at] != '\t')
    at++;
  if (at < size && (head[at] == '{' || head[at] == '['))
    return TRUE;
  for (at = 0; at < size && strchr ("\r\n", head[at]) != NULL && head[at] != '\0';)
    at++;
  for (; at < size && head[at] != '\n'; at++)
    if (head[at] == ',' || head[at] == ';' || head[at] == '\t')
      return TRUE;
  return FALSE;
}

/**
 * bayan_table_is_likely:
 * @head: the beginning of a file that is text
 * @is_whole: whether it is all of the file
 *
 * Returns: whether the file is a table, or for a few kilobytes may well be one: look at more of it, then. An ordinary
 * text is none, whatever commas it has
 */
gboolean
bayan_table_is_likely (const guint8 *head, gsize size, gboolean is_whole)
{
  g_autofree BayanCharset *charset = NULL;
  g_autoptr (GBytes) text = NULL, sample = NULL;
  BayanCsvShape shape;
  const char *data;

  if (!has_separators (head, size))
    return FALSE;
  charset = g_new0 (BayanCharset, 1);
  /* Not in the middle of a letter. */
  if (!is_whole)
    while (size > 0 && head[size - 1] >= 0x80)
      size--;
  text = prepare (charset, NULL, head, size);
  if (text == NULL)
    return FALSE;
  sample = decode_sample (charset, g_bytes_get_data (text, NULL), g_bytes_get_size (text));
  data = g_bytes_get_data (sample, &size);
  return bayan_json_is_likely (data, size)
         || bayan_csv_find_shape (data, size, is_whole, !is_whole && size < SAMPLE_BYTES / 4, &shape);
}

/* The cells of one record of a CSV, as UTF-8. */
void
bayan_table_decode_cells (const BayanTable *self, const BayanCsv *csv, const GArray *cells,
                          GPtrArray *decoded)
{
  g_ptr_array_set_size (decoded, 0);
  for (guint i = 0; i < cells->len; i++)
    {
      g_autofree char *bytes = bayan_csv_dup_cell (csv, &g_array_index (cells, BayanCsvCell, i));

      g_ptr_array_add (decoded, bayan_table_decode_cell (&self->charset, bytes));
    }
}

/* An empty row. */
GPtrArray *
bayan_table_new_cells (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

static void
read_csv_head (BayanTable *self, const char *data, gsize size)
{
  BayanCsv csv = { data, size, 0, self->shape.separator, FALSE };
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (BayanCsvCell));
  BayanCsvRecord record;

  while (self->samples->len < BAYAN_TABLE_MAX_SAMPLES && bayan_csv_next (&csv, &record, cells))
    {
      g_autoptr (GPtrArray) decoded = bayan_table_new_cells ();

      bayan_table_decode_cells (self, &csv, cells, decoded);
      if (self->names->len == 0)
        for (guint i = 0; i < decoded->len; i++)
          g_ptr_array_add (self->names, self->shape.has_header ? g_strstrip (g_strdup (decoded->pdata[i]))
                                                               : g_strdup (""));
      if (csv.at > 0 && (!self->shape.has_header || record.start > 0))
        g_ptr_array_add (self->samples, g_steal_pointer (&decoded));
    }
}

/* Reads the first objects from @start on, and what their members are. */
static void
read_json_head (BayanTable *self, const char *data, gsize size, gsize start)
{
  BayanJsonRecords records;
  BayanJsonRecord record;

  self->json_start = start;
  g_ptr_array_set_size (self->names, 0);
  g_ptr_array_set_size (self->samples, 0);
  bayan_json_records_init (&records, data, size, start);
  while (self->samples->len < BAYAN_TABLE_MAX_SAMPLES && bayan_json_records_next (&records, &record))
    {
      g_autoptr (GPtrArray) cells = bayan_table_new_cells ();

      self->too_deep |= record.too_deep;
      if (record.is_whole && !record.too_deep
          && bayan_json_read_cells (data + record.start, record.end - record.start, self->names, TRUE, cells))
        g_ptr_array_add (self->samples, g_steal_pointer (&cells));
    }
  bayan_table_guess_roles (self->names, self->samples, self->roles);
}

/* Whether there is text in what is called as texts are; what only has much in it may be a description of the rest. */
static gboolean
names_text (const BayanTable *self)
{
  for (guint i = 0; i < self->names->len && self->samples->len > 0; i++)
    if (*bayan_table_get_sample (self, 0, i) != '\0'
        && bayan_column_role_of_name (self->names->pdata[i]) == BAYAN_COLUMN_TEXT)
      return TRUE;
  return FALSE;
}

/* One object may be a statement, or hold a list of statements; what is called its text decides. */
static void
read_json (BayanTable *self, const char *data, gsize size)
{
  gsize list = bayan_json_find_list (data, size);

  self->format = BAYAN_FORMAT_JSONL;
  read_json_head (self, data, size, 0);
  if (list == 0 || names_text (self))
    return;
  read_json_head (self, data, size, list);
  if (!bayan_table_can_read (self))
    read_json_head (self, data, size, 0);
}

static gboolean
find_shape (BayanTable *self, const char *data, gsize size)
{
  g_autoptr (GBytes) sample = decode_sample (&self->charset, data, MIN (size, SAMPLE_BYTES));
  gsize length;
  const char *text = g_bytes_get_data (sample, &length);

  return bayan_csv_find_shape (text, length, size <= SAMPLE_BYTES, FALSE, &self->shape);
}

static gboolean
read_head (BayanTable *self)
{
  gsize size;
  const char *data = g_bytes_get_data (self->raw, &size);

  if (bayan_json_is_likely (data, size))
    {
      read_json (self, data, size);
      return TRUE;
    }
  if (find_shape (self, data, size))
    {
      self->format = BAYAN_FORMAT_CSV;
      read_csv_head (self, data, size);
    }
  bayan_table_guess_roles (self->names, self->samples, self->roles);
  return self->names->len > 0 && self->samples->len > 0;
}

/**
 * bayan_table_new:
 * @raw: a whole file for which bayan_table_is_likely()
 * @charset: (nullable): what the analyst says it is written in
 *
 * Returns: (transfer full) (nullable): the table, with what its columns are by all appearances; NULL if it is none.
 * JSON is always one, if only one that nothing can be read of
 */
BayanTable *
bayan_table_new (GBytes *raw, const char *charset)
{
  g_autoptr (BayanTable) self = g_new0 (BayanTable, 1);
  g_autoptr (GBytes) text = NULL;
  gsize size;
  const guint8 *data = g_bytes_get_data (raw, &size);

  g_atomic_ref_count_init (&self->ref_count);
  self->names = bayan_table_new_cells ();
  self->samples = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  text = prepare (&self->charset, charset, data, size);
  if (text == NULL)
    return NULL;
  if (is_wide (&self->charset))
    self->raw = g_bytes_ref (text);
  else
    self->raw = g_bytes_new_from_bytes (raw, size - g_bytes_get_size (text), g_bytes_get_size (text));
  if (is_wide (&self->charset))
    self->charset.encoding = BAYAN_ENCODING_UTF8;
  return read_head (self) ? g_steal_pointer (&self) : NULL;
}

BayanTable *
bayan_table_ref (BayanTable *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
bayan_table_unref (BayanTable *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->raw, g_bytes_unref);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->samples);
  g_free (self);
}

/**
 * bayan_table_get_format:
 *
 * Returns: BAYAN_FORMAT_CSV, whatever separates the cells, or BAYAN_FORMAT_JSONL
 */
BayanFormat
bayan_table_get_format (const BayanTable *self)
{
  return self->format;
}

guint
bayan_table_get_n_columns (const BayanTable *self)
{
  return self->names->len;
}

/**
 * bayan_table_get_column_name:
 *
 * Returns: what the table calls the column; "" if it says nothing
 */
const char *
bayan_table_get_column_name (const BayanTable *self, guint column)
{
  return self->names->pdata[column];
}

guint
bayan_table_get_n_samples (const BayanTable *self)
{
  return self->samples->len;
}

/**
 * bayan_table_get_sample:
 *
 * Returns: (transfer none): the cell, UTF-8; "" where the row has none
 */
const char *
bayan_table_get_sample (const BayanTable *self, guint row, guint column)
{
  const GPtrArray *cells = self->samples->pdata[row];

  return column < cells->len && cells->pdata[column] != NULL ? cells->pdata[column] : "";
}

BayanColumnRole
bayan_table_get_role (const BayanTable *self, guint column)
{
  return self->roles[column];
}

/**
 * bayan_table_set_role:
 *
 * Columns may share a role: texts follow each other, of anything else the first that is not empty counts.
 */
void
bayan_table_set_role (BayanTable *self, guint column, BayanColumnRole role)
{
  self->roles[column] = role;
}

/**
 * bayan_table_can_read:
 *
 * Returns: whether there is a column with the text
 */
gboolean
bayan_table_can_read (const BayanTable *self)
{
  for (guint i = 0; i < self->names->len; i++)
    if (self->roles[i] == BAYAN_COLUMN_TEXT)
      return TRUE;
  return FALSE;
}

/**
 * bayan_table_refuse:
 *
 * Sets @error to why there is nothing to be read of JSON without a column of texts.
 */
void
bayan_table_refuse (const BayanTable *self, GError **error)
{
  if (self->samples->len > 0)
    bayan_ingest_refuse (error, BAYAN_INGEST_ERROR_UNSUPPORTED, 0, "JSON", "JSON without texts");
  else if (self->too_deep)
    bayan_ingest_refuse (error, BAYAN_INGEST_ERROR_TOO_DEEP, 0, "JSON", "Nested too deep");
  else
    bayan_ingest_refuse (error, BAYAN_INGEST_ERROR_DAMAGED, 0, "JSON", "No JSON object is whole");
}

gboolean
bayan_table_get_has_header (const BayanTable *self)
{
  return self->format == BAYAN_FORMAT_JSONL || self->shape.has_header;
}
