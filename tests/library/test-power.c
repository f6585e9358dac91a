/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The power goes. A robot does whatever an analyst can do on a file system that notes every write and every sync. Then for
 * BAYAN_N_CUTS moments: what was synced is there; of what was written since, each sector of 512 bytes is there or is not,
 * in no order. The library must open, be whole, and hold what had been answered; or one act more, all of it. */
#include <stdlib.h>
#include <string.h>

#include "dump.h"
#include "fixture.h"
#include "passing-files.h"
#include "robot.h"

#define N_CUTS 60
#define N_ACTS 120
#define SECTOR_BYTES 512
#define N_DISKS 2
#define NO_DISK N_DISKS /* a file that nobody would miss after a power cut */

typedef enum {
  EVENT_WRITE,
  EVENT_TRUNCATE,
  EVENT_SYNC,
  EVENT_ANSWER, /* an act has been answered */
} EventKind;

typedef struct {
  EventKind kind;
  guint disk;   /* the file of the library, or its log */
  gint64 at;    /* WRITE: where; TRUNCATE: how long it is then */
  GBytes *data; /* WRITE */
  char *shown;  /* ANSWER: what the library holds from then on */
} Event;

static void
event_clear (gpointer data)
{
  Event *event = data;

  g_clear_pointer (&event->data, g_bytes_unref);
  g_free (event->shown);
}

/* The notes */

static GMutex lock;
static GArray *events; /* of Event */

static void
note (Event event)
{
  if (event.disk == NO_DISK)
    {
      event_clear (&event);
      return;
    }
  g_mutex_lock (&lock);
  g_array_append_val (events, event);
  g_mutex_unlock (&lock);
}

static int
file_write (sqlite3_file *file, const void *data, int size, sqlite3_int64 at)
{
  note ((Event) { EVENT_WRITE, ((PassingFile *) file)->tag, at, g_bytes_new (data, (gsize) size), NULL });
  return bayan_passing_file_methods.xWrite (file, data, size, at);
}

static int
file_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  note ((Event) { EVENT_TRUNCATE, ((PassingFile *) file)->tag, size, NULL, NULL });
  return bayan_passing_file_methods.xTruncate (file, size);
}

static int
file_sync (sqlite3_file *file, int flags)
{
  note ((Event) { EVENT_SYNC, ((PassingFile *) file)->tag, 0, NULL, NULL });
  return SQLITE_OK;
}

static int
opening (PassingFile *file, int flags)
{
  file->tag = (flags & SQLITE_OPEN_MAIN_DB) != 0 ? 0 : (flags & SQLITE_OPEN_WAL) != 0 ? 1 : NO_DISK;
  return SQLITE_OK;
}

static void
install_system (void)
{
  static sqlite3_io_methods taken;

  taken = bayan_passing_file_methods;
  taken.xWrite = file_write;
  taken.xTruncate = file_truncate;
  taken.xSync = file_sync;
  passing_files_install ("power", &taken, opening);
}

/* What is on the disk */

typedef struct {
  GByteArray *synced; /* what is there for certain */
  GPtrArray *since;   /* of const Event: what has happened to it since */
} Disk;

static void
write_bytes (GByteArray *bytes, gint64 at, const guint8 *data, gsize size)
{
  guint before = bytes->len;

  if (at + (gint64) size > before)
    {
      g_byte_array_set_size (bytes, (guint) at + (guint) size);
      memset (bytes->data + before, 0, bytes->len - before);
    }
  memcpy (bytes->data + at, data, size);
}

/* @torn: (nullable): whether a sector got there is a matter of chance; NULL: it did */
static void
do_event (GByteArray *bytes, const Event *event, GRand *torn)
{
  gsize size;
  const guint8 *data;

  if (event->kind == EVENT_TRUNCATE)
    {
      if (event->at < bytes->len && (torn == NULL || g_rand_boolean (torn)))
        g_byte_array_set_size (bytes, (guint) event->at);
      return;
    }
  data = g_bytes_get_data (event->data, &size);
  for (gsize i = 0; i < size;)
    {
      gsize piece = MIN (SECTOR_BYTES - (gsize) (event->at + (gint64) i) % SECTOR_BYTES, size - i);

      if (torn == NULL || g_rand_boolean (torn))
        write_bytes (bytes, event->at + (gint64) i, data + i, piece);
      i += piece;
    }
}

