/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-detail-table.h"

#include "bayan-content-sum.h"
#include "bayan-word-table.h"

static BayanDetail *
derive (const BayanStatement *statement, BayanDetailField field, const char *value, BayanCleanSpan span)
{
  g_autofree char *words = NULL;
  gboolean in_text = span.start.byte < span.end.byte && span.end.byte <= statement->text_length_bytes;

  if (value == NULL || *value == '\0')
    return NULL;
  if (in_text)
    words = g_strndup (statement->text + span.start.byte, bayan_clean_span_length_bytes (span));
  return bayan_detail_new (field, value, in_text ? BAYAN_ORIGIN_TEXT : BAYAN_ORIGIN_DERIVED,
                           in_text ? span : bayan_clean_span (0, 0), words);
}

static BayanDetail *
derive_date (const BayanStatement *statement, BayanDetailField field, BayanDate date, BayanCleanSpan span)
{
  g_autofree char *value = bayan_date_is_set (date) ? bayan_date_to_iso (date) : NULL;

  return derive (statement, field, value, span);
}

/* What the columns of `statement` say of @field, where no row says more. NULL: nothing. */
static BayanDetail *
derive_field (const BayanStatement *statement, BayanDetailField field)
{
  switch (field)
    {
    case BAYAN_DETAIL_TITLE:
      return derive (statement, field, statement->title, statement->title_span);
    case BAYAN_DETAIL_DATE:
      return derive_date (statement, field, statement->date, statement->date_span);
    case BAYAN_DETAIL_HIJRI:
      return derive_date (statement, field, statement->hijri, statement->hijri_span);
    case BAYAN_DETAIL_LANGUAGE:
      return derive (statement, field, statement->language, bayan_clean_span (0, 0));
    default:
      return NULL;
    }
}

static gboolean
is_same (const BayanDetail *a, const BayanDetail *b)
{
  return a != NULL && a->origin == b->origin && a->span.start.byte == b->span.start.byte
         && a->span.end.byte == b->span.end.byte && g_str_equal (a->value, b->value)
         && g_strcmp0 (a->words, b->words) == 0;
}

static gboolean
is_derived (const BayanStatement *statement, const BayanDetail *detail)
{
  BayanDetail *derived = derive_field (statement, detail->field);
  gboolean same = is_same (derived, detail);

  g_clear_pointer (&derived, bayan_detail_free);
  return same;
}

static gboolean
write_detail (BayanStore *store, gint64 id, const BayanDetail *detail, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (
      store->database,
      "REPLACE INTO detail (statement, field, value, origin, start, end, words) VALUES (?, ?, ?, ?, ?, ?, ?)",
      error);
  gint64 field = bayan_word_table_intern_name (store->words, bayan_detail_field_to_string (detail->field),
                                               error);
  gint64 origin = field != 0 ? bayan_word_table_intern_name (store->words,
                                                             bayan_origin_to_string (detail->origin), error)
                             : 0;

  if (query == NULL || origin == 0)
    return FALSE;
  sqlite3_bind_int64 (query, 1, id);
  sqlite3_bind_int64 (query, 2, field);
  bayan_query_bind_text (query, 3, detail->value);
  sqlite3_bind_int64 (query, 4, origin);
  sqlite3_bind_int64 (query, 5, detail->span.start.byte);
  sqlite3_bind_int64 (query, 6, detail->span.end.byte);
  bayan_query_bind_text (query, 7, detail->words);
  return bayan_database_run (store->database, query, error);
}

/**
 * bayan_detail_table_insert:
 * @statement: a new one
 */
