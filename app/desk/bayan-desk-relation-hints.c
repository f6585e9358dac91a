/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one mention may be to another, by what is known of both: who held an office on the day of the statement, or stands
 * beside it, and which country a place lies in. Only ever suggested: nothing of it is written before the analyst says so. */
#include "bayan-desk-private.h"

#include <string.h>

#include "bayan-location.h"

/* What stands further apart than that is said in another breath. */
#define REACH_BYTES 400

typedef struct {
  BayanDesk *desk;
  const char *text;
  GPtrArray *near; /* of BayanMention, borrowed: those that stand and are within reach */
} Hints;

static guint32
get_end (const BayanMention *mention)
{
  return bayan_mention_get_part (mention, bayan_mention_get_n_parts (mention) - 1).end.byte;
}

/* In bytes; 0 where one lies in the other */
static guint32
measure_gap (const BayanMention *one, const BayanMention *other)
{
  if (get_end (one) <= other->span.start.byte)
    return other->span.start.byte - get_end (one);
  return get_end (other) <= one->span.start.byte ? one->span.start.byte - get_end (other) : 0;
}

/* Whether no sentence ends between the two */
static gboolean
are_in_one_sentence (const Hints *self, const BayanMention *one, const BayanMention *other)
{
  guint32 from = MIN (get_end (one), get_end (other)),
          until = MAX (one->span.start.byte, other->span.start.byte);
  const char *stop;
  gsize length;

  if (from >= until)
    return TRUE;
  length = strcspn (self->text + from, "\n.!");
  stop = g_strstr_len (self->text + from, until - from, "؟");
  return length >= until - from && stop == NULL;
}

static gboolean
is_between (const Hints *self, const BayanMention *one, const BayanMention *other, const char *const *words)
{
  guint32 from = get_end (one), until = other->span.start.byte;

  for (; from < until && *words != NULL; words++)
    if (until - from == strlen (*words) && strncmp (self->text + from, *words, until - from) == 0)
      return TRUE;
  return FALSE;
}

/* "وزير الخارجية فؤاد حسين"; the other way round it takes a comma: "فؤاد حسين، وزير الخارجية" */
static gboolean
stand_beside (const Hints *self, const BayanMention *office, const BayanMention *person)
{
  static const char *const BEHIND[] = { " ", " السيد ", " السيدة ", " الدكتور ", " الدكتورة ", NULL };
  static const char *const BEFORE[] = { "، ", ", ", NULL };

  return is_between (self, office, person, BEHIND) || is_between (self, person, office, BEFORE);
}

/* Returns: (nullable): of those that fit, the one that stands nearest to @mention in its sentence */
static const BayanMention *
find_nearest (const Hints *self, const BayanMention *mention, BayanMentionType type, const char *key)
{
  const BayanMention *nearest = NULL;

  for (guint i = 0; i < self->near->len; i++)
    {
      const BayanMention *other = self->near->pdata[i];

      if (other != mention && other->type == type && g_strcmp0 (other->entity_key, key) == 0
          && are_in_one_sentence (self, mention, other)
          && (nearest == NULL || measure_gap (mention, other) < measure_gap (mention, nearest)))
        nearest = other;
    }
  return nearest;
}

/* Who stands beside an office holds it, unless the tables know of another. */
static const BayanMention *
find_beside (const Hints *self, const BayanMention *office, const char *holder)
{
  for (guint i = 0; i < self->near->len; i++)
    {
      const BayanMention *other = self->near->pdata[i];

      if (other->type == BAYAN_MENTION_PERS && stand_beside (self, office, other)
          && (holder == NULL || g_strcmp0 (other->entity_key, holder) == 0
              || !bayan_desk_is_known_person (self->desk,
                                              other->entity_key != NULL ? other->entity_key : "")))
        return other;
    }
  return NULL;
}

/* @relation: (out): that the office is held. FALSE where nobody is known to */
static gboolean
hint_at_holder (const Hints *self, const BayanMention *office, BayanRelation *relation)
{
  g_autofree char *holder = bayan_desk_find_holder (self->desk, office);
  const BayanMention *person = holder != NULL ? find_nearest (self, office, BAYAN_MENTION_PERS, holder)
                                              : NULL;

  if (person == NULL)
    person = find_beside (self, office, holder);
  if (person == NULL)
    return FALSE;
  *relation = (BayanRelation) { person->id, office->id, BAYAN_RELATION_HOLDS_OFFICE, FALSE };
  return TRUE;
}

/* @relation: (out): that the place lies in a country which its sentence names */
static gboolean
hint_at_country (const Hints *self, const BayanMention *place, BayanRelation *relation)
{
  const BayanEntity *entity = bayan_desk_get_entity (self->desk, place->entity_key);
  const BayanMention *country;
  g_autofree char *key = NULL;
  BayanLocation location;

  if (entity == NULL || g_str_has_prefix (entity->key, "iso:") || g_str_has_prefix (entity->key, "nisba:")
      || !bayan_location_of_entity (entity, &location) || location.iso3 == NULL)
    return FALSE;
  key = g_strconcat ("iso:", location.iso3, NULL);
  country = find_nearest (self, place, BAYAN_MENTION_GPE, key);
  if (country == NULL)
    return FALSE;
  *relation = (BayanRelation) { place->id, country->id, BAYAN_RELATION_LOCATED_IN, FALSE };
  return TRUE;
}

static gboolean
hint_at (const Hints *self, const BayanMention *mention, BayanRelation *relation)
{
  switch (mention->type)
    {
    case BAYAN_MENTION_OCC:
      return hint_at_holder (self, mention, relation);
    case BAYAN_MENTION_GPE:
    case BAYAN_MENTION_LOC:
    case BAYAN_MENTION_FAC:
      return hint_at_country (self, mention, relation);
    default:
      return FALSE;
    }
}

static GPtrArray *
list_near (BayanReading *reading, const BayanMention *mention, guint32 reach_bytes)
{
  GPtrArray *mentions = bayan_reading_get_mentions (reading), *near = g_ptr_array_new ();

  for (guint i = 0; i < mentions->len; i++)
    {
      const BayanMention *other = mentions->pdata[i];

      if (other->status != BAYAN_STATUS_REJECTED && measure_gap (mention, other) <= reach_bytes)
        g_ptr_array_add (near, (gpointer) other);
    }
  return near;
}

/**
 * bayan_desk_suggest_relations:
 * @mention: of the reading
 *
 * Returns: (transfer full) (element-type BayanRelation): what it may be to others, or they to it; not what is said already, and not
 *   what is rejected
 */
GArray *
bayan_desk_suggest_relations (BayanDesk *self, gint64 mention)
{
  GArray *suggested = g_array_new (FALSE, FALSE, sizeof (BayanRelation));
  const BayanMention *found = self->reading != NULL ? bayan_reading_find_mention (self->reading, mention)
                                                    : NULL;
  g_autoptr (GPtrArray) near = NULL, around = NULL;
  Hints hints;

  if (found == NULL || found->status == BAYAN_STATUS_REJECTED)
    return suggested;
  near = list_near (self->reading, found, REACH_BYTES);
  around = list_near (self->reading, found, 2 * REACH_BYTES);
  hints = (Hints) { self, bayan_reading_get_statement (self->reading)->text, around };
  for (guint i = 0; i < near->len; i++)
    {
      BayanRelation relation;

      if (hint_at (&hints, near->pdata[i], &relation)
          && (relation.source == mention || relation.target == mention)
          && bayan_desk_can_relate (self, &relation)
          && !bayan_reading_has_rejected (self->reading, &relation))
        g_array_append_val (suggested, relation);
    }
  return suggested;
}
