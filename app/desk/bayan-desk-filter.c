/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-desk-private.h"

#include "bayan-query.h"

typedef struct {
  BayanDesk *desk;
  guint searching, opening;
} Question;

/* A date as a number that sorts; what is unknown counts as the first or the last that it can be. */
static int
first_day (BayanDate date)
{
  return date.year * 10000 + date.month * 100 + date.day;
}

static int
last_day (BayanDate date)
{
  return date.year * 10000 + (date.month != 0 ? date.month : 99) * 100 + (date.day != 0 ? date.day : 99);
}

/* A statement whose date is known only in part matches if it can lie in the range; one without a year never
 * does. */
static gboolean
date_matches (BayanDate date, BayanDate from, BayanDate to)
{
  if (!bayan_date_is_set (from) && !bayan_date_is_set (to))
    return TRUE;
  return date.year != 0 && (!bayan_date_is_set (from) || last_day (date) >= first_day (from))
         && (!bayan_date_is_set (to) || first_day (date) <= last_day (to));
}

static gboolean
entity_matches (BayanDesk *self, guint slot)
{
  BayanEntityItem *item;

  if (self->entity_filter == NULL)
    return TRUE;
  item = bayan_steady_table_lookup (self->item_by_key, self->entity_filter);
  return item != NULL
         && bayan_tallies_names_entity (self->tallies, slot, bayan_entity_item_get_number (item));
}

/* What the analyst said of it */
static gboolean
standing_matches (BayanDesk *self, BayanStatementItem *item)
{
  return (self->stage_filter < 0 || (int) bayan_statement_item_get_stage (item) == self->stage_filter)
         && (self->tag_filter == NULL
             || bayan_standing_has_tag (bayan_statement_item_get_standing (item), self->tag_filter));
}

/* Whether @item would match if the range of dates were this one. */
gboolean
bayan_desk_matches_in (BayanDesk *self, BayanStatementItem *item, BayanDate from, BayanDate to)
{
  guint slot = bayan_statement_item_get_slot (item);

  return (!self->has_found || bayan_slot_set_contains (&self->found, slot))
         && date_matches (bayan_statement_item_get_date (item), from, to) && entity_matches (self, slot)
         && standing_matches (self, item)
         && (self->country_filter == NULL
             || bayan_tallies_points_to (self->tallies, slot, self->country_filter));
}

/* Decides anew whether @item matches; in the scope of the library it counts accordingly. Returns whether it
 * is otherwise than before. */
gboolean
bayan_desk_filter_item (BayanDesk *self, BayanStatementItem *item)
{
  guint slot = bayan_statement_item_get_slot (item);
  gboolean matched = bayan_slot_set_contains (&self->matching, slot);
  gboolean matches = bayan_desk_matches_in (self, item, self->from, self->to);

  if (matched == matches)
    return FALSE;
  bayan_slot_set_set (&self->matching, slot, matches);
  self->n_matching += matches ? 1u : -1u;
  if (self->scope == BAYAN_SCOPE_LIBRARY)
    bayan_tallies_set_in_scope (self->tallies, slot, matches);
  return TRUE;
}

/* The statement in @slot goes. */
void
bayan_desk_forget_slot (BayanDesk *self, guint slot)
{
  if (bayan_slot_set_contains (&self->matching, slot))
    self->n_matching--;
  bayan_slot_set_set (&self->matching, slot, FALSE);
  bayan_slot_set_set (&self->found, slot, FALSE);
  if (self->scope_slot == slot)
    self->scope_slot = BAYAN_TALLIES_NO_SLOT;
}

/* The list answers a letter in the very next frame; sidebar and map, which cost as much again, in the one after it.
 * A letter typed meanwhile makes their answer to the one before needless. */
#define COUNTS_DELAY_MS 25

/* Decides anew of every statement, without saying so. */
void
bayan_desk_filter_quietly (BayanDesk *self)
{
  guint n_statements = bayan_statement_list_get_size (self->statements);

  for (guint i = 0; i < n_statements; i++)
    bayan_desk_filter_item (self, bayan_statement_list_peek (self->statements, i));
}

