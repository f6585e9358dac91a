/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-entity-fields.h"

#define TROUBLE_MARGIN 12

/* What @field shows is @text, which is kept. */
void
bayan_entity_fields_remember (gpointer field, const char *text)
{
  g_object_set_data_full (G_OBJECT (field), "shown", g_strdup (text), g_free);
}

/* Returns: whether @text is what was last kept of @field, or nothing was yet */
gboolean
bayan_entity_fields_is_shown (gpointer field, const char *text)
{
  const char *shown = g_object_get_data (G_OBJECT (field), "shown");

  return shown == NULL || g_str_equal (shown, text);
}

/**
 * bayan_entity_fields_show_text:
 * @anyhow: what is written in @row, and not kept yet, goes
 */
void
bayan_entity_fields_show_text (AdwEntryRow *row, const char *text, gboolean anyhow)
{
  const char *written = gtk_editable_get_text (GTK_EDITABLE (row));

  if (!anyhow && !bayan_entity_fields_is_shown (row, written) && !g_str_equal (written, text))
    return;
  bayan_entity_fields_remember (row, text);
  if (g_str_equal (written, text))
    return;
  adw_entry_row_set_show_apply_button (row, FALSE); /* there is nothing to apply */
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  adw_entry_row_set_show_apply_button (row, TRUE);
}

/* What is said below the field is to be seen with it. */
static gboolean
scroll_to_cb (GtkWidget *label, GdkFrameClock *clock, gpointer data)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (label, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = scroller != NULL
                                  ? gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller))
                                  : NULL;
  graphene_rect_t bounds;

  if (gtk_widget_get_height (label) == 0)
    return G_SOURCE_CONTINUE; /* not laid out yet */
  if (adjustment != NULL && gtk_widget_compute_bounds (label, scroller, &bounds))
    {
      double top = gtk_adjustment_get_value (adjustment) + bounds.origin.y;

      gtk_adjustment_clamp_page (adjustment, top, top + bounds.size.height + TROUBLE_MARGIN);
    }
  return G_SOURCE_REMOVE;
}

/**
 * bayan_entity_fields_show_trouble:
 * @label: below @field
 * @trouble: (nullable): what is wrong with what is written there, and what to do
 */
void
bayan_entity_fields_show_trouble (GtkLabel *label, GtkWidget *field, const char *trouble)
{
  gtk_label_set_text (label, trouble != NULL ? trouble : "");
  gtk_widget_set_visible (GTK_WIDGET (label), trouble != NULL);
  if (trouble != NULL)
    {
      gtk_widget_add_css_class (field, "error");
      gtk_widget_error_bell (field);
      gtk_widget_add_tick_callback (GTK_WIDGET (label), scroll_to_cb, NULL, NULL);
    }
  else
    gtk_widget_remove_css_class (field, "error");
}
