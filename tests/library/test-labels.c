/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The code book, notes, stages and tags: kept with the library, taken back and brought again exactly, act by act. */
#include <sqlite3.h>
#include <string.h>

#include "bayan-page-sums.h"
#include "fixture.h"

#define TEXT "أعرب الوزير عن قلقه إزاء التصعيد في بغداد"

/* Everything that the acts of this test change, in words. */
static char *
tell (Fixture *fixture, gint64 statement)
{
  g_autoptr (BayanLibraryIndex) index = load_index (fixture->library);
  g_autoptr (BayanOpenStatement) open = load_statement (fixture->library, statement);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < index->labels->len; i++)
    {
      const BayanOwnLabel *label = index->labels->pdata[i];

      g_string_append_printf (all, "label %d %s/%s #%06x %c @%d: %s\n", (int) label->id, label->group,
                              label->name, label->colour, label->key != '\0' ? label->key : '-',
                              label->position, label->description);
    }
  for (guint i = 0; i < index->notes->len; i++)
    {
      const BayanNote *note = index->notes->pdata[i];

      g_string_append_printf (all, "note %d on %s %d: %s [%s, %d]\n", (int) note->id,
                              bayan_note_about_to_string (note->about), (int) note->target, note->text,
                              note->who, (int) note->at);
    }
  for (guint i = 0; i < index->headers->len; i++)
    {
      const BayanHeader *header = index->headers->pdata[i];

      if (header->standing == NULL)
        continue;
      g_string_append_printf (all, "statement %d: %s", (int) header->id,
                              bayan_stage_to_string (header->standing->stage));
      for (guint t = 0; t < header->standing->tags->len; t++)
        g_string_append_printf (all, " #%s", (const char *) header->standing->tags->pdata[t]);
      g_string_append_c (all, '\n');
    }
  for (guint i = 0; i < open->mentions->len; i++)
    {
      const BayanMention *mention = open->mentions->pdata[i];

      g_string_append_printf (all, "mention %d %s %s %u-%u\n", (int) mention->id,
                              bayan_mention_type_to_string (mention->type), mention->entity_key,
                              mention->span.start.byte, mention->span.end.byte);
    }
  for (guint i = 0; i < open->relations->len; i++)
    {
      const BayanRelation *relation = &g_array_index (open->relations, BayanRelation, i);

      g_string_append_printf (all, "relation %d %d\n", (int) relation->source, (int) relation->target);
    }
  return g_string_free (all, FALSE);
}

static BayanOwnLabel *
make_label (gint64 id, const char *name, const char *group, char key, int position)
{
  BayanOwnLabel *label = bayan_own_label_new (name);

  label->id = id;
  bayan_own_label_set_text (&label->group, group);
  label->key = key;
  label->position = position;
  label->colour = 0xc64600;
  return label;
}

static void
set_label (Fixture *fixture, const char *act, gint64 id, const char *name, const char *group, int position)
{
  BayanEdit *edit = bayan_edit_new (act, name);
  g_autoptr (BayanOwnLabel) label = make_label (id, name, group, 'u', position);

  bayan_edit_set_label (edit, label);
  apply_edit (fixture->library, edit);
}

static void
mark (Fixture *fixture, gint64 statement, gint64 label, const char *words)
{
  g_autofree char *key = bayan_own_label_make_key (label);
  g_autoptr (BayanMention) mention = make_mention (TEXT, words, BAYAN_MENTION_OWN, key);
  BayanEdit *edit = bayan_edit_new ("mark", words);

  mention->status = BAYAN_STATUS_CONFIRMED;
  bayan_edit_add_mention (edit, statement, mention, NULL);
  apply_edit (fixture->library, edit);
}

static void
note (Fixture *fixture, gint64 id, BayanNoteAbout about, gint64 target, gint64 statement, const char *text)
{
  BayanEdit *edit = bayan_edit_new (id != 0 ? "change-note" : "add-note", "قلقه");
  g_autoptr (BayanNote) made = bayan_note_new (about, target, statement, "قلقه", text, "ليلى", 1000);

  bayan_edit_set_note (edit, id, made);
  apply_edit (fixture->library, edit);
}

