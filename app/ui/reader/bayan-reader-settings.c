/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-reader-settings.h"

#include "bayan-reader-pane-private.h"

/* What is at the top stays there: letters of another size move all lines. */
static void
zoom (BayanReaderPane *pane, int steps)
{
  GtkTextBuffer *buffer = bayan_reader_pane_get_buffer (pane);
  GtkTextMark *top = gtk_text_buffer_get_mark (buffer, "top");
  GdkRectangle visible;
  GtkTextIter iter;

  if (pane->style == NULL)
    return;
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (pane->view), &visible);
  gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (pane->view), &iter, visible.x, visible.y);
  if (top == NULL)
    top = gtk_text_buffer_create_mark (buffer, "top", &iter, TRUE);
  else
    gtk_text_buffer_move_mark (buffer, top, &iter);
  bayan_reading_style_zoom (pane->style, steps);
  if (visible.y > 0)
    gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (pane->view), top, 0, TRUE, 0, 0);
}

static void
zoom_in_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  zoom (BAYAN_READER_PANE (widget), 1);
}

static void
zoom_out_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  zoom (BAYAN_READER_PANE (widget), -1);
}

static void
zoom_reset_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  zoom (BAYAN_READER_PANE (widget), 0);
}

static gboolean
scrolled_cb (GtkEventControllerScroll *controller, double dx, double dy, BayanReaderPane *pane)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0 || dy == 0)
    return GDK_EVENT_PROPAGATE;
  zoom (pane, dy < 0 ? 1 : -1);
  return GDK_EVENT_STOP;
}

static void
hide_decisions_cb (BayanReaderPane *pane)
{
  gtk_widget_set_visible (pane->decisions, FALSE);
  gtk_widget_grab_focus (pane->view);
}

static void
connect_scroll (BayanReaderPane *pane)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL
                                                                | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);

  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scrolled_cb), pane, 0);
  gtk_widget_add_controller (pane->paned, scroll);
}

/**
 * bayan_reader_settings_connect:
 *
 * The parts of the pane follow the settings, if it has any.
 */
void
bayan_reader_settings_connect (BayanReaderPane *pane)
{
  BayanReaderView *source = bayan_source_pane_get_view (BAYAN_SOURCE_PANE (pane->source));

  connect_scroll (pane);
  g_signal_connect_object (pane->decisions, "hidden", G_CALLBACK (hide_decisions_cb), pane,
                           G_CONNECT_SWAPPED);
  if (pane->settings == NULL)
    return;
  pane->style = bayan_reading_style_new (pane->settings, gtk_widget_get_display (GTK_WIDGET (pane)));
  g_settings_bind (pane->settings, "reader-line-height", pane->view, "line-height", G_SETTINGS_BIND_GET);
  g_settings_bind (pane->settings, "reader-line-height", source, "line-height", G_SETTINGS_BIND_GET);
  g_settings_bind (pane->settings, "reader-column-width", pane->clamp, "maximum-size", G_SETTINGS_BIND_GET);
  g_settings_bind (pane->settings, "reader-minimap", pane->minimap, "visible", G_SETTINGS_BIND_GET);
  g_settings_bind (pane->settings, "reader-decisions", pane->decisions, "visible", G_SETTINGS_BIND_DEFAULT);
}

/**
 * bayan_reader_settings_install:
 *
 * Installs the actions on the class of the reader pane.
 */
void
bayan_reader_settings_install (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "reader.zoom-in", NULL, zoom_in_action);
  gtk_widget_class_install_action (klass, "reader.zoom-out", NULL, zoom_out_action);
  gtk_widget_class_install_action (klass, "reader.zoom-reset", NULL, zoom_reset_action);
}
