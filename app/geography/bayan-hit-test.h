/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which unit of the map a point lies in. */
#pragma once

#include "bayan-map-geometry.h"

G_BEGIN_DECLS

gboolean bayan_hit_test_line (const BayanMapPoint *points, guint n_points, double longitude, double latitude);
gboolean bayan_hit_test_unit (const BayanMapGeometry *geometry, guint unit, double longitude, double latitude);
int bayan_hit_test (const BayanMapGeometry *geometry, double longitude, double latitude);

G_END_DECLS
