/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every figure of the map is the number of the mentions that it opens, and by name it is what the breakdown counts. On the
 * samples, and where it is there on the corpus of real statements. */
#include <json-glib/json-glib.h>
#include <string.h>

#include "bayan-area-export.h"
#include "bayan-area-list.h"
#include "bayan-breakdown.h"
#include "bayan-concordance.h"
#include "bayan-config.h"
#include "bayan-regions.h"
#include "fixture.h"

#define MOST_SEEDS 12

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
add_files (Fixture *fixture, const char *folder, guint n_most, GPtrArray *names)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".txt"))
      g_ptr_array_add (files, g_strdup (name));
  g_ptr_array_sort (files, compare_names);
  for (guint i = 0; i < files->len && i < n_most; i++)
    {
      g_autofree char *path = g_build_filename (folder, files->pdata[i], NULL);
      g_autofree char *text = NULL;

      if (g_file_get_contents (path, &text, NULL, NULL) && g_utf8_validate (text, -1, NULL))
        {
          g_autofree char *copy = fixture_put (fixture, files->pdata[i], text);

          g_ptr_array_add (names, g_path_get_basename (copy));
        }
    }
}

static void
import_all (Fixture *fixture)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *samples = g_build_filename (BAYAN_SOURCE_ROOT, "data", "samples", NULL);
  const char *shared = g_getenv ("BAYAN_SHARED");
  g_autofree char *root = shared != NULL ? g_strdup (shared)
                                         : g_build_filename (BAYAN_SOURCE_ROOT, "..", "shared", NULL);
  g_autofree char *seeds = g_build_filename (root, "statements", "seeds", NULL);
  g_autoptr (BayanImportJob) job = NULL;

  bayan_desk_set_learning (fixture->desk, FALSE);
  add_files (fixture, samples, 20, names);
  add_files (fixture, seeds, MOST_SEEDS, names);
  g_assert_cmpuint (names->len, >, 5);
  g_ptr_array_add (names, NULL);
  job = fixture_import (fixture, (const char *const *) names->pdata);
  bayan_desk_set_scope (fixture->desk, BAYAN_SCOPE_LIBRARY);
}

/* Every figure opens its mentions. */

static void
check_lines (BayanConcordance *concordance, const BayanAreaFigures *area)
{
  bayan_concordance_set_area (concordance, area->key);
  wait_until (!bayan_concordance_get_loading (concordance));
  g_assert_cmpuint (g_list_model_get_n_items (bayan_concordance_get_lines (concordance)), ==,
                    area->n_mentions);
  g_assert_cmpuint (bayan_concordance_count_statements (concordance), ==, area->n_statements);
}

static void
check_view (Fixture *fixture, BayanConcordance *concordance, BayanAreaView view)
{
  g_autoptr (GArray) areas = NULL;

  bayan_desk_set_area_view (fixture->desk, &view);
  areas = bayan_desk_list_areas (fixture->desk);
  g_assert_true (areas->len > 0 || view.confirmed_only);
  for (guint i = 0; i < areas->len; i++)
    check_lines (concordance, &g_array_index (areas, BayanAreaFigures, i));
}

static void
test_figures_open_their_mentions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanConcordance) concordance = bayan_concordance_new (fixture->desk);

  import_all (fixture);
  for (guint level = 0; level < BAYAN_N_LEVELS; level++)
    check_view (fixture, concordance, (BayanAreaView) { (BayanAreaLevel) level, BAYAN_WAYS_USUAL, FALSE });
  check_view (fixture, concordance, (BayanAreaView) { BAYAN_LEVEL_COUNTRIES, BAYAN_WAY_NAME, FALSE });
  check_view (fixture, concordance, (BayanAreaView) { BAYAN_LEVEL_COUNTRIES, BAYAN_WAY_OFFICE, FALSE });
  check_view (fixture, concordance, (BayanAreaView) { BAYAN_LEVEL_COUNTRIES, BAYAN_WAYS_ALL, TRUE });
}

/* As the breakdown of a statement */

