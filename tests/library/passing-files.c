/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "passing-files.h"

static sqlite3_vfs *real_system;
static PassingFileOpening opening;

static int
file_close (sqlite3_file *file)
{
  return REAL_FILE (file)->pMethods->xClose (REAL_FILE (file));
}

static int
file_read (sqlite3_file *file, void *data, int size, sqlite3_int64 at)
{
  return REAL_FILE (file)->pMethods->xRead (REAL_FILE (file), data, size, at);
}

static int
file_write (sqlite3_file *file, const void *data, int size, sqlite3_int64 at)
{
  return REAL_FILE (file)->pMethods->xWrite (REAL_FILE (file), data, size, at);
}

static int
file_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  return REAL_FILE (file)->pMethods->xTruncate (REAL_FILE (file), size);
}

static int
file_sync (sqlite3_file *file, int flags)
{
  return REAL_FILE (file)->pMethods->xSync (REAL_FILE (file), flags);
}

static int
file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return REAL_FILE (file)->pMethods->xFileSize (REAL_FILE (file), size);
}

static int
file_lock (sqlite3_file *file, int lock)
{
  return REAL_FILE (file)->pMethods->xLock (REAL_FILE (file), lock);
}

static int
file_unlock (sqlite3_file *file, int lock)
{
  return REAL_FILE (file)->pMethods->xUnlock (REAL_FILE (file), lock);
}

static int
file_check_lock (sqlite3_file *file, int *is_locked)
{
  return REAL_FILE (file)->pMethods->xCheckReservedLock (REAL_FILE (file), is_locked);
}

static int
file_control (sqlite3_file *file, int operation, void *argument)
{
  return REAL_FILE (file)->pMethods->xFileControl (REAL_FILE (file), operation, argument);
}

static int
file_sector_size (sqlite3_file *file)
{
  return REAL_FILE (file)->pMethods->xSectorSize (REAL_FILE (file));
}

static int
file_characteristics (sqlite3_file *file)
{
  return REAL_FILE (file)->pMethods->xDeviceCharacteristics (REAL_FILE (file));
}

sqlite3_io_methods passing_files_methods = {
  1,
  file_close,
  file_read,
  file_write,
  file_truncate,
  file_sync,
  file_size,
  file_lock,
  file_unlock,
  file_check_lock,
  file_control,
  file_sector_size,
  file_characteristics,
};

static int
system_open (sqlite3_vfs *system, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  PassingFile *self = (PassingFile *) file;
  int result;

  self->base.pMethods = NULL;
  self->real = (sqlite3_file *) (self + 1);
  result = opening (self, flags);
  if (result == SQLITE_OK)
    result = real_system->xOpen (real_system, name, self->real, flags, out_flags);
  if (result == SQLITE_OK)
    self->base.pMethods = &passing_files_methods;
  return result;
}

/**
 * passing_files_install:
 * @wanted: asked before each file is opened
 *
 * From now on all of SQLite in this process goes through it. Once.
 */
void
passing_files_install (const char *name, PassingFileOpening wanted)
{
  static sqlite3_vfs system;

  opening = wanted;
  real_system = sqlite3_vfs_find (NULL);
  system = *real_system;
  system.zName = name;
  system.szOsFile = (int) sizeof (PassingFile) + real_system->szOsFile;
  system.xOpen = system_open;
  g_assert_cmpint (sqlite3_vfs_register (&system, TRUE), ==, SQLITE_OK);
}

/* Files that are opened from now on are the system's own again. */
void
passing_files_remove (void)
{
  sqlite3_vfs_register (real_system, TRUE);
}
