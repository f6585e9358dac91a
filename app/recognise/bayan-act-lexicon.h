/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that make acts: every form of the verbs of acts.tsv, and the word classes of act-words.tsv, both keyed by
 * words folded with BAYAN_FOLD_MATCH. Built once, then only read. Private to this room. */
#pragma once

#include <gio/gio.h>

#include "bayan-act.h"

G_BEGIN_DECLS

/* The classes of data/gazetteer/act-words.tsv, one bit each, in its order. */
typedef enum {
  /* Particles */
  BAYAN_AW_THAT, /* a clause follows that is what is said */
  BAYAN_AW_RELATIVE,
  BAYAN_AW_SUBORDINATE, /* when, because, if */
  BAYAN_AW_NEGATION,
  BAYAN_AW_OPENER, /* a new verb of the same rank may follow: also, and, while */
  BAYAN_AW_PREPOSITION,
  BAYAN_AW_ADVERB,      /* may stand between a verb and its subject */
  BAYAN_AW_INTENSIFIER, /* deep, sincere: before the noun that counts */
  BAYAN_AW_HONORIFIC,   /* before or behind a name, no part of it */
  /* Heads of phrases that act */
  BAYAN_AW_PEOPLE,
  BAYAN_AW_PAIR, /* the two sides */
  BAYAN_AW_BODY_M,
  BAYAN_AW_BODY_F,
  BAYAN_AW_SPEAKER,
  BAYAN_AW_QUANTITY,   /* all, some: before such a head */
  BAYAN_AW_MEMBERSHIP, /* what is counted: 83 states */
  /* Nouns behind a verb that say what it does */
  BAYAN_AW_COMMIT,
  BAYAN_AW_SUPPORT,
  BAYAN_AW_SYMPATHY,
  BAYAN_AW_CONCERN,
  BAYAN_AW_CONDEMN,
  BAYAN_AW_PRAISE,
  BAYAN_AW_WELCOME,
  BAYAN_AW_URGE,
  BAYAN_AW_SHIFT, /* the noun behind it counts: reiterated the affirmation of … */
  BAYAN_AW_GATHERING,
  BAYAN_AW_MEETING, /* a gathering that has a chair */
  BAYAN_AW_BRIEF,
  BAYAN_AW_NOTICE,
  BAYAN_AW_AID,
  BAYAN_AW_RELIEF, /* aid that is pledged even without an amount */
  BAYAN_AW_DEBATE,
  BAYAN_AW_VIEWS,
  BAYAN_AW_EFFORT,
  BAYAN_AW_REVIEW,
  BAYAN_AW_PAPER,
  BAYAN_AW_PLAN,
  BAYAN_AW_PRIORITY,
  BAYAN_AW_MERIT,
  BAYAN_AW_BLAME,
  BAYAN_AW_MATTER,
  BAYAN_AW_BODY, /* those who are informed */
  BAYAN_AW_THREAT,
  BAYAN_AW_RESOLVE, /* determined, united: what one remains */
  /* Words of what is said that say what saying it does */
  BAYAN_AW_CUE_POSE,
  BAYAN_AW_CUE_GRAVE,
  BAYAN_AW_CUE_URGE,
  BAYAN_AW_CUE_PRAISE,
  BAYAN_AW_CUE_WELCOME,
  BAYAN_AW_CUE_CONDEMN,
  BAYAN_AW_CUE_FUTURE,
  BAYAN_AW_CUE_GIVE,
  /* Pledges and parts in meetings */
  BAYAN_AW_MORE_THAN,
  BAYAN_AW_NEW,
  BAYAN_AW_OBSERVER,
  BAYAN_AW_BY,  /* with the participation of */
  BAYAN_AW_LED, /* under the chairmanship of */
  BAYAN_AW_JOINING,
  BAYAN_AW_MEMBER,
  BAYAN_AW_CHAIRS, /* the two who chair */
  BAYAN_AW_INVITED,
  BAYAN_AW_SIZE, /* had, of a meeting: so many members */
  /* Words that begin a clause of the first rank in the middle of a sentence: alone, or with أن behind them */
  BAYAN_AW_TURN,
  BAYAN_AW_TURN_WITH_THAT,
  BAYAN_AW_N_CLASSES
} BayanActWordClass;

#define BAYAN_AW(name) (G_GUINT64_CONSTANT (1) << BAYAN_AW_##name)

typedef enum {
  BAYAN_TENSE_PAST,
  BAYAN_TENSE_PRESENT, /* and future */
  BAYAN_TENSE_PARTICIPLE,
  BAYAN_TENSE_NOUN,
} BayanTense;

/* What a form of a verb, or an actor, agrees with. */
typedef enum {
  BAYAN_AGREES_MASCULINE = 1 << 0,
  BAYAN_AGREES_FEMININE = 1 << 1,
  BAYAN_AGREES_PLURAL = 1 << 2,  /* or dual */
  BAYAN_AGREES_SPEAKER = 1 << 3, /* the first person */
} BayanAgreement;

/* What has to follow a verb. */
typedef enum {
  BAYAN_NEEDS_THAT = 1 << 0,
  BAYAN_NEEDS_QUOTE = 1 << 1,
  BAYAN_NEEDS_OBJECT = 1 << 2,
  BAYAN_NEEDS_ALA = 1 << 3,
  BAYAN_NEEDS_AN = 1 << 4,
  BAYAN_NEEDS_ILA = 1 << 5,
  BAYAN_NEEDS_BI = 1 << 6,
  BAYAN_NEEDS_MIN = 1 << 7,
  BAYAN_NEEDS_LI = 1 << 8,
  BAYAN_NEEDS_FI = 1 << 9,
  BAYAN_NEEDS_MAA = 1 << 10,
} BayanNeeds;

