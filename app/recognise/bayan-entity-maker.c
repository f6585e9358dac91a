/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-entity-maker.h"

#include <string.h>

#include "bayan-fold.h"
#include "bayan-person-likeness.h"

/* A text that mentions said lately, and what tells it from others: where it is, as nobody changes it. */
typedef struct {
  const char *id;
  char *text; /* a GRefString */
} Lately;

/* Whom of the tables a name was found to be like, lately: the same persons are named in many texts. */
typedef struct {
  char *name; /* nullable */
  gsize length_bytes;
  const BayanEntity *known; /* nullable: nobody */
} Likeness;

/* An entry whose entity is among the entities of the recognition with that turn */
typedef struct {
  guint32 turn, entry;
  char *key; /* nullable: a GRefString */
} EntryLately;

/* Powers of two */
#define N_PERSONS_LATELY 512
#define N_SAID_LATELY 4096
#define N_MADE_LATELY 1024
#define N_RULES_LATELY 64
#define N_ENTRIES_LATELY 4096
#define N_SLOTS 256
/* What a longer text took is not kept for the next one. */
#define N_SLOTS_KEPT (16 * N_SLOTS)
#define N_ENTITIES_KEPT (N_SLOTS_KEPT / 2)

/* An entity of the recognition by the hash of its key; nobody's where the turn is another one. */
typedef struct {
  guint32 turn, hash, place;
} Slot;

/* Makes one recognition at a time, and keeps what it needs for the next one. */
struct _BayanEntityMaker {
  BayanRecognition *recognition; /* nullable: between two */
  GPtrArray *entities;           /* of it, before they are its own: of BayanEntity */
  guint32 turn;                  /* which recognition it is: so nothing need be cleared for the next one */
  Slot *slots;                   /* of its entities, by open addressing */
  guint n_slots;
  GHashTable *texts; /* nullable: set of GRefString: what mentions say */
  Lately rules[N_RULES_LATELY];
  char *said
      [N_SAID_LATELY]; /* nullable: GRefStrings: evidence and values that mentions had lately, by their hashes */
  BayanEntity
      *made[N_MADE_LATELY]; /* nullable: what no table knows and was made lately, by the hashes of the keys */
  EntryLately entries[N_ENTRIES_LATELY];
  GString *key; /* being made */
  Likeness persons[N_PERSONS_LATELY];
};

