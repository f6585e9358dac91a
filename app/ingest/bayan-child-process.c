/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-child-process.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bayan-config.h"
#include "bayan-ingest-error.h"

#define PROGRAM "bayan-extract"
/* Where the child expects its socket. */
#define CHILD_SOCKET 3

extern char **environ;

/* A start that another thread waits for. */
typedef struct {
  GMutex lock;
  GCond done;
  gboolean is_done;
  char *program;
  int socket; /* the child's end */
  int pid;
  int error; /* an errno, 0 if it runs */
} Start;

/* The child beside this program; in the build directory for a program that is run from there; or where it is installed.
 */
static char *
find_program (void)
{
  const char *chosen = g_getenv ("BAYAN_EXTRACT_PROGRAM");
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = self != NULL ? g_path_get_dirname (self) : g_strdup ("");
  g_autofree char *beside = g_build_filename (folder, PROGRAM, NULL);

  if (chosen != NULL)
    return g_strdup (chosen);
  if (g_file_test (beside, G_FILE_TEST_IS_EXECUTABLE))
    return g_steal_pointer (&beside);
  if (self != NULL && g_str_has_prefix (self, BAYAN_BUILD_ROOT "/"))
    return g_build_filename (BAYAN_BUILD_ROOT, "app", PROGRAM, NULL);
  return g_build_filename (BAYAN_LIBEXEC_DIR, PROGRAM, NULL);
}

static int
spawn (Start *start)
{
  posix_spawn_file_actions_t actions;
  char *arguments[] = { start->program, NULL };
  int result;

  posix_spawn_file_actions_init (&actions);
  posix_spawn_file_actions_adddup2 (&actions, start->socket, CHILD_SOCKET);
  posix_spawn_file_actions_addopen (&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen (&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen (&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addclosefrom_np (&actions, CHILD_SOCKET + 1);
  result = posix_spawn (&start->pid, start->program, &actions, NULL, arguments, environ);
  posix_spawn_file_actions_destroy (&actions);
  return result;
}

static void
start_cb (gpointer data, gpointer unused)
{
  Start *start = data;

  start->error = spawn (start);
  g_mutex_lock (&start->lock);
  start->is_done = TRUE;
  g_cond_signal (&start->done);
  g_mutex_unlock (&start->lock);
}

/* A child asks to be ended with its parent, and for the kernel that is the thread that started it. Threads of an import
 * end with it; so all children are started by one that never does. */
static GThreadPool *
get_starter (void)
{
  static gsize starter = 0;

  if (g_once_init_enter (&starter))
    g_once_init_leave (&starter, (gsize) g_thread_pool_new (start_cb, NULL, 1, TRUE, NULL));
  return (GThreadPool *) starter;
}

static void
wait_for_start (Start *start)
{
  g_mutex_init (&start->lock);
  g_cond_init (&start->done);
  g_thread_pool_push (get_starter (), start, NULL);
  g_mutex_lock (&start->lock);
  while (!start->is_done)
    g_cond_wait (&start->done, &start->lock);
  g_mutex_unlock (&start->lock);
  g_mutex_clear (&start->lock);
  g_cond_clear (&start->done);
}

/**
 * bayan_child_process_start:
 *
 * Any thread.
 *
 * Returns: (transfer full): a child that waits for requests; or NULL with BAYAN_INGEST_ERROR_NO_READER
 */
BayanChildProcess *
bayan_child_process_start (GError **error)
{
  g_autofree char *program = find_program ();
  Start start = { .program = program };
  BayanChildProcess *self;
  int ends[2];

  if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
    {
      bayan_ingest_refuse (error, BAYAN_INGEST_ERROR_NO_READER, 0, NULL, "%s", g_strerror (errno));
      return NULL;
    }
  start.socket = ends[1];
  wait_for_start (&start);
  close (ends[1]);
  if (start.error != 0)
    {
      close (ends[0]);
      bayan_ingest_refuse (error, BAYAN_INGEST_ERROR_NO_READER, 0, NULL, "%s: %s", program,
                           g_strerror (start.error));
      return NULL;
    }
  self = g_new0 (BayanChildProcess, 1);
  self->pid = start.pid;
  self->socket = ends[0];
  return self;
}

/**
 * bayan_child_process_end:
 *
 * Whatever it is doing.
 */
void
bayan_child_process_end (BayanChildProcess *self)
{
  close (self->socket);
  kill (self->pid, SIGKILL);
  while (waitpid (self->pid, NULL, 0) < 0 && errno == EINTR)
    continue;
  g_free (self);
}
