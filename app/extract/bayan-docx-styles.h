/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a DOCX file's styles say about their text: which are headings, which are hidden. Private to the room. */
#pragma once

#include "bayan-extract.h"

G_BEGIN_DECLS

#define BAYAN_DOCX_NO_LEVEL 9u /* outline level of text that is no heading, as the format has it */

typedef GHashTable BayanDocxStyles;

BayanDocxStyles *bayan_docx_styles_read (GBytes *bytes);
guint bayan_docx_styles_get_heading (BayanDocxStyles *self, const char *id);
gboolean bayan_docx_styles_get_hidden (BayanDocxStyles *self, const char *id);

G_END_DECLS
