/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-map-counts.h"

#include <math.h>

#include "bayan-location.h"

static void
clear_place (gpointer data)
{
  BayanMapPlace *place = data;

  g_object_unref (place->item);
}

static GArray *
new_places (void)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (BayanMapPlace));

  g_array_set_clear_func (places, clear_place);
  return places;
}

void
bayan_map_counts_init (BayanMapCounts *self, const BayanMapAtlas *atlas)
{
  *self = (BayanMapCounts) { .states = g_new0 (guint, atlas->n_states) };
  self->places = new_places ();
  self->spots = g_hash_table_new_full (NULL, NULL, g_object_unref, g_free);
}

void
bayan_map_counts_clear (BayanMapCounts *self)
{
  g_clear_pointer (&self->states, g_free);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->spots, g_hash_table_unref);
}

/* Seas and regions are named, but a dot in their middle would say nothing.
 *
 * Returns: (transfer full) (nullable) */
static BayanMapSpot *
find_spot (const BayanMapAtlas *atlas, const char *key)
{
  BayanLocation location;
  BayanMapSpot *spot;
  double x, y;

  if (!g_str_has_prefix (key, "place:") && !g_str_has_prefix (key, "adm1:"))
    return NULL;
  if (!bayan_location_find (key, &location) || isnan (location.latitude))
    return NULL;
  bayan_projection_forward (atlas->projection, bayan_projection_wrap_longitude (location.longitude),
                            location.latitude, &x, &y);
  spot = g_new (BayanMapSpot, 1);
  *spot = (BayanMapSpot) { (float) x, (float) y };
  return spot;
}

/* Where @item lies is looked up once: its key never changes. */
static const BayanMapSpot *
get_spot (BayanMapCounts *self, const BayanMapAtlas *atlas, BayanEntityItem *item)
{
  gpointer spot;

  if (g_hash_table_lookup_extended (self->spots, item, NULL, &spot))
    return spot;
  spot = find_spot (atlas, bayan_entity_item_get_key (item));
  g_hash_table_insert (self->spots, g_object_ref (item), spot);
  return spot;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  guint one = ((const BayanMapPlace *) a)->n_mentions, other = ((const BayanMapPlace *) b)->n_mentions;

  return one > other ? -1 : one < other;
}

/* Types follow one another in the list, those of places first: what comes behind them need not be looked at.
 */
static GArray *
find_places (BayanMapCounts *self, const BayanMapAtlas *atlas, GListModel *entities)
{
  GArray *places = new_places ();
  guint n_entities = g_list_model_get_n_items (entities);

  for (guint i = 0; i < n_entities; i++)
    {
      g_autoptr (BayanEntityItem) item = g_list_model_get_item (entities, i);
      BayanMapPlace place = { .n_mentions = bayan_entity_item_get_count (item) };
      const BayanMapSpot *spot;

      if (bayan_entity_item_get_mention_type (item) > BAYAN_MENTION_LOC)
        break;
      spot = place.n_mentions > 0 ? get_spot (self, atlas, item) : NULL;
      if (spot == NULL)
        continue;
      place.spot = *spot;
      place.item = g_steal_pointer (&item);
      g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);
  return places;
}

static gboolean
are_same_places (const GArray *one, const GArray *other)
{
  for (guint i = 0; one->len == other->len && i < one->len; i++)
    {
      const BayanMapPlace *a = &g_array_index (one, BayanMapPlace, i);
      const BayanMapPlace *b = &g_array_index (other, BayanMapPlace, i);

      if (a->item != b->item || a->n_mentions != b->n_mentions)
        return FALSE;
    }
  return one->len == other->len;
}

/* Returns: whether they are other ones, or mentioned more or less often */
static gboolean
take_places (BayanMapCounts *self, const BayanMapAtlas *atlas, GListModel *entities)
{
  GArray *places;
  gboolean differs;

  if (g_list_model_get_n_items (entities) == 0)
    g_hash_table_remove_all (self->spots);
  places = find_places (self, atlas, entities);
  differs = !are_same_places (self->places, places);
  g_array_unref (self->places);
  self->places = places;
  return differs;
}

/**
 * bayan_map_counts_take:
 *
 * Takes the numbers of @desk as they are now.
 *
 * Returns: what of it is different
 */
BayanMapNews
bayan_map_counts_take (BayanMapCounts *self, const BayanMapAtlas *atlas, BayanDesk *desk)
{
  BayanMapNews news = 0;

  for (guint i = 0; i < atlas->n_states; i++)
    {
      guint count = bayan_desk_get_country_count (desk, atlas->states[i].country->iso3);

      if (count != self->states[i])
        news |= BAYAN_MAP_NEWS_STATES;
      self->states[i] = count;
    }
  if ((news & BAYAN_MAP_NEWS_STATES) != 0)
    self->classes = bayan_map_classes_make (self->states, atlas->n_states);
  if (take_places (self, atlas, bayan_desk_get_entities (desk)))
    news |= BAYAN_MAP_NEWS_PLACES;
  return news;
}

/**
 * bayan_map_counts_make_palette:
 *
 * Returns: (transfer full): a pixel for the sea and behind it one for each unit, as BayanMapPainter takes
 * them
 */
guint32 *
bayan_map_counts_make_palette (const BayanMapCounts *self, const BayanMapAtlas *atlas, gboolean dark)
{
  guint n_units = atlas->n_units;
  guint32 *palette = g_new (guint32, n_units + 1);
  guint32 pixels[BAYAN_MAP_MOST_CLASSES + 1];
  GdkRGBA sea = bayan_map_colour (BAYAN_MAP_COLOUR_SEA, dark);

  for (guint number = 0; number <= self->classes.n_classes; number++)
    {
      GdkRGBA colour = bayan_map_class_colour (&self->classes, number, dark);

      pixels[number] = bayan_map_colour_to_pixel (&colour);
    }
  palette[0] = bayan_map_colour_to_pixel (&sea);
  for (guint i = 0; i < n_units; i++)
    palette[i + 1] = pixels[bayan_map_classes_find (&self->classes, self->states[atlas->state_of_unit[i]])];
  return palette;
}

guint
bayan_map_counts_get_n_named (const BayanMapCounts *self, const BayanMapAtlas *atlas)
{
  guint n_named = 0;

  for (guint i = 0; i < atlas->n_states; i++)
    n_named += self->states[i] > 0;
  return n_named;
}
