/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-map-painter.h"

#include <math.h>

/* How far a picture reaches beyond the view on each side, as a part of the view. */
#define MARGIN 0.25
/* While the zoom goes on the last picture is stretched; beyond this it is drawn anew also in mid-gesture. */
#define MOST_STRETCH 1.5
#define REST_MS 90
#define MOST_PIXELS 8192 /* of a picture with its margins */

struct _BayanMapPainter {
  GObject parent_instance;

  BayanMapPicture *picture; /* NULL before the first */
  cairo_surface_t *image;   /* the picture in the colours of the inks */
  GdkTexture *texture;      /* the image for renderers other than cairo; made when asked for */
  BayanMapInk *inks;
  gboolean inks_are_new; /* the image is not yet in their colours */

  BayanMapBrief wanted; /* the view as it was last looked at, without margin */
  gboolean is_drawing;  /* a thread is at work, and holds a reference */
  guint rest_source;
};

G_DEFINE_FINAL_TYPE (BayanMapPainter, bayan_map_painter, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void draw_next (BayanMapPainter *self);

/* TRUE if nothing but the part of the world is another one. */
static gboolean
is_of_kind (const BayanMapBrief *brief, const BayanMapBrief *wanted)
{
  return brief->camera.projection == wanted->camera.projection && brief->device_scale == wanted->device_scale
         && brief->style == wanted->style && brief->by_province == wanted->by_province;
}

static gboolean
has_scale_of (const BayanMapBrief *brief, const BayanMapBrief *wanted)
{
  return is_of_kind (brief, wanted) && fabs (brief->camera.scale / wanted->camera.scale - 1) < 1e-9;
}

/* TRUE if the picture shows all of the view, at its scale. */
static gboolean
covers (const BayanMapBrief *brief, const BayanMapBrief *wanted)
{
  BayanMapFrame all = bayan_map_camera_get_frame (&brief->camera);
  BayanMapFrame view = bayan_map_camera_get_frame (&wanted->camera);
  double pixel = 1 / wanted->camera.scale;

  return has_scale_of (brief, wanted) && all.west <= view.west + pixel && all.east >= view.east - pixel
         && all.south <= view.south + pixel && all.north >= view.north - pixel;
}

static void
forget_image (BayanMapPainter *self)
{
  g_clear_pointer (&self->image, cairo_surface_destroy);
  g_clear_object (&self->texture);
}

static void
take_picture (BayanMapPainter *self, BayanMapPicture *picture)
{
  g_clear_pointer (&self->picture, bayan_map_picture_unref);
  self->picture = picture;
  forget_image (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
draw_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const BayanMapBrief *brief = data;

  g_task_return_pointer (task, bayan_map_picture_new (bayan_map_atlas_get (brief->camera.projection), brief),
                         (GDestroyNotify) bayan_map_picture_unref);
}

static void
drawn_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  BayanMapPainter *self = BAYAN_MAP_PAINTER (object);

  self->is_drawing = FALSE;
  take_picture (self, g_task_propagate_pointer (G_TASK (result), NULL));
  if (!covers (bayan_map_picture_get_brief (self->picture), &self->wanted))
    draw_next (self);
}

static BayanMapBrief
with_margin (const BayanMapBrief *wanted)
{
  BayanMapBrief brief = *wanted;
  int most = MOST_PIXELS / MAX (brief.device_scale, 1);
  int width = brief.camera.width + 2 * (int) (brief.camera.width * MARGIN);
  int height = brief.camera.height + 2 * (int) (brief.camera.height * MARGIN);

  brief.camera.width = MAX (brief.camera.width, MIN (width, most));
  brief.camera.height = MAX (brief.camera.height, MIN (height, most));
  return brief;
}

static void
draw_next (BayanMapPainter *self)
{
  g_autoptr (GTask) task = NULL;
  BayanMapBrief *brief;

  g_clear_handle_id (&self->rest_source, g_source_remove);
  if (self->is_drawing || self->wanted.camera.width <= 0 || self->wanted.camera.height <= 0)
    return;
  brief = g_new (BayanMapBrief, 1);
  *brief = with_margin (&self->wanted);
  self->is_drawing = TRUE;
  task = g_task_new (self, NULL, drawn_cb, NULL);
  g_task_set_source_tag (task, draw_next);
  g_task_set_task_data (task, brief, g_free);
  g_task_run_in_thread (task, draw_in_thread);
}

static gboolean
rested_cb (gpointer data)
{
  BayanMapPainter *self = data;

  self->rest_source = 0;
  draw_next (self);
  return G_SOURCE_REMOVE;
}

static void
wait_for_rest (BayanMapPainter *self)
{
  g_clear_handle_id (&self->rest_source, g_source_remove);
  self->rest_source = g_timeout_add (REST_MS, rested_cb, self);
}

/**
 * bayan_map_painter_look:
 * @view: the view as it is now, without margin
 *
 * Has a picture drawn where the one at hand does not do: at once if the view has left it, when the gesture
 * rests if it is only stretched.
 */
void
bayan_map_painter_look (BayanMapPainter *self, const BayanMapBrief *view)
{
  const BayanMapBrief *brief;
  double stretch;

  g_return_if_fail (BAYAN_IS_MAP_PAINTER (self));

  self->wanted = *view;
  if (self->picture == NULL)
    {
      draw_next (self);
      return;
    }
  brief = bayan_map_picture_get_brief (self->picture);
  if (covers (brief, view))
    {
      g_clear_handle_id (&self->rest_source, g_source_remove);
      return;
    }
  stretch = view->camera.scale / brief->camera.scale;
  if (has_scale_of (brief, view) || stretch > MOST_STRETCH || stretch < 1 / MOST_STRETCH
      || !is_of_kind (brief, view))
    draw_next (self);
  else
    wait_for_rest (self);
}

/**
 * bayan_map_painter_set_inks:
 * @inks: (array): %BAYAN_MAP_N_INKS of them
 *
 * The picture takes the colours when it is shown next, in that same frame.
 */
void
bayan_map_painter_set_inks (BayanMapPainter *self, const BayanMapInk *inks)
{
  gsize n_inks = BAYAN_MAP_N_INKS (bayan_map_geometry_get (BAYAN_MAP_WORLD)->n_units);

  g_return_if_fail (BAYAN_IS_MAP_PAINTER (self));

  g_free (self->inks);
  self->inks = g_memdup2 (inks, n_inks * sizeof *inks);
  self->inks_are_new = TRUE;
}

static void
colour (BayanMapPainter *self)
{
  if (self->image == NULL)
    self->image = bayan_map_picture_make_surface (self->picture);
  else if (!self->inks_are_new)
    return;
  bayan_map_picture_colour (self->picture, self->inks, self->image);
  self->inks_are_new = FALSE;
  g_clear_object (&self->texture);
}

static GdkTexture *
get_texture (BayanMapPainter *self)
{
  int width = cairo_image_surface_get_width (self->image);
  int height = cairo_image_surface_get_height (self->image);
  int stride = cairo_image_surface_get_stride (self->image);
  g_autoptr (GBytes) bytes = NULL;

  if (self->texture != NULL)
    return self->texture;
  bytes = g_bytes_new (cairo_image_surface_get_data (self->image), (gsize) stride * (gsize) height);
  self->texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
  return self->texture;
}

/* Where the picture lies in the view. At its own scale it is laid on whole pixels, so that it is copied and
 * not sampled. */
static graphene_rect_t
place_picture (const BayanMapBrief *brief, const BayanMapCamera *camera)
{
  BayanMapFrame frame = bayan_map_camera_get_frame (&brief->camera);
  double stretch = camera->scale / brief->camera.scale;
  double x, y;

  bayan_map_camera_to_screen (camera, frame.west, frame.north, &x, &y);
  if (fabs (stretch - 1) < 1e-9)
    {
      x = round (x * brief->device_scale) / brief->device_scale;
      y = round (y * brief->device_scale) / brief->device_scale;
      stretch = 1;
    }
  return GRAPHENE_RECT_INIT ((float) x, (float) y, (float) (brief->camera.width * stretch),
                             (float) (brief->camera.height * stretch));
}

static void
append_by_cairo (BayanMapPainter *self, GtkSnapshot *snapshot, const BayanMapCamera *camera,
                 const graphene_rect_t *place)
{
  const BayanMapBrief *brief = bayan_map_picture_get_brief (self->picture);
  double stretch = place->size.width / brief->camera.width;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot,
                                           &GRAPHENE_RECT_INIT (0, 0, camera->width, camera->height));

  cairo_translate (cr, place->origin.x, place->origin.y);
  cairo_scale (cr, stretch, stretch);
  cairo_set_source_surface (cr, self->image, 0, 0);
  if (stretch != 1)
    cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_FAST);
  cairo_paint (cr);
  cairo_destroy (cr);
}

