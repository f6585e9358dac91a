/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Groups: proposed, confirmed, split, undone, with statements that come and go. What the signal says is kept
 * beside, and has to be what the library says when it is asked. */
#include "fixture.h"

#define N_ACTS 600

typedef struct {
  Fixture *fixture;
  GHashTable *told; /* id → "kind state statements", from the signal alone */
  gint64 ids[12];
} Run;

static char *
line_of (const BayanStatementGroup *group)
{
  GString *line = g_string_new (NULL);

  g_string_append_printf (line, "%u %u", group->kind, group->state);
  for (guint i = 0; i < group->statements->len; i++)
    g_string_append_printf (line, " %" G_GINT64_FORMAT, g_array_index (group->statements, gint64, i));
  return g_string_free (line, FALSE);
}

static gpointer
key_of (gint64 id)
{
  return GSIZE_TO_POINTER ((gsize) id);
}

static void
changed_cb (BayanLibrary *library, BayanLibraryChange *change, gpointer data)
{
  GHashTable *told = data;

  for (guint i = 0; i < change->groups_removed->len; i++)
    g_assert_true (g_hash_table_remove (told, key_of (g_array_index (change->groups_removed, gint64, i))));
  for (guint i = 0; i < change->groups_changed->len; i++)
    {
      const BayanStatementGroup *group = g_ptr_array_index (change->groups_changed, i);
      g_hash_table_insert (told, key_of (group->id), line_of (group));
    }
}

static void
assert_told (Run *run)
{
  g_autoptr (BayanLibraryIndex) index = load_index (run->fixture->library);
  g_autoptr (GHashTable) placed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  g_assert_cmpuint (index->groups->len, ==, g_hash_table_size (run->told));
  for (guint i = 0; i < index->groups->len; i++)
    {
      const BayanStatementGroup *group = g_ptr_array_index (index->groups, i);
      g_autofree char *line = line_of (group);

      g_assert_cmpstr (line, ==, g_hash_table_lookup (run->told, key_of (group->id)));
      g_assert_cmpuint (group->statements->len, >=, 2);
      for (guint j = 0; group->state != BAYAN_GROUP_SPLIT && j < group->statements->len; j++)
        {
          gint64 place = g_array_index (group->statements, gint64, j) * 2 + (gint64) group->kind;
          g_assert_true (g_hash_table_add (placed, g_memdup2 (&place, sizeof place)));
        }
    }
}

static void
run_init (Run *run, Fixture *fixture)
{
  run->fixture = fixture;
  run->told = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (run->ids); i++)
    {
      g_autofree char *text = g_strdup_printf ("بيان %u\nأعلن العراق", i);
      run->ids[i] = import_one (fixture->library, "a.txt", text, "العراق", "iso:IRQ");
    }
  g_signal_connect (fixture->library, "changed", G_CALLBACK (changed_cb), run->told);
}

static void
run_clear (Run *run)
{
  g_signal_handlers_disconnect_by_data (run->fixture->library, run->told);
  g_hash_table_unref (run->told);
}

static BayanStatementGroup *
make_group (BayanGroupKind kind, BayanGroupState state, gint64 id, const gint64 *statements,
            guint n_statements)
{
  BayanStatementGroup *group = bayan_statement_group_new (kind, state);

  group->id = id;
  g_array_append_vals (group->statements, statements, n_statements);
  return group;
}

static void
propose (Run *run, BayanGroupKind kind, gint64 id, const gint64 *statements, guint n_statements)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_statement_group_free);
  g_autoptr (GError) error = NULL;
  gboolean done;

  g_ptr_array_add (groups, make_group (kind, BAYAN_GROUP_PROPOSED, id, statements, n_statements));
  done = bayan_library_propose_groups (run->fixture->library, groups, &error);
  g_assert_no_error (error);
  g_assert_true (done);
  assert_told (run);
}

