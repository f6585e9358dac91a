/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-common.h"

#include <glib/gi18n.h>

#include "bayan-config.h"
#include "bayan-folder.h"
#include "bayan-ingest.h"
#include "bayan-library.h"
#include "bayan-unpack.h"

typedef struct {
  BayanRecogniser *recogniser;
  BayanCliTake take;
  gpointer data;
  GFile *file;     /* the one that is read now */
  guint n_in_file; /* statements that it has held so far */
  gboolean any_failed;
  gboolean stopped; /* going on makes no sense: the library takes no more */
} Run;

/* What is the matter with a source, in words; NULL where the error's own are as good. */
static const char *
words_for_source (const GError *error)
{
  if (g_error_matches (error, BAYAN_FOLDER_ERROR, BAYAN_FOLDER_ERROR_NO_STATEMENTS))
    return _ ("the folder holds no statement");
  if (error->domain != BAYAN_INGEST_ERROR)
    return NULL;
  switch ((BayanIngestError) error->code)
    {
    case BAYAN_INGEST_ERROR_EMPTY:
      return _ ("the file is empty");
    case BAYAN_INGEST_ERROR_BLANK:
      return _ ("there are no words in it");
    case BAYAN_INGEST_ERROR_BINARY:
      return _ ("this is not a text");
    case BAYAN_INGEST_ERROR_TOO_LARGE:
      return _ ("the file is too large");
    case BAYAN_INGEST_ERROR_NOT_FOUND:
      return _ ("there is no such file");
    case BAYAN_INGEST_ERROR_PERMISSION:
      return _ ("the file may not be read");
    case BAYAN_INGEST_ERROR_DAMAGED:
      return _ ("the file is damaged or not complete");
    case BAYAN_INGEST_ERROR_ENCRYPTED:
      return _ ("the file is protected with a password");
    case BAYAN_INGEST_ERROR_EXPANDS:
      return _ ("there is more in it than can be unpacked safely");
    case BAYAN_INGEST_ERROR_TOO_MANY:
      return _ ("there are too many files in it; the rest was left out");
    case BAYAN_INGEST_ERROR_TOO_MANY_PAGES:
      return _ ("it has more pages than are read; save the part that you need as a file of its own");
    case BAYAN_INGEST_ERROR_TOO_DEEP:
      return _ ("it is nested too deep");
    case BAYAN_INGEST_ERROR_NO_TEXT:
      return _ ("there is no text in it");
    case BAYAN_INGEST_ERROR_TIMEOUT:
      return _ ("reading it takes too long");
    case BAYAN_INGEST_ERROR_CRASHED:
      return _ ("the file cannot be read; it is damaged, or too large");
    case BAYAN_INGEST_ERROR_NO_READER:
      return _ ("the program bayan-extract cannot be started");
    case BAYAN_INGEST_ERROR_ROW:
      return _ ("the row does not fit the table, or has no text");
    case BAYAN_INGEST_ERROR_UNSUPPORTED:
      return g_strcmp0 (bayan_ingest_error_get_found (error), "TNEF") == 0
                 ? _ ("this is a winmail.dat of Outlook (TNEF), which is not read; ask the sender for the "
                      "mail in HTML or "
                      "plain text")
                 : NULL;
    case BAYAN_INGEST_ERROR_ENCODING:
    case BAYAN_INGEST_ERROR_DIRECTORY:
    case BAYAN_INGEST_ERROR_NOT_REGULAR:
    case BAYAN_INGEST_ERROR_READ:
    default:
      return NULL;
    }
}

/* What turns the letters around it (Unicode Bidirectional Algorithm, §2) */
static gboolean
turns_letters (gunichar c)
{
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F
         || c == 0x61C;
}

/* A name or a message as it may go to a terminal: "a\u202Etxt.exe" looks like "aexe.txt" otherwise. */
char *
bayan_cli_dup_harmless (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *harmless = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (turns_letters (c) || g_unichar_iscntrl (c))
        g_string_append_printf (harmless, "\\u%04X", c);
      else
        g_string_append_unichar (harmless, c);
    }
  return g_string_free (harmless, FALSE);
}

/* Says on the standard error what is the matter with @about. */
void
bayan_cli_complain (const char *about, const GError *error)
{
  const char *words = words_for_source (error);
  g_autofree char *name = bayan_cli_dup_harmless (about);
  g_autofree char *message = words == NULL ? bayan_cli_dup_harmless (error->message) : NULL;

  g_printerr ("bayan-cli: %s: %s\n", name, words != NULL ? words : message);
}

static void
failed_cb (GFile *file, const GError *error, gpointer data)
{
  Run *run = data;
  g_autofree char *name = g_file_get_parse_name (file);

  bayan_cli_complain (name, error);
  run->any_failed = TRUE;
}

/* "002_db66.txt" → "002_db66"; of several statements in one file the second is "002_db66-2" */
static char *
dup_stem (GFile *file, guint number)
{
  g_autofree char *base_name = g_file_get_basename (file);
  g_autofree char *stem = g_filename_display_name (base_name != NULL ? base_name : "");
  char *dot = strrchr (stem, '.');

  if (dot != NULL && dot != stem)
    *dot = '\0';
  return number > 1 ? g_strdup_printf ("%s-%u", stem, number) : g_steal_pointer (&stem);
}

