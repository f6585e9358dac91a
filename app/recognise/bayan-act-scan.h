/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A statement as the rules of acts see it: its words with what the tables and the recogniser know of each, and what
 * was found so far. Private to this room. */
#pragma once

#include <string.h>

#include "bayan-act-lexicon.h"
#include "bayan-keys.h"
#include "bayan-recognition.h"
#include "bayan-sentences.h"

G_BEGIN_DECLS

#define BAYAN_LETTER_BYTES 2
#define BAYAN_NO_WORD G_MAXUINT

typedef struct {
  const BayanActWord *word; /* nullable: what the tables know of the whole word */
  const BayanActWord *rest; /* nullable: and of it without a و or ف */
  gint32 mention;           /* the outermost one that covers it, an index in mentions; -1 = none */
  guint8 has_pronoun;       /* @word or @rest is the verb without the object behind it: شجبته */
  guint8 has_noun;          /* @noun is known */
  guint64 noun;             /* what bayan_act_scan_get_noun() gave */
} BayanActToken;

typedef struct {
  const BayanMention *mention;
  guint first, end;         /* its words */
  guint nested, end_nested; /* the mentions of the recognition that lie in it */
} BayanActMention;

#define BAYAN_ACTORS_MAX 12

typedef struct {
  BayanCleanSpan span;
  const char *key;  /* nullable */
  const char *iso3; /* nullable */
} BayanActActor;

typedef enum {
  BAYAN_PHRASE_NAME,  /* a person, an office */
  BAYAN_PHRASE_PLACE, /* a state or city */
  BAYAN_PHRASE_BODY,
  BAYAN_PHRASE_PEOPLE,
} BayanActPhraseKind;

/* A noun phrase that may act. */
typedef struct {
  guint first, end; /* words */
  BayanActPhraseKind kind;
  guint agreement; /* BayanAgreement, as far as it is known */
  gboolean gathering;
  guint count; /* "83 states"; 0 if it is no number */
  guint n_actors;
  BayanActActor actors[BAYAN_ACTORS_MAX];
} BayanActPhrase;

#define BAYAN_SUBJECTS_MAX 6

typedef struct {
  const BayanActLexicon *lexicon;
  const BayanWords *words;
  const BayanRecognition *recognition;
  BayanSentences *sentences;
  const guint *partners; /* of quotation marks and brackets; the sentences' */
  GArray *cues;          /* of guint: the words that may tell a part in a meeting, in the order of the text */
  guint n_tokens;
  BayanActToken *tokens;
  BayanActMention *mentions; /* outermost ones in the order of the text, then rejected ones that stand free */
  guint n_mentions;
  const BayanEntity **entities;                /* those that have a country, by the hash of their keys; NULL: a free place */
  guint32 entity_mask;                         /* of the hash */
  GHashTable *countries;                       /* hash of a person's last name → iso3; not owned */
  GHashTable *names;                           /* hash of a person's last name → 1 + the mention */
  BayanActPhrase subjects[BAYAN_SUBJECTS_MAX]; /* the last ones, the newest first */
  guint n_subjects;
  BayanActPhrase speaker; /* who says we; no actors if nobody does */
  BayanActs *acts;
} BayanActScan;

BayanActScan *bayan_act_scan_new (const BayanActLexicon *lexicon, const BayanWords *words,
                                  const BayanRecognition *recognition);
void bayan_act_scan_free (BayanActScan *self);

guint64 bayan_act_scan_get_noun (const BayanActScan *self, guint index);
gboolean bayan_act_scan_has_word (const BayanActScan *self, guint index, char **words);
BayanCleanSpan bayan_act_scan_get_span (const BayanActScan *self, guint first, guint end);
const char *bayan_act_scan_get_own_country (const BayanActScan *self, const BayanMention *mention);
const char *bayan_act_scan_get_country (const BayanActScan *self, const BayanActMention *mention);
guint bayan_act_scan_skip_joint (const BayanActScan *self, guint index);

static inline const char *
bayan_act_scan_get_key (const BayanActScan *self, guint index)
{
  return index < self->n_tokens ? bayan_words_get_key (self->words, index) : "";
}

static inline gboolean
bayan_act_scan_has_flag (const BayanActScan *self, guint index, guint32 flags)
{
  return index < self->n_tokens && (self->words->words[index].flags & flags) != 0;
}

/* For a constant @key: most words are shorter or longer. */
static G_ALWAYS_INLINE inline gboolean
bayan_act_scan_is (const BayanActScan *self, guint index, const char *key)
{
  gsize length_bytes = strlen (key);

  return index < self->n_tokens && self->words->words[index].key_length == length_bytes
         && memcmp (bayan_words_get_key (self->words, index), key, length_bytes) == 0;
}

