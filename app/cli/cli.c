/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bayan-cli: the engine without a window, for batch work, scripts and measurement. */
#include <glib/gi18n.h>
#include <errno.h>
#include <locale.h>
#include <stdio.h>

#include <json-glib/json-glib.h>

#include "bayan-act-finder.h"
#include "bayan-acts-json.h"
#include "bayan-brat.h"
#include "bayan-breakdown.h"
#include "bayan-code-points.h"
#include "bayan-config.h"
#include "bayan-folder.h"
#include "bayan-ingest.h"
#include "bayan-library.h"
#include "bayan-recogniser.h"
#include "bayan-unpack.h"
#include "cli-persons.h"

enum {
  EXIT_DONE = 0,
  EXIT_SOME_FAILED = 1,
  EXIT_USAGE = 2,
};

/* What goes into the library with one transaction: so many statements, or so much text. */
#define IMPORT_BATCH 100
#define IMPORT_BATCH_BYTES (4 * 1024 * 1024)

/* Takes one statement of those that a command was given (both are its own now), for which @stem is a name; FALSE with
 * @error set if it can do nothing with it. */
typedef gboolean (*TakeStatement) (BayanStatement *statement, BayanRecognition *recognition, const char *stem,
                                   gpointer data, GError **error);

typedef struct {
  BayanRecogniser *recogniser;
  TakeStatement take;
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
static char *
dup_harmless (const char *text)
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

static void
complain (const char *about, const GError *error)
{
  const char *words = words_for_source (error);
  g_autofree char *name = dup_harmless (about);
  g_autofree char *message = words == NULL ? dup_harmless (error->message) : NULL;

  g_printerr ("bayan-cli: %s: %s\n", name, words != NULL ? words : message);
}

static void
failed_cb (GFile *file, const GError *error, gpointer data)
{
  Run *run = data;
  g_autofree char *name = g_file_get_parse_name (file);

  complain (name, error);
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
    complain (name, error);
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
static BayanRecogniser *
make_recogniser (const char *library)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BayanRecogniser) recogniser = bayan_recogniser_new (&error);
  g_autoptr (GPtrArray) lessons = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_lesson_free);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_own_name_free);

  if (recogniser == NULL)
    {
      complain (_ ("the recogniser's tables"), error);
      return NULL;
    }
  if (bayan_recogniser_get_damage (recogniser) != NULL)
    complain (_ ("the tables are read, which takes longer"), bayan_recogniser_get_damage (recogniser));
  if (library != NULL && !bayan_library_read_knowledge (library, lessons, names, &error))
    {
      complain (library, error);
      return NULL;
    }
  bayan_recogniser_teach_all (recogniser, lessons, names);
  return g_steal_pointer (&recogniser);
}

/* Reads and recognises every file, with what @library (nullable) knows, and hands it on. Returns the exit code. */
static int
for_each_statement_with (const char *library, char **names, TakeStatement take, gpointer data)
{
  Run run = { make_recogniser (library), take, data, NULL, 0, FALSE, FALSE };

  if (run.recogniser == NULL)
    return EXIT_SOME_FAILED;
  for (guint i = 0; names[i] != NULL && !run.stopped; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (names[i]);
      bayan_folder_walk (file, NULL, found_cb, failed_cb, &run);
    }
  bayan_recogniser_unref (run.recogniser);
  return run.any_failed ? EXIT_SOME_FAILED : EXIT_DONE;
}

static int
for_each_statement (char **names, TakeStatement take, gpointer data)
{
  return for_each_statement_with (NULL, names, take, data);
}

/* Options and files. Says what is wrong and returns FALSE if they cannot be used. */
static gboolean
parse (const char *summary, const GOptionEntry *entries, const char *usage, char ***arguments, guint n_least)
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

/* annotate */

typedef struct {
  const char *folder;
  BayanBratOffsets offsets;
  GHashTable *written; /* stem → file that it was written for */
} Annotate;

static gboolean
write_annotations (GFile *file, const BayanStatement *statement, const BayanRecognition *recognition,
                   BayanBratOffsets offsets, GError **error)
{
  g_autoptr (GFileOutputStream) stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, error);

  return stream != NULL
         && bayan_brat_write (statement, recognition->mentions, recognition->entities, offsets,
                              G_OUTPUT_STREAM (stream), error)
         && g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error);
}

