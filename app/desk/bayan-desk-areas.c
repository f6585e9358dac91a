/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-desk-private.h"

/* What is counted */

/**
 * bayan_desk_set_area_view:
 *
 * Says by which areas is counted from now on, and which mentions; "updated" follows where that is another view.
 */
void
bayan_desk_set_area_view (BayanDesk *self, const BayanAreaView *view)
{
  const BayanAreaView *before = &self->area_view;

  if (before->level == view->level && before->ways == view->ways
      && before->confirmed_only == view->confirmed_only)
    return;
  self->area_view = *view;
  bayan_tallies_set_view (self->tallies, view);
  g_signal_emit_by_name (self, "updated");
}

const BayanAreaView *
bayan_desk_get_area_view (BayanDesk *self)
{
  return &self->area_view;
}

/**
 * bayan_desk_set_measure:
 *
 * Says what the figures by area are from now on; "updated" follows where that is another measure.
 */
void
bayan_desk_set_measure (BayanDesk *self, BayanMeasure measure)
{
  if (measure == self->measure)
    return;
  self->measure = measure;
  g_signal_emit_by_name (self, "updated");
}

BayanMeasure
bayan_desk_get_measure (BayanDesk *self)
{
  return self->measure;
}

/* Words */

typedef struct {
  BayanDesk *desk;
  guint opening;
} Question;

static void
take_lengths (BayanDesk *self, const GArray *lengths)
{
  g_clear_pointer (&self->lengths, g_array_unref);
  self->lengths = g_array_new (FALSE, TRUE, sizeof (guint));
  for (guint i = 0; i < lengths->len; i++)
    {
      const BayanStatementLength *length = &g_array_index (lengths, BayanStatementLength, i);
      guint slot = bayan_tallies_find_slot (self->tallies, length->statement);

      if (slot == BAYAN_TALLIES_NO_SLOT)
        continue;
      if (slot >= self->lengths->len)
        g_array_set_size (self->lengths, slot + 1);
      g_array_index (self->lengths, guint, slot) = length->n_words;
    }
}

static void
lengths_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Question *question = data;
  g_autoptr (BayanDesk) self = question->desk;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) lengths = bayan_library_load_lengths_finish (BAYAN_LIBRARY (source), result, &error);

  if (question->opening != self->opening)
    return;
  self->asking_lengths = 0;
  if (lengths == NULL)
    {
      bayan_desk_fail_act (self, error);
      return;
    }
  take_lengths (self, lengths);
  bayan_desk_announce (self, 0);
}

/* The figures follow when they are there. */
static void
ask_for_lengths (BayanDesk *self)
{
  Question *question;

  if (self->library == NULL || self->asking_lengths == self->opening
      || (self->lengths != NULL && !self->lengths_are_old))
    return;
  question = g_new (Question, 1);
  *question = (Question) { g_object_ref (self), self->opening };
  self->asking_lengths = self->opening;
  self->lengths_are_old = FALSE;
  bayan_library_load_lengths_async (self->library, NULL, lengths_loaded_cb, question);
}

void
bayan_desk_drop_lengths (BayanDesk *self)
{
  g_clear_pointer (&self->lengths, g_array_unref);
  self->lengths_are_old = FALSE;
  self->asking_lengths = 0;
}

/* Returns: words of all statements in scope */
static double
count_words (BayanDesk *self)
{
  double n_words = 0;

  for (guint slot = 0; self->lengths != NULL && slot < self->lengths->len; slot++)
    if (bayan_tallies_is_in_scope (self->tallies, slot))
      n_words += g_array_index (self->lengths, guint, slot);
  return n_words;
}

/* Before */

static gboolean
is_last_before (BayanStatementItem *item, BayanStatementItem *than, BayanStatementItem *so_far)
{
  BayanDate date = bayan_statement_item_get_date (item);

  return date.year != 0 && bayan_date_compare (date, bayan_statement_item_get_date (than)) < 0
         && g_strcmp0 (bayan_statement_item_get_issuer (item), bayan_statement_item_get_issuer (than)) == 0
         && (so_far == NULL || bayan_date_compare (date, bayan_statement_item_get_date (so_far)) > 0);
}

