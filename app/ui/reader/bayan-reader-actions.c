/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-reader-actions.h"

#include "bayan-part-actions.h"
#include "bayan-reader-pane-private.h"
#include "bayan-relation-actions.h"
#include "bayan-same-window.h"
#include "bayan-text-actions.h"

static void
step (BayanReaderPane *pane, gboolean forward, gboolean only_suggested)
{
  BayanReaderView *view = bayan_reader_pane_get_view (pane);
  const BayanReaderMark *mark;

  mark = bayan_reader_marks_step (bayan_reader_view_get_marks (view), bayan_reader_view_get_current (view),
                                  bayan_reader_pane_get_caret (pane), forward, only_suggested);
  if (mark == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (pane));
      return;
    }
  bayan_reader_view_set_current (view, mark->id);
  bayan_reader_view_scroll_to_mark (view, mark);
}

/* Deciding moves on to the next suggestion, so that a statement is worked through with one key a decision. */
static void
decide (BayanReaderPane *pane, BayanMentionStatus status)
{
  const BayanMention *current = bayan_reader_pane_get_current (pane);
  gint64 id;

  if (bayan_mention_popover_decide (pane->popover, status))
    return;
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
  const BayanMention *current = bayan_reader_pane_get_current (pane);

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
  const BayanMention *current = bayan_reader_pane_get_current (pane);
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

/* Of the selection, or where nothing is selected of the current mention. */
static void
set_type_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BayanReaderPane *pane = BAYAN_READER_PANE (widget);
  BayanMentionType type;

  if (bayan_mention_type_from_string (g_variant_get_string (parameter, NULL), &type)
      && !label_selection (pane, type))
    change_type (pane, type);
}

/* The selection, or else the current mention: its words have the label beside what they are. */
static gboolean
mark (BayanReaderPane *pane, gint64 label)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (bayan_reader_pane_get_view (pane)));
  const BayanMention *current = bayan_reader_pane_get_current (pane);
  BayanCleanSpan span;
  GtkTextIter end;

  if (bayan_reader_pane_get_selection (pane, &span))
    {
      gtk_text_buffer_get_selection_bounds (buffer, NULL, &end);
      gtk_text_buffer_place_cursor (buffer, &end);
    }
  else if (current != NULL)
    span = current->span;
  else
    return FALSE;
  bayan_reader_pane_close_popover (pane);
  bayan_desk_mark (bayan_reader_pane_get_desk (pane), span, label);
  return TRUE;
}

static void
mark_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (!mark (BAYAN_READER_PANE (widget), g_variant_get_int64 (parameter)))
    gtk_widget_error_bell (widget);
}

/* Of the current mention, or else of the statement */
static void
note (BayanReaderPane *pane)
{
  const BayanMention *current = bayan_reader_pane_get_current (pane);
  BayanReading *reading = bayan_desk_get_reading (bayan_reader_pane_get_desk (pane));

  bayan_reader_pane_close_popover (pane);
  if (current != NULL)
    gtk_widget_activate_action (GTK_WIDGET (pane), "win.note", "(ux)", (guint) BAYAN_NOTE_OF_MENTION,
                                current->id);
  else if (reading != NULL)
    gtk_widget_activate_action (GTK_WIDGET (pane), "win.note", "(ux)", (guint) BAYAN_NOTE_OF_STATEMENT,
                                bayan_reading_get_id (reading));
}

static void
note_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  note (BAYAN_READER_PANE (widget));
}

static void
note_statement_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BayanReading *reading = bayan_desk_get_reading (bayan_reader_pane_get_desk (BAYAN_READER_PANE (widget)));

  if (reading != NULL)
    gtk_widget_activate_action (widget, "win.note", "(ux)", (guint) BAYAN_NOTE_OF_STATEMENT,
                                bayan_reading_get_id (reading));
}

/* New, in progress, done, and new again */
static void
next_stage (BayanReaderPane *pane)
{
  BayanDesk *desk = bayan_reader_pane_get_desk (pane);
  BayanReading *reading = bayan_desk_get_reading (desk);
  gint64 id = reading != NULL ? bayan_reading_get_id (reading) : 0;
  BayanStatementItem *item = bayan_desk_find_statement (desk, id);

  if (item == NULL)
    gtk_widget_error_bell (GTK_WIDGET (pane));
  else
    bayan_desk_set_stage (desk, &id, 1, (bayan_statement_item_get_stage (item) + 1) % BAYAN_N_STAGES);
}

static void
next_stage_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  next_stage (BAYAN_READER_PANE (widget));
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
  const BayanMention *current = bayan_reader_pane_get_current (pane);
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
  gtk_widget_class_install_action (klass, "reader.set-type", "s", set_type_action);
  gtk_widget_class_install_action (klass, "reader.mark", "x", mark_action);
  gtk_widget_class_install_action (klass, "reader.note", NULL, note_action);
  gtk_widget_class_install_action (klass, "reader.note-statement", NULL, note_statement_action);
  gtk_widget_class_install_action (klass, "reader.next-stage", NULL, next_stage_action);
  gtk_widget_class_install_action (klass, "reader.same", NULL, same_action);
  gtk_widget_class_install_action (klass, "reader.person", NULL, person_action);
  gtk_widget_class_install_action (klass, "reader.next", NULL, next_action);
  gtk_widget_class_install_action (klass, "reader.previous", NULL, previous_action);
  gtk_widget_class_install_action (klass, "reader.next-suggestion", NULL, next_suggestion_action);
  gtk_widget_class_install_action (klass, "reader.previous-suggestion", NULL, previous_suggestion_action);
}

