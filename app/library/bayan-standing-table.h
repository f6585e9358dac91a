/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables `stage` and `statement_tag`: how far the work on each statement is, and its tags. Only edits write in them. */
#pragma once

#include "bayan-store.h"

G_BEGIN_DECLS

gboolean bayan_standing_table_set_stage (BayanStore *store,
                                         gint64 statement,
                                         BayanStage stage,
                                         const char *who,
                                         gint64 at,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_standing_table_set_tag (BayanStore *store,
                                       gint64 statement,
                                       const char *tag,
                                       gboolean on,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_standing_table_read (BayanStore *store, BayanHeader *header, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_standing_table_load (BayanStore *store, GPtrArray *headers, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_standing_table_delete_all (BayanStore *store, gint64 statement, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
