/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is doubtful about the statement in the reader: a line for each kind of doubt, until it is closed.
 *
 * Signals
 *   place-wanted (uint)   the analyst wants to see the doubt of this index
 */
#pragma once

#include <adwaita.h>

#include "bayan-statement.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_DOUBT_BAR (bayan_doubt_bar_get_type ())
G_DECLARE_FINAL_TYPE (BayanDoubtBar, bayan_doubt_bar, BAYAN, DOUBT_BAR, AdwBin)

/* @id: what to remember the statement by that was closed; @statement: NULL for none */
void bayan_doubt_bar_show (BayanDoubtBar *self, gint64 id, BayanStatement *statement);

G_END_DECLS
