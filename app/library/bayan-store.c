/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-store.h"

#include "bayan-entity-table.h"
#include "bayan-group-table.h"
#include "bayan-header-table.h"
#include "bayan-journal-table.h"
#include "bayan-label-table.h"
#include "bayan-lesson-table.h"
#include "bayan-name-table.h"
#include "bayan-note-table.h"
#include "bayan-pair-table.h"
#include "bayan-relation-table.h"
#include "bayan-verdict-table.h"
#include "bayan-library-file.h"
#include "bayan-mention-table.h"
#include "bayan-search-table.h"
#include "bayan-search.h"
#include "bayan-state-table.h"
#include "bayan-statement-table.h"
#include "bayan-word-table.h"

/**
 * bayan_store_open:
 *
 * Returns: (transfer full) (nullable): the library at @path, which is made where there is none
 */
BayanStore *
bayan_store_open (const char *path, GError **error)
{
  BayanDatabase *database = bayan_library_file_open (path, error);
  g_autoptr (BayanStore) self = NULL;

  if (database == NULL)
    return NULL;
  self = g_new0 (BayanStore, 1);
  self->database = database;
  self->words = bayan_word_table_new (database);
  self->entities = bayan_entity_table_new (database, self->words);
  self->search = bayan_search_new (self);
  self->offer = bayan_tokenizer_get_offer (bayan_database_get_handle (database));
  self->n_changes_merged = -1; /* the last session may have ended before it was done */
  if (!bayan_word_table_load (self->words, error) || !bayan_entity_table_load (self->entities, NULL, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
bayan_store_close (BayanStore *self)
{
  bayan_search_free (self->search);
  bayan_entity_table_free (self->entities);
  bayan_word_table_free (self->words);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  bayan_library_file_close (self->database);
  g_free (self);
}

gboolean
bayan_store_begin (BayanStore *self, GError **error)
{
  return bayan_database_begin (self->database, error);
}

/* What is in memory may name rows that are gone. If it cannot be read again now, the next use of the table
 * says so. */
static void
forget (BayanStore *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->groups, g_ptr_array_unref);
  if (!bayan_word_table_load (self->words, &error) || !bayan_entity_table_load (self->entities, NULL, &error))
    g_debug ("after a rollback: %s", error->message);
}

gboolean
bayan_store_commit (BayanStore *self, GError **error)
{
  if (bayan_database_commit (self->database, error))
    return TRUE;
  forget (self);
  return FALSE;
}

void
bayan_store_rollback (BayanStore *self)
{
  bayan_database_rollback (self->database);
  forget (self);
}

static gboolean
fill_outline (BayanStore *self, BayanLibraryIndex *index, GError **error)
{
  index->headers = bayan_header_table_load (self, 0, error);
  index->state = index->headers != NULL ? bayan_state_table_load (self, error) : NULL;
  return index->state != NULL && bayan_journal_table_read_labels (self, &index->undo, &index->redo, error);
}

static void
add_groups (GPtrArray *from, GPtrArray *to)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, bayan_statement_group_copy (g_ptr_array_index (from, i)));
}

static gboolean
fill_counts (BayanStore *self, BayanLibraryIndex *index, GError **error)
{
  if (!bayan_mention_table_tally_all (self, index->tallies, error)
      || !bayan_entity_table_load (self->entities, index->entities, error)
      || !bayan_lesson_table_load (self, index->lessons, error)
      || !bayan_name_table_load (self, index->names, error) || !bayan_pair_table_load (self, index->pairs, error)
      || !bayan_label_table_load (self, index->labels, error) || !bayan_note_table_load (self, index->notes, error)
      || !bayan_group_table_remember (self, error))
    return FALSE;
  add_groups (self->groups, index->groups);
  bayan_header_table_count (index->headers, index->tallies);
  return TRUE;
}

static BayanLibraryIndex *
load (BayanStore *self, gboolean with_counts, GError **error)
{
  BayanLibraryIndex *index = g_new0 (BayanLibraryIndex, 1);

  index->entities = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_numbered_entity_free);
  index->tallies = g_array_new (FALSE, FALSE, sizeof (BayanTally));
  index->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_statement_group_free);
  index->lessons = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_lesson_free);
  index->pairs = g_array_new (FALSE, FALSE, sizeof (BayanEntityPair));
  index->names = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_own_name_free);
  index->labels = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_own_label_free);
  index->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_note_free);
  if (fill_outline (self, index, error) && (!with_counts || fill_counts (self, index, error)))
    return index;
  bayan_library_index_free (index);
  return NULL;
}

/**
 * bayan_store_load_outline:
 *
 * Returns: (transfer full) (nullable): the index without entities, tallies, counts and groups
 */
BayanLibraryIndex *
bayan_store_load_outline (BayanStore *self, GError **error)
{
  return load (self, FALSE, error);
}

/**
 * bayan_store_load_index:
 *
 * Returns: (transfer full) (nullable)
 */
BayanLibraryIndex *
bayan_store_load_index (BayanStore *self, GError **error)
{
  return load (self, TRUE, error);
}

/**
 * bayan_store_load_statement:
 *
 * Returns: (transfer full) (nullable): BAYAN_LIBRARY_ERROR_NOT_FOUND, _DAMAGED
 */
BayanOpenStatement *
bayan_store_load_statement (BayanStore *self, gint64 id, GError **error)
{
  BayanOpenStatement *open;

  if (!bayan_statement_table_is_visible (self, id, error))
    return NULL;
  open = g_new0 (BayanOpenStatement, 1);
  open->id = id;
  open->statement = bayan_statement_table_load (self, id, error);
  if (open->statement != NULL)
    open->mentions = bayan_mention_table_load (self, id, error);
  if (open->mentions != NULL)
    open->verdicts = bayan_verdict_table_load (self, id, error);
  if (open->verdicts != NULL)
    open->relations = bayan_relation_table_load (self, id, error);
  if (open->relations != NULL)
    return open;
  bayan_open_statement_free (open);
  return NULL;
}

static gboolean
check_references (BayanStore *self, GError **error)
{
  gint64 n_wrong = 0;

  if (!bayan_database_read_int (self->database, "SELECT count (*) FROM pragma_foreign_key_check", &n_wrong,
                                error))
    return FALSE;
  if (n_wrong == 0)
    return TRUE;
  g_set_error (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_DAMAGED,
               "%" G_GINT64_FORMAT " rows refer to nothing", n_wrong);
  return FALSE;
}

/**
 * bayan_store_check:
 *
 * Reads all of the library and compares: pages, references, the search index with the texts, sources and
 * texts with the sums that were written with them. Takes seconds where the library is large.
 *
 * Returns: FALSE with BAYAN_LIBRARY_ERROR_DAMAGED at the first thing that is wrong
 */
gboolean
bayan_store_check (BayanStore *self, GError **error)
{
  return bayan_database_check_pages (self->database, error) && check_references (self, error)
         && bayan_database_exec (self->database, "INSERT INTO search (search) VALUES ('integrity-check')",
                                 error)
         && bayan_statement_table_check (self, error);
}

/**
 * bayan_store_merge_index:
 *
 * Brings the index of the search nearer to the form in which it is searched best.
 *
 * Returns: TRUE if there may be more to do
 */
gboolean
bayan_store_merge_index (BayanStore *self, GError **error)
{
  return bayan_database_get_read_only (self->database) == NULL && bayan_search_table_merge (self, error);
}
