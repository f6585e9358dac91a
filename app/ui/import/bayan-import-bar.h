/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far the running import is, with a button to stop it. Out of sight while none runs.
 *
 * Signals
 *   finished (BayanImportJob)   the job has come to its end, cancelled and failed ones too
 */
#pragma once

#include <adwaita.h>

#include "bayan-desk.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_IMPORT_BAR (bayan_import_bar_get_type ())
G_DECLARE_FINAL_TYPE (BayanImportBar, bayan_import_bar, BAYAN, IMPORT_BAR, AdwBin)

void bayan_import_bar_set_desk (BayanImportBar *self, BayanDesk *desk);

G_END_DECLS
