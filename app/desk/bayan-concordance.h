/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A concordance: every place of the library at which what a query looks for stands, as lines that can be sorted by what
 * stands beside it, chosen, and labelled at once; or the mentions that a figure of the map is the sum of.
 *
 * "notify::loading" says that the lines are other ones; "notify::n-chosen" that some were chosen or not. */
#pragma once

#include <gio/gio.h>

#include "bayan-concordance-item.h"
#include "bayan-desk.h"
#include "bayan-query-problem.h"

G_BEGIN_DECLS

/* Nobody looks through more; more are not looked for. */
#define BAYAN_CONCORDANCE_MAX 10000

#define BAYAN_TYPE_CONCORDANCE (bayan_concordance_get_type ())
G_DECLARE_FINAL_TYPE (BayanConcordance, bayan_concordance, BAYAN, CONCORDANCE, GObject)

BayanConcordance *bayan_concordance_new (BayanDesk *desk);
void bayan_concordance_set_query (BayanConcordance *self, const char *query); /* looks for it; again where it is the same */
/* Lists the mentions in scope that count for an area of the desk's view, as they are now, instead of what a query finds. */
void bayan_concordance_set_area (BayanConcordance *self, const char *area_key);
const char *bayan_concordance_get_query (BayanConcordance *self);
BayanQueryProblem bayan_concordance_get_problem (BayanConcordance *self);     /* why it looks for nothing */

GListModel *bayan_concordance_get_lines (BayanConcordance *self); /* of BayanConcordanceItem, newest first */
gboolean bayan_concordance_get_loading (BayanConcordance *self);  /* property "loading" */
gboolean bayan_concordance_get_failed (BayanConcordance *self);
gboolean bayan_concordance_get_is_cut (BayanConcordance *self);   /* there are more places than lines */
guint bayan_concordance_count_statements (BayanConcordance *self);

guint bayan_concordance_get_n_chosen (BayanConcordance *self);    /* property "n-chosen" */
void bayan_concordance_choose_all (BayanConcordance *self, gboolean chosen);
gboolean bayan_concordance_label (BayanConcordance *self, BayanMentionType type);

char *bayan_concordance_write (GListModel *lines, gboolean as_csv);

G_END_DECLS
