/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-library-backup.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "bayan-library-file.h"
#include "bayan-library.h"
#include "bayan-page-sums.h"

/* What a file system takes as one name, less what is written behind the library's own. */
#define STEM_MAX_BYTES (255 - 48)
#define COPIES_MAX 100
/* So many of SQLite's operations lie between two looks at whether it is still wanted. */
#define OPERATIONS_A_LOOK 20000

/* "…/المكتبة" of "…/المكتبة.bayan" */
static char *
stem_of (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  gsize length = strlen (name);

  if (g_str_has_suffix (name, ".bayan"))
    length -= strlen (".bayan");
  if (length > STEM_MAX_BYTES)
    for (length = STEM_MAX_BYTES; length > 0 && ((guint8) name[length] & 0xC0) == 0x80; length--)
      ;
  name[length] = '\0';
  return g_build_filename (folder, name, NULL);
}

/* A name that nothing has yet: an older copy is never overwritten. */
static char *
find_name (const char *path, int version)
{
  g_autofree char *stem = stem_of (path);

  for (int i = 1; i <= COPIES_MAX; i++)
    {
      g_autofree char *number = i > 1 ? g_strdup_printf (", %d", i) : g_strdup ("");
      g_autofree char *name = g_strdup_printf ("%s (before version %d%s).bayan", stem, version, number);

      if (!g_file_test (name, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&name);
    }
  return NULL;
}

static gboolean
make_empty (const char *draft, GError **error)
{
  int fd;

  g_unlink (draft);
  fd = g_open (draft, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      bayan_library_file_set_system_error (error, errno);
      return FALSE;
    }
  close (fd);
  return TRUE;
}

static gboolean
sync_file (const char *path, GError **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean synced = fd >= 0 && fsync (fd) == 0;

  if (!synced)
    bayan_library_file_set_system_error (error, errno);
  if (fd >= 0)
    close (fd);
  return synced;
}

static gboolean
move_into_place (const char *draft, const char *name, GError **error)
{
  if (g_rename (draft, name) == 0)
    return TRUE;
  bayan_library_file_set_system_error (error, errno);
  return FALSE;
}

/**
 * bayan_library_backup_make:
 * @version: the one that the library is about to get
 *
 * Copies the library beside its file. Under its name stands a whole copy or nothing, at every moment; what a
 * crash leaves of a draft makes room for the next one.
 *
 * Returns: (transfer full) (nullable): the copy's path; BAYAN_LIBRARY_ERROR_FULL where there is no room for it
 */
char *
bayan_library_backup_make (BayanDatabase *database, int version, GError **error)
{
  g_autofree char *name = find_name (bayan_database_get_path (database), version);
  g_autofree char *draft = g_strconcat (name, ".part", NULL);

  if (name == NULL)
    {
      g_set_error_literal (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_FAILED,
                           "there are too many copies beside the library");
      return NULL;
    }
  if (!make_empty (draft, error) || !bayan_database_copy (database, draft, error) || !sync_file (draft, error)
      || !move_into_place (draft, name, error))
    {
      g_unlink (draft);
      return NULL;
    }
  bayan_library_file_sync_folder (name);
  return g_steal_pointer (&name);
}

static int
interrupt_cb (void *cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

/* All rows anew, without what lies idle between them, in pages that have sums. */
static gboolean
write_anew (BayanDatabase *database, const char *draft, GCancellable *cancellable, GError **error)
{
  sqlite3 *handle = bayan_database_get_handle (database);
  sqlite3_stmt *query = NULL;
  gboolean written;

  if (!bayan_page_sums_want (handle)
      || sqlite3_prepare_v2 (handle, "VACUUM INTO ?", -1, &query, NULL) != SQLITE_OK)
    {
      bayan_database_set_error (database, error);
      return FALSE;
    }
  if (cancellable != NULL)
    sqlite3_progress_handler (handle, OPERATIONS_A_LOOK, interrupt_cb, cancellable);
  sqlite3_bind_text (query, 1, draft, -1, SQLITE_STATIC);
  written = sqlite3_step (query) == SQLITE_DONE;
  if (!written && !g_cancellable_set_error_if_cancelled (cancellable, error))
    bayan_database_set_error (database, error);
  sqlite3_progress_handler (handle, 0, NULL, NULL);
  sqlite3_finalize (query);
  return written;
}

static gboolean
add_sums (const char *draft, GError **error)
{
  int system_error = bayan_page_sums_write (draft);

  if (system_error != 0)
    bayan_library_file_set_system_error (error, system_error);
  return system_error == 0;
}

/* The copy is read once before anybody relies on it. */
static gboolean
is_readable (const char *draft, GError **error)
{
  g_autoptr (BayanDatabase) copy = bayan_database_open_for_reading (draft, error);

  return copy != NULL && bayan_database_check_pages (copy, error);
}

/**
 * bayan_library_backup_write:
 * @path: where the copy is to be; a file that is there is replaced, but never the library itself
 * @cancellable: (nullable)
 *
 * Writes the library to another file, as small as it can be and with a sum in each page, whether its own file has them or not.
 * Under @path stands what was there or a whole copy, at every moment.
 *
 * Returns: FALSE with BAYAN_LIBRARY_ERROR_BUSY where @path is the library itself, _FULL, _DAMAGED where the library cannot be
 *   read, or G_IO_ERROR_CANCELLED
 */
gboolean
bayan_library_backup_write (BayanDatabase *database, const char *path, GCancellable *cancellable,
                            GError **error)
{
  g_autofree char *draft = g_strconcat (path, ".part", NULL);
  g_autoptr (GFile) here = g_file_new_for_path (bayan_database_get_path (database)),
                    there = g_file_new_for_path (path);

  if (g_file_equal (here, there))
    {
      g_set_error_literal (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_BUSY,
                           "a copy cannot take the library's own place");
      return FALSE;
    }
  if (make_empty (draft, error) && write_anew (database, draft, cancellable, error) && add_sums (draft, error)
      && is_readable (draft, error) && sync_file (draft, error) && move_into_place (draft, path, error))
    {
      bayan_library_file_sync_folder (path);
      return TRUE;
    }
  g_unlink (draft);
  return FALSE;
}