/* A file that is there under its name is whole. */
static gboolean
save_annotations (const char *path, const BayanStatement *statement, const BayanRecognition *recognition,
                  BayanBratOffsets offsets, GError **error)
{
  g_autofree char *part_path = g_strconcat (path, ".part", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path), part = g_file_new_for_path (part_path);

  if (write_annotations (part, statement, recognition, offsets, error)
      && g_file_move (part, file, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, error))
    return TRUE;
  g_file_delete (part, NULL, NULL);
  return FALSE;
}

static gboolean
take_to_annotate (BayanStatement *taken, BayanRecognition *taken_too, const char *stem, gpointer data,
                  GError **error)
{
  Annotate *self = data;
  g_autoptr (BayanStatement) statement = taken;
  g_autoptr (BayanRecognition) recognition = taken_too;
  g_autofree char *base_name = g_strconcat (stem, ".ann", NULL);
  g_autofree char *path = g_build_filename (self->folder, base_name, NULL);

  if (g_hash_table_contains (self->written, stem))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _ ("%s was written for another file of that name"),
                   path);
      return FALSE;
    }
  if (!save_annotations (path, statement, recognition, self->offsets, error))
    return FALSE;
  g_hash_table_add (self->written, g_strdup (stem));
  return TRUE;
}

static gboolean
read_offsets (const char *word, BayanBratOffsets *offsets)
{
  *offsets = g_strcmp0 (word, "clean") == 0 ? BAYAN_BRAT_CLEAN : BAYAN_BRAT_RAW;
  return word == NULL || g_str_equal (word, "raw") || g_str_equal (word, "clean");
}

static int
run_annotate (char ***arguments)
{
  g_autofree char *format = NULL, *library = NULL, *offsets = NULL, *output = NULL;
  g_autoptr (GHashTable) written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const GOptionEntry entries[] = {
    { "library", 'l', 0, G_OPTION_ARG_FILENAME, &library,
      N_ ("A library whose decisions and list of names are followed; it is not changed"), N_ ("LIBRARY") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format, N_ ("Format of the annotations: brat"), N_ ("FORMAT") },
    { "offsets", 0, 0, G_OPTION_ARG_STRING, &offsets,
      N_ ("What offsets count: code points of the file (raw) or of the cleaned text (clean)"),
      N_ ("raw|clean") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Where to write"), N_ ("FOLDER") },
    { NULL },
  };
  Annotate annotate = { NULL, BAYAN_BRAT_RAW, written };

  if (!parse (_ ("Writes what is recognised in each file to FOLDER/NAME.ann; of several statements in one "
                 "file the second "
                 "goes to NAME-2.ann. Raw offsets of a file that is no text (PDF, DOCX, a mail, a row of a "
                 "table) count "
                 "the text that was read out of it."),
              entries, _ ("FILE…"), arguments, 1))
    return EXIT_USAGE;
  if (output == NULL || (format != NULL && !g_str_equal (format, "brat"))
      || !read_offsets (offsets, &annotate.offsets))
    {
      g_printerr (_ ("bayan-cli annotate: use --output FOLDER, --format brat and --offsets raw or clean\n"));
      return EXIT_USAGE;
    }
  if (g_mkdir_with_parents (output, 0777) != 0)
    {
      g_printerr ("bayan-cli: %s: %s\n", output, g_strerror (errno));
      return EXIT_SOME_FAILED;
    }
  annotate.folder = output;
  return for_each_statement_with (library, *arguments + 1, take_to_annotate, &annotate);
}

/* breakdown */

typedef struct {
  JsonObject *documents; /* name → its breakdown */
  const char *field;     /* nullable: only that one */
} Breakdown;

/* What is counted for one statement when all is asked for. */
static const BayanBreakdownField FIELDS[] = {
  BAYAN_BREAKDOWN_COUNTRIES_BY_NAME,
  BAYAN_BREAKDOWN_COUNTRIES_BY_NATIONALITY,
  BAYAN_BREAKDOWN_REGIONS,
};

/* By name and by nationality together. */
#define FIELD_BOTH "both"

static void
add_counts (JsonObject *object, const BayanBreakdown *breakdown, BayanBreakdownField field)
{
  g_autoptr (GPtrArray) keys = bayan_breakdown_get_keys (breakdown, field);

  for (guint i = 0; i < keys->len; i++)
    {
      gint64 before = json_object_get_int_member_with_default (object, keys->pdata[i], 0);
      json_object_set_int_member (object, keys->pdata[i],
                                  before + bayan_breakdown_get_count (breakdown, field, keys->pdata[i]));
    }
}

/* Every field, or the counts of the one that was asked for. */
static JsonObject *
describe_breakdown (const BayanBreakdown *breakdown, const char *wanted)
{
  JsonObject *object = json_object_new ();

  for (BayanBreakdownField field = 0; wanted != NULL && field < BAYAN_BREAKDOWN_N_FIELDS; field++)
    if (g_str_equal (wanted, bayan_breakdown_field_to_string (field)))
      add_counts (object, breakdown, field);
  if (g_strcmp0 (wanted, FIELD_BOTH) == 0)
    {
      add_counts (object, breakdown, BAYAN_BREAKDOWN_COUNTRIES_BY_NAME);
      add_counts (object, breakdown, BAYAN_BREAKDOWN_COUNTRIES_BY_NATIONALITY);
    }
  for (guint i = 0; wanted == NULL && i < G_N_ELEMENTS (FIELDS); i++)
    {
      JsonObject *counts = json_object_new ();
      add_counts (counts, breakdown, FIELDS[i]);
      json_object_set_object_member (object, bayan_breakdown_field_to_string (FIELDS[i]), counts);
    }
  return object;
}

static gboolean
take_to_break_down (BayanStatement *taken, BayanRecognition *taken_too, const char *stem, gpointer data,
                    GError **error)
{
  Breakdown *self = data;
  g_autoptr (BayanStatement) statement = taken;
  g_autoptr (BayanRecognition) recognition = taken_too;
  g_autoptr (BayanBreakdown) breakdown = bayan_breakdown_new (recognition);

  if (json_object_has_member (self->documents, stem))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _ ("another file of that name was counted: %s"),
                   stem);
      return FALSE;
    }
  json_object_set_object_member (self->documents, stem, describe_breakdown (breakdown, self->field));
  return TRUE;
}

