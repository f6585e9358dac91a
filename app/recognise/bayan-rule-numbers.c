/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amounts of money, percentages, quantities, and the numbers that are none of these. */
#include <string.h>

#include "bayan-numbers.h"
#include "bayan-rules.h"

typedef struct {
  guint32 first, last;
  BayanReading start; /* where the span begins */
  const char *value;
  BayanNumber number;
} Quantity;

static const char *const percent_words[] = { "بالمئة", "بالمائة", "بالمية", NULL };
static const char *const hundred[] = { "المئة", "المائة", "المية", NULL };
static const char *const ordinal_heads[] = { "رقم",    "المادة", "مادة",   "الفقرة",   "البند",  "المرقم",
                                             "الرقم",  "الدورة", "الجلسة", "المجموعة", "الغرفة", "المرحلة",
                                             "الرحلة", "النسخة", "الحلقة", "صفحة",     "القرار", "قرار",
                                             "الفصل",  "كوفيد",  "ال",     NULL };
/* Behind these ten is the rest of an ordinal. */
static const char *const ordinal_units[] = { "الحادي",  "الثاني",  "الثالث",  "الرابع",  "الخامس",
                                             "السادس",  "السابع",  "الثامن",  "التاسع",  "الحادية",
                                             "الثانية", "الثالثة", "الرابعة", "الخامسة", "السادسة",
                                             "السابعة", "الثامنة", "التاسعة", NULL };
/* Behind these a number counts people without saying so. */
static const char *const casualties[] = { "مقتل",  "اصابة",  "اعتقال", "استشهاد",
                                          "ومقتل", "واصابة", "توقيف",  NULL };
static const char *const deaths[] = { "توفي", "توفيت", "رحل",    "رحلت",  "وفاة",
                                      "رحيل", "وافته", "وافتها", "وتوفي", NULL };
static const char *const age_heads[] = {
  "العمر", "يبلغ", "تبلغ", "البالغ", "البالغة", "عمره", "عمرها", NULL
};
static const char *const ages[] = { "اعمارهم", "اعمارهن", "اعمارهما", "اعمار",
                                    "الاعمار", "عمره",    "عمرها",    NULL };
/* Behind these a round number in words counts even without its noun: أكثر من عشرة آلاف في عداد المفقودين. */
static const char *const approximate[] = {
  "نحو", "حوالي", "زهاء", "قرابة", "يناهز", "عن", "من", "الى", NULL
};

static gboolean
parse_quantity (BayanScan *scan, guint32 token, Quantity *quantity)
{
  g_autofree char *value = NULL;

  if ((scan->tokens[token].flags & (BAYAN_WORD_NUMBER | BAYAN_WORD_ARABIC)) == 0
      || !bayan_scan_parse_number (scan, token, &quantity->number))
    return FALSE;

  quantity->first = token;
  quantity->last = token + quantity->number.n_words;
  quantity->start = scan->tokens[token].readings[0];
  if (quantity->number.prefix_chars > 0)
    quantity->start.start =
        bayan_words_get_position_in (scan->words, token, quantity->number.prefix_chars).byte;
  value = bayan_number_to_string (&quantity->number);
  quantity->value = g_string_chunk_insert (scan->strings, value);

  return TRUE;
}

static BayanCandidate *
add_value (BayanScan *scan, BayanMentionType type, const Quantity *quantity, guint32 last, const char *unit,
           const char *rule)
{
  g_autofree char *value = *unit != '\0' ? g_strconcat (quantity->value, " ", unit, NULL)
                                         : g_strdup (quantity->value);
  BayanCandidate *candidate = bayan_scan_add (scan, type, quantity->first, last, &quantity->start, rule);

  candidate->value = g_string_chunk_insert (scan->strings, value);
  return candidate;
}

/* The one currency of the name @key that a state named before @token in its sentence pays with, NULL if there is none or
 * are several: قدمت السعودية 10 ملايين ريال. @evidence: the table, and the state */
static const char *
infer_currency (BayanScan *scan, guint32 token, const char *key, const char **evidence)
{
  const char *code = NULL;

  for (guint32 at = token; at > 0; at--)
    {
      const BayanCandidate *state = bayan_scan_longest (scan, at - 1, BAYAN_TYPE (GPE) | BAYAN_TYPE (NORP),
                                                        BAYAN_ANY_PROCLITICS);
      const BayanEntity *entity = state != NULL && state->entry != 0
                                      ? bayan_lexicon_get_entry (scan->lexicon, state->entry)->entity
                                      : NULL;
      const char *theirs = entity != NULL && entity->iso3 != NULL
                               ? bayan_currencies_get_code_of (scan->currencies, key, entity->iso3)
                               : NULL;

      if (theirs != NULL && code != NULL && strcmp (theirs, code) != 0)
        return NULL;
      if (theirs != NULL && code == NULL)
        {
          g_autofree char *from = g_strdup_printf ("currencies.tsv: %s, inferred from %s", theirs,
                                                   entity->iso3);

          code = theirs;
          *evidence = g_string_chunk_insert (scan->strings, from);
        }
      if ((scan->tokens[at - 1].flags & BAYAN_WORD_NEWLINE_BEFORE) != 0
          || bayan_scan_key_is (scan, at - 1, "."))
        break;
    }
  return code;
}

