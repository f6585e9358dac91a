/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times taken, and what is said of many of them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double wall_ms (void);
double thread_ms (void); /* what else the machine does is not counted */

int compare_doubles (gconstpointer a, gconstpointer b);
double percentile (GArray *values, double share); /* of double, which are sorted; 0.5, 0.95, 1 for the most */

G_END_DECLS
