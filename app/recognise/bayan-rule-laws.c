/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Resolutions by number, agreements and declarations by place, facilities by name. */
#include <string.h>

#include "bayan-date-parts.h"
#include "bayan-person-names.h"

#define PLACES (BAYAN_TYPE (GPE) | BAYAN_TYPE (LOC))

static const char *const numbered[] = { "رقم",     "المرقم", "الرقم", "برقم",  "الاممي", "الدولي",
                                        "الاممية", "ذي",     "ذو",    "ارقام", "الشهير", NULL };
static const char *const dated[] = { "لعام", "لسنة", "عام", "الصادر", "الصادرة", "سنة", "في", NULL };
static const char *const declarations[] = { "اعلان", "قانون", "وثيقة", "عهد", "مبادرة", "تفاهمات", NULL };
static const char *const mutual[] = { "المتبادل", "المتبادلة", "المشترك", "المشتركة", NULL };
static const char *const codes[] = { "مدونة", NULL };
static const char *const contracts[] = { "اتفاقية", "معاهدة", "ميثاق", "بروتوكول", "اتفاقيات", NULL };
/* Named by a place; behind them an organisation is who agreed. */
static const char *const agreed[] = { "اتفاق", "مبادرة", "تفاهمات", "قانون", "وثيقة", NULL };
static const char *const of_states[] = { "الدستور", "للدستور", NULL };

/* (2014), لعام 2014, الصادر عام 2014: the token behind, or @token. */
static guint32
parse_resolution_year (const BayanScan *scan, guint32 token, guint *year)
{
  guint32 at = token;
  gboolean bracket = bayan_scan_goes_on (scan, at) && bayan_scan_key_is (scan, at, "(");

  if (bracket)
    at++;
  while (bayan_scan_goes_on (scan, at) && at - token < 3 && bayan_scan_key_in (scan, at, dated))
    at++;
  if (at == token)
    return token;
  *year = bayan_date_number (scan, at, 1945, 2199);
  if (*year == 0)
    return token;
  if (bracket)
    return bayan_scan_key_is (scan, at + 1, ")") ? at + 2 : token;

  return at + 1;
}

/* What is collected of one head and its numbers. */
typedef struct {
  const BayanResolutions *table;
  GString *values;      /* "S/RES/2170(2014) S/RES/2178(2014)" */
  const char *evidence; /* static, nullable */
} Found;

static void
add_number (Found *self, guint number, guint year)
{
  guint known = bayan_resolutions_get_year (self->table, number);

  bayan_resolutions_append (self->table, self->values, number, year);
  if (year != 0 && known != 0 && year != known)
    self->evidence = "year and number disagree";
  else if (year == 0 && self->evidence == NULL)
    self->evidence = "year from the number";
}

/* The numbers behind the head, each perhaps with its year: 2170 (2014) و2178 (2014). Returns the token behind
 * the last of them. */
static guint32
parse_numbers (BayanScan *scan, guint32 token, Found *found)
{
  guint32 at = token, end = token;
  guint number;

  while ((number = bayan_scan_goes_on (scan, at) ? bayan_date_number (scan, at, 1, 9999) : 0) > 0)
    {
      guint year = 0;

      end = parse_resolution_year (scan, at + 1, &year);
      if (year != 0 && bayan_scan_key_is (scan, at + 1, "("))
        bayan_scan_add (scan, BAYAN_MENTION_DATE, at + 2, at + 3, NULL, "date/year")->value =
            scan->tokens[at + 2].key;
      add_number (found, number, year);
      at = end;
      if (bayan_scan_key_is (scan, at, "،"))
        at++;
      if (bayan_scan_key_is (scan, at, "و"))
        at++;
      if (at == end)
        break;
    }

  return end;
}

/* مجلس الأمن الدولي رقم, in any order: what stands between the head and the number. */
static guint32
skip_to_number (const BayanScan *scan, guint32 token, gboolean *council)
{
  guint32 at = bayan_phrase_name (scan, token, BAYAN_TYPE (ORG), 0);

  *council = TRUE;
  if (at > token)
    {
      const BayanCandidate *body = bayan_scan_longest (scan, bayan_scan_skip_quote (scan, token),
                                                       BAYAN_TYPE (ORG), 0);

      *council = body != NULL && g_strcmp0 (body->key, "org:unsc") == 0;
    }
  while (bayan_scan_goes_on (scan, at) && at - token < 12 && bayan_scan_key_in (scan, at, numbered))
    at++;
  if (bayan_scan_goes_on (scan, at) && bayan_scan_key_is (scan, at, ":"))
    at++;

  return at;
}

