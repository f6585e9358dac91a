/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-areas.h"

#include <math.h>
#include <string.h>

#include "bayan-countries.h"
#include "bayan-geo-table.h"
#include "bayan-location.h"
#include "bayan-map-geometry.h"
#include "bayan-provinces.h"
#include "bayan-regions.h"

static const char *const level_names[BAYAN_N_LEVELS] = {
  "regions", "m49", "countries", "provinces", "places",
};

const char *
bayan_area_level_to_string (BayanAreaLevel level)
{
  return level_names[level];
}

gboolean
bayan_area_level_from_string (const char *string, BayanAreaLevel *level)
{
  for (guint i = 0; i < BAYAN_N_LEVELS; i++)
    if (g_strcmp0 (string, level_names[i]) == 0)
      {
        *level = (BayanAreaLevel) i;
        return TRUE;
      }
  return FALSE;
}

/* M49 */

typedef struct {
  const char *code, *name_en, *name_ar;
} Group;

typedef struct {
  Group *groups;
  guint n_groups;
} Groups;

static void
read_group (gpointer element, char **columns)
{
  *(Group *) element = (Group) { columns[0], columns[1], columns[2] };
}

static gpointer
load (gpointer nothing)
{
  Groups *self = g_new0 (Groups, 1);

  self->groups = bayan_geo_table_load ("m49.tsv", 3, sizeof (Group), read_group, &self->n_groups);
  return self;
}

static const Group *
find_group (const char *code)
{
  static GOnce once = G_ONCE_INIT;
  const Groups *all = g_once (&once, load, NULL);

  for (guint i = 0; i < all->n_groups; i++)
    if (g_str_equal (all->groups[i].code, code))
      return &all->groups[i];
  return NULL;
}

/* @depth: 1 of continents, 2 of their parts. Returns: (nullable) */
static const char *
group_of_country (const char *iso3, guint depth)
{
  const BayanCountry *country = iso3 != NULL ? bayan_country_find (iso3) : NULL;
  const char *const *groups = country != NULL ? country->m49_groups : NULL;

  return groups != NULL && g_strv_length ((char **) groups) > depth ? groups[depth] : NULL;
}

/**
 * bayan_area_get_m49_of_country:
 *
 * Returns: (nullable): the code of the smallest region of M49 that it is in: "145" of Iraq
 */
const char *
bayan_area_get_m49_of_country (const char *iso3)
{
  return group_of_country (iso3, 2);
}

static const char *
state_of_province (const char *key)
{
  const BayanProvince *province = bayan_province_find (key);

  return province != NULL ? province->iso3 : NULL;
}

/* Returns: (nullable): the group at @depth that all of @region lies in */
static const char *
group_of_region (const BayanRegion *region, guint depth)
{
  const char *code = NULL;

  for (guint i = 0; region->countries[i] != NULL; i++)
    {
      const char *of_this = group_of_country (region->countries[i], depth);

      if (of_this == NULL || (code != NULL && !g_str_equal (of_this, code)))
        return NULL;
      code = of_this;
    }
  for (guint i = 0; region->provinces[i] != NULL; i++)
    {
      const char *of_this = group_of_country (state_of_province (region->provinces[i]), depth);

      if (of_this == NULL || (code != NULL && !g_str_equal (of_this, code)))
        return NULL;
      code = of_this;
    }
  return code;
}

/* What a mention points to */

static char *
group_key (const char *code)
{
  return code != NULL ? g_strconcat ("m49:", code, NULL) : NULL;
}

