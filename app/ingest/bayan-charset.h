/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which character set bytes are in. Private to the room. */
#pragma once

#include "bayan-charset-table.h"
#include "bayan-ingest.h"

G_BEGIN_DECLS

typedef enum {
  BAYAN_ENCODING_UTF8,
  BAYAN_ENCODING_UTF16_LE,
  BAYAN_ENCODING_UTF16_BE,
  BAYAN_ENCODING_UTF32_LE,
  BAYAN_ENCODING_UTF32_BE,
  BAYAN_ENCODING_SINGLE_BYTE,
} BayanEncoding;

typedef struct {
  BayanEncoding encoding;
  const char *name;      /* as it is shown and kept; static or interned */
  guint32 bom_bytes;     /* to be skipped */
  gunichar table[256];   /* of a single-byte set; BAYAN_CHARSET_UNDEFINED where it has no letter */
  const char *next_best; /* nullable; static: another set that would do nearly as well, and read otherwise */
  /* Text that was taken for another set and encoded again, once or twice */
  guint layers;
  const BayanCharsetReverse *through;
} BayanCharset;

gboolean bayan_charset_detect (BayanCharset *self, const guint8 *raw, gsize size, GError **error);
gboolean bayan_charset_load (BayanCharset *self, const char *name, const guint8 *raw, gsize size);
void bayan_charset_add_layers (BayanCharset *self, const BayanCharsetReverse *through, guint layers);
gboolean bayan_charset_is_wide (const guint8 *raw, gsize size);

/* Their parts */
gboolean bayan_charset_take_mark (BayanCharset *self, const guint8 *raw, gsize size);
gboolean bayan_charset_guess_wide (BayanCharset *self, const guint8 *raw, gsize size);
gboolean bayan_charset_is_sound_wide (const BayanCharset *self, const guint8 *raw, gsize size);
char *bayan_charset_find_declaration (const guint8 *raw, gsize size);

G_END_DECLS