/* A/RES/77/320, A/ES-10/L.25: letters, figures and signs without a space. Returns the token behind, or @token. */
static guint32
parse_symbol (const BayanScan *scan, guint32 token)
{
  guint32 at = token;
  gboolean slash = FALSE, figure = FALSE;

  if (!bayan_scan_goes_on (scan, token) || (scan->tokens[token].flags & BAYAN_WORD_LATIN) == 0)
    return token;
  do
    {
      slash |= bayan_scan_key_is (scan, at, "/");
      figure |= (scan->tokens[at].flags & BAYAN_WORD_NUMBER) != 0;
      at++;
    }
  while (at < token + 12 && at < scan->n_tokens && bayan_words_touches_previous (scan->words, at)
         && ((scan->tokens[at].flags & (BAYAN_WORD_LATIN | BAYAN_WORD_NUMBER | BAYAN_WORD_DASH)) != 0
             || bayan_scan_key_is (scan, at, "/")
             || (bayan_scan_key_is (scan, at, ".") && at + 1 < scan->n_tokens
                 && bayan_words_touches_previous (scan->words, at + 1))));

  return slash && figure ? at : token;
}

/* /2023, /12: the rest of a number that is written in two */
static guint32
skip_second_number (const BayanScan *scan, guint32 token)
{
  return token + 1 < scan->n_tokens && bayan_scan_goes_on (scan, token)
                 && (bayan_scan_key_is (scan, token, "/")
                     || (scan->tokens[token].flags & BAYAN_WORD_DASH) != 0)
                 && bayan_words_touches_previous (scan->words, token)
                 && bayan_words_touches_previous (scan->words, token + 1)
                 && (scan->tokens[token + 1].flags & BAYAN_WORD_NUMBER) != 0
             ? token + 2
             : token;
}

/* قرار مجلس الأمن رقم 2254, القرارات 2170 (2014) و2178 (2014): one name, however many numbers share its head.
 */
static void
match_resolution (BayanScan *scan, guint32 token)
{
  const BayanReading *reading = bayan_scan_reading (scan, token, BAYAN_CLASS (RESOLUTION));
  Found found = { .table = scan->resolutions };
  gboolean council;
  guint32 at, end;
  BayanCandidate *law;

  if (reading == NULL)
    return;
  found.values = g_string_new (NULL);
  at = skip_to_number (scan, token + 1, &council);
  end = parse_numbers (scan, at, &found);
  if (end == at && parse_symbol (scan, at) > at)
    bayan_scan_add (scan, BAYAN_MENTION_LAW, token, parse_symbol (scan, at), reading, "law/resolution");
  if (end > at)
    {
      law = bayan_scan_add (scan, BAYAN_MENTION_LAW, token, skip_second_number (scan, end), reading,
                            "law/resolution");
      /* The Council's numbers run on over the years; a low one is another body's. */
      if (council && bayan_date_number (scan, at, 1, 9999) > 30)
        {
          law->value = g_string_chunk_insert (scan->strings, found.values->str);
          law->evidence = found.evidence;
        }
    }
  g_string_free (found.values, TRUE);
}

static void
add_instrument (BayanScan *scan, guint32 first, guint32 last, const BayanReading *reading)
{
  const char *evidence = bayan_scan_text (scan, first, first + 1);

  bayan_scan_add (scan, BAYAN_MENTION_LAW, first, last, reading, "law/instrument")->evidence = evidence;
}

/* الأمر التنفيذي رقم 13224, القانون رقم 10 لعام 2018, المرسوم التشريعي 66: an act by its number */
static void
match_numbered_act (BayanScan *scan, guint32 token, const BayanReading *reading)
{
  static const char *const kinds[] = { "التنفيذي", "التشريعي", "الرئاسي", "الملكي", "الاتحادي",
                                       "السلطاني", "الشريف",   "الاميري", NULL };
  guint32 at = token + 1, end;
  gboolean kind = bayan_scan_goes_on (scan, at) && bayan_scan_key_in (scan, at, kinds), figured;
  guint year = 0;

  at += kind;
  figured = bayan_scan_goes_on (scan, at)
            && (bayan_scan_key_is (scan, at, "رقم") || bayan_scan_key_is (scan, at, "ذو"));
  at += figured;
  if ((!kind && !figured) || !bayan_scan_goes_on (scan, at)
      || (scan->tokens[at].flags & BAYAN_WORD_NUMBER) == 0)
    return;
  end = skip_second_number (scan, at + 1);
  end = parse_resolution_year (scan, end, &year);
  add_instrument (scan, token, end, reading);
}

