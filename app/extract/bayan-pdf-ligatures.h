/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of the letters of a page are drawn as one sign. Private to the room. */
#pragma once

#include "bayan-pdf-glyphs.h"

G_BEGIN_DECLS

#define BAYAN_PDF_LIGATURE_MAX 12u

/* How often letters of a width stand beside one of the same width, as shares of a ligature do, and how often not;
 * and of the latter how often a lam does to which nothing is joined from before. */
typedef struct {
  GHashTable *alone, *beside, *initial_lam; /* key → how often */
  gboolean marks_share; /* marks have a part of the place of their letter, not one of their own */
} BayanPdfWidths;

BayanPdfWidths bayan_pdf_widths_collect (const GArray *glyphs);
void bayan_pdf_widths_clear (BayanPdfWidths *self);
guint bayan_pdf_ligature_measure (const BayanPdfGlyph *at, guint left, const BayanPdfWidths *widths);

#define BAYAN_PDF_PARTS_MAX ((gsize) G_UNICHAR_MAX_DECOMPOSITION_LENGTH)

gsize bayan_pdf_get_parts (gunichar c, gunichar *parts);
gboolean bayan_pdf_is_mark (gunichar c);
gboolean bayan_pdf_is_arabic (gunichar c); /* a letter */

G_END_DECLS
