/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-map-page.h"

#include "bayan-config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "bayan-language.h"
#include "bayan-map-legend.h"
#include "bayan-map-lines.h"
#include "bayan-provinces.h"

#define PAGE_WIDTH 960
#define MARGIN 20
#define TITLE_POINTS 15
#define SUBTITLE_POINTS 10
#define SMALL_POINTS 8
#define GAP 8
#define SWATCH_WIDTH 58
#define SWATCH_HEIGHT 12
#define LEAST_MAP_HEIGHT 300
#define STYLE BAYAN_MAP_STYLE_LIGHT

typedef struct {
  BayanMapPage *page;
  const BayanMapCounts *counts;
  const BayanMapAtlas *atlas;
  const BayanMapSheet *sheet;
  BayanMapBrief brief; /* of the map alone */
  BayanMapLines lines;
  BayanMapInk *inks;
  PangoContext *context;
} Draft;

static void
clear_shape (gpointer data)
{
  BayanMapShape *shape = data;

  g_free (shape->title);
  g_clear_pointer (&shape->points, g_array_unref);
  g_clear_object (&shape->layout);
}

static void
append_point (GArray *points, double x, double y)
{
  BayanMapSpot spot = { (float) x, (float) y };

  g_array_append_val (points, spot);
}

static GArray *
new_points (void)
{
  return g_array_new (FALSE, FALSE, sizeof (BayanMapSpot));
}

static void
append_arc (Draft *draft, GArray *points, guint arc, gboolean backwards, gboolean without_first)
{
  const double *from = draft->lines.points + 2 * (gsize) draft->lines.first[arc];
  guint n = draft->lines.n[arc];

  for (guint i = without_first ? 1 : 0; i < n; i++)
    {
      guint at = backwards ? n - 1 - i : i;

      append_point (points, draft->page->map.x + from[2 * at], draft->page->map.y + from[2 * at + 1]);
    }
}

static GArray *
list_rings (Draft *draft, const BayanMapUnit *unit)
{
  const BayanMapGeometry *geometry = draft->sheet->geometry;
  GArray *points = new_points ();

  for (guint i = unit->first_ring; i < unit->first_ring + unit->n_rings; i++)
    {
      append_point (points, NAN, NAN);
      for (guint k = 0; k < geometry->rings[i].n_steps; k++)
        {
          guint32 step = geometry->steps[geometry->rings[i].first_step + k];

          append_arc (draft, points, step >> 1, step & 1, k > 0);
        }
    }
  return points;
}

/* "Iraq / العراق: 12", of a unit that is shaded. */
static char *
title_of (Draft *draft, guint unit)
{
  const BayanCountry *country = draft->atlas->states[draft->atlas->state_of_unit[unit]].country;
  const BayanProvince *province = draft->counts->level == BAYAN_LEVEL_PROVINCES
                                      ? bayan_province_find (draft->sheet->geometry->units[unit].key)
                                      : NULL;
  double figure = draft->counts->units[unit];

  if (!(figure > 0 || figure < 0))
    return NULL;
  return g_strdup_printf ("%s / %s: %g", province != NULL ? province->name_en : country->name_en,
                          province != NULL ? province->name_ar : country->name_ar, figure);
}

static void
add_areas (Draft *draft)
{
  BayanMapFrame frame = bayan_map_camera_get_frame (&draft->brief.camera);

  for (guint i = 0; i < draft->atlas->n_units; i++)
    {
      const BayanMapUnit *unit = &draft->sheet->geometry->units[i];
      BayanMapShape shape = { .kind = BAYAN_MAP_SHAPE_AREA, .in_map = TRUE, .key = unit->key };

      if (!bayan_map_frame_meets (&draft->sheet->unit_frames[i], &frame))
        continue;
      shape.points = list_rings (draft, unit);
      shape.ink = draft->inks[BAYAN_MAP_INK_OF_UNIT (i)];
      shape.title = title_of (draft, i);
      g_array_append_val (draft->page->shapes, shape);
    }
}

