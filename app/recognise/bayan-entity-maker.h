/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mentions and entities from the candidates that stand. Private to this room. */
#pragma once

#include "bayan-recognition.h"
#include "bayan-scan.h"

G_BEGIN_DECLS

void bayan_entity_maker_fill (const BayanScan *scan, GPtrArray *chosen, BayanRecognition *recognition);

G_END_DECLS