gboolean
bayan_detail_table_insert (BayanStore *store, gint64 id, const BayanStatement *statement, GError **error)
{
  for (guint i = 0; i < statement->details->len; i++)
    {
      const BayanDetail *detail = g_ptr_array_index (statement->details, i);

      if (!is_derived (statement, detail) && !write_detail (store, id, detail, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * bayan_detail_table_replace:
 * @statement: what it is now
 */
gboolean
bayan_detail_table_replace (BayanStore *store, gint64 id, const BayanStatement *statement, GError **error)
{
  return bayan_database_run_with (store->database, "DELETE FROM detail WHERE statement = ?", id, error)
         && bayan_detail_table_insert (store, id, statement, error);
}

/**
 * bayan_detail_table_delete_all:
 *
 * Details and doubts of a statement that goes for good.
 */
gboolean
bayan_detail_table_delete_all (BayanStore *store, gint64 id, GError **error)
{
  return bayan_database_run_with (store->database, "DELETE FROM detail WHERE statement = ?", id, error)
         && bayan_database_run_with (store->database, "DELETE FROM doubt WHERE statement = ?", id, error);
}

/* Empty where it is not in the text. */
static BayanCleanSpan
read_span (sqlite3_stmt *query, int column, const BayanStatement *statement)
{
  gint64 start = sqlite3_column_int64 (query, column);
  gint64 end = sqlite3_column_int64 (query, column + 1);

  if (start < 0 || start > end || end > (gint64) statement->text_length_bytes)
    return bayan_clean_span (0, 0);
  return bayan_clean_span ((guint32) start, (guint32) end);
}

/* A field that a newer Bayan knows and this one does not is left alone. */
static gboolean
read_detail (BayanStore *store, sqlite3_stmt *query, gint64 id, BayanStatement *statement, GError **error)
{
  const char *field_name = bayan_word_table_get (store->words, sqlite3_column_int64 (query, 0));
  const char *origin_name = bayan_word_table_get (store->words, sqlite3_column_int64 (query, 2));
  const char *value = (const char *) sqlite3_column_text (query, 1);
  BayanDetailField field;
  BayanOrigin origin;

  if (value == NULL || field_name == NULL || !bayan_origin_from_string (origin_name, &origin))
    return bayan_content_set_damaged (error, id, "detail");
  if (bayan_detail_field_from_string (field_name, &field))
    g_ptr_array_add (statement->details,
                     bayan_detail_new (field, value, origin, read_span (query, 3, statement),
                                       (const char *) sqlite3_column_text (query, 5)));
  return TRUE;
}

static void
add_derived (BayanStatement *statement)
{
  static const BayanDetailField FIELDS[] = { BAYAN_DETAIL_TITLE, BAYAN_DETAIL_DATE, BAYAN_DETAIL_HIJRI,
                                             BAYAN_DETAIL_LANGUAGE };

  for (guint i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    {
      BayanDetail *derived = bayan_statement_find_detail (statement, FIELDS[i]) == NULL
                                 ? derive_field (statement, FIELDS[i])
                                 : NULL;

      if (derived != NULL)
        g_ptr_array_add (statement->details, derived);
    }
}

static int
compare_details (gconstpointer a, gconstpointer b)
{
  return (int) (*(const BayanDetail *const *) a)->field - (int) (*(const BayanDetail *const *) b)->field;
}

typedef gboolean (*ReadFunc) (BayanStore *store, sqlite3_stmt *query, gint64 id, BayanStatement *statement,
                              GError **error);

static gboolean
read_rows (BayanStore *store, const char *sql, gint64 id, BayanStatement *statement, ReadFunc read,
           GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (store->database, sql, error);
  BayanStep step;

  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, id);
  while ((step = bayan_database_step (store->database, query, error)) == BAYAN_STEP_ROW)
    if (!read (store, query, id, statement, error))
      {
        sqlite3_reset (query);
        return FALSE;
      }
  return step == BAYAN_STEP_DONE;
}

/**
 * bayan_detail_table_load:
 * @statement: one whose text, title, dates and language are there already; gets its details, by field
 */
gboolean
bayan_detail_table_load (BayanStore *store, gint64 id, BayanStatement *statement, GError **error)
{
  if (!read_rows (store, "SELECT field, value, origin, start, end, words FROM detail WHERE statement = ?", id,
                  statement, read_detail, error))
    return FALSE;
  add_derived (statement);
  g_ptr_array_sort (statement->details, compare_details);
  return TRUE;
}

static gboolean
write_doubt (BayanStore *store, gint64 id, guint ordinal, const BayanDoubt *doubt, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (
      store->database,
      "INSERT INTO doubt (statement, ordinal, kind, subject, start, end) VALUES (?, ?, ?, ?, ?, ?)", error);
  gint64 kind = bayan_word_table_intern_name (store->words, bayan_doubt_kind_to_string (doubt->kind), error);

  if (query == NULL || kind == 0)
    return FALSE;
  sqlite3_bind_int64 (query, 1, id);
  sqlite3_bind_int64 (query, 2, ordinal);
  sqlite3_bind_int64 (query, 3, kind);
  bayan_query_bind_text (query, 4, doubt->subject != NULL ? doubt->subject : "");
  sqlite3_bind_int64 (query, 5, doubt->span.start.byte);
  sqlite3_bind_int64 (query, 6, doubt->span.end.byte);
  return bayan_database_run (store->database, query, error);
}

/**
 * bayan_doubt_table_insert:
 * @doubts: (element-type BayanDoubt): those of a new statement
 */
gboolean
bayan_doubt_table_insert (BayanStore *store, gint64 id, const GPtrArray *doubts, GError **error)
{
  for (guint i = 0; i < doubts->len; i++)
    if (!write_doubt (store, id, i, g_ptr_array_index (doubts, i), error))
      return FALSE;
  return TRUE;
}

gboolean
bayan_doubt_table_replace (BayanStore *store, gint64 id, const GPtrArray *doubts, GError **error)
{
  return bayan_database_run_with (store->database, "DELETE FROM doubt WHERE statement = ?", id, error)
         && bayan_doubt_table_insert (store, id, doubts, error);
}

static gboolean
read_doubt (BayanStore *store, sqlite3_stmt *query, gint64 id, BayanStatement *statement, GError **error)
{
  const char *name = bayan_word_table_get (store->words, sqlite3_column_int64 (query, 0));
  const char *subject = (const char *) sqlite3_column_text (query, 1);
  BayanDoubtKind kind;

  if (subject == NULL || name == NULL)
    return bayan_content_set_damaged (error, id, "doubt");
  if (bayan_doubt_kind_from_string (name, &kind))
    g_ptr_array_add (statement->doubts, bayan_doubt_new (kind, subject, read_span (query, 2, statement)));
  return TRUE;
}

/**
 * bayan_doubt_table_load:
 * @statement: one whose text is there already; gets its doubts, in their order
 */
gboolean
bayan_doubt_table_load (BayanStore *store, gint64 id, BayanStatement *statement, GError **error)
{
  return read_rows (store, "SELECT kind, subject, start, end FROM doubt WHERE statement = ? ORDER BY ordinal",
                    id, statement, read_doubt, error);
}
