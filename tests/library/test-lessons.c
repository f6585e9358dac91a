/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What decisions teach: kept with the library, and taken back and brought again with the decision. */
#include <string.h>

#include "fixture.h"

#define TEXT "أعلن العراق ذلك"

typedef struct {
  guint n_changes;
  BayanLesson *last; /* nullable */
  gint64 mention;
  BayanMentionType type;
} Heard;

static void
changed_cb (BayanLibrary *library, const BayanLibraryChange *change, gpointer data)
{
  Heard *heard = data;

  for (guint i = 0; i < change->lessons_changed->len; i++)
    {
      const BayanLessonChange *told = change->lessons_changed->pdata[i];

      heard->n_changes++;
      heard->mention = told->mention;
      heard->type = told->type;
      g_clear_pointer (&heard->last, bayan_lesson_free);
      heard->last = told->lesson != NULL ? bayan_lesson_copy (told->lesson) : NULL;
    }
}

static BayanLesson *
make_lesson (gint64 mention, gboolean is_right)
{
  BayanLesson *lesson = bayan_lesson_new (BAYAN_MENTION_ORG, is_right, "العراق", "اعلن");

  lesson->mention = mention;
  if (is_right)
    {
      lesson->entity = make_entity ("org:iraq", BAYAN_MENTION_ORG, "العراق", "Iraq");
      lesson->steps = g_bytes_new ("\1\0\0\0abcd", 8);
    }
  return lesson;
}

/* Labels the words as an organisation, and teaches so. */
static void
label (Fixture *fixture, gint64 statement)
{
  BayanEdit *edit = bayan_edit_new ("label", "العراق");
  g_autoptr (BayanMention) mention = make_mention (TEXT, "العراق", BAYAN_MENTION_ORG, "org:iraq");
  g_autoptr (BayanLesson) lesson = make_lesson (0, TRUE);

  bayan_edit_add_mention (edit, statement, mention, NULL);
  bayan_edit_teach (edit, lesson);
  apply_edit (fixture->library, edit);
}

static void
assert_lessons (Fixture *fixture, guint n_lessons)
{
  g_autoptr (BayanLibraryIndex) index = load_index (fixture->library);

  g_assert_cmpuint (index->lessons->len, ==, n_lessons);
}

static void
test_a_lesson_goes_with_its_decision (Fixture *fixture, gconstpointer data)
{
  Heard heard = { 0 };
  gint64 statement = import_one (fixture->library, "a.txt", TEXT, "العراق", "iso:IRQ");
  gint64 mention;
  BayanEdit *edit;

  g_signal_connect (fixture->library, "changed", G_CALLBACK (changed_cb), &heard);
  label (fixture, statement);
  g_assert_cmpuint (heard.n_changes, ==, 1);
  g_assert_nonnull (heard.last);
  mention = heard.mention;
  g_assert_cmpint (heard.last->mention, ==, mention);
  g_assert_true (heard.last->is_right);
  g_assert_cmpstr (heard.last->surface, ==, "العراق");
  g_assert_cmpstr (heard.last->context, ==, "اعلن");
  g_assert_cmpstr (heard.last->entity->key, ==, "org:iraq");
  g_assert_cmpuint (g_bytes_get_size (heard.last->steps), ==, 8);

  edit = bayan_edit_new ("reject", "العراق");
  bayan_edit_set_status (edit, mention, BAYAN_STATUS_REJECTED);
  {
    g_autoptr (BayanLesson) wrong = make_lesson (mention, FALSE);

    bayan_edit_teach (edit, wrong);
  }
  apply_edit (fixture->library, edit);
  g_assert_false (heard.last->is_right);
  assert_lessons (fixture, 1);

  travel (fixture->library, TRUE);
  g_assert_true (heard.last->is_right);
  g_assert_cmpuint (g_bytes_get_size (heard.last->steps), ==, 8);
  travel (fixture->library, TRUE);
  g_assert_null (heard.last);
  g_assert_cmpint (heard.mention, ==, mention);
  g_assert_cmpint (heard.type, ==, BAYAN_MENTION_ORG);
  assert_lessons (fixture, 0);
  travel (fixture->library, FALSE);
  g_assert_true (heard.last->is_right);
  travel (fixture->library, FALSE);
  g_assert_false (heard.last->is_right);
  g_signal_handlers_disconnect_by_data (fixture->library, &heard);
  g_clear_pointer (&heard.last, bayan_lesson_free);
}

static void
test_lessons_are_kept (Fixture *fixture, gconstpointer data)
{
  gint64 statement = import_one (fixture->library, "a.txt", TEXT, "العراق", "iso:IRQ");

  label (fixture, statement);
  fixture_close (fixture);
  fixture_open (fixture);
  {
    g_autoptr (BayanLibraryIndex) index = load_index (fixture->library);
    const BayanLesson *lesson;

    g_assert_cmpuint (index->lessons->len, ==, 1);
    lesson = index->lessons->pdata[0];
    g_assert_cmpint (lesson->type, ==, BAYAN_MENTION_ORG);
    g_assert_cmpstr (lesson->entity->name_en, ==, "Iraq");
    g_assert_cmpmem (g_bytes_get_data (lesson->steps, NULL), 8, "\1\0\0\0abcd", 8);
  }
}

/* All of them are forgotten, and undo brings them back. */
static void
test_forgetting (Fixture *fixture, gconstpointer data)
{
  gint64 statement = import_one (fixture->library, "a.txt", TEXT, "العراق", "iso:IRQ");
  BayanEdit *edit = bayan_edit_new ("forget-lessons", "");

  label (fixture, statement);
  label (fixture, import_one (fixture->library, "b.txt", TEXT " أيضا", "العراق", "iso:IRQ"));
  assert_lessons (fixture, 2);
  bayan_edit_forget_lessons (edit);
  apply_edit (fixture->library, edit);
  assert_lessons (fixture, 0);
  travel (fixture->library, TRUE);
  assert_lessons (fixture, 2);
  travel (fixture->library, TRUE);
  assert_lessons (fixture, 1);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/lessons/a-lesson-goes-with-its-decision", test_a_lesson_goes_with_its_decision);
  ADD ("/lessons/lessons-are-kept", test_lessons_are_kept);
  ADD ("/lessons/forgetting", test_forgetting);

  return g_test_run ();
}
