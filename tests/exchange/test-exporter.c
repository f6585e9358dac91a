/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is written for other programs, read back as they read it; and that nothing is left of what was not finished. */
#include "bayan-exporter.h"

#include <glib/gstdio.h>
#include <string.h>

#define TEXT "زار 🇮🇶 وزير خارجية العراق ووزير\nالدفاع بغداد، وأعرب عن قلقه \"البالغ\"."

typedef struct {
  char *folder;
  GFile *target; /* the same */
  BayanStatement *statement;
  BayanOpenStatement open;
  BayanExportPiece piece;
} Fixture;

static BayanCleanSpan
span_of (const char *words)
{
  const char *found = strstr (TEXT, words);

  return bayan_clean_span ((guint32) (found - TEXT), (guint32) (found - TEXT + (gssize) strlen (words)));
}

static BayanMention *
add_mention (Fixture *fixture, gint64 id, const char *words, BayanMentionType type, BayanMentionStatus status)
{
  BayanMention *mention = bayan_mention_new (span_of (words), type, BAYAN_LAYER_GAZETTEER, "test/rule");

  mention->id = id;
  mention->status = status;
  g_ptr_array_add (fixture->open.mentions, mention);
  return mention;
}

static void
add_relation (Fixture *fixture, gint64 source, gint64 target, BayanRelationKind kind)
{
  g_array_append_val (fixture->open.relations, ((BayanRelation) { source, target, kind }));
}

static BayanEntity *
add_entity (Fixture *fixture, const char *key, BayanMentionType type, const char *name)
{
  BayanEntity *entity = bayan_entity_new (key, type);

  entity->name_ar = g_strdup (name);
  g_ptr_array_add (fixture->piece.entities, entity);
  return entity;
}

/* Overlapping, across a line end, in two parts, with a label, and one that is rejected */
static void
fill (Fixture *fixture)
{
  BayanMention *mention;
  BayanCleanSpan behind = span_of ("الدفاع");

  mention = add_mention (fixture, 21, "وزير خارجية العراق", BAYAN_MENTION_OCC, BAYAN_STATUS_CONFIRMED);
  mention = add_mention (fixture, 22, "العراق", BAYAN_MENTION_GPE, BAYAN_STATUS_SUGGESTED);
  bayan_mention_set_text (&mention->entity_key, "iso:IRQ");
  add_mention (fixture, 23, "وزير\nالدفاع", BAYAN_MENTION_OCC, BAYAN_STATUS_CONFIRMED);
  mention = add_mention (fixture, 24, "وزير خارجية", BAYAN_MENTION_OCC, BAYAN_STATUS_CONFIRMED);
  mention->more = g_array_new (FALSE, FALSE, sizeof (BayanCleanSpan));
  g_array_append_val (mention->more, behind);
  mention = add_mention (fixture, 25, "قلقه \"البالغ\"", BAYAN_MENTION_OWN, BAYAN_STATUS_CONFIRMED);
  bayan_mention_set_text (&mention->entity_key, "label:7");
  add_mention (fixture, 26, "بغداد", BAYAN_MENTION_GPE, BAYAN_STATUS_REJECTED);
  add_relation (fixture, 21, 22, BAYAN_RELATION_MEMBER_OF);
  add_relation (fixture, 23, 22, BAYAN_RELATION_LOCATED_IN);
  add_relation (fixture, 23, 26, BAYAN_RELATION_LOCATED_IN); /* to what is not written */
  add_entity (fixture, "iso:IRQ", BAYAN_MENTION_GPE, "العراق")->iso3 = g_strdup ("IRQ");
  add_entity (fixture, "label:7", BAYAN_MENTION_OWN, "=تلطيف (لغوي)");
  g_ptr_array_add (fixture->piece.notes,
                   bayan_note_new (BAYAN_NOTE_OF_MENTION, 25, 1, "قلقه", "يراجع\nغدا", "ليلى", 1));
  g_ptr_array_add (fixture->piece.notes,
                   bayan_note_new (BAYAN_NOTE_OF_STATEMENT, 1, 1, "", "كله", "ليلى", 1));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("bayan-export-XXXXXX", NULL);
  fixture->target = g_file_new_for_path (fixture->folder);
  fixture->statement = bayan_statement_new ();
  fixture->statement->text = g_strdup (TEXT);
  fixture->statement->text_length_bytes = strlen (TEXT);
  fixture->open = (BayanOpenStatement) { 1, fixture->statement, NULL, NULL, NULL };
  fixture->open.mentions = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_mention_free);
  fixture->open.relations = g_array_new (FALSE, FALSE, sizeof (BayanRelation));
  fixture->piece = (BayanExportPiece) { "بيان", "بيان: أول.txt", { 0 }, &fixture->open, NULL, NULL };
  fixture->piece.entities = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_entity_free);
  fixture->piece.notes = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_note_free);
  fill (fixture);
}

