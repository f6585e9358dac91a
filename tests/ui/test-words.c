/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that all panes share: dates, acts, names by language. Needs no display. */
#include <locale.h>

#include "bayan-act-words.h"
#include "bayan-date-words.h"
#include "bayan-doubt-words.h"
#include "bayan-language.h"
#include "bayan-relation-words.h"
#include "bayan-toast.h"

static void
test_gregorian (void)
{
  static const struct {
    BayanDate date;
    const char *words;
  } CASES[] = {
    { { 2021, 6, 28 }, "28 June 2021" }, { { 2021, 6, 0 }, "June 2021" }, { { 2021, 0, 0 }, "2021" },
    { { 0, 8, 26 }, "26 August" },       { { 0, 12, 0 }, "December" },    { { 0, 0, 0 }, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *words = bayan_date_words_gregorian (CASES[i].date);

      g_assert_cmpstr (words, ==, CASES[i].words);
    }
}

static void
test_both_calendars (void)
{
  BayanDate none = { 0, 0, 0 };
  BayanDate gregorian = { 2021, 6, 28 };
  BayanDate hijri = { 1442, 11, 18 };
  g_autofree char *both = bayan_date_words_both (gregorian, hijri);
  g_autofree char *one = bayan_date_words_both (gregorian, none);
  g_autofree char *other = bayan_date_words_both (none, hijri);
  g_autofree char *neither = bayan_date_words_both (none, none);

  g_assert_cmpstr (both, ==, "28 June 2021 · 18 Dhuʻl-Qiʻdah 1442 AH");
  g_assert_cmpstr (one, ==, "28 June 2021");
  g_assert_cmpstr (other, ==, "18 Dhuʻl-Qiʻdah 1442 AH");
  g_assert_cmpstr (neither, ==, "");
}

/* What is the only date of a statement is never kept back. */
static void
test_one_calendar (void)
{
  BayanDate none = { 0, 0, 0 };
  BayanDate gregorian = { 2021, 6, 28 };
  BayanDate hijri = { 1442, 11, 18 };
  g_autofree char *both = NULL, *other = NULL;

  bayan_date_words_set_hijri_shown (FALSE);
  both = bayan_date_words_both (gregorian, hijri);
  other = bayan_date_words_both (none, hijri);
  bayan_date_words_set_hijri_shown (TRUE);

  g_assert_cmpstr (both, ==, "28 June 2021");
  g_assert_cmpstr (other, ==, "18 Dhuʻl-Qiʻdah 1442 AH");
}

static void
test_acts (void)
{
  g_autofree char *confirm = bayan_act_words ("confirm", "العراق");
  g_autofree char *import = bayan_act_words ("import", "3");
  g_autofree char *one = bayan_act_words ("import", "1");
  g_autofree char *done = bayan_act_words_done ("reject", "two\nlines");
  g_autofree char *unknown = bayan_act_words ("of-a-later-version", "العراق");

  g_assert_cmpstr (confirm, ==, "Confirm “\u2068العراق\u2069”");
  g_assert_cmpstr (import, ==, "Import of 3 statements");
  g_assert_cmpstr (one, ==, "Import of 1 statement");
  g_assert_cmpstr (done, ==, "Rejected “\u2068two lines\u2069”");
  g_assert_cmpstr (unknown, ==, "\u2068العراق\u2069");
}

/* Cut between letters, never in one. */
static void
test_long_subject (void)
{
  g_autoptr (GString) subject = g_string_new (NULL);
  g_autofree char *words = NULL;

  for (int i = 0; i < 100; i++)
    g_string_append (subject, "ب");
  words = bayan_act_words ("label", subject->str);
  g_assert_true (g_utf8_validate (words, -1, NULL));
  g_assert_true (g_str_has_suffix (words, "…\u2069”"));
  g_assert_cmpint (g_utf8_strlen (words, -1), <, 60);
}

static void
add_doubt (GPtrArray *doubts, BayanDoubtKind kind, const char *subject)
{
  g_ptr_array_add (doubts, bayan_doubt_new (kind, subject, bayan_clean_span (0, 0)));
}

static void
test_doubts_of_a_kind (void)
{
  g_autoptr (GPtrArray) doubts = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_doubt_free);
  g_autofree char *none = bayan_doubt_words_of_kind (doubts, BAYAN_DOUBT_SPOOFING);
  g_autofree char *lost = NULL, *pages = NULL, *one = NULL;

  add_doubt (doubts, BAYAN_DOUBT_REPLACEMENT, "2");
  add_doubt (doubts, BAYAN_DOUBT_NO_TEXT, "3");
  add_doubt (doubts, BAYAN_DOUBT_REPLACEMENT, "1");
  add_doubt (doubts, BAYAN_DOUBT_NO_TEXT, "5");
  lost = bayan_doubt_words_of_kind (doubts, BAYAN_DOUBT_REPLACEMENT);
  pages = bayan_doubt_words_of_kind (doubts, BAYAN_DOUBT_NO_TEXT);
  one = bayan_doubt_words (doubts->pdata[1]);
  g_assert_null (none);
  g_assert_cmpstr (lost, ==, "3 letters were lost before the file came here");
  g_assert_cmpstr (pages, ==, "Pages \u20683\u2069, \u20685\u2069 have no text, only pictures");
  g_assert_cmpstr (one, ==, "Page \u20683\u2069 has no text, only a picture");
}