/* 436 مليون دولار أمريكي */
static gboolean
match_money (BayanScan *scan, const Quantity *quantity)
{
  guint32 at = quantity->last, end = at + 1;
  const BayanCandidate *adjective;
  const char *key, *code = NULL, *evidence = NULL;
  gboolean alone;

  if (!bayan_scan_goes_on (scan, at) || !bayan_scan_is (scan, at, BAYAN_CLASS (CURRENCY)))
    return FALSE;

  key = scan->tokens[at].key;
  adjective = bayan_scan_goes_on (scan, end) ? bayan_scan_longest (scan, end, BAYAN_TYPE (NORP), 0) : NULL;
  if (adjective != NULL)
    {
      const BayanEntity *entity = bayan_lexicon_get_entry (scan->lexicon, adjective->entry)->entity;

      /* Of a people without a state, as of one that the analyst alone calls so, the word means what it means by itself. */
      alone = entity == NULL || entity->iso3 == NULL;
      code = alone ? NULL : bayan_currencies_get_code_of (scan->currencies, key, entity->iso3);
      end = adjective->last;
    }
  else
    {
      if (bayan_scan_goes_on (scan, end))
        code = bayan_currencies_get_code_with (scan->currencies, key, scan->tokens[end].key);
      alone = code == NULL;
      end += code != NULL ? 1 : 0;
    }
  /* The unit of the Islamic Development Bank has no code. */
  if (alone && bayan_scan_key_is (scan, end, "اسلامي") && bayan_scan_goes_on (scan, end))
    {
      end++;
      alone = FALSE;
    }
  if (alone)
    code = bayan_currencies_get_code (scan->currencies, key);
  if (alone && code == NULL)
    code = infer_currency (scan, quantity->first, key, &evidence);

  add_value (scan, BAYAN_MENTION_MONEY, quantity, end, code != NULL ? code : "", "money/amount")->evidence =
      evidence;
  return TRUE;
}

