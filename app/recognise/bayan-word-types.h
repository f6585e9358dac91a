/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the recogniser knows of a word by its key alone, whatever stands beside it: its readings, the parts that it
 * is glued of, and what may begin with it. Nearly every word of a statement has stood in another one, so all this
 * is kept for the words seen last, a fixed number of them. Private to this room; one thread at a time.
 *
 * A word has readings: itself, and what is left when proclitics come off, as far as the lexicon knows it.
 */
#pragma once

#include "bayan-clitics.h"
#include "bayan-glued-words.h"
#include "bayan-lexicon.h"
#include "bayan-word-shapes.h"
#include "bayan-words.h"

G_BEGIN_DECLS

#define BAYAN_PREPOSITIONS (BAYAN_PROCLITIC_BA | BAYAN_PROCLITIC_LAM | BAYAN_PROCLITIC_KAF)
#define BAYAN_READINGS_MAX 6

typedef struct {
  guint32 word;      /* in the lexicon; 0 unknown */
  guint32 node;      /* of the lexicon's phrases that begin with it; 0 none */
  guint32 start;     /* byte of the text; 0 in a type */
  guint8 proclitics; /* BayanProclitics taken off; ف counts as و */
  guint8 span_chars; /* characters of the key before the span of a mention that begins here */
  guint32 match;     /* of @node; so it need not be looked at */
  guint32 leads_on;  /* of @node: bits of bayan_lexicon_word_bit() */
  guint64 classes;   /* bits of BayanLexClass */
} BayanReading;

typedef struct {
  guint32 kind; /* one of BAYAN_WORD_KINDS */
  guint16 key_length;
  guint8 n_readings;                       /* at least 1: the word itself comes first */
  guint8 n_parts;                          /* more than one if it is glued of several words */
  guint8 shapes;                           /* BayanWordShapes */
  guint8 part_ends[BAYAN_GLUED_PARTS_MAX]; /* in letters */
  guint32 begins;                          /* bits of BayanBeginning */
  guint64 classes;                         /* of all its readings */
  BayanReading readings[];                 /* the key is behind them */
} BayanWordType;

typedef struct _BayanWordTypes BayanWordTypes;

BayanWordTypes *bayan_word_types_new (const BayanLexicon *lexicon);
void bayan_word_types_free (BayanWordTypes *self);
const BayanWordType *bayan_word_types_get (BayanWordTypes *self, const BayanWords *words, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanWordTypes, bayan_word_types_free)

G_END_DECLS
