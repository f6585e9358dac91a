/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why words are not suggested: each layer says what it has against it. */
#include <locale.h>
#include <string.h>

#include "bayan-recogniser.h"

#define ANY BAYAN_MENTION_N_TYPES

static BayanRecogniser *recogniser;
static gint64 next_mention = 1;

static BayanLearner *
get_learner (void)
{
  return bayan_recogniser_get_learner (recogniser);
}

static BayanStatement *
make_statement (const char *text)
{
  BayanStatement *statement = bayan_statement_new ();

  statement->text = g_strdup (text);
  statement->text_length_bytes = strlen (text);
  return statement;
}

static BayanCleanSpan
find_span (const char *text, const char *words)
{
  const char *at = strstr (text, words);

  g_assert_nonnull (at);
  return bayan_clean_span ((guint32) (at - text), (guint32) (at - text + strlen (words)));
}

static GPtrArray *
ask (const char *text, const char *words, BayanMentionType type)
{
  g_autoptr (BayanStatement) statement = make_statement (text);
  GPtrArray *reasons = bayan_recogniser_explain_absence (recogniser, statement, find_span (text, words),
                                                         type);

  g_assert_cmpuint (reasons->len, >, 0);
  for (guint i = 0; i < reasons->len; i++)
    {
      const BayanAbsence *absence = reasons->pdata[i];

      g_test_message ("%s %u %s %s | %u %s", bayan_absence_reason_to_string (absence->reason), absence->type,
                      absence->rule, absence->evidence, absence->other_type, absence->other_words);
    }
  return reasons;
}

/* The reason that is given, and that it is the first. Returns: (transfer full): all of them */
static GPtrArray *
assert_reason (const char *text, const char *words, BayanMentionType type, BayanAbsenceReason expected)
{
  GPtrArray *reasons = ask (text, words, type);
  const BayanAbsence *first = reasons->pdata[0];

  g_assert_cmpstr (bayan_absence_reason_to_string (first->reason), ==,
                   bayan_absence_reason_to_string (expected));
  return reasons;
}

/* The analyst says of @words in @text that they are a @type, or not. */
static void
decide (const char *text, const char *words, BayanMentionType type, gboolean is_right)
{
  g_autoptr (BayanStatement) statement = make_statement (text);
  g_autoptr (BayanRecognition) recognition = bayan_recogniser_recognise (recogniser, statement, NULL);
  g_autoptr (BayanMention) mention = bayan_mention_new (find_span (text, words), type, BAYAN_LAYER_ANALYST,
                                                        "analyst");
  g_autoptr (BayanLesson) lesson = NULL;

  mention->status = is_right ? BAYAN_STATUS_CONFIRMED : BAYAN_STATUS_REJECTED;
  lesson = bayan_recogniser_make_lesson (recogniser, text, strlen (text), recognition->mentions, mention,
                                         NULL);
  bayan_learner_set_lesson (get_learner (), next_mention++, type, lesson);
}

static void
test_unknown (void)
{
  g_autoptr (GPtrArray) reasons = assert_reason ("قال زربطان ذلك", "زربطان", ANY, BAYAN_ABSENCE_UNKNOWN);

  g_assert_cmpuint (reasons->len, ==, 1);
}

static void
test_suggested (void)
{
  g_autoptr (GPtrArray) reasons = assert_reason ("زار الوفد العراق أمس", "العراق", ANY,
                                                 BAYAN_ABSENCE_SUGGESTED);
  const BayanAbsence *absence = reasons->pdata[0];

  g_assert_cmpint (absence->layer, ==, BAYAN_LAYER_GAZETTEER);
  g_assert_cmpstr (absence->evidence, ==, "iso:IRQ");
}

static void
test_another_type (void)
{
  g_autoptr (GPtrArray) reasons = assert_reason ("زار الوفد العراق أمس", "العراق", BAYAN_MENTION_ORG,
                                                 BAYAN_ABSENCE_OTHER_TYPE);
  const BayanAbsence *absence = reasons->pdata[0];

  g_assert_cmpint (absence->type, ==, BAYAN_MENTION_ORG);
  g_assert_cmpint (absence->other_type, ==, BAYAN_MENTION_GPE);
}

