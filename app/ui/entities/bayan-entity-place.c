/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-entity-place.h"

#include "bayan-config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "bayan-entity-fields.h"
#include "bayan-location.h"
#include "bayan-place-words.h"

/* Of areas that are called alike, so many are told. */
#define MOST_TOLD 4

struct _BayanEntityPlace {
  AdwBin parent_instance;
  BayanDesk *desk;
  char *key; /* nullable: of the entity that is shown */
  gboolean showing;

  AdwPreferencesGroup *group;
  AdwEntryRow *area, *position;
  GtkWidget *map_row, *remove_row, *found_row;
  GtkLabel *trouble;
};

enum { ACTED, ASKS_FOR_MAP, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BayanEntityPlace, bayan_entity_place, ADW_TYPE_BIN)

/* Showing */

static char *
dup_area (const BayanEntity *entity, const BayanLocation *location, gboolean is_located)
{
  g_autofree char *state = NULL;

  if (!is_located)
    return g_strdup ("");
  if (entity->area != NULL)
    return bayan_place_words_get_area (entity->area);
  if (g_str_has_prefix (entity->key, "adm1:"))
    return bayan_place_words_get_area (entity->key);
  state = g_strconcat ("iso:", location->iso3, NULL);
  return bayan_place_words_get_area (state);
}

static const char *
describe (const BayanEntity *entity, const BayanLocation *location, gboolean is_located)
{
  if (!is_located && entity->area != NULL)
    return _ ("You have taken it off the map.");
  if (!is_located)
    return _ ("It is not on the map. Say where it lies, and it is counted there; with a position it is a "
              "dot, too.");
  if (isnan (location->latitude))
    return _ ("It is counted for the country. With a position it is a dot on the map, too.");
  return entity->area != NULL ? _ ("It is on the map where you have put it.")
                              : _ ("It is on the map as it was found. What you write here goes before that.");
}

static void
show_rows (BayanEntityPlace *self, const BayanEntity *entity, gboolean is_located)
{
  BayanLocation found;

  gtk_widget_set_visible (self->remove_row, is_located);
  gtk_widget_set_visible (self->found_row, entity->area != NULL && bayan_location_find (entity->key, &found));
}

/**
 * bayan_entity_place_show:
 * @entity_key: (nullable): nothing is to be seen where it cannot be placed
 * @anyhow: what is written and not kept yet goes, too
 */
void
bayan_entity_place_show (BayanEntityPlace *self, BayanDesk *desk, const char *entity_key, gboolean anyhow)
{
  const BayanEntity *entity = bayan_desk_get_entity (desk, entity_key);
  gboolean can_place = entity != NULL && bayan_desk_can_place_entity (desk, entity_key);
  g_autofree char *area = NULL, *position = NULL;
  BayanLocation location;
  gboolean is_located;

  g_return_if_fail (BAYAN_IS_ENTITY_PLACE (self));

  gtk_widget_set_visible (GTK_WIDGET (self), can_place);
  if (!can_place)
    return;
  g_set_object (&self->desk, desk);
  g_free (self->key);
  self->key = g_strdup (entity_key);
  is_located = bayan_location_of_entity (entity, &location);
  area = dup_area (entity, &location, is_located);
  position = is_located ? bayan_coordinates_write (location.latitude, location.longitude) : g_strdup ("");
  self->showing = TRUE;
  bayan_entity_fields_show_text (self->area, area, anyhow);
  bayan_entity_fields_show_text (self->position, position, anyhow);
  self->showing = FALSE;
  adw_preferences_group_set_description (self->group, describe (entity, &location, is_located));
  show_rows (self, entity, is_located);
}

/* Acts */

static void
act (BayanEntityPlace *self)
{
  g_signal_emit (self, signals[ACTED], 0);
}

static void
take_back_trouble (BayanEntityPlace *self)
{
  bayan_entity_fields_show_trouble (self->trouble, GTK_WIDGET (self->area), NULL);
  bayan_entity_fields_show_trouble (self->trouble, GTK_WIDGET (self->position), NULL);
}

static void
row_changed_cb (BayanEntityPlace *self)
{
  if (!self->showing)
    take_back_trouble (self);
}

