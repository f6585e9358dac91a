/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a word is to the search: an FTS5 tokenizer called "bayan".
 *
 * Each word of a text is a token in its SEARCH key (bayan-fold.h): without vowel marks and controls, with one
 * form of each letter. Where particles or ال are written on a word, the word without them is a second token
 * in the same place, in documents and in queries alike, so that each form finds all the others. While a word
 * is still being typed only what is typed so far is looked for. Offsets are bytes of the text as it stands.
 */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

gboolean bayan_tokenizer_register (sqlite3 *database, GError **error) G_GNUC_WARN_UNUSED_RESULT;
const char *bayan_tokenizer_get_version (void);

char *bayan_tokenizer_find_last (const char *text, guint32 *start);

G_END_DECLS
