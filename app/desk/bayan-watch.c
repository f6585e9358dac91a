/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-watch-private.h"

#include "bayan-desk-private.h"
#include "bayan-file-sums.h"
#include "bayan-seen-sums.h"
#include "bayan-watched-folder.h"

/* What the library remembers. */
#define FOLDER "watched-folder"
#define ENABLED "watched-folder-on"
#define SEEN "watched-folder-seen"

struct _BayanWatch {
  GObject parent_instance;
  BayanDesk *desk; /* borrowed */
  GFile *folder;   /* nullable */
  gboolean enabled;
  BayanWatchedFolder *watched; /* nullable: not open, or not enabled */
  BayanSeenSums *seen; /* files that are not in the library under their own sums, and need no second look */
};

/* Some files on their way: what they are by their sums, then what the library says of those, then the import. */
typedef struct {
  BayanWatch *watch;
  BayanWatchedFolder *watched; /* to see whether it still is */
  GPtrArray *sums;             /* of BayanFileSum */
} Arrival;

enum { PROP_0, PROP_FOLDER, PROP_ENABLED, PROP_LOST, N_PROPS };
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BayanWatch, bayan_watch, G_TYPE_OBJECT)

static void
stop (BayanWatch *self)
{
  if (self->watched != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->watched, self);
      bayan_watched_folder_stop (self->watched);
    }
  g_clear_object (&self->watched);
}

