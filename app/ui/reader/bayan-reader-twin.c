/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-reader-twin.h"

#include <math.h>

/* One of the two. */
typedef struct {
  BayanReaderTwin *twin;
  BayanReaderView *view;
  GtkEventController *motion;
  gboolean has_pointer;
} Side;

struct _BayanReaderTwin {
  Side reader, source;
  BayanSourcePane *pane;
  const BayanReaderText *text; /* nullable */
  gboolean scrolling;          /* it is us */
};

static GtkTextView *
get_text_view (const Side *side)
{
  return GTK_TEXT_VIEW (side->view);
}

static Side *
get_other (Side *side)
{
  return side == &side->twin->reader ? &side->twin->source : &side->twin->reader;
}

static gboolean
is_together (BayanReaderTwin *self)
{
  return self->text != NULL && bayan_source_pane_is_loaded (self->pane);
}

/* The place in the other buffer of what is at @offset. @stands: (out): whether it stands there too */
static int
map_offset (Side *side, int offset, gboolean *stands)
{
  BayanReaderTwin *self = side->twin;
  BayanCleanPos clean;

  if (side == &self->reader)
    {
      *stands = bayan_reader_text_find_region (self->text, offset) < 0;
      return bayan_source_pane_from_clean (self->pane, bayan_reader_text_to_clean (self->text, offset));
    }
  *stands = bayan_source_pane_to_clean (self->pane, offset, &clean);
  return bayan_reader_text_to_buffer (self->text, clean);
}

/* Pointing */

static void
mark_word (Side *side, int offset, gboolean stands)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (get_text_view (side));
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, offset);
  end = start;
  if (stands && (gtk_text_iter_inside_word (&start) || gtk_text_iter_ends_word (&start)))
    {
      if (!gtk_text_iter_starts_word (&start))
        gtk_text_iter_backward_word_start (&start);
      if (!gtk_text_iter_ends_word (&end) || gtk_text_iter_equal (&start, &end))
        gtk_text_iter_forward_word_end (&end);
    }
  bayan_reader_view_set_twin (side->view, gtk_text_iter_get_offset (&start), gtk_text_iter_get_offset (&end));
}

static void
point_at (Side *side, int offset)
{
  Side *other = get_other (side);
  gboolean stands = FALSE;
  int there;

  bayan_reader_view_set_twin (side->view, -1, -1);
  if (offset < 0 || !is_together (side->twin))
    {
      bayan_reader_view_set_twin (other->view, -1, -1);
      return;
    }
  there = map_offset (side, offset, &stands);
  mark_word (other, there, stands);
}

static void
pointer_moved_cb (GtkEventControllerMotion *motion, double x, double y, Side *side)
{
  side->has_pointer = TRUE;
  point_at (side, bayan_reader_view_get_offset_at (side->view, x, y));
}

static void
pointer_left_cb (GtkEventControllerMotion *motion, Side *side)
{
  side->has_pointer = FALSE;
  point_at (side, -1);
}

static void
cursor_moved_cb (Side *side)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (get_text_view (side));
  GtkTextIter cursor;

  if (!gtk_widget_has_focus (GTK_WIDGET (side->view)))
    return;
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  point_at (side, gtk_text_iter_get_offset (&cursor));
}

/* Scrolling */

static GtkAdjustment *
get_adjustment (const Side *side)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (side->view));
}

/* The line at the upper edge, and how far into it the edge is, 0–1. */
static int
get_top (const Side *side, double *into)
{
  GtkTextView *view = get_text_view (side);
  GdkRectangle visible;
  GtkTextIter iter;
  int y, height;

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_at_y (view, &iter, visible.y, &y);
  gtk_text_view_get_line_yrange (view, &iter, &y, &height);
  *into = height > 0 ? CLAMP ((double) (visible.y - y) / height, 0, 1) : 0;
  return gtk_text_iter_get_offset (&iter);
}

