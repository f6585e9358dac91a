/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <glib/gstdio.h>

#include "bayan-location.h"

static void
mirror_cb (GListModel *model, guint position, guint removed, guint added, GPtrArray *copy)
{
  g_assert_cmpuint (position + removed, <=, copy->len);
  if (removed > 0)
    g_ptr_array_remove_range (copy, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (copy, (int) (position + i), g_list_model_get_item (model, position + i));
  g_assert_cmpuint (copy->len, ==, g_list_model_get_n_items (model));
}

static GPtrArray *
mirror (GListModel *model)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_object_unref);

  mirror_cb (model, 0, 0, g_list_model_get_n_items (model), copy);
  g_signal_connect (model, "items-changed", G_CALLBACK (mirror_cb), copy);
  return copy;
}

static void
unmirror (GListModel *model, GPtrArray *copy)
{
  g_signal_handlers_disconnect_by_data (model, copy);
  g_ptr_array_unref (copy);
}

static void
failed_cb (BayanDesk *desk, const GError *error, Fixture *self)
{
  g_clear_error (&self->failed);
  self->failed = g_error_copy (error);
}

static void
updated_cb (BayanDesk *desk, Fixture *self)
{
  self->n_updated++;
}

static void
mentions_changed_cb (BayanDesk *desk, Fixture *self)
{
  self->n_mentions_changed++;
}

static void
filter_changed_cb (BayanDesk *desk, Fixture *self)
{
  self->n_filter_changed++;
}

static void
open_desk (Fixture *self)
{
  self->desk = bayan_desk_new ();
  g_signal_connect (self->desk, "updated", G_CALLBACK (updated_cb), self);
  g_signal_connect (self->desk, "mentions-changed", G_CALLBACK (mentions_changed_cb), self);
  g_signal_connect (self->desk, "filter-changed", G_CALLBACK (filter_changed_cb), self);
  g_signal_connect (self->desk, "act-failed", G_CALLBACK (failed_cb), self);
  self->statements = mirror (bayan_desk_get_statements (self->desk));
  self->entities = mirror (bayan_desk_get_entities (self->desk));
  self->ranking = mirror (bayan_desk_get_country_ranking (self->desk));
  bayan_desk_open (self->desk, self->path);
  wait_until (bayan_desk_get_counted (self->desk) || bayan_desk_get_state (self->desk) == BAYAN_DESK_FAILED);
}

void
fixture_set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("bayan-desk-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "library.bayan", NULL);
  open_desk (self);
  g_assert_cmpint (bayan_desk_get_state (self->desk), ==, BAYAN_DESK_READY);
}

void
fixture_close (Fixture *self)
{
  bayan_desk_close (self->desk);
  unmirror (bayan_desk_get_statements (self->desk), self->statements);
  unmirror (bayan_desk_get_entities (self->desk), self->entities);
  unmirror (bayan_desk_get_country_ranking (self->desk), self->ranking);
  g_signal_handlers_disconnect_by_data (self->desk, self);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (self->desk);
  self->desk = NULL;
}

void
fixture_reopen (Fixture *self)
{
  if (self->desk != NULL)
    fixture_close (self);
  open_desk (self);
}

static void
remove_tree (const char *path)
{
  GDir *dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      remove_tree (child);
    }
  if (dir != NULL)
    g_dir_close (dir);
  g_assert_cmpint (g_remove (path), ==, 0);
}

void
fixture_tear_down (Fixture *self, gconstpointer data)
{
  if (self->desk != NULL)
    fixture_close (self);
  remove_tree (self->folder);
  g_clear_error (&self->failed);
  g_free (self->folder);
  g_free (self->path);
}

/* Returns: (transfer full): the path of a new file */
char *
fixture_put (Fixture *self, const char *name, const char *text)
{
  char *path = g_build_filename (self->folder, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  return path;
}

/* Imports files of the folder and waits for the end. Returns: (transfer full) */
BayanImportJob *
fixture_import (Fixture *self, const char *const *names)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  BayanImportJob *job;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (self->folder, names[i], NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_list_store_append (files, file);
    }
  job = bayan_desk_import_files (self->desk, G_LIST_MODEL (files));
  wait_until (!bayan_import_job_get_running (job));
  return job;
}

/* Returns the number of the statement that was pasted. */
gint64
fixture_import_text (Fixture *self, const char *text)
{
  g_autoptr (BayanImportJob) job = bayan_desk_import_text (self->desk, text);
  g_autoptr (BayanImportNote) note = NULL;

  wait_until (!bayan_import_job_get_running (job));
  note = g_list_model_get_item (bayan_import_job_get_notes (job), 0);
  g_assert_nonnull (note);
  g_assert_cmpint (bayan_import_note_get_result (note), !=, BAYAN_IMPORT_REFUSED);
  return bayan_import_note_get_statement (note);
}

