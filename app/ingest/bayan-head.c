/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-head.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bayan-child.h"
#include "bayan-ingest-error.h"
#include "bayan-ingest-file.h"

/* A file on this computer. Without waiting: a pipe would, for ever. */
static int
open_local (const char *path)
{
  struct stat status;
  int file = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);

  if (file >= 0 && (fstat (file, &status) != 0 || !S_ISREG (status.st_mode)))
    {
      close (file);
      file = -1;
    }
  return file;
}

/* A file elsewhere, as far as documents go. */
static int
copy_remote (GFile *file, GCancellable *cancellable)
{
  g_autoptr (GBytes) bytes = bayan_ingest_read_file (file, cancellable, NULL);

  return bytes != NULL ? bayan_child_make_file (bytes, NULL) : -1;
}

/**
 * bayan_head_read:
 *
 * Returns: FALSE, without a reason, if there is no regular file that may be read
 */
gboolean
bayan_head_read (BayanHead *self, GFile *file, GCancellable *cancellable)
{
  const char *path = g_file_peek_path (file);
  struct stat status;
  gssize taken;
  gsize at;

  self->file = path != NULL ? open_local (path) : copy_remote (file, cancellable);
  if (self->file < 0)
    return FALSE;
  taken = pread (self->file, self->bytes, sizeof self->bytes, 0);
  if (taken < 0 || fstat (self->file, &status) != 0)
    {
      bayan_head_clear (self);
      return FALSE;
    }
  self->n_bytes = (gsize) taken;
  self->size_bytes = (guint64) status.st_size;
  self->kind = bayan_kind_of_head (self->bytes, self->n_bytes, &self->found, &at);
  return TRUE;
}

void
bayan_head_clear (BayanHead *self)
{
  if (self->file >= 0)
    close (self->file);
  self->file = -1;
}

/**
 * bayan_head_read_all:
 *
 * Returns: (transfer full): the whole file, which is no larger than a statement may be; or NULL with
 * BAYAN_INGEST_ERROR
 */
GBytes *
bayan_head_read_all (BayanHead *self, GError **error)
{
  gsize size = (gsize) MIN (self->size_bytes, BAYAN_INGEST_MAX_BYTES), done = 0;
  char *bytes = g_malloc (size);
  gssize taken = 1;

  while (done < size && taken > 0)
    {
      taken = pread (self->file, bytes + done, size - done, (off_t) done);
      if (taken < 0 && errno == EINTR)
        taken = 1;
      else
        done += (gsize) MAX (taken, 0);
    }
  if (taken >= 0)
    return g_bytes_new_take (bytes, done);
  bayan_ingest_refuse (error, BAYAN_INGEST_ERROR_READ, 0, NULL, "%s", g_strerror (errno));
  g_free (bytes);
  return NULL;
}

/**
 * bayan_head_steal_file:
 *
 * Returns: the file's descriptor, the caller's own now
 */
int
bayan_head_steal_file (BayanHead *self)
{
  int file = self->file;

  self->file = -1;
  return file;
}
