/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map in the real window, over a real library. */
#include <math.h>
#include <poppler.h>

#include "bayan-map-pane.h"
#include "bayan-map-view-private.h"
#include "window-fixture.h"

static const char *const TEXT =
    "بيان صحفي\n\n"
    "اجتمع ممثلو العراق وسوريا والمغرب في بغداد. ورحب العراق بموقف المغرب، وأكد العراق التزامه.\n"
    "وبحثوا الأوضاع في محافظة دير الزور ومحافظة نينوى وفي منطقة الساحل وشمال شرق سوريا وفي دمشق.\n";

typedef struct {
  WindowFixture window;
  BayanMapView *view;
} Fixture;

static void
open_window (Fixture *self)
{
  g_autofree char *folder = g_dir_make_tmp ("bayan-map-XXXXXX", NULL);
  g_autofree char *library = g_build_filename (folder, "library.bayan", NULL);

  window_fixture_open (&self->window, library);
  window_fixture_read (&self->window, window_fixture_import_text (&self->window, TEXT));
  bayan_desk_set_scope (self->window.desk, BAYAN_SCOPE_LIBRARY);
  self->view =
      bayan_map_pane_get_view (BAYAN_MAP_PANE (window_fixture_find (self->window.window, "BayanMapPane")));
  window_wait_until (bayan_map_view_is_settled (self->view));
  window_fixture_settle (&self->window);
}

/* A process has one window: each test begins where it opened. */
static void
set_up (Fixture **fixture, gconstpointer data)
{
  Fixture *self = *fixture = (gpointer) data;

  bayan_desk_clear_filter (self->window.desk);
  bayan_map_view_show_area (self->view, NULL);
  bayan_map_view_go_home (self->view);
  window_wait_until (bayan_map_view_is_settled (self->view));
}

static void
place_of (Fixture *self, const char *iso3, double *x, double *y)
{
  const BayanMapState *state =
      &self->view->atlas->states[bayan_map_atlas_find_state (self->view->atlas, iso3)];

  bayan_map_camera_to_screen (&self->view->camera, state->label.x, state->label.y, x, y);
}

/* What stands on the screen, of the map alone. */
static GdkRGBA
colour_at (Fixture *self, double x, double y)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self->view));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (GTK_WIDGET (self->view)),
      height = gtk_widget_get_height (GTK_WIDGET (self->view));
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree guchar *pixels = g_malloc ((gsize) width * (gsize) height * 4);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->view));
  gint64 frame = gdk_frame_clock_get_frame_counter (clock);
  const guchar *pixel;

  gtk_widget_queue_draw (GTK_WIDGET (self->view));
  window_wait_until (gdk_frame_clock_get_frame_counter (clock) > frame);
  window_fixture_settle (&self->window);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  texture =
      gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (GTK_WIDGET (self->view))),
                                   node, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gdk_texture_download (texture, pixels, (gsize) width * 4);
  pixel = pixels + 4 * ((gsize) y * (gsize) width + (gsize) x);
  return (GdkRGBA) { pixel[2] / 255.0f, pixel[1] / 255.0f, pixel[0] / 255.0f, 1 };
}

static void
assert_colour (GdkRGBA one, GdkRGBA other)
{
  g_assert_cmpfloat_with_epsilon (one.red, other.red, 0.01);
  g_assert_cmpfloat_with_epsilon (one.green, other.green, 0.01);
  g_assert_cmpfloat_with_epsilon (one.blue, other.blue, 0.01);
}

/* Beside the name, which stands on the label point. */
static GdkRGBA
colour_of (Fixture *self, const char *iso3)
{
  double x, y;

  place_of (self, iso3, &x, &y);
  return colour_at (self, x, y + 11);
}

