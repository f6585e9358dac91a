/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Persons behind an office or a title: words that are no common words, and such as are but can be nothing else there. */
#include <string.h>

#include "bayan-person-finder.h"

/* Between an office and its holder's name */
static const char *const former[] = { "السابق", "السابقة", "الاسبق",   "الاسبقة", "المنتخب",
                                      "الراحل", "المقال",  "بالانابة", "المؤقت",  NULL };

guint32
bayan_person_finder_skip_honorifics (const BayanScan *scan, guint32 token)
{
  guint32 at = token;

  while (bayan_scan_goes_on (scan, at) && at - token < 6
         && (bayan_scan_is (scan, at, BAYAN_CLASS (HONORIFIC)) || bayan_scan_key_in (scan, at, former)
             || (at > token && (bayan_scan_key_is (scan, at, ".") || bayan_scan_key_is (scan, at, "/")))))
    at++;

  return at;
}

/* A comma or colon at @token with a name behind it: one that begins with a known name, or one between two
 * commas. */
static gboolean
is_apposition (const BayanScan *scan, guint32 token)
{
  guint32 end;

  if (!bayan_scan_key_is (scan, token, "،") && !bayan_scan_key_is (scan, token, ":"))
    return FALSE;
  if (bayan_person_is_name_word (scan, token + 1))
    return TRUE;
  end = bayan_scan_goes_on (scan, token + 1) ? bayan_person_parse_name (scan, token + 1) : token + 1;

  return end > token + 2 && bayan_scan_key_is (scan, end, "،");
}

/* وزير الخارجية المصري بدر عبد العاطي: the adjective of a state with a name of two words behind it is whose office it is,
 * even where it is a family's name as well. */
static gboolean
is_whose (const BayanScan *scan, guint32 token)
{
  const BayanCandidate *nation = bayan_scan_longest (scan, token, BAYAN_TYPE (NORP), 0);

  return nation != NULL && bayan_scan_goes_on (scan, nation->last)
         && bayan_person_parse_name (scan, nation->last) > nation->last + 1;
}

/* A word that no table knows and that may close a name: شغاتي, سانو */
gboolean
bayan_person_finder_is_unknown_family (const BayanScan *scan, guint32 token)
{
  const BayanToken *word = &scan->tokens[token];

  return bayan_scan_goes_on (scan, token) && bayan_person_is_open_word (scan, token) && word->classes == 0
         && word->n_readings == 1 && word->key_length >= 8 && !bayan_key_begins (word->key, "و")
         && (!bayan_scan_is_definite (scan, token) || bayan_scan_word_ends (word, "ي"))
         && !bayan_scan_word_ends (word, "ة") && !bayan_scan_word_ends (word, "ا")
         && !bayan_scan_word_ends (word, "ه") && !bayan_scan_word_ends (word, "ات")
         && !bayan_scan_word_ends (word, "ين") && !bayan_scan_word_ends (word, "ون")
         && !bayan_scan_word_ends (word, "ت");
}

/* What closes a name for sure */
static gboolean
ends_name (const BayanScan *scan, guint32 token)
{
  static const char *const closing[] = { "ان", "بان", "إن", "انه", "انها", "،", ".", ":", "(", NULL };

  return !bayan_scan_goes_on (scan, token)
         || bayan_scan_key_in (scan, token, closing)
         /* رحيل شريف عرضا */
         || (scan->tokens[token].key_length >= 8 && bayan_scan_word_ends (&scan->tokens[token], "ا")
             && bayan_lexicon_find_word (scan->lexicon, scan->tokens[token].key,
                                         scan->tokens[token].key_length - 2u)
                    != 0)
         || bayan_scan_is (scan, token, BAYAN_CLASS (DEPUTY) | BAYAN_CLASS (MINISTER))
         || bayan_scan_reading_with (scan, token, BAYAN_OFFICE_HEADS, BAYAN_PROCLITIC_WA) != NULL;
}

/* طالب شغاتي, الوسيني سانو, تميم خلاف: a name of two words behind an office, of which the one is also a verb or a noun or has
 * an article, where nothing else can stand. Returns the token behind, or @token. */
