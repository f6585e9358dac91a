/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-type-dot.h"

#include <adwaita.h>

#include "bayan-label-style.h"
#include "bayan-type-style.h"

#define DIAMETER_PX 10

struct _BayanTypeDot {
  GtkWidget parent_instance;

  BayanMentionType type;
  guint32 colour; /* of a label, instead of the type's */
  gboolean has_colour;
};

G_DEFINE_FINAL_TYPE (BayanTypeDot, bayan_type_dot, GTK_TYPE_WIDGET)

static void
bayan_type_dot_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = DIAMETER_PX;
}

static void
bayan_type_dot_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  BayanTypeDot *self = BAYAN_TYPE_DOT (widget);
  GdkRGBA colour = self->has_colour ? bayan_label_style_get_shade (self->colour, dark)
                                    : bayan_type_style_get_colour (self->type, dark);
  float x = (float) (gtk_widget_get_width (widget) - DIAMETER_PX) / 2;
  float y = (float) (gtk_widget_get_height (widget) - DIAMETER_PX) / 2;
  graphene_rect_t box = GRAPHENE_RECT_INIT (x, y, DIAMETER_PX, DIAMETER_PX);
  GskRoundedRect circle;

  gsk_rounded_rect_init_from_rect (&circle, &box, (float) DIAMETER_PX / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &circle);
  gtk_snapshot_append_color (snapshot, &colour, &box);
  gtk_snapshot_pop (snapshot);
}

static void
bayan_type_dot_class_init (BayanTypeDotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = bayan_type_dot_measure;
  widget_class->snapshot = bayan_type_dot_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
bayan_type_dot_init (BayanTypeDot *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
bayan_type_dot_new (BayanMentionType type)
{
  BayanTypeDot *self = g_object_new (BAYAN_TYPE_TYPE_DOT, NULL);

  self->type = type;
  return GTK_WIDGET (self);
}

void
bayan_type_dot_set_mention_type (BayanTypeDot *self, BayanMentionType type)
{
  g_return_if_fail (BAYAN_IS_TYPE_DOT (self));

  self->type = type;
  self->has_colour = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
bayan_type_dot_set_colour (BayanTypeDot *self, guint32 colour)
{
  g_return_if_fail (BAYAN_IS_TYPE_DOT (self));
  self->colour = colour;
  self->has_colour = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
