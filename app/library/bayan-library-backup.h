/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of a library: the one that is made before its file gets a new format, and those that the analyst asks for. */
#pragma once

#include <gio/gio.h>

#include "bayan-database.h"

G_BEGIN_DECLS

gboolean bayan_library_backup_write (BayanDatabase *database, const char *path, GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
char *bayan_library_backup_make (BayanDatabase *database, int version, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
