/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "bayan-ingest.h"
#include "bayan-text-change.h"
#include "bayan-trouble.h"

/* A page with furniture that cleaning leaves out, and a country named in it. */
#define WIRE                                                                                                             \
  "بيان روما\n\nاجتمع الوزراء في روما لبحث الوضع في العراق وسوريا.\n\n" \
  "اقرأ أيضا: وزير الخارجية يبحث مع نظيره دعم العراق\n\n"                        \
  "وشكر الوزراء العراق على استضافة الاجتماع.\n"

/* @marked: clean text is what stands outside of { and } */
static BayanStatement *
make (const char *marked)
{
  BayanStatement *statement = bayan_statement_new ();
  GString *clean = g_string_new (NULL);
  guint32 raw = 0;
  gboolean out = FALSE;

  statement->map = bayan_offset_map_new ();
  for (const char *at = marked; *at != '\0'; at++)
    {
      if (*at == '{' || *at == '}')
        {
          out = *at == '{';
          continue;
        }
      if (!out)
        {
          bayan_offset_map_append (statement->map, (BayanRawPos) { raw }, 1, 1, 1);
          g_string_append_c (clean, *at);
        }
      raw++;
    }
  statement->text_length_bytes = clean->len;
  statement->text = g_string_free (clean, FALSE);
  return statement;
}

static void
check_move (const char *from, const char *to, const char *words, const char *expected)
{
  g_autoptr (BayanStatement) before = make (from), after = make (to);
  const char *found = strstr (before->text, words);
  guint32 start = (guint32) (found - before->text);
  BayanCleanSpan moved;
  gboolean any;

  g_assert_nonnull (found);
  any = bayan_text_change_move_span (before, after,
                                     bayan_clean_span (start, start + (guint32) strlen (words)), &moved);
  g_assert_cmpint (any, ==, expected != NULL);
  if (any)
    {
      g_autofree char *there = g_strndup (after->text + moved.start.byte,
                                          bayan_clean_span_length_bytes (moved));
      g_assert_cmpstr (there, ==, expected);
    }
}

static void
test_moving_spans (void)
{
  check_move ("{إعلان }زار العراق", "إعلان زار العراق", "العراق", "العراق");
  check_move ("إعلان زار العراق", "{إعلان }زار العراق", "العراق", "العراق");
  check_move ("إعلان زار العراق", "{إعلان }زار العراق", "إعلان", NULL);
  check_move ("وزير {إعلان }الخارجية", "وزير إعلان الخارجية", "وزير الخارجية", "وزير إعلان الخارجية");
  check_move ("وزير إعلان الخارجية", "وزير {إعلان الخارجية}", "إعلان الخارجية", NULL);
  check_move ("زار العراق{ إعلان}", "زار العراق إعلان", "العراق", "العراق");
}

static void
test_suggestions_in_the_region_only (void)
{
  g_autoptr (BayanStatement) after = make ("زار العراق إعلان سوريا");
  BayanRecognition *recognition = bayan_recognition_new ();
  g_autoptr (GPtrArray) mentions = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_mention_free);
  guint32 length = (guint32) after->text_length_bytes, syria = length - (guint32) strlen ("سوريا");

  g_ptr_array_add (recognition->mentions,
                   bayan_mention_new (bayan_clean_span (7, 19), BAYAN_MENTION_GPE, BAYAN_LAYER_RULE, "x"));
  g_ptr_array_add (recognition->mentions, bayan_mention_new (bayan_clean_span (syria, length),
                                                             BAYAN_MENTION_GPE, BAYAN_LAYER_RULE, "x"));
  bayan_text_change_add_suggestions (after, bayan_raw_span (20, length), recognition, mentions);
  g_assert_cmpuint (mentions->len, ==, 1);
  g_assert_cmpuint (((BayanMention *) mentions->pdata[0])->span.start.byte, ==, syria);
  bayan_text_change_add_suggestions (after, bayan_raw_span (20, length), recognition, mentions);
  g_assert_cmpuint (mentions->len, ==, 1); /* not a second time */
  bayan_recognition_free (recognition);
}

