/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One name that this library knows beside the tables: it stands on the analyst's list, or decisions taught it, or both.
 * Immutable once it is shown. */
#pragma once

#include <glib-object.h>

#include "bayan-own-name.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_NAME_ITEM (bayan_name_item_get_type ())
G_DECLARE_FINAL_TYPE (BayanNameItem, bayan_name_item, BAYAN, NAME_ITEM, GObject)

const BayanOwnName *bayan_name_item_get_name (BayanNameItem *self);
gboolean bayan_name_item_get_is_listed (BayanNameItem *self);
guint bayan_name_item_get_n_right (BayanNameItem *self); /* decisions that it is so */
guint bayan_name_item_get_n_wrong (BayanNameItem *self); /* and that it is not */

G_END_DECLS