static char *
tell_several (const GPtrArray *areas)
{
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < areas->len && i < MOST_TOLD; i++)
    {
      g_autofree char *area = bayan_place_words_get_area (areas->pdata[i]);

      g_string_append_printf (told, "%s“%s”", i > 0 ? " · " : "", area);
    }
  return g_string_free (told, FALSE);
}

/* Returns: (transfer full) (nullable): what is wrong with the name of an area */
static char *
describe_trouble (const char *typed, const GPtrArray *areas)
{
  g_autofree char *several = NULL;

  if (areas->len == 1)
    return NULL;
  if (areas->len == 0)
    return g_strdup_printf (
        _ ("The map has no country or province that is called “%s”. Write it as the map has it, or give a "
           "position."),
        typed);
  several = tell_several (areas);
  return g_strdup_printf (_ ("Several are called so: %s. Write one of these."), several);
}

static void
area_applied_cb (BayanEntityPlace *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->area))));
  g_autoptr (GPtrArray) areas = bayan_desk_find_areas (typed);
  g_autofree char *trouble = *typed != '\0' ? describe_trouble (typed, areas) : NULL;

  bayan_entity_fields_show_trouble (self->trouble, GTK_WIDGET (self->area), trouble);
  if (trouble != NULL)
    return;
  bayan_entity_fields_remember (self->area, gtk_editable_get_text (GTK_EDITABLE (self->area)));
  act (self);
  bayan_desk_put_entity_in (self->desk, self->key, *typed != '\0' ? areas->pdata[0] : "");
}

static void
position_applied_cb (BayanEntityPlace *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->position))));
  double latitude = (double) NAN, longitude = (double) NAN;
  const char *trouble =
      *typed != '\0' ? bayan_place_words_get_problem (bayan_coordinates_read (typed, &latitude, &longitude))
                     : NULL;

  bayan_entity_fields_show_trouble (self->trouble, GTK_WIDGET (self->position), trouble);
  if (trouble != NULL)
    return;
  bayan_entity_fields_remember (self->position, gtk_editable_get_text (GTK_EDITABLE (self->position)));
  act (self);
  bayan_desk_place_entity (self->desk, self->key, latitude, longitude);
}

static void
on_map_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[ASKS_FOR_MAP], 0);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BayanEntityPlace *self = BAYAN_ENTITY_PLACE (widget);

  act (self);
  bayan_desk_take_off_map (self->desk, self->key);
}

static void
as_found_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BayanEntityPlace *self = BAYAN_ENTITY_PLACE (widget);

  act (self);
  bayan_desk_place_as_found (self->desk, self->key);
}

/* Life */

static void
dispose (GObject *object)
{
  BayanEntityPlace *self = BAYAN_ENTITY_PLACE (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->key, g_free);
  G_OBJECT_CLASS (bayan_entity_place_parent_class)->dispose (object);
}

static void
bayan_entity_place_class_init (BayanEntityPlaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bayandesk/Bayan/ui/entities/bayan-entity-place.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanEntityPlace, group);
  gtk_widget_class_bind_template_child (widget_class, BayanEntityPlace, area);
  gtk_widget_class_bind_template_child (widget_class, BayanEntityPlace, position);
  gtk_widget_class_bind_template_child (widget_class, BayanEntityPlace, map_row);
  gtk_widget_class_bind_template_child (widget_class, BayanEntityPlace, remove_row);
  gtk_widget_class_bind_template_child (widget_class, BayanEntityPlace, found_row);
  gtk_widget_class_bind_template_child (widget_class, BayanEntityPlace, trouble);
  gtk_widget_class_bind_template_callback (widget_class, area_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, position_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_changed_cb);
  gtk_widget_class_install_action (widget_class, "entity-place.on-map", NULL, on_map_action);
  gtk_widget_class_install_action (widget_class, "entity-place.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "entity-place.as-found", NULL, as_found_action);
  signals[ACTED] = g_signal_new ("acted", BAYAN_TYPE_ENTITY_PLACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[ASKS_FOR_MAP] = g_signal_new ("asks-for-map", BAYAN_TYPE_ENTITY_PLACE, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);
}

static void
bayan_entity_place_init (BayanEntityPlace *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
