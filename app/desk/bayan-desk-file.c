/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library as a file: copies of it, and whether it is what was written. */
#include "bayan-desk-private.h"

static gboolean
report_if_closed (BayanDesk *self, gpointer tag, GAsyncReadyCallback callback, gpointer data)
{
  if (self->library != NULL)
    return FALSE;
  g_task_report_new_error (self, callback, data, tag, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_FAILED,
                           "no library is open");
  return TRUE;
}

/* Whoever asked about a library that has been closed since still gets the answer: the result holds it. */
static gboolean
finish (GAsyncResult *result, gboolean (*of_library) (BayanLibrary *, GAsyncResult *, GError **),
        GError **error)
{
  g_autoptr (GObject) asked = g_async_result_get_source_object (result);

  return BAYAN_IS_LIBRARY (asked) ? of_library (BAYAN_LIBRARY (asked), result, error)
                                  : g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * bayan_desk_save_copy_async:
 * @path: where the copy is to be; a file that is there is replaced
 * @cancellable: (nullable)
 *
 * Writes the library to another file, as small as it can be and with a sum in each page. What the analyst does meanwhile waits
 * until the copy is done, and is not in it.
 */
void
bayan_desk_save_copy_async (BayanDesk *self, const char *path, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data)
{
  if (!report_if_closed (self, bayan_desk_save_copy_async, callback, data))
    bayan_library_copy_async (self->library, path, cancellable, callback, data);
}

/* Returns: FALSE where nothing was copied: BAYAN_LIBRARY_ERROR_BUSY where the place is the library's own; _FULL, _DAMAGED,
 *   G_IO_ERROR_CANCELLED */
gboolean
bayan_desk_save_copy_finish (GAsyncResult *result, GError **error)
{
  return finish (result, bayan_library_copy_finish, error);
}

/**
 * bayan_desk_check_library_async:
 *
 * Reads all of the library and compares it with the sums that were written with it.
 */
void
bayan_desk_check_library_async (BayanDesk *self, GAsyncReadyCallback callback, gpointer data)
{
  if (!report_if_closed (self, bayan_desk_check_library_async, callback, data))
    bayan_library_check_async (self->library, NULL, callback, data);
}

/* Returns: FALSE with BAYAN_LIBRARY_ERROR_DAMAGED where something is not what was written */
gboolean
bayan_desk_check_library_finish (GAsyncResult *result, GError **error)
{
  return finish (result, bayan_library_check_finish, error);
}
