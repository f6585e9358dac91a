/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-reader-view-private.h"

#include <adwaita.h>

#include "bayan-act.h"
#include "bayan-label-style.h"
#include "bayan-type-style.h"

#define NOTE_PX 6 /* the sign of a note, above the beginning of the mark */
#define UNDERLINE_PX 2
#define LEVEL_STEP_PX 4
#define N_UNDERLINE_LEVELS 4
#define DIM_ALPHA 0.62F
#define MARGIN_MARK_PX 6
#define MARGIN_MARK_GAP_PX 4 /* from the edge: the half beside the text is for notes */

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

/* A small square at the corner where reading begins */
static void
paint_note (GtkSnapshot *snapshot, const graphene_rect_t *text, gunichar first, const GdkRGBA *colour)
{
  GUnicodeScript script = g_unichar_get_script (first);
  gboolean is_rtl = script == G_UNICODE_SCRIPT_ARABIC || script == G_UNICODE_SCRIPT_HEBREW;
  float x = is_rtl ? text->origin.x + text->size.width - NOTE_PX : text->origin.x;
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (
      &rounded, &GRAPHENE_RECT_INIT (x, text->origin.y - NOTE_PX / 2, NOTE_PX, NOTE_PX), 2);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, colour, &rounded.bounds);
  gtk_snapshot_pop (snapshot);
}

GdkRGBA
bayan_reader_mark_get_colour (const BayanReaderMark *mark, gboolean dark)
{
  return mark->has_colour ? bayan_label_style_get_shade (mark->colour, dark)
                          : bayan_type_style_get_colour (mark->type, dark);
}

static void
paint_mark (BayanReaderView *self, GtkSnapshot *snapshot, guint i, gboolean dark)
{
  const BayanReaderMark *mark = &g_array_index (self->marks->marks, BayanReaderMark, i);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GdkRGBA colour = bayan_reader_mark_get_colour (mark, dark);
  const BayanTextShape *shape = bayan_reader_view_get_shape (self, i);
  GtkTextIter iter;
  int y, height;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, mark->start);
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self), &iter, &y, &height);
  for (guint r = 0; r < shape->n_rectangles; r++)
    {
      graphene_rect_t rectangle;
      graphene_rect_offset_r (&shape->rectangles[r], 0, (float) y, &rectangle);
      paint_rectangle (snapshot, &rectangle, mark, &colour,
                       mark->id == self->current || mark->id == self->kept);
      if (mark->has_note && r == 0)
        paint_note (snapshot, &rectangle, gtk_text_iter_get_char (&iter), &colour);
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

/* What is looked for: all places on screen, the one that is shown with a frame. */
static void
paint_hit (BayanReaderView *self, GtkSnapshot *snapshot, const BayanReaderRange *hit, gboolean is_shown,
           gboolean dark)
{
  BayanTextShape shape = { 0 };
  GdkRGBA fill = dark ? (GdkRGBA) { 0.9F, 0.65F, 0.04F, is_shown ? 0.65F : 0.35F }
                      : (GdkRGBA) { 0.97F, 0.83F, 0.2F, is_shown ? 0.95F : 0.5F };
  GdkRGBA edge = dark ? (GdkRGBA) { 0.97F, 0.89F, 0.36F, 1 } : (GdkRGBA) { 0.6F, 0.42F, 0, 1 };
  GtkTextIter iter;
  int y, height;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &iter, hit->start);
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self), &iter, &y, &height);
  bayan_text_shape_measure (&shape, GTK_TEXT_VIEW (self), hit->start, hit->end);
  for (guint r = 0; r < shape.n_rectangles; r++)
    {
      graphene_rect_t rectangle;
      GskRoundedRect rounded;

      graphene_rect_offset_r (&shape.rectangles[r], 0, (float) y, &rectangle);
      gsk_rounded_rect_init_from_rect (&rounded, &rectangle, 2);
      gtk_snapshot_append_color (snapshot, &fill, &rectangle);
      if (is_shown)
        gtk_snapshot_append_border (snapshot, &rounded, (float[4]) { 1, 1, 1, 1 },
                                    (GdkRGBA[4]) { edge, edge, edge, edge });
    }
  bayan_text_shape_clear (&shape);
}

/* The first hit that ends behind @start: they are in order and do not overlap. */
static guint
find_first_hit (const GArray *hits, int start)
{
  guint low = 0, high = hits->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      if (g_array_index (hits, BayanReaderRange, middle).end <= start)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
paint_hits (BayanReaderView *self, GtkSnapshot *snapshot, int start, int end, gboolean dark)
{
  for (guint i = self->hits != NULL ? find_first_hit (self->hits, start) : 0;
       self->hits != NULL && i < self->hits->len; i++)
    {
      const BayanReaderRange *hit = &g_array_index (self->hits, BayanReaderRange, i);
      if (hit->start >= end)
        break;
      paint_hit (self, snapshot, hit, (int) i == self->hit, dark);
    }
}

/* Where a mark stands in the margin, in buffer coordinates: before the line that its place is in, on the side where that
 * begins. FALSE where the margin has no room. */
gboolean
bayan_reader_view_get_margin_rectangle (BayanReaderView *self, const BayanMarginMark *mark,
                                        GdkRectangle *rectangle)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  int margin = mark->right_to_left ? gtk_text_view_get_right_margin (view)
                                   : gtk_text_view_get_left_margin (view);
  GdkRectangle place;
  GtkTextIter iter;

  if (margin < 2 * MARGIN_MARK_PX)
    return FALSE;
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, mark->offset);
  gtk_text_view_get_iter_location (view, &iter, &place);
  rectangle->x = mark->right_to_left ? gtk_widget_get_width (GTK_WIDGET (self)) - margin : 0;
  rectangle->y = place.y;
  rectangle->width = margin;
  rectangle->height = place.height;
  return TRUE;
}

