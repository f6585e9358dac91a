/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the analyst says of entities, as the window sees it: lists, counts, search and undo follow. */
#include <string.h>

#include "fixture.h"

#define ONE "بيان أول\n\nزار الوزير بغداد، ثم عاد إلى بغداد. وشكر العراق.\n"
#define TWO "بيان ثان\n\nاجتمع الوفد في البصرة، ثم في بغداد.\n"

static BayanEntityItem *
find_named (Fixture *fixture, const char *name)
{
  GListModel *entities = bayan_desk_get_entities (fixture->desk);

  for (guint i = 0; i < g_list_model_get_n_items (entities); i++)
    {
      g_autoptr (BayanEntityItem) item = g_list_model_get_item (entities, i);

      if (g_strcmp0 (bayan_entity_item_get_entity (item)->name_ar, name) == 0)
        return item;
    }
  return NULL;
}

static const char *
key_of (Fixture *fixture, const char *name)
{
  BayanEntityItem *item = find_named (fixture, name);

  g_assert_nonnull (item);
  return bayan_entity_item_get_key (item);
}

static void
import_both (Fixture *fixture)
{
  gint64 first = fixture_import_text (fixture, ONE);

  fixture_import_text (fixture, TWO);
  bayan_desk_set_scope (fixture->desk, BAYAN_SCOPE_LIBRARY);
  fixture_read (fixture, first);
}

static void
say (Fixture *fixture, const char *key, const char *name_ar, int type)
{
  BayanEntityItem *item = bayan_desk_find_entity (fixture->desk, key);
  g_autoptr (BayanOwnEntity) own = bayan_own_entity_dup (bayan_entity_item_get_own (item));

  g_free (own->name_ar);
  own->name_ar = g_strdup (name_ar);
  own->type = type;
  bayan_desk_say_of_entity (fixture->desk, key, own);
  fixture_act (fixture);
}

static void
assert_act (Fixture *fixture, const char *act, const char *subject)
{
  const char *of = NULL;

  g_assert_cmpstr (bayan_desk_get_undo_act (fixture->desk, &of), ==, act);
  g_assert_cmpstr (of, ==, subject);
}

/* What follows from a merge may be told in between. */
static void
undo (Fixture *fixture)
{
  g_autofree char *act = g_strdup (bayan_desk_get_undo_act (fixture->desk, NULL));

  bayan_desk_undo (fixture->desk);
  wait_until (g_strcmp0 (bayan_desk_get_undo_act (fixture->desk, NULL), act) != 0);
}

/* Another name, another place in the list, another colour in the reader; all of it comes back. */
static void
test_saying (Fixture *fixture, gconstpointer data)
{
  g_autofree char *key = NULL;
  BayanEntityItem *item;

  import_both (fixture);
  key = g_strdup (key_of (fixture, "بغداد"));
  g_assert_true (bayan_desk_can_change_entity (fixture->desk, key));
  say (fixture, key, "مدينة السلام", BAYAN_OWN_ENTITY_AS_FOUND);
  assert_act (fixture, "rename-entity", "بغداد\nمدينة السلام");
  item = find_named (fixture, "مدينة السلام");
  g_assert_cmpstr (bayan_entity_item_get_key (item), ==, key);
  g_assert_cmpuint (bayan_entity_item_get_count (item), ==, 3);
  say (fixture, key, "مدينة السلام", BAYAN_MENTION_FAC);
  assert_act (fixture, "retype-entity", "مدينة السلام");
  g_assert_cmpint (bayan_entity_item_get_mention_type (item), ==, BAYAN_MENTION_FAC);
  g_assert_nonnull (fixture_find (fixture, "بغداد", BAYAN_MENTION_FAC));
  fixture_check (fixture);
  fixture_reopen (fixture);
  wait_until (bayan_desk_get_counted (fixture->desk));
  bayan_desk_set_scope (fixture->desk, BAYAN_SCOPE_LIBRARY);
  item = bayan_desk_find_entity (fixture->desk, key);
  g_assert_cmpstr (bayan_entity_item_get_own (item)->name_ar, ==, "مدينة السلام");
  bayan_desk_undo (fixture->desk);
  bayan_desk_undo (fixture->desk);
  wait_until (bayan_entity_item_get_own (item) == NULL);
  g_assert_cmpstr (bayan_entity_item_get_entity (item)->name_ar, ==, "بغداد");
  g_assert_cmpint (bayan_entity_item_get_mention_type (item), ==, BAYAN_MENTION_GPE);
  fixture_check (fixture);
}

