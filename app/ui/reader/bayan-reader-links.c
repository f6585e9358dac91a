/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Relations of the current mention, beneath the text: a line with a head from the one to the other. And thin lines that join
 * the parts of a mention. They run in the room between lines of text, and beside the text from one line to another, so that
 * they cross no word. */
#include "bayan-reader-view-private.h"

#define LANE_PX 5      /* above the words, in the room between two lines */
#define LANE_STEP_PX 3 /* between lines that would lie on one another */
#define N_LANES 3
#define MARGIN_PX 9 /* from the edge, beside the text */
#define RADIUS_PX 5
#define LINE_PX 1.5
#define JOINT_PX 4 /* from the end of the words */
#define HEAD_PX 6 /* so long, and a third wider */
#define MOST_CORNERS 6

typedef struct {
  graphene_point_t points[MOST_CORNERS];
  guint n_points;
} Path;

static void
add_point (Path *path, float x, float y)
{
  graphene_point_init (&path->points[path->n_points++], x, y);
}

/* Where the words of a mark begin, or end, in buffer coordinates. FALSE where it is not to be seen. @mark: (nullable) */
static gboolean
get_anchor (BayanReaderView *self, const BayanReaderMark *mark, gboolean at_end, graphene_rect_t *anchor,
            gboolean *is_rtl)
{
  const BayanTextShape *shape;
  GtkTextIter iter;
  GUnicodeScript script;
  int y, height;

  if (mark == NULL || self->hidden_types[mark->type])
    return FALSE;
  shape = bayan_reader_view_get_shape (
      self, (guint) (mark - &g_array_index (self->marks->marks, BayanReaderMark, 0)));
  if (shape->n_rectangles == 0)
    return FALSE;
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &iter, mark->start);
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self), &iter, &y, &height);
  graphene_rect_offset_r (&shape->rectangles[at_end ? shape->n_rectangles - 1 : 0], 0, (float) y, anchor);
  script = g_unichar_get_script (gtk_text_iter_get_char (&iter));
  *is_rtl = script == G_UNICODE_SCRIPT_ARABIC || script == G_UNICODE_SCRIPT_HEBREW;
  return TRUE;
}

/* Several lines that begin at one mention begin beside one another. */
static float
get_x (const graphene_rect_t *anchor, guint lane)
{
  float middle = anchor->origin.x + anchor->size.width / 2;
  float aside = (float) ((lane + 1) / 2 * 2 * LANE_STEP_PX) * (lane % 2 == 0 ? 1 : -1);

  return CLAMP (middle + aside, anchor->origin.x + 2, anchor->origin.x + anchor->size.width - 2);
}

static float
get_bottom (const graphene_rect_t *rectangle)
{
  return rectangle->origin.y + rectangle->size.height;
}

/* Whether nothing but the room between two lines of text lies between the two */
static gboolean
is_next_line (const graphene_rect_t *upper, const graphene_rect_t *lower)
{
  float gap = lower->origin.y - get_bottom (upper);

  return gap > LANE_PX + HEAD_PX && gap < upper->size.height * 1.5F;
}

/* Along one line of text over the words, to the line above or below between the two, else around by the margin in which
 * lines of text end. */
static void
find_way (BayanReaderView *self, const graphene_rect_t *from, float x_from, const graphene_rect_t *to,
          float x_to, gboolean is_rtl, guint lane, Path *path)
{
  float aside = (float) (lane % N_LANES * LANE_STEP_PX);
  float lane_from = from->origin.y - LANE_PX - aside, lane_to = to->origin.y - LANE_PX - aside;

  if (is_next_line (from, to))
    {
      add_point (path, x_from, get_bottom (from));
      add_point (path, x_from, lane_to);
      add_point (path, x_to, lane_to);
      add_point (path, x_to, to->origin.y);
      return;
    }
  if (is_next_line (to, from))
    {
      add_point (path, x_from, from->origin.y);
      add_point (path, x_from, lane_from);
      add_point (path, x_to, lane_from);
      add_point (path, x_to, get_bottom (to));
      return;
    }
  if (ABS (from->origin.y - to->origin.y) < from->size.height / 2)
    lane_from = lane_to = MIN (lane_from, lane_to);
  add_point (path, x_from, from->origin.y);
  add_point (path, x_from, lane_from);
  if (lane_from != lane_to)
    {
      float margin = is_rtl ? MARGIN_PX + aside
                            : (float) gtk_widget_get_width (GTK_WIDGET (self)) - MARGIN_PX - aside;

      add_point (path, margin, lane_from);
      add_point (path, margin, lane_to);
    }
  add_point (path, x_to, lane_to);
  add_point (path, x_to, to->origin.y);
}

static void
get_bounds (const Path *path, graphene_rect_t *bounds)
{
  graphene_rect_init (bounds, path->points[0].x, path->points[0].y, 0, 0);
  for (guint i = 1; i < path->n_points; i++)
    graphene_rect_expand (bounds, &path->points[i], bounds);
  graphene_rect_inset (bounds, -HEAD_PX, -HEAD_PX);
}

/* With round corners */
static void
draw_line (cairo_t *cr, const Path *path, float left_out)
{
  const graphene_point_t *points = path->points, *last = &points[path->n_points - 1];

  cairo_move_to (cr, points[0].x, points[0].y);
  for (guint i = 1; i + 1 < path->n_points; i++)
    {
      float before_x = points[i].x - points[i - 1].x, before_y = points[i].y - points[i - 1].y;
      float after_x = points[i + 1].x - points[i].x, after_y = points[i + 1].y - points[i].y;
      float before = ABS (before_x) + ABS (before_y), after = ABS (after_x) + ABS (after_y);
      float radius = MIN (RADIUS_PX, MIN (before, after) / 2);

      if (radius <= 0)
        continue;
      cairo_line_to (cr, points[i].x - before_x / before * radius, points[i].y - before_y / before * radius);
      cairo_curve_to (cr, points[i].x, points[i].y, points[i].x, points[i].y,
                      points[i].x + after_x / after * radius, points[i].y + after_y / after * radius);
    }
  cairo_line_to (cr, last->x, last->y - left_out);
  cairo_stroke (cr);
}

