/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From what a hand selected to what can be labelled. */
#pragma once

#include "bayan-statement.h"

G_BEGIN_DECLS

gboolean bayan_span_snap (const BayanStatement *statement, BayanCleanSpan *span);

G_END_DECLS
