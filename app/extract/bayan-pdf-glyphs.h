/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The letters of a page of a PDF and where each of them stands. Private to the room. */
#pragma once

#include <glib.h>
#include <poppler.h>

G_BEGIN_DECLS

typedef struct {
  gunichar character;
  float x1, x2, y1, y2; /* in points, y downwards; those of a mark are where its own glyph is */
  float size;           /* of the font, in points */
  guint word;           /* number of the piece it was drawn in */
} BayanPdfGlyph;

GArray *bayan_pdf_glyphs_read (PopplerPage *page);

G_END_DECLS