static void
set_stage (Fixture *fixture, gint64 statement, BayanStage stage)
{
  BayanEdit *edit = bayan_edit_new ("set-stage", "");

  bayan_edit_set_stage (edit, statement, stage, "ليلى", 2000);
  apply_edit (fixture->library, edit);
}

static void
set_tag (Fixture *fixture, gint64 statement, const char *tag, gboolean on)
{
  BayanEdit *edit = bayan_edit_new (on ? "add-tag" : "remove-tag", tag);

  bayan_edit_set_tag (edit, statement, tag, on);
  apply_edit (fixture->library, edit);
}

/* Both marks with each other */
static void
relate (Fixture *fixture, gint64 statement)
{
  g_autoptr (BayanOpenStatement) open = load_statement (fixture->library, statement);
  BayanRelation relation = { ((const BayanMention *) open->mentions->pdata[0])->id,
                             ((const BayanMention *) open->mentions->pdata[1])->id,
                             BAYAN_RELATION_MEMBER_OF };
  BayanEdit *edit = bayan_edit_new ("relate", "");

  bayan_edit_add_relation (edit, &relation);
  apply_edit (fixture->library, edit);
}

static void
do_act (Fixture *fixture, guint n, gint64 statement)
{
  BayanEdit *edit;

  switch (n)
    {
    case 0:
      set_label (fixture, "add-label", 0, "تلطيف", "نبرة", 0);
      break;
    case 1:
      set_label (fixture, "add-label", 0, "Escalation", "", 1);
      break;
    case 2:
      mark (fixture, statement, 1, "قلقه إزاء التصعيد");
      break;
    case 3:
      mark (fixture, statement, 2, "التصعيد في بغداد");
      break;
    case 4:
      note (fixture, 0, BAYAN_NOTE_OF_STATEMENT, statement, statement, "يراجع");
      break;
    case 5:
      note (fixture, 0, BAYAN_NOTE_OF_LIBRARY, 0, 0, "first");
      break;
    case 6:
      note (fixture, 2, BAYAN_NOTE_OF_LIBRARY, 0, 0, "second");
      break;
    case 7:
      set_tag (fixture, statement, "القمة", TRUE);
      break;
    case 8:
      set_stage (fixture, statement, BAYAN_STAGE_IN_PROGRESS);
      break;
    case 9:
      set_label (fixture, "change-label", 2, "تصعيد", "نبرة", -1);
      break;
    case 10:
      relate (fixture, statement);
      break;
    case 11:
      edit = bayan_edit_new ("remove-label", "تلطيف");
      bayan_edit_remove_label (edit, 1);
      apply_edit (fixture->library, edit);
      break;
    case 12:
      edit = bayan_edit_new ("remove-note", "");
      bayan_edit_remove_note (edit, 1);
      apply_edit (fixture->library, edit);
      break;
    case 13:
      set_tag (fixture, statement, "القمة", FALSE);
      break;
    case 14:
      set_stage (fixture, statement, BAYAN_STAGE_NEW);
      break;
    default:
      g_assert_not_reached ();
    }
}

#define N_ACTS 15

