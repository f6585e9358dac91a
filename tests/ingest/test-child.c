/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The child program: what it does to a file must stay with that file. It misbehaves when it is asked to, through its
 * environment; see bayan-serve.c. */
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "support-ingest.h"
#include "support-unpack.h"

#define MAIL                                                                                                 \
  "From: =?utf-8?B?2YjYstin2LHYqSDYp9mE2K7Yp9ix2KzZitip?= <press@example.org>\r\n"                           \
  "Date: Tue, 14 May 2024 10:00:00 +0300\r\n"                                                                \
  "Subject: Statement\r\nMIME-Version: 1.0\r\n"                                                              \
  "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"                       \
  "أكد الوزراء التزامهم بوحدة العراق وسيادته.\r\n"
#define WORDS "أكد الوزراء التزامهم بوحدة العراق وسيادته."

static BayanStatement *
read_mail (GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) raw = g_bytes_new_static (MAIL, strlen (MAIL));

  return bayan_ingest_bytes (raw, "mail.eml", NULL, cancellable, error);
}

static void
assert_reads (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BayanStatement) statement = read_mail (NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (statement->text, ==, WORDS);
}

/* With a child that does @how, reading fails with @code; and then goes on as if nothing had been. */
static void
assert_survives (const char *how, BayanIngestError code)
{
  g_autoptr (GError) error = NULL;

  g_setenv ("BAYAN_EXTRACT_MISBEHAVE", how, TRUE);
  g_assert_null (read_mail (NULL, &error));
  g_assert_error (error, BAYAN_INGEST_ERROR, (int) code);
  g_unsetenv ("BAYAN_EXTRACT_MISBEHAVE");
  assert_reads ();
}

/* Ends the children that are there, as a tired system might. */
static guint
kill_children (void)
{
  g_autoptr (GDir) tasks = g_dir_open ("/proc/self/task", 0, NULL);
  const char *task;
  guint n = 0;

  while ((task = g_dir_read_name (tasks)) != NULL)
    {
      g_autofree char *path = g_build_filename ("/proc/self/task", task, "children", NULL);
      g_autofree char *children = NULL;
      g_auto (GStrv) pids = NULL;

      if (!g_file_get_contents (path, &children, NULL, NULL))
        continue;
      pids = g_strsplit_set (g_strstrip (children), " ", -1);
      for (guint i = 0; pids[i] != NULL; i++)
        if (*pids[i] != '\0' && kill ((pid_t) g_ascii_strtoll (pids[i], NULL, 10), SIGKILL) == 0)
          n++;
    }
  return n;
}

static void
test_crash (void)
{
  kill_children ();
  assert_survives ("crash", BAYAN_INGEST_ERROR_CRASHED);
}

static void
test_memory (void)
{
#if defined(__SANITIZE_ADDRESS__)
  g_test_skip ("The sanitizer needs more addresses than a child may have");
#else
  kill_children ();
  assert_survives ("memory", BAYAN_INGEST_ERROR_CRASHED);
#endif
}

static void
test_hang (void)
{
  gint64 before = g_get_monotonic_time ();

  kill_children ();
  assert_survives ("hang", BAYAN_INGEST_ERROR_TIMEOUT);
  g_assert_cmpint (g_get_monotonic_time () - before, >=, 9 * G_USEC_PER_SEC);
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (G_USEC_PER_SEC / 5);
  g_cancellable_cancel (data);
  return NULL;
}

static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  gint64 before = g_get_monotonic_time ();
  GThread *thread;

  kill_children ();
  g_setenv ("BAYAN_EXTRACT_MISBEHAVE", "hang", TRUE);
  thread = g_thread_new ("cancel", cancel_soon, cancellable);
  g_assert_null (read_mail (cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_get_monotonic_time () - before, <, 8 * G_USEC_PER_SEC);
  g_thread_join (thread);
  g_unsetenv ("BAYAN_EXTRACT_MISBEHAVE");
  assert_reads ();
}

/* No network and no other program; it reads all the same. */
static void
test_sandbox (void)
{
  kill_children ();
  g_setenv ("BAYAN_EXTRACT_MISBEHAVE", "reach-out", TRUE);
  assert_reads ();
  g_unsetenv ("BAYAN_EXTRACT_MISBEHAVE");
  kill_children ();
}

static void
test_killed_while_idle (void)
{
  assert_reads ();
  g_assert_cmpuint (kill_children (), >, 0);
  assert_reads ();
}

typedef struct {
  char *path;
  guint n_failed;
} Shrinking;

static gboolean
cut_cb (BayanSource *source, gpointer data)
{
  g_assert_no_errno (truncate (((Shrinking *) data)->path, 0));
  return TRUE;
}

static void
note_cb (const char *name, const char *uri, const GError *error, gpointer data)
{
  g_assert_error (error, BAYAN_INGEST_ERROR, BAYAN_INGEST_ERROR_CRASHED);
  ((Shrinking *) data)->n_failed++;
}

/* Somebody cuts the file short while it is read: reading what is gone ends the child, and nothing else. */
static void
test_shrinking (void)
{
  const gsize size = 4 * 1024 * 1024;
  g_autofree char *text = g_strnfill (size, 'a');
  const Member members[] = { { "a.txt", text, size }, { "b.txt", text, size }, { "c.txt", text, size } };
  g_autoptr (GBytes) archive = make_archive ("gnutar", NULL, NULL, members, G_N_ELEMENTS (members));
  g_autofree char *folder = g_dir_make_tmp ("bayan-child-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.tar", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  Shrinking shrinking = { path, 0 };
  const BayanUnpackHandlers handlers = { cut_cb, note_cb, NULL, &shrinking };

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (archive, NULL),
                                      (gssize) g_bytes_get_size (archive), NULL));
  g_assert_true (bayan_unpack_file (file, &handlers, NULL));
  g_assert_cmpuint (shrinking.n_failed, ==, 1);
  g_remove (path);
  g_rmdir (folder);
  assert_reads ();
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;

  kill_children ();
  g_setenv ("BAYAN_EXTRACT_PROGRAM", "/nowhere/bayan-extract", TRUE);
  g_assert_null (read_mail (NULL, &error));
  g_assert_error (error, BAYAN_INGEST_ERROR, BAYAN_INGEST_ERROR_NO_READER);
  g_unsetenv ("BAYAN_EXTRACT_PROGRAM");
  assert_reads ();
}

static gpointer
read_many (gpointer data)
{
  for (int i = 0; i < 50; i++)
    assert_reads ();
  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[8];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("read", read_many, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  /* Threads end, and the children they have used do not end with them. */
  g_assert_cmpuint (kill_children (), <=, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ingest/child/crash", test_crash);
  g_test_add_func ("/ingest/child/memory", test_memory);
  g_test_add_func ("/ingest/child/hang", test_hang);
  g_test_add_func ("/ingest/child/cancel", test_cancel);
  g_test_add_func ("/ingest/child/sandbox", test_sandbox);
  g_test_add_func ("/ingest/child/killed-while-idle", test_killed_while_idle);
  g_test_add_func ("/ingest/child/shrinking", test_shrinking);
  g_test_add_func ("/ingest/child/missing", test_missing);
  g_test_add_func ("/ingest/child/threads", test_threads);
  return g_test_run ();
}