static void
test_shading (Fixture **fixture, gconstpointer data)
{
  Fixture *self = *fixture;
  const BayanMapClasses *classes = bayan_map_view_get_classes (self->view);
  guint iraq = bayan_desk_get_country_count (self->window.desk, "IRQ");
  guint morocco = bayan_desk_get_country_count (self->window.desk, "MAR");

  g_assert_cmpuint (iraq, >, morocco);
  g_assert_cmpuint (morocco, >, 0);
  g_assert_cmpuint (bayan_map_view_get_n_named (self->view), ==, 3);
  bayan_map_view_zoom (self->view, 3);
  for (guint i = 0; i < 2; i++)
    {
      const char *iso3 = i == 0 ? "IRQ" : "MAR";
      g_autofree char *key = g_strconcat ("iso:", iso3, NULL);

      bayan_map_view_show_area (self->view, key);
      bayan_map_view_show_area (self->view, NULL);
      window_wait_until (bayan_map_view_is_settled (self->view));
      assert_colour (colour_of (self, iso3),
                     bayan_map_class_colour (classes,
                                             bayan_map_classes_find (classes, i == 0 ? iraq : morocco),
                                             BAYAN_MAP_STYLE_LIGHT));
    }
}

/* In Arabic too: Morocco lies in the west, on the left. */
static void
test_never_mirrored (Fixture **fixture, gconstpointer data)
{
  Fixture *self = *fixture;
  double morocco_x, iraq_x, y;

  gtk_widget_set_direction (GTK_WIDGET (self->view), GTK_TEXT_DIR_RTL);
  window_fixture_settle (&self->window);
  place_of (self, "MAR", &morocco_x, &y);
  place_of (self, "IRQ", &iraq_x, &y);
  g_assert_cmpfloat (morocco_x, <, iraq_x);
  g_assert_cmpint (self->view->atlas->state_of_unit[bayan_map_atlas_pick (self->view->atlas,
                                                                          &self->view->camera, iraq_x, y)],
                   ==, bayan_map_atlas_find_state (self->view->atlas, "IRQ"));
}

static void
test_click_filters (Fixture **fixture, gconstpointer data)
{
  Fixture *self = *fixture;
  BayanDesk *desk = self->window.desk;
  g_autofree char *morocco = NULL, *mali = NULL;
  double x, y;

  bayan_map_view_zoom (self->view, 2);
  place_of (self, "MAR", &x, &y);
  morocco = bayan_map_view_pick (self->view, x, y);
  bayan_map_view_choose (self->view, morocco);
  g_assert_cmpstr (bayan_desk_get_country_filter (desk), ==, "MAR");
  g_assert_cmpuint (bayan_desk_get_n_matching (desk), ==, 1);
  bayan_map_view_choose (self->view, morocco);
  g_assert_null (bayan_desk_get_country_filter (desk));
  place_of (self, "MLI", &x, &y);
  mali = bayan_map_view_pick (self->view, x, y);
  bayan_map_view_choose (self->view, mali);
  g_assert_cmpuint (bayan_desk_get_n_matching (desk), ==, 0);
  bayan_desk_clear_filter (desk);
}

static void
test_words (Fixture **fixture, gconstpointer data)
{
  Fixture *self = *fixture;
  g_autofree char *words = bayan_map_view_describe (self->view, "iso:IRQ");

  g_assert_nonnull (strstr (words, "العراق"));
  g_assert_nonnull (strstr (words, "Iraq"));
  g_assert_nonnull (strpbrk (words, "123456789"));
  g_assert_null (bayan_map_view_describe (self->view, NULL));
}