static void
finalize (GObject *object)
{
  BayanWatch *self = BAYAN_WATCH (object);

  stop (self);
  g_clear_object (&self->folder);
  bayan_seen_sums_free (self->seen);
  G_OBJECT_CLASS (bayan_watch_parent_class)->finalize (object);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BayanWatch *self = BAYAN_WATCH (object);

  switch (id)
    {
    case PROP_FOLDER:
      g_value_set_object (value, self->folder);
      break;
    case PROP_ENABLED:
      g_value_set_boolean (value, self->enabled);
      break;
    case PROP_LOST:
      g_value_set_boolean (value, bayan_watch_get_lost (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bayan_watch_class_init (BayanWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = finalize;
  object_class->get_property = get_property;
  properties[PROP_FOLDER] = g_param_spec_object ("folder", NULL, NULL, G_TYPE_FILE, flags);
  properties[PROP_ENABLED] = g_param_spec_boolean ("enabled", NULL, NULL, FALSE, flags);
  properties[PROP_LOST] = g_param_spec_boolean ("lost", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bayan_watch_init (BayanWatch *self)
{
  self->seen = bayan_seen_sums_new (NULL);
}

BayanWatch *
bayan_watch_new (BayanDesk *desk)
{
  BayanWatch *self = g_object_new (BAYAN_TYPE_WATCH, NULL);

  self->desk = desk;
  return self;
}

static void
notify_all (BayanWatch *self)
{
  for (guint id = PROP_FOLDER; id < N_PROPS; id++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
}

/* What arrives */

static void
arrival_free (Arrival *self)
{
  g_object_unref (self->watch);
  g_object_unref (self->watched);
  g_clear_pointer (&self->sums, g_ptr_array_unref);
  g_free (self);
}

/* Another folder or library was chosen since. */
static gboolean
is_over (const Arrival *self)
{
  return self->watch->watched != self->watched || self->watch->desk->library == NULL;
}

static void
remember_seen (BayanWatch *self)
{
  g_autofree char *words = bayan_seen_sums_to_string (self->seen);

  bayan_desk_set_memory (self->desk, SEEN, words);
}

static gboolean
waits (BayanDesk *desk, GFile *file)
{
  GListModel *held = bayan_desk_get_held (desk);
  g_autofree char *uri = g_file_get_uri (file);

  for (guint i = 0; i < g_list_model_get_n_items (held); i++)
    {
      g_autoptr (BayanHeldFile) waiting = g_list_model_get_item (held, i);
      if (g_strcmp0 (bayan_held_file_get_uri (waiting), uri) == 0)
        return TRUE;
    }
  return FALSE;
}

/* What the library does not have under its own sum, although it was imported, was refused, or is an archive: it needs no
 * second look. What waits for the analyst comes again when the library is opened the next time. */
static void
known_after_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Arrival *self = data;
  g_autoptr (GArray) statements = bayan_library_find_sources_finish (BAYAN_LIBRARY (source), result, NULL);

  for (guint i = 0; statements != NULL && !is_over (self) && i < self->sums->len; i++)
    {
      const BayanFileSum *file = self->sums->pdata[i];
      if (g_array_index (statements, gint64, i) == 0 && !waits (self->watch->desk, file->file))
        bayan_seen_sums_add (self->watch->seen, file->sha256);
    }
  if (!is_over (self))
    remember_seen (self->watch);
  arrival_free (self);
}

static GPtrArray *
list_sums (GPtrArray *files)
{
  GPtrArray *sums = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (sums, g_strdup (((const BayanFileSum *) files->pdata[i])->sha256));
  return sums;
}

static void
finished_cb (BayanImportJob *job, Arrival *self)
{
  g_signal_handlers_disconnect_by_func (job, finished_cb, self);
  if (is_over (self) || bayan_import_job_get_cancelled (job) || bayan_import_job_get_error (job) != NULL)
    arrival_free (self);
  else
    bayan_library_find_sources_async (self->watch->desk->library, list_sums (self->sums), NULL,
                                      known_after_cb, self);
}

/* @self: taken */
static void
import_arrival (Arrival *self)
{
  GPtrArray *requests = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_import_request_unref);
  g_autoptr (BayanImportJob) job = NULL;

  for (guint i = 0; i < self->sums->len; i++)
    g_ptr_array_add (requests,
                     bayan_import_request_new (((const BayanFileSum *) self->sums->pdata[i])->file, NULL));
  job = bayan_import_job_new (BAYAN_IMPORT_WATCHED, requests, NULL);
  g_signal_connect (job, "finished", G_CALLBACK (finished_cb), self);
  bayan_desk_push_job (self->watch->desk, job);
}

static void
known_before_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Arrival *self = data;
  g_autoptr (GArray) statements = bayan_library_find_sources_finish (BAYAN_LIBRARY (source), result, NULL);

  for (guint i = self->sums->len; statements != NULL && i > 0; i--)
    if (g_array_index (statements, gint64, i - 1) != 0
        || bayan_seen_sums_has (self->watch->seen, ((const BayanFileSum *) self->sums->pdata[i - 1])->sha256))
      g_ptr_array_remove_index (self->sums, i - 1);
  if (statements == NULL || is_over (self) || self->sums->len == 0)
    arrival_free (self);
  else
    import_arrival (self);
}

static void
summed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Arrival *self = data;

  self->sums = bayan_file_sums_finish (result);
  if (is_over (self))
    arrival_free (self);
  else
    bayan_library_find_sources_async (self->watch->desk->library, list_sums (self->sums), NULL,
                                      known_before_cb, self);
}

static void
settled_cb (BayanWatch *self, GListModel *files)
{
  Arrival *arrival = g_new0 (Arrival, 1);

  arrival->watch = g_object_ref (self);
  arrival->watched = g_object_ref (self->watched);
  bayan_file_sums_async (files, summed_cb, arrival);
}

/* On and off */

static void
lost_cb (BayanWatch *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOST]);
}

static void
start (BayanWatch *self)
{
  stop (self);
  if (!self->enabled || self->folder == NULL || self->desk->library == NULL
      || bayan_desk_get_read_only (self->desk) != NULL)
    return;
  self->watched = bayan_watched_folder_new (self->folder);
  g_signal_connect_object (self->watched, "settled", G_CALLBACK (settled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->watched, "notify::lost", G_CALLBACK (lost_cb), self, G_CONNECT_SWAPPED);
}

void
bayan_watch_resume (BayanWatch *self)
{
  const char *uri = bayan_desk_get_memory (self->desk, FOLDER);

  g_clear_object (&self->folder);
  if (uri != NULL && *uri != '\0')
    self->folder = g_file_new_for_uri (uri);
  self->enabled = self->folder != NULL && g_strcmp0 (bayan_desk_get_memory (self->desk, ENABLED), "1") == 0;
  bayan_seen_sums_free (self->seen);
  self->seen = bayan_seen_sums_new (bayan_desk_get_memory (self->desk, SEEN));
  start (self);
  notify_all (self);
}

void
bayan_watch_pause (BayanWatch *self)
{
  stop (self);
  g_clear_object (&self->folder);
  self->enabled = FALSE;
  notify_all (self);
}

GFile *
bayan_watch_get_folder (BayanWatch *self)
{
  return self->folder;
}

gboolean
bayan_watch_get_enabled (BayanWatch *self)
{
  return self->enabled;
}

gboolean
bayan_watch_get_lost (BayanWatch *self)
{
  return self->watched != NULL && bayan_watched_folder_get_lost (self->watched);
}

/**
 * bayan_watch_set_folder:
 * @folder: what is in it already is imported too
 */
void
bayan_watch_set_folder (BayanWatch *self, GFile *folder)
{
  g_autofree char *uri = g_file_get_uri (folder);

  g_set_object (&self->folder, folder);
  self->enabled = TRUE;
  bayan_desk_set_memory (self->desk, FOLDER, uri);
  bayan_desk_set_memory (self->desk, ENABLED, "1");
  start (self);
  notify_all (self);
}

void
bayan_watch_set_enabled (BayanWatch *self, gboolean enabled)
{
  enabled = enabled && self->folder != NULL;
  if (self->enabled == enabled)
    return;
  self->enabled = enabled;
  bayan_desk_set_memory (self->desk, ENABLED, enabled ? "1" : "0");
  start (self);
  notify_all (self);
}
