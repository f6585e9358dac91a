/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-changeset.h"

#include "bayan-group-table.h"
#include "bayan-header-table.h"
#include "bayan-label-table.h"
#include "bayan-lesson-table.h"
#include "bayan-mention-table.h"
#include "bayan-name-table.h"
#include "bayan-note-table.h"
#include "bayan-own-entity-table.h"
#include "bayan-pair-table.h"
#include "bayan-relation-table.h"
#include "bayan-search-table.h"
#include "bayan-site-table.h"
#include "bayan-variant-table.h"
#include "bayan-verdict-table.h"
#include "bayan-word-table.h"

/* What an edit may change. Words and entities are dictionaries that only grow; the search index follows. */
static const char *const TABLES[] = { "statement",     "source",         "body",       "removed_region",
                                      "mention",       "detail",         "doubt",      "site_choice",
                                      "decided_group", "decided_member", "lesson",     "own_name",
                                      "act_verdict",   "entity_pair",    "own_label",  "note",
                                      "stage",         "statement_tag",  "relation",   "own_entity",
                                      "own_variant" };

static gboolean
is_watched (const char *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (TABLES); i++)
    if (g_str_equal (TABLES[i], table))
      return TRUE;
  return FALSE;
}

static gboolean
set_failed (GError **error, int result)
{
  g_set_error_literal (error, BAYAN_LIBRARY_ERROR,
                       result == SQLITE_CORRUPT ? BAYAN_LIBRARY_ERROR_DAMAGED : BAYAN_LIBRARY_ERROR_FAILED,
                       sqlite3_errstr (result));
  return FALSE;
}

/**
 * bayan_session_begin:
 *
 * Returns: (transfer full) (nullable): a session that watches what is done from now on; ended before the
 * connection is
 */
BayanSession *
bayan_session_begin (BayanStore *store, GError **error)
{
  g_autoptr (BayanSession) session = NULL;
  int result = sqlite3session_create (bayan_database_get_handle (store->database), "main", &session);

  for (guint i = 0; result == SQLITE_OK && i < G_N_ELEMENTS (TABLES); i++)
    result = sqlite3session_attach (session, TABLES[i]);
  if (result != SQLITE_OK)
    {
      set_failed (error, result);
      return NULL;
    }
  return g_steal_pointer (&session);
}

/* SQLite's memory becomes GLib's. */
static GBytes *
take_changeset (int result, void *data, int size, GError **error)
{
  if (result != SQLITE_OK)
    {
      set_failed (error, result);
      return NULL;
    }
  return g_bytes_new_with_free_func (data, (gsize) size, sqlite3_free, data);
}

/**
 * bayan_session_read:
 *
 * Returns: (transfer full) (nullable): all that the session saw; empty if nothing is different
 */
GBytes *
bayan_session_read (BayanStore *store, BayanSession *session, GError **error)
{
  void *data = NULL;
  int size = 0;
  int result = sqlite3session_changeset (session, &size, &data);

  return take_changeset (result, data, size, error);
}

void
bayan_session_end (BayanSession *session)
{
  sqlite3session_delete (session);
}

/**
 * bayan_changeset_invert:
 *
 * Returns: (transfer full) (nullable): what takes @changeset back
 */
GBytes *
bayan_changeset_invert (GBytes *changeset, GError **error)
{
  gsize size;
  const void *data = g_bytes_get_data (changeset, &size);
  void *inverse = NULL;
  int inverse_size = 0;
  int result = sqlite3changeset_invert ((int) size, data, &inverse_size, &inverse);

  return take_changeset (result, inverse, inverse_size, error);
}

/**
 * bayan_changeset_join:
 *
 * Returns: (transfer full) (nullable): what does @first and then @second
 */
GBytes *
bayan_changeset_join (GBytes *first, GBytes *second, GError **error)
{
  gsize first_size, second_size;
  const void *first_data = g_bytes_get_data (first, &first_size);
  const void *second_data = g_bytes_get_data (second, &second_size);
  void *both = NULL;
  int size = 0;
  int result = sqlite3changeset_concat ((int) first_size, (void *) first_data, (int) second_size,
                                        (void *) second_data, &size, &both);

  return take_changeset (result, both, size, error);
}

