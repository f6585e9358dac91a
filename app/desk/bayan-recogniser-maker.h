/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the recogniser on a thread of its own when the desk opens, so that nobody waits for its tables, and hands it
 * to whoever needs it. Any thread. */
#pragma once

#include "bayan-recogniser.h"

G_BEGIN_DECLS

typedef struct _BayanRecogniserMaker BayanRecogniserMaker;

BayanRecogniserMaker *bayan_recogniser_maker_new (void);
BayanRecogniserMaker *bayan_recogniser_maker_ref (BayanRecogniserMaker *self);
void bayan_recogniser_maker_unref (BayanRecogniserMaker *self);
BayanRecogniser *bayan_recogniser_maker_get (BayanRecogniserMaker *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