static void
scroll_to (Side *side, int offset, double into)
{
  GtkTextView *view = get_text_view (side);
  GtkAdjustment *adjustment = get_adjustment (side);
  GtkTextIter iter;
  int y, height;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, offset);
  gtk_text_view_get_line_yrange (view, &iter, &y, &height);
  if (adjustment == NULL)
    return;
  side->twin->scrolling = TRUE;
  gtk_adjustment_set_value (adjustment, gtk_text_view_get_top_margin (view) + y + floor (into * height));
  side->twin->scrolling = FALSE;
}

static void
lead (Side *side)
{
  gboolean stands;
  double into = 0;
  int top = get_top (side, &into);

  if (gtk_adjustment_get_value (get_adjustment (side)) <= 0)
    {
      side->twin->scrolling = TRUE;
      gtk_adjustment_set_value (get_adjustment (get_other (side)), 0);
      side->twin->scrolling = FALSE;
      return;
    }
  scroll_to (get_other (side), map_offset (side, top, &stands), into);
}

/* The side that the analyst is at leads: measuring lines scrolls the other one too. */
static gboolean
leads (Side *side)
{
  Side *other = get_other (side);

  if (side->has_pointer != other->has_pointer)
    return side->has_pointer;
  if (gtk_widget_has_focus (GTK_WIDGET (other->view)))
    return FALSE;
  return side == &side->twin->reader || gtk_widget_has_focus (GTK_WIDGET (side->view));
}

static void
scrolled_cb (Side *side)
{
  if (!side->twin->scrolling && is_together (side->twin) && leads (side))
    lead (side);
}

/**
 * bayan_reader_twin_follow_reader:
 *
 * Brings the source to where the reader is.
 */
void
bayan_reader_twin_follow_reader (BayanReaderTwin *self)
{
  if (is_together (self) && get_adjustment (&self->source) != NULL && get_adjustment (&self->reader) != NULL)
    lead (&self->reader);
}

static void
adjustment_set_cb (Side *side)
{
  GtkAdjustment *adjustment = get_adjustment (side);

  if (adjustment != NULL)
    g_signal_connect_data (adjustment, "value-changed", G_CALLBACK (scrolled_cb), side, NULL,
                           G_CONNECT_SWAPPED);
}

static void
connect_side (BayanReaderTwin *self, Side *side, BayanReaderView *view)
{
  side->twin = self;
  side->view = g_object_ref (view);
  side->motion = gtk_event_controller_motion_new ();
  g_signal_connect (side->motion, "motion", G_CALLBACK (pointer_moved_cb), side);
  g_signal_connect (side->motion, "leave", G_CALLBACK (pointer_left_cb), side);
  gtk_widget_add_controller (GTK_WIDGET (view), side->motion);
  g_signal_connect_swapped (gtk_text_view_get_buffer (get_text_view (side)), "notify::cursor-position",
                            G_CALLBACK (cursor_moved_cb), side);
  g_signal_connect_swapped (view, "notify::vadjustment", G_CALLBACK (adjustment_set_cb), side);
  adjustment_set_cb (side);
}

BayanReaderTwin *
bayan_reader_twin_new (BayanReaderView *reader, BayanSourcePane *source)
{
  BayanReaderTwin *self = g_new0 (BayanReaderTwin, 1);

  self->pane = source;
  connect_side (self, &self->reader, reader);
  connect_side (self, &self->source, bayan_source_pane_get_view (source));
  return self;
}

static void
disconnect_side (Side *side)
{
  if (get_adjustment (side) != NULL)
    g_signal_handlers_disconnect_by_data (get_adjustment (side), side);
  g_signal_handlers_disconnect_by_data (gtk_text_view_get_buffer (get_text_view (side)), side);
  g_signal_handlers_disconnect_by_data (side->view, side);
  gtk_widget_remove_controller (GTK_WIDGET (side->view), side->motion);
  g_clear_object (&side->view);
}

void
bayan_reader_twin_free (BayanReaderTwin *self)
{
  disconnect_side (&self->reader);
  disconnect_side (&self->source);
  g_free (self);
}

void
bayan_reader_twin_set_text (BayanReaderTwin *self, const BayanReaderText *text)
{
  self->text = text;
  bayan_reader_view_set_twin (self->reader.view, -1, -1);
  bayan_reader_view_set_twin (self->source.view, -1, -1);
}
