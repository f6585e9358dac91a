/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-desk-private.h"

#include <string.h>

#include "bayan-date-input.h"
#include "bayan-ingest.h"
#include "bayan-span-snap.h"
#include "bayan-text-change.h"

#define NOWHERE (bayan_clean_span (0, 0))

/* Whether details can be changed now; says why not. */
static gboolean
can_change (BayanDesk *self)
{
  return self->reading != NULL && !self->text_is_old && bayan_desk_can_change (self);
}

/* @value: (nullable): NULL to clear the field */
static void
add_step (BayanDesk *self, BayanEdit *edit, BayanDetailField field, const char *value, BayanOrigin origin,
          BayanCleanSpan span, const char *words)
{
  gint64 id = bayan_reading_get_id (self->reading);
  g_autoptr (BayanDetail) detail = NULL;

  if (value == NULL || *value == '\0')
    {
      bayan_edit_clear_detail (edit, id, field);
      return;
    }
  detail = bayan_detail_new (field, value, origin, span, words);
  bayan_edit_set_detail (edit, id, detail);
}

static char *
to_iso (BayanDate date)
{
  return bayan_date_is_set (date) ? bayan_date_to_iso (date) : NULL;
}

/* Both calendars, so that they say the same. FALSE if @value is no date. */
static gboolean
add_date (BayanDesk *self, BayanEdit *edit, const char *value, BayanCleanSpan span, const char *words)
{
  BayanDate gregorian, hijri;
  g_autofree char *date = NULL, *other = NULL;

  if (!bayan_date_input_read (value, &gregorian, &hijri))
    return FALSE;
  date = to_iso (gregorian);
  other = to_iso (hijri);
  add_step (self, edit, BAYAN_DETAIL_DATE, date, BAYAN_ORIGIN_ANALYST, span, words);
  add_step (self, edit, BAYAN_DETAIL_HIJRI, other, date != NULL ? BAYAN_ORIGIN_DERIVED : BAYAN_ORIGIN_ANALYST,
            NOWHERE, NULL);
  return TRUE;
}

/* FALSE if @value cannot be the value of @field. */
static gboolean
add_value (BayanDesk *self, BayanEdit *edit, BayanDetailField field, const char *value, BayanCleanSpan span,
           const char *words)
{
  g_autofree char *event = NULL;

  switch (field)
    {
    case BAYAN_DETAIL_DATE:
    case BAYAN_DETAIL_HIJRI:
      return add_date (self, edit, value, span, words);
    case BAYAN_DETAIL_EVENT_DATE:
      event = bayan_date_input_read_event (value);
      if (event != NULL)
        add_step (self, edit, field, event, BAYAN_ORIGIN_ANALYST, span, words);
      return event != NULL;
    default:
      add_step (self, edit, field, value, BAYAN_ORIGIN_ANALYST, span, words);
      return TRUE;
    }
}

static gboolean
set_value (BayanDesk *self, BayanDetailField field, const char *value, BayanCleanSpan span, const char *words)
{
  BayanEdit *edit = bayan_edit_new ("set-detail", value);

  if (add_value (self, edit, field, value, span, words))
    {
      bayan_desk_apply_edit (self, edit);
      return TRUE;
    }
  bayan_edit_free (edit);
  return FALSE;
}

/* On one line, without the controls that would turn other text round. */
static char *
tidy (const char *value)
{
  g_autofree char *flat = g_strdelimit (g_utf8_make_valid (value, -1), "\n\r\t", ' ');

  return g_strdup (g_strstrip (flat));
}

/**
 * bayan_desk_set_detail:
 * @value: what the analyst typed; for the dates in any form that bayan_date_input_read() knows; "" to clear the field
 *
 * Sets a detail of the reading. One act. The date of publication is set in both calendars.
 *
 * Returns: FALSE if @value cannot be the value of @field; nothing is changed then
 */
gboolean
bayan_desk_set_detail (BayanDesk *self, BayanDetailField field, const char *value)
{
  g_autofree char *tidied = tidy (value);

  if (!can_change (self))
    return TRUE;
  if (*tidied != '\0')
    return set_value (self, field, tidied, NOWHERE, NULL);
  bayan_desk_clear_detail (self, field);
  return TRUE;
}

/**
 * bayan_desk_use_words:
 * @span: what the analyst selected in the reading
 *
 * Sets a detail of the reading to the words at @span. One act.
 *
 * Returns: FALSE if they cannot be the value of @field
 */
gboolean
bayan_desk_use_words (BayanDesk *self, BayanDetailField field, BayanCleanSpan span)
{
  g_autofree char *words = NULL, *value = NULL;

  if (!can_change (self) || !bayan_span_snap (bayan_reading_get_statement (self->reading), &span))
    return TRUE;
  words = bayan_desk_dup_words (self, span);
  value = tidy (words);
  return set_value (self, field, value, span, words);
}

static void
add_clear (BayanDesk *self, BayanEdit *edit, BayanDetailField field)
{
  add_step (self, edit, field, NULL, BAYAN_ORIGIN_ANALYST, NOWHERE, NULL);
  if (field == BAYAN_DETAIL_DATE)
    add_step (self, edit, BAYAN_DETAIL_HIJRI, NULL, BAYAN_ORIGIN_ANALYST, NOWHERE, NULL);
}