/* The map's twin has the name, too; what is said already is no act. */
static void
test_country (Fixture *fixture, gconstpointer data)
{
  GListModel *ranking = bayan_desk_get_country_ranking (fixture->desk);
  g_autoptr (BayanEntityItem) item = NULL;
  g_autoptr (BayanOwnEntity) same = NULL;

  import_both (fixture);
  say (fixture, "iso:IRQ", "بلاد الرافدين", BAYAN_OWN_ENTITY_AS_FOUND);
  item = g_list_model_get_item (ranking, 0);
  g_assert_cmpstr (bayan_entity_item_get_entity (item)->name_ar, ==, "بلاد الرافدين");
  same = bayan_own_entity_dup (bayan_entity_item_get_own (bayan_desk_find_entity (fixture->desk, "iso:IRQ")));
  bayan_desk_say_of_entity (fixture->desk, "iso:IRQ", same);
  undo (fixture); /* of what was said first */
  g_assert_cmpstr (bayan_entity_item_get_entity (item)->name_ar, ==, "العراق");
}

/* Dates and labels are no things that have names. */
static void
test_unchangeable (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanOwnLabel) label = bayan_own_label_new ("تلطيف");

  bayan_desk_put_own_label (fixture->desk, label);
  fixture_act (fixture);
  g_assert_false (bayan_desk_can_change_entity (fixture->desk, "label:1"));
  g_assert_false (bayan_desk_can_change_entity (fixture->desk, "org:nobody"));
  g_assert_false (bayan_desk_can_change_entity (fixture->desk, NULL));
}

/* Counted together in lists and statements, and apart again. */
static void
test_merging (Fixture *fixture, gconstpointer data)
{
  g_autofree char *into = NULL, *from = NULL;
  g_autoptr (BayanOwnEntity) own = bayan_own_entity_new ();
  g_autoptr (GArray) naming = NULL;
  guint n_statements;

  import_both (fixture);
  into = g_strdup (key_of (fixture, "بغداد"));
  from = g_strdup (key_of (fixture, "البصرة"));
  bayan_own_entity_set_text (&own->wikidata, "Q48195");
  bayan_desk_say_of_entity (fixture->desk, from, own);
  fixture_act (fixture);
  g_assert_false (bayan_desk_can_merge (fixture->desk, into, into));
  naming = bayan_desk_list_naming (fixture->desk, into);
  g_assert_cmpuint (naming->len, ==, 2);
  g_assert_cmpuint (g_array_index (naming, BayanNaming, 0).n_mentions, ==, 1);
  g_assert_cmpuint (g_array_index (naming, BayanNaming, 1).n_mentions, ==, 2);
  bayan_desk_merge_entities (fixture->desk, into, from);
  fixture_act (fixture);
  assert_act (fixture, "merge-entities", "البصرة\nبغداد");
  g_assert_null (find_named (fixture, "البصرة"));
  g_assert_cmpuint (bayan_desk_count_entity (fixture->desk, into, &n_statements), ==, 4);
  g_assert_cmpuint (n_statements, ==, 2);
  g_assert_cmpstr (bayan_entity_item_get_own (find_named (fixture, "بغداد"))->wikidata, ==, "Q48195");
  bayan_desk_set_search (fixture->desk, "entity:البصرة ");
  wait_until (bayan_desk_get_n_matching (fixture->desk) == 2);
  bayan_desk_set_search (fixture->desk, NULL);
  undo (fixture);
  g_assert_cmpuint (bayan_entity_item_get_count (find_named (fixture, "البصرة")), ==, 1);
  g_assert_null (bayan_entity_item_get_own (find_named (fixture, "بغداد")));
  fixture_check (fixture);
}

static const char *
note_of (Fixture *fixture, const char *key)
{
  const BayanNote *note = bayan_desk_find_note (fixture->desk, BAYAN_NOTE_OF_ENTITY,
                                                bayan_desk_get_note_target (fixture->desk, key));

  return note != NULL ? note->text : NULL;
}

static void
set_note (Fixture *fixture, const char *key, const char *text)
{
  bayan_desk_set_note (fixture->desk, BAYAN_NOTE_OF_ENTITY, bayan_desk_get_note_target (fixture->desk, key), text);
  fixture_act (fixture);
}

