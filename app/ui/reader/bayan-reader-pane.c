/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-reader-pane.h"

#include <glib/gi18n.h>

#include "bayan-date-words.h"
#include "bayan-explanation.h"
#include "bayan-language.h"
#include "bayan-mention-popover.h"
#include "bayan-reader-actions.h"
#include "bayan-type-dot.h"
#include "bayan-type-style.h"

/* How long scrolling must rest before the place is kept. */
#define KEEP_PLACE_DELAY_MS 400

struct _BayanReaderPane {
  AdwBin parent_instance;

  BayanDesk *desk;
  BayanReading *reading; /* what is shown; NULL for none */
  BayanReaderText *text; /* of reading */
  BayanMentionPopover *popover;
  gint64 wanted_mention; /* to be shown once its statement is there; 0 for none */
  guint keep_place_source;

  GtkWidget *stack, *bar_stack;
  GtkWidget *facts_label;
  GtkWidget *scrolled_window, *view;
  GtkWidget *legend_box, *label_box;
  GtkWidget *legend_counts[BAYAN_MENTION_N_TYPES]; /* labels in the legend's chips */
};

G_DEFINE_FINAL_TYPE (BayanReaderPane, bayan_reader_pane, ADW_TYPE_BIN)

enum { PROP_DESK = 1, N_PROPS };
static GParamSpec *properties[N_PROPS];

static GtkTextBuffer *
get_buffer (BayanReaderPane *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

/* The place in the text, kept with the library: "STATEMENT:OFFSET". */

static gboolean
keep_place_cb (gpointer data)
{
  BayanReaderPane *self = data;
  g_autofree char *place = NULL;
  GdkRectangle visible;
  GtkTextIter iter;

  self->keep_place_source = 0;
  if (self->reading == NULL)
    return G_SOURCE_REMOVE;
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self->view), &visible);
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self->view), &iter, visible.y, NULL);
  place = g_strdup_printf ("%" G_GINT64_FORMAT ":%d", bayan_reading_get_id (self->reading),
                           gtk_text_iter_get_offset (&iter));
  bayan_desk_set_memory (self->desk, "reader-place", place);
  return G_SOURCE_REMOVE;
}

static void
scrolled_cb (BayanReaderPane *self)
{
  g_clear_handle_id (&self->keep_place_source, g_source_remove);
  self->keep_place_source = g_timeout_add (KEEP_PLACE_DELAY_MS, keep_place_cb, self);
}

static void
return_to_place (BayanReaderPane *self)
{
  const char *place = bayan_desk_get_memory (self->desk, "reader-place");
  GtkTextIter iter;
  char *offset = NULL;
  gboolean is_here = place != NULL
                     && g_ascii_strtoll (place, &offset, 10) == bayan_reading_get_id (self->reading)
                     && *offset == ':';

  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &iter,
                                      is_here ? (int) g_ascii_strtoll (offset + 1, NULL, 10) : 0);
  gtk_text_buffer_place_cursor (get_buffer (self), &iter);
  if (gtk_text_iter_is_start (&iter))
    {
      /* The very top, margin and all: scrolling to the first line leaves it out. */
      gtk_adjustment_set_value (
          gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled_window)), 0);
      return;
    }
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self->view), gtk_text_buffer_get_insert (get_buffer (self)), 0,
                                TRUE, 0, 0);
}

/* Filling */

static void
show_head (BayanReaderPane *self, const BayanStatement *statement)
{
  g_autofree char *dates = bayan_date_words_both (statement->date, statement->hijri);
  g_autofree char *name = bayan_language_isolate (
      statement->name != NULL && *statement->name != '\0' ? statement->name : _ ("Pasted text"));
  g_autofree char *facts = dates != NULL && *dates != '\0' ? g_strdup_printf (_ ("%1$s · %2$s"), dates, name)
                                                           : g_strdup (name);

  gtk_label_set_text (GTK_LABEL (self->facts_label), facts);
}

