/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-reader-pane-private.h"

#include <string.h>

#include "bayan-reader-actions.h"
#include "bayan-reader-find.h"
#include "bayan-reader-menu.h"
#include "bayan-reader-settings.h"
#include "bayan-part-actions.h"
#include "bayan-relate-bar.h"
#include "bayan-relation-actions.h"
#include "bayan-span-actions.h"
#include "bayan-text-actions.h"

/* How long scrolling must rest before the place is kept. */
#define KEEP_PLACE_DELAY_MS 400
#define SHOW_SOURCE "show-source"

G_DEFINE_FINAL_TYPE (BayanReaderPane, bayan_reader_pane, ADW_TYPE_BIN)

enum { PROP_DESK = 1, PROP_SETTINGS, PROP_SHOW_SOURCE, PROP_SHOW_HIDDEN, N_PROPS };
static GParamSpec *properties[N_PROPS];

GtkTextBuffer *
bayan_reader_pane_get_buffer (BayanReaderPane *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

const BayanStatement *
bayan_reader_pane_get_statement (BayanReaderPane *self)
{
  return self->reading != NULL ? bayan_reading_get_statement (self->reading) : NULL;
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

/**
 * bayan_reader_pane_keep:
 * @mention: of which something is being made, which a bar says in place of the labels; 0 for none
 * @relates: whether a line leads from it to the current one
 */
void
bayan_reader_pane_keep (BayanReaderPane *self, gint64 mention, gboolean relates)
{
  bayan_reader_view_set_kept (BAYAN_READER_VIEW (self->view), mention, relates);
  gtk_widget_set_visible (self->relate_bar, mention != 0);
  gtk_widget_set_visible (self->bar, mention == 0);
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

  gtk_text_buffer_get_iter_at_offset (bayan_reader_pane_get_buffer (self), &iter,
                                      is_here ? (int) g_ascii_strtoll (offset + 1, NULL, 10) : 0);
  gtk_text_buffer_place_cursor (bayan_reader_pane_get_buffer (self), &iter);
  if (gtk_text_iter_is_start (&iter))
    {
      /* The very top, margin and all: scrolling to the first line leaves it out. */
      gtk_adjustment_set_value (
          gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled_window)), 0);
      return;
    }
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self->view),
                                gtk_text_buffer_get_insert (bayan_reader_pane_get_buffer (self)), 0, TRUE, 0,
                                0);
}

/* Filling */

static gboolean
has_same_text (BayanReading *one, BayanReading *other)
{
  const BayanStatement *first, *second;

  if (one == NULL || other == NULL || bayan_reading_get_id (one) != bayan_reading_get_id (other))
    return FALSE;
  first = bayan_reading_get_statement (one);
  second = bayan_reading_get_statement (other);
  return first->removed->len == second->removed->len && strcmp (first->text, second->text) == 0;
}

static void
show_nothing (BayanReaderPane *self)
{
  bayan_reader_twin_set_text (self->twin, NULL);
  bayan_source_pane_show (BAYAN_SOURCE_PANE (self->source), NULL);
  gtk_text_buffer_set_text (bayan_reader_pane_get_buffer (self), "", 0);
}

/* Another statement, or another text of the same. */
static void
show_other_text (BayanReaderPane *self)
{
  bayan_reader_pane_show_text (self);
  bayan_span_actions_forget (self);
  bayan_reader_pane_show_acts (self);
  if (self->wanted_mention != 0)
    bayan_reader_pane_show_mention (self, self->wanted_mention);
  else if (self->wanted_statement == bayan_reading_get_id (self->reading))
    bayan_reader_pane_show_words (self, self->wanted_statement, self->wanted_words);
  else
    return_to_place (self);
  bayan_reader_find_renew (self);
}

