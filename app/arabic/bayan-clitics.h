/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking a word apart: (أ)? (و|ف)? (س|ل|ب|ك)? (ال|ل)? STEM SUFFIX?
 *
 * Nothing is stripped that is not guarded: وزير is not "and a button". All keys are MATCH keys of one word
 * (see bayan-fold.h, bayan-words.h); a character of a key is two bytes.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A word has at most this many readings, the whole word among them. */
#define BAYAN_CLITICS_MAX 12
/* Longer keys (30 letters) carry no proclitic that anyone wrote. */
#define BAYAN_STEM_BYTES 64

typedef enum {
  BAYAN_PROCLITIC_HAMZA = 1 << 0, /* أ of a question */
  BAYAN_PROCLITIC_WA = 1 << 1,
  BAYAN_PROCLITIC_FA = 1 << 2,
  BAYAN_PROCLITIC_BA = 1 << 3,
  BAYAN_PROCLITIC_LAM = 1 << 4,
  BAYAN_PROCLITIC_KAF = 1 << 5,
  BAYAN_PROCLITIC_SA = 1 << 6,    /* of the future */
} BayanProclitics;

/* One reading of a word. */
typedef struct {
  guint8 proclitics;       /* BayanProclitics */
  guint8 prefix_chars;     /* characters of the key that are proclitics */
  guint8 span_chars;       /* characters of the key that lie before the span of a mention: the same, but لل is
                              not cut: the span of للتحالف begins with it */
  guint8 stem_length;      /* bytes */
  guint8 article : 1;      /* the stem begins with ال, written or taken into لل */
  guint8 rewritten : 1;    /* the stem is not just the rest of the key */
  guint8 function_word : 1; /* of a closed class: وقد, فإن, لهذا, منها */
  char stem[BAYAN_STEM_BYTES]; /* with its ال; NUL terminated */
} BayanCliticSplit;

typedef gboolean (*BayanLexiconFunc) (const char *stem, gsize length_bytes, gpointer data);

guint bayan_clitics_split (const char *key, gsize length_bytes, BayanCliticSplit splits[BAYAN_CLITICS_MAX]);
guint bayan_clitics_find_best (const BayanCliticSplit *splits, guint n_splits, BayanLexiconFunc known,
                               gpointer data);
guint bayan_clitics_split_guarded (const char *key, gsize length_bytes, BayanLexiconFunc known, gpointer data,
                                   BayanCliticSplit splits[BAYAN_CLITICS_MAX]);
gboolean bayan_clitics_is_function_word (const char *key, gsize length_bytes);
guint8 bayan_clitics_get_lone_proclitics (const char *key, gsize length_bytes);

/* A reading of a word as a noun with a pronoun behind it. */
#define BAYAN_SUFFIXES_MAX 8

typedef struct {
  guint8 suffix_chars;     /* characters of the key that are the pronoun */
  guint8 stem_length;      /* bytes */
  char stem[BAYAN_STEM_BYTES]; /* as it stands without the pronoun: وزارتهم gives وزارة; NUL terminated */
} BayanSuffixSplit;

guint bayan_clitics_split_suffix (const char *key, gsize length_bytes,
                                  BayanSuffixSplit splits[BAYAN_SUFFIXES_MAX]);

gsize bayan_search_stem (const char *key, gsize length_bytes, char stem[BAYAN_STEM_BYTES]);

G_END_DECLS