static void
tag_range (BayanReaderPane *self, const char *tag, int start, int end)
{
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &from, start);
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &to, end);
  gtk_text_buffer_apply_tag_by_name (get_buffer (self), tag, &from, &to);
}

/* An empty line between paragraphs is a little room, not a line of text. */
static void
tag_empty_lines (BayanReaderPane *self)
{
  GtkTextIter iter, next;

  gtk_text_buffer_get_start_iter (get_buffer (self), &iter);
  do
    {
      next = iter;
      if (gtk_text_iter_ends_line (&iter) && gtk_text_iter_forward_char (&next))
        gtk_text_buffer_apply_tag_by_name (get_buffer (self), "empty", &iter, &next);
    }
  while (gtk_text_iter_forward_line (&iter));
}

static void
tag_text (BayanReaderPane *self, const BayanStatement *statement)
{
  int start, end;

  tag_empty_lines (self);
  if (bayan_clean_span_length_bytes (statement->title_span) > 0)
    tag_range (self, "title", bayan_reader_text_to_buffer (self->text, statement->title_span.start),
               bayan_reader_text_end_to_buffer (self->text, statement->title_span.end));
  for (guint i = 0; i < statement->removed->len; i++)
    if (bayan_reader_text_get_region_line (self->text, i, &start, &end))
      tag_range (self, "region", start, end);
}

static void
show_marks (BayanReaderPane *self)
{
  GPtrArray *mentions = bayan_reading_get_mentions (self->reading);
  guint counts[BAYAN_MENTION_N_TYPES] = { 0 };

  bayan_reader_view_take_marks (BAYAN_READER_VIEW (self->view),
                                bayan_reader_marks_new (mentions, self->text));
  for (guint i = 0; i < mentions->len; i++)
    {
      const BayanMention *mention = g_ptr_array_index (mentions, i);
      if (mention->status != BAYAN_STATUS_REJECTED)
        counts[mention->type]++;
    }
  for (guint type = 0; type < BAYAN_MENTION_N_TYPES; type++)
    {
      g_autofree char *count = g_strdup_printf ("%u", counts[type]);
      GtkWidget *chip = gtk_widget_get_ancestor (self->legend_counts[type], GTK_TYPE_TOGGLE_BUTTON);
      gtk_label_set_text (GTK_LABEL (self->legend_counts[type]), count);
      gtk_widget_set_visible (chip, counts[type] > 0);
    }
}

static char *
region_line (const BayanRemovedRegion *region, gpointer data)
{
  return bayan_explanation_of_region (region);
}

static void
show_text (BayanReaderPane *self)
{
  const BayanStatement *statement = bayan_reading_get_statement (self->reading);

  g_clear_pointer (&self->text, bayan_reader_text_free);
  self->text = bayan_reader_text_new (statement, region_line, NULL);
  gtk_text_buffer_set_text (get_buffer (self), bayan_reader_text_get_string (self->text), -1);
  tag_text (self, statement);
  show_head (self, statement);
  show_marks (self);
}

static void
reading_changed_cb (BayanReaderPane *self)
{
  BayanReading *reading = bayan_desk_get_reading (self->desk);
  gboolean same = reading != NULL && self->reading != NULL
                  && bayan_reading_get_id (reading) == bayan_reading_get_id (self->reading);

  bayan_reader_pane_close_popover (self);
  g_set_object (&self->reading, reading);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), reading != NULL ? "text" : "none");
  if (reading == NULL)
    {
      gtk_text_buffer_set_text (get_buffer (self), "", 0);
      return;
    }
  if (!same)
    bayan_reader_view_set_current (BAYAN_READER_VIEW (self->view), 0);
  show_text (self);
  if (self->wanted_mention != 0)
    bayan_reader_pane_show_mention (self, self->wanted_mention);
  else
    return_to_place (self);
}