/* The mention that begins with word @index, perhaps behind a proclitic; NULL if none does. */
static inline const BayanActMention *
bayan_act_scan_get_mention (const BayanActScan *self, guint index)
{
  const BayanActMention *mention;

  if (index >= self->n_tokens || self->tokens[index].mention < 0)
    return NULL;
  mention = &self->mentions[self->tokens[index].mention];
  return mention->first == index ? mention : NULL;
}

static inline gboolean
bayan_act_scan_is_comma (const BayanActScan *self, guint index)
{
  return bayan_act_scan_has_flag (self, index, BAYAN_WORD_CLAUSE_END)
         && (bayan_act_scan_is (self, index, "،") || bayan_act_scan_is (self, index, ","));
}

static inline gboolean
bayan_act_scan_is_punctuation (const BayanActScan *self, guint index)
{
  return bayan_act_scan_has_flag (self, index, BAYAN_WORD_PUNCTUATION);
}

/* The classes of the word as it stands, and of it behind a و or ف. */
static inline guint64
bayan_act_scan_get_classes (const BayanActScan *self, guint index)
{
  const BayanActToken *token;

  if (index >= self->n_tokens)
    return 0;
  token = &self->tokens[index];
  return (token->word != NULL ? token->word->classes : 0) | (token->rest != NULL ? token->rest->classes : 0);
}

/* The same of the word as it stands alone. */
static inline guint64
bayan_act_scan_get_whole (const BayanActScan *self, guint index)
{
  return index < self->n_tokens && self->tokens[index].word != NULL ? self->tokens[index].word->classes : 0;
}

/* bayan-act-phrases.c, bayan-act-actors.c */
gboolean bayan_act_parse_phrase (const BayanActScan *self, guint at, guint end, gboolean joined,
                                 BayanActPhrase *phrase);
gboolean bayan_act_find_subject (const BayanActScan *self, guint at, guint end, guint agreement,
                                 guint32 needs, gboolean object_first, BayanActPhrase *phrase);
void bayan_act_remember (BayanActScan *self, const BayanActPhrase *phrase, guint verb_agreement);
gboolean bayan_act_agrees (const BayanActPhrase *subject, guint agreement);
const BayanActPhrase *bayan_act_recall (const BayanActScan *self, guint agreement);
void bayan_act_fill_actors (GPtrArray *actors, const BayanActPhrase *phrase);

/* bayan-act-senses.c */
typedef struct {
  const BayanVerbSense *sense;
  BayanActClass act_class;
  guint complement; /* the word that decided; BAYAN_NO_WORD */
  guint content;    /* where what it is about begins */
  guint end;        /* where it ends at the latest */
  gint32 money;     /* the mention of the amount; -1 = none */
  guint quote;         /* the mark that opens what is quoted before the verb; BAYAN_NO_WORD = nothing is */
  gboolean has_letter; /* the preposition is the first letter of @content */
} BayanActDecision;

gboolean bayan_act_decide (const BayanActScan *self, const BayanVerbForm *form, guint verb, guint after,
                           guint end, BayanActDecision *decision);
gboolean bayan_act_may_follow (const BayanActScan *self, const BayanVerbForm *form, guint after, guint end);
guint32 bayan_act_get_needs (const BayanVerbSense *senses);
guint32 bayan_act_get_preposition (const BayanActScan *self, guint index, guint *noun);
gboolean bayan_act_is_object (const BayanActScan *self, guint at, guint end);
guint bayan_act_skip_to_noun (const BayanActScan *self, guint at, guint end, gboolean also_intensifiers);

/* bayan-act-target.c */
void bayan_act_aim (const BayanActScan *self, guint after, guint32 kind, BayanActDecision *decision);
BayanCleanSpan bayan_act_get_target (const BayanActScan *self, const BayanActDecision *decision, guint first,
                                     guint end);

/* bayan-act-clauses.c, bayan-act-ranks.c */
guint bayan_act_count_adversative (const BayanActScan *self, guint at);
guint bayan_act_end_of_clause (const BayanActScan *self, guint at, guint end);

/* bayan-act-sentence.c */
void bayan_act_read_sentence (BayanActScan *self, const BayanSentence *sentence);

/* bayan-act-pledges.c, bayan-act-roles.c */
void bayan_act_take_pledges (BayanActScan *self, BayanCleanSpan verb, const BayanActPhrase *who,
                             const BayanActDecision *decision, const char *rule);
gboolean bayan_act_may_tell_role (const BayanActWord *word);
void bayan_act_read_roles (BayanActScan *self, const BayanSentence *sentence, guint *cue);
void bayan_act_take_role (BayanActScan *self, BayanRoleKind kind, const BayanActPhrase *who, guint cue,
                          const char *rule);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanActScan, bayan_act_scan_free)

G_END_DECLS
