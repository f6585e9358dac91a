/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The places of the whole library at which the words of one mention stand, and where what was decided of it could be
 * decided too: to be looked through, and then decided in one act. */
#pragma once

#include <gio/gio.h>

#include "bayan-desk.h"
#include "bayan-same-item.h"

G_BEGIN_DECLS

/* More places than anybody looks through: the newest ones are offered. */
#define BAYAN_SAME_LIST_MAX 2000

#define BAYAN_TYPE_SAME_LIST (bayan_same_list_get_type ())
G_DECLARE_FINAL_TYPE (BayanSameList, bayan_same_list, BAYAN, SAME_LIST, GObject)

BayanSameList *bayan_same_list_new (BayanDesk *desk, gint64 mention);
GListModel *bayan_same_list_get_places (BayanSameList *self); /* of BayanSameItem */
const char *bayan_same_list_get_words (BayanSameList *self);
BayanMentionType bayan_same_list_get_mention_type (BayanSameList *self);
gboolean bayan_same_list_get_loading (BayanSameList *self);   /* property "loading" */
gboolean bayan_same_list_get_is_cut (BayanSameList *self);    /* there are more than are listed */
guint bayan_same_list_get_n_chosen (BayanSameList *self);     /* property "n-chosen" */
guint bayan_same_list_count_statements (BayanSameList *self); /* in which any is chosen */
BayanMentionStatus bayan_same_list_get_decision (BayanSameList *self);
void bayan_same_list_set_decision (BayanSameList *self, BayanMentionStatus decision);
void bayan_same_list_choose_all (BayanSameList *self, gboolean chosen);
gboolean bayan_same_list_apply (BayanSameList *self);

G_END_DECLS