static void
mentions_changed_cb (BayanReaderPane *self)
{
  if (self->reading != NULL)
    show_marks (self);
}

/* Pointing */

static gboolean
toggle_region_at (BayanReaderPane *self, int offset)
{
  const BayanStatement *statement = self->reading != NULL ? bayan_reading_get_statement (self->reading)
                                                          : NULL;
  int region = statement != NULL ? bayan_reader_text_find_region (self->text, offset) : -1;
  const BayanRemovedRegion *removed;

  if (region < 0)
    return FALSE;
  removed = g_ptr_array_index (statement->removed, region);
  bayan_desk_set_region_restored (self->desk, (guint) region, !removed->restored);
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

static void
open_popover_at (BayanReaderPane *self, int offset)
{
  g_autoptr (GPtrArray) mentions = find_mentions_at (self, offset);

  if (mentions->len == 0)
    {
      bayan_reader_view_set_current (BAYAN_READER_VIEW (self->view), 0);
      return;
    }
  bayan_reader_view_set_current (BAYAN_READER_VIEW (self->view), ((BayanMention *) mentions->pdata[0])->id);
  bayan_mention_popover_set_stack (self->popover, self->desk, mentions);
  fill_popover (self);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  bayan_mention_popover_focus_decision (self->popover);
}

static void
click_released_cb (GtkGestureClick *gesture, int n_press, double x, double y, BayanReaderPane *self)
{
  int offset = bayan_reader_view_get_offset_at (BAYAN_READER_VIEW (self->view), x, y);

  if (n_press != 1 || offset < 0 || self->reading == NULL
      || gtk_text_buffer_get_has_selection (get_buffer (self)))
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
                     && (mentions->len > 0 || bayan_reader_text_find_region (self->text, offset) >= 0);

  gtk_widget_set_cursor_from_name (self->view, on_link ? "pointer" : "text");
}

static gboolean
query_tooltip_cb (GtkWidget *view, int x, int y, gboolean keyboard, GtkTooltip *tooltip,
                  BayanReaderPane *self)
{
  const BayanStatement *statement = self->reading != NULL ? bayan_reading_get_statement (self->reading)
                                                          : NULL;
  int offset = statement != NULL ? bayan_reader_view_get_offset_at (BAYAN_READER_VIEW (view), x, y) : -1;
  int region = offset >= 0 ? bayan_reader_text_find_region (self->text, offset) : -1;

  if (region < 0)
    return FALSE;
  gtk_tooltip_set_text (tooltip, ((BayanRemovedRegion *) statement->removed->pdata[region])->text);
  return TRUE;
}

static void
selection_changed_cb (BayanReaderPane *self)
{
  BayanCleanSpan span;
  gboolean selected = bayan_reader_pane_get_selection (self, &span)
                      && bayan_desk_get_read_only (self->desk) == NULL;

  gtk_stack_set_visible_child_name (GTK_STACK (self->bar_stack), selected ? "labels" : "legend");
}

/* Legend and labels */

static void
legend_toggled_cb (GtkToggleButton *button, BayanReaderPane *self)
{
  guint type = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "mention-type"));

  bayan_reader_view_set_type_visible (BAYAN_READER_VIEW (self->view), type,
                                      gtk_toggle_button_get_active (button));
}

static GtkWidget *
fill_chip (GtkWidget *button, BayanMentionType type, const char *aside)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (aside);

  gtk_box_append (GTK_BOX (box), bayan_type_dot_new (type));
  gtk_box_append (GTK_BOX (box), gtk_label_new (bayan_type_style_get_name (type)));
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "chip");
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  bayan_type_style_get_name (type), -1);
  return label;
}

