/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-concordance-item-private.h"

struct _BayanConcordanceItem {
  BayanOccurrenceItem parent_instance;
  guint number; /* in the order in which the library found them */
};

G_DEFINE_FINAL_TYPE (BayanConcordanceItem, bayan_concordance_item, BAYAN_TYPE_OCCURRENCE_ITEM)

static void
bayan_concordance_item_class_init (BayanConcordanceItemClass *klass)
{
}

static void
bayan_concordance_item_init (BayanConcordanceItem *self)
{
}

/**
 * bayan_concordance_item_new:
 * @occurrence: of @statement
 * @number: its place among those that were found
 */
BayanConcordanceItem *
bayan_concordance_item_new (BayanStatementItem *statement, BayanOccurrence *occurrence, guint number)
{
  BayanConcordanceItem *self = g_object_new (BAYAN_TYPE_CONCORDANCE_ITEM, NULL);

  bayan_occurrence_item_set_place (BAYAN_OCCURRENCE_ITEM (self), statement, occurrence);
  self->number = number;
  return self;
}

static const BayanOccurrence *
get_occurrence (BayanConcordanceItem *self)
{
  return bayan_occurrence_item_get_occurrence (BAYAN_OCCURRENCE_ITEM (self));
}

static BayanStatementItem *
get_statement (BayanConcordanceItem *self)
{
  return bayan_occurrence_item_get_statement (BAYAN_OCCURRENCE_ITEM (self));
}

BayanCleanSpan
bayan_concordance_item_get_span (BayanConcordanceItem *self)
{
  return get_occurrence (self)->span;
}

/* Sorting */

/* A place without a neighbour comes behind those that have one. */
static int
compare_keys (const char *a, const char *b)
{
  if (*a == '\0' || *b == '\0')
    return (*a == '\0') - (*b == '\0');
  return strcmp (a, b);
}

static int
compare_previous (BayanConcordanceItem *a, BayanConcordanceItem *b)
{
  return compare_keys (get_occurrence (a)->previous, get_occurrence (b)->previous);
}

static int
compare_next (BayanConcordanceItem *a, BayanConcordanceItem *b)
{
  return compare_keys (get_occurrence (a)->next, get_occurrence (b)->next);
}

static int
compare_dates (BayanConcordanceItem *a, BayanConcordanceItem *b)
{
  BayanDate first = bayan_statement_item_get_date (get_statement (a)),
            second = bayan_statement_item_get_date (get_statement (b));

  if (first.year == 0 || second.year == 0)
    return (first.year == 0) - (second.year == 0);
  return bayan_date_compare (first, second);
}

static int
compare_titles (BayanConcordanceItem *a, BayanConcordanceItem *b)
{
  const char *first = bayan_statement_item_get_title (get_statement (a));
  const char *second = bayan_statement_item_get_title (get_statement (b));

  return compare_keys (first != NULL ? first : "", second != NULL ? second : "");
}

/**
 * bayan_concordance_item_compare:
 *
 * A whole order: lines of one list are never equal.
 */
int
bayan_concordance_item_compare (BayanConcordanceItem *a, BayanConcordanceItem *b, BayanLinesOrder order)
{
  int result = 0;

  if (order == BAYAN_LINES_OLDEST)
    result = compare_dates (a, b);
  else if (order == BAYAN_LINES_TITLE)
    result = compare_titles (a, b);
  else if (order == BAYAN_LINES_PREVIOUS)
    result = compare_previous (a, b) != 0 ? compare_previous (a, b) : compare_next (a, b);
  else if (order == BAYAN_LINES_NEXT)
    result = compare_next (a, b) != 0 ? compare_next (a, b) : compare_previous (a, b);
  return result != 0 ? result : (a->number > b->number) - (a->number < b->number);
}
