/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-child.h"

#include <errno.h>
#include <poll.h>
#include <sys/mman.h>
#include <unistd.h>

#include "bayan-child-process.h"
#include "bayan-extract-error.h"
#include "bayan-ingest-error.h"

/* A library that leaks a little should not do so for ever. */
#define MAX_REQUESTS 1000
#define WAIT_USEC (G_USEC_PER_SEC / 10)

typedef struct {
  GQueue idle; /* of BayanChildProcess */
  guint n_busy, n_most;
} Pool;

/* By BayanVerb; under the lock. */
static Pool pools[] = { { G_QUEUE_INIT, 0, 2 }, { G_QUEUE_INIT, 0, 1 } };
static GMutex lock;
static GCond freed;

typedef struct {
  GCancellable *cancellable;
  gint64 deadline;
  gboolean timed_out;
} Wait;

/* Waits until the pool has a child, an idle one or room for one more. FALSE if cancelled. */
static gboolean
take_place (Pool *pool, BayanChildProcess **child, GCancellable *cancellable, GError **error)
{
  g_mutex_lock (&lock);
  while (pool->n_busy == pool->n_most && !g_cancellable_is_cancelled (cancellable))
    g_cond_wait_until (&freed, &lock, g_get_monotonic_time () + WAIT_USEC);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      g_mutex_unlock (&lock);
      return FALSE;
    }
  pool->n_busy++;
  *child = g_queue_pop_head (&pool->idle);
  g_mutex_unlock (&lock);
  return TRUE;
}

/* @child: (nullable): one that may be used again */
static void
leave_place (Pool *pool, BayanChildProcess *child)
{
  g_mutex_lock (&lock);
  pool->n_busy--;
  if (child != NULL)
    g_queue_push_head (&pool->idle, child);
  g_cond_broadcast (&freed);
  g_mutex_unlock (&lock);
}

/* Asks @child, or a new one if that is gone: an idle child may have been ended by somebody. */
static BayanChildProcess *
ask (BayanChildProcess *child, BayanVerb verb, BayanKind kind, int file, GError **error)
{
  if (child != NULL && bayan_frame_send_request (child->socket, verb, kind, file))
    return child;
  g_clear_pointer (&child, bayan_child_process_end);
  child = bayan_child_process_start (error);
  if (child == NULL || bayan_frame_send_request (child->socket, verb, kind, file))
    return child;
  bayan_child_process_end (child);
  bayan_ingest_refuse (error, BAYAN_INGEST_ERROR_NO_READER, 0, NULL, "The child does not answer");
  return NULL;
}

static gboolean
wait_cb (int descriptor, gpointer data)
{
  Wait *wait = data;

  while (!g_cancellable_is_cancelled (wait->cancellable))
    {
      gint64 left = (wait->deadline - g_get_monotonic_time ()) / 1000;
      GPollFD fds[2] = { { descriptor, G_IO_IN, 0 } };
      gboolean watched = g_cancellable_make_pollfd (wait->cancellable, &fds[1]);
      int ready = left > 0 ? g_poll (fds, watched ? 2 : 1, (int) MIN (left, watched ? left : 100)) : 0;

      if (watched)
        g_cancellable_release_fd (wait->cancellable);
      if (ready > 0 && fds[0].revents != 0)
        return TRUE;
      wait->timed_out = left <= 0;
      if (wait->timed_out || (ready < 0 && errno != EINTR))
        return FALSE;
    }
  return FALSE;
}

static void
explain_silence (const Wait *wait, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (wait->cancellable, error))
    return;
  if (wait->timed_out)
    bayan_ingest_refuse (error, BAYAN_INGEST_ERROR_TIMEOUT, 0, NULL, "Not read within %d seconds",
                         BAYAN_CHILD_MAX_SECONDS);
  else
    bayan_ingest_refuse (error, BAYAN_INGEST_ERROR_CRASHED, 0, NULL, "The program that reads it broke down");
}

/* One request on its way. */
typedef struct {
  BayanVerb verb;
  BayanKind kind;
  int file;
  GCancellable *cancellable;
  BayanChildFrame frame;
  gpointer data;
  gboolean heard;    /* something came back */
  gboolean complete; /* the child has nothing more to say, and may be asked again */
} Errand;

static gboolean
listen_to (Errand *self, BayanChildProcess *child, GError **error)
{
  while (TRUE)
    {
      Wait wait = { self->cancellable, g_get_monotonic_time () + BAYAN_CHILD_MAX_SECONDS * G_USEC_PER_SEC,
                    FALSE };
      BayanFrameKind kind;
      g_autoptr (GBytes) bytes = bayan_frame_receive (child->socket, &kind, wait_cb, &wait);

      self->heard |= bytes != NULL;
      self->complete = bytes != NULL && (kind == BAYAN_FRAME_DONE || kind == BAYAN_FRAME_ERROR);
      if (bytes == NULL)
        {
          explain_silence (&wait, error);
          return FALSE;
        }
      if (kind == BAYAN_FRAME_DONE)
        return TRUE;
      if (kind == BAYAN_FRAME_ERROR)
        {
          g_propagate_error (error, bayan_child_read_failure (bytes, NULL));
          return FALSE;
        }
      if (!self->frame (kind, bytes, self->data))
        return TRUE;
    }
}

