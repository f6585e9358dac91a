/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-statement-table.h"
#include "bayan-store.h"

static BayanStatement *
load_visible (BayanStore *self, gint64 statement, GError **error)
{
  return bayan_statement_table_is_visible (self, statement, error)
             ? bayan_statement_table_load (self, statement, error)
             : NULL;
}

/**
 * bayan_store_set_detail:
 *
 * One step of an edit: @detail takes the place of the one of its field.
 */
gboolean
bayan_store_set_detail (BayanStore *self, gint64 statement, const BayanDetail *detail, GError **error)
{
  g_autoptr (BayanStatement) loaded = load_visible (self, statement, error);

  if (loaded == NULL)
    return FALSE;
  bayan_statement_take_detail (loaded, bayan_detail_copy (detail));
  return bayan_statement_table_replace_details (self, statement, loaded, error);
}

/* What the list shows and sorts by is kept beside the details. */
static void
clear_column (BayanStatement *statement, BayanDetailField field)
{
  static const BayanDate NO_DATE = { 0 };
  BayanCleanSpan nowhere = bayan_clean_span (0, 0);

  if (field == BAYAN_DETAIL_TITLE)
    {
      g_clear_pointer (&statement->title, g_free);
      statement->title_span = nowhere;
    }
  else if (field == BAYAN_DETAIL_DATE)
    {
      statement->date = NO_DATE;
      statement->date_span = nowhere;
    }
  else if (field == BAYAN_DETAIL_HIJRI)
    {
      statement->hijri = NO_DATE;
      statement->hijri_span = nowhere;
    }
  else if (field == BAYAN_DETAIL_LANGUAGE)
    g_clear_pointer (&statement->language, g_free);
}

/**
 * bayan_store_clear_detail:
 *
 * One step of an edit: nothing is known of @field any more.
 */
gboolean
bayan_store_clear_detail (BayanStore *self, gint64 statement, BayanDetailField field, GError **error)
{
  g_autoptr (BayanStatement) loaded = load_visible (self, statement, error);
  guint index;

  if (loaded == NULL)
    return FALSE;
  if (!g_ptr_array_find (loaded->details, bayan_statement_find_detail (loaded, field), &index))
    return TRUE;
  g_ptr_array_remove_index (loaded->details, index);
  clear_column (loaded, field);
  return bayan_statement_table_replace_details (self, statement, loaded, error);
}
