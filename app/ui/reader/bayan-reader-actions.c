/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-reader-actions.h"

#include "bayan-reader-pane-private.h"
#include "bayan-same-window.h"
#include "bayan-text-actions.h"
#include "bayan-type-style.h"

static void
step (BayanReaderPane *pane, gboolean forward, gboolean only_suggested)
{
  BayanReaderView *view = bayan_reader_pane_get_view (pane);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  const BayanReaderMark *mark;
  GtkTextIter cursor;

  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  mark = bayan_reader_marks_step (bayan_reader_view_get_marks (view), bayan_reader_view_get_current (view),
                                  gtk_text_iter_get_offset (&cursor), forward, only_suggested);
  if (mark == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (pane));
      return;
    }
  bayan_reader_view_set_current (view, mark->id);
  bayan_reader_view_scroll_to_mark (view, mark);
}

static const BayanMention *
get_current (BayanReaderPane *pane)
{
  BayanReading *reading = bayan_desk_get_reading (bayan_reader_pane_get_desk (pane));
  gint64 current = bayan_reader_view_get_current (bayan_reader_pane_get_view (pane));

  return reading != NULL && current != 0 ? bayan_reading_find_mention (reading, current) : NULL;
}

/* Deciding moves on to the next suggestion, so that a statement is worked through with one key a decision. */
static void
decide (BayanReaderPane *pane, BayanMentionStatus status)
{
  const BayanMention *current = get_current (pane);
  gint64 id;

  if (current == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (pane));
      return;
    }
  id = current->id;
  bayan_reader_pane_close_popover (pane);
  step (pane, TRUE, TRUE);
  if (status == BAYAN_STATUS_CONFIRMED)
    bayan_desk_confirm (bayan_reader_pane_get_desk (pane), id);
  else
    bayan_desk_reject (bayan_reader_pane_get_desk (pane), id);
}

static void
confirm_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  decide (BAYAN_READER_PANE (widget), BAYAN_STATUS_CONFIRMED);
}

static void
reject_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  decide (BAYAN_READER_PANE (widget), BAYAN_STATUS_REJECTED);
}

static void
change_type (BayanReaderPane *pane, BayanMentionType type)
{
  const BayanMention *current = get_current (pane);

  if (current == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (pane));
      return;
    }
  bayan_desk_change_type (bayan_reader_pane_get_desk (pane), current->id, type);
  bayan_reader_pane_close_popover (pane);
}

static void
change_type_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BayanMentionType type;

  if (bayan_mention_type_from_string (g_variant_get_string (parameter, NULL), &type))
    change_type (BAYAN_READER_PANE (widget), type);
}

static void
show_same (BayanReaderPane *pane)
{
  const BayanMention *current = get_current (pane);
  g_autoptr (BayanSameList) list = current != NULL
                                       ? bayan_same_list_new (bayan_reader_pane_get_desk (pane), current->id)
                                       : NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (pane));

  if (list == NULL || !GTK_IS_WINDOW (root))
    {
      gtk_widget_error_bell (GTK_WIDGET (pane));
      return;
    }
  bayan_reader_pane_close_popover (pane);
  gtk_window_present (GTK_WINDOW (bayan_same_window_new (GTK_WINDOW (root), list)));
}

static void
same_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_same (BAYAN_READER_PANE (widget));
}

static gboolean
label_selection (BayanReaderPane *pane, BayanMentionType type)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (bayan_reader_pane_get_view (pane)));
  BayanCleanSpan span;
  GtkTextIter end;

  if (!bayan_reader_pane_get_selection (pane, &span))
    return FALSE;
  bayan_desk_label (bayan_reader_pane_get_desk (pane), span, type);
  gtk_text_buffer_get_selection_bounds (buffer, NULL, &end);
  gtk_text_buffer_place_cursor (buffer, &end);
  return TRUE;
}

static void
label_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BayanMentionType type;

  if (bayan_mention_type_from_string (g_variant_get_string (parameter, NULL), &type))
    label_selection (BAYAN_READER_PANE (widget), type);
  bayan_reader_pane_close_popover (BAYAN_READER_PANE (widget));
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (BAYAN_READER_PANE (widget), TRUE, FALSE);
}

static void
previous_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (BAYAN_READER_PANE (widget), FALSE, FALSE);
}

/* Of the current mention: of the person, or of who held the office then. */
static gboolean
show_person (BayanReaderPane *pane)
{
  const BayanMention *current = get_current (pane);
  g_autofree char *name_ar = NULL, *name_en = NULL;
  g_autofree char *key = current != NULL ? bayan_desk_find_person (bayan_reader_pane_get_desk (pane),
                                                                   current->id, &name_ar, &name_en)
                                         : NULL;

  if (key == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (pane));
      return FALSE;
    }
  bayan_reader_pane_close_popover (pane);
  return gtk_widget_activate_action (GTK_WIDGET (pane), "win.show-person", "s", key);
}

