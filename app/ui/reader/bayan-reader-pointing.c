/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-reader-pane-private.h"

#include "bayan-explanation.h"
#include "bayan-relation-actions.h"

/* @region: a removed region of the statement: taken back, or left out again */
void
bayan_reader_pane_toggle_region (BayanReaderPane *self, int region)
{
  const BayanStatement *statement = bayan_reader_pane_get_statement (self);

  if (statement == NULL || region < 0 || region >= (int) statement->removed->len)
    return;
  bayan_desk_set_region_restored (self->desk, (guint) region,
                                  !((BayanRemovedRegion *) statement->removed->pdata[region])->restored);
}

/* Brings @span on screen, selects it and gives the text the focus. */
void
bayan_reader_pane_show_span (BayanReaderPane *self, BayanCleanSpan span)
{
  GtkTextBuffer *buffer = bayan_reader_pane_get_buffer (self);
  GtkTextIter start, end;

  if (self->text == NULL)
    return;
  bayan_reader_view_get_caret_iter (BAYAN_READER_VIEW (self->view),
                                    bayan_reader_text_to_buffer (self->text, span.start), &start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, bayan_reader_text_end_to_buffer (self->text, span.end));
  gtk_widget_grab_focus (self->view);
  gtk_text_buffer_select_range (buffer, &start, &end);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self->view), gtk_text_buffer_get_insert (buffer), 0.15, FALSE,
                                0, 0);
}

static gboolean
toggle_region_at (BayanReaderPane *self, int offset)
{
  int region = self->text != NULL ? bayan_reader_text_find_region (self->text, offset) : -1;

  if (region < 0)
    return FALSE;
  bayan_reader_pane_toggle_region (self, region);
  return TRUE;
}

/* What has a visible mark at @offset, innermost first. */
static GPtrArray *
find_mentions_at (BayanReaderPane *self, int offset)
{
  g_autoptr (GPtrArray) all = bayan_reading_get_mentions_at (self->reading,
                                                             bayan_reader_text_to_clean (self->text, offset));
  GPtrArray *shown = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      BayanMention *mention = g_ptr_array_index (all, i);
      if (mention->status != BAYAN_STATUS_REJECTED
          && bayan_reader_view_get_type_visible (BAYAN_READER_VIEW (self->view), mention->type))
        g_ptr_array_add (shown, mention);
    }
  return shown;
}

static void
fill_popover (BayanReaderPane *self)
{
  gint64 current = bayan_reader_view_get_current (BAYAN_READER_VIEW (self->view));
  const BayanMention *mention = bayan_reading_find_mention (self->reading, current);
  GdkRectangle rectangle;
  graphene_point_t corner;

  if (mention == NULL
      || !bayan_reader_view_get_mark_rectangle (BAYAN_READER_VIEW (self->view), current, &rectangle)
      || !gtk_widget_compute_point (self->view, GTK_WIDGET (self),
                                    &GRAPHENE_POINT_INIT ((float) rectangle.x, (float) rectangle.y), &corner))
    return;
  rectangle.x = (int) corner.x;
  rectangle.y = (int) corner.y;
  bayan_mention_popover_show_mention (self->popover, self->desk, mention);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &rectangle);
}

static void
mention_chosen_cb (BayanReaderPane *self, gint64 mention)
{
  bayan_reader_view_set_current (BAYAN_READER_VIEW (self->view), mention);
  fill_popover (self);
}

/* The innermost of @mentions with which a relation can be made, or else the innermost: it is what keys and chips act on. */
static void
choose_other (BayanReaderPane *self, GPtrArray *mentions)
{
  const BayanMention *chosen = g_ptr_array_index (mentions, 0);

  for (guint i = mentions->len; i-- > 0;)
    if (bayan_relation_actions_fit (self, ((const BayanMention *) mentions->pdata[i])->id))
      chosen = g_ptr_array_index (mentions, i);
  bayan_reader_view_set_current (BAYAN_READER_VIEW (self->view), chosen->id);
}

/* @mentions: (element-type BayanMention): at one place, at least one; the first is the current one from now on */
static void
open_popover_of (BayanReaderPane *self, GPtrArray *mentions)
{
  bayan_reader_view_set_current (BAYAN_READER_VIEW (self->view), ((BayanMention *) mentions->pdata[0])->id);
  bayan_mention_popover_set_stack (self->popover, self->desk, mentions);
  fill_popover (self);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  bayan_mention_popover_focus_decision (self->popover);
}