static void
remove_all (const char *path)
{
  GDir *folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_clear_pointer (&folder, g_dir_close);
  g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_all (fixture->folder);
  g_free (fixture->folder);
  g_object_unref (fixture->target);
  bayan_statement_unref (fixture->statement);
  g_ptr_array_unref (fixture->open.mentions);
  g_array_unref (fixture->open.relations);
  g_ptr_array_unref (fixture->piece.entities);
  g_ptr_array_unref (fixture->piece.notes);
}

static guint
count_files (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (folder) != NULL)
    n_files++;
  return n_files;
}

static char *
read_file (GFile *folder, const char *name)
{
  g_autoptr (GFile) file = name != NULL ? g_file_get_child (folder, name) : g_object_ref (folder);
  g_autoptr (GError) error = NULL;
  char *contents;

  g_file_load_contents (file, NULL, &contents, NULL, NULL, &error);
  g_assert_no_error (error);
  return contents;
}

static GFile *export(Fixture *fixture, BayanExportFormat format, GFile *target, gboolean confirmed_only)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BayanExporter) exporter = bayan_exporter_new (format, target, "مكتبة-brat", confirmed_only,
                                                           &error);
  GFile *written;

  g_assert_no_error (error);
  g_assert_true (bayan_exporter_add (exporter, &fixture->piece, &error));
  written = bayan_exporter_finish (exporter, &error);
  g_assert_no_error (error);
  return written;
}

/* brat, as its readers understand it */

static char *
find_line (char **lines, const char *start)
{
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], start))
      return lines[i];
  return NULL;
}

/* Returns: the number that a mention of the words at these offsets has; what they count is checked against the text */
static guint
find_mention (char **lines, const char *text, const char *type, const char *offsets, const char *words)
{
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", 3);
      g_autofree char *head = g_strdup_printf ("%s %s", type, offsets);

      if (lines[i][0] == 'T' && strcmp (fields[1], head) == 0)
        {
          g_auto (GStrv) fragments = g_strsplit (offsets, ";", -1);
          g_autoptr (GString) covered = g_string_new (NULL);

          for (guint k = 0; fragments[k] != NULL; k++)
            {
              guint start, end;
              g_autofree char *piece = NULL;

              g_assert_cmpint (sscanf (fragments[k], "%u %u", &start, &end), ==, 2);
              piece = g_utf8_substring (text, start, end);
              g_string_append_printf (covered, "%s%s", k > 0 ? " " : "", piece);
            }
          g_assert_cmpstr (fields[2], ==, covered->str);
          g_assert_cmpstr (fields[2], ==, words);
          return (guint) g_ascii_strtoull (lines[i] + 1, NULL, 10);
        }
    }
  g_test_message ("%s %s", type, offsets);
  g_assert_not_reached ();
}

