/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses among a scan's candidates: no two may cross, and one may lie in another only where the guideline
 * nests them. Private to this room. */
#pragma once

#include "bayan-scan.h"

G_BEGIN_DECLS

GPtrArray *bayan_arbiter_choose (const BayanScan *scan);

G_END_DECLS