static void
person_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_person (BAYAN_READER_PANE (widget));
}

static void
next_suggestion_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (BAYAN_READER_PANE (widget), TRUE, TRUE);
}

static void
previous_suggestion_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (BAYAN_READER_PANE (widget), FALSE, TRUE);
}

/**
 * bayan_reader_actions_install:
 *
 * Installs the actions on the class of the reader pane.
 */
void
bayan_reader_actions_install (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "reader.confirm", NULL, confirm_action);
  gtk_widget_class_install_action (klass, "reader.reject", NULL, reject_action);
  gtk_widget_class_install_action (klass, "reader.change-type", "s", change_type_action);
  gtk_widget_class_install_action (klass, "reader.label", "s", label_action);
  gtk_widget_class_install_action (klass, "reader.same", NULL, same_action);
  gtk_widget_class_install_action (klass, "reader.person", NULL, person_action);
  gtk_widget_class_install_action (klass, "reader.next", NULL, next_action);
  gtk_widget_class_install_action (klass, "reader.previous", NULL, previous_action);
  gtk_widget_class_install_action (klass, "reader.next-suggestion", NULL, next_suggestion_action);
  gtk_widget_class_install_action (klass, "reader.previous-suggestion", NULL, previous_suggestion_action);
}

/**
 * bayan_reader_actions_get_latin_key:
 *
 * Returns: the letter that the pressed key has on a Latin layout: an analyst's keyboard is often an Arabic one
 */
guint
bayan_reader_actions_get_latin_key (GtkEventControllerKey *controller, guint keyval, guint keycode)
{
  GdkDisplay *display =
      gtk_widget_get_display (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));
  g_autofree guint *keyvals = NULL;
  int n = 0;

  if (keyval < 0x80 || keyval >= 0xFE00)
    return gdk_keyval_to_lower (keyval);
  if (!gdk_display_map_keycode (display, keycode, NULL, &keyvals, &n))
    return keyval;
  for (int i = 0; i < n; i++)
    if (keyvals[i] >= GDK_KEY_a && keyvals[i] <= GDK_KEY_z)
      return keyvals[i];
  return keyval;
}

static gboolean
press_type_key (BayanReaderPane *pane, guint key)
{
  for (guint type = 0; type < BAYAN_MENTION_N_TYPES; type++)
    {
      if (key != (guint) bayan_type_style_get_key (type))
        continue;
      if (!label_selection (pane, type))
        change_type (pane, type);
      return TRUE;
    }
  return FALSE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
                BayanReaderPane *pane)
{
  guint key = bayan_reader_actions_get_latin_key (controller, keyval, keycode);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) == GDK_ALT_MASK
      && (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter))
    {
      show_person (pane);
      return GDK_EVENT_STOP;
    }
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_y:
      decide (pane, BAYAN_STATUS_CONFIRMED);
      return GDK_EVENT_STOP;
    case GDK_KEY_s:
      show_same (pane);
      return GDK_EVENT_STOP;
    case GDK_KEY_question:
    case GDK_KEY_Arabic_question_mark:
      bayan_reader_pane_ask_why_not (pane);
      return GDK_EVENT_STOP;
    case GDK_KEY_Delete:
      if (!bayan_text_actions_leave_out (pane))
        decide (pane, BAYAN_STATUS_REJECTED);
      return GDK_EVENT_STOP;
    case GDK_KEY_x:
      decide (pane, BAYAN_STATUS_REJECTED);
      return GDK_EVENT_STOP;
    case GDK_KEY_j:
      step (pane, TRUE, (state & GDK_SHIFT_MASK) == 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_k:
      step (pane, FALSE, (state & GDK_SHIFT_MASK) == 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (!BAYAN_IS_READER_VIEW (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller))))
        return GDK_EVENT_PROPAGATE; /* presses the popover's button */
      if (!bayan_reader_pane_toggle_region_at_cursor (pane))
        bayan_reader_pane_open_popover (pane);
      return GDK_EVENT_STOP;
    default:
      return press_type_key (pane, key) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
    }
}

/**
 * bayan_reader_actions_add_keys:
 *
 * Single keys while the text has the focus: Y confirms, X rejects, S shows the same everywhere, Alt+Return the person, ? asks why nothing is suggested, J and K go to the next and previous suggestion (with
 * Shift to any mention), Return opens what is at the cursor, Delete leaves the selection out of the text, and each type
 * has its letter, for the selection or, where there is none, for the current mention. In the popover of a mention the
 * same keys do the same.
 */
void
bayan_reader_actions_add_keys (BayanReaderPane *pane, GtkWidget *widget)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (key_pressed_cb), pane, 0);
  gtk_widget_add_controller (widget, controller);
}
