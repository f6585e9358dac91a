/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decodes a blob of data/map. Private to this room. */
#pragma once

#include "bayan-map-geometry.h"

G_BEGIN_DECLS

gboolean
bayan_map_blob_decode (const guint8 *data, gsize length_bytes, BayanMapGeometry *geometry, GError **error);

G_END_DECLS
