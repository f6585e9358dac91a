/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses among a scan's candidates: no two may cross, and one may lie in another only where the guideline
 * nests them. Private to this room. */
#pragma once

#include "bayan-scan.h"

G_BEGIN_DECLS

GPtrArray *bayan_arbiter_choose (const BayanScan *scan);
const BayanCandidate *
bayan_arbiter_find_rival (const BayanScan *scan, const GPtrArray *chosen, const BayanCandidate *candidate);

G_END_DECLS