/* Returns: (nullable) */
static BayanStatementItem *
find_statement_before (BayanDesk *self)
{
  BayanStatementItem *now = self->reading != NULL ? bayan_statement_list_find (
                                self->statements, bayan_reading_get_id (self->reading))
                                                  : NULL;
  guint n_statements = bayan_statement_list_get_size (self->statements);
  BayanStatementItem *last = NULL;

  if (now == NULL || bayan_statement_item_get_issuer (now) == NULL
      || bayan_statement_item_get_date (now).year == 0)
    return NULL;
  for (guint i = 0; i < n_statements; i++)
    {
      BayanStatementItem *item = bayan_statement_list_peek (self->statements, i);

      if (item != now && is_last_before (item, now, last))
        last = item;
    }
  return last;
}

static void
to_days (BayanDate date, gboolean is_end, GDate *day)
{
  int month = date.month != 0 ? date.month : is_end ? 12 : 1;
  guint8 last = g_date_get_days_in_month ((GDateMonth) month, (GDateYear) date.year);

  g_date_set_dmy (day,
                  (GDateDay) CLAMP (date.day != 0 ? date.day
                                    : is_end      ? last
                                                  : 1,
                                    1, last),
                  (GDateMonth) month, (GDateYear) date.year);
}

static BayanDate
from_days (const GDate *day)
{
  return (BayanDate) { (gint16) g_date_get_year (day), (gint8) g_date_get_month (day),
                       (gint8) g_date_get_day (day) };
}

static void
find_days_before (BayanDesk *self, BayanBefore *before)
{
  GDate from, to;
  int n_days;

  if (self->from.year <= 0 || self->to.year <= 0)
    return;
  to_days (self->from, FALSE, &from);
  to_days (self->to, TRUE, &to);
  n_days = g_date_days_between (&from, &to) + 1;
  if (n_days <= 0 || g_date_get_julian (&from) <= (guint32) n_days)
    return;
  to = from;
  g_date_subtract_days (&to, 1);
  g_date_subtract_days (&from, (guint) n_days);
  before->from = from_days (&from);
  before->to = from_days (&to);
}

/* Which statements stand on the other side of the scale is found anew each time: that costs less than to know when it
 * is needed. */
static void
compare_with_before (BayanDesk *self)
{
  guint n_statements = bayan_statement_list_get_size (self->statements);
  BayanBefore before = { NULL };

  if (self->measure == BAYAN_MEASURE_CHANGE && self->scope == BAYAN_SCOPE_STATEMENT)
    before.statement = find_statement_before (self);
  else if (self->measure == BAYAN_MEASURE_CHANGE)
    find_days_before (self, &before);
  for (guint i = 0; i < n_statements; i++)
    {
      BayanStatementItem *item = bayan_statement_list_peek (self->statements, i);
      gboolean is_before = item == before.statement
                           || (before.from.year != 0
                               && bayan_desk_matches_in (self, item, before.from, before.to));

      bayan_tallies_set_is_before (self->tallies, bayan_statement_item_get_slot (item), is_before);
    }
  self->before = before;
}

/**
 * bayan_desk_get_before:
 *
 * Returns: what the figures of the measure of change are against; as of the last bayan_desk_list_areas()
 */
BayanBefore
bayan_desk_get_before (BayanDesk *self)
{
  return self->before;
}

/* Figures */

