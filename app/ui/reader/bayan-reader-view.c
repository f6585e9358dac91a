/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-reader-view.h"

#include <adwaita.h>

#include "bayan-control-chips.h"
#include "bayan-text-shape.h"
#include "bayan-type-style.h"

/* Room beneath each line of text for the underlines of nested marks, and between one line's marks and the next. */
#define UNDERLINE_PX 2
#define LEVEL_STEP_PX 4
#define N_UNDERLINE_LEVELS 4
#define PIXELS_BELOW_LINE 16
#define PIXELS_BETWEEN_PARAGRAPHS 10

struct _BayanReaderView {
  GtkTextView parent_instance;

  BayanReaderMarks *marks;  /* never NULL */
  GArray *shapes;           /* of BayanTextShape, beside marks->marks */
  int measured_width;       /* the width that shapes were measured at */
  gint64 current;           /* mention; 0 for none */
  BayanControlChips *chips; /* nullable */
  gboolean all_chips;
  int twin_start, twin_end; /* buffer offsets of what is shown in the pane beside; -1 for none */
  gboolean hidden_types[BAYAN_MENTION_N_TYPES];
};

G_DEFINE_FINAL_TYPE (BayanReaderView, bayan_reader_view, GTK_TYPE_TEXT_VIEW)

static void
forget_shapes (BayanReaderView *self)
{
  g_array_set_size (self->shapes, 0);
  g_array_set_size (self->shapes, self->marks->marks->len);
}

static const BayanTextShape *
get_shape (BayanReaderView *self, guint i)
{
  BayanTextShape *shape = &g_array_index (self->shapes, BayanTextShape, i);
  const BayanReaderMark *mark = &g_array_index (self->marks->marks, BayanReaderMark, i);

  if (shape->n_rectangles == 0)
    bayan_text_shape_measure (shape, GTK_TEXT_VIEW (self), mark->start, mark->end);
  return shape;
}

static void
append_underline (GtkSnapshot *snapshot, const graphene_rect_t *line, const GdkRGBA *colour, gboolean dashed)
{
  float dash = dashed ? 4 : line->size.width, step = dashed ? 7 : line->size.width;

  for (float x = 0; x < line->size.width && step > 0; x += step)
    gtk_snapshot_append_color (snapshot, colour,
                               &GRAPHENE_RECT_INIT (line->origin.x + x, line->origin.y,
                                                    MIN (dash, line->size.width - x), line->size.height));
}

static void
paint_rectangle (GtkSnapshot *snapshot, const graphene_rect_t *text, const BayanReaderMark *mark,
                 const GdkRGBA *colour, gboolean is_current)
{
  guint level = MIN (mark->level, N_UNDERLINE_LEVELS - 1);
  gboolean suggested = mark->status == BAYAN_STATUS_SUGGESTED;
  graphene_rect_t box = *text, underline;
  GskRoundedRect rounded;
  GdkRGBA fill = *colour;

  graphene_rect_inset (&box, 0, level == 0 ? 2 : 0);
  fill.alpha = suggested ? 0.10F : 0.22F;
  gsk_rounded_rect_init_from_rect (&rounded, &box, 3);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, &fill, &box);
  gtk_snapshot_pop (snapshot);
  if (is_current)
    gtk_snapshot_append_border (snapshot, &rounded, (float[4]) { 1.5F, 1.5F, 1.5F, 1.5F },
                                (GdkRGBA[4]) { *colour, *colour, *colour, *colour });
  graphene_rect_init (&underline, text->origin.x,
                      text->origin.y + text->size.height + 1 + (float) level * LEVEL_STEP_PX,
                      text->size.width, UNDERLINE_PX);
  append_underline (snapshot, &underline, colour, suggested);
}

static void
paint_mark (BayanReaderView *self, GtkSnapshot *snapshot, guint i, gboolean dark)
{
  const BayanReaderMark *mark = &g_array_index (self->marks->marks, BayanReaderMark, i);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GdkRGBA colour = bayan_type_style_get_colour (mark->type, dark);
  const BayanTextShape *shape = get_shape (self, i);
  GtkTextIter iter;
  int y, height;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, mark->start);
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self), &iter, &y, &height);
  for (guint r = 0; r < shape->n_rectangles; r++)
    {
      graphene_rect_t rectangle;
      graphene_rect_offset_r (&shape->rectangles[r], 0, (float) y, &rectangle);
      paint_rectangle (snapshot, &rectangle, mark, &colour, mark->id == self->current);
    }
}

