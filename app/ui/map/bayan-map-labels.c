/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-map-labels.h"

#include <math.h>

#include "bayan-language.h"
#include "bayan-provinces.h"

#define EARTH_RADIUS_KM 6371.0
/* A name may be this much wider than the square root of its area: most states are wider than high, or their neighbours
 * have room to spare. */
#define MOST_WIDTH_NAMED 1.7
#define MOST_WIDTH_QUIET 0.95
#define LEAST_SIZE_PIXELS 12
#define QUIET_FROM_SCALE 380.0
#define PROVINCES_FROM_SCALE 1500.0
#define PLACES_FROM_SCALE 700.0
#define GAP_PIXELS 3
#define MOST_DOT_RADIUS_PIXELS 6.5
#define DOT_PIXELS 8 /* from a place to its name */
#define NEARBY_PIXELS 100
#define MOST_LABELS 80
#define MOST_LAYOUTS 2000
#define FONT_POINTS 8.5
#define QUIET_ALPHA 0.68f

struct _BayanMapLabels {
  PangoContext *context;
  GHashTable *layouts[2]; /* text → PangoLayout; in bold the second */
};

/* In the order in which they get their room. */
typedef enum {
  REGION,
  STATE,
  PROVINCE,
  PLACE,
  QUIET_STATE,
  QUIET_PROVINCE,
} Kind;

typedef struct {
  Kind kind;
  const char *text;
  BayanMapSpot spot;
  double size; /* of the area, in radii of the Earth */
  double rank;
  int state; /* that the name has to stay in; BAYAN_MAP_NO_STATE: anywhere */
} Candidate;

typedef struct {
  BayanMapLabels *labels;
  const BayanMapAtlas *atlas;
  const BayanMapCamera *camera;
  const BayanMapCounts *counts;
  BayanMapGround ground;
  gpointer ground_data;
  GArray *taken;      /* of GdkRectangle: never to be covered */
  const GArray *dots; /* of GdkRectangle: to be covered only by names that would be missed */
  GArray *placed;
} Draft;

/**
 * bayan_map_labels_new:
 * @context: whose fonts the names are in
 */
BayanMapLabels *
bayan_map_labels_new (PangoContext *context)
{
  BayanMapLabels *self = g_new0 (BayanMapLabels, 1);

  self->context = g_object_ref (context);
  for (guint i = 0; i < G_N_ELEMENTS (self->layouts); i++)
    self->layouts[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  return self;
}

/* Fonts or the language are other ones. */
void
bayan_map_labels_forget (BayanMapLabels *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->layouts); i++)
    g_hash_table_remove_all (self->layouts[i]);
}

void
bayan_map_labels_free (BayanMapLabels *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->layouts); i++)
    g_hash_table_unref (self->layouts[i]);
  g_object_unref (self->context);
  g_free (self);
}

static PangoLayout *
get_layout (BayanMapLabels *self, const char *text, gboolean is_bold)
{
  GHashTable *layouts = self->layouts[is_bold ? 1 : 0];
  PangoLayout *layout = g_hash_table_lookup (layouts, text);
  PangoAttrList *attributes;

  if (layout != NULL)
    return layout;
  layout = pango_layout_new (self->context);
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_size_new ((int) (FONT_POINTS * PANGO_SCALE)));
  if (is_bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_text (layout, text, -1);
  g_hash_table_insert (layouts, g_strdup (text), layout);
  return layout;
}

/* What has a name */

static const char *
choose_name (const char *arabic, const char *english)
{
  const char *name = bayan_language_is_arabic () ? arabic : english;

  return name != NULL && *name != '\0' ? name : arabic != NULL && *arabic != '\0' ? arabic : english;
}

static double
size_of (double area_km2)
{
  return sqrt (area_km2) / EARTH_RADIUS_KM;
}

