/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the analyst says of what statements do: kept with the statement, taken back and brought again with its act. */
#include "fixture.h"

#define TEXT "أعلن العراق ذلك"

typedef struct {
  guint n_changes;
  BayanPlacedVerdict last;
} Heard;

static void
changed_cb (BayanLibrary *library, const BayanLibraryChange *change, gpointer data)
{
  Heard *heard = data;

  for (guint i = 0; i < change->verdicts_changed->len; i++)
    {
      heard->n_changes++;
      heard->last = g_array_index (change->verdicts_changed, BayanPlacedVerdict, i);
    }
  if (change->verdicts_changed->len > 0)
    {
      g_assert_cmpuint (change->headers_changed->len, ==, 0);
      g_assert_cmpuint (change->details_changed->len, ==, 0);
    }
}

static void
judge (Fixture *fixture, gint64 statement, const char *kind, guint32 start, BayanMentionStatus status)
{
  BayanActVerdict verdict = bayan_act_verdict (kind, bayan_raw_span (start, start + 8), status);
  BayanEdit *edit = bayan_edit_new (status == BAYAN_STATUS_REJECTED ? "reject-act" : "confirm-act", "أعلن");

  bayan_edit_judge_act (edit, statement, &verdict);
  apply_edit (fixture->library, edit);
}

static void
assert_status (Fixture *fixture, gint64 statement, const char *kind, guint32 start, BayanMentionStatus status)
{
  g_autoptr (GError) error = NULL;
  BayanOpenStatement *open = bayan_library_load_statement (fixture->library, statement, &error);

  g_assert_no_error (error);
  g_assert_cmpint (bayan_act_verdicts_find (open->verdicts, kind, bayan_raw_span (start, start + 8)), ==,
                   status);
  bayan_open_statement_free (open);
}

static void
test_said_and_taken_back (Fixture *fixture, gconstpointer data)
{
  Heard heard = { 0 };
  gint64 statement = import_one (fixture->library, "a.txt", TEXT, "العراق", "iso:IRQ");

  g_signal_connect (fixture->library, "changed", G_CALLBACK (changed_cb), &heard);
  judge (fixture, statement, BAYAN_JUDGED_ACT, 0, BAYAN_STATUS_REJECTED);
  g_assert_cmpuint (heard.n_changes, ==, 1);
  g_assert_cmpint (heard.last.statement, ==, statement);
  g_assert_cmpint (heard.last.verdict.status, ==, BAYAN_STATUS_REJECTED);
  g_assert_cmpstr (heard.last.verdict.kind, ==, BAYAN_JUDGED_ACT);
  g_assert_cmpuint (heard.last.verdict.place.end.byte, ==, 8);
  assert_status (fixture, statement, BAYAN_JUDGED_ACT, 0, BAYAN_STATUS_REJECTED);
  assert_status (fixture, statement, BAYAN_JUDGED_PLEDGE, 0, BAYAN_STATUS_SUGGESTED);
  assert_status (fixture, statement, BAYAN_JUDGED_ACT, 9, BAYAN_STATUS_SUGGESTED);

  judge (fixture, statement, BAYAN_JUDGED_ACT, 0, BAYAN_STATUS_CONFIRMED);
  assert_status (fixture, statement, BAYAN_JUDGED_ACT, 0, BAYAN_STATUS_CONFIRMED);
  travel (fixture->library, TRUE);
  g_assert_cmpint (heard.last.verdict.status, ==, BAYAN_STATUS_REJECTED);
  assert_status (fixture, statement, BAYAN_JUDGED_ACT, 0, BAYAN_STATUS_REJECTED);
  travel (fixture->library, TRUE);
  g_assert_cmpint (heard.last.verdict.status, ==, BAYAN_STATUS_SUGGESTED);
  g_assert_cmpstr (heard.last.verdict.kind, ==, BAYAN_JUDGED_ACT);
  assert_status (fixture, statement, BAYAN_JUDGED_ACT, 0, BAYAN_STATUS_SUGGESTED);
  travel (fixture->library, FALSE);
  assert_status (fixture, statement, BAYAN_JUDGED_ACT, 0, BAYAN_STATUS_REJECTED);
  judge (fixture, statement, BAYAN_JUDGED_ACT, 0, BAYAN_STATUS_SUGGESTED);
  assert_status (fixture, statement, BAYAN_JUDGED_ACT, 0, BAYAN_STATUS_SUGGESTED);
}

/* It is there when the library is opened again; what says nothing new is no act. */
static void
test_kept (Fixture *fixture, gconstpointer data)
{
  gint64 statement = import_one (fixture->library, "a.txt", TEXT, "العراق", "iso:IRQ");
  Heard heard = { 0 };

  judge (fixture, statement, "host", 9, BAYAN_STATUS_CONFIRMED);
  fixture_close (fixture);
  fixture_open (fixture);
  assert_status (fixture, statement, "host", 9, BAYAN_STATUS_CONFIRMED);
  g_signal_connect (fixture->library, "changed", G_CALLBACK (changed_cb), &heard);
  judge (fixture, statement, "host", 9, BAYAN_STATUS_CONFIRMED);
  g_assert_cmpuint (heard.n_changes, ==, 0);
  travel (fixture->library, TRUE);
  assert_status (fixture, statement, "host", 9, BAYAN_STATUS_SUGGESTED);
}

/* A statement that went and comes anew has nothing said of it; the library is whole. */
static void
test_statement_goes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 statement = import_one (fixture->library, "a.txt", TEXT, "العراق", "iso:IRQ");

  judge (fixture, statement, BAYAN_JUDGED_ACT, 0, BAYAN_STATUS_REJECTED);
  travel (fixture->library, TRUE);
  travel (fixture->library, FALSE);
  travel (fixture->library, TRUE);
  travel (fixture->library, TRUE);
  statement = import_one (fixture->library, "a.txt", TEXT, "العراق", "iso:IRQ");
  assert_status (fixture, statement, BAYAN_JUDGED_ACT, 0, BAYAN_STATUS_SUGGESTED);
  g_assert_true (bayan_library_check (fixture->library, &error));
  g_assert_no_error (error);
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/verdicts/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("said-and-taken-back", test_said_and_taken_back);
  ADD ("kept", test_kept);
  ADD ("statement-goes", test_statement_goes);
  return g_test_run ();
}
