/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Raw bytes in a known character set → text with a map back to them. Private to the room. */
#pragma once

#include "bayan-charset.h"
#include "bayan-mapped-text.h"

G_BEGIN_DECLS

/* What was found on the way. */
typedef struct {
  gsize bad_bytes, first_bad; /* bytes that are nothing in the character set: U+FFFD in the text */
  gsize good;                 /* letters beyond ASCII that are */
  guint reversed;             /* lines that were stored as they look, and put in order */
  gboolean cut_short;         /* the last letter is not whole */
  /* Of text encoded again (see BayanCharset) */
  gsize arabic, latin, others; /* letters that were made of several */
  gsize strange;               /* letters beyond ASCII that are no part of such a one */
  gsize guessed;               /* letters of which a part was lost */
} BayanDecoding;

BayanMappedText *bayan_decoder_decode (const BayanCharset *charset, const guint8 *raw, gsize size,
                                       BayanDecoding *found, GCancellable *cancellable, GError **error);
gboolean bayan_decoding_is_text (const BayanDecoding *self, gsize size);

G_END_DECLS
