/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets of statements: a byte for each place in the order of the answer, newest first. Private to this room. */
#pragma once

#include "bayan-act.h"
#include "bayan-search.h"

G_BEGIN_DECLS

typedef struct {
  gint64 id;
  gint32 day; /* yyyymmdd, 0 where the text has no date */
} BayanDated;

struct _BayanSearch {
  BayanStore *store;
  BayanDatabase *database;
  GArray *order; /* nullable: of BayanDated, newest first, without hidden ones */
  GArray *ranks; /* of guint32: 1 + place in the order, by statement; 0 for hidden ones */

  GArray *marks; /* see bayan-search-marks.c */
  BayanActsFunc read_acts; /* nullable */
  gpointer acts_data;
  GDestroyNotify acts_destroy;
  GArray *acts;    /* of guint32, by statement: the classes of its acts, and BAYAN_SEARCH_ACTS_READ; 0 where they are not
                      known */
  GHashTable *exact; /* words as typed → GArray of guint8, see bayan-search-exact.c */

  guint8 *unknown;  /* nullable: of the query that runs: a byte for each place in the order that it left out, not knowing it yet */
  guint left;       /* how many those were in the last query */
  guint first_hits; /* of the index */
  gsize max_hits;   /* the query that runs looks at no more of them */
  guint last_query; /* its hash */
  guint n_rounds;   /* so often it had been asked before, and left some out */
};

#define BAYAN_SEARCH_ACTS_READ (1u << 31)
G_STATIC_ASSERT (BAYAN_ACT_N_CLASSES < 31);

static inline void
bayan_search_mark (const BayanSearch *self, guint8 *set, gint64 statement)
{
  guint32 place = statement > 0 && statement < self->ranks->len ? g_array_index (self->ranks, guint32, statement)
                                                                : 0;

  if (place > 0)
    set[place - 1] = TRUE;
}

/* The statement at @place of the order is not looked at any more in this query, which has to be asked again. */
static inline void
bayan_search_leave_out (BayanSearch *self, guint place)
{
  if (self->unknown == NULL)
    self->unknown = g_new0 (guint8, self->order->len + 1);
  self->left += !self->unknown[place];
  self->unknown[place] = TRUE;
}

/* How much of @first a query may look at: twice as much each time that it is asked again, so that the first answer comes
 * at once and the last one soon. */
static inline gsize
bayan_search_get_share (const BayanSearch *self, gsize first)
{
  return first << MIN (self->n_rounds, 10);
}

guint8 *bayan_search_match (BayanSearch *self, const char *expression, gsize n_max, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
guint8 *bayan_search_find_set (BayanSearch *self, const BayanQueryNode *node, const guint8 *within, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* The fields that are not in the index. @within: (nullable): others need not be looked at. */
guint8 *bayan_search_filter (BayanSearch *self, const BayanQueryNode *field, const guint8 *within, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
guint8 *bayan_search_filter_acts (BayanSearch *self, const BayanQueryNode *field, const guint8 *within, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GArray *bayan_search_marks_new (void);
void bayan_search_marks_forget (GArray *marks, gint64 statement);
GHashTable *bayan_search_exact_new (void);
void bayan_search_exact_forget (BayanSearch *self, gint64 statement);
guint8 *bayan_search_filter_marks (BayanSearch *self, guint type, GHashTable *entities, const guint8 *within,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
GHashTable *bayan_search_find_entities (BayanSearch *self, const BayanQueryNode *field, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
/* Keeps of @set the statements in which the words of @exact stand as they are typed, as far as they are known. */
gboolean bayan_search_keep_exact (BayanSearch *self, const char *exact, guint8 *set, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_search_find_exact (const char *text, const char *exact, gsize from, gsize *start, gsize *end);

/* What is searched for in the index: an FTS5 expression of quoted words, "" for none. */
void bayan_search_add_words (GString *expression, const BayanQueryNode *words);

G_END_DECLS
