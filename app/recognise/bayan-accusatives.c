/* SPDX-License-Identifier: GPL-3.0-or-later */
/* جنديا روسيا, وفدا ليبيا: the adjective of a state in the accusative is written like the state itself. It is the adjective
 * behind an indefinite noun in the accusative, where its vowel marks say so, and where it is doubled: حلا ليبيا-ليبيا. */
#include <string.h>

#include "bayan-rules.h"

/* Nouns that look like adverbs (رسميا) or like participles, which govern the state as their object: متهما روسيا, داعيا تركيا */
static const char *const nouns[] = { "جنديا",  "شرطيا",  "صحفيا",   "صحافيا", "دبلوماسيا", "رياضيا",
                                     "قياديا", "مواطنا", "مسؤولا",  "مهاجرا", "مقاتلا",    "مبعوثا",
                                     "مهندسا", "مدنيا",  "مستشارا", "متحدثا", "متظاهرا",   "موقفا",
                                     "مشروعا", "مقترحا", "مسلحا",   "محللا",  "معتقلا",    "مصدرا",
                                     "مراسلا", "مركزا",  "مرتزقا",  "مدربا",  "مستثمرا",   "ناشطا",
                                     "مدرسا",  "منتجا",  "مصرفا",   "ميناء",  NULL };
static const char *const no_nouns[] = {
  "شكرا", "عاما", "خاصا", "كاملا", "كثيرا", "ضغطا", "طلبا", "ردا", NULL
};
/* The mark of the accusative without an article: ليبيًا */
#define TANWIN "\xd9\x8b"

static gboolean
is_governing (const char *key, gsize length_bytes)
{
  return memcmp (key + length_bytes - 4, "يا", 4) == 0 || bayan_key_begins (key, "م")
         || bayan_key_is_among (key, no_nouns);
}

static gboolean
is_known_noun (const BayanScan *scan, const char *key, gsize length_bytes)
{
  const guint64 classes = BAYAN_CLASS (COMMON) | BAYAN_CLASS (OFFICE) | BAYAN_CLASS (TITLE)
                          | BAYAN_CLASS (MINISTER) | BAYAN_CLASS (BODY) | BAYAN_CLASS (DEMONYM_HOST)
                          | BAYAN_CLASS (GATHERING);

  return (bayan_lexicon_get_classes (scan->lexicon,
                                     bayan_lexicon_find_word (scan->lexicon, key, length_bytes - 2))
          & classes)
         != 0;
}

static gboolean
is_indefinite_noun (const BayanScan *scan, guint32 token)
{
  const char *key = scan->tokens[token].key;
  gsize length_bytes = scan->tokens[token].key_length;

  if (length_bytes < 2 * 4 || !bayan_scan_word_ends (&scan->tokens[token], "ا"))
    return FALSE;
  /* تشترك في رئاستها إيطاليا: a pronoun, no accusative */
  if (bayan_scan_word_ends (&scan->tokens[token], "تها"))
    return FALSE;
  if (bayan_key_is_among (key, nouns)
      || (!is_governing (key, length_bytes) && is_known_noun (scan, key, length_bytes)))
    return TRUE;
  /* وضابطا */
  key += 2;
  length_bytes -= 2;

  return bayan_key_begins (scan->tokens[token].key, "و") && length_bytes >= 2 * 4
         && (bayan_key_is_among (key, nouns)
             || (!is_governing (key, length_bytes) && is_known_noun (scan, key, length_bytes)));
}

static gboolean
has_tanwin (const BayanScan *scan, const BayanCandidate *state)
{
  return g_strstr_len (scan->text + state->start, (gssize) (state->end - state->start), TANWIN) != NULL;
}

/* ليبيا-ليبيا */
static gboolean
is_doubled (const BayanScan *scan, guint32 token)
{
  const char *key = scan->tokens[token].key;

  return (token + 2 < scan->n_tokens && (scan->tokens[token + 1].flags & BAYAN_WORD_DASH) != 0
          && bayan_words_touches_previous (scan->words, token + 1)
          && bayan_scan_key_is (scan, token + 2, key))
         || (token >= 2 && (scan->tokens[token - 1].flags & BAYAN_WORD_DASH) != 0
             && bayan_words_touches_previous (scan->words, token)
             && bayan_scan_key_is (scan, token - 2, key));
}

/* The entry of the adjective of which the word at @token is the accusative: of Niger for نيجريا, though Nigeria is written so,
 * too. 0 for none. */
static guint32
find_adjective (const BayanScan *scan, guint32 token)
{
  g_autofree char *stem = g_strndup (scan->tokens[token].key, scan->tokens[token].key_length - 2u);
  const BayanLexiconEntry *entry = bayan_lexicon_find_phrase (scan->lexicon, stem, BAYAN_MENTION_NORP);

  return entry != NULL && entry->entity->iso3 != NULL
             ? bayan_lexicon_find_key (scan->lexicon, "nisba:", entry->entity->iso3)
             : 0;
}

/* Over the whole text, before the rules ask for states: the adjective takes the place of the state. */
void
bayan_rules_read_accusatives (BayanScan *scan)
{
  guint n = scan->n_candidates;

  for (guint c = 0; c < n; c++)
    {
      const BayanLexiconEntry *entry;
      BayanCandidate state, *adjective;
      guint32 nisba;

      if (scan->candidates[c].type != BAYAN_MENTION_GPE)
        continue;
      state = scan->candidates[c];
      if (state.entry == 0 || state.proclitics != 0 || state.last != state.first + 1
          || !bayan_scan_word_ends (&scan->tokens[state.first], "يا")
          || (bayan_lexicon_get_flags (scan->lexicon, state.entry) & BAYAN_ENTRY_STATE) == 0)
        continue;
      if (!has_tanwin (scan, &state) && !is_doubled (scan, state.first)
          && !(state.first > 0 && bayan_scan_goes_on (scan, state.first)
               && is_indefinite_noun (scan, state.first - 1)))
        continue;
      nisba = find_adjective (scan, state.first);
      if (nisba == 0)
        continue;
      bayan_scan_get (scan, (gint32) c)->flags |= BAYAN_CANDIDATE_DROPPED;
      entry = bayan_lexicon_get_entry (scan->lexicon, nisba);
      adjective = bayan_scan_add (scan, BAYAN_MENTION_NORP, state.first, state.last, NULL, entry->table);
      adjective->entry = nisba;
      adjective->key = entry->entity->key;
    }
}