static void
print_json (JsonObject *object)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;

  json_node_set_object (node, object);
  text = json_to_string (node, TRUE);
  g_print ("%s\n", text);
}

/* One line a document, or a document and field: name, field, then each key with its count. */
static void
print_counts (JsonObject *object, const char *name)
{
  g_autoptr (GList) keys = json_object_get_members (object);
  g_autoptr (GString) line = g_string_new (NULL);

  for (GList *key = keys; key != NULL; key = key->next)
    {
      JsonNode *member = json_object_get_member (object, key->data);

      if (JSON_NODE_HOLDS_OBJECT (member))
        {
          g_autofree char *longer = g_strconcat (name, *name != '\0' ? "\t" : "", key->data, NULL);
          print_counts (json_node_get_object (member), longer);
        }
      else
        g_string_append_printf (line, "\t%s %" G_GINT64_FORMAT, (char *) key->data,
                                json_node_get_int (member));
    }
  if (line->len > 0)
    g_print ("%s%s\n", name, line->str);
}

static gboolean
is_field (const char *name)
{
  for (BayanBreakdownField field = 0; field < BAYAN_BREAKDOWN_N_FIELDS; field++)
    if (g_str_equal (name, bayan_breakdown_field_to_string (field)))
      return TRUE;
  return g_str_equal (name, FIELD_BOTH);
}

static int
run_breakdown (char ***arguments)
{
  gboolean as_json = FALSE;
  g_autofree char *field = NULL;
  g_autoptr (JsonObject) documents = json_object_new ();
  const GOptionEntry entries[] = {
    { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_ ("Write JSON"), NULL },
    { "field", 0, 0, G_OPTION_ARG_STRING, &field,
      N_ ("Only one of countries_by_name, countries_by_nationality, both, regions"), N_ ("NAME") },
    { NULL },
  };
  Breakdown breakdown = { documents, NULL };
  int code;

  if (!parse (_ ("Counts how often each file names each country, nationality and region."), entries,
              _ ("FILE…"), arguments, 1))
    return EXIT_USAGE;
  if (field != NULL && !is_field (field))
    {
      g_printerr (_ ("bayan-cli breakdown: there is no field “%s”\n"), field);
      return EXIT_USAGE;
    }
  breakdown.field = field;
  code = for_each_statement (*arguments + 1, take_to_break_down, &breakdown);
  if (as_json)
    print_json (documents);
  else
    print_counts (documents, "");
  return code;
}

