/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-library-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bayan-library.h"
#include "bayan-schema.h"

/* The SQLite file format, https://www.sqlite.org/fileformat.html §1.3 */
#define HEADER_SIZE_BYTES 100
#define HEADER_PAGE_SIZE 16
#define HEADER_PAGE_COUNT 28
#define HEADER_APPLICATION_ID 68

/* Files that this process holds: "device:inode" → path. Closing any descriptor of a file drops the POSIX
 * locks that the whole process has on it, so one that is open must not even be looked into a second time. */
static GMutex held_lock;
static GHashTable *held;

static char *
identity_of (const char *path)
{
  GStatBuf buffer;

  if (g_stat (path, &buffer) != 0)
    return NULL;
  return g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT, (guint64) buffer.st_dev,
                          (guint64) buffer.st_ino);
}

static gboolean
hold (const char *path)
{
  g_autofree char *identity = identity_of (path);
  gboolean is_new;

  if (identity == NULL)
    return TRUE;
  g_mutex_lock (&held_lock);
  if (held == NULL)
    held = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  is_new = !g_hash_table_contains (held, identity);
  if (is_new)
    g_hash_table_insert (held, g_steal_pointer (&identity), g_strdup (path));
  g_mutex_unlock (&held_lock);
  return is_new;
}

static gboolean
is_path (gpointer identity, gpointer path, gpointer wanted)
{
  return g_str_equal (path, wanted);
}

/* By path: the file may have been replaced or deleted meanwhile. */
static void
let_go (const char *path)
{
  g_mutex_lock (&held_lock);
  if (held != NULL)
    g_hash_table_foreach_remove (held, is_path, (gpointer) path);
  g_mutex_unlock (&held_lock);
}

/**
 * bayan_library_file_set_system_error:
 * @system_error: errno
 */
void
bayan_library_file_set_system_error (GError **error, int system_error)
{
  BayanLibraryError code = system_error == ENOSPC || system_error == EDQUOT ? BAYAN_LIBRARY_ERROR_FULL
                           : system_error == EROFS                          ? BAYAN_LIBRARY_ERROR_READ_ONLY
                                                                            : BAYAN_LIBRARY_ERROR_FAILED;

  g_set_error_literal (error, BAYAN_LIBRARY_ERROR, (int) code, g_strerror (system_error));
}

static guint32
big_endian_32 (const guint8 *at)
{
  return (guint32) at[0] << 24 | (guint32) at[1] << 16 | (guint32) at[2] << 8 | at[3];
}

static guint64
size_by_header (const guint8 *header)
{
  guint32 page_size = (guint32) header[HEADER_PAGE_SIZE] << 8 | header[HEADER_PAGE_SIZE + 1];

  return (guint64) big_endian_32 (header + HEADER_PAGE_COUNT) * (page_size == 1 ? 65536 : page_size);
}

static gboolean
check_header (const char *path, const guint8 *header, gsize n_read, guint64 size_bytes, GError **error)
{
  if (n_read == 0)
    g_set_error_literal (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_DAMAGED, "the file is empty");
  else if (n_read < 16 || memcmp (header, "SQLite format 3", 16) != 0)
    g_set_error_literal (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_NOT_LIBRARY,
                         "file is not a database");
  else if (n_read < HEADER_SIZE_BYTES)
    g_set_error_literal (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_DAMAGED,
                         "the file ends in its header");
  else if (big_endian_32 (header + HEADER_APPLICATION_ID) != BAYAN_APPLICATION_ID)
    g_set_error_literal (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_NOT_LIBRARY,
                         "the database of another program");
  /* A crash in the middle of a checkpoint leaves the file shorter than its header says, and the rest in the
   * log. */
  else if (size_bytes < size_by_header (header) && !bayan_database_has_log (path))
    g_set_error (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_DAMAGED,
                 "the file has %" G_GUINT64_FORMAT " of its %" G_GUINT64_FORMAT " bytes", size_bytes,
                 size_by_header (header));
  else
    return TRUE;
  return FALSE;
}

/* Looks at the first bytes before SQLite does, because SQLite would make an empty database of an empty file.
 */
static gboolean
check_file (const char *path, GError **error)
{
  guint8 header[HEADER_SIZE_BYTES];
  struct stat buffer;
  gssize n_read;
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);

  if (fd < 0 || fstat (fd, &buffer) != 0)
    {
      bayan_library_file_set_system_error (error, errno);
      if (fd >= 0)
        close (fd);
      return FALSE;
    }
  n_read = S_ISREG (buffer.st_mode) ? pread (fd, header, sizeof header, 0) : 0;
  close (fd);
  if (S_ISREG (buffer.st_mode) && n_read >= 0)
    return check_header (path, header, (gsize) n_read, (guint64) buffer.st_size, error);
  g_set_error_literal (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_NOT_LIBRARY, "not a regular file");
  return FALSE;
}

