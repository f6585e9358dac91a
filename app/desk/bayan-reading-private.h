/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bayan-library.h"
#include "bayan-reading.h"

G_BEGIN_DECLS

BayanReading *bayan_reading_new (const BayanOpenStatement *open);
gboolean bayan_reading_apply_change (BayanReading *self, const BayanLibraryChange *change);

G_END_DECLS
