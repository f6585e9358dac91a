/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file between SQLite and the system's: every call is passed on. Whoever takes some of them copies the methods and changes
 * those. */
#pragma once

#include <sqlite3.h>

typedef struct {
  sqlite3_file base;
  sqlite3_file *real; /* whose memory is that of whoever opened it */
} BayanPassingFile;

#define BAYAN_REAL_FILE(file) (((BayanPassingFile *) (file))->real)

/* The first version, without shared memory: a library is locked for one program, and its log needs none. */
extern const sqlite3_io_methods bayan_passing_file_methods;
