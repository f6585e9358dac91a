/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One heading of the entity sidebar: a mention type, and what stands beneath it. */
#pragma once

#include <glib-object.h>

#include "bayan-mention.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_ENTITY_GROUP (bayan_entity_group_get_type ())
G_DECLARE_FINAL_TYPE (BayanEntityGroup, bayan_entity_group, BAYAN, ENTITY_GROUP, GObject)

BayanEntityGroup *bayan_entity_group_new (BayanMentionType type);
BayanMentionType bayan_entity_group_get_mention_type (BayanEntityGroup *self);
guint bayan_entity_group_get_n_entities (BayanEntityGroup *self);
guint bayan_entity_group_get_most (BayanEntityGroup *self);
gboolean bayan_entity_group_get_folded (BayanEntityGroup *self);

/* Each emits "changed" where something is another than before. */
void bayan_entity_group_set_n_entities (BayanEntityGroup *self, guint n_entities);
void bayan_entity_group_set_most (BayanEntityGroup *self, guint most);
void bayan_entity_group_set_folded (BayanEntityGroup *self, gboolean folded);

G_END_DECLS
