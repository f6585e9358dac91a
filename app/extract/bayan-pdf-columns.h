/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of letters, and the columns that they make. Private to the room. */
#pragma once

#include "bayan-pdf-units.h"

G_BEGIN_DECLS

typedef struct {
  GArray *units; /* of BayanPdfUnit, from left to right */
  float y1, y2;
} BayanPdfRow;

#define BAYAN_PDF_MAX_GUTTERS 7u

/* Rows that stand beside each other in the same columns. */
typedef struct {
  guint n_rows;
  float gutters[BAYAN_PDF_MAX_GUTTERS]; /* their middles, from left to right */
  guint n_gutters;                      /* 0: one column */
} BayanPdfColumns;

GPtrArray *bayan_pdf_rows_make (GArray *units);
void bayan_pdf_rows_find_sides (const GPtrArray *rows, float *left, float *right);
BayanPdfColumns bayan_pdf_columns_find (const GPtrArray *rows, guint start, float left, float right);

G_END_DECLS
