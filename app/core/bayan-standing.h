/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far the analyst's work on a statement is, and the tags that he gave it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  BAYAN_STAGE_NEW,
  BAYAN_STAGE_IN_PROGRESS,
  BAYAN_STAGE_DONE,
  BAYAN_N_STAGES
} BayanStage;

const char *bayan_stage_to_string (BayanStage stage);
gboolean bayan_stage_from_string (const char *string, BayanStage *stage);

#define BAYAN_TAG_MAX_BYTES 100

typedef struct {
  BayanStage stage;
  char *who;       /* nullable: who said so last; NULL where nobody did */
  gint64 at;       /* when, in seconds since 1970 */
  GPtrArray *tags; /* of char *: in the order of their names; never NULL */
} BayanStanding;

BayanStanding *bayan_standing_new (void);
BayanStanding *bayan_standing_copy (const BayanStanding *self);
void bayan_standing_free (BayanStanding *self);
gboolean bayan_standing_equal (const BayanStanding *self, const BayanStanding *other);
gboolean bayan_standing_has_tag (const BayanStanding *self, const char *tag);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanStanding, bayan_standing_free)

G_END_DECLS