void
fixture_read (Fixture *self, gint64 statement)
{
  bayan_desk_select_statement (self->desk, statement);
  wait_until (bayan_desk_get_reading (self->desk) != NULL
              && bayan_reading_get_id (bayan_desk_get_reading (self->desk)) == statement);
}

/* The mention of the reading on the first @words there. */
const BayanMention *
fixture_find (Fixture *self, const char *words, BayanMentionType type)
{
  BayanReading *reading = bayan_desk_get_reading (self->desk);
  GPtrArray *mentions = bayan_reading_get_mentions (reading);

  for (guint i = 0; i < mentions->len; i++)
    {
      const BayanMention *mention = mentions->pdata[i];
      g_autofree char *found = bayan_desk_dup_words (self->desk, mention->span);
      if (mention->type == type && g_str_equal (found, words))
        return mention;
    }
  return NULL;
}

static void
asked_later_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) decisions = bayan_desk_load_decisions_finish (result, &error);
  gboolean *is_answered = data;

  g_assert_no_error (error);
  *is_answered = TRUE;
}

/* Other things update the desk as well: what is asked after the act is answered after it. */
void
fixture_act (Fixture *self)
{
  guint before = self->n_updated;
  gboolean is_answered = FALSE;

  bayan_desk_load_decisions_async (self->desk, NULL, asked_later_cb, &is_answered);
  wait_until (is_answered && self->n_updated > before);
}

static void
check_mirror (GListModel *model, GPtrArray *copy)
{
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, copy->len);
  for (guint i = 0; i < copy->len; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);
      g_assert_true (item == copy->pdata[i]);
    }
}

static void
check_order (GPtrArray *items)
{
  for (guint i = 1; i < items->len; i++)
    g_assert_cmpint (bayan_entity_item_compare (items->pdata[i - 1], items->pdata[i]), <, 0);
}

static gboolean
counts (Fixture *self, gint64 statement)
{
  BayanStatementItem *item = bayan_statement_list_find (self->desk->statements, statement);
  BayanReading *reading = bayan_desk_get_reading (self->desk);

  g_assert_nonnull (item);
  if (bayan_desk_get_scope (self->desk) == BAYAN_SCOPE_STATEMENT)
    return reading != NULL && bayan_reading_get_id (reading) == statement;
  return bayan_desk_matches (self->desk, item);
}

static void
bump (GHashTable *table, const char *key, guint by)
{
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (table, key));

  g_hash_table_insert (table, g_strdup (key), GUINT_TO_POINTER (count + by));
}

static const char *
country_of (const BayanEntity *entity)
{
  BayanLocation location;

  if (entity->area != NULL)
    return bayan_location_of_entity (entity, &location) ? location.iso3 : NULL;
  if (g_regex_match_simple ("^(iso|nisba):", entity->key, 0, 0))
    return strchr (entity->key, ':') + 1;
  return g_regex_match_simple ("^(adm1|place):", entity->key, 0, 0) ? entity->iso3 : NULL;
}

/* Entity key → count, and the same for what was confirmed, by going through every mention of the library. */
static void
recount (Fixture *self, const BayanLibraryIndex *index, GHashTable *all, GHashTable *confirmed,
         GHashTable *countries)
{
  g_autoptr (GHashTable) entities = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < index->entities->len; i++)
    {
      const BayanNumberedEntity *numbered = index->entities->pdata[i];
      g_hash_table_insert (entities, GUINT_TO_POINTER (numbered->number), numbered->entity);
    }
  for (guint i = 0; i < index->tallies->len; i++)
    {
      const BayanTally *tally = &g_array_index (index->tallies, BayanTally, i);
      const BayanEntity *entity = g_hash_table_lookup (entities, GUINT_TO_POINTER (tally->entity));
      const char *country;

      if (entity == NULL || tally->status == BAYAN_STATUS_REJECTED || !counts (self, tally->statement))
        continue;
      bump (all, entity->key, 1);
      country = country_of (entity);
      bump (confirmed, entity->key, tally->status == BAYAN_STATUS_CONFIRMED);
      if (country != NULL)
        bump (countries, country, 1);
    }
}