/* By which way, and from mentions of which type, an entity points to a country. */
static const char *
aim_at_country (const char *key, BayanMentionType type, const char *iso3, BayanAreaAim *aim)
{
  *aim = (BayanAreaAim) { NULL, BAYAN_WAY_NAME, BAYAN_MENTION_N_TYPES };
  if (g_str_has_prefix (key, "iso:"))
    {
      aim->type = BAYAN_MENTION_GPE;
      return key + strlen ("iso:");
    }
  if (g_str_has_prefix (key, "adm1:") || g_str_has_prefix (key, "place:"))
    {
      aim->way = BAYAN_WAY_INSIDE;
      return iso3;
    }
  aim->type = BAYAN_MENTION_NORP;
  aim->way = BAYAN_WAY_ADJECTIVE;
  if (g_str_has_prefix (key, "nisba:"))
    return key + strlen ("nisba:");
  if (type == BAYAN_MENTION_NORP)
    return iso3;
  aim->type = BAYAN_MENTION_OCC;
  aim->way = BAYAN_WAY_OFFICE;
  return type == BAYAN_MENTION_OCC ? iso3 : NULL;
}

static BayanAreaAim
aim_at_m49 (const char *key, BayanMentionType type, const char *iso3)
{
  const BayanRegion *region = g_str_has_prefix (key, "region:") ? bayan_region_find (key + strlen ("region:"))
                                                                : NULL;
  const char *country, *code;
  BayanAreaAim aim;

  country = aim_at_country (key, type, iso3, &aim);
  if (region == NULL)
    {
      aim.key = group_key (bayan_area_get_m49_of_country (country));
      return aim;
    }
  code = group_of_region (region, 2);
  if (code == NULL)
    code = group_of_region (region, 1);
  return (BayanAreaAim) { group_key (code), BAYAN_WAY_NAME, BAYAN_MENTION_N_TYPES };
}

/* A region of the tables, or anything else that is named as one. */
static BayanAreaAim
aim_at_region (const char *key, BayanMentionType type)
{
  if (g_str_has_prefix (key, "region:"))
    return (BayanAreaAim) { g_strdup (key), BAYAN_WAY_NAME, BAYAN_MENTION_N_TYPES };
  if (type == BAYAN_MENTION_LOC)
    return (BayanAreaAim) { g_strdup (key), BAYAN_WAY_NAME, BAYAN_MENTION_LOC };
  return (BayanAreaAim) { NULL, BAYAN_WAY_NAME, BAYAN_MENTION_N_TYPES };
}

static BayanAreaAim
aim_by_key (BayanAreaLevel level, const BayanEntity *entity, const char *iso3)
{
  const char *own = level == BAYAN_LEVEL_PROVINCES ? "adm1:" : "place:";
  const char *country;
  BayanAreaAim aim;

  switch (level)
    {
    case BAYAN_LEVEL_REGIONS:
      return aim_at_region (entity->key, entity->type);
    case BAYAN_LEVEL_M49:
      return aim_at_m49 (entity->key, entity->type, iso3);
    case BAYAN_LEVEL_COUNTRIES:
      country = aim_at_country (entity->key, entity->type, iso3, &aim);
      aim.key = country != NULL ? g_strconcat ("iso:", country, NULL) : NULL;
      return aim;
    case BAYAN_LEVEL_PROVINCES:
    case BAYAN_LEVEL_PLACES:
    case BAYAN_N_LEVELS:
    default:
      return (BayanAreaAim) { g_str_has_prefix (entity->key, own) ? g_strdup (entity->key) : NULL,
                              BAYAN_WAY_NAME, BAYAN_MENTION_N_TYPES };
    }
}

