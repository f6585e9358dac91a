/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the labels of the code book look. */
#pragma once

#include <gdk/gdk.h>

#include "bayan-desk.h"

G_BEGIN_DECLS

/* Colours to choose from */
guint bayan_label_style_get_n_colours (void);
guint32 bayan_label_style_get_palette_colour (guint i); /* 0xRRGGBB */
const char *bayan_label_style_get_palette_name (guint i);

GdkRGBA bayan_label_style_get_shade (guint32 colour, gboolean dark);
/* Of a mention, or of an entity's line: that of its label where it has one, that of its type else */
GdkRGBA bayan_label_style_get_colour (BayanDesk *desk, BayanMentionType type, const char *entity_key, gboolean dark);
const char *bayan_label_style_get_name (BayanDesk *desk, BayanMentionType type, const char *entity_key);

G_END_DECLS