static gboolean
try_decide (Run *run, BayanGroupKind kind, BayanGroupState state, gint64 id, const gint64 *statements,
            guint n_statements, GError **error)
{
  g_autoptr (BayanStatementGroup) group = make_group (kind, state, id, statements, n_statements);
  BayanEdit *edit = bayan_edit_new ("confirm-group", "");

  bayan_edit_set_group (edit, group);
  return bayan_library_apply (run->fixture->library, edit, error);
}

static void
decide (Run *run, BayanGroupKind kind, BayanGroupState state, gint64 id, const gint64 *statements,
        guint n_statements)
{
  g_autoptr (GError) error = NULL;
  gboolean applied = try_decide (run, kind, state, id, statements, n_statements, &error);

  g_assert_no_error (error);
  g_assert_true (applied);
  assert_told (run);
}

static void
travel_and_tell (Run *run, gboolean back)
{
  travel (run->fixture->library, back);
  assert_told (run);
}

static void
assert_groups (Run *run, const char *expected)
{
  g_autoptr (BayanLibraryIndex) index = load_index (run->fixture->library);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < index->groups->len; i++)
    {
      g_autofree char *line = line_of (g_ptr_array_index (index->groups, i));
      g_string_append_printf (all, "%s%s", i > 0 ? " | " : "", line);
    }
  g_assert_cmpstr (all->str, ==, expected);
}

static gint64
id_of (Run *run, const char *line)
{
  GHashTableIter iter;
  gpointer id, known;

  g_hash_table_iter_init (&iter, run->told);
  while (g_hash_table_iter_next (&iter, &id, &known))
    if (g_str_equal (known, line))
      return (gint64) GPOINTER_TO_SIZE (id);
  g_test_message ("no group “%s”", line);
  g_assert_not_reached ();
}

/* Statements are numbered from 1 up in these tests. */
static void
test_proposals (Fixture *fixture, gconstpointer data)
{
  Run run;

  run_init (&run, fixture);
  propose (&run, BAYAN_GROUP_DUPLICATE, 0, (gint64[]) { 1, 2, 3 }, 3);
  propose (&run, BAYAN_GROUP_SAME_EVENT, 0, (gint64[]) { 1, 4 }, 2);
  assert_groups (&run, "0 0 1 2 3 | 1 0 1 4");
  propose (&run, BAYAN_GROUP_DUPLICATE, id_of (&run, "0 0 1 2 3"), (gint64[]) { 1, 2, 3, 5, 99 }, 5);
  assert_groups (&run, "0 0 1 2 3 5 | 1 0 1 4");
  propose (&run, BAYAN_GROUP_DUPLICATE, 0, (gint64[]) { 1, 2, 3 }, 3);
  assert_groups (&run, "1 0 1 4 | 0 0 1 2 3");
  fixture_close (fixture);
  fixture_open (fixture);
  assert_told (&run);
  run_clear (&run);
}

/* A decision stands against every proposal, and undo gives back what is proposed by then. */
static void
test_decisions (Fixture *fixture, gconstpointer data)
{
  Run run;
  gint64 id;

  run_init (&run, fixture);
  propose (&run, BAYAN_GROUP_DUPLICATE, 0, (gint64[]) { 1, 2, 3 }, 3);
  id = id_of (&run, "0 0 1 2 3");
  decide (&run, BAYAN_GROUP_DUPLICATE, BAYAN_GROUP_CONFIRMED, id, (gint64[]) { 1, 2 }, 2);
  assert_groups (&run, "0 1 1 2");
  propose (&run, BAYAN_GROUP_DUPLICATE, 0, (gint64[]) { 1, 2, 3, 4 }, 4);
  assert_groups (&run, "0 1 1 2 | 0 0 3 4");
  travel_and_tell (&run, TRUE);
  assert_groups (&run, "0 0 1 2 3 4");
  travel_and_tell (&run, FALSE);
  assert_groups (&run, "0 1 1 2 | 0 0 3 4");
  decide (&run, BAYAN_GROUP_DUPLICATE, BAYAN_GROUP_SPLIT, id_of (&run, "0 0 3 4"), (gint64[]) { 3, 4 }, 2);
  propose (&run, BAYAN_GROUP_DUPLICATE, 0, (gint64[]) { 3, 4 }, 2);
  assert_groups (&run, "0 1 1 2 | 0 2 3 4");
  propose (&run, BAYAN_GROUP_DUPLICATE, 0, (gint64[]) { 3, 4, 5 }, 3);
  assert_groups (&run, "0 1 1 2 | 0 2 3 4 | 0 0 3 4 5");
  decide (&run, BAYAN_GROUP_DUPLICATE, BAYAN_GROUP_CONFIRMED, 0, (gint64[]) { 2, 5 }, 2);
  assert_groups (&run, "0 2 3 4 | 0 1 2 5");
  decide (&run, BAYAN_GROUP_DUPLICATE, BAYAN_GROUP_CONFIRMED, id_of (&run, "0 1 2 5"), NULL, 0);
  for (guint i = 0; i < 4; i++)
    travel_and_tell (&run, TRUE);
  run_clear (&run);
}

