/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-source-pane.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-explanation.h"
#include "bayan-source-text.h"

struct _BayanSourcePane {
  AdwBin parent_instance;

  GCancellable *cancellable; /* of the source that is being read; nullable */
  BayanSourceView *source;   /* what is shown; nullable */
  BayanSourceText *text;     /* of source */

  GtkWidget *stack;
  GtkWidget *scrolled_window, *view;
};

G_DEFINE_FINAL_TYPE (BayanSourcePane, bayan_source_pane, ADW_TYPE_BIN)

enum { REGION_ACTIVATED, LOADED, N_SIGNALS };
static guint signals[N_SIGNALS];

static GtkTextBuffer *
get_buffer (BayanSourcePane *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

/* Filling */

static void
tag_range (BayanSourcePane *self, const char *tag, int start, int end)
{
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &from, start);
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &to, end);
  gtk_text_buffer_apply_tag_by_name (get_buffer (self), tag, &from, &to);
}

/* Whole paragraphs are tinted from edge to edge, under their caption; words inside of one for themselves. */
static void
tag_segment (BayanSourcePane *self, const BayanSourceSegment *segment)
{
  static const char *const TAGS[] = { NULL, "left-out", "restored", "repaired" };
  static const char *const BLOCK_TAGS[] = { NULL, "left-out-block", "restored-block", NULL };
  int caption_start, caption_end, start, end;

  if (TAGS[segment->state] == NULL)
    return;
  bayan_source_text_get_range (self->text, segment, &start, &end);
  if (!bayan_source_text_get_caption (self->text, segment, &caption_start, &caption_end))
    {
      tag_range (self, TAGS[segment->state], start, end);
      return;
    }
  tag_range (self, BLOCK_TAGS[segment->state], caption_start, end);
  tag_range (self, "caption", caption_start, caption_end);
}

static void
tag_empty_lines (BayanSourcePane *self)
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
tag_text (BayanSourcePane *self)
{
  tag_empty_lines (self);
  for (guint i = 0; i < bayan_source_view_get_n_segments (self->source); i++)
    tag_segment (self, bayan_source_view_get_segment (self->source, i));
}

static char *
caption_of (const BayanRemovedRegion *region, gpointer data)
{
  return bayan_explanation_get_region_caption (region);
}

/* Where the cursor is, and what is at the upper edge: the text is the same when a region has been taken back, only its
 * captions are not. */
typedef struct {
  BayanSourcePos cursor, top;
} Place;

static Place
get_place (BayanSourcePane *self)
{
  Place place = { { 0 }, { 0 } };
  GdkRectangle visible;
  GtkTextIter iter;

  if (self->text == NULL)
    return place;
  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &iter, gtk_text_buffer_get_insert (get_buffer (self)));
  place.cursor = bayan_source_text_to_source (self->text, gtk_text_iter_get_offset (&iter));
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self->view), &visible);
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self->view), &iter, visible.y, NULL);
  place.top = bayan_source_text_to_source (self->text, gtk_text_iter_get_offset (&iter));
  return place;
}

static void
return_to_place (BayanSourcePane *self, Place place)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter,
                                      bayan_source_text_from_source (self->text, place.cursor));
  gtk_text_buffer_place_cursor (buffer, &iter);
  if (place.top.byte == 0)
    return;
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, bayan_source_text_from_source (self->text, place.top));
  gtk_text_buffer_move_mark_by_name (buffer, "top", &iter);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self->view), gtk_text_buffer_get_mark (buffer, "top"), 0, TRUE,
                                0, 0);
}

/* @source: taken */
static void
fill (BayanSourcePane *self, BayanSourceView *source)
{
  Place place = get_place (self);
  gsize before_length = 0, length;
  gboolean same = self->source != NULL;

  if (same)
    bayan_source_view_get_text (self->source, &before_length);
  bayan_source_view_get_text (source, &length);
  g_clear_pointer (&self->source, bayan_source_view_unref);
  self->source = source;
  g_clear_pointer (&self->text, bayan_source_text_free);
  self->text = bayan_source_text_new (self->source, caption_of, NULL);
  gtk_text_buffer_set_text (get_buffer (self), bayan_source_text_get_string (self->text), -1);
  tag_text (self);
  return_to_place (self, same && before_length == length ? place : (Place) { { 0 }, { 0 } });
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "text");
  g_signal_emit (self, signals[LOADED], 0);
}

