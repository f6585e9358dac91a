/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How fast an import goes, and how long the rest will take: smoothed over a few seconds, and silent until there is
 * something to go by. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  gint64 began_us, noted_us; /* 0 until the first note */
  guint n_done;
  double rate; /* files a second */
} BayanImportPace;

void bayan_import_pace_note (BayanImportPace *self, gint64 now_us, guint n_done);
double bayan_import_pace_get_rate (const BayanImportPace *self);
int bayan_import_pace_get_seconds_left (const BayanImportPace *self, guint n_left);

G_END_DECLS