/* The head points along the last part of the line. */
static void
draw_with_head (cairo_t *cr, const Path *path)
{
  const graphene_point_t *last = &path->points[path->n_points - 1];
  float down = last->y > last[-1].y ? 1 : -1;

  draw_line (cr, path, down * HEAD_PX / 2);
  cairo_move_to (cr, last->x, last->y);
  cairo_line_to (cr, last->x - HEAD_PX / 1.5, last->y - down * HEAD_PX);
  cairo_line_to (cr, last->x + HEAD_PX / 1.5, last->y - down * HEAD_PX);
  cairo_fill (cr);
}

/* Returns: (nullable): to draw @path with; NULL where nothing of it is on screen */
static cairo_t *
begin (BayanReaderView *self, GtkSnapshot *snapshot, const Path *path, const GdkRGBA *colour, double width)
{
  graphene_rect_t bounds, visible;
  GdkRectangle shown;
  cairo_t *cr;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &shown);
  graphene_rect_init (&visible, 0, (float) shown.y - HEAD_PX,
                      (float) gtk_widget_get_width (GTK_WIDGET (self)), (float) shown.height + 2 * HEAD_PX);
  get_bounds (path, &bounds);
  if (!graphene_rect_intersection (&bounds, &visible, &bounds))
    return NULL;
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  gdk_cairo_set_source_rgba (cr, colour);
  cairo_set_line_width (cr, width);
  return cr;
}

static void
paint_link (BayanReaderView *self, GtkSnapshot *snapshot, gint64 source, gint64 target, guint lane,
            gboolean is_made)
{
  graphene_rect_t from, to;
  gboolean is_rtl;
  GdkRGBA colour;
  Path path = { .n_points = 0 };
  cairo_t *cr;

  if (!get_anchor (self, bayan_reader_marks_find (self->marks, target), FALSE, &to, &is_rtl)
      || !get_anchor (self, bayan_reader_marks_find (self->marks, source), FALSE, &from, &is_rtl)
      || !gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), "accent_color",
                                          &colour))
    return;
  find_way (self, &from, get_x (&from, lane), &to, get_x (&to, 0), is_rtl, lane, &path);
  cr = begin (self, snapshot, &path, &colour, LINE_PX);
  if (cr == NULL)
    return;
  if (!is_made)
    cairo_set_dash (cr, (const double[]) { 4, 3 }, 2, 0);
  draw_with_head (cr, &path);
  cairo_destroy (cr);
}

/* The relations of the current mention, and the one that is being made. */
void
bayan_reader_view_paint_links (BayanReaderView *self, GtkSnapshot *snapshot)
{
  guint lane = 0;

  for (guint i = 0; self->relations != NULL && i < self->relations->len; i++)
    {
      const BayanRelation *relation = &g_array_index (self->relations, BayanRelation, i);

      if (self->current != 0 && (relation->source == self->current || relation->target == self->current))
        paint_link (self, snapshot, relation->source, relation->target, lane++, TRUE);
    }
  if (self->kept_leads && self->current != 0 && self->kept != self->current)
    paint_link (self, snapshot, self->kept, self->current, lane, FALSE);
}

/* The part before mark @i: there is one. */
static const BayanReaderMark *
find_part_before (BayanReaderView *self, guint i)
{
  const BayanReaderMark *marks = &g_array_index (self->marks->marks, BayanReaderMark, 0);
  gint64 id = marks[i].id;

  while (i-- > 0)
    if (marks[i].id == id)
      return &marks[i];
  return NULL;
}

/* From where the words of the one end to where those of the other begin, in the colour of their underlines */
static void
paint_joint (BayanReaderView *self, GtkSnapshot *snapshot, const BayanReaderMark *one,
             const BayanReaderMark *other, gboolean dark)
{
  GdkRGBA colour = bayan_reader_mark_get_colour (other, dark);
  graphene_rect_t from, to;
  gboolean is_rtl;
  Path path = { .n_points = 0 };
  cairo_t *cr;

  if (!get_anchor (self, one, TRUE, &from, &is_rtl) || !get_anchor (self, other, FALSE, &to, &is_rtl))
    return;
  find_way (self, &from, is_rtl ? from.origin.x + JOINT_PX : from.origin.x + from.size.width - JOINT_PX, &to,
            is_rtl ? to.origin.x + to.size.width - JOINT_PX : to.origin.x + JOINT_PX, is_rtl, 0, &path);
  cr = begin (self, snapshot, &path, &colour, 1);
  if (cr == NULL)
    return;
  draw_line (cr, &path, 0);
  cairo_destroy (cr);
}

/* Thin lines between the parts of mentions of which one stands from @start to @end, buffer offsets */
void
bayan_reader_view_paint_parts (BayanReaderView *self, GtkSnapshot *snapshot, int start, int end,
                               gboolean dark)
{
  for (guint i = bayan_reader_marks_first (self->marks, start); i < self->marks->marks->len; i++)
    {
      const BayanReaderMark *mark = &g_array_index (self->marks->marks, BayanReaderMark, i);

      if (mark->start >= end)
        break;
      if (mark->is_part)
        paint_joint (self, snapshot, find_part_before (self, i), mark, dark);
    }
}
