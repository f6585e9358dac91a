/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of other languages where somebody's name must stand. Their words may look like anything: like a town, a river, a
 * company, or a word of Arabic with a proclitic before it. Between an office and a sure end they are a name all the same,
 * as long as none of them can be an Arabic word there. */
#include <string.h>

#include "bayan-person-names.h"
#include "bayan-rules.h"

#define PARTS_MAX 5
#define LONG_BYTES (2 * 4)
#define PLACES (BAYAN_TYPE (GPE) | BAYAN_TYPE (LOC))

/* A person of the tables ends before @token, of whose name the last @n words may be. */
static gboolean
ends_known_person (const BayanScan *scan, guint32 token, guint n)
{
  for (guint32 at = token - n; at < token; at++)
    {
      const BayanCandidate *known = bayan_scan_longest (scan, at, BAYAN_TYPE (PERS), 0);

      if (known != NULL && known->entry != 0 && known->last == token)
        return TRUE;
    }

  return FALSE;
}

/* Nothing that a rule or a table calls something else begins here, or one word that a name of @n words so far may hold: a town
 * that is no state, a river, a company. */
static gboolean
may_be_taken (const BayanScan *scan, guint32 token, guint n)
{
  const gboolean town = bayan_scan_longest (scan, token, PLACES, 0) != NULL;

  for (gint32 c = scan->first[token]; c >= 0; c = bayan_scan_get (scan, c)->next)
    {
      const BayanCandidate *other = bayan_scan_get (scan, c);

      if ((other->flags & BAYAN_CANDIDATE_DROPPED) != 0 || other->type == BAYAN_MENTION_PERS
          || (town && other->proclitics != 0))
        continue;
      if (other->last > token + 1 || other->entry == 0)
        return FALSE;
      if ((BAYAN_TYPE (ORG) & (1u << other->type)) != 0 && n > 0)
        continue;
      if ((PLACES & (1u << other->type)) == 0)
        return FALSE;
      /* زار الرئيس إيمانويل ماكرون بيروت: a large town behind somebody known is where he goes. */
      if ((bayan_lexicon_get_flags (scan->lexicon, other->entry) & BAYAN_ENTRY_MINOR) == 0 && n > 0
          && ends_known_person (scan, token, n))
        return FALSE;
      /* ببيروت: where somebody is; باندور is in no Indore */
      if ((bayan_lexicon_get_flags (scan->lexicon, other->entry) & BAYAN_ENTRY_STATE) != 0
          || (other->proclitics != 0
              && (bayan_lexicon_get_flags (scan->lexicon, other->entry) & BAYAN_ENTRY_MINOR) == 0))
        return FALSE;
    }

  return TRUE;
}

/* وسيطا, قائدا, مشرفا, هاتفيا: an Arabic noun or adverb in the accusative by its shape */
static gboolean
looks_accusative (const BayanToken *word)
{
  gsize letters = word->key_length / 2;

  if (!bayan_scan_word_ends (word, "ا") || bayan_scan_word_ends (word, "وا"))
    return FALSE;

  return letters < 5 || bayan_key_begins (word->key, "م") || bayan_scan_word_ends (word, "يا")
         || (letters == 5
             && (memcmp (word->key + 2 * 2, "ي", 2) == 0 || memcmp (word->key + 2, "ا", 2) == 0));
}

/* ومودي: somebody else, who is joined; ويرثين is a name, as nothing of it is known without و. ومستدام is a participle. */
static gboolean
is_joined (const BayanScan *scan, guint32 token)
{
  const BayanToken *word = &scan->tokens[token];

  return bayan_key_begins (word->key, "و")
         && (word->n_readings > 1 || word->key_length < LONG_BYTES || word->readings[0].word != 0
             || (bayan_key_begins (word->key, "وم") && word->key_length >= 2 * 6));
}

/* بمزيد, لتسوية, باستقبال: a noun that no table knows behind a preposition */
static gboolean
looks_governed (const BayanToken *word)
{
  static const char *const nouns[] = { "ت", "م", "است", "انت", "اجت", "احت", "اعت", "اقت", "انض" };

  if (word->key_length < 2 * 5 || !(bayan_key_begins (word->key, "ب") || bayan_key_begins (word->key, "ل")))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (nouns); i++)
    if (bayan_key_begins (word->key + 2, nouns[i]))
      return TRUE;

  return FALSE;
}

static gboolean
has_article_inside (const BayanToken *word)
{
  static const char *const articles[] = { "وال", "كال", "لل" };

  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    if (bayan_key_begins (word->key, articles[i]))
      return TRUE;

  return FALSE;
}

