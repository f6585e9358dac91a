/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which lines run along the edges of the pages: headers, footers, page numbers. Private to the room. */
#pragma once

#include "bayan-pdf-lines.h"

G_BEGIN_DECLS

typedef enum {
  BAYAN_PDF_TEXT,
  BAYAN_PDF_HEADER,
  BAYAN_PDF_FOOTER,
} BayanPdfRole;

guint8 *bayan_pdf_edges_find (const GArray *lines, const float *page_heights, guint n_pages);

G_END_DECLS
