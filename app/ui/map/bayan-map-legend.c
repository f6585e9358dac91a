/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-map-legend.h"

#include "bayan-config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "bayan-map-words.h"

#define SWATCH_HEIGHT_PIXELS 9
#define LEAST_SWATCH_PIXELS 24
#define LABEL_PADDING_PIXELS 4
#define GAP_PIXELS 2
#define FONT_POINTS 8

struct _BayanMapLegend {
  GtkWidget parent_instance;

  BayanMapClasses classes;
  BayanMeasure measure;
  PangoLayout *labels[BAYAN_MAP_MOST_NUMBERS]; /* of each class; those beyond the last one are NULL */
};

G_DEFINE_FINAL_TYPE (BayanMapLegend, bayan_map_legend, GTK_TYPE_WIDGET)

/**
 * bayan_map_legend_describe:
 * @measure: what the figures are: where they are counts a class begins one above the one before it
 *
 * Isolated, so that a range reads from the lower to the higher number in both directions of text.
 *
 * Returns: (transfer full): from which figure a class reaches to which
 */
char *
bayan_map_legend_describe (const BayanMapClasses *classes, BayanMeasure measure, guint number)
{
  gboolean less = number > classes->n_classes;
  const double *ends = less ? classes->below : classes->most;
  guint place = less ? number - classes->n_classes : number;
  gboolean is_count = measure != BAYAN_MEASURE_RATE;
  double sign = less ? -1 : 1;
  double least = place == 0 ? 0 : is_count ? ends[place - 1] + 1 : ends[place - 1];
  g_autofree char *from = bayan_map_words_figure (measure, sign * least);
  g_autofree char *to = bayan_map_words_figure (measure, sign * ends[place]);

  if (place == 0 || (is_count && least >= ends[place]))
    return g_steal_pointer (&to);
  return less ? g_strdup_printf ("\u2066%s–%s\u2069", to, from)
              : g_strdup_printf ("\u2066%s–%s\u2069", from, to);
}

/* Returns: where a class stands from the least to the most, from 0 */
guint
bayan_map_legend_get_place (const BayanMapClasses *classes, guint number)
{
  return number > classes->n_classes ? classes->n_below - (number - classes->n_classes)
                                     : classes->n_below + number;
}

static void
forget_labels (BayanMapLegend *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->labels); i++)
    g_clear_object (&self->labels[i]);
}

static void
make_labels (BayanMapLegend *self)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_size_new (FONT_POINTS * PANGO_SCALE));
  forget_labels (self);
  for (guint i = 0; i <= bayan_map_classes_count (&self->classes); i++)
    {
      g_autofree char *words = bayan_map_legend_describe (&self->classes, self->measure, i);

      self->labels[i] = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);
      pango_layout_set_attributes (self->labels[i], attributes);
    }
  pango_attr_list_unref (attributes);
}

static int
swatch_width (BayanMapLegend *self)
{
  int most = LEAST_SWATCH_PIXELS;

  for (guint i = 0; i <= bayan_map_classes_count (&self->classes); i++)
    {
      int width;

      pango_layout_get_pixel_size (self->labels[i], &width, NULL);
      most = MAX (most, width + LABEL_PADDING_PIXELS);
    }
  return most;
}

static void
bayan_map_legend_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  BayanMapLegend *self = BAYAN_MAP_LEGEND (widget);
  int height;

  if (self->labels[0] == NULL)
    make_labels (self);
  pango_layout_get_pixel_size (self->labels[0], NULL, &height);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = SWATCH_HEIGHT_PIXELS + GAP_PIXELS + height;
  else
    *minimum = *natural = (swatch_width (self) + GAP_PIXELS)
                              * (int) (bayan_map_classes_count (&self->classes) + 1)
                          - GAP_PIXELS;
}

static void
append_class (BayanMapLegend *self, GtkSnapshot *snapshot, guint number, float x, int width)
{
  BayanMapStyle style = bayan_map_style_get ();
  GdkRGBA fill = bayan_map_class_colour (&self->classes, number, style);
  GdkRGBA edge = bayan_map_colour (BAYAN_MAP_COLOUR_STATE, style);
  GskRoundedRect outline;
  GdkRGBA text;
  int text_width;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (x, 0, (float) width, SWATCH_HEIGHT_PIXELS),
                                   2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &fill, &outline.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 0.6f, 0.6f, 0.6f, 0.6f },
                              (GdkRGBA[4]) { edge, edge, edge, edge });
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &text);
  pango_layout_get_pixel_size (self->labels[number], &text_width, NULL);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x + (float) (width - text_width) / 2,
                                                          SWATCH_HEIGHT_PIXELS + GAP_PIXELS));
  gtk_snapshot_append_layout (snapshot, self->labels[number], &text);
  gtk_snapshot_restore (snapshot);
}

/* From few to many in the direction of reading. */
static void
bayan_map_legend_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BayanMapLegend *self = BAYAN_MAP_LEGEND (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int width = swatch_width (self);

  for (guint i = 0; i <= bayan_map_classes_count (&self->classes); i++)
    {
      guint place = bayan_map_legend_get_place (&self->classes, i);

      if (mirrored)
        place = bayan_map_classes_count (&self->classes) - place;
      append_class (self, snapshot, i, (float) (place * (guint) (width + GAP_PIXELS)), width);
    }
}

static void
bayan_map_legend_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (bayan_map_legend_parent_class)->css_changed (widget, change);
  make_labels (BAYAN_MAP_LEGEND (widget));
  gtk_widget_queue_resize (widget);
}

static void
bayan_map_legend_dispose (GObject *object)
{
  forget_labels (BAYAN_MAP_LEGEND (object));
  G_OBJECT_CLASS (bayan_map_legend_parent_class)->dispose (object);
}

static void
bayan_map_legend_class_init (BayanMapLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bayan_map_legend_dispose;
  widget_class->measure = bayan_map_legend_measure;
  widget_class->snapshot = bayan_map_legend_snapshot;
  widget_class->css_changed = bayan_map_legend_css_changed;
  gtk_widget_class_set_css_name (widget_class, "maplegend");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
bayan_map_legend_init (BayanMapLegend *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Legend: the fuller the colour of an area, the higher its figure"), -1);
}

/* What the figures are that the classes are of. */
void
bayan_map_legend_set_measure (BayanMapLegend *self, BayanMeasure measure)
{
  g_return_if_fail (BAYAN_IS_MAP_LEGEND (self));

  if (self->measure == measure)
    return;
  self->measure = measure;
  make_labels (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * bayan_map_legend_set_classes:
 *
 * Explains these classes from now on.
 */
void
bayan_map_legend_set_classes (BayanMapLegend *self, const BayanMapClasses *classes)
{
  g_return_if_fail (BAYAN_IS_MAP_LEGEND (self));

  if (self->labels[0] != NULL && bayan_map_classes_equal (&self->classes, classes))
    return;
  self->classes = *classes;
  make_labels (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
