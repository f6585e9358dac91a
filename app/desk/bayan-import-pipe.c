/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-import-pipe.h"

#include <sys/resource.h>

#include "bayan-folder.h"
#include "bayan-held-file-private.h"
#include "bayan-ingest.h"
#include "bayan-unpack.h"

#define N_WORKERS 2
/* So often the main thread looks for what has arrived. To be woken costs as much as a good part of reading a file, and
 * more where the thread that wakes it, and holds the lock of the main context meanwhile, is put aside for it: then it
 * waits until that one has its turn again. */
#define LOOK_EVERY_MS 10
/* There are more threads than processors: the one that draws and the one that writes come first. */
#define NICENESS 5

struct _BayanImportPipe {
  gatomicrefcount ref_count;
  GPtrArray *requests; /* of BayanImportRequest; read by the walker only */
  BayanRecogniserMaker *maker;
  BayanSiteMemory *sites;
  GCancellable *cancellable;

  /* Main thread only */
  BayanImportPipeArrived arrived;
  gpointer data;
  guint timer;
  guint next_number; /* of the parcel to be taken next */

  int has_news; /* atomic: something was found, begun or made ready since the main thread has looked */

  /* Under the lock */
  GMutex lock;
  GCond room;     /* the walker waits for it */
  GCond work;     /* the workers wait for it */
  GQueue waiting; /* of BayanImportParcel: found, to be read */
  /* Of those in flight, by number in a circle. A table that grows and shrinks would be taken from and given back to the
   * memory of a thread that may have been put aside in the middle of its own allocation. */
  BayanImportParcel *ready[BAYAN_IMPORT_PIPE_MAX_PARCELS];
  guint n_found;
  char *current;     /* nullable: the name of what a worker has begun last */
  guint n_in_flight; /* found and not yet released */
  gsize bytes_in_flight;
  guint n_idle;    /* workers that wait for work */
  gboolean walked; /* nothing more will be found */
};

static BayanImportPipe *
pipe_ref (BayanImportPipe *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

static void
pipe_unref (gpointer data)
{
  BayanImportPipe *self = data;

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->requests);
  bayan_recogniser_maker_unref (self->maker);
  bayan_site_memory_unref (self->sites);
  g_object_unref (self->cancellable);
  g_queue_clear_full (&self->waiting, (GDestroyNotify) bayan_import_parcel_free);
  for (guint i = 0; i < BAYAN_IMPORT_PIPE_MAX_PARCELS; i++)
    g_clear_pointer (&self->ready[i], bayan_import_parcel_free);
  g_free (self->current);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->room);
  g_cond_clear (&self->work);
  g_free (self);
}

static gboolean
look_cb (gpointer data)
{
  BayanImportPipe *self = data;

  if (g_atomic_int_compare_and_exchange (&self->has_news, TRUE, FALSE))
    self->arrived (self->data);
  return G_SOURCE_CONTINUE;
}

static void
tell (BayanImportPipe *self)
{
  g_atomic_int_set (&self->has_news, TRUE);
}

static gboolean
is_full (const BayanImportPipe *self, gsize size_bytes)
{
  return self->n_in_flight >= BAYAN_IMPORT_PIPE_MAX_PARCELS
         || (self->n_in_flight > 0 && self->bytes_in_flight + size_bytes > BAYAN_IMPORT_PIPE_MAX_BYTES);
}

/* With the lock held. Returns: where @number is once it is ready */
static BayanImportParcel **
place_of (BayanImportPipe *self, guint number)
{
  return &self->ready[number % BAYAN_IMPORT_PIPE_MAX_PARCELS];
}

/* With the lock held. */
static void
put_in_queue (BayanImportPipe *self, BayanImportParcel *parcel)
{
  parcel->number = self->n_found++;
  self->n_in_flight++;
  self->bytes_in_flight += parcel->size_bytes;
  if (parcel->error != NULL || parcel->held != NULL)
    *place_of (self, parcel->number) = parcel;
  else
    g_queue_push_tail (&self->waiting, parcel);
}

/* Gives @parcel its number, waits until there is room, and puts it in @ready or in the workers' queue. FALSE
 * if the import was stopped meanwhile. */
static gboolean
put (BayanImportPipe *self, BayanImportParcel *parcel)
{
  gboolean wakes;

  g_mutex_lock (&self->lock);
  while (is_full (self, parcel->size_bytes) && !g_cancellable_is_cancelled (self->cancellable))
    g_cond_wait (&self->room, &self->lock);
  if (g_cancellable_is_cancelled (self->cancellable))
    {
      g_mutex_unlock (&self->lock);
      bayan_import_parcel_free (parcel);
      return FALSE;
    }
  put_in_queue (self, parcel);
  tell (self);
  wakes = self->n_idle > 0;
  g_mutex_unlock (&self->lock);
  if (wakes)
    g_cond_signal (&self->work);
  return TRUE;
}

