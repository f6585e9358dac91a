/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Coalitions against somebody, their working groups, and names that only their quotation marks show. */
#include <string.h>

#include "bayan-rules.h"

static const char *const opposed[] = { "المناهض", "المناوئ", "المعادي", "المناهضة", NULL };
static const char *const concerned[] = { "المعنية", "المعني", "معنية",   "معني",   "الخاصة", "الخاص",
                                         "خاص",     "خاصة",   "المكلفة", "المكلف", NULL };
static const char *const of_work[] = { "عمل", "العمل", NULL };
static const char *const media[] = { "صحيفة", "قناة",   "وكالة",   "مجلة",   "جريدة", "موقع",
                                     "شبكة",  "اذاعة",  "تلفزيون", "لصحيفة", "لقناة", "لوكالة",
                                     "لموقع", "بصحيفة", "شركة",    "منظمة",  "مؤسسة", NULL };

/* A medium that is quoted */
static const char *const quoted_media[] = { "قناة", "صحيفة", "جريدة", "مجلة", "اذاعة", "وكالة", NULL };

static const char *const companies[] = { "شركة", "شركتي", "شركتا", "لشركة", "بشركة", "وشركة", NULL };

void
bayan_rules_add_group_beginnings (BayanKeySet *keys)
{
  bayan_key_set_add (keys, media, BAYAN_BEGINS_QUOTED_NAME);
  bayan_key_set_add (keys, quoted_media, BAYAN_BEGINS_MEDIUM);
  bayan_key_set_add (keys, companies, BAYAN_BEGINS_MEDIUM);
}

/* (تنظيم)? “داعش”, الإرهاب: whom it is against; @proclitics of its first word. */
static guint32
parse_enemy (const BayanScan *scan, guint32 token, guint8 proclitics)
{
  guint32 at = token, end;

  if (!bayan_scan_goes_on (scan, at))
    return token;
  end = bayan_phrase_name (scan, at, BAYAN_TYPE (ORG), proclitics);
  if (end > at)
    return end;
  if (bayan_scan_reading_with (scan, at, BAYAN_CLASS (GROUP), proclitics) != NULL)
    {
      end = bayan_phrase_name (scan, at + 1, BAYAN_TYPE (ORG), 0);
      return end > at + 1 ? end : token;
    }
  if (bayan_scan_key_is (scan, at, proclitics == 0 ? "الارهاب" : "للارهاب"))
    return at + 1;

  return token;
}

/* لهزيمة X, ضد X, من أجل هزيمة X, المناهض لـ X, لإلحاق الهزيمة بـ X */
static guint32
parse_fight (const BayanScan *scan, guint32 token)
{
  guint32 at = token, end;

  if (!bayan_scan_goes_on (scan, at))
    return token;
  if (bayan_scan_key_in (scan, at, opposed))
    {
      end = parse_enemy (scan, at + 1, BAYAN_PROCLITIC_LAM);
      return end > at + 1 ? end : token;
    }
  if (bayan_scan_key_is (scan, at, "من") && bayan_scan_key_is (scan, at + 1, "اجل"))
    at += 2;
  if (bayan_scan_key_is (scan, at, "لالحاق") && bayan_scan_key_is (scan, at + 1, "الهزيمة"))
    {
      end = parse_enemy (scan, at + 2, BAYAN_PROCLITIC_BA);
      return end > at + 2 ? end : token;
    }
  if (!bayan_scan_is (scan, at, BAYAN_CLASS (FIGHT)))
    return token;
  if (bayan_scan_key_is (scan, at, "للقضاء"))
    at++;
  end = parse_enemy (scan, at + 1, 0);

  return end > at + 1 ? end : token;
}

/* Whether the fight is against a body, with or without quotation marks around it. */
static gboolean
names_enemy (const BayanScan *scan, guint32 from, guint32 end)
{
  for (guint32 i = from; i < end; i++)
    if (bayan_scan_longest (scan, i, BAYAN_TYPE (ORG), BAYAN_ANY_PROCLITICS) != NULL)
      return TRUE;
  return FALSE;
}

