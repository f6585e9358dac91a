/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says in words why something is not suggested. */
#pragma once

#include "bayan-absence.h"

G_BEGIN_DECLS

char *bayan_absence_words (const BayanAbsence *absence);

G_END_DECLS
