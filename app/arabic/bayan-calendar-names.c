/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-calendar.h"

#include <string.h>

#include "bayan-phrase-table.h"

#define LETTER_BYTES 2
#define G(month) (month)
#define H(month) ((month) | HIJRI)

enum {
  MONTH = 0xF,
  HIJRI = 1 << 4,
  AMBIGUOUS = 1 << 5,
  LIBYAN = 1 << 6,
};

/* MATCH keys. Gregorian names as CLDR 48 has them for ar, ar-IQ/JO/LB/PS/SY, ar-DZ/TN, ar-MA and ar-MR, and
 * those of Libya from 1977 to 2011; Hijri names as CLDR 48 has them; with the spellings that are met beside
 * them. */
static const BayanPhrase MONTHS[] = {
  { "يناير", G (1) },
  { "فبراير", G (2) },
  { "مارس", G (3) | AMBIGUOUS },
  { "ابريل", G (4) },
  { "مايو", G (5) },
  { "مايس", G (5) | AMBIGUOUS },
  { "ماي", G (5) | AMBIGUOUS },
  { "يونيو", G (6) },
  { "يونيه", G (6) },
  { "يوليو", G (7) },
  { "يوليه", G (7) },
  { "اغسطس", G (8) },
  { "اغسطوس", G (8) },
  { "سبتمبر", G (9) },
  { "اكتوبر", G (10) },
  { "نوفمبر", G (11) },
  { "ديسمبر", G (12) },
  { "دجنبر", G (12) },
  { "كانون الثاني", G (1) },
  { "كانون ثاني", G (1) },
  { "ك 2", G (1) | AMBIGUOUS },
  { "شباط", G (2) },
  { "اشباط", G (2) },
  { "اذار", G (3) },
  { "مارت", G (3) | AMBIGUOUS },
  { "نيسان", G (4) | AMBIGUOUS },
  { "ايار", G (5) | AMBIGUOUS },
  { "نوار", G (5) | AMBIGUOUS },
  { "حزيران", G (6) },
  { "احزيران", G (6) },
  { "تموز", G (7) | AMBIGUOUS },
  { "اب", G (8) | AMBIGUOUS },
  { "ايلول", G (9) },
  { "تشرين الاول", G (10) },
  { "ت 1", G (10) | AMBIGUOUS },
  { "تشرين اول", G (10) },
  { "تشرين الثاني", G (11) },
  { "تشرين ثاني", G (11) },
  { "ت 2", G (11) | AMBIGUOUS },
  { "كانون الاول", G (12) },
  { "كانون اول", G (12) },
  { "ك 1", G (12) | AMBIGUOUS },
  { "جانفي", G (1) },
  { "فيفري", G (2) },
  { "افريل", G (4) },
  { "جوان", G (6) | AMBIGUOUS },
  { "جويلية", G (7) },
  { "اوت", G (8) },
  { "يوليوز", G (7) },
  { "غشت", G (8) },
  { "شتنبر", G (9) },
  { "نونبر", G (11) },
  { "اغشت", G (8) },
  { "شتمبر", G (9) },
  { "دجمبر", G (12) },
  { "اي النار", G (1) | LIBYAN | AMBIGUOUS },
  { "النوار", G (2) | LIBYAN | AMBIGUOUS },
  { "الربيع", G (3) | LIBYAN | AMBIGUOUS },
  { "الطير", G (4) | LIBYAN | AMBIGUOUS },
  { "الماء", G (5) | LIBYAN | AMBIGUOUS },
  { "الصيف", G (6) | LIBYAN | AMBIGUOUS },
  { "ناصر", G (7) | LIBYAN | AMBIGUOUS },
  { "هانيبال", G (8) | LIBYAN | AMBIGUOUS },
  { "الفاتح", G (9) | LIBYAN | AMBIGUOUS },
  { "التمور", G (10) | LIBYAN | AMBIGUOUS },
  { "الحرث", G (11) | LIBYAN | AMBIGUOUS },
  { "الكانون", G (12) | LIBYAN | AMBIGUOUS },
  { "محرم", H (1) | AMBIGUOUS },
  { "المحرم", H (1) | AMBIGUOUS },
  { "محرم الحرام", H (1) },
  { "صفر", H (2) | AMBIGUOUS },
  { "صفر الخير", H (2) },
  { "ربيع الاول", H (3) },
  { "ربيع اول", H (3) },
  { "ربيع الاخر", H (4) },
  { "ربيع الثاني", H (4) },
  { "ربيع ثاني", H (4) },
  { "جمادى الاولى", H (5) },
  { "جمادى الاول", H (5) },
  { "جمادى الاخرة", H (6) },
  { "جمادى الثانية", H (6) },
  { "جمادى الثاني", H (6) },
  { "جمادى الاخر", H (6) },
  { "رجب", H (7) | AMBIGUOUS },
  { "رجب الفرد", H (7) },
  { "رجب المرجب", H (7) },
  { "شعبان", H (8) | AMBIGUOUS },
  { "شعبان المعظم", H (8) },
  { "رمضان", H (9) | AMBIGUOUS },
  { "رمضان المبارك", H (9) },
  { "شوال", H (10) | AMBIGUOUS },
  { "ذو القعدة", H (11) },
  { "ذي القعدة", H (11) },
  { "ذوالقعدة", H (11) },
  { "ذا القعدة", H (11) },
  { "ذو الحجة", H (12) },
  { "ذي الحجة", H (12) },
  { "ذوالحجة", H (12) },
  { "ذا الحجة", H (12) },
  { "اوكتوبر", G (10) },
  { "فيبراير", G (2) },
  { "نوفنبر", G (11) },
  { "جماد الاول", H (5) },
  { "جماد الاولى", H (5) },
  { "جماد الثاني", H (6) },
  { "جماد الاخر", H (6) },
  { "ذيالقعدة", H (11) },
};