/* What the walker has in hand. */
typedef struct {
  BayanImportPipe *pipe;
  BayanImportRequest *request;
  gsize size_bytes; /* of the file */
} Walk;

static gboolean
source_found_cb (BayanSource *source, gpointer data)
{
  const Walk *walk = data;
  BayanImportParcel *parcel = bayan_import_parcel_new (walk->request, source->name);
  gsize size_bytes = source->raw != NULL ? g_bytes_get_size (source->raw) : walk->size_bytes;

  parcel->source = bayan_source_ref (source);
  parcel->size_bytes = MIN (size_bytes, BAYAN_INGEST_MAX_BYTES);
  return put (walk->pipe, parcel);
}

static void
source_failed_cb (const char *name, const char *uri, const GError *error, gpointer data)
{
  const Walk *walk = data;
  BayanImportParcel *parcel = bayan_import_parcel_new (walk->request, name);

  parcel->error = g_error_copy (error);
  put (walk->pipe, parcel);
}

static void
hold_table (const Walk *walk, BayanTable *table, BayanSource *source)
{
  BayanImportParcel *parcel = bayan_import_parcel_new (walk->request, source->name);

  parcel->size_bytes = MIN (walk->size_bytes, BAYAN_INGEST_MAX_BYTES);
  parcel->held = bayan_held_file_new_table (source, table, parcel->size_bytes);
  put (walk->pipe, parcel);
}

/* What was pasted is a text with commas sooner than a table. */
static BayanTableDecision
table_found_cb (BayanTable *table, BayanSource *source, gpointer data)
{
  const Walk *walk = data;

  if (walk->request->roles != NULL)
    bayan_held_file_apply_roles (walk->request->roles, table);
  else if (walk->request->source != NULL)
    return BAYAN_TABLE_AS_TEXT;
  else
    {
      hold_table (walk, table, source);
      return BAYAN_TABLE_HOLD;
    }
  return BAYAN_TABLE_READ;
}

static void
unpack (Walk *walk, GFile *file, gsize size_bytes)
{
  const BayanUnpackHandlers handlers = { source_found_cb, source_failed_cb, table_found_cb, walk };
  BayanSource *source = walk->request->source;

  walk->size_bytes = size_bytes;
  if (file != NULL)
    bayan_unpack_file (file, &handlers, walk->pipe->cancellable);
  else
    bayan_unpack_source (source, &handlers, walk->pipe->cancellable);
}

static gboolean
file_found_cb (GFile *file, goffset size_bytes, gpointer data)
{
  Walk *walk = data;

  unpack (walk, file, (gsize) MAX (size_bytes, 0));
  return !g_cancellable_is_cancelled (walk->pipe->cancellable);
}

static void
file_failed_cb (GFile *file, const GError *error, gpointer data)
{
  g_autofree char *base_name = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base_name != NULL ? base_name : "");
  g_autofree char *uri = g_file_get_uri (file);

  source_failed_cb (name, uri, error, data);
}

static void
walk_request (Walk *walk)
{
  const BayanImportRequest *request = walk->request;

  if (request->file != NULL)
    bayan_folder_walk (request->file, walk->pipe->cancellable, file_found_cb, file_failed_cb, walk);
  else if (request->held != NULL && request->roles == NULL)
    source_found_cb (request->source, walk); /* it was unpacked when it was held back */
  else
    unpack (walk, NULL, 0);
}

static void
start_thread (BayanImportPipe *self, const char *name, GThreadFunc run)
{
  bayan_recogniser_maker_enter (self->maker);
  g_thread_unref (g_thread_new (name, run, pipe_ref (self)));
}

static void
end_thread (BayanImportPipe *self)
{
  BayanRecogniserMaker *maker = self->maker; /* entering keeps it alive */

  pipe_unref (self);
  bayan_recogniser_maker_leave (maker);
}

/* On Linux each thread has a niceness of its own. */
static void
step_back (void)
{
#ifdef __linux__
  setpriority (PRIO_PROCESS, 0, NICENESS);
#endif
}

static gpointer
walk (gpointer data)
{
  BayanImportPipe *self = data;

  step_back ();
  for (guint i = 0; i < self->requests->len && !g_cancellable_is_cancelled (self->cancellable); i++)
    {
      Walk walk = { self, self->requests->pdata[i], 0 };
      walk_request (&walk);
    }
  g_mutex_lock (&self->lock);
  self->walked = TRUE;
  tell (self);
  g_mutex_unlock (&self->lock);
  g_cond_broadcast (&self->work);
  end_thread (self);
  return NULL;
}

