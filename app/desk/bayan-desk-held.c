/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-desk-private.h"

#include "bayan-import-request.h"

static BayanImportRequest *
new_request (BayanHeldFile *held)
{
  g_autoptr (BayanSource) source = bayan_held_file_make_source (held);
  BayanImportRequest *request = bayan_import_request_new (NULL, source);

  request->hold = BAYAN_IMPORT_HOLD_NONE;
  request->roles = bayan_held_file_copy_roles (held);
  request->held = g_object_ref (held);
  return request;
}

/* Those of one import are one job, so that they go into the library under its number. */
static void
sort_by_import (GHashTable *imports, BayanHeldFile *held)
{
  GPtrArray *requests = g_hash_table_lookup (imports, bayan_held_file_get_number (held));

  if (requests == NULL)
    {
      requests = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_import_request_unref);
      g_hash_table_insert (imports, bayan_held_file_get_number (held), requests);
    }
  g_ptr_array_add (requests, new_request (held));
}

/**
 * bayan_desk_accept_held:
 * @held: (element-type BayanHeldFile): files that wait; the others are left as they are
 *
 * Imports them, as what the analyst says they are, and as parts of the import that held them back: one undo takes it
 * back as a whole. One that fails waits again, with the reason.
 */
void
bayan_desk_accept_held (BayanDesk *self, GListModel *held)
{
  g_autoptr (GHashTable) imports = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer number, requests;

  for (guint i = 0; i < g_list_model_get_n_items (held); i++)
    {
      g_autoptr (BayanHeldFile) file = g_list_model_get_item (held, i);

      if (bayan_held_file_get_state (file) != BAYAN_HELD_WAITING)
        continue;
      sort_by_import (imports, file);
      bayan_held_file_set_state (file, BAYAN_HELD_IMPORTING);
    }
  g_hash_table_iter_init (&iter, imports);
  while (g_hash_table_iter_next (&iter, &number, &requests))
    g_object_unref (bayan_desk_queue_job (self, BAYAN_IMPORT_REVIEWED, requests, number));
}

/**
 * bayan_desk_skip_held:
 *
 * Takes @held off the list of what waits. Nothing is done with the file itself.
 */
void
bayan_desk_skip_held (BayanDesk *self, BayanHeldFile *held)
{
  if (bayan_held_file_get_state (held) == BAYAN_HELD_WAITING)
    bayan_held_file_set_state (held, BAYAN_HELD_SKIPPED);
}

GListModel *
bayan_desk_get_held (BayanDesk *self)
{
  return bayan_held_list_get_model (self->held);
}
