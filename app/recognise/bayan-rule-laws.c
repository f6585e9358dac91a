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
static const char *const contracts[] = { "اتفاقية", "معاهدة", "ميثاق", "بروتوكول", "اتفاقيات", NULL };
/* Named by a place; behind them an organisation is who agreed. */
static const char *const agreed[] = { "اتفاق", "مبادرة", "تفاهمات", "قانون", "وثيقة", NULL };
static const char *const of_states[] = { "الدستور", NULL };
static const char *const facility_adjectives[] = { "الدولي",   "الدولية", "الجوية",  "الجوي",   "العسكرية",
                                                   "العسكري",  "البحرية", "المدني",  "الكبير",  "الجامعي",
                                                   "العام",    "الرئاسي", "الملكي",  "الحدودي", "الطبي",
                                                   "النفطي",   "الغازي",  "البري",   "الحكومي", "الاقليمي",
                                                   "التعليمي", "الوطني",  "المركزي", "الاهلي",  NULL };
static const char *const with_adjective[] = { "قاعدة", "مجمع", NULL };
static const char *const seats[] = { "قصر",  "مستشفى", "مسجد", "جامع",  "سجن",   "معبر",
                                     "مطار", "كنيسة",  "فندق", "حقل",   "منفذ",  "مصفاة",
                                     "جسر",  "سد",     "ساحة", "ميدان", "بوابة", NULL };
/* Behind these a common word with the article is a name as well: فندق الحياة, مستشفى الأمل; not مستشفى المدينة, ساحة
 * المعركة. */
static const char *const named_houses[] = { "فندق", "مستشفى", NULL };
static const char *const no_squares[] = { "المعركة", "القتال", "المواجهة", "الصراع", "السياسة",
                                          "العمل",   "النفط",  "الغاز",    "الحدود", "المعارك",
                                          "التعليم", "الفجوة", "الثغرات",  "الطريق", "النقص",
                                          "الفراغ",  "الثغرة", "العجز",    NULL };
static const char *const harbours[] = { "ميناء", "مرفا", NULL };

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
  guint n;
} Found;

static void
add_number (Found *self, guint number, guint year)
{
  guint known = bayan_resolutions_get_year (self->table, number);

  g_string_append_printf (self->values, "%sS/RES/%u", self->n > 0 ? " " : "", number);
  if (year != 0 || known != 0)
    g_string_append_printf (self->values, "(%u)", year != 0 ? year : known);
  if (year != 0 && known != 0 && year != known)
    self->evidence = "year and number disagree";
  else if (year == 0 && self->evidence == NULL)
    self->evidence = "year from the number";
  self->n++;
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
      law = bayan_scan_add (scan, BAYAN_MENTION_LAW, token, end, reading, "law/resolution");
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
  static const char *const kinds[] = { "التنفيذي", "التشريعي", "الرئاسي", "الملكي",
                                       "الاتحادي", "السلطاني", NULL };
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
  end = parse_resolution_year (scan, at + 1, &year);
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
  if (g_str_has_prefix (scan->tokens[token].key, "و"))
    return bayan_phrase_name (scan, token, BAYAN_TYPE (GPE), BAYAN_PROCLITIC_WA) == token;
  if (bayan_scan_is (scan, token, BAYAN_CLASS (STOP) | BAYAN_CLASS (VERB))
      || bayan_scan_is_definite (scan, token))
    return TRUE;

  return bayan_scan_reading (scan, token, G_MAXUINT64) != NULL
         && !bayan_scan_is (scan, token, BAYAN_CLASS (COMMON) | BAYAN_CLASS (PORTFOLIO));
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

  if (g_str_has_prefix (key, "ال"))
    {
      match_numbered_act (scan, token, reading);
      end = bayan_phrase_nationality (scan, at);
      if (end > at && bayan_scan_is_key_among (key, of_states))
        add_instrument (scan, token, end, reading);
      return;
    }

  end = bayan_phrase_name (scan, at,
                           bayan_scan_is_key_among (key, agreed) ? PLACES : PLACES | BAYAN_TYPE (ORG), 0);
  if (end > at && !(bayan_scan_is_key_among (key, declarations) && !name_may_end (scan, end)))
    {
      if (bayan_scan_goes_on (scan, end) && bayan_phrase_purpose (scan, end) > end
          && g_str_has_prefix (scan->tokens[end].key, "لل"))
        end = bayan_phrase_purpose (scan, end);
      add_instrument (scan, token, end, reading);
    }
  else if (end == at && bayan_scan_is_key_among (key, contracts))
    {
      for (guint i = 0; i < 2 && bayan_phrase_is_noun (scan, at) && !bayan_scan_is_definite (scan, at)
                        && !g_str_has_prefix (scan->tokens[at].key, "لل");
           i++)
        at++;
      end = bayan_phrase_definites (scan, at, 4);
      /* الشراكة الاستراتيجية والشاملة */
      if (end > at && bayan_scan_goes_on (scan, end) && bayan_phrase_agrees (scan, end))
        end++;
      if (end > at)
        add_instrument (scan, token, end, reading);
    }
}

