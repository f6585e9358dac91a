/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One statement while it is being recognised: its words, what the lexicon knows of each, and the candidates
 * found so far. Private to this room; one scan belongs to one thread.
 *
 * The span of a mention begins where its first word's reading begins, so that proclitics stay outside; لل is not
 * split.
 */
#pragma once

#include "bayan-calendar.h"
#include "bayan-currencies.h"
#include "bayan-keys.h"
#include "bayan-lexicon.h"
#include "bayan-mention.h"
#include "bayan-numbers.h"
#include "bayan-resolutions.h"
#include "bayan-word-types.h"

G_BEGIN_DECLS

#define BAYAN_ANY_PROCLITICS 0xff
/* The rule of what the analyst's list of names brings */
#define BAYAN_RULE_LISTED "memory/list"
/* Beside BayanWordFlags: something that begins with the word is remembered of the analyst. */
#define BAYAN_TOKEN_REMEMBERED (1u << 31)
/* What is longer is no name, and is built upon by no rule: so no text can make nested names grow without end.
 */
#define BAYAN_CANDIDATE_TOKENS_MAX 48

typedef struct
{
  guint32 start, end; /* bytes of the text */
  const char *key;    /* BAYAN_FOLD_MATCH, NUL terminated */
  guint32 flags;      /* BayanWordFlags */
  guint32 begins;     /* bits of BayanBeginning */
  guint16 key_length; /* bytes */
  guint8 n_readings;  /* at least 1: the word itself comes first */
  guint8 shapes;      /* BayanWordShapes */
  guint64 classes;    /* of all its readings */
  BayanReading *readings; /* owned by the scan */
} BayanToken;

typedef enum
{
  BAYAN_CANDIDATE_INNER = 1 << 0,   /* may nest in a candidate of its own type: it is its complement */
  BAYAN_CANDIDATE_FIXED = 1 << 1,   /* no people and no regions nest in it */
  BAYAN_CANDIDATE_WEAK = 1 << 2,    /* loses against everything it touches */
  BAYAN_CANDIDATE_BARE = 1 << 3,    /* stands only if something else takes it up: a title before a name */
  BAYAN_CANDIDATE_HEAD = 1 << 4,    /* a lexicon body that takes its country's adjective */
  BAYAN_CANDIDATE_DROPPED = 1 << 5, /* its context speaks against it */
  BAYAN_CANDIDATE_ATOMIC = 1 << 6,  /* nothing nests in it */
  BAYAN_CANDIDATE_REMEMBERED = 1 << 7, /* the analyst calls these words so, and nobody else found them */
  BAYAN_CANDIDATE_AGREED = 1 << 8,     /* the analyst calls these words so, too */
  BAYAN_CANDIDATE_LEARNED = 1 << 9,    /* the tagger's: what anybody else found comes first */
} BayanCandidateFlags;

typedef struct
{
  guint32 first, last; /* tokens, @last exclusive */
  guint32 start, end;  /* bytes */
  BayanMentionType type;
  guint flags;
  guint8 proclitics;    /* of the first word's reading */
  guint32 entry;        /* in the lexicon, 0 = made by a rule */
  guint32 node;         /* the lexicon's phrase, 0 = made by a rule */
  guint32 known;        /* what the analyst said it is: one more than its place in the scan's @known, 0 = nothing */
  const char *rule;     /* static */
  const char *evidence; /* owned by the scan, nullable */
  const char *value;    /* the same */
  const char *key;      /* the same */
  gint32 next;          /* another candidate with the same first token, -1 = none */
} BayanCandidate;

typedef struct
{
  const BayanLexicon *lexicon;
  const BayanCurrencies *currencies;   /* for the rules, as what follows */
  const BayanResolutions *resolutions;
  const char *text;
  const BayanWords *whole_words; /* borrowed: as they stand in the text */
  BayanGluedWords *cut;          /* nullable: the same with glued words cut */
  const BayanWords *words;       /* of the two, those that are read */
  BayanToken *tokens;
  guint32 n_tokens;
  BayanReading *readings, *end_readings; /* room for more of them */
  GSList *reading_blocks;
  BayanCandidate *candidates;
  guint n_candidates, candidates_capacity;
  gint32 *first; /* for each token its last candidate made, -1 = none */
  GStringChunk *strings;
  GPtrArray *known; /* nullable: of BayanEntity */
} BayanScan;

BayanScan *
bayan_scan_new (const BayanLexicon *lexicon, BayanWordTypes *types, const BayanWords *words);
void bayan_scan_free (BayanScan *self);

/* Candidates */
BayanCandidate *bayan_scan_add (BayanScan *self,
                                BayanMentionType type,
                                guint32 first,
                                guint32 last,
                                const BayanReading *reading,
                                const char *rule);
