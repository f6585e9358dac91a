/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-store.h"

#include "bayan-entity-table.h"
#include "bayan-header-table.h"
#include "bayan-journal-table.h"
#include "bayan-mention-rows.h"
#include "bayan-mention-table.h"
#include "bayan-search-table.h"
#include "bayan-relation-table.h"
#include "bayan-search.h"
#include "bayan-site-table.h"
#include "bayan-sketch-table.h"
#include "bayan-standing-table.h"
#include "bayan-statement-table.h"
#include "bayan-verdict-table.h"

/**
 * bayan_store_begin_import:
 *
 * Returns: the number for bayan_store_import(), or 0 on error
 */
gint64
bayan_store_begin_import (BayanStore *self, GError **error)
{
  if (bayan_database_get_read_only (self->database) != NULL)
    {
      g_propagate_error (error, g_error_copy (bayan_database_get_read_only (self->database)));
      return 0;
    }
  return bayan_import_table_insert (self, error);
}

static gboolean
check_import (BayanStore *self, gint64 import_id, GError **error)
{
  BayanImportState state;

  if (!bayan_import_table_get_state (self, import_id, &state, error))
    return FALSE;
  if (state == BAYAN_IMPORT_STATE_NONE)
    g_set_error_literal (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_NOT_FOUND, "no such import");
  else if (state == BAYAN_IMPORT_STATE_UNDONE)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "the import was undone while it ran");
  return state == BAYAN_IMPORT_STATE_OPEN;
}

static gboolean
insert_entities (BayanStore *self, const GPtrArray *entities, BayanLibraryChange *change, GError **error)
{
  for (guint i = 0; i < entities->len; i++)
    if (bayan_entity_table_intern (self->entities, g_ptr_array_index (entities, i), change, error) == 0)
      return FALSE;
  return TRUE;
}

/* Its tally gets the mention's id when all mentions of the batch are written. */
static gboolean
add_mention (BayanStore *self, gint64 statement, const BayanMention *mention, BayanMentionRows *rows,
             BayanLibraryChange *change, GError **error)
{
  guint32 entity = bayan_mention_table_find_entity (self, statement, mention, change, error);
  BayanTally tally = { 0, statement, entity, (guint8) bayan_mention_table_get_type_of (self, mention, entity),
                       (guint8) mention->status };

  g_array_append_val (change->tallies_added, tally);
  return (entity != 0 || mention->entity_key == NULL)
         && bayan_mention_rows_add (rows, self, statement, mention, entity, error);
}

static gboolean
insert_recognition (BayanStore *self, gint64 statement, const BayanRecognition *recognition,
                    BayanMentionRows *rows, BayanLibraryChange *change, GError **error)
{
  if (!insert_entities (self, recognition->entities, change, error))
    return FALSE;
  for (guint i = 0; i < recognition->mentions->len; i++)
    if (!add_mention (self, statement, g_ptr_array_index (recognition->mentions, i), rows, change, error))
      return FALSE;
  return TRUE;
}

static gboolean
delete_for_good (BayanStore *self, gint64 id, GError **error)
{
  return bayan_mention_table_delete_all (self, id, error) && bayan_verdict_table_delete_all (self, id, error)
         && bayan_standing_table_delete_all (self, id, error)
         && bayan_relation_table_delete_all (self, id, error)
         && bayan_statement_table_delete (self, id, error);
}

/* The same source, of an import that was undone: it makes room, and with it goes the chance to redo that
 * import. */
static gboolean
replace_hidden (BayanStore *self, gint64 id, GError **error)
{
  return bayan_journal_table_forget_undone (self, error) && delete_for_good (self, id, error);
}

static gboolean
insert_item (BayanStore *self, gint64 import_id, BayanImportItem *item, gint64 *id, BayanMentionRows *rows,
             BayanLibraryChange *change, GError **error)
{
  gint64 imported_at = g_get_real_time () / G_USEC_PER_SEC;

  bayan_import_item_prepare (item, NULL);
  *id = bayan_statement_table_insert (self, import_id, imported_at, item->statement, item->prepared, error);
  if (*id == 0)
    return FALSE;
  /* Newest first, as the list has them. */
  g_ptr_array_insert (change->headers_added, 0,
                      bayan_header_table_make (*id, import_id, imported_at, item->statement));
  return (item->recognition == NULL || insert_recognition (self, *id, item->recognition, rows, change, error))
         && (item->sketch == NULL || bayan_sketch_table_insert (self, *id, item->sketch, error));
}