static void
test_no_word (void)
{
  g_autoptr (GPtrArray) reasons = assert_reason ("زار الوفد ، العراق", "،", ANY, BAYAN_ABSENCE_NO_WORD);

  g_assert_cmpuint (reasons->len, ==, 1);
}

static void
test_too_long (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) reasons = NULL;

  for (guint i = 0; i < 60; i++)
    g_string_append (text, "كلمة ");
  reasons = assert_reason (text->str, text->str, ANY, BAYAN_ABSENCE_TOO_LONG);
}

/* Rejected twice behind the same word: only there; three times: everywhere */
static void
test_rejected (void)
{
  const char *text = "زار الوفد العراق أمس";
  g_autoptr (GPtrArray) here = NULL, everywhere = NULL;
  const BayanAbsence *absence;

  decide (text, "العراق", BAYAN_MENTION_GPE, FALSE);
  decide (text, "العراق", BAYAN_MENTION_GPE, FALSE);
  here = assert_reason (text, "العراق", ANY, BAYAN_ABSENCE_REJECTED);
  absence = here->pdata[0];
  g_assert_cmpint (absence->type, ==, BAYAN_MENTION_GPE);
  g_assert_cmpuint (absence->n_wrong, ==, 2);
  g_assert_cmpstr (absence->evidence, ==, "الوفد");
  decide ("قال إن العراق بلد", "العراق", BAYAN_MENTION_GPE, FALSE);
  everywhere = assert_reason ("في العراق", "العراق", BAYAN_MENTION_GPE, BAYAN_ABSENCE_REJECTED);
  absence = everywhere->pdata[0];
  g_assert_cmpuint (absence->n_wrong, ==, 3);
  g_assert_null (absence->evidence);
  bayan_learner_clear (get_learner ());
}

static void
test_unlearned (void)
{
  g_autoptr (GPtrArray) reasons = NULL;

  decide ("وصل زربطان إلى المكان", "زربطان", BAYAN_MENTION_ORG, TRUE);
  bayan_learner_set_enabled (get_learner (), FALSE);
  reasons = assert_reason ("قال زربطان ذلك", "زربطان", ANY, BAYAN_ABSENCE_UNLEARNED);
  g_assert_cmpint (((BayanAbsence *) reasons->pdata[0])->type, ==, BAYAN_MENTION_ORG);
  bayan_learner_set_enabled (get_learner (), TRUE);
  bayan_learner_clear (get_learner ());
}

/* A row of homographs.tsv with what it asks for, and another guard */
static void
test_guard (void)
{
  g_autoptr (GPtrArray) word = assert_reason ("وشدد على أهمية الحدث في المنطقة", "الحدث", ANY,
                                              BAYAN_ABSENCE_GUARD);
  const BayanAbsence *absence = word->pdata[0];

  g_assert_cmpint (absence->layer, ==, BAYAN_LAYER_GAZETTEER);
  g_assert_true (g_str_has_prefix (absence->rule, "homographs/"));
  g_assert_nonnull (absence->evidence);
}

static void
test_row (void)
{
  g_autoptr (GPtrArray) reasons = assert_reason ("أعلنت سلطنة عمان أن الوفد عاد", "عمان", ANY,
                                                 BAYAN_ABSENCE_GUARD);
  const BayanAbsence *guard = reasons->pdata[0], *over = reasons->pdata[reasons->len - 1];

  g_assert_cmpstr (guard->rule, ==, "homographs/row");
  g_assert_nonnull (strstr (guard->evidence, "needs; before"));
  /* And what is suggested there instead */
  g_assert_cmpint (over->reason, ==, BAYAN_ABSENCE_INSIDE);
  g_assert_cmpstr (over->other_words, ==, "سلطنة عمان");
}

/* A part of what is suggested, which holds no such thing */
static void
test_inside (void)
{
  g_autoptr (GPtrArray) reasons = assert_reason ("اجتمع وزير خارجية العراق في روما", "خارجية", ANY,
                                                 BAYAN_ABSENCE_INSIDE);
  const BayanAbsence *absence = reasons->pdata[0];

  g_assert_cmpint (absence->other_type, ==, BAYAN_MENTION_OCC);
  g_assert_true (g_str_has_prefix (absence->other_words, "وزير خارجية"));
}