static void
reading_changed_cb (BayanReaderPane *self)
{
  BayanReading *reading = bayan_desk_get_reading (self->desk);
  gboolean same = reading != NULL && self->reading != NULL
                  && bayan_reading_get_id (reading) == bayan_reading_get_id (self->reading);
  gboolean same_text = has_same_text (self->reading, reading);

  bayan_reader_pane_close_popover (self);
  g_set_object (&self->reading, reading);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), reading != NULL ? "text" : "none");
  bayan_reader_head_show (BAYAN_READER_HEAD (self->head), self->desk);
  bayan_doubt_bar_show (BAYAN_DOUBT_BAR (self->doubts), reading != NULL ? bayan_reading_get_id (reading) : 0,
                        (BayanStatement *) bayan_reader_pane_get_statement (self));
  if (!same)
    bayan_relation_actions_stop (self);
  if (!same)
    bayan_part_actions_stop (self);
  if (!same)
    bayan_reader_view_set_current (BAYAN_READER_VIEW (self->view), 0);
  if (reading == NULL)
    show_nothing (self);
  else if (same_text)
    bayan_reader_pane_show_marks (self);
  else
    show_other_text (self);
  bayan_reader_pane_update_decisions (self);
}

/* The code book or the notes may be other ones, and what was said of the statement. */
static void
desk_updated_cb (BayanReaderPane *self)
{
  guint labels_serial = bayan_desk_get_labels_serial (self->desk);
  guint notes_serial = bayan_desk_get_notes_serial (self->desk);

  if (self->labels_serial != labels_serial)
    bayan_reader_bar_show_labels (BAYAN_READER_BAR (self->bar), bayan_desk_get_labels (self->desk));
  if (self->reading != NULL && (self->labels_serial != labels_serial || self->notes_serial != notes_serial))
    bayan_reader_pane_show_marks (self);
  self->labels_serial = labels_serial;
  self->notes_serial = notes_serial;
  bayan_reader_head_show_standing (BAYAN_READER_HEAD (self->head));
}

static void
mentions_changed_cb (BayanReaderPane *self)
{
  if (self->reading == NULL)
    return;
  bayan_reader_pane_follow_mentions (self);
  bayan_span_actions_take_mentions (self);
  bayan_reader_pane_update_decisions (self);
}

static void
act_failed_cb (BayanReaderPane *self)
{
  bayan_span_actions_forget (self);
}

/* Selecting */

static void
selection_changed_cb (BayanReaderPane *self)
{
  BayanCleanSpan span;
  gboolean selected = bayan_reader_pane_get_selection (self, &span)
                      && bayan_desk_get_read_only (self->desk) == NULL;

  bayan_reader_bar_set_selecting (BAYAN_READER_BAR (self->bar), selected);
  bayan_reader_pane_update_decisions (self);
}

static void
type_toggled_cb (BayanReaderPane *self, guint type, gboolean visible)
{
  bayan_reader_view_set_type_visible (BAYAN_READER_VIEW (self->view), type, visible);
  bayan_reader_minimap_renew (BAYAN_READER_MINIMAP (self->minimap));
}

/* A press in the map of marks: that part of the text comes to the middle. */
static void
part_wanted_cb (BayanReaderPane *self, double part)
{
  GtkTextBuffer *buffer = bayan_reader_pane_get_buffer (self);
  GtkTextMark *wanted = gtk_text_buffer_get_mark (buffer, "wanted");
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) (part * gtk_text_buffer_get_char_count (buffer)));
  if (wanted == NULL)
    wanted = gtk_text_buffer_create_mark (buffer, "wanted", &iter, TRUE);
  else
    gtk_text_buffer_move_mark (buffer, wanted, &iter);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self->view), wanted, 0, TRUE, 0, 0.5);
}

/* Regions and doubts */

static void
doubt_wanted_cb (BayanReaderPane *self, guint doubt)
{
  const BayanStatement *statement = bayan_reader_pane_get_statement (self);

  if (statement != NULL && doubt < statement->doubts->len)
    bayan_reader_pane_show_span (self, ((BayanDoubt *) statement->doubts->pdata[doubt])->span);
}

/* The source beside the text */

