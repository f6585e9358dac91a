/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the analyst types into the search, as a tree.
 *
 *   دعم العراق          both words, in any of their forms (hamza, vowel marks, particles and ال make no difference)
 *   "دعم العراق"        the words together; « » “ ” „ are quotation marks too
 *   a OR b   a | b      either
 *   -a   NOT a          not this one; - directly before what it leaves out
 *   a AND b             the same as a b
 *   (a | b) c           brackets; else NOT binds before AND, AND before OR
 *   =أحمد   exact:…     as it is typed: hamza, vowel marks and particles count
 *   title:…             words in the title
 *   type:MONEY          a thing of this type is marked and not rejected; the type's own name or one in English or Arabic
 *   entity:…            one with this name, in either language, or with this key
 *   country:…           the country, its people or a place in it; by name or code of ISO 3166-1
 *   date:2024-05        also 2024, 2024-05-17, 2023..2025, >2024-01, >=, <, <=
 *   source:…            part of the name of who issued or carried it, of the site or of the file
 *   act:CONDEMN         it does this; the class or its name in English or Arabic
 *
 * A value with spaces stands between quotation marks. Fields have Arabic names too: عنوان نوع كيان دولة تاريخ مصدر فعل
 * حرفي. Operators are Latin capitals or signs only: و and أو are words of every text, and a sentence that is pasted
 * means itself.
 *
 * While it is typed, what is not finished yet says nothing: a quotation mark or bracket that is open closes at the end,
 * an operator or a field at the end waits for what follows, and the last word may go on.
 */
#pragma once

#include <glib.h>

#include "bayan-query-problem.h"

G_BEGIN_DECLS

typedef enum {
  BAYAN_QUERY_AND,
  BAYAN_QUERY_OR,
  BAYAN_QUERY_NOT, /* of one child */
  BAYAN_QUERY_WORDS,
  BAYAN_QUERY_EXACT,
  BAYAN_QUERY_TITLE,
  BAYAN_QUERY_TYPE,
  BAYAN_QUERY_ENTITY,
  BAYAN_QUERY_COUNTRY,
  BAYAN_QUERY_DATE,
  BAYAN_QUERY_SOURCE,
  BAYAN_QUERY_ACT,
} BayanQueryKind;

typedef struct {
  BayanQueryKind kind;
  GPtrArray *children; /* of BayanQueryNode; AND, OR, NOT */
  char *text;          /* the others: what is looked for, without quotation marks; of a COUNTRY its iso3 */
  gboolean is_open;    /* WORDS, TITLE: the last word may go on */
  guint number;        /* TYPE: BayanMentionType; ACT: BayanActClass */
  gint32 from, to;     /* DATE: yyyymmdd, both inclusive */
} BayanQueryNode;

void bayan_query_node_free (BayanQueryNode *self);

/* More words than anybody types: what follows them is passed over. */
#define BAYAN_QUERY_LEAVES_MAX 32

gboolean bayan_query_parse (const char *typed, BayanQueryNode **root, BayanQueryProblem *problem);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanQueryNode, bayan_query_node_free)

G_END_DECLS