/* acts */

typedef struct {
  BayanActFinder *finder;
  BayanBratOffsets offsets;
  JsonObject *documents; /* name → its acts, pledges and roles */
} Acts;

static gboolean
take_to_find_acts (BayanStatement *taken, BayanRecognition *taken_too, const char *stem, gpointer data,
                   GError **error)
{
  Acts *self = data;
  g_autoptr (BayanStatement) statement = taken;
  g_autoptr (BayanRecognition) recognition = taken_too;
  g_autoptr (BayanWords) words = bayan_words_new (statement->text, (gssize) statement->text_length_bytes);
  g_autoptr (BayanActs) acts = bayan_act_finder_find (self->finder, words, recognition, NULL);

  if (json_object_has_member (self->documents, stem))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _ ("another file of that name was read: %s"), stem);
      return FALSE;
    }
  json_object_set_object_member (self->documents, stem,
                                 bayan_acts_json_describe (statement, acts, self->offsets));
  return TRUE;
}

/* One line an act, pledge or role: name, what it is, and what it says. */
static void
print_acts (JsonObject *documents)
{
  static const char *const KINDS[] = { "speech_acts", "pledges", "participants", "members" };
  static const char *const COLUMNS[] = {
    "class", "role", "actor", "verb", "amount_text", "purpose", "target"
  };
  g_autoptr (GList) names = json_object_get_members (documents);

  for (GList *name = names; name != NULL; name = name->next)
    for (guint k = 0; k < G_N_ELEMENTS (KINDS); k++)
      {
        JsonArray *array =
            json_object_get_array_member (json_object_get_object_member (documents, name->data), KINDS[k]);

        for (guint i = 0; i < json_array_get_length (array); i++)
          {
            JsonObject *found = json_array_get_object_element (array, i);

            g_print ("%s\t%s", (char *) name->data, KINDS[k]);
            for (guint c = 0; c < G_N_ELEMENTS (COLUMNS); c++)
              {
                const char *text = json_object_get_string_member_with_default (found, COLUMNS[c], NULL);

                if (text != NULL)
                  g_print ("\t%s", text);
              }
            if (json_object_has_member (found, "iso3"))
              {
                JsonArray *countries = json_object_get_array_member (found, "iso3");

                for (guint c = 0; c < json_array_get_length (countries); c++)
                  g_print ("\t%s", json_array_get_string_element (countries, c));
              }
            g_print ("\n");
          }
      }
}

static int
run_acts (char ***arguments)
{
  gboolean as_json = FALSE;
  g_autofree char *offsets = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BayanActFinder) finder = bayan_act_finder_new (&error);
  g_autoptr (JsonObject) documents = json_object_new ();
  const GOptionEntry entries[] = {
    { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_ ("Write JSON"), NULL },
    { "offsets", 0, 0, G_OPTION_ARG_STRING, &offsets,
      N_ ("What offsets count: code points of the file (raw) or of the cleaned text (clean)"),
      N_ ("raw|clean") },
    { NULL },
  };
  Acts acts = { finder, BAYAN_BRAT_RAW, documents };
  int code;

  if (!parse (
          _ ("Finds who says, does and pledges what in each file, and who takes which part in its meetings."),
          entries, _ ("FILE…"), arguments, 1))
    return EXIT_USAGE;
  if (!read_offsets (offsets, &acts.offsets))
    {
      g_printerr (_ ("bayan-cli acts: use --offsets raw or clean\n"));
      return EXIT_USAGE;
    }
  if (finder == NULL)
    {
      complain (_ ("the recogniser's tables"), error);
      return EXIT_SOME_FAILED;
    }
  code = for_each_statement (*arguments + 1, take_to_find_acts, &acts);
  if (as_json)
    print_json (documents);
  else
    print_acts (documents);
  return code;
}

/* persons */