static void
follow (Disk *disk, const Event *event)
{
  if (event->kind != EVENT_SYNC)
    {
      g_ptr_array_add (disk->since, (gpointer) event);
      return;
    }
  for (guint i = 0; i < disk->since->len; i++)
    do_event (disk->synced, disk->since->pdata[i], NULL);
  g_ptr_array_set_size (disk->since, 0);
}

static void
leave_file (const Disk *disk, const char *path, GRand *random)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GError) error = NULL;

  g_byte_array_append (bytes, disk->synced->data, disk->synced->len);
  for (guint i = 0; i < disk->since->len; i++)
    do_event (bytes, disk->since->pdata[i], random);
  g_file_set_contents_full (path, (const char *) bytes->data, bytes->len, G_FILE_SET_CONTENTS_NONE, 0600,
                            &error);
  g_assert_no_error (error);
}

/* Returns: whether there was one act more than was answered */
static gboolean
assert_survives (const Disk disks[N_DISKS], const char *shown, const char *next, GRand *random)
{
  g_autofree char *folder = g_dir_make_tmp ("bayan-power-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "test.bayan", NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BayanLibrary) library = NULL;
  g_autofree char *found = NULL;
  gboolean whole;

  leave_file (&disks[0], path, random);
  leave_file (&disks[1], log, random);
  library = bayan_library_open (path, &error);
  g_assert_no_error (error);
  whole = bayan_library_check (library, &error);
  g_assert_no_error (error);
  g_assert_true (whole);
  found = dump_shown (library);
  if (!g_str_equal (found, shown))
    g_assert_cmpstr (found, ==, next);
  bayan_library_close (library);
  fixture_remove_folder (folder);
  return !g_str_equal (found, shown);
}

/* What will be answered next. */
static const char *
find_next (guint from)
{
  for (guint i = from; i < events->len; i++)
    if (g_array_index (events, Event, i).kind == EVENT_ANSWER)
      return g_array_index (events, Event, i).shown;
  return NULL;
}

static guint
get_number (const char *name, guint otherwise)
{
  const char *wanted = g_getenv (name);

  return wanted != NULL ? (guint) MAX (atoi (wanted), 1) : otherwise;
}

static void
disk_init (Disk *disk, const char *path)
{
  g_autofree char *data = NULL;
  gsize size = 0;

  disk->synced = g_byte_array_new ();
  disk->since = g_ptr_array_new ();
  if (g_file_get_contents (path, &data, &size, NULL))
    g_byte_array_append (disk->synced, (const guint8 *) data, (guint) size);
}

static void
act (Fixture *fixture, GRand *random, guint n_acts)
{
  Event first = { EVENT_ANSWER, 0, 0, NULL, dump_shown (fixture->library) };

  note (first);
  for (guint i = 0; i < n_acts; i++)
    {
      Event answer = { EVENT_ANSWER, 0, 0, NULL, NULL };

      robot_act (fixture->library, random);
      answer.shown = dump_shown (fixture->library);
      note (answer);
    }
}

static void
test_power (Fixture *fixture, gconstpointer data)
{
  guint n_cuts = get_number ("BAYAN_N_CUTS", N_CUTS), n_done = 0, n_one_more = 0;
  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  const char *shown = NULL;
  Disk disks[N_DISKS];

  fixture_close (fixture);
  disk_init (&disks[0], fixture->path);
  disk_init (&disks[1], log);
  events = g_array_new (FALSE, FALSE, sizeof (Event));
  g_array_set_clear_func (events, event_clear);
  install_system ();
  fixture_open (fixture);
  act (fixture, random, get_number ("BAYAN_N_ACTS", N_ACTS));
  fixture_close (fixture);
  passing_files_remove ();
  for (guint i = 0; i < events->len; i++)
    {
      const Event *event = &g_array_index (events, Event, i);

      if (event->kind == EVENT_ANSWER)
        shown = event->shown;
      else
        follow (&disks[event->disk], event);
      if (shown == NULL || find_next (i + 1) == NULL
          || (guint) g_rand_int_range (random, 0, (int) events->len) >= n_cuts)
        continue;
      n_done++;
      n_one_more += assert_survives (disks, shown, find_next (i + 1), random);
    }
  g_test_message ("%u cuts among %u writes and syncs, %u with one act more than was answered", n_done,
                  events->len, n_one_more);
  g_assert_cmpuint (n_done, >, 0);
  for (guint i = 0; i < N_DISKS; i++)
    {
      g_byte_array_unref (disks[i].synced);
      g_ptr_array_unref (disks[i].since);
    }
  g_array_unref (events);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/power/cuts", Fixture, NULL, fixture_set_up, test_power, fixture_tear_down);
  return g_test_run ();
}
