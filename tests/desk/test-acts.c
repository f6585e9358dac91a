/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <unistd.h>

#include "bayan-page-sums.h"
#include "bayan-span-snap.h"
#include "bayan-trouble.h"

#define ROME                                                                                                 \
  "بيان روما\n\nصدر في 28 يونيو 2021\n\nاجتمع الوزراء في روما لبحث الوضع في العراق وسوريا، وشكروا العراق.\n"
#define RABAT                                                                                                \
  "بيان الرباط\n\nأكد الوزراء دعم العراق ودول الساحل، وأشاد الوزير العراقي بجهود الأمم المتحدة ضد داعش.\n"

static BayanCleanSpan
span_of (Fixture *fixture, const char *words)
{
  const BayanStatement *statement = bayan_reading_get_statement (bayan_desk_get_reading (fixture->desk));
  const char *found = strstr (statement->text, words);

  g_assert_nonnull (found);
  return bayan_clean_span ((guint32) (found - statement->text),
                           (guint32) (found - statement->text + strlen (words)));
}

static void
read_rome (Fixture *fixture)
{
  fixture_read (fixture, fixture_import_text (fixture, ROME));
}

static void
test_confirm_and_reject (Fixture *fixture, gconstpointer data)
{
  const BayanMention *mention;
  const char *subject;
  gint64 id;

  read_rome (fixture);
  mention = fixture_find (fixture, "سوريا", BAYAN_MENTION_GPE);
  id = mention->id;
  bayan_desk_confirm (fixture->desk, id);
  fixture_act (fixture);
  g_assert_cmpint (bayan_reading_find_mention (bayan_desk_get_reading (fixture->desk), id)->status, ==,
                   BAYAN_STATUS_CONFIRMED);
  g_assert_cmpuint (bayan_entity_item_get_n_confirmed (bayan_desk_find_entity (fixture->desk, "iso:SYR")), ==,
                    1);
  g_assert_cmpuint (bayan_statement_item_get_n_confirmed (fixture->statements->pdata[0]), ==, 1);
  g_assert_cmpstr (bayan_desk_get_undo_act (fixture->desk, &subject), ==, "confirm");
  g_assert_cmpstr (subject, ==, "سوريا");
  fixture_check (fixture);

  bayan_desk_reject (fixture->desk, id);
  fixture_act (fixture);
  g_assert_cmpuint (bayan_entity_item_get_count (bayan_desk_find_entity (fixture->desk, "iso:SYR")), ==, 0);
  g_assert_cmpuint (bayan_desk_get_country_count (fixture->desk, "SYR"), ==, 0);
  fixture_check (fixture);

  bayan_desk_undo (fixture->desk);
  fixture_act (fixture);
  g_assert_cmpint (bayan_reading_find_mention (bayan_desk_get_reading (fixture->desk), id)->status, ==,
                   BAYAN_STATUS_CONFIRMED);
  g_assert_cmpstr (bayan_desk_get_redo_act (fixture->desk, NULL), ==, "reject");
  g_assert_true (bayan_desk_get_can_redo (fixture->desk));
  fixture_check (fixture);
}

/* Doing what is done already is not an act. */
static void
test_nothing_to_do (Fixture *fixture, gconstpointer data)
{
  gint64 id;
  guint before;

  read_rome (fixture);
  id = fixture_find (fixture, "سوريا", BAYAN_MENTION_GPE)->id;
  bayan_desk_confirm (fixture->desk, id);
  fixture_act (fixture);
  before = fixture->n_updated;
  bayan_desk_confirm (fixture->desk, id);
  bayan_desk_change_type (fixture->desk, id, BAYAN_MENTION_GPE);
  bayan_desk_label (fixture->desk, span_of (fixture, "سوريا"), BAYAN_MENTION_GPE);
  bayan_desk_label (fixture->desk, bayan_clean_span (5, 5), BAYAN_MENTION_GPE);
  bayan_desk_confirm (fixture->desk, 987654);
  bayan_desk_undo (fixture->desk);
  fixture_act (fixture);
  g_assert_cmpuint (fixture->n_updated, ==, before + 1);
  g_assert_cmpint (bayan_reading_find_mention (bayan_desk_get_reading (fixture->desk), id)->status, ==,
                   BAYAN_STATUS_SUGGESTED);
  g_assert_null (fixture->failed);
}