static void
part_failed_cb (const char *name, const char *uri, const GError *error, gpointer data)
{
  Run *run = data;
  g_autofree char *file_uri = g_file_get_uri (run->file);

  if (g_strcmp0 (uri, file_uri) == 0)
    failed_cb (run->file, error, run);
  else
    bayan_cli_complain (name, error);
  run->any_failed = TRUE;
}

static gboolean
source_found_cb (BayanSource *source, gpointer data)
{
  Run *run = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *stem = dup_stem (run->file, ++run->n_in_file);
  BayanStatement *statement = bayan_ingest_source (source, NULL, NULL, &error);
  BayanRecognition *recognition = statement != NULL
                                      ? bayan_recogniser_recognise (run->recogniser, statement, NULL)
                                      : NULL;

  if (statement == NULL || !run->take (statement, recognition, stem, run->data, &error))
    part_failed_cb (source->name, source->uri, error, run);
  run->stopped = error != NULL && error->domain == BAYAN_LIBRARY_ERROR;
  return !run->stopped;
}

static gboolean
found_cb (GFile *file, goffset size_bytes, gpointer data)
{
  Run *run = data;
  BayanUnpackHandlers handlers = { source_found_cb, part_failed_cb, NULL, run };

  run->file = file;
  run->n_in_file = 0;
  bayan_unpack_file (file, &handlers, NULL);
  return !run->stopped;
}

/* The recogniser, with what decisions and the list of names in @library (nullable) teach. Says what is wrong and returns
 * NULL if there is none. */
BayanRecogniser *
bayan_cli_make_recogniser (const char *library)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BayanRecogniser) recogniser = bayan_recogniser_new (&error);
  g_autoptr (GPtrArray) lessons = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_lesson_free);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_own_name_free);

  if (recogniser == NULL)
    {
      bayan_cli_complain (_ ("the recogniser's tables"), error);
      return NULL;
    }
  if (bayan_recogniser_get_damage (recogniser) != NULL)
    bayan_cli_complain (_ ("the tables are read, which takes longer"),
                        bayan_recogniser_get_damage (recogniser));
  if (library != NULL && !bayan_library_read_knowledge (library, lessons, names, &error))
    {
      bayan_cli_complain (library, error);
      return NULL;
    }
  bayan_recogniser_teach_all (recogniser, lessons, names);
  return g_steal_pointer (&recogniser);
}

/* Reads and recognises every file, with what @library (nullable) knows, and hands it on. Returns the exit code. */
int
bayan_cli_for_each_statement_with (const char *library, char **names, BayanCliTake take, gpointer data)
{
  Run run = { bayan_cli_make_recogniser (library), take, data, NULL, 0, FALSE, FALSE };

  if (run.recogniser == NULL)
    return BAYAN_CLI_SOME_FAILED;
  for (guint i = 0; names[i] != NULL && !run.stopped; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (names[i]);
      bayan_folder_walk (file, NULL, found_cb, failed_cb, &run);
    }
  bayan_recogniser_unref (run.recogniser);
  return run.any_failed ? BAYAN_CLI_SOME_FAILED : BAYAN_CLI_DONE;
}

/* The same with what the tables know alone. */
int
bayan_cli_for_each_statement (char **names, BayanCliTake take, gpointer data)
{
  return bayan_cli_for_each_statement_with (NULL, names, take, data);
}

/* Options and files. Says what is wrong and returns FALSE if they cannot be used. */
gboolean
bayan_cli_parse (const char *summary, const GOptionEntry *entries, const char *usage, char ***arguments,
                 guint n_least)
{
  g_autoptr (GOptionContext) context = g_option_context_new (usage);
  g_autoptr (GError) error = NULL;

  g_option_context_set_summary (context, summary);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse_strv (context, arguments, &error))
    g_printerr ("bayan-cli: %s\n", error->message);
  else if (g_strv_length (*arguments) < n_least + 1)
    {
      g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);
      g_printerr ("%s", help);
    }
  else
    return TRUE;
  return FALSE;
}

/* Prints @object, indented. */
void
bayan_cli_print_json (JsonObject *object)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;

  json_node_set_object (node, object);
  text = json_to_string (node, TRUE);
  g_print ("%s\n", text);
}

/* One line a document, or a document and field: name, field, then each key with its count. */
void
bayan_cli_print_counts (JsonObject *object, const char *name)
{
  g_autoptr (GList) keys = json_object_get_members (object);
  g_autoptr (GString) line = g_string_new (NULL);

  for (GList *key = keys; key != NULL; key = key->next)
    {
      JsonNode *member = json_object_get_member (object, key->data);

      if (JSON_NODE_HOLDS_OBJECT (member))
        {
          g_autofree char *longer = g_strconcat (name, *name != '\0' ? "\t" : "", key->data, NULL);
          bayan_cli_print_counts (json_node_get_object (member), longer);
        }
      else
        g_string_append_printf (line, "\t%s %" G_GINT64_FORMAT, (char *) key->data,
                                json_node_get_int (member));
    }
  if (line->len > 0)
    g_print ("%s%s\n", name, line->str);
}

/* The value of --offsets, NULL for none: raw or clean. Returns FALSE if it is neither. */
gboolean
bayan_cli_read_offsets (const char *word, BayanBratOffsets *offsets)
{
  *offsets = g_strcmp0 (word, "clean") == 0 ? BAYAN_BRAT_CLEAN : BAYAN_BRAT_RAW;
  return word == NULL || g_str_equal (word, "raw") || g_str_equal (word, "clean");
}