/* التحالف الدولي لهزيمة داعش and its variants */
void
bayan_rules_match_coalition (BayanScan *scan, guint32 token)
{
  const BayanReading *reading = bayan_scan_reading (scan, token, BAYAN_CLASS (COALITION));
  guint32 at = token + 1, end;
  BayanCandidate *coalition;

  if (reading == NULL)
    return;
  while (bayan_scan_goes_on (scan, at) && bayan_scan_is (scan, at, BAYAN_CLASS (COALITION_ADJ)))
    at++;
  end = parse_fight (scan, at);
  if (end == at && at > token + 1 && bayan_scan_is (scan, at, BAYAN_CLASS (FIGHT)))
    end = bayan_phrase_purpose (scan, at);
  if (end == at)
    return;

  end = bayan_scan_close_quotes (scan, token, end);
  coalition = bayan_scan_add (scan, BAYAN_MENTION_ORG, token, end, reading, "organisation/coalition");
  if (names_enemy (scan, at, end))
    coalition->key = "org:coalition";
}

/* The noun phrase behind ب: بمكافحة تمويل داعش, بسفر الإرهابيين. */
static guint32
parse_topic (const BayanScan *scan, guint32 token)
{
  guint32 at = token + 1, end;

  if (!bayan_scan_goes_on (scan, token) || !bayan_key_begins (scan->tokens[token].key, "ب"))
    return token;
  if (bayan_key_begins (scan->tokens[token].key, "بال"))
    return bayan_phrase_definites (scan, at, 2);
  if (bayan_phrase_is_noun (scan, at) && bayan_scan_is (scan, at, BAYAN_CLASS (COMMON))
      && !bayan_scan_is_definite (scan, at))
    at++;
  end = bayan_phrase_name (scan, at, BAYAN_TYPE (ORG) | BAYAN_TYPE (GPE) | BAYAN_TYPE (LOC), 0);

  return end > at ? end : bayan_phrase_definites (scan, at, 3);
}

/* الاتصالات وتحقيق الاستقرار: topics in the genitive, joined by و */
static guint32
parse_topics (const BayanScan *scan, guint32 token)
{
  guint32 at = bayan_phrase_definites (scan, token, 2), end;

  if (at == token)
    {
      end = bayan_phrase_is_noun (scan, token) && bayan_scan_is (scan, token, BAYAN_CLASS (COMMON))
                ? bayan_phrase_definites (scan, token + 1, 2)
                : token;
      if (end <= token + 1)
        return token;
      at = end;
    }
  if (bayan_scan_reading_with (scan, at, BAYAN_CLASS (COMMON), BAYAN_PROCLITIC_WA) != NULL
      && bayan_scan_goes_on (scan, at))
    {
      end = bayan_phrase_definites (scan, at + 1, 2);
      if (end > at + 1)
        return end;
    }

  return at;
}

/* مجموعة العمل المعنية بمكافحة التمويل, فريق عمل للتحالف معني بسفر الإرهابيين, مجموعات العمل التابعة للتحالف
 */
