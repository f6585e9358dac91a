/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether the letters that a page says it has can be those that it shows. Private to the room. */
#pragma once

#include "bayan-pdf-units.h"

G_BEGIN_DECLS

gboolean bayan_pdf_looks_wrong (const GArray *glyphs);
gboolean bayan_pdf_reads_wrong (const char *text, gsize length);

G_END_DECLS
