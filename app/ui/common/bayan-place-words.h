/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where things lie, in words. */
#pragma once

#include "bayan-coordinates.h"
#include "bayan-entity.h"

G_BEGIN_DECLS

char *bayan_place_words_get_area (const char *area);
char *bayan_place_words_tell (const BayanEntity *entity);
const char *bayan_place_words_get_problem (BayanCoordinatesProblem problem);

G_END_DECLS
