/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-entity-row.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-language.h"
#include "bayan-share-bar.h"
#include "bayan-type-style.h"

struct _BayanEntityRow {
  GtkWidget parent_instance;

  GtkWidget *arrow;
  GtkLabel *name;
  GtkLabel *other_name;
  BayanShareBar *bar;
  GtkLabel *count;

  BayanEntityItem *item;         /* NULL on a heading */
  BayanEntityGroup *group;       /* the heading, or that of @item; NULL while the row rests */
  GSignalGroup *item_signals;
  GSignalGroup *group_signals;
};

G_DEFINE_FINAL_TYPE (BayanEntityRow, bayan_entity_row, GTK_TYPE_WIDGET)

static void
set_label (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  if (bayan_language_is_rtl_text (text))
    gtk_widget_add_css_class (GTK_WIDGET (label), "arabic");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (label), "arabic");
}

/* The list item is what has the focus, not this widget inside it. */
static void
name_list_item (BayanEntityRow *self, const char *name)
{
  GtkWidget *list_item = gtk_widget_get_parent (GTK_WIDGET (self));

  if (list_item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (list_item), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_heading (BayanEntityRow *self)
{
  const char *heading = bayan_type_style_get_heading (bayan_entity_group_get_mention_type (self->group));
  gboolean folded = bayan_entity_group_get_folded (self->group);
  g_autofree char *count = g_strdup_printf ("%u", bayan_entity_group_get_n_entities (self->group));
  g_autofree char *name = g_strdup_printf ("%s, %s", heading, count);
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow), !folded    ? "pan-down-symbolic"
                                                         : mirrored ? "pan-start-symbolic"
                                                                    : "pan-end-symbolic");
  gtk_label_set_label (self->name, heading);
  gtk_widget_remove_css_class (GTK_WIDGET (self->name), "arabic");
  gtk_label_set_label (self->other_name, "");
  gtk_label_set_label (self->count, count);
  name_list_item (self, name);
  if (gtk_widget_get_parent (GTK_WIDGET (self)) != NULL)
    gtk_accessible_update_state (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (self))),
                                 GTK_ACCESSIBLE_STATE_EXPANDED, !folded, -1);
}

static void
show_bar (BayanEntityRow *self)
{
  double most = MAX (bayan_entity_group_get_most (self->group), 1);

  bayan_share_bar_set_mention_type (self->bar, bayan_entity_item_get_mention_type (self->item));
  bayan_share_bar_set_shares (self->bar, bayan_entity_item_get_count (self->item) / most,
                              bayan_entity_item_get_n_confirmed (self->item) / most);
}

static char *
describe_counts (BayanEntityRow *self)
{
  guint n_mentions = bayan_entity_item_get_count (self->item);
  guint n_confirmed = bayan_entity_item_get_n_confirmed (self->item);
  g_autofree char *mentions = g_strdup_printf (ngettext ("%u mention", "%u mentions", n_mentions), n_mentions);
  g_autofree char *confirmed = g_strdup_printf (ngettext ("%u confirmed", "%u confirmed", n_confirmed), n_confirmed);

  return g_strdup_printf ("%s, %s", mentions, confirmed);
}

static void
show_entity (BayanEntityRow *self)
{
  const BayanEntity *entity = bayan_entity_item_get_entity (self->item);
  const char *name = bayan_language_get_entity_name (entity);
  const char *other = bayan_language_get_entity_other_name (entity);
  g_autofree char *count = g_strdup_printf ("%u", bayan_entity_item_get_count (self->item));
  g_autofree char *counts = describe_counts (self);
  g_autofree char *accessible_name = other != NULL ? g_strdup_printf ("%s, %s, %s", name, other, counts)
                                                   : g_strdup_printf ("%s, %s", name, counts);
  g_autofree char *tip = other != NULL ? g_strdup_printf ("%s\n%s\n%s", name, other, counts)
                                       : g_strdup_printf ("%s\n%s", name, counts);

  set_label (self->name, name);
  set_label (self->other_name, other);
  gtk_label_set_label (self->count, count);
  show_bar (self);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tip);
  name_list_item (self, accessible_name);
}

static void
show (BayanEntityRow *self)
{
  if (self->group == NULL)
    return;
  if (self->item != NULL)
    show_entity (self);
  else
    show_heading (self);
}

static void
switch_kind (BayanEntityRow *self)
{
  gboolean heading = self->item == NULL;

  gtk_widget_set_visible (self->arrow, heading);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), !heading);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), !heading);
  if (heading)
    gtk_widget_add_css_class (GTK_WIDGET (self), "entity-heading");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "entity-heading");
}

static void
bayan_entity_row_dispose (GObject *object)
{
  BayanEntityRow *self = BAYAN_ENTITY_ROW (object);
  GtkWidget *child;

  g_clear_object (&self->item_signals);
  g_clear_object (&self->group_signals);
  g_clear_object (&self->item);
  g_clear_object (&self->group);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (bayan_entity_row_parent_class)->dispose (object);
}

static void
bayan_entity_row_class_init (BayanEntityRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bayan_entity_row_dispose;
  g_type_ensure (BAYAN_TYPE_SHARE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bayandesk/Bayan/ui/entities/bayan-entity-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanEntityRow, arrow);
  gtk_widget_class_bind_template_child (widget_class, BayanEntityRow, name);
  gtk_widget_class_bind_template_child (widget_class, BayanEntityRow, other_name);
  gtk_widget_class_bind_template_child (widget_class, BayanEntityRow, bar);
  gtk_widget_class_bind_template_child (widget_class, BayanEntityRow, count);
}

static void
bayan_entity_row_init (BayanEntityRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->item_signals = g_signal_group_new (BAYAN_TYPE_ENTITY_ITEM);
  g_signal_group_connect_swapped (self->item_signals, "notify", G_CALLBACK (show), self);
  self->group_signals = g_signal_group_new (BAYAN_TYPE_ENTITY_GROUP);
  g_signal_group_connect_swapped (self->group_signals, "changed", G_CALLBACK (show), self);
}

GtkWidget *
bayan_entity_row_new (void)
{
  return g_object_new (BAYAN_TYPE_ENTITY_ROW, NULL);
}

/**
 * bayan_entity_row_show:
 * @lines: the list that @line is of
 * @line: (nullable): a BayanEntityGroup or BayanEntityItem to show and to follow; NULL when the row is put aside
 */
void
bayan_entity_row_show (BayanEntityRow *self, BayanEntityLines *lines, GObject *line)
{
  BayanEntityItem *item = BAYAN_IS_ENTITY_ITEM (line) ? BAYAN_ENTITY_ITEM (line) : NULL;
  BayanEntityGroup *group = NULL;

  g_return_if_fail (BAYAN_IS_ENTITY_ROW (self));

  if (item != NULL)
    group = bayan_entity_lines_get_group (lines, bayan_entity_item_get_mention_type (item));
  else if (line != NULL)
    group = BAYAN_ENTITY_GROUP (line);
  g_set_object (&self->item, item);
  g_set_object (&self->group, group);
  g_signal_group_set_target (self->item_signals, item);
  g_signal_group_set_target (self->group_signals, group);
  if (group != NULL)
    switch_kind (self);
  show (self);
}

/**
 * bayan_entity_row_get_line:
 *
 * Returns: (transfer none) (nullable): what the row shows
 */
GObject *
bayan_entity_row_get_line (BayanEntityRow *self)
{
  g_return_val_if_fail (BAYAN_IS_ENTITY_ROW (self), NULL);
  return self->item != NULL ? G_OBJECT (self->item) : (GObject *) self->group;
}