static void
open_popover_at (BayanReaderPane *self, int offset)
{
  g_autoptr (GPtrArray) mentions = find_mentions_at (self, offset);
  int repair = bayan_reader_text_find_repair (self->text, offset);

  if (mentions->len == 0 && repair >= 0)
    {
      bayan_reader_pane_toggle_region (self, repair);
      return;
    }
  if (mentions->len == 0)
    {
      bayan_reader_view_set_current (BAYAN_READER_VIEW (self->view), 0);
      return;
    }
  if (bayan_relation_actions_are_relating (self))
    {
      choose_other (self, mentions);
      return;
    }
  if (self->parting != 0)
    {
      bayan_reader_pane_select (self, ((const BayanMention *) mentions->pdata[0])->span);
      return;
    }
  open_popover_of (self, mentions);
}

/* Returns: FALSE where nothing stands in the margin at the point */
static gboolean
open_margin_at (BayanReaderPane *self, double x, double y)
{
  g_autoptr (GPtrArray) noted = bayan_reader_view_list_noted_at (BAYAN_READER_VIEW (self->view), x, y);

  if (noted->len > 0)
    open_popover_of (self, noted);
  else if (bayan_reader_view_find_act_at (BAYAN_READER_VIEW (self->view), x, y) >= 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "reader.acts", NULL);
  else
    return FALSE;
  return TRUE;
}

static void
click_released_cb (GtkGestureClick *gesture, int n_press, double x, double y, BayanReaderPane *self)
{
  int offset = bayan_reader_view_get_offset_at (BAYAN_READER_VIEW (self->view), x, y);

  if (n_press == 1 && self->reading != NULL && open_margin_at (self, x, y))
    return;
  if (n_press != 1 || offset < 0 || self->reading == NULL
      || gtk_text_buffer_get_has_selection (bayan_reader_pane_get_buffer (self)))
    return;
  if (!toggle_region_at (self, offset))
    open_popover_at (self, offset);
}

static void
pointer_moved_cb (GtkEventControllerMotion *controller, double x, double y, BayanReaderPane *self)
{
  int offset = self->reading != NULL ? bayan_reader_view_get_offset_at (BAYAN_READER_VIEW (self->view), x, y)
                                     : -1;
  g_autoptr (GPtrArray) mentions = offset >= 0 ? find_mentions_at (self, offset) : NULL;
  gboolean on_link = offset >= 0
                     && (mentions->len > 0 || bayan_reader_text_find_region (self->text, offset) >= 0
                         || bayan_reader_text_find_repair (self->text, offset) >= 0);
  g_autoptr (GPtrArray) noted = bayan_reader_view_list_noted_at (BAYAN_READER_VIEW (self->view), x, y);

  gtk_widget_set_cursor_from_name (self->view, on_link || noted->len > 0 ? "pointer" : "text");
}

/* Of the line of a region all its words, of what was put right what it was. */
static char *
describe_region_at (BayanReaderPane *self, int offset)
{
  const BayanStatement *statement = bayan_reader_pane_get_statement (self);
  int region = bayan_reader_text_find_region (self->text, offset);
  int repair = region < 0 ? bayan_reader_text_find_repair (self->text, offset) : -1;

  if (region >= 0)
    return g_strdup (((BayanRemovedRegion *) statement->removed->pdata[region])->text);
  return repair >= 0 ? bayan_explanation_of_region_rule (statement->removed->pdata[repair]) : NULL;
}

/* What is noted of mentions in the line whose sign in the margin is at the point, as markup; NULL for nothing. */
static char *
describe_notes_at (BayanReaderPane *self, int x, int y)
{
  g_autoptr (GPtrArray) noted = bayan_reader_view_list_noted_at (BAYAN_READER_VIEW (self->view), x, y);
  const BayanStatement *statement = bayan_reader_pane_get_statement (self);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < noted->len; i++)
    {
      const BayanMention *mention = noted->pdata[i];
      const BayanNote *note = bayan_desk_find_note (self->desk, BAYAN_NOTE_OF_MENTION, mention->id);
      g_autofree char *name = g_markup_escape_text (statement->text + mention->span.start.byte,
                                                    (gssize) bayan_clean_span_length_bytes (mention->span));
      g_autofree char *text = g_markup_escape_text (note != NULL ? note->text : "", -1);

      g_string_append_printf (words, "%s<b>%s</b>\n%s", i > 0 ? "\n\n" : "", name, text);
    }
  return g_string_free (words, noted->len == 0);
}