void
bayan_rules_match_law (BayanScan *scan, guint32 token)
{
  match_resolution (scan, token);
  match_instrument (scan, token);
}

/* آدم عدي الدولي: whatever stands between an airport and the adjective of airports is its name. */
static guint32
parse_airport (const BayanScan *scan, guint32 token)
{
  static const char *const kinds[] = { "الدولي", "المدني", "العسكري", NULL };

  for (guint32 at = token; at < token + 4 && bayan_phrase_is_noun (scan, at); at++)
    if (bayan_scan_key_in (scan, at, kinds))
      return at > token ? at : token;

  return token;
}

/* المستشفى السعودي, المستشفى المعمداني: a hospital by its adjective; not المستشفى الميداني */
static void
match_hospital (BayanScan *scan, guint32 token)
{
  const BayanToken *word = &scan->tokens[token + 1];
  BayanReading reading = scan->tokens[token].readings[0];

  if (!bayan_scan_goes_on (scan, token + 1) || !bayan_scan_is_definite (scan, token + 1)
      || !bayan_scan_word_ends (word, "ي") || bayan_scan_key_in (scan, token + 1, facility_adjectives)
      || (word->readings[0].classes
          & (BAYAN_CLASS (COMMON) | BAYAN_CLASS (BODY_ADJ) | BAYAN_CLASS (OFFICE_ADJ)))
             != 0)
    return;
  if (bayan_scan_key_is (scan, token, "بالمستشفى") || bayan_scan_key_is (scan, token, "والمستشفى"))
    reading.start = bayan_words_get_position_in (scan->words, token, 1).byte;
  bayan_scan_add (scan, BAYAN_MENTION_FAC, token, token + 2, &reading, "facility/hospital");
}

