/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-page-sums.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "bayan-passing-file.h"

#define SUM_BYTES 8
#define MIN_PAGE_BYTES 512 /* what is shorter is a look at a part of the header */
#define MAX_PAGE_BYTES 65536
/* The SQLite file format, §1.3 */
#define HEADER_BYTES 100
#define HEADER_PAGE_SIZE 16
#define HEADER_RESERVED 20
/* What is asked of an open file; numbers up to 100,000 are SQLite's own. */
#define CONTROL_KEEP 100001
#define CONTROL_GET_DAMAGED 100002

typedef struct {
  BayanPassingFile passing;
  guint8 *scratch;  /* nullable: a page on its way to the file; only the database's own file has one */
  guint page_bytes; /* 0 until its first page is seen */
  gboolean keeps_sums;
  guint32 damaged; /* the first page, from 1 up, whose sum was wrong; 0: none */
} SummedFile;

#define SELF(file) ((SummedFile *) (file))

static sqlite3_io_methods methods;

/* Each step can be undone, so that no word that has changed alone goes unnoticed. @at: so that no page stands for another */
static guint64
sum_of (const guint8 *page, gsize n_bytes, sqlite3_int64 at)
{
  guint64 sum = G_GUINT64_CONSTANT (0xcbf29ce484222325) ^ (guint64) at;

  for (gsize i = 0; i < n_bytes; i += sizeof (guint64))
    {
      guint64 word;

      memcpy (&word, page + i, sizeof word);
      sum = (sum ^ GUINT64_FROM_LE (word)) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      sum ^= sum >> 32;
    }
  return GUINT64_TO_LE (sum);
}

static void
learn_from_header (SummedFile *self, const guint8 *header)
{
  guint page_bytes = (guint) header[HEADER_PAGE_SIZE] << 8 | header[HEADER_PAGE_SIZE + 1];

  self->page_bytes = page_bytes == 1 ? MAX_PAGE_BYTES : page_bytes;
  self->keeps_sums = header[HEADER_RESERVED] == SUM_BYTES;
}

/* Whether a piece of the file is a page with a sum. */
static gboolean
is_summed_page (SummedFile *self, const void *data, int n_bytes, sqlite3_int64 at)
{
  if (self->scratch == NULL)
    return FALSE;
  if (at == 0 && n_bytes >= HEADER_BYTES)
    learn_from_header (self, data);
  return self->keeps_sums && n_bytes >= MIN_PAGE_BYTES && n_bytes <= MAX_PAGE_BYTES
         && (self->page_bytes == 0 || (guint) n_bytes == self->page_bytes) && at % n_bytes == 0;
}

static int
file_close (sqlite3_file *file)
{
  int result = bayan_passing_file_methods.xClose (file);

  g_free (SELF (file)->scratch);
  g_free (BAYAN_REAL_FILE (file));
  return result;
}

static int
file_read (sqlite3_file *file, void *data, int n_bytes, sqlite3_int64 at)
{
  SummedFile *self = SELF (file);
  int result = bayan_passing_file_methods.xRead (file, data, n_bytes, at);
  guint64 sum;

  if (result != SQLITE_OK || !is_summed_page (self, data, n_bytes, at) || self->damaged != 0)
    return result;
  memcpy (&sum, (guint8 *) data + n_bytes - SUM_BYTES, SUM_BYTES);
  if (sum != sum_of (data, (gsize) n_bytes - SUM_BYTES, at))
    self->damaged = (guint32) (at / n_bytes) + 1;
  return SQLITE_OK;
}

static int
file_write (sqlite3_file *file, const void *data, int n_bytes, sqlite3_int64 at)
{
  SummedFile *self = SELF (file);
  guint64 sum;

  if (!is_summed_page (self, data, n_bytes, at))
    return bayan_passing_file_methods.xWrite (file, data, n_bytes, at);
  sum = sum_of (data, (gsize) n_bytes - SUM_BYTES, at);
  memcpy (self->scratch, data, (gsize) n_bytes - SUM_BYTES);
  memcpy (self->scratch + n_bytes - SUM_BYTES, &sum, SUM_BYTES);
  return bayan_passing_file_methods.xWrite (file, self->scratch, n_bytes, at);
}

static int
file_control (sqlite3_file *file, int operation, void *argument)
{
  SummedFile *self = SELF (file);

  if (operation == CONTROL_KEEP)
    self->keeps_sums = TRUE;
  else if (operation == CONTROL_GET_DAMAGED)
    *(guint32 *) argument = self->damaged;
  else
    return bayan_passing_file_methods.xFileControl (file, operation, argument);
  return SQLITE_OK;
}