static void
filter_all (BayanDesk *self)
{
  bayan_desk_filter_quietly (self);
  bayan_desk_announce_later (self, COUNTS_DELAY_MS, G_PRIORITY_DEFAULT);
  g_signal_emit_by_name (self, "filter-changed");
}

static void
take_found (BayanDesk *self, GArray *ids)
{
  bayan_slot_set_clear (&self->found);
  for (guint i = 0; i < ids->len; i++)
    {
      guint slot = bayan_tallies_find_slot (self->tallies, g_array_index (ids, gint64, i));
      if (slot != BAYAN_TALLIES_NO_SLOT)
        bayan_slot_set_set (&self->found, slot, TRUE);
    }
  self->has_found = TRUE;
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Question *question = data;
  g_autoptr (BayanDesk) self = question->desk;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = bayan_library_search_finish (BAYAN_LIBRARY (source), result, &error);

  if (question->searching != self->searching || question->opening != self->opening)
    return;
  self->awaits_found = FALSE;
  if (ids == NULL)
    bayan_desk_fail_act (self, error);
  else
    {
      self->search_left = bayan_library_get_search_left (BAYAN_LIBRARY (source));
      take_found (self, ids);
      filter_all (self);
      /* What takes long is found bit by bit. */
      if (self->search_left > 0)
        bayan_desk_search_again (self);
    }
}

/* Asks the library; what it answers to an older question is dropped. */
void
bayan_desk_search_again (BayanDesk *self)
{
  Question *question;

  self->searching++;
  self->awaits_found = FALSE;
  if (self->library == NULL || self->search == NULL)
    return;
  self->awaits_found = TRUE;
  question = g_new (Question, 1);
  *question = (Question) { g_object_ref (self), self->searching, self->opening };
  bayan_library_search_async (self->library, self->search, NULL, found_cb, question);
}

/* There are other texts now. The library answers in the order in which it works: an answer that is on its way knows of
 * them. Asked anew with each part of an import, it would come when the import is over. */
void
bayan_desk_renew_search (BayanDesk *self)
{
  if (self->has_found && !self->awaits_found)
    bayan_desk_search_again (self);
}

