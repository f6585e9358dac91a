/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked of a lexicon at every word of a text, without a call: the rest of this room asks bayan-lexicon.h. Private to
 * bayan-lexicon.c, bayan-scan.c and bayan-word-types.c. */
#pragma once

#include "bayan-lexicon-format.h"
#include "bayan-lexicon.h"

G_BEGIN_DECLS

struct _BayanLexicon {
  GBytes *compiled; /* everything points into it */
  const BayanLexiconHeader *header;
  const guint32 *slots;
  guint32 slot_mask;
  const BayanLexiconWord *words;
  const BayanLexiconEdge *edges;
  guint32 edge_mask;
  const BayanLexiconNode *nodes;
  const BayanLexiconMatch *matches;
  const BayanLexiconRecord *records;
  const BayanLexiconBrief *briefs;
  const char *strings;
  const char *tables[BAYAN_LEXICON_TABLES_MAX + 1]; /* static */
  guint32 n_entries;                                /* with entry 0 */
  BayanLexiconEntry *entries; /* each is filled when it is first asked for, its entity last */
  GMutex lock;                /* who fills one */
};

/* Where a search for the edge of @node for @word begins */
static inline const BayanLexiconEdge *
bayan_lexicon_probe_edge (const BayanLexicon *self, guint32 node, guint32 word)
{
  return &self->edges[bayan_lexicon_hash_edge (node, word) & self->edge_mask];
}

/* The edge of @node for @word; NULL where there is none */
static inline const BayanLexiconEdge *
bayan_lexicon_probe_find_edge (const BayanLexicon *self, guint32 node, guint32 word)
{
  for (guint32 at = bayan_lexicon_hash_edge (node, word) & self->edge_mask; self->edges[at].word != 0;
       at = (at + 1) & self->edge_mask)
    if (self->edges[at].word == word && self->edges[at].node == node)
      return &self->edges[at];

  return NULL;
}

/* bayan_lexicon_next_match() */
static inline guint32
bayan_lexicon_probe_next (const BayanLexicon *self, guint32 match)
{
  return (match & BAYAN_LEXICON_ONLY_ENTRY) != 0 ? 0 : self->matches[match].next;
}

/* bayan_lexicon_match_entry() */
static inline guint32
bayan_lexicon_probe_entry (const BayanLexicon *self, guint32 match)
{
  return (match & BAYAN_LEXICON_ONLY_ENTRY) != 0 ? match & ~BAYAN_LEXICON_ONLY_ENTRY
                                                 : self->matches[match].entry;
}

G_END_DECLS
