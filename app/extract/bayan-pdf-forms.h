/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How wide the letters of a page are in their forms, as a part of their height. Private to the room. */
#pragma once

#include "bayan-pdf-units.h"

G_BEGIN_DECLS

typedef enum {
  BAYAN_PDF_FORM_UNKNOWN,
  BAYAN_PDF_FORM_JOINED, /* to the next letter */
  BAYAN_PDF_FORM_FINAL,
  BAYAN_PDF_FORM_LIKELY_JOINED, /* nothing is known, or too little, of the other form */
} BayanPdfForm;

typedef struct _BayanPdfForms BayanPdfForms;

BayanPdfForms *bayan_pdf_forms_new (void);
void bayan_pdf_forms_free (BayanPdfForms *self);
void bayan_pdf_forms_collect (BayanPdfForms *self, const BayanPdfUnit *units, guint n, gboolean gaps_are_spaces,
                              const GHashTable *strokes);
float bayan_pdf_forms_measure (const BayanPdfForms *self, const BayanPdfUnit *unit, float width, BayanPdfForm form);
BayanPdfForm bayan_pdf_forms_judge (const BayanPdfForms *self, const BayanPdfUnit *unit);

gboolean bayan_pdf_joins_next (const BayanPdfUnit *unit);
gboolean bayan_pdf_joins_before (const BayanPdfUnit *unit);

G_END_DECLS
