/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-desk-private.h"

#define OPEN_STATEMENT "open-statement"
#define SCOPE "scope"
#define SCOPE_STATEMENT "statement"
#define SCOPE_LIBRARY "library"

typedef struct {
  BayanDesk *desk;
  guint loading, opening;
} Question;

/* @reading: (nullable): taken */
static void
set_reading (BayanDesk *self, BayanReading *reading)
{
  g_clear_object (&self->reading);
  self->reading = reading;
  self->text_is_old = FALSE;
  if (self->scope == BAYAN_SCOPE_STATEMENT)
    bayan_desk_apply_scope (self);
  bayan_desk_notify (self, BAYAN_DESK_PROP_READING);
}

static gboolean
is_superseded (const Question *question)
{
  return question->loading != question->desk->loading || question->opening != question->desk->opening;
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Question *question = data;
  g_autoptr (BayanDesk) self = question->desk;
  g_autoptr (GError) error = NULL;
  BayanOpenStatement *open = bayan_library_load_statement_finish (BAYAN_LIBRARY (source), result, &error);

  if (!is_superseded (question))
    {
      if (open == NULL)
        bayan_desk_fail_act (self, error);
      set_reading (self, open != NULL ? bayan_reading_new (open) : NULL);
      bayan_desk_announce (self, 0);
    }
  g_clear_pointer (&open, bayan_open_statement_free);
}

/* Until the answer is there the reader keeps what it shows: text, sidebar and map change together. */
static void
load_selected (BayanDesk *self)
{
  Question *question = g_new (Question, 1);

  *question = (Question) { g_object_ref (self), ++self->loading, self->opening };
  bayan_library_load_statement_async (self->library, self->selected, NULL, loaded_cb, question);
}

static void
set_selected (BayanDesk *self, gint64 id)
{
  g_autofree char *word = id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : NULL;

  self->selected = id;
  self->loading++;
  if (self->state == BAYAN_DESK_READY)
    bayan_desk_set_state_word (self, OPEN_STATEMENT, word);
  bayan_desk_notify (self, BAYAN_DESK_PROP_SELECTED);
}

/**
 * bayan_desk_select_statement:
 * @id: 0 for none
 *
 * Loads a statement into the reader; "reading" notifies when it is there, and "updated" follows.
 */
void
bayan_desk_select_statement (BayanDesk *self, gint64 id)
{
  if (id == self->selected || (id != 0 && bayan_statement_list_find (self->statements, id) == NULL))
    return;
  set_selected (self, id);
  if (id != 0)
    {
      load_selected (self);
      return;
    }
  set_reading (self, NULL);
  bayan_desk_announce (self, 0);
}

/* The selected statement is no more: nothing is selected. Says nothing of counts. */
void
bayan_desk_forget_selection (BayanDesk *self)
{
  set_selected (self, 0);
  set_reading (self, NULL);
}

/* The library has another text of the statement in the reader. */
void
bayan_desk_reload_reading (BayanDesk *self)
{
  self->text_is_old = TRUE;
  load_selected (self);
}

void
bayan_desk_drop_reading (BayanDesk *self)
{
  gboolean had_reading = self->reading != NULL;

  self->loading++;
  self->selected = 0;
  self->scope_slot = BAYAN_TALLIES_NO_SLOT;
  self->text_is_old = FALSE;
  g_clear_object (&self->text_task);
  g_clear_object (&self->reading);
  bayan_desk_notify (self, BAYAN_DESK_PROP_SELECTED);
  if (had_reading)
    bayan_desk_notify (self, BAYAN_DESK_PROP_READING);
}

/* Where the analyst was when the library was last open. */
void
bayan_desk_restore_selection (BayanDesk *self)
{
  const char *id = g_hash_table_lookup (self->memory, OPEN_STATEMENT);
  gboolean statement_scope = g_strcmp0 (g_hash_table_lookup (self->memory, SCOPE), SCOPE_STATEMENT) == 0;

  self->scope = statement_scope ? BAYAN_SCOPE_STATEMENT : BAYAN_SCOPE_LIBRARY;
  bayan_desk_apply_scope (self);
  bayan_desk_notify (self, BAYAN_DESK_PROP_SCOPE);
  if (id != NULL)
    bayan_desk_select_statement (self, g_ascii_strtoll (id, NULL, 10));
}

gint64
bayan_desk_get_selected (BayanDesk *self)
{
  return self->selected;
}

/**
 * bayan_desk_find_statement:
 *
 * Returns: (transfer none) (nullable): the line of statement @id in the list, whether the filter lets it through or
 *   not; in constant time
 */
BayanStatementItem *
bayan_desk_find_statement (BayanDesk *self, gint64 id)
{
  return bayan_statement_list_find (self->statements, id);
}

BayanReading *
bayan_desk_get_reading (BayanDesk *self)
{
  return self->reading;
}

GListModel *
bayan_desk_get_statements (BayanDesk *self)
{
  return G_LIST_MODEL (self->statements);
}

BayanScope
bayan_desk_get_scope (BayanDesk *self)
{
  return self->scope;
}

void
bayan_desk_set_scope (BayanDesk *self, BayanScope scope)
{
  if (scope == self->scope)
    return;
  self->scope = scope;
  bayan_desk_apply_scope (self);
  if (self->state == BAYAN_DESK_READY)
    bayan_desk_set_state_word (self, SCOPE, scope == BAYAN_SCOPE_STATEMENT ? SCOPE_STATEMENT : SCOPE_LIBRARY);
  bayan_desk_notify (self, BAYAN_DESK_PROP_SCOPE);
  bayan_desk_announce (self, 0);
}

/**
 * bayan_desk_find_mentions:
 * @entity_key: of an entity
 * @n_mentions: (out): how many
 *
 * Returns: (transfer full) (array length=n_mentions): the ids of its mentions in the reading, in the order of
 * the text, without rejected ones
 */
gint64 *
bayan_desk_find_mentions (BayanDesk *self, const char *entity_key, gsize *n_mentions)
{
  GPtrArray *mentions = self->reading != NULL ? bayan_reading_get_mentions (self->reading) : NULL;
  guint n_all = mentions != NULL ? mentions->len : 0;
  gint64 *ids = g_new (gint64, n_all + 1);

  *n_mentions = 0;
  for (guint i = 0; i < n_all; i++)
    {
      const BayanMention *mention = mentions->pdata[i];
      if (mention->status != BAYAN_STATUS_REJECTED && g_strcmp0 (mention->entity_key, entity_key) == 0)
        ids[(*n_mentions)++] = mention->id;
    }
  return ids;
}
