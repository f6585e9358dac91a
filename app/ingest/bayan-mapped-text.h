/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text under construction that knows where each of its bytes came from. Private to the room.
 *
 * Code points are put in one after the other. What comes out is UTF-8 in NFC with LF as the only line break
 * and without control characters; the shapes that Arabic letters have within a word (U+FB50 to U+FEFC) become
 * the letters. Normalising works on one base letter and its marks at a time: g_utf8_normalize() on a whole
 * document takes quadratic time, and no offset would survive it. Marks beyond the thirtieth on one letter are
 * left out, because laying them out takes quadratic time too.
 */
#pragma once

#include <unicode/unorm2.h>

#include "bayan-offset-map.h"

G_BEGIN_DECLS

#define BAYAN_MAPPED_TEXT_MAX_MARKS 30

typedef struct {
  gunichar point;
  guint32 raw, raw_length;
} BayanMappedPoint;

typedef struct {
  GString *text;
  BayanOffsetMap *map;
  /* Private: a base letter with the marks seen so far, and a CR that may belong to an LF */
  const UNormalizer2 *nfc;
  BayanMappedPoint cluster[BAYAN_MAPPED_TEXT_MAX_MARKS + 1];
  guint cluster_length;
  gboolean has_cr;
  BayanMappedPoint cr;
} BayanMappedText;

BayanMappedText *bayan_mapped_text_new (gsize size_hint);
void bayan_mapped_text_free (BayanMappedText *self);

void bayan_mapped_text_put (BayanMappedText *self, gunichar point, guint32 raw, guint32 raw_length);
void bayan_mapped_text_put_run (BayanMappedText *self, const char *utf8, guint32 length, guint32 raw);
void bayan_mapped_text_put_added (BayanMappedText *self, gunichar point, guint32 raw);
void bayan_mapped_text_flush (BayanMappedText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanMappedText, bayan_mapped_text_free)

G_END_DECLS
