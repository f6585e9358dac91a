/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that lost the space between them, and where it was. Private to the room. */
#pragma once

#include "bayan-draft.h"

G_BEGIN_DECLS

#define BAYAN_GLUED_PARTS_MAX 4u
/* In letters. */
#define BAYAN_GLUED_MIN 6u
#define BAYAN_GLUED_MAX 40u

guint bayan_glued_split (const char *key, guint n_letters, guint8 ends[BAYAN_GLUED_PARTS_MAX]);
GArray *bayan_glued_find (BayanDraft *draft, const GArray *cuts);

G_END_DECLS