/* The next file to read, NULL when there is none and none will come. */
static BayanImportParcel *
wait_for_work (BayanImportPipe *self)
{
  BayanImportParcel *parcel;
  g_autofree char *before = NULL;

  g_mutex_lock (&self->lock);
  while (g_queue_is_empty (&self->waiting) && !self->walked
         && !g_cancellable_is_cancelled (self->cancellable))
    {
      self->n_idle++;
      g_cond_wait (&self->work, &self->lock);
      self->n_idle--;
    }
  parcel = g_cancellable_is_cancelled (self->cancellable) ? NULL : g_queue_pop_head (&self->waiting);
  if (parcel != NULL)
    {
      before = self->current;
      self->current = g_strdup (parcel->name);
      tell (self);
    }
  g_mutex_unlock (&self->lock);
  return parcel;
}

static gpointer
work (gpointer data)
{
  BayanImportPipe *self = data;
  BayanImportParcel *parcel;

  step_back ();
  while ((parcel = wait_for_work (self)) != NULL)
    {
      bayan_import_parcel_process (parcel, self->maker, self->sites, self->cancellable);
      g_mutex_lock (&self->lock);
      *place_of (self, parcel->number) = parcel;
      tell (self);
      g_mutex_unlock (&self->lock);
    }
  end_thread (self);
  return NULL;
}

/**
 * bayan_import_pipe_new:
 * @requests: (element-type BayanImportRequest): taken over, not to be touched any more
 * @sites: what is known of the sites that pages come from; learns from these
 * @arrived: called on the main thread
 *
 * Starts the threads.
 */
BayanImportPipe *
bayan_import_pipe_new (GPtrArray *requests, BayanRecogniserMaker *maker, BayanSiteMemory *sites,
                       BayanImportPipeArrived arrived, gpointer data)
{
  BayanImportPipe *self = g_new0 (BayanImportPipe, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->requests = g_ptr_array_ref (requests);
  self->maker = bayan_recogniser_maker_ref (maker);
  self->sites = bayan_site_memory_ref (sites);
  self->cancellable = g_cancellable_new ();
  self->arrived = arrived;
  self->data = data;
  g_mutex_init (&self->lock);
  g_cond_init (&self->room);
  g_cond_init (&self->work);
  g_queue_init (&self->waiting);
  self->timer = g_timeout_add (LOOK_EVERY_MS, look_cb, self);
  start_thread (self, "import-walk", walk);
  for (int i = 0; i < N_WORKERS; i++)
    start_thread (self, "import-work", work);
  return self;
}

/* The threads end by themselves, soon; what they still make is thrown away. */
void
bayan_import_pipe_stop (BayanImportPipe *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_mutex_lock (&self->lock);
  g_cond_broadcast (&self->room);
  g_cond_broadcast (&self->work);
  g_mutex_unlock (&self->lock);
  pipe_unref (self);
}

/**
 * bayan_import_pipe_take:
 * @parcels: (element-type BayanImportParcel): what is ready is added to it, in the order of the files
 */
void
bayan_import_pipe_take (BayanImportPipe *self, GPtrArray *parcels)
{
  BayanImportParcel *parcel;

  g_mutex_lock (&self->lock);
  while ((parcel = g_steal_pointer (place_of (self, self->next_number))) != NULL)
    {
      g_ptr_array_add (parcels, parcel);
      self->next_number++;
    }
  g_mutex_unlock (&self->lock);
}

/**
 * bayan_import_pipe_release:
 * @parcels: (element-type BayanImportParcel): some that were taken and are now in the library, or refused: they no
 * longer hold memory
 */
void
bayan_import_pipe_release (BayanImportPipe *self, const GPtrArray *parcels)
{
  g_mutex_lock (&self->lock);
  self->n_in_flight -= parcels->len;
  for (guint i = 0; i < parcels->len; i++)
    self->bytes_in_flight -= ((const BayanImportParcel *) parcels->pdata[i])->size_bytes;
  g_mutex_unlock (&self->lock);
  g_cond_signal (&self->room);
}

guint
bayan_import_pipe_get_n_found (BayanImportPipe *self)
{
  guint n_found;

  g_mutex_lock (&self->lock);
  n_found = self->n_found;
  g_mutex_unlock (&self->lock);
  return n_found;
}

/* Whether all that there is was taken. */
gboolean
bayan_import_pipe_is_drained (BayanImportPipe *self)
{
  gboolean drained;

  g_mutex_lock (&self->lock);
  drained = self->walked && self->next_number == self->n_found;
  g_mutex_unlock (&self->lock);
  return drained;
}

/* Whether all that there is was found: the number of files will not grow any more. */
gboolean
bayan_import_pipe_is_walked (BayanImportPipe *self)
{
  gboolean walked;

  g_mutex_lock (&self->lock);
  walked = self->walked;
  g_mutex_unlock (&self->lock);
  return walked;
}

/* Returns: (transfer full) (nullable): the name of the file that was begun last */
char *
bayan_import_pipe_dup_current (BayanImportPipe *self)
{
  char *current;

  g_mutex_lock (&self->lock);
  current = g_strdup (self->current);
  g_mutex_unlock (&self->lock);
  return current;
}