static void assert_line (char **lines, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
assert_line (char **lines, const char *format, ...)
{
  g_autofree char *wanted = NULL;
  va_list arguments;

  va_start (arguments, format);
  wanted = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = strchr (lines[i], '\t');

      if (line != NULL && strcmp (line + 1, wanted) == 0)
        return;
    }
  g_test_message ("%s", wanted);
  g_assert_not_reached ();
}

static void
test_brat (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) folder = export(fixture, BAYAN_EXPORT_BRAT, fixture->target, FALSE);
  g_autofree char *text = read_file (folder, "بيان_ أول.txt"), *ann = read_file (folder, "بيان_ أول.ann"),
                  *conf = read_file (folder, "annotation.conf");
  g_auto (GStrv) lines = g_strsplit (ann, "\n", -1);
  guint minister, iraq, defence, label;

  g_assert_cmpstr (text, ==, TEXT);
  minister = find_mention (lines, text, "OCC", "7 25", "وزير خارجية العراق");
  iraq = find_mention (lines, text, "GPE", "19 25", "العراق");
  defence = find_mention (lines, text, "OCC", "27 31;32 38", "وزير الدفاع");
  find_mention (lines, text, "OCC", "7 18;32 38", "وزير خارجية الدفاع");
  label = find_mention (lines, text, "تلطيف_لغوي", "55 68", "قلقه \"البالغ\"");
  g_assert_null (strstr (ann, "بغداد"));
  assert_line (lines, "member_of Arg1:T%u Arg2:T%u", minister, iraq);
  assert_line (lines, "located_in Arg1:T%u Arg2:T%u", defence, iraq);
  g_assert_null (find_line (lines, "R3"));
  assert_line (lines, "Status T%u suggested", iraq);
  assert_line (lines, "Status T%u confirmed", minister);
  assert_line (lines, "Reference T%u ISO3166:IRQ\tالعراق", iraq);
  assert_line (lines, "AnnotatorNotes T%u\tيراجع غدا", label);
  assert_line (lines, "Provenance T%u\ttest/rule", label);
  g_assert_nonnull (strstr (conf, "[entities]\nGPE\nOCC\nتلطيف_لغوي\n"));
  g_assert_nonnull (strstr (conf, "\nmember_of\tArg1:<ENTITY>, Arg2:<ENTITY>\n"));
}

/* No two lines of a file have the same number. */
static void
test_brat_numbers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) folder = export(fixture, BAYAN_EXPORT_BRAT, fixture->target, FALSE);
  g_autofree char *ann = read_file (folder, "بيان_ أول.ann");
  g_auto (GStrv) lines = g_strsplit (ann, "\n", -1);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    g_assert_true (g_hash_table_add (seen, g_strndup (lines[i], strcspn (lines[i], "\t"))));
}

static void
test_confirmed_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) folder = export(fixture, BAYAN_EXPORT_BRAT, fixture->target, TRUE);
  g_autofree char *ann = read_file (folder, "بيان_ أول.ann");

  g_assert_null (strstr (ann, "GPE"));
  g_assert_null (strstr (ann, "\nR")); /* all led there */
  g_assert_nonnull (strstr (ann, "OCC"));
}

/* A second statement of that name, and a second export, take nothing from the first. */
static void
test_names (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) first = export(fixture, BAYAN_EXPORT_BRAT, fixture->target, FALSE), second = NULL;
  g_autoptr (BayanExporter) exporter = bayan_exporter_new (BAYAN_EXPORT_BRAT, fixture->target, "مكتبة-brat",
                                                           FALSE, &error);
  g_autofree char *name = NULL, *again = NULL;

  g_assert_no_error (error);
  fixture->piece.source_name = "a/..\\B.html";
  g_assert_true (bayan_exporter_add (exporter, &fixture->piece, &error));
  fixture->piece.source_name = "A/..\\b.html";
  g_assert_true (bayan_exporter_add (exporter, &fixture->piece, &error));
  fixture->piece.source_name = "..";
  g_assert_true (bayan_exporter_add (exporter, &fixture->piece, &error));
  second = bayan_exporter_finish (exporter, &error);
  g_assert_no_error (error);
  name = g_file_get_basename (second);
  g_assert_cmpstr (name, ==, "مكتبة-brat-2");
  again = read_file (second, "A_.._b-2.txt");
  g_assert_cmpstr (again, ==, TEXT);
  g_assert_cmpuint (count_files (g_file_peek_path (second)), ==, 7);
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);
}