static void
add_borders (Draft *draft, BayanBorder border)
{
  BayanMapFrame frame = bayan_map_camera_get_frame (&draft->brief.camera);
  BayanMapShape shape = { .kind = BAYAN_MAP_SHAPE_LINE, .in_map = TRUE, .points = new_points () };

  shape.edge = bayan_map_picture_get_stroke (&draft->brief, border);
  for (guint i = 0; shape.edge.colour.alpha > 0 && i < draft->sheet->geometry->n_arcs; i++)
    if (draft->sheet->geometry->arcs[i].border == border
        && bayan_map_frame_meets (&draft->sheet->arc_frames[i], &frame))
      {
        append_point (shape.points, NAN, NAN);
        append_arc (draft, shape.points, i, FALSE, FALSE);
      }
  g_array_append_val (draft->page->shapes, shape);
}

static void
add_loose_lines (Draft *draft)
{
  BayanMapShape shape = { .kind = BAYAN_MAP_SHAPE_LINE, .in_map = TRUE, .points = new_points () };

  shape.edge = bayan_map_picture_get_stroke (&draft->brief, BAYAN_BORDER_DISPUTED);
  for (guint i = 0; i < draft->sheet->geometry->n_lines; i++)
    {
      const BayanMapPath *path = &draft->sheet->lines[i];

      append_point (shape.points, NAN, NAN);
      for (guint p = path->first_spot; p < path->first_spot + path->n_spots; p++)
        {
          double x, y;

          bayan_map_camera_to_screen (&draft->brief.camera, draft->sheet->spots[p].x,
                                      draft->sheet->spots[p].y, &x, &y);
          append_point (shape.points, draft->page->map.x + x, draft->page->map.y + y);
        }
    }
  g_array_append_val (draft->page->shapes, shape);
}

static void
add_box (BayanMapPage *page, GdkRectangle box, BayanMapInk ink, BayanMapStroke edge)
{
  BayanMapShape shape = { .kind = BAYAN_MAP_SHAPE_BOX, .ink = ink, .edge = edge };

  shape.x = box.x;
  shape.y = box.y;
  shape.width = box.width;
  shape.height = box.height;
  g_array_append_val (page->shapes, shape);
}

static BayanMapInk
ink_of (BayanMapColour colour)
{
  GdkRGBA rgba = bayan_map_colour (colour, STYLE);

  return (BayanMapInk) { .fill = bayan_map_colour_to_pixel (&rgba) };
}

/* Of the map alone: what names keep clear of. */
static GArray *
list_dots (const BayanMapPage *page)
{
  GArray *dots = g_array_new (FALSE, FALSE, sizeof (GdkRectangle));

  for (guint i = 0; i < page->shapes->len; i++)
    {
      const BayanMapShape *shape = &g_array_index (page->shapes, BayanMapShape, i);
      GdkRectangle room = { (int) (shape->x - page->map.x - shape->width),
                            (int) (shape->y - page->map.y - shape->width), (int) (2 * shape->width),
                            (int) (2 * shape->width) };

      if (shape->kind == BAYAN_MAP_SHAPE_DISC)
        g_array_append_val (dots, room);
    }
  return dots;
}

static void
add_dots (Draft *draft)
{
  BayanMapStroke edge = { bayan_map_colour (BAYAN_MAP_COLOUR_PLACE_EDGE, STYLE), 1, FALSE };

  for (guint i = draft->counts->places->len; i-- > 0;)
    {
      const BayanMapPlace *place = &g_array_index (draft->counts->places, BayanMapPlace, i);
      BayanMapShape shape = { .kind = BAYAN_MAP_SHAPE_DISC, .in_map = TRUE, .edge = edge };

      bayan_map_camera_to_screen (&draft->brief.camera, place->spot.x, place->spot.y, &shape.x, &shape.y);
      shape.x += draft->page->map.x;
      shape.y += draft->page->map.y;
      shape.width = bayan_map_labels_get_dot_radius (place->n_mentions);
      shape.ink = ink_of (BAYAN_MAP_COLOUR_PLACE);
      g_array_append_val (draft->page->shapes, shape);
    }
}

