/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-file-sums.h"

#define CHUNK_BYTES (256 * 1024)

static void
file_sum_free (gpointer data)
{
  BayanFileSum *self = data;

  g_object_unref (self->file);
  g_free (self->sha256);
  g_free (self);
}

/* Returns: (transfer full) (nullable) */
static char *
sum_file (GFile *file)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *chunk = g_malloc (CHUNK_BYTES);
  gssize taken;

  if (stream == NULL)
    return NULL;
  while ((taken = g_input_stream_read (G_INPUT_STREAM (stream), chunk, CHUNK_BYTES, NULL, NULL)) > 0)
    g_checksum_update (sum, chunk, taken);
  return taken == 0 ? g_strdup (g_checksum_get_string (sum)) : NULL;
}

/* What cannot be read is taken along: the import says why. */
static void
sum_files (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GPtrArray *files = data;
  GPtrArray *sums = g_ptr_array_new_with_free_func (file_sum_free);

  for (guint i = 0; i < files->len; i++)
    {
      BayanFileSum *sum = g_new (BayanFileSum, 1);

      sum->file = g_object_ref (files->pdata[i]);
      sum->sha256 = sum_file (sum->file);
      if (sum->sha256 == NULL)
        sum->sha256 = g_strdup ("");
      g_ptr_array_add (sums, sum);
    }
  g_task_return_pointer (task, sums, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * bayan_file_sums_async:
 * @files: (element-type GFile)
 */
void
bayan_file_sums_async (GListModel *files, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, data);
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (list, g_list_model_get_item (files, i));
  g_task_set_source_tag (task, bayan_file_sums_async);
  g_task_set_task_data (task, list, (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, sum_files);
}

/* Returns: (transfer full) (element-type BayanFileSum): all of them, in order; the sum of one that cannot be read is "" */
GPtrArray *
bayan_file_sums_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