static BayanBreakdown *
make_breakdown (Fixture *fixture)
{
  g_autoptr (BayanRecognition) recognition = bayan_recognition_new ();
  BayanReading *reading = bayan_desk_get_reading (fixture->desk);

  g_ptr_array_unref (recognition->mentions);
  recognition->mentions = g_ptr_array_ref (bayan_reading_get_mentions (reading));
  for (guint i = 0; i < recognition->mentions->len; i++)
    {
      const BayanMention *mention = recognition->mentions->pdata[i];
      const BayanEntity *entity = bayan_desk_get_entity (fixture->desk, mention->entity_key);

      if (entity != NULL)
        g_ptr_array_add (recognition->entities, bayan_entity_copy (entity));
    }
  return bayan_breakdown_new (recognition);
}

static guint
find_figure (const GArray *areas, const char *key)
{
  for (guint i = 0; i < areas->len; i++)
    if (g_str_equal (g_array_index (areas, BayanAreaFigures, i).key, key))
      return g_array_index (areas, BayanAreaFigures, i).n_mentions;
  return 0;
}

static void
check_countries (Fixture *fixture, const BayanBreakdown *breakdown, BayanBreakdownField field, BayanWays way)
{
  BayanAreaView view = { BAYAN_LEVEL_COUNTRIES, way, FALSE };
  g_autoptr (GPtrArray) keys = bayan_breakdown_get_keys (breakdown, field);
  g_autoptr (GArray) areas = NULL;

  bayan_desk_set_area_view (fixture->desk, &view);
  areas = bayan_desk_list_areas (fixture->desk);
  g_assert_cmpuint (areas->len, ==, keys->len);
  for (guint i = 0; i < keys->len; i++)
    {
      g_autofree char *key = g_strconcat ("iso:", keys->pdata[i], NULL);

      g_assert_cmpuint (find_figure (areas, key), ==,
                        bayan_breakdown_get_count (breakdown, field, keys->pdata[i]));
    }
}

/* What has a government is read as a state is: the breakdown has no field for it. */
static gboolean
is_self_governed (const char *key)
{
  const BayanRegion *region = bayan_region_find (key + strlen ("region:"));

  return g_str_has_prefix (key, "region:") && region != NULL && region->kind == BAYAN_REGION_SELF_GOVERNED;
}

static void
check_regions (Fixture *fixture, const BayanBreakdown *breakdown)
{
  BayanAreaView view = { BAYAN_LEVEL_REGIONS, BAYAN_WAYS_USUAL, FALSE };
  g_autoptr (GArray) areas = NULL;

  bayan_desk_set_area_view (fixture->desk, &view);
  areas = bayan_desk_list_areas (fixture->desk);
  for (guint i = 0; i < areas->len; i++)
    {
      const BayanAreaFigures *area = &g_array_index (areas, BayanAreaFigures, i);
      const char *name_en = bayan_desk_get_entity (fixture->desk, area->key)->name_en;

      if (is_self_governed (area->key) || name_en == NULL)
        continue;
      g_assert_cmpuint (
          area->n_mentions, ==,
          bayan_breakdown_get_count (breakdown, BAYAN_BREAKDOWN_REGIONS, name_en)
              + bayan_breakdown_get_count (breakdown, BAYAN_BREAKDOWN_REGIONS_INSIDE_ORG_NAMES, name_en));
    }
}

static void
test_as_the_breakdown (Fixture *fixture, gconstpointer data)
{
  GListModel *statements = bayan_desk_get_statements (fixture->desk);

  import_all (fixture);
  bayan_desk_set_scope (fixture->desk, BAYAN_SCOPE_STATEMENT);
  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (BayanStatementItem) item = g_list_model_get_item (statements, i);
      g_autoptr (BayanBreakdown) breakdown = NULL;

      fixture_read (fixture, bayan_statement_item_get_id (item));
      breakdown = make_breakdown (fixture);
      check_countries (fixture, breakdown, BAYAN_BREAKDOWN_COUNTRIES_BY_NAME, BAYAN_WAY_NAME);
      check_countries (fixture, breakdown, BAYAN_BREAKDOWN_COUNTRIES_BY_NATIONALITY, BAYAN_WAY_ADJECTIVE);
      check_regions (fixture, breakdown);
    }
}

/* Measures */

#define FIRST "بيان الوزراء\n\nروما، 10 يناير 2022\n\nبحث الوزراء الوضع في العراق وفي سوريا، وشكروا العراق.\n"
#define SECOND "بيان الوزراء\n\nروما، 20 يناير 2022\n\nبحث الوزراء الوضع في سوريا وفي سوريا وفي ليبيا.\n"