/* Another copy of what was confirmed: the group is to be looked at once more, and undo knows nothing of it. */
static void
test_extended (Fixture *fixture, gconstpointer data)
{
  Run run;
  gint64 id;

  run_init (&run, fixture);
  propose (&run, BAYAN_GROUP_DUPLICATE, 0, (gint64[]) { 1, 2, 3 }, 3);
  id = id_of (&run, "0 0 1 2 3");
  decide (&run, BAYAN_GROUP_DUPLICATE, BAYAN_GROUP_CONFIRMED, id, (gint64[]) { 1, 2 }, 2);
  assert_groups (&run, "0 1 1 2");
  propose (&run, BAYAN_GROUP_DUPLICATE, id, (gint64[]) { 1, 2, 7 }, 3);
  assert_groups (&run, "0 0 1 2 7");
  g_assert_cmpint (id_of (&run, "0 0 1 2 7"), ==, id);
  propose (&run, BAYAN_GROUP_DUPLICATE, id, (gint64[]) { 1, 2, 7, 8 }, 4);
  assert_groups (&run, "0 0 1 2 7 8");
  decide (&run, BAYAN_GROUP_DUPLICATE, BAYAN_GROUP_SPLIT, 0, (gint64[]) { 1, 8 }, 2);
  assert_groups (&run, "0 0 1 2 7 | 0 2 1 8");
  decide (&run, BAYAN_GROUP_DUPLICATE, BAYAN_GROUP_CONFIRMED, id, (gint64[]) { 1, 2, 7 }, 3);
  assert_groups (&run, "0 1 1 2 7 | 0 2 1 8");
  for (guint i = 0; i < 3; i++)
    travel_and_tell (&run, TRUE);
  assert_groups (&run, "0 0 1 2 7 8");
  for (guint i = 0; i < 3; i++)
    travel_and_tell (&run, FALSE);
  assert_groups (&run, "0 1 1 2 7 | 0 2 1 8");
  run_clear (&run);
}

