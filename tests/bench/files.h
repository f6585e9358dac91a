/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements as files: sentences of the samples, with words of a large vocabulary among theirs, drawn anew for each. The
 * same seed gives the same files. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void files_make (const char *samples, const char *folder, guint first, guint n_files);

G_END_DECLS
