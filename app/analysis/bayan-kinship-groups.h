/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From pairs to groups: which statements tell the same, proposed to the analyst.
 *
 * A group grows from its nearest pair on. One that is like only one of a group's members does not join it, nor one that
 * its days or places keep apart from some of them: no chain of likenesses makes one group of two stories. What the
 * analyst split is never in one group again.
 */
#pragma once

#include <gio/gio.h>

#include "bayan-kinship-index.h"
#include "bayan-statement-group.h"

G_BEGIN_DECLS

GPtrArray *bayan_kinship_groups_propose (BayanKinshipIndex *index, GArray *new_statements, GPtrArray *known,
                                         GCancellable *cancellable);

G_END_DECLS
