/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Groups of statements that tell the same. What is proposed and what the analyst decided are tables of their own:
 * nothing but edits and their undo touches decisions, so that each finds them as it left them. What is reported is
 * the decisions, and what they leave of the proposals. */
#pragma once

#include "bayan-library.h"
#include "bayan-store.h"

G_BEGIN_DECLS

gboolean bayan_group_table_remember (BayanStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_group_table_follow (BayanStore *store, BayanLibraryChange *change, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_group_table_decide (BayanStore *store, const BayanStatementGroup *group, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_group_table_propose (BayanStore *store, const GPtrArray *groups, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
