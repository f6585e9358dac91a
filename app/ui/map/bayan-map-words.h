/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is counted and measured on the map, in words. */
#pragma once

#include "bayan-area-item.h"
#include "bayan-desk.h"

G_BEGIN_DECLS

const char *bayan_map_words_level (BayanAreaLevel level);
const char *bayan_map_words_list (BayanAreaLevel level);
const char *bayan_map_words_nothing (BayanAreaLevel level);
const char *bayan_map_words_measure (BayanMeasure measure);
char *bayan_map_words_figure (BayanMeasure measure, double figure);
char *bayan_map_words_spoken (BayanMeasure measure, double figure);
char *bayan_map_words_legend (BayanDesk *desk);
const char *bayan_map_words_area (BayanAreaItem *item, const char **other);

G_END_DECLS
