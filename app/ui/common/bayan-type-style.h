/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How each mention type looks and is called everywhere in the window: reader, legend, sidebar, menus. */
#pragma once

#include <gtk/gtk.h>

#include "bayan-mention.h"

G_BEGIN_DECLS

const char *bayan_type_style_get_name (BayanMentionType type);    /* translated: "Country or place" */
const char *bayan_type_style_get_heading (BayanMentionType type); /* translated, plural: "Countries and places" */
char bayan_type_style_get_key (BayanMentionType type);            /* the key that labels a selection */
GdkRGBA bayan_type_style_get_colour (BayanMentionType type, gboolean dark);

G_END_DECLS
