/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether neighbouring classes of the map are told apart, by everybody: the difference is CIEDE2000, as seen with full
 * sight and with each of the three kinds of colour blindness at full strength (Machado, Oliveira & Fernandes 2009). A
 * difference of 1 is just seen side by side; areas of a map lie apart. */
#include <math.h>

#include "bayan-map-palette.h"

#define LEAST_DIFFERENCE 6.0       /* between neighbouring classes */
#define LEAST_DIFFERENCE_SIDES 9.0 /* between what has become more and less, by as many classes */
#define LEAST_CONTRAST 4.5         /* of text: WCAG 2, level AA */

static const double SIGHTS[][3][3] = {
  { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } },
  { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } },
  { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } },
};

typedef struct {
  double l, a, b;
} Lab;

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
lab_curve (double t)
{
  return t > 216.0 / 24389 ? cbrt (t) : (t * 24389 / 27 + 16) / 116;
}

static Lab
see (GdkRGBA colour, const double sight[3][3])
{
  const double rgb[] = { linear (colour.red), linear (colour.green), linear (colour.blue) };
  double seen[3], x, y, z;

  for (guint i = 0; i < 3; i++)
    seen[i] = CLAMP (sight[i][0] * rgb[0] + sight[i][1] * rgb[1] + sight[i][2] * rgb[2], 0, 1);
  x = lab_curve ((0.4124564 * seen[0] + 0.3575761 * seen[1] + 0.1804375 * seen[2]) / 0.95047);
  y = lab_curve (0.2126729 * seen[0] + 0.7151522 * seen[1] + 0.0721750 * seen[2]);
  z = lab_curve ((0.0193339 * seen[0] + 0.1191920 * seen[1] + 0.9503041 * seen[2]) / 1.08883);
  return (Lab) { 116 * y - 16, 500 * (x - y), 200 * (y - z) };
}

static double
hue_of (double a, double b)
{
  double hue = a == 0 && b == 0 ? 0 : atan2 (b, a) * 180 / G_PI;

  return hue < 0 ? hue + 360 : hue;
}

static double
cos_degrees (double degrees)
{
  return cos (degrees * G_PI / 180);
}

/* Sharma, Wu & Dalal (2005). */
static double
difference_of (Lab one, Lab other)
{
  double mean_c = (hypot (one.a, one.b) + hypot (other.a, other.b)) / 2;
  double g = 0.5 * (1 - sqrt (pow (mean_c, 7) / (pow (mean_c, 7) + pow (25, 7))));
  double a1 = (1 + g) * one.a, a2 = (1 + g) * other.a;
  double c1 = hypot (a1, one.b), c2 = hypot (a2, other.b);
  double h1 = hue_of (a1, one.b), h2 = hue_of (a2, other.b);
  double dh = c1 * c2 == 0 ? 0 : h2 - h1, mean_h = h1 + h2;
  double mean_l = (one.l + other.l) / 2, c = (c1 + c2) / 2, t, sl, sc, sh, rt, dl, dc, dhh;

  dh = dh > 180 ? dh - 360 : dh < -180 ? dh + 360 : dh;
  if (c1 * c2 != 0)
    mean_h = fabs (h1 - h2) <= 180 ? mean_h / 2 : mean_h < 360 ? (mean_h + 360) / 2 : (mean_h - 360) / 2;
  t = 1 - 0.17 * cos_degrees (mean_h - 30) + 0.24 * cos_degrees (2 * mean_h)
      + 0.32 * cos_degrees (3 * mean_h + 6) - 0.20 * cos_degrees (4 * mean_h - 63);
  sl = 1 + 0.015 * pow (mean_l - 50, 2) / sqrt (20 + pow (mean_l - 50, 2));
  sc = 1 + 0.045 * c;
  sh = 1 + 0.015 * c * t;
  rt = -2 * sqrt (pow (c, 7) / (pow (c, 7) + pow (25, 7)))
       * sin (60 * exp (-pow ((mean_h - 275) / 25, 2)) * G_PI / 180);
  dl = (other.l - one.l) / sl;
  dc = (c2 - c1) / sc;
  dhh = 2 * sqrt (c1 * c2) * sin (dh / 2 * G_PI / 180) / sh;
  return sqrt (dl * dl + dc * dc + dhh * dhh + rt * dc * dhh);
}

