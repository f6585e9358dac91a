/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the statement in the reader does: its acts, pledges, and the parts taken in its meetings. Found in a thread as
 * long as the list lives, and anew whenever the reader has another text or its mentions are other ones. Main thread
 * only. */
#pragma once

#include <gio/gio.h>

#include "bayan-act-item.h"
#include "bayan-desk.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_ACT_LIST (bayan_act_list_get_type ())
G_DECLARE_FINAL_TYPE (BayanActList, bayan_act_list, BAYAN, ACT_LIST, GObject)

BayanActList *bayan_act_list_new (BayanDesk *desk);
GListModel *bayan_act_list_get_items (BayanActList *self); /* of BayanActItem: acts, then pledges, then parts */
gboolean bayan_act_list_get_loading (BayanActList *self);  /* property "loading" */

void bayan_act_list_judge (BayanActList *self, BayanActItem *item, BayanMentionStatus status);

G_END_DECLS
