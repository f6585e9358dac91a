/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the recogniser knows by heart: words with their classes, and phrases that name something.
 *
 * Both are keyed by words folded with BAYAN_FOLD_MATCH. A phrase is a path through a trie whose edges are
 * words, so that a text is matched word by word (one probe a word), never letter by letter.
 *
 * A lexicon is compiled by bayan-lexicon-builder.h and read where its bytes lie. It is immutable; any number of threads
 * may use one at once.
 */
#pragma once

#include "bayan-entity.h"

G_BEGIN_DECLS

/* The classes of data/gazetteer/words.tsv, one bit each; a word may have several. */
typedef enum
{
  BAYAN_LEX_STOP, /* particles, prepositions, pronouns */
  BAYAN_LEX_VERB,
  BAYAN_LEX_COMMON, /* other words that are no part of a person's name */
  BAYAN_LEX_GIVEN,
  BAYAN_LEX_FAMILY,
  BAYAN_LEX_GLUE, /* bin, abu, de, van … inside a person's name */
  BAYAN_LEX_HONORIFIC,
  BAYAN_LEX_TITLE,     /* an office when a name follows, even bare: the King, the General */
  BAYAN_LEX_PORTFOLIO, /* what a ministry may be of */
  BAYAN_LEX_MINISTRY,
  BAYAN_LEX_MINISTER,
  BAYAN_LEX_MINISTERS,
  BAYAN_LEX_OFFICE,     /* head of an office */
  BAYAN_LEX_OFFICES,    /* the same for several people */
  BAYAN_LEX_DEPUTY,     /* an office made of another office */
  BAYAN_LEX_OFFICE_ADJ, /* special, high, acting … */
  BAYAN_LEX_STATE_BODY, /* an organisation when a country follows: government, army, police … */
  BAYAN_LEX_BODY,       /* an organisation when a definite complement follows: council, committee … */
  BAYAN_LEX_BODY_ADJ,
  BAYAN_LEX_WORKING,   /* group, groups, team (of work) */
  BAYAN_LEX_MISSION,   /* embassy, mission, consulate */
  BAYAN_LEX_GATHERING, /* meeting, conference, summit */
  BAYAN_LEX_GATHERING_ADJ,
  BAYAN_LEX_NAMING_ADJ, /* an adjective that names a gathering */
  BAYAN_LEX_ATTACK,     /* attack, battle, operation: an event when a place follows */
  BAYAN_LEX_INSTRUMENT, /* agreement, treaty, declaration */
  BAYAN_LEX_RESOLUTION,
  BAYAN_LEX_FACILITY,
  BAYAN_LEX_COMPASS,
  BAYAN_LEX_CURRENCY,
  BAYAN_LEX_UNIT,
  BAYAN_LEX_DURATION, /* years, days, hours */
  BAYAN_LEX_DAYPART,
  BAYAN_LEX_RELATIVE, /* last, next, this one: behind a date */
  BAYAN_LEX_PERIOD,   /* beginning, middle, end: before a date */
  BAYAN_LEX_SEASON,
  BAYAN_LEX_GROUP,   /* classifiers of armed groups, not part of the name */
  BAYAN_LEX_SPEAKER, /* verbs that a person is likely the subject of */
  BAYAN_LEX_CIVIC,   /* nouns that make a homograph of a place the place: city, province, district */
  BAYAN_LEX_FIGHT,   /* against, defeat of: what a coalition is for */
  BAYAN_LEX_COALITION,
  BAYAN_LEX_COALITION_ADJ,
  BAYAN_LEX_FOREIGN,      /* a given name of another language: an unknown word may follow */
  BAYAN_LEX_DEMONYM_HOST, /* nouns behind which an ambiguous adjective is a nationality */
  BAYAN_LEX_THING,        /* nobody is called so; a place or a body may be, unlike what is common */
  BAYAN_LEX_N_CLASSES
} BayanLexClass;

