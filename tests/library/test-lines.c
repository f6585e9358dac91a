/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "fixture.h"

static GPtrArray *
find (Fixture *fixture, const char *query, guint n_max)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *found = bayan_library_find_lines (fixture->library, query, n_max, &error);

  g_assert_no_error (error);
  return found;
}

/* The lines of @query: "before[words]after" and the words to sort by. */
static void
assert_lines (Fixture *fixture, const char *query, const char *const *lines)
{
  g_autoptr (GPtrArray) found = find (fixture, query, 100);

  for (guint i = 0; i < found->len; i++)
    {
      const BayanOccurrence *one = found->pdata[i];
      g_autofree char *line = g_strdup_printf ("%s[%s]%s %s|%s", one->before, one->words, one->after,
                                               one->previous, one->next);

      g_assert_cmpstr (line, ==, lines[i]);
    }
  g_assert_null (lines[found->len]);
}

#define LINES(...) ((const char *const[]) { __VA_ARGS__, NULL })
#define NO_LINES ((const char *const[]) { NULL })

static void
fill (Fixture *fixture)
{
  import_one (fixture->library, "a.txt", "بيان أول\nأكّد الوزراء دعمهم للعراق، وهزيمة التنظيم في العراق.",
              NULL, NULL);
  import_one (fixture->library, "b.txt", "العراق\nشكر أحمد والعراقَ كثيرا", "العراق", "iso:IRQ");
}

/* Any form, without the particles before it; what stands beside it is folded and has none either, and a line end parts. */
static void
test_words (Fixture *fixture, gconstpointer data)
{
  fill (fixture);
  assert_lines (fixture, "العراق",
                LINES ("[العراق] |", "شكر أحمد و[العراقَ] كثيرا احمد|كثيرا",
                       "أكّد الوزراء دعمهم [للعراق]، وهزيمة التنظيم في العراق. دعمهم|هزيمه",
                       "أكّد الوزراء دعمهم للعراق، وهزيمة التنظيم في [العراق]. في|"));
  assert_lines (fixture, "\"هزيمة التنظيم\"",
                LINES ("أكّد الوزراء دعمهم للعراق، و[هزيمة التنظيم] في العراق. عراق|في"));
  assert_lines (fixture, "وزرا", LINES ("أكّد [الوزراء] دعمهم للعراق، وهزيمة التنظيم في العراق. اكد|دعمهم"));
}

/* Every word that is asked for, none that is left out, each place once. */
static void
test_queries (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fill (fixture);
  assert_lines (fixture, "أحمد | \"أكد الوزراء\" ",
                LINES ("شكر [أحمد] والعراقَ كثيرا شكر|عراق",
                       "[أكّد الوزراء] دعمهم للعراق، وهزيمة التنظيم في العراق. |دعمهم"));
  assert_lines (fixture, "أحمد أحمد -بيان ", LINES ("شكر [أحمد] والعراقَ كثيرا شكر|عراق"));
  assert_lines (fixture, "title:بيان ", LINES ("[بيان] أول |اول"));
  assert_lines (fixture, "=احمد", NO_LINES);
  assert_lines (fixture, "=والعراقَ", LINES ("شكر أحمد [والعراقَ] كثيرا احمد|كثيرا"));
  assert_lines (fixture, "", NO_LINES);
  assert_lines (fixture, "-أحمد ", NO_LINES);
  /* Where no words are asked for: what is marked */
  assert_lines (fixture, "type:GPE", LINES ("[العراق] |"));
  assert_lines (fixture, "country:IRQ -بيان ", LINES ("[العراق] |"));
  g_assert_null (bayan_library_find_lines (fixture->library, "type:GOLD ", 10, &error));
  g_assert_error (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_QUERY);
}

/* What is marked there is told, as for the same everywhere; and there are never more than are wanted. */
static void
test_marks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL, first = NULL;

  fill (fixture);
  found = find (fixture, "العراق", 100);
  g_assert_cmpuint (((BayanOccurrence *) found->pdata[0])->mentions->len, ==, 1);
  g_assert_cmpuint (((BayanOccurrence *) found->pdata[1])->mentions->len, ==, 0);
  first = find (fixture, "العراق", 3);
  g_assert_cmpuint (first->len, ==, 3);
}

/* The lines are where the index says that the words are: as many statements as the search finds. */
static void
test_as_search (Fixture *fixture, gconstpointer data)
{
  static const char *const WORDS[] = { "وزير",   "الوزارة", "وزراء",         "بغداد", "وبغداد",
                                       "ببغداد", "للأمم",   "الأمم المتحدة", "ء",     "كالعراق",
                                       "فلسطين", "2014",    "Iraq's" };

  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    {
      g_autofree char *text = g_strdup_printf ("عنوان\nجاء %s هنا، و%s ثم ء %s.", WORDS[i], WORDS[i],
                                               WORDS[(i + 1) % G_N_ELEMENTS (WORDS)]);

      import_one (fixture->library, "a.txt", text, NULL, NULL);
    }
  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    {
      g_autofree char *query = g_strdup_printf ("\"%s\"", WORDS[i]);
      g_autoptr (GPtrArray) found = find (fixture, query, 1000);
      g_autoptr (GArray) ids = search (fixture->library, query);
      guint n_statements = 0;
      gint64 last = 0;

      for (guint j = 0; j < found->len; j++)
        {
          n_statements += ((BayanOccurrence *) found->pdata[j])->statement != last;
          last = ((BayanOccurrence *) found->pdata[j])->statement;
        }
      if (strcmp (WORDS[i], "ء") != 0)
        g_assert_cmpuint (n_statements, ==, ids->len);
    }
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/lines/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("words", test_words);
  ADD ("queries", test_queries);
  ADD ("marks", test_marks);
  ADD ("as-search", test_as_search);
  return g_test_run ();
}
