/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-breakdown.h"

#include <string.h>

struct _BayanBreakdown {
  GHashTable *counts[BAYAN_BREAKDOWN_N_FIELDS]; /* key → count */
};

static const char *const field_names[BAYAN_BREAKDOWN_N_FIELDS] = {
  "countries_by_name", "countries_by_name_inside_org_names", "countries_by_nationality",
  "regions",           "regions_inside_org_names",
};

static void
count (BayanBreakdown *self, BayanBreakdownField field, const char *key)
{
  guint before = bayan_breakdown_get_count (self, field, key);

  g_hash_table_insert (self->counts[field], g_strdup (key), GUINT_TO_POINTER (before + 1));
}

/* The English name of a region; for one that no table names, its key without the scheme. */
static const char *
region_name (const BayanEntity *region)
{
  return region->name_en != NULL ? region->name_en : strchr (region->key, ':') + 1;
}

static void
count_mention (BayanBreakdown *self, const BayanMention *mention, const BayanEntity *entity,
               gboolean inside_org)
{
  switch (mention->type)
    {
    case BAYAN_MENTION_GPE:
      if (!g_str_has_prefix (entity->key, "iso:"))
        break;
      count (self, BAYAN_BREAKDOWN_COUNTRIES_BY_NAME, entity->key + strlen ("iso:"));
      if (inside_org)
        count (self, BAYAN_BREAKDOWN_COUNTRIES_BY_NAME_INSIDE_ORG_NAMES, entity->key + strlen ("iso:"));
      break;

    case BAYAN_MENTION_NORP:
      if (entity->iso3 != NULL)
        count (self, BAYAN_BREAKDOWN_COUNTRIES_BY_NATIONALITY, entity->iso3);
      break;

    case BAYAN_MENTION_LOC:
      count (self, inside_org ? BAYAN_BREAKDOWN_REGIONS_INSIDE_ORG_NAMES : BAYAN_BREAKDOWN_REGIONS,
             region_name (entity));
      break;

    default:
      break;
    }
}

static GHashTable *
index_entities (const BayanRecognition *recognition)
{
  GHashTable *entities = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < recognition->entities->len; i++)
    {
      BayanEntity *entity = g_ptr_array_index (recognition->entities, i);

      g_hash_table_insert (entities, entity->key, entity);
    }

  return entities;
}

/* Counts the mentions of @recognition, which are sorted by where they stand. */
BayanBreakdown *
bayan_breakdown_new (const BayanRecognition *recognition)
{
  BayanBreakdown *self = g_new0 (BayanBreakdown, 1);
  g_autoptr (GHashTable) entities = index_entities (recognition);
  guint32 org_end = 0; /* of the organisations so far: they come before what lies in them */

  for (guint field = 0; field < BAYAN_BREAKDOWN_N_FIELDS; field++)
    self->counts[field] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < recognition->mentions->len; i++)
    {
      const BayanMention *mention = g_ptr_array_index (recognition->mentions, i);
      const BayanEntity *entity = mention->entity_key != NULL
                                      ? g_hash_table_lookup (entities, mention->entity_key)
                                      : NULL;

      if (mention->status == BAYAN_STATUS_REJECTED)
        continue;
      if (mention->type == BAYAN_MENTION_ORG)
        org_end = MAX (org_end, mention->span.end.byte);
      else if (entity != NULL)
        count_mention (self, mention, entity, mention->span.end.byte <= org_end);
    }

  return self;
}

void
bayan_breakdown_free (BayanBreakdown *self)
{
  for (guint field = 0; field < BAYAN_BREAKDOWN_N_FIELDS; field++)
    g_hash_table_unref (self->counts[field]);
  g_free (self);
}

/* The field's name in files: "countries_by_name". */
const char *
bayan_breakdown_field_to_string (BayanBreakdownField field)
{
  return field_names[field];
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* (transfer container): the keys of a field that were counted at least once, sorted; the strings belong to
 * @self. */
GPtrArray *
bayan_breakdown_get_keys (const BayanBreakdown *self, BayanBreakdownField field)
{
  GPtrArray *keys = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->counts[field]);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (keys, key);
  g_ptr_array_sort (keys, compare_keys);

  return keys;
}

guint
bayan_breakdown_get_count (const BayanBreakdown *self, BayanBreakdownField field, const char *key)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->counts[field], key));
}
