/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bayan-desk.h"
#include "bayan-watch.h"

G_BEGIN_DECLS

BayanWatch *bayan_watch_new (BayanDesk *desk); /* @desk outlives it */
void bayan_watch_resume (BayanWatch *self);    /* a library is open: as it remembers */
void bayan_watch_pause (BayanWatch *self);     /* it closes */

G_END_DECLS