static gboolean
query_tooltip_cb (GtkWidget *view, int x, int y, gboolean keyboard, GtkTooltip *tooltip,
                  BayanReaderPane *self)
{
  g_autofree char *notes = NULL, *words = NULL;
  int offset;

  if (self->text == NULL || self->reading == NULL)
    return FALSE;
  notes = describe_notes_at (self, x, y);
  if (notes != NULL)
    {
      gtk_tooltip_set_markup (tooltip, notes);
      return TRUE;
    }
  offset = bayan_reader_view_get_offset_at (BAYAN_READER_VIEW (view), x, y);
  words = offset >= 0 ? describe_region_at (self, offset) : NULL;
  if (words == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

/* Returns: a buffer offset */
int
bayan_reader_pane_get_caret (BayanReaderPane *self)
{
  GtkTextBuffer *buffer = bayan_reader_pane_get_buffer (self);
  GtkTextIter caret;

  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  return gtk_text_iter_get_offset (&caret);
}

/* The innermost mention at the caret; 0 for none */
gint64
bayan_reader_pane_find_at_caret (BayanReaderPane *self)
{
  g_autoptr (GPtrArray) mentions = self->reading != NULL
                                       ? find_mentions_at (self, bayan_reader_pane_get_caret (self))
                                       : NULL;

  return mentions != NULL && mentions->len > 0 ? ((BayanMention *) mentions->pdata[0])->id : 0;
}

/**
 * bayan_reader_pane_open_popover:
 *
 * Opens the popover of what is at the cursor.
 */
void
bayan_reader_pane_open_popover (BayanReaderPane *self)
{
  if (self->reading != NULL)
    open_popover_at (self, bayan_reader_pane_get_caret (self));
}

/**
 * bayan_reader_pane_toggle_region_at_cursor:
 *
 * Returns: TRUE if the cursor is on the line of a removed region, which is then taken back or left out again
 */
gboolean
bayan_reader_pane_toggle_region_at_cursor (BayanReaderPane *self)
{
  return toggle_region_at (self, bayan_reader_pane_get_caret (self));
}

/* Selects @span; the caret stands at its end. */
void
bayan_reader_pane_select (BayanReaderPane *self, BayanCleanSpan span)
{
  GtkTextBuffer *buffer = bayan_reader_pane_get_buffer (self);
  GtkTextIter start, end;

  bayan_reader_view_get_caret_iter (BAYAN_READER_VIEW (self->view),
                                    bayan_reader_text_to_buffer (self->text, span.start), &start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, bayan_reader_text_end_to_buffer (self->text, span.end));
  gtk_text_buffer_select_range (buffer, &end, &start);
}

/* Where nothing is selected, the word at the cursor is, without its particles. */
static void
select_word (BayanReaderPane *self)
{
  BayanWordSpan word;

  if (bayan_desk_find_word (
          self->desk, bayan_reader_text_to_clean (self->text, bayan_reader_pane_get_caret (self)), &word))
    bayan_reader_pane_select (self, word.bare);
}

/* The place of what is selected, seen from the pane */
static gboolean
get_selection_rectangle (BayanReaderPane *self, GdkRectangle *rectangle)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  GtkTextIter start, end;
  GdkRectangle last;
  graphene_point_t corner;

  if (!gtk_text_buffer_get_selection_bounds (bayan_reader_pane_get_buffer (self), &start, &end))
    return FALSE;
  gtk_text_view_get_iter_location (view, &start, rectangle);
  gtk_text_iter_backward_char (&end);
  gtk_text_view_get_iter_location (view, &end, &last);
  if (last.y == rectangle->y)
    gdk_rectangle_union (rectangle, &last, rectangle);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, rectangle->x, rectangle->y,
                                         &rectangle->x, &rectangle->y);
  if (!gtk_widget_compute_point (self->view, GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT ((float) rectangle->x, (float) rectangle->y), &corner))
    return FALSE;
  rectangle->x = (int) corner.x;
  rectangle->y = (int) corner.y;
  return TRUE;
}

