/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The code points of raw bytes, one after the other, also of text that was encoded again. Private to the
 * room. */
#pragma once

#include "bayan-decoder.h"

G_BEGIN_DECLS

/* Code points that were read and not used. */
typedef struct {
  BayanMappedPoint points[8];
  guint count;
} BayanCodeQueue;

typedef struct {
  const BayanCharset *charset;
  const guint8 *raw;
  gsize size, at;
  BayanDecoding *found;
  BayanCodeQueue queues[3]; /* of the bytes, and of each layer */
} BayanCodeSource;

void bayan_code_source_init (BayanCodeSource *self, const BayanCharset *charset, const guint8 *raw,
                             gsize size, BayanDecoding *found);
gboolean bayan_code_source_next (BayanCodeSource *self, BayanMappedPoint *point);

G_END_DECLS