/* An act, in the colour of its family: see act-chip in style.css. */
static void
paint_act (BayanReaderView *self, GtkSnapshot *snapshot, const BayanMarginMark *mark)
{
  static const char *const COLOURS[] = {
    [BAYAN_FAMILY_ASSERTIVE] = "blue_3",     [BAYAN_FAMILY_COMMISSIVE] = "green_4",
    [BAYAN_FAMILY_DIRECTIVE] = "orange_3",   [BAYAN_FAMILY_EXPRESSIVE] = "purple_3",
    [BAYAN_FAMILY_DECLARATIVE] = "yellow_5",
  };
  GdkRectangle place;
  GskRoundedRect rounded;
  graphene_rect_t dot;
  GdkRGBA colour;
  int x;

  if (!bayan_reader_view_get_margin_rectangle (self, mark, &place) || mark->family >= G_N_ELEMENTS (COLOURS)
      || !gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)),
                                          COLOURS[mark->family], &colour))
    return;
  x = mark->right_to_left ? place.x + place.width - MARGIN_MARK_GAP_PX - MARGIN_MARK_PX
                          : place.x + MARGIN_MARK_GAP_PX;
  graphene_rect_init (&dot, (float) x, (float) (place.y + (place.height - MARGIN_MARK_PX) / 2),
                      MARGIN_MARK_PX, MARGIN_MARK_PX);
  gsk_rounded_rect_init_from_rect (&rounded, &dot, MARGIN_MARK_PX / 2.0F);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, &colour, &dot);
  gtk_snapshot_pop (snapshot);
}

static void
paint_acts (BayanReaderView *self, GtkSnapshot *snapshot, int start, int end)
{
  for (guint i = 0; self->acts != NULL && i < self->acts->len; i++)
    {
      const BayanMarginMark *mark = &g_array_index (self->acts, BayanMarginMark, i);
      if (mark->offset >= start && mark->offset < end)
        paint_act (self, snapshot, mark);
    }
}

/* A veil over all but the paragraph of the caret. No colour of the text is changed: it would be laid out again. */
static void
paint_veil (BayanReaderView *self, GtkSnapshot *snapshot)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GdkRectangle visible;
  GtkTextIter caret;
  GdkRGBA ground;
  int y, height, bottom;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), "view_bg_color",
                                       &ground))
    return;
  ground.alpha = DIM_ALPHA;
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self), &caret, &y, &height);
  bottom = visible.y + visible.height;
  if (y > visible.y)
    gtk_snapshot_append_color (snapshot, &ground,
                               &GRAPHENE_RECT_INIT ((float) visible.x, (float) visible.y,
                                                    (float) visible.width,
                                                    (float) (MIN (y, bottom) - visible.y)));
  if (y + height < bottom)
    gtk_snapshot_append_color (snapshot, &ground,
                               &GRAPHENE_RECT_INIT ((float) visible.x, (float) MAX (y + height, visible.y),
                                                    (float) visible.width,
                                                    (float) (bottom - MAX (y + height, visible.y))));
}

static void
paint_above (BayanReaderView *self, GtkSnapshot *snapshot, int start, int end)
{
  if (self->chips != NULL)
    bayan_control_chips_paint (self->chips, GTK_TEXT_VIEW (self), snapshot, start, end, self->all_chips);
  if (self->dims_others)
    paint_veil (self, snapshot);
}

static void
paint_below (BayanReaderView *self, GtkSnapshot *snapshot, int start, int end)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  if (width != self->measured_width)
    bayan_reader_view_forget_shapes (self);
  self->measured_width = width;
  paint_twin (self, snapshot, start, end);
  paint_acts (self, snapshot, start, end);
  for (guint i = bayan_reader_marks_first (self->marks, start); i < self->marks->marks->len; i++)
    {
      const BayanReaderMark *mark = &g_array_index (self->marks->marks, BayanReaderMark, i);
      if (mark->start >= end)
        break;
      if (mark->end > start && !self->hidden_types[mark->type])
        {
          paint_mark (self, snapshot, i, dark);
          if (mark->has_note)
            bayan_reader_view_paint_noted (self, snapshot, mark);
        }
    }
  bayan_reader_view_paint_parts (self, snapshot, start, end, dark);
  bayan_reader_view_paint_links (self, snapshot);
  paint_hits (self, snapshot, start, end, dark);
}

/* One layer of the view: see GtkTextViewClass. */
void
bayan_reader_view_paint (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  BayanReaderView *self = BAYAN_READER_VIEW (view);
  int start, end;

  get_visible_range (self, &start, &end);
  if (layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    paint_below (self, snapshot, start, end);
  else
    paint_above (self, snapshot, start, end);
}