/* $ 1.5, 5€ */
static gboolean
match_money_sign (BayanScan *scan, const Quantity *quantity)
{
  static const char *const signs[][2] = { { "$", "USD" }, { "€", "EUR" }, { "£", "GBP" } };
  Quantity widened = *quantity;

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      if (quantity->first > 0 && bayan_scan_key_is (scan, quantity->first - 1, signs[i][0]))
        {
          widened.first--;
          widened.start = scan->tokens[widened.first].readings[0];
          add_value (scan, BAYAN_MENTION_MONEY, &widened, quantity->last, signs[i][1], "money/sign");
          return TRUE;
        }
      if (bayan_scan_goes_on (scan, quantity->last) && bayan_scan_key_is (scan, quantity->last, signs[i][0]))
        {
          add_value (scan, BAYAN_MENTION_MONEY, quantity, quantity->last + 1, signs[i][1], "money/sign");
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
match_percent (BayanScan *scan, const Quantity *quantity)
{
  guint32 at = quantity->last, end = 0;

  if (!bayan_scan_goes_on (scan, at))
    return FALSE;
  if (bayan_scan_key_is (scan, at, "%") || bayan_scan_key_in (scan, at, percent_words))
    end = at + 1;
  else if (bayan_scan_key_is (scan, at, "في") && bayan_scan_key_in (scan, at + 1, hundred))
    end = at + 2;
  if (end == 0)
    return FALSE;

  add_value (scan, BAYAN_MENTION_PERCENT, quantity, end, "%", "percent/unit");
  return TRUE;
}

/* A number of years is an age in brackets and behind words of age; elsewhere it is a duration, which is no
 * mention. */
static gboolean
is_age (const BayanScan *scan, const Quantity *quantity)
{
  guint32 first = quantity->first;

  if (!bayan_key_begins (scan->tokens[quantity->last].key, "عام")
      && !bayan_key_begins (scan->tokens[quantity->last].key, "سن"))
    return FALSE;
  if (first > 0 && bayan_scan_key_in (scan, first - 1, age_heads))
    return TRUE;
  /* توفي عن 80 عاما */
  if (first > 1 && bayan_scan_key_is (scan, first - 1, "عن") && bayan_scan_goes_on (scan, first)
      && (!bayan_scan_goes_on (scan, quantity->last + 1)
          || (scan->tokens[quantity->last + 1].flags & BAYAN_WORD_PUNCTUATION) != 0)
      && bayan_number_to_double (&quantity->number) >= 18 && bayan_number_to_double (&quantity->number) < 115)
    for (guint back = 2; back <= 14 && back <= first; back++)
      if (bayan_scan_key_in (scan, first - back, deaths))
        return TRUE;
  /* تزيد أعمارهم على 50 عاما */
  for (guint back = 1; back <= 3 && back <= first; back++)
    if (bayan_scan_key_in (scan, first - back, ages))
      return TRUE;
  /* وقالت مريم، 41 عاما، */
  if (first > 0 && bayan_scan_key_is (scan, first - 1, "،") && bayan_scan_goes_on (scan, quantity->last + 1)
      && (bayan_scan_key_is (scan, quantity->last + 1, "،")
          || bayan_scan_key_is (scan, quantity->last + 1, "."))
      && bayan_key_begins (scan->tokens[quantity->last].key, "عاما")
      && (quantity->number.flags & BAYAN_NUMBER_HAS_DIGITS) != 0)
    return TRUE;

  return first > 0 && bayan_scan_key_is (scan, first - 1, "(")
         && bayan_scan_key_is (scan, quantity->last + 1, ")");
}

/* (تتراوح أعمارهم بين) 19 و41 سنة, (بين) 13 و66 سنة: two numbers of one unit of time. Ages are one mention, durations
 * none. Returns TRUE if they are two such. */
static gboolean
match_range (BayanScan *scan, const Quantity *quantity)
{
  static const char *const joints[] = { "الى", "او", "حتى", NULL };
  guint32 at = quantity->last, end;
  BayanNumber second;

  if (!bayan_scan_goes_on (scan, at) || (quantity->number.flags & BAYAN_NUMBER_HAS_DIGITS) == 0)
    return FALSE;
  if (bayan_scan_key_in (scan, at, joints) || bayan_scan_key_is (scan, at, "و"))
    at++;
  else if (!bayan_key_begins (scan->tokens[at].key, "و"))
    return FALSE;
  if (!bayan_scan_goes_on (scan, at) || !bayan_scan_parse_number (scan, at, &second))
    return FALSE;
  end = at + second.n_words;
  if (!bayan_scan_goes_on (scan, end) || !bayan_scan_is (scan, end, BAYAN_CLASS (DURATION)))
    return FALSE;
  for (guint back = 1; back <= 4 && back <= quantity->first; back++)
    if (bayan_scan_key_in (scan, quantity->first - back, ages))
      {
        add_value (scan, BAYAN_MENTION_QUANTITY, quantity, end + 1, scan->tokens[end].key, "quantity/age");
        break;
      }

  return TRUE;
}

static gboolean
match_measure (BayanScan *scan, const Quantity *quantity)
{
  static const char *const kinds[] = { "بحريا", "بحري", "متريا", "متري", "مترية", "مئوية", NULL };
  guint32 at = quantity->last, end = at + 1;

  if (!bayan_scan_goes_on (scan, at))
    return FALSE;
  if (match_range (scan, quantity))
    return TRUE;
  if (bayan_scan_is (scan, at, BAYAN_CLASS (DURATION)))
    {
      if (is_age (scan, quantity))
        add_value (scan, BAYAN_MENTION_QUANTITY, quantity, end, scan->tokens[at].key, "quantity/age");
      return TRUE;
    }
  if (!bayan_scan_is (scan, at, BAYAN_CLASS (UNIT)))
    return FALSE;

  if (bayan_scan_goes_on (scan, end)
      && (bayan_key_begins (scan->tokens[end].key, "مربع") || bayan_key_begins (scan->tokens[end].key, "مكعب")
          || bayan_scan_key_in (scan, end, kinds)))
    end++;
  add_value (scan, BAYAN_MENTION_QUANTITY, quantity, end, scan->tokens[at].key, "quantity/unit");
  return TRUE;
}

/* Joined to a letter, a sign of calculation or another number: a name or a code, not a count. */
static gboolean
is_part_of_code (const BayanScan *scan, const Quantity *quantity)
{
  guint32 first = quantity->first, last = quantity->last;
  const guint32 joints = BAYAN_WORD_DASH | BAYAN_WORD_LATIN | BAYAN_WORD_NUMBER;

  if (first > 0 && bayan_words_touches_previous (scan->words, first)
      && ((scan->tokens[first - 1].flags & joints) != 0
          || strchr ("+/:#.", scan->tokens[first - 1].key[0]) != NULL))
    return TRUE;
  return last < scan->n_tokens && bayan_words_touches_previous (scan->words, last)
         && ((scan->tokens[last].flags & joints) != 0 || strchr ("+/:", scan->tokens[last].key[0]) != NULL);
}

/* "الياسين 105", 0123: the number of a weapon behind its name in quotation marks, or one that begins with zero. */
static gboolean
is_model (const BayanScan *scan, const Quantity *quantity)
{
  guint32 first = quantity->first;
  const BayanToken *token = &scan->tokens[first];

  if (token->key[0] == '0' && g_ascii_isdigit (token->key[1]))
    return TRUE;

  return first > 1 && (scan->tokens[first - 2].flags & BAYAN_WORD_QUOTE) != 0
         && bayan_scan_goes_on (scan, quantity->last)
         && (scan->tokens[quantity->last].flags & BAYAN_WORD_QUOTE) != 0
         && (scan->tokens[first - 1].flags & BAYAN_WORD_ARABIC) != 0;
}

/* 1 - وديعة: the number of an item of a list. */
static gboolean
is_list_number (const BayanScan *scan, const Quantity *quantity)
{
  const BayanToken *next = &scan->tokens[quantity->last];

  gboolean begins = quantity->first == 0
                    || (scan->tokens[quantity->first].flags & BAYAN_WORD_NEWLINE_BEFORE) != 0
                    || (scan->tokens[quantity->first - 1].flags & BAYAN_WORD_SENTENCE_END) != 0;

  return begins && quantity->last < scan->n_tokens
         && ((next->flags & BAYAN_WORD_DASH) != 0 || strcmp (next->key, ".") == 0
             || strcmp (next->key, ")") == 0);
}

/* A number in words counts only with its noun: ثلاثة وفود, not الثلاثة. */
static gboolean
is_counting (const BayanScan *scan, const Quantity *quantity)
{
  guint32 at = quantity->last;

  if ((quantity->number.flags & BAYAN_NUMBER_HAS_DIGITS) != 0)
    return TRUE;
  if ((quantity->number.flags & BAYAN_NUMBER_IS_DUAL) != 0 && quantity->number.n_words == 1)
    return FALSE;
  /* السابعة عشرة; but تضم الرابطة عشر دول */
  if (quantity->first > 0 && quantity->number.mantissa == 10
      && bayan_scan_key_in (scan, quantity->first - 1, ordinal_units))
    return FALSE;
  if (bayan_number_to_double (&quantity->number) < 3 || bayan_scan_is_definite (scan, quantity->first))
    return FALSE;
  if (bayan_scan_key_is (scan, at, "من"))
    return TRUE;
  if (quantity->first > 0 && bayan_number_to_double (&quantity->number) >= 1000
      && bayan_scan_key_in (scan, quantity->first - 1, approximate))
    return TRUE;
  if (quantity->first > 0 && bayan_scan_key_in (scan, quantity->first - 1, casualties))
    return TRUE;
  /* وصل منهم عشرة آلاف إلى: thousands that are counted, though the noun stands before */
  if (quantity->number.n_words >= 2 && bayan_number_to_double (&quantity->number) >= 3000
      && (!bayan_scan_goes_on (scan, at) || bayan_scan_is (scan, at, BAYAN_CLASS (STOP))
          || (scan->tokens[at].flags & BAYAN_WORD_PUNCTUATION) != 0))
    return TRUE;

  /* ثلاثين دولة: the word is a title as well */
  return (bayan_phrase_is_noun (scan, at) && !bayan_scan_is_definite (scan, at))
         || (bayan_scan_key_is (scan, at, "دولة") && bayan_scan_goes_on (scan, at));
}

static void
match_cardinal (BayanScan *scan, const Quantity *quantity)
{
  if (is_part_of_code (scan, quantity) || is_model (scan, quantity) || is_list_number (scan, quantity)
      || !is_counting (scan, quantity))
    return;
  /* والمادة 7 */
  if (quantity->first > 0
      && (bayan_scan_key_in (scan, quantity->first - 1, ordinal_heads)
          || (bayan_key_begins (scan->tokens[quantity->first - 1].key, "وال")
              && bayan_key_is_among (scan->tokens[quantity->first - 1].key + 2, ordinal_heads))))
    return;

  add_value (scan, BAYAN_MENTION_CARDINAL, quantity, quantity->last, "", "cardinal/number");
}

void
bayan_rules_find_numbers (BayanScan *scan)
{
  Quantity quantity;

  for (guint32 i = 0; i < scan->n_tokens; i++)
    {
      if ((scan->tokens[i].begins & BAYAN_BEGINS_NUMBER) == 0 || !parse_quantity (scan, i, &quantity))
        continue;
      if (!match_money (scan, &quantity) && !match_money_sign (scan, &quantity)
          && !match_percent (scan, &quantity) && !match_measure (scan, &quantity))
        match_cardinal (scan, &quantity);
      i = quantity.last - 1;
    }
}