/* What was in the log has been read by now: bring it into the file, then the file has to be whole. Where the
 * disk is full it stays in the log, and the library can be read all the same. */
static gboolean
check_length (BayanDatabase *database, GError **error)
{
  g_autoptr (GError) local = NULL;
  gint64 n_pages = 0, page_size = 0;
  GStatBuf buffer;

  if (!bayan_database_exec (database, "PRAGMA wal_checkpoint(TRUNCATE)", &local))
    {
      if (!g_error_matches (local, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_DAMAGED))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (!bayan_database_read_int (database, "PRAGMA page_count", &n_pages, error)
      || !bayan_database_read_int (database, "PRAGMA page_size", &page_size, error))
    return FALSE;
  if (g_stat (bayan_database_get_path (database), &buffer) == 0 && buffer.st_size >= n_pages * page_size)
    return TRUE;
  g_set_error_literal (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_DAMAGED,
                       "the file has been cut short");
  return FALSE;
}

static BayanDatabase *
open_existing (const char *path, GError **error)
{
  g_autoptr (BayanDatabase) database = NULL;
  gboolean had_log = bayan_database_has_log (path);

  if (!check_file (path, error))
    return NULL;
  database = bayan_database_open (path, error);
  if (database == NULL || (had_log && !check_length (database, error))
      || !bayan_schema_migrate (database, error))
    return NULL;
  return g_steal_pointer (&database);
}

/* Puts the file in its place unless something is there by now. */
static gboolean
move_into_place (const char *from, const char *to, GError **error)
{
  int result = renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE);

  if (result != 0 && (errno == EINVAL || errno == ENOSYS) && !g_file_test (to, G_FILE_TEST_EXISTS))
    result = rename (from, to);
  if (result != 0)
    bayan_library_file_set_system_error (error, errno);
  return result == 0;
}

/**
 * bayan_library_file_sync_folder:
 *
 * Makes sure that the name of a file that has just got it is still there after a power cut.
 */
void
bayan_library_file_sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

static gboolean
write_empty_library (const char *path, GError **error)
{
  g_autoptr (BayanDatabase) database = bayan_database_create (path, error);

  /* What is still in the log when the file is moved would stay behind; closing does not say if it could not. */
  return database != NULL && bayan_schema_migrate (database, error)
         && bayan_database_exec (database, "PRAGMA wal_checkpoint (TRUNCATE)", error);
}

static void
unlink_draft (const char *draft)
{
  g_autofree char *log = g_strconcat (draft, "-wal", NULL);

  g_unlink (draft);
  g_unlink (log);
}

/* Made under another name and moved when whole: what stands at @path is a library or nothing, at every
 * moment. The file is for its owner alone; SQLite gives its log the same mode. */
static gboolean
create (const char *path, GError **error)
{
  g_autofree char *draft = g_strconcat (path, ".XXXXXX", NULL);
  int fd = g_mkstemp_full (draft, O_RDWR | O_CLOEXEC, 0600);
  gboolean made;

  if (fd < 0)
    {
      bayan_library_file_set_system_error (error, errno);
      return FALSE;
    }
  close (fd);
  made = write_empty_library (draft, error) && move_into_place (draft, path, error);
  if (!made)
    unlink_draft (draft);
  bayan_library_file_sync_folder (path);
  return made;
}

/**
 * bayan_library_file_open:
 * @path: the library's file; made where there is none
 *
 * Returns: (transfer full) (nullable): a connection with the newest schema, or a read-only one. Close it with
 *   bayan_library_file_close(). Errors: all of BayanLibraryError but NOT_FOUND.
 */
BayanDatabase *
bayan_library_file_open (const char *path, GError **error)
{
  BayanDatabase *database;

  if (!g_file_test (path, G_FILE_TEST_EXISTS) && !create (path, error))
    return NULL;
  if (!hold (path))
    {
      g_set_error_literal (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_BUSY,
                           "the library is open already");
      return NULL;
    }
  database = open_existing (path, error);
  if (database == NULL)
    let_go (path);
  return database;
}

/**
 * bayan_library_file_open_for_reading:
 *
 * Returns: (transfer full) (nullable): a read-only connection to a library that is there; close it with
 *   bayan_database_close(). The file may be held by whoever holds it.
 */
BayanDatabase *
bayan_library_file_open_for_reading (const char *path, GError **error)
{
  g_autoptr (BayanDatabase) database = NULL;

  if (!check_file (path, error))
    return NULL;
  database = bayan_database_open_for_reading (path, error);
  return database != NULL && bayan_schema_migrate (database, error) ? g_steal_pointer (&database) : NULL;
}

void
bayan_library_file_close (BayanDatabase *database)
{
  g_autofree char *path = g_strdup (bayan_database_get_path (database));

  bayan_database_close (database);
  let_go (path);
}
