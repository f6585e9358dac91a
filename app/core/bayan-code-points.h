/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Converts between bytes, code points and UTF-16 units of one UTF-8 text.
 *
 * Every door of Bayan (brat, Web Annotation, UIMA, GtkTextBuffer) counts in one of the latter two; inside,
 * everything counts bytes. The index keeps one entry for every BAYAN_CODE_POINTS_STRIDE bytes, so that a
 * conversion reads at most that many bytes.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BAYAN_CODE_POINTS_STRIDE 256

typedef struct _BayanCodePoints BayanCodePoints;

BayanCodePoints *bayan_code_points_new (const char *utf8, gsize length_bytes);
void bayan_code_points_free (BayanCodePoints *self);

guint32 bayan_code_points_from_byte (const BayanCodePoints *self, guint32 byte);
guint32 bayan_code_points_to_byte (const BayanCodePoints *self, guint32 code_point);
guint32 bayan_code_points_utf16_from_byte (const BayanCodePoints *self, guint32 byte);
guint32 bayan_code_points_get_length (const BayanCodePoints *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanCodePoints, bayan_code_points_free)

G_END_DECLS