typedef struct {
  BayanRecogniser *recogniser;
  JsonObject *documents; /* name → whom it names */
} Persons;

static gboolean
take_to_find_persons (BayanStatement *taken, BayanRecognition *taken_too, const char *stem, gpointer data,
                      GError **error)
{
  Persons *self = data;
  g_autoptr (BayanStatement) statement = taken;
  g_autoptr (BayanRecognition) recognition = taken_too;

  if (json_object_has_member (self->documents, stem))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _ ("another file of that name was read: %s"), stem);
      return FALSE;
    }
  json_object_set_object_member (
      self->documents, stem,
      bayan_cli_describe_persons (bayan_recogniser_get_office_book (self->recogniser), statement,
                                  recognition));
  return TRUE;
}

/* One line a person or office: name, who it is, and every spelling or the holder. */
static void
print_persons (JsonObject *documents)
{
  g_autoptr (GList) names = json_object_get_members (documents);

  for (GList *name = names; name != NULL; name = name->next)
    {
      JsonObject *document = json_object_get_object_member (documents, name->data);
      JsonArray *persons = json_object_get_array_member (document, "persons");
      JsonArray *offices = json_object_get_array_member (document, "offices");

      for (guint i = 0; i < json_array_get_length (persons); i++)
        {
          JsonObject *person = json_array_get_object_element (persons, i);

          g_print ("%s\tperson\t%s", (char *) name->data, json_object_get_string_member (person, "key"));
          print_counts (json_object_get_object_member (person, "spellings"), "");
        }
      for (guint i = 0; i < json_array_get_length (offices); i++)
        {
          JsonObject *office = json_array_get_object_element (offices, i);

          g_print ("%s\toffice\t%s\t%s\n", (char *) name->data,
                   json_object_get_string_member (office, "words"),
                   json_object_get_string_member_with_default (office, "holder", "-"));
        }
    }
}

static int
run_persons (char ***arguments)
{
  gboolean as_json = FALSE;
  g_autoptr (GError) error = NULL;
  g_autoptr (BayanRecogniser) recogniser = bayan_recogniser_new (&error);
  g_autoptr (JsonObject) documents = json_object_new ();
  const GOptionEntry entries[] = {
    { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_ ("Write JSON"), NULL },
    { NULL },
  };
  Persons persons = { recogniser, documents };
  int code;

  if (!parse (_ ("Lists the persons that each file names, with their spellings and offices, and who held "
                 "each office on "
                 "the day of the statement."),
              entries, _ ("FILE…"), arguments, 1))
    return EXIT_USAGE;
  if (recogniser == NULL)
    {
      complain (_ ("the recogniser's tables"), error);
      return EXIT_SOME_FAILED;
    }
  code = for_each_statement (*arguments + 1, take_to_find_persons, &persons);
  if (as_json)
    print_json (documents);
  else
    print_persons (documents);
  return code;
}

/* explain */

typedef struct {
  BayanRecogniser *recogniser; /* with what the library knows */
  guint32 start, end;          /* code points of the cleaned text */
  BayanMentionType type;
  gboolean as_json;
} Explain;

static JsonObject *
describe_other (const BayanAbsence *absence, const BayanCodePoints *points)
{
  JsonObject *other = json_object_new ();

  json_object_set_string_member (other, "type", bayan_mention_type_to_string (absence->other_type));
  json_object_set_string_member (other, "text", absence->other_words);
  if (absence->other_rule != NULL)
    {
      json_object_set_string_member (other, "layer", bayan_layer_to_string (absence->other_layer));
      json_object_set_string_member (other, "rule", absence->other_rule);
    }
  if (bayan_clean_span_length_bytes (absence->other_span) > 0)
    {
      json_object_set_int_member (other, "start",
                                  bayan_code_points_from_byte (points, absence->other_span.start.byte));
      json_object_set_int_member (other, "end",
                                  bayan_code_points_from_byte (points, absence->other_span.end.byte));
    }
  return other;
}

