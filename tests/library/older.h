/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Libraries of older versions, from tests/data. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void older_copy (guint version, const char *path);
int older_read_version (const char *path);
guint older_multiply (const char *path, guint n_doublings);

G_END_DECLS