static void
add_legend_chip (BayanReaderPane *self, BayanMentionType type)
{
  GtkWidget *button = gtk_toggle_button_new ();

  self->legend_counts[type] = fill_chip (button, type, "0");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  gtk_widget_add_css_class (button, "legend-chip");
  gtk_widget_set_tooltip_text (button, _ ("Show or hide the marks of this type"));
  g_object_set_data (G_OBJECT (button), "mention-type", GUINT_TO_POINTER (type));
  g_signal_connect_object (button, "toggled", G_CALLBACK (legend_toggled_cb), self, 0);
  gtk_box_append (GTK_BOX (self->legend_box), button);
}

static void
add_label_chip (BayanReaderPane *self, BayanMentionType type)
{
  char key[2] = { g_ascii_toupper (bayan_type_style_get_key (type)), '\0' };
  GtkWidget *button = gtk_button_new ();

  fill_chip (button, type, key);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "reader.label");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", bayan_mention_type_to_string (type));
  gtk_box_append (GTK_BOX (self->label_box), button);
}

static void
create_tags (BayanReaderPane *self)
{
  GtkTextBuffer *buffer = get_buffer (self);

  gtk_text_buffer_create_tag (buffer, "title", "weight", PANGO_WEIGHT_BOLD, "scale", 1.2, NULL);
  gtk_text_buffer_create_tag (buffer, "empty", "scale", 0.2, "pixels-below-lines", 0, NULL);
  gtk_text_buffer_create_tag (buffer, "region", "foreground", "#80808a", "scale", 0.72, "style",
                              PANGO_STYLE_NORMAL, NULL);
}

/* Life */

static void
connect_desk (BayanReaderPane *self)
{
  g_signal_connect_object (self->desk, "notify::reading", G_CALLBACK (reading_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "mentions-changed", G_CALLBACK (mentions_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
connect_view (BayanReaderPane *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "released", G_CALLBACK (click_released_cb), self);
  gtk_widget_add_controller (self->view, GTK_EVENT_CONTROLLER (click));
  g_signal_connect (motion, "motion", G_CALLBACK (pointer_moved_cb), self);
  gtk_widget_add_controller (self->view, motion);
  gtk_widget_set_has_tooltip (self->view, TRUE);
  g_signal_connect (self->view, "query-tooltip", G_CALLBACK (query_tooltip_cb), self);
  g_signal_connect_swapped (get_buffer (self), "notify::has-selection", G_CALLBACK (selection_changed_cb),
                            self);
  g_signal_connect_swapped (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled_window)),
                            "value-changed", G_CALLBACK (scrolled_cb), self);
  bayan_reader_actions_add_keys (self, self->view);
  bayan_reader_actions_add_keys (self, GTK_WIDGET (self->popover));
}

static void
bayan_reader_pane_constructed (GObject *object)
{
  BayanReaderPane *self = BAYAN_READER_PANE (object);

  G_OBJECT_CLASS (bayan_reader_pane_parent_class)->constructed (object);
  connect_desk (self);
  reading_changed_cb (self);
}

static void
bayan_reader_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BayanReaderPane *self = BAYAN_READER_PANE (object);

  if (id == PROP_DESK)
    self->desk = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bayan_reader_pane_dispose (GObject *object)
{
  BayanReaderPane *self = BAYAN_READER_PANE (object);

  g_clear_handle_id (&self->keep_place_source, g_source_remove);
  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->popover));
  self->popover = NULL;
  g_clear_object (&self->reading);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->text, bayan_reader_text_free);
  G_OBJECT_CLASS (bayan_reader_pane_parent_class)->dispose (object);
}

