/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-act-finder.h"

#include "bayan-act-scan.h"
#include "bayan-act-verdict.h"

struct _BayanActFinder {
  BayanActLexicon *lexicon;
};

/* Reads the tables that the program carries. Errors are GResource's: a program built without them. */
BayanActFinder *
bayan_act_finder_new (GError **error)
{
  g_autoptr (BayanActLexicon) lexicon = bayan_act_lexicon_new (error);
  BayanActFinder *self;

  if (lexicon == NULL)
    return NULL;
  self = g_new0 (BayanActFinder, 1);
  self->lexicon = g_steal_pointer (&lexicon);
  return self;
}

void
bayan_act_finder_free (BayanActFinder *self)
{
  bayan_act_lexicon_free (self->lexicon);
  g_free (self);
}

static int
compare_acts (gconstpointer a, gconstpointer b)
{
  return bayan_act_compare (*(BayanAct *const *) a, *(BayanAct *const *) b);
}

/**
 * bayan_act_finder_find:
 * @words: of a clean text
 * @recognition: what is named in it; of rejected mentions only the plain words count, as those of one who acts
 *
 * Suggests acts, each with the rule and the row that made it. Linear in the text.
 *
 * Returns: (transfer full): what was found until @cancellable was cancelled
 */
BayanActs *
bayan_act_finder_find (const BayanActFinder *self, const BayanWords *words,
                       const BayanRecognition *recognition, GCancellable *cancellable)
{
  g_autoptr (BayanActScan) scan = bayan_act_scan_new (self->lexicon, words, recognition);
  guint cue = 0;

  for (guint i = 0; i < scan->sentences->n_sentences && !g_cancellable_is_cancelled (cancellable); i++)
    {
      bayan_act_read_sentence (scan, &scan->sentences->sentences[i]);
      bayan_act_read_roles (scan, &scan->sentences->sentences[i], &cue);
    }
  g_ptr_array_sort (scan->acts->acts, compare_acts);
  return g_steal_pointer (&scan->acts);
}

/**
 * bayan_act_finder_find_classes:
 * @mentions: (element-type BayanMention): those of @statement
 * @verdicts: (element-type BayanActVerdict): what the analyst says of its acts
 *
 * Returns: 1 << class for each BayanActClass of which there is an act that is not rejected
 */
guint32
bayan_act_finder_find_classes (const BayanActFinder *self, const BayanStatement *statement,
                               GPtrArray *mentions, const GArray *verdicts)
{
  g_autoptr (BayanWords) words = bayan_words_new (statement->text, (gssize) statement->text_length_bytes);
  g_autoptr (BayanRecognition) recognition = bayan_recognition_new ();
  g_autoptr (BayanActs) acts = NULL;
  guint32 classes = 0;

  g_ptr_array_unref (recognition->mentions);
  recognition->mentions = g_ptr_array_ref (mentions);
  acts = bayan_act_finder_find (self, words, recognition, NULL);
  for (guint i = 0; i < acts->acts->len; i++)
    {
      const BayanAct *act = acts->acts->pdata[i];
      BayanRawSpan verb = bayan_offset_map_to_raw (statement->map, act->verb);

      if (bayan_act_verdicts_find (verdicts, BAYAN_JUDGED_ACT, verb) != BAYAN_STATUS_REJECTED)
        classes |= 1u << act->act_class;
    }
  return classes;
}