/* The buffer offsets of what is on screen, whole paragraphs. */
static void
get_visible_range (BayanReaderView *self, int *start, int *end)
{
  GdkRectangle visible;
  GtkTextIter iter;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self), &iter, visible.y, NULL);
  *start = gtk_text_iter_get_offset (&iter);
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self), &iter, visible.y + visible.height, NULL);
  gtk_text_iter_forward_line (&iter);
  *end = gtk_text_iter_get_offset (&iter);
}

/* What the pointer or the cursor is on in the pane beside; a place between two letters where it is on nothing that
 * stands here. */
static void
paint_twin (BayanReaderView *self, GtkSnapshot *snapshot, int start, int end)
{
  BayanTextShape shape = { 0 };
  GtkTextIter iter;
  GdkRGBA colour;
  int y, height;

  if (self->twin_start < start || self->twin_start >= end
      || !gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), "accent_bg_color",
                                          &colour))
    return;
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &iter,
                                      self->twin_start);
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self), &iter, &y, &height);
  bayan_text_shape_measure (&shape, GTK_TEXT_VIEW (self), self->twin_start,
                            MAX (self->twin_end, self->twin_start + 1));
  colour.alpha = self->twin_end > self->twin_start ? 0.28F : 0.9F;
  for (guint r = 0; r < shape.n_rectangles; r++)
    {
      graphene_rect_t rectangle;
      graphene_rect_offset_r (&shape.rectangles[r], 0, (float) y, &rectangle);
      if (self->twin_end <= self->twin_start)
        rectangle.size.width = 2;
      gtk_snapshot_append_color (snapshot, &colour, &rectangle);
    }
  bayan_text_shape_clear (&shape);
}

static void
bayan_reader_view_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  BayanReaderView *self = BAYAN_READER_VIEW (view);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  int start, end, width = gtk_widget_get_width (GTK_WIDGET (self));

  get_visible_range (self, &start, &end);
  if (layer != GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    {
      if (self->chips != NULL)
        bayan_control_chips_paint (self->chips, view, snapshot, start, end, self->all_chips);
      return;
    }
  if (width != self->measured_width)
    forget_shapes (self);
  self->measured_width = width;
  paint_twin (self, snapshot, start, end);
  for (guint i = bayan_reader_marks_first (self->marks, start); i < self->marks->marks->len; i++)
    {
      const BayanReaderMark *mark = &g_array_index (self->marks->marks, BayanReaderMark, i);
      if (mark->start >= end)
        break;
      if (mark->end > start && !self->hidden_types[mark->type])
        paint_mark (self, snapshot, i, dark);
    }
}

/* Fonts and scale reach a text view as CSS: what was measured before does not hold any more. */
static void
bayan_reader_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (bayan_reader_view_parent_class)->css_changed (widget, change);
  forget_shapes (BAYAN_READER_VIEW (widget));
}

static void
bayan_reader_view_finalize (GObject *object)
{
  BayanReaderView *self = BAYAN_READER_VIEW (object);

  bayan_reader_marks_free (self->marks);
  g_array_unref (self->shapes);
  g_clear_pointer (&self->chips, bayan_control_chips_free);
  G_OBJECT_CLASS (bayan_reader_view_parent_class)->finalize (object);
}

static void
bayan_reader_view_class_init (BayanReaderViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bayan_reader_view_finalize;
  GTK_WIDGET_CLASS (klass)->css_changed = bayan_reader_view_css_changed;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = bayan_reader_view_snapshot_layer;
}

static void
bayan_reader_view_init (BayanReaderView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  self->twin_start = self->twin_end = -1;
  self->marks = g_new0 (BayanReaderMarks, 1);
  self->marks->marks = g_array_new (FALSE, FALSE, sizeof (BayanReaderMark));
  self->marks->reach = g_array_new (FALSE, FALSE, sizeof (int));
  self->shapes = g_array_new (FALSE, TRUE, sizeof (BayanTextShape));
  g_array_set_clear_func (self->shapes, (GDestroyNotify) bayan_text_shape_clear);
  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_pixels_inside_wrap (view, PIXELS_BELOW_LINE);
  gtk_text_view_set_pixels_below_lines (view, PIXELS_BELOW_LINE + PIXELS_BETWEEN_PARAGRAPHS);
  gtk_widget_add_css_class (GTK_WIDGET (self), "reader");
}

/**
 * bayan_reader_view_take_marks:
 * @marks: (transfer full): marks of the text in the buffer
 */
