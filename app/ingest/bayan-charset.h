/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which character set bytes are in. Private to the room. */
#pragma once

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

#define BAYAN_CHARSET_UNDEFINED 0xFFFFFFFFu

typedef struct {
  BayanEncoding encoding;
  const char *name;    /* as it is shown and kept; static or interned */
  guint32 bom_bytes;   /* to be skipped */
  gunichar table[256]; /* of a single-byte set; BAYAN_CHARSET_UNDEFINED where it has no letter */
} BayanCharset;

gboolean bayan_charset_detect (BayanCharset *self, const guint8 *raw, gsize size, GError **error);
gboolean bayan_charset_is_wide (const guint8 *raw, gsize size);

G_END_DECLS
