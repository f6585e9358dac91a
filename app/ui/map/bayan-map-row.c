/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-map-row.h"

#include <math.h>

#include "bayan-map-words.h"
#include "bayan-share-bar.h"

struct _BayanMapRow {
  GtkWidget parent_instance;

  GtkLabel *name;
  BayanShareBar *bar;
  GtkLabel *count;

  BayanAreaItem *item; /* NULL while the row rests */
  GSignalGroup *item_signals;
  BayanMeasure measure;
  double most; /* the figure that fills the bar */
};

G_DEFINE_FINAL_TYPE (BayanMapRow, bayan_map_row, GTK_TYPE_WIDGET)

/* The list item has the focus, not the row inside it. */
static void
name_list_item (BayanMapRow *self, const char *name, double figure)
{
  GtkWidget *list_item = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *spoken = bayan_map_words_spoken (self->measure, figure);
  g_autofree char *words = g_strdup_printf ("%s, %s", name, spoken);

  if (list_item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (list_item), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
show (BayanMapRow *self)
{
  const char *name, *other;
  double figure, filled;
  g_autofree char *count = NULL;

  if (self->item == NULL)
    return;
  name = bayan_map_words_area (self->item, &other);
  figure = bayan_area_item_get_figure (self->item);
  filled = self->most > 0 ? fabs (figure) / self->most : 0;
  count = bayan_map_words_figure (self->measure, figure);
  gtk_label_set_label (self->name, name);
  /* Setting a tooltip asks the display where the pointer is, and counts change by the dozen. */
  if (g_strcmp0 (gtk_widget_get_tooltip_text (GTK_WIDGET (self)), other) != 0)
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), other);
  gtk_label_set_label (self->count, count);
  bayan_share_bar_set_shares (self->bar, filled, filled * bayan_area_item_get_confirmed_part (self->item));
  name_list_item (self, name, figure);
}

static void
bayan_map_row_dispose (GObject *object)
{
  BayanMapRow *self = BAYAN_MAP_ROW (object);
  GtkWidget *child;

  g_clear_object (&self->item_signals);
  g_clear_object (&self->item);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (bayan_map_row_parent_class)->dispose (object);
}

static void
bayan_map_row_class_init (BayanMapRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bayan_map_row_dispose;
  g_type_ensure (BAYAN_TYPE_SHARE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bayandesk/Bayan/ui/map/bayan-map-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanMapRow, name);
  gtk_widget_class_bind_template_child (widget_class, BayanMapRow, bar);
  gtk_widget_class_bind_template_child (widget_class, BayanMapRow, count);
}

static void
bayan_map_row_init (BayanMapRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bayan_share_bar_set_mention_type (self->bar, BAYAN_MENTION_GPE);
  self->item_signals = g_signal_group_new (BAYAN_TYPE_AREA_ITEM);
  g_signal_group_connect_swapped (self->item_signals, "changed", G_CALLBACK (show), self);
}

GtkWidget *
bayan_map_row_new (void)
{
  return g_object_new (BAYAN_TYPE_MAP_ROW, NULL);
}

/**
 * bayan_map_row_show:
 * @item: (nullable): an area to show and to follow; %NULL when the row is put aside
 */
void
bayan_map_row_show (BayanMapRow *self, BayanAreaItem *item)
{
  g_return_if_fail (BAYAN_IS_MAP_ROW (self));

  g_set_object (&self->item, item);
  g_signal_group_set_target (self->item_signals, item);
  show (self);
}

/* Returns: (nullable) */
BayanAreaItem *
bayan_map_row_get_item (BayanMapRow *self)
{
  return self->item;
}

/**
 * bayan_map_row_set_scale:
 * @measure: what the figures are
 * @most: the figure that fills the bar
 */
void
bayan_map_row_set_scale (BayanMapRow *self, BayanMeasure measure, double most)
{
  g_return_if_fail (BAYAN_IS_MAP_ROW (self));

  if (self->measure == measure && self->most == most)
    return;
  self->measure = measure;
  self->most = most;
  show (self);
}
