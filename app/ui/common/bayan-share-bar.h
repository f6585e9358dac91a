/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A thin bar: how much of the whole there is, and how much of that is settled. Cheap enough for every row of
 * a list. */
#pragma once

#include <gtk/gtk.h>

#include "bayan-mention.h"

G_BEGIN_DECLS

#define BAYAN_SHARE_BAR_PIXELS 4 /* thick */

#define BAYAN_TYPE_SHARE_BAR (bayan_share_bar_get_type ())
G_DECLARE_FINAL_TYPE (BayanShareBar, bayan_share_bar, BAYAN, SHARE_BAR, GtkWidget)

void bayan_share_bar_set_shares (BayanShareBar *self, double filled, double settled);
void bayan_share_bar_set_mention_type (BayanShareBar *self, BayanMentionType type);

void bayan_share_bar_draw (GtkSnapshot *snapshot,
                           const graphene_rect_t *area,
                           const GdkRGBA *colour,
                           double filled,
                           double settled,
                           gboolean mirrored);

G_END_DECLS