static void
test_each_act_is_undone_exactly (Fixture *fixture, gconstpointer data)
{
  gint64 statement = import_one (fixture->library, "a.txt", TEXT, "بغداد", "place:baghdad");
  char *told[N_ACTS + 1];

  told[0] = tell (fixture, statement);
  for (guint i = 0; i < N_ACTS; i++)
    {
      do_act (fixture, i, statement);
      told[i + 1] = tell (fixture, statement);
      g_assert_cmpstr (told[i + 1], !=, told[i]);
    }
  for (guint i = N_ACTS; i > 0; i--)
    {
      g_autofree char *now = NULL;

      travel (fixture->library, TRUE);
      if (i == 7)
        {
          fixture_close (fixture);
          fixture_open (fixture);
        }
      now = tell (fixture, statement);
      g_assert_cmpstr (now, ==, told[i - 1]);
    }
  for (guint i = 0; i < N_ACTS; i++)
    {
      g_autofree char *now = NULL;

      travel (fixture->library, FALSE);
      now = tell (fixture, statement);
      g_assert_cmpstr (now, ==, told[i + 1]);
    }
  g_assert_nonnull (strstr (told[1], "label 1 نبرة/تلطيف #c64600 u @0: \n"));
  for (guint i = 0; i <= N_ACTS; i++)
    g_free (told[i]);
}

typedef struct {
  GString *labels, *entities, *headers;
} Heard;

static void
changed_cb (BayanLibrary *library, const BayanLibraryChange *change, gpointer data)
{
  Heard *heard = data;

  for (guint i = 0; i < change->labels_changed->len; i++)
    {
      const BayanLabelChange *told = change->labels_changed->pdata[i];

      g_string_append_printf (heard->labels, "%s;", told->label != NULL ? told->label->name : "-");
    }
  for (guint i = 0; i < change->entities_added->len; i++)
    {
      const BayanNumberedEntity *told = change->entities_added->pdata[i];

      g_string_append_printf (heard->entities, "%s=%s;", told->entity->key, told->entity->name_ar);
    }
  for (guint i = 0; i < change->headers_changed->len; i++)
    {
      const BayanHeader *header = change->headers_changed->pdata[i];

      g_string_append_printf (heard->headers, "%u%s;", header->n_confirmed,
                              header->standing != NULL ? bayan_stage_to_string (header->standing->stage)
                                                       : "");
    }
  g_assert_cmpuint (change->texts_changed->len, ==, 0);
  g_assert_cmpuint (change->details_changed->len, ==, 0);
}

static void
assert_heard (GString *heard, const char *expected)
{
  g_assert_cmpstr (heard->str, ==, expected);
  g_string_truncate (heard, 0);
}

/* Lists of entities need no code book: the entity of a label is called as the label is, there and back. */
static void
test_all_are_told (Fixture *fixture, gconstpointer data)
{
  gint64 statement = import_one (fixture->library, "a.txt", TEXT, "بغداد", "place:baghdad");
  Heard heard = { g_string_new (NULL), g_string_new (NULL), g_string_new (NULL) };

  g_signal_connect (fixture->library, "changed", G_CALLBACK (changed_cb), &heard);
  set_label (fixture, "add-label", 0, "تلطيف", "", 0);
  assert_heard (heard.labels, "تلطيف;");
  assert_heard (heard.entities, "label:1=تلطيف;");
  mark (fixture, statement, 1, "قلقه");
  assert_heard (heard.headers, "0;");
  set_label (fixture, "change-label", 1, "تخفيف", "", 0);
  assert_heard (heard.labels, "تخفيف;");
  assert_heard (heard.entities, "label:1=تخفيف;");
  travel (fixture->library, TRUE);
  assert_heard (heard.labels, "تلطيف;");
  assert_heard (heard.entities, "label:1=تلطيف;");
  set_stage (fixture, statement, BAYAN_STAGE_DONE);
  assert_heard (heard.headers, "0done;");
  {
    BayanEdit *edit = bayan_edit_new ("remove-label", "");

    bayan_edit_remove_label (edit, 1);
    apply_edit (fixture->library, edit);
  }
  assert_heard (heard.labels, "-;");
  assert_heard (heard.headers, "0done;");
  travel (fixture->library, TRUE);
  assert_heard (heard.headers, "0done;");
  g_signal_handlers_disconnect_by_data (fixture->library, &heard);
  g_string_free (heard.labels, TRUE);
  g_string_free (heard.entities, TRUE);
  g_string_free (heard.headers, TRUE);
}

