/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The letters of a page as a reader sees them: each with its vowel marks, ligatures in one piece. Private to the
 * room. */
#pragma once

#include "bayan-pdf-glyphs.h"

G_BEGIN_DECLS

#define BAYAN_PDF_UNIT_MAX 12u /* as many as a ligature may have */

typedef struct {
  gunichar characters[BAYAN_PDF_UNIT_MAX]; /* in reading order, marks after their letter */
  guint8 n;
  /* How wide it is, is not known for certain: */
  guint8 share;  /* it shares its place with a mark */
  guint8 cut;    /* a mark that was drawn beside it took of it */
  guint8 spaced; /* a space was drawn to the left of it */
  float x1, x2, y1, y2;
} BayanPdfUnit;

GArray *bayan_pdf_units_make (const BayanPdfGlyphs *all);

G_END_DECLS