/**
 * bayan_desk_clear_detail:
 *
 * Says that nothing is known of @field, whatever was found. One act.
 */
void
bayan_desk_clear_detail (BayanDesk *self, BayanDetailField field)
{
  g_autoptr (BayanDetail) detail = NULL;
  BayanEdit *edit;

  if (!can_change (self))
    return;
  detail = bayan_statement_dup_detail (bayan_reading_get_statement (self->reading), field);
  if (detail == NULL)
    return;
  edit = bayan_edit_new ("clear-detail", detail->value);
  add_clear (self, edit, field);
  bayan_desk_apply_edit (self, edit);
}

/* To find again what was found when it came in. */
typedef struct {
  BayanStatement *statement;
  BayanDetailField field; /* BAYAN_DETAIL_N_FIELDS for all of them */
  guint opening;
  BayanStatement *found;
} Search;

static void
search_free (gpointer data)
{
  Search *self = data;

  bayan_statement_unref (self->statement);
  g_clear_pointer (&self->found, bayan_statement_unref);
  g_free (self);
}

static void
find_again (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Search *self = data;
  g_autoptr (BayanSource) again = bayan_source_new (self->statement->name, self->statement->uri);
  GError *error = NULL;

  again->raw = g_bytes_ref (self->statement->raw);
  again->extract = self->statement->extract != NULL ? g_bytes_ref (self->statement->extract) : NULL;
  again->format = self->statement->format;
  again->charset = g_strdup (self->statement->charset);
  self->found = bayan_ingest_source (again, NULL, NULL, &error);
  if (self->found != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
add_found (BayanDesk *self, BayanEdit *edit, const Search *search, BayanDetailField field)
{
  const BayanDetail *now = bayan_statement_find_detail (search->statement, field);
  g_autoptr (BayanDetail) found = bayan_statement_dup_detail (search->found, field);
  BayanCleanSpan span = NOWHERE;

  /* A mail or a table around it may have declared what its own bytes do not say. */
  if (found == NULL && now != NULL && now->origin != BAYAN_ORIGIN_ANALYST)
    return;
  if (found != NULL && bayan_clean_span_length_bytes (found->span) > 0)
    bayan_text_change_move_span (search->found, search->statement, found->span, &span);
  if (found != NULL)
    add_step (self, edit, field, found->value, found->origin, span, found->words);
  else
    add_step (self, edit, field, NULL, BAYAN_ORIGIN_ANALYST, NOWHERE, NULL);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  BayanDesk *self = BAYAN_DESK (source);
  const Search *search = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  BayanEdit *edit;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      bayan_desk_fail_act (self, error);
      return;
    }
  if (search->opening != self->opening || !can_change (self)
      || bayan_reading_get_statement (self->reading) != search->statement)
    return;
  edit = bayan_edit_new ("revert-detail", "");
  for (guint field = 0; field < BAYAN_DETAIL_N_FIELDS; field++)
    if (search->field == BAYAN_DETAIL_N_FIELDS || search->field == field
        || (search->field == BAYAN_DETAIL_DATE && field == BAYAN_DETAIL_HIJRI))
      add_found (self, edit, search, field);
  bayan_desk_apply_edit (self, edit);
}

/* @field: BAYAN_DETAIL_N_FIELDS for all of them */
static void
revert (BayanDesk *self, BayanDetailField field)
{
  g_autoptr (GTask) task = NULL;
  Search *search;

  if (!can_change (self))
    return;
  search = g_new0 (Search, 1);
  search->statement = bayan_statement_ref ((BayanStatement *) bayan_reading_get_statement (self->reading));
  search->field = field;
  search->opening = self->opening;
  task = g_task_new (self, NULL, found_cb, NULL);
  g_task_set_source_tag (task, revert);
  g_task_set_task_data (task, search, search_free);
  g_task_run_in_thread (task, find_again);
}

/**
 * bayan_desk_revert_detail:
 *
 * Sets a detail of the reading to what was found when it came in; reads the source again for that. One act.
 */
void
bayan_desk_revert_detail (BayanDesk *self, BayanDetailField field)
{
  revert (self, field);
}

/**
 * bayan_desk_revert_details:
 *
 * Sets every detail of the reading to what was found when it came in. One act.
 */
void
bayan_desk_revert_details (BayanDesk *self)
{
  revert (self, BAYAN_DETAIL_N_FIELDS);
}

/**
 * bayan_desk_read_date:
 * @gregorian: (out): the date that @text says
 * @hijri: (out): the same in the other calendar
 *
 * Returns: FALSE if @text is no date. See bayan_date_input_read().
 */
gboolean
bayan_desk_read_date (const char *text, BayanDate *gregorian, BayanDate *hijri)
{
  return bayan_date_input_read (text, gregorian, hijri);
}

/**
 * bayan_desk_read_event_date:
 *
 * Returns: (transfer full) (nullable): as bayan_date_input_read_event()
 */
char *
bayan_desk_read_event_date (const char *text)
{
  return bayan_date_input_read_event (text);
}
