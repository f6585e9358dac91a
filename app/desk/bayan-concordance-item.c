/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-concordance-item-private.h"

struct _BayanConcordanceItem {
  GObject parent_instance;
  BayanStatementItem *statement;
  BayanOccurrence *occurrence;
  guint number; /* in the order in which the library found them */
  gboolean chosen;
};

G_DEFINE_FINAL_TYPE (BayanConcordanceItem, bayan_concordance_item, G_TYPE_OBJECT)

enum { PROP_0, PROP_CHOSEN, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CHOSEN)
    g_value_set_boolean (value, BAYAN_CONCORDANCE_ITEM (object)->chosen);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CHOSEN)
    bayan_concordance_item_set_chosen (BAYAN_CONCORDANCE_ITEM (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
finalize (GObject *object)
{
  BayanConcordanceItem *self = BAYAN_CONCORDANCE_ITEM (object);

  g_object_unref (self->statement);
  bayan_occurrence_unref (self->occurrence);
  G_OBJECT_CLASS (bayan_concordance_item_parent_class)->finalize (object);
}

static void
bayan_concordance_item_class_init (BayanConcordanceItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = get_property;
  object_class->set_property = set_property;
  object_class->finalize = finalize;
  properties[PROP_CHOSEN] = g_param_spec_boolean (
      "chosen", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
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

  self->statement = g_object_ref (statement);
  self->occurrence = bayan_occurrence_ref (occurrence);
  self->number = number;
  return self;
}

const BayanOccurrence *
bayan_concordance_item_get_occurrence (BayanConcordanceItem *self)
{
  return self->occurrence;
}

BayanStatementItem *
bayan_concordance_item_get_statement (BayanConcordanceItem *self)
{
  return self->statement;
}

BayanCleanSpan
bayan_concordance_item_get_span (BayanConcordanceItem *self)
{
  return self->occurrence->span;
}

const char *
bayan_concordance_item_get_before (BayanConcordanceItem *self)
{
  return self->occurrence->before;
}

const char *
bayan_concordance_item_get_words (BayanConcordanceItem *self)
{
  return self->occurrence->words;
}

const char *
bayan_concordance_item_get_after (BayanConcordanceItem *self)
{
  return self->occurrence->after;
}

gboolean
bayan_concordance_item_get_chosen (BayanConcordanceItem *self)
{
  return self->chosen;
}

void
bayan_concordance_item_set_chosen (BayanConcordanceItem *self, gboolean chosen)
{
  if (self->chosen == chosen)
    return;
  self->chosen = chosen;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
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
compare_previous (const BayanConcordanceItem *a, const BayanConcordanceItem *b)
{
  return compare_keys (a->occurrence->previous, b->occurrence->previous);
}

static int
compare_next (const BayanConcordanceItem *a, const BayanConcordanceItem *b)
{
  return compare_keys (a->occurrence->next, b->occurrence->next);
}

static int
compare_dates (const BayanConcordanceItem *a, const BayanConcordanceItem *b)
{
  BayanDate first = bayan_statement_item_get_date (a->statement),
            second = bayan_statement_item_get_date (b->statement);

  if (first.year == 0 || second.year == 0)
    return (first.year == 0) - (second.year == 0);
  return bayan_date_compare (first, second);
}

static int
compare_titles (const BayanConcordanceItem *a, const BayanConcordanceItem *b)
{
  const char *first = bayan_statement_item_get_title (a->statement);
  const char *second = bayan_statement_item_get_title (b->statement);

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
