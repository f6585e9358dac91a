/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a search cannot be understood, in words. */
#pragma once

#include "bayan-query-problem.h"

G_BEGIN_DECLS

char *bayan_query_words (const BayanQueryProblem *problem, const char *typed);

G_END_DECLS
