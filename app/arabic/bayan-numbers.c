/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-numbers.h"

#include <string.h>

#include "bayan-number-words.h"
#include "bayan-phrase-table.h"

#define LETTER_BYTES 2
#define DIGITS_MAX 18
#define TANWIN 0x64B

/* Where the parser is: a word, and how much of its key is taken already. */
typedef struct {
  const BayanWords *words;
  guint index, skip_bytes;
} Place;

/* A number being read, and the word for the magnitude it ended with (1 if there was none). */
typedef struct {
  gint64 mantissa;
  guint decimals;
  gint64 scale;
  guint8 flags;
} Amount;

static Place
behind (Place at)
{
  return (Place) { at.words, at.index + 1, 0 };
}

static const BayanWord *
word_at (Place at)
{
  return at.index < at.words->n_words ? &at.words->words[at.index] : NULL;
}

static gboolean
numeral_at (Place at, BayanNumeral *numeral)
{
  const BayanWord *word = word_at (at);

  return word != NULL && (word->flags & BAYAN_WORD_ARABIC) != 0
         && bayan_numeral_at (at.words, at.index, at.skip_bytes, numeral);
}

/* Steps over the و that joins two parts of a number, written to the second (وخمسة) or alone (و 358, و358). */
static gboolean
step_over_wa (Place at, Place *joined)
{
  const BayanWord *word = word_at (at);
  const char *key;

  if (word == NULL || (word->flags & BAYAN_WORD_ARABIC) == 0
      || (word->flags & BAYAN_WORD_PARAGRAPH_BEFORE) != 0)
    return FALSE;
  key = bayan_words_get_key (at.words, at.index);
  if (word->key_length < LETTER_BYTES || memcmp (key, "و", LETTER_BYTES) != 0)
    return FALSE;
  *joined = word->key_length == LETTER_BYTES ? behind (at) : (Place) { at.words, at.index, LETTER_BYTES };
  return TRUE;
}

/* Tens behind a unit: خمسة وعشرون. */
static gboolean
take_joined_tens (Place *at, gint64 *value)
{
  BayanNumeral tens;
  Place joined;

  if (!step_over_wa (*at, &joined) || !numeral_at (joined, &tens) || tens.kind != BAYAN_NUMERAL_TENS)
    return FALSE;
  *value += tens.value;
  *at = behind (joined);
  return TRUE;
}

/* 1–99 in words. */
static gboolean
take_below_hundred (Place *at, gint64 *value)
{
  BayanNumeral first, second;
  Place next = behind (*at);

  if (!numeral_at (*at, &first) || first.kind < BAYAN_NUMERAL_UNIT || first.kind > BAYAN_NUMERAL_TENS)
    return FALSE;
  *value = first.value;
  if (first.kind == BAYAN_NUMERAL_UNIT || first.kind == BAYAN_NUMERAL_ELEVEN)
    {
      if (numeral_at (next, &second) && second.kind == BAYAN_NUMERAL_TEN)
        {
          *value += second.value;
          next = behind (next);
        }
      else if (!take_joined_tens (&next, value) && first.kind == BAYAN_NUMERAL_ELEVEN)
        return FALSE;
    }
  *at = next;
  return TRUE;
}

/* 100–900 in words: مئتان, ثلاثمئة, ثلاث مئة. */
static gboolean
take_hundreds (Place *at, gint64 *value)
{
  BayanNumeral first, second;

  if (!numeral_at (*at, &first))
    return FALSE;
  if (first.kind == BAYAN_NUMERAL_HUNDREDS)
    {
      *value = first.value;
      *at = behind (*at);
      return TRUE;
    }
  if (first.kind != BAYAN_NUMERAL_UNIT || first.value < 3 || !numeral_at (behind (*at), &second)
      || second.kind != BAYAN_NUMERAL_HUNDREDS || second.value != 100)
    return FALSE;
  *value = first.value * 100;
  *at = behind (behind (*at));
  return TRUE;
}