static double
figure_of (Fixture *fixture, const char *key)
{
  g_autoptr (GArray) areas = bayan_desk_list_areas (fixture->desk);

  for (guint i = 0; i < areas->len; i++)
    if (g_str_equal (g_array_index (areas, BayanAreaFigures, i).key, key))
      return g_array_index (areas, BayanAreaFigures, i).figure;
  return 0;
}

static void
test_measures (Fixture *fixture, gconstpointer data)
{
  BayanAreaView view = { BAYAN_LEVEL_COUNTRIES, BAYAN_WAY_NAME, FALSE };
  double rate;

  bayan_desk_set_learning (fixture->desk, FALSE);
  fixture_import_text (fixture, FIRST);
  fixture_import_text (fixture, SECOND);
  bayan_desk_set_scope (fixture->desk, BAYAN_SCOPE_LIBRARY);
  bayan_desk_set_area_view (fixture->desk, &view);
  g_assert_cmpfloat (figure_of (fixture, "iso:SYR"), ==, 3);
  g_assert_cmpfloat (figure_of (fixture, "iso:IRQ"), ==, 2);
  bayan_desk_set_measure (fixture->desk, BAYAN_MEASURE_STATEMENTS);
  g_assert_cmpfloat (figure_of (fixture, "iso:SYR"), ==, 2);
  g_assert_cmpfloat (figure_of (fixture, "iso:IRQ"), ==, 1);
  bayan_desk_set_measure (fixture->desk, BAYAN_MEASURE_RATE);
  wait_until (figure_of (fixture, "iso:SYR") > 0);
  rate = figure_of (fixture, "iso:SYR");
  g_assert_cmpfloat_with_epsilon (figure_of (fixture, "iso:IRQ") * 3, rate * 2, 1e-9);
  /* Nine to thirteen words in each line of text, and the lines around it */
  g_assert_cmpfloat (rate, >, 3 * 1000.0 / 60);
  g_assert_cmpfloat (rate, <, 3 * 1000.0 / 20);
}

static void
test_change (Fixture *fixture, gconstpointer data)
{
  BayanAreaView view = { BAYAN_LEVEL_COUNTRIES, BAYAN_WAY_NAME, FALSE };
  BayanBefore before;

  bayan_desk_set_learning (fixture->desk, FALSE);
  fixture_import_text (fixture, FIRST);
  fixture_import_text (fixture, SECOND);
  bayan_desk_set_scope (fixture->desk, BAYAN_SCOPE_LIBRARY);
  bayan_desk_set_area_view (fixture->desk, &view);
  bayan_desk_set_measure (fixture->desk, BAYAN_MEASURE_CHANGE);
  g_assert_cmpfloat (figure_of (fixture, "iso:SYR"), ==, 0); /* there is no range to compare */
  bayan_desk_set_date_range (fixture->desk, (BayanDate) { 2022, 1, 15 }, (BayanDate) { 2022, 1, 25 });
  g_assert_cmpfloat (figure_of (fixture, "iso:SYR"), ==, 1);
  g_assert_cmpfloat (figure_of (fixture, "iso:IRQ"), ==, -2);
  g_assert_cmpfloat (figure_of (fixture, "iso:LBY"), ==, 1);
  before = bayan_desk_get_before (fixture->desk);
  g_assert_cmpint (bayan_date_compare (before.from, (BayanDate) { 2022, 1, 4 }), ==, 0);
  g_assert_cmpint (bayan_date_compare (before.to, (BayanDate) { 2022, 1, 14 }), ==, 0);
  bayan_desk_set_measure (fixture->desk, BAYAN_MEASURE_MENTIONS);
  g_assert_cmpfloat (figure_of (fixture, "iso:IRQ"), ==, 0);
}

/* The list beside the map follows the desk, most first or by another order. */

static int
compare_keys (BayanAreaItem *a, BayanAreaItem *b)
{
  return strcmp (bayan_area_item_get_key (a), bayan_area_item_get_key (b));
}

