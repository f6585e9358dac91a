/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where words stand in the statements of a library, and what is marked there. */
#pragma once

#include "bayan-store.h"

G_BEGIN_DECLS

GPtrArray *bayan_occurrence_search_run (BayanStore *store, const char *words, guint n_max,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
