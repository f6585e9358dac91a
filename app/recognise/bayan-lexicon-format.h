/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a compiled lexicon lies in memory and in its file: a header, and behind it plain arrays that are read where they
 * lie. Only bayan-lexicon.c, bayan-lexicon-probe.h, bayan-lexicon-builder.c and what reads the arrays of persons and
 * offices may include this. It is made by the build that reads it, so it has that machine's byte order; who changes
 * anything here counts BAYAN_LEXICON_VERSION up.
 *
 * Words are numbered from 1; 0 is "not in the lexicon". So are nodes, matches and entries. Phrases are a trie whose edges
 * are words. The first word of a phrase leads to its node by itself; all other edges lie in one table with open
 * addressing, so that nodes need no structs. */
#pragma once

#include <glib.h>

#define BAYAN_LEXICON_MAGIC "BayanLex"
#define BAYAN_LEXICON_BYTE_ORDER 0x01020304u
#define BAYAN_LEXICON_VERSION 5u
#define BAYAN_LEXICON_ALIGNMENT 8u
#define BAYAN_LEXICON_TABLES_MAX 255u

/* A slot of the words' table: the number of the word and the upper bits of its hash; 0 is free. Of a word that is not in
 * the lexicon the hash says so nearly always, and nothing else has to be read. */
#define BAYAN_LEXICON_NUMBER_BITS 22
#define BAYAN_LEXICON_NUMBER_MASK ((1u << BAYAN_LEXICON_NUMBER_BITS) - 1)

typedef enum {
  BAYAN_LEXICON_SLOTS,   /* of guint32; their number is a power of two, more than there are words */
  BAYAN_LEXICON_WORDS,   /* of BayanLexiconWord */
  BAYAN_LEXICON_EDGES,   /* of BayanLexiconEdge; their number is a power of two, more than are used */
  BAYAN_LEXICON_NODES,   /* of BayanLexiconNode */
  BAYAN_LEXICON_MATCHES, /* of BayanLexiconMatch */
  BAYAN_LEXICON_ENTRIES, /* of BayanLexiconRecord */
  BAYAN_LEXICON_BRIEFS,  /* of BayanLexiconBrief: as many as there are entries */
  BAYAN_LEXICON_TABLES,  /* of guint32: the names of the tables, in the strings */
  BAYAN_LEXICON_POSTS,     /* of BayanLexiconPost, by their words; as of the next two, [0] is unused */
  BAYAN_LEXICON_HOLDERS,   /* of BayanLexiconHolder, as the table has them */
  BAYAN_LEXICON_SPELLINGS, /* of BayanLexiconSpelling, by their sound */
  BAYAN_LEXICON_STRINGS, /* of char: NUL terminated ones, and the keys of words, which are not; begins with "" */
  BAYAN_LEXICON_N_SECTIONS
} BayanLexiconSectionName;

typedef struct {
  guint32 start_bytes; /* from the beginning of the header */
  guint32 n_elements;
} BayanLexiconSection;

typedef struct {
  char magic[8];
  guint32 byte_order, version;
  guint64 hash; /* of every byte behind this one */
  guint64 length_bytes; /* of everything */
  BayanLexiconSection sections[BAYAN_LEXICON_N_SECTIONS];
} BayanLexiconHeader;

typedef struct {
  guint64 classes;
  guint32 key; /* in the strings */
  guint32 length_bytes;
  guint32 node; /* of the phrases that begin with it; 0 for none */
  guint32 unused;
} BayanLexiconWord;

/* In the place of a match: this entry, and no other one. So it is with nearly every name. */
#define BAYAN_LEXICON_ONLY_ENTRY (1u << 31)

typedef struct {
  guint32 match; /* the first one, or BAYAN_LEXICON_ONLY_ENTRY and the entry; 0 for none */
  guint32 words; /* bits of bayan_lexicon_word_bit() of the words that lead on: most words do not, and nothing else has to be
                  * read to know it */
} BayanLexiconNode;

typedef struct {
  guint32 node, word; /* word 0: free */
  guint32 child;
  guint32 match, words; /* of the child, so that it need not be looked at */
} BayanLexiconEdge;

typedef struct {
  guint32 entry;
  guint32 next; /* another match of the same node, 0 for none */
} BayanLexiconMatch;

/* An entity; strings are offsets into the strings, 0 for NULL. */
typedef struct {
  guint32 key, name_ar, name_en, iso3;
  double latitude, longitude;
} BayanLexiconRecord;

/* What is asked of every entry that a text may name, so short that those of all entries stay in the cache. */
typedef struct {
  guint32 key;   /* as the record's */
  guint16 flags; /* BayanEntryFlags */
  guint8 type;   /* BayanMentionType */
  guint8 table;  /* in the tables */
} BayanLexiconBrief;

/* Words that name an office which one person holds at a time: see data/gazetteer/office-kinds.tsv. */
typedef struct {
  guint32 words; /* folded, one space between them */
  guint32 office, name_ar, name_en;
  guint32 of; /* the entry of the state or body that the words imply, 0 for none */
} BayanLexiconPost;

/* Somebody in an office. Dates are YYYYMMDD, 00 for what is not known. */
typedef struct {
  guint32 person, of; /* entries */
  guint32 office;     /* a string */
  guint32 from, to;
  guint32 is_open; /* @to is only until when it is known */
} BayanLexiconHolder;

/* A name of a person, of several words: see bayan-person-spelling.h */
typedef struct {
  guint32 sound, name; /* strings */
  guint32 entry;
} BayanLexiconSpelling;

static inline guint32
bayan_lexicon_hash_edge (guint32 node, guint32 word)
{
  return (guint32) (((guint64) node << 32 | word) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15) >> 32);
}

/* What a slot holds for word @number. */
static inline guint32
bayan_lexicon_make_slot (guint32 number, guint32 hash)
{
  return number | (hash & ~BAYAN_LEXICON_NUMBER_MASK);
}

guint64 bayan_lexicon_hash_bytes (const guint8 *bytes, gsize length_bytes);

struct _BayanLexicon;
const BayanLexiconPost *bayan_lexicon_get_posts (const struct _BayanLexicon *self, guint *n_posts);
const BayanLexiconHolder *bayan_lexicon_get_holders (const struct _BayanLexicon *self, guint *n_holders);
const BayanLexiconSpelling *bayan_lexicon_get_spellings (const struct _BayanLexicon *self, guint *n_spellings);
const char *bayan_lexicon_get_string (const struct _BayanLexicon *self, guint32 start);
