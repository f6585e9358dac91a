/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Run by the build: compiles the tables of data/gazetteer to the file that the program maps into memory, and writes the
 * header that tells the program which file is its own. */
#include <stdlib.h>

#include "bayan-gazetteer.h"
#include "bayan-lexicon.h"

static gboolean
compile (const char *path, const char *stamp_path, GError **error)
{
  g_autoptr (GBytes) compiled = bayan_gazetteer_compile (error);
  g_autoptr (BayanLexicon) lexicon = compiled != NULL ? bayan_lexicon_new (compiled, error) : NULL;
  g_autofree char *stamp = NULL;
  gconstpointer bytes;
  gsize length_bytes;

  if (lexicon == NULL)
    return FALSE;

  stamp = g_strdup_printf ("/* Made by bayan-compile-knowledge */\n"
                           "#define BAYAN_KNOWLEDGE_STAMP G_GUINT64_CONSTANT (0x%016" G_GINT64_MODIFIER
                           "x)\n",
                           bayan_lexicon_get_hash (lexicon));
  bytes = g_bytes_get_data (compiled, &length_bytes);
  return g_file_set_contents (path, bytes, (gssize) length_bytes, error)
         && g_file_set_contents (stamp_path, stamp, -1, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  if (argc != 3)
    g_printerr ("usage: %s KNOWLEDGE STAMP\n", argv[0]);
  else if (!compile (argv[1], argv[2], &error))
    g_printerr ("%s\n", error->message);
  else
    return EXIT_SUCCESS;
  return EXIT_FAILURE;
}
