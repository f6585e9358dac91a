/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "fixture.h"

static GPtrArray *
find (Fixture *fixture, const char *words, guint n_max)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *found = bayan_library_find_occurrences (fixture->library, words, n_max, &error);

  g_assert_no_error (error);
  return found;
}

/* The places where @words are found, each in the text's own letters with its surroundings: "… [العراق] …". */
static void
assert_places (Fixture *fixture, const char *words, const char *const *places)
{
  g_autoptr (GPtrArray) found = find (fixture, words, 100);

  for (guint i = 0; i < found->len; i++)
    {
      const BayanOccurrence *one = found->pdata[i];
      g_autofree char *place = g_strdup_printf ("%s[%s]%s", one->before, one->words, one->after);

      g_assert_cmpstr (place, ==, places[i]);
    }
  g_assert_null (places[found->len]);
}

static void
test_forms (Fixture *fixture, gconstpointer data)
{
  static const char *const PLACES[] = {
    "زار [العراق] أمس",      "وصل إلى و[العراق] ثانية", "دعم [للعراق] وبالعراق",
    "دعم للعراق وب[العراق]", "كتب [العِراق] كاملا",      NULL,
  };

  import_one (fixture->library, "a.txt", "كتب العِراق كاملا", NULL, NULL);
  import_one (fixture->library, "b.txt", "دعم للعراق وبالعراق", NULL, NULL);
  import_one (fixture->library, "c.txt", "وصل إلى والعراق ثانية", NULL, NULL);
  import_one (fixture->library, "d.txt", "زار العراق أمس", NULL, NULL);
  import_one (fixture->library, "e.txt", "أديب عراقي من عراق آخر والعراقيون", NULL, NULL);
  assert_places (fixture, "العراق", PLACES);
}

/* What is looked for may itself begin with what is not cut, and may be written otherwise. */
static void
test_written_otherwise (Fixture *fixture, gconstpointer data)
{
  static const char *const PLACES[] = {
    "بيان [الأمم المتحدة] الأول",
    "شكر و[للأمم المتحدة] فضل",
    "من [الامم المتحدة]؛",
    NULL,
  };

  import_one (fixture->library, "a.txt", "من الامم المتحدة؛", NULL, NULL);
  import_one (fixture->library, "b.txt", "شكر وللأمم المتحدة فضل", NULL, NULL);
  import_one (fixture->library, "c.txt", "بيان الأمم المتحدة الأول\nالأمم غير المتحدة", NULL, NULL);
  assert_places (fixture, "للأمم المتحدة", PLACES);
  assert_places (fixture, "الأمم المتحدة", PLACES);
}

static void
test_line (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("السطر الأول\n");
  g_autoptr (GPtrArray) found = NULL;
  const BayanOccurrence *one;

  for (guint i = 0; i < 40; i++)
    g_string_append (text, "كلمة ");
  g_string_append (text, "طرابلس");
  for (guint i = 0; i < 40; i++)
    g_string_append (text, " أخرى");
  g_string_append (text, "\nالسطر الأخير");
  import_one (fixture->library, "a.txt", text->str, NULL, NULL);
  found = find (fixture, "طرابلس", 10);
  g_assert_cmpuint (found->len, ==, 1);
  one = found->pdata[0];
  g_assert_true (g_str_has_prefix (one->before, "كلمة كلمة"));
  g_assert_true (g_str_has_suffix (one->before, "كلمة "));
  g_assert_cmpint (g_utf8_strlen (one->before, -1), <=, 70);
  g_assert_true (g_str_has_suffix (one->after, "أخرى"));
  g_assert_cmpint (g_utf8_strlen (one->after, -1), <=, 70);
}

static void
test_limits (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) none = NULL, marks = NULL, some = NULL;

  import_one (fixture->library, "a.txt", "قطر و قطر و قطر", NULL, NULL);
  import_one (fixture->library, "b.txt", "قطر", NULL, NULL);
  none = find (fixture, "", 10);
  g_assert_cmpuint (none->len, ==, 0);
  marks = find (fixture, "\" « ؟", 10);
  g_assert_cmpuint (marks->len, ==, 0);
  some = find (fixture, "قطر", 3);
  g_assert_cmpuint (some->len, ==, 3);
}

static BayanMention *
mark (const char *text, const char *words, BayanMentionType type)
{
  guint32 start = (guint32) (strstr (text, words) - text);

  return bayan_mention_new (bayan_clean_span (start, start + (guint32) strlen (words)), type,
                            BAYAN_LAYER_RULE, "test");
}

static void
label (Fixture *fixture, gint64 statement, BayanMention *mention)
{
  g_autoptr (GError) error = NULL;
  BayanEdit *edit = bayan_edit_new ("label", "");

  bayan_edit_add_mention (edit, statement, mention, NULL);
  g_assert_true (bayan_library_apply (fixture->library, edit, &error));
  g_assert_no_error (error);
  bayan_mention_free (mention);
}

/* What is marked on the words themselves, around them and across them. */
static void
test_marks (Fixture *fixture, gconstpointer data)
{
  static const char TEXT[] = "الدولة الإسلامية في العراق هنا، والعراق الشقيق هناك، وفي العراق";
  gint64 id = import_one (fixture->library, "a.txt", TEXT, NULL, NULL);
  BayanMention *last = mark (TEXT, "العراق", BAYAN_MENTION_GPE);
  g_autoptr (GPtrArray) found = NULL;
  const BayanOccurrence *places[3];

  last->span = bayan_clean_span (strlen (TEXT) - strlen ("العراق"), strlen (TEXT));
  label (fixture, id, mark (TEXT, "الدولة الإسلامية في العراق", BAYAN_MENTION_ORG));
  label (fixture, id, mark (TEXT, "هنا، والعراق", BAYAN_MENTION_LOC));
  label (fixture, id, last);
  found = find (fixture, "العراق", 10);
  g_assert_cmpuint (found->len, ==, G_N_ELEMENTS (places));
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    places[i] = found->pdata[i];
  g_assert_cmpstr (places[0]->within, ==, "الدولة الإسلامية في العراق");
  g_assert_cmpuint (places[0]->mentions->len, ==, 0);
  g_assert_false (places[0]->is_cut);
  g_assert_cmpstr (places[1]->within, ==, "هنا، والعراق");
  g_assert_null (places[2]->within);
  g_assert_cmpuint (places[2]->mentions->len, ==, 1);
  g_clear_pointer (&found, g_ptr_array_unref);
  found = find (fixture, "العراق الشقيق", 10);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_true (((const BayanOccurrence *) found->pdata[0])->is_cut);
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/occurrences/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("forms", test_forms);
  ADD ("written-otherwise", test_written_otherwise);
  ADD ("line", test_line);
  ADD ("limits", test_limits);
  ADD ("marks", test_marks);
  return g_test_run ();
}