/* Two states are marked; a third takes the place of the second, and the same one again lets go of it. */
static void
test_compare (Fixture **fixture, gconstpointer data)
{
  Fixture *self = *fixture;
  const char *one, *other;

  bayan_map_view_compare (self->view, "iso:IRQ");
  g_assert_false (bayan_map_view_get_pair (self->view, &one, &other));
  g_assert_cmpstr (one, ==, "iso:IRQ");
  bayan_map_view_compare (self->view, "iso:MAR");
  g_assert_true (bayan_map_view_get_pair (self->view, &one, &other));
  g_assert_cmpstr (other, ==, "iso:MAR");
  g_assert_cmpuint (self->view->compared_extent.n_units, >, 1);
  bayan_map_view_compare (self->view, "iso:SYR");
  g_assert_true (bayan_map_view_get_pair (self->view, &one, &other));
  g_assert_cmpstr (other, ==, "iso:SYR");
  bayan_map_view_compare (self->view, "iso:SYR");
  g_assert_false (bayan_map_view_get_pair (self->view, &one, &other));
  bayan_map_view_show_area (self->view, NULL);
}

/* A state that nobody mentions and that is too small to be seen is a dot, at the level of countries. */
static void
test_faint_dot (Fixture **fixture, gconstpointer data)
{
  Fixture *self = *fixture;
  BayanAreaView regions = { BAYAN_LEVEL_REGIONS, BAYAN_WAYS_USUAL, FALSE }, usual = BAYAN_AREA_VIEW_USUAL;
  const BayanMapState *bahrain =
      &self->view->atlas->states[bayan_map_atlas_find_state (self->view->atlas, "BHR")];
  GdkRGBA nothing = bayan_map_class_colour (bayan_map_view_get_classes (self->view), 0,
                                            BAYAN_MAP_STYLE_LIGHT);
  g_autofree char *beside = NULL, *no_dot = NULL;
  double x, y;

  g_assert_cmpuint (bayan_desk_get_country_count (self->window.desk, "BHR"), ==, 0);
  bayan_map_camera_to_screen (&self->view->camera, bahrain->dot.x, bahrain->dot.y, &x, &y);
  assert_colour (colour_at (self, x, y), nothing);
  beside = bayan_map_view_pick (self->view, x + 3, y - 3);
  g_assert_cmpstr (beside, ==, "iso:BHR");
  bayan_desk_set_area_view (self->window.desk, &regions);
  no_dot = bayan_map_view_pick (self->view, x + 3, y - 3);
  g_assert_null (no_dot);
  bayan_desk_set_area_view (self->window.desk, &usual);
}

/* Activates what the class has bound to a key. */
static void
press (Fixture *self, guint key, GdkModifierType modifiers)
{
  GtkWidget *widget = GTK_WIDGET (self->view);
  g_autoptr (GtkShortcutTrigger) trigger = gtk_keyval_trigger_new (key, modifiers);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      for (guint k = 0; GTK_IS_SHORTCUT_CONTROLLER (controller)
                        && k < g_list_model_get_n_items (G_LIST_MODEL (controller));
           k++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);

          if (!gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), trigger))
            continue;
          g_assert_true (gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                                       gtk_shortcut_get_arguments (shortcut)));
          return;
        }
    }
  g_assert_not_reached ();
}

static char *
pick_spot_of (Fixture *self, const char *key)
{
  BayanMapSpot spot;
  double x, y;

  g_assert_true (bayan_map_areas_find_spot (&self->view->counts, self->view->atlas, key, &spot));
  bayan_map_camera_to_screen (&self->view->camera, spot.x, spot.y, &x, &y);
  return bayan_map_view_pick_area (self->view, x, y);
}

static void
walk_west (Fixture *self, BayanAreaLevel level, const char *from, const char *to)
{
  BayanDesk *desk = self->window.desk;
  BayanAreaView view = *bayan_desk_get_area_view (desk);
  g_autofree char *at = NULL, *words = NULL;
  const char *one, *other;

  view.level = level;
  bayan_desk_set_area_view (desk, &view);
  g_assert_null (self->view->focused); /* what was marked was an area of another level */
  bayan_map_view_show_area (self->view, from);
  press (self, GDK_KEY_space, GDK_CONTROL_MASK);
  press (self, GDK_KEY_Left, GDK_CONTROL_MASK);
  g_assert_cmpstr (self->view->focused, ==, to);
  g_assert_true (bayan_map_view_get_pair (self->view, &one, &other));
  g_assert_cmpstr (other, ==, from);
  words = bayan_map_view_describe (self->view, to);
  g_assert_true (g_str_has_prefix (words, bayan_map_view_get_name (self->view, to)));
  g_assert_nonnull (strstr (words, " mention"));
  g_assert_null (strstr (words, "No mentions"));
  at = pick_spot_of (self, to);
  g_assert_cmpstr (at, ==, to);
}