static JsonObject *
describe_absence (const BayanAbsence *absence, const BayanCodePoints *points)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "reason", bayan_absence_reason_to_string (absence->reason));
  if (absence->type < BAYAN_MENTION_N_TYPES)
    json_object_set_string_member (object, "type", bayan_mention_type_to_string (absence->type));
  json_object_set_string_member (object, "layer", bayan_layer_to_string (absence->layer));
  if (absence->rule != NULL)
    json_object_set_string_member (object, "rule", absence->rule);
  if (absence->evidence != NULL)
    json_object_set_string_member (object, "evidence", absence->evidence);
  if (absence->n_right + absence->n_wrong > 0)
    {
      json_object_set_int_member (object, "confirmed", absence->n_right);
      json_object_set_int_member (object, "rejected", absence->n_wrong);
    }
  if (absence->reason == BAYAN_ABSENCE_UNLIKELY)
    {
      json_object_set_int_member (object, "score", absence->score);
      json_object_set_int_member (object, "threshold", absence->threshold);
    }
  if (absence->other_words != NULL)
    json_object_set_object_member (object, "other", describe_other (absence, points));
  return object;
}

static const char *
or_nothing (const char *text)
{
  return text != NULL ? text : "";
}

/* One line a reason: what it is, of which type, by which layer and rule, with which evidence, and what is there instead */
static void
print_absence (const BayanAbsence *absence)
{
  g_autofree char *evidence = dup_harmless (or_nothing (absence->evidence));
  g_autofree char *other = dup_harmless (or_nothing (absence->other_words));

  g_print ("%s\t%s\t%s\t%s\t%s\t%s\n", bayan_absence_reason_to_string (absence->reason),
           absence->type < BAYAN_MENTION_N_TYPES ? bayan_mention_type_to_string (absence->type) : "",
           bayan_layer_to_string (absence->layer), or_nothing (absence->rule), evidence, other);
}

static void
print_reasons (const Explain *self, const BayanStatement *statement, BayanCleanSpan span,
               const BayanCodePoints *points, const char *stem)
{
  g_autoptr (GPtrArray) reasons = bayan_recogniser_explain_absence (self->recogniser, statement, span,
                                                                    self->type);
  g_autoptr (JsonObject) object = json_object_new ();
  g_autofree char *words = g_strndup (statement->text + span.start.byte,
                                      bayan_clean_span_length_bytes (span));
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < reasons->len; i++)
    if (self->as_json)
      json_array_add_object_element (array, describe_absence (reasons->pdata[i], points));
    else
      print_absence (reasons->pdata[i]);
  json_object_set_string_member (object, "document", stem);
  json_object_set_string_member (object, "text", words);
  json_object_set_array_member (object, "reasons", array);
  if (self->as_json)
    print_json (object);
}

static gboolean
take_to_explain (BayanStatement *taken, BayanRecognition *taken_too, const char *stem, gpointer data,
                 GError **error)
{
  Explain *self = data;
  g_autoptr (BayanStatement) statement = taken;
  g_autoptr (BayanRecognition) recognition = taken_too;
  g_autoptr (BayanCodePoints) points = bayan_code_points_new (statement->text, statement->text_length_bytes);
  BayanCleanSpan span;

  if (self->end > bayan_code_points_get_length (points))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("the cleaned text has %u code points"),
                   bayan_code_points_get_length (points));
      return FALSE;
    }
  span = bayan_clean_span (bayan_code_points_to_byte (points, self->start),
                           bayan_code_points_to_byte (points, self->end));
  print_reasons (self, statement, span, points, stem);
  return TRUE;
}

static gboolean
read_span (const char *words, guint32 *start, guint32 *end)
{
  char left_over;

  return words != NULL && sscanf (words, "%u:%u%c", start, end, &left_over) == 2 && *start < *end;
}

