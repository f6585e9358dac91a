/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the view stands: home, all that is mentioned, or where the analyst has gone; in which projection; and how the
 * library remembers it.
 *
 * The camera is always of the projection of the picture that is shown. Another one is wished for by aim, a picture in
 * it is drawn in a thread, and when it is there the camera changes with it: nothing jumps, and nothing is laid over a
 * picture that it does not fit. */
#include "bayan-map-view-private.h"

#define VIEW_KEY "map-view"
#define PROJECTION_KEY "map-projection"
#define MEMORY_REST_MS 600
#define FIT_MARGIN_PIXELS 18
/* At home the view follows what is mentioned, but not every little: only where it would come this much closer. */
#define CLOSER 1.35

static const char *const CHOICES[] = {
  [BAYAN_MAP_CHOICE_AUTOMATIC] = "automatic",
  [BAYAN_MAP_CHOICE_WORLD] = "world",
  [BAYAN_MAP_CHOICE_REGION] = "region",
};

/* Memory */

static gboolean
remember_cb (gpointer data)
{
  BayanMapView *self = data;
  BayanMapCamera camera = self->camera;
  g_autofree char *words = NULL;

  self->memory_source = 0;
  bayan_map_camera_set_projection (&camera, self->aim);
  words = bayan_map_camera_to_string (&camera);
  bayan_desk_set_memory (self->desk, VIEW_KEY, self->is_home ? NULL : words);
  return G_SOURCE_REMOVE;
}

static gboolean
has_memory (BayanMapView *self)
{
  return self->desk != NULL && bayan_desk_get_state (self->desk) == BAYAN_DESK_READY;
}

static void
remember_soon (BayanMapView *self)
{
  g_clear_handle_id (&self->memory_source, g_source_remove);
  if (has_memory (self))
    self->memory_source = g_timeout_add (MEMORY_REST_MS, remember_cb, self);
}

/* What waits to be remembered is, at once. */
void
bayan_map_bearings_close (BayanMapView *self)
{
  if (self->memory_source == 0 || self->desk == NULL)
    return;
  g_source_remove (self->memory_source);
  remember_cb (self);
}

static BayanMapChoice
find_choice (const char *word)
{
  for (guint i = 0; word != NULL && i < G_N_ELEMENTS (CHOICES); i++)
    if (g_str_equal (word, CHOICES[i]))
      return (BayanMapChoice) i;
  return BAYAN_MAP_CHOICE_AUTOMATIC;
}

/* The projection */

static gboolean
is_still (BayanMapView *self)
{
  return !self->is_held && self->glide_tick == 0;
}

static BayanProjection
choose (BayanMapView *self, const BayanMapCamera *camera)
{
  if (self->choice == BAYAN_MAP_CHOICE_WORLD)
    return BAYAN_PROJECTION_EQUAL_EARTH;
  if (self->choice == BAYAN_MAP_CHOICE_REGION)
    return BAYAN_PROJECTION_LAEA;
  return bayan_map_camera_choose_projection (camera);
}

/**
 * bayan_map_bearings_look:
 *
 * Has the view drawn as it stands. A gesture that goes on keeps its projection.
 */
