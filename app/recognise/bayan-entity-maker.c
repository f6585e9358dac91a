/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-entity-maker.h"

#include <string.h>

#include "bayan-fold.h"

static const char *const schemes[BAYAN_MENTION_N_TYPES] = {
  [BAYAN_MENTION_GPE] = "place:",         [BAYAN_MENTION_LOC] = "region:",
  [BAYAN_MENTION_NORP] = "norp:",         [BAYAN_MENTION_ORG] = "org:",
  [BAYAN_MENTION_PERS] = "pers:",         [BAYAN_MENTION_OCC] = "occ:",
  [BAYAN_MENTION_EVENT] = "event:",       [BAYAN_MENTION_FAC] = "fac:",
  [BAYAN_MENTION_LAW] = "law:",           [BAYAN_MENTION_DATE] = "date:",
  [BAYAN_MENTION_TIME] = "time:",         [BAYAN_MENTION_MONEY] = "money:",
  [BAYAN_MENTION_CARDINAL] = "cardinal:", [BAYAN_MENTION_QUANTITY] = "quantity:",
  [BAYAN_MENTION_PERCENT] = "percent:",
};

/* English of the compass words, for regions that no table names. */
static const struct {
  const char *ar, *whole, *corner;
} compass[] = {
  { "شمال", "Northern", "North" }, { "جنوب", "Southern", "South" }, { "شرق", "Eastern", "East" },
  { "غرب", "Western", "West" },    { "وسط", "Central", "Central" },
};

/* ASCII signs that are a part of a key. */
static gboolean
is_key_sign (gunichar c)
{
  return c == '.' || c == '%' || c == ':' || c == '+' || c == '-';
}

/* The key of something that no table knows: its folded words without other signs. */
static char *
make_key (BayanMentionType type, const char *surface, gsize length_bytes)
{
  g_autofree char *folded = bayan_fold (surface, (gssize) length_bytes, BAYAN_FOLD_MATCH);
  char *key = g_malloc (strlen (schemes[type]) + 2 * strlen (folded) + 1), *at = stpcpy (key, schemes[type]);
  gboolean space = FALSE;

  for (const char *p = folded, *next; *p != '\0'; p = next)
    {
      gunichar c = g_utf8_get_char (p);
      gboolean letter = g_unichar_isalnum (c);

      next = g_utf8_next_char (p);
      if (letter || is_key_sign (c))
        {
          if (space && at[-1] != ':')
            *at++ = ' ';
          while (p < next)
            *at++ = *p++;
        }
      space = !letter;
    }
  *at = '\0';

  return key;
}

/* The country of what a rule made: of the first state or nationality in it. */
static const char *
country_within (const BayanScan *scan, const BayanCandidate *outer)
{
  for (guint32 i = outer->first; i < outer->last; i++)
    for (gint32 c = scan->first[i]; c >= 0; c = bayan_scan_get (scan, c)->next)
      {
        const BayanCandidate *inner = bayan_scan_get (scan, c);
        const BayanLexiconEntry *entry = inner->entry != 0
                                             ? bayan_lexicon_get_entry (scan->lexicon, inner->entry)
                                             : NULL;

        if (entry != NULL && inner->last <= outer->last && (inner->flags & BAYAN_CANDIDATE_DROPPED) == 0
            && (entry->flags & (BAYAN_ENTRY_STATE | BAYAN_ENTRY_COUNTRY_ADJ)) != 0)
          return entry->entity->iso3;
      }

  return NULL;
}

static int
find_compass (const char *key)
{
  if (g_str_has_prefix (key, "ال"))
    key += strlen ("ال");
  for (guint i = 0; i < G_N_ELEMENTS (compass); i++)
    if (g_str_has_prefix (key, compass[i].ar))
      return (int) i;

  return -1;
}

/* "North-East Nigeria": the English of a compass region, from its words and the name of its country or
 * region. */
static char *
compass_name (const BayanScan *scan, const BayanCandidate *region)
{
  int found[2] = { -1, -1 };
  guint n = 0;

  for (guint32 i = region->first; i < region->last; i++)
    {
      int at = find_compass (scan->tokens[i].key);
      const BayanCandidate *name = bayan_scan_longest (
          scan, i, (1u << BAYAN_MENTION_GPE) | (1u << BAYAN_MENTION_LOC) | (1u << BAYAN_MENTION_NORP), 0);

      if (at >= 0 && n < 2)
        found[n++] = at;
      else if (n > 0 && name != NULL && name->last == region->last && name->entry != 0)
        {
          const BayanEntity *entity = bayan_lexicon_get_entry (scan->lexicon, name->entry)->entity;
          g_autofree char *corner = n == 2 ? g_strdup_printf ("%s-%s", compass[found[0]].corner,
                                                              compass[found[1]].corner)
                                           : g_strdup (compass[found[0]].whole);

          return entity->name_en != NULL ? g_strdup_printf ("%s %s", corner, entity->name_en) : NULL;
        }
    }

  return NULL;
}

/* Another spelling of a region that a table names: its key. */
static const BayanLexiconEntry *
find_by_english (const BayanScan *scan, const char *name_en)
{
  return name_en != NULL ? bayan_lexicon_find_phrase (scan->lexicon, name_en, BAYAN_MENTION_LOC) : NULL;
}

