/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A mention: a span of clean text that names something, what it is, how sure we are and who says so. */
#pragma once

#include "bayan-position.h"

G_BEGIN_DECLS

/* The types of Wojood (Jarrar, Khalilia & Ghanem 2022), as statements/GUIDELINES.md uses them. The order is
 * that of the entity sidebar; libraries and files hold the names, never the numbers. */
typedef enum {
  BAYAN_MENTION_GPE,
  BAYAN_MENTION_LOC,
  BAYAN_MENTION_NORP,
  BAYAN_MENTION_ORG,
  BAYAN_MENTION_PERS,
  BAYAN_MENTION_OCC,
  BAYAN_MENTION_EVENT,
  BAYAN_MENTION_FAC,
  BAYAN_MENTION_LAW,
  BAYAN_MENTION_DATE,
  BAYAN_MENTION_TIME,
  BAYAN_MENTION_MONEY,
  BAYAN_MENTION_CARDINAL,
  BAYAN_MENTION_QUANTITY,
  BAYAN_MENTION_PERCENT,
  BAYAN_MENTION_OWN, /* a label of the analyst's code book, which the entity key says: see bayan-own-label.h */
  BAYAN_MENTION_N_TYPES
} BayanMentionType;

/* Those that the recogniser knows, and learns: the first of the types. */
#define BAYAN_MENTION_N_SUGGESTED BAYAN_MENTION_OWN

const char *bayan_mention_type_to_string (BayanMentionType type);
gboolean bayan_mention_type_from_string (const char *string, BayanMentionType *type);

typedef enum {
  BAYAN_STATUS_SUGGESTED,
  BAYAN_STATUS_CONFIRMED,
  BAYAN_STATUS_REJECTED,
} BayanMentionStatus;

const char *bayan_mention_status_to_string (BayanMentionStatus status);
gboolean bayan_mention_status_from_string (const char *string, BayanMentionStatus *status);

/* The layers of recognition (shared/arabic.md §4), and the analyst above them all. */
typedef enum {
  BAYAN_LAYER_ANALYST,
  BAYAN_LAYER_MEMORY,
  BAYAN_LAYER_GAZETTEER,
  BAYAN_LAYER_RULE,
  BAYAN_LAYER_TAGGER,
} BayanLayer;

const char *bayan_layer_to_string (BayanLayer layer);
gboolean bayan_layer_from_string (const char *string, BayanLayer *layer);

/* The evidence of a mention whose words were written anew since it was made: it asks for another look. */
#define BAYAN_EVIDENCE_EDITED "text/edited"

/* Entity keys join rooms that may not see one another. They are ASCII scheme, colon, identifier:
 *   iso:IRQ           a country (ISO 3166-1 alpha-3)     adm1:IRQ-3105   a province (Natural Earth adm1_code)
 *   region:sahel      a row of regions.tsv               place:…         a row of the places table
 *   nisba:IRQ         a nationality adjective            norp:…          any other people or community
 *   org:… pers:… occ:… event:… fac:… law:…               a row of a table, or the folded words of the mention
 *   label:7              a label of the code book
 * Values (DATE, TIME, MONEY, CARDINAL, QUANTITY, PERCENT) have a value and the key "date:VALUE" and so on. */
typedef struct {
  gint64 id; /* in the library; 0 before it is stored */
  BayanCleanSpan span; /* of one in several parts the first: see bayan_mention_set_parts() */
  BayanMentionType type : 8; /* a long text has hundreds of thousands of mentions */
  BayanMentionStatus status : 8;
  BayanLayer layer : 8;
  guint n_others; /* atomic: who holds it besides the first */
  /* GRefStrings, as many mentions say the same: set with bayan_mention_set_text(). */
  char *rule;       /* who made it: "gazetteer/countries.tsv", "date/day-month-year", "analyst"; never NULL */
  char *evidence;   /* nullable: the row, trigger or cue that decided, in the words of the table or text */
  char *entity_key; /* nullable */
  char *value;      /* nullable, normalised: ISO 8601 (X: unknown), "436000000 USD", "S/RES/2254(2015)" */
  GArray *more;     /* nullable: of BayanCleanSpan: its other parts, in the order of the text: وزيرا خارجية العراق … وسوريا.
                       Shared by copies: replaced as a whole, never changed */
} BayanMention;

BayanMention *bayan_mention_new_empty (void);
BayanMention *bayan_mention_new (BayanCleanSpan span, BayanMentionType type, BayanLayer layer,
                                 const char *rule);
void bayan_mention_set_text (char **field, const char *text);
BayanMention *bayan_mention_copy (const BayanMention *self);
BayanMention *bayan_mention_share (BayanMention *self);
void bayan_mention_free (BayanMention *self);
void bayan_mention_set_parts (BayanMention *self, const BayanCleanSpan *parts, guint n_parts);
guint bayan_mention_get_n_parts (const BayanMention *self);
BayanCleanSpan bayan_mention_get_part (const BayanMention *self, guint i);
int bayan_mention_compare (const BayanMention *a, const BayanMention *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanMention, bayan_mention_free)

G_END_DECLS