/* Words that cross what is suggested */
static void
test_outranked (void)
{
  g_autoptr (GPtrArray) reasons = assert_reason ("في 3 مايو 2021 وصل", "2021 وصل", ANY,
                                                 BAYAN_ABSENCE_OUTRANKED);
  const BayanAbsence *absence = reasons->pdata[0];

  g_assert_cmpint (absence->other_type, ==, BAYAN_MENTION_DATE);
  g_assert_cmpstr (absence->other_words, ==, "3 مايو 2021");
}

/* An office that nobody holds here */
static void
test_bare (void)
{
  g_autoptr (GPtrArray) reasons = assert_reason ("وصل الملك إلى القاعة", "الملك", BAYAN_MENTION_OCC,
                                                 BAYAN_ABSENCE_BARE);

  g_assert_cmpstr (((BayanAbsence *) reasons->pdata[0])->rule, ==, "office/head-and-complement");
}

static void
test_part (void)
{
  g_autoptr (GPtrArray) reasons = assert_reason ("قال إن الخماسية ستعود", "الخماسية", ANY,
                                                 BAYAN_ABSENCE_PART);
  const BayanAbsence *absence = reasons->pdata[0];

  g_assert_cmpstr (absence->rule, ==, "gazetteer/organisations.tsv");
  g_assert_cmpstr (absence->other_words, ==, "اللجنة الخماسية");
}

static void
label_clubs (guint n)
{
  static const char *const names[] = { "زربطان",  "كلفرون", "مشدوبان", "طرنقول",
                                       "شلبوقان", "خردبان", "سفنجول",  "قرطموز" };

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("وحضر رابطة هواة %s الطابع في القاعة", names[i]);

      decide (text, names[i], BAYAN_MENTION_ORG, TRUE);
    }
}

/* One lesson speaks for it, and is not enough: its score, the threshold and the features are told. */
static void
test_unlikely (void)
{
  g_autoptr (GPtrArray) reasons = NULL;
  const BayanAbsence *absence;

  label_clubs (1);
  reasons = assert_reason ("وحضر رابطة هواة بطلموران الطابع في القاعة", "بطلموران", BAYAN_MENTION_ORG,
                           BAYAN_ABSENCE_UNLIKELY);
  absence = reasons->pdata[0];
  g_assert_cmpint (absence->layer, ==, BAYAN_LAYER_TAGGER);
  g_assert_cmpint (absence->score, >, 0);
  g_assert_cmpint (absence->score, <=, absence->threshold);
  g_assert_nonnull (strstr (absence->evidence, " +"));
  bayan_learner_clear (get_learner ());
  label_clubs (8);
  g_ptr_array_unref (g_steal_pointer (&reasons));
  reasons = assert_reason ("وحضر رابطة هواة بطلموران الطابع في القاعة", "بطلموران", BAYAN_MENTION_ORG,
                           BAYAN_ABSENCE_SUGGESTED);
  bayan_learner_clear (get_learner ());
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int result;

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  recogniser = bayan_recogniser_new (&error);
  g_assert_no_error (error);

  g_test_add_func ("/absence/unknown", test_unknown);
  g_test_add_func ("/absence/suggested", test_suggested);
  g_test_add_func ("/absence/another-type", test_another_type);
  g_test_add_func ("/absence/no-word", test_no_word);
  g_test_add_func ("/absence/too-long", test_too_long);
  g_test_add_func ("/absence/rejected", test_rejected);
  g_test_add_func ("/absence/unlearned", test_unlearned);
  g_test_add_func ("/absence/guard", test_guard);
  g_test_add_func ("/absence/row", test_row);
  g_test_add_func ("/absence/inside", test_inside);
  g_test_add_func ("/absence/outranked", test_outranked);
  g_test_add_func ("/absence/bare", test_bare);
  g_test_add_func ("/absence/part", test_part);
  g_test_add_func ("/absence/unlikely", test_unlikely);

  result = g_test_run ();
  bayan_recogniser_unref (recogniser);
  return result;
}
