/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-export-job-private.h"

#include "bayan-exporter.h"

#define FRACTION_MIN_WAIT_US (G_USEC_PER_SEC / 10)

/* A statement on its way to the disk */
typedef struct {
  char *title, *source_name;
  BayanDate date;
  BayanOpenStatement *open;
  GPtrArray *entities; /* of BayanEntity, its own */
  GPtrArray *notes;    /* of BayanNote, its own */
} Parcel;

struct _BayanExportJob {
  GObject parent_instance;
  BayanDesk *desk; /* weak: gone, it ends */
  BayanLibrary *library;
  BayanExportFormat format;
  GArray *statements; /* of gint64 */
  GPtrArray *labels;  /* of BayanOwnLabel */
  gboolean confirmed_only;
  GFile *target;
  char *name;
  GCancellable *cancellable;

  BayanExporter *exporter; /* nullable; of the thread while a step is done there */
  guint n_done;
  gint64 told_at_us;
  gboolean running;
  GFile *written;
  GError *error;
};

G_DEFINE_FINAL_TYPE (BayanExportJob, bayan_export_job, G_TYPE_OBJECT)

enum { PROP_0, PROP_RUNNING, PROP_FRACTION, N_PROPS };

static GParamSpec *properties[N_PROPS];

static void load_next (BayanExportJob *self);

static void
parcel_free (Parcel *self)
{
  g_free (self->title);
  g_free (self->source_name);
  bayan_open_statement_free (self->open);
  g_ptr_array_unref (self->entities);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

/* The end */

static void
abandon (GTask *task, gpointer source, gpointer exporter, GCancellable *cancellable)
{
  bayan_exporter_free (exporter);
  g_task_return_boolean (task, TRUE);
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  BayanExportJob *self = BAYAN_EXPORT_JOB (source);

  self->running = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
  g_object_unref (self); /* which it held itself */
}

/* What is not finished goes, which may take as long as it took to write. @error: (transfer full) (nullable) */
static void
end (BayanExportJob *self, GError *error)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, ended_cb, NULL);

  if (error != NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_error_free (error);
  else
    self->error = error;
  if (self->exporter == NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  g_task_set_task_data (task, g_steal_pointer (&self->exporter), NULL);
  g_task_run_in_thread (task, abandon);
}

/* Steps: each is done in a thread, one after the other */

static void
run_step (BayanExportJob *self, GTaskThreadFunc step, GAsyncReadyCallback done, Parcel *parcel)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, done, NULL);

  if (parcel != NULL)
    g_task_set_task_data (task, parcel, (GDestroyNotify) parcel_free);
  g_task_run_in_thread (task, step);
}

static void
finish (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  BayanExportJob *self = source;
  GError *error = NULL;
  GFile *written = bayan_exporter_finish (self->exporter, &error);

  if (written != NULL)
    g_task_return_pointer (task, written, g_object_unref);
  else
    g_task_return_error (task, error);
}

/* What is in its place is there, even if somebody wanted to cancel it at that moment. */
static void
finished_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  BayanExportJob *self = BAYAN_EXPORT_JOB (source);
  GError *error = NULL;

  self->written = g_task_propagate_pointer (G_TASK (result), &error);
  end (self, error);
}

static void
tell_fraction (BayanExportJob *self)
{
  gint64 now = g_get_monotonic_time ();

  if (now - self->told_at_us < FRACTION_MIN_WAIT_US)
    return;
  self->told_at_us = now;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
}

static void
step_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  BayanExportJob *self = BAYAN_EXPORT_JOB (source);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      end (self, error);
      return;
    }
  tell_fraction (self);
  load_next (self);
}

static void
return_boolean (GTask *task, gboolean done, GError *error)
{
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
write_parcel (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  BayanExportJob *self = source;
  Parcel *parcel = data;
  BayanExportPiece piece = { parcel->title, parcel->source_name, parcel->date,
                             parcel->open,  parcel->entities,    parcel->notes };
  GError *error = NULL;

  return_boolean (task, bayan_exporter_add (self->exporter, &piece, &error), error);
}

static void
begin (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  BayanExportJob *self = source;
  GError *error = NULL;

  self->exporter = bayan_exporter_new (self->format, self->target, self->name, self->confirmed_only, &error);
  return_boolean (task,
                  self->exporter != NULL
                      && (self->format != BAYAN_EXPORT_CODE_BOOK
                          || bayan_exporter_add_labels (self->exporter, self->labels, &error)),
                  error);
}

/* Statements */

static GPtrArray *
copy_entities (BayanExportJob *self, const BayanOpenStatement *open)
{
  GPtrArray *entities = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_entity_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < open->mentions->len; i++)
    {
      const char *key = ((const BayanMention *) open->mentions->pdata[i])->entity_key;
      const BayanEntity *entity = bayan_desk_get_entity (self->desk, key);

      if (entity != NULL && g_hash_table_add (seen, entity->key))
        g_ptr_array_add (entities, bayan_entity_copy (entity));
    }
  return entities;
}