static const char *const schemes[BAYAN_MENTION_N_TYPES] = {
  [BAYAN_MENTION_GPE] = "place:",
  [BAYAN_MENTION_LOC] = "region:",
  [BAYAN_MENTION_NORP] = "norp:",
  [BAYAN_MENTION_ORG] = "org:",
  [BAYAN_MENTION_PERS] = "pers:",
  [BAYAN_MENTION_OCC] = "occ:",
  [BAYAN_MENTION_EVENT] = "event:",
  [BAYAN_MENTION_FAC] = "fac:",
  [BAYAN_MENTION_LAW] = "law:",
  [BAYAN_MENTION_DATE] = "date:",
  [BAYAN_MENTION_TIME] = "time:",
  [BAYAN_MENTION_MONEY] = "money:",
  [BAYAN_MENTION_CARDINAL] = "cardinal:",
  [BAYAN_MENTION_QUANTITY] = "quantity:",
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

/* Puts at the end of @key what is the key of something that no table knows: its folded words without other signs. */
static void
append_key (GString *key, const char *surface, gsize length_bytes)
{
  g_autofree char *folded = bayan_fold (surface, (gssize) length_bytes, BAYAN_FOLD_MATCH);
  gboolean space = FALSE;

  for (const char *p = folded, *next; *p != '\0'; p = next)
    {
      gunichar c = g_utf8_get_char (p);
      gboolean letter = g_unichar_isalnum (c);

      next = g_utf8_next_char (p);
      if (letter || is_key_sign (c))
        {
          if (space && key->str[key->len - 1] != ':')
            g_string_append_c (key, ' ');
          g_string_append_len (key, p, next - p);
        }
      space = !letter;
    }
}

/* TRUE for a word of letters that each gave one of its key. */
static gboolean
is_plain (const BayanScan *scan, guint32 token)
{
  const BayanToken *at = &scan->tokens[token];

  return (at->flags & BAYAN_WORD_ARABIC) != 0 && at->end - at->start == at->key_length;
}

/* The same for plain words with a space between two of them, which nearly all names are: they are folded already. FALSE for
 * any other. */
static gboolean
append_plain_key (GString *key, const BayanScan *scan, const BayanCandidate *candidate)
{
  guint32 skip = candidate->start - scan->tokens[candidate->first].start;
  gsize at = key->len;

  for (guint32 i = candidate->first; i < candidate->last; i++)
    if (!is_plain (scan, i)
        || (i > candidate->first
            && (scan->tokens[i].start != scan->tokens[i - 1].end + 1
                || scan->text[scan->tokens[i].start - 1] != ' ')))
      return FALSE;
  g_string_set_size (key, at + candidate->end - candidate->start);
  for (guint32 i = candidate->first; i < candidate->last; i++, skip = 0)
    {
      gsize length_bytes = scan->tokens[i].key_length - skip;

      if (i > candidate->first)
        key->str[at++] = ' ';
      memcpy (key->str + at, scan->tokens[i].key + skip, length_bytes);
      at += length_bytes;
    }
  return TRUE;
}

/* Returns: (transfer full): the key of @words, which no table knows as a @type */
char *
bayan_entity_maker_make_key (BayanMentionType type, const char *words)
{
  GString *key = g_string_new (schemes[type]);

  append_key (key, words, strlen (words));
  return g_string_free (key, FALSE);
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
  if (bayan_key_begins (key, "ال"))
    key += strlen ("ال");
  for (guint i = 0; i < G_N_ELEMENTS (compass); i++)
    if (bayan_key_begins (key, compass[i].ar))
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

static guint
hash_key (gconstpointer key)
{
  return bayan_word_hash (key, strlen (key));
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

/* Where in the slots the entity of @key is, or would be. */
static Slot *
find_slot (const BayanEntityMaker *self, const char *key, guint32 hash)
{
  guint at = hash & (self->n_slots - 1);

  for (; self->slots[at].turn == self->turn; at = (at + 1) & (self->n_slots - 1))
    if (self->slots[at].hash == hash
        && strcmp (((BayanEntity *) self->entities->pdata[self->slots[at].place])->key, key) == 0)
      break;
  return &self->slots[at];
}

/* At least every second slot is to be nobody's. */
static void
make_room (BayanEntityMaker *self)
{
  g_autofree Slot *before = self->slots;
  guint n_before = self->n_slots;

  self->n_slots *= 2;
  self->slots = g_new0 (Slot, self->n_slots);
  for (guint i = 0; i < n_before; i++)
    if (before[i].turn == self->turn)
      {
        guint at = before[i].hash & (self->n_slots - 1);

        while (self->slots[at].turn == self->turn)
          at = (at + 1) & (self->n_slots - 1);
        self->slots[at] = before[i];
      }
}

static BayanEntity *
get_entity (const BayanEntityMaker *self, const Slot *slot)
{
  return slot->turn == self->turn ? self->entities->pdata[slot->place] : NULL;
}

/* Puts @entity, which is taken, in the place of the one at @slot. */
static void
keep_entity (BayanEntityMaker *self, Slot *slot, guint32 hash, BayanEntity *entity)
{
  GPtrArray *entities = self->entities;

  if (slot->turn == self->turn)
    {
      bayan_entity_free (entities->pdata[slot->place]);
      entities->pdata[slot->place] = entity;
      return;
    }
  *slot = (Slot) { self->turn, hash, entities->len };
  g_ptr_array_add (entities, entity);
  if (2 * entities->len > self->n_slots)
    make_room (self);
}

/* Returns: (transfer none) (nullable): whom of the tables the person is like */
static const BayanEntity *
find_person (BayanEntityMaker *self, const BayanScan *scan, const BayanCandidate *person)
{
  const char *name = scan->text + person->start;
  gsize length_bytes = person->end - person->start;
  Likeness *lately = &self->persons[bayan_word_hash (name, length_bytes) & (N_PERSONS_LATELY - 1)];

  /* One word is nobody's. */
  if (person->last == person->first + 1 && is_plain (scan, person->first))
    return NULL;
  if (lately->name != NULL && lately->length_bytes == length_bytes
      && memcmp (lately->name, name, length_bytes) == 0)
    return lately->known;
  g_free (lately->name);
  *lately = (Likeness) { g_strndup (name, length_bytes), length_bytes,
                         bayan_person_likeness_find (scan->lexicon, name, (gssize) length_bytes) };
  return lately->known;
}

/* What the analyst or the tables know @candidate as; NULL if a rule made it. @region_name: (out): the English of a region that no
 * table names */
static const BayanEntity *
find_entity (BayanEntityMaker *self, const BayanScan *scan, const BayanCandidate *candidate,
             char **region_name)
{
  const BayanLexiconEntry *known;

  if (candidate->known != 0)
    return g_ptr_array_index (scan->known, candidate->known - 1);
  if (candidate->entry != 0)
    return bayan_lexicon_get_entry (scan->lexicon, candidate->entry)->entity;
  if (candidate->type == BAYAN_MENTION_PERS)
    return find_person (self, scan, candidate);
  if (candidate->type != BAYAN_MENTION_LOC)
    return NULL;
  *region_name = compass_name (scan, candidate);
  known = find_by_english (scan, *region_name);

  return known != NULL ? known->entity : NULL;
}

/* What mentions say has mostly been said before. */
static char *
share_lately (BayanEntityMaker *self, const char *text)
{
  char **lately = &self->said[hash_key (text) & (N_SAID_LATELY - 1)];

  if (*lately == NULL || strcmp (*lately, text) != 0)
    bayan_mention_set_text (lately, text);
  return g_ref_string_acquire (*lately);
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
    return share_lately (self, text);
  kept = g_hash_table_lookup (self->texts, text);
  if (kept == NULL)
    {
      kept = g_ref_string_new (text);
      g_hash_table_add (self->texts, kept);
    }
  return g_ref_string_acquire (kept);
}

/* The same of @rule, which is static. */
static char *
share_rule (BayanEntityMaker *self, const char *rule)
{
  Lately *lately = &self->rules[(guint32) ((gsize) rule * 0x9E3779B9u) >> 16 & (N_RULES_LATELY - 1)];

  if (lately->id != rule)
    {
      g_clear_pointer (&lately->text, g_ref_string_release);
      *lately = (Lately) { rule, share (self, rule) };
    }
  return g_ref_string_acquire (lately->text);
}

/* The key of what no table knows; good until the next one. */
static const char *
make_key (BayanEntityMaker *self, const BayanScan *scan, const BayanCandidate *candidate)
{
  if (candidate->key != NULL)
    return candidate->key;
  g_string_assign (self->key, schemes[candidate->type]);
  if (candidate->value != NULL)
    g_string_append (self->key, candidate->value);
  else if (!append_plain_key (self->key, scan, candidate))
    append_key (self->key, scan->text + candidate->start, candidate->end - candidate->start);
  return self->key->str;
}

/* Keeps @known, of whose key @hash is. */
static void
keep_known (BayanEntityMaker *self, const BayanEntity *known, guint32 hash)
{
  Slot *slot = find_slot (self, known->key, hash);

  if (takes_place (get_entity (self, slot), known->name_ar, -1))
    keep_entity (self, slot, hash, bayan_entity_copy (known));
}

/* The same of what the tables know. Once it has been among the entities nothing changes there when it comes again. Returns:
 * (transfer full): its key, a GRefString of this maker, so that threads do not wait for one another to count it */
static char *
take_entry (BayanEntityMaker *self, const BayanScan *scan, guint32 entry)
{
  EntryLately *lately = &self->entries[entry & (N_ENTRIES_LATELY - 1)];
  const BayanLexiconEntry *known;

  if (lately->turn == self->turn && lately->entry == entry)
    return g_ref_string_acquire (lately->key);
  known = bayan_lexicon_get_entry (scan->lexicon, entry);
  if (lately->entry != entry)
    {
      g_clear_pointer (&lately->key, g_ref_string_release);
      lately->key = share (self, known->entity->key);
      lately->entry = entry;
    }
  lately->turn = self->turn;
  keep_known (self, known->entity, known->key_hash);
  return g_ref_string_acquire (lately->key);
}

/* TRUE if @entity says what would be said of @candidate. */
static gboolean
is_made_for (const BayanEntity *entity, const char *key, const BayanScan *scan,
             const BayanCandidate *candidate, const char *name_en, const char *iso3)
{
  gsize length_bytes = candidate->end - candidate->start;

  return entity != NULL && entity->type == candidate->type && strcmp (entity->key, key) == 0
         && strncmp (entity->name_ar, scan->text + candidate->start, length_bytes) == 0
         && strlen (entity->name_ar) == length_bytes && g_strcmp0 (entity->name_en, name_en) == 0
         && g_strcmp0 (entity->iso3, iso3) == 0;
}

/* Returns: (transfer full): what no table knows. The same things are named in many texts, so what was made lately is not made
 * anew. @hash: of @key */
static BayanEntity *
make_entity (BayanEntityMaker *self, const BayanScan *scan, const BayanCandidate *candidate, const char *key,
             guint32 hash, const char *name_en)
{
  const char *iso3 = country_within (scan, candidate);
  BayanEntity **lately = &self->made[hash & (N_MADE_LATELY - 1)];

  if (is_made_for (*lately, key, scan, candidate, name_en, iso3))
    return bayan_entity_copy (*lately);
  g_clear_pointer (lately, bayan_entity_free);
  *lately = bayan_entity_new (key, candidate->type);
  (*lately)->name_ar = g_strndup (scan->text + candidate->start, candidate->end - candidate->start);
  (*lately)->name_en = g_strdup (name_en);
  (*lately)->iso3 = g_strdup (iso3);

  return bayan_entity_copy (*lately);
}

/* Keeps the entity that @candidate names. Returns: (transfer full): its key, a GRefString */
static char *
take_entity (BayanEntityMaker *self, const BayanScan *scan, const BayanCandidate *candidate)
{
  g_autofree char *region_name = NULL;
  const BayanEntity *known;
  gsize length_bytes = candidate->end - candidate->start;
  BayanEntity *entity;
  const char *key;
  guint32 hash;
  Slot *slot;

  if (candidate->known == 0 && candidate->entry != 0)
    return take_entry (self, scan, candidate->entry);
  known = find_entity (self, scan, candidate, &region_name);
  if (known != NULL)
    {
      keep_known (self, known, hash_key (known->key));
      return g_ref_string_acquire (known->key);
    }

  key = make_key (self, scan, candidate);
  hash = hash_key (key);
  slot = find_slot (self, key, hash);
  entity = get_entity (self, slot);
  if (takes_place (entity, scan->text + candidate->start, (gssize) length_bytes))
    {
      entity = make_entity (self, scan, candidate, key, hash, region_name);
      keep_entity (self, slot, hash, entity);
    }

  return g_ref_string_acquire (entity->key);
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
  BayanMention *mention = bayan_mention_new_empty ();

  mention->span = bayan_clean_span (at + candidate->start, at + candidate->end);
  mention->type = candidate->type;
  mention->layer = layer_of (candidate);
  mention->rule = share_rule (self, candidate->rule);
  mention->entity_key = take_entity (self, scan, candidate);
  mention->evidence = share_evidence (self, scan, candidate, mention->entity_key);
  mention->value = share (self, candidate->value);

  return mention;
}

/* The mentions from @first on are nearly in their order. */
static void
sort_mentions (GPtrArray *mentions, guint first)
{
  for (guint i = first + 1; i < mentions->len; i++)
    {
      BayanMention *mention = mentions->pdata[i];
      guint at = i;

      for (; at > first && bayan_mention_compare (mentions->pdata[at - 1], mention) > 0; at--)
        mentions->pdata[at] = mentions->pdata[at - 1];
      mentions->pdata[at] = mention;
    }
}

BayanEntityMaker *
bayan_entity_maker_new (void)
{
  BayanEntityMaker *self = g_new0 (BayanEntityMaker, 1);

  self->n_slots = N_SLOTS;
  self->slots = g_new0 (Slot, self->n_slots);
  self->key = g_string_new (NULL);
  self->entities = g_ptr_array_new ();

  return self;
}

void
bayan_entity_maker_free (BayanEntityMaker *self)
{
  for (guint i = 0; i < N_RULES_LATELY; i++)
    g_clear_pointer (&self->rules[i].text, g_ref_string_release);
  for (guint i = 0; i < N_ENTRIES_LATELY; i++)
    g_clear_pointer (&self->entries[i].key, g_ref_string_release);
  for (guint i = 0; i < N_SAID_LATELY; i++)
    g_clear_pointer (&self->said[i], g_ref_string_release);
  for (guint i = 0; i < N_MADE_LATELY; i++)
    g_clear_pointer (&self->made[i], bayan_entity_free);
  for (guint i = 0; i < N_PERSONS_LATELY; i++)
    g_free (self->persons[i].name);
  g_string_free (self->key, TRUE);
  g_ptr_array_unref (self->entities);
  g_free (self->slots);
  g_free (self);
}

/* Begins with a recognition, which bayan_entity_maker_finish() ends. @long_text: TRUE if memory is scarcer than time */
void
bayan_entity_maker_begin (BayanEntityMaker *self, gboolean long_text)
{
  self->recognition = bayan_recognition_new ();
  self->turn++;
  if (long_text)
    self->texts = g_hash_table_new_full (hash_key, g_str_equal, (GDestroyNotify) g_ref_string_release, NULL);
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
  sort_mentions (mentions, n);
}

static void
give_entities (BayanEntityMaker *self)
{
  GPtrArray *entities = self->recognition->entities;

  if (self->entities->len == 0)
    return;
  g_ptr_array_set_size (entities, (gint) self->entities->len);
  memcpy (entities->pdata, self->entities->pdata, self->entities->len * sizeof *entities->pdata);
  if (self->entities->len > N_ENTITIES_KEPT)
    {
      g_ptr_array_unref (self->entities);
      self->entities = g_ptr_array_new ();
    }
  g_ptr_array_set_size (self->entities, 0);
}

/* Returns: (transfer full): all that was added */
BayanRecognition *
bayan_entity_maker_finish (BayanEntityMaker *self)
{
  give_entities (self);
  g_clear_pointer (&self->texts, g_hash_table_unref);
  if (self->n_slots > N_SLOTS_KEPT)
    {
      g_free (self->slots);
      self->n_slots = N_SLOTS;
      self->slots = g_new0 (Slot, self->n_slots);
    }
  return g_steal_pointer (&self->recognition);
}