/* 1–999 in words. */
static gboolean
take_small (Place *at, gint64 *value)
{
  gint64 rest;
  Place joined;

  if (!take_hundreds (at, value))
    return take_below_hundred (at, value);
  if (step_over_wa (*at, &joined) && take_below_hundred (&joined, &rest))
    {
      *value += rest;
      *at = joined;
    }
  return TRUE;
}

static gboolean
multiply (Amount *amount, gint64 factor)
{
  while (amount->decimals > 0 && factor % 10 == 0)
    {
      factor /= 10;
      amount->decimals--;
    }
  return !__builtin_mul_overflow (amount->mantissa, factor, &amount->mantissa);
}

/* The groups of a number between separators are full if each but the first has three digits. */
static gboolean
has_full_groups (const char *digits, char separator, const char *end)
{
  const char *at = strchr (digits, separator);

  if (at == NULL || at >= end || at - digits > 3)
    return FALSE;
  while (at != NULL && at < end)
    {
      const char *next = strchr (at + 1, separator);
      const char *stop = next != NULL && next < end ? next : end;
      if (stop - at - 1 != 3)
        return FALSE;
      at = next;
    }
  return TRUE;
}

static guint
count (const char *key, char c)
{
  guint n = 0;

  for (; *key != '\0'; key++)
    n += *key == c;
  return n;
}

/* Which byte of @key is the decimal separator; its end if there is none; NULL if @key is no number
 * (10.9.2014). One separator before three digits groups thousands: 1,500 and 1.500 are both written for it. ٫
 * never does, but a @multiplied number is never so large: 1.250 مليار. */
static const char *
find_decimal_point (const char *key, gboolean sure_point, gboolean multiplied)
{
  const char *end = key + strlen (key);
  const char *dot = strrchr (key, '.'), *comma = strrchr (key, ',');
  const char *last = dot != NULL && (comma == NULL || dot > comma) ? dot : comma;
  char other;

  if (last == NULL)
    return end;
  other = *last == '.' ? ',' : '.';
  if (strchr (key, other) != NULL)
    return count (key, *last) == 1 && has_full_groups (key, other, last) ? last : NULL;
  if (count (key, *last) > 1)
    return has_full_groups (key, *last, end) ? end : NULL;
  if (sure_point && *last == '.')
    return last;
  return !multiplied && key[0] != '0' && has_full_groups (key, *last, end) ? end : last;
}

static gboolean
read_digits (const char *key, const char *point, Amount *amount)
{
  guint n = 0;

  for (const char *at = key; *at != '\0'; at++)
    {
      if (!g_ascii_isdigit (*at))
        {
          if (*at != '.' && *at != ',')
            return FALSE;
          continue;
        }
      if (++n > DIGITS_MAX)
        return FALSE;
      amount->mantissa = amount->mantissa * 10 + (*at - '0');
      amount->decimals += at > point;
    }
  return n > 0;
}

static gboolean
contains (Place at, gunichar character)
{
  const BayanCleanSpan span = word_at (at)->span;

  return g_utf8_strchr (at.words->text + span.start.byte, bayan_clean_span_length_bytes (span), character)
         != NULL;
}

static gboolean
is_multiplier (const BayanNumeral *numeral)
{
  return numeral->kind == BAYAN_NUMERAL_MULTIPLIER || numeral->kind == BAYAN_NUMERAL_PLURAL
         || numeral->kind == BAYAN_NUMERAL_ALEF;
}

static gboolean
take_digits (Place *at, Amount *amount)
{
  const BayanWord *word = word_at (*at);
  const char *key, *point;
  BayanNumeral next;

  if (word == NULL || (word->flags & BAYAN_WORD_NUMBER) == 0 || at->skip_bytes > 0)
    return FALSE;
  key = bayan_words_get_key (at->words, at->index);
  point = key + strspn (key, "0123456789");
  if (*point != '\0')
    point = find_decimal_point (key, contains (*at, 0x66B),
                                numeral_at (behind (*at), &next) && is_multiplier (&next));
  if (point == NULL || !read_digits (key, point, amount))
    return FALSE;
  amount->flags |= BAYAN_NUMBER_HAS_DIGITS;
  *at = behind (*at);
  return TRUE;
}

