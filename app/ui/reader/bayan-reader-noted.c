/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-reader-view-private.h"

#define ICON_PX 12
#define GAP_PX 2 /* between the sign and the text */
#define DIM 0.7F

/* Where the sign of a note stands, in buffer coordinates: the half of the margin that the text is beside, at the line where
 * the mark begins; the outer half is for acts, and near the handle of the pane. FALSE where the margin has no room. */
gboolean
bayan_reader_view_get_note_rectangle (BayanReaderView *self, const BayanReaderMark *mark,
                                      GdkRectangle *rectangle)
{
  const BayanMarginMark place = { .offset = mark->start, .right_to_left = mark->right_to_left };

  if (!bayan_reader_view_get_margin_rectangle (self, &place, rectangle) || rectangle->width < 2 * ICON_PX)
    return FALSE;
  if (!mark->right_to_left)
    rectangle->x += rectangle->width / 2 - GAP_PX;
  rectangle->width = rectangle->width / 2 + GAP_PX;
  return TRUE;
}

/* The sign of a note in the margin. */
void
bayan_reader_view_paint_noted (BayanReaderView *self, GtkSnapshot *snapshot, const BayanReaderMark *mark)
{
  GtkWidget *view = GTK_WIDGET (self);
  g_autoptr (GtkIconPaintable) icon = NULL;
  GdkRectangle place;
  GdkRGBA colour;

  if (!bayan_reader_view_get_note_rectangle (self, mark, &place))
    return;
  icon = gtk_icon_theme_lookup_icon (gtk_icon_theme_get_for_display (gtk_widget_get_display (view)),
                                     "bayan-note-symbolic", NULL, ICON_PX, gtk_widget_get_scale_factor (view),
                                     gtk_widget_get_direction (view), 0);
  gtk_style_context_get_color (gtk_widget_get_style_context (view), &colour);
  colour.alpha *= DIM;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot,
      &GRAPHENE_POINT_INIT ((float) (mark->right_to_left ? place.x + place.width - ICON_PX : place.x),
                            (float) (place.y + (place.height - ICON_PX) / 2)));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, ICON_PX, ICON_PX,
                                            &colour, 1);
  gtk_snapshot_restore (snapshot);
}

static gboolean
is_noted_at (BayanReaderView *self, const BayanReaderMark *mark, int x, int y)
{
  GdkRectangle place;

  return mark->has_note && !self->hidden_types[mark->type]
         && bayan_reader_view_get_note_rectangle (self, mark, &place)
         && gdk_rectangle_contains_point (&place, x, y);
}

/**
 * bayan_reader_view_list_noted_at:
 * @x: in the view's own coordinates
 *
 * Returns: (transfer container) (element-type BayanMention): those whose sign of a note is under the point, in reading
 *   order; they stay as long as the marks
 */
GPtrArray *
bayan_reader_view_list_noted_at (BayanReaderView *self, double x, double y)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GPtrArray *noted = g_ptr_array_new ();
  int buffer_x, buffer_y, start;
  GtkTextIter iter;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x,
                                         &buffer_y);
  if (buffer_x >= gtk_text_view_get_left_margin (view)
      && buffer_x < gtk_widget_get_width (GTK_WIDGET (self)) - gtk_text_view_get_right_margin (view))
    return noted;
  gtk_text_view_get_line_at_y (view, &iter, buffer_y, NULL);
  start = gtk_text_iter_get_offset (&iter);
  gtk_text_iter_forward_line (&iter);
  for (guint i = bayan_reader_marks_first (self->marks, start); i < self->marks->marks->len; i++)
    {
      const BayanReaderMark *mark = &g_array_index (self->marks->marks, BayanReaderMark, i);

      if (mark->start >= gtk_text_iter_get_offset (&iter))
        break;
      if (is_noted_at (self, mark, buffer_x, buffer_y))
        g_ptr_array_add (noted, (gpointer) mark->mention);
    }
  return noted;
}