/* The words and state of every mention, in the order of the text. */
static char *
describe (Fixture *fixture)
{
  BayanReading *reading = bayan_desk_get_reading (fixture->desk);
  GPtrArray *mentions = bayan_reading_get_mentions (reading);
  GString *out = g_string_new (bayan_reading_get_statement (reading)->text);

  for (guint i = 0; i < mentions->len; i++)
    {
      const BayanMention *mention = mentions->pdata[i];
      g_autofree char *words = bayan_desk_dup_words (fixture->desk, mention->span);
      g_string_append_printf (out, "\n%u %s %s %s", mention->span.start.byte, words,
                              bayan_mention_type_to_string (mention->type),
                              bayan_mention_status_to_string (mention->status));
    }
  return g_string_free (out, FALSE);
}

static guint
find_region (Fixture *fixture, const char *words)
{
  const BayanStatement *statement = bayan_reading_get_statement (bayan_desk_get_reading (fixture->desk));

  for (guint i = 0; i < statement->removed->len; i++)
    if (strstr (((BayanRemovedRegion *) statement->removed->pdata[i])->text, words) != NULL)
      return i;
  return G_MAXUINT;
}

static void
wait_for_other_text (Fixture *fixture)
{
  BayanReading *before = bayan_desk_get_reading (fixture->desk);

  wait_until (bayan_desk_get_reading (fixture->desk) != before);
}

static void
test_restore_and_undo (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL, *restored = NULL, *undone = NULL, *redone = NULL, *removed = NULL;
  gint64 statement = fixture_import_text (fixture, WIRE);
  guint region, n_iraq;
  gint64 confirmed;

  fixture_read (fixture, statement);
  region = find_region (fixture, "اقرأ أيضا");
  g_assert_cmpuint (region, !=, G_MAXUINT);
  confirmed = fixture_find (fixture, "سوريا", BAYAN_MENTION_GPE)->id;
  bayan_desk_confirm (fixture->desk, confirmed);
  fixture_act (fixture);
  n_iraq = bayan_entity_item_get_count (bayan_desk_find_entity (fixture->desk, "iso:IRQ"));
  before = describe (fixture);

  bayan_desk_set_region_restored (fixture->desk, region, TRUE);
  wait_for_other_text (fixture);
  restored = describe (fixture);
  g_assert_nonnull (strstr (restored, "اقرأ أيضا"));
  g_assert_cmpuint (bayan_entity_item_get_count (bayan_desk_find_entity (fixture->desk, "iso:IRQ")), ==,
                    n_iraq + 1);
  g_assert_cmpint (bayan_reading_find_mention (bayan_desk_get_reading (fixture->desk), confirmed)->status, ==,
                   BAYAN_STATUS_CONFIRMED);
  g_assert_cmpstr (bayan_desk_get_undo_act (fixture->desk, NULL), ==, "restore-region");
  fixture_check (fixture);

  bayan_desk_undo (fixture->desk);
  wait_for_other_text (fixture);
  undone = describe (fixture);
  g_assert_cmpstr (undone, ==, before);
  fixture_check (fixture);

  bayan_desk_redo (fixture->desk);
  wait_for_other_text (fixture);
  redone = describe (fixture);
  g_assert_cmpstr (redone, ==, restored);

  bayan_desk_set_region_restored (fixture->desk, region, FALSE);
  wait_for_other_text (fixture);
  removed = describe (fixture);
  g_assert_cmpstr (removed, ==, before);
  g_assert_cmpstr (bayan_desk_get_undo_act (fixture->desk, NULL), ==, "remove-region");
  fixture_check (fixture);
  g_assert_null (fixture->failed);
}

