/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What follows from a decision: where its words stand, what was learned is suggested, and what was unlearned no longer.
 * Statements are searched for, not walked through: a decision costs as much as there are statements with its words. */
#pragma once

#include "bayan-library.h"
#include "bayan-recogniser-maker.h"

G_BEGIN_DECLS

void bayan_follow_up_run_async (BayanLibrary *library, BayanRecogniserMaker *maker, BayanEdit *edit, GPtrArray *surfaces,
                                gint64 first, gboolean everywhere, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer data);
BayanEdit *bayan_follow_up_run_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