void
bayan_rules_match_working_group (BayanScan *scan, guint32 token)
{
  const BayanReading *reading = bayan_scan_reading (scan, token, BAYAN_CLASS (WORKING));
  guint32 base = token + 2, at, end;
  gboolean definite;

  if (reading == NULL || !bayan_scan_goes_on (scan, token + 1))
    return;
  if (!bayan_scan_key_in (scan, token + 1, of_work)
      && !(bayan_scan_is_definite (scan, token + 1) && bayan_scan_key_in (scan, token + 2, concerned)))
    return;

  definite = bayan_scan_key_is (scan, token + 1, "العمل");
  at = base;
  if (bayan_scan_goes_on (scan, at) && bayan_key_begins (scan->tokens[at].key, "التابع"))
    at++;
  end = bayan_phrase_name (scan, at, BAYAN_TYPE (ORG), BAYAN_PROCLITIC_LAM);
  if (end == at && at == base)
    end = bayan_phrase_name (scan, at, BAYAN_TYPE (ORG), 0);
  at = end > at ? end : base;
  if (bayan_scan_goes_on (scan, at) && bayan_scan_key_in (scan, at, concerned))
    {
      end = parse_topic (scan, at + 1);
      at = end > at + 1 ? bayan_phrase_about (scan, end) : at;
      if (bayan_scan_key_is (scan, at, "في")
          && bayan_phrase_name (scan, at + 1, BAYAN_TYPE (LOC), 0) > at + 1)
        at = bayan_phrase_name (scan, at + 1, BAYAN_TYPE (LOC), 0);
    }
  else if (at == base && !definite)
    at = parse_topics (scan, at);

  if (at > base)
    bayan_scan_add (scan, BAYAN_MENTION_ORG, token, at, reading, "organisation/working-group");
}

/* A word of a foreign name: no table knows it, and it has neither an article nor an ending of Arabic. */
static gboolean
is_foreign_word (const BayanScan *scan, guint32 token)
{
  const BayanToken *word = &scan->tokens[token];

  return bayan_scan_goes_on (scan, token) && (word->flags & BAYAN_WORD_ARABIC) != 0 && word->n_readings == 1
         && (word->readings[0].word == 0
             || bayan_scan_is (scan, token, BAYAN_CLASS (FOREIGN) | BAYAN_CLASS (GIVEN)))
         && word->key_length >= 6 && !bayan_scan_is_definite (scan, token)
         && !bayan_scan_word_ends (word, "ة") && !bayan_scan_word_ends (word, "ات")
         && !bayan_scan_word_ends (word, "ية") && !bayan_key_begins (word->key, "و")
         && !bayan_key_begins (word->key, "ي");
}

/* شركة أوشن لينك ماريتايم, شركة ريا للملاحة: two foreign words or more, or one and what it deals in */
static void
match_company (BayanScan *scan, guint32 token)
{
  guint32 at = token + 1, end;

  if (!bayan_scan_key_in (scan, token, companies))
    return;
  while (at < token + 5 && is_foreign_word (scan, at))
    at++;
  if (at == token + 1)
    return;
  end = bayan_scan_goes_on (scan, at) && bayan_key_begins (scan->tokens[at].key, "لل")
            ? bayan_phrase_purpose (scan, at)
            : at;
  if (bayan_scan_goes_on (scan, at) && end == at && bayan_key_begins (scan->tokens[at].key, "لل"))
    end = at + 1;
  if (end > at || at > token + 2)
    bayan_scan_add (scan, BAYAN_MENTION_ORG, token + 1, end, NULL, "organisation/company");
}

/* ذكرت قناة X أن, بحسب صحيفة X: a word that no table knows, behind a medium that is quoted */
void
bayan_rules_match_medium (BayanScan *scan, guint32 token)
{
  static const char *const sources[] = { "حسب", "بحسب", "عن", "وبحسب", "وفق", NULL };
  guint32 at = token + 1;
  const BayanToken *word = &scan->tokens[MIN (at, scan->n_tokens)];

  match_company (scan, token);
  if (token == 0 || !bayan_scan_key_in (scan, token, quoted_media) || !bayan_scan_goes_on (scan, at)
      || !(bayan_scan_key_in (scan, token - 1, sources)
           || bayan_scan_reading (scan, token - 1, BAYAN_CLASS (SPEAKER)) != NULL))
    return;
  if ((word->flags & BAYAN_WORD_ARABIC) == 0 || word->readings[0].word != 0 || word->n_readings > 1
      || bayan_key_ends (word->key, "ية") || strlen (word->key) < 6
      || (bayan_key_begins (word->key, "م") && bayan_key_ends (word->key, "ة"))
      || !(bayan_scan_is (scan, at + 1, BAYAN_CLASS (STOP))
           || bayan_phrase_nationality (scan, at + 1) > at + 1 || !bayan_scan_goes_on (scan, at + 1)
           || (scan->tokens[at + 1].flags & BAYAN_WORD_PUNCTUATION) != 0
           || bayan_scan_key_is (scan, at + 1, "فان")))
    return;
  bayan_scan_add (scan, BAYAN_MENTION_ORG, at, at + 1, NULL, "organisation/medium");
}

