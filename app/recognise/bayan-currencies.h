/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What currencies are called, and which states pay with them: currencies.tsv. Private to this room. */
#pragma once

#include "bayan-lexicon.h"

G_BEGIN_DECLS

typedef struct _BayanCurrencies BayanCurrencies;

BayanCurrencies *bayan_currencies_new (GError **error) G_GNUC_WARN_UNUSED_RESULT;
void bayan_currencies_free (BayanCurrencies *self);
gboolean bayan_currencies_know (const BayanCurrencies *self, const char *key);
const char *bayan_currencies_get_code (const BayanCurrencies *self, const char *key);
const char *bayan_currencies_get_code_of (const BayanCurrencies *self, const char *key, const char *iso3);
const char *bayan_currencies_get_code_with (const BayanCurrencies *self, const char *key, const char *next);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanCurrencies, bayan_currencies_free)

G_END_DECLS
