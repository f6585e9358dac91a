/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What recognising one statement gives: its mentions and the entities they name. Immutable once made. */
#pragma once

#include "bayan-entity.h"
#include "bayan-mention.h"

G_BEGIN_DECLS

typedef struct {
  GPtrArray *mentions; /* of BayanMention, sorted by bayan_mention_compare() */
  GPtrArray *entities; /* of BayanEntity: every key that a mention names, once */
} BayanRecognition;

BayanRecognition *bayan_recognition_new (void);
void bayan_recognition_free (BayanRecognition *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanRecognition, bayan_recognition_free)

G_END_DECLS