static gsize
name_length_bytes (const char *name)
{
  return name != NULL ? strlen (name) : 0;
}

/* Of one key the entity that a table knows is kept, else the one with the longest name: TRUE if one with a name of
 * @length_bytes takes the place of @kept. */
static gboolean
takes_place (const BayanEntity *kept, gsize length_bytes)
{
  return kept == NULL || (kept->name_en == NULL && name_length_bytes (kept->name_ar) < length_bytes);
}

static void
keep_entity (GHashTable *entities, BayanEntity *kept, BayanEntity *entity)
{
  g_hash_table_replace (entities, entity->key, entity);
  g_clear_pointer (&kept, bayan_entity_free);
}

/* What the analyst or the tables know @candidate as; NULL if a rule made it. @region_name: (out): the English of a region that no
 * table names */
static const BayanEntity *
find_entity (const BayanScan *scan, const BayanCandidate *candidate, char **region_name)
{
  const BayanLexiconEntry *known;

  if (candidate->known != 0)
    return g_ptr_array_index (scan->known, candidate->known - 1);
  if (candidate->entry != 0)
    return bayan_lexicon_get_entry (scan->lexicon, candidate->entry)->entity;
  if (candidate->type != BAYAN_MENTION_LOC)
    return NULL;
  *region_name = compass_name (scan, candidate);
  known = find_by_english (scan, *region_name);

  return known != NULL ? known->entity : NULL;
}

/* Keeps the entity that @candidate names. Returns: (transfer full): its key */
static char *
take_entity (const BayanScan *scan, const BayanCandidate *candidate, GHashTable *entities)
{
  g_autofree char *region_name = NULL;
  const BayanEntity *known = find_entity (scan, candidate, &region_name);
  const char *surface = scan->text + candidate->start;
  gsize length_bytes = candidate->end - candidate->start;
  BayanEntity *kept, *entity;
  char *key;

  if (known != NULL)
    {
      kept = g_hash_table_lookup (entities, known->key);
      if (takes_place (kept, name_length_bytes (known->name_ar)))
        keep_entity (entities, kept, bayan_entity_copy (known));
      return g_strdup (known->key);
    }

  key = candidate->key != NULL     ? g_strdup (candidate->key)
        : candidate->value != NULL ? g_strconcat (schemes[candidate->type], candidate->value, NULL)
                                   : make_key (candidate->type, surface, length_bytes);
  kept = g_hash_table_lookup (entities, key);
  if (takes_place (kept, length_bytes))
    {
      entity = bayan_entity_new (key, candidate->type);
      entity->name_ar = g_strndup (surface, length_bytes);
      entity->name_en = g_steal_pointer (&region_name);
      entity->iso3 = g_strdup (country_within (scan, candidate));
      keep_entity (entities, kept, entity);
    }

  return key;
}

static BayanLayer
layer_of (const BayanCandidate *candidate)
{
  if ((candidate->flags & BAYAN_CANDIDATE_REMEMBERED) != 0)
    return BAYAN_LAYER_MEMORY;
  if ((candidate->flags & BAYAN_CANDIDATE_LEARNED) != 0)
    return BAYAN_LAYER_TAGGER;
  return candidate->entry != 0 ? BAYAN_LAYER_GAZETTEER : BAYAN_LAYER_RULE;
}

static const char *
evidence_of (const BayanScan *scan, const BayanCandidate *candidate)
{
  if (candidate->evidence != NULL || candidate->entry == 0)
    return candidate->evidence;
  return bayan_lexicon_get_entry (scan->lexicon, candidate->entry)->entity->key;
}

static int
compare_mentions (gconstpointer a, gconstpointer b)
{
  return bayan_mention_compare (*(BayanMention *const *) a, *(BayanMention *const *) b);
}

/* Turns the candidates @chosen of @scan into mentions and entities. */
void
bayan_entity_maker_fill (const BayanScan *scan, GPtrArray *chosen, BayanRecognition *recognition)
{
  g_autoptr (GHashTable) entities = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer entity;
  guint n = 0;

  g_ptr_array_set_size (recognition->mentions, (gint) chosen->len);
  for (guint i = 0; i < chosen->len; i++)
    {
      const BayanCandidate *candidate = g_ptr_array_index (chosen, i);
      BayanMention *mention = bayan_mention_new (bayan_clean_span (candidate->start, candidate->end),
                                                 candidate->type, layer_of (candidate), candidate->rule);

      mention->evidence = g_strdup (evidence_of (scan, candidate));
      mention->entity_key = take_entity (scan, candidate, entities);
      mention->value = g_strdup (candidate->value);
      recognition->mentions->pdata[i] = mention;
    }

  g_ptr_array_sort (recognition->mentions, compare_mentions);
  g_ptr_array_set_size (recognition->entities, (gint) g_hash_table_size (entities));
  g_hash_table_iter_init (&iter, entities);
  while (g_hash_table_iter_next (&iter, NULL, &entity))
    recognition->entities->pdata[n++] = entity;
}