/* One of them, or two: ألف, ألفين, ألفا (which is ألفاً where the tanwin is written). */
static gboolean
take_lone_multiplier (Place *at, Amount *amount)
{
  BayanNumeral numeral;
  gboolean dual;

  if (!numeral_at (*at, &numeral) || numeral.kind < BAYAN_NUMERAL_MULTIPLIER
      || numeral.kind == BAYAN_NUMERAL_PLURAL || numeral.kind > BAYAN_NUMERAL_ALEF)
    return FALSE;
  dual = numeral.kind == BAYAN_NUMERAL_DUAL
         || (numeral.kind == BAYAN_NUMERAL_ALEF && !contains (*at, TANWIN));
  amount->mantissa = dual ? 2 * numeral.value : numeral.value;
  amount->scale = numeral.value;
  amount->flags |= BAYAN_NUMBER_HAS_WORDS | BAYAN_NUMBER_HAS_MULTIPLIER | (dual ? BAYAN_NUMBER_IS_DUAL : 0);
  *at = behind (*at);
  return TRUE;
}

/* مليون behind نصف may be definite: نصف المليون. */
static gboolean
take_multiplier_word (Place *at, gint64 *value)
{
  Place definite = *at;
  BayanNumeral numeral;
  const BayanWord *word = word_at (*at);

  if (word != NULL && at->skip_bytes == 0
      && g_str_has_prefix (bayan_words_get_key (at->words, at->index), "ال"))
    definite.skip_bytes = 2 * LETTER_BYTES;
  if (!numeral_at (*at, &numeral) && !numeral_at (definite, &numeral))
    return FALSE;
  if (numeral.kind != BAYAN_NUMERAL_MULTIPLIER)
    return FALSE;
  *value = numeral.value;
  *at = behind (*at);
  return TRUE;
}

/* نصف مليون, ربع المليار. */
static gboolean
take_fraction (Place *at, Amount *amount)
{
  BayanNumeral fraction;
  Place next = behind (*at);
  gint64 scale;

  if (!numeral_at (*at, &fraction) || fraction.kind != BAYAN_NUMERAL_FRACTION
      || !take_multiplier_word (&next, &scale))
    return FALSE;
  amount->mantissa = scale / 100 * fraction.value;
  amount->scale = scale;
  amount->flags |= BAYAN_NUMBER_HAS_WORDS | BAYAN_NUMBER_HAS_MULTIPLIER;
  *at = next;
  return TRUE;
}

/* The magnitudes behind a number, each larger than the one before it: خمسة ملايين, 10 آلاف, ألف مليار. */
static gboolean
take_multipliers (Place *at, Amount *amount)
{
  BayanNumeral numeral;
  const BayanWord *word;

  while ((word = word_at (*at)) != NULL && (word->flags & BAYAN_WORD_PARAGRAPH_BEFORE) == 0
         && numeral_at (*at, &numeral) && is_multiplier (&numeral) && numeral.value > amount->scale)
    {
      if (!multiply (amount, numeral.value)
          || __builtin_mul_overflow (amount->scale, numeral.value, &amount->scale))
        return FALSE;
      amount->flags |= BAYAN_NUMBER_HAS_WORDS | BAYAN_NUMBER_HAS_MULTIPLIER;
      *at = behind (*at);
    }
  return TRUE;
}

/* A number up to and with its magnitude. */
static gboolean
take_group (Place *at, Amount *amount)
{
  gint64 value;

  *amount = (Amount) { .scale = 1 };
  if (take_digits (at, amount))
    return take_multipliers (at, amount);
  *amount = (Amount) { .scale = 1 };
  if (take_fraction (at, amount))
    return TRUE;
  if (take_small (at, &value))
    {
      amount->mantissa = value;
      amount->flags |= BAYAN_NUMBER_HAS_WORDS;
    }
  else if (!take_lone_multiplier (at, amount))
    return FALSE;
  return take_multipliers (at, amount);
}

