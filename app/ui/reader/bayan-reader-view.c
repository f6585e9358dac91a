/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-reader-view-private.h"

#include <math.h>

/* Room beneath each line of text for the underlines of nested marks, and between one line's marks and the next. */
#define PIXELS_BELOW_LINE 16
#define PIXELS_BETWEEN_PARAGRAPHS 10

G_DEFINE_FINAL_TYPE (BayanReaderView, bayan_reader_view, GTK_TYPE_TEXT_VIEW)

enum { PROP_LINE_HEIGHT = 1, N_PROPS };
static GParamSpec *properties[N_PROPS];

static guint current_changed_signal;

void
bayan_reader_view_forget_shapes (BayanReaderView *self)
{
  g_array_set_size (self->shapes, 0);
  g_array_set_size (self->shapes, self->marks->marks->len);
}

const BayanTextShape *
bayan_reader_view_get_shape (BayanReaderView *self, guint i)
{
  BayanTextShape *shape = &g_array_index (self->shapes, BayanTextShape, i);
  const BayanReaderMark *mark = &g_array_index (self->marks->marks, BayanReaderMark, i);

  if (shape->n_rectangles == 0)
    bayan_text_shape_measure (shape, GTK_TEXT_VIEW (self), mark->start, mark->end);
  return shape;
}

/* Fonts and scale reach a text view as CSS: what was measured before does not hold any more. */
static void
bayan_reader_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (bayan_reader_view_parent_class)->css_changed (widget, change);
  bayan_reader_view_forget_shapes (BAYAN_READER_VIEW (widget));
}

static void
bayan_reader_view_finalize (GObject *object)
{
  BayanReaderView *self = BAYAN_READER_VIEW (object);

  bayan_reader_marks_free (self->marks);
  g_array_unref (self->shapes);
  g_clear_pointer (&self->chips, bayan_control_chips_free);
  g_clear_pointer (&self->hits, g_array_unref);
  g_clear_pointer (&self->acts, g_array_unref);
  g_clear_pointer (&self->relations, g_array_unref);
  G_OBJECT_CLASS (bayan_reader_view_parent_class)->finalize (object);
}

static void
set_line_height (BayanReaderView *self, double line_height)
{
  int below = (int) round (PIXELS_BELOW_LINE * line_height);

  self->line_height = line_height;
  gtk_text_view_set_pixels_inside_wrap (GTK_TEXT_VIEW (self), below);
  gtk_text_view_set_pixels_below_lines (GTK_TEXT_VIEW (self), below + PIXELS_BETWEEN_PARAGRAPHS);
  bayan_reader_view_forget_shapes (self);
}