static gboolean
import_item (BayanStore *self, gint64 import_id, BayanImportItem *item, BayanImportOutcome *outcome,
             BayanMentionRows *rows, BayanLibraryChange *change, GError **error)
{
  gboolean is_first = change->headers_added->len == 0;
  BayanFoundStatement found;

  if (!bayan_statement_table_find (self, item->statement->sha256, &found, error))
    return FALSE;
  outcome->duplicate = found.id != 0 && !found.hidden;
  outcome->statement = found.id;
  if (outcome->duplicate)
    return TRUE;
  return (!is_first || bayan_journal_table_add_import (self, import_id, error))
         && (found.id == 0 || replace_hidden (self, found.id, error))
         && insert_item (self, import_id, item, &outcome->statement, rows, change, error);
}

static gboolean
write_mentions (BayanStore *self, BayanMentionRows *rows, BayanLibraryChange *change, GError **error)
{
  gint64 first_id;

  if (change->tallies_added->len == 0)
    return TRUE;
  if (!bayan_mention_rows_write (rows, self, &first_id, error))
    return FALSE;
  for (guint i = 0; i < change->tallies_added->len; i++)
    g_array_index (change->tallies_added, BayanTally, i).mention = first_id + i;
  return TRUE;
}

/* After all other rows of the batch: FTS5 gathers what it is given, and writes down a segment of its own at each
 * savepoint, of which a statement such as REPLACE opens one. */
static gboolean
add_to_search (BayanStore *self, const GPtrArray *items, const GArray *outcomes, GError **error)
{
  for (guint i = 0; i < items->len; i++)
    {
      const BayanImportItem *item = g_ptr_array_index (items, i);
      const BayanImportOutcome *outcome = &g_array_index (outcomes, BayanImportOutcome, i);

      if (!outcome->duplicate
          && !bayan_search_table_add (self, outcome->statement, item->statement, item->prepared, error))
        return FALSE;
    }
  return TRUE;
}

/* The pages of a batch whose statements are new. */
static gboolean
add_pages (BayanStore *self, gint64 import_id, const GPtrArray *items, const GArray *outcomes, GError **error)
{
  g_autoptr (GPtrArray) statements = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    if (!g_array_index (outcomes, BayanImportOutcome, i).duplicate)
      g_ptr_array_add (statements, ((const BayanImportItem *) g_ptr_array_index (items, i))->statement);
  return bayan_site_table_add_pages (self, import_id, statements, error);
}

static gboolean
import_all (BayanStore *self, gint64 import_id, GPtrArray *items, GArray *outcomes,
            BayanLibraryChange *change, GError **error)
{
  g_autoptr (BayanMentionRows) rows = bayan_mention_rows_new ();

  if (!check_import (self, import_id, error))
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      BayanImportOutcome outcome = { 0 };

      if (!import_item (self, import_id, g_ptr_array_index (items, i), &outcome, rows, change, error))
        return FALSE;
      g_array_append_val (outcomes, outcome);
    }
  if (!write_mentions (self, rows, change, error))
    return FALSE;
  bayan_header_table_count (change->headers_added, change->tallies_added);
  return add_pages (self, import_id, items, outcomes, error)
         && bayan_import_table_add_statements (self, import_id, change->headers_added->len, error)
         && add_to_search (self, items, outcomes, error)
         && bayan_journal_table_read_labels (self, &change->undo, &change->redo, error);
}

/**
 * bayan_store_import:
 * @items: (element-type BayanImportItem): one batch
 *
 * Returns: (transfer full) (nullable) (element-type BayanImportOutcome): in the order of @items; NULL if
 * nothing was kept. G_IO_ERROR_CANCELLED where the analyst has undone the import meanwhile.
 */
GArray *
bayan_store_import (BayanStore *self, gint64 import_id, GPtrArray *items, BayanLibraryChange *change,
                    GError **error)
{
  g_autoptr (GArray) outcomes = g_array_new (FALSE, FALSE, sizeof (BayanImportOutcome));

  if (!bayan_store_begin (self, error))
    return NULL;
  if (!import_all (self, import_id, items, outcomes, change, error))
    {
      bayan_store_rollback (self);
      return NULL;
    }
  if (!bayan_store_commit (self, error))
    return NULL;
  bayan_search_forget_order (self->search);
  return g_steal_pointer (&outcomes);
}

/**
 * bayan_store_tidy:
 *
 * Takes some statements out for good whose import was undone and cannot come back.
 *
 * Returns: TRUE if there may be more to do
 */
gboolean
bayan_store_tidy (BayanStore *self, GError **error)
{
  g_autoptr (GArray) statements = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (bayan_database_get_read_only (self->database) != NULL
      || !bayan_import_table_find_abandoned (self, statements, error) || statements->len == 0
      || !bayan_store_begin (self, error))
    return FALSE;
  for (guint i = 0; i < statements->len; i++)
    if (!delete_for_good (self, g_array_index (statements, gint64, i), error))
      {
        bayan_store_rollback (self);
        return FALSE;
      }
  if (bayan_site_table_forget_abandoned (self, error))
    return bayan_store_commit (self, error);
  bayan_store_rollback (self);
  return FALSE;
}
