/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of a person, over a library of statements that write names in several ways. */
#include <string.h>

#include "bayan-person-page.h"
#include "fixture.h"

#define FIRST                                                                                                                                                                       \
  "بيان بغداد\n\nبغداد، 9 آذار 2023\n\nاستقبل رئيس الوزراء العراقي وزير الخارجية الأميركي أنتوني بلنكن. " \
  "وقال بلينكن إن "                                                                                                                                                     \
  "بلاده تدعم العراق. وحضر السيد كمال زربطان اللقاء.\n"
#define SECOND                                                                                                                                                                            \
  "بيان عمان\n\nعمان، 4 تشرين الثاني 2023\n\nالتقى وزير الخارجية الأميركي أنتوني بلينكن نظيره الأردني أيمن " \
  "الصفدي. وشارك "                                                                                                                                                             \
  "السيد كمال الزربطان في الاجتماع، وشارك فيه السيد سامي زربطان.\n"
#define UNDATED "بيان بلا تاريخ\n\nقال وزير الخارجية الأميركي إن بلاده تدعم العراق.\n"

static BayanPersonPage *
open_page (Fixture *fixture, const char *key)
{
  BayanPersonPage *page = bayan_person_page_new (fixture->desk, key);

  g_assert_true (bayan_person_page_get_loading (page));
  wait_until (!bayan_person_page_get_loading (page));
  return page;
}

static const BayanSeenWords *
find_seen (GPtrArray *all, const char *words)
{
  for (guint i = 0; i < all->len; i++)
    if (g_str_equal (((BayanSeenWords *) all->pdata[i])->words, words))
      return all->pdata[i];
  g_error ("there is no %s", words);
}

static void
test_page (Fixture *fixture, gconstpointer data)
{
  gint64 first = fixture_import_text (fixture, FIRST);
  g_autoptr (BayanPersonPage) page = NULL;
  g_autoptr (BayanPersonPlace) newest = NULL;
  g_autoptr (BayanPersonPlace) oldest = NULL;
  const BayanSeenWords *office;
  const BayanHeldOffice *held;
  GListModel *places;

  fixture_import_text (fixture, SECOND);
  page = open_page (fixture, "pers:blinken");
  g_assert_cmpstr (bayan_person_page_get_entity (page)->name_en, ==, "Blinken");
  g_assert_cmpuint (bayan_person_page_get_n_statements (page), ==, 2);
  g_assert_cmpuint (bayan_person_page_get_n_mentions (page), ==, 3);
  g_assert_cmpuint (bayan_person_page_get_names (page)->len, ==, 3);
  g_assert_cmpuint (find_seen (bayan_person_page_get_names (page), "أنتوني بلنكن")->n_mentions, ==, 1);

  office = find_seen (bayan_person_page_get_seen_offices (page), "وزير الخارجية الأميركي");
  g_assert_cmpuint (office->n_mentions, ==, 2);
  g_assert_cmpint (office->first.month, ==, 3);
  g_assert_cmpint (office->last.month, ==, 11);
  g_assert_false (office->differs);

  g_assert_cmpuint (bayan_person_page_get_held_offices (page)->len, ==, 1);
  held = bayan_person_page_get_held_offices (page)->pdata[0];
  g_assert_cmpstr (held->name_en, ==, "Foreign Minister");
  g_assert_cmpstr (held->of->key, ==, "iso:USA");
  g_assert_cmpint (held->to.year, ==, 2025);

  places = bayan_person_page_get_places (page);
  g_assert_cmpuint (g_list_model_get_n_items (places), ==, 2);
  newest = g_list_model_get_item (places, 0);
  oldest = g_list_model_get_item (places, 1);
  g_assert_cmpint (bayan_statement_item_get_id (bayan_person_place_get_statement (oldest)), ==, first);
  g_assert_cmpuint (bayan_person_place_get_n_mentions (oldest), ==, 2);
  g_assert_cmpstr (bayan_person_place_get_words (oldest), ==, "أنتوني بلنكن");
  g_assert_true (g_str_has_suffix (bayan_person_place_get_before (newest), "وزير الخارجية الأميركي "));
}

static const BayanLikePerson *
find_alike (BayanPersonPage *page, const char *words)
{
  GPtrArray *alike = bayan_person_page_get_alike (page);

  for (guint i = 0; i < alike->len; i++)
    {
      const BayanLikePerson *like = alike->pdata[i];

      if (g_strcmp0 (like->entity->name_ar, words) == 0)
        return like;
    }
  return NULL;
}

static char *
find_key (Fixture *fixture, const char *words)
{
  for (guint i = 0; i < fixture->desk->items->len; i++)
    {
      BayanEntityItem *item = fixture->desk->items->pdata[i];

      if (item != NULL && g_strcmp0 (bayan_entity_item_get_entity (item)->name_ar, words) == 0)
        return g_strdup (bayan_entity_item_get_key (item));
    }
  g_error ("nobody is called %s", words);
}

static void
wait_read_again (BayanPersonPage *page)
{
  wait_until (bayan_person_page_get_loading (page));
  wait_until (!bayan_person_page_get_loading (page));
}

static guint
count_names (Fixture *fixture)
{
  g_autoptr (GPtrArray) items = bayan_desk_list_names (fixture->desk);

  return items->len;
}

