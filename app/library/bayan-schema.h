/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of a library, by version. */
#pragma once

#include "bayan-database.h"

G_BEGIN_DECLS

int bayan_schema_get_newest_version (void);
gboolean bayan_schema_migrate (BayanDatabase *database, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
