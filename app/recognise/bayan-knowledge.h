/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program knows by heart, compiled when it was built: where its file is, and the lexicon in it. Private to this
 * room. */
#pragma once

#include "bayan-lexicon.h"

G_BEGIN_DECLS

char *bayan_knowledge_find (void);
BayanLexicon *bayan_knowledge_load (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
