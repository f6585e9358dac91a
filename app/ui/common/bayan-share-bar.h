/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A thin bar: how much of the whole there is, and how much of that is settled. Cheap enough for every row of a list. */
#pragma once

#include <gtk/gtk.h>

#include "bayan-mention.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_SHARE_BAR (bayan_share_bar_get_type ())
G_DECLARE_FINAL_TYPE (BayanShareBar, bayan_share_bar, BAYAN, SHARE_BAR, GtkWidget)

void bayan_share_bar_set_shares (BayanShareBar *self, double filled, double settled);
void bayan_share_bar_set_mention_type (BayanShareBar *self, BayanMentionType type);

G_END_DECLS
