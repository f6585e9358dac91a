/* SPDX-License-Identifier: GPL-3.0-or-later */
/* HTML as programs hand it over: in whatever encoding they think of, with a head of Windows' own before it and comments
 * around the part that was selected. Knows no widgets. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes *bayan_html_clip_to_page (GBytes *clip, char **address);
gboolean bayan_html_clip_has_words (GBytes *page);
char *bayan_html_clip_read_address (GBytes *offered);

G_END_DECLS