static void
check_entities (GPtrArray *items, GHashTable *all, GHashTable *confirmed)
{
  g_assert_cmpuint (items->len, ==, g_hash_table_size (all));
  for (guint i = 0; i < items->len; i++)
    {
      BayanEntityItem *item = items->pdata[i];
      const char *key = bayan_entity_item_get_key (item);

      g_assert_cmpuint (bayan_entity_item_get_count (item), ==,
                        GPOINTER_TO_UINT (g_hash_table_lookup (all, key)));
      g_assert_cmpuint (bayan_entity_item_get_n_confirmed (item), ==,
                        GPOINTER_TO_UINT (g_hash_table_lookup (confirmed, key)));
    }
}

static void
check_countries (Fixture *self, GHashTable *countries)
{
  g_assert_cmpuint (self->ranking->len, ==, g_hash_table_size (countries));
  for (guint i = 0; i < self->ranking->len; i++)
    {
      const char *iso3 = bayan_entity_item_get_key (self->ranking->pdata[i]) + strlen ("iso:");
      guint expected = GPOINTER_TO_UINT (g_hash_table_lookup (countries, iso3));

      g_assert_cmpuint (bayan_entity_item_get_count (self->ranking->pdata[i]), ==, expected);
      g_assert_cmpuint (bayan_desk_get_country_count (self->desk, iso3), ==, expected);
    }
}

static void
check_statements (Fixture *self, const BayanLibraryIndex *index)
{
  guint n_matching = 0;

  g_assert_cmpuint (self->statements->len, ==, index->headers->len);
  for (guint i = 0; i < index->headers->len; i++)
    {
      const BayanHeader *header = index->headers->pdata[i];
      BayanStatementItem *item = bayan_statement_list_find (self->desk->statements, header->id);

      g_assert_nonnull (item);
      g_assert_cmpstr (bayan_statement_item_get_title (item), ==, header->title);
      g_assert_cmpuint (bayan_statement_item_get_n_suggested (item), ==, header->n_suggested);
      g_assert_cmpuint (bayan_statement_item_get_n_confirmed (item), ==, header->n_confirmed);
      g_assert_cmpuint (bayan_statement_item_get_n_rejected (item), ==, header->n_rejected);
      n_matching += bayan_desk_matches (self->desk, item);
    }
  g_assert_cmpuint (bayan_desk_get_n_matching (self->desk), ==, n_matching);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const BayanMention *first = *(const BayanMention *const *) a, *second = *(const BayanMention *const *) b;

  return (first->id > second->id) - (first->id < second->id);
}

static void
check_reading (Fixture *self)
{
  BayanReading *reading = bayan_desk_get_reading (self->desk);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) ours = NULL;
  BayanOpenStatement *open;

  if (reading == NULL || self->desk->text_is_old)
    return;
  open = bayan_library_load_statement (self->desk->library, bayan_reading_get_id (reading), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (open->statement->text, ==, bayan_reading_get_statement (reading)->text);
  ours = g_ptr_array_copy (bayan_reading_get_mentions (reading), NULL, NULL);
  g_ptr_array_set_free_func (ours, NULL);
  g_ptr_array_sort (ours, compare_ids);
  g_ptr_array_sort (open->mentions, compare_ids);
  g_assert_cmpuint (ours->len, ==, open->mentions->len);
  for (guint i = 0; i < ours->len; i++)
    {
      const BayanMention *mine = ours->pdata[i], *theirs = open->mentions->pdata[i];
      g_assert_cmpint (mine->id, ==, theirs->id);
      g_assert_true (bayan_clean_span_equal (mine->span, theirs->span));
      g_assert_cmpint (mine->type, ==, theirs->type);
      g_assert_cmpint (mine->status, ==, theirs->status);
      g_assert_cmpstr (mine->entity_key, ==, theirs->entity_key);
      g_assert_cmpstr (mine->value, ==, theirs->value);
    }
  bayan_open_statement_free (open);
}

void
fixture_check (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  BayanLibraryIndex *index;
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) confirmed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) countries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  wait_until (self->desk->counts_later == 0);
  index = bayan_library_load_index (self->desk->library, &error);
  g_assert_no_error (error);
  check_mirror (bayan_desk_get_statements (self->desk), self->statements);
  check_mirror (bayan_desk_get_entities (self->desk), self->entities);
  check_mirror (bayan_desk_get_country_ranking (self->desk), self->ranking);
  check_order (self->entities);
  check_order (self->ranking);
  check_statements (self, index);
  recount (self, index, all, confirmed, countries);
  check_entities (self->entities, all, confirmed);
  check_countries (self, countries);
  check_reading (self);
  bayan_library_index_free (index);
}