/* From one area of a level to the next one of it; what is walked to can be pointed at, and filtered by. */
static void
test_walk_levels (Fixture **fixture, gconstpointer data)
{
  static const struct {
    BayanAreaLevel level;
    const char *from, *to;
    gboolean filters;
  } WALKS[] = {
    { BAYAN_LEVEL_REGIONS, "region:ne-syria", "region:sahel", TRUE },
    { BAYAN_LEVEL_M49, "m49:145", "m49:015", FALSE },
    { BAYAN_LEVEL_PROVINCES, "adm1:IRQ-3051", "adm1:SYR-142", TRUE },
    { BAYAN_LEVEL_PLACES, "place:98182", "place:170654", TRUE },
  };
  Fixture *self = *fixture;
  BayanAreaView usual = BAYAN_AREA_VIEW_USUAL;

  bayan_map_view_zoom (self->view, 2);
  for (guint i = 0; i < G_N_ELEMENTS (WALKS); i++)
    {
      walk_west (self, WALKS[i].level, WALKS[i].from, WALKS[i].to);
      press (self, GDK_KEY_space, 0);
      g_assert_cmpstr (bayan_desk_get_entity_filter (self->window.desk), ==,
                       WALKS[i].filters ? WALKS[i].to : NULL);
      bayan_desk_clear_filter (self->window.desk);
    }
  bayan_desk_set_area_view (self->window.desk, &usual);
}

/* What the first of two clicks has done is taken back, whatever was filtered by before. */
static void
test_choose_back (Fixture **fixture, gconstpointer data)
{
  Fixture *self = *fixture;
  bayan_map_view_choose (self->view, "iso:IRQ");
  bayan_map_view_choose_back (self->view);
  g_assert_null (bayan_desk_get_country_filter (self->window.desk));
  bayan_desk_set_country_filter (self->window.desk, "MAR");
  bayan_map_view_choose (self->view, "iso:IRQ");
  bayan_map_view_choose_back (self->view);
  g_assert_cmpstr (bayan_desk_get_country_filter (self->window.desk), ==, "MAR");
  bayan_desk_clear_filter (self->window.desk);
  bayan_desk_set_entity_filter (self->window.desk, "region:ne-syria");
  bayan_map_view_choose (self->view, "iso:IRQ");
  bayan_map_view_choose_back (self->view);
  g_assert_cmpstr (bayan_desk_get_entity_filter (self->window.desk), ==, "region:ne-syria");
  g_assert_null (bayan_desk_get_country_filter (self->window.desk));
  bayan_desk_clear_filter (self->window.desk);
}

static void
test_zoom_and_home (Fixture **fixture, gconstpointer data)
{
  Fixture *self = *fixture;
  BayanMapCamera before = *bayan_map_view_get_camera (self->view);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->view), "map.zoom-in", NULL));
  g_assert_cmpfloat (bayan_map_view_get_camera (self->view)->scale, >, before.scale * 1.2);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->view), "map.home", NULL));
  g_assert_cmpfloat_with_epsilon (bayan_map_view_get_camera (self->view)->scale, before.scale, 1e-6);
  g_assert_cmpfloat_with_epsilon (bayan_map_view_get_camera (self->view)->x, before.x, 1e-9);
}

