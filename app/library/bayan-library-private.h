/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the calls of a library reach its worker. Private to this room. */
#pragma once

#include "bayan-library-job.h"

G_BEGIN_DECLS

void bayan_library_call_async (BayanLibrary *self,
                               BayanJob *job,
                               gpointer tag,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data);
void bayan_library_note_search_left (BayanLibrary *self, guint search_left); /* in the worker */
void bayan_library_post (BayanLibrary *self, BayanJob *job);
gpointer bayan_library_wait_for_pointer (BayanLibrary *self, BayanJob *job, GError **error);
gint64 bayan_library_wait_for_number (BayanLibrary *self, BayanJob *job, GError **error);

G_END_DECLS
