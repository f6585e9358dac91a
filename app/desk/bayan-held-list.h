/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files that imports of this session have held back and that the analyst has not decided on: each only once, and not
 * more than can be kept. */
#pragma once

#include "bayan-held-file-private.h"

G_BEGIN_DECLS

#define BAYAN_HELD_LIST_MAX_FILES 2000
#define BAYAN_HELD_LIST_MAX_BYTES (64u * 1024 * 1024)

#define BAYAN_TYPE_HELD_LIST (bayan_held_list_get_type ())
G_DECLARE_FINAL_TYPE (BayanHeldList, bayan_held_list, BAYAN, HELD_LIST, GObject)

BayanHeldList *bayan_held_list_new (void);
GListModel *bayan_held_list_get_model (BayanHeldList *self); /* of BayanHeldFile: those that wait, in the order they came */
BayanHeldFile *bayan_held_list_add (BayanHeldList *self, BayanHeldFile *held, GError **error);
void bayan_held_list_clear (BayanHeldList *self);

G_END_DECLS
