/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entities that the analyst calls the same, or not the same: their mentions, what comes later, undo and redo. */
#include <string.h>

#include "fixture.h"

static void
assert_whole (BayanLibrary *library)
{
  g_autoptr (GError) error = NULL;
  gboolean whole = bayan_library_check (library, &error);

  g_assert_no_error (error);
  g_assert_true (whole);
}

#define ONE "pers:one"
#define OTHER "pers:other"
#define THIRD "pers:third"

static BayanMention *
make_mention_at (const char *key, guint32 start)
{
  BayanMention *mention = bayan_mention_new (bayan_clean_span (start, start + 4), BAYAN_MENTION_PERS,
                                             BAYAN_LAYER_RULE, "person/given-name");

  bayan_mention_set_text (&mention->entity_key, key);
  return mention;
}

/* A statement that names @keys, one after the other. Returns: its id */
static gint64
import_naming (Fixture *fixture, const char *text, const char *const *keys)
{
  g_autoptr (GError) error = NULL;
  gint64 import_id = bayan_library_begin_import (fixture->library, &error);
  BayanRecognition *recognition = bayan_recognition_new ();
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_import_item_free);
  g_autoptr (GArray) outcomes = NULL;

  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_ptr_array_add (recognition->mentions, make_mention_at (keys[i], 5 * i));
      g_ptr_array_add (recognition->entities, make_entity (keys[i], BAYAN_MENTION_PERS, keys[i], NULL));
    }
  g_ptr_array_add (items, bayan_import_item_new (make_statement (text, text), recognition));
  outcomes = bayan_library_import (fixture->library, import_id, items, &error);
  g_assert_no_error (error);
  return g_array_index (outcomes, BayanImportOutcome, 0).statement;
}

static void
merge (Fixture *fixture, const char *into, const char *from)
{
  BayanEdit *edit = bayan_edit_new ("merge", into);

  bayan_edit_merge_entities (edit, into, from);
  apply_edit (fixture->library, edit);
}

/* What the mentions of the statement name, in their order */
static void
assert_names (Fixture *fixture, gint64 statement, const char *expected)
{
  g_autoptr (GError) error = NULL;
  BayanOpenStatement *open = bayan_library_load_statement (fixture->library, statement, &error);
  g_autoptr (GString) keys = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < open->mentions->len; i++)
    g_string_append_printf (keys, "%s%s", i > 0 ? " " : "",
                            ((BayanMention *) open->mentions->pdata[i])->entity_key);
  g_assert_cmpstr (keys->str, ==, expected);
  bayan_open_statement_free (open);
}

static guint
count_pairs (Fixture *fixture, BayanPairState state)
{
  g_autoptr (BayanLibraryIndex) index = load_index (fixture->library);
  guint n = 0;

  for (guint i = 0; i < index->pairs->len; i++)
    n += g_array_index (index->pairs, BayanEntityPair, i).state == state;
  return n;
}

static const char *const BOTH[] = { ONE, OTHER, NULL };
static const char *const ONLY_OTHER[] = { OTHER, NULL };
static const char *const ALL[] = { ONE, OTHER, THIRD, NULL };

static void
test_merge (Fixture *fixture, gconstpointer data)
{
  gint64 first = import_naming (fixture, "aaaa bbbb cccc", BOTH), second;

  merge (fixture, ONE, OTHER);
  assert_names (fixture, first, ONE " " ONE);
  g_assert_cmpuint (count_pairs (fixture, BAYAN_PAIR_SAME), ==, 1);

  /* What comes later is the same, too, also after the library was closed. */
  fixture_close (fixture);
  fixture_open (fixture);
  second = import_naming (fixture, "dddd eeee", ONLY_OTHER);
  assert_names (fixture, second, ONE);
  assert_whole (fixture->library);
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  gint64 first = import_naming (fixture, "aaaa bbbb cccc", BOTH), second;

  merge (fixture, ONE, OTHER);
  travel (fixture->library, TRUE);
  assert_names (fixture, first, ONE " " OTHER);
  g_assert_cmpuint (count_pairs (fixture, BAYAN_PAIR_SAME), ==, 0);
  travel (fixture->library, FALSE);
  assert_names (fixture, first, ONE " " ONE);
  travel (fixture->library, TRUE);
  second = import_naming (fixture, "dddd eeee", ONLY_OTHER);
  assert_names (fixture, second, OTHER);
  assert_whole (fixture->library);
}

