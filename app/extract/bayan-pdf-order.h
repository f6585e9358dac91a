/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line as it is seen, from left to right → the line as it is read. Private to the room. */
#pragma once

#include "bayan-pdf-forms.h"

G_BEGIN_DECLS

/* What is seen on the whole of a page. */
typedef struct {
  gboolean mirrored;  /* brackets are given as they are drawn, not as they are meant */
  gboolean spaced;    /* spaces are drawn */
  gboolean stretched; /* lines are filled by drawing out letters */
  BayanPdfForms *forms; /* nullable */
} BayanPdfHabits;

char *bayan_pdf_order_read (const BayanPdfUnit *units, guint n, gboolean right_to_left, const BayanPdfHabits *habits);
guint bayan_pdf_order_count_stretched (const BayanPdfUnit *units, guint n);

G_END_DECLS