static guint32
parse_odd_name (const BayanScan *scan, guint32 token)
{
  const BayanToken *one = &scan->tokens[token];

  if (!bayan_scan_goes_on (scan, token + 1) || (one->flags & BAYAN_WORD_ARABIC) == 0
      || bayan_scan_is (scan, token, BAYAN_CLASS (STOP)) || !ends_name (scan, token + 2))
    return token;
  if (bayan_scan_is (scan, token, BAYAN_CLASS (GIVEN)))
    return bayan_scan_is (scan, token + 1, BAYAN_CLASS (COMMON)) && !bayan_scan_is_definite (scan, token + 1)
                   && scan->tokens[token + 1].key_length <= 10
                   && !bayan_scan_word_ends (&scan->tokens[token + 1], "ة")
               ? token + 2
               : token;
  /* تحسين الخفاجي, رحيل شريف */
  if (bayan_person_is_name_word (scan, token + 1) && one->n_readings == 1 && one->key_length >= 8
      && !bayan_scan_is_definite (scan, token)
      && (bayan_scan_is (scan, token, BAYAN_CLASS (COMMON)) || one->classes == 0)
      && !bayan_scan_word_ends (one, "ة") && !bayan_scan_word_ends (one, "ا"))
    return token + 2;
  if (!bayan_person_finder_is_unknown_family (scan, token + 1))
    return token;
  /* الوسيني سانو */
  if (bayan_scan_is_definite (scan, token))
    return one->classes == 0 && one->n_readings == 1 && !bayan_scan_word_ends (one, "ة")
                   && !bayan_scan_word_ends (one, "ين") && !bayan_scan_word_ends (one, "ات")
                   && bayan_phrase_nationality (scan, token) == token
                   && !bayan_scan_is_definite (scan, token + 1)
               ? token + 2
               : token;

  return one->key_length <= 8 && !bayan_scan_word_ends (one, "ت") && one->n_readings == 1
                 && bayan_phrase_name (scan, token, ~0u, BAYAN_ANY_PROCLITICS) == token
             ? token + 2
             : token;
}

/* الفريق أول رحيل شريف: a rank at @token with a name behind it */
static gboolean
has_ranked_name (const BayanScan *scan, guint32 token)
{
  guint32 at = token + 1;

  for (gint32 c = scan->first[token]; c >= 0; c = bayan_scan_get (scan, c)->next)
    if (bayan_scan_get (scan, c)->type == BAYAN_MENTION_OCC && bayan_scan_get (scan, c)->last <= token + 3
        && (bayan_scan_get (scan, c)->flags & BAYAN_CANDIDATE_BARE) != 0)
      at = MAX (at, bayan_scan_get (scan, c)->last);
  at = bayan_person_finder_skip_honorifics (scan, at);
  if (!bayan_scan_goes_on (scan, at))
    return FALSE;

  return bayan_person_parse_name (scan, at) > at || parse_odd_name (scan, at) > at;
}

