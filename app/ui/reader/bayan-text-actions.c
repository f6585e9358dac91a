/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-text-actions.h"

#include "bayan-reader-pane-private.h"
#include "bayan-text-editor.h"

/**
 * bayan_text_actions_leave_out:
 *
 * Leaves the selection out of the text.
 *
 * Returns: FALSE if nothing is selected
 */
gboolean
bayan_text_actions_leave_out (BayanReaderPane *pane)
{
  BayanCleanSpan span;

  if (!bayan_reader_pane_get_selection (pane, &span))
    return FALSE;
  bayan_desk_leave_out (bayan_reader_pane_get_desk (pane), span);
  return TRUE;
}

static void
leave_out_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (!bayan_text_actions_leave_out (BAYAN_READER_PANE (widget)))
    gtk_widget_error_bell (widget);
}

static void
edit_text_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BayanReaderPane *pane = BAYAN_READER_PANE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  BayanCleanSpan span;
  GtkWidget *editor = NULL;

  if (GTK_IS_WINDOW (root) && bayan_reader_pane_get_selection (pane, &span))
    editor = bayan_text_editor_new (GTK_WINDOW (root), bayan_reader_pane_get_desk (pane), span);
  if (editor != NULL)
    gtk_window_present (GTK_WINDOW (editor));
  else
    gtk_widget_error_bell (widget);
}

static void
use_as_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BayanReaderPane *pane = BAYAN_READER_PANE (widget);
  BayanDetailField field;
  BayanCleanSpan span;

  if (!bayan_detail_field_from_string (g_variant_get_string (parameter, NULL), &field)
      || !bayan_reader_pane_get_selection (pane, &span)
      || !bayan_desk_use_words (bayan_reader_pane_get_desk (pane), field, span))
    gtk_widget_error_bell (widget);
}

static void
show_place_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  guint32 start, end;

  g_variant_get (parameter, "(uu)", &start, &end);
  bayan_reader_pane_show_span (BAYAN_READER_PANE (widget), bayan_clean_span (start, end));
}

static void
revert_detail_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BayanDetailField field;

  if (bayan_detail_field_from_string (g_variant_get_string (parameter, NULL), &field))
    bayan_desk_revert_detail (bayan_reader_pane_get_desk (BAYAN_READER_PANE (widget)), field);
}

static void
revert_details_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bayan_desk_revert_details (bayan_reader_pane_get_desk (BAYAN_READER_PANE (widget)));
}

static void
clean_again_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bayan_desk_clean_again (bayan_reader_pane_get_desk (BAYAN_READER_PANE (widget)));
}

static void
details_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BayanReaderPane *pane = BAYAN_READER_PANE (widget);

  if (pane->reading != NULL)
    bayan_reader_head_open_details (BAYAN_READER_HEAD (pane->head));
}

static void
acts_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BayanReaderPane *pane = BAYAN_READER_PANE (widget);

  if (pane->reading != NULL)
    bayan_reader_head_open_acts (BAYAN_READER_HEAD (pane->head));
}

static void
why_not_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bayan_reader_pane_ask_why_not (BAYAN_READER_PANE (widget));
}

static void
list_name_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BayanReaderPane *pane = BAYAN_READER_PANE (widget);
  const BayanStatement *statement = bayan_reader_pane_get_statement (pane);
  g_autofree char *raw = NULL, *words = NULL;
  BayanCleanSpan span;

  if (!bayan_reader_pane_get_selection (pane, &span))
    {
      gtk_widget_error_bell (widget);
      return;
    }
  raw = g_strndup (statement->text + span.start.byte, bayan_clean_span_length_bytes (span));
  words = bayan_name_list_clean (raw);
  gtk_widget_activate_action (widget, "win.add-name", "s", words);
}

/**
 * bayan_text_actions_install:
 *
 * Installs the actions on the class of the reader pane.
 */
void
bayan_text_actions_install (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "reader.leave-out", NULL, leave_out_action);
  gtk_widget_class_install_action (klass, "reader.edit-text", NULL, edit_text_action);
  gtk_widget_class_install_action (klass, "reader.why-not", NULL, why_not_action);
  gtk_widget_class_install_action (klass, "reader.list-name", NULL, list_name_action);
  gtk_widget_class_install_action (klass, "reader.use-as", "s", use_as_action);
  gtk_widget_class_install_action (klass, "reader.show-place", "(uu)", show_place_action);
  gtk_widget_class_install_action (klass, "reader.revert-detail", "s", revert_detail_action);
  gtk_widget_class_install_action (klass, "reader.revert-details", NULL, revert_details_action);
  gtk_widget_class_install_action (klass, "reader.clean-again", NULL, clean_again_action);
  gtk_widget_class_install_action (klass, "reader.details", NULL, details_action);
  gtk_widget_class_install_action (klass, "reader.acts", NULL, acts_action);
}

/* The statement's own words, without the lines and breaks of the reader, and with the controls that it does not show. */
static void
copied_cb (GtkTextView *view, BayanReaderPane *pane)
{
  const BayanStatement *statement = bayan_reader_pane_get_statement (pane);
  g_autofree char *words = NULL;
  BayanCleanSpan span;

  if (statement == NULL || !bayan_reader_pane_get_selection (pane, &span))
    return;
  words = g_strndup (statement->text + span.start.byte, bayan_clean_span_length_bytes (span));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (view)), words);
  g_signal_stop_emission_by_name (view, "copy-clipboard");
}

/**
 * bayan_text_actions_connect_copy:
 *
 * What is copied from @view is clean text.
 */
void
bayan_text_actions_connect_copy (BayanReaderPane *pane, GtkWidget *view)
{
  g_signal_connect_object (view, "copy-clipboard", G_CALLBACK (copied_cb), pane, 0);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                BayanReaderPane *pane)
{
  int region;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter && key != GDK_KEY_Delete)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Delete && bayan_text_actions_leave_out (pane))
    return GDK_EVENT_STOP;
  region = bayan_source_pane_get_region_at_cursor (BAYAN_SOURCE_PANE (pane->source));
  if (region >= 0)
    bayan_reader_pane_toggle_region (pane, region);
  else
    gtk_widget_error_bell (GTK_WIDGET (pane));
  return GDK_EVENT_STOP;
}

/**
 * bayan_text_actions_add_keys:
 *
 * Keys while the source has the focus: Return and Delete take the region at the cursor back, or leave it out again;
 * Delete leaves out what is selected.
 */
void
bayan_text_actions_add_keys (BayanReaderPane *pane, GtkWidget *source_view)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (key_pressed_cb), pane, 0);
  gtk_widget_add_controller (source_view, controller);
}
