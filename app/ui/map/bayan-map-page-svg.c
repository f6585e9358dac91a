/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page of the map as SVG, written by hand: cairo would write text as outlines, and areas without their names. */
#include "bayan-map-page.h"

#include <math.h>

#include "bayan-language.h"

#define PIXELS_PER_POINT (96.0 / 72.0)

static void
append_number (GString *svg, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, "%.2f", number);
  g_string_append (svg, text);
}

static void
append_attribute (GString *svg, const char *name, double number)
{
  g_string_append_printf (svg, " %s=\"", name);
  append_number (svg, number);
  g_string_append_c (svg, '"');
}

static void
append_escaped (GString *svg, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (svg, escaped);
}

static void
append_colour (GString *svg, const char *name, const GdkRGBA *colour)
{
  g_string_append_printf (svg, " %s=\"#%06x\"", name, bayan_map_colour_to_pixel (colour) & 0xffffff);
  if (colour->alpha < 1)
    {
      g_autofree char *opacity = g_strconcat (name, "-opacity", NULL);

      append_attribute (svg, opacity, colour->alpha);
    }
}

static char *
name_of_stripes (const BayanMapInk *ink)
{
  return g_strdup_printf ("stripes-%06x-%06x-%06x-%u", ink->fill & 0xffffff, ink->stripes[0] & 0xffffff,
                          ink->stripes[1] & 0xffffff, ink->n_striped);
}

static void
append_fill (GString *svg, const BayanMapInk *ink)
{
  g_autofree char *stripes = ink->n_striped > 0 ? name_of_stripes (ink) : NULL;

  if (stripes != NULL)
    g_string_append_printf (svg, " fill=\"url(#%s)\"", stripes);
  else
    g_string_append_printf (svg, " fill=\"#%06x\"", ink->fill & 0xffffff);
}

static void
append_stroke (GString *svg, const BayanMapStroke *stroke)
{
  append_colour (svg, "stroke", &stroke->colour);
  append_attribute (svg, "stroke-width", stroke->width);
  if (stroke->is_dashed)
    g_string_append (svg, " stroke-dasharray=\"" G_STRINGIFY (BAYAN_MAP_DASH_PIXELS) " " G_STRINGIFY (
                              BAYAN_MAP_DASH_GAP_PIXELS) "\"");
}

static void
append_path (GString *svg, const GArray *points, gboolean closed)
{
  char command = 'M';

  g_string_append (svg, " d=\"");
  for (guint i = 0; i < points->len; i++)
    {
      const BayanMapSpot *spot = &g_array_index (points, BayanMapSpot, i);

      if (isnan (spot->x))
        {
          if (closed && i > 0)
            g_string_append_c (svg, 'Z');
          command = 'M';
          continue;
        }
      g_string_append_c (svg, command);
      append_number (svg, spot->x);
      g_string_append_c (svg, ' ');
      append_number (svg, spot->y);
      command = 'L';
    }
  g_string_append (svg, closed ? "Z\"" : "\"");
}

/* In the middle of its room, so that another font moves it little. */
static void
append_text (GString *svg, const BayanMapShape *shape)
{
  const PangoFontDescription *font = pango_layout_get_font_description (shape->layout);
  PangoAttrList *attributes = pango_layout_get_attributes (shape->layout);
  double points = font != NULL ? (double) pango_font_description_get_size (font) / PANGO_SCALE : 0;
  gboolean is_bold = font != NULL && pango_font_description_get_weight (font) >= PANGO_WEIGHT_BOLD;
  PangoAttrIterator *first = attributes != NULL ? pango_attr_list_get_iterator (attributes) : NULL;
  PangoAttribute *size = first != NULL ? pango_attr_iterator_get (first, PANGO_ATTR_SIZE) : NULL;

  if (first != NULL && pango_attr_iterator_get (first, PANGO_ATTR_WEIGHT) != NULL)
    is_bold = TRUE;
  if (size != NULL)
    points = (double) ((PangoAttrInt *) size)->value / PANGO_SCALE;
  g_clear_pointer (&first, pango_attr_iterator_destroy);
  g_string_append (svg, "<text text-anchor=\"middle\"");
  append_attribute (svg, "x", shape->x + shape->width / 2);
  append_attribute (svg, "y", shape->y + (double) pango_layout_get_baseline (shape->layout) / PANGO_SCALE);
  append_attribute (svg, "font-size", points * PIXELS_PER_POINT);
  if (bayan_language_is_rtl_text (pango_layout_get_text (shape->layout)))
    g_string_append (svg, " direction=\"rtl\"");
  if (is_bold)
    g_string_append (svg, " font-weight=\"bold\"");
  append_colour (svg, "fill", &shape->colour);
  if (shape->has_halo)
    {
      g_string_append_printf (svg, " paint-order=\"stroke\" stroke-opacity=\"0.7\" stroke=\"%s\"",
                              bayan_map_colour_is_dark (&shape->colour) ? "#ffffff" : "#000000");
      append_attribute (svg, "stroke-width", BAYAN_MAP_LABEL_EDGE_PIXELS);
    }
  g_string_append_c (svg, '>');
  append_escaped (svg, pango_layout_get_text (shape->layout));
  g_string_append (svg, "</text>\n");
}