static void
test_merge_of_the_merged (Fixture *fixture, gconstpointer data)
{
  gint64 first = import_naming (fixture, "aaaa bbbb cccc dddd", ALL);

  merge (fixture, ONE, OTHER);
  merge (fixture, THIRD, ONE);
  assert_names (fixture, first, THIRD " " THIRD " " THIRD);
  merge (fixture, OTHER, THIRD); /* they are one already */
  assert_names (fixture, import_naming (fixture, "eeee", ONLY_OTHER), THIRD);
  travel (fixture->library, TRUE);
  travel (fixture->library, TRUE);
  assert_names (fixture, first, ONE " " ONE " " THIRD);
  assert_whole (fixture->library);
}

static void
test_not_the_same (Fixture *fixture, gconstpointer data)
{
  gint64 first = import_naming (fixture, "aaaa bbbb cccc", BOTH);
  BayanEdit *edit = bayan_edit_new ("part", ONE);

  bayan_edit_part_entities (edit, OTHER, ONE);
  apply_edit (fixture->library, edit);
  g_assert_cmpuint (count_pairs (fixture, BAYAN_PAIR_DIFFERENT), ==, 1);
  assert_names (fixture, first, ONE " " OTHER);
  merge (fixture, ONE, OTHER);
  g_assert_cmpuint (count_pairs (fixture, BAYAN_PAIR_DIFFERENT), ==, 0);
  travel (fixture->library, TRUE);
  g_assert_cmpuint (count_pairs (fixture, BAYAN_PAIR_DIFFERENT), ==, 1);
  assert_names (fixture, first, ONE " " OTHER);
}

static void
test_nobody (Fixture *fixture, gconstpointer data)
{
  BayanEdit *edit = bayan_edit_new ("merge", ONE);
  g_autoptr (GError) error = NULL;

  import_naming (fixture, "aaaa bbbb cccc", BOTH);
  bayan_edit_merge_entities (edit, ONE, "pers:nobody");
  g_assert_false (bayan_library_apply (fixture->library, edit, &error));
  g_assert_error (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_NOT_FOUND);
}

typedef struct {
  guint n_removed, n_added, n_pairs, n_mentions;
} Heard;

static void
changed_cb (BayanLibrary *library, const BayanLibraryChange *change, gpointer data)
{
  Heard *heard = data;

  heard->n_removed += change->tallies_removed->len;
  heard->n_added += change->tallies_added->len;
  heard->n_pairs += change->pairs_changed->len;
  heard->n_mentions += change->mentions_changed->len;
}

static void
test_change_feed (Fixture *fixture, gconstpointer data)
{
  Heard heard = { 0 };

  import_naming (fixture, "aaaa bbbb cccc", BOTH);
  g_signal_connect (fixture->library, "changed", G_CALLBACK (changed_cb), &heard);
  merge (fixture, ONE, OTHER);
  g_assert_cmpuint (heard.n_removed, ==, 1);
  g_assert_cmpuint (heard.n_added, ==, 1);
  g_assert_cmpuint (heard.n_mentions, ==, 1);
  g_assert_cmpuint (heard.n_pairs, ==, 1);
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/pairs/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("merge", test_merge);
  ADD ("undo", test_undo);
  ADD ("merge-of-the-merged", test_merge_of_the_merged);
  ADD ("not-the-same", test_not_the_same);
  ADD ("nobody", test_nobody);
  ADD ("change-feed", test_change_feed);
  return g_test_run ();
}
