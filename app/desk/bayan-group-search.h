/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks for doubles of what was imported: reads the sketches of the library page by page, compares in a thread of its
 * own, and gives what to propose. */
#pragma once

#include "bayan-library.h"

G_BEGIN_DECLS

void bayan_group_search_run_async (BayanLibrary *library, GArray *statements, GPtrArray *known, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer data);
GPtrArray *bayan_group_search_run_finish (GAsyncResult *result, GError **error);

G_END_DECLS
