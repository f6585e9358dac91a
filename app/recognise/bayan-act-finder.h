/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds what a statement does: its acts, pledges, and the parts that are taken in its meetings. A finder is immutable
 * once made; any number of threads may use one at once. */
#pragma once

#include <gio/gio.h>

#include "bayan-act.h"
#include "bayan-recognition.h"
#include "bayan-statement.h"
#include "bayan-words.h"

G_BEGIN_DECLS

typedef struct _BayanActFinder BayanActFinder;

BayanActFinder *bayan_act_finder_new (GError **error) G_GNUC_WARN_UNUSED_RESULT;
void bayan_act_finder_free (BayanActFinder *self);

BayanActs *bayan_act_finder_find (const BayanActFinder *self, const BayanWords *words,
                                  const BayanRecognition *recognition, GCancellable *cancellable);

guint32 bayan_act_finder_find_classes (const BayanActFinder *self, const BayanStatement *statement, GPtrArray *mentions,
                                       const GArray *verdicts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanActFinder, bayan_act_finder_free)

G_END_DECLS
