/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers at a word: digits of all three scripts with their separators, words of every gender and case, and
 * both together (29 ألفا و358, 2.5 مليار, مليار ونصف المليار, ألفين وأربعة عشر). */
#pragma once

#include "bayan-words.h"

G_BEGIN_DECLS

typedef enum {
  BAYAN_NUMBER_HAS_DIGITS = 1 << 0,
  BAYAN_NUMBER_HAS_WORDS = 1 << 1,
  BAYAN_NUMBER_IS_DUAL = 1 << 2,       /* one word with the two in it: مليوني, ألفين, مئتان */
  BAYAN_NUMBER_HAS_MULTIPLIER = 1 << 3, /* thousand or more, as a word */
} BayanNumberFlags;

/* The value is exact: mantissa / 10^decimals. */
typedef struct {
  gint64 mantissa;
  guint8 decimals;
  guint8 prefix_chars; /* characters of the first word's key that are proclitics (وخمسمائة, بمليوني) */
  guint8 flags;        /* BayanNumberFlags */
  guint n_words;       /* how many words it takes */
} BayanNumber;

gboolean bayan_numbers_may_begin (const BayanWords *words, guint index);
gboolean bayan_numbers_may_begin_ordinal (const BayanWords *words, guint index);
gboolean bayan_numbers_parse (const BayanWords *words, guint index, BayanNumber *number);
gboolean bayan_numbers_parse_ordinal (const BayanWords *words, guint index, BayanNumber *number);

double bayan_number_to_double (const BayanNumber *self);
char *bayan_number_to_string (const BayanNumber *self);

G_END_DECLS
