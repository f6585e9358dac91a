/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rules of organisations share. Private to this room. */
#pragma once

#include "bayan-rules.h"

G_BEGIN_DECLS

void bayan_body_add (BayanScan *scan, guint32 first, guint32 last, const BayanReading *reading,
                     const char *rule, guint flags);
gboolean bayan_body_is_led (const BayanScan *scan, guint32 token);
void bayan_body_match_of_state (BayanScan *scan, guint32 token);

G_END_DECLS
