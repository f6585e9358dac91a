/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that numbers are made of. Private to this room. */
#pragma once

#include "bayan-words.h"

typedef enum {
  BAYAN_NUMERAL_NONE,
  BAYAN_NUMERAL_UNIT,       /* 1–9 */
  BAYAN_NUMERAL_ELEVEN,     /* أحد, إحدى: 1, but only before عشر and tens */
  BAYAN_NUMERAL_TEN,        /* 10, and what makes a teen of a unit */
  BAYAN_NUMERAL_TENS,       /* 20–90 */
  BAYAN_NUMERAL_HUNDREDS,   /* 100–900 */
  BAYAN_NUMERAL_MULTIPLIER, /* 1,000 and more, as one */
  BAYAN_NUMERAL_PLURAL,     /* آلاف: only behind a number */
  BAYAN_NUMERAL_DUAL,       /* ألفين */
  BAYAN_NUMERAL_ALEF,       /* ألفا: behind a number one, with tanwin one, else two */
  BAYAN_NUMERAL_FRACTION,   /* نصف, ربع: its value is in hundredths */
} BayanNumeralKind;

typedef struct {
  BayanNumeralKind kind;
  gint64 value;      /* of MULTIPLIER to ALEF: of one of them */
} BayanNumeral;

gboolean bayan_numeral_at (const BayanWords *words, guint index, guint skip_bytes, BayanNumeral *numeral);
gboolean bayan_ordinal_begins_with (const char *key, gsize length_bytes);
guint bayan_ordinal_at (const BayanWords *words, guint index, guint skip_bytes, guint *value);
