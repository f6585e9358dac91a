/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which suggestions were decided on, in the order of the decisions: read out of the journal. */
#pragma once

#include "bayan-store.h"

G_BEGIN_DECLS

GArray *bayan_decision_history_load (BayanStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
