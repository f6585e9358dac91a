/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the recogniser on a thread of its own when the desk opens, so that nobody waits for its tables, and hands it
 * to whoever needs it. Any thread.
 *
 * It also knows which threads are at work with it, so that closing can wait for them: a program that ends takes the
 * tables away from under a thread that still reads them. */
#pragma once

#include "bayan-act-finder.h"
#include "bayan-recogniser.h"

G_BEGIN_DECLS

typedef struct _BayanRecogniserMaker BayanRecogniserMaker;

BayanRecogniserMaker *bayan_recogniser_maker_new (void);
BayanRecogniserMaker *bayan_recogniser_maker_ref (BayanRecogniserMaker *self);
void bayan_recogniser_maker_unref (BayanRecogniserMaker *self);
void bayan_recogniser_maker_enter (BayanRecogniserMaker *self); /* before a thread starts that will use it */
void bayan_recogniser_maker_leave (BayanRecogniserMaker *self); /* at its end */
void bayan_recogniser_maker_wait (BayanRecogniserMaker *self);  /* until all have left */
BayanRecogniser *bayan_recogniser_maker_get (BayanRecogniserMaker *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
const BayanActFinder *bayan_recogniser_maker_get_act_finder (BayanRecogniserMaker *self,
                                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
