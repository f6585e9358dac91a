/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-number-words.h"

#include "bayan-phrase-table.h"

#define KIND_BITS 4
#define N(kind, value) (BAYAN_NUMERAL_##kind | (value) << KIND_BITS)

/* MATCH keys, every gender and case. From MULTIPLIER to ALEF the value is the power of ten. */
static const BayanPhrase NUMERALS[] = {
  { "واحد", N (UNIT, 1) },
  { "واحدة", N (UNIT, 1) },
  { "واحدا", N (UNIT, 1) },
  { "اثنان", N (UNIT, 2) },
  { "اثنين", N (UNIT, 2) },
  { "اثنتان", N (UNIT, 2) },
  { "اثنتين", N (UNIT, 2) },
  { "اثنا", N (UNIT, 2) },
  { "اثني", N (UNIT, 2) },
  { "اثنتا", N (UNIT, 2) },
  { "اثنتي", N (UNIT, 2) },
  { "ثلاث", N (UNIT, 3) },
  { "ثلاثة", N (UNIT, 3) },
  { "ثلاثا", N (UNIT, 3) },
  { "اربع", N (UNIT, 4) },
  { "اربعة", N (UNIT, 4) },
  { "اربعا", N (UNIT, 4) },
  { "خمس", N (UNIT, 5) },
  { "خمسة", N (UNIT, 5) },
  { "خمسا", N (UNIT, 5) },
  { "ست", N (UNIT, 6) },
  { "ستة", N (UNIT, 6) },
  { "ستا", N (UNIT, 6) },
  { "سبع", N (UNIT, 7) },
  { "سبعة", N (UNIT, 7) },
  { "سبعا", N (UNIT, 7) },
  { "ثمان", N (UNIT, 8) },
  { "ثماني", N (UNIT, 8) },
  { "ثمانية", N (UNIT, 8) },
  { "ثمانيا", N (UNIT, 8) },
  { "تسع", N (UNIT, 9) },
  { "تسعة", N (UNIT, 9) },
  { "تسعا", N (UNIT, 9) },
  { "احد", N (ELEVEN, 1) },
  { "احدى", N (ELEVEN, 1) },
  { "عشر", N (TEN, 10) },
  { "عشرة", N (TEN, 10) },
  { "عشرا", N (TEN, 10) },
  { "عشرون", N (TENS, 20) },
  { "عشرين", N (TENS, 20) },
  { "ثلاثون", N (TENS, 30) },
  { "ثلاثين", N (TENS, 30) },
  { "اربعون", N (TENS, 40) },
  { "اربعين", N (TENS, 40) },
  { "خمسون", N (TENS, 50) },
  { "خمسين", N (TENS, 50) },
  { "ستون", N (TENS, 60) },
  { "ستين", N (TENS, 60) },
  { "سبعون", N (TENS, 70) },
  { "سبعين", N (TENS, 70) },
  { "ثمانون", N (TENS, 80) },
  { "ثمانين", N (TENS, 80) },
  { "تسعون", N (TENS, 90) },
  { "تسعين", N (TENS, 90) },
  { "مئة", N (HUNDREDS, 100) },
  { "مائة", N (HUNDREDS, 100) },
  { "مية", N (HUNDREDS, 100) },
  { "مئتان", N (HUNDREDS, 200) },
  { "مئتين", N (HUNDREDS, 200) },
  { "مئتا", N (HUNDREDS, 200) },
  { "مئتي", N (HUNDREDS, 200) },
  { "مائتان", N (HUNDREDS, 200) },
  { "مائتين", N (HUNDREDS, 200) },
  { "مائتا", N (HUNDREDS, 200) },
  { "مائتي", N (HUNDREDS, 200) },
  { "ثلاثمئة", N (HUNDREDS, 300) },
  { "ثلاثمائة", N (HUNDREDS, 300) },
  { "اربعمئة", N (HUNDREDS, 400) },
  { "اربعمائة", N (HUNDREDS, 400) },
  { "خمسمئة", N (HUNDREDS, 500) },
  { "خمسمائة", N (HUNDREDS, 500) },
  { "ستمئة", N (HUNDREDS, 600) },
  { "ستمائة", N (HUNDREDS, 600) },
  { "سبعمئة", N (HUNDREDS, 700) },
  { "سبعمائة", N (HUNDREDS, 700) },
  { "ثمانمئة", N (HUNDREDS, 800) },
  { "ثمانمائة", N (HUNDREDS, 800) },
  { "ثمانيمئة", N (HUNDREDS, 800) },
  { "ثمانيمائة", N (HUNDREDS, 800) },
  { "تسعمئة", N (HUNDREDS, 900) },
  { "تسعمائة", N (HUNDREDS, 900) },
  { "الف", N (MULTIPLIER, 3) },
  { "الفان", N (DUAL, 3) },
  { "الفين", N (DUAL, 3) },
  { "الفي", N (DUAL, 3) },
  { "الفا", N (ALEF, 3) },
  { "الاف", N (PLURAL, 3) },
  { "مليون", N (MULTIPLIER, 6) },
  { "مليونان", N (DUAL, 6) },
  { "مليونين", N (DUAL, 6) },
  { "مليوني", N (DUAL, 6) },
  { "مليونا", N (ALEF, 6) },
  { "ملايين", N (PLURAL, 6) },
  { "مليار", N (MULTIPLIER, 9) },
  { "ملياران", N (DUAL, 9) },
  { "مليارين", N (DUAL, 9) },
  { "ملياري", N (DUAL, 9) },
  { "مليارا", N (ALEF, 9) },
  { "مليارات", N (PLURAL, 9) },
  { "بليون", N (MULTIPLIER, 9) },
  { "بليونان", N (DUAL, 9) },
  { "بليونين", N (DUAL, 9) },
  { "بليوني", N (DUAL, 9) },
  { "بليونا", N (ALEF, 9) },
  { "بلايين", N (PLURAL, 9) },
  { "تريليون", N (MULTIPLIER, 12) },
  { "تريليونان", N (DUAL, 12) },
  { "تريليونين", N (DUAL, 12) },
  { "تريليوني", N (DUAL, 12) },
  { "تريليونا", N (ALEF, 12) },
  { "ترليون", N (MULTIPLIER, 12) },
  { "ترليونان", N (DUAL, 12) },
  { "ترليونين", N (DUAL, 12) },
  { "ترليوني", N (DUAL, 12) },
  { "ترليونا", N (ALEF, 12) },
  { "تريليونات", N (PLURAL, 12) },
  { "ترليونات", N (PLURAL, 12) },
  { "نصف", N (FRACTION, 50) },
  { "ربع", N (FRACTION, 25) },
};

