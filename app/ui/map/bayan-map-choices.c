/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-map-choices.h"

#include "bayan-config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "bayan-map-words.h"

#define MEMORY_KEY "map-count"

struct _BayanMapChoices {
  GtkWidget parent_instance;

  BayanDesk *desk;
  GSignalGroup *desk_signals;
  GSimpleActionGroup *actions;

  GtkDropDown *level;
  GtkMenuButton *measure;
};

G_DEFINE_FINAL_TYPE (BayanMapChoices, bayan_map_choices, GTK_TYPE_WIDGET)

static const char *const measure_names[BAYAN_N_MEASURES] = { "mentions", "statements", "rate", "change" };

static const struct {
  const char *action;
  BayanWays way;
} WAYS[] = {
  { "by-name", BAYAN_WAY_NAME },
  { "by-adjective", BAYAN_WAY_ADJECTIVE },
  { "by-office", BAYAN_WAY_OFFICE },
  { "by-place", BAYAN_WAY_INSIDE },
};

static GSimpleAction *
get_action (BayanMapChoices *self, const char *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name));
}

/* What is chosen, as the controls show it */

static void
show (BayanMapChoices *self)
{
  const BayanAreaView *view = bayan_desk_get_area_view (self->desk);
  BayanMeasure measure = bayan_desk_get_measure (self->desk);
  gboolean has_ways = view->level == BAYAN_LEVEL_COUNTRIES || view->level == BAYAN_LEVEL_M49;

  gtk_drop_down_set_selected (self->level, view->level);
  gtk_menu_button_set_label (self->measure, bayan_map_words_measure (measure));
  g_simple_action_set_state (get_action (self, "measure"), g_variant_new_string (measure_names[measure]));
  g_simple_action_set_state (get_action (self, "confirmed-only"),
                             g_variant_new_boolean (view->confirmed_only));
  for (guint i = 0; i < G_N_ELEMENTS (WAYS); i++)
    {
      g_simple_action_set_state (get_action (self, WAYS[i].action),
                                 g_variant_new_boolean ((view->ways & WAYS[i].way) != 0));
      /* Regions, provinces and places are named by their names only. */
      g_simple_action_set_enabled (get_action (self, WAYS[i].action), has_ways);
    }
}

static void
remember (BayanMapChoices *self)
{
  const BayanAreaView *view = bayan_desk_get_area_view (self->desk);
  g_autofree char *words = g_strdup_printf ("%s %s %u %d", bayan_area_level_to_string (view->level),
                                            measure_names[bayan_desk_get_measure (self->desk)],
                                            (guint) view->ways, view->confirmed_only);

  if (bayan_desk_get_state (self->desk) == BAYAN_DESK_READY)
    bayan_desk_set_memory (self->desk, MEMORY_KEY, words);
}

static void
set_view (BayanMapChoices *self, BayanAreaView view)
{
  bayan_desk_set_area_view (self->desk, &view);
  remember (self);
  show (self);
}

static gboolean
measure_from_string (const char *string, BayanMeasure *measure)
{
  for (guint i = 0; i < BAYAN_N_MEASURES; i++)
    if (g_str_equal (string, measure_names[i]))
      {
        *measure = (BayanMeasure) i;
        return TRUE;
      }
  return FALSE;
}

/* Another library may have been looked at in another way. */
static void
recall (BayanMapChoices *self)
{
  const char *words = bayan_desk_get_memory (self->desk, MEMORY_KEY);
  BayanAreaView view = BAYAN_AREA_VIEW_USUAL;
  BayanMeasure measure = BAYAN_MEASURE_MENTIONS;
  char level[16], name[16];
  guint ways;
  int confirmed_only;

  if (words != NULL && sscanf (words, "%15s %15s %u %d", level, name, &ways, &confirmed_only) == 4
      && bayan_area_level_from_string (level, &view.level) && measure_from_string (name, &measure))
    {
      view.ways = (BayanWays) (ways & BAYAN_WAYS_ALL);
      view.confirmed_only = confirmed_only != 0;
    }
  bayan_desk_set_measure (self->desk, measure);
  bayan_desk_set_area_view (self->desk, &view);
  show (self);
}

