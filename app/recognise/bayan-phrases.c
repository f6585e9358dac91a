/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts of names that several rules share. */
#include <string.h>

#include "bayan-rules.h"

/* A candidate of these types with these proclitics begins here: what it names belongs to the name before it.
 */
guint32
bayan_phrase_name (const BayanScan *scan, guint32 token, guint type_mask, guint8 proclitics)
{
  guint32 inside = bayan_scan_goes_on (scan, token) ? bayan_scan_skip_quote (scan, token) : scan->n_tokens;
  const BayanCandidate *name = NULL;

  if (inside >= scan->n_tokens)
    return token;

  name = bayan_scan_longest (scan, inside, type_mask, proclitics);
  /* لـ “داعش”: the proclitic is a token of its own, before the quotation mark. */
  if (name == NULL && (proclitics & BAYAN_PREPOSITIONS) != 0
      && bayan_clitics_get_lone_proclitics (scan->tokens[token].key, scan->tokens[token].key_length)
             == proclitics)
    {
      inside = bayan_scan_skip_quote (scan, token + 1);
      name = bayan_scan_goes_on (scan, token + 1) ? bayan_scan_longest (scan, inside, type_mask, proclitics)
                                                  : NULL;
    }
  if (name == NULL)
    return token;

  return bayan_scan_close_quotes (scan, token > 0 ? token - 1 : 0, name->last);
}

/* والنسيج المصرية: a matter that no table knows, joined to a known one, where the nationality of the head at @head closes the name.
 * Returns the token of the nationality, or @token. */
static guint32
skip_unknown_matter (const BayanScan *scan, guint32 head, guint32 token)
{
  const guint64 others = BAYAN_CLASS (COMMON) | BAYAN_CLASS (BODY) | BAYAN_CLASS (STATE_BODY)
                         | BAYAN_CLASS (MISSION) | BAYAN_CLASS (OFFICE) | BAYAN_CLASS (OFFICES)
                         | BAYAN_CLASS (MINISTRY) | BAYAN_CLASS (MINISTER) | BAYAN_CLASS (TITLE)
                         | BAYAN_CLASS (CIVIC) | BAYAN_CLASS (GATHERING);
  guint32 at = token + 1;

  if (!bayan_scan_goes_on (scan, token) || !bayan_key_begins (scan->tokens[token].key, "وال")
      || bayan_scan_reading_with (scan, token, others, BAYAN_PROCLITIC_WA) != NULL
      || bayan_scan_longest (scan, token, ~0u, BAYAN_PROCLITIC_WA) != NULL)
    return token;
  while (at < token + 3 && bayan_scan_is_definite (scan, at) && bayan_phrase_nationality (scan, at) == at
         && bayan_scan_goes_on (scan, at)
         && !bayan_scan_is (scan, at, BAYAN_CLASS (STOP) | BAYAN_CLASS (VERB)))
    at++;
  if (!bayan_scan_goes_on (scan, at) || bayan_phrase_nationality (scan, at) == at
      || !bayan_scan_is_definite (scan, at))
    return token;

  return bayan_scan_word_ends (&scan->tokens[head], "ة") == bayan_scan_word_ends (&scan->tokens[at], "ية")
                 && (bayan_scan_word_ends (&scan->tokens[at], "ية")
                     || bayan_scan_word_ends (&scan->tokens[at], "ي"))
             ? at
             : token;
}

/* الخارجية والتعاون الدولي: what a ministry is of. */
guint32
bayan_phrase_portfolio (const BayanScan *scan, guint32 token)
{
  guint32 at = token;

  while (bayan_scan_goes_on (scan, at)
         && ((bayan_scan_is (scan, at, BAYAN_CLASS (PORTFOLIO))
              /* وزراء خارجية مالي */
              && (at == token || bayan_phrase_name (scan, at, BAYAN_TYPE (GPE), 0) == at))
             || (at > token
                 && bayan_scan_reading_with (scan, at, BAYAN_CLASS (PORTFOLIO), BAYAN_PROCLITIC_WA) != NULL)))
    at++;
  /* والتونسيين بالخارج */
  if (at > token && bayan_scan_key_is (scan, at + 1, "بالخارج"))
    at += 2;
  else if (at > token && bayan_scan_key_is (scan, at + 1, "المقيمين")
           && bayan_scan_key_is (scan, at + 2, "بالخارج"))
    at += 3;
  else if (at > token && bayan_scan_key_is (scan, at + 1, "في") && bayan_scan_key_is (scan, at + 2, "الخارج"))
    at += 3;
  else if (at > token && token > 0)
    at = skip_unknown_matter (scan, token - 1, at);

  return at;
}

