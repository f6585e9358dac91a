/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the analyst says of an entity: it stands before what was found of it, and takes nothing away from that. Its maker
 * fills it in; from then on it is not changed, and whoever copies it gets the same one, counted. Any thread. */
#pragma once

#include "bayan-entity.h"

G_BEGIN_DECLS

#define BAYAN_OWN_ENTITY_MAX_NAME_BYTES 400
#define BAYAN_OWN_ENTITY_MAX_DESCRIPTION_BYTES 4000

#define BAYAN_OWN_ENTITY_AS_FOUND (-1)

/* An area: it is not on the map, whatever is found of it */
#define BAYAN_AREA_NOWHERE "-"

typedef struct {
  int type;            /* a BayanMentionType; AS_FOUND */
  char *name_ar;       /* nullable: as it was found */
  char *name_en;       /* nullable: as it was found */
  char *description;   /* "" for none; never NULL, as those that follow */
  char *iso;           /* ISO 3166-1, alpha-3 or alpha-2, in capitals */
  char *m49;           /* three digits */
  char *wikidata;      /* "Q796" */
  char *area;          /* the key of the country, province or place that it lies in: see bayan-location.h; NOWHERE */
  double latitude, longitude; /* degrees; NAN: as it was found */
  gatomicrefcount ref_count;
} BayanOwnEntity;

BayanOwnEntity *bayan_own_entity_new (void);
BayanOwnEntity *bayan_own_entity_copy (const BayanOwnEntity *self);
BayanOwnEntity *bayan_own_entity_dup (const BayanOwnEntity *self);
void bayan_own_entity_free (BayanOwnEntity *self);
void bayan_own_entity_set_text (char **field, const char *text);
gboolean bayan_own_entity_has_position (const BayanOwnEntity *self);
gboolean bayan_own_entity_is_placed (const BayanOwnEntity *self);
gboolean bayan_own_entity_is_empty (const BayanOwnEntity *self);
gboolean bayan_own_entity_says_same (const BayanOwnEntity *self, const BayanOwnEntity *other);
BayanEntity *bayan_own_entity_apply (const BayanOwnEntity *self, const BayanEntity *found);

/* As typed. Yours; "" of nothing but white space; NULL where it cannot be one. */
char *bayan_own_entity_read_iso (const char *typed);
char *bayan_own_entity_read_m49 (const char *typed);
char *bayan_own_entity_read_wikidata (const char *typed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanOwnEntity, bayan_own_entity_free)

G_END_DECLS
