/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The code book, notes, and how far the work is, as the window sees them. */
#include <string.h>

#include "bayan-label-reading.h"
#include "fixture.h"

#define TEXT "بيان بغداد\n\nأعرب الوزير عن قلقه إزاء التصعيد في العراق.\n"

static void
put (Fixture *fixture, gint64 id, const char *name, const char *group, char key)
{
  g_autoptr (BayanOwnLabel) label = bayan_own_label_new (name);

  label->id = id;
  label->key = key;
  bayan_own_label_set_text (&label->group, group);
  bayan_desk_put_own_label (fixture->desk, label);
  fixture_act (fixture);
}

/* "group/name key, …" as the desk has them */
static void
assert_labels (Fixture *fixture, const char *expected)
{
  GPtrArray *labels = bayan_desk_get_labels (fixture->desk);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < labels->len; i++)
    {
      const BayanOwnLabel *label = labels->pdata[i];

      g_string_append_printf (all, "%s%s/%s %c", i > 0 ? ", " : "", label->group, label->name,
                              label->key != '\0' ? label->key : '-');
    }
  g_assert_cmpstr (all->str, ==, expected);
}

static void
undo (Fixture *fixture)
{
  bayan_desk_undo (fixture->desk);
  fixture_act (fixture);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  put (fixture, 0, "a", "one", 'u');
  put (fixture, 0, "b", "two", 'i');
  put (fixture, 0, "c", "one", 'u'); /* takes the key */
  assert_labels (fixture, "one/a -, one/c u, two/b i");
  g_assert_false (bayan_desk_move_label (fixture->desk, 1, -1));
  g_assert_true (bayan_desk_move_label (fixture->desk, 3, -1));
  fixture_act (fixture);
  assert_labels (fixture, "one/c u, one/a -, two/b i");
  g_assert_true (bayan_desk_move_label (fixture->desk, 1, 1)); /* into the next group */
  fixture_act (fixture);
  assert_labels (fixture, "one/c u, two/a -, two/b i");
  g_assert_true (bayan_desk_move_label (fixture->desk, 2, -1));
  fixture_act (fixture);
  assert_labels (fixture, "one/c u, two/b i, two/a -");
  for (guint i = 0; i < 3; i++)
    undo (fixture);
  assert_labels (fixture, "one/a -, one/c u, two/b i");
  fixture_reopen (fixture);
  assert_labels (fixture, "one/a -, one/c u, two/b i");
}

static BayanCleanSpan
find (Fixture *fixture, const char *words)
{
  const BayanStatement *statement = bayan_reading_get_statement (bayan_desk_get_reading (fixture->desk));
  const char *found = strstr (statement->text, words);
  guint32 start = (guint32) (found - statement->text);

  return bayan_clean_span (start, start + (guint32) strlen (words));
}

