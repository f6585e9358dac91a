/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The signs by which a program draws letters out to fill its lines. Private to the room. */
#pragma once

#include "bayan-pdf-forms.h"

G_BEGIN_DECLS

/* Characters that may be such signs, as keys. */
GHashTable *bayan_pdf_strokes_new (void);
void bayan_pdf_strokes_collect (GHashTable *self, const BayanPdfUnit *units, guint n);
void bayan_pdf_strokes_judge (GHashTable *self, const BayanPdfUnit *units, guint n, const BayanPdfForms *forms);
void bayan_pdf_strokes_remove (const GHashTable *self, GArray *units);

G_END_DECLS