/* What was said of a statement goes with its import and comes back with it. */
static void
test_an_import_takes_it_along (Fixture *fixture, gconstpointer data)
{
  gint64 first = import_one (fixture->library, "a.txt", TEXT, "بغداد", "place:baghdad");
  g_autofree char *before = NULL, *after = NULL;

  set_tag (fixture, first, "b", TRUE);
  set_tag (fixture, first, "a", TRUE);
  set_stage (fixture, first, BAYAN_STAGE_DONE);
  before = tell (fixture, first);
  g_assert_nonnull (strstr (before, "done #a #b\n"));
  for (guint i = 0; i < 4; i++)
    travel (fixture->library, TRUE);
  for (guint i = 0; i < 4; i++)
    travel (fixture->library, FALSE);
  after = tell (fixture, first);
  g_assert_cmpstr (after, ==, before);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

/* As if bits had fallen over: texts that are never missing are missing. */
static void
lose_texts (const char *path)
{
  static const char *const STEPS[] = {
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA writable_schema = ON",
    "UPDATE sqlite_schema SET sql = replace (sql, ' NOT NULL', '') WHERE name IN ('own_label', 'note', "
    "'stage')",
    "PRAGMA writable_schema = RESET",
    "UPDATE own_label SET name = NULL, label_group = NULL, description = NULL, key = NULL",
    "UPDATE note SET words = NULL, text = NULL, who = NULL",
    "UPDATE stage SET who = NULL",
  };
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READWRITE, bayan_page_sums_get_system ()),
                   ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (STEPS); i++)
    g_assert_cmpint (sqlite3_exec (database, STEPS[i], NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
}

/* A name that was merged into a label may come with an import. What of an import that was undone is marked so goes with it for
 * good: it must not be asked back with the label. */
static void
test_undone_import (Fixture *fixture, gconstpointer data)
{
  gint64 first = import_one (fixture->library, "a.txt", TEXT, "بغداد", "place:baghdad");
  g_autofree char *with_label = NULL, *found = NULL;
  g_autoptr (GError) error = NULL;
  BayanEdit *edit;

  do_act (fixture, 0, first);
  with_label = tell (fixture, first);
  import_one (fixture->library, "b.txt", "أكد الوزير في البصرة", "البصرة", "label:1");
  travel (fixture->library, TRUE);
  edit = bayan_edit_new ("remove-label", "");
  bayan_edit_remove_label (edit, 1);
  apply_edit (fixture->library, edit);
  /* Between two questions the worker takes out what is left of the import. */
  for (guint i = 0; i < 20; i++)
    g_free (tell (fixture, first));
  travel (fixture->library, TRUE);
  found = tell (fixture, first);
  g_assert_cmpstr (found, ==, with_label);
  g_assert_true (bayan_library_check (fixture->library, &error));
  g_assert_no_error (error);
}

/* What a damaged row lacks reads as nothing. */
static void
test_damaged_rows_are_read (Fixture *fixture, gconstpointer data)
{
  gint64 statement = import_one (fixture->library, "a.txt", TEXT, "بغداد", "place:baghdad");
  g_autofree char *told = NULL;

  for (guint i = 0; i < 9; i++)
    do_act (fixture, i, statement);
  fixture_close (fixture);
  lose_texts (fixture->path);
  fixture_open (fixture);
  told = tell (fixture, statement);
  g_assert_nonnull (strstr (told, "label 1 / #c64600 - @0: \n"));
  g_assert_nonnull (strstr (told, "note 1 on statement 1:  [, 1000]\n"));
  g_assert_nonnull (strstr (told, "in-progress"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/labels/each-act-is-undone-exactly", test_each_act_is_undone_exactly);
  ADD ("/labels/all-are-told", test_all_are_told);
  ADD ("/labels/an-import-takes-it-along", test_an_import_takes_it_along);
  ADD ("/labels/undone-import", test_undone_import);
  ADD ("/labels/damaged-rows-are-read", test_damaged_rows_are_read);

  return g_test_run ();
}
