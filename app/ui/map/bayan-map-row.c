/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-map-row.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-language.h"
#include "bayan-share-bar.h"

struct _BayanMapRow {
  GtkWidget parent_instance;

  GtkLabel *name;
  BayanShareBar *bar;
  GtkLabel *count;

  BayanEntityItem *item; /* NULL while the row rests */
  GSignalGroup *item_signals;
  guint most; /* the highest count of the list */
};

G_DEFINE_FINAL_TYPE (BayanMapRow, bayan_map_row, GTK_TYPE_WIDGET)

/* The list item has the focus, not the row inside it. */
static void
name_list_item (BayanMapRow *self, const char *name, guint n_mentions)
{
  GtkWidget *list_item = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *count = g_strdup_printf (ngettext ("%u mention", "%u mentions", n_mentions), n_mentions);
  g_autofree char *words = g_strdup_printf ("%s, %s", name, count);

  if (list_item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (list_item), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
show (BayanMapRow *self)
{
  const BayanEntity *entity;
  const char *other;
  guint n_mentions;
  g_autofree char *count = NULL;

  if (self->item == NULL)
    return;
  entity = bayan_entity_item_get_entity (self->item);
  other = bayan_language_get_entity_other_name (entity);
  n_mentions = bayan_entity_item_get_count (self->item);
  count = g_strdup_printf ("%u", n_mentions);
  gtk_label_set_label (self->name, bayan_language_get_entity_name (entity));
  /* Setting a tooltip asks the display where the pointer is, and counts change by the dozen. */
  if (g_strcmp0 (gtk_widget_get_tooltip_text (GTK_WIDGET (self)), other) != 0)
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), other);
  gtk_label_set_label (self->count, count);
  bayan_share_bar_set_shares (self->bar, (double) n_mentions / MAX (self->most, 1),
                              (double) bayan_entity_item_get_n_confirmed (self->item) / MAX (self->most, 1));
  name_list_item (self, bayan_language_get_entity_name (entity), n_mentions);
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
  self->item_signals = g_signal_group_new (BAYAN_TYPE_ENTITY_ITEM);
  g_signal_group_connect_swapped (self->item_signals, "notify", G_CALLBACK (show), self);
}

GtkWidget *
bayan_map_row_new (void)
{
  return g_object_new (BAYAN_TYPE_MAP_ROW, NULL);
}

/**
 * bayan_map_row_show:
 * @item: (nullable): a country to show and to follow; %NULL when the row is put aside
 */
void
bayan_map_row_show (BayanMapRow *self, BayanEntityItem *item)
{
  g_return_if_fail (BAYAN_IS_MAP_ROW (self));

  g_set_object (&self->item, item);
  g_signal_group_set_target (self->item_signals, item);
  show (self);
}

/**
 * bayan_map_row_set_most:
 * @most: the count that fills the bar
 */
void
bayan_map_row_set_most (BayanMapRow *self, guint most)
{
  g_return_if_fail (BAYAN_IS_MAP_ROW (self));

  if (self->most == most)
    return;
  self->most = most;
  show (self);
}