/**
 * bayan_map_painter_snapshot:
 * @camera: the view
 * @by_cairo: whether the window is drawn by cairo, which copies an image faster than a texture; for all other
 *   renderers it is the other way round
 *
 * Shows the picture at hand where it belongs, stretched if its scale is not that of the view.
 */
void
bayan_map_painter_snapshot (BayanMapPainter *self, GtkSnapshot *snapshot, const BayanMapCamera *camera,
                            gboolean by_cairo)
{
  graphene_rect_t place;

  g_return_if_fail (BAYAN_IS_MAP_PAINTER (self));

  if (self->picture == NULL || self->inks == NULL)
    return;
  colour (self);
  place = place_picture (bayan_map_picture_get_brief (self->picture), camera);
  if (by_cairo)
    append_by_cairo (self, snapshot, camera, &place);
  else
    gtk_snapshot_append_texture (snapshot, get_texture (self), &place);
}

/**
 * bayan_map_painter_look_up:
 * @camera: the view
 * @x: pixels of the view
 * @y: pixels of the view
 * @unit: (out): what is drawn there, or %BAYAN_MAP_NO_UNIT
 * @pixel: (out): in which colour, borders and all
 *
 * Returns: %FALSE if nothing is drawn there yet
 */
gboolean
bayan_map_painter_look_up (BayanMapPainter *self, const BayanMapCamera *camera, double x, double y, int *unit,
                           guint32 *pixel)
{
  const BayanMapBrief *brief;
  graphene_rect_t place;
  double stretch;
  int column, row;

  if (self->picture == NULL || self->image == NULL)
    return FALSE;
  brief = bayan_map_picture_get_brief (self->picture);
  place = place_picture (brief, camera);
  stretch = place.size.width / brief->camera.width;
  column = (int) floor ((x - place.origin.x) / stretch);
  row = (int) floor ((y - place.origin.y) / stretch);
  if (column < 0 || row < 0 || column >= brief->camera.width || row >= brief->camera.height)
    return FALSE;
  *unit = bayan_map_picture_get_unit (self->picture, column, row);
  *pixel = ((const guint32 *) (gconstpointer) (cairo_image_surface_get_data (self->image)
                                               + row * brief->device_scale
                                                     * cairo_image_surface_get_stride (
                                                         self->image)))[column * brief->device_scale];
  return TRUE;
}

