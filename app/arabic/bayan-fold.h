/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folding: one text, four keys, each made code point by code point with a table, in linear time.
 *
 *   CLEAN        what a person reads: presentation forms become letters, controls and tatweel go, every space
 *                is U+0020, every line end LF; a letter and its combining hamza, madda or accent become one
 *   MATCH        what tables and rules compare: CLEAN without vowel marks, أإآٱ as ا, Persian letters that
 *                only look different as the Arabic ones, digits as 0–9, ٫ as . and ٬ as ,
 *   MATCH_LOOSE  MATCH with the letters of foreign sounds as their plain neighbours (ڤ ف, پ ب, چ ج, گ ك): a
 *                second key
 *   SEARCH       MATCH_LOOSE with ى as ي, ة as ه, ؤ as و, ئ as ي, without ء at the end of a word, and Latin
 *                in small letters without accents
 *
 * Only CLEAN is ever shown: the others merge words (على and علي) that a reader must be able to tell apart.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  BAYAN_FOLD_CLEAN,
  BAYAN_FOLD_MATCH,
  BAYAN_FOLD_MATCH_LOOSE,
  BAYAN_FOLD_SEARCH,
  BAYAN_FOLD_N_KEYS
} BayanFoldKey;

/* A folded text and where its bytes came from. The offsets never fall: the way back is a binary search. */
typedef struct {
  char *text;          /* NUL terminated */
  gsize length_bytes;
  guint32 *offsets;    /* for each byte of @text where in the original the character begins that it came from;
                          one more for the end: length_bytes + 1 of them */
} BayanFolded;

char *bayan_fold (const char *utf8, gssize length_bytes, BayanFoldKey key);
BayanFolded *bayan_fold_with_offsets (const char *utf8, gssize length_bytes, BayanFoldKey key);
gsize bayan_fold_to_search (const char *match_key, gsize length_bytes, char *out);
void bayan_folded_free (BayanFolded *self);

void bayan_folded_to_original (const BayanFolded *self, const char *original, guint32 start, guint32 end,
                               guint32 *original_start, guint32 *original_end);
guint32 bayan_folded_from_original (const BayanFolded *self, guint32 original_byte);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanFolded, bayan_folded_free)

G_END_DECLS