/* مطار بغداد الدولي, قصر المؤتمرات, قاعدة X الجوية */
void
bayan_rules_match_facility (BayanScan *scan, guint32 token)
{
  const BayanReading *reading = bayan_scan_reading (scan, token, BAYAN_CLASS (FACILITY));
  guint32 at = token + 1, end;
  const char *key, *evidence;
  BayanCandidate *facility;
  gboolean adjective = FALSE;

  if (reading == NULL || bayan_scan_key_in (scan, at, no_squares))
    return;
  key = bayan_scan_stem (scan, token, reading);
  if (strcmp (key, "المستشفى") == 0 || strcmp (key, "لمستشفى") == 0)
    {
      match_hospital (scan, token);
      return;
    }

  end = strcmp (key, "مطار") == 0 ? parse_airport (scan, at) : at;
  if (end == at)
    end = bayan_phrase_name (scan, at, BAYAN_TYPE (GPE), 0);
  /* سجن وادي النطرون */
  if (end == at && bayan_scan_is_key_among (key, seats))
    end = bayan_phrase_name (scan, at, BAYAN_TYPE (LOC), 0);
  if (end == at && bayan_scan_is_key_among (key, seats) && bayan_scan_is_definite (scan, at)
      && !bayan_scan_is (scan, at,
                         bayan_scan_is_key_among (key, named_houses)
                             ? BAYAN_CLASS (STOP) | BAYAN_CLASS (CIVIC)
                             : BAYAN_CLASS (COMMON) | BAYAN_CLASS (STOP)))
    {
      end = at + 1;
      /* سجن الذئب القطبي */
      if (bayan_scan_is_definite (scan, end) && scan->tokens[end].readings[0].classes == 0
          && bayan_phrase_nationality (scan, end) == end && bayan_phrase_is_noun (scan, end)
          && (bayan_scan_word_ends (&scan->tokens[end], "ي")
              || bayan_scan_word_ends (&scan->tokens[end], "ية")))
        end++;
    }
  /* ميناء الزهيرية; not ميناء الحاويات */
  if (end == at && bayan_scan_is_key_among (key, harbours) && bayan_scan_is_definite (scan, at)
      && scan->tokens[at].readings[0].word == 0 && !g_str_has_suffix (scan->tokens[at].key, "ات"))
    end = at + 1;
  if (end == at && bayan_scan_is_key_among (key, seats) && strcmp (key, "سجن") != 0
      && bayan_phrase_is_noun (scan, at) && scan->tokens[at].readings[0].word == 0
      && !bayan_phrase_is_adjective (scan, at) && strlen (scan->tokens[at].key) >= 8)
    end = at + 1;
  /* فندق والدورف أستوريا, كنيسة سانتا ماريا: foreign words */
  if ((strcmp (key, "فندق") == 0 || strcmp (key, "كنيسة") == 0) && !bayan_scan_is_definite (scan, at))
    while (end < at + 3 && bayan_phrase_is_noun (scan, end)
           && (scan->tokens[end].readings[0].word == 0
               || bayan_scan_is (scan, end, BAYAN_CLASS (GIVEN) | BAYAN_CLASS (FOREIGN)))
           && scan->tokens[end].n_readings == 1 && !bayan_scan_is_definite (scan, end)
           && scan->tokens[end].key_length >= 6)
      end++;
  if (end == at && strcmp (key, "مستشفى") == 0 && bayan_phrase_is_noun (scan, at)
      && !bayan_scan_is (scan, at, BAYAN_CLASS (COMMON)))
    end = at + 1;
  /* مستشفى محمد السادس الجامعي, مسجد الملك حسين: named for somebody */
  if (bayan_scan_is_key_among (key, seats)
      && bayan_scan_is (scan, at, BAYAN_CLASS (GIVEN) | BAYAN_CLASS (TITLE)))
    end = MAX (end,
               bayan_person_parse_name (scan, bayan_scan_is (scan, at, BAYAN_CLASS (GIVEN)) ? at : at + 1));
  if (end == at && strcmp (key, "مجمع") == 0 && bayan_scan_is_definite (scan, at))
    end = at + 1;
  /* قاعدة كيوان: a name, as no table knows the word; not قاعدة بيانات, قاعدة صلبة */
  if (end == at && strcmp (key, "قاعدة") == 0 && !bayan_scan_is_definite (scan, at)
      && bayan_phrase_is_noun (scan, at) && scan->tokens[at].readings[0].word == 0
      && scan->tokens[at].n_readings == 1 && scan->tokens[at].key_length >= 8
      && !bayan_scan_word_ends (&scan->tokens[at], "ة") && !bayan_scan_word_ends (&scan->tokens[at], "ات")
      && !bayan_scan_key_begins (scan->tokens[at].key, "ل")
      && !bayan_scan_key_begins (scan->tokens[at].key, "م")
      && !bayan_scan_key_begins (scan->tokens[at].key, "ت"))
    {
      end = at + 1;
      adjective = TRUE;
    }
  if (end == at && bayan_scan_is_key_among (key, with_adjective) && bayan_phrase_is_noun (scan, at)
      && !bayan_scan_is (scan, at, BAYAN_CLASS (COMMON)))
    end = at + 1;
  while (bayan_scan_goes_on (scan, end) && end > at && bayan_scan_key_in (scan, end, facility_adjectives))
    {
      adjective = TRUE;
      end++;
    }
  if (end == at || (!adjective && bayan_scan_is_key_among (key, with_adjective)))
    return;

  evidence = bayan_scan_text (scan, token, token + 1);
  facility = bayan_scan_add (scan, BAYAN_MENTION_FAC, token, end, reading, "facility/head");
  facility->evidence = evidence;
}