static void
show_source (BayanReaderPane *self, gboolean show)
{
  if (gtk_widget_get_visible (self->source) == show)
    return;
  gtk_widget_set_visible (self->source, show);
  if (show && gtk_widget_get_width (self->paned) > 0)
    gtk_paned_set_position (GTK_PANED (self->paned), gtk_widget_get_width (self->paned) / 2);
  if (self->reading != NULL)
    show_other_text (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_SOURCE]);
}

/* As it was when this library was last open. */
static void
recall_view (BayanReaderPane *self)
{
  if (bayan_desk_get_state (self->desk) == BAYAN_DESK_READY)
    show_source (self, g_strcmp0 (bayan_desk_get_memory (self->desk, SHOW_SOURCE), "yes") == 0);
}

static void
source_loaded_cb (BayanReaderPane *self)
{
  bayan_reader_twin_follow_reader (self->twin);
}

static void
show_hidden (BayanReaderPane *self, gboolean show)
{
  if (self->show_hidden == show)
    return;
  self->show_hidden = show;
  bayan_reader_view_set_all_chips (BAYAN_READER_VIEW (self->view), show);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_HIDDEN]);
}

/* Life */

static void
connect_desk (BayanReaderPane *self)
{
  g_signal_connect_object (self->desk, "notify::reading", G_CALLBACK (reading_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "mentions-changed", G_CALLBACK (mentions_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "act-failed", G_CALLBACK (act_failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "updated", G_CALLBACK (desk_updated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "notify::state", G_CALLBACK (recall_view), self, G_CONNECT_SWAPPED);
}

static void
connect_view (BayanReaderPane *self)
{
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled_window));

  g_signal_connect_swapped (bayan_reader_pane_get_buffer (self), "notify::has-selection",
                            G_CALLBACK (selection_changed_cb), self);
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self);
  bayan_reader_minimap_set_view (BAYAN_READER_MINIMAP (self->minimap), BAYAN_READER_VIEW (self->view),
                                 adjustment);
  bayan_reader_pane_connect_pointer (self);
  bayan_text_actions_connect_copy (self, self->view);
  bayan_reader_actions_add_keys (self, self->view);
  bayan_reader_actions_add_keys (self, GTK_WIDGET (self->popover));
  bayan_text_actions_add_keys (self,
                               GTK_WIDGET (bayan_source_pane_get_view (BAYAN_SOURCE_PANE (self->source))));
}

static void
connect_parts (BayanReaderPane *self)
{
  g_autoptr (GMenuModel) menu = bayan_reader_menu_new ();
  BayanReaderView *source = bayan_source_pane_get_view (BAYAN_SOURCE_PANE (self->source));

  g_signal_connect_object (self->minimap, "wanted", G_CALLBACK (part_wanted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bar, "type-toggled", G_CALLBACK (type_toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->doubts, "place-wanted", G_CALLBACK (doubt_wanted_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->source, "region-activated", G_CALLBACK (bayan_reader_pane_toggle_region),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->source, "loaded", G_CALLBACK (source_loaded_cb), self, G_CONNECT_SWAPPED);
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (self->view), menu);
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (source), menu);
}

static void
bayan_reader_pane_constructed (GObject *object)
{
  BayanReaderPane *self = BAYAN_READER_PANE (object);

  G_OBJECT_CLASS (bayan_reader_pane_parent_class)->constructed (object);
  self->keys = bayan_reader_keys_new (self->settings);
  bayan_reader_bar_set_keys (BAYAN_READER_BAR (self->bar), self->keys);
  bayan_reader_settings_connect (self);
  bayan_reader_pane_connect_decisions (self);
  connect_desk (self);
  recall_view (self);
  reading_changed_cb (self);
}

static void
bayan_reader_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BayanReaderPane *self = BAYAN_READER_PANE (object);

  switch (id)
    {
    case PROP_DESK:
      self->desk = g_value_dup_object (value);
      break;
    case PROP_SETTINGS:
      self->settings = g_value_dup_object (value);
      break;
    case PROP_SHOW_SOURCE:
      show_source (self, g_value_get_boolean (value));
      bayan_desk_set_memory (self->desk, SHOW_SOURCE, g_value_get_boolean (value) ? "yes" : NULL);
      break;
    case PROP_SHOW_HIDDEN:
      show_hidden (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bayan_reader_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BayanReaderPane *self = BAYAN_READER_PANE (object);

  if (id == PROP_SHOW_SOURCE)
    g_value_set_boolean (value, gtk_widget_get_visible (self->source));
  else if (id == PROP_SHOW_HIDDEN)
    g_value_set_boolean (value, self->show_hidden);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bayan_reader_pane_dispose (GObject *object)
{
  BayanReaderPane *self = BAYAN_READER_PANE (object);

  g_clear_handle_id (&self->keep_place_source, g_source_remove);
  g_clear_pointer (&self->twin, bayan_reader_twin_free);
  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->popover));
  self->popover = NULL;
  if (self->absence_popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->absence_popover));
  self->absence_popover = NULL;
  bayan_reader_pane_forget_acts (self);
  g_clear_pointer (&self->hits, g_array_unref);
  g_clear_pointer (&self->moves, g_array_unref);
  g_clear_pointer (&self->offers, g_array_unref);
  g_clear_object (&self->style);
  g_clear_object (&self->keys);
  g_clear_object (&self->settings);
  g_clear_object (&self->reading);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->text, bayan_reader_text_free);
  G_OBJECT_CLASS (bayan_reader_pane_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *klass)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, BAYAN_TYPE_DESK,
                                               G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY
                                                   | G_PARAM_STATIC_STRINGS);
  properties[PROP_SETTINGS] = g_param_spec_object ("settings", NULL, NULL, G_TYPE_SETTINGS,
                                                   G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY
                                                       | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_SOURCE] = g_param_spec_boolean ("show-source", NULL, NULL, FALSE, flags);
  properties[PROP_SHOW_HIDDEN] = g_param_spec_boolean ("show-hidden", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (klass, N_PROPS, properties);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, BayanReaderPane, stack);
  gtk_widget_class_bind_template_child (widget_class, BayanReaderPane, head);
  gtk_widget_class_bind_template_child (widget_class, BayanReaderPane, doubts);
  gtk_widget_class_bind_template_child (widget_class, BayanReaderPane, find_bar);
  gtk_widget_class_bind_template_child (widget_class, BayanReaderPane, bar);
  gtk_widget_class_bind_template_child (widget_class, BayanReaderPane, relate_bar);
  gtk_widget_class_bind_template_child (widget_class, BayanReaderPane, decisions);
  gtk_widget_class_bind_template_child (widget_class, BayanReaderPane, paned);
  gtk_widget_class_bind_template_child (widget_class, BayanReaderPane, source);
  gtk_widget_class_bind_template_child (widget_class, BayanReaderPane, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, BayanReaderPane, clamp);
  gtk_widget_class_bind_template_child (widget_class, BayanReaderPane, view);
  gtk_widget_class_bind_template_child (widget_class, BayanReaderPane, minimap);
}

