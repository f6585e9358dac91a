/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The English copy of a statement: official names of states, dates, amounts, offices and the persons beside
 * them. Names of states, nationalities and organisations come from the tables; case tells names from words.
 */
#include <string.h>

#include "bayan-date-parts.h"

static const char *const months[] = { "January",  "February", "March",  "April",     "May",
                                      "June",     "July",     "August", "September", "October",
                                      "November", "December", NULL };
static const char *const weekdays[] = { "Monday", "Tuesday",  "Wednesday", "Thursday",
                                        "Friday", "Saturday", "Sunday",    NULL };
static const char *const realms[] = { "Republic", "Kingdom",      "Sultanate", "State",
                                      "Emirate",  "Principality", NULL };
static const char *const year_prepositions[] = { "in",    "by",     "since", "until", "before", "after",
                                                 "from",  "during", "of",    "In",    "By",     "Since",
                                                 "early", "late",   "mid",   "and",   NULL };
static const char *const scales[] = { "thousand", "million", "billion", "trillion", NULL };
static const char *const money_signs[] = { "$", "€", "£", NULL };
static const char *const sign_codes[] = { "USD", "EUR", "GBP" };
static const char *const office_heads[] = { "Minister",     "President",      "Secretary",   "Ambassador",
                                            "Envoy",        "Representative", "Director",    "Spokesperson",
                                            "Spokesman",    "Spokeswoman",    "Chancellor",  "King",
                                            "Emir",         "Sultan",         "Commander",   "Coordinator",
                                            "Governor",     "Chairman",       "Chairperson", "Chair",
                                            "Commissioner", "General",        "minister",    "president",
                                            "ambassador",   "envoy",          NULL };
static const char *const office_before[] = { "Prime",     "Deputy",  "Foreign", "Defense",   "Defence",
                                             "Interior",  "Finance", "Special", "Vice",      "Assistant",
                                             "Under",     "High",    "Acting",  "Political", "Permanent",
                                             "Executive", "First",   "Crown",   "U",         "US",
                                             "UN",        NULL };
static const char *const portfolios[] = { "Foreign",       "State",    "Affairs",  "Defense",
                                          "Defence",       "Interior", "Finance",  "Justice",
                                          "Health",        "Energy",   "Oil",      "Cooperation",
                                          "International", "and",      "Planning", NULL };
static const char *const state_bodies[] = { "government", "Government", "army",   "Army",
                                            "parliament", "Parliament", "forces", "Forces",
                                            "military",   "police",     "Armed",  NULL };
static const char *const instruments[] = { "Agreement", "Convention", "Treaty",  "Protocol",
                                           "Accord",    "Covenant",   "Charter", NULL };
static const char *const name_particles[] = { "bin", "ibn", "al",  "Al",  "el",  "El",  "de",
                                              "di",  "van", "von", "Abu", "Abd", "der", NULL };

static const char *const days[] = { "today", "yesterday", NULL };

void
bayan_rules_add_english_beginnings (BayanKeySet *keys)
{
  const char *const *const lists[] = { months,        weekdays,   realms,       days,         money_signs,
                                       office_before, portfolios, office_heads, state_bodies, instruments };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    bayan_key_set_add (keys, lists[i], BAYAN_BEGINS_ENGLISH);
}

/* resolution, Resolutions */
gboolean
bayan_rules_is_english_resolution (const char *key)
{
  return g_ascii_strncasecmp (key, "resolution", 10) == 0;
}

static gboolean
is_english (const BayanScan *scan, guint32 token)
{
  return bayan_scan_goes_on (scan, token) && (scan->tokens[token].flags & BAYAN_WORD_LATIN) != 0;
}

/* @words: of those that bayan_rules_add_english_beginnings() adds; most words are none of them. */
static gboolean
is_one_of (const BayanScan *scan, guint32 token, const char *const *words)
{
  return is_english (scan, token) && (scan->tokens[token].begins & BAYAN_BEGINS_ENGLISH) != 0
         && bayan_scan_key_in (scan, token, words);
}

