/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-share-bar.h"

#include <adwaita.h>

#include "bayan-type-style.h"

#define LEAST_LENGTH_PIXELS 24

struct _BayanShareBar {
  GtkWidget parent_instance;

  double filled, settled; /* 0–1 of the whole length; settled ≤ filled */
  BayanMentionType type;  /* whose colour it has; N_TYPES for that of the text */
};

G_DEFINE_FINAL_TYPE (BayanShareBar, bayan_share_bar, GTK_TYPE_WIDGET)

static GdkRGBA
get_colour (BayanShareBar *self)
{
  GdkRGBA colour;

  if (self->type < BAYAN_MENTION_N_TYPES)
    return bayan_type_style_get_colour (self->type,
                                        adw_style_manager_get_dark (adw_style_manager_get_default ()));
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
  return colour;
}

/* From the start of the line, on whichever side that is. */
static void
append_part (GtkSnapshot *snapshot, const graphene_rect_t *area, GdkRGBA colour, float alpha, double share,
             gboolean mirrored)
{
  float length = (float) (area->size.width * share);
  float left = mirrored ? area->origin.x + area->size.width - length : area->origin.x;

  colour.alpha *= alpha;
  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT (left, area->origin.y, length, area->size.height));
}

/**
 * bayan_share_bar_draw:
 * @area: the whole bar
 * @filled: 0–1, how much of it is there
 * @settled: 0–1, how much of the bar (not of @filled) is in full colour
 * @mirrored: whether it begins on the right
 *
 * Draws a bar for a widget that draws itself.
 */
void
bayan_share_bar_draw (GtkSnapshot *snapshot, const graphene_rect_t *area, const GdkRGBA *colour,
                      double filled, double settled, gboolean mirrored)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, area, area->size.height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  append_part (snapshot, area, *colour, 0.14f, 1, mirrored);
  append_part (snapshot, area, *colour, 0.5f, CLAMP (filled, 0, 1), mirrored);
  append_part (snapshot, area, *colour, 1, CLAMP (settled, 0, 1), mirrored);
  gtk_snapshot_pop (snapshot);
}

static void
bayan_share_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BayanShareBar *self = BAYAN_SHARE_BAR (widget);
  GdkRGBA colour = get_colour (self);
  float width = gtk_widget_get_width (widget);
  float height = gtk_widget_get_height (widget);

  bayan_share_bar_draw (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height), &colour, self->filled,
                        self->settled, gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);
}

static void
bayan_share_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_LENGTH_PIXELS
                                                                  : BAYAN_SHARE_BAR_PIXELS;
}

/* Light and dark have different colours of the same type. */
static void
bayan_share_bar_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (bayan_share_bar_parent_class)->css_changed (widget, change);
  gtk_widget_queue_draw (widget);
}

static void
bayan_share_bar_class_init (BayanShareBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = bayan_share_bar_snapshot;
  widget_class->measure = bayan_share_bar_measure;
  widget_class->css_changed = bayan_share_bar_css_changed;
  gtk_widget_class_set_css_name (widget_class, "sharebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
bayan_share_bar_init (BayanShareBar *self)
{
  self->type = BAYAN_MENTION_N_TYPES;
}

/**
 * bayan_share_bar_set_shares:
 * @filled: 0–1, how much of the bar is there
 * @settled: 0–1, how much of the bar (not of @filled) is in full colour
 */
void
bayan_share_bar_set_shares (BayanShareBar *self, double filled, double settled)
{
  g_return_if_fail (BAYAN_IS_SHARE_BAR (self));

  filled = CLAMP (filled, 0, 1);
  settled = CLAMP (settled, 0, filled);
  if (self->filled == filled && self->settled == settled)
    return;
  self->filled = filled;
  self->settled = settled;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * bayan_share_bar_set_mention_type:
 * @type: whose colour the bar takes
 */
void
bayan_share_bar_set_mention_type (BayanShareBar *self, BayanMentionType type)
{
  g_return_if_fail (BAYAN_IS_SHARE_BAR (self));

  if (self->type == type)
    return;
  self->type = type;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