static void
empty (BayanSourcePane *self, const char *page)
{
  g_clear_pointer (&self->text, bayan_source_text_free);
  g_clear_pointer (&self->source, bayan_source_view_unref);
  gtk_text_buffer_set_text (get_buffer (self), "", 0);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), page);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (BayanSourcePane) self = data;
  g_autoptr (GError) error = NULL;
  BayanSourceView *source = bayan_source_view_new_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (source == NULL)
    {
      empty (self, "failed");
      return;
    }
  fill (self, source);
}

/**
 * bayan_source_pane_show:
 * @statement: (nullable): whose source is to be shown. What was shown before stays until it has been read
 */
void
bayan_source_pane_show (BayanSourcePane *self, BayanStatement *statement)
{
  g_return_if_fail (BAYAN_IS_SOURCE_PANE (self));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (statement == NULL)
    {
      empty (self, "text");
      return;
    }
  if (self->source != NULL && bayan_source_view_get_statement (self->source) == statement)
    return;
  self->cancellable = g_cancellable_new ();
  bayan_source_view_new_async (statement, self->cancellable, read_cb, g_object_ref (self));
}

/* Pointing */

static const BayanSourceSegment *
find_region (BayanSourcePane *self, int offset)
{
  const BayanSourceSegment *segment = self->text != NULL && offset >= 0
                                          ? bayan_source_text_find_segment (self->text, offset)
                                          : NULL;

  return segment != NULL && segment->region >= 0 ? segment : NULL;
}

static void
click_released_cb (GtkGestureClick *gesture, int n_press, double x, double y, BayanSourcePane *self)
{
  const BayanSourceSegment *segment =
      find_region (self, bayan_reader_view_get_offset_at (BAYAN_READER_VIEW (self->view), x, y));

  if (n_press == 1 && segment != NULL && !gtk_text_buffer_get_has_selection (get_buffer (self)))
    g_signal_emit (self, signals[REGION_ACTIVATED], 0, segment->region);
}

static void
pointer_moved_cb (GtkEventControllerMotion *controller, double x, double y, BayanSourcePane *self)
{
  int offset = bayan_reader_view_get_offset_at (BAYAN_READER_VIEW (self->view), x, y);

  gtk_widget_set_cursor_from_name (self->view, find_region (self, offset) != NULL ? "pointer" : "text");
}

static gboolean
query_tooltip_cb (GtkWidget *view, int x, int y, gboolean keyboard, GtkTooltip *tooltip,
                  BayanSourcePane *self)
{
  const BayanSourceSegment *segment =
      find_region (self, bayan_reader_view_get_offset_at (BAYAN_READER_VIEW (view), x, y));
  g_autofree char *words = NULL;

  if (segment == NULL)
    return FALSE;
  words = bayan_explanation_of_region_rule (
      bayan_source_view_get_statement (self->source)->removed->pdata[segment->region]);
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

static int
get_cursor (BayanSourcePane *self)
{
  GtkTextIter cursor;

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &cursor,
                                    gtk_text_buffer_get_insert (get_buffer (self)));
  return gtk_text_iter_get_offset (&cursor);
}

/**
 * bayan_source_pane_get_region_at_cursor:
 *
 * Returns: the number of the removed region that the cursor is in; -1 for none
 */
int
bayan_source_pane_get_region_at_cursor (BayanSourcePane *self)
{
  const BayanSourceSegment *segment = find_region (self, get_cursor (self));

  return segment != NULL ? segment->region : -1;
}

/* Life */

