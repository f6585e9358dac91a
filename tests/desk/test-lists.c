/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-entity-list.h"
#include "bayan-statement-list.h"

typedef struct {
  guint n_signals;
  GPtrArray *copy;
} Watch;

static void
watch_cb (GListModel *model, guint position, guint removed, guint added, Watch *watch)
{
  watch->n_signals++;
  if (removed > 0)
    g_ptr_array_remove_range (watch->copy, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (watch->copy, (int) (position + i), g_list_model_get_item (model, position + i));
}

static Watch
watch_new (gpointer model, Watch *at)
{
  g_signal_connect (model, "items-changed", G_CALLBACK (watch_cb), at);
  return (Watch) { 0, g_ptr_array_new_with_free_func (g_object_unref) };
}

static BayanStatementItem *
statement_item (gint64 id)
{
  BayanHeader header = { .id = id, .title = (char *) "بيان" };

  return bayan_statement_item_new (&header, (guint) id);
}

static GPtrArray *
statement_items (gint64 first, gint64 last)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (gint64 id = first; id <= last; id++)
    g_ptr_array_add (items, statement_item (id));
  return items;
}

static GArray *
ids_of (guint n_ids, const gint64 *ids)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_vals (array, ids, n_ids);
  return array;
}

static void
assert_ids (Watch *watch, const char *expected)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < watch->copy->len; i++)
    g_string_append_printf (ids, "%s%d", i > 0 ? " " : "",
                            (int) bayan_statement_item_get_id (watch->copy->pdata[i]));
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
test_statements (void)
{
  g_autoptr (BayanStatementList) list = bayan_statement_list_new ();
  g_autoptr (GPtrArray) first = statement_items (1, 3), second = statement_items (7, 9),
                        between = statement_items (5, 5);
  g_autoptr (GArray) some = ids_of (4, (const gint64[]) { 2, 3, 5, 42 });
  Watch watch = watch_new (list, &watch);

  bayan_statement_list_add (list, first);
  bayan_statement_list_add (list, second);
  g_assert_cmpuint (watch.n_signals, ==, 2); /* one splice a batch */
  assert_ids (&watch, "9 8 7 3 2 1");
  bayan_statement_list_add (list, between);
  assert_ids (&watch, "9 8 7 5 3 2 1");
  g_assert_true (bayan_statement_list_find (list, 5) == between->pdata[0]);
  bayan_statement_list_remove (list, some);
  g_assert_cmpuint (watch.n_signals, ==, 4); /* 5, 3, 2 stand together */
  assert_ids (&watch, "9 8 7 1");
  g_assert_null (bayan_statement_list_find (list, 5));
  bayan_statement_list_clear (list);
  assert_ids (&watch, "");
  g_assert_null (bayan_statement_list_find (list, 9));
  g_ptr_array_unref (watch.copy);
}

/* An undone import that is done again: its statements go back to where they were, in two places. */
static void
test_statements_in_two_places (void)
{
  g_autoptr (BayanStatementList) list = bayan_statement_list_new ();
  g_autoptr (GPtrArray) there = statement_items (3, 4), low = statement_items (1, 2),
                        high = statement_items (5, 6);
  Watch watch = watch_new (list, &watch);

  bayan_statement_list_add (list, there);
  for (guint i = 0; i < high->len; i++)
    g_ptr_array_add (low, g_object_ref (high->pdata[i]));
  bayan_statement_list_add (list, low);
  assert_ids (&watch, "6 5 4 3 2 1");
  g_assert_cmpuint (watch.n_signals, ==, 3);
  g_ptr_array_unref (watch.copy);
}

static guint n_notified;

static void
notified_cb (void)
{
  n_notified++;
}

static void
test_statement_item_notifies (void)
{
  g_autoptr (BayanStatementItem) item = statement_item (1);
  BayanHeader header = { .id = 1, .title = (char *) "بيان", .n_suggested = 3, .n_confirmed = 1 };

  n_notified = 0;
  g_signal_connect (item, "notify", G_CALLBACK (notified_cb), NULL);
  g_assert_cmpfloat (bayan_statement_item_get_progress (item), ==, 0);
  bayan_statement_item_update (item, &header);
  g_assert_cmpuint (n_notified, ==, 3);
  g_assert_cmpfloat (bayan_statement_item_get_progress (item), ==, 0.25);
  bayan_statement_item_update (item, &header);
  g_assert_cmpuint (n_notified, ==, 3);
}

