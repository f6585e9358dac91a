/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a page's text is which of the signs that were drawn. Private to the room. */
#pragma once

#include "bayan-pdf-glyphs.h"
#include "bayan-pdf-signs.h"

G_BEGIN_DECLS

typedef struct {
  guint n_runs;                 /* that do not begin with a space */
  guint n_found;                /* that begin where a glyph is */
  guint n_missing;              /* that begin where no glyph is, nor near to one */
  float missing_x1, missing_x2; /* between which these do */
} BayanPdfMatch;

BayanPdfMatch bayan_pdf_match (GArray *glyphs, const BayanPdfSigns *signs, GArray *spaces);

G_END_DECLS
