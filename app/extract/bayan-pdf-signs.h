/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The signs of a page as its program draws them: also the spaces, and what stands for several letters. Private to the
 * room. */
#pragma once

#include <cairo.h>
#include <glib.h>
#include <poppler.h>

G_BEGIN_DECLS

#define BAYAN_PDF_SIGN_MAX 8u

typedef struct {
  gunichar characters[BAYAN_PDF_SIGN_MAX];
  guint8 n; /* 0: no one knows what it means */
} BayanPdfSign;

/* Signs that are drawn one after the other from left to right; only of the first one the place is known. */
typedef struct {
  float x, y; /* of the origin, in points, y downwards */
  guint first, n;
} BayanPdfRun;

typedef struct {
  GArray *runs;  /* of BayanPdfRun */
  GArray *signs; /* of BayanPdfSign */
  gboolean may_have_marks;
  guint n_long; /* signs that would stand for more letters than any does */
} BayanPdfSigns;

typedef struct _BayanPdfPen BayanPdfPen;

BayanPdfPen *bayan_pdf_pen_new (GBytes *bytes);
void bayan_pdf_pen_free (BayanPdfPen *self);
BayanPdfSigns *bayan_pdf_pen_draw (BayanPdfPen *self, PopplerPage *page);
void bayan_pdf_signs_free (BayanPdfSigns *self);
gboolean bayan_pdf_sign_is_space (const BayanPdfSign *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanPdfSigns, bayan_pdf_signs_free)

G_END_DECLS
