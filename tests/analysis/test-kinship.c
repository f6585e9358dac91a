/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Doubles: found where they are, and only there. The figures are printed; the thresholds are those of the issue. */
#include <string.h>

#include "bayan-config.h"
#include "bayan-ingest.h"
#include "bayan-kinship-groups.h"

#include "doubles-set.h"

#define LEAST_DUPLICATE_F1 0.97
#define LEAST_EVENT_F1 0.85
/* Of 52 pairs in the held half seven hang on one text: a half alone may miss such a text. */
#define LEAST_EVENT_F1_OF_HALF 0.8

static BayanRecogniser *recogniser;

static void
add_to_index (BayanKinshipIndex *index, const GPtrArray *set, guint i)
{
  const DoublesText *text = set->pdata[i];
  g_autoptr (GBytes) sketch = bayan_sketch_to_bytes (text->sketch);

  g_assert_true (bayan_kinship_index_add (index, i + 1, sketch));
}

static BayanKinshipIndex *
make_index (const GPtrArray *set)
{
  BayanKinshipIndex *index = bayan_kinship_index_new ();

  for (guint i = 0; i < set->len; i++)
    add_to_index (index, set, i);
  return index;
}

static GArray *
make_ids (guint first, guint n)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gint64 id = first; id < first + n; id++)
    g_array_append_val (ids, id);
  return ids;
}

/* What two statements are: in one group of a kind, the narrower kind first. */
typedef enum { UNRELATED, DUPLICATE, SAME_EVENT, N_RELATIONS } Relation;

static const char *const RELATIONS[] = { "unrelated", "duplicate", "same event" };

static Relation
get_relation (const GPtrArray *set, guint i, guint j)
{
  const DoublesText *a = set->pdata[i], *b = set->pdata[j];

  return strcmp (a->story, b->story) == 0   ? DUPLICATE
         : strcmp (a->event, b->event) == 0 ? SAME_EVENT
                                            : UNRELATED;
}

/* By statement, the number of its group of @kind; 0 for none. */
static guint *
number_groups (GPtrArray *groups, BayanGroupKind kind, guint n)
{
  guint *numbers = g_new0 (guint, n + 1);

  for (guint g = 0; g < groups->len; g++)
    {
      const BayanStatementGroup *group = groups->pdata[g];
      for (guint i = 0; group->kind == kind && i < group->statements->len; i++)
        {
          gint64 id = g_array_index (group->statements, gint64, i);
          g_assert_cmpuint (numbers[id], ==, 0);
          numbers[id] = g + 1;
        }
    }
  return numbers;
}

typedef guint Confusion[N_RELATIONS][N_RELATIONS];

static void
count_pairs (const GPtrArray *set, GPtrArray *groups, Confusion confusion)
{
  g_autofree guint *texts = number_groups (groups, BAYAN_GROUP_DUPLICATE, set->len);
  g_autofree guint *events = number_groups (groups, BAYAN_GROUP_SAME_EVENT, set->len);

  for (guint i = 0; i < set->len; i++)
    for (guint j = i + 1; j < set->len; j++)
      {
        Relation truth = get_relation (set, i, j);
        Relation found = texts[i + 1] != 0 && texts[i + 1] == texts[j + 1]      ? DUPLICATE
                         : events[i + 1] != 0 && events[i + 1] == events[j + 1] ? SAME_EVENT
                                                                                : UNRELATED;
        confusion[truth][found]++;
        if (truth != found && g_getenv ("BAYAN_DOUBLES_ERRORS") != NULL)
          g_test_message ("%s, not %s: %s, %s", RELATIONS[truth], RELATIONS[found],
                          ((DoublesText *) set->pdata[i])->name, ((DoublesText *) set->pdata[j])->name);
      }
}

static double
get_f1 (Confusion confusion, Relation relation)
{
  guint right = confusion[relation][relation], found = 0, there = 0;

  for (guint i = 0; i < N_RELATIONS; i++)
    {
      found += confusion[i][relation];
      there += confusion[relation][i];
    }
  g_test_message ("  %-10s precision %.4f (%u/%u)  recall %.4f (%u/%u)  F1 %.4f", RELATIONS[relation],
                  (double) right / MAX (found, 1), right, found, (double) right / MAX (there, 1), right,
                  there, 2.0 * right / MAX (found + there, 1));
  return 2.0 * right / MAX (found + there, 1);
}