/* An adjective of a country or people; مالي or كوريا, where the state itself is read as well, is none. */
guint32
bayan_phrase_nationality (const BayanScan *scan, guint32 token)
{
  guint32 end = bayan_phrase_name (scan, token, BAYAN_TYPE (NORP), 0);

  return bayan_phrase_name (scan, token, BAYAN_TYPE (GPE), 0) >= end ? token : end;
}

/* TRUE for a word that may be part of a name of common nouns: no particle, no verb, no sign. */
gboolean
bayan_phrase_is_noun (const BayanScan *scan, guint32 token)
{
  return bayan_scan_goes_on (scan, token) && (scan->tokens[token].flags & BAYAN_WORD_ARABIC) != 0
         && (!bayan_scan_is (scan, token, BAYAN_CLASS (STOP) | BAYAN_CLASS (VERB))
             || bayan_scan_is (scan, token, BAYAN_CLASS (PORTFOLIO)))
         && !bayan_scan_is (scan, token,
                            BAYAN_CLASS (TITLE) | BAYAN_CLASS (HONORIFIC) | BAYAN_CLASS (RELATIVE));
}

/* جسر قديم, جبل شاهق, حي شعبي, واحة خضراء: an adjective without the article by its shape, which describes what stands
 * before and names nothing. */
gboolean
bayan_phrase_is_adjective (const BayanScan *scan, guint32 token)
{
  const BayanToken *word = &scan->tokens[token];
  gsize letters = word->key_length / 2;

  if (bayan_scan_is_definite (scan, token))
    return FALSE;
  if (letters == 4 && (memcmp (word->key + 4, "ي", 2) == 0 || memcmp (word->key + 2, "ا", 2) == 0))
    return TRUE;

  return (letters <= 5 && bayan_scan_word_ends (word, "ي")) || bayan_scan_word_ends (word, "ية")
         || (letters == 5 && bayan_scan_word_ends (word, "اء"));
}

/* Of an office that somebody no longer has; and الله, which ends a name. */
static const char *const no_part[] = { "السابق",  "السابقة", "الاسبق",  "الاسبقة", "الراحل",
                                       "الراحلة", "الله",    "الموقعة", "الموقع",  "المبرمة",
                                       "المبرم",  "الصادرة", "الصادر",  NULL };

/* Up to @max words with the article. */
guint32
bayan_phrase_definites (const BayanScan *scan, guint32 token, guint max)
{
  guint32 at = token;

  while (at - token < max && bayan_scan_is_definite (scan, at) && bayan_phrase_is_noun (scan, at)
         && !bayan_scan_key_in (scan, at, no_part)
         && bayan_scan_longest (scan, at, BAYAN_TYPE (GPE) | BAYAN_TYPE (DATE) | BAYAN_TYPE (LOC), 0) == NULL)
    at++;

  return at;
}

/* الذرية, الأحمر, المستدامة: an adjective with the article, by its shape or by heart */
static gboolean
is_definite_adjective (const BayanScan *scan, guint32 token)
{
  static const char *const adjectives[] = { "الاحمر",   "الاعلى",  "الاوسط",  "الادنى", "الاكبر",  "العام",
                                            "العامة",   "الخاص",   "الخاصة",  "الدائم", "الدائمة", "الشامل",
                                            "الشاملة",  "الكبرى",  "العليا",  "الحر",   "الحرة",   "النظيفة",
                                            "الامن",    "الامنة",  "الجديدة", "الجديد", "العالي",  "العالية",
                                            "السريع",   "السريعة", "الاسود",  "الابيض", "الازرق",  "الاخضر",
                                            "الدولتين", "الاطفال", NULL };
  const BayanToken *word = &scan->tokens[token];

  return bayan_scan_word_ends (word, "ي") || bayan_scan_word_ends (word, "ية")
         || bayan_key_begins (word->key, "الم") || bayan_scan_word_ends (word, "ين")
         || bayan_scan_key_in (scan, token, adjectives);
}

/* Up to @max words with the article, of which those behind the first describe it. */
static guint32
parse_described (const BayanScan *scan, guint32 token, guint max, gboolean described)
{
  guint32 end = bayan_phrase_definites (scan, token, max), at = token;

  if (!described && at < end)
    at++;
  while (at < end && is_definite_adjective (scan, at))
    at++;

  return at;
}

/* (المساءلة) عن جرائم داعش, (القضاء) على التمييز: a matter that its preposition goes on behind @token. Returns the token behind
 * it, or @token. */