/* An act while the thread still cleans is not lost. */
static void
test_act_meanwhile (Fixture *fixture, gconstpointer data)
{
  gint64 id;

  fixture_read (fixture, fixture_import_text (fixture, WIRE));
  id = fixture_find (fixture, "سوريا", BAYAN_MENTION_GPE)->id;
  bayan_desk_set_region_restored (fixture->desk, find_region (fixture, "اقرأ أيضا"), TRUE);
  bayan_desk_reject (fixture->desk, id);
  wait_for_other_text (fixture);
  wait_until (bayan_reading_find_mention (bayan_desk_get_reading (fixture->desk), id)->status
              == BAYAN_STATUS_REJECTED);
  fixture_check (fixture);
  g_assert_null (fixture->failed);
}

static void
test_no_such_region (Fixture *fixture, gconstpointer data)
{
  guint before;

  bayan_desk_set_region_restored (fixture->desk, 0, TRUE);
  fixture_read (fixture, fixture_import_text (fixture, WIRE));
  before = fixture->n_updated;
  bayan_desk_set_region_restored (fixture->desk, 999, TRUE);
  bayan_desk_set_region_restored (fixture->desk, find_region (fixture, "اقرأ أيضا"), FALSE);
  fixture_import_text (fixture, "بيان آخر\n\nعن سوريا.\n");
  g_assert_cmpuint (fixture->n_updated, ==, before + 1);
}

static BayanCleanSpan
find_words (Fixture *fixture, const char *words)
{
  const BayanStatement *statement = bayan_reading_get_statement (bayan_desk_get_reading (fixture->desk));
  const char *found = strstr (statement->text, words);
  guint32 start = (guint32) (found - statement->text);

  g_assert_nonnull (found);
  return bayan_clean_span (start, start + (guint32) strlen (words));
}

static void
test_leave_out_and_undo (Fixture *fixture, gconstpointer data)
{
  const char *words = "وشكر الوزراء العراق على استضافة الاجتماع.";
  g_autofree char *before = NULL, *without = NULL, *undone = NULL, *restored = NULL;
  const BayanRemovedRegion *region;

  fixture_read (fixture, fixture_import_text (fixture, WIRE));
  before = describe (fixture);
  bayan_desk_leave_out (fixture->desk, find_words (fixture, words));
  wait_for_other_text (fixture);
  without = describe (fixture);
  g_assert_null (strstr (without, words));
  g_assert_cmpstr (bayan_desk_get_undo_act (fixture->desk, NULL), ==, "leave-out");
  fixture_check (fixture);

  bayan_desk_undo (fixture->desk);
  wait_for_other_text (fixture);
  undone = describe (fixture);
  g_assert_cmpstr (undone, ==, before);

  bayan_desk_redo (fixture->desk);
  wait_for_other_text (fixture);
  region = bayan_reading_get_statement (bayan_desk_get_reading (fixture->desk))
               ->removed->pdata[find_region (fixture, words)];
  g_assert_cmpstr (region->kind, ==, "by-hand");
  bayan_desk_set_region_restored (fixture->desk, find_region (fixture, words), TRUE);
  wait_for_other_text (fixture);
  restored = describe (fixture);
  g_assert_nonnull (strstr (restored, words));
  fixture_check (fixture);
  g_assert_null (fixture->failed);
}

/* White space alone is nothing to leave out. */
static void
test_leave_out_nothing (Fixture *fixture, gconstpointer data)
{
  bayan_desk_leave_out (fixture->desk, bayan_clean_span (0, 10));
  fixture_read (fixture, fixture_import_text (fixture, WIRE));
  bayan_desk_leave_out (fixture->desk, find_words (fixture, "\n\n"));
  bayan_desk_leave_out (fixture->desk, bayan_clean_span (100000, 100010));
  g_assert_cmpstr (bayan_desk_get_undo_act (fixture->desk, NULL), ==, "import");
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GArray) outcomes = bayan_library_import_finish (BAYAN_LIBRARY (source), result, NULL);

  *(gint64 *) data = g_array_index (outcomes, BayanImportOutcome, 0).statement;
}

