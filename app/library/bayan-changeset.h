/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SQLite session changesets: watching an edit, doing it again or backwards, and reading from it what changed.
 */
#pragma once

#include "bayan-store.h"

G_BEGIN_DECLS

/* Defined by sqlite3.h where SQLITE_ENABLE_SESSION is. */
typedef struct sqlite3_session BayanSession;

BayanSession *bayan_session_begin (BayanStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *
bayan_session_read (BayanStore *store, BayanSession *session, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void bayan_session_end (BayanSession *session);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanSession, bayan_session_end)

GBytes *bayan_changeset_join (GBytes *first, GBytes *second, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *bayan_changeset_invert (GBytes *changeset, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean
bayan_changeset_apply (BayanStore *store, GBytes *changeset, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_changeset_describe (BayanStore *store,
                                   GBytes *changeset,
                                   BayanLibraryChange *change,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
