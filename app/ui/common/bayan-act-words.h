/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Acts of the analyst, as undo and redo name them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *bayan_act_words (const char *act, const char *subject);
char *bayan_act_words_done (const char *act, const char *subject);

G_END_DECLS