/* What the analyst chooses */

static void
level_changed_cb (BayanMapChoices *self)
{
  guint level = gtk_drop_down_get_selected (self->level);
  BayanAreaView view;

  if (self->desk == NULL || level >= BAYAN_N_LEVELS)
    return;
  view = *bayan_desk_get_area_view (self->desk);
  if (view.level == level)
    return;
  view.level = (BayanAreaLevel) level;
  set_view (self, view);
}

static void
measure_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  BayanMapChoices *self = data;
  BayanMeasure measure;

  if (!measure_from_string (g_variant_get_string (parameter, NULL), &measure))
    return;
  bayan_desk_set_measure (self->desk, measure);
  remember (self);
  show (self);
}

static void
way_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  BayanMapChoices *self = data;
  BayanAreaView view = *bayan_desk_get_area_view (self->desk);

  for (guint i = 0; i < G_N_ELEMENTS (WAYS); i++)
    if (g_str_equal (g_action_get_name (G_ACTION (action)), WAYS[i].action))
      view.ways ^= WAYS[i].way;
  set_view (self, view);
}

static void
confirmed_only_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  BayanMapChoices *self = data;
  BayanAreaView view = *bayan_desk_get_area_view (self->desk);

  view.confirmed_only = !view.confirmed_only;
  set_view (self, view);
}

static void
desk_state_changed_cb (BayanMapChoices *self)
{
  if (bayan_desk_get_state (self->desk) == BAYAN_DESK_READY)
    recall (self);
}

/* Life */

static void
dispose (GObject *object)
{
  BayanMapChoices *self = BAYAN_MAP_CHOICES (object);
  GtkWidget *child;

  g_clear_object (&self->desk_signals);
  g_clear_object (&self->desk);
  g_clear_object (&self->actions);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (bayan_map_choices_parent_class)->dispose (object);
}

static void
bayan_map_choices_class_init (BayanMapChoicesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bayandesk/Bayan/ui/map/bayan-map-choices.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanMapChoices, level);
  gtk_widget_class_bind_template_child (widget_class, BayanMapChoices, measure);
  gtk_widget_class_bind_template_callback (widget_class, level_changed_cb);
}

static void
fill_levels (BayanMapChoices *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < BAYAN_N_LEVELS; i++)
    gtk_string_list_append (names, bayan_map_words_level ((BayanAreaLevel) i));
  gtk_drop_down_set_model (self->level, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->level, BAYAN_LEVEL_COUNTRIES);
}

static void
bayan_map_choices_init (BayanMapChoices *self)
{
  static const GActionEntry entries[] = {
    { "measure", measure_cb, "s", "'mentions'", NULL, { 0 } },
    { "by-name", way_cb, NULL, "true", NULL, { 0 } },
    { "by-adjective", way_cb, NULL, "true", NULL, { 0 } },
    { "by-office", way_cb, NULL, "false", NULL, { 0 } },
    { "by-place", way_cb, NULL, "true", NULL, { 0 } },
    { "confirmed-only", confirmed_only_cb, NULL, "false", NULL, { 0 } },
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "count", G_ACTION_GROUP (self->actions));
  fill_levels (self);
}

/* To be called once. */
void
bayan_map_choices_set_desk (BayanMapChoices *self, BayanDesk *desk)
{
  g_return_if_fail (BAYAN_IS_MAP_CHOICES (self));

  self->desk = g_object_ref (desk);
  self->desk_signals = g_signal_group_new (BAYAN_TYPE_DESK);
  g_signal_group_connect_swapped (self->desk_signals, "notify::state", G_CALLBACK (desk_state_changed_cb),
                                  self);
  g_signal_group_set_target (self->desk_signals, self->desk);
  show (self);
  desk_state_changed_cb (self);
}
