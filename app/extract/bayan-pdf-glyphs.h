/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The letters of a page of a PDF and where each of them stands. Private to the room. */
#pragma once

#include <glib.h>
#include <poppler.h>

#include "bayan-pdf-signs.h"

G_BEGIN_DECLS

typedef struct {
  gunichar character;
  float x1, x2, y1, y2; /* in points, y downwards; those of a mark are where its own glyph is */
  float size;           /* of the font, in points */
  guint word;           /* number of the piece it was drawn in */
  guint8 n_glyphs;      /* how many glyphs from here on are one sign; 0 if that is not known */
} BayanPdfGlyph;

/* A space that was drawn. */
typedef struct {
  float x, y; /* of its origin */
} BayanPdfSpace;

typedef struct {
  GArray *glyphs;      /* of BayanPdfGlyph */
  GArray *spaces;      /* of BayanPdfSpace */
  gboolean has_spaces; /* where none is drawn, none is meant */
  gboolean is_wrong;   /* what signs are said to mean cannot be */
} BayanPdfGlyphs;

BayanPdfGlyphs *bayan_pdf_glyphs_read (PopplerPage *page, BayanPdfPen *pen);
void bayan_pdf_glyphs_free (BayanPdfGlyphs *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanPdfGlyphs, bayan_pdf_glyphs_free)

G_END_DECLS
