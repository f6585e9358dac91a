/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The copy of a library that is made before its file gets a new format. */
#pragma once

#include "bayan-database.h"

G_BEGIN_DECLS

char *bayan_library_backup_make (BayanDatabase *database, int version, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