/* داعش, لـداعش, لتنظيم القاعدة: an armed group of the tables */
static gboolean
begins_group (const BayanScan *scan, guint32 token)
{
  for (guint32 at = token; at < token + 3 && bayan_scan_goes_on (scan, at); at++)
    {
      const BayanCandidate *group = bayan_scan_longest (scan, at, BAYAN_TYPE (ORG), BAYAN_ANY_PROCLITICS);

      if (group != NULL && strcmp (group->rule, "gazetteer/groups.tsv") == 0)
        return TRUE;
    }

  return FALSE;
}

/* ولاية داعش في خراسان, ولاية خراسان التابعة لداعش: the branch of a group in a region */
void
bayan_rules_match_branch (BayanScan *scan, guint32 token)
{
  const BayanReading *reading = bayan_scan_reading (scan, token, BAYAN_CLASS (CIVIC));
  guint32 at, end;

  if (reading == NULL || strcmp (bayan_scan_stem (scan, token, reading), "ولاية") != 0)
    return;
  at = bayan_phrase_name (scan, token + 1, BAYAN_TYPE (LOC) | BAYAN_TYPE (GPE), 0);
  if (at > token + 1 && bayan_scan_key_is (scan, at, "التابعة") && bayan_scan_goes_on (scan, at + 1)
      && begins_group (scan, at + 1))
    {
      bayan_scan_add (scan, BAYAN_MENTION_ORG, token, at, reading, "organisation/branch");
      return;
    }
  /* ولاية البعثة: a mandate */
  if (!bayan_scan_goes_on (scan, token + 1) || !begins_group (scan, token + 1))
    return;
  at = bayan_phrase_name (scan, token + 1, BAYAN_TYPE (ORG), 0);
  if (at == token + 1 || !bayan_scan_goes_on (scan, at) || !bayan_scan_key_is (scan, at, "في"))
    return;
  at = bayan_scan_key_is (scan, at + 1, "منطقة") ? at + 2 : at + 1;
  end = bayan_phrase_name (scan, at, BAYAN_TYPE (LOC) | BAYAN_TYPE (GPE), 0);
  if (end > at)
    bayan_scan_add (scan, BAYAN_MENTION_ORG, token, end, reading, "organisation/branch");
}

/* صحيفة "الغد", حركة "النهضة": the words in quotation marks behind a noun that announces a name */
void
bayan_rules_match_quoted_name (BayanScan *scan, guint32 token)
{
  guint32 open = token + 1, at;

  if (!bayan_scan_goes_on (scan, open) || (scan->tokens[open].flags & BAYAN_WORD_QUOTE) == 0
      || !(bayan_scan_key_in (scan, token, media)
           || bayan_scan_reading (scan, token, BAYAN_CLASS (GROUP)) != NULL))
    return;

  for (at = open + 1; bayan_scan_goes_on (scan, at) && at - open <= 5; at++)
    if ((scan->tokens[at].flags & BAYAN_WORD_QUOTE) != 0)
      break;
    else if ((scan->tokens[at].flags & (BAYAN_WORD_ARABIC | BAYAN_WORD_LATIN | BAYAN_WORD_NUMBER)) == 0)
      return;

  if (at > open + 1 && bayan_scan_goes_on (scan, at) && (scan->tokens[at].flags & BAYAN_WORD_QUOTE) != 0
      && bayan_scan_longest (scan, open + 1, BAYAN_TYPE (ORG), BAYAN_ANY_PROCLITICS) == NULL)
    bayan_scan_add (scan, BAYAN_MENTION_ORG, open + 1, at, NULL, "organisation/quoted");
}