static void
test_label (Fixture *fixture, gconstpointer data)
{
  BayanCleanSpan span;
  const BayanMention *mention;

  read_rome (fixture);
  span = span_of (fixture, "الوزراء");
  span.start.byte -= 1; /* the blank before it */
  span.end.byte += 1;   /* and behind */
  bayan_desk_label (fixture->desk, span, BAYAN_MENTION_ORG);
  fixture_act (fixture);
  mention = fixture_find (fixture, "الوزراء", BAYAN_MENTION_ORG);
  g_assert_nonnull (mention);
  g_assert_cmpint (mention->status, ==, BAYAN_STATUS_CONFIRMED);
  g_assert_cmpint (mention->layer, ==, BAYAN_LAYER_ANALYST);
  g_assert_cmpstr (mention->rule, ==, "analyst");
  g_assert_true (g_str_has_prefix (mention->entity_key, "org:"));
  g_assert_cmpuint (bayan_entity_item_get_count (bayan_desk_find_entity (fixture->desk, mention->entity_key)),
                    ==, 1);
  fixture_check (fixture);
  bayan_desk_undo (fixture->desk);
  fixture_act (fixture);
  g_assert_null (fixture_find (fixture, "الوزراء", BAYAN_MENTION_ORG));
  fixture_check (fixture);
}

/* What the tables know is linked to them, also where the analyst found it. */
static void
test_label_what_is_known (Fixture *fixture, gconstpointer data)
{
  gint64 id;

  read_rome (fixture);
  id = fixture_find (fixture, "سوريا", BAYAN_MENTION_GPE)->id;
  bayan_desk_reject (fixture->desk, id);
  fixture_act (fixture);
  bayan_desk_label (fixture->desk, span_of (fixture, "سوريا"), BAYAN_MENTION_GPE);
  fixture_act (fixture);
  /* The rejected one came back: no second mention on the same words. */
  g_assert_cmpint (fixture_find (fixture, "سوريا", BAYAN_MENTION_GPE)->id, ==, id);
  g_assert_cmpint (fixture_find (fixture, "سوريا", BAYAN_MENTION_GPE)->status, ==, BAYAN_STATUS_CONFIRMED);
  g_assert_cmpstr (bayan_desk_get_undo_act (fixture->desk, NULL), ==, "label");
  fixture_check (fixture);
}

static void
test_change_type (Fixture *fixture, gconstpointer data)
{
  const BayanMention *mention;
  gint64 id;

  fixture_read (fixture, fixture_import_text (fixture, RABAT));
  id = fixture_find (fixture, "العراقي", BAYAN_MENTION_NORP)->id;
  bayan_desk_change_type (fixture->desk, id, BAYAN_MENTION_ORG);
  fixture_act (fixture);
  mention = bayan_reading_find_mention (bayan_desk_get_reading (fixture->desk), id);
  g_assert_cmpint (mention->type, ==, BAYAN_MENTION_ORG);
  g_assert_cmpint (mention->status, ==, BAYAN_STATUS_CONFIRMED);
  g_assert_true (g_str_has_prefix (mention->entity_key, "org:"));
  g_assert_cmpuint (bayan_desk_get_country_count (fixture->desk, "IRQ"), ==, 1);
  fixture_check (fixture);
  bayan_desk_undo (fixture->desk);
  fixture_act (fixture);
  mention = bayan_reading_find_mention (bayan_desk_get_reading (fixture->desk), id);
  g_assert_cmpint (mention->type, ==, BAYAN_MENTION_NORP);
  g_assert_cmpint (mention->status, ==, BAYAN_STATUS_SUGGESTED);
  g_assert_cmpstr (mention->entity_key, ==, "nisba:IRQ");
  g_assert_cmpuint (bayan_desk_get_country_count (fixture->desk, "IRQ"), ==, 2);
  fixture_check (fixture);
}

/* There and back again: the tables know what the words name. */
static void
test_change_type_links_to_what_is_known (Fixture *fixture, gconstpointer data)
{
  gint64 id;

  read_rome (fixture);
  id = fixture_find (fixture, "سوريا", BAYAN_MENTION_GPE)->id;
  bayan_desk_change_type (fixture->desk, id, BAYAN_MENTION_ORG);
  fixture_act (fixture);
  g_assert_cmpuint (bayan_desk_get_country_count (fixture->desk, "SYR"), ==, 0);
  bayan_desk_change_type (fixture->desk, id, BAYAN_MENTION_GPE);
  fixture_act (fixture);
  g_assert_cmpstr (bayan_reading_find_mention (bayan_desk_get_reading (fixture->desk), id)->entity_key, ==,
                   "iso:SYR");
  g_assert_cmpuint (bayan_desk_get_country_count (fixture->desk, "SYR"), ==, 1);
  fixture_check (fixture);
}