static void
begun_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_import_item_free);
  g_autoptr (GBytes) raw = g_bytes_new_static (WIRE, strlen (WIRE));
  BayanStatement *statement = bayan_ingest_bytes (raw, "x.txt", NULL, NULL, NULL);

  g_free (statement->site);
  statement->site = g_strdup ("mfa.example");
  g_ptr_array_add (items, bayan_import_item_new (statement, bayan_recognition_new ()));
  bayan_library_import_async (BAYAN_LIBRARY (source),
                              bayan_library_begin_import_finish (BAYAN_LIBRARY (source), result, NULL), items,
                              NULL, imported_cb, data);
}

static BayanSiteChoice
get_choice (Fixture *fixture)
{
  return bayan_site_memory_get_choice (
      bayan_desk_get_sites (fixture->desk), "mfa.example",
      bayan_site_memory_hash_line ("اقرأ أيضا: وزير الخارجية يبحث مع نظيره دعم العراق", -1));
}

/* What is taken back on one page stays on the next ones of its site, until that is undone. */
static void
test_teaches_its_site (Fixture *fixture, gconstpointer data)
{
  gint64 statement = 0;

  bayan_library_begin_import_async (fixture->desk->library, NULL, begun_cb, &statement);
  wait_until (statement != 0);
  fixture_read (fixture, statement);
  g_assert_cmpint (get_choice (fixture), ==, BAYAN_SITE_CHOICE_NONE);
  bayan_desk_set_region_restored (fixture->desk, find_region (fixture, "اقرأ أيضا"), TRUE);
  wait_for_other_text (fixture);
  g_assert_cmpint (get_choice (fixture), ==, BAYAN_SITE_CHOICE_KEEP);
  g_assert_cmpstr (bayan_desk_get_taught_site (fixture->desk), ==, "mfa.example");

  bayan_desk_undo (fixture->desk);
  wait_for_other_text (fixture);
  g_assert_cmpint (get_choice (fixture), ==, BAYAN_SITE_CHOICE_NONE);
  bayan_desk_leave_out (fixture->desk, find_words (fixture, "وشكر الوزراء العراق"));
  wait_for_other_text (fixture);
  g_assert_null (bayan_desk_get_taught_site (fixture->desk)); /* half a line */

  bayan_desk_clean_again (fixture->desk);
  wait_for_other_text (fixture);
  g_assert_cmpuint (find_region (fixture, "وشكر الوزراء العراق"), !=,
                    G_MAXUINT); /* what was left out by hand stays out */
  fixture_check (fixture);

  bayan_desk_set_region_restored (fixture->desk, find_region (fixture, "اقرأ أيضا"), TRUE);
  wait_for_other_text (fixture);
  fixture_reopen (fixture);
  wait_until (bayan_desk_get_counted (fixture->desk));
  wait_until (get_choice (fixture) == BAYAN_SITE_CHOICE_KEEP);
}

#define TYPO "بيان بغداد\n\nزار وزير الخارجية العراقي عمان، ثم بيروتت، ثم دمشق، وعقد اجتماعاً في القاهرة.\n"

static BayanCleanSpan
find_span (Fixture *fixture, const char *words)
{
  const char *text = bayan_reading_get_statement (bayan_desk_get_reading (fixture->desk))->text;
  guint32 start = (guint32) (strstr (text, words) - text);

  return bayan_clean_span (start, start + (guint32) strlen (words));
}

