/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where entities lie: what the analyst says goes before the tables. */
#include "bayan-desk-private.h"

#include <math.h>
#include <string.h>

#include "bayan-countries.h"
#include "bayan-location.h"
#include "bayan-provinces.h"

/* Saying */

/**
 * bayan_desk_can_place_entity:
 *
 * Returns: FALSE where there is no such entity, or none that lies anywhere: a person, an office, a law; and for a state, which
 *   is the map
 */
gboolean
bayan_desk_can_place_entity (BayanDesk *self, const char *key)
{
  if (!bayan_desk_can_change_entity (self, key) || g_str_has_prefix (key, "iso:"))
    return FALSE;
  switch (bayan_entity_item_get_mention_type (bayan_desk_find_entity (self, key)))
    {
    case BAYAN_MENTION_GPE:
    case BAYAN_MENTION_LOC:
    case BAYAN_MENTION_ORG:
    case BAYAN_MENTION_EVENT:
    case BAYAN_MENTION_FAC:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
place (BayanDesk *self, const char *key, const char *area, double latitude, double longitude)
{
  g_autoptr (BayanOwnEntity) own = NULL;

  if (!bayan_desk_can_place_entity (self, key))
    return;
  own = bayan_own_entity_dup (bayan_entity_item_get_own (bayan_desk_find_entity (self, key)));
  bayan_own_entity_set_text (&own->area, area);
  own->latitude = latitude;
  own->longitude = longitude;
  bayan_desk_say_of_entity (self, key, own);
}

/* Returns: the area that is said of it, "" for none */
static const char *
get_own_area (BayanDesk *self, const char *key)
{
  BayanEntityItem *item = bayan_desk_find_entity (self, key);
  const BayanOwnEntity *own = item != NULL ? bayan_entity_item_get_own (item) : NULL;

  return own != NULL && !g_str_equal (own->area, BAYAN_AREA_NOWHERE) ? own->area : "";
}

/**
 * bayan_desk_place_entity:
 * @latitude: degrees
 * @longitude: degrees; NAN takes back the position that was said, and leaves the area
 *
 * It lies there from now on, in the province or state that the map has there; at sea, in the one that was said before.
 */
void
bayan_desk_place_entity (BayanDesk *self, const char *key, double latitude, double longitude)
{
  g_autofree char *area = isnan (longitude) ? NULL : bayan_location_find_area (latitude, longitude);

  place (self, key, area != NULL ? area : get_own_area (self, key), latitude, longitude);
}

/**
 * bayan_desk_put_entity_in:
 * @area: the key of a state or a province, see bayan_desk_find_areas(); "" takes back what was said
 *
 * It lies in that area from now on. A position that was said of it stays: borders are not everywhere where the map has them.
 */
void
bayan_desk_put_entity_in (BayanDesk *self, const char *key, const char *area)
{
  BayanEntityItem *item = bayan_desk_find_entity (self, key);
  const BayanOwnEntity *own = item != NULL ? bayan_entity_item_get_own (item) : NULL;

  place (self, key, area, own != NULL ? own->latitude : (double) NAN,
         own != NULL ? own->longitude : (double) NAN);
}

/* It is nowhere on the map from now on. What was said goes; where the tables have a place for it, it is said that it has none. */
void
bayan_desk_take_off_map (BayanDesk *self, const char *key)
{
  BayanLocation location;

  place (self, key, bayan_location_find (key, &location) ? BAYAN_AREA_NOWHERE : "", (double) NAN,
         (double) NAN);
}

/* It lies where the tables have it, if they do. */
void
bayan_desk_place_as_found (BayanDesk *self, const char *key)
{
  place (self, key, "", (double) NAN, (double) NAN);
}

/**
 * bayan_desk_list_placed:
 *
 * Returns: (transfer full) (element-type BayanEntityItem): those of which the analyst says where they lie
 */
GPtrArray *
bayan_desk_list_placed (BayanDesk *self)
{
  GPtrArray *placed = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->placed);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    g_ptr_array_add (placed, g_object_ref (item));
  return placed;
}

/* Names of areas, as they are compared */

static gboolean
is_called (const char *name, const char *folded)
{
  g_autofree char *one = bayan_desk_fold_words (name);

  return strcmp (one, folded) == 0;
}

static gboolean
is_one_called (const char *const *names, const char *folded)
{
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (is_called (names[i], folded))
      return TRUE;
  return FALSE;
}

static gboolean
is_country_called (const BayanCountry *country, const char *folded)
{
  return is_called (country->iso3, folded) || is_called (country->iso2, folded)
         || is_called (country->name_ar, folded) || is_called (country->label_ar, folded)
         || is_called (country->name_en, folded) || is_one_called (country->variants_ar, folded)
         || is_one_called (country->variants_en, folded);
}

/* The table has provinces without the word for what they are. */
static const char *
skip_kind (const char *folded)
{
  static const char *const KINDS[] = { "محافظة", "ولاية", "إقليم", "منطقة", "province of", "governorate of" };

  for (guint i = 0; i < G_N_ELEMENTS (KINDS); i++)
    {
      g_autofree char *kind = bayan_desk_fold_words (KINDS[i]);

      if (g_str_has_prefix (folded, kind) && folded[strlen (kind)] == ' ')
        return folded + strlen (kind) + 1;
    }
  return folded;
}

static gboolean
is_province_called (const BayanProvince *province, const char *folded)
{
  return is_called (province->name_ar, folded) || is_called (province->name_en, folded)
         || is_one_called (province->variants_ar, folded);
}

static char *
fold_part (const char *words, const char *end)
{
  g_autofree char *part = g_strndup (words, (gsize) (end - words));

  return g_strstrip (bayan_desk_fold_words (part));
}

static GPtrArray *
find_countries (const char *folded)
{
  GPtrArray *found = g_ptr_array_new ();
  guint n_countries;
  const BayanCountry *countries = bayan_countries_get_all (&n_countries);

  for (guint i = 0; i < n_countries; i++)
    if (is_country_called (&countries[i], folded))
      g_ptr_array_add (found, (gpointer) &countries[i]);
  return found;
}

static gboolean
holds (const GPtrArray *countries, const char *iso3)
{
  for (guint i = 0; i < countries->len; i++)
    if (g_str_equal (((const BayanCountry *) countries->pdata[i])->iso3, iso3))
      return TRUE;
  return FALSE;
}

/* @within: (nullable): in one of which it lies */
static void
add_provinces (GPtrArray *areas, const char *folded, const GPtrArray *within)
{
  const char *name = skip_kind (folded);
  guint n_provinces;
  const BayanProvince *provinces = bayan_provinces_get_all (&n_provinces);

  for (guint i = 0; i < n_provinces; i++)
    if ((within == NULL || holds (within, provinces[i].iso3)) && is_province_called (&provinces[i], name))
      g_ptr_array_add (areas, g_strconcat ("adm1:", provinces[i].key, NULL));
}

/* The last comma of either script, with a country behind it */
static const char *
find_comma (const char *words, const char **behind)
{
  const char *latin = strrchr (words, ','), *arabic = g_strrstr (words, "،");
  const char *comma = latin == NULL || (arabic != NULL && arabic > latin) ? arabic : latin;

  if (comma != NULL)
    *behind = comma + (comma == arabic ? strlen ("،") : 1);
  return comma;
}

/**
 * bayan_desk_find_areas:
 * @words: the name or code of a state; the name of a province, with its state behind a comma where there is more than one:
 *   "Nineveh, Iraq"
 *
 * Returns: (transfer full) (element-type utf8): the keys of those that are called so, states first
 */
GPtrArray *
bayan_desk_find_areas (const char *words)
{
  GPtrArray *areas = g_ptr_array_new_with_free_func (g_free);
  const char *behind = NULL, *comma = find_comma (words, &behind);
  g_autofree char *whole = fold_part (words, words + strlen (words));
  g_autoptr (GPtrArray) countries = find_countries (whole);

  for (guint i = 0; i < countries->len; i++)
    g_ptr_array_add (areas, g_strconcat ("iso:", ((const BayanCountry *) countries->pdata[i])->iso3, NULL));
  add_provinces (areas, whole, NULL);
  if (areas->len == 0 && comma != NULL)
    {
      g_autofree char *province = fold_part (words, comma),
                      *state = fold_part (behind, behind + strlen (behind));
      g_autoptr (GPtrArray) within = find_countries (state);

      add_provinces (areas, province, within);
    }
  return areas;
}
