/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which language a text is in, by its letters and its commonest words. Private to the room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *bayan_text_language_of (const char *text, gsize length);

G_END_DECLS
