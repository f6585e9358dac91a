/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is marked in each statement, in memory: a few dozen bytes a statement, read when it is first asked for and again
 * after it changed. To ask the table anew for each query would cost more than a screen may wait. */
#include "bayan-search-private.h"

#include "bayan-word-table.h"

typedef struct {
  guint32 *entities; /* numbers of those that are named */
  guint32 types;     /* 1 << type, and READ */
  guint16 n_entities;
} Marks;

#define READ (1u << 31)
G_STATIC_ASSERT (BAYAN_MENTION_N_TYPES <= 31);

/* Statements that a query reads at first: some twenty milliseconds */
#define READ_MAX 1000

static void
clear_marks (gpointer data)
{
  Marks *marks = data;

  g_free (marks->entities);
  *marks = (Marks) { NULL, 0, 0 };
}

GArray *
bayan_search_marks_new (void)
{
  GArray *marks = g_array_new (FALSE, TRUE, sizeof (Marks));

  g_array_set_clear_func (marks, clear_marks);
  return marks;
}

void
bayan_search_marks_forget (GArray *marks, gint64 statement)
{
  if (statement > 0 && statement < marks->len)
    clear_marks (&g_array_index (marks, Marks, statement));
}

static gboolean
read_row (BayanSearch *self, sqlite3_stmt *query, Marks *marks, GArray *entities, GError **error)
{
  guint32 entity = (guint32) sqlite3_column_int64 (query, 0);
  BayanMentionStatus status;
  BayanMentionType type;

  if (!bayan_word_table_as_status (self->store->words, sqlite3_column_int64 (query, 2), &status, error)
      || !bayan_word_table_as_type (self->store->words, sqlite3_column_int64 (query, 1), &type, error))
    return FALSE;
  if (status == BAYAN_STATUS_REJECTED)
    return TRUE;
  marks->types |= 1u << type;
  /* The index has them in their order. */
  if (entity != 0 && (entities->len == 0 || g_array_index (entities, guint32, entities->len - 1) != entity))
    g_array_append_val (entities, entity);
  return TRUE;
}

static gboolean
read_marks (BayanSearch *self, gint64 statement, Marks *marks, GArray *entities, GError **error)
{
  sqlite3_stmt *query = bayan_database_prepare (
      self->database,
      "SELECT entity, type, status FROM main.mention INDEXED BY mention_by_statement WHERE statement = ?",
      error);
  BayanStep step;

  if (query == NULL)
    return FALSE;
  g_array_set_size (entities, 0);
  sqlite3_bind_int64 (query, 1, statement);
  while ((step = bayan_database_step (self->database, query, error)) == BAYAN_STEP_ROW)
    if (!read_row (self, query, marks, entities, error))
      {
        sqlite3_reset (query);
        return FALSE;
      }
  marks->types |= READ;
  marks->n_entities = (guint16) MIN (entities->len, G_MAXUINT16);
  marks->entities = g_memdup2 (entities->data, marks->n_entities * sizeof (guint32));
  return step == BAYAN_STEP_DONE;
}

static gboolean
names_one (const Marks *marks, GHashTable *entities)
{
  for (guint i = 0; i < marks->n_entities; i++)
    if (g_hash_table_contains (entities, GUINT_TO_POINTER (marks->entities[i])))
      return TRUE;
  return FALSE;
}

/**
 * bayan_search_filter_marks:
 * @type: what has to be marked where @entities is NULL
 * @entities: (nullable): numbers, of which one has to be named
 */
guint8 *
bayan_search_filter_marks (BayanSearch *self, guint type, GHashTable *entities, const guint8 *within,
                           GError **error)
{
  g_autofree guint8 *set = g_new0 (guint8, self->order->len + 1);
  g_autoptr (GArray) read = g_array_new (FALSE, FALSE, sizeof (guint32));
  gsize n_more = bayan_search_get_share (self, READ_MAX);

  if (entities != NULL && g_hash_table_size (entities) == 0)
    return g_steal_pointer (&set);
  if (self->marks->len < self->ranks->len)
    g_array_set_size (self->marks, self->ranks->len);
  for (guint i = 0; i < self->order->len; i++)
    {
      gint64 statement = g_array_index (self->order, BayanDated, i).id;
      Marks *marks = &g_array_index (self->marks, Marks, statement);

      if (within != NULL && !within[i])
        continue;
      if ((marks->types & READ) == 0 && n_more == 0)
        {
          bayan_search_leave_out (self, i);
          continue;
        }
      if ((marks->types & READ) == 0)
        {
          n_more--;
          if (!read_marks (self, statement, marks, read, error))
            return NULL;
        }
      set[i] = entities != NULL ? names_one (marks, entities) : (marks->types >> type & 1) != 0;
    }
  return g_steal_pointer (&set);
}
