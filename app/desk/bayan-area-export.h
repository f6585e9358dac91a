/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of the map as data, with a line that says where they are from and what is counted. */
#pragma once

#include "bayan-area-list.h"

G_BEGIN_DECLS

char *bayan_area_export_csv (BayanDesk *desk, char separator);
char *bayan_area_export_geojson (BayanDesk *desk);

G_END_DECLS
