/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SQLite's own file system, with a test in between: every call is passed on that the test does not take. */
#pragma once

#include <glib.h>
#include <sqlite3.h>

#include "bayan-passing-file.h"

G_BEGIN_DECLS

typedef struct {
  BayanPassingFile passing;
  guint tag; /* the test's own */
} PassingFile;

/* Returns: SQLITE_OK, or the error with which the file is not opened. @flags: SQLITE_OPEN_ */
typedef int (*PassingFileOpening) (PassingFile *file, int flags);

void passing_files_install (const char *name, const sqlite3_io_methods *taken, PassingFileOpening wanted);
void passing_files_remove (void);

G_END_DECLS