/* A letter, or a bracket, that the key has without Shift on one of the layouts. */
static guint
find_latin_key (GdkDisplay *display, guint keycode)
{
  g_autofree GdkKeymapKey *keys = NULL;
  g_autofree guint *keyvals = NULL;
  int n = 0;

  if (!gdk_display_map_keycode (display, keycode, &keys, &keyvals, &n))
    return 0;
  for (int i = 0; i < n; i++)
    if (keys[i].level == 0
        && ((keyvals[i] >= GDK_KEY_a && keyvals[i] <= GDK_KEY_z) || keyvals[i] == GDK_KEY_bracketleft
            || keyvals[i] == GDK_KEY_bracketright))
      return keyvals[i];
  return 0;
}

static guint
add_shift (guint key, GdkModifierType state)
{
  if ((state & GDK_SHIFT_MASK) == 0)
    return key;
  if (key == GDK_KEY_bracketleft)
    return GDK_KEY_braceleft;
  return key == GDK_KEY_bracketright ? GDK_KEY_braceright : key;
}

/**
 * bayan_reader_actions_get_latin_key:
 *
 * Returns: the letter or sign that the pressed key has on a Latin layout, letters without Shift: an analyst's keyboard is
 *   often an Arabic one
 */
guint
bayan_reader_actions_get_latin_key (GtkEventControllerKey *controller, guint keyval, guint keycode,
                                    GdkModifierType state)
{
  GdkDisplay *display =
      gtk_widget_get_display (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));
  guint latin;

  if (g_ascii_isalpha ((char) keyval) && keyval < 0x80)
    return gdk_keyval_to_lower (keyval);
  if (keyval >= 0xFE00)
    return keyval;
  latin = find_latin_key (display, keycode);
  if (latin == 0 || (keyval < 0x80 && latin >= GDK_KEY_a && latin <= GDK_KEY_z))
    return keyval;
  return add_shift (latin, state);
}

/* What is at the caret: a region is taken back, or left out; the popover of a mention opens. */
static gboolean
press_return (BayanReaderPane *pane, GtkEventControllerKey *controller)
{
  if (!BAYAN_IS_READER_VIEW (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller))))
    return GDK_EVENT_PROPAGATE; /* presses the popover's button */
  if (!bayan_reader_pane_toggle_region_at_cursor (pane))
    bayan_reader_pane_open_popover (pane);
  return GDK_EVENT_STOP;
}

/* Next and previous go to any mention with Shift. */
static void
do_command (BayanReaderPane *pane, guint command, GdkModifierType state)
{
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;
  GVariant *target;
  const char *action = bayan_reader_command_get_action (command, &target);

  if (shift && command == BAYAN_READER_NEXT)
    action = "reader.next";
  else if (shift && command == BAYAN_READER_PREVIOUS)
    action = "reader.previous";
  gtk_widget_activate_action_variant (GTK_WIDGET (pane), action, target);
}

static gboolean
press_label_key (BayanReaderPane *pane, guint key)
{
  const BayanOwnLabel *label =
      key < 0x80 ? bayan_desk_find_label_of_key (bayan_reader_pane_get_desk (pane), (char) key) : NULL;

  if (label != NULL && !mark (pane, label->id))
    gtk_widget_error_bell (GTK_WIDGET (pane));
  return label != NULL;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
                BayanReaderPane *pane)
{
  guint key = bayan_reader_actions_get_latin_key (controller, keyval, keycode, state);
  gboolean is_return = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter;
  int command;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) == GDK_ALT_MASK && is_return)
    {
      show_person (pane);
      return GDK_EVENT_STOP;
    }
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (bayan_relation_actions_press (pane, key, state) || bayan_part_actions_press (pane, key))
    return GDK_EVENT_STOP;
  if (is_return)
    return press_return (pane, controller);
  if (key == GDK_KEY_Delete)
    {
      if (!bayan_text_actions_leave_out (pane))
        decide (pane, BAYAN_STATUS_REJECTED);
      return GDK_EVENT_STOP;
    }
  if (key == GDK_KEY_Escape && bayan_reader_view_get_dims_others (BAYAN_READER_VIEW (pane->view)))
    {
      gtk_widget_activate_action (GTK_WIDGET (pane), "win.focus-mode", NULL);
      return GDK_EVENT_STOP;
    }
  command = bayan_reader_keys_find (pane->keys, key);
  if (command < 0)
    return press_label_key (pane, key) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
  do_command (pane, (guint) command, state);
  return GDK_EVENT_STOP;
}

/**
 * bayan_reader_actions_add_keys:
 *
 * Single keys while the text has the focus, or the popover of a mention: those of bayan-reader-keys.h, and those that the
 * code book gives to its labels where no command has them; while a relation is made, those of bayan-relation-actions.h
 * before them. With Shift, the next and the previous one are any mention.
 * Return opens what is at the cursor, Alt+Return the person, and Delete leaves the selection out of the text.
 */
void
bayan_reader_actions_add_keys (BayanReaderPane *pane, GtkWidget *widget)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (key_pressed_cb), pane, 0);
  gtk_widget_add_controller (widget, controller);
}