/* TRUE if an organisation's name ends before @token. */
static gboolean
ends_organisation (const BayanScan *scan, guint32 token)
{
  for (guint back = 1; back <= 12 && back <= token; back++)
    {
      const BayanCandidate *name = bayan_scan_longest (scan, token - back, BAYAN_TYPE (ORG),
                                                       BAYAN_ANY_PROCLITICS);

      if (name != NULL && name->last == token)
        return TRUE;
    }

  return FALSE;
}

/* الصندوق السيادي الكازاخي "سامروك كازينا": two or three words in quotation marks behind an organisation, of which no
 * table knows one, are its other name. */
static void
find_quoted_alias (BayanScan *scan, guint32 open)
{
  guint32 at = open + 1;

  while (at < open + 4 && bayan_scan_goes_on (scan, at) && (scan->tokens[at].flags & BAYAN_WORD_ARABIC) != 0
         && scan->tokens[at].classes == 0 && scan->tokens[at].key_length >= 6)
    at++;
  if (at > open + 2 && bayan_scan_goes_on (scan, at) && (scan->tokens[at].flags & BAYAN_WORD_QUOTE) != 0
      && bayan_scan_longest (scan, open + 1, ~0u, BAYAN_ANY_PROCLITICS) == NULL
      && ends_organisation (scan, open))
    bayan_scan_add (scan, BAYAN_MENTION_ORG, open + 1, at, NULL, "organisation/abbreviation");
}

/* شركة تراديف (Tradive General Trading L.L.C): several Latin words in brackets behind an organisation */
static void
find_latin_alias (BayanScan *scan, guint32 open)
{
  guint32 at = open + 1;
  guint n_words = 0;

  for (; at < open + 14 && bayan_scan_goes_on (scan, at) && !bayan_scan_key_is (scan, at, ")"); at++)
    {
      if ((scan->tokens[at].flags & (BAYAN_WORD_LATIN | BAYAN_WORD_NUMBER | BAYAN_WORD_DASH)) == 0
          && !bayan_scan_key_is (scan, at, ".") && !bayan_scan_key_is (scan, at, "&"))
        return;
      n_words += (scan->tokens[at].flags & BAYAN_WORD_LATIN) != 0;
    }
  if (n_words >= 2 && bayan_scan_key_is (scan, at, ")")
      && bayan_scan_longest (scan, open + 1, ~0u, BAYAN_ANY_PROCLITICS) == NULL
      && ends_organisation (scan, open))
    bayan_scan_add (scan, BAYAN_MENTION_ORG, open + 1, at, NULL, "organisation/abbreviation");
}

/* بعثة الأمم المتحدة (يونيتامس): one unknown word in brackets behind an organisation is its short form. */
void
bayan_rules_find_abbreviations (BayanScan *scan)
{
  for (guint32 i = 1; i + 2 < scan->n_tokens; i++)
    {
      const BayanToken *word = &scan->tokens[i + 1];

      if ((scan->tokens[i].flags & (BAYAN_WORD_QUOTE | BAYAN_WORD_OPEN)) == 0)
        continue;
      if ((scan->tokens[i].flags & BAYAN_WORD_QUOTE) != 0)
        find_quoted_alias (scan, i);
      if (bayan_scan_key_is (scan, i, "(") && (word->flags & BAYAN_WORD_LATIN) != 0)
        find_latin_alias (scan, i);
      if (bayan_scan_key_is (scan, i, "(") && bayan_scan_key_is (scan, i + 2, ")")
          && ((word->flags & BAYAN_WORD_UPPER_ALL) != 0
              || ((word->flags & BAYAN_WORD_ARABIC) != 0 && word->readings[0].classes == 0
                  && strlen (word->key) >= 6))
          && bayan_scan_longest (scan, i + 1, ~0u, 0) == NULL && ends_organisation (scan, i))
        bayan_scan_add (scan, BAYAN_MENTION_ORG, i + 1, i + 2, NULL, "organisation/abbreviation");
    }
}
