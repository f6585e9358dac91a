/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The code pages of RTF's fonts. Private to the room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef GHashTable BayanRtfDecoders; /* code page → its converter, made when it is needed first */

BayanRtfDecoders *bayan_rtf_decoders_new (void);
char *bayan_rtf_decode (BayanRtfDecoders *self, guint code_page, const char *bytes, gsize length);
guint bayan_rtf_charset_to_code_page (int charset, guint document_code_page);

G_END_DECLS
