/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-area-export.h"

#include <json-glib/json-glib.h>
#include <math.h>

#include "bayan-csv.h"
#include "bayan-hit-test.h"
#include "bayan-location.h"
#include "bayan-map-geometry.h"

static const char *const measure_names[BAYAN_N_MEASURES] = {
  "mentions",
  "statements",
  "mentions per 1,000 words",
  "change in mentions",
};

/* What is counted, where and when: in English, as the headings are. */
static char *
describe (BayanDesk *desk)
{
  const BayanAreaView *view = bayan_desk_get_area_view (desk);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *when = g_date_time_format (now, "%Y-%m-%d");
  GString *ways = g_string_new (NULL);
  BayanDate from, to;
  g_autofree char *first = NULL, *last = NULL, *by = NULL;

  if ((view->ways & BAYAN_WAY_NAME) != 0)
    g_string_append (ways, " name");
  if ((view->ways & BAYAN_WAY_ADJECTIVE) != 0)
    g_string_append (ways, " adjective");
  if ((view->ways & BAYAN_WAY_INSIDE) != 0)
    g_string_append (ways, " places");
  if ((view->ways & BAYAN_WAY_OFFICE) != 0)
    g_string_append (ways, " offices");
  by = g_string_free (ways, FALSE);
  bayan_desk_get_date_range (desk, &from, &to);
  first = bayan_date_to_iso (from);
  last = bayan_date_to_iso (to);
  return g_strdup_printf (
      "Bayan, %s: %s by %s, counted by%s, %s; %u statements%s%s%s%s. Borders: Natural Earth, public "
      "domain.",
      when, measure_names[bayan_desk_get_measure (desk)], bayan_area_level_to_string (view->level), by,
      view->confirmed_only ? "confirmed mentions" : "mentions that are not rejected",
      bayan_desk_get_scope (desk) == BAYAN_SCOPE_STATEMENT ? 1 : bayan_desk_get_n_matching (desk),
      bayan_date_is_set (from) || bayan_date_is_set (to) ? " of " : "", bayan_date_is_set (from) ? first : "",
      bayan_date_is_set (from) || bayan_date_is_set (to) ? " to " : "", bayan_date_is_set (to) ? last : "");
}

/* With a point in every language. @number: at least G_ASCII_DTOSTR_BUF_SIZE bytes */
static const char *
write_number (char *number, const char *format, double value)
{
  return g_ascii_formatd (number, G_ASCII_DTOSTR_BUF_SIZE, format, value);
}

static void
add_csv_row (GString *text, BayanAreaItem *item, char separator)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  bayan_csv_add_cell (text, bayan_area_item_get_key (item), separator);
  g_string_append_c (text, separator);
  bayan_csv_add_cell (text, bayan_area_item_get_name_ar (item), separator);
  g_string_append_c (text, separator);
  bayan_csv_add_cell (text, bayan_area_item_get_name_en (item), separator);
  g_string_append_printf (text, "%c%u%c%u%c%u%c", separator, bayan_area_item_get_n_mentions (item), separator,
                          bayan_area_item_get_n_confirmed (item), separator,
                          bayan_area_item_get_n_statements (item), separator);
  /* A figure may be calculated with: no guard against its sign */
  g_string_append_printf (text, "%s" BAYAN_CSV_LINE_END,
                          write_number (number, "%.6g", bayan_area_item_get_figure (item)));
}

/**
 * bayan_area_export_csv:
 *
 * Returns: (transfer full): a table of the areas that the map shows now, most first; its last line says what it is
 */
char *
bayan_area_export_csv (BayanDesk *desk, char separator)
{
  static const char *const HEADINGS[] = { "area",      "name_ar",    "name_en", "mentions",
                                          "confirmed", "statements", "figure" };
  g_autoptr (BayanAreaList) list = bayan_area_list_new (desk);
  g_autofree char *description = describe (desk);
  GString *text = bayan_csv_new (HEADINGS, G_N_ELEMENTS (HEADINGS), separator);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (BayanAreaItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      add_csv_row (text, item, separator);
    }
  bayan_csv_add_row (text, (const char *const[]) { description }, 1, separator);
  return g_string_free (text, FALSE);
}

/* GeoJSON (RFC 7946) */

static void
add_string (GString *text, const char *string)
{
  g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (), string);
  g_autofree char *json = json_to_string (node, FALSE);

  g_string_append (text, json);
}

static void
add_point (GString *text, double longitude, double latitude)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (text, "[%s,", write_number (number, "%.3f", longitude));
  g_string_append_printf (text, "%s]", write_number (number, "%.3f", latitude));
}

/* Returns: (transfer full) (element-type BayanMapPoint): the ring's corners, the first one again at the end */
static GArray *
list_corners (const BayanMapGeometry *geometry, const BayanMapRing *ring)
{
  GArray *corners = g_array_new (FALSE, FALSE, sizeof (BayanMapPoint));

  for (guint i = ring->first_step; i < ring->first_step + ring->n_steps; i++)
    {
      const BayanMapArc *arc = &geometry->arcs[geometry->steps[i] >> 1];
      gboolean backwards = (geometry->steps[i] & 1) != 0;

      for (guint k = corners->len > 0 ? 1 : 0; k < arc->n_points; k++)
        g_array_append_val (corners,
                            geometry->points[arc->first_point + (backwards ? arc->n_points - 1 - k : k)]);
    }
  return corners;
}

/* By the shoelace formula: twice the area, positive where the ring goes against the clock. */
static double
signed_area (const GArray *corners)
{
  double sum = 0;

  for (guint i = 0; i + 1 < corners->len; i++)
    {
      const BayanMapPoint *a = &g_array_index (corners, BayanMapPoint, i), *b = a + 1;

      sum += (double) a->longitude * b->latitude - (double) b->longitude * a->latitude;
    }
  return sum;
}