static Confusion total;
static guint n_halves;

static void
add_confusion (Confusion confusion)
{
  n_halves++;
  for (guint i = 0; i < N_RELATIONS; i++)
    for (guint j = 0; j < N_RELATIONS; j++)
      total[i][j] += confusion[i][j];
}

static void
test_half (gconstpointer half)
{
  g_autoptr (GPtrArray) set = doubles_set_new (half, recogniser);
  g_autoptr (BayanKinshipIndex) index = make_index (set);
  g_autoptr (GArray) ids = make_ids (1, set->len);
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  g_autoptr (GPtrArray) groups = bayan_kinship_groups_propose (index, ids, known, NULL);
  Confusion confusion = { { 0 } };
  double duplicates, events;

  g_test_message ("half %s: %u statements, %u groups", (const char *) half, set->len, groups->len);
  count_pairs (set, groups, confusion);
  add_confusion (confusion);
  duplicates = get_f1 (confusion, DUPLICATE);
  events = get_f1 (confusion, SAME_EVENT);
  g_assert_cmpfloat (duplicates, >=, LEAST_DUPLICATE_F1);
  g_assert_cmpfloat (events, >=, LEAST_EVENT_F1_OF_HALF);
}

/* The two halves, which were judged before. */
static void
test_both (void)
{
  if (n_halves != 2)
    {
      g_test_skip ("asked for alone");
      return;
    }
  g_assert_cmpfloat (get_f1 (total, DUPLICATE), >=, LEAST_DUPLICATE_F1);
  g_assert_cmpfloat (get_f1 (total, SAME_EVENT), >=, LEAST_EVENT_F1);
}

/* A library of two texts and a copy, as an index. */
typedef struct {
  GPtrArray *set;
  BayanKinshipIndex *index;
  GPtrArray *known; /* of BayanStatementGroup */
} Fixture;

static guint
find_text (const GPtrArray *set, const char *name)
{
  for (guint i = 0; i < set->len; i++)
    if (strcmp (((DoublesText *) set->pdata[i])->name, name) == 0)
      return i;
  g_error ("no text %s", name);
}

/* Puts the named texts into a new index, by their place in the list: 1, 2, … */
static void
set_up (Fixture *fixture, const char *const *names)
{
  fixture->set = doubles_set_new ("tune", recogniser);
  fixture->index = bayan_kinship_index_new ();
  fixture->known = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_statement_group_free);
  for (gint64 i = 0; names[i] != NULL; i++)
    {
      const DoublesText *text = fixture->set->pdata[find_text (fixture->set, names[i])];
      g_autoptr (GBytes) sketch = bayan_sketch_to_bytes (text->sketch);
      g_assert_true (bayan_kinship_index_add (fixture->index, i + 1, sketch));
    }
}

static void
tear_down (Fixture *fixture)
{
  g_ptr_array_unref (fixture->set);
  g_ptr_array_unref (fixture->known);
  bayan_kinship_index_free (fixture->index);
}

static void
know (Fixture *fixture, gint64 id, BayanGroupState state, gint64 a, gint64 b)
{
  BayanStatementGroup *group = bayan_statement_group_new (BAYAN_GROUP_DUPLICATE, state);

  group->id = id;
  g_array_append_val (group->statements, a);
  g_array_append_val (group->statements, b);
  g_ptr_array_add (fixture->known, group);
}

static GPtrArray *
propose (Fixture *fixture, guint first, guint n)
{
  g_autoptr (GArray) ids = make_ids (first, n);

  return bayan_kinship_groups_propose (fixture->index, ids, fixture->known, NULL);
}

static const char *const COPIES[] = {
  "01-coalition-riyadh", "01-coalition-riyadh/insert-40", "01-coalition-riyadh/reorder-40", "condemn-1", NULL,
};

static void
assert_group (const BayanStatementGroup *group, gint64 id, guint n_statements)
{
  g_assert_cmpint (group->kind, ==, BAYAN_GROUP_DUPLICATE);
  g_assert_cmpint (group->state, ==, BAYAN_GROUP_PROPOSED);
  g_assert_cmpint (group->id, ==, id);
  g_assert_cmpuint (group->statements->len, ==, n_statements);
}