/* TRUE if a name may end before @token: إعلان الرياض is the document unless a noun follows that Riyadh
 * announces. */
static gboolean
name_may_end (const BayanScan *scan, guint32 token)
{
  if (!bayan_scan_goes_on (scan, token) || (scan->tokens[token].flags & BAYAN_WORD_ARABIC) == 0)
    return TRUE;
  /* إعلان النرويج وإسبانيا */
  if (bayan_key_begins (scan->tokens[token].key, "و"))
    return bayan_phrase_name (scan, token, BAYAN_TYPE (GPE), BAYAN_PROCLITIC_WA) == token;
  if (bayan_scan_is (scan, token, BAYAN_CLASS (STOP) | BAYAN_CLASS (VERB))
      || bayan_scan_is_definite (scan, token))
    return TRUE;

  return bayan_scan_reading (scan, token, G_MAXUINT64) != NULL
         && !bayan_scan_is (scan, token, BAYAN_CLASS (COMMON) | BAYAN_CLASS (PORTFOLIO));
}

/* الاتفاق الإطاري للسلام والأمن والتعاون, الاتفاقية الدولية لقمع تمويل الإرهاب: an instrument by its kind and purpose */
static void
match_described (BayanScan *scan, guint32 token, const BayanReading *reading)
{
  static const char *const kinds[] = { "الدولية",   "الدولي",    "الاطاري",   "الاطارية", "العربية",
                                       "الافريقية", "الاوروبية", "الاقليمية", "الشاملة",  "السياسي",
                                       "الشامل",    "الوطني",    NULL };
  guint32 at = token + 1, end;

  if (!bayan_scan_goes_on (scan, at + 1) || !bayan_scan_key_in (scan, at, kinds))
    return;
  at++;
  end = bayan_phrase_purpose (scan, at);
  /* من أجل السلام والمصالحة */
  if (end == at && bayan_scan_key_is (scan, at, "من") && bayan_scan_key_is (scan, at + 1, "اجل")
      && bayan_scan_goes_on (scan, at + 2))
    {
      end = bayan_phrase_definites (scan, at + 2, 2);
      end = end > at + 2 ? end : at;
      if (end > at && bayan_scan_goes_on (scan, end) && bayan_key_begins (scan->tokens[end].key, "وال"))
        end++;
    }
  if (end == at && bayan_key_begins (scan->tokens[at].key, "لل"))
    end = at + 1;
  if (end > at)
    add_instrument (scan, token, bayan_phrase_joined (scan, end), reading);
}

/* مدونة سلوك ياوندي, مدونة قواعد السلوك: a code of conduct */
static void
match_code (BayanScan *scan, guint32 token, const BayanReading *reading)
{
  static const char *const conduct[] = { "سلوك", "السلوك", NULL };
  guint32 at = token + 1, end;

  if (bayan_scan_key_is (scan, at, "قواعد"))
    at++;
  if (!bayan_scan_goes_on (scan, at) || !bayan_scan_key_in (scan, at, conduct))
    return;
  at++;
  end = bayan_phrase_name (scan, at, PLACES | BAYAN_TYPE (ORG), 0);
  if (end > at)
    add_instrument (scan, token, end, reading);
}

/* إعلان صندوق الاستثمارات العامة: what a body of one state announces is no document; of several states it is one. */
static gboolean
is_of_states (const BayanScan *scan, guint32 token, guint32 end)
{
  const BayanCandidate *body = bayan_scan_longest (scan, bayan_scan_skip_quote (scan, token),
                                                   BAYAN_TYPE (ORG), 0);
  const BayanCandidate *place = bayan_scan_longest (scan, bayan_scan_skip_quote (scan, token), PLACES, 0);

  if (body == NULL || body->last < end || (place != NULL && place->last >= body->last))
    return TRUE;

  return body->entry != 0 && bayan_lexicon_get_entry (scan->lexicon, body->entry)->entity->iso3 == NULL;
}