void
bayan_reader_view_take_marks (BayanReaderView *self, BayanReaderMarks *marks)
{
  g_return_if_fail (BAYAN_IS_READER_VIEW (self));

  bayan_reader_marks_free (self->marks);
  self->marks = marks;
  forget_shapes (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const BayanReaderMarks *
bayan_reader_view_get_marks (BayanReaderView *self)
{
  return self->marks;
}

void
bayan_reader_view_set_type_visible (BayanReaderView *self, BayanMentionType type, gboolean visible)
{
  self->hidden_types[type] = !visible;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
bayan_reader_view_get_type_visible (BayanReaderView *self, BayanMentionType type)
{
  return !self->hidden_types[type];
}

/**
 * bayan_reader_view_take_chips:
 * @chips: (nullable) (transfer full): controls in the text of the buffer
 */
void
bayan_reader_view_take_chips (BayanReaderView *self, BayanControlChips *chips)
{
  g_clear_pointer (&self->chips, bayan_control_chips_free);
  self->chips = chips;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * bayan_reader_view_set_all_chips:
 * @all_chips: whether every control is shown, or only those that make text look as it is not
 */
void
bayan_reader_view_set_all_chips (BayanReaderView *self, gboolean all_chips)
{
  self->all_chips = all_chips;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * bayan_reader_view_set_twin:
 * @start_chars: a buffer offset; -1 for none
 * @end_chars: the same for a place where nothing stands
 *
 * Marks what the pane beside points at.
 */
void
bayan_reader_view_set_twin (BayanReaderView *self, int start_chars, int end_chars)
{
  if (self->twin_start == start_chars && self->twin_end == end_chars)
    return;
  self->twin_start = start_chars;
  self->twin_end = end_chars;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * bayan_reader_view_set_current:
 * @mention: the mention that is framed, and that keys act on; 0 for none
 */
void
bayan_reader_view_set_current (BayanReaderView *self, gint64 mention)
{
  self->current = mention;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gint64
bayan_reader_view_get_current (BayanReaderView *self)
{
  return self->current;
}

/**
 * bayan_reader_view_get_caret_iter:
 * @offset_chars: a buffer offset, such as the beginning of a mention
 * @iter: (out): the nearest place at or before it where a caret may stand: a letter is not parted from its marks
 */
void
bayan_reader_view_get_caret_iter (BayanReaderView *self, int offset_chars, GtkTextIter *iter)
{
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), iter, offset_chars);
  if (!gtk_text_iter_is_end (iter) && !gtk_text_iter_is_cursor_position (iter))
    gtk_text_iter_backward_cursor_position (iter);
}

/**
 * bayan_reader_view_scroll_to_mark:
 *
 * Brings @mark on screen, and not to its very edge, if it is not there.
 */
void
bayan_reader_view_scroll_to_mark (BayanReaderView *self, const BayanReaderMark *mark)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter iter;

  /* By the insertion mark, not by an iterator: GTK keeps a mark in view while it still measures the lines above. */
  bayan_reader_view_get_caret_iter (self, mark->start, &iter);
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer), 0.15, FALSE, 0, 0);
}

/**
 * bayan_reader_view_get_mark_rectangle:
 * @rectangle: (out): the first display line of the mark, in the view's own coordinates
 *
 * Returns: FALSE if @mention has no mark
 */
gboolean
bayan_reader_view_get_mark_rectangle (BayanReaderView *self, gint64 mention, GdkRectangle *rectangle)
{
  const BayanReaderMark *mark = bayan_reader_marks_find (self->marks, mention);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter iter;
  const BayanTextShape *shape;
  int y, height;

  if (mark == NULL)
    return FALSE;
  shape = get_shape (self, (guint) (mark - &g_array_index (self->marks->marks, BayanReaderMark, 0)));
  if (shape->n_rectangles == 0)
    return FALSE;
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, mark->start);
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self), &iter, &y, &height);
  gtk_text_view_buffer_to_window_coords (
      GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, (int) shape->rectangles[0].origin.x,
      y + (int) shape->rectangles[0].origin.y, &rectangle->x, &rectangle->y);
  rectangle->width = (int) shape->rectangles[0].size.width;
  rectangle->height = (int) shape->rectangles[0].size.height;
  return TRUE;
}

/**
 * bayan_reader_view_get_offset_at:
 * @x: in the view's own coordinates
 *
 * Returns: the buffer offset of the character under the point; -1 where there is no text
 */
int
bayan_reader_view_get_offset_at (BayanReaderView *self, double x, double y)
{
  GtkTextIter iter;
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y,
                                         &buffer_x, &buffer_y);
  /* The character, not the place between two that is nearest: the far half of a letter is that letter too. */
  if (!gtk_text_view_get_iter_at_position (GTK_TEXT_VIEW (self), &iter, NULL, buffer_x, buffer_y))
    return -1;
  return gtk_text_iter_get_offset (&iter);
}
