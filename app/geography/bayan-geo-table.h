/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables that the program carries with it. Private to this room. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BAYAN_GEO_MAX_COLUMNS 16

/* Fills one element of a table's array from one line. @columns lives as long as the program. */
typedef void (*BayanGeoRow) (gpointer element, char **columns);

GBytes *bayan_geo_resource (const char *name);
gpointer bayan_geo_table_load (
    const char *name, guint n_columns, gsize element_size, BayanGeoRow row, guint *n_elements);
const char *const *bayan_geo_split_list (char *column);
double bayan_geo_number (const char *column);

G_END_DECLS
