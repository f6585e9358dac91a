/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines that were stored as they look, from left to right: "ﻥﺎﻴﺑ" for "بيان". Private to the room. */
#pragma once

#include "bayan-mapped-text.h"

G_BEGIN_DECLS

gboolean bayan_visual_order_repair (BayanMappedPoint *line, guint n_points);

G_END_DECLS
