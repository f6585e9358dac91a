/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table `note`. Only edits write in it. */
#pragma once

#include "bayan-store.h"

G_BEGIN_DECLS

gboolean bayan_note_table_set (BayanStore *store, gint64 id, const BayanNote *note, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_note_table_remove (BayanStore *store, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_note_table_load (BayanStore *store, GPtrArray *notes, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_note_table_read (BayanStore *store, gint64 id, BayanLibraryChange *change, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