static void
add_states (Draft *draft, GArray *candidates)
{
  gboolean by_state = draft->counts->level == BAYAN_LEVEL_COUNTRIES
                      || draft->counts->level == BAYAN_LEVEL_PROVINCES
                      || draft->counts->level == BAYAN_LEVEL_PLACES;

  double quiet_from = draft->counts->level == BAYAN_LEVEL_REGIONS ? 2 * QUIET_FROM_SCALE : QUIET_FROM_SCALE;

  for (guint i = 0; i < draft->atlas->n_states; i++)
    {
      const BayanMapState *state = &draft->atlas->states[i];
      gboolean is_named = by_state && draft->counts->states[i] > 0;
      Candidate it = { is_named ? STATE : QUIET_STATE,
                       choose_name (state->country->label_ar, state->country->name_en),
                       state->label,
                       size_of (state->country->area_km2),
                       is_named ? draft->counts->states[i] : state->country->area_km2,
                       (int) i };

      if (state->country->area_km2 > 0 && (is_named || draft->camera->scale >= quiet_from))
        g_array_append_val (candidates, it);
    }
}

static void
add_provinces (Draft *draft, GArray *candidates)
{
  const BayanMapGeometry *geometry = bayan_map_geometry_get (BAYAN_MAP_WORLD);
  gboolean by_province = draft->counts->level == BAYAN_LEVEL_PROVINCES;

  if (!by_province && draft->camera->scale < PROVINCES_FROM_SCALE)
    return;
  for (guint i = 0; i < geometry->n_units; i++)
    {
      const BayanProvince *province = bayan_province_find (geometry->units[i].key);
      gboolean is_named = by_province && draft->counts->units[i] > 0;

      if (province != NULL && (is_named || draft->camera->scale >= PROVINCES_FROM_SCALE))
        {
          Candidate it = { is_named ? PROVINCE : QUIET_PROVINCE,
                           choose_name (province->name_ar, province->name_en),
                           draft->atlas->unit_labels[i],
                           size_of (geometry->units[i].area_km2),
                           is_named ? draft->counts->units[i] : geometry->units[i].area_km2,
                           draft->atlas->state_of_unit[i] };

          g_array_append_val (candidates, it);
        }
    }
}

/* In the middle of its units, each by its area. */
static gboolean
find_middle (const BayanMapAtlas *atlas, const BayanMapRegion *region, BayanMapSpot *spot, double *area_km2)
{
  const BayanMapGeometry *geometry = bayan_map_geometry_get (BAYAN_MAP_WORLD);
  double x = 0, y = 0;

  *area_km2 = 0;
  for (guint i = 0; i < region->n_units; i++)
    {
      double area = geometry->units[region->units[i]].area_km2;

      x += atlas->unit_labels[region->units[i]].x * area;
      y += atlas->unit_labels[region->units[i]].y * area;
      *area_km2 += area;
    }
  *spot = (BayanMapSpot) { (float) (x / *area_km2), (float) (y / *area_km2) };
  return *area_km2 > 0;
}

static void
add_regions (Draft *draft, GArray *candidates)
{
  for (guint i = 0; i < draft->counts->regions->len; i++)
    {
      const BayanMapRegion *region = &g_array_index (draft->counts->regions, BayanMapRegion, i);
      Candidate it = { .kind = REGION, .rank = region->figure, .state = BAYAN_MAP_NO_STATE };
      const char *arabic, *english;
      double area_km2;

      if (!bayan_area_find_names (region->key, &arabic, &english)
          || !find_middle (draft->atlas, region, &it.spot, &area_km2))
        continue;
      it.text = choose_name (arabic, english);
      it.size = size_of (area_km2);
      g_array_append_val (candidates, it);
    }
}

