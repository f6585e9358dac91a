/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SQLite's own file system, with a test in between: every call is passed on that the test does not take. */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

typedef struct {
  sqlite3_file base;
  sqlite3_file *real;
  guint tag; /* the test's own */
} PassingFile;

#define REAL_FILE(file) (((PassingFile *) (file))->real)

/* Returns: SQLITE_OK, or the error with which the file is not opened. @flags: SQLITE_OPEN_ */
typedef int (*PassingFileOpening) (PassingFile *file, int flags);

/* The calls that pass: a test changes those that it takes before passing_files_install(). Version 1: no shared memory. A
 * library is held by one program and needs none. */
extern sqlite3_io_methods passing_files_methods;

void passing_files_install (const char *name, PassingFileOpening opening);
void passing_files_remove (void);

G_END_DECLS