static int
filter_table (void *context, const char *table)
{
  return is_watched (table);
}

static int
refuse_conflict (void *context, int conflict, sqlite3_changeset_iter *iterator)
{
  return SQLITE_CHANGESET_ABORT;
}

static GHashTable *
new_id_set (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
touch (GHashTable *set, gint64 id)
{
  g_hash_table_add (set, g_memdup2 (&id, sizeof id));
}

/* The number in @column before (or, with @now, after) the change; @fallback where that column is not in it.
 */
static gint64
read_column (sqlite3_changeset_iter *row, int column, gboolean is_now, gint64 fallback)
{
  sqlite3_value *value = NULL;
  int result = is_now ? sqlite3changeset_new (row, column, &value)
                      : sqlite3changeset_old (row, column, &value);

  return result == SQLITE_OK && value != NULL ? sqlite3_value_int64 (value) : fallback;
}

static gboolean
apply_rows (BayanStore *store, GBytes *changeset, GError **error)
{
  sqlite3 *handle = bayan_database_get_handle (store->database);
  gsize size;
  const void *data = g_bytes_get_data (changeset, &size);
  int result = sqlite3changeset_apply (handle, (int) size, (void *) data, filter_table, refuse_conflict,
                                       NULL);

  if (result == SQLITE_OK)
    return TRUE;
  if (result == SQLITE_ABORT || result == SQLITE_CORRUPT || result == SQLITE_NOMEM)
    return set_failed (error, result);
  bayan_database_set_error (store->database, error);
  return FALSE;
}

/* TRUE if the row is a statement or its body: what the search index is made from. */
static gboolean
is_searchable (sqlite3_changeset_iter *row)
{
  const char *table;
  int n_columns, operation, indirect;

  sqlite3changeset_op (row, &table, &n_columns, &operation, &indirect);
  return g_str_equal (table, "statement") || g_str_equal (table, "body");
}

/* The statements whose entry in the search index has to be made anew. */
static GHashTable *
find_searchable (GBytes *changeset, GError **error)
{
  g_autoptr (GHashTable) ids = new_id_set ();
  gsize size;
  const void *data = g_bytes_get_data (changeset, &size);
  sqlite3_changeset_iter *row = NULL;
  int result = sqlite3changeset_start (&row, (int) size, (void *) data);

  if (result == SQLITE_OK)
    {
      while (sqlite3changeset_next (row) == SQLITE_ROW)
        if (is_searchable (row))
          touch (ids, read_column (row, 0, FALSE, 0));
      result = sqlite3changeset_finalize (row);
    }
  if (result == SQLITE_OK)
    return g_steal_pointer (&ids);
  set_failed (error, result);
  return NULL;
}

typedef gboolean (*SearchFunc) (BayanStore *store, gint64 statement, GError **error);

static gboolean
update_search (BayanStore *store, GHashTable *ids, SearchFunc func, GError **error)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!func (store, *(gint64 *) id, error))
      return FALSE;
  return TRUE;
}

/**
 * bayan_changeset_apply:
 *
 * Does @changeset, all of it. Where a row is not as it was left, that is an error and the transaction has to
 * be rolled back.
 */
gboolean
bayan_changeset_apply (BayanStore *store, GBytes *changeset, GError **error)
{
  g_autoptr (GHashTable) ids = find_searchable (changeset, error);

  return ids != NULL && update_search (store, ids, bayan_search_table_delete, error)
         && apply_rows (store, changeset, error)
         && update_search (store, ids, bayan_search_table_insert, error);
}

/* What reading a changeset has gathered so far. */
typedef struct {
  BayanStore *store;
  BayanLibraryChange *change;
  GHashTable *statements; /* of gint64: headers to read again */
  GHashTable *texts;      /* of gint64 */
  GHashTable *details;    /* of gint64 */
  gboolean with_groups;
  gboolean with_variants;
} Reading;