/* A capitalised word that no table knows. */
static gboolean
is_name_word (const BayanScan *scan, guint32 token)
{
  return is_english (scan, token) && (scan->tokens[token].flags & BAYAN_WORD_UPPER_FIRST) != 0
         && !is_one_of (scan, token, months) && !is_one_of (scan, token, weekdays)
         && !is_one_of (scan, token, office_heads) && !is_one_of (scan, token, office_before)
         && bayan_scan_longest (scan, token, ~BAYAN_TYPE (PERS), 0) == NULL
         && strlen (scan->tokens[token].key) > 1;
}

/* the Republic of Kazakhstan, the Islamic Republic of Iran */
static void
match_realm (BayanScan *scan, guint32 token)
{
  guint32 at = token, end;
  const BayanCandidate *state;
  guint32 entry, node;

  while (is_english (scan, at) && !is_one_of (scan, at, realms) && at - token < 2
         && (scan->tokens[at].flags & BAYAN_WORD_UPPER_FIRST) != 0)
    at++;
  if (!is_one_of (scan, at, realms) || !bayan_scan_key_is (scan, at + 1, "of"))
    return;
  at += bayan_scan_key_is (scan, at + 2, "the") ? 3 : 2;
  state = bayan_scan_goes_on (scan, at) ? bayan_scan_longest (scan, at, BAYAN_TYPE (GPE), 0) : NULL;
  if (state == NULL || state->entry == 0)
    return;

  end = state->last;
  entry = state->entry;
  node = state->node;
  state = bayan_scan_add (scan, BAYAN_MENTION_GPE, token, end, NULL, "gazetteer/countries.tsv");
  bayan_scan_get (scan, scan->first[token])->entry = entry;
  bayan_scan_get (scan, scan->first[token])->node = node;
}

static guint
month_at (const BayanScan *scan, guint32 token)
{
  for (guint m = 0; is_one_of (scan, token, months) && months[m] != NULL; m++)
    if (bayan_scan_key_is (scan, token, months[m]))
      return m + 1;

  return 0;
}

static void
add_date (BayanScan *scan, guint32 first, guint32 last, const BayanDateParts *parts, const char *rule)
{
  g_autofree char *value = bayan_date_parts_to_value (parts);
  BayanCandidate *candidate = bayan_scan_add (scan, BAYAN_MENTION_DATE, first, last, NULL, rule);

  if (value != NULL)
    candidate->value = g_string_chunk_insert (scan->strings, value);
}

/* 17-18 January 2024, January 18, 2024, June 2021 */
static guint32
match_month (BayanScan *scan, guint32 token)
{
  guint32 at = token;
  BayanDateParts parts = { 0 };
  guint day = bayan_date_number (scan, at, 1, 31), year;

  if (day > 0)
    {
      at++;
      if (bayan_scan_goes_on (scan, at) && (scan->tokens[at].flags & BAYAN_WORD_DASH) != 0
          && bayan_date_number (scan, at + 1, 1, 31) > 0)
        {
          parts.second_day = (guint8) bayan_date_number (scan, at + 1, 1, 31);
          at += 2;
        }
    }
  if (!bayan_scan_goes_on (scan, at) || month_at (scan, at) == 0)
    return token;
  parts.date.month = (gint8) month_at (scan, at++);
  if (day == 0 && bayan_scan_goes_on (scan, at) && (day = bayan_date_number (scan, at, 1, 31)) > 0)
    at += bayan_scan_key_is (scan, at + 1, ",") && bayan_date_number (scan, at + 2, 1900, 2199) > 0 ? 2 : 1;
  parts.date.day = (gint8) day;
  year = bayan_scan_goes_on (scan, at) ? bayan_date_number (scan, at, 1900, 2199) : 0;
  if (year == 0 && day == 0)
    return token;
  parts.date.year = (gint16) year;
  at += year > 0 ? 1 : 0;
  add_date (scan, token, at, &parts, "date/english");

  return at;
}