static void
test_every_doubt_has_words (void)
{
  for (guint kind = 0; kind < BAYAN_DOUBT_N_KINDS; kind++)
    {
      g_autoptr (BayanDoubt) doubt = bayan_doubt_new (kind, "", bayan_clean_span (0, 0));
      g_autofree char *words = bayan_doubt_words (doubt);

      g_assert_cmpstr (words, !=, "");
      g_assert_cmpstr (bayan_doubt_words_get_hint (kind), !=, "");
    }
}

/* A name of a file that would end the isolate, or run backwards, does neither. */
static void
test_isolated_controls (void)
{
  g_autofree char *isolated = bayan_language_isolate ("a\u2069b\u202Etxt.exe\u2066");

  g_assert_cmpstr (isolated, ==, "\u2068abtxt.exe\u2069");
}

static void
test_direction_of_text (void)
{
  g_assert_true (bayan_language_is_rtl_text ("بيان"));
  g_assert_true (bayan_language_is_rtl_text ("12: «بيان» Rome"));
  g_assert_false (bayan_language_is_rtl_text ("Rome بيان"));
  g_assert_false (bayan_language_is_rtl_text ("2021"));
  g_assert_false (bayan_language_is_rtl_text (""));
  g_assert_false (bayan_language_is_rtl_text (NULL));
}

static void
test_names_by_language (void)
{
  g_autoptr (BayanEntity) both = bayan_entity_new ("iso:IRQ", BAYAN_MENTION_GPE);
  g_autoptr (BayanEntity) one = bayan_entity_new ("org:x", BAYAN_MENTION_ORG);

  both->name_ar = g_strdup ("العراق");
  both->name_en = g_strdup ("Iraq");
  one->name_ar = g_strdup ("لجنة");

  bayan_language_apply ("en");
  g_assert_cmpint (bayan_language_get_direction (), ==, GTK_TEXT_DIR_LTR);
  g_assert_cmpstr (bayan_language_get_entity_name (both), ==, "Iraq");
  g_assert_cmpstr (bayan_language_get_entity_other_name (both), ==, "العراق");
  g_assert_cmpstr (bayan_language_get_entity_name (one), ==, "لجنة");
  g_assert_null (bayan_language_get_entity_other_name (one));

  bayan_language_apply ("ar");
  g_assert_cmpint (bayan_language_get_direction (), ==, GTK_TEXT_DIR_RTL);
  g_assert_cmpstr (bayan_language_get_entity_name (both), ==, "العراق");
  g_assert_cmpstr (bayan_language_get_entity_other_name (both), ==, "Iraq");
  bayan_language_apply ("en");
}

/* A toast takes markup: a name is none. */
static void
test_toast_shows_what_is_said (void)
{
  g_autoptr (AdwToast) toast = bayan_toast_new ("Written to R&D <a>.csv", "win.undo");

  g_assert_cmpstr (adw_toast_get_title (toast), ==, "Written to R&amp;D &lt;a&gt;.csv");
  g_assert_cmpstr (adw_toast_get_action_name (toast), ==, "win.undo");
}

/* It reads in the direction of the interface, whatever that of the names is. */
static void
test_relations (void)
{
  g_autofree char *sentence = bayan_relation_words_tell (BAYAN_RELATION_PLEDGES_TO, "ألمانيا", "العراق");

  g_assert_cmpstr (sentence, ==, "\u200E\u2068ألمانيا\u2069 pledges to \u2068العراق\u2069");
  g_assert_cmpstr (bayan_relation_words_get_name (BAYAN_RELATION_MEMBER_OF, FALSE), ==, "Is a member of");
  g_assert_cmpstr (bayan_relation_words_get_name (BAYAN_RELATION_MEMBER_OF, TRUE), ==, "Has as a member");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/words/gregorian", test_gregorian);
  g_test_add_func ("/ui/words/both-calendars", test_both_calendars);
  g_test_add_func ("/ui/words/one-calendar", test_one_calendar);
  g_test_add_func ("/ui/words/acts", test_acts);
  g_test_add_func ("/ui/words/long-subject", test_long_subject);
  g_test_add_func ("/ui/words/doubts-of-a-kind", test_doubts_of_a_kind);
  g_test_add_func ("/ui/words/every-doubt-has-words", test_every_doubt_has_words);
  g_test_add_func ("/ui/words/isolated-controls", test_isolated_controls);
  g_test_add_func ("/ui/words/direction-of-text", test_direction_of_text);
  g_test_add_func ("/ui/words/names-by-language", test_names_by_language);
  g_test_add_func ("/ui/words/relations", test_relations);
  g_test_add_func ("/ui/words/toast-shows-what-is-said", test_toast_shows_what_is_said);
  return g_test_run ();
}
