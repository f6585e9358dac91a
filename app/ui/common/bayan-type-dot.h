/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small spot in the colour of a mention type: legend, sidebar, popover. */
#pragma once

#include <gtk/gtk.h>

#include "bayan-mention.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_TYPE_DOT (bayan_type_dot_get_type ())
G_DECLARE_FINAL_TYPE (BayanTypeDot, bayan_type_dot, BAYAN, TYPE_DOT, GtkWidget)

GtkWidget *bayan_type_dot_new (BayanMentionType type);
void bayan_type_dot_set_mention_type (BayanTypeDot *self, BayanMentionType type);
void bayan_type_dot_set_colour (BayanTypeDot *self, guint32 colour); /* 0xRRGGBB: of a label of the code book */

G_END_DECLS
