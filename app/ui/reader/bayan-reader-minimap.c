/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-reader-minimap.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "bayan-type-style.h"

#define WIDTH_PX 14
#define ROW_PX 2 /* marks nearer than that share a place */
#define INSET_PX 3
#define LEAST_FRAME_PX 6

/* What is painted at one place: the weightiest of the marks there. */
typedef struct {
  guint8 type; /* BAYAN_MENTION_N_TYPES for nothing */
  gboolean decided;
} Row;

struct _BayanReaderMinimap {
  GtkWidget parent_instance;

  BayanReaderView *view; /* nullable */
  GArray *rows;          /* of Row, for the height that it was made for; empty where it is to be made */
};

G_DEFINE_FINAL_TYPE (BayanReaderMinimap, bayan_reader_minimap, GTK_TYPE_WIDGET)

static guint wanted_signal;

static int
count_chars (BayanReaderMinimap *self)
{
  return gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)));
}

/* What is not decided is what one looks for: it goes before what is. */
static void
mark_rows (BayanReaderMinimap *self, const BayanReaderMark *mark, int n_chars)
{
  guint n_rows = self->rows->len;
  guint first = (guint) ((gint64) mark->start * n_rows / n_chars);
  guint last = (guint) ((gint64) (mark->end - 1) * n_rows / n_chars);

  for (guint i = first; i <= MIN (last, n_rows - 1); i++)
    {
      Row *row = &g_array_index (self->rows, Row, i);
      gboolean decided = mark->status != BAYAN_STATUS_SUGGESTED;

      if (row->type == BAYAN_MENTION_N_TYPES || (row->decided && !decided))
        *row = (Row) { (guint8) mark->type, decided };
    }
}

static void
fill_rows (BayanReaderMinimap *self, guint n_rows)
{
  const GArray *marks = bayan_reader_view_get_marks (self->view)->marks;
  int n_chars = count_chars (self);

  g_array_set_size (self->rows, n_rows);
  for (guint i = 0; i < n_rows; i++)
    g_array_index (self->rows, Row, i) = (Row) { BAYAN_MENTION_N_TYPES, FALSE };
  for (guint i = 0; i < marks->len && n_chars > 0 && n_rows > 0; i++)
    {
      const BayanReaderMark *mark = &g_array_index (marks, BayanReaderMark, i);
      if (bayan_reader_view_get_type_visible (self->view, mark->type))
        mark_rows (self, mark, n_chars);
    }
}

static void
paint_rows (BayanReaderMinimap *self, GtkSnapshot *snapshot, float width)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);
      GdkRGBA colour;

      if (row->type == BAYAN_MENTION_N_TYPES)
        continue;
      colour = bayan_type_style_get_colour (row->type, dark);
      colour.alpha = row->decided ? 1.0F : 0.45F;
      gtk_snapshot_append_color (
          snapshot, &colour,
          &GRAPHENE_RECT_INIT (INSET_PX, (float) (i * ROW_PX), width - 2 * INSET_PX, ROW_PX - 0.5F));
    }
}

static int
get_offset_at (BayanReaderMinimap *self, int buffer_y)
{
  GtkTextIter iter;
  int y, height, length;

  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self->view), &iter, buffer_y, NULL);
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self->view), &iter, &y, &height);
  length = gtk_text_iter_get_chars_in_line (&iter);
  return gtk_text_iter_get_offset (&iter)
         + (height > 0 ? CLAMP (buffer_y - y, 0, height) * length / height : 0);
}

/* What is on screen */
static void
paint_frame (BayanReaderMinimap *self, GtkSnapshot *snapshot, float width, float height)
{
  int n_chars = count_chars (self);
  GdkRectangle visible;
  GskRoundedRect rounded;
  graphene_rect_t frame;
  GdkRGBA colour, fill;
  float top, bottom;

  if (n_chars == 0)
    return;
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self->view), &visible);
  top = height * (float) get_offset_at (self, visible.y) / (float) n_chars;
  bottom = height * (float) get_offset_at (self, visible.y + visible.height) / (float) n_chars;
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
  fill = colour;
  fill.alpha = 0.08F;
  colour.alpha = 0.35F;
  graphene_rect_init (&frame, 0.5F, top, width - 1, MAX (bottom - top, LEAST_FRAME_PX));
  gsk_rounded_rect_init_from_rect (&rounded, &frame, 3);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, &fill, &frame);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &rounded, (float[4]) { 1, 1, 1, 1 },
                              (GdkRGBA[4]) { colour, colour, colour, colour });
}

static void
bayan_reader_minimap_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BayanReaderMinimap *self = BAYAN_READER_MINIMAP (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  guint n_rows = (guint) height / ROW_PX;

  if (self->view == NULL || height <= 0)
    return;
  if (self->rows->len != n_rows)
    fill_rows (self, n_rows);
  paint_rows (self, snapshot, (float) width);
  paint_frame (self, snapshot, (float) width, (float) height);
}

static void
bayan_reader_minimap_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                              int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH_PX : 0;
}

static void
drag_updated_cb (GtkGestureDrag *gesture, double dx, double dy, BayanReaderMinimap *self)
{
  double x, y;
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (height > 0 && gtk_gesture_drag_get_start_point (gesture, &x, &y))
    g_signal_emit (self, wanted_signal, 0, CLAMP ((y + dy) / height, 0.0, 1.0));
}

static void
drag_begun_cb (GtkGestureDrag *gesture, double x, double y, BayanReaderMinimap *self)
{
  drag_updated_cb (gesture, 0, 0, self);
}

static void
bayan_reader_minimap_dispose (GObject *object)
{
  BayanReaderMinimap *self = BAYAN_READER_MINIMAP (object);

  g_clear_weak_pointer (&self->view);
  G_OBJECT_CLASS (bayan_reader_minimap_parent_class)->dispose (object);
}

static void
bayan_reader_minimap_finalize (GObject *object)
{
  g_array_unref (BAYAN_READER_MINIMAP (object)->rows);
  G_OBJECT_CLASS (bayan_reader_minimap_parent_class)->finalize (object);
}

static void
bayan_reader_minimap_class_init (BayanReaderMinimapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bayan_reader_minimap_dispose;
  G_OBJECT_CLASS (klass)->finalize = bayan_reader_minimap_finalize;
  widget_class->snapshot = bayan_reader_minimap_snapshot;
  widget_class->measure = bayan_reader_minimap_measure;
  gtk_widget_class_set_css_name (widget_class, "minimap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  wanted_signal = g_signal_new ("wanted", BAYAN_TYPE_READER_MINIMAP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_DOUBLE);
}

static void
bayan_reader_minimap_init (BayanReaderMinimap *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begun_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_updated_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _ ("The marks of the whole statement; click to go there"));
}

/**
 * bayan_reader_minimap_set_view:
 * @adjustment: by which @view is scrolled
 */
void
bayan_reader_minimap_set_view (BayanReaderMinimap *self, BayanReaderView *view, GtkAdjustment *adjustment)
{
  g_set_weak_pointer (&self->view, view);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

/**
 * bayan_reader_minimap_renew:
 *
 * The view has other marks, or shows others of them.
 */
void
bayan_reader_minimap_renew (BayanReaderMinimap *self)
{
  g_array_set_size (self->rows, 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