/* The analyst's choice comes with the next picture, about the same middle, and is kept with the library. */
static void
test_projection (Fixture **fixture, gconstpointer data)
{
  Fixture *self = *fixture;
  double longitude, latitude, before_longitude, before_latitude;

  bayan_map_view_zoom (self->view, 1.5);
  window_wait_until (bayan_map_view_is_settled (self->view));
  g_assert_cmpint (self->view->camera.projection, ==, BAYAN_PROJECTION_LAEA);
  bayan_map_camera_to_globe (&self->view->camera, self->view->camera.width / 2.0,
                             self->view->camera.height / 2.0, &before_longitude, &before_latitude);
  g_object_set (self->view, "projection", "world", NULL);
  g_assert_cmpint (self->view->camera.projection, ==, BAYAN_PROJECTION_LAEA);
  window_wait_until (bayan_map_view_is_settled (self->view));
  g_assert_cmpint (self->view->camera.projection, ==, BAYAN_PROJECTION_EQUAL_EARTH);
  bayan_map_camera_to_globe (&self->view->camera, self->view->camera.width / 2.0,
                             self->view->camera.height / 2.0, &longitude, &latitude);
  g_assert_cmpfloat_with_epsilon (longitude, before_longitude, 1e-9);
  g_assert_cmpfloat_with_epsilon (latitude, before_latitude, 1e-9);
  g_assert_cmpstr (bayan_desk_get_memory (self->window.desk, "map-projection"), ==, "world");
  g_object_set (self->view, "projection", "automatic", NULL);
  g_assert_null (bayan_desk_get_memory (self->window.desk, "map-projection"));
  window_wait_until (bayan_map_view_is_settled (self->view));
  g_assert_cmpint (self->view->camera.projection, ==, BAYAN_PROJECTION_LAEA);
}

/* At home, too, which then is home in the other projection. */
static void
test_projection_at_home (Fixture **fixture, gconstpointer data)
{
  Fixture *self = *fixture;

  g_assert_cmpint (self->view->camera.projection, ==, BAYAN_PROJECTION_LAEA);
  g_object_set (self->view, "projection", "world", NULL);
  window_wait_until (bayan_map_view_is_settled (self->view));
  g_assert_cmpint (self->view->camera.projection, ==, BAYAN_PROJECTION_EQUAL_EARTH);
  g_assert_true (self->view->is_home);
  g_object_set (self->view, "projection", "automatic", NULL);
  window_wait_until (bayan_map_view_is_settled (self->view));
  g_assert_cmpint (self->view->camera.projection, ==, BAYAN_PROJECTION_LAEA);
}

/* Every shaded area within the view. */
static void
test_fit (Fixture **fixture, gconstpointer data)
{
  Fixture *self = *fixture;
  BayanMapFrame view;

  bayan_map_view_zoom (self->view, 9);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->view), "map.fit", NULL));
  window_wait_until (bayan_map_view_is_settled (self->view));
  view = bayan_map_camera_get_frame (&self->view->camera);
  for (guint i = 0; i < self->view->atlas->n_units; i++)
    {
      const BayanMapFrame *frame = &bayan_map_atlas_get_sheet (self->view->atlas, 1)->unit_frames[i];

      if (self->view->counts.states[self->view->atlas->state_of_unit[i]] == 0)
        continue;
      g_assert_true (frame->west >= view.west && frame->east <= view.east && frame->south >= view.south
                     && frame->north <= view.north);
    }
}

static void
test_show_area (Fixture **fixture, gconstpointer data)
{
  Fixture *self = *fixture;
  double x, y;

  bayan_map_view_zoom (self->view, 30);
  bayan_map_view_show_area (self->view, "iso:KGZ");
  place_of (self, "KGZ", &x, &y);
  g_assert_cmpfloat (x, >, 0);
  g_assert_cmpfloat (x, <, gtk_widget_get_width (GTK_WIDGET (self->view)));
  g_assert_cmpfloat (y, >, 0);
  g_assert_cmpfloat (y, <, gtk_widget_get_height (GTK_WIDGET (self->view)));
}