/* What days of the month are counted with, 1–31. */
static const BayanPhrase ORDINALS[] = {
  { "الاول", 1 },
  { "الاولى", 1 },
  { "الثاني", 2 },
  { "الثانية", 2 },
  { "الثالث", 3 },
  { "الثالثة", 3 },
  { "الرابع", 4 },
  { "الرابعة", 4 },
  { "الخامس", 5 },
  { "الخامسة", 5 },
  { "السادس", 6 },
  { "السادسة", 6 },
  { "السابع", 7 },
  { "السابعة", 7 },
  { "الثامن", 8 },
  { "الثامنة", 8 },
  { "التاسع", 9 },
  { "التاسعة", 9 },
  { "العاشر", 10 },
  { "العاشرة", 10 },
  { "الحادي عشر", 11 },
  { "الحادي والعشرون", 21 },
  { "الحادي والعشرين", 21 },
  { "الحادي والثلاثون", 31 },
  { "الحادي والثلاثين", 31 },
  { "الحادية عشرة", 11 },
  { "الحادية والعشرون", 21 },
  { "الحادية والعشرين", 21 },
  { "الحادية والثلاثون", 31 },
  { "الحادية والثلاثين", 31 },
  { "الثاني عشر", 12 },
  { "الثاني والعشرون", 22 },
  { "الثاني والعشرين", 22 },
  { "الثانية عشرة", 12 },
  { "الثانية والعشرون", 22 },
  { "الثانية والعشرين", 22 },
  { "الثالث عشر", 13 },
  { "الثالث والعشرون", 23 },
  { "الثالث والعشرين", 23 },
  { "الثالثة عشرة", 13 },
  { "الثالثة والعشرون", 23 },
  { "الثالثة والعشرين", 23 },
  { "الرابع عشر", 14 },
  { "الرابع والعشرون", 24 },
  { "الرابع والعشرين", 24 },
  { "الرابعة عشرة", 14 },
  { "الرابعة والعشرون", 24 },
  { "الرابعة والعشرين", 24 },
  { "الخامس عشر", 15 },
  { "الخامس والعشرون", 25 },
  { "الخامس والعشرين", 25 },
  { "الخامسة عشرة", 15 },
  { "الخامسة والعشرون", 25 },
  { "الخامسة والعشرين", 25 },
  { "السادس عشر", 16 },
  { "السادس والعشرون", 26 },
  { "السادس والعشرين", 26 },
  { "السادسة عشرة", 16 },
  { "السادسة والعشرون", 26 },
  { "السادسة والعشرين", 26 },
  { "السابع عشر", 17 },
  { "السابع والعشرون", 27 },
  { "السابع والعشرين", 27 },
  { "السابعة عشرة", 17 },
  { "السابعة والعشرون", 27 },
  { "السابعة والعشرين", 27 },
  { "الثامن عشر", 18 },
  { "الثامن والعشرون", 28 },
  { "الثامن والعشرين", 28 },
  { "الثامنة عشرة", 18 },
  { "الثامنة والعشرون", 28 },
  { "الثامنة والعشرين", 28 },
  { "التاسع عشر", 19 },
  { "التاسع والعشرون", 29 },
  { "التاسع والعشرين", 29 },
  { "التاسعة عشرة", 19 },
  { "التاسعة والعشرون", 29 },
  { "التاسعة والعشرين", 29 },
  { "العشرون", 20 },
  { "العشرين", 20 },
  { "الثلاثون", 30 },
  { "الثلاثين", 30 },
};

