/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to this room. Keys are MATCH keys. */
#pragma once

#include <glib.h>

gboolean bayan_clitic_lexicon_is_function_word (const char *key, gsize length_bytes);
gboolean bayan_clitic_lexicon_only_looks_cut (const char *key, gsize length_bytes);
gboolean bayan_clitic_lexicon_is_whole (const char *key, gsize length_bytes);
