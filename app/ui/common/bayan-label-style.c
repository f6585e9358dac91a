/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-label-style.h"

#include "bayan-config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "bayan-type-style.h"

/* So much must a colour stand out from the page, for an underline of 2 px to be seen (WCAG 2.1, 1.4.11). */
#define LEAST_CONTRAST 3.2
#define STEP 0.04
#define LIGHT_PAGE 0xffffff
#define DARK_PAGE 0x1e1e1e

/* After the sets of Okabe and Ito (2008) and Tol (2021), which stay apart for the colour-blind; darker where one would not
 * stand out from white. */
static const struct {
  guint32 colour;
  const char *name;
} PALETTE[] = {
  { 0x0072b2, N_ ("Blue") },        { 0xc64f00, N_ ("Vermilion") }, { 0x007a5a, N_ ("Green") },
  { 0xa8437f, N_ ("Pink") },        { 0x332288, N_ ("Indigo") },    { 0x9a6a00, N_ ("Ochre") },
  { 0x2f87b7, N_ ("Light blue") },  { 0x882255, N_ ("Wine") },      { 0x6b6b00, N_ ("Olive") },
  { 0x4d4d4d, N_ ("Grey") },
};

guint
bayan_label_style_get_n_colours (void)
{
  return G_N_ELEMENTS (PALETTE);
}

guint32
bayan_label_style_get_palette_colour (guint i)
{
  g_return_val_if_fail (i < G_N_ELEMENTS (PALETTE), 0);
  return PALETTE[i].colour;
}

/* Returns: what the colour is called, in the language of the interface */
const char *
bayan_label_style_get_palette_name (guint i)
{
  g_return_val_if_fail (i < G_N_ELEMENTS (PALETTE), NULL);
  return _ (PALETTE[i].name);
}

static GdkRGBA
make_colour (guint32 colour)
{
  return (GdkRGBA) { (float) (colour >> 16 & 0xff) / 255, (float) (colour >> 8 & 0xff) / 255,
                     (float) (colour & 0xff) / 255, 1 };
}

static double
make_linear (float part)
{
  return part <= 0.04045F ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

static double
get_luminance (const GdkRGBA *colour)
{
  return 0.2126 * make_linear (colour->red) + 0.7152 * make_linear (colour->green)
         + 0.0722 * make_linear (colour->blue);
}

static double
get_contrast (const GdkRGBA *a, const GdkRGBA *b)
{
  double one = get_luminance (a) + 0.05, other = get_luminance (b) + 0.05;

  return one > other ? one / other : other / one;
}

static void
move_towards (GdkRGBA *colour, float goal)
{
  colour->red += (goal - colour->red) * (float) STEP;
  colour->green += (goal - colour->green) * (float) STEP;
  colour->blue += (goal - colour->blue) * (float) STEP;
}

/**
 * bayan_label_style_get_shade:
 * @colour: 0xRRGGBB, whatever the analyst chose
 * @dark: whether it stands on a dark ground
 *
 * Returns: the colour, darker or lighter where it would not be seen on that ground
 */
GdkRGBA
bayan_label_style_get_shade (guint32 colour, gboolean dark)
{
  GdkRGBA shade = make_colour (colour), page = make_colour (dark ? DARK_PAGE : LIGHT_PAGE);
  double least = dark ? 2 * LEAST_CONTRAST : LEAST_CONTRAST;

  for (guint i = 0; i < 100 && get_contrast (&shade, &page) < least; i++)
    move_towards (&shade, dark ? 1 : 0);
  return shade;
}

/**
 * bayan_label_style_get_colour:
 * @entity_key: (nullable)
 */
GdkRGBA
bayan_label_style_get_colour (BayanDesk *desk, BayanMentionType type, const char *entity_key, gboolean dark)
{
  const BayanOwnLabel *label = type == BAYAN_MENTION_OWN ? bayan_desk_find_label (desk, entity_key) : NULL;

  return label != NULL ? bayan_label_style_get_shade (label->colour, dark)
                       : bayan_type_style_get_colour (type, dark);
}

/**
 * bayan_label_style_get_name:
 * @entity_key: (nullable)
 *
 * Returns: (transfer none): what the label of the code book is called, or the type of anything else
 */
const char *
bayan_label_style_get_name (BayanDesk *desk, BayanMentionType type, const char *entity_key)
{
  const BayanOwnLabel *label = type == BAYAN_MENTION_OWN ? bayan_desk_find_label (desk, entity_key) : NULL;

  return label != NULL ? label->name : bayan_type_style_get_name (type);
}
