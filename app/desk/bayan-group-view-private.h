/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bayan-group-view.h"
#include "bayan-library.h"

G_BEGIN_DECLS

/* Of more statements only so many are laid out: nobody reads a hundred copies. */
#define BAYAN_GROUP_VIEW_MAX_MEMBERS 20

void bayan_group_view_make_async (BayanLibrary *library, gint64 group, GArray *statements, gboolean first_known,
                                  GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
BayanGroupView *bayan_group_view_make_finish (GAsyncResult *result, GError **error);

G_END_DECLS
