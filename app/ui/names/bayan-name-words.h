/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a name of the analyst's list, and of a line of a list from elsewhere. */
#pragma once

#include "bayan-desk.h"

G_BEGIN_DECLS

char *bayan_name_words_describe (BayanNameItem *item);
char *bayan_name_words_describe_origin (BayanNameItem *item);
char *bayan_name_words_describe_country (const char *iso3);
const char *bayan_name_words_get_problem (BayanNameProblem problem);

G_END_DECLS