/* What is proposed for a statement after the analyst has split an older proposal takes nothing from it. */
static void
test_undone_split (Fixture *fixture, gconstpointer data)
{
  Run run;

  run_init (&run, fixture);
  propose (&run, BAYAN_GROUP_DUPLICATE, 0, (gint64[]) { 1, 2 }, 2);
  decide (&run, BAYAN_GROUP_DUPLICATE, BAYAN_GROUP_SPLIT, id_of (&run, "0 0 1 2"), (gint64[]) { 1, 2 }, 2);
  propose (&run, BAYAN_GROUP_DUPLICATE, 0, (gint64[]) { 1, 3 }, 2);
  assert_groups (&run, "0 2 1 2 | 0 0 1 3");
  decide (&run, BAYAN_GROUP_DUPLICATE, BAYAN_GROUP_SPLIT, id_of (&run, "0 0 1 3"), (gint64[]) { 1, 3 }, 2);
  propose (&run, BAYAN_GROUP_DUPLICATE, 0, (gint64[]) { 1, 4 }, 2);
  assert_groups (&run, "0 2 1 2 | 0 2 1 3 | 0 0 1 4");
  travel_and_tell (&run, TRUE);
  assert_groups (&run, "0 2 1 2 | 0 0 1 3");
  travel_and_tell (&run, TRUE);
  assert_groups (&run, "0 0 1 2");
  travel_and_tell (&run, FALSE);
  travel_and_tell (&run, FALSE);
  assert_groups (&run, "0 2 1 2 | 0 2 1 3 | 0 0 1 4");
  run_clear (&run);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Run run;

  run_init (&run, fixture);
  g_assert_false (
      try_decide (&run, BAYAN_GROUP_DUPLICATE, BAYAN_GROUP_CONFIRMED, 77, (gint64[]) { 1, 2 }, 2, &error));
  g_assert_error (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (
      try_decide (&run, BAYAN_GROUP_DUPLICATE, BAYAN_GROUP_CONFIRMED, 0, (gint64[]) { 1, 99 }, 2, &error));
  g_assert_error (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_NOT_FOUND);
  assert_told (&run);
  run_clear (&run);
}

/* Statements of an undone import leave their groups and come back with it. */
static void
test_undone_import (Fixture *fixture, gconstpointer data)
{
  Run run;

  run_init (&run, fixture);
  propose (&run, BAYAN_GROUP_DUPLICATE, 0, (gint64[]) { 1, 2, 12 }, 3);
  propose (&run, BAYAN_GROUP_SAME_EVENT, 0, (gint64[]) { 3, 12 }, 2);
  travel_and_tell (&run, TRUE);
  assert_groups (&run, "0 0 1 2");
  travel_and_tell (&run, FALSE);
  assert_groups (&run, "0 0 1 2 12 | 1 0 3 12");
  run_clear (&run);
}

/* Two or more of the statements, in order. */
static guint
pick (Run *run, gint64 *statements)
{
  guint n_picked = 0;

  for (guint i = 0; i < G_N_ELEMENTS (run->ids); i++)
    if (g_test_rand_int_range (0, 4) == 0)
      statements[n_picked++] = run->ids[i];
  if (n_picked >= 2)
    return n_picked;
  statements[0] = run->ids[0];
  statements[1] = run->ids[1];
  return 2;
}

static gint64
random_group (Run *run, BayanGroupKind kind)
{
  GHashTableIter iter;
  gpointer id, line;

  g_hash_table_iter_init (&iter, run->told);
  while (g_hash_table_iter_next (&iter, &id, &line))
    if (((char *) line)[0] - '0' == (int) kind && g_test_rand_bit ())
      return (gint64) GPOINTER_TO_SIZE (id);
  return 0;
}

/* What is hidden meanwhile cannot be decided upon: that is an error, and nothing happens. */
static void
do_something (Run *run)
{
  BayanGroupKind kind = (BayanGroupKind) g_test_rand_int_range (0, 2);
  gint64 statements[G_N_ELEMENTS (run->ids)], id = random_group (run, kind);
  guint n_statements = pick (run, statements);
  int choice = g_test_rand_int_range (0, 10);
  g_autoptr (GError) error = NULL;

  if (choice < 3)
    propose (run, kind, id, statements, n_statements);
  else if (choice >= 6)
    travel_and_tell (run, choice < 9);
  else if (!try_decide (run, kind, (BayanGroupState) g_test_rand_int_range (0, 3), id, statements,
                        n_statements, &error))
    g_assert_error (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_NOT_FOUND);
  assert_told (run);
}

static void
test_random_acts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Run run;

  run_init (&run, fixture);
  for (guint i = 0; i < N_ACTS; i++)
    do_something (&run);
  g_assert_true (bayan_library_check (fixture->library, &error));
  g_assert_no_error (error);
  run_clear (&run);
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/groups/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("proposals", test_proposals);
  ADD ("decisions", test_decisions);
  ADD ("extended", test_extended);
  ADD ("undone-split", test_undone_split);
  ADD ("refused", test_refused);
  ADD ("undone-import", test_undone_import);
  ADD ("random-acts", test_random_acts);
  return g_test_run ();
}