/* What نصف adds to what it is half of: مليار ونصف, مليار ونصف المليار, ثلاثة ونصف مليون. */
static gboolean
take_joined_fraction (Place *at, Amount *amount)
{
  BayanNumeral fraction;
  Place joined, next;
  gint64 scale = amount->scale, named;
  Amount sum = *amount;

  if (!step_over_wa (*at, &joined) || !numeral_at (joined, &fraction)
      || fraction.kind != BAYAN_NUMERAL_FRACTION)
    return FALSE;
  next = behind (joined);
  if (take_multiplier_word (&next, &named))
    {
      if (named < scale)
        return FALSE; /* مليار ونصف مليون is a sum of two groups */
      if (named > scale && (scale > 1 || !multiply (&sum, named)))
        return FALSE;
      scale = named;
    }
  if (scale < 100 || sum.decimals > 0
      || __builtin_add_overflow (sum.mantissa, scale / 100 * fraction.value, &sum.mantissa))
    return FALSE;
  sum.scale = scale;
  sum.flags = (sum.flags | BAYAN_NUMBER_HAS_WORDS | BAYAN_NUMBER_HAS_MULTIPLIER) & ~BAYAN_NUMBER_IS_DUAL;
  *at = next;
  *amount = sum;
  return TRUE;
}

/* Each further group must be smaller than the magnitude of the one before it: 29 ألفا و358, but 19 و20. One
 * that would make the sum too large stays a number of its own. */
static void
take_joined_groups (Place *at, Amount *amount)
{
  Place joined;
  Amount group;
  gint64 sum;

  while (amount->scale > 1 && amount->decimals == 0 && step_over_wa (*at, &joined)
         && take_group (&joined, &group) && group.decimals == 0 && group.mantissa < amount->scale
         && group.scale < amount->scale && !__builtin_add_overflow (amount->mantissa, group.mantissa, &sum))
    {
      amount->mantissa = sum;
      amount->scale = group.scale;
      amount->flags = (amount->flags | group.flags) & ~BAYAN_NUMBER_IS_DUAL;
      *at = joined;
      if (take_joined_fraction (at, amount))
        return;
    }
}

static gboolean
take_number (Place at, Amount *amount, Place *end)
{
  BayanNumeral numeral;

  /* Nearly every word is none: it is looked up once, not once for each kind of number. */
  if ((word_at (at)->flags & BAYAN_WORD_NUMBER) == 0 && !numeral_at (at, &numeral))
    return FALSE;
  if (!take_group (&at, amount))
    return FALSE;
  if (!take_joined_fraction (&at, amount))
    take_joined_groups (&at, amount);
  *end = at;
  return TRUE;
}

/* The bytes of proclitics before a number: (و|ف)? (ب|ل|ك)?. لست is "I am not". */
static guint
find_prefixes (const char *key, guint prefixes[3])
{
  guint n = 0, at = 0;

  prefixes[n++] = 0;
  if (bayan_key_begins_with (key, "و") || bayan_key_begins_with (key, "ف"))
    prefixes[n++] = at = LETTER_BYTES;
  key += at;
  if ((bayan_key_begins_with (key, "ب") || bayan_key_begins_with (key, "ل")
       || bayan_key_begins_with (key, "ك"))
      && strcmp (key, "لست") != 0)
    prefixes[n++] = at + LETTER_BYTES;
  return n;
}

/**
 * bayan_numbers_may_begin:
 * @index: a word
 *
 * Returns: TRUE if bayan_numbers_parse() may find a number there, as far as the word itself tells
 */
gboolean
bayan_numbers_may_begin (const BayanWords *words, guint index)
{
  guint prefixes[3], n_prefixes;
  BayanNumeral numeral;

  if ((words->words[index].flags & BAYAN_WORD_ARABIC) == 0)
    return (words->words[index].flags & BAYAN_WORD_NUMBER) != 0;
  n_prefixes = find_prefixes (bayan_words_get_key (words, index), prefixes);
  for (guint i = 0; i < n_prefixes; i++)
    if (bayan_numeral_at (words, index, prefixes[i], &numeral))
      return TRUE;
  return FALSE;
}

/**
 * bayan_numbers_may_begin_ordinal:
 * @index: a word
 *
 * Returns: TRUE if bayan_numbers_parse_ordinal() may find an ordinal there, as far as the word itself tells
 */
