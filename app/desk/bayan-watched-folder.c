/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-watched-folder.h"

#include "bayan-folder-scan.h"

#define REST_US G_USEC_PER_SEC
#define AFTER_EVENT_MS 300
#define WHILE_GROWING_MS 500
#define AT_REST_MS 30000

struct _BayanWatchedFolder {
  GObject parent_instance;
  GFile *folder;
  GHashTable *seen;     /* URI → Sighting */
  GHashTable *monitors; /* URI of a folder → GFileMonitor */
  GCancellable *cancellable;
  guint timer;
  gboolean scanning, scan_again;
  gboolean lost;
};

typedef struct {
  goffset size_bytes;
  gint64 modified_us;
  gint64 since_us; /* monotonic: unchanged since then */
  gboolean told;
} Sighting;

enum { PROP_0, PROP_LOST, N_PROPS };
static GParamSpec *properties[N_PROPS];
static guint settled_signal;

G_DEFINE_FINAL_TYPE (BayanWatchedFolder, bayan_watched_folder, G_TYPE_OBJECT)

static void scan (BayanWatchedFolder *self);

static void
finalize (GObject *object)
{
  BayanWatchedFolder *self = BAYAN_WATCHED_FOLDER (object);

  bayan_watched_folder_stop (self);
  g_object_unref (self->cancellable);
  g_hash_table_unref (self->monitors);
  g_hash_table_unref (self->seen);
  g_clear_object (&self->folder);
  G_OBJECT_CLASS (bayan_watched_folder_parent_class)->finalize (object);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_LOST)
    g_value_set_boolean (value, BAYAN_WATCHED_FOLDER (object)->lost);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bayan_watched_folder_class_init (BayanWatchedFolderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = finalize;
  object_class->get_property = get_property;
  properties[PROP_LOST] = g_param_spec_boolean (
      "lost", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  settled_signal = g_signal_new ("settled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_LIST_MODEL);
}

static void
bayan_watched_folder_init (BayanWatchedFolder *self)
{
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->monitors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->cancellable = g_cancellable_new ();
}

/* When to look again */

static gboolean
timer_cb (gpointer data)
{
  BayanWatchedFolder *self = data;

  self->timer = 0;
  scan (self);
  return G_SOURCE_REMOVE;
}

static void
look_in (BayanWatchedFolder *self, guint milliseconds)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (!g_cancellable_is_cancelled (self->cancellable))
    self->timer = g_timeout_add (milliseconds, timer_cb, self);
}

static void
changed_cb (BayanWatchedFolder *self)
{
  if (self->scanning)
    self->scan_again = TRUE;
  else
    look_in (self, AFTER_EVENT_MS);
}

static void
follow_folder (BayanWatchedFolder *self, GFile *folder)
{
  g_autofree char *uri = g_file_get_uri (folder);
  GFileMonitor *monitor;

  if (g_hash_table_contains (self->monitors, uri))
    return;
  monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES, self->cancellable, NULL);
  if (monitor == NULL)
    return; /* the half minutes will do */
  g_signal_connect_object (monitor, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_hash_table_insert (self->monitors, g_steal_pointer (&uri), monitor);
}

/* What was seen */

/* What has not been touched for a while when it is first seen is at rest. */
static Sighting *
see (BayanWatchedFolder *self, const BayanScannedFile *file, gint64 now_us)
{
  g_autofree char *uri = g_file_get_uri (file->file);
  Sighting *sighting = g_hash_table_lookup (self->seen, uri);

  if (sighting != NULL && sighting->size_bytes == file->size_bytes
      && sighting->modified_us == file->modified_us)
    return sighting;
  if (sighting == NULL)
    {
      sighting = g_new0 (Sighting, 1);
      g_hash_table_insert (self->seen, g_steal_pointer (&uri), sighting);
      sighting->since_us = now_us - CLAMP (g_get_real_time () - file->modified_us, 0, 2 * REST_US);
    }
  else
    sighting->since_us = now_us;
  sighting->size_bytes = file->size_bytes;
  sighting->modified_us = file->modified_us;
  sighting->told = FALSE;
  return sighting;
}

/* Returns whether something is still on its way. */
static gboolean
take_scan (BayanWatchedFolder *self, const BayanFolderScan *seen)
{
  g_autoptr (GListStore) settled = g_list_store_new (G_TYPE_FILE);
  gint64 now_us = g_get_monotonic_time ();
  gboolean growing = FALSE;

  for (guint i = 0; i < seen->files->len; i++)
    {
      const BayanScannedFile *file = seen->files->pdata[i];
      Sighting *sighting = see (self, file, now_us);

      if (!sighting->told && now_us - sighting->since_us >= REST_US)
        {
          sighting->told = TRUE;
          g_list_store_append (settled, file->file);
        }
      growing |= !sighting->told;
    }
  for (guint i = 0; i < seen->folders->len; i++)
    follow_folder (self, seen->folders->pdata[i]);
  if (g_list_model_get_n_items (G_LIST_MODEL (settled)) > 0)
    g_signal_emit (self, settled_signal, 0, settled);
  return growing;
}

static void
set_lost (BayanWatchedFolder *self, gboolean lost)
{
  if (lost)
    g_hash_table_remove_all (self->monitors); /* a folder that comes back is another one */
  if (self->lost == lost)
    return;
  self->lost = lost;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOST]);
}

static void
scanned_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  BayanWatchedFolder *self = BAYAN_WATCHED_FOLDER (source);
  g_autoptr (BayanFolderScan) seen = g_task_propagate_pointer (G_TASK (result), NULL);
  gboolean growing = FALSE;

  self->scanning = FALSE;
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  set_lost (self, seen == NULL);
  if (seen != NULL)
    growing = take_scan (self, seen);
  look_in (self, self->scan_again ? AFTER_EVENT_MS : growing ? WHILE_GROWING_MS : AT_REST_MS);
  self->scan_again = FALSE;
}

static void
look_through (GTask *task, gpointer source, gpointer folder, GCancellable *cancellable)
{
  GError *error = NULL;
  BayanFolderScan *seen = bayan_folder_scan_new (folder, cancellable, &error);

  if (seen != NULL)
    g_task_return_pointer (task, seen, (GDestroyNotify) bayan_folder_scan_free);
  else
    g_task_return_error (task, error);
}

static void
scan (BayanWatchedFolder *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->scanning)
    return;
  self->scanning = TRUE;
  task = g_task_new (self, self->cancellable, scanned_cb, NULL);
  g_task_set_source_tag (task, scan);
  g_task_set_task_data (task, g_object_ref (self->folder), g_object_unref);
  g_task_run_in_thread (task, look_through);
}

/**
 * bayan_watched_folder_new:
 *
 * Returns: (transfer full): watches from now on; what is in @folder already counts as new
 */
BayanWatchedFolder *
bayan_watched_folder_new (GFile *folder)
{
  BayanWatchedFolder *self = g_object_new (BAYAN_TYPE_WATCHED_FOLDER, NULL);

  self->folder = g_object_ref (folder);
  scan (self);
  return self;
}

void
bayan_watched_folder_stop (BayanWatchedFolder *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_hash_table_remove_all (self->monitors);
}

GFile *
bayan_watched_folder_get_folder (BayanWatchedFolder *self)
{
  return self->folder;
}

gboolean
bayan_watched_folder_get_lost (BayanWatchedFolder *self)
{
  return self->lost;
}