typedef enum {
  BAYAN_VERB_NOUN = 1 << 0,    /* its plain form is also another word */
  BAYAN_VERB_NOUNS = 1 << 1,   /* the noun of its complement decides the class */
  BAYAN_VERB_CONTENT = 1 << 2, /* what is said decides */
  BAYAN_VERB_THREAT = 1 << 3,  /* pointing to a threat is concern */
  BAYAN_VERB_MONEY = 1 << 4,   /* with an amount it is a pledge */
  BAYAN_VERB_PLEDGE = 1 << 5,  /* a pledge also without one, if the purpose is relief */
  BAYAN_VERB_STILL = 1 << 6,   /* its negation is no negation: ما زال */
  BAYAN_VERB_SOURCE = 1 << 7,  /* a paper says it: جاء في بيان */
  BAYAN_VERB_RELAYED = 1 << 8, /* another one says it: نقل عن */
  BAYAN_VERB_BY_NOUN = 1 << 9, /* stands for the verb of the noun that follows: تم الاتفاق */
  BAYAN_VERB_PART = 1 << 10,   /* its subject takes part in a meeting */
  BAYAN_VERB_JOIN = 1 << 11,   /* its subject is a new member */
  BAYAN_VERB_HOST = 1 << 12,
  BAYAN_VERB_CHAIR = 1 << 13,
  BAYAN_VERB_ADVERB = 1 << 14,    /* its participle is also an adverb: مجددا */
  BAYAN_VERB_ADDRESSEE = 1 << 16, /* always has an object: who is thanked, charged or accused */
  BAYAN_VERB_HAMZA = 1 << 17,     /* another verb without its hamza: أطلع and اطلع */
  BAYAN_VERB_FUTURE = 1 << 18,    /* the row holds of the future only */
  BAYAN_VERB_SILENT = 1 << 15,    /* no act; but it has a subject */
} BayanVerbFlags;

/* One row of acts.tsv. */
typedef struct {
  const char *lemma; /* folded */
  BayanActClass act_class;
  guint32 needs;   /* BayanNeeds, any of them; 0: nothing */
  guint64 objects; /* classes of the noun, any of them */
  char **words;    /* further such nouns, folded; nullable */
  guint32 flags;   /* BayanVerbFlags; of the first row also for all */
  gboolean last;   /* no further row of this verb */
} BayanVerbSense;

typedef struct {
  const BayanVerbSense *senses;
  guint8 tense;        /* BayanTense */
  guint8 agreement;    /* BayanAgreement */
  gboolean plain;      /* looks like the past without an ending, or as a noun in the accusative does */
  gboolean has_object; /* with a pronoun behind it: استضافه */
  gboolean passive;    /* in the passive also without its vowel: دعيت */
  guint32 next;        /* another form that is written the same, 0 = none */
} BayanVerbForm;

/* A word that the tables know. */
typedef struct {
  const char *key;
  guint32 hash;
  guint32 length;
  guint32 form;      /* 0 = none */
  gboolean is_part; /* the verb of the form tells a part in a meeting: BAYAN_VERB_PART */
  guint64 classes;  /* bits 1 << BayanActWordClass */
} BayanActWord;

#define BAYAN_ACT_SLOTS (1u << 15)
#define BAYAN_ACT_KNOWN_BITS (1u << 17)

typedef struct {
  GStringChunk *strings;
  BayanActWord *slots; /* open addressing by hash; free where key is NULL */
  guint64 *known; /* a bit for the hash of each word: few others have one, and these bits stay near the processor */
  guint n_words;
  GArray *forms; /* of BayanVerbForm; [0] is unused */
  BayanVerbSense *senses;
  guint n_senses;
} BayanActLexicon;

BayanActLexicon *bayan_act_lexicon_new (GError **error) G_GNUC_WARN_UNUSED_RESULT;
void bayan_act_lexicon_free (BayanActLexicon *self);

const BayanActWord *bayan_act_lexicon_look_up (const BayanActLexicon *self, const char *key, gsize length_bytes,
                                               guint32 hash);

/* The word of @key, whose bayan_word_hash() is @hash; NULL where the tables do not know it, which most times costs no call. */
static inline const BayanActWord *
bayan_act_lexicon_find (const BayanActLexicon *self, const char *key, gsize length_bytes, guint32 hash)
{
  guint32 bit = hash & (BAYAN_ACT_KNOWN_BITS - 1);

  if ((self->known[bit / 64] >> bit % 64 & 1) == 0)
    return NULL;
  return bayan_act_lexicon_look_up (self, key, length_bytes, hash);
}

/* Asks for what bayan_act_lexicon_find() will read of a word that the tables likely know. */
static G_ALWAYS_INLINE inline void
bayan_act_lexicon_fetch (const BayanActLexicon *self, guint32 hash)
{
  __builtin_prefetch (&self->slots[hash & (BAYAN_ACT_SLOTS - 1)]);
}

/* NULL for form 0. */
static inline const BayanVerbForm *
bayan_act_lexicon_get_form (const BayanActLexicon *self, guint32 form)
{
  return form != 0 ? &g_array_index (self->forms, BayanVerbForm, form) : NULL;
}

/* bayan-act-inflection.c: calls @take with every form of a verb that statements have. */
typedef void (*BayanTakeForm) (const char *form, gsize length_bytes, const BayanVerbForm *what, gpointer data);

void bayan_act_inflect (const char *past, const char *present, const char *participle, const char *noun,
                        gboolean with_objects, BayanTakeForm take, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanActLexicon, bayan_act_lexicon_free)

G_END_DECLS