static int
run_explain (char ***arguments)
{
  g_autofree char *library = NULL, *span = NULL, *type = NULL;
  Explain explain = { .type = BAYAN_MENTION_N_TYPES };
  const GOptionEntry entries[] = {
    { "json", 'j', 0, G_OPTION_ARG_NONE, &explain.as_json, N_ ("Write JSON"), NULL },
    { "library", 'l', 0, G_OPTION_ARG_FILENAME, &library,
      N_ ("A library whose decisions and list of names are followed; it is not changed"), N_ ("LIBRARY") },
    { "span", 's', 0, G_OPTION_ARG_STRING, &span, N_ ("The words: code points of the cleaned text"),
      N_ ("START:END") },
    { "type", 't', 0, G_OPTION_ARG_STRING, &type, N_ ("What they are not suggested to be, such as ORG"),
      N_ ("TYPE") },
    { NULL },
  };
  int code;

  if (!parse (_ ("Says why nothing, or nothing of TYPE, is suggested at a place of FILE: what each layer has "
                 "against "
                 "it."),
              entries, _ ("FILE"), arguments, 1))
    return EXIT_USAGE;
  if (!read_span (span, &explain.start, &explain.end)
      || (type != NULL && !bayan_mention_type_from_string (type, &explain.type))
      || g_strv_length (*arguments) != 2)
    {
      g_printerr (_ ("bayan-cli explain: use --span START:END, a type such as ORG, and one file\n"));
      return EXIT_USAGE;
    }
  explain.recogniser = make_recogniser (library);
  if (explain.recogniser == NULL)
    return EXIT_SOME_FAILED;
  code = for_each_statement (*arguments + 1, take_to_explain, &explain);
  bayan_recogniser_unref (explain.recogniser);
  return code;
}

/* import and search */

typedef struct {
  BayanLibrary *library;
  gint64 import_id;
  GPtrArray *items;  /* of BayanImportItem: the next batch */
  gsize items_bytes; /* of their texts */
  guint n_added, n_known;
} Import;

static GPtrArray *
new_items (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_import_item_free);
}

/* All that waits goes into the library with one transaction. */
static gboolean
commit (Import *self, GError **error)
{
  GPtrArray *items = self->items;
  g_autoptr (GArray) outcomes = NULL;

  if (items->len == 0)
    return TRUE;
  if (self->import_id == 0)
    self->import_id = bayan_library_begin_import (self->library, error);
  if (self->import_id == 0)
    return FALSE;
  self->items = new_items ();
  self->items_bytes = 0;
  outcomes = bayan_library_import (self->library, self->import_id, items, error);
  for (guint i = 0; outcomes != NULL && i < outcomes->len; i++)
    {
      gboolean known = g_array_index (outcomes, BayanImportOutcome, i).duplicate;
      self->n_known += known;
      self->n_added += !known;
    }
  return outcomes != NULL;
}

static gboolean
take_to_import (BayanStatement *statement, BayanRecognition *recognition, const char *stem, gpointer data,
                GError **error)
{
  Import *self = data;

  self->items_bytes += statement->text_length_bytes;
  g_ptr_array_add (self->items, bayan_import_item_new (statement, recognition));
  return (self->items->len < IMPORT_BATCH && self->items_bytes < IMPORT_BATCH_BYTES) || commit (self, error);
}

static BayanLibrary *
open_library (const char *path)
{
  g_autoptr (GError) error = NULL;
  BayanLibrary *library = bayan_library_open (path, &error);

  if (library == NULL)
    complain (path, error);
  return library;
}

static int
run_import (char ***arguments)
{
  g_autoptr (GError) error = NULL;
  Import import = { NULL };
  int code;

  if (!parse (_ ("Adds the statements to LIBRARY, which is made where there is none."), NULL,
              _ ("LIBRARY FILE…"), arguments, 2))
    return EXIT_USAGE;
  import.library = open_library ((*arguments)[1]);
  if (import.library == NULL)
    return EXIT_SOME_FAILED;
  import.items = new_items ();
  code = for_each_statement (*arguments + 2, take_to_import, &import);
  if (!commit (&import, &error))
    {
      complain ((*arguments)[1], error);
      code = EXIT_SOME_FAILED;
    }
  g_print (_ ("%u added, %u there already\n"), import.n_added, import.n_known);
  g_ptr_array_unref (import.items);
  bayan_library_close (import.library);
  g_object_unref (import.library);
  return code;
}

/* One line a statement: number, date, source, title. */
static void
print_found (const BayanLibraryIndex *index, const GArray *ids)
{
  g_autoptr (GHashTable) headers = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < index->headers->len; i++)
    g_hash_table_insert (headers, &((BayanHeader *) index->headers->pdata[i])->id, index->headers->pdata[i]);
  for (guint i = 0; i < ids->len; i++)
    {
      const BayanHeader *header = g_hash_table_lookup (headers, &g_array_index (ids, gint64, i));
      g_autofree char *date = header != NULL ? bayan_date_to_iso (header->date) : NULL;
      g_autofree char *name = header != NULL ? dup_harmless (header->source_name) : NULL;
      g_autofree char *title = header != NULL ? dup_harmless (header->title) : NULL;

      if (header != NULL)
        g_print ("%" G_GINT64_FORMAT "\t%s\t%s\t%s\n", header->id, date != NULL ? date : "", name, title);
    }
}