/**
 * bayan_map_painter_get_projection:
 * @otherwise: what to return before the first picture
 *
 * Returns: the projection of the picture at hand, which is what a view has to be of to be shown
 */
BayanProjection
bayan_map_painter_get_projection (BayanMapPainter *self, BayanProjection otherwise)
{
  g_return_val_if_fail (BAYAN_IS_MAP_PAINTER (self), otherwise);
  return self->picture != NULL ? bayan_map_picture_get_brief (self->picture)->camera.projection : otherwise;
}

/**
 * bayan_map_painter_is_settled:
 *
 * Returns: %TRUE when the picture at hand is the one that the view needs
 */
gboolean
bayan_map_painter_is_settled (BayanMapPainter *self)
{
  g_return_val_if_fail (BAYAN_IS_MAP_PAINTER (self), FALSE);
  return self->picture != NULL && !self->is_drawing && self->rest_source == 0
         && covers (bayan_map_picture_get_brief (self->picture), &self->wanted);
}

static void
bayan_map_painter_dispose (GObject *object)
{
  BayanMapPainter *self = BAYAN_MAP_PAINTER (object);

  g_clear_handle_id (&self->rest_source, g_source_remove);
  forget_image (self);
  g_clear_pointer (&self->picture, bayan_map_picture_unref);
  g_clear_pointer (&self->inks, g_free);
  G_OBJECT_CLASS (bayan_map_painter_parent_class)->dispose (object);
}

static void
bayan_map_painter_class_init (BayanMapPainterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bayan_map_painter_dispose;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
bayan_map_painter_init (BayanMapPainter *self)
{
}

BayanMapPainter *
bayan_map_painter_new (void)
{
  return g_object_new (BAYAN_TYPE_MAP_PAINTER, NULL);
}