/* A new statement joins the group that is there; what is settled is not proposed again. */
static void
test_join (void)
{
  Fixture fixture;
  g_autoptr (GPtrArray) all = NULL, again = NULL, joined = NULL;

  set_up (&fixture, COPIES);
  all = propose (&fixture, 1, 4);
  g_assert_cmpuint (all->len, ==, 1);
  assert_group (all->pdata[0], 0, 3);
  know (&fixture, 7, BAYAN_GROUP_CONFIRMED, 1, 2);
  again = propose (&fixture, 1, 2);
  joined = propose (&fixture, 3, 1);
  g_assert_cmpuint (joined->len, ==, 1);
  assert_group (joined->pdata[0], 7, 3);
  bayan_kinship_index_remove (fixture.index, 3);
  g_clear_pointer (&again, g_ptr_array_unref);
  again = propose (&fixture, 1, 2);
  g_assert_cmpuint (again->len, ==, 0);
  tear_down (&fixture);
}

/* What the analyst took apart stays apart. */
static void
test_split (void)
{
  Fixture fixture;
  g_autoptr (GPtrArray) groups = NULL;

  set_up (&fixture, COPIES);
  know (&fixture, 7, BAYAN_GROUP_SPLIT, 1, 2);
  know (&fixture, 8, BAYAN_GROUP_SPLIT, 1, 3);
  groups = propose (&fixture, 1, 4);
  g_assert_cmpuint (groups->len, ==, 1);
  assert_group (groups->pdata[0], 0, 2);
  g_assert_cmpint (g_array_index (((BayanStatementGroup *) groups->pdata[0])->statements, gint64, 0), ==, 2);
  tear_down (&fixture);
}

/* One at a time, as from a watched folder: the groups at the end are as good. */
static void
test_one_by_one (void)
{
  g_autoptr (GPtrArray) set = doubles_set_new ("tune", recogniser);
  g_autoptr (BayanKinshipIndex) index = bayan_kinship_index_new ();
  g_autoptr (GPtrArray) known = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_statement_group_free);
  Confusion confusion = { { 0 } };
  gint64 next_id = 1;

  for (guint i = 0; i < set->len; i++)
    {
      g_autoptr (GArray) ids = make_ids (i + 1, 1);
      g_autoptr (GPtrArray) groups = NULL;

      add_to_index (index, set, i);
      groups = bayan_kinship_groups_propose (index, ids, known, NULL);
      for (guint g = 0; g < groups->len; g++)
        {
          BayanStatementGroup *group = bayan_statement_group_copy (groups->pdata[g]);
          for (guint k = 0; group->id != 0 && k < known->len; k++)
            if (((BayanStatementGroup *) known->pdata[k])->id == group->id)
              g_ptr_array_remove_index (known, k--);
          group->id = group->id != 0 ? group->id : next_id++;
          g_ptr_array_add (known, group);
        }
    }
  g_test_message ("one by one: %u groups", known->len);
  count_pairs (set, known, confusion);
  g_assert_cmpfloat (get_f1 (confusion, DUPLICATE), >=, 0.95);
  g_assert_cmpfloat (get_f1 (confusion, SAME_EVENT), >=, 0.8);
}

