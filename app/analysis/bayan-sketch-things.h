/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a sketch keeps of a recognition. Private to this room. */
#pragma once

#include "bayan-sketch.h"

G_BEGIN_DECLS

double bayan_sketch_weigh_type (guint8 type);
void bayan_sketch_take_things (BayanSketch *self, const BayanRecognition *recognition);
void bayan_sketch_take_days (BayanSketch *self, const BayanRecognition *recognition);
void bayan_sketch_take_acts (BayanSketch *self, const GArray *words);

G_END_DECLS
