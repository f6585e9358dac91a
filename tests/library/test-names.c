/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The analyst's own list of names: kept with the library, and taken back and brought again with its acts. */
#include <string.h>

#include "fixture.h"

static BayanOwnName *
make_name (gint64 id, const char *name, const char *spelling)
{
  BayanOwnName *own = bayan_own_name_new (BAYAN_MENTION_ORG, name);

  own->id = id;
  if (spelling != NULL)
    bayan_own_name_add_spelling (own, spelling);
  return own;
}

static void
set_name (BayanEdit *edit, BayanOwnName *name)
{
  bayan_edit_set_name (edit, name);
  bayan_own_name_free (name);
}

/* "name (spelling, spelling)" of each, as the library has them */
static void
assert_names (Fixture *fixture, const char *expected)
{
  g_autoptr (BayanLibraryIndex) index = load_index (fixture->library);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < index->names->len; i++)
    {
      const BayanOwnName *name = index->names->pdata[i];
      g_autofree char *spellings = g_strjoinv (", ", name->spellings);

      g_string_append_printf (all, "%s%s (%s)", i > 0 ? "; " : "", name->name, spellings);
    }
  g_assert_cmpstr (all->str, ==, expected);
}

typedef struct {
  guint n_changes;
  gint64 id;
  BayanOwnName *last; /* nullable */
} Heard;

static void
changed_cb (BayanLibrary *library, const BayanLibraryChange *change, gpointer data)
{
  Heard *heard = data;

  for (guint i = 0; i < change->names_changed->len; i++)
    {
      const BayanNameChange *told = change->names_changed->pdata[i];

      heard->n_changes++;
      heard->id = told->id;
      g_clear_pointer (&heard->last, bayan_own_name_free);
      heard->last = told->name != NULL ? bayan_own_name_copy (told->name) : NULL;
    }
}

static void
test_a_name_comes_changes_and_goes (Fixture *fixture, gconstpointer data)
{
  Heard heard = { 0 };
  BayanEdit *edit = bayan_edit_new ("add-name", "زربطان");
  BayanOwnName *name = make_name (0, "زربطان", "زربطانة");

  g_signal_connect (fixture->library, "changed", G_CALLBACK (changed_cb), &heard);
  name->iso3 = g_strdup ("IRQ");
  name->key = g_strdup ("org:zarbatan");
  set_name (edit, name);
  apply_edit (fixture->library, edit);
  g_assert_cmpuint (heard.n_changes, ==, 1);
  g_assert_cmpint (heard.id, ==, heard.last->id);
  g_assert_cmpstr (heard.last->iso3, ==, "IRQ");
  g_assert_cmpstr (heard.last->key, ==, "org:zarbatan");
  g_assert_cmpint (heard.last->origin, ==, BAYAN_NAME_ORIGIN_HAND);
  assert_names (fixture, "زربطان (زربطانة)");

  edit = bayan_edit_new ("change-name", "كلفرون");
  set_name (edit, make_name (heard.id, "كلفرون", NULL));
  apply_edit (fixture->library, edit);
  assert_names (fixture, "كلفرون ()");
  g_assert_null (heard.last->iso3);

  edit = bayan_edit_new ("remove-name", "كلفرون");
  bayan_edit_remove_name (edit, heard.id);
  apply_edit (fixture->library, edit);
  assert_names (fixture, "");
  g_assert_null (heard.last);

  travel (fixture->library, TRUE);
  assert_names (fixture, "كلفرون ()");
  travel (fixture->library, TRUE);
  assert_names (fixture, "زربطان (زربطانة)");
  g_assert_cmpstr (heard.last->iso3, ==, "IRQ");
  travel (fixture->library, TRUE);
  assert_names (fixture, "");
  g_assert_null (heard.last);
  for (guint i = 0; i < 2; i++)
    travel (fixture->library, FALSE);
  assert_names (fixture, "كلفرون ()");
  g_signal_handlers_disconnect_by_data (fixture->library, &heard);
  g_clear_pointer (&heard.last, bayan_own_name_free);
}

/* A list that is read in is one act. */
static void
test_a_list_is_one_act (Fixture *fixture, gconstpointer data)
{
  BayanEdit *edit = bayan_edit_new ("import-names", "3");

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *words = g_strdup_printf ("اسم %u", i);
      BayanOwnName *name = make_name (0, words, NULL);

      name->origin = BAYAN_NAME_ORIGIN_FILE;
      g_free (name->source);
      name->source = g_strdup ("list.csv");
      set_name (edit, name);
    }
  apply_edit (fixture->library, edit);
  fixture_close (fixture);
  fixture_open (fixture);
  assert_names (fixture, "اسم 0 (); اسم 1 (); اسم 2 ()");
  {
    g_autoptr (BayanLibraryIndex) index = load_index (fixture->library);
    const BayanOwnName *name = index->names->pdata[2];

    g_assert_cmpint (name->origin, ==, BAYAN_NAME_ORIGIN_FILE);
    g_assert_cmpstr (name->source, ==, "list.csv");
  }
  travel (fixture->library, TRUE);
  assert_names (fixture, "");
}

/* One lesson is forgotten, and its decision stays. */
static void
test_one_lesson_is_forgotten (Fixture *fixture, gconstpointer data)
{
  static const BayanMentionType types[] = { BAYAN_MENTION_ORG, BAYAN_MENTION_PERS };
  BayanEdit *edit = bayan_edit_new ("label", "");

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (BayanLesson) lesson = bayan_lesson_new (types[i], TRUE, "زربطان", "");

      lesson->mention = 7;
      bayan_edit_teach (edit, lesson);
    }
  apply_edit (fixture->library, edit);
  edit = bayan_edit_new ("forget-name", "زربطان");
  bayan_edit_forget_lesson (edit, 7, BAYAN_MENTION_PERS);
  apply_edit (fixture->library, edit);
  {
    g_autoptr (BayanLibraryIndex) index = load_index (fixture->library);

    g_assert_cmpuint (index->lessons->len, ==, 1);
    g_assert_cmpint (((BayanLesson *) index->lessons->pdata[0])->type, ==, BAYAN_MENTION_ORG);
  }
  travel (fixture->library, TRUE);
  {
    g_autoptr (BayanLibraryIndex) index = load_index (fixture->library);

    g_assert_cmpuint (index->lessons->len, ==, 2);
  }
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/names/a-name-comes-changes-and-goes", test_a_name_comes_changes_and_goes);
  ADD ("/names/a-list-is-one-act", test_a_list_is_one_act);
  ADD ("/names/one-lesson-is-forgotten", test_one_lesson_is_forgotten);

  return g_test_run ();
}
