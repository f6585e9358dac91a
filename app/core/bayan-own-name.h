/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A name of the analyst's own list: what the tables do not know, or know as something else. It is suggested wherever it or
 * one of its other spellings stands. Its maker fills it in; from then on it is not changed, so that whoever copies it gets
 * the same one, counted. Any thread. */
#pragma once

#include "bayan-mention.h"

G_BEGIN_DECLS

typedef enum {
  BAYAN_NAME_ORIGIN_HAND,  /* the analyst wrote it */
  BAYAN_NAME_ORIGIN_FILE,  /* it was in a list that was read in */
  BAYAN_NAME_ORIGIN_MERGE, /* it came with the merge of two entities */
} BayanNameOrigin;

const char *bayan_name_origin_to_string (BayanNameOrigin origin);
gboolean bayan_name_origin_from_string (const char *string, BayanNameOrigin *origin);

/* More is no name, or no list of one thing's spellings. */
#define BAYAN_OWN_NAME_MAX_BYTES 400
#define BAYAN_OWN_NAME_MAX_SPELLINGS 64

typedef struct {
  gint64 id; /* in the library; 0 before it is stored */
  BayanMentionType type;
  char *name;       /* as it is written; never NULL */
  char **spellings; /* other ways to write it; never NULL */
  char *iso3;       /* nullable: its country, ISO 3166-1 alpha-3 */
  char *key;        /* nullable: of the entity that it names; NULL: what the tables know under the name, or its own words */
  BayanNameOrigin origin;
  char *source;     /* the file that it was in, or ""; never NULL */
  gatomicrefcount ref_count;
} BayanOwnName;

BayanOwnName *bayan_own_name_new (BayanMentionType type, const char *name);
void bayan_own_name_add_spelling (BayanOwnName *self, const char *spelling); /* by its maker */
BayanOwnName *bayan_own_name_copy (const BayanOwnName *self);
BayanOwnName *bayan_own_name_dup (const BayanOwnName *self);
void bayan_own_name_free (BayanOwnName *self);
gboolean bayan_own_name_says_same (const BayanOwnName *self, const BayanOwnName *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanOwnName, bayan_own_name_free)

G_END_DECLS