gboolean
bayan_numbers_may_begin_ordinal (const BayanWords *words, guint index)
{
  const BayanWord *word = &words->words[index];
  const char *key = bayan_words_get_key (words, index);
  guint prefixes[3], n_prefixes;

  if ((word->flags & BAYAN_WORD_ARABIC) == 0)
    return FALSE;
  n_prefixes = find_prefixes (key, prefixes);
  for (guint i = 0; i < n_prefixes; i++)
    if (prefixes[i] < word->key_length
        && bayan_ordinal_begins_with (key + prefixes[i], word->key_length - prefixes[i]))
      return TRUE;
  return FALSE;
}

/**
 * bayan_numbers_parse:
 * @index: a word
 * @number: (out): the number that begins there
 *
 * Vague quantities (آلاف, عشرات, بضعة) are none, nor is a number with the article. A و behind a number
 * belongs to it only where what follows can be a part of it.
 *
 * Returns: FALSE if no number begins there, or one beyond 10^18
 */
gboolean
bayan_numbers_parse (const BayanWords *words, guint index, BayanNumber *number)
{
  guint prefixes[3];
  guint n_prefixes = 1;

  if ((words->words[index].flags & BAYAN_WORD_ARABIC) != 0)
    n_prefixes = find_prefixes (bayan_words_get_key (words, index), prefixes);
  else if ((words->words[index].flags & BAYAN_WORD_NUMBER) != 0)
    prefixes[0] = 0;
  else
    return FALSE;
  for (guint i = 0; i < n_prefixes; i++)
    {
      Amount amount;
      Place end;

      if (!take_number ((Place) { words, index, prefixes[i] }, &amount, &end))
        continue;
      *number = (BayanNumber) { .mantissa = amount.mantissa,
                                .decimals = (guint8) amount.decimals,
                                .prefix_chars = (guint8) (prefixes[i] / LETTER_BYTES),
                                .flags = amount.flags,
                                .n_words = end.index - index };
      return TRUE;
    }
  return FALSE;
}

/**
 * bayan_numbers_parse_ordinal:
 * @index: a word
 * @number: (out): 1–31, as days are counted: الأول, الخامس عشر, الحادي والثلاثين
 *
 * Returns: FALSE if no such ordinal begins there
 */
gboolean
bayan_numbers_parse_ordinal (const BayanWords *words, guint index, BayanNumber *number)
{
  guint prefixes[3];
  guint n_prefixes;

  if ((words->words[index].flags & BAYAN_WORD_ARABIC) == 0)
    return FALSE;
  n_prefixes = find_prefixes (bayan_words_get_key (words, index), prefixes);
  for (guint i = 0; i < n_prefixes; i++)
    {
      guint value;
      guint n_words = bayan_ordinal_at (words, index, prefixes[i], &value);

      if (n_words == 0)
        continue;
      *number = (BayanNumber) { .mantissa = value,
                                .prefix_chars = (guint8) (prefixes[i] / LETTER_BYTES),
                                .flags = BAYAN_NUMBER_HAS_WORDS,
                                .n_words = n_words };
      return TRUE;
    }
  return FALSE;
}

/**
 * bayan_number_to_double:
 *
 * Returns: the value, rounded to what a double holds
 */
double
bayan_number_to_double (const BayanNumber *self)
{
  double value = (double) self->mantissa;

  for (guint i = 0; i < self->decimals; i++)
    value /= 10;
  return value;
}

/**
 * bayan_number_to_string:
 *
 * Returns: (transfer full): the exact value in ASCII digits, with a point and no zeros at its end:
 *   "436000000", "2.5"
 */
char *
bayan_number_to_string (const BayanNumber *self)
{
  char string[DIGITS_MAX + 22], *end = string + sizeof string, *at = end;
  gint64 rest = self->mantissa;

  for (guint n = 0; rest > 0 || n <= self->decimals; n++, rest /= 10)
    {
      if (n > 0 && n == self->decimals)
        *--at = '.';
      *--at = (char) ('0' + rest % 10);
    }
  if (self->decimals > 0)
    {
      while (end[-1] == '0')
        end--;
      if (end[-1] == '.')
        end--;
    }
  return g_strndup (at, (gsize) (end - at));
}
