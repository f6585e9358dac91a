/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The areas of the desk's view with their figures, as a list model of BayanAreaItem: the map's twin. It follows the desk's
 * "updated"; an area stays the same item for as long as the library is open. What is different is one splice. */
#pragma once

#include <gio/gio.h>

#include "bayan-area-item.h"
#include "bayan-desk.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_AREA_LIST (bayan_area_list_get_type ())
G_DECLARE_FINAL_TYPE (BayanAreaList, bayan_area_list, BAYAN, AREA_LIST, GObject)

/* Returns what comes first; equal ones are in the order of their keys. */
typedef int (*BayanAreaCompare) (BayanAreaItem *a, BayanAreaItem *b);

BayanAreaList *bayan_area_list_new (BayanDesk *desk);
void bayan_area_list_set_order (BayanAreaList *self, BayanAreaCompare compare); /* at first: most first */
double bayan_area_list_get_most (BayanAreaList *self); /* the greatest figure, above or below 0; 0 where it is empty */
guint bayan_area_list_find (BayanAreaList *self, const char *key); /* G_MAXUINT where it is not there */
int bayan_area_compare_figures (BayanAreaItem *a, BayanAreaItem *b);

G_END_DECLS