static void
append_area (GString *svg, const BayanMapShape *shape)
{
  g_string_append_printf (svg, "<path id=\"%s\" class=\"area\"", shape->key);
  append_fill (svg, &shape->ink);
  append_path (svg, shape->points, TRUE);
  if (shape->title == NULL)
    {
      g_string_append (svg, "/>\n");
      return;
    }
  g_string_append (svg, "><title>");
  append_escaped (svg, shape->title);
  g_string_append (svg, "</title></path>\n");
}

static void
append_shape (GString *svg, const BayanMapShape *shape)
{
  switch (shape->kind)
    {
    case BAYAN_MAP_SHAPE_AREA:
      append_area (svg, shape);
      return;
    case BAYAN_MAP_SHAPE_LINE:
      g_string_append (svg, "<path fill=\"none\"");
      append_stroke (svg, &shape->edge);
      append_path (svg, shape->points, FALSE);
      break;
    case BAYAN_MAP_SHAPE_TEXT:
      append_text (svg, shape);
      return;
    case BAYAN_MAP_SHAPE_DISC:
      g_string_append (svg, "<circle");
      append_attribute (svg, "cx", shape->x);
      append_attribute (svg, "cy", shape->y);
      append_attribute (svg, "r", shape->width);
      append_fill (svg, &shape->ink);
      append_stroke (svg, &shape->edge);
      break;
    case BAYAN_MAP_SHAPE_BOX:
      g_string_append (svg, "<rect");
      append_attribute (svg, "x", shape->x);
      append_attribute (svg, "y", shape->y);
      append_attribute (svg, "width", shape->width);
      append_attribute (svg, "height", shape->height);
      append_fill (svg, &shape->ink);
      if (shape->edge.width > 0)
        append_stroke (svg, &shape->edge);
    }
  g_string_append (svg, "/>\n");
}

/* Bands across, turned so that they rise to the right. */
static void
append_pattern (GString *svg, const char *name, const BayanMapInk *ink)
{
  const double band = BAYAN_MAP_STRIPE_PIXELS / G_SQRT2;

  g_string_append_printf (
      svg, "<pattern id=\"%s\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(-45)\"", name);
  append_attribute (svg, "width", 2 * band);
  append_attribute (svg, "height", 2 * band);
  g_string_append_printf (svg, "><rect width=\"100%%\" height=\"100%%\" fill=\"#%06x\"/>",
                          ink->fill & 0xffffff);
  for (guint k = 0; k < 2; k++)
    {
      g_string_append_printf (svg, "<rect width=\"100%%\" fill=\"#%06x\"", ink->stripes[k] & 0xffffff);
      append_attribute (svg, "y", k * band);
      append_attribute (svg, "height", ink->n_striped / G_SQRT2);
      g_string_append (svg, "/>");
    }
  g_string_append (svg, "</pattern>\n");
}

static void
append_definitions (GString *svg, const BayanMapPage *page)
{
  g_autoptr (GHashTable) written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_string_append_printf (
      svg, "<defs>\n<clipPath id=\"map\"><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/></clipPath>\n",
      page->map.x, page->map.y, page->map.width, page->map.height);
  for (guint i = 0; i < page->shapes->len; i++)
    {
      const BayanMapInk *ink = &g_array_index (page->shapes, BayanMapShape, i).ink;
      g_autofree char *name = ink->n_striped > 0 ? name_of_stripes (ink) : NULL;

      if (name != NULL && !g_hash_table_contains (written, name))
        {
          append_pattern (svg, name, ink);
          g_hash_table_add (written, g_steal_pointer (&name));
        }
    }
  g_string_append (svg, "</defs>\n");
}

/**
 * bayan_map_page_to_svg:
 *
 * Returns: (transfer full): text is text, and each area has its unit's key for an id and says its figure
 */
char *
bayan_map_page_to_svg (const BayanMapPage *self, const char *title)
{
  GString *svg = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  gboolean in_map = FALSE;

  g_string_append_printf (
      svg,
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" "
      "font-family=\"'Noto Sans Arabic', 'Noto Sans', sans-serif\" fill-rule=\"evenodd\">\n<title>",
      self->width, self->height, self->width, self->height);
  append_escaped (svg, title);
  g_string_append (svg, "</title>\n");
  append_definitions (svg, self);
  for (guint i = 0; i < self->shapes->len; i++)
    {
      const BayanMapShape *shape = &g_array_index (self->shapes, BayanMapShape, i);

      if (shape->in_map != in_map)
        g_string_append (svg, shape->in_map ? "<g clip-path=\"url(#map)\" stroke-linejoin=\"round\">\n"
                                            : "</g>\n");
      in_map = shape->in_map;
      append_shape (svg, shape);
    }
  g_string_append (svg, in_map ? "</g>\n</svg>\n" : "</svg>\n");
  return g_string_free (svg, FALSE);
}