static void
add_places (Draft *draft, GArray *candidates)
{
  if (draft->camera->scale < PLACES_FROM_SCALE)
    return;
  for (guint i = 0; i < draft->counts->places->len; i++)
    {
      const BayanMapPlace *place = &g_array_index (draft->counts->places, BayanMapPlace, i);
      Candidate it = {
        .kind = PLACE, .spot = place->spot, .rank = place->n_mentions, .state = BAYAN_MAP_NO_STATE
      };

      it.text = bayan_language_get_entity_name (bayan_entity_item_get_entity (place->item));
      if (it.text != NULL)
        g_array_append_val (candidates, it);
    }
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *one = a, *other = b;

  if (one->kind != other->kind)
    return one->kind < other->kind ? -1 : 1;
  return one->rank > other->rank ? -1 : one->rank < other->rank;
}

/* Where it stands */

static gboolean
meets_any (const GArray *rectangles, const GdkRectangle *place)
{
  for (guint i = 0; rectangles != NULL && i < rectangles->len; i++)
    if (gdk_rectangle_intersect (place, &g_array_index (rectangles, GdkRectangle, i), NULL))
      return TRUE;
  return FALSE;
}

static gboolean
is_free (const Draft *draft, const GdkRectangle *place, gboolean over_dots)
{
  GdkRectangle room = { place->x - GAP_PIXELS, place->y, place->width + 2 * GAP_PIXELS, place->height };

  return !meets_any (draft->taken, &room) && (over_dots || !meets_any (draft->dots, place));
}

/* Into the view, if it need not go further than half its width. */
static gboolean
keep_within (const Draft *draft, GdkRectangle *place)
{
  int x = CLAMP (place->x, GAP_PIXELS, MAX (draft->camera->width - GAP_PIXELS - place->width, GAP_PIXELS));
  int y = CLAMP (place->y, GAP_PIXELS, MAX (draft->camera->height - GAP_PIXELS - place->height, GAP_PIXELS));

  if (ABS (x - place->x) > place->width / 2 || ABS (y - place->y) > place->height)
    return FALSE;
  place->x = x;
  place->y = y;
  return x + place->width <= draft->camera->width && y + place->height <= draft->camera->height;
}

static gboolean
is_in_its_state (const Draft *draft, const Candidate *it, const GdkRectangle *place)
{
  int unit;
  guint32 pixel;

  if (it->state == BAYAN_MAP_NO_STATE
      || !draft->ground (draft->ground_data, place->x + place->width / 2.0, place->y + place->height / 2.0,
                         &unit, &pixel))
    return TRUE;
  return unit != BAYAN_MAP_NO_UNIT && draft->atlas->state_of_unit[unit] == it->state;
}