/* The analyst has put it somewhere: into an area, with a position of its own or without. */
static BayanAreaAim
aim_by_hand (BayanAreaLevel level, const BayanEntity *entity)
{
  BayanAreaAim aim = { NULL, BAYAN_WAY_INSIDE, BAYAN_MENTION_N_TYPES };
  BayanLocation location;

  if (!bayan_location_of_entity (entity, &location))
    return aim;
  if (level == BAYAN_LEVEL_PLACES && !isnan (location.latitude))
    return (BayanAreaAim) { g_strdup (entity->key), BAYAN_WAY_NAME, BAYAN_MENTION_N_TYPES };
  if (level == BAYAN_LEVEL_PROVINCES && g_str_has_prefix (entity->area, "adm1:"))
    aim.key = g_strdup (entity->area);
  if (level == BAYAN_LEVEL_REGIONS && g_str_has_prefix (entity->area, "region:"))
    aim.key = g_strdup (entity->area);
  if (level == BAYAN_LEVEL_COUNTRIES && location.iso3 != NULL)
    aim.key = g_strconcat ("iso:", location.iso3, NULL);
  if (level == BAYAN_LEVEL_M49)
    aim.key = group_key (bayan_area_get_m49_of_country (location.iso3));
  return aim;
}

/**
 * bayan_area_aim:
 *
 * Says where the mentions of an entity point to. The type of a mention may be another than that of its entity.
 *
 * Returns: free its key
 */
BayanAreaAim
bayan_area_aim (BayanAreaLevel level, const BayanEntity *entity)
{
  if (entity->area != NULL)
    return aim_by_hand (level, entity);
  return aim_by_key (level, entity, entity->iso3 != NULL && *entity->iso3 != '\0' ? entity->iso3 : NULL);
}

/* What an area is */

/**
 * bayan_area_find_names:
 * @name_ar: (out):
 * @name_en: (out): strings of the tables
 *
 * Returns: whether the tables have it
 */
gboolean
bayan_area_find_names (const char *key, const char **name_ar, const char **name_en)
{
  BayanLocation location;

  if (g_str_has_prefix (key, "m49:"))
    {
      const Group *group = find_group (key + strlen ("m49:"));

      if (group == NULL)
        return FALSE;
      *name_ar = group->name_ar;
      *name_en = group->name_en;
      return TRUE;
    }
  if (!bayan_location_find (key, &location))
    return FALSE;
  *name_ar = location.name_ar;
  *name_en = location.name_en;
  return TRUE;
}

static gboolean
is_in_group (const char *iso3, const char *code)
{
  const BayanCountry *country = bayan_country_find (iso3);

  return country != NULL && bayan_country_is_in (country, code);
}

static gboolean
is_unit_of_region (const BayanMapUnit *unit, const BayanRegion *region)
{
  if (bayan_region_has_country (region, unit->iso3) || bayan_region_has_province (region, unit->key))
    return TRUE;
  for (guint i = 0; region->provinces[i] != NULL; i++)
    {
      const BayanProvince *province = bayan_province_find (region->provinces[i]);

      if (province != NULL && g_str_equal (province->unit, unit->key))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_unit_of (const BayanMapUnit *unit, const char *key)
{
  const BayanRegion *region;
  const BayanProvince *province;

  if (g_str_has_prefix (key, "iso:"))
    return g_str_equal (unit->iso3, key + strlen ("iso:"));
  if (g_str_has_prefix (key, "m49:"))
    return is_in_group (unit->iso3, key + strlen ("m49:"));
  if (g_str_has_prefix (key, "adm1:"))
    {
      province = bayan_province_find (key + strlen ("adm1:"));
      return province != NULL && g_str_equal (province->unit, unit->key);
    }
  region = g_str_has_prefix (key, "region:") ? bayan_region_find (key + strlen ("region:")) : NULL;
  return region != NULL && is_unit_of_region (unit, region);
}

/**
 * bayan_area_list_units:
 *
 * Returns: (transfer full) (element-type guint16): which units of the map it is made of, rising; none for a sea or a place
 */
GArray *
bayan_area_list_units (const char *key)
{
  const BayanMapGeometry *geometry = bayan_map_geometry_get (BAYAN_MAP_WORLD);
  GArray *units = g_array_new (FALSE, FALSE, sizeof (guint16));

  for (guint16 i = 0; i < geometry->n_units; i++)
    if (is_unit_of (&geometry->units[i], key))
      g_array_append_val (units, i);
  return units;
}
