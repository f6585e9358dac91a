/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The marks of a row that say that its statement is one of several that tell the same: an icon and "2/3" for each group,
 * at the end of a line; beside them, how far the work on it is, and its tags. Drawn by the row, as its text is (see bayan-row-text.h). */
#pragma once

#include <gtk/gtk.h>

#include "bayan-statement-item.h"

G_BEGIN_DECLS

/* Behind those of the groups: the stage of the work, where it has begun, and the tags */
#define BAYAN_STATEMENT_MARK_STAGE (BAYAN_GROUP_SAME_EVENT + 1)
#define BAYAN_STATEMENT_MARK_TAGS (BAYAN_GROUP_SAME_EVENT + 2)
#define BAYAN_STATEMENT_N_MARKS (BAYAN_GROUP_SAME_EVENT + 3)

/* Zero it to begin. */
typedef struct {
  PangoLayout *texts[BAYAN_STATEMENT_N_MARKS]; /* NULL where there is no such group */
  gboolean proposed[BAYAN_STATEMENT_N_MARKS];
  const char *icons[BAYAN_STATEMENT_N_MARKS];
  graphene_rect_t areas[BAYAN_STATEMENT_N_MARKS]; /* where they were drawn */
} BayanStatementMarks;

void bayan_statement_marks_make (BayanStatementMarks *self, GtkWidget *row, BayanStatementItem *item);
void bayan_statement_marks_clear (BayanStatementMarks *self);

int bayan_statement_marks_draw (BayanStatementMarks *self, GtkWidget *row, GtkSnapshot *snapshot, int top);
gboolean bayan_statement_marks_find (const BayanStatementMarks *self, GtkWidget *row, double x, double y,
                                     BayanGroupKind *kind);
char *bayan_statement_marks_describe (BayanStatementItem *item, const char *separator);

G_END_DECLS
