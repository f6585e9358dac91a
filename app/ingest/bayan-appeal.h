/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words with which a page speaks to its reader: subscribe, sign in, get the app. Private to the room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint bayan_appeal_count (const char *words);
gboolean bayan_words_have_phrase (const char *words, const char *phrase);

G_END_DECLS
