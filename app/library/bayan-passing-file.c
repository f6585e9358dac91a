/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-passing-file.h"

static int
file_close (sqlite3_file *file)
{
  return BAYAN_REAL_FILE (file)->pMethods->xClose (BAYAN_REAL_FILE (file));
}

static int
file_read (sqlite3_file *file, void *data, int size, sqlite3_int64 at)
{
  return BAYAN_REAL_FILE (file)->pMethods->xRead (BAYAN_REAL_FILE (file), data, size, at);
}

static int
file_write (sqlite3_file *file, const void *data, int size, sqlite3_int64 at)
{
  return BAYAN_REAL_FILE (file)->pMethods->xWrite (BAYAN_REAL_FILE (file), data, size, at);
}

static int
file_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  return BAYAN_REAL_FILE (file)->pMethods->xTruncate (BAYAN_REAL_FILE (file), size);
}

static int
file_sync (sqlite3_file *file, int flags)
{
  return BAYAN_REAL_FILE (file)->pMethods->xSync (BAYAN_REAL_FILE (file), flags);
}

static int
file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return BAYAN_REAL_FILE (file)->pMethods->xFileSize (BAYAN_REAL_FILE (file), size);
}

static int
file_lock (sqlite3_file *file, int lock)
{
  return BAYAN_REAL_FILE (file)->pMethods->xLock (BAYAN_REAL_FILE (file), lock);
}

static int
file_unlock (sqlite3_file *file, int lock)
{
  return BAYAN_REAL_FILE (file)->pMethods->xUnlock (BAYAN_REAL_FILE (file), lock);
}

static int
file_check_lock (sqlite3_file *file, int *is_locked)
{
  return BAYAN_REAL_FILE (file)->pMethods->xCheckReservedLock (BAYAN_REAL_FILE (file), is_locked);
}

static int
file_control (sqlite3_file *file, int operation, void *argument)
{
  return BAYAN_REAL_FILE (file)->pMethods->xFileControl (BAYAN_REAL_FILE (file), operation, argument);
}

static int
file_sector_size (sqlite3_file *file)
{
  return BAYAN_REAL_FILE (file)->pMethods->xSectorSize (BAYAN_REAL_FILE (file));
}

static int
file_characteristics (sqlite3_file *file)
{
  return BAYAN_REAL_FILE (file)->pMethods->xDeviceCharacteristics (BAYAN_REAL_FILE (file));
}

const sqlite3_io_methods bayan_passing_file_methods = {
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