/* اتفاق وقف إطلاق النار بين لبنان وإسرائيل, اتفاق السلام الموقع: a truce or peace, between whom or that was signed. Returns the token behind, or @token. */
static guint32
parse_truce (const BayanScan *scan, guint32 token)
{
  static const char *const kinds[][4] = { { "وقف", "اطلاق", "النار" },
                                          { "وقف", "الاعمال", "العدائية" },
                                          { "السلام" },
                                          { "الهدنة" },
                                          { "ترسيم", "الحدود" } };
  /* One text that was signed */
  static const char *const in_force[] = { "الموقع", "الموقعة", "المبرم", "المبرمة", "الساري", NULL };
  const guint names = PLACES | BAYAN_TYPE (ORG);
  guint32 at = token, one, two;

  for (guint k = 0; k < G_N_ELEMENTS (kinds) && at == token; k++)
    {
      guint n = 0;

      while (kinds[k][n] != NULL && bayan_scan_goes_on (scan, token + n)
             && bayan_scan_key_is (scan, token + n, kinds[k][n]))
        n++;
      at = kinds[k][n] == NULL ? token + n : token;
    }
  if (at > token && bayan_scan_goes_on (scan, at) && bayan_scan_key_in (scan, at, in_force))
    return at;
  if (at == token || !bayan_scan_goes_on (scan, at) || !bayan_scan_key_is (scan, at, "بين"))
    return token;
  one = bayan_phrase_name (scan, at + 1, names, 0);
  two = one > at + 1 ? bayan_phrase_name (scan, one, names, BAYAN_PROCLITIC_WA) : one;

  return two > one ? two : token;
}

/* اتفاق 17 مايو, بروتوكول 1967: an instrument by its day, a treaty by its year. Returns the token behind, or the one behind the
 * head. */
static guint32
parse_day_of (BayanScan *scan, guint32 token, const char *key)
{
  static const char *const by_year[] = { "اتفاقية", "معاهدة", "بروتوكول", NULL };
  guint32 at = token + 1;
  const BayanCandidate *day = bayan_scan_goes_on (scan, at)
                                  ? bayan_scan_longest (scan, at, BAYAN_TYPE (DATE), 0)
                                  : NULL;

  if (day != NULL && bayan_key_is (key, "اتفاق") && strcmp (day->rule, "date/day-month") == 0)
    return day->last;
  if (!bayan_key_is_among (key, by_year) || !bayan_scan_goes_on (scan, at)
      || (scan->tokens[at].flags & BAYAN_WORD_NUMBER) == 0 || bayan_date_number (scan, at, 1800, 2100) == 0)
    return at;
  if (day == NULL)
    bayan_scan_add (scan, BAYAN_MENTION_DATE, at, at + 1, NULL, "date/year")->value = scan->tokens[at].key;

  return at + 1;
}

/* قانون "قيصر", معاهدة “محيط السلام”: an instrument with its name in quotation marks. Returns the token behind them, or the one
 * behind the head. */
static guint32
parse_quoted (const BayanScan *scan, guint32 token, const char *key)
{
  static const char *const named[] = { "اتفاق",    "اتفاقية", "معاهدة", "ميثاق",
                                       "بروتوكول", "قانون",   "وثيقة",  NULL };
  guint32 open = token + 1, at = open + 1;

  if (!bayan_key_is_among (key, named) || !bayan_scan_goes_on (scan, at)
      || (scan->tokens[open].flags & BAYAN_WORD_QUOTE) == 0)
    return open;
  while (at < open + 5 && bayan_scan_goes_on (scan, at) && (scan->tokens[at].flags & BAYAN_WORD_ARABIC) != 0
         && !bayan_scan_is (scan, at, BAYAN_CLASS (VERB)))
    at++;

  return at > open + 1 && bayan_scan_goes_on (scan, at) && (scan->tokens[at].flags & BAYAN_WORD_QUOTE) != 0
             ? at + 1
             : open;
}