/* Another number of mentions needs no border drawn again: what is shown stays settled. */
static void
test_counts_redraw_nothing (Fixture **fixture, gconstpointer data)
{
  Fixture *self = *fixture;
  double x, y;
  GdkRGBA before;

  bayan_map_view_zoom (self->view, 3);
  bayan_map_view_show_area (self->view, "iso:MAR");
  bayan_map_view_show_area (self->view, NULL);
  window_wait_until (bayan_map_view_is_settled (self->view));
  place_of (self, "MAR", &x, &y);
  before = colour_of (self, "MAR");
  bayan_desk_set_search (self->window.desk, "zzzzzz");
  window_wait_until (self->view->counts.states[bayan_map_atlas_find_state (self->view->atlas, "MAR")] == 0);
  g_assert_true (bayan_map_view_is_settled (self->view));
  g_assert_false (gdk_rgba_equal (&before, &(GdkRGBA) { 0 }));
  assert_colour (colour_of (self, "MAR"),
                 bayan_map_class_colour (bayan_map_view_get_classes (self->view), 0, BAYAN_MAP_STYLE_LIGHT));
}

/* What was looked at is kept with the library, and home is kept as home. */
static void
test_remembered (Fixture **fixture, gconstpointer data)
{
  Fixture *self = *fixture;
  BayanMapCamera camera = *bayan_map_view_get_camera (self->view);

  /* what the test before has looked at is forgotten a moment later */
  window_wait_until (bayan_desk_get_memory (self->window.desk, "map-view") == NULL);
  bayan_map_view_zoom (self->view, 4);
  window_wait_until (bayan_desk_get_memory (self->window.desk, "map-view") != NULL);
  g_assert_true (
      bayan_map_camera_from_string (&camera, bayan_desk_get_memory (self->window.desk, "map-view")));
  g_assert_cmpfloat_with_epsilon (camera.scale, bayan_map_view_get_camera (self->view)->scale, 0.01);
  bayan_map_view_go_home (self->view);
  window_wait_until (bayan_desk_get_memory (self->window.desk, "map-view") == NULL);
}

/* A region filtered by in the sidebar has its members edged on the map. */
static void
test_filter_extent (Fixture **fixture, gconstpointer data)
{
  Fixture *self = *fixture;

  bayan_desk_set_entity_filter (self->window.desk, "region:ne-syria");
  g_assert_cmpuint (self->view->filter_extent.n_units, ==, 3);
  bayan_desk_set_country_filter (self->window.desk, "IRQ");
  g_assert_cmpuint (self->view->filter_extent.n_units, ==, 18);
  bayan_desk_clear_filter (self->window.desk);
  g_assert_cmpuint (self->view->filter_extent.n_units, ==, 0);
}

static const BayanMapPlace *
find_placed (Fixture *self)
{
  for (guint i = 0; i < self->view->counts.places->len; i++)
    {
      const BayanMapPlace *place = &g_array_index (self->view->counts.places, BayanMapPlace, i);

      if (g_strcmp0 (bayan_entity_item_get_entity (place->item)->name_ar, "بغداد") == 0)
        return place;
    }
  return NULL;
}

static gboolean
is_at (const BayanMapPlace *place, double latitude, double longitude, const BayanMapAtlas *atlas)
{
  double x, y;

  bayan_projection_forward (atlas->projection, longitude, latitude, &x, &y);
  return place != NULL && fabs (place->spot.x - x) < 1e-4 && fabs (place->spot.y - y) < 1e-4;
}

