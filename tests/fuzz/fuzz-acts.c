/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any text has acts that hold together, or none: every span lies in the text on whole characters, an act in its sentence, and
 * what is copied says the same. */
#include "bayan-act-finder.h"
#include "bayan-recogniser.h"
#include "fuzz.h"

#include <string.h>

typedef struct {
  const char *text;
  gsize length_bytes;
} Text;

static void
check_span (const Text *text, BayanCleanSpan span)
{
  g_assert_cmpuint (span.start.byte, <=, span.end.byte);
  g_assert_cmpuint (span.end.byte, <=, text->length_bytes);
  g_assert_true (
      g_utf8_validate_len (text->text + span.start.byte, bayan_clean_span_length_bytes (span), NULL));
}

static void
check_actors (const Text *text, GPtrArray *actors)
{
  for (guint i = 0; i < actors->len; i++)
    {
      const BayanActor *actor = actors->pdata[i];

      check_span (text, actor->span);
      g_assert_cmpuint (bayan_clean_span_length_bytes (actor->span), >, 0);
    }
}

static void
check_act (const Text *text, const BayanAct *act)
{
  g_autoptr (BayanAct) copy = bayan_act_copy (act);

  check_span (text, act->verb);
  check_span (text, act->complement);
  check_span (text, act->target);
  check_span (text, act->quotation);
  check_actors (text, act->actors);
  g_assert_true (bayan_clean_span_contains (act->sentence, act->verb));
  g_assert_true ((act->source == BAYAN_ACTOR_UNKNOWN) == (act->actors->len == 0));
  g_assert_cmpint (bayan_act_compare (act, copy), ==, 0);
}

static void
check (const Text *text, const BayanActs *acts)
{
  for (guint i = 0; i < acts->acts->len; i++)
    check_act (text, acts->acts->pdata[i]);
  for (guint i = 0; i < acts->pledges->len; i++)
    {
      const BayanPledge *pledge = acts->pledges->pdata[i];

      check_span (text, pledge->verb);
      check_span (text, pledge->amount_span);
      check_span (text, pledge->modifier);
      check_span (text, pledge->purpose);
      check_span (text, pledge->deadline);
      check_actors (text, pledge->actors);
    }
  for (guint i = 0; i < acts->roles->len; i++)
    {
      const BayanRole *role = acts->roles->pdata[i];

      check_span (text, role->cue);
      check_span (text, role->of);
      g_assert_true (role->actor != NULL || role->count > 0);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static BayanRecogniser *recogniser;
  static BayanActFinder *finder;
  g_autofree char *valid = g_utf8_make_valid ((const char *) data, (gssize) size);
  g_autoptr (BayanStatement) statement = bayan_statement_new ();
  g_autoptr (BayanWords) words = NULL;
  g_autoptr (BayanRecognition) recognition = NULL;
  g_autoptr (BayanActs) acts = NULL;
  Text text;

  if (recogniser == NULL)
    {
      recogniser = bayan_recogniser_new (NULL);
      finder = bayan_act_finder_new (NULL);
    }
  statement->text = g_steal_pointer (&valid);
  statement->text_length_bytes = strlen (statement->text);
  text = (Text) { statement->text, statement->text_length_bytes };
  words = bayan_words_new (text.text, (gssize) text.length_bytes);
  recognition = bayan_recogniser_recognise_words (recogniser, statement, words, NULL);
  acts = bayan_act_finder_find (finder, words, recognition, NULL);
  check (&text, acts);
  return 0;
}