static void
test_mentions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_get_child (fixture->target, "mentions.csv");
  g_autoptr (GFile) written = export(fixture, BAYAN_EXPORT_MENTIONS, file, FALSE);
  g_autofree char *csv = read_file (written, NULL);

  g_assert_true (g_str_has_prefix (csv, "\357\273\277statement,source,title,date,start_cp,end_cp,"));
  g_assert_nonnull (strstr (csv, "\r\n1,بيان: أول.txt,بيان,,19,25,,العراق,"));
  g_assert_nonnull (strstr (csv, ",GPE,,suggested,iso:IRQ,العراق,,IRQ,,test/rule,\r\n"));
  g_assert_nonnull (strstr (csv, ",7,38,7-18 32-38,"));
  g_assert_nonnull (strstr (csv, ",\"قلقه \"\"البالغ\"\"\","));
  g_assert_nonnull (strstr (csv, ",OWN,'=تلطيف (لغوي),confirmed,label:7,,,,,test/rule,\"يراجع\nغدا\"\r\n"));
}

static void
test_code_book (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_get_child (fixture->target, "codes.json"), written = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BayanExporter) exporter = bayan_exporter_new (BAYAN_EXPORT_CODE_BOOK, file, NULL, FALSE, &error);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_own_label_free);
  BayanOwnLabel *label = bayan_own_label_new ("تلطيف \"لغوي\"");
  g_autofree char *json = NULL;

  label->key = 'q';
  label->colour = 0x1a5fb4;
  g_ptr_array_add (labels, label);
  g_assert_true (bayan_exporter_add_labels (exporter, labels, &error));
  written = bayan_exporter_finish (exporter, &error);
  g_assert_no_error (error);
  json = read_file (written, NULL);
  g_assert_nonnull (strstr (json, "\"name\" : \"تلطيف \\\"لغوي\\\"\""));
  g_assert_nonnull (strstr (json, "\"colour\" : \"#1a5fb4\""));
  g_assert_nonnull (strstr (json, "\"holds_office\""));
}

/* What was there stays until all is written, and nothing is left beside it. */
static void
test_unfinished (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_get_child (fixture->target, "mentions.csv");
  g_autoptr (GError) error = NULL;
  g_autofree char *there = NULL;

  g_file_set_contents (g_file_peek_path (file), "before", -1, &error);
  for (guint format = 0; format <= BAYAN_EXPORT_MENTIONS; format++)
    {
      BayanExporter *exporter = bayan_exporter_new (
          format, format == BAYAN_EXPORT_BRAT ? fixture->target : file, "x", FALSE, &error);

      g_assert_no_error (error);
      g_assert_true (bayan_exporter_add (exporter, &fixture->piece, &error));
      bayan_exporter_free (exporter);
    }
  there = read_file (file, NULL);
  g_assert_cmpstr (there, ==, "before");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_nowhere (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) nowhere = g_file_get_child (fixture->target, "no/such/folder");
  g_autoptr (GError) error = NULL;

  g_assert_null (bayan_exporter_new (BAYAN_EXPORT_BRAT, nowhere, "x", FALSE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

#define ADD(name, function) g_test_add ("/exporter/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("brat", test_brat);
  ADD ("brat-numbers", test_brat_numbers);
  ADD ("confirmed-only", test_confirmed_only);
  ADD ("names", test_names);
  ADD ("mentions", test_mentions);
  ADD ("code-book", test_code_book);
  ADD ("unfinished", test_unfinished);
  ADD ("nowhere", test_nowhere);
  return g_test_run ();
}
