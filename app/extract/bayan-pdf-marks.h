/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Vowel marks that stand by themselves, raised above their line. Private to the room. */
#pragma once

#include "bayan-pdf-glyphs.h"

G_BEGIN_DECLS

void bayan_pdf_marks_add (GArray *glyphs, PopplerPage *page);

G_END_DECLS
