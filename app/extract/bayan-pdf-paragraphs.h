/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of all pages put together into paragraphs. Private to the room. */
#pragma once

#include "bayan-extract.h"
#include "bayan-pdf-lines.h"

G_BEGIN_DECLS

/* Where in the extract the text of each page begins. */
void bayan_pdf_paragraphs_write (BayanExtract *extract, const GArray *lines, const guint8 *roles, guint n_pages,
                                 gsize *page_starts);

G_END_DECLS