/* @n_words: of the scope. Returns whether there is anything to be said of the area. */
static gboolean
measure (BayanDesk *self, guint area, double n_words, BayanAreaFigures *figures)
{
  BayanAreaCount now = bayan_tallies_get_area_count (self->tallies, BAYAN_SIDE_NOW, area);

  *figures = (BayanAreaFigures) { bayan_tallies_get_area_key (self->tallies, area), now.n_mentions,
                                  now.n_confirmed, now.n_statements, now.n_mentions };
  switch (self->measure)
    {
    case BAYAN_MEASURE_STATEMENTS:
      figures->figure = now.n_statements;
      break;
    case BAYAN_MEASURE_RATE:
      figures->figure = n_words > 0 ? now.n_mentions * 1000.0 / n_words : 0;
      break;
      case BAYAN_MEASURE_CHANGE: {
        BayanAreaCount before = bayan_tallies_get_area_count (self->tallies, BAYAN_SIDE_BEFORE, area);

        if (self->before.statement == NULL && self->before.from.year == 0)
          figures->figure = 0;
        else
          figures->figure = (double) now.n_mentions - before.n_mentions;
        return now.n_mentions > 0 || figures->figure != 0;
      }
    case BAYAN_MEASURE_MENTIONS:
    case BAYAN_N_MEASURES:
    default:
      break;
    }
  return now.n_mentions > 0;
}

/**
 * bayan_desk_list_areas:
 *
 * Returns: (transfer full) (element-type BayanAreaFigures): the areas of the view's level to which something in scope
 *   points, or did before, in no order
 */
GArray *
bayan_desk_list_areas (BayanDesk *self)
{
  guint n_areas = bayan_tallies_get_n_areas (self->tallies);
  GArray *areas = g_array_new (FALSE, FALSE, sizeof (BayanAreaFigures));
  double n_words = 0;

  if (self->measure == BAYAN_MEASURE_RATE)
    {
      ask_for_lengths (self);
      n_words = count_words (self);
    }
  if (self->measure == BAYAN_MEASURE_CHANGE || self->before.statement != NULL || self->before.from.year != 0)
    compare_with_before (self);
  for (guint area = 1; area <= n_areas; area++)
    {
      BayanAreaFigures figures;

      if (measure (self, area, n_words, &figures))
        g_array_append_val (areas, figures);
    }
  return areas;
}

/* Mentions */

typedef struct {
  BayanDesk *desk;
  BayanMentionsWanted *wanted;
} Wish;

static void
wish_for_entity (guint32 entity, BayanMentionType type, gpointer data)
{
  Wish *wish = data;
  BayanEntityItem *item = entity < wish->desk->items->len ? wish->desk->items->pdata[entity] : NULL;

  if (item != NULL)
    bayan_mentions_wanted_add_entity (wish->wanted, bayan_entity_item_get_key (item), type);
}

static int
compare_newest (gconstpointer a, gconstpointer b)
{
  BayanStatementItem *one = *(BayanStatementItem *const *) a, *other = *(BayanStatementItem *const *) b;
  int order = bayan_date_compare (bayan_statement_item_get_date (other), bayan_statement_item_get_date (one));

  return order != 0 ? order
                    : (bayan_statement_item_get_id (one) < bayan_statement_item_get_id (other))
                          - (bayan_statement_item_get_id (one) > bayan_statement_item_get_id (other));
}

/**
 * bayan_desk_want_mentions:
 * @area_key: of an area of the view's level
 *
 * Returns: (transfer full): the mentions in scope that count for it now, newest statement first
 */
BayanMentionsWanted *
bayan_desk_want_mentions (BayanDesk *self, const char *area_key)
{
  guint area = bayan_tallies_find_area (self->tallies, area_key);
  guint n_statements = bayan_statement_list_get_size (self->statements);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  Wish wish = { self, bayan_mentions_wanted_new (self->area_view.confirmed_only) };

  if (area == 0)
    return wish.wanted;
  bayan_tallies_foreach_entity (self->tallies, area, wish_for_entity, &wish);
  for (guint i = 0; i < n_statements; i++)
    {
      BayanStatementItem *item = bayan_statement_list_peek (self->statements, i);
      guint slot = bayan_statement_item_get_slot (item);

      if (bayan_tallies_is_in_scope (self->tallies, slot)
          && bayan_tallies_names_area (self->tallies, slot, area))
        g_ptr_array_add (items, item);
    }
  g_ptr_array_sort (items, compare_newest);
  for (guint i = 0; i < items->len; i++)
    bayan_mentions_wanted_add_statement (wish.wanted, bayan_statement_item_get_id (items->pdata[i]));
  return wish.wanted;
}