static BayanEntityItem *
entity_item (const char *name, BayanMentionType type)
{
  g_autofree char *key = g_strconcat ("org:", name, NULL);
  g_autoptr (BayanEntity) entity = bayan_entity_new (key, type);

  entity->name_ar = g_strdup (name);
  return bayan_entity_item_new (entity, 1);
}

static void
set_count (BayanEntityList *list, BayanEntityItem *item, guint count)
{
  BayanEntityUpdate update = { item, { count, 0 }, NULL };

  bayan_entity_list_update (list, &update, 1);
}

static void
assert_names (Watch *watch, const char *expected)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < watch->copy->len; i++)
    g_string_append (names, bayan_entity_item_get_entity (watch->copy->pdata[i])->name_ar);
  g_assert_cmpstr (names->str, ==, expected);
}

static void
test_entities (void)
{
  g_autoptr (BayanEntityList) list = bayan_entity_list_new ();
  g_autoptr (BayanEntityItem) a = entity_item ("a", BAYAN_MENTION_ORG),
                              b = entity_item ("b", BAYAN_MENTION_ORG);
  g_autoptr (BayanEntityItem) c = entity_item ("c", BAYAN_MENTION_GPE);
  g_autoptr (BayanEntity) renamed = NULL;
  Watch watch = watch_new (list, &watch);

  set_count (list, a, 2);
  set_count (list, b, 5);
  set_count (list, c, 1);
  assert_names (&watch, "cba"); /* by type, then the most frequent */
  g_assert_cmpuint (watch.n_signals, ==, 3);
  set_count (list, b, 3);
  g_assert_cmpuint (watch.n_signals, ==, 3); /* it stays where it is: no row moves */
  set_count (list, b, 2);
  assert_names (&watch, "cab"); /* by name where the counts are the same */
  set_count (list, a, 0);
  assert_names (&watch, "cb");
  renamed = bayan_entity_new (bayan_entity_item_get_entity (b)->key, bayan_entity_item_get_entity (b)->type);
  renamed->name_ar = g_strdup ("z");
  bayan_entity_list_update (list, &(BayanEntityUpdate) { b, { 2, 0 }, renamed }, 1);
  set_count (list, a, 2);
  assert_names (&watch, "caz");
  g_ptr_array_unref (watch.copy);
}

#define N_RANDOM 400

/* Few changes are moved one by one, many with a splice, which finds them by a search or with a look at each item: all
 * must give the same list, from the signals alone. */
static void
test_entities_at_random (void)
{
  g_autoptr (BayanEntityList) list = bayan_entity_list_new ();
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  Watch watch = watch_new (list, &watch);

  for (int i = 0; i < N_RANDOM; i++)
    {
      g_autofree char *name = g_strdup_printf ("%03d", i);
      g_ptr_array_add (items, entity_item (name, (BayanMentionType) (i % 3)));
    }
  for (int round = 0; round < 400; round++)
    {
      static const int PARTS[] = { 2, 20, 60 };
      BayanEntityUpdate updates[N_RANDOM];
      guint n_updates = 0, n_present = 0, before = watch.n_signals;
      int part = PARTS[g_test_rand_int_range (0, G_N_ELEMENTS (PARTS))];

      for (guint i = 0; i < items->len; i++)
        if (g_test_rand_int_range (0, part) == 0)
          updates[n_updates++] =
              (BayanEntityUpdate) { items->pdata[i], { (guint) g_test_rand_int_range (0, 6), 0 }, NULL };
      bayan_entity_list_update (list, updates, n_updates);
      if (n_updates > 20)
        g_assert_cmpuint (watch.n_signals, <=, before + 1);
      for (guint i = 1; i < watch.copy->len; i++)
        g_assert_cmpint (bayan_entity_item_compare (watch.copy->pdata[i - 1], watch.copy->pdata[i]), <, 0);
      for (guint i = 0; i < items->len; i++)
        n_present += bayan_entity_item_get_count (items->pdata[i]) > 0;
      g_assert_cmpuint (watch.copy->len, ==, n_present);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, n_present);
    }
  g_ptr_array_unref (watch.copy);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lists/statements", test_statements);
  g_test_add_func ("/lists/statements-in-two-places", test_statements_in_two_places);
  g_test_add_func ("/lists/statement-item-notifies", test_statement_item_notifies);
  g_test_add_func ("/lists/entities", test_entities);
  g_test_add_func ("/lists/entities-at-random", test_entities_at_random);
  return g_test_run ();
}