/* @open: taken */
static Parcel *
make_parcel (BayanExportJob *self, BayanOpenStatement *open, BayanStatementItem *item)
{
  Parcel *parcel = g_new0 (Parcel, 1);

  parcel->title = g_strdup (bayan_statement_item_get_title (item));
  parcel->source_name = g_strdup (bayan_statement_item_get_source_name (item));
  parcel->date = bayan_statement_item_get_date (item);
  parcel->open = open;
  parcel->entities = copy_entities (self, open);
  parcel->notes = bayan_desk_list_notes (self->desk, open->id);
  return parcel;
}

/* One that was taken back in between is left out. */
static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BayanExportJob) self = data;
  g_autoptr (GError) error = NULL;
  BayanOpenStatement *open = bayan_library_load_statement_finish (BAYAN_LIBRARY (source), result, &error);
  BayanStatementItem *item = open != NULL && self->desk != NULL ? bayan_desk_find_statement (self->desk, open->id)
                                                                : NULL;

  self->n_done++;
  if (open == NULL && !g_error_matches (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_NOT_FOUND))
    end (self, g_steal_pointer (&error));
  else if (item != NULL)
    run_step (self, write_parcel, step_done_cb, make_parcel (self, open, item));
  else
    {
      g_clear_pointer (&open, bayan_open_statement_free);
      load_next (self);
    }
}

static void
load_next (BayanExportJob *self)
{
  if (g_cancellable_is_cancelled (self->cancellable) || self->desk == NULL)
    end (self, NULL);
  else if (self->n_done < self->statements->len)
    bayan_library_load_statement_async (self->library, g_array_index (self->statements, gint64, self->n_done),
                                        self->cancellable, loaded_cb, g_object_ref (self));
  else
    run_step (self, finish, finished_cb, NULL);
}

/* Life */

static void
desk_state_changed_cb (BayanExportJob *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BayanExportJob *self = BAYAN_EXPORT_JOB (object);

  switch (id)
    {
    case PROP_RUNNING:
      g_value_set_boolean (value, self->running);
      break;
    case PROP_FRACTION:
      g_value_set_double (value, bayan_export_job_get_fraction (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
finalize (GObject *object)
{
  BayanExportJob *self = BAYAN_EXPORT_JOB (object);

  g_clear_weak_pointer (&self->desk);
  g_object_unref (self->library);
  g_array_unref (self->statements);
  g_ptr_array_unref (self->labels);
  g_object_unref (self->target);
  g_free (self->name);
  g_object_unref (self->cancellable);
  g_clear_object (&self->written);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (bayan_export_job_parent_class)->finalize (object);
}

static void
bayan_export_job_class_init (BayanExportJobClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = get_property;
  object_class->finalize = finalize;
  properties[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bayan_export_job_init (BayanExportJob *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * bayan_export_job_new:
 * @statements: (transfer full) (element-type gint64)
 * @labels: (transfer none) (element-type BayanOwnLabel): not to be changed
 * @target: see bayan_exporter_new()
 * @name: the same
 *
 * Returns: (transfer full): a job that runs, and holds itself as long as it does
 */
BayanExportJob *
bayan_export_job_new (BayanDesk *desk, BayanLibrary *library, BayanExportFormat format, GArray *statements,
                      GPtrArray *labels, gboolean confirmed_only, GFile *target, const char *name)
{
  BayanExportJob *self = g_object_new (BAYAN_TYPE_EXPORT_JOB, NULL);

  g_set_weak_pointer (&self->desk, desk);
  self->library = g_object_ref (library);
  self->format = format;
  self->statements = statements;
  self->labels = g_ptr_array_ref (labels);
  self->confirmed_only = confirmed_only;
  self->target = g_object_ref (target);
  self->name = g_strdup (name);
  self->running = TRUE;
  g_signal_connect_object (desk, "notify::state", G_CALLBACK (desk_state_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_object_ref (self);
  run_step (self, begin, step_done_cb, NULL);
  return self;
}

gboolean
bayan_export_job_get_running (BayanExportJob *self)
{
  return self->running;
}

double
bayan_export_job_get_fraction (BayanExportJob *self)
{
  return self->statements->len > 0 ? (double) self->n_done / self->statements->len : 0;
}

guint
bayan_export_job_get_n_done (BayanExportJob *self)
{
  return self->n_done;
}

guint
bayan_export_job_get_n_total (BayanExportJob *self)
{
  return self->statements->len;
}

gboolean
bayan_export_job_get_cancelled (BayanExportJob *self)
{
  return !self->running && self->written == NULL && self->error == NULL;
}

GFile *
bayan_export_job_get_written (BayanExportJob *self)
{
  return self->written;
}

const GError *
bayan_export_job_get_error (BayanExportJob *self)
{
  return self->error;
}

/* What was written so far goes. */
void
bayan_export_job_cancel (BayanExportJob *self)
{
  g_cancellable_cancel (self->cancellable);
}