/**
 * bayan_reader_pane_ask_why_not:
 *
 * Opens the popover that says why nothing is suggested for the selection, or for the word at the cursor.
 */
void
bayan_reader_pane_ask_why_not (BayanReaderPane *self)
{
  GdkRectangle rectangle;
  BayanCleanSpan span;

  if (self->reading != NULL && !gtk_text_buffer_get_has_selection (bayan_reader_pane_get_buffer (self)))
    select_word (self);
  if (!bayan_reader_pane_get_selection (self, &span) || !get_selection_rectangle (self, &rectangle))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  bayan_reader_pane_close_popover (self);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->absence_popover), &rectangle);
  bayan_absence_popover_ask (self->absence_popover, self->desk, span);
}

/* Selecting with the pointer */

/* A second double click on the same word takes its particles in. */
static void
select_word_at (BayanReaderPane *self, double x, double y)
{
  int offset = bayan_reader_view_get_offset_at (BAYAN_READER_VIEW (self->view), x, y);
  BayanCleanSpan span;
  BayanWordSpan word;

  if (offset < 0 || bayan_reader_text_find_region (self->text, offset) >= 0
      || !bayan_desk_find_word (self->desk, bayan_reader_text_to_clean (self->text, offset), &word))
    return;
  span = bayan_clean_span_equal (self->last_word, word.bare) ? word.whole : word.bare;
  self->last_word = span;
  bayan_reader_pane_select (self, span);
}

static void
snap_selection (BayanReaderPane *self)
{
  BayanCleanSpan drawn, span;

  if (!bayan_reader_pane_get_selection (self, &drawn))
    return;
  span = drawn;
  bayan_desk_snap_to_words (self->desk, &span);
  if (!bayan_clean_span_equal (span, drawn))
    bayan_reader_pane_select (self, span);
}

static gboolean
selected_cb (gpointer data)
{
  BayanReaderPane *self = data;

  if (self->reading == NULL || self->text == NULL)
    return G_SOURCE_REMOVE;
  if (self->n_press == 2)
    select_word_at (self, self->press_x, self->press_y);
  else
    snap_selection (self);
  return G_SOURCE_REMOVE;
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, BayanReaderPane *self)
{
  self->n_press = (guint) n_press;
  self->press_x = x;
  self->press_y = y;
  if (n_press == 1 && !gtk_text_buffer_get_has_selection (bayan_reader_pane_get_buffer (self)))
    self->last_word = bayan_clean_span (0, 0);
}

/* GTK selects first: what it has selected is then what was meant. With Ctrl it stays as it was drawn. A third press takes
 * the whole line. */
static gboolean
event_cb (GtkEventController *controller, GdkEvent *event, BayanReaderPane *self)
{
  if (gdk_event_get_event_type (event) == GDK_BUTTON_RELEASE && self->n_press > 0
      && gdk_button_event_get_button (event) == GDK_BUTTON_PRIMARY
      && (gdk_event_get_modifier_state (event) & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0
      && self->n_press <= 2)
    g_idle_add_full (G_PRIORITY_HIGH_IDLE, selected_cb, g_object_ref (self), g_object_unref);
  return GDK_EVENT_PROPAGATE;
}

static void
connect_selecting (BayanReaderPane *self, GtkGesture *click)
{
  GtkEventController *events = gtk_event_controller_legacy_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect (events, "event", G_CALLBACK (event_cb), self);
  gtk_widget_add_controller (self->view, events);
}

/* Everything that the pointer does in the text. */
void
bayan_reader_pane_connect_pointer (BayanReaderPane *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect (click, "released", G_CALLBACK (click_released_cb), self);
  connect_selecting (self, click);
  gtk_widget_add_controller (self->view, GTK_EVENT_CONTROLLER (click));
  g_signal_connect (motion, "motion", G_CALLBACK (pointer_moved_cb), self);
  gtk_widget_add_controller (self->view, motion);
  gtk_widget_set_has_tooltip (self->view, TRUE);
  g_signal_connect (self->view, "query-tooltip", G_CALLBACK (query_tooltip_cb), self);
  g_signal_connect_object (self->popover, "chosen", G_CALLBACK (mention_chosen_cb), self, G_CONNECT_SWAPPED);
}