static void
bayan_reader_pane_class_init (BayanReaderPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = bayan_reader_pane_constructed;
  object_class->set_property = bayan_reader_pane_set_property;
  object_class->get_property = bayan_reader_pane_get_property;
  object_class->dispose = bayan_reader_pane_dispose;
  install_properties (object_class);

  g_type_ensure (BAYAN_TYPE_READER_VIEW);
  g_type_ensure (BAYAN_TYPE_READER_HEAD);
  g_type_ensure (BAYAN_TYPE_READER_BAR);
  g_type_ensure (BAYAN_TYPE_RELATE_BAR);
  g_type_ensure (BAYAN_TYPE_DECISION_BAR);
  g_type_ensure (BAYAN_TYPE_DOUBT_BAR);
  g_type_ensure (BAYAN_TYPE_FIND_BAR);
  g_type_ensure (BAYAN_TYPE_READER_MINIMAP);
  g_type_ensure (BAYAN_TYPE_SOURCE_PANE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bayandesk/Bayan/ui/reader/bayan-reader-pane.ui");
  bind_children (widget_class);
  gtk_widget_class_install_property_action (widget_class, "reader.show-source", "show-source");
  gtk_widget_class_install_property_action (widget_class, "reader.show-hidden", "show-hidden");
  bayan_text_actions_install (widget_class);
  bayan_reader_actions_install (widget_class);
  bayan_span_actions_install (widget_class);
  bayan_relation_actions_install (widget_class);
  bayan_part_actions_install (widget_class);
  bayan_reader_find_install (widget_class);
  bayan_reader_settings_install (widget_class);
}

static void
bayan_reader_pane_init (BayanReaderPane *self)
{
  self->moves = g_array_new (FALSE, FALSE, sizeof (BayanSpanMove));
  self->offers = g_array_new (FALSE, FALSE, sizeof (BayanRelation));
  self->hit = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  bayan_reader_pane_create_tags (self);
  self->popover = bayan_mention_popover_new ();
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
  /* GTK leaves the focus on a pane handle when a popover closes: keys go on where the analyst reads. */
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (gtk_widget_grab_focus), self->view,
                           G_CONNECT_SWAPPED);
  self->absence_popover = bayan_absence_popover_new ();
  gtk_widget_set_parent (GTK_WIDGET (self->absence_popover), GTK_WIDGET (self));
  g_signal_connect_object (self->absence_popover, "closed", G_CALLBACK (gtk_widget_grab_focus), self->view,
                           G_CONNECT_SWAPPED);
  self->twin = bayan_reader_twin_new (BAYAN_READER_VIEW (self->view), BAYAN_SOURCE_PANE (self->source));
  connect_view (self);
  connect_parts (self);
  bayan_reader_find_connect (self);
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

/**
 * bayan_reader_pane_show_words:
 * @statement: that is open, or being loaded
 * @span: of its clean text
 *
 * Selects the words and brings them on screen.
 */
void
bayan_reader_pane_show_words (BayanReaderPane *self, gint64 statement, BayanCleanSpan span)
{
  gboolean is_there;

  g_return_if_fail (BAYAN_IS_READER_PANE (self));

  is_there = self->reading != NULL && bayan_reading_get_id (self->reading) == statement;
  self->wanted_statement = is_there ? 0 : statement;
  self->wanted_words = span;
  if (is_there)
    bayan_reader_pane_show_span (self, span);
}

void
bayan_reader_pane_show_dates (BayanReaderPane *self)
{
  if (self->reading != NULL)
    bayan_reader_head_show (BAYAN_READER_HEAD (self->head), self->desk);
}

void
bayan_reader_pane_close_popover (BayanReaderPane *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  gtk_popover_popdown (GTK_POPOVER (self->absence_popover));
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
 * @span: (out): the selected clean text; where the source has the focus, what is selected there
 *
 * Returns: FALSE if no clean text is selected
 */
gboolean
bayan_reader_pane_get_selection (BayanReaderPane *self, BayanCleanSpan *span)
{
  BayanSourcePane *source = BAYAN_SOURCE_PANE (self->source);
  GtkTextIter start, end;

  if (self->reading == NULL || self->text == NULL)
    return FALSE;
  if (gtk_widget_has_focus (GTK_WIDGET (bayan_source_pane_get_view (source))))
    return bayan_source_pane_get_selection (source, span);
  if (!gtk_text_buffer_get_selection_bounds (bayan_reader_pane_get_buffer (self), &start, &end))
    return FALSE;
  span->start = bayan_reader_text_to_clean (self->text, gtk_text_iter_get_offset (&start));
  span->end = bayan_reader_text_to_clean (self->text, gtk_text_iter_get_offset (&end));
  return bayan_clean_span_length_bytes (*span) > 0;
}
