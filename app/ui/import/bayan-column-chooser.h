/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first rows of a table, and above each column what it says of the statement in its row.
 *
 * Signals
 *   changed ()   the person has changed what a column says
 */
#pragma once

#include <adwaita.h>

#include "bayan-held-file.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_COLUMN_CHOOSER (bayan_column_chooser_get_type ())
G_DECLARE_FINAL_TYPE (BayanColumnChooser, bayan_column_chooser, BAYAN, COLUMN_CHOOSER, AdwBin)

void bayan_column_chooser_show (BayanColumnChooser *self, BayanHeldFile *held);

G_END_DECLS