/* Labels stand beside what words name, and over one another; what is suggested is as before. */
static void
test_marking (Fixture *fixture, gconstpointer data)
{
  gint64 statement = fixture_import_text (fixture, TEXT);
  guint n_before, n_statements;
  const BayanMention *mention;

  put (fixture, 0, "تلطيف", "", 'u');
  put (fixture, 0, "تصعيد", "", 'i');
  fixture_read (fixture, statement);
  n_before = bayan_reading_get_mentions (bayan_desk_get_reading (fixture->desk))->len;
  bayan_desk_mark (fixture->desk, find (fixture, "قلقه إزاء التصعيد"), 1);
  fixture_act (fixture);
  bayan_desk_mark (fixture->desk, find (fixture, "التصعيد في العراق"), 2);
  fixture_act (fixture);
  bayan_desk_mark (fixture->desk, find (fixture, "العراق"), 1);
  fixture_act (fixture);
  g_assert_cmpuint (bayan_reading_get_mentions (bayan_desk_get_reading (fixture->desk))->len, ==, n_before + 3);
  g_assert_nonnull (fixture_find (fixture, "العراق", BAYAN_MENTION_GPE));
  mention = fixture_find (fixture, "العراق", BAYAN_MENTION_OWN);
  g_assert_cmpstr (bayan_desk_find_label (fixture->desk, mention->entity_key)->name, ==, "تلطيف");
  g_assert_cmpuint (bayan_desk_count_label (fixture->desk, 1, &n_statements), ==, 2);
  g_assert_cmpuint (n_statements, ==, 1);
  fixture_check (fixture);
  bayan_desk_set_entity_filter (fixture->desk, "label:2");
  g_assert_cmpuint (bayan_desk_get_n_matching (fixture->desk), ==, 1);
  bayan_desk_set_entity_filter (fixture->desk, NULL);

  g_assert_true (bayan_desk_join (fixture->desk,
                                  fixture_find (fixture, "قلقه إزاء التصعيد", BAYAN_MENTION_OWN)->id,
                                  fixture_find (fixture, "التصعيد في العراق", BAYAN_MENTION_OWN)->id));
  fixture_act (fixture);
  mention = fixture_find (fixture, "قلقه إزاء التصعيد في العراق", BAYAN_MENTION_OWN);
  g_assert_cmpstr (mention->entity_key, ==, "label:1");
  undo (fixture);

  bayan_desk_mark (fixture->desk, find (fixture, "العراق"), 1); /* once more takes it off */
  fixture_act (fixture);
  g_assert_cmpuint (bayan_desk_count_label (fixture->desk, 1, &n_statements), ==, 1);
  bayan_desk_reject (fixture->desk, fixture_find (fixture, "قلقه إزاء التصعيد", BAYAN_MENTION_OWN)->id);
  fixture_act (fixture);
  g_assert_cmpuint (bayan_desk_count_label (fixture->desk, 1, &n_statements), ==, 0);
  undo (fixture);
  undo (fixture);
  g_assert_cmpuint (bayan_desk_count_label (fixture->desk, 1, &n_statements), ==, 2);
  bayan_desk_remove_label (fixture->desk, 1);
  fixture_act (fixture);
  assert_labels (fixture, "/تصعيد i");
  g_assert_cmpuint (bayan_reading_get_mentions (bayan_desk_get_reading (fixture->desk))->len, ==, n_before + 1);
  undo (fixture);
  assert_labels (fixture, "/تلطيف u, /تصعيد i");
  g_assert_cmpuint (bayan_desk_count_label (fixture->desk, 1, &n_statements), ==, 2);
  fixture_check (fixture);
}

/* What is written is read as it was; cells that a spreadsheet would calculate with are guarded. */
static void
test_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *written = NULL, *again = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) labels = NULL;
  g_autoptr (GError) error = NULL;
  guint n_left_out = 0;

  put (fixture, 0, "=1+1", "مجموعة، \"أولى\"", 'u');
  put (fixture, 0, "ثانية", "", '7');
  written = bayan_desk_write_labels (fixture->desk, ',');
  g_assert_nonnull (strstr (written, "'=1+1"));
  bytes = g_bytes_new (written, strlen (written));
  labels = bayan_label_reading_read (bytes, &n_left_out, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_left_out, ==, 0);
  g_assert_cmpuint (labels->len, ==, 2);
  g_assert_cmpuint (bayan_desk_import_labels (fixture->desk, labels), ==, 0); /* all of them are there */
  bayan_own_label_set_text (&((BayanOwnLabel *) labels->pdata[1])->description, "وصف");
  g_assert_cmpuint (bayan_desk_import_labels (fixture->desk, labels), ==, 1);
  fixture_act (fixture);
  assert_labels (fixture, "مجموعة، \"أولى\"/=1+1 u, /ثانية 7");
  undo (fixture);
  again = bayan_desk_write_labels (fixture->desk, ',');
  g_assert_cmpstr (again, ==, written);
}

static void
test_damaged_file (Fixture *fixture, gconstpointer data)
{
  static const char text[] = "code,color,memo,key\r\nأ,#12g456,\"x\ny\",ab\r\n,,,\r\nأ,,,\r\nب,#010203,,8\r\nج,\"";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (GError) error = NULL;
  guint n_left_out = 0;
  g_autoptr (GPtrArray) labels = bayan_label_reading_read (bytes, &n_left_out, NULL, &error);
  const BayanOwnLabel *label;

  g_assert_no_error (error);
  g_assert_cmpuint (labels->len, ==, 2);
  g_assert_cmpuint (n_left_out, ==, 3);
  label = labels->pdata[0];
  g_assert_cmpstr (label->description, ==, "x\ny");
  g_assert_cmpint (label->key, ==, '\0');
  label = labels->pdata[1];
  g_assert_cmphex (label->colour, ==, 0x010203);
  g_assert_cmpint (label->key, ==, '8');
}