/* in 2011, on Monday, today */
static guint32
match_year_or_day (BayanScan *scan, guint32 token)
{
  BayanDateParts parts = { 0 };
  guint year = bayan_date_number (scan, token, 1900, 2199);

  if (year > 0 && token > 0 && bayan_scan_key_in (scan, token - 1, year_prepositions)
      && (scan->tokens[token - 1].flags & BAYAN_WORD_LATIN) != 0)
    {
      parts.date.year = (gint16) year;
      add_date (scan, token, token + 1, &parts, "date/english");
      return token + 1;
    }
  if (!is_english (scan, token))
    return token;
  if (is_one_of (scan, token, weekdays) || is_one_of (scan, token, days))
    {
      add_date (scan, token, token + 1, &parts, "date/english");
      return token + 1;
    }

  return token;
}

/* The place of the word at @token in @words, their number if it is none of them. */
static guint
index_of (const BayanScan *scan, guint32 token, const char *const *words)
{
  guint i = 0;

  while (words[i] != NULL && !bayan_scan_key_is (scan, token, words[i]))
    i++;
  return i;
}

/* What @number, in thousands to the power of @thousands, comes to; @code: NULL for a currency that is not certain */
static const char *
money_value (BayanScan *scan, BayanNumber number, guint thousands, const char *code)
{
  g_autofree char *amount = NULL, *value = NULL;

  for (guint i = 0; i < 3 * thousands && number.mantissa <= G_MAXINT64 / 10; i++)
    if (number.decimals > 0)
      number.decimals--;
    else
      number.mantissa *= 10;
  amount = bayan_number_to_string (&number);
  value = code != NULL ? g_strdup_printf ("%s %s", amount, code) : g_strdup (amount);
  return g_string_chunk_insert (scan->strings, value);
}

/* The ISO 4217 code of the currency at @unit, behind the adjective that begins at @adjective or none; NULL if that is not
 * certain. */
static const char *
english_currency (const BayanScan *scan, guint32 adjective, guint32 unit)
{
  const BayanCandidate *nation = unit > adjective ? bayan_scan_longest (scan, adjective, BAYAN_TYPE (NORP), 0)
                                                  : NULL;
  const BayanEntity *entity = nation != NULL && nation->entry != 0
                                  ? bayan_lexicon_get_entry (scan->lexicon, nation->entry)->entity
                                  : NULL;

  if (unit == adjective)
    return bayan_currencies_get_code (scan->currencies, scan->tokens[unit].key);
  if (entity == NULL || entity->iso3 == NULL)
    return NULL;
  return bayan_currencies_get_code_of (scan->currencies, scan->tokens[unit].key, entity->iso3);
}

/* $600 million, 60 million Omani rials */
static guint32
match_money (BayanScan *scan, guint32 token)
{
  guint32 at = token, unit, adjective;
  guint sign = index_of (scan, at, money_signs), thousands = 0;
  gboolean has_sign = sign < G_N_ELEMENTS (sign_codes);
  BayanNumber number;

  at += has_sign ? 1 : 0;
  if (at >= scan->n_tokens || (scan->tokens[at].flags & BAYAN_WORD_NUMBER) == 0
      || !bayan_scan_parse_number (scan, at, &number))
    return token;
  unit = at + 1;
  if (is_english (scan, unit) && bayan_scan_key_in (scan, unit, scales))
    thousands = index_of (scan, unit++, scales) + 1;
  if (has_sign)
    {
      if (unit == at + 1)
        return token;
      bayan_scan_add (scan, BAYAN_MENTION_MONEY, token, unit, NULL, "money/english")->value =
          money_value (scan, number, thousands, sign_codes[sign]);
      return unit;
    }
  adjective = unit;
  unit = MAX (unit, bayan_phrase_nationality (scan, unit));
  if (!is_english (scan, unit) || !bayan_currencies_know (scan->currencies, scan->tokens[unit].key))
    return token;
  bayan_scan_add (scan, BAYAN_MENTION_MONEY, token, unit + 1, NULL, "money/english")->value =
      money_value (scan, number, thousands, english_currency (scan, adjective, unit));
  return unit + 1;
}