/* Notes go along with their entity, and come back with it. */
static void
test_merging_notes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *into = NULL, *from = NULL;

  import_both (fixture);
  into = g_strdup (key_of (fixture, "بغداد"));
  from = g_strdup (key_of (fixture, "البصرة"));
  set_note (fixture, from, "ميناء");
  bayan_desk_merge_entities (fixture->desk, into, from);
  fixture_act (fixture);
  g_assert_cmpstr (note_of (fixture, into), ==, "ميناء");
  g_assert_null (note_of (fixture, from));
  undo (fixture);
  g_assert_cmpstr (note_of (fixture, from), ==, "ميناء");
  g_assert_null (note_of (fixture, into));
  set_note (fixture, into, "العاصمة");
  bayan_desk_merge_entities (fixture->desk, into, from);
  fixture_act (fixture);
  g_assert_cmpstr (note_of (fixture, into), ==, "العاصمة\n\nميناء");
  undo (fixture);
  g_assert_cmpstr (note_of (fixture, from), ==, "ميناء");
  g_assert_cmpstr (note_of (fixture, into), ==, "العاصمة");
}

typedef struct {
  BayanDesk *desk;
  GPtrArray *variants; /* nullable */
} Loading;

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Loading *loading = data;
  g_autoptr (GError) error = NULL;

  loading->variants = bayan_desk_load_variants_finish (loading->desk, result, &error);
  g_assert_no_error (error);
}

/* The words of a variant are an entity of their own from then on. */
static void
test_splitting (Fixture *fixture, gconstpointer data)
{
  Loading loading = { fixture->desk, NULL };
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_autofree char *into = NULL, *from = NULL;

  import_both (fixture);
  into = g_strdup (key_of (fixture, "بغداد"));
  from = g_strdup (key_of (fixture, "البصرة"));
  bayan_desk_merge_entities (fixture->desk, into, from);
  fixture_act (fixture);
  bayan_desk_load_variants_async (fixture->desk, into, NULL, loaded_cb, &loading);
  wait_until (loading.variants != NULL);
  g_assert_cmpuint (loading.variants->len, ==, 2);
  g_assert_cmpstr (((const BayanVariant *) loading.variants->pdata[1])->surface, ==, "البصرة");
  g_ptr_array_add (one, loading.variants->pdata[1]);
  bayan_desk_split_entity (fixture->desk, into, one);
  fixture_act (fixture);
  assert_act (fixture, "split-entity", "البصرة\nبغداد");
  g_assert_cmpuint (bayan_entity_item_get_count (find_named (fixture, "البصرة")), ==, 1);
  g_assert_cmpuint (bayan_entity_item_get_count (find_named (fixture, "بغداد")), ==, 3);
  fixture_check (fixture);
  undo (fixture);
  g_assert_cmpuint (bayan_entity_item_get_count (find_named (fixture, "بغداد")), ==, 4);
  g_ptr_array_unref (loading.variants);
}

static void
assert_searched (Fixture *fixture, const char *words, const char *first)
{
  g_autoptr (GPtrArray) found = bayan_desk_search_entities (fixture->desk, words, 10);

  g_assert_cmpuint (found->len > 0, ==, first != NULL);
  if (first != NULL)
    g_assert_cmpstr (bayan_entity_item_get_entity (found->pdata[0])->name_ar, ==, first);
}

static void
test_searching (Fixture *fixture, gconstpointer data)
{
  import_both (fixture);
  assert_searched (fixture, "بصره", "البصرة");
  assert_searched (fixture, "baghdad", "بغداد");
  assert_searched (fixture, " عراق", "العراق");
  assert_searched (fixture, "لا أحد", NULL);
  assert_searched (fixture, "", NULL);
  bayan_desk_prepare_search (fixture->desk);
  say (fixture, key_of (fixture, "بغداد"), "مدينة السلام", BAYAN_OWN_ENTITY_AS_FOUND);
  assert_searched (fixture, "سلام", "مدينة السلام");
  assert_searched (fixture, "بغداد", NULL);
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/entities/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("saying", test_saying);
  ADD ("country", test_country);
  ADD ("unchangeable", test_unchangeable);
  ADD ("merging", test_merging);
  ADD ("merging-notes", test_merging_notes);
  ADD ("splitting", test_splitting);
  ADD ("searching", test_searching);
  return g_test_run ();
}
