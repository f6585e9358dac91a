/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-folder-scan.h"

#include "bayan-folder.h"

#define ATTRIBUTES                                                                                           \
  G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE       \
                                 "," G_FILE_ATTRIBUTE_STANDARD_IS_HIDDEN                                     \
                                 "," G_FILE_ATTRIBUTE_STANDARD_IS_SYMLINK "," G_FILE_ATTRIBUTE_TIME_MODIFIED \
                                 "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC

static void
scanned_file_free (gpointer data)
{
  BayanScannedFile *self = data;

  g_object_unref (self->file);
  g_free (self);
}

void
bayan_folder_scan_free (BayanFolderScan *self)
{
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->folders);
  g_free (self);
}

/**
 * bayan_folder_scan_is_partial_name:
 *
 * Returns: whether a file of that name is on its way to becoming another one: a download, a copy that an editor keeps
 * for itself
 */
gboolean
bayan_folder_scan_is_partial_name (const char *name)
{
  static const char *const SUFFIXES[] = { ".part", ".partial", ".crdownload", ".download", ".tmp",
                                          ".temp", "~" };
  g_autofree char *lower = g_ascii_strdown (name, -1);

  if (g_str_has_prefix (lower, ".") || g_str_has_prefix (lower, "~$"))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (SUFFIXES); i++)
    if (g_str_has_suffix (lower, SUFFIXES[i]))
      return TRUE;
  return FALSE;
}

static void
take_file (BayanFolderScan *self, GFile *file, GFileInfo *info)
{
  BayanScannedFile *scanned = g_new0 (BayanScannedFile, 1);
  g_autoptr (GDateTime) modified = g_file_info_get_modification_date_time (info);

  scanned->file = g_object_ref (file);
  scanned->size_bytes = g_file_info_get_size (info);
  if (modified != NULL)
    scanned->modified_us = g_date_time_to_unix (modified) * G_USEC_PER_SEC
                           + g_date_time_get_microsecond (modified);
  g_ptr_array_add (self->files, scanned);
}

/* Links to folders are not followed: a link upwards would never end. */
static void
take_child (BayanFolderScan *self, GFile *child, GFileInfo *info, GArray *depths, guint depth)
{
  const char *name = g_file_info_get_name (info);

  if (g_file_info_get_is_hidden (info) || bayan_folder_scan_is_partial_name (name))
    return;
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR)
    {
      if (bayan_folder_is_statement_name (name) && self->files->len < BAYAN_FOLDER_SCAN_MAX_FILES)
        take_file (self, child, info);
    }
  else if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY && !g_file_info_get_is_symlink (info)
           && depth < BAYAN_FOLDER_SCAN_MAX_DEPTH && self->folders->len < BAYAN_FOLDER_SCAN_MAX_FOLDERS)
    {
      g_ptr_array_add (self->folders, g_object_ref (child));
      depth++;
      g_array_append_val (depths, depth);
    }
}

static gboolean
scan_folder (BayanFolderScan *self, GFile *folder, GArray *depths, guint depth, GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GFileEnumerator) children =
      g_file_enumerate_children (folder, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, error);
  GFileInfo *info;
  GFile *child;

  if (children == NULL)
    return FALSE;
  while (g_file_enumerator_iterate (children, &info, &child, cancellable, error))
    {
      if (info == NULL)
        return TRUE;
      take_child (self, child, info, depths, depth);
    }
  return FALSE;
}

/**
 * bayan_folder_scan_new:
 * @cancellable: (nullable)
 *
 * Looks through @folder and what is below it; waits for the disk. A folder below that cannot be read is passed over.
 *
 * Returns: (transfer full) (nullable): NULL with a G_IO_ERROR if @folder itself cannot be read
 */
BayanFolderScan *
bayan_folder_scan_new (GFile *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr (BayanFolderScan) self = g_new0 (BayanFolderScan, 1);
  g_autoptr (GArray) depths = g_array_new (FALSE, TRUE, sizeof (guint)); /* of @folders */

  self->files = g_ptr_array_new_with_free_func (scanned_file_free);
  self->folders = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->folders, g_object_ref (folder));
  g_array_set_size (depths, 1);
  for (guint i = 0; i < self->folders->len; i++)
    {
      g_autoptr (GError) trouble = NULL;
      guint depth = g_array_index (depths, guint, i);

      if (!scan_folder (self, self->folders->pdata[i], depths, depth, cancellable, &trouble)
          && (i == 0 || g_cancellable_is_cancelled (cancellable)))
        {
          g_propagate_error (error, g_steal_pointer (&trouble));
          return NULL;
        }
    }
  return g_steal_pointer (&self);
}
