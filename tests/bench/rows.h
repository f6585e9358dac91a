/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a library that is there, put into another one by nothing but prepared statements: the least that
 * an import could cost. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _Rows Rows;

Rows *rows_new (const char *from, const char *to);
void rows_free (Rows *self);
guint rows_load (Rows *self, gint64 first, gint64 last);
double rows_insert (Rows *self, guint batch);

G_END_DECLS