/* A dot goes where the analyst says, vanishes, and is where it was when that is undone. */
static void
test_placed (Fixture **fixture, gconstpointer data)
{
  Fixture *self = *fixture;
  BayanDesk *desk = self->window.desk;
  g_autofree char *key = NULL;

  window_wait_until (find_placed (self) != NULL); /* the test before had filtered all of it away */
  key = g_strdup (bayan_entity_item_get_key (find_placed (self)->item));
  g_assert_false (is_at (find_placed (self), 34, 36, self->view->atlas));
  bayan_desk_place_entity (desk, key, 34, 36);
  window_wait_until (is_at (find_placed (self), 34, 36, self->view->atlas));
  bayan_desk_take_off_map (desk, key);
  window_wait_until (find_placed (self) == NULL);
  bayan_desk_undo (desk);
  window_wait_until (is_at (find_placed (self), 34, 36, self->view->atlas));
  bayan_desk_undo (desk);
  window_wait_until (find_placed (self) != NULL && !is_at (find_placed (self), 34, 36, self->view->atlas));
}

/* What is handed on reads back: the title and each area that is mentioned, as text. */
static void
test_page (Fixture **fixture, gconstpointer data)
{
  Fixture *self = *fixture;
  g_autoptr (BayanMapPage) page = bayan_map_export_make_page (self->view);
  g_autofree char *svg = bayan_map_page_to_svg (page, "Countries mentioned");
  g_autoptr (GBytes) pdf = bayan_map_page_to_pdf (page, "Countries mentioned");
  g_autoptr (GBytes) png = bayan_map_page_to_png (page);
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_bytes (png, NULL);
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, NULL);
  PopplerPage *first = poppler_document_get_page (document, 0);
  g_autofree char *text = poppler_page_get_text (first);
  g_autofree char *title = poppler_document_get_title (document);
  const GMarkupParser nothing = { 0 };
  GMarkupParseContext *parser = g_markup_parse_context_new (&nothing, 0, NULL, NULL);

  g_assert_true (g_markup_parse_context_parse (parser, svg, -1, NULL)
                 && g_markup_parse_context_end_parse (parser, NULL));
  g_markup_parse_context_free (parser);
  g_assert_nonnull (strstr (svg, "<title>Countries mentioned</title>"));
  g_assert_nonnull (strstr (svg, "id=\"IRQ-3471\""));
  g_assert_nonnull (strstr (svg, "<title>Iraq / العراق: "));
  g_assert_nonnull (strstr (svg, ">Iraq</text>"));
  g_assert_nonnull (strstr (svg, "stroke-dasharray"));
  g_assert_null (strstr (svg, "nan"));
  g_assert_cmpstr (title, ==, "Countries mentioned");
  g_assert_nonnull (strstr (text, "Countries mentioned"));
  g_assert_nonnull (strstr (text, "Iraq"));
  g_assert_nonnull (strstr (text, "Morocco"));
  g_assert_nonnull (strstr (text, "Natural Earth"));
  g_assert_nonnull (strstr (text, "1 statement"));
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 2 * page->width);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, 2 * page->height);
  g_object_unref (first);
  g_object_unref (document);
}

int
main (int argc, char *argv[])
{
  Fixture self = { 0 };
  int status;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  open_window (&self);
#define ADD(name, function) g_test_add ("/ui/map-view/" name, Fixture *, &self, set_up, function, NULL)
  ADD ("shading", test_shading);
  ADD ("never-mirrored", test_never_mirrored);
  ADD ("click-filters", test_click_filters);
  ADD ("compare", test_compare);
  ADD ("faint-dot", test_faint_dot);
  ADD ("walk-levels", test_walk_levels);
  ADD ("choose-back", test_choose_back);
  ADD ("words", test_words);
  ADD ("zoom-and-home", test_zoom_and_home);
  ADD ("projection", test_projection);
  ADD ("projection-at-home", test_projection_at_home);
  ADD ("fit", test_fit);
  ADD ("page", test_page);
  ADD ("show-area", test_show_area);
  ADD ("remembered", test_remembered);
  ADD ("filter-extent", test_filter_extent);
  ADD ("counts-redraw-nothing", test_counts_redraw_nothing);
  ADD ("placed", test_placed);
  status = g_test_run ();
  window_fixture_close (&self.window);
  return status;
}