/* The words are both, one of them was rejected: changing the other into it brings the first back. */
static void
test_change_type_to_one_that_is_there (Fixture *fixture, gconstpointer data)
{
  gint64 gpe, org;

  read_rome (fixture);
  gpe = fixture_find (fixture, "سوريا", BAYAN_MENTION_GPE)->id;
  bayan_desk_label (fixture->desk, span_of (fixture, "سوريا"), BAYAN_MENTION_ORG);
  fixture_act (fixture);
  org = fixture_find (fixture, "سوريا", BAYAN_MENTION_ORG)->id;
  bayan_desk_change_type (fixture->desk, org, BAYAN_MENTION_GPE);
  fixture_act (fixture);
  g_assert_cmpint (bayan_reading_find_mention (bayan_desk_get_reading (fixture->desk), gpe)->status, ==,
                   BAYAN_STATUS_CONFIRMED);
  g_assert_cmpint (bayan_reading_find_mention (bayan_desk_get_reading (fixture->desk), org)->status, ==,
                   BAYAN_STATUS_REJECTED);
  fixture_check (fixture);
  bayan_desk_undo (fixture->desk); /* both at once */
  fixture_act (fixture);
  g_assert_cmpint (bayan_reading_find_mention (bayan_desk_get_reading (fixture->desk), gpe)->status, ==,
                   BAYAN_STATUS_SUGGESTED);
  g_assert_cmpint (bayan_reading_find_mention (bayan_desk_get_reading (fixture->desk), org)->status, ==,
                   BAYAN_STATUS_CONFIRMED);
}

typedef struct {
  Fixture *fixture;
  GString *order;
} Order;

static void
updated_cb (BayanDesk *desk, Order *order)
{
  g_string_append (order->order, "updated ");
  fixture_check (order->fixture); /* all is right when it is said */
}

static void
mentions_changed_cb (BayanDesk *desk, Order *order)
{
  g_string_append (order->order, "mentions ");
  fixture_check (order->fixture);
}

static void
filter_changed_cb (BayanDesk *desk, Order *order)
{
  g_string_append (order->order, "filter ");
}

static void
test_order_of_signals (Fixture *fixture, gconstpointer data)
{
  Order order = { fixture, g_string_new (NULL) };
  gint64 id;

  read_rome (fixture);
  g_signal_connect (fixture->desk, "updated", G_CALLBACK (updated_cb), &order);
  g_signal_connect (fixture->desk, "mentions-changed", G_CALLBACK (mentions_changed_cb), &order);
  g_signal_connect (fixture->desk, "filter-changed", G_CALLBACK (filter_changed_cb), &order);
  id = fixture_find (fixture, "سوريا", BAYAN_MENTION_GPE)->id;
  bayan_desk_confirm (fixture->desk, id);
  fixture_act (fixture);
  g_assert_cmpstr (order.order->str, ==, "mentions updated ");

  g_string_truncate (order.order, 0);
  bayan_desk_set_country_filter (fixture->desk, "SYR");
  g_assert_cmpstr (order.order->str, ==, "filter "); /* the list answers at once */
  wait_until (fixture->desk->counts_later == 0);
  g_assert_cmpstr (order.order->str, ==, "filter updated ");

  g_string_truncate (order.order, 0);
  bayan_desk_reject (fixture->desk, id); /* and with it the statement stops to match */
  fixture_act (fixture);
  g_assert_cmpstr (order.order->str, ==, "filter mentions updated ");
  g_signal_handlers_disconnect_by_data (fixture->desk, &order);
  g_string_free (order.order, TRUE);
}