static void
assert_area (BayanAreaList *list, guint position, const char *key, double figure)
{
  g_autoptr (BayanAreaItem) item = g_list_model_get_item (G_LIST_MODEL (list), position);

  g_assert_cmpstr (bayan_area_item_get_key (item), ==, key);
  g_assert_cmpfloat (bayan_area_item_get_figure (item), ==, figure);
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanAreaList) list = bayan_area_list_new (fixture->desk);
  BayanAreaView view = { BAYAN_LEVEL_COUNTRIES, BAYAN_WAY_NAME, FALSE };

  bayan_desk_set_learning (fixture->desk, FALSE);
  bayan_desk_set_scope (fixture->desk, BAYAN_SCOPE_LIBRARY);
  bayan_desk_set_area_view (fixture->desk, &view);
  fixture_import_text (fixture, FIRST);
  fixture_import_text (fixture, SECOND);
  assert_area (list, 0, "iso:SYR", 3);
  assert_area (list, 1, "iso:IRQ", 2);
  g_assert_cmpfloat (bayan_area_list_get_most (list), ==, 3);
  g_assert_cmpuint (bayan_area_list_find (list, "iso:IRQ"), ==, 1);
  bayan_area_list_set_order (list, compare_keys);
  assert_area (list, 0, "iso:IRQ", 2);
  bayan_desk_undo (fixture->desk);
  fixture_act (fixture);
  g_assert_cmpuint (bayan_area_list_find (list, "iso:LBY"), ==, G_MAXUINT);
}

/* What is shown, as data: every area once, its figure in it, and closed rings. */

static void
check_ring (JsonArray *ring)
{
  JsonArray *first = json_array_get_array_element (ring, 0);
  JsonArray *last = json_array_get_array_element (ring, json_array_get_length (ring) - 1);

  g_assert_cmpuint (json_array_get_length (ring), >=, 4);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpfloat (json_array_get_double_element (first, i), ==, json_array_get_double_element (last, i));
}

static void
check_feature (JsonObject *feature, BayanAreaItem *item)
{
  JsonObject *properties = json_object_get_object_member (feature, "properties");
  JsonObject *geometry = json_object_get_object_member (feature, "geometry");
  JsonArray *polygons = json_object_get_array_member (geometry, "coordinates");

  g_assert_cmpstr (json_object_get_string_member (feature, "id"), ==, bayan_area_item_get_key (item));
  g_assert_cmpstr (json_object_get_string_member (properties, "name_ar"), ==,
                   bayan_area_item_get_name_ar (item));
  g_assert_cmpint (json_object_get_int_member (properties, "mentions"), ==,
                   bayan_area_item_get_n_mentions (item));
  g_assert_cmpstr (json_object_get_string_member (geometry, "type"), ==, "MultiPolygon");
  for (guint i = 0; i < json_array_get_length (polygons); i++)
    check_ring (json_array_get_array_element (json_array_get_array_element (polygons, i), 0));
}

static void
test_export (Fixture *fixture, gconstpointer data)
{
  BayanAreaView view = { BAYAN_LEVEL_COUNTRIES, BAYAN_WAY_NAME, FALSE };
  g_autoptr (BayanAreaList) list = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *csv = NULL, *geojson = NULL;
  JsonArray *features;

  bayan_desk_set_learning (fixture->desk, FALSE);
  bayan_desk_set_scope (fixture->desk, BAYAN_SCOPE_LIBRARY);
  bayan_desk_set_area_view (fixture->desk, &view);
  fixture_import_text (fixture, FIRST);
  fixture_import_text (fixture, SECOND);
  list = bayan_area_list_new (fixture->desk);
  csv = bayan_area_export_csv (fixture->desk, ',');
  g_assert_nonnull (strstr (csv, "area,name_ar,name_en,mentions,confirmed,statements,figure\r\niso:SYR,"));
  g_assert_nonnull (strstr (csv, "iso:IRQ,العراق,Iraq,2,0,1,2\r\n"));
  g_assert_nonnull (strstr (csv, "mentions by countries, counted by name"));
  geojson = bayan_area_export_geojson (fixture->desk);
  g_assert_true (json_parser_load_from_data (parser, geojson, -1, NULL));
  features = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "features");
  g_assert_cmpuint (json_array_get_length (features), ==, g_list_model_get_n_items (G_LIST_MODEL (list)));
  for (guint i = 0; i < json_array_get_length (features); i++)
    {
      g_autoptr (BayanAreaItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      check_feature (json_array_get_object_element (features, i), item);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("/areas/figures-open-their-mentions", test_figures_open_their_mentions);
  ADD ("/areas/as-the-breakdown", test_as_the_breakdown);
  ADD ("/areas/measures", test_measures);
  ADD ("/areas/change", test_change);
  ADD ("/areas/list", test_list);
  ADD ("/areas/export", test_export);
  return g_test_run ();
}
