/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of character sets to choose from, the likeliest first.
 *
 * Signals
 *   chosen (const char *charset)   by the person, not by bayan_encoding_choice_show()
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BAYAN_TYPE_ENCODING_CHOICE (bayan_encoding_choice_get_type ())
G_DECLARE_FINAL_TYPE (BayanEncodingChoice, bayan_encoding_choice, BAYAN, ENCODING_CHOICE, AdwBin)

void bayan_encoding_choice_show (BayanEncodingChoice *self, const char *const *charsets, const char *current);

G_END_DECLS