typedef struct {
  BayanMapPicture *picture;
  const BayanMapInk *inks;
} Ground;

static gboolean
look_up (gpointer data, double x, double y, int *unit, guint32 *pixel)
{
  Ground *ground = data;

  *unit = bayan_map_picture_get_unit (ground->picture, (int) x, (int) y);
  *pixel =
      ground->inks[*unit == BAYAN_MAP_NO_UNIT ? BAYAN_MAP_INK_OF_SEA : BAYAN_MAP_INK_OF_UNIT (*unit)].fill;
  return TRUE;
}

static void
add_names (Draft *draft)
{
  g_autoptr (BayanMapLabels) names = bayan_map_labels_new (draft->context);
  g_autoptr (BayanMapPicture) picture = bayan_map_picture_new (draft->atlas, &draft->brief);
  Ground ground = { picture, draft->inks };
  g_autoptr (GArray) dots = list_dots (draft->page);
  g_autoptr (GArray) labels = bayan_map_labels_place (names, &draft->brief.camera, draft->counts, NULL, dots,
                                                      look_up, &ground);

  for (guint i = 0; i < labels->len; i++)
    {
      const BayanMapLabel *label = &g_array_index (labels, BayanMapLabel, i);
      BayanMapShape shape = { .kind = BAYAN_MAP_SHAPE_TEXT, .in_map = TRUE, .has_halo = label->has_edge };

      shape.layout = g_object_ref (label->layout);
      shape.x = draft->page->map.x + label->place.x;
      shape.y = draft->page->map.y + label->place.y;
      shape.width = label->place.width;
      shape.height = label->place.height;
      shape.colour = bayan_map_label_get_colour (label, STYLE);
      g_array_append_val (draft->page->shapes, shape);
    }
}

/* Words beside the map */

/* @x: of the end where the line begins, in the direction of the interface
 *
 * Returns: how high it is */