/* Sketches of sentences that are everywhere, put together anew: what a library of one body's statements is like. */
static void
test_many (void)
{
  const guint N = g_test_slow () ? 100000 : 5000;
  g_autoptr (GPtrArray) set = doubles_set_new ("tune", recogniser);
  g_autoptr (BayanKinshipIndex) index = bayan_kinship_index_new ();
  g_autoptr (GArray) ids = make_ids (1, set->len);
  g_autoptr (GPtrArray) known = g_ptr_array_new (), groups = NULL;
  GRand *random = g_rand_new_with_seed (1);
  Confusion confusion = { { 0 } };
  gint64 start = g_get_monotonic_time (), added;

  for (guint i = 0; i < set->len; i++)
    add_to_index (index, set, i);
  for (guint i = 0; i < N; i++)
    {
      BayanSketch sketch = *((DoublesText *) set->pdata[i % set->len])->sketch;
      g_autoptr (GBytes) bytes = NULL;

      sketch.text_hash += i + 1;
      sketch.published = (guint16) g_rand_int_range (random, 1 << 9, 60 << 9);
      sketch.n_days = 0;
      sketch.n_things /= 2;
      for (guint s = 0; s < sketch.n_shingles; s++)
        if (g_rand_int_range (random, 0, 10) > 0)
          sketch.shingles[s] = (guint32) g_rand_int_range (
              random, s > 0 ? (gint32) sketch.shingles[s - 1] + 1 : 0, (gint32) sketch.shingles[s] + 1);
      bytes = bayan_sketch_to_bytes (&sketch);
      g_assert_true (bayan_kinship_index_add (index, set->len + i + 1, bytes));
    }
  added = g_get_monotonic_time ();
  groups = bayan_kinship_groups_propose (index, ids, known, NULL);
  g_test_message ("%u statements: %.1f s to add, %.2f s to find kin for %u, %" G_GSIZE_FORMAT " bytes each",
                  N, (double) (added - start) / 1e6, (double) (g_get_monotonic_time () - added) / 1e6,
                  set->len, bayan_kinship_index_get_size_bytes (index) / (N + set->len));
  for (guint g = groups->len; g > 0; g--) /* those of the set only */
    {
      BayanStatementGroup *group = groups->pdata[g - 1];
      while (group->statements->len > 0
             && g_array_index (group->statements, gint64, group->statements->len - 1) > set->len)
        g_array_set_size (group->statements, group->statements->len - 1);
    }
  count_pairs (set, groups, confusion);
  g_assert_cmpfloat (get_f1 (confusion, DUPLICATE), >=, 0.95);
  g_assert_cmpfloat (get_f1 (confusion, SAME_EVENT), >=, 0.8);
  g_assert_cmpuint (bayan_kinship_index_get_size_bytes (index) / (N + set->len), <, 900);
  g_rand_free (random);
}

/* Statements from outside, of which we know that no two are one text. */
static void
test_shared (void)
{
  const char *shared = g_getenv ("BAYAN_SHARED");
  g_autofree char *folder = g_build_filename (shared != NULL ? shared : BAYAN_SOURCE_ROOT "/../shared",
                                              "statements/wires", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (BayanKinshipIndex) index = bayan_kinship_index_new ();
  g_autoptr (GPtrArray) known = g_ptr_array_new (), groups = NULL;
  g_autoptr (GArray) ids = NULL;
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (BayanStatement) statement = g_str_has_suffix (name, ".txt")
                                                 ? bayan_ingest_file (file, NULL, NULL)
                                                 : NULL;
      g_autoptr (BayanRecognition) recognition = NULL;
      g_autoptr (BayanSketch) sketch = NULL;
      g_autoptr (GBytes) bytes = NULL;

      if (statement == NULL)
        continue;
      recognition = bayan_recogniser_recognise (recogniser, statement, NULL);
      sketch = bayan_sketch_new (statement, recognition);
      bytes = bayan_sketch_to_bytes (sketch);
      g_assert_true (bayan_kinship_index_add (index, ++n, bytes));
    }
  if (n == 0)
    {
      g_test_skip ("no shared statements");
      return;
    }
  ids = make_ids (1, n);
  groups = bayan_kinship_groups_propose (index, ids, known, NULL);
  g_test_message ("%u wires: %u groups", n, groups->len);
  for (guint g = 0; g < groups->len; g++)
    g_assert_cmpint (((BayanStatementGroup *) groups->pdata[g])->kind, ==, BAYAN_GROUP_SAME_EVENT);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  recogniser = bayan_recogniser_new (&error);
  g_assert_no_error (error);
  g_test_add_data_func ("/analysis/kinship/tune", "tune", test_half);
  g_test_add_data_func ("/analysis/kinship/held", "held", test_half);
  g_test_add_func ("/analysis/kinship/both", test_both);
  g_test_add_func ("/analysis/kinship/join", test_join);
  g_test_add_func ("/analysis/kinship/split", test_split);
  g_test_add_func ("/analysis/kinship/one-by-one", test_one_by_one);
  g_test_add_func ("/analysis/kinship/many", test_many);
  g_test_add_func ("/analysis/kinship/shared", test_shared);
  return g_test_run ();
}
