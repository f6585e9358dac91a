/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a mention is to others and they to it, each as a sentence: a press offers to go to the other one, to say something
 * else, and to take it away. */
#pragma once

#include <gtk/gtk.h>

#include "bayan-desk.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_RELATION_LIST (bayan_relation_list_get_type ())
G_DECLARE_FINAL_TYPE (BayanRelationList, bayan_relation_list, BAYAN, RELATION_LIST, GtkBox)

gboolean bayan_relation_list_decide (BayanRelationList *self, BayanMentionStatus status);
void bayan_relation_list_show (BayanRelationList *self, BayanDesk *desk, gint64 mention);

G_END_DECLS