typedef enum
{
  BAYAN_ENTRY_FIXED = 1 << 0, /* no nationality, people or region nests in the name */
  BAYAN_ENTRY_CIVIC = 1 << 1, /* the word is also a common one: only behind a city, a province … */
  BAYAN_ENTRY_HOST = 1 << 2,  /* an adjective that is also a common one: only behind a noun of a state's */
  BAYAN_ENTRY_GROUP = 1 << 3, /* names an armed group only behind a classifier or a definite rebel noun */
  BAYAN_ENTRY_STATE = 1 << 4, /* names a state */
  BAYAN_ENTRY_COUNTRY_ADJ = 1 << 5, /* an adjective of one country */
  BAYAN_ENTRY_BODY = 1 << 6,        /* an organisation that may be followed by its country's adjective */
  BAYAN_ENTRY_ATOMIC = 1 << 8,      /* nothing nests in the name */
  BAYAN_ENTRY_MINOR = 1 << 9,       /* a small place: not looked for inside names of tables */
  BAYAN_ENTRY_QUOTED = 1 << 7,      /* an abbreviation that is also a word: only in quotes or brackets */
} BayanEntryFlags;

typedef struct
{
  BayanEntity *entity; /* never NULL but of entry 0 */
  guint32 key_hash;    /* bayan_word_hash() of the entity's key. Of most names nothing of the entity itself is read */
  guint32 country;     /* the letters of its iso3; 0 where it has none */
  const char *table;   /* static: "gazetteer/organisations.tsv" */
  guint flags;       /* BayanEntryFlags */
  BayanMentionType type;
} BayanLexiconEntry;

typedef struct _BayanLexicon BayanLexicon;

/* Which of 32 bits says that a phrase goes on with @word */
static inline guint32
bayan_lexicon_word_bit (guint32 word)
{
  return 1u << (word * 0x9E3779B9u >> 27);
}

#define BAYAN_RECOGNISE_ERROR (bayan_recognise_error_quark ())
GQuark bayan_recognise_error_quark (void);

typedef enum
{
  BAYAN_RECOGNISE_ERROR_DAMAGED, /* what is compiled is not what was compiled */
  BAYAN_RECOGNISE_ERROR_VERSION, /* it was compiled for another program */
} BayanRecogniseError;

#define BAYAN_LEXICON_ROOT 1u

BayanLexicon *bayan_lexicon_new (GBytes *compiled, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void bayan_lexicon_free (BayanLexicon *self);
guint64 bayan_lexicon_get_hash (const BayanLexicon *self);
const char *bayan_lexicon_next_word (const char **folded, gsize *length_bytes);

/* Asking */
guint32 bayan_lexicon_find_word (const BayanLexicon *self, const char *key, gsize length_bytes);
guint32
bayan_lexicon_find_hashed (const BayanLexicon *self, const char *key, gsize length_bytes, guint32 hash);
guint64 bayan_lexicon_get_classes (const BayanLexicon *self, guint32 word);
guint32 bayan_lexicon_step (const BayanLexicon *self, guint32 node, guint32 word);
guint32 bayan_lexicon_first_match (const BayanLexicon *self, guint32 node);
guint32 bayan_lexicon_next_match (const BayanLexicon *self, guint32 match);
guint32 bayan_lexicon_match_entry (const BayanLexicon *self, guint32 match);
guint bayan_lexicon_get_flags (const BayanLexicon *self, guint32 entry);
guint32 bayan_lexicon_get_n_nodes (const BayanLexicon *self);
const BayanLexiconEntry *bayan_lexicon_get_entry (const BayanLexicon *self, guint32 entry);
const char *bayan_lexicon_get_key (const BayanLexicon *self, guint32 entry);
const BayanLexiconEntry *
bayan_lexicon_find_phrase (const BayanLexicon *self, const char *phrase, BayanMentionType type);
guint32 bayan_lexicon_find_key (const BayanLexicon *self, const char *scheme, const char *id);
guint32 bayan_lexicon_find_node (const BayanLexicon *self, const char *phrase);
guint32 bayan_lexicon_find_longer (const BayanLexicon *self, const char *phrase);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanLexicon, bayan_lexicon_free)

G_END_DECLS
