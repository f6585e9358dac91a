/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many names to look for, and much text to look for them in. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GPtrArray *names_make (const char *gazetteer, guint n);
GPtrArray *names_make_texts (const char *const *folders, GPtrArray *names, guint n_names, gsize total_bytes);

G_END_DECLS