/* About its spot, and if there is no room, nearby: in parts of its width and height. */
static gboolean
try_around (const Draft *draft, const Candidate *it, double x, double y, gboolean over_dots,
            GdkRectangle *place)
{
  static const double SHIFTS[][2] = { { 0, 0 },    { 0, -0.8 }, { 0, 0.8 },   { -0.3, 0 }, { 0.3, 0 },
                                      { 0, -1.6 }, { 0, 1.6 },  { -0.3, -1 }, { 0.3, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (SHIFTS); i++)
    {
      place->x = (int) (x + (SHIFTS[i][0] - 0.5) * place->width);
      place->y = (int) (y + (SHIFTS[i][1] - 0.5) * place->height);
      if (keep_within (draft, place) && is_free (draft, place, over_dots)
          && (i == 0 || is_in_its_state (draft, it, place)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
try_beside (const Draft *draft, double x, double y, GdkRectangle *place)
{
  const int xs[] = { (int) x + DOT_PIXELS, (int) x - DOT_PIXELS - place->width, (int) x - place->width / 2,
                     (int) x - place->width / 2 };
  const int ys[] = { (int) y - place->height / 2, (int) y - place->height / 2,
                     (int) y - DOT_PIXELS - place->height, (int) y + DOT_PIXELS };

  for (guint i = 0; i < G_N_ELEMENTS (xs); i++)
    {
      GdkRectangle whole = *place;

      place->x = whole.x = xs[i];
      place->y = whole.y = ys[i];
      if (keep_within (draft, &whole) && gdk_rectangle_equal (&whole, place) && is_free (draft, place, FALSE))
        return TRUE;
    }
  return FALSE;
}

static gboolean
find_place (const Draft *draft, const Candidate *it, PangoLayout *layout, GdkRectangle *place)
{
  double size = it->size * draft->camera->scale;
  gboolean is_quiet = it->kind >= QUIET_STATE;
  double x, y;

  bayan_map_camera_to_screen (draft->camera, it->spot.x, it->spot.y, &x, &y);
  if (x < 0 || y < 0 || x > draft->camera->width || y > draft->camera->height)
    return FALSE;
  pango_layout_get_pixel_size (layout, &place->width, &place->height);
  if (it->kind == PLACE)
    return try_beside (draft, x, y, place);
  return place->width <= size * (is_quiet ? MOST_WIDTH_QUIET : MOST_WIDTH_NAMED)
         && (try_around (draft, it, x, y, FALSE, place)
             || (!is_quiet && try_around (draft, it, x, y, TRUE, place)));
}

/* Black or white: what most of the ground calls for; where it is not all of one mind, the letters get an edge. */
static void
look_at_ground (const Draft *draft, BayanMapLabel *label)
{
  guint n_dark = 0, n_asked = 0;

  for (guint i = 0; i < 10; i++)
    {
      double x = label->place.x + label->place.width * (i % 5 + 0.5) / 5.0;
      double y = label->place.y + label->place.height * (i / 5 * 0.4 + 0.3);
      guint32 pixel;
      GdkRGBA colour;
      int unit;

      if (!draft->ground (draft->ground_data, x, y, &unit, &pixel))
        continue;
      colour = (GdkRGBA) { (pixel >> 16 & 0xff) / 255.0f, (pixel >> 8 & 0xff) / 255.0f,
                           (pixel & 0xff) / 255.0f, 1 };
      n_asked++;
      n_dark += bayan_map_colour_is_dark (&colour);
    }
  label->is_light = n_dark * 2 > n_asked;
  label->has_edge = (n_dark > 0 && n_dark < n_asked) || meets_any (draft->dots, &label->place);
}

static gboolean
is_too_small (const Draft *draft, const Candidate *it)
{
  return it->kind != PLACE && it->size * draft->camera->scale < LEAST_SIZE_PIXELS;
}

/* States stand out where the names of their provinces stand among theirs, and regions where states do. */
static gboolean
is_bold (const Draft *draft, const Candidate *it)
{
  return it->kind == REGION
         || ((it->kind == STATE || it->kind == QUIET_STATE) && draft->counts->level != BAYAN_LEVEL_REGIONS
             && draft->camera->scale >= PROVINCES_FROM_SCALE);
}

/* A province that is mentioned has a dot of its name in the middle of it. */
static gboolean
is_said_nearby (const Draft *draft, const BayanMapLabel *label)
{
  for (guint i = 0; i < draft->placed->len; i++)
    {
      const BayanMapLabel *other = &g_array_index (draft->placed, BayanMapLabel, i);

      if (g_str_equal (other->text, label->text) && ABS (other->place.x - label->place.x) <= NEARBY_PIXELS
          && ABS (other->place.y - label->place.y) <= NEARBY_PIXELS)
        return TRUE;
    }
  return FALSE;
}

static void
place_candidates (Draft *draft, const GArray *candidates)
{
  for (guint i = 0; i < candidates->len && draft->placed->len < MOST_LABELS; i++)
    {
      const Candidate *it = &g_array_index (candidates, Candidate, i);
      BayanMapLabel label = { .is_quiet = it->kind >= QUIET_STATE };

      if (is_too_small (draft, it))
        continue;
      label.layout = get_layout (draft->labels, it->text, is_bold (draft, it));
      label.text = pango_layout_get_text (label.layout);
      if (!find_place (draft, it, label.layout, &label.place) || is_said_nearby (draft, &label))
        continue;
      look_at_ground (draft, &label);
      g_array_append_val (draft->placed, label);
      g_array_append_val (draft->taken, label.place);
    }
}

/**
 * bayan_map_labels_place:
 * @obstacles: (element-type GdkRectangle) (nullable): what names keep clear of
 * @dots: (element-type GdkRectangle) (nullable): what they keep clear of where they can
 *
 * Finds room for the names, the most mentioned first.
 *
 * Returns: (transfer full) (element-type BayanMapLabel)
 */
GArray *
bayan_map_labels_place (BayanMapLabels *self, const BayanMapCamera *camera, const BayanMapCounts *counts,
                        const GArray *obstacles, const GArray *dots, BayanMapGround ground,
                        gpointer ground_data)
{
  Draft draft = {
    self, bayan_map_atlas_get (camera->projection), camera, counts, ground, ground_data, NULL, dots, NULL
  };
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (GdkRectangle));

  if (g_hash_table_size (self->layouts[0]) > MOST_LAYOUTS)
    bayan_map_labels_forget (self);
  if (obstacles != NULL)
    g_array_append_vals (taken, obstacles->data, obstacles->len);
  draft.taken = taken;
  draft.placed = g_array_new (FALSE, FALSE, sizeof (BayanMapLabel));
  add_regions (&draft, candidates);
  add_states (&draft, candidates);
  add_provinces (&draft, candidates);
  add_places (&draft, candidates);
  g_array_sort (candidates, compare_candidates);
  place_candidates (&draft, candidates);
  return draft.placed;
}

/* Returns: of the letters */
GdkRGBA
bayan_map_label_get_colour (const BayanMapLabel *label, BayanMapStyle style)
{
  GdkRGBA text = bayan_map_colour (label->is_light ? BAYAN_MAP_COLOUR_TEXT_ON_DARK : BAYAN_MAP_COLOUR_TEXT,
                                   style);

  if (label->is_quiet)
    text.alpha = QUIET_ALPHA;
  return text;
}

/* Returns: pixels, of the dot of a place: its area grows with the mentions, up to a point */
double
bayan_map_labels_get_dot_radius (guint n_mentions)
{
  return MIN (1.8 + 0.8 * sqrt (n_mentions), MOST_DOT_RADIUS_PIXELS);
}

static void
draw_label (const BayanMapLabel *label, BayanMapStyle style, cairo_t *cr)
{
  GdkRGBA text = bayan_map_colour (label->is_light ? BAYAN_MAP_COLOUR_TEXT_ON_DARK : BAYAN_MAP_COLOUR_TEXT,
                                   style);
  GdkRGBA edge = bayan_map_colour (label->is_light ? BAYAN_MAP_COLOUR_TEXT : BAYAN_MAP_COLOUR_TEXT_ON_DARK,
                                   style);

  cairo_move_to (cr, label->place.x, label->place.y);
  if (label->has_edge)
    {
      edge.alpha = QUIET_ALPHA;
      pango_cairo_layout_path (cr, label->layout);
      gdk_cairo_set_source_rgba (cr, &edge);
      cairo_set_line_width (cr, BAYAN_MAP_LABEL_EDGE_PIXELS);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_stroke (cr);
      cairo_move_to (cr, label->place.x, label->place.y);
    }
  gdk_cairo_set_source_rgba (cr, &text);
  pango_cairo_show_layout (cr, label->layout);
}

/**
 * bayan_map_labels_draw:
 * @labels: (element-type BayanMapLabel): what bayan_map_labels_place() returned
 */
void
bayan_map_labels_draw (const GArray *labels, BayanMapStyle style, cairo_t *cr)
{
  for (guint i = 0; i < labels->len; i++)
    draw_label (&g_array_index (labels, BayanMapLabel, i), style, cr);
}