static int
system_open (sqlite3_vfs *system, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  SummedFile *self = SELF (file);
  sqlite3_vfs *real_system = sqlite3_vfs_find (NULL);
  sqlite3_file *real;
  int result;

  memset (self, 0, sizeof *self);
  real = g_malloc0 ((gsize) real_system->szOsFile);
  result = real_system->xOpen (real_system, name, real, flags, out_flags);
  if (result == SQLITE_OK)
    {
      self->passing = (BayanPassingFile) { { &methods }, real };
      self->scratch = (flags & SQLITE_OPEN_MAIN_DB) != 0 ? g_malloc (MAX_PAGE_BYTES) : NULL;
      return SQLITE_OK;
    }
  if (real->pMethods != NULL)
    real->pMethods->xClose (real);
  g_free (real);
  return result;
}

static gpointer
register_once (gpointer data)
{
  static sqlite3_vfs system;

  methods = bayan_passing_file_methods;
  methods.xClose = file_close;
  methods.xRead = file_read;
  methods.xWrite = file_write;
  methods.xFileControl = file_control;
  system = *sqlite3_vfs_find (NULL);
  system.zName = "bayan-page-sums";
  system.szOsFile = (int) sizeof (SummedFile);
  system.xOpen = system_open;
  return sqlite3_vfs_register (&system, FALSE) == SQLITE_OK ? (gpointer) system.zName : NULL;
}

/**
 * bayan_page_sums_get_system:
 *
 * Returns: (nullable): the name of the layer for sqlite3_open_v2(); NULL, which is the system itself, where SQLite does not
 *   take it
 */
const char *
bayan_page_sums_get_system (void)
{
  static GOnce registered = G_ONCE_INIT;

  return g_once (&registered, register_once, NULL);
}

/**
 * bayan_page_sums_want:
 * @handle: a database
 *
 * What VACUUM INTO makes of it will have room for sums.
 */
gboolean
bayan_page_sums_want (sqlite3 *handle)
{
  int n_bytes = SUM_BYTES;

  return sqlite3_file_control (handle, "main", SQLITE_FCNTL_RESERVE_BYTES, &n_bytes) == SQLITE_OK;
}

/**
 * bayan_page_sums_reserve:
 * @handle: a database that is still empty
 *
 * Its pages will have sums.
 */
gboolean
bayan_page_sums_reserve (sqlite3 *handle)
{
  return bayan_page_sums_want (handle)
         && sqlite3_file_control (handle, "main", CONTROL_KEEP, NULL) == SQLITE_OK;
}

/**
 * bayan_page_sums_are_kept:
 * @handle: a database that has been read from
 */
gboolean
bayan_page_sums_are_kept (sqlite3 *handle)
{
  int n_bytes = -1;

  return sqlite3_file_control (handle, "main", SQLITE_FCNTL_RESERVE_BYTES, &n_bytes) == SQLITE_OK
         && n_bytes == SUM_BYTES;
}

/**
 * bayan_page_sums_get_damaged:
 *
 * Returns: the first page that was read and is not what was written, counted from 1; 0 where there is none
 */
guint32
bayan_page_sums_get_damaged (sqlite3 *handle)
{
  guint32 page = 0;

  return sqlite3_file_control (handle, "main", CONTROL_GET_DAMAGED, &page) == SQLITE_OK ? page : 0;
}

static gboolean
write_sum (int fd, guint8 *page, gsize page_bytes, off_t at)
{
  guint64 sum = sum_of (page, page_bytes - SUM_BYTES, at);

  return pwrite (fd, &sum, SUM_BYTES, at + (off_t) page_bytes - SUM_BYTES) == SUM_BYTES;
}

/**
 * bayan_page_sums_write:
 * @path: a database that nobody has open, whose pages have room for sums
 *
 * SQLite writes what VACUUM INTO makes in an order of its own, the first page, which says that there are sums, not always
 * first: each page gets its sum afterwards. A file without room for sums stays as it is.
 *
 * Returns: 0, or the error of the system
 */
int
bayan_page_sums_write (const char *path)
{
  g_autofree guint8 *page = g_malloc (MAX_PAGE_BYTES);
  int fd = open (path, O_RDWR | O_CLOEXEC), system_error = 0;
  SummedFile file = { 0 };
  ssize_t n_bytes = fd >= 0 ? pread (fd, page, HEADER_BYTES, 0) : -1;

  if (n_bytes == HEADER_BYTES)
    learn_from_header (&file, page);
  if (file.keeps_sums && file.page_bytes >= MIN_PAGE_BYTES)
    for (off_t at = 0; (n_bytes = pread (fd, page, file.page_bytes, at)) == (ssize_t) file.page_bytes;
         at += n_bytes)
      if (!write_sum (fd, page, file.page_bytes, at))
        {
          n_bytes = -1;
          break;
        }
  if (n_bytes < 0)
    system_error = errno;
  if (fd >= 0)
    close (fd);
  return system_error;
}