/* اتفاق الصخيرات, ميثاق الأمم المتحدة, الدستور العراقي, اتفاقية مكافحة الفساد */
static void
match_instrument (BayanScan *scan, guint32 token)
{
  const BayanReading *reading = bayan_scan_reading (scan, token, BAYAN_CLASS (INSTRUMENT));
  const char *key;
  guint32 at = token + 1, end;

  if (reading == NULL)
    return;
  key = bayan_scan_stem (scan, token, reading);

  if (bayan_key_begins (key, "ال") || bayan_key_is (scan->tokens[token].key, "للدستور"))
    {
      match_numbered_act (scan, token, reading);
      end = bayan_phrase_nationality (scan, at);
      if (end > at && (bayan_key_is_among (key, of_states) || bayan_scan_key_in (scan, token, of_states)))
        add_instrument (scan, token, end, reading);
      else
        match_described (scan, token, reading);
      return;
    }
  if ((bayan_key_is (key, "اتفاق") || bayan_key_is (key, "اتفاقية")) && parse_truce (scan, at) > at)
    {
      add_instrument (scan, token, parse_truce (scan, at), reading);
      return;
    }
  /* إطار الدوحة للسلام; not في إطار الأمم المتحدة */
  if (bayan_key_is (key, "اطار"))
    {
      end = bayan_phrase_name (scan, at, BAYAN_TYPE (GPE), 0);
      if (end > at && bayan_scan_goes_on (scan, end) && bayan_key_begins (scan->tokens[end].key, "لل"))
        add_instrument (scan, token, MAX (bayan_phrase_purpose (scan, end), end + 1), reading);
      return;
    }

  end = MAX (parse_day_of (scan, token, key), parse_quoted (scan, token, key));
  if (end > at)
    {
      add_instrument (scan, token, end, reading);
      return;
    }
  end = bayan_phrase_name (scan, at, bayan_key_is_among (key, agreed) ? PLACES : PLACES | BAYAN_TYPE (ORG),
                           0);
  if (bayan_key_is_among (key, codes))
    match_code (scan, token, reading);
  else if (end > at && bayan_key_is_among (key, declarations)
           && (!name_may_end (scan, end) || !is_of_states (scan, at, end)))
    return;
  else if (end > at)
    {
      guint32 purpose = bayan_scan_goes_on (scan, end) ? bayan_phrase_purpose (scan, end) : end;

      if (purpose > end
          && (bayan_key_begins (scan->tokens[end].key, "لل") || bayan_key_is_among (key, contracts)))
        end = purpose;
      /* الجريمة المنظمة عبر الوطنية */
      if (bayan_scan_key_is (scan, end, "عبر") && bayan_scan_key_is (scan, end + 1, "الوطنية"))
        end += 2;
      add_instrument (scan, token, end, reading);
    }
  else if (end == at && bayan_key_is_among (key, contracts))
    {
      for (guint i = 0; i < 2 && bayan_phrase_is_noun (scan, at) && !bayan_scan_is_definite (scan, at)
                        && !bayan_key_begins (scan->tokens[at].key, "لل");
           i++)
        at++;
      end = bayan_phrase_definites (scan, at, 4);
      /* الشراكة الاستراتيجية والشاملة */
      if (end > at && bayan_scan_goes_on (scan, end) && bayan_phrase_agrees (scan, end))
        end++;
      /* الصداقة والتعاون, التعاون والأمن المتبادل */
      else if (end > at)
        {
          end = bayan_phrase_joined (scan, end);
          if (bayan_scan_goes_on (scan, end) && bayan_scan_key_in (scan, end, mutual))
            end++;
        }
      /* اتفاقية الربط بين موانئ: what two agree on, no name */
      if (end > at && !(end == at + 1 && bayan_scan_key_is (scan, end, "بين")))
        add_instrument (scan, token, end, reading);
    }
}

/* الأولى, الثاني: which one it is; ends in ـي or ـى as it stands */
static guint32
skip_ordinal (const BayanScan *scan, guint32 token)
{
  BayanNumber number;

  return bayan_scan_goes_on (scan, token) && bayan_scan_is_definite (scan, token)
                 && bayan_scan_parse_ordinal (scan, token, &number)
             ? token + number.n_words
             : token;
}

/* اتفاقية مينسك الثانية, مبادرة السلام العربية لعام 2002: which one of them, or of which year, belongs to any instrument. */
static void
extend_instruments (BayanScan *scan, guint32 token)
{
  static const char *const kinds[] = { "الاقتصادي", "الاقتصادية", "النووي",   "النووية", "السياسي",
                                       "الامني",    "الاضافي",    "التكميلي", NULL };

  for (gint32 c = scan->first[token]; c >= 0; c = bayan_scan_get (scan, c)->next)
    {
      const BayanCandidate law = *bayan_scan_get (scan, c);
      BayanReading reading = { .start = law.start, .proclitics = law.proclitics };
      BayanCandidate *extended;
      guint32 end;
      guint year = 0;

      if (law.type != BAYAN_MENTION_LAW || (law.flags & BAYAN_CANDIDATE_DROPPED) != 0)
        continue;
      end = skip_ordinal (scan, law.last);
      if (bayan_scan_goes_on (scan, end) && bayan_scan_key_in (scan, end, kinds))
        end++;
      else if (bayan_scan_word_ends (&scan->tokens[law.last - 1], "الدستور"))
        end = bayan_phrase_nationality (scan, end);
      if (bayan_scan_key_is (scan, end, "لعام") || bayan_scan_key_is (scan, end, "لسنة"))
        end = parse_resolution_year (scan, end, &year);
      if (end == law.last)
        continue;
      extended = bayan_scan_add (scan, BAYAN_MENTION_LAW, token, end, &reading, law.rule);
      extended->evidence = law.evidence;
      extended->key = law.key;
    }
}

void
bayan_rules_match_law (BayanScan *scan, guint32 token)
{
  match_resolution (scan, token);
  match_instrument (scan, token);
  extend_instruments (scan, token);
}
