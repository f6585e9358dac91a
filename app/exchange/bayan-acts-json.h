/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Acts, pledges and roles of a statement as JSON, under the names of statements/GUIDELINES.md §4. */
#pragma once

#include <json-glib/json-glib.h>

#include "bayan-act.h"
#include "bayan-brat.h"

G_BEGIN_DECLS

JsonObject *bayan_acts_json_describe (const BayanStatement *statement, const BayanActs *acts,
                                      BayanBratOffsets offsets);

G_END_DECLS