guint32
bayan_phrase_about (const BayanScan *scan, guint32 token)
{
  static const char *const matters[] = { "المساءلة", "الافراج", "الكشف",  "الدفاع", "البحث",
                                         "للافراج",  "للكشف",   "للدفاع", "للبحث",  "بالافراج",
                                         "بالكشف",   "بالدفاع", "بالبحث", NULL };
  static const char *const over[] = { "القضاء",   "للقضاء", "بالقضاء", "الرقابة", "للرقابة",
                                      "بالرقابة", "الحفاظ", "للحفاظ",  "بالحفاظ", NULL };
  guint32 at = token + 1, end;

  if (token == 0 || !bayan_scan_goes_on (scan, at)
      || !((bayan_scan_key_is (scan, token, "عن") && bayan_scan_key_in (scan, token - 1, matters))
           || (bayan_scan_key_is (scan, token, "على") && bayan_scan_key_in (scan, token - 1, over))))
    return token;
  if (!bayan_scan_is_definite (scan, at) && bayan_scan_is (scan, at, BAYAN_CLASS (COMMON)))
    at++;
  end = bayan_phrase_name (scan, at, BAYAN_TYPE (ORG) | BAYAN_TYPE (GPE) | BAYAN_TYPE (LOC), 0);
  end = end > at ? end : bayan_phrase_definites (scan, at, 2);

  return end > at ? end : token;
}

/* لمكافحة الإرهاب, للهجرة, لشؤون اللاجئين, لحقوق الإنسان: what a body or an office is for. */
guint32
bayan_phrase_purpose (const BayanScan *scan, guint32 token)
{
  const char *key = token < scan->n_tokens ? scan->tokens[token].key : "";
  guint32 at = token + 1, name;

  if (!bayan_scan_goes_on (scan, token) || !bayan_key_begins (key, "ل")
      || (strlen (key) < 8 && !bayan_key_is (key, "لحل")) || bayan_scan_is (scan, token, BAYAN_CLASS (STOP)))
    return token;

  /* للمملكة المتحدة, لاتفاقية الأمم المتحدة: a name, no purpose */
  if (bayan_scan_longest (scan, token,
                          BAYAN_TYPE (GPE) | BAYAN_TYPE (ORG) | BAYAN_TYPE (LOC) | BAYAN_TYPE (LAW),
                          BAYAN_PROCLITIC_LAM)
      != NULL)
    return token;

  /* للحد من المخاطر */
  if (bayan_key_is (key, "للحد") && bayan_scan_key_is (scan, at, "من")
      && bayan_phrase_definites (scan, at + 1, 2) > at + 1)
    return parse_described (scan, at + 1, 2, FALSE);
  if (bayan_key_begins (key, "لل"))
    return bayan_phrase_about (scan, parse_described (scan, at, 2, TRUE));

  /* A noun in construct: its definite complement must follow, perhaps behind a second noun. */
  if (bayan_phrase_is_noun (scan, at) && !bayan_scan_is_definite (scan, at)
      && bayan_phrase_name (scan, at, BAYAN_TYPE (ORG) | BAYAN_TYPE (GPE) | BAYAN_TYPE (LOC), 0) == at
      && bayan_scan_is (scan, at, BAYAN_CLASS (COMMON)))
    at++;
  name = bayan_phrase_name (scan, at,
                            BAYAN_TYPE (ORG) | BAYAN_TYPE (LOC) | BAYAN_TYPE (GPE) | BAYAN_TYPE (EVENT), 0);
  if (name > at)
    return name;
  name = parse_described (scan, at, 3, FALSE);

  return name > at ? bayan_phrase_about (scan, name) : token;
}

/* السياسة الخارجية والأمنية: @token is another adjective of the same noun, joined by و. */
gboolean
bayan_phrase_agrees (const BayanScan *scan, guint32 token)
{
  static const char *const endings[] = { "ية", "ي" };

  if (token == 0 || !bayan_scan_goes_on (scan, token) || !bayan_key_begins (scan->tokens[token].key, "وال")
      || !bayan_scan_is_definite (scan, token - 1))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (bayan_key_ends (scan->tokens[token].key, endings[i]))
      return bayan_key_ends (scan->tokens[token - 1].key, endings[i]);

  return FALSE;
}

/* والسلم والأمن, والأمنية: more portfolios behind one, each joined by و. */
guint32
bayan_phrase_joined (const BayanScan *scan, guint32 token)
{
  guint32 at = token;

  while (bayan_scan_goes_on (scan, at)
         && (bayan_scan_reading_with (scan, at, BAYAN_CLASS (PORTFOLIO), BAYAN_PROCLITIC_WA) != NULL
             || bayan_phrase_agrees (scan, at)))
    {
      at++;
      while (bayan_scan_goes_on (scan, at) && bayan_scan_is (scan, at, BAYAN_CLASS (PORTFOLIO)))
        at++;
    }

  return at;
}
