/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be worked out of a statement before its turn in the library comes, by another thread. */
#pragma once

#include "bayan-statement.h"
#include "bayan-tokenizer.h"

G_BEGIN_DECLS

typedef struct
{
  BayanTokens title, text;
  GBytes *map;       /* the offset map */
  gint64 text_sum;
  gint64 extract_sum; /* 0 where there is no extract */
} BayanPrepared;

BayanPrepared *bayan_prepared_new (const BayanStatement *statement, const BayanWords *words);
void bayan_prepared_free (BayanPrepared *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanPrepared, bayan_prepared_free)

G_END_DECLS