/* How a mention counted before. @now is how it counts now, where it is still there. */
static gboolean
read_tally_before (Reading *self, sqlite3_changeset_iter *row, const BayanTally *is_now, BayanTally *before,
                   GError **error)
{
  gint64 type = read_column (row, BAYAN_MENTION_COLUMN_TYPE, FALSE, 0);
  gint64 status = read_column (row, BAYAN_MENTION_COLUMN_STATUS, FALSE, 0);
  BayanMentionType type_before = (BayanMentionType) is_now->type;
  BayanMentionStatus status_before = (BayanMentionStatus) is_now->status;

  if ((type != 0 && !bayan_word_table_as_type (self->store->words, type, &type_before, error))
      || (status != 0 && !bayan_word_table_as_status (self->store->words, status, &status_before, error)))
    return FALSE;
  before->mention = read_column (row, BAYAN_MENTION_COLUMN_ID, FALSE, is_now->mention);
  before->statement = read_column (row, BAYAN_MENTION_COLUMN_STATEMENT, FALSE, is_now->statement);
  before->entity = (guint32) read_column (row, BAYAN_MENTION_COLUMN_ENTITY, FALSE, is_now->entity);
  before->type = (guint8) type_before;
  before->status = (guint8) status_before;
  return TRUE;
}

static gboolean
add_mention_now (Reading *self, gint64 id, BayanTally *tally, GError **error)
{
  BayanPlacedMention *placed;

  if (!bayan_mention_table_tally (self->store, id, tally, error))
    return FALSE;
  placed = bayan_mention_table_read (self->store, id, error);
  if (placed == NULL)
    return FALSE;
  g_ptr_array_add (self->change->mentions_changed, placed);
  g_array_append_val (self->change->tallies_added, *tally);
  touch (self->statements, tally->statement);
  return TRUE;
}

static gboolean
read_mention_row (Reading *self, int operation, sqlite3_changeset_iter *row, GError **error)
{
  gint64 id = read_column (row, BAYAN_MENTION_COLUMN_ID, operation == SQLITE_INSERT, 0);
  BayanTally is_now = { 0 }, before = { 0 };

  if (operation != SQLITE_DELETE && !add_mention_now (self, id, &is_now, error))
    return FALSE;
  if (operation == SQLITE_INSERT)
    return TRUE;
  if (!read_tally_before (self, row, &is_now, &before, error))
    return FALSE;
  g_array_append_val (self->change->tallies_removed, before);
  touch (self->statements, before.statement);
  if (operation == SQLITE_DELETE)
    g_array_append_val (self->change->mentions_removed, id);
  return TRUE;
}

static gboolean
read_choice_row (Reading *self, int operation, sqlite3_changeset_iter *row, GError **error)
{
  gboolean is_now = operation == SQLITE_INSERT;

  return bayan_site_table_read_choice (self->store, read_column (row, 0, is_now, 0),
                                       read_column (row, 1, is_now, 0), self->change, error);
}

/* A row of removed_region says whose it is only where the whole row is given, and a row of source never does; a
 * body changes whenever a region does, and with the character set at least the details. */
static void
read_statement_row (Reading *self, const char *table, int operation, sqlite3_changeset_iter *row)
{
  gint64 id = read_column (row, 0, operation == SQLITE_INSERT, 0);

  if (g_str_equal (table, "body"))
    touch (self->texts, id);
  else
    touch (self->details, id);
  touch (self->statements, id);
}

/* All of a row is its key: it comes or it goes. */
static void
read_relation_row (Reading *self, int operation, sqlite3_changeset_iter *row)
{
  gboolean is_now = operation == SQLITE_INSERT;

  bayan_relation_table_tell (self->store, read_column (row, 0, is_now, 0), read_column (row, 1, is_now, 0),
                             read_column (row, 2, is_now, 0), read_column (row, 3, is_now, 0), is_now,
                             self->change);
}