static int
run_search (char ***arguments)
{
  g_autoptr (BayanLibrary) library = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  BayanLibraryIndex *index = NULL;

  if (!parse (_ ("Lists the statements in which the words of QUERY occur, newest first."), NULL,
              _ ("LIBRARY QUERY"), arguments, 2))
    return EXIT_USAGE;
  /* Opening makes a library where there is none: not for a question. */
  if (!g_file_test ((*arguments)[1], G_FILE_TEST_EXISTS))
    {
      g_printerr (_ ("bayan-cli: %s: there is no such library\n"), (*arguments)[1]);
      return EXIT_SOME_FAILED;
    }
  library = open_library ((*arguments)[1]);
  if (library == NULL)
    return EXIT_SOME_FAILED;
  g_autofree char *query = g_strjoinv (" ", *arguments + 2);
  ids = bayan_library_search (library, query, &error);
  index = ids != NULL ? bayan_library_load_index (library, &error) : NULL;
  if (index != NULL)
    print_found (index, ids);
  else
    complain ((*arguments)[1], error);
  bayan_library_close (library);
  if (index == NULL)
    return EXIT_SOME_FAILED;
  bayan_library_index_free (index);
  return EXIT_DONE;
}

/* The program */

typedef struct {
  const char *name;
  int (*run) (char ***arguments);
  const char *usage;
} Command;

static const Command COMMANDS[] = {
  { "acts", run_acts, N_ ("acts [--json] FILE…                 who says, does and pledges what") },
  { "annotate", run_annotate,
    N_ ("annotate --output FOLDER FILE…     what is recognised, as brat stand-off files") },
  { "breakdown", run_breakdown,
    N_ ("breakdown [--json] FILE…            how often each country and region is named") },
  { "explain", run_explain, N_ ("explain --span START:END FILE        why nothing is suggested there") },
  { "import", run_import, N_ ("import LIBRARY FILE…                add statements to a library") },
  { "persons", run_persons,
    N_ ("persons [--json] FILE…              who is named, and who held which office") },
  { "search", run_search, N_ ("search LIBRARY QUERY                statements in which words occur") },
};

static void
print_usage (void (*print) (const char *format, ...) G_GNUC_PRINTF (1, 2))
{
  print (_ ("Usage: bayan-cli COMMAND …\n\n"));
  for (guint i = 0; i < G_N_ELEMENTS (COMMANDS); i++)
    print ("  bayan-cli %s\n", _ (COMMANDS[i].usage));
  print (_ ("\nFILE may be a folder: the statements in it are read. “bayan-cli COMMAND --help” says more.\n"
            "Exit codes: 0 done, 1 some files failed (each is named), 2 wrong usage.\n"));
}

static int
run_command (char ***arguments)
{
  const char *name = (*arguments)[0];
  g_autofree char *program = g_strconcat ("bayan-cli ", name, NULL);

  g_set_prgname (program);
  for (guint i = 0; i < G_N_ELEMENTS (COMMANDS); i++)
    if (g_str_equal (name, COMMANDS[i].name))
      return COMMANDS[i].run (arguments);
  g_printerr (_ ("bayan-cli: there is no command “%s”\n"), name);
  print_usage (g_printerr);
  return EXIT_USAGE;
}

int
main (int argc, char *argv[])
{
  g_auto (GStrv) arguments = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, BAYAN_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  if (argc < 2)
    {
      print_usage (g_printerr);
      return EXIT_USAGE;
    }
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h") || g_str_equal (argv[1], "help"))
    {
      print_usage (g_print);
      return EXIT_DONE;
    }
  if (g_str_equal (argv[1], "--version"))
    {
      g_print ("bayan-cli %s\n", BAYAN_VERSION);
      return EXIT_DONE;
    }
  arguments = g_strdupv (argv + 1);
  return run_command (&arguments);
}
