/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks among all persons of a library for those who may be the same as one, on a thread of its own. Private to this room. */
#pragma once

#include <gio/gio.h>

#include "bayan-recogniser-maker.h"

G_BEGIN_DECLS

void bayan_person_search_run_async (BayanRecogniserMaker *maker, GPtrArray *names, GPtrArray *others,
                                    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GPtrArray *bayan_person_search_run_finish (GAsyncResult *result);

G_END_DECLS