/* A typo is put right: names behind it follow, the one in it asks for another look, and undo brings all of it back. */
static void
test_edit_text (Fixture *fixture, gconstpointer data)
{
  gint64 statement = fixture_import_text (fixture, TYPO), damascus, beirut;
  g_autofree char *before = NULL, *edited = NULL, *undone = NULL, *redone = NULL;
  const BayanMention *mention;

  fixture_read (fixture, statement);
  damascus = fixture_find (fixture, "دمشق", BAYAN_MENTION_GPE)->id;
  bayan_desk_confirm (fixture->desk, damascus);
  fixture_act (fixture);
  bayan_desk_label (fixture->desk, find_span (fixture, "بيروتت"), BAYAN_MENTION_GPE);
  fixture_act (fixture);
  wait_until (fixture->desk->n_acts == 0 && fixture->desk->follow_up == NULL);
  beirut = fixture_find (fixture, "بيروتت", BAYAN_MENTION_GPE)->id;
  before = describe (fixture);

  g_assert_true (bayan_desk_edit_text (fixture->desk, find_span (fixture, "بيروتت"), "بيروت"));
  wait_for_other_text (fixture);
  edited = describe (fixture);
  g_assert_null (strstr (edited, "بيروتت"));
  mention = bayan_reading_find_mention (bayan_desk_get_reading (fixture->desk), damascus);
  g_assert_cmpint (mention->status, ==, BAYAN_STATUS_CONFIRMED);
  g_assert_true (bayan_clean_span_equal (mention->span, find_span (fixture, "دمشق")));
  mention = bayan_reading_find_mention (bayan_desk_get_reading (fixture->desk), beirut);
  g_assert_cmpint (mention->status, ==, BAYAN_STATUS_SUGGESTED);
  g_assert_cmpstr (mention->evidence, ==, BAYAN_EVIDENCE_EDITED);
  g_assert_true (bayan_clean_span_equal (mention->span, find_span (fixture, "بيروت")));
  fixture_check (fixture);

  bayan_desk_undo (fixture->desk);
  wait_for_other_text (fixture);
  undone = describe (fixture);
  g_assert_cmpstr (undone, ==, before);
  bayan_desk_redo (fixture->desk);
  wait_for_other_text (fixture);
  redone = describe (fixture);
  g_assert_cmpstr (redone, ==, edited);
  fixture_check (fixture);
}

/* No mention vanishes silently, and nothing is written where nothing is different. */
static void
test_edit_text_refused (Fixture *fixture, gconstpointer data)
{
  gint64 statement = fixture_import_text (fixture, TYPO);
  g_autofree char *before = NULL, *after = NULL;

  fixture_read (fixture, statement);
  before = describe (fixture);
  g_assert_false (bayan_desk_edit_text (fixture->desk, find_span (fixture, "دمشق"), " دمشق "));
  g_assert_false (bayan_desk_edit_text (fixture->desk, find_span (fixture, "دمشق"), " "));
  g_assert_true (bayan_desk_edit_text (fixture->desk, find_span (fixture, "ثم دمشق،"), "ثم ،"));
  wait_until (fixture->failed != NULL);
  g_assert_error (fixture->failed, BAYAN_INGEST_ERROR, BAYAN_INGEST_ERROR_NOT_EDITABLE);
  g_assert_cmpint (bayan_trouble_of (fixture->failed), ==, BAYAN_TROUBLE_NOT_EDITABLE);
  after = describe (fixture);
  g_assert_cmpstr (after, ==, before);
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/region/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/region/moving-spans", test_moving_spans);
  g_test_add_func ("/region/suggestions-in-the-region-only", test_suggestions_in_the_region_only);
  ADD ("restore-and-undo", test_restore_and_undo);
  ADD ("act-meanwhile", test_act_meanwhile);
  ADD ("leave-out-and-undo", test_leave_out_and_undo);
  ADD ("teaches-its-site", test_teaches_its_site);
  ADD ("leave-out-nothing", test_leave_out_nothing);
  ADD ("no-such-region", test_no_such_region);
  ADD ("edit-text", test_edit_text);
  ADD ("edit-text-refused", test_edit_text_refused);
  return g_test_run ();
}