/* Pairs 1, 7 and 17 of the table that the authors of the formula publish to check it by. */
static void
test_formula (void)
{
  g_assert_cmpfloat_with_epsilon (difference_of ((Lab) { 50, 2.6772, -79.7751 }, (Lab) { 50, 0, -82.7485 }),
                                  2.0425, 1e-4);
  g_assert_cmpfloat_with_epsilon (difference_of ((Lab) { 50, 0, 0 }, (Lab) { 50, -1, 2 }), 2.3669, 1e-4);
  g_assert_cmpfloat_with_epsilon (difference_of ((Lab) { 50, 2.5, 0 }, (Lab) { 73, 25, -18 }), 27.1492, 1e-4);
}

static double
least_seen (GdkRGBA one, GdkRGBA other)
{
  double least = 1000;

  for (guint i = 0; i < G_N_ELEMENTS (SIGHTS); i++)
    least = MIN (least, difference_of (see (one, SIGHTS[i]), see (other, SIGHTS[i])));
  return least;
}

static void
test_more (void)
{
  double least = 1000;

  for (int style = 0; style < BAYAN_MAP_N_STYLES; style++)
    for (guint n_classes = 1; n_classes <= BAYAN_MAP_MOST_CLASSES; n_classes++)
      {
        BayanMapClasses classes = { .n_classes = n_classes };

        for (guint number = 1; number <= n_classes; number++)
          least = MIN (least,
                       least_seen (bayan_map_class_colour (&classes, number - 1, (BayanMapStyle) style),
                                   bayan_map_class_colour (&classes, number, (BayanMapStyle) style)));
      }
  g_test_message ("least difference between neighbours: %.1f", least);
  g_assert_cmpfloat (least, >=, LEAST_DIFFERENCE);
}

static void
test_more_and_less (void)
{
  BayanMapClasses classes = { .n_classes = BAYAN_MAP_MOST_ON_A_SIDE, .n_below = BAYAN_MAP_MOST_ON_A_SIDE };
  double least = 1000, least_sides = 1000;

  for (int i = 0; i < BAYAN_MAP_N_STYLES; i++)
    for (guint number = 1; number <= BAYAN_MAP_MOST_ON_A_SIDE; number++)
      {
        BayanMapStyle style = (BayanMapStyle) i;
        GdkRGBA more = bayan_map_class_colour (&classes, number, style);
        GdkRGBA less = bayan_map_class_colour (&classes, BAYAN_MAP_MOST_ON_A_SIDE + number, style);
        guint before = number > 1 ? BAYAN_MAP_MOST_ON_A_SIDE + number - 1 : 0;

        least = MIN (least, least_seen (bayan_map_class_colour (&classes, before, style), less));
        least_sides = MIN (least_sides, least_seen (more, less));
      }
  g_test_message ("least difference between neighbours: %.1f, between the sides: %.1f", least, least_sides);
  g_assert_cmpfloat (least, >=, LEAST_DIFFERENCE);
  g_assert_cmpfloat (least_sides, >=, LEAST_DIFFERENCE_SIDES);
}

static double
luminance (GdkRGBA colour)
{
  return 0.2126 * linear (colour.red) + 0.7152 * linear (colour.green) + 0.0722 * linear (colour.blue);
}

/* Names are legible on every class, and the order of the classes is one of lightness. */
static void
test_text (void)
{
  for (int i = 0; i < BAYAN_MAP_N_STYLES; i++)
    for (guint n_classes = 1; n_classes <= BAYAN_MAP_MOST_CLASSES; n_classes++)
      {
        BayanMapClasses classes = { .n_classes = n_classes };
        BayanMapStyle style = (BayanMapStyle) i;

        for (guint number = 0; number <= n_classes; number++)
          {
            GdkRGBA fill = bayan_map_class_colour (&classes, number, style);
            GdkRGBA text = bayan_map_colour (bayan_map_colour_is_dark (&fill) ? BAYAN_MAP_COLOUR_TEXT_ON_DARK
                                                                              : BAYAN_MAP_COLOUR_TEXT,
                                             style);
            double one = luminance (fill), other = luminance (text);

            g_assert_cmpfloat ((MAX (one, other) + 0.05) / (MIN (one, other) + 0.05), >=, LEAST_CONTRAST);
            if (number > 0)
              {
                double before = luminance (bayan_map_class_colour (&classes, number - 1, style));

                g_assert_cmpfloat (bayan_map_style_is_dark (style) ? one - before : before - one, >, 0.003);
              }
          }
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/map-palette/formula", test_formula);
  g_test_add_func ("/ui/map-palette/more", test_more);
  g_test_add_func ("/ui/map-palette/more-and-less", test_more_and_less);
  g_test_add_func ("/ui/map-palette/text", test_text);
  return g_test_run ();
}
