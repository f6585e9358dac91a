/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making a BayanNameItem. Private to the desk. */
#pragma once

#include "bayan-lesson.h"
#include "bayan-name-item.h"

G_BEGIN_DECLS

struct _BayanNameItem {
  GObject parent_instance;

  BayanOwnName *name;
  GPtrArray *lessons;  /* of BayanLesson: of decisions */
  guint n_right, n_wrong;
};

BayanNameItem *bayan_name_item_new (BayanOwnName *name);

G_END_DECLS