/* Looks for a name behind an office; a bare office stands only with one. */
static void
name_office (Persons *self, gint32 number)
{
  BayanScan *scan = self->scan;
  BayanCandidate *office = bayan_scan_get (scan, number);
  const char *evidence = office->evidence;
  guint32 at = bayan_person_finder_skip_honorifics (scan, office->last), end;

  if (bayan_scan_goes_on (scan, at) && is_apposition (scan, at))
    at++;
  if (!bayan_scan_goes_on (scan, at) || is_whose (scan, at))
    return;
  end = bayan_person_parse_name (scan, at);
  if ((office->flags & BAYAN_CANDIDATE_BARE) == 0 || end > at || office->last > office->first + 1
      || bayan_scan_reading (scan, office->last - 1, BAYAN_CLASS (TITLE)) != NULL)
    end = MAX (end, bayan_person_parse_foreign (scan, at));
  /* السفير الشيخ جراح جابر: behind an honorific a noun before a name is a name */
  if (end == at && at > office->last && bayan_scan_is (scan, at, BAYAN_CLASS (COMMON)) == FALSE
      && bayan_scan_is (scan, at - 1, BAYAN_CLASS (HONORIFIC)) && !bayan_scan_is_definite (scan, at)
      && !bayan_scan_is (scan, at, BAYAN_CLASS (STOP) | BAYAN_CLASS (VERB))
      && bayan_scan_goes_on (scan, at + 1) && bayan_scan_is (scan, at + 1, BAYAN_CLASS (GIVEN)))
    end = MAX (bayan_person_parse_name (scan, at + 1), at);
  if (end <= at + 1
      && ((office->flags & BAYAN_CANDIDATE_BARE) == 0
          || bayan_scan_reading (scan, office->last - 1, BAYAN_CLASS (TITLE)) != NULL))
    end = MAX (end, parse_odd_name (scan, at));
  /* أمير خان متقي: a given name that is also an office, where the office is already said */
  if (end == at && (office->flags & BAYAN_CANDIDATE_BARE) == 0 && bayan_scan_key_is (scan, at, "امير")
      && bayan_scan_longest (scan, at + 1, BAYAN_TYPE (GPE), 0) == NULL)
    end = bayan_person_parse_name (scan, at + 1) > at + 1 ? bayan_person_parse_name (scan, at + 1) : at;
  if (end == at
      && (office->last > office->first + 1 || bayan_scan_word_ends (&scan->tokens[office->first], "ها")
          || bayan_scan_word_ends (&scan->tokens[office->first], "هم"))
      && bayan_scan_is (scan, at, BAYAN_CLASS (TITLE)) && has_ranked_name (scan, at))
    {
      /* رئيس المرحلة الانتقالية الكولونيل أسيمي غويتا: two offices of one person */
      office->flags &= ~(guint) BAYAN_CANDIDATE_BARE;
      return;
    }
  /* نائب الرئيس السابق أمر الله صالح: the tables know the name. */
  if (end == at && office->last > office->first + 1
      && bayan_scan_longest (scan, at, BAYAN_TYPE (PERS), 0) != NULL)
    office->flags &= ~(guint) BAYAN_CANDIDATE_BARE;
  if (end == at)
    return;
  /* أمير خان: an indefinite head alone is a name, not an office. */
  if ((office->flags & BAYAN_CANDIDATE_BARE) != 0 && office->last == office->first + 1
      && !bayan_scan_is_definite (scan, office->first)
      && bayan_scan_reading (scan, office->first, BAYAN_CLASS (TITLE)) == NULL
      && !bayan_scan_word_ends (&scan->tokens[office->first], "ه")
      && !bayan_scan_word_ends (&scan->tokens[office->first], "ها"))
    return;
  /* One unknown word behind a bare title is too little: the President said … */
  if (end == at + 1 && !bayan_person_is_name_word (scan, at) && (office->flags & BAYAN_CANDIDATE_BARE) != 0
      && bayan_scan_reading (scan, office->first, BAYAN_CLASS (TITLE)) == NULL
      && bayan_scan_reading (scan, office->last - 1, BAYAN_CLASS (TITLE)) == NULL)
    return;

  /* التقى الرئيس ضيفه: whom he meets */
  if (end == at + 1 && (office->flags & BAYAN_CANDIDATE_BARE) != 0 && !bayan_person_is_name_word (scan, at)
      && bayan_scan_word_ends (&scan->tokens[at], "ه") && !bayan_scan_word_ends (&scan->tokens[at], "يه"))
    return;

  office->flags &= ~(guint) BAYAN_CANDIDATE_BARE;
  bayan_person_finder_add (self, at, end, "person/behind-office", evidence);
}

void
bayan_person_finder_find_behind_offices (Persons *self)
{
  guint n = self->scan->n_candidates;

  for (guint c = 0; c < n; c++)
    if (bayan_scan_get (self->scan, (gint32) c)->type == BAYAN_MENTION_OCC)
      name_office (self, (gint32) c);
}

/* الناشط الحقوقي, رجل الأعمال الأفغاني: what else is said of somebody before the name; a name of two words must follow.
 */