static void
bayan_reader_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_LINE_HEIGHT)
    set_line_height (BAYAN_READER_VIEW (object), g_value_get_double (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bayan_reader_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_LINE_HEIGHT)
    g_value_set_double (value, BAYAN_READER_VIEW (object)->line_height);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bayan_reader_view_class_init (BayanReaderViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = bayan_reader_view_finalize;
  object_class->set_property = bayan_reader_view_set_property;
  object_class->get_property = bayan_reader_view_get_property;
  GTK_WIDGET_CLASS (klass)->css_changed = bayan_reader_view_css_changed;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = bayan_reader_view_paint;
  properties[PROP_LINE_HEIGHT] = g_param_spec_double ("line-height", NULL, NULL, 0.5, 3, 1,
                                                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  current_changed_signal = g_signal_new ("current-changed", BAYAN_TYPE_READER_VIEW, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/* The paragraph that is not dimmed is another one. */
static void
caret_moved_cb (BayanReaderView *self)
{
  if (self->dims_others)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static GArray *
new_shapes (guint n)
{
  GArray *shapes = g_array_sized_new (FALSE, TRUE, sizeof (BayanTextShape), n);

  g_array_set_clear_func (shapes, (GDestroyNotify) bayan_text_shape_clear);
  g_array_set_size (shapes, n);
  return shapes;
}

static void
bayan_reader_view_init (BayanReaderView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  self->twin_start = self->twin_end = -1;
  self->hit = -1;
  self->marks = g_new0 (BayanReaderMarks, 1);
  self->marks->marks = g_array_new (FALSE, FALSE, sizeof (BayanReaderMark));
  self->marks->reach = g_array_new (FALSE, FALSE, sizeof (int));
  self->marks->mentions = g_ptr_array_new ();
  self->shapes = new_shapes (0);
  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  set_line_height (self, 1);
  g_signal_connect_object (gtk_text_view_get_buffer (view), "changed",
                           G_CALLBACK (bayan_reader_view_forget_shapes), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (view), "notify::cursor-position",
                           G_CALLBACK (caret_moved_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (GTK_WIDGET (self), "reader");
}

/* Where a mark is that another one was, the same text has the same shape. Both are in order. */
static void
keep_shapes (BayanReaderView *self, const GArray *before, const GArray *marks)
{
  GArray *shapes = new_shapes (marks->len);
  guint old = 0;

  for (guint i = 0; i < marks->len && old < before->len; i++)
    {
      const BayanReaderMark *mark = &g_array_index (marks, BayanReaderMark, i);
      const BayanReaderMark *other = &g_array_index (before, BayanReaderMark, old);

      while (other->start < mark->start || (other->start == mark->start && other->end > mark->end))
        {
          if (++old == before->len)
            break;
          other++;
        }
      if (old < before->len && other->start == mark->start && other->end == mark->end)
        {
          BayanTextShape *shape = &g_array_index (self->shapes, BayanTextShape, old++);

          g_array_index (shapes, BayanTextShape, i) = *shape;
          *shape = (BayanTextShape) { 0 };
        }
    }
  g_array_unref (self->shapes);
  self->shapes = shapes;
}

/**
 * bayan_reader_view_take_marks:
 * @marks: (transfer full): marks of the text in the buffer
 */
void
bayan_reader_view_take_marks (BayanReaderView *self, BayanReaderMarks *marks)
{
  g_return_if_fail (BAYAN_IS_READER_VIEW (self));

  keep_shapes (self, self->marks->marks, marks->marks);
  bayan_reader_marks_free (self->marks);
  self->marks = marks;
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

/* @relations: (element-type BayanRelation): between mentions of the statement */
void
bayan_reader_view_set_relations (BayanReaderView *self, GArray *relations)
{
  g_clear_pointer (&self->relations, g_array_unref);
  self->relations = g_array_ref (relations);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * bayan_reader_view_set_kept:
 * @mention: framed beside the current one, while something is made of it; 0 for none
 * @leads: whether a line leads from it to the current mention
 */
void
bayan_reader_view_set_kept (BayanReaderView *self, gint64 mention, gboolean leads)
{
  self->kept = mention;
  self->kept_leads = leads;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * bayan_reader_view_set_current:
 * @mention: the mention that is framed, and that keys act on; 0 for none
 */
void
bayan_reader_view_set_current (BayanReaderView *self, gint64 mention)
{
  if (self->current == mention)
    return;
  self->current = mention;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, current_changed_signal, 0);
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
  shape = bayan_reader_view_get_shape (
      self, (guint) (mark - &g_array_index (self->marks->marks, BayanReaderMark, 0)));
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

/**
 * bayan_reader_view_set_hits:
 * @hits: (nullable) (element-type BayanReaderRange): in order: where what is looked for stands
 */
void
bayan_reader_view_set_hits (BayanReaderView *self, GArray *hits)
{
  g_clear_pointer (&self->hits, g_array_unref);
  self->hits = hits != NULL ? g_array_ref (hits) : NULL;
  self->hit = -1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* @hit: which of them is shown; -1 for none */
void
bayan_reader_view_set_hit (BayanReaderView *self, int hit)
{
  self->hit = hit;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * bayan_reader_view_take_acts:
 * @acts: (nullable) (transfer full) (element-type BayanMarginMark): in order: what is marked in the margin
 */
void
bayan_reader_view_take_acts (BayanReaderView *self, GArray *acts)
{
  g_clear_pointer (&self->acts, g_array_unref);
  self->acts = acts;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * bayan_reader_view_find_act_at:
 * @x: in the view's own coordinates
 *
 * Returns: the index of the mark in the margin under the point; -1 for none
 */
int
bayan_reader_view_find_act_at (BayanReaderView *self, double x, double y)
{
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y,
                                         &buffer_x, &buffer_y);
  for (guint i = 0; self->acts != NULL && i < self->acts->len; i++)
    {
      GdkRectangle place;

      if (bayan_reader_view_get_margin_rectangle (self, &g_array_index (self->acts, BayanMarginMark, i),
                                                  &place)
          && gdk_rectangle_contains_point (&place, buffer_x, buffer_y))
        return (int) i;
    }
  return -1;
}

/**
 * bayan_reader_view_set_dims_others:
 * @dims_others: whether all paragraphs but that of the caret step back
 */
void
bayan_reader_view_set_dims_others (BayanReaderView *self, gboolean dims_others)
{
  self->dims_others = dims_others;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
bayan_reader_view_get_dims_others (BayanReaderView *self)
{
  return self->dims_others;
}