void
bayan_map_bearings_look (BayanMapView *self)
{
  BayanMapBrief view = { .camera = self->camera };

  if (view.camera.width > 0 && view.camera.height > 0)
    {
      if (is_still (self))
        self->aim = choose (self, &view.camera);
      bayan_map_camera_set_projection (&view.camera, self->aim);
      view.device_scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
      view.style = bayan_map_style_get ();
      view.by_province = self->counts.level == BAYAN_LEVEL_PROVINCES;
      bayan_map_painter_look (self->painter, &view);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Positions on the plane are looked up anew. */
static void
change_plane (BayanMapView *self, BayanProjection projection)
{
  bayan_map_camera_set_projection (&self->camera, projection);
  self->atlas = bayan_map_atlas_get (projection);
  g_hash_table_remove_all (self->counts.spots);
  if (self->desk != NULL)
    bayan_map_counts_take (&self->counts, self->atlas, self->desk);
}

/* A picture has come. */
void
bayan_map_bearings_arrive (BayanMapView *self)
{
  BayanProjection shown = bayan_map_painter_get_projection (self->painter, self->camera.projection);

  if (shown != self->camera.projection)
    change_plane (self, shown);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Goes to @camera, whose projection is the one to be shown. */
static void
go (BayanMapView *self, const BayanMapCamera *camera)
{
  self->camera = *camera;
  self->aim = camera->projection;
  bayan_map_camera_set_projection (&self->camera,
                                   bayan_map_painter_get_projection (self->painter, self->aim));
  if (self->atlas->projection != self->camera.projection)
    change_plane (self, self->camera.projection);
  bayan_map_bearings_look (self);
}

/* Home, and all that is mentioned */

typedef enum {
  ALL,
  NEAR, /* what a view of the region can hold */
} Reach;

static gboolean
is_mentioned (BayanMapView *self, guint unit)
{
  return self->counts.states[self->atlas->state_of_unit[unit]] > 0;
}

static BayanMapCamera
with_projection (BayanMapView *self, BayanProjection projection)
{
  BayanMapCamera camera = self->camera;

  camera.projection = projection;
  return camera;
}

static gboolean
is_near (BayanMapView *self, guint unit)
{
  const BayanMapAtlas *region = bayan_map_atlas_get (BAYAN_PROJECTION_LAEA);
  const BayanMapFrame *frame = &bayan_map_atlas_get_sheet (region, 1)->unit_frames[unit];

  return bayan_map_frame_is_near (frame);
}

/* Returns: %FALSE, with nothing set, if nothing is mentioned */
static gboolean
fit (BayanMapView *self, Reach reach, BayanProjection projection, BayanMapCamera *camera)
{
  const BayanMapAtlas *atlas = bayan_map_atlas_get (projection);
  g_autofree guint8 *holds = g_new0 (guint8, atlas->n_units);
  BayanMapFrame frame;

  for (guint i = 0; i < atlas->n_units; i++)
    holds[i] = is_mentioned (self, i) && (reach == ALL || is_near (self, i));
  frame = bayan_map_atlas_get_frame (atlas, holds);
  if (frame.west > frame.east)
    return FALSE;
  *camera = with_projection (self, projection);
  bayan_map_camera_fit (camera, frame, FIT_MARGIN_PIXELS);
  return TRUE;
}

/* In the projection that suits what is seen then. */
static gboolean
fit_suitably (BayanMapView *self, Reach reach, BayanMapCamera *camera)
{
  if (!fit (self, reach, BAYAN_PROJECTION_LAEA, camera))
    return FALSE;
  if (choose (self, camera) == BAYAN_PROJECTION_LAEA)
    return TRUE;
  return fit (self, reach, BAYAN_PROJECTION_EQUAL_EARTH, camera);
}

/* Home is what is mentioned in the region of the statements, or else all of that region. */
static BayanMapCamera
find_home (BayanMapView *self)
{
  BayanMapCamera camera;

  if (fit_suitably (self, NEAR, &camera))
    return camera;
  camera = with_projection (self, BAYAN_PROJECTION_LAEA);
  bayan_map_camera_go_home (&camera);
  if (choose (self, &camera) == BAYAN_PROJECTION_LAEA)
    return camera;
  camera = with_projection (self, BAYAN_PROJECTION_EQUAL_EARTH);
  bayan_map_camera_go_home (&camera);
  return camera;
}

static gboolean
contains (const BayanMapCamera *camera, BayanMapCamera other)
{
  BayanMapFrame all = bayan_map_camera_get_frame (camera), part;

  bayan_map_camera_set_projection (&other, camera->projection);
  part = bayan_map_camera_get_frame (&other);
  return all.west <= part.west && all.east >= part.east && all.south <= part.south && all.north >= part.north;
}

/**
 * bayan_map_bearings_follow:
 *
 * Other states are mentioned: a view that is at home goes on showing them whole.
 */
void
bayan_map_bearings_follow (BayanMapView *self)
{
  BayanMapCamera home;

  if (!self->is_home || self->camera.width <= 0 || self->camera.height <= 0 || !is_still (self))
    return;
  home = find_home (self);
  if (!contains (&self->camera, home) || home.scale > self->camera.scale * CLOSER)
    go (self, &home);
}

/* Back to the region of the statements, and there through every change of size. */
void
bayan_map_view_go_home (BayanMapView *self)
{
  BayanMapCamera home;

  g_return_if_fail (BAYAN_IS_MAP_VIEW (self));

  bayan_map_gestures_stop (self);
  self->is_home = TRUE;
  home = find_home (self);
  go (self, &home);
  remember_soon (self);
}

/**
 * bayan_map_view_fit:
 *
 * Shows all that is mentioned, whole and as large as there is room for; with nothing mentioned, home.
 */
void
bayan_map_view_fit (BayanMapView *self)
{
  BayanMapCamera camera;

  g_return_if_fail (BAYAN_IS_MAP_VIEW (self));

  if (!fit_suitably (self, ALL, &camera))
    {
      bayan_map_view_go_home (self);
      return;
    }
  bayan_map_gestures_stop (self);
  self->is_home = FALSE;
  go (self, &camera);
  remember_soon (self);
}

/* By the analyst's hand. */
void
bayan_map_view_camera_moved (BayanMapView *self)
{
  self->is_home = FALSE;
  bayan_map_bearings_look (self);
  remember_soon (self);
}

/**
 * bayan_map_bearings_recall:
 *
 * Goes where the library was looked at last. Before the first allocation there is no size to keep the zoom within: the
 * words wait in the library until then.
 */
void
bayan_map_bearings_recall (BayanMapView *self)
{
  BayanMapCamera camera = self->camera;

  if (!has_memory (self) || camera.width <= 0)
    return;
  self->choice = find_choice (bayan_desk_get_memory (self->desk, PROJECTION_KEY));
  g_object_notify (G_OBJECT (self), "projection");
  self->is_home = !bayan_map_camera_from_string (&camera, bayan_desk_get_memory (self->desk, VIEW_KEY));
  if (self->is_home)
    camera = find_home (self);
  else
    bayan_map_camera_set_projection (&camera, choose (self, &camera));
  go (self, &camera);
}

void
bayan_map_bearings_resize (BayanMapView *self, int width, int height)
{
  gboolean is_first = self->camera.width == 0;
  BayanMapCamera home;

  bayan_map_camera_resize (&self->camera, width, height);
  if (is_first)
    bayan_map_bearings_recall (self);
  if (!self->is_home)
    {
      bayan_map_bearings_look (self);
      return;
    }
  home = find_home (self);
  go (self, &home);
}

const char *
bayan_map_bearings_get_choice (BayanMapView *self)
{
  return CHOICES[self->choice];
}

/**
 * bayan_map_bearings_set_choice:
 * @word: "world" or "region" for one of the projections, "automatic" for what suits the view
 */
void
bayan_map_bearings_set_choice (BayanMapView *self, const char *word)
{
  BayanMapChoice choice = find_choice (word);

  if (choice == self->choice)
    return;
  self->choice = choice;
  if (has_memory (self))
    bayan_desk_set_memory (self->desk, PROJECTION_KEY, choice == BAYAN_MAP_CHOICE_AUTOMATIC ? NULL : word);
  bayan_map_gestures_stop (self);
  if (self->is_home)
    bayan_map_view_go_home (self);
  else
    bayan_map_bearings_look (self);
  g_object_notify (G_OBJECT (self), "projection");
}