/* A verb of the present or the future by its first letters; longer words are none. */
static gboolean
looks_like_verb (const BayanToken *word)
{
  gsize letters = word->key_length / 2;

  if (bayan_key_begins (word->key, "سي") || bayan_key_begins (word->key, "ست"))
    return letters >= 4 && letters <= 7;

  return letters >= 4 && letters <= 6 && !bayan_scan_word_ends (word, "و")
         && (bayan_key_begins (word->key, "ي") || bayan_key_begins (word->key, "ت"))
         && !bayan_key_begins (word->key, "يا") && !bayan_key_begins (word->key, "تا");
}

static gboolean
is_part (const BayanScan *scan, guint32 token, guint n)
{
  const BayanToken *word = &scan->tokens[token];

  if (!bayan_scan_goes_on (scan, token) || (word->flags & BAYAN_WORD_ARABIC) == 0 || word->key_length < 4
      || !may_be_taken (scan, token, n))
    return FALSE;
  if (bayan_scan_is (scan, token, BAYAN_CLASS (FOREIGN)) || bayan_person_is_glue (scan, token))
    return TRUE;
  /* مايكل عمران كانو: behind a foreign given name */
  if (n == 1 && bayan_scan_is (scan, token, BAYAN_CLASS (GIVEN))
      && bayan_scan_is (scan, token - 1, BAYAN_CLASS (FOREIGN)) && (word->readings[0].classes & NO_NAME) == 0)
    return TRUE;
  /* كانديا كامارا: behind any word that may be one */
  if (n > 0 && bayan_scan_is (scan, token, BAYAN_CLASS (FAMILY)) && !bayan_scan_is_definite (scan, token)
      && (word->classes & NO_NAME) == 0)
    return TRUE;
  if (bayan_scan_is_definite (scan, token) || (word->readings[0].classes & (NO_NAME | NAME_WORD)) != 0
      || (word->classes & (NO_NAME | BAYAN_CLASS (COMPASS) | BAYAN_CLASS (CIVIC))) != 0)
    return FALSE;

  return !has_article_inside (word) && !looks_governed (word) && !bayan_person_is_verbal_noun (scan, token)
         && !is_joined (scan, token)
         && (word->shapes & (BAYAN_SHAPE_ARABIC_LETTER | BAYAN_SHAPE_ARABIC_ENDING)) == 0
         && !looks_like_verb (word) && !looks_accusative (word);
}

/* What no name goes on with */
static gboolean
ends_before (const BayanScan *scan, guint32 token)
{
  if (!bayan_scan_goes_on (scan, token) || (scan->tokens[token].flags & BAYAN_WORD_ARABIC) == 0)
    return TRUE;

  return (scan->tokens[token].classes & NO_NAME) != 0 || bayan_scan_is_definite (scan, token)
         || bayan_key_begins (scan->tokens[token].key, "و")
         || bayan_key_begins (scan->tokens[token].key, "بال") || has_article_inside (&scan->tokens[token])
         || looks_governed (&scan->tokens[token]) || bayan_person_is_verbal_noun (scan, token)
         || looks_accusative (&scan->tokens[token])
         || (scan->tokens[token].shapes & BAYAN_SHAPE_ARABIC_ENDING) != 0;
}

/* The token behind the foreign name of two words or more at @token; @token where there is none, or its end is not sure. */
guint32
bayan_person_parse_foreign (const BayanScan *scan, guint32 token)
{
  guint32 at = token;
  guint n_known = 0, n_unknown = 0, n_long = 0;

  /* دونالد ترامب (اختار): who is known by two words or more has no third */
  while (at < token + PARTS_MAX && at < scan->n_tokens && is_part (scan, at, at - token)
         && !(at >= token + 2 && !bayan_scan_is (scan, at, BAYAN_CLASS (FAMILY) | BAYAN_CLASS (FOREIGN))
              && ends_known_person (scan, at, at - token)))
    {
      n_known += bayan_scan_is (scan, at, BAYAN_CLASS (FOREIGN) | BAYAN_CLASS (FAMILY));
      n_unknown += scan->tokens[at].readings[0].word == 0;
      n_long += scan->tokens[at].key_length >= LONG_BYTES;
      at++;
    }
  if (at < token + 2 || n_known + n_unknown == 0 || bayan_person_is_glue (scan, at - 1)
      || !ends_before (scan, at))
    return token;
  /* Short words that no table knows may be anything: كرر, نقل. In three they are Chinese or Korean. */
  if (n_known + n_long == 0
      || (at < token + 3 && scan->tokens[at - 1].key_length < LONG_BYTES
          && scan->tokens[at - 1].readings[0].word == 0))
    return token;

  return at;
}