/* ISO 8601: Monday is 1. */
static const BayanPhrase WEEKDAYS[] = {
  { "الاثنين", 1 }, { "الثلاثاء", 2 }, { "الثلثاء", 2 }, { "الثلاثا", 2 }, { "الاربعاء", 3 },
  { "الاربعا", 3 }, { "الخميس", 4 },   { "الجمعة", 5 },  { "السبت", 6 },   { "الاحد", 7 },
};

static gboolean
is_proclitic (const char *key)
{
  return bayan_key_begins_with (key, "و") || bayan_key_begins_with (key, "ف")
         || bayan_key_begins_with (key, "ب") || bayan_key_begins_with (key, "ل")
         || bayan_key_begins_with (key, "ك");
}

/* Matches at a word as it stands, then without its proclitics: (و|ف)? (ب|ل|ك)?. */
static guint
match_with_prefixes (const BayanPhraseTable *table, const BayanWords *words, guint index, guint32 *value,
                     guint *prefix_chars)
{
  const char *key = bayan_words_get_key (words, index);
  guint skip_bytes = 0, n;

  *prefix_chars = 0;
  n = bayan_phrase_table_match (table, words, index, 0, value);
  if (n == 0 && (bayan_key_begins_with (key, "و") || bayan_key_begins_with (key, "ف")))
    {
      skip_bytes = LETTER_BYTES;
      n = bayan_phrase_table_match (table, words, index, skip_bytes, value);
    }
  key += skip_bytes;
  if (n == 0
      && (bayan_key_begins_with (key, "ب") || bayan_key_begins_with (key, "ل")
          || bayan_key_begins_with (key, "ك")))
    {
      skip_bytes += LETTER_BYTES;
      n = bayan_phrase_table_match (table, words, index, skip_bytes, value);
    }
  *prefix_chars = skip_bytes / LETTER_BYTES;
  return n;
}

static const BayanPhraseTable *
get_months (void)
{
  static BayanPhraseTable table;

  bayan_phrase_table_fill (&table, MONTHS, G_N_ELEMENTS (MONTHS));
  return &table;
}

static const BayanPhraseTable *
get_weekdays (void)
{
  static BayanPhraseTable table;

  bayan_phrase_table_fill (&table, WEEKDAYS, G_N_ELEMENTS (WEEKDAYS));
  return &table;
}

/**
 * bayan_calendar_may_begin:
 * @index: a word
 *
 * Returns: TRUE if the name of a month or of a day of the week may begin there, as far as the word itself tells,
 *   whatever stands behind it; nearly every word begins none
 */
gboolean
bayan_calendar_may_begin (const BayanWords *words, guint index)
{
  const BayanWord *word = &words->words[index];
  const char *key = bayan_words_get_key (words, index);

  if ((word->flags & BAYAN_WORD_ARABIC) == 0)
    return FALSE;
  for (guint skip = 0; skip < word->key_length; skip += LETTER_BYTES)
    {
      if (bayan_phrase_table_begins_with (get_months (), key + skip, word->key_length - skip)
          || bayan_phrase_table_begins_with (get_weekdays (), key + skip, word->key_length - skip))
        return TRUE;
      if (skip > LETTER_BYTES || !is_proclitic (key + skip))
        break;
    }
  return FALSE;
}

/**
 * bayan_calendar_match_month:
 * @index: a word
 * @name: (out): the name of a month that begins there
 *
 * Returns: FALSE if none does
 */
gboolean
bayan_calendar_match_month (const BayanWords *words, guint index, BayanMonthName *name)
{
  guint32 value;
  guint n_words, prefix_chars;

  if ((words->words[index].flags & BAYAN_WORD_ARABIC) == 0)
    return FALSE;
  n_words = match_with_prefixes (get_months (), words, index, &value, &prefix_chars);
  if (n_words == 0)
    return FALSE;
  *name = (BayanMonthName) { .calendar = value & HIJRI ? BAYAN_CALENDAR_HIJRI : BAYAN_CALENDAR_GREGORIAN,
                             .month = value & MONTH,
                             .n_words = (guint8) n_words,
                             .prefix_chars = (guint8) prefix_chars,
                             .needs_number = (value & AMBIGUOUS) != 0,
                             .libyan = (value & LIBYAN) != 0 };
  return TRUE;
}

/**
 * bayan_calendar_match_weekday:
 * @index: a word
 * @n_words: (out): how many words the name takes
 * @prefix_chars: (out): characters of the word's key that are proclitics
 *
 * Returns: the day of the week named there, 1 (Monday) to 7 (Sunday); 0 if none is
 */
guint
bayan_calendar_match_weekday (const BayanWords *words, guint index, guint *n_words, guint *prefix_chars)
{
  guint32 value;

  if ((words->words[index].flags & BAYAN_WORD_ARABIC) == 0)
    return 0;
  *n_words = match_with_prefixes (get_weekdays (), words, index, &value, prefix_chars);
  return *n_words > 0 ? value : 0;
}