static void
bayan_reader_pane_class_init (BayanReaderPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = bayan_reader_pane_constructed;
  object_class->set_property = bayan_reader_pane_set_property;
  object_class->dispose = bayan_reader_pane_dispose;
  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, BAYAN_TYPE_DESK,
                                               G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY
                                                   | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (BAYAN_TYPE_READER_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bayandesk/Bayan/ui/reader/bayan-reader-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanReaderPane, stack);
  gtk_widget_class_bind_template_child (widget_class, BayanReaderPane, bar_stack);
  gtk_widget_class_bind_template_child (widget_class, BayanReaderPane, facts_label);
  gtk_widget_class_bind_template_child (widget_class, BayanReaderPane, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, BayanReaderPane, view);
  gtk_widget_class_bind_template_child (widget_class, BayanReaderPane, legend_box);
  gtk_widget_class_bind_template_child (widget_class, BayanReaderPane, label_box);
  bayan_reader_actions_install (widget_class);
}

static void
bayan_reader_pane_init (BayanReaderPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint type = 0; type < BAYAN_MENTION_N_TYPES; type++)
    {
      add_legend_chip (self, type);
      add_label_chip (self, type);
    }
  create_tags (self);
  self->popover = bayan_mention_popover_new ();
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
  g_signal_connect_object (self->popover, "chosen", G_CALLBACK (mention_chosen_cb), self, G_CONNECT_SWAPPED);
  /* GTK leaves the focus on a pane handle when a popover closes: keys go on where the analyst reads. */
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (gtk_widget_grab_focus), self->view,
                           G_CONNECT_SWAPPED);
  connect_view (self);
}

/**
 * bayan_reader_pane_show_mention:
 * @mention: of the statement that is open, or of the one being loaded
 *
 * Brings @mention on screen and makes it the current one.
 */
void
bayan_reader_pane_show_mention (BayanReaderPane *self, gint64 mention)
{
  const BayanReaderMark *mark;

  g_return_if_fail (BAYAN_IS_READER_PANE (self));

  mark = bayan_reader_marks_find (bayan_reader_view_get_marks (BAYAN_READER_VIEW (self->view)), mention);
  self->wanted_mention = mark == NULL ? mention : 0;
  if (mark == NULL)
    return;
  bayan_reader_view_set_current (BAYAN_READER_VIEW (self->view), mention);
  bayan_reader_view_scroll_to_mark (BAYAN_READER_VIEW (self->view), mark);
}

void
bayan_reader_pane_close_popover (BayanReaderPane *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

/**
 * bayan_reader_pane_open_popover:
 *
 * Opens the popover of what is at the cursor.
 */
void
bayan_reader_pane_open_popover (BayanReaderPane *self)
{
  GtkTextIter cursor;

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &cursor,
                                    gtk_text_buffer_get_insert (get_buffer (self)));
  if (self->reading != NULL)
    open_popover_at (self, gtk_text_iter_get_offset (&cursor));
}

/**
 * bayan_reader_pane_toggle_region_at_cursor:
 *
 * Returns: TRUE if the cursor is on the line of a removed region, which is then taken back or left out again
 */
gboolean
bayan_reader_pane_toggle_region_at_cursor (BayanReaderPane *self)
{
  GtkTextIter cursor;

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &cursor,
                                    gtk_text_buffer_get_insert (get_buffer (self)));
  return toggle_region_at (self, gtk_text_iter_get_offset (&cursor));
}

BayanDesk *
bayan_reader_pane_get_desk (BayanReaderPane *self)
{
  return self->desk;
}

BayanReaderView *
bayan_reader_pane_get_view (BayanReaderPane *self)
{
  return BAYAN_READER_VIEW (self->view);
}

/**
 * bayan_reader_pane_get_selection:
 * @span: (out): the selected clean text
 *
 * Returns: FALSE if no clean text is selected
 */
gboolean
bayan_reader_pane_get_selection (BayanReaderPane *self, BayanCleanSpan *span)
{
  GtkTextIter start, end;

  if (self->reading == NULL || !gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end))
    return FALSE;
  span->start = bayan_reader_text_to_clean (self->text, gtk_text_iter_get_offset (&start));
  span->end = bayan_reader_text_to_clean (self->text, gtk_text_iter_get_offset (&end));
  return bayan_clean_span_length_bytes (*span) > 0;
}