guint32
bayan_person_finder_skip_description (const BayanScan *scan, guint32 first, guint32 token)
{
  guint32 at = token, end;

  if (!bayan_scan_goes_on (scan, at) || !bayan_scan_is_definite (scan, at)
      || !bayan_scan_is_definite (scan, first) || bayan_person_parse_name (scan, at) >= at + 2)
    return token;
  if (bayan_scan_is_definite (scan, at) && bayan_scan_goes_on (scan, at)
      && (bayan_key_ends (scan->tokens[at].key, "ي") || bayan_key_ends (scan->tokens[at].key, "ية"))
      && bayan_phrase_nationality (scan, at) == at)
    at++;
  end = bayan_phrase_nationality (scan, at);
  if (end > at)
    at = end;

  return at > token && bayan_scan_goes_on (scan, at) && bayan_person_parse_name (scan, at) >= at + 2 ? at
                                                                                                     : token;
}

/* د. محمد: TRUE for a letter with a point behind it. */
static gboolean
is_abbreviated (const BayanScan *scan, guint32 token)
{
  return scan->tokens[token].key_length == 2 && bayan_scan_goes_on (scan, token + 1)
         && bayan_scan_key_is (scan, token + 1, ".");
}

/* شيخ الأزهر: the tables know it as an office. */
static gboolean
begins_known_office (const BayanScan *scan, guint32 token)
{
  const BayanCandidate *office = bayan_scan_longest (scan, token, BAYAN_TYPE (OCC), BAYAN_ANY_PROCLITICS);

  return office != NULL && office->entry != 0 && office->last > token + 1;
}

/* السيد فيان: a word that no table knows, directly behind what nothing but a name follows */
static gboolean
is_mister (const BayanScan *scan, guint32 honorific, guint32 token)
{
  static const char *const misters[] = { "السيد", "السيدة", "والسيد", "والسيدة", NULL };

  return token == honorific + 1 && bayan_scan_key_in (scan, honorific, misters)
         && scan->tokens[token].readings[0].word == 0 && scan->tokens[token].key_length >= 8
         && !bayan_scan_is_definite (scan, token) && !bayan_scan_word_ends (&scan->tokens[token], "ة")
         && !bayan_scan_word_ends (&scan->tokens[token], "ا");
}

void
bayan_person_finder_find_behind_honorifics (Persons *self)
{
  BayanScan *scan = self->scan;

  for (guint m = 0; m < self->n_marked; m++)
    {
      gboolean counterpart = FALSE, described;
      guint32 i = self->marked[m], at, end;

      if (bayan_scan_reading (scan, i, BAYAN_CLASS (HONORIFIC)) == NULL || begins_known_office (scan, i))
        continue;
      at = bayan_person_finder_skip_description (
          scan, i, bayan_person_finder_skip_honorifics (scan, i + 1 + is_abbreviated (scan, i)));
      described = at > i + 1 && !bayan_scan_is (scan, at - 1, BAYAN_CLASS (HONORIFIC));
      if (bayan_key_begins (scan->tokens[at - 1].key, "نظير")
          || bayan_scan_word_ends (&scan->tokens[at - 1], "نظيره")
          || bayan_scan_word_ends (&scan->tokens[at - 1], "نظيرها"))
        {
          counterpart = bayan_phrase_nationality (scan, at) > at;
          at = bayan_person_finder_skip_honorifics (scan, bayan_phrase_nationality (scan, at));
        }
      end = bayan_scan_goes_on (scan, at)
                ? MAX (bayan_person_parse_name (scan, at), bayan_person_parse_foreign (scan, at))
                : at;
      if (described && end < at + 2)
        continue;
      if (end > at
          && (bayan_person_is_name_word (scan, at) || bayan_person_is_glue (scan, at) || end > at + 1
              || counterpart || bayan_scan_key_is (scan, end, ":") || is_mister (scan, i, at)))
        bayan_person_finder_add (self, at, end, "person/behind-title", bayan_scan_text (scan, i, i + 1));
    }
}
