/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-row-menu.h"

/**
 * bayan_row_menu_new:
 * @pane: whose actions the menu has. It unparents the menu when it is disposed of, and presents it when it gets another size.
 *
 * Returns: (transfer none): a popover
 */
GtkWidget *
bayan_row_menu_new (GtkWidget *pane, GMenuModel *menu)
{
  GtkWidget *self = gtk_popover_menu_new_from_model (menu);

  gtk_popover_set_has_arrow (GTK_POPOVER (self), FALSE);
  gtk_widget_set_halign (self, GTK_ALIGN_START);
  gtk_widget_set_parent (self, pane);
  return self;
}

/**
 * bayan_row_menu_open:
 * @row: in the pane
 */
void
bayan_row_menu_open (GtkWidget *self, GtkWidget *row)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (row, gtk_widget_get_parent (self), &bounds))
    return;
  gtk_popover_set_pointing_to (GTK_POPOVER (self),
                               &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                                 (int) bounds.size.width, (int) bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (self));
}
