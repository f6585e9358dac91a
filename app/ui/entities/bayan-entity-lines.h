/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the entity sidebar shows, line by line: headings (BayanEntityGroup) and below each its entities
 * (BayanEntityItem). A GListModel that follows the desk's list. */
#pragma once

#include <gio/gio.h>

#include "bayan-entity-group.h"
#include "bayan-entity-item.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_ENTITY_LINES (bayan_entity_lines_get_type ())
G_DECLARE_FINAL_TYPE (BayanEntityLines, bayan_entity_lines, BAYAN, ENTITY_LINES, GObject)

BayanEntityLines *bayan_entity_lines_new (GListModel *entities);
void bayan_entity_lines_set_words (BayanEntityLines *self, const char *words);
void bayan_entity_lines_set_folded (BayanEntityLines *self, BayanEntityGroup *group, gboolean folded);
void bayan_entity_lines_refresh (BayanEntityLines *self);
BayanEntityGroup *bayan_entity_lines_get_group (BayanEntityLines *self, BayanMentionType type);
gboolean bayan_entity_lines_find (BayanEntityLines *self, const char *entity_key, guint *position);

G_END_DECLS