static guint32
parse_person (const BayanScan *scan, guint32 token)
{
  guint32 at = token;
  guint n = 0;

  while (n < 4)
    {
      guint32 next = at;

      if (n > 0 && is_english (scan, next) && bayan_scan_key_in (scan, next, name_particles))
        next += bayan_scan_goes_on (scan, next + 1) && (scan->tokens[next + 1].flags & BAYAN_WORD_DASH) != 0
                    ? 2
                    : 1;
      if (!is_name_word (scan, next) && !(next > at && is_english (scan, next)))
        break;
      at = next + 1;
      n++;
    }

  return n >= 2 ? at : token;
}

/* the Iraqi government, the Government of Iraq */
static void
match_state_body (BayanScan *scan, guint32 token)
{
  guint32 at = bayan_phrase_nationality (scan, token), end;

  if (at > token && is_one_of (scan, at, state_bodies))
    {
      at += bayan_scan_key_is (scan, at, "Armed") ? 2 : 1;
      bayan_scan_add (scan, BAYAN_MENTION_ORG, token, MIN (at, scan->n_tokens), NULL, "organisation/english");
    }
  if (!is_one_of (scan, token, state_bodies) || !bayan_scan_key_is (scan, token + 1, "of"))
    return;
  at = bayan_scan_key_is (scan, token + 2, "the") ? token + 3 : token + 2;
  end = bayan_phrase_name (scan, at, BAYAN_TYPE (GPE), 0);
  if (end > at)
    bayan_scan_add (scan, BAYAN_MENTION_ORG, token, end, NULL, "organisation/english");
}

/* Minister of Foreign Affairs of Oman, U.S. Special Envoy for the Coalition, Kazakh minister */
static guint32
match_office (BayanScan *scan, guint32 token)
{
  guint32 at = token, end = bayan_phrase_nationality (scan, at);
  gboolean complete = end > at;

  if (!is_english (scan, token))
    return token;
  at = end;
  while (is_one_of (scan, at, office_before))
    at++;
  if (!is_one_of (scan, at, office_heads))
    return token;
  while (is_one_of (scan, at, office_heads))
    at++;
  complete |= at > token + 1;
  while (is_english (scan, at) && (bayan_scan_key_is (scan, at, "of") || bayan_scan_key_is (scan, at, "for")))
    {
      guint32 noun = bayan_scan_key_is (scan, at + 1, "the") ? at + 2 : at + 1;

      end = bayan_phrase_name (scan, noun, BAYAN_TYPE (GPE) | BAYAN_TYPE (ORG) | BAYAN_TYPE (LOC), 0);
      while (end == noun && is_one_of (scan, noun, portfolios))
        end = ++noun;
      if (end <= at + 1 || (end == at + 2 && bayan_scan_key_is (scan, at + 1, "the")))
        break;
      complete = TRUE;
      at = end;
    }
  if (!complete)
    return token;

  bayan_scan_add (scan, BAYAN_MENTION_OCC, token, at, NULL, "office/english");
  end = parse_person (scan, at);
  if (end > at)
    bayan_scan_add (scan, BAYAN_MENTION_PERS, at, end, NULL, "person/english");

  return at;
}

/* Haitham bin Salim al-Rawahi, Minister of …: a name before its office */
static void
match_person (BayanScan *scan, guint32 token)
{
  guint32 end = is_name_word (scan, token) ? parse_person (scan, token) : token;

  if (end > token && bayan_scan_key_is (scan, end, ",") && is_english (scan, end + 1)
      && (bayan_scan_key_in (scan, end + 1, office_heads) || bayan_scan_key_in (scan, end + 1, office_before)
          || bayan_scan_key_is (scan, end + 1, "the")))
    bayan_scan_add (scan, BAYAN_MENTION_PERS, token, end, NULL, "person/english");
}