/* An act reaches list, entities, map and reader in one and the same turn of the main loop. */
static void
test_all_in_one_turn (Fixture *fixture, gconstpointer data)
{
  BayanStatementItem *item;
  BayanEntityItem *syria;
  const BayanMention *mention;

  read_rome (fixture);
  item = fixture->statements->pdata[0];
  syria = bayan_desk_find_entity (fixture->desk, "iso:SYR");
  mention = fixture_find (fixture, "سوريا", BAYAN_MENTION_GPE);
  bayan_desk_reject (fixture->desk, mention->id);
  while (bayan_statement_item_get_n_rejected (item) == 0)
    {
      g_assert_cmpuint (bayan_entity_item_get_count (syria), ==, 1);
      g_assert_cmpuint (bayan_desk_get_country_count (fixture->desk, "SYR"), ==, 1);
      g_assert_cmpint (fixture_find (fixture, "سوريا", BAYAN_MENTION_GPE)->status, ==,
                       BAYAN_STATUS_SUGGESTED);
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_cmpuint (bayan_entity_item_get_count (syria), ==, 0);
  g_assert_cmpuint (bayan_desk_get_country_count (fixture->desk, "SYR"), ==, 0);
  g_assert_cmpint (fixture_find (fixture, "سوريا", BAYAN_MENTION_GPE)->status, ==, BAYAN_STATUS_REJECTED);
}

static void
do_anything (Fixture *fixture)
{
  BayanReading *reading = bayan_desk_get_reading (fixture->desk);
  GPtrArray *mentions = bayan_reading_get_mentions (reading);
  const BayanMention *mention = mentions->pdata[g_test_rand_int_range (0, (gint32) mentions->len)];
  guint32 length = (guint32) bayan_reading_get_statement (reading)->text_length_bytes;
  guint32 start = (guint32) g_test_rand_int_range (0, (gint32) length);

  switch (g_test_rand_int_range (0, 10))
    {
    case 0:
    case 1:
      bayan_desk_confirm (fixture->desk, mention->id);
      break;
    case 2:
    case 3:
      bayan_desk_reject (fixture->desk, mention->id);
      break;
    case 4:
      bayan_desk_change_type (fixture->desk, mention->id, (BayanMentionType) g_test_rand_int_range (0, 6));
      break;
    case 5:
      bayan_desk_label (fixture->desk, bayan_clean_span (start, MIN (start + 12, length)),
                        (BayanMentionType) g_test_rand_int_range (0, 6));
      break;
    case 6:
      bayan_desk_undo (fixture->desk);
      break;
    case 7:
      bayan_desk_redo (fixture->desk);
      break;
    case 8:
      bayan_desk_set_scope (fixture->desk, g_test_rand_bit () ? BAYAN_SCOPE_LIBRARY : BAYAN_SCOPE_STATEMENT);
      break;
    default:
      bayan_desk_set_country_filter (fixture->desk, g_test_rand_bit ()   ? NULL
                                                    : g_test_rand_bit () ? "IRQ"
                                                                         : "SYR");
      break;
    }
}

/* Everything that was asked for is answered, with what follows from it, and what it changed was said before. */
static void
settle (Fixture *fixture)
{
  wait_until (fixture->desk->n_acts == 0 && fixture->desk->follow_up == NULL);
}

static void
test_anything (Fixture *fixture, gconstpointer data)
{
  gint64 rome = fixture_import_text (fixture, ROME), rabat = fixture_import_text (fixture, RABAT);

  for (int i = 0; i < 300; i++)
    {
      if (bayan_desk_get_reading (fixture->desk) == NULL || g_test_rand_int_range (0, 8) == 0)
        {
          /* An undone import takes the statement with it; redo brings it back. */
          while (fixture->statements->len < 2)
            {
              bayan_desk_redo (fixture->desk);
              settle (fixture);
              if (fixture->statements->len < 2 && !bayan_desk_get_can_redo (fixture->desk))
                return;
            }
          fixture_read (fixture, g_test_rand_bit () ? rome : rabat);
        }
      do_anything (fixture);
      if (g_test_rand_bit ())
        do_anything (fixture);
      settle (fixture);
      fixture_check (fixture);
    }
  /* Of two acts at once the first may take away what the second is about. */
  if (fixture->failed != NULL)
    g_assert_error (fixture->failed, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_NOT_FOUND);
}

/* Back to the beginning and forth to the end: every act is one step, and exact. */
static void
test_undo_all_redo_all (Fixture *fixture, gconstpointer data)
{
  gint64 id;
  guint n_steps = 0;

  read_rome (fixture);
  id = fixture_find (fixture, "سوريا", BAYAN_MENTION_GPE)->id;
  bayan_desk_confirm (fixture->desk, id);
  bayan_desk_change_type (fixture->desk, id, BAYAN_MENTION_LOC);
  bayan_desk_label (fixture->desk, span_of (fixture, "الوزراء"), BAYAN_MENTION_OCC);
  settle (fixture);
  for (; bayan_desk_get_can_undo (fixture->desk); n_steps++)
    {
      bayan_desk_undo (fixture->desk);
      settle (fixture);
      fixture_check (fixture);
    }
  g_assert_cmpuint (n_steps, ==, 4); /* the import is the first */
  g_assert_cmpuint (fixture->statements->len, ==, 0);
  while (bayan_desk_get_can_redo (fixture->desk))
    {
      bayan_desk_redo (fixture->desk);
      settle (fixture);
      fixture_check (fixture);
    }
  fixture_read (fixture, bayan_statement_item_get_id (fixture->statements->pdata[0]));
  g_assert_cmpint (bayan_reading_find_mention (bayan_desk_get_reading (fixture->desk), id)->type, ==,
                   BAYAN_MENTION_LOC);
  g_assert_nonnull (fixture_find (fixture, "الوزراء", BAYAN_MENTION_OCC));
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanImportJob) job = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("root may write everywhere");
      return;
    }
  read_rome (fixture);
  fixture_close (fixture);
  g_chmod (fixture->path, 0400);
  fixture_reopen (fixture);
  wait_until (bayan_desk_get_reading (fixture->desk) != NULL);
  g_assert_cmpint (bayan_trouble_of (bayan_desk_get_read_only (fixture->desk)), ==, BAYAN_TROUBLE_READ_ONLY);
  bayan_desk_confirm (fixture->desk, fixture_find (fixture, "سوريا", BAYAN_MENTION_GPE)->id);
  g_assert_cmpint (bayan_trouble_of (fixture->failed), ==, BAYAN_TROUBLE_READ_ONLY);
  g_assert_false (bayan_desk_get_can_undo (fixture->desk));
  job = bayan_desk_import_text (fixture->desk, RABAT);
  g_assert_false (bayan_import_job_get_running (job));
  g_assert_cmpint (bayan_trouble_of (bayan_import_job_get_error (job)), ==, BAYAN_TROUBLE_READ_ONLY);
  fixture_check (fixture);
}

