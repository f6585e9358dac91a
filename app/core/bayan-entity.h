/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a mention names. Its maker fills it in; from then on it is not changed, so that whoever copies it gets the same
 * one, counted. Any thread. */
#pragma once

#include "bayan-mention.h"

G_BEGIN_DECLS

typedef struct {
  char *key;              /* see bayan-mention.h; never NULL; a GRefString, as its mentions have it too */
  BayanMentionType type;
  gatomicrefcount ref_count; /* beside the key: of most entities nothing else is touched */
  char *name_ar;          /* nullable */
  char *name_en;          /* nullable */
  char *iso3;             /* nullable: the country it is, lies in, or belongs to */
  char *area;             /* nullable: where it lies because the analyst says so: see bayan-own-entity.h */
  double latitude, longitude; /* degrees; NAN where it has no place of its own on the map */
} BayanEntity;

BayanEntity *bayan_entity_new (const char *key, BayanMentionType type);
BayanEntity *bayan_entity_copy (const BayanEntity *self);
void bayan_entity_free (BayanEntity *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanEntity, bayan_entity_free)

G_END_DECLS