static gboolean
read_row (Reading *self, sqlite3_changeset_iter *row, GError **error)
{
  const char *table;
  int n_columns, operation, indirect;

  sqlite3changeset_op (row, &table, &n_columns, &operation, &indirect);
  if (g_str_equal (table, "mention"))
    return read_mention_row (self, operation, row, error);
  if (g_str_equal (table, "site_choice"))
    return read_choice_row (self, operation, row, error);
  if (g_str_equal (table, "lesson"))
    return bayan_lesson_table_read (self->store, read_column (row, 0, operation == SQLITE_INSERT, 0),
                                    read_column (row, 1, operation == SQLITE_INSERT, 0), self->change, error);
  if (g_str_equal (table, "entity_pair"))
    return bayan_pair_table_read (self->store, (guint32) read_column (row, 0, operation == SQLITE_INSERT, 0),
                                  (guint32) read_column (row, 1, operation == SQLITE_INSERT, 0), self->change,
                                  error);
  if (g_str_equal (table, "own_entity"))
    return bayan_own_entity_table_read (
        self->store, (guint32) read_column (row, 0, operation == SQLITE_INSERT, 0), self->change, error);
  if (g_str_equal (table, "own_name"))
    return bayan_name_table_read (self->store, read_column (row, 0, operation == SQLITE_INSERT, 0),
                                  self->change, error);
  if (g_str_equal (table, "own_label"))
    return bayan_label_table_read (self->store, read_column (row, 0, operation == SQLITE_INSERT, 0),
                                   self->change, error);
  if (g_str_equal (table, "note"))
    return bayan_note_table_read (self->store, read_column (row, 0, operation == SQLITE_INSERT, 0),
                                  self->change, error);
  if (g_str_equal (table, "act_verdict"))
    return bayan_verdict_table_read (self->store, read_column (row, 0, operation == SQLITE_INSERT, 0),
                                     read_column (row, 1, operation == SQLITE_INSERT, 0),
                                     read_column (row, 2, operation == SQLITE_INSERT, 0), self->change,
                                     error);
  if (g_str_has_prefix (table, "decided_"))
    self->with_groups = TRUE;
  else if (g_str_equal (table, "own_variant"))
    self->with_variants = TRUE;
  else if (g_str_equal (table, "stage") || g_str_equal (table, "statement_tag"))
    touch (self->statements, read_column (row, 0, operation == SQLITE_INSERT, 0));
  else if (g_str_equal (table, "relation"))
    read_relation_row (self, operation, row);
  else if (!g_str_equal (table, "removed_region") && !g_str_equal (table, "source"))
    read_statement_row (self, table, operation, row);
  return TRUE;
}

static gboolean
read_rows (Reading *self, GBytes *changeset, GError **error)
{
  gsize size;
  const void *data = g_bytes_get_data (changeset, &size);
  sqlite3_changeset_iter *row = NULL;
  int result = sqlite3changeset_start (&row, (int) size, (void *) data);
  gboolean readable = TRUE;

  if (result != SQLITE_OK)
    return set_failed (error, result);
  while (readable && sqlite3changeset_next (row) == SQLITE_ROW)
    readable = read_row (self, row, error);
  result = sqlite3changeset_finalize (row);
  return readable && (result == SQLITE_OK || set_failed (error, result));
}

static gboolean
add_headers (Reading *self, GError **error)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->statements);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      BayanHeader *header = bayan_header_table_read (self->store, *(gint64 *) id, error);

      if (header == NULL)
        return FALSE;
      g_ptr_array_add (self->change->headers_changed, header);
    }
  return TRUE;
}

/* Those of @ids that are not among @others. */
static void
add_ids (GHashTable *ids, GHashTable *others, GArray *to)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (others == NULL || !g_hash_table_contains (others, id))
      g_array_append_val (to, *(gint64 *) id);
}

static gboolean
describe (Reading *self, GBytes *changeset, GError **error)
{
  if (!read_rows (self, changeset, error) || !add_headers (self, error))
    return FALSE;
  add_ids (self->texts, NULL, self->change->texts_changed);
  add_ids (self->details, self->texts, self->change->details_changed);
  return (!self->with_variants
          || bayan_variant_table_load (self->store->database, self->store->entities, error))
         && (!self->with_groups || bayan_group_table_follow (self->store, self->change, error));
}

/**
 * bayan_changeset_describe:
 * @changeset: what has just been done, in the transaction that is still open
 * @change: what to add it to
 */
gboolean
bayan_changeset_describe (BayanStore *store, GBytes *changeset, BayanLibraryChange *change, GError **error)
{
  Reading reading = { store, change, new_id_set (), new_id_set (), new_id_set (), FALSE, FALSE };
  gboolean described = describe (&reading, changeset, error);

  g_hash_table_unref (reading.statements);
  g_hash_table_unref (reading.texts);
  g_hash_table_unref (reading.details);
  return described;
}
