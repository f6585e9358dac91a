/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-folder.h"

#define ATTRIBUTES                                                                                           \
  G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE       \
                                 "," G_FILE_ATTRIBUTE_STANDARD_IS_HIDDEN                                     \
                                 "," G_FILE_ATTRIBUTE_STANDARD_IS_SYMLINK

/* Deeper than anyone files statements, shallow enough for any stack. */
#define MAX_DEPTH 64

/* The name is not a subtraction. */
/* clang-format off */
G_DEFINE_QUARK (bayan-folder-error-quark, bayan_folder_error)
/* clang-format on */

typedef struct {
  GCancellable *cancellable;
  BayanFolderFound found;
  BayanFolderFailed failed;
  gpointer data;
  gboolean stopped;
} Walk;

/**
 * bayan_folder_is_statement_name:
 *
 * Returns: whether a file of that name, met in a folder, is taken for something to read. A file that the analyst names
 * is always read, whatever it is called.
 */
gboolean
bayan_folder_is_statement_name (const char *name)
{
  /* No ".json": folders are full of such files that describe other files. */
  static const char *const SUFFIXES[] = { ".txt",   ".text", ".html", ".htm",   ".xhtml", ".mht",
                                          ".mhtml", ".docx", ".docm", ".odt",   ".fodt",  ".rtf",
                                          ".pdf",   ".eml",  ".mbox", ".zip",   ".tar",   ".tgz",
                                          ".7z",    ".csv",  ".tsv",  ".jsonl", ".ndjson" };
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (SUFFIXES); i++)
    if (g_str_has_suffix (lower, SUFFIXES[i]))
      return TRUE;
  return FALSE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (g_file_info_get_name (*(GFileInfo *const *) a),
                    g_file_info_get_name (*(GFileInfo *const *) b));
}

/* By name, so that the same folder always comes in the same order. */
static GPtrArray *
list_folder (Walk *self, GFile *folder, GError **error)
{
  g_autoptr (GPtrArray) infos = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GFileEnumerator) children =
      g_file_enumerate_children (folder, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, self->cancellable, error);

  while (children != NULL)
    {
      GFileInfo *info;
      if (!g_file_enumerator_iterate (children, &info, NULL, self->cancellable, error))
        return NULL;
      if (info == NULL)
        break;
      g_ptr_array_add (infos, g_object_ref (info));
    }
  if (children == NULL)
    return NULL;
  g_ptr_array_sort (infos, compare_names);
  return g_steal_pointer (&infos);
}

static void
take_file (Walk *self, GFile *file, GFileInfo *info)
{
  if (!self->found (file, g_file_info_get_size (info), self->data))
    self->stopped = TRUE;
}

static gboolean
is_over (const Walk *self)
{
  return self->stopped || g_cancellable_is_cancelled (self->cancellable);
}

/* Returns whether there was anything to read in it, or something to say. */
static gboolean
walk_folder (Walk *self, GFile *folder, guint depth)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) infos = list_folder (self, folder, &error);
  gboolean any = FALSE;

  if (infos == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        self->failed (folder, error, self->data);
      return TRUE;
    }
  for (guint i = 0; i < infos->len && !is_over (self); i++)
    {
      GFileInfo *info = infos->pdata[i];
      const char *name = g_file_info_get_name (info);
      g_autoptr (GFile) child = g_file_get_child (folder, name);

      if (g_file_info_get_is_hidden (info))
        continue;
      /* Links to folders are not followed: a link upwards would never end. */
      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
        any |= !g_file_info_get_is_symlink (info) && depth < MAX_DEPTH
               && walk_folder (self, child, depth + 1);
      else if (bayan_folder_is_statement_name (name))
        {
          any = TRUE;
          take_file (self, child, info);
        }
    }
  return any;
}

/**
 * bayan_folder_walk:
 * @file: what the analyst pointed at
 * @cancellable: (nullable): stops the walk; nothing is said of what was not reached
 * @found: called for @file itself, or if it is a folder for each statement in it and below, by name
 * @failed: called for what cannot be read, and for a folder without statements
 *
 * Any thread; waits for the disk.
 */
void
bayan_folder_walk (GFile *file, GCancellable *cancellable, BayanFolderFound found, BayanFolderFailed failed,
                   gpointer data)
{
  Walk walk = { cancellable, found, failed, data, FALSE };
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable,
                                                  &error);

  if (info == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        failed (file, error, data);
    }
  else if (g_file_info_get_file_type (info) != G_FILE_TYPE_DIRECTORY)
    take_file (&walk, file, info);
  else if (!walk_folder (&walk, file, 0) && !g_cancellable_is_cancelled (cancellable))
    {
      g_set_error (&error, BAYAN_FOLDER_ERROR, BAYAN_FOLDER_ERROR_NO_STATEMENTS,
                   "no statement in this folder");
      failed (file, error, data);
    }
}
