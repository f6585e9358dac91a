/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a statement adds to others. */
#include <string.h>

#include "bayan-additions.h"

#include "doubles-set.h"

static BayanRecogniser *recogniser;

/* What @text adds to @others. */
static BayanAdditions *
compare (const char *text, const char *const *others)
{
  g_autoptr (GPtrArray) statements = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_statement_unref);
  g_autoptr (GPtrArray) recognitions =
      g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_recognition_free);
  g_autoptr (GPtrArray) mentions = g_ptr_array_new ();

  for (guint i = 0; i == 0 || others[i - 1] != NULL; i++)
    {
      BayanStatement *statement = bayan_statement_new ();
      statement->text = g_strdup (i == 0 ? text : others[i - 1]);
      statement->text_length_bytes = strlen (statement->text);
      g_ptr_array_add (statements, statement);
      g_ptr_array_add (recognitions, bayan_recogniser_recognise (recogniser, statement, NULL));
      g_ptr_array_add (mentions, ((BayanRecognition *) recognitions->pdata[i])->mentions);
    }
  {
    g_autoptr (BayanStatement) first = g_ptr_array_steal_index (statements, 0);
    GPtrArray *first_mentions = g_ptr_array_steal_index (mentions, 0);
    return bayan_additions_new (first, first_mentions, statements, mentions);
  }
}

static void
assert_spans (GArray *spans, const char *text, const char *const *expected)
{
  for (guint i = 0; i < spans->len; i++)
    {
      BayanCleanSpan span = g_array_index (spans, BayanCleanSpan, i);
      g_autofree char *words = g_strndup (text + span.start.byte, bayan_clean_span_length_bytes (span));
      g_assert_cmpstr (words, ==, expected[i]);
    }
  g_assert_null (expected[spans->len]);
}

#define FIRST                                                                                                                                                                         \
  "عقد الوزراء اجتماعهم السنوي في عمّان برئاسة الأردن. وأعلنت ألمانيا تقديم 35 مليون يورو لدعم أجهزة " \
  "الرقابة. وقرروا أن يجتمعوا مجددا في أوسلو."

/* Another spelling, another order, a sentence more; a number and a place that are new. */
static void
test_copy (void)
{
  static const char TEXT[] =
      "واعلنت المانيا تقديم ٣٥ مليون يورو لدعم اجهزة الرقابة. وقال دبلوماسي في باريس إن المبلغ "
      "سيرتفع إلى 50 مليونا لاحقا. عقد الوزراء اجتماعهم السنوي في عمان برئاسة الاردن.";
  static const char *const OTHERS[] = { FIRST, NULL };
  static const char *const SENTENCES[] = { "وقال دبلوماسي في باريس إن المبلغ سيرتفع إلى 50 مليونا لاحقا.",
                                           NULL };
  static const char *const NUMBERS[] = { "50", NULL };
  static const char *const NAMES[] = { "باريس", NULL };
  g_autoptr (BayanAdditions) additions = compare (TEXT, OTHERS);

  g_assert_cmpuint (additions->n_sentences, ==, 3);
  assert_spans (additions->sentences, TEXT, SENTENCES);
  assert_spans (additions->numbers, TEXT, NUMBERS);
  assert_spans (additions->names, TEXT, NAMES);
}

/* What one of several has is no addition; two sentences made one neither. */
static void
test_several (void)
{
  static const char TEXT[] =
      "أعلنت ألمانيا تقديم 35 مليون يورو لدعم أجهزة الرقابة، وتعهدت اليابان بمبلغ 20 مليون دولار.";
  static const char *const OTHERS[] = { FIRST, "وتعهدت اليابان بمبلغ 20 مليون دولار.", NULL };
  static const char *const NONE[] = { NULL };
  g_autoptr (BayanAdditions) additions = compare (TEXT, OTHERS);

  assert_spans (additions->sentences, TEXT, NONE);
  assert_spans (additions->numbers, TEXT, NONE);
  assert_spans (additions->names, TEXT, NONE);
}

/* Every sentence of another language is new, the numbers and places are not. */
static void
test_languages (void)
{
  static const char TEXT[] = "Germany announced 35 million euros for financial supervision in Amman.";
  static const char *const OTHERS[] = { FIRST, NULL };
  static const char *const SENTENCES[] = { TEXT, NULL };
  static const char *const NONE[] = { NULL };
  g_autoptr (BayanAdditions) additions = compare (TEXT, OTHERS);

  assert_spans (additions->sentences, TEXT, SENTENCES);
  assert_spans (additions->numbers, TEXT, NONE);
  assert_spans (additions->names, TEXT, NONE);
}

/* A long text of one sentence over and over, and one of no sentence at all, end soon. */
static void
test_odd_texts (void)
{
  g_autoptr (GString) same = g_string_new (NULL);
  const char *others[] = { NULL, NULL };
  g_autoptr (BayanAdditions) few = NULL, many = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append (same, "أكد الوزير أهمية الحوار. ");
  others[0] = same->str;
  many = compare (same->str, others);
  g_assert_cmpuint (many->sentences->len, ==, 0);
  others[0] = "";
  few = compare ("", others);
  g_assert_cmpuint (few->n_sentences, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  recogniser = bayan_recogniser_new (&error);
  g_assert_no_error (error);
  g_test_add_func ("/analysis/additions/copy", test_copy);
  g_test_add_func ("/analysis/additions/several", test_several);
  g_test_add_func ("/analysis/additions/languages", test_languages);
  g_test_add_func ("/analysis/additions/odd-texts", test_odd_texts);
  return g_test_run ();
}
