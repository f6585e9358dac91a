/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-list-top.h"

static void
items_changed_cb (GtkListView *list, guint position, guint n_removed, guint n_added)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));

  if (n_added > 0 && adjustment != NULL && gtk_adjustment_get_value (adjustment) <= 0)
    gtk_widget_activate_action (GTK_WIDGET (list), "list.scroll-to-item", "u", 0u);
}

/**
 * bayan_list_top_keep:
 * @list: with its model
 *
 * GTK holds on to the line that is on top when others come in before it, so that what is being read stays
 * where it is. Who looks at the top of a list that begins with what is newest, or most frequent, looks for
 * exactly those others.
 */
void
bayan_list_top_keep (GtkListView *list)
{
  g_signal_connect_object (gtk_list_view_get_model (list), "items-changed", G_CALLBACK (items_changed_cb),
                           list, G_CONNECT_SWAPPED);
}