static gboolean
is_blank (const char *text)
{
  for (; text != NULL && *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

static void
forget_search (BayanDesk *self)
{
  self->problem = (BayanQueryProblem) { BAYAN_QUERY_FINE, 0, 0 };
  self->searching++;
  self->awaits_found = FALSE;
  self->search_left = 0;
  self->has_found = FALSE;
  bayan_slot_set_clear (&self->found);
  g_clear_pointer (&self->search, g_free);
}

static gboolean
is_understood (BayanDesk *self, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (BayanQueryNode) query = NULL;

  return bayan_query_parse (valid, &query, &self->problem);
}

/**
 * bayan_desk_set_search:
 * @text: (nullable): as typed; where it cannot be understood the list stays as it is, and
 *   bayan_desk_get_search_problem() says why
 */
void
bayan_desk_set_search (BayanDesk *self, const char *text)
{
  if (is_blank (text))
    {
      gboolean searched = self->search != NULL;

      forget_search (self);
      if (searched)
        filter_all (self);
      return;
    }
  if (!is_understood (self, text) || g_strcmp0 (text, self->search) == 0)
    return;
  g_free (self->search);
  self->search = g_strdup (text);
  self->search_left = 0;
  bayan_desk_search_again (self);
}

void
bayan_desk_set_date_range (BayanDesk *self, BayanDate from, BayanDate to)
{
  self->from = from;
  self->to = to;
  filter_all (self);
}

void
bayan_desk_set_entity_filter (BayanDesk *self, const char *entity_key)
{
  char *copy = g_strdup (entity_key);

  g_free (self->entity_filter);
  self->entity_filter = copy;
  filter_all (self);
}

void
bayan_desk_set_country_filter (BayanDesk *self, const char *iso3)
{
  char *copy = g_strdup (iso3);

  g_free (self->country_filter);
  self->country_filter = copy;
  filter_all (self);
}

/* @stage: a BayanStage; -1 for none */
void
bayan_desk_set_stage_filter (BayanDesk *self, int stage)
{
  self->stage_filter = stage;
  filter_all (self);
}

/* @tag: (nullable) */
void
bayan_desk_set_tag_filter (BayanDesk *self, const char *tag)
{
  char *copy = g_strdup (tag);

  g_free (self->tag_filter);
  self->tag_filter = copy;
  filter_all (self);
}

void
bayan_desk_clear_filter (BayanDesk *self)
{
  forget_search (self);
  g_clear_pointer (&self->entity_filter, g_free);
  g_clear_pointer (&self->country_filter, g_free);
  g_clear_pointer (&self->tag_filter, g_free);
  self->stage_filter = -1;
  self->from = self->to = (BayanDate) { 0, 0, 0 };
  filter_all (self);
}

gboolean
bayan_desk_is_filtered (BayanDesk *self)
{
  return self->search != NULL || self->entity_filter != NULL || self->country_filter != NULL
         || self->tag_filter != NULL || self->stage_filter >= 0 || bayan_date_is_set (self->from)
         || bayan_date_is_set (self->to);
}

const char *
bayan_desk_get_search (BayanDesk *self)
{
  return self->search;
}

guint
bayan_desk_get_search_left (BayanDesk *self)
{
  return self->search_left;
}

BayanQueryProblem
bayan_desk_get_search_problem (BayanDesk *self)
{
  return self->problem;
}

const char *
bayan_desk_get_entity_filter (BayanDesk *self)
{
  return self->entity_filter;
}

const char *
bayan_desk_get_country_filter (BayanDesk *self)
{
  return self->country_filter;
}

int
bayan_desk_get_stage_filter (BayanDesk *self)
{
  return self->stage_filter;
}

const char *
bayan_desk_get_tag_filter (BayanDesk *self)
{
  return self->tag_filter;
}

/* @from, @to: (out) (optional) */
void
bayan_desk_get_date_range (BayanDesk *self, BayanDate *from, BayanDate *to)
{
  if (from != NULL)
    *from = self->from;
  if (to != NULL)
    *to = self->to;
}

/* Twelve times the year and the month from 0; -1 where there is no year. A year alone counts in its first month. */
static int
month_of (BayanDate date)
{
  return date.year > 0 ? date.year * 12 + MAX (date.month, 1) - 1 : -1;
}

/**
 * bayan_desk_count_months:
 * @first_month: (out): which month the first one is: twelve times the year and the month from 0
 *
 * Returns: (transfer full) (element-type guint): how many statements there are of each month that all of the filter but
 *   the range of dates lets through, from the first to the last month that has any statement
 */
GArray *
bayan_desk_count_months (BayanDesk *self, int *first_month)
{
  guint n_statements = bayan_statement_list_get_size (self->statements);
  GArray *months = g_array_new (FALSE, TRUE, sizeof (guint));
  BayanDate open = { 0, 0, 0 };
  int first = G_MAXINT, last = -1;

  for (guint i = 0; i < n_statements; i++)
    {
      int month = month_of (bayan_statement_item_get_date (bayan_statement_list_peek (self->statements, i)));

      first = month >= 0 ? MIN (first, month) : first;
      last = MAX (last, month);
    }
  *first_month = last >= 0 ? first : 0;
  g_array_set_size (months, last >= 0 ? (guint) (last - first) + 1 : 0);
  for (guint i = 0; i < n_statements; i++)
    {
      BayanStatementItem *item = bayan_statement_list_peek (self->statements, i);
      int month = month_of (bayan_statement_item_get_date (item));

      if (month >= 0 && bayan_desk_matches_in (self, item, open, open))
        g_array_index (months, guint, month - first)++;
    }
  return months;
}

/**
 * bayan_desk_matches:
 *
 * Returns: whether all that is set in the filter holds of @item; in constant time
 */
gboolean
bayan_desk_matches (BayanDesk *self, BayanStatementItem *item)
{
  return bayan_slot_set_contains (&self->matching, bayan_statement_item_get_slot (item));
}

guint
bayan_desk_get_n_matching (BayanDesk *self)
{
  return self->n_matching;
}