static gboolean
run_errand (Errand *self, BayanChildProcess **child, GError **error)
{
  g_autoptr (GError) cause = NULL;
  gboolean used, done;

  *child = ask (*child, self->verb, self->kind, self->file, error);
  if (*child == NULL)
    return FALSE;
  used = (*child)->n_requests > 0;
  done = listen_to (self, *child, &cause);
  /* One that was used before may have been on its last legs: the file should not pay for that. */
  if (used && !self->heard && g_error_matches (cause, BAYAN_INGEST_ERROR, BAYAN_INGEST_ERROR_CRASHED))
    {
      g_clear_error (&cause);
      bayan_child_process_end (*child);
      *child = ask (NULL, self->verb, self->kind, self->file, error);
      return *child != NULL && listen_to (self, *child, error);
    }
  if (cause != NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  return done;
}

/**
 * bayan_child_run:
 * @verb: what to do with it
 * @kind: what it is
 * @file: a descriptor of what to read; stays the caller's
 * @frame: called for what the child says, on this thread; the child is held up meanwhile
 *
 * Any thread; blocks.
 *
 * Returns: TRUE if the child came to its end, or @frame has stopped it; FALSE with BAYAN_INGEST_ERROR or
 * G_IO_ERROR_CANCELLED
 */
gboolean
bayan_child_run (BayanVerb verb, BayanKind kind, int file, GCancellable *cancellable, BayanChildFrame frame,
                 gpointer data, GError **error)
{
  Pool *pool = &pools[verb];
  Errand errand = { verb, kind, file, cancellable, frame, data, FALSE, FALSE };
  BayanChildProcess *child;
  gboolean done;

  if (!take_place (pool, &child, cancellable, error))
    return FALSE;
  done = run_errand (&errand, &child, error);
  if (child != NULL && (!errand.complete || ++child->n_requests >= MAX_REQUESTS))
    g_clear_pointer (&child, bayan_child_process_end);
  leave_place (pool, child);
  return done;
}

/**
 * bayan_child_make_file:
 *
 * Returns: a descriptor of a file in memory with @bytes; -1 with BAYAN_INGEST_ERROR
 */
int
bayan_child_make_file (GBytes *bytes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  int file = memfd_create ("bayan", MFD_CLOEXEC);
  gssize written = 0;

  for (gsize done = 0; file >= 0 && written >= 0 && done < size; done += (gsize) MAX (written, 0))
    written = write (file, data + done, size - done);
  if (file >= 0 && written >= 0)
    return file;
  bayan_ingest_refuse (error, BAYAN_INGEST_ERROR_READ, 0, NULL, "%s", g_strerror (errno));
  if (file >= 0)
    close (file);
  return -1;
}

/**
 * bayan_child_read_failure:
 * @frame: a FAILURE or ERROR
 * @path: (out) (optional): which part it is about
 *
 * Returns: (transfer full): the same as a BAYAN_INGEST_ERROR
 */
GError *
bayan_child_read_failure (GBytes *frame, char **path)
{
  static const BayanIngestError CODES[BAYAN_EXTRACT_ERROR_N_CODES] = {
    [BAYAN_EXTRACT_ERROR_DAMAGED] = BAYAN_INGEST_ERROR_DAMAGED,
    [BAYAN_EXTRACT_ERROR_ENCRYPTED] = BAYAN_INGEST_ERROR_ENCRYPTED,
    [BAYAN_EXTRACT_ERROR_TOO_LARGE] = BAYAN_INGEST_ERROR_EXPANDS,
    [BAYAN_EXTRACT_ERROR_TOO_MANY] = BAYAN_INGEST_ERROR_TOO_MANY,
    [BAYAN_EXTRACT_ERROR_TOO_MANY_PAGES] = BAYAN_INGEST_ERROR_TOO_MANY_PAGES,
    [BAYAN_EXTRACT_ERROR_TOO_DEEP] = BAYAN_INGEST_ERROR_TOO_DEEP,
    [BAYAN_EXTRACT_ERROR_NO_TEXT] = BAYAN_INGEST_ERROR_NO_TEXT,
    [BAYAN_EXTRACT_ERROR_UNSUPPORTED] = BAYAN_INGEST_ERROR_UNSUPPORTED,
  };
  g_autoptr (GVariant) variant = bayan_frame_get_variant (frame, BAYAN_FRAME_FAILURE_TYPE);
  const char *part, *found, *message;
  guint32 code;
  GError *error = NULL;

  g_variant_get (variant, "(u&s&s&s)", &code, &part, &found, &message);
  if (path != NULL)
    *path = g_strdup (part);
  bayan_ingest_refuse (&error, code < G_N_ELEMENTS (CODES) ? CODES[code] : BAYAN_INGEST_ERROR_DAMAGED, 0,
                       *found != '\0' ? found : NULL, "%s", message);
  return error;
}
