/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-knowledge.h"

#include "bayan-config.h"
#include "bayan-knowledge-stamp.h"

#define NAME "bayan.knowledge"

/* Returns: (transfer full): the path of the file: the one that BAYAN_KNOWLEDGE names; in the build directory for a program
 * that is run from there; or where it is installed */
char *
bayan_knowledge_find (void)
{
  const char *chosen = g_getenv ("BAYAN_KNOWLEDGE");
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);

  if (chosen != NULL)
    return g_strdup (chosen);
  if (self != NULL && g_str_has_prefix (self, BAYAN_BUILD_ROOT "/"))
    return g_build_filename (BAYAN_BUILD_ROOT, "app", "recognise", NAME, NULL);
  return g_build_filename (BAYAN_DATA_DIR, NAME, NULL);
}

/**
 * bayan_knowledge_load:
 * @path: of the file
 *
 * Maps the file, so that all processes that do share its memory.
 *
 * Returns: (transfer full): its lexicon; %NULL with an error of GFile or %BAYAN_RECOGNISE_ERROR that names it if it cannot
 *   be read, is damaged, or was compiled for another build of the program
 */
BayanLexicon *
bayan_knowledge_load (const char *path, GError **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, error);
  g_autoptr (GBytes) compiled = file != NULL ? g_mapped_file_get_bytes (file) : NULL;
  g_autoptr (BayanLexicon) lexicon = NULL;

  if (compiled == NULL)
    return NULL;

  lexicon = bayan_lexicon_new (compiled, error);
  if (lexicon == NULL)
    {
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }
  if (bayan_lexicon_get_hash (lexicon) != BAYAN_KNOWLEDGE_STAMP)
    {
      g_set_error (error, BAYAN_RECOGNISE_ERROR, BAYAN_RECOGNISE_ERROR_VERSION,
                   "%s: compiled for another build of the program", path);
      return NULL;
    }

  return g_steal_pointer (&lexicon);
}
