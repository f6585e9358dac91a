/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-row-text.h"

#include <string.h>

#include "bayan-language.h"

#define SMALL_SCALE 0.82 /* libadwaita's "caption" */
#define ARABIC_FACES "Vazirmatn, Noto Sans Arabic, sans-serif"
/* High and low letters of both scripts: a line is as high as the higher of the two. */
#define SAMPLE "Ågبيّ"

/* How high a line is, by style, for the font and the resolution that it was last asked for. */
typedef struct {
  guint font_hash;
  double resolution;
  int height, baseline;
} Line;

static Line lines[BAYAN_ROW_TEXT_N_STYLES];

static PangoAttrList *
new_attributes (BayanRowTextStyle style, gboolean arabic)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  if (style == BAYAN_ROW_TEXT_TITLE)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD));
  if (style == BAYAN_ROW_TEXT_SMALL)
    {
      pango_attr_list_insert (attributes, pango_attr_scale_new (SMALL_SCALE));
      pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
    }
  if (arabic)
    pango_attr_list_insert (attributes, pango_attr_family_new (ARABIC_FACES));
  return attributes;
}

/* The first embedding or override in @text (U+202A–U+202E): either would turn a row round. NULL if there is none. */
static const char *
find_override (const char *text)
{
  for (const char *at = text; (at = strstr (at, "\xE2\x80")) != NULL; at++)
    if ((guchar) at[2] >= 0xAA && (guchar) at[2] <= 0xAE)
      return at;
  return NULL;
}

static char *
drop_overrides (const char *text)
{
  GString *plain = g_string_new (NULL);
  const char *found;

  for (; (found = find_override (text)) != NULL; text = found + 3)
    g_string_append_len (plain, text, found - text);
  g_string_append (plain, text);
  return g_string_free (plain, FALSE);
}

/**
 * bayan_row_text_new:
 * @row: whose font and direction it has
 * @text: UTF-8; controls that would turn it round are left out
 *
 * Returns: (transfer full): @text, cut at the end where it does not fit. Nothing is shaped yet. Good until
 * the row's style or direction changes.
 */
PangoLayout *
bayan_row_text_new (GtkWidget *row, BayanRowTextStyle style, const char *text)
{
  g_autofree char *plain = find_override (text) != NULL ? drop_overrides (text) : NULL;
  PangoLayout *layout = gtk_widget_create_pango_layout (row, plain != NULL ? plain : text);
  g_autoptr (PangoAttrList) attributes = new_attributes (style, bayan_language_is_rtl_text (text));

  /* Pango turns the side round for a line that runs against the row, and only for such a line. */
  if (gtk_widget_get_direction (row) == GTK_TEXT_DIR_RTL)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  return layout;
}

/**
 * bayan_row_text_get_width:
 *
 * Returns: the pixels that @text takes, where there is room enough
 */
int
bayan_row_text_get_width (PangoLayout *text)
{
  int width;

  pango_layout_set_width (text, -1);
  pango_layout_get_pixel_size (text, &width, NULL);
  return width;
}

static const Line *
get_line (GtkWidget *row, BayanRowTextStyle style)
{
  PangoContext *context = gtk_widget_get_pango_context (row);
  guint font_hash = pango_font_description_hash (pango_context_get_font_description (context));
  double resolution = pango_cairo_context_get_resolution (context);
  Line *line = &lines[style];
  g_autoptr (PangoLayout) sample = NULL;

  if (line->height != 0 && line->font_hash == font_hash && line->resolution == resolution)
    return line;
  sample = bayan_row_text_new (row, style, SAMPLE);
  line->font_hash = font_hash;
  line->resolution = resolution;
  pango_layout_get_pixel_size (sample, NULL, &line->height);
  line->baseline = PANGO_PIXELS (pango_layout_get_baseline (sample));
  return line;
}

/**
 * bayan_row_text_get_line_height:
 *
 * Returns: the pixels that a line of @style takes in @row, whatever is written in it
 */
int
bayan_row_text_get_line_height (GtkWidget *row, BayanRowTextStyle style)
{
  return get_line (row, style)->height;
}

/**
 * bayan_row_text_get_baseline:
 *
 * Returns: how far below the top of such a line its letters stand
 */
int
bayan_row_text_get_baseline (GtkWidget *row, BayanRowTextStyle style)
{
  return get_line (row, style)->baseline;
}

/* Where the drawing of the layout has to begin so that its ink has the wanted side of the room. */
static float
find_left (GtkWidget *row, PangoLayout *text, BayanRowTextSide side, int start, int width)
{
  gboolean mirrored = gtk_widget_get_direction (row) == GTK_TEXT_DIR_RTL;
  int left = mirrored ? gtk_widget_get_width (row) - start - width : start;
  PangoRectangle logical;

  if (side == BAYAN_ROW_TEXT_NATURAL)
    return (float) left;
  pango_layout_get_pixel_extents (text, NULL, &logical);
  if ((side == BAYAN_ROW_TEXT_START) == mirrored)
    left += width - logical.width;
  return (float) (left - logical.x);
}

/**
 * bayan_row_text_draw:
 * @start: where the room for @text begins
 * @width: how wide that room is
 * @top: pixels from the top of the row
 * @alpha: 0–1: how much of the row's colour it has
 */
void
bayan_row_text_draw (GtkWidget *row, GtkSnapshot *snapshot, PangoLayout *text, BayanRowTextSide side,
                     int start, int width, int top, float alpha)
{
  GdkRGBA colour;
  float left;

  if (width <= 0)
    return;
  pango_layout_set_width (text, width * PANGO_SCALE);
  gtk_style_context_get_color (gtk_widget_get_style_context (row), &colour);
  colour.alpha *= alpha;
  left = find_left (row, text, side, start, width);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (left, (float) top));
  gtk_snapshot_append_layout (snapshot, text, &colour);
  gtk_snapshot_restore (snapshot);
}

/**
 * bayan_row_text_draw_on_baseline:
 * @baseline: pixels from the top of the row to where the letters stand
 *
 * Draws one line, so that text of several sizes stands on one.
 */
void
bayan_row_text_draw_on_baseline (GtkWidget *row, GtkSnapshot *snapshot, PangoLayout *text,
                                 BayanRowTextSide side, int start, int width, int baseline, float alpha)
{
  if (width > 0)
    bayan_row_text_draw (row, snapshot, text, side, start, width,
                         baseline - PANGO_PIXELS (pango_layout_get_baseline (text)), alpha);
}
