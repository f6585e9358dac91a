/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-entity-maker.h"

#include <string.h>

#include "bayan-fold.h"
#include "bayan-person-likeness.h"

/* A text that mentions said lately, and what tells it from others: where it is, of one that nobody changes, or the number of
 * its entry. */
typedef struct {
  gsize id;
  char *text; /* a GRefString */
} Lately;

/* Powers of two */
#define N_RULES_LATELY 64
#define N_ENTRIES_LATELY 256

struct _BayanEntityMaker {
  BayanRecognition *recognition; /* its entities are not in it yet */
  GHashTable *entities;          /* key → BayanEntity, to be the recognition's */
  GHashTable *texts;             /* nullable: set of GRefString: what mentions say */
  Lately rules[N_RULES_LATELY];
  Lately entries[N_ENTRIES_LATELY]; /* keys of entities that are among the entities */
};

static const char *const schemes[BAYAN_MENTION_N_TYPES] = {
  [BAYAN_MENTION_GPE] = "place:",         [BAYAN_MENTION_LOC] = "region:",
  [BAYAN_MENTION_NORP] = "norp:",         [BAYAN_MENTION_ORG] = "org:",
  [BAYAN_MENTION_PERS] = "pers:",         [BAYAN_MENTION_OCC] = "occ:",
  [BAYAN_MENTION_EVENT] = "event:",       [BAYAN_MENTION_FAC] = "fac:",
  [BAYAN_MENTION_LAW] = "law:",           [BAYAN_MENTION_DATE] = "date:",
  [BAYAN_MENTION_TIME] = "time:",         [BAYAN_MENTION_MONEY] = "money:",
  [BAYAN_MENTION_CARDINAL] = "cardinal:", [BAYAN_MENTION_QUANTITY] = "quantity:",
  [BAYAN_MENTION_PERCENT] = "percent:",
  [BAYAN_MENTION_OWN] = "own:", /* none is made; but whoever asks for one gets no label of the code book */
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

/* Returns: (transfer full): the key of @words, which no table knows as a @type */
char *
bayan_entity_maker_make_key (BayanMentionType type, const char *words)
{
  return make_key (type, words, strlen (words));
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

/* Of one key the entity that a table knows is kept, else the one with the longest name: TRUE if one with @name of
 * @length_bytes, -1 if it ends with NUL, takes the place of @kept. */
static gboolean
takes_place (const BayanEntity *kept, const char *name, gssize length_bytes)
{
  if (kept == NULL || kept->name_en != NULL)
    return kept == NULL;
  return name_length_bytes (kept->name_ar)
         < (length_bytes < 0 ? name_length_bytes (name) : (gsize) length_bytes);
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
  if (candidate->type == BAYAN_MENTION_PERS)
    return bayan_person_likeness_find (scan->lexicon, scan->text + candidate->start,
                                       (gssize) (candidate->end - candidate->start));
  if (candidate->type != BAYAN_MENTION_LOC)
    return NULL;
  *region_name = compass_name (scan, candidate);
  known = find_by_english (scan, *region_name);

  return known != NULL ? known->entity : NULL;
}

/* The mentions of a long text say the same things again and again: each is kept once. Returns: (transfer full)
 * (nullable): a GRefString */
static char *
share (BayanEntityMaker *self, const char *text)
{
  gpointer kept;

  if (text == NULL)
    return NULL;
  if (self->texts == NULL)
    return g_ref_string_new (text);
  kept = g_hash_table_lookup (self->texts, text);
  if (kept == NULL)
    {
      kept = g_ref_string_new (text);
      g_hash_table_add (self->texts, kept);
    }
  return g_ref_string_acquire (kept);
}

/* Where @id is kept, or will be */
static Lately *
find_lately (Lately *lately, guint n, gsize id)
{
  return &lately[(guint32) (id * 0x9E3779B9u) >> 16 & (n - 1)];
}

/* Keeps @text, which is taken. */
static void
keep_lately (Lately *lately, gsize id, char *text)
{
  g_clear_pointer (&lately->text, g_ref_string_release);
  *lately = (Lately) { id, text };
}

static void
clear_lately (Lately *lately, guint n)
{
  for (guint i = 0; i < n; i++)
    g_clear_pointer (&lately[i].text, g_ref_string_release);
}

/* The same of @rule, which is static. */
static char *
share_rule (BayanEntityMaker *self, const char *rule)
{
  Lately *lately = find_lately (self->rules, N_RULES_LATELY, (gsize) rule);

  if (lately->id != (gsize) rule)
    keep_lately (lately, (gsize) rule, share (self, rule));
  return g_ref_string_acquire (lately->text);
}

/* The key of what no table knows */
static char *
dup_key (const BayanScan *scan, const BayanCandidate *candidate)
{
  if (candidate->key != NULL)
    return g_strdup (candidate->key);
  if (candidate->value != NULL)
    return g_strconcat (schemes[candidate->type], candidate->value, NULL);
  return make_key (candidate->type, scan->text + candidate->start, candidate->end - candidate->start);
}

/* Keeps @known. Returns: (transfer full): its key, a GRefString */
static char *
take_known (BayanEntityMaker *self, const BayanEntity *known)
{
  BayanEntity *kept = g_hash_table_lookup (self->entities, known->key);

  if (takes_place (kept, known->name_ar, -1))
    keep_entity (self->entities, kept, bayan_entity_copy (known));
  return share (self, known->key);
}

/* The same of what the tables know. Once it has been among the entities nothing changes there when it comes again. */
static char *
take_entry (BayanEntityMaker *self, const BayanScan *scan, guint32 entry)
{
  Lately *lately = find_lately (self->entries, N_ENTRIES_LATELY, entry);

  if (lately->id != entry)
    keep_lately (lately, entry, take_known (self, bayan_lexicon_get_entry (scan->lexicon, entry)->entity));
  return g_ref_string_acquire (lately->text);
}

/* Keeps the entity that @candidate names. Returns: (transfer full): its key, a GRefString */
static char *
take_entity (BayanEntityMaker *self, const BayanScan *scan, const BayanCandidate *candidate)
{
  g_autofree char *region_name = NULL, *key = NULL;
  const BayanEntity *known;
  gsize length_bytes = candidate->end - candidate->start;
  BayanEntity *kept, *entity;

  if (candidate->known == 0 && candidate->entry != 0)
    return take_entry (self, scan, candidate->entry);
  known = find_entity (scan, candidate, &region_name);
  if (known != NULL)
    return take_known (self, known);

  key = dup_key (scan, candidate);
  kept = g_hash_table_lookup (self->entities, key);
  if (takes_place (kept, scan->text + candidate->start, (gssize) length_bytes))
    {
      entity = bayan_entity_new (key, candidate->type);
      entity->name_ar = g_strndup (scan->text + candidate->start, length_bytes);
      entity->name_en = g_steal_pointer (&region_name);
      entity->iso3 = g_strdup (country_within (scan, candidate));
      keep_entity (self->entities, kept, entity);
    }

  return share (self, key);
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

/* Returns: (transfer full) (nullable): why @candidate is one: what a rule says, or of the tables the key of the entry */
static char *
share_evidence (BayanEntityMaker *self, const BayanScan *scan, const BayanCandidate *candidate,
                char *entity_key)
{
  if (candidate->evidence != NULL || candidate->entry == 0)
    return share (self, candidate->evidence);
  if (candidate->known == 0)
    return g_ref_string_acquire (entity_key);
  return share (self, bayan_lexicon_get_entry (scan->lexicon, candidate->entry)->entity->key);
}

static BayanMention *
make_mention (BayanEntityMaker *self, const BayanScan *scan, const BayanCandidate *candidate, guint32 at)
{
  BayanMention *mention = g_new0 (BayanMention, 1);

  mention->span = bayan_clean_span (at + candidate->start, at + candidate->end);
  mention->type = candidate->type;
  mention->layer = layer_of (candidate);
  mention->rule = share_rule (self, candidate->rule);
  mention->entity_key = take_entity (self, scan, candidate);
  mention->evidence = share_evidence (self, scan, candidate, mention->entity_key);
  mention->value = share (self, candidate->value);

  return mention;
}

static int
compare_mentions (gconstpointer a, gconstpointer b)
{
  return bayan_mention_compare (*(BayanMention *const *) a, *(BayanMention *const *) b);
}

static guint
hash_key (gconstpointer key)
{
  return bayan_word_hash (key, strlen (key));
}

/* @long_text: TRUE if memory is scarcer than time */
BayanEntityMaker *
bayan_entity_maker_new (gboolean long_text)
{
  BayanEntityMaker *self = g_new0 (BayanEntityMaker, 1);

  self->recognition = bayan_recognition_new ();
  self->entities = g_hash_table_new (hash_key, g_str_equal);
  self->texts = long_text ? g_hash_table_new_full (hash_key, g_str_equal,
                                                   (GDestroyNotify) g_ref_string_release, NULL)
                          : NULL;

  return self;
}

/* Turns the candidates @chosen of @scan, a block of the text that begins at its byte @at, into mentions and entities. */
void
bayan_entity_maker_add (BayanEntityMaker *self, const BayanScan *scan, GPtrArray *chosen, guint32 at)
{
  GPtrArray *mentions = self->recognition->mentions;
  guint n = mentions->len;

  g_ptr_array_set_size (mentions, (gint) (n + chosen->len));
  for (guint i = 0; i < chosen->len; i++)
    mentions->pdata[n + i] = make_mention (self, scan, g_ptr_array_index (chosen, i), at);
}

/* Returns: (transfer full): all that was added; @self is gone */
BayanRecognition *
bayan_entity_maker_finish (BayanEntityMaker *self)
{
  BayanRecognition *recognition = self->recognition;
  GHashTableIter iter;
  gpointer entity;
  guint n = 0;

  g_ptr_array_sort (recognition->mentions, compare_mentions);
  g_ptr_array_set_size (recognition->entities, (gint) g_hash_table_size (self->entities));
  g_hash_table_iter_init (&iter, self->entities);
  while (g_hash_table_iter_next (&iter, NULL, &entity))
    recognition->entities->pdata[n++] = entity;
  clear_lately (self->rules, N_RULES_LATELY);
  clear_lately (self->entries, N_ENTRIES_LATELY);
  g_clear_pointer (&self->texts, g_hash_table_unref);
  g_hash_table_unref (self->entities);
  g_free (self);

  return recognition;
}
