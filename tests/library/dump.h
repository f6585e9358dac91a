/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a library holds: row by row where nobody has it open, and as its users see it. */
#pragma once

#include "bayan-library.h"

/* Every row of every table but those that the search keeps for itself. */
char *dump_all (const char *path);
/* What can be seen, and what the analyst has said: without what undone imports brought, without dictionaries, which only
 * grow, without proposals, which are no acts, and without the journal itself. */
char *dump_seen (const char *path);
/* The acts that stand, oldest first: their numbers. (element-type gint64) */
GArray *dump_acts (const char *path);
/* What the journal says of an act; "" where it has none of that number. What follows from an act may become a part of it. */
char *dump_act (const char *path, gint64 act);
/* All that the window would show of an open library, as one sum. */
char *dump_shown (BayanLibrary *library);
char *dump_shown_or_error (BayanLibrary *library, GError **error);
