/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One statement of a group: what it is called, when it came, and what it adds to those before it.
 *
 * Signals
 *   open ()      the analyst wants to read it
 *   take-out ()  it is not the same as the others
 */
#pragma once

#include <gtk/gtk.h>

#include "bayan-desk.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_GROUP_CARD (bayan_group_card_get_type ())
G_DECLARE_FINAL_TYPE (BayanGroupCard, bayan_group_card, BAYAN, GROUP_CARD, GtkBox)

GtkWidget *bayan_group_card_new (BayanStatementItem *item, const BayanGroupMember *member, gboolean is_first,
                                 gboolean first_known);
gint64 bayan_group_card_get_statement (BayanGroupCard *self);

G_END_DECLS
