/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of a page in the order in which they are read: column by column. Private to the room. */
#pragma once

#include "bayan-pdf-units.h"

G_BEGIN_DECLS

typedef struct {
  char *text;
  float x1, x2, y1, y2;
  float column_x1, column_x2; /* of the column that it stands in */
  float first_word;           /* how wide its first word is */
  guint page, column;         /* from 0 on; the columns of a page are counted through */
  gboolean right_to_left;
} BayanPdfLine;

void bayan_pdf_lines_add (GArray *lines, GArray *units, guint page, gboolean spaced);
void bayan_pdf_line_clear (gpointer line);
float bayan_pdf_line_height (const BayanPdfLine *line);

G_END_DECLS