BayanCandidate *bayan_scan_longest (const BayanScan *self, guint32 token, guint type_mask, guint8 proclitics);
const char *bayan_scan_text (BayanScan *self, guint32 first, guint32 last);
void bayan_scan_match_lexicon (BayanScan *self);
void bayan_scan_set_known (BayanScan *self, BayanCandidate *candidate, const BayanEntity *entity);

/* Words */
const BayanReading *
bayan_scan_reading_with (const BayanScan *self, guint32 token, guint64 classes, guint8 proclitics);
gboolean bayan_scan_key_in (const BayanScan *self, guint32 token, const char *const *keys);
gboolean bayan_scan_is_written_with_hamza (const BayanScan *self, guint32 token);
gboolean bayan_scan_reading_is_definite (const BayanScan *self, guint32 token, const BayanReading *reading);
const char *bayan_scan_stem (const BayanScan *self, guint32 token, const BayanReading *reading);
guint32 bayan_scan_skip_quote (const BayanScan *self, guint32 token);
guint32 bayan_scan_close_quotes (const BayanScan *self, guint32 first, guint32 last);

/* The rules ask these of every word, each of them many times, so they cost no call. */

static inline BayanCandidate *
bayan_scan_get (const BayanScan *self, gint32 candidate)
{
  return candidate < 0 ? NULL : &self->candidates[candidate];
}

/* The first reading of @token that is in one of @classes; NULL for none. */
static inline const BayanReading *
bayan_scan_reading (const BayanScan *self, guint32 token, guint64 classes)
{
  const BayanToken *at = &self->tokens[token];

  if (token >= self->n_tokens || (at->classes & classes) == 0)
    return NULL;

  for (guint r = 0; r < at->n_readings; r++)
    if ((at->readings[r].classes & classes) != 0)
      return &at->readings[r];

  return NULL;
}

/* TRUE if the word itself, as it stands, is in one of @classes. */
static inline gboolean
bayan_scan_is (const BayanScan *self, guint32 token, guint64 classes)
{
  return token < self->n_tokens && (self->tokens[token].readings[0].classes & classes) != 0;
}

/* TRUE for a word with the article and at least two letters more. أل and إل, which fold to it, are none. */
static inline gboolean
bayan_scan_is_definite (const BayanScan *self, guint32 token)
{
  return token < self->n_tokens && (self->tokens[token].shapes & BAYAN_SHAPE_ARTICLE) != 0
         && !bayan_scan_is_written_with_hamza (self, token);
}

/* bayan_key_ends() of @word, whose length is known */
static G_ALWAYS_INLINE inline gboolean
bayan_scan_word_ends (const BayanToken *word, const char *end)
{
  gsize n = strlen (end);

  return word->key_length >= n && memcmp (word->key + word->key_length - n, end, n) == 0;
}

/* For a constant @key: most words are shorter or longer. */
static G_ALWAYS_INLINE inline gboolean
bayan_scan_key_is (const BayanScan *self, guint32 token, const char *key)
{
  gsize length_bytes = strlen (key);

  return token < self->n_tokens && self->tokens[token].key_length == length_bytes
         && memcmp (self->tokens[token].key, key, length_bytes) == 0;
}

/* TRUE if @token is there and in the same line as the one before it: a phrase may go on with it. */
static inline gboolean
bayan_scan_goes_on (const BayanScan *self, guint32 token)
{
  return token < self->n_tokens && (self->tokens[token].flags & BAYAN_WORD_NEWLINE_BEFORE) == 0;
}

/* The language room's readers, which must not be asked behind the last word */
static inline gboolean
bayan_scan_parse_number (const BayanScan *self, guint32 token, BayanNumber *number)
{
  return token < self->n_tokens && bayan_numbers_parse (self->words, token, number);
}

static inline gboolean
bayan_scan_parse_ordinal (const BayanScan *self, guint32 token, BayanNumber *number)
{
  return token < self->n_tokens && bayan_numbers_parse_ordinal (self->words, token, number);
}

static inline gboolean
bayan_scan_match_month (const BayanScan *self, guint32 token, BayanMonthName *name)
{
  return token < self->n_tokens && bayan_calendar_match_month (self->words, token, name);
}

static inline guint
bayan_scan_match_weekday (const BayanScan *self, guint32 token, guint *n_words, guint *prefix_chars)
{
  return token < self->n_tokens ? bayan_calendar_match_weekday (self->words, token, n_words, prefix_chars)
                                : 0;
}

#define BAYAN_CLASS(name) (G_GUINT64_CONSTANT (1) << BAYAN_LEX_##name)
#define BAYAN_TYPE(name) (1u << BAYAN_MENTION_##name)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanScan, bayan_scan_free)

G_END_DECLS
