/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a statement says of itself, in words: names of the fields, their values, where they came from. */
#pragma once

#include "bayan-detail.h"

G_BEGIN_DECLS

const char *bayan_detail_words_get_name (BayanDetailField field);
const char *bayan_detail_words_get_hint (BayanDetailField field);
char *bayan_detail_words_get_value (BayanDetailField field, const char *value);
char *bayan_detail_words_get_origin (const BayanDetail *detail);
const char *bayan_detail_words_get_language (const char *code);
const char *const *bayan_detail_words_list_languages (void);

G_END_DECLS