static void
test_notes (Fixture *fixture, gconstpointer data)
{
  gint64 statement = fixture_import_text (fixture, TEXT), mention;
  g_autoptr (GPtrArray) here = NULL, all = NULL, after = NULL;

  fixture_read (fixture, statement);
  mention = fixture_find (fixture, "العراق", BAYAN_MENTION_GPE)->id;
  bayan_desk_set_note (fixture->desk, BAYAN_NOTE_OF_MENTION, mention, "  أول\n");
  fixture_act (fixture);
  g_assert_cmpstr (bayan_desk_find_note (fixture->desk, BAYAN_NOTE_OF_MENTION, mention)->text, ==, "أول");
  g_assert_cmpstr (bayan_desk_get_undo_act (fixture->desk, NULL), ==, "add-note");
  bayan_desk_set_note (fixture->desk, BAYAN_NOTE_OF_MENTION, mention, "ثان");
  fixture_act (fixture);
  bayan_desk_set_note (fixture->desk, BAYAN_NOTE_OF_LIBRARY, 0, "مكتبة");
  fixture_act (fixture);
  bayan_desk_set_note (fixture->desk, BAYAN_NOTE_OF_ENTITY, bayan_desk_get_note_target (fixture->desk, "iso:IRQ"), "بلد");
  fixture_act (fixture);
  bayan_desk_set_note (fixture->desk, BAYAN_NOTE_OF_STATEMENT, statement, "بيان");
  fixture_act (fixture);
  here = bayan_desk_list_notes (fixture->desk, statement);
  all = bayan_desk_list_notes (fixture->desk, 0);
  g_assert_cmpuint (here->len, ==, 2);
  g_assert_cmpuint (all->len, ==, 4);
  bayan_desk_set_note (fixture->desk, BAYAN_NOTE_OF_STATEMENT, statement, " ");
  fixture_act (fixture);
  g_assert_null (bayan_desk_find_note (fixture->desk, BAYAN_NOTE_OF_STATEMENT, statement));
  undo (fixture);
  g_assert_cmpstr (bayan_desk_find_note (fixture->desk, BAYAN_NOTE_OF_STATEMENT, statement)->text, ==, "بيان");
  fixture_reopen (fixture);
  after = bayan_desk_list_notes (fixture->desk, 0);
  g_assert_cmpuint (after->len, ==, 4);
}

static guint
count_filtered (Fixture *fixture, int stage, const char *tag)
{
  guint n;

  bayan_desk_set_stage_filter (fixture->desk, stage);
  bayan_desk_set_tag_filter (fixture->desk, tag);
  n = bayan_desk_get_n_matching (fixture->desk);
  bayan_desk_clear_filter (fixture->desk);
  return n;
}

static void
test_work (Fixture *fixture, gconstpointer data)
{
  gint64 ids[] = { fixture_import_text (fixture, TEXT), fixture_import_text (fixture, "بيان ثان\n\nنص آخر.\n") };
  g_autoptr (GPtrArray) tags = NULL;
  BayanStatementItem *item;

  bayan_desk_set_stage (fixture->desk, ids, 2, BAYAN_STAGE_DONE);
  fixture_act (fixture);
  bayan_desk_set_tag (fixture->desk, ids, 1, " #القمة ", TRUE);
  fixture_act (fixture);
  item = bayan_desk_find_statement (fixture->desk, ids[0]);
  g_assert_cmpint (bayan_statement_item_get_stage (item), ==, BAYAN_STAGE_DONE);
  g_assert_nonnull (bayan_statement_item_get_standing (item)->who);
  g_assert_true (bayan_standing_has_tag (bayan_statement_item_get_standing (item), "القمة"));
  g_assert_cmpuint (count_filtered (fixture, BAYAN_STAGE_DONE, NULL), ==, 2);
  g_assert_cmpuint (count_filtered (fixture, BAYAN_STAGE_NEW, NULL), ==, 0);
  g_assert_cmpuint (count_filtered (fixture, -1, "القمة"), ==, 1);
  tags = bayan_desk_list_tags (fixture->desk);
  g_assert_cmpuint (tags->len, ==, 1);
  fixture_reopen (fixture);
  g_assert_cmpuint (count_filtered (fixture, BAYAN_STAGE_DONE, "القمة"), ==, 1);
  bayan_desk_undo (fixture->desk);
  wait_until (count_filtered (fixture, -1, "القمة") == 0);
  bayan_desk_undo (fixture->desk); /* both at once */
  wait_until (count_filtered (fixture, BAYAN_STAGE_NEW, NULL) == 2);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/codebook/order", test_order);
  ADD ("/codebook/marking", test_marking);
  ADD ("/codebook/file", test_file);
  ADD ("/codebook/damaged-file", test_damaged_file);
  ADD ("/codebook/notes", test_notes);
  ADD ("/codebook/work", test_work);

  return g_test_run ();
}
