/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <glib/gstdio.h>
#include <string.h>

void
fixture_set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("bayan-library-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "test.bayan", NULL);
  fixture_open (self);
}

void
fixture_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_unlink (path);
    }
  g_rmdir (folder);
}

void
fixture_tear_down (Fixture *self, gconstpointer data)
{
  fixture_close (self);
  fixture_remove_folder (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

void
fixture_open (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  self->library = bayan_library_open (self->path, &error);
  g_assert_no_error (error);
  g_assert_nonnull (self->library);
}

void
fixture_close (Fixture *self)
{
  if (self->library == NULL)
    return;
  bayan_library_close (self->library);
  g_assert_finalize_object (g_steal_pointer (&self->library));
}

void
apply_edit (BayanLibrary *library, BayanEdit *edit)
{
  g_autoptr (GError) error = NULL;
  gboolean applied = bayan_library_apply (library, edit, &error);

  g_assert_no_error (error);
  g_assert_true (applied);
}

void
travel (BayanLibrary *library, gboolean back)
{
  g_autoptr (GError) error = NULL;
  gboolean done = back ? bayan_library_undo (library, &error) : bayan_library_redo (library, &error);

  g_assert_no_error (error);
  g_assert_true (done);
}

/* UTF-8 as it is: the text is its own source. Its first line is the title. */
BayanStatement *
make_statement (const char *name, const char *text)
{
  BayanStatement *statement = bayan_statement_new ();
  gsize length = strlen (text);
  gsize title_length = strcspn (text, "\n");

  statement->raw = g_bytes_new (text, length);
  statement->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, statement->raw);
  statement->name = g_strdup (name);
  statement->charset = g_strdup ("UTF-8");
  statement->text = g_strdup (text);
  statement->text_length_bytes = length;
  statement->map = bayan_offset_map_new ();
  bayan_offset_map_append (statement->map, (BayanRawPos) { 0 }, 1, 1, (guint32) length);
  statement->title = g_strndup (text, title_length);
  statement->title_span = bayan_clean_span (0, (guint32) title_length);
  statement->language = g_strdup ("ar");
  return statement;
}

BayanEntity *
make_entity (const char *key, BayanMentionType type, const char *name_ar, const char *name_en)
{
  BayanEntity *entity = bayan_entity_new (key, type);

  entity->name_ar = g_strdup (name_ar);
  entity->name_en = g_strdup (name_en);
  return entity;
}

BayanMention *
make_mention (const char *text, const char *words, BayanMentionType type, const char *entity_key)
{
  const char *at = strstr (text, words);
  guint32 start;
  BayanMention *mention;

  g_assert_nonnull (at);
  start = (guint32) (at - text);
  mention = bayan_mention_new (bayan_clean_span (start, start + (guint32) strlen (words)), type,
                               BAYAN_LAYER_GAZETTEER, "gazetteer/countries.tsv");
  bayan_mention_set_text (&mention->entity_key, entity_key);
  return mention;
}

/* @words: (nullable): a mention in @text, of a country with @entity_key */
BayanImportItem *
make_item (const char *name, const char *text, const char *words, const char *entity_key)
{
  BayanRecognition *recognition = bayan_recognition_new ();

  if (words != NULL)
    {
      g_ptr_array_add (recognition->mentions, make_mention (text, words, BAYAN_MENTION_GPE, entity_key));
      g_ptr_array_add (recognition->entities, make_entity (entity_key, BAYAN_MENTION_GPE, words, NULL));
    }
  return bayan_import_item_new (make_statement (name, text), recognition);
}

/* @items: (transfer full) */
GArray *
import_items (BayanLibrary *library, GPtrArray *items)
{
  g_autoptr (GError) error = NULL;
  gint64 import_id = bayan_library_begin_import (library, &error);
  GArray *outcomes;

  g_assert_no_error (error);
  g_assert_cmpint (import_id, >, 0);
  outcomes = bayan_library_import (library, import_id, items, &error);
  g_assert_no_error (error);
  return outcomes;
}

gint64
import_one (BayanLibrary *library, const char *name, const char *text, const char *words,
            const char *entity_key)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_import_item_free);
  g_autoptr (GArray) outcomes = NULL;

  g_ptr_array_add (items, make_item (name, text, words, entity_key));
  outcomes = import_items (library, items);
  g_assert_cmpuint (outcomes->len, ==, 1);
  g_assert_false (g_array_index (outcomes, BayanImportOutcome, 0).duplicate);
  return g_array_index (outcomes, BayanImportOutcome, 0).statement;
}

BayanLibraryIndex *
load_index (BayanLibrary *library)
{
  g_autoptr (GError) error = NULL;
  BayanLibraryIndex *index = bayan_library_load_index (library, &error);

  g_assert_no_error (error);
  g_assert_nonnull (index);
  return index;
}

BayanOpenStatement *
load_statement (BayanLibrary *library, gint64 id)
{
  g_autoptr (GError) error = NULL;
  BayanOpenStatement *open = bayan_library_load_statement (library, id, &error);

  g_assert_no_error (error);
  g_assert_nonnull (open);
  return open;
}

GArray *
search (BayanLibrary *library, const char *query)
{
  g_autoptr (GError) error = NULL;
  GArray *ids = bayan_library_search (library, query, &error);

  g_assert_no_error (error);
  return ids;
}

void
assert_found (BayanLibrary *library, const char *query, guint n_statements)
{
  g_autoptr (GArray) ids = search (library, query);

  if (ids->len != n_statements)
    g_test_message ("“%s” finds %u, not %u", query, ids->len, n_statements);
  g_assert_cmpuint (ids->len, ==, n_statements);
}
