/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text in which letters were lost or changed before we saw it. Private to the room. */
#pragma once

#include "bayan-doubt.h"

G_BEGIN_DECLS

/* Doubts of one kind that are kept one by one; the last one stands for all that follow. */
#define BAYAN_DAMAGE_MAX_DOUBTS 50u

void bayan_damage_find (const char *text, gsize length, GPtrArray *doubts);
void bayan_damage_add (GPtrArray *doubts, BayanDoubtKind kind, gsize count, gsize start, gsize end,
                       guint index);

G_END_DECLS
