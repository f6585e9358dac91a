/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-mention-rows.h"

#include "bayan-mention-table.h"
#include "bayan-word-table.h"

#define N_COLUMNS 10
#define ROWS_AT_ONCE 64 /* what is left over at the end goes one by one */
#define ROWS_KEPT (64 * ROWS_AT_ONCE)
#define INSERT                                                                                               \
  "INSERT INTO mention (statement, start, end, type, status, layer, rule, entity, evidence, value) VALUES "
#define PLACES "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

typedef struct {
  const BayanMention *mention;
  gint64 statement;
  guint32 entity;                   /* 0: none */
  gint32 type, status, layer, rule; /* words */
} Row;

struct _BayanMentionRows {
  GArray *rows;    /* of Row: those that are not written yet */
  gint64 first_id; /* of the first that was written; 0: none was */
};

BayanMentionRows *
bayan_mention_rows_new (void)
{
  BayanMentionRows *self = g_new0 (BayanMentionRows, 1);

  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  return self;
}

void
bayan_mention_rows_free (BayanMentionRows *self)
{
  g_array_unref (self->rows);
  g_free (self);
}

static void
bind_row (sqlite3_stmt *query, int first, const Row *row)
{
  sqlite3_bind_int64 (query, first, row->statement);
  sqlite3_bind_int64 (query, first + 1, row->mention->span.start.byte);
  sqlite3_bind_int64 (query, first + 2, row->mention->span.end.byte);
  sqlite3_bind_int64 (query, first + 3, row->type);
  sqlite3_bind_int64 (query, first + 4, row->status);
  sqlite3_bind_int64 (query, first + 5, row->layer);
  sqlite3_bind_int64 (query, first + 6, row->rule);
  if (row->entity != 0)
    sqlite3_bind_int64 (query, first + 7, row->entity);
  else
    sqlite3_bind_null (query, first + 7);
  bayan_query_bind_text (query, first + 8, row->mention->evidence);
  bayan_query_bind_text (query, first + 9, row->mention->value);
}

static gpointer
make_sql (gpointer data)
{
  GString *sql = g_string_new (INSERT PLACES);

  for (guint i = 1; i < ROWS_AT_ONCE; i++)
    g_string_append (sql, ", " PLACES);
  return g_string_free (sql, FALSE);
}

static const char *
get_sql (guint n_rows)
{
  static GOnce once = G_ONCE_INIT;

  return n_rows == 1 ? INSERT PLACES : g_once (&once, make_sql, NULL);
}

static gboolean
write_some (BayanStore *store, const Row *rows, guint n_rows, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (store->database, get_sql (n_rows), error);

  if (query == NULL)
    return FALSE;
  for (guint i = 0; i < n_rows; i++)
    bind_row (query, (int) (i * N_COLUMNS + 1), &rows[i]);
  return bayan_database_run (store->database, query, error);
}

/* The ids of a batch's mentions follow one another. */
static gboolean
write_kept (BayanMentionRows *self, BayanStore *store, GError **error)
{
  const Row *rows = (const Row *) self->rows->data;

  for (guint i = 0, n_rows; i < self->rows->len; i += n_rows)
    {
      n_rows = self->rows->len - i >= ROWS_AT_ONCE ? ROWS_AT_ONCE : 1;
      if (!write_some (store, rows + i, n_rows, error))
        return FALSE;
    }
  if (self->first_id == 0)
    self->first_id = sqlite3_last_insert_rowid (bayan_database_get_handle (store->database)) - self->rows->len
                     + 1;
  g_array_set_size (self->rows, 0);
  return TRUE;
}

/**
 * bayan_mention_rows_add:
 * @mention: stays the caller's, and is needed until the rows are written
 * @entity: its number, or 0
 *
 * Writes what was added before if that is much.
 */
gboolean
bayan_mention_rows_add (BayanMentionRows *self, BayanStore *store, gint64 statement,
                        const BayanMention *mention, guint32 entity, GError **error)
{
  Row row = { mention, statement, entity };

  row.type = (gint32) bayan_word_table_of_type (
      store->words, bayan_mention_table_get_type_of (store, mention, entity), error);
  row.status = row.type != 0 ? (gint32) bayan_word_table_of_status (store->words, mention->status, error) : 0;
  row.layer = row.status != 0 ? (gint32) bayan_word_table_intern_name (
                  store->words, bayan_layer_to_string (mention->layer), error)
                              : 0;
  row.rule = row.layer != 0 ? (gint32) bayan_word_table_intern (store->words, mention->rule, error) : 0;
  g_array_append_val (self->rows, row);
  return row.rule != 0 && (self->rows->len < ROWS_KEPT || write_kept (self, store, error));
}

/**
 * bayan_mention_rows_write:
 * @self: to which at least one row was added
 * @first_id: (out): the id of the first; the others have the numbers after it
 *
 * Writes what is not written yet.
 */
gboolean
bayan_mention_rows_write (BayanMentionRows *self, BayanStore *store, gint64 *first_id, GError **error)
{
  if (self->rows->len > 0 && !write_kept (self, store, error))
    return FALSE;
  *first_id = self->first_id;
  return TRUE;
}