/* A library that a newer Bayan wrote is opened for reading, by root as well. */
static void
test_newer (Fixture *fixture, gconstpointer data)
{
  sqlite3 *database;

  read_rome (fixture);
  fixture_close (fixture);
  g_assert_cmpint (
      sqlite3_open_v2 (fixture->path, &database, SQLITE_OPEN_READWRITE, bayan_page_sums_get_system ()), ==,
      SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, "PRAGMA locking_mode = EXCLUSIVE; PRAGMA user_version = 9999",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (database);
  fixture_reopen (fixture);
  wait_until (bayan_desk_get_reading (fixture->desk) != NULL);
  g_assert_cmpint (bayan_trouble_of (bayan_desk_get_read_only (fixture->desk)), ==, BAYAN_TROUBLE_NEWER);
  bayan_desk_reject (fixture->desk, fixture_find (fixture, "سوريا", BAYAN_MENTION_GPE)->id);
  g_assert_cmpint (bayan_trouble_of (fixture->failed), ==, BAYAN_TROUBLE_NEWER);
  fixture_check (fixture);
}

static void
check_snap (const char *text, guint32 start, guint32 end, const char *expected)
{
  g_autoptr (BayanStatement) statement = bayan_statement_new ();
  BayanCleanSpan span = bayan_clean_span (start, end);
  gboolean any;

  statement->text = g_strdup (text);
  statement->text_length_bytes = strlen (text);
  any = bayan_span_snap (statement, &span);
  g_assert_cmpint (any, ==, expected != NULL);
  if (any)
    {
      g_autofree char *words = g_strndup (text + span.start.byte, bayan_clean_span_length_bytes (span));
      g_assert_cmpstr (words, ==, expected);
    }
}

static void
test_snap (void)
{
  check_snap ("في العراق", 4, 17, "العراق");
  check_snap ("في العراق", 5, 17, "العراق");
  check_snap ("في العراق", 6, 16, "العراق"); /* in the middle of letters */
  check_snap ("العِراقُ", 0, 6, "العِ");        /* a mark stays with its letter */
  check_snap ("العِراقُ", 6, 16, "عِراقُ");
  check_snap ("\342\200\217العراق\342\200\217 ", 0, 99, "العراق");
  check_snap ("  \n ", 0, 4, NULL);
  check_snap ("العراق", 3, 3, NULL);
  check_snap ("العراق", 9, 2, NULL);
  check_snap ("العراق", 50, 60, NULL);
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/acts/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/acts/snap", test_snap);
  ADD ("confirm-and-reject", test_confirm_and_reject);
  ADD ("nothing-to-do", test_nothing_to_do);
  ADD ("label", test_label);
  ADD ("label-what-is-known", test_label_what_is_known);
  ADD ("change-type", test_change_type);
  ADD ("change-type-links-to-what-is-known", test_change_type_links_to_what_is_known);
  ADD ("change-type-to-one-that-is-there", test_change_type_to_one_that_is_there);
  ADD ("order-of-signals", test_order_of_signals);
  ADD ("all-in-one-turn", test_all_in_one_turn);
  ADD ("anything", test_anything);
  ADD ("undo-all-redo-all", test_undo_all_redo_all);
  ADD ("read-only", test_read_only);
  ADD ("newer", test_newer);
  return g_test_run ();
}