/* What the merge taught: the other's name is a spelling on the list, until the merge is undone. The list follows the page. */
static void
assert_taught (Fixture *fixture, const char *key, const char *spelling)
{
  g_autoptr (GPtrArray) items = NULL;
  const BayanOwnName *name;

  wait_until (count_names (fixture) == (spelling != NULL ? 1 : 0));
  if (spelling == NULL)
    return;
  items = bayan_desk_list_names (fixture->desk);
  name = bayan_name_item_get_name (items->pdata[0]);
  g_assert_cmpstr (name->key, ==, key);
  g_assert_cmpstr (name->spellings[0], ==, spelling);
  g_assert_cmpint (name->origin, ==, BAYAN_NAME_ORIGIN_MERGE);
}

static void
test_same_person (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanPersonPage) page = NULL;
  g_autofree char *key = NULL, *other = NULL;

  fixture_import_text (fixture, FIRST);
  fixture_import_text (fixture, SECOND);
  key = find_key (fixture, "كمال زربطان");
  other = find_key (fixture, "كمال الزربطان");
  page = open_page (fixture, key);
  g_assert_cmpuint (bayan_person_page_get_alike (page)->len, ==, 1);
  g_assert_nonnull (find_alike (page, "كمال الزربطان"));

  bayan_person_page_merge (page, other);
  wait_read_again (page);
  g_assert_cmpuint (bayan_person_page_get_alike (page)->len, ==, 0);
  g_assert_cmpuint (bayan_person_page_get_n_statements (page), ==, 2);
  g_assert_cmpuint (bayan_person_page_get_names (page)->len, ==, 2);
  assert_taught (fixture, key, "كمال الزربطان");
  fixture_check (fixture);

  bayan_desk_undo (fixture->desk);
  wait_read_again (page);
  assert_taught (fixture, key, NULL);
  g_assert_cmpuint (bayan_person_page_get_n_statements (page), ==, 1);
  g_assert_nonnull (find_alike (page, "كمال الزربطان"));

  bayan_person_page_part (page, other);
  wait_read_again (page);
  g_assert_cmpuint (bayan_person_page_get_alike (page)->len, ==, 0);
  g_clear_object (&page);

  /* It is remembered. */
  fixture_reopen (fixture);
  wait_until (bayan_desk_get_counted (fixture->desk));
  page = open_page (fixture, key);
  g_assert_cmpuint (bayan_person_page_get_alike (page)->len, ==, 0);
}

/* From the page of one who goes, too. */
static void
test_page_of_the_other (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanPersonPage) page = NULL, later = NULL;
  g_autofree char *key = NULL, *other = NULL;

  fixture_import_text (fixture, FIRST);
  fixture_import_text (fixture, SECOND);
  key = find_key (fixture, "كمال زربطان");
  other = find_key (fixture, "كمال الزربطان");
  page = open_page (fixture, key);
  bayan_person_page_merge (page, other);
  wait_read_again (page);
  later = open_page (fixture, other);
  g_assert_cmpstr (bayan_person_page_get_key (later), ==, key);
}

static void
test_person_of_a_mention (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name_ar = NULL, *name_en = NULL;
  g_autofree char *holder = NULL, *person = NULL, *nobody = NULL, *country = NULL;
  const char *words = "وزير الخارجية الأميركي";

  fixture_read (fixture, fixture_import_text (fixture, FIRST));
  holder = bayan_desk_find_person (fixture->desk, fixture_find (fixture, words, BAYAN_MENTION_OCC)->id,
                                   &name_ar, &name_en);
  g_assert_cmpstr (holder, ==, "pers:blinken");
  g_assert_cmpstr (name_en, ==, "Blinken");
  g_clear_pointer (&name_ar, g_free);
  g_clear_pointer (&name_en, g_free);
  person = bayan_desk_find_person (fixture->desk, fixture_find (fixture, "بلينكن", BAYAN_MENTION_PERS)->id,
                                   &name_ar, &name_en);
  g_assert_cmpstr (person, ==, "pers:blinken");
  g_clear_pointer (&name_ar, g_free);
  g_clear_pointer (&name_en, g_free);
  country = bayan_desk_find_person (fixture->desk, fixture_find (fixture, "العراق", BAYAN_MENTION_GPE)->id,
                                    &name_ar, &name_en);
  g_assert_null (country);
  fixture_read (fixture, fixture_import_text (fixture, UNDATED));
  nobody = bayan_desk_find_person (fixture->desk, fixture_find (fixture, words, BAYAN_MENTION_OCC)->id,
                                   &name_ar, &name_en);
  g_assert_null (nobody);
}

/* Somebody of the tables whom no statement names */
static void
test_nobody_named (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanPersonPage) page = NULL;

  fixture_import_text (fixture, FIRST);
  page = open_page (fixture, "pers:kerry");
  g_assert_cmpuint (bayan_person_page_get_n_statements (page), ==, 0);
  g_assert_cmpstr (bayan_person_page_get_entity (page)->name_en, ==, "John Kerry");
  g_assert_cmpuint (bayan_person_page_get_held_offices (page)->len, ==, 1);
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/persons/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("page", test_page);
  ADD ("same-person", test_same_person);
  ADD ("page-of-the-other", test_page_of_the_other);
  ADD ("person-of-a-mention", test_person_of_a_mention);
  ADD ("nobody-named", test_nobody_named);
  return g_test_run ();
}