static gint64
power_of_ten (guint exponent)
{
  gint64 power = 1;

  while (exponent-- > 0)
    power *= 10;
  return power;
}

/**
 * bayan_numeral_at:
 * @index: a word
 * @skip_bytes: bytes of its key to leave out: its proclitics
 * @numeral: (out): what it is
 *
 * Returns: FALSE if it is no numeral
 */
gboolean
bayan_numeral_at (const BayanWords *words, guint index, guint skip_bytes, BayanNumeral *numeral)
{
  static BayanPhraseTable table;
  guint32 value;

  bayan_phrase_table_fill (&table, NUMERALS, G_N_ELEMENTS (NUMERALS));
  if (bayan_phrase_table_match (&table, words, index, skip_bytes, &value) == 0)
    return FALSE;
  numeral->kind = value & ((1 << KIND_BITS) - 1);
  numeral->value = value >> KIND_BITS;
  if (numeral->kind >= BAYAN_NUMERAL_MULTIPLIER && numeral->kind <= BAYAN_NUMERAL_ALEF)
    numeral->value = power_of_ten ((guint) numeral->value);
  return TRUE;
}

static const BayanPhraseTable *
get_ordinals (void)
{
  static BayanPhraseTable table;

  bayan_phrase_table_fill (&table, ORDINALS, G_N_ELEMENTS (ORDINALS));
  return &table;
}

/**
 * bayan_ordinal_begins_with:
 * @key: the MATCH key of a word, without its proclitics
 *
 * Returns: TRUE if it is the first word of an ordinal
 */
gboolean
bayan_ordinal_begins_with (const char *key, gsize length_bytes)
{
  return bayan_phrase_table_begins_with (get_ordinals (), key, length_bytes);
}

/**
 * bayan_ordinal_at:
 * @index: a word
 * @skip_bytes: bytes of its key to leave out: its proclitics
 * @value: (out): 1–31
 *
 * Returns: how many words the ordinal takes; 0 if there is none
 */
guint
bayan_ordinal_at (const BayanWords *words, guint index, guint skip_bytes, guint *value)
{
  guint32 found;
  guint n;

  n = bayan_phrase_table_match (get_ordinals (), words, index, skip_bytes, &found);
  if (n > 0)
    *value = found;
  return n;
}