static void
create_tags (BayanSourcePane *self)
{
  static const GdkRGBA OUT = { 0.85F, 0.25F, 0.2F, 0.12F }, BACK = { 0.15F, 0.65F, 0.4F, 0.14F };
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter start;

  gtk_text_buffer_create_tag (buffer, "left-out", "background-rgba", &OUT, NULL);
  gtk_text_buffer_create_tag (buffer, "restored", "background-rgba", &BACK, NULL);
  gtk_text_buffer_create_tag (buffer, "left-out-block", "paragraph-background-rgba", &OUT, NULL);
  gtk_text_buffer_create_tag (buffer, "restored-block", "paragraph-background-rgba", &BACK, NULL);
  gtk_text_buffer_create_tag (buffer, "empty", "scale", 0.2, "pixels-below-lines", 0, NULL);
  gtk_text_buffer_create_tag (buffer, "repaired", "background-rgba", &OUT, "underline",
                              PANGO_UNDERLINE_SINGLE, NULL);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_create_mark (buffer, "top", &start, TRUE);
  gtk_text_buffer_create_tag (buffer, "caption", "scale", 0.72, "pixels-below-lines", 0, "weight",
                              PANGO_WEIGHT_SEMIBOLD, "family", "Vazirmatn, Cantarell, sans-serif", NULL);
}

static void
connect_view (BayanSourcePane *self)
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
}

static void
bayan_source_pane_dispose (GObject *object)
{
  BayanSourcePane *self = BAYAN_SOURCE_PANE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->text, bayan_source_text_free);
  g_clear_pointer (&self->source, bayan_source_view_unref);
  G_OBJECT_CLASS (bayan_source_pane_parent_class)->dispose (object);
}

static void
bayan_source_pane_class_init (BayanSourcePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bayan_source_pane_dispose;
  g_type_ensure (BAYAN_TYPE_READER_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bayandesk/Bayan/ui/reader/bayan-source-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanSourcePane, stack);
  gtk_widget_class_bind_template_child (widget_class, BayanSourcePane, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, BayanSourcePane, view);
  signals[REGION_ACTIVATED] = g_signal_new ("region-activated", BAYAN_TYPE_SOURCE_PANE, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[LOADED] = g_signal_new ("loaded", BAYAN_TYPE_SOURCE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
bayan_source_pane_init (BayanSourcePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* No marks stand beneath its lines. */
  gtk_text_view_set_pixels_inside_wrap (GTK_TEXT_VIEW (self->view), 2);
  gtk_text_view_set_pixels_below_lines (GTK_TEXT_VIEW (self->view), 4);
  create_tags (self);
  connect_view (self);
}

BayanReaderView *
bayan_source_pane_get_view (BayanSourcePane *self)
{
  return BAYAN_READER_VIEW (self->view);
}

gboolean
bayan_source_pane_is_loaded (BayanSourcePane *self)
{
  return self->text != NULL;
}

/**
 * bayan_source_pane_get_selection:
 * @span: (out): the clean text between the ends of the selection
 *
 * Returns: FALSE if none is selected
 */
gboolean
bayan_source_pane_get_selection (BayanSourcePane *self, BayanCleanSpan *span)
{
  GtkTextIter start, end;

  if (self->text == NULL || !gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end))
    return FALSE;
  bayan_source_text_to_clean (self->text, gtk_text_iter_get_offset (&start), &span->start);
  bayan_source_text_to_clean (self->text, gtk_text_iter_get_offset (&end), &span->end);
  return span->start.byte < span->end.byte;
}

/**
 * bayan_source_pane_to_clean:
 * @clean: (out): the place in clean text, or where it would be
 *
 * Returns: FALSE if what is at @offset_chars is not part of the clean text
 */
gboolean
bayan_source_pane_to_clean (BayanSourcePane *self, int offset_chars, BayanCleanPos *clean)
{
  *clean = (BayanCleanPos) { 0 };
  return self->text != NULL && bayan_source_text_to_clean (self->text, offset_chars, clean);
}

/**
 * bayan_source_pane_from_clean:
 *
 * Returns: the buffer offset of the same place in the source
 */
int
bayan_source_pane_from_clean (BayanSourcePane *self, BayanCleanPos clean)
{
  return self->text != NULL ? bayan_source_text_from_clean (self->text, clean) : 0;
}
