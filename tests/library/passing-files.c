/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "passing-files.h"

static sqlite3_vfs *real_system;
static PassingFileOpening opening;
static const sqlite3_io_methods *methods;

static int
system_open (sqlite3_vfs *system, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  PassingFile *self = (PassingFile *) file;
  int result;

  self->passing = (BayanPassingFile) { { NULL }, (sqlite3_file *) (self + 1) };
  result = opening (self, flags);
  if (result == SQLITE_OK)
    result = real_system->xOpen (real_system, name, self->passing.real, flags, out_flags);
  if (result == SQLITE_OK)
    self->passing.base.pMethods = methods;
  return result;
}

/**
 * passing_files_install:
 * @taken: (transfer none): bayan_passing_file_methods but for those that the test takes; kept
 * @wanted: asked before each file is opened
 *
 * From now on all of SQLite in this process goes through it. Once.
 */
void
passing_files_install (const char *name, const sqlite3_io_methods *taken, PassingFileOpening wanted)
{
  static sqlite3_vfs system;

  opening = wanted;
  methods = taken;
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
