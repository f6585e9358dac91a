/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How sentences begin: list numbers, datelines, the phrase that the sentence is about, who issues a statement. */
#include "bayan-act-reader.h"

#define DATELINE_WORDS_MAX 14
#define TITLE_WORDS_MAX 6

/* Where the dateline ends that a sentence begins with, a place: عمّان –, الدوحة في 15 يناير /قنا/; @first if there is none. */
static guint
skip_dateline (const BayanActScan *scan, guint first, guint end)
{
  const BayanActMention *place = bayan_act_scan_get_mention (scan, first);
  guint at = first, n_slashes = 0;

  if (place == NULL || place->mention->type != BAYAN_MENTION_GPE)
    return first;
  for (guint i = first; i < end && i < first + DATELINE_WORDS_MAX; i++)
    {
      n_slashes += bayan_act_scan_is (scan, i, "/");
      if (bayan_act_scan_has_flag (scan, i, BAYAN_WORD_DASH) || bayan_act_scan_is (scan, i, ")")
          || (n_slashes == 2 && bayan_act_scan_is (scan, i, "/")))
        at = i + 1;
    }
  return at;
}

/* Behind bullets, list numbers, opening marks, and the dateline. */
guint
bayan_act_skip_opening (const BayanActScan *scan, guint first, guint end)
{
  guint at = skip_dateline (scan, first, end);

  if (at == first && bayan_act_scan_has_flag (scan, at, BAYAN_WORD_NUMBER) && at + 1 < end
      && bayan_act_scan_is_punctuation (scan, at + 1))
    at += 2;
  while (at < end && bayan_act_scan_is_punctuation (scan, at))
    at++;
  if (at + 1 < end && bayan_act_scan_has_flag (scan, at, BAYAN_WORD_NUMBER)
      && bayan_act_scan_is_punctuation (scan, at + 1))
    at += 2;
  while (at < end && bayan_act_scan_is_punctuation (scan, at))
    at++;
  return at;
}

/* The phrase that the sentence begins with; behind إن, كما أن, نحن. */
void
bayan_act_read_topic (BayanActReader *self)
{
  BayanActScan *scan = self->scan;
  guint at = self->first;
  gboolean speaker = FALSE, joined;

  for (guint n = 0; at < self->end && n < 4; n++)
    {
      guint64 classes = bayan_act_scan_get_classes (scan, at);
      const char *key = bayan_act_scan_get_key (scan, at) + bayan_act_scan_skip_joint (scan, at);

      if (bayan_key_is (key, "نحن") || bayan_key_is (key, "ونحن") || bayan_key_is (key, "اننا"))
        {
          speaker = TRUE;
          at += bayan_act_scan_is_comma (scan, at + 1) ? 2 : 1;
        }
      else if ((classes & (BAYAN_AW (THAT) | BAYAN_AW (OPENER))) != 0 && scan->tokens[at].mention < 0)
        {
          self->introduced = self->introduced || (classes & BAYAN_AW (THAT)) != 0;
          self->answers = self->answers || bayan_key_is (key, "اما");
          at++;
        }
      else
        break;
    }
  if (at >= self->end)
    return;
  self->we = speaker ? at : 0;
  joined = bayan_act_scan_skip_joint (scan, at) > 0;
  if (scan->tokens[at].mention < 0
      && ((scan->tokens[at].word != NULL && scan->tokens[at].word->form != 0)
          || (joined && scan->tokens[at].rest != NULL && scan->tokens[at].rest->form != 0)))
    return;
  self->has_topic = bayan_act_parse_phrase (scan, at, self->end, joined, &self->topic);
  if (speaker && self->has_topic)
    scan->speaker = self->topic;
  if (speaker)
    self->has_topic = FALSE;
}

/* بيان صادر عن الوزارة, تصريح المتحدث …, بيان مشترك لدولة قطر و…: who speaks, if nobody says we. TRUE if the sentence
 * says it. */
gboolean
bayan_act_read_issuer (BayanActReader *self)
{
  BayanActScan *scan = self->scan;
  guint limit = MIN (self->end, self->first + TITLE_WORDS_MAX);
  BayanActPhrase issuer;

  if (scan->speaker.n_actors > 0
      || ((bayan_act_scan_get_classes (scan, self->first) & BAYAN_AW (PAPER)) == 0
          && !bayan_act_scan_is (scan, self->first, "صدر"))
      || bayan_act_scan_get_mention (scan, self->first) != NULL)
    return FALSE;
  for (guint i = self->first + 1; i < limit; i++)
    {
      if (bayan_act_parse_phrase (scan, i, self->end, FALSE, &issuer) && !issuer.gathering)
        {
          scan->speaker = issuer;
          return TRUE;
        }
      if (bayan_act_scan_has_flag (scan, i, BAYAN_WORD_PUNCTUATION) || bayan_act_scan_is (scan, i, "بشان")
          || bayan_act_scan_is (scan, i, "حول"))
        break;
    }
  return FALSE;
}

/* سنواصل, سنعمل: the first person of the future of any verb */
gboolean
bayan_act_is_our_future (const BayanActScan *scan, guint at)
{
  static const char *const others[] = { "سنة",  "سنوا", "سنوي", "سندا", "سنغا",
                                        "سنجا", "سنار", "سند",  "سنن",  "سني" };
  const char *key = bayan_act_scan_get_key (scan, at);

  if (bayan_key_begins (key, "و"))
    key += BAYAN_LETTER_BYTES;
  if (!bayan_key_begins (key, "سن") || strlen (key) < 5 * BAYAN_LETTER_BYTES || scan->tokens[at].mention >= 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (bayan_key_begins (key, others[i]) && !bayan_key_begins (key, "سنواصل"))
      return FALSE;
  return TRUE;
}