/* Security Council resolution 2254, resolutions 242 and 338: the Council's numbers tell the year. */
static void
match_resolution (BayanScan *scan, guint32 token)
{
  guint32 at = bayan_phrase_name (scan, token, BAYAN_TYPE (ORG), 0);
  const BayanCandidate *body = at > token ? bayan_scan_longest (scan, token, BAYAN_TYPE (ORG), 0) : NULL;
  const gboolean council = body == NULL || g_strcmp0 (body->key, "org:unsc") == 0;
  g_autoptr (GString) values = NULL;
  guint number;

  if (!is_english (scan, at) || !bayan_rules_is_english_resolution (scan->tokens[at].key))
    return;
  values = g_string_new (NULL);
  for (; (number = bayan_date_number (scan, at + 1, 1, 9999)) > 0; at += 2)
    {
      bayan_resolutions_append (scan->resolutions, values, number, 0);
      if (!bayan_scan_key_is (scan, at + 2, "and") || bayan_date_number (scan, at + 3, 1, 9999) == 0)
        {
          BayanCandidate *law = bayan_scan_add (scan, BAYAN_MENTION_LAW, token, at + 2, NULL, "law/english");

          if (council)
            law->value = g_string_chunk_insert (scan->strings, values->str);
          return;
        }
    }
}

/* Agreement on the Avoidance of Double Taxation: capitalised words and what joins them, to the last capitalised one */
static void
match_instrument (BayanScan *scan, guint32 token)
{
  static const char *const joints[] = {
    "on", "of", "for", "the", "against", "and", "to", "in", "with", NULL
  };
  guint32 at = token + 1, end = token + 1;

  if (!is_one_of (scan, token, instruments) || !is_english (scan, at)
      || !(bayan_scan_key_is (scan, at, "on") || bayan_scan_key_is (scan, at, "for")
           || bayan_scan_key_is (scan, at, "against")))
    return;
  for (; is_english (scan, at) && at - token < 16; at++)
    if ((scan->tokens[at].flags & BAYAN_WORD_UPPER_FIRST) != 0)
      end = at + 1;
    else if (!bayan_scan_key_in (scan, at, joints))
      break;
  if (end > token + 2)
    bayan_scan_add (scan, BAYAN_MENTION_LAW, token, end, NULL, "law/english");
}

/* Every rule asks for an English word: right before a number, or at so many words behind the first one at most. */
#define ENGLISH_AHEAD (BAYAN_CANDIDATE_TOKENS_MAX + 8)

/* FALSE of most words: no rule takes them for the first of anything. */
static gboolean
may_begin (const BayanScan *scan, guint32 token)
{
  const BayanToken *word = &scan->tokens[token];

  if ((word->flags & BAYAN_WORD_ARABIC) != 0)
    return FALSE;

  return (word->flags & (BAYAN_WORD_NUMBER | BAYAN_WORD_QUOTE | BAYAN_WORD_UPPER_FIRST)) != 0
         || (word->begins & BAYAN_BEGINS_ENGLISH) != 0 || scan->first[token] >= 0;
}

/* The first English word from @token on; n_tokens if there is none. */
static guint32
find_latin (const BayanScan *scan, guint32 token)
{
  while (token < scan->n_tokens && (scan->tokens[token].flags & BAYAN_WORD_LATIN) == 0)
    token++;
  return token;
}

void
bayan_rules_find_english (BayanScan *scan)
{
  guint32 latin = find_latin (scan, 0);

  if (latin == scan->n_tokens)
    return;
  for (guint32 i = scan->n_tokens; i-- > latin;)
    if ((scan->tokens[i].flags & BAYAN_WORD_LATIN) != 0)
      match_realm (scan, i);

  for (guint32 i = 0; i < scan->n_tokens; i++)
    {
      if (latin < i)
        latin = find_latin (scan, i);
      if (!may_begin (scan, i)
          || (latin - i > ENGLISH_AHEAD && (i == 0 || (scan->tokens[i - 1].flags & BAYAN_WORD_LATIN) == 0)))
        continue;
      match_resolution (scan, i);
      match_instrument (scan, i);
      match_state_body (scan, i);
      match_person (scan, i);
      if (match_month (scan, i) == i && match_money (scan, i) == i && match_year_or_day (scan, i) == i)
        match_office (scan, i);
    }
}
