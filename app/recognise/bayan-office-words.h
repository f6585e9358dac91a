/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of an office, read. Private to this room. */
#pragma once

#include "bayan-lexicon.h"

G_BEGIN_DECLS

/* Entries are 0 and kinds NULL where the words do not say it. */
typedef struct {
  const char *kind;
  guint32 of;
} BayanOfficeReading;

gboolean bayan_office_words_read (const BayanLexicon *lexicon, const char *words, gssize length_bytes,
                                  BayanOfficeReading *reading);
gboolean bayan_office_words_is_former (const char *behind, gsize length_bytes);

G_END_DECLS