static gboolean
holds (const GArray *corners, const BayanMapPoint *point)
{
  return bayan_hit_test_line ((const BayanMapPoint *) (const void *) corners->data, corners->len,
                              point->longitude, point->latitude);
}

/* An outer ring goes against the clock, a hole with it. */
static void
add_ring (GString *text, const GArray *corners, gboolean is_hole)
{
  gboolean turn = (signed_area (corners) < 0) != is_hole;

  g_string_append_c (text, '[');
  for (guint i = 0; i < corners->len; i++)
    {
      const BayanMapPoint *corner = &g_array_index (corners, BayanMapPoint, turn ? corners->len - 1 - i : i);

      if (i > 0)
        g_string_append_c (text, ',');
      add_point (text, corner->longitude, corner->latitude);
    }
  g_string_append_c (text, ']');
}

/* In how many of the others the ring lies: an odd number makes it a hole. */
static guint
depth_of (GPtrArray *rings, guint ring)
{
  const BayanMapPoint *first = &g_array_index ((GArray *) rings->pdata[ring], BayanMapPoint, 0);
  guint depth = 0;

  for (guint i = 0; i < rings->len; i++)
    depth += i != ring && holds (rings->pdata[i], first);
  return depth;
}

static void
add_polygon (GString *text, GPtrArray *rings, guint outer, gboolean is_first)
{
  g_string_append (text, is_first ? "[" : ",[");
  add_ring (text, rings->pdata[outer], FALSE);
  for (guint i = 0; i < rings->len; i++)
    {
      const BayanMapPoint *first = &g_array_index ((GArray *) rings->pdata[i], BayanMapPoint, 0);

      if (i == outer || depth_of (rings, i) != depth_of (rings, outer) + 1
          || !holds (rings->pdata[outer], first))
        continue;
      g_string_append_c (text, ',');
      add_ring (text, rings->pdata[i], TRUE);
    }
  g_string_append_c (text, ']');
}

static void
add_unit (GString *text, const BayanMapGeometry *geometry, const BayanMapUnit *unit, gboolean *is_first)
{
  g_autoptr (GPtrArray) rings = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = unit->first_ring; i < unit->first_ring + unit->n_rings; i++)
    g_ptr_array_add (rings, list_corners (geometry, &geometry->rings[i]));
  for (guint i = 0; i < rings->len; i++)
    if (depth_of (rings, i) % 2 == 0)
      {
        add_polygon (text, rings, i, *is_first);
        *is_first = FALSE;
      }
}

static gboolean
add_borders (GString *text, const GArray *units)
{
  const BayanMapGeometry *geometry = bayan_map_geometry_get (BAYAN_MAP_WORLD);
  gsize before = text->len;
  gboolean is_first = TRUE;

  g_string_append (text, "{\"type\":\"MultiPolygon\",\"coordinates\":[");
  for (guint i = 0; i < units->len; i++)
    add_unit (text, geometry, &geometry->units[g_array_index (units, guint16, i)], &is_first);
  if (is_first)
    g_string_truncate (text, before);
  else
    g_string_append (text, "]}");
  return !is_first;
}

/* A small state has no border at this scale, a sea and a town never: their position. */
static void
add_geometry (GString *text, BayanDesk *desk, const char *key)
{
  g_autoptr (GArray) units = bayan_area_list_units (key);
  BayanEntityItem *item = bayan_desk_find_entity (desk, key);
  BayanLocation location;
  gboolean is_there = item != NULL ? bayan_location_of_entity (bayan_entity_item_get_entity (item), &location)
                                   : bayan_location_find (key, &location);

  if (add_borders (text, units))
    return;
  if (!is_there || isnan (location.latitude) || isnan (location.longitude))
    {
      g_string_append (text, "null");
      return;
    }
  g_string_append (text, "{\"type\":\"Point\",\"coordinates\":");
  add_point (text, location.longitude, location.latitude);
  g_string_append_c (text, '}');
}

static void
add_feature (GString *text, BayanDesk *desk, BayanAreaItem *item)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (text, "{\"type\":\"Feature\",\"id\":");
  add_string (text, bayan_area_item_get_key (item));
  g_string_append (text, ",\"properties\":{\"name_ar\":");
  add_string (text, bayan_area_item_get_name_ar (item));
  g_string_append (text, ",\"name_en\":");
  add_string (text, bayan_area_item_get_name_en (item));
  g_string_append_printf (text,
                          ",\"mentions\":%u,\"confirmed\":%u,\"statements\":%u,\"figure\":%s},\"geometry\":",
                          bayan_area_item_get_n_mentions (item), bayan_area_item_get_n_confirmed (item),
                          bayan_area_item_get_n_statements (item),
                          write_number (number, "%.6g", bayan_area_item_get_figure (item)));
  add_geometry (text, desk, bayan_area_item_get_key (item));
  g_string_append_c (text, '}');
}

/**
 * bayan_area_export_geojson:
 *
 * Returns: (transfer full): the areas that the map shows now, most first, with their borders at the scale of the world.
 *   Longitudes beyond 180 are those of land that goes on over the antimeridian.
 */
char *
bayan_area_export_geojson (BayanDesk *desk)
{
  g_autoptr (BayanAreaList) list = bayan_area_list_new (desk);
  g_autofree char *description = describe (desk);
  GString *text = g_string_new ("{\"type\":\"FeatureCollection\",\"description\":");

  add_string (text, description);
  g_string_append (text, ",\"features\":[");
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (BayanAreaItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_string_append (text, i > 0 ? ",\n" : "\n");
      add_feature (text, desk, item);
    }
  g_string_append (text, "\n]}\n");
  return g_string_free (text, FALSE);
}