static int
add_line (Draft *draft, const char *words, double points, gboolean is_bold, int y)
{
  BayanMapShape shape = { .kind = BAYAN_MAP_SHAPE_TEXT, .y = y };
  PangoFontDescription *font =
      pango_font_description_copy (pango_context_get_font_description (draft->context));
  int width, height;

  pango_font_description_set_size (font, (int) (points * PANGO_SCALE));
  pango_font_description_set_weight (font, is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  shape.layout = pango_layout_new (draft->context);
  pango_layout_set_font_description (shape.layout, font);
  pango_layout_set_text (shape.layout, words, -1);
  pango_font_description_free (font);
  pango_layout_get_pixel_size (shape.layout, &width, &height);
  shape.x = bayan_language_get_direction () == GTK_TEXT_DIR_RTL ? PAGE_WIDTH - MARGIN - width : MARGIN;
  shape.width = width;
  shape.height = height;
  shape.colour = bayan_map_colour (BAYAN_MAP_COLOUR_TEXT, STYLE);
  g_array_append_val (draft->page->shapes, shape);
  return height;
}

static int
add_legend (Draft *draft, int y)
{
  const BayanMapClasses *classes = &draft->counts->classes;
  guint n = bayan_map_classes_count (classes) + 1;
  gboolean mirrored = bayan_language_get_direction () == GTK_TEXT_DIR_RTL;
  BayanMapStroke edge = { bayan_map_colour (BAYAN_MAP_COLOUR_STATE, STYLE), 0.8, FALSE };
  int height = 0;

  for (guint number = 0; number < n; number++)
    {
      int place = (int) bayan_map_legend_get_place (classes, number);
      int x = MARGIN + place * (SWATCH_WIDTH + GAP / 2);
      GdkRGBA colour = bayan_map_class_colour (classes, number, STYLE);
      BayanMapInk ink = { .fill = bayan_map_colour_to_pixel (&colour) };
      g_autofree char *words = bayan_map_legend_describe (classes, draft->counts->measure, number);
      BayanMapShape *text;

      if (mirrored)
        x = PAGE_WIDTH - x - SWATCH_WIDTH;
      add_box (draft->page, (GdkRectangle) { x, y, SWATCH_WIDTH, SWATCH_HEIGHT }, ink, edge);
      height = add_line (draft, words, SMALL_POINTS, FALSE, y + SWATCH_HEIGHT + 2);
      text = &g_array_index (draft->page->shapes, BayanMapShape, draft->page->shapes->len - 1);
      text->x = x + (SWATCH_WIDTH - text->width) / 2;
    }
  return SWATCH_HEIGHT + 2 + height;
}

static void
add_map (Draft *draft)
{
  add_box (draft->page, draft->page->map, draft->inks[BAYAN_MAP_INK_OF_SEA], (BayanMapStroke) { .width = 0 });
  add_areas (draft);
  add_borders (draft, BAYAN_BORDER_PROVINCE);
  add_borders (draft, BAYAN_BORDER_COAST);
  add_borders (draft, BAYAN_BORDER_STATE);
  add_borders (draft, BAYAN_BORDER_DISPUTED);
  add_loose_lines (draft);
  add_dots (draft);
  add_names (draft);
}

static void
lay_out (Draft *draft, const BayanMapPageWords *words)
{
  int y = MARGIN;

  add_box (draft->page, (GdkRectangle) { 0, 0, PAGE_WIDTH, 0 }, ink_of (BAYAN_MAP_COLOUR_TEXT_ON_DARK),
           (BayanMapStroke) { .width = 0 });
  y += add_line (draft, words->title, TITLE_POINTS, TRUE, y);
  y += add_line (draft, words->subtitle, SUBTITLE_POINTS, FALSE, y) + GAP;
  draft->page->map.y = y;
  add_map (draft);
  y += draft->page->map.height + GAP;
  y += add_legend (draft, y) + GAP;
  y += add_line (draft, words->source, SMALL_POINTS, FALSE, y) + MARGIN;
  draft->page->height = y;
  g_array_index (draft->page->shapes, BayanMapShape, 0).height = y;
}

/**
 * bayan_map_page_new:
 * @camera: the view that is handed on: its middle and its scale, for the width of a page
 * @counts: positions of places on the plane are of the camera's projection
 * @context: whose fonts are taken
 */
BayanMapPage *
bayan_map_page_new (const BayanMapCamera *camera, const BayanMapCounts *counts,
                    const BayanMapPageWords *words, PangoContext *context)
{
  BayanMapPage *self = g_new0 (BayanMapPage, 1);
  Draft draft = { .page = self, .counts = counts, .context = context };
  double factor = (double) (PAGE_WIDTH - 2 * MARGIN) / MAX (camera->width, 1);

  self->width = PAGE_WIDTH;
  self->map = (GdkRectangle) { MARGIN, 0, PAGE_WIDTH - 2 * MARGIN,
                               MAX ((int) (camera->height * factor), LEAST_MAP_HEIGHT) };
  self->shapes = g_array_new (FALSE, FALSE, sizeof (BayanMapShape));
  g_array_set_clear_func (self->shapes, clear_shape);
  draft.brief = (BayanMapBrief) { *camera, 1, STYLE, counts->level == BAYAN_LEVEL_PROVINCES };
  draft.brief.camera.width = self->map.width;
  draft.brief.camera.height = self->map.height;
  draft.brief.camera.scale *= factor;
  draft.atlas = bayan_map_atlas_get (camera->projection);
  draft.sheet = bayan_map_atlas_get_sheet (draft.atlas, draft.brief.camera.scale);
  draft.lines = bayan_map_lines_make (draft.sheet, &draft.brief.camera);
  draft.inks = bayan_map_inks_make (counts, draft.atlas, STYLE);
  lay_out (&draft, words);
  bayan_map_lines_clear (&draft.lines);
  g_free (draft.inks);
  return self;
}

void
bayan_map_page_free (BayanMapPage *self)
{
  g_array_unref (self->shapes);
  g_free (self);
}
