/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "bayan-store.h"
#include "fixture.h"

static const char *const COMMUNIQUE = "بيان ختامي\nأعلن العراق والأردن عقد اجتماع في بغداد يوم 12 آذار 2024.";
static const char *const WIRE = "خبر عاجل\nرحبت مصر بنتائج الاجتماع.";

static void
remember_change (BayanLibrary *library, BayanLibraryChange *change, gpointer data)
{
  GPtrArray *log = data;

  g_ptr_array_add (
      log, g_strdup_printf (
               "headers +%u ~%u -%u, entities +%u, tallies -%u +%u, mentions ~%u -%u, texts ~%u, "
               "undo %s, redo %s",
               change->headers_added->len, change->headers_changed->len, change->statements_removed->len,
               change->entities_added->len, change->tallies_removed->len, change->tallies_added->len,
               change->mentions_changed->len, change->mentions_removed->len, change->texts_changed->len,
               change->undo != NULL ? change->undo->act : "none",
               change->redo != NULL ? change->redo->act : "none"));
}

static void
assert_last (GPtrArray *log, const char *expected)
{
  g_assert_cmpuint (log->len, >, 0);
  g_assert_cmpstr (g_ptr_array_index (log, log->len - 1), ==, expected);
}

static BayanMention *
only_mention (BayanLibrary *library, gint64 statement)
{
  g_autoptr (BayanOpenStatement) open = load_statement (library, statement);

  g_assert_cmpuint (open->mentions->len, ==, 1);
  return bayan_mention_copy (g_ptr_array_index (open->mentions, 0));
}

/* A new library is a private file with nothing in it. */
static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanLibraryIndex) index = load_index (fixture->library);
  GStatBuf buffer;

  g_assert_cmpuint (index->headers->len, ==, 0);
  g_assert_cmpuint (index->entities->len, ==, 0);
  g_assert_cmpuint (index->tallies->len, ==, 0);
  g_assert_null (index->undo);
  g_assert_null (index->redo);
  g_assert_null (bayan_library_get_read_only (fixture->library));
  g_assert_cmpint (g_stat (fixture->path, &buffer), ==, 0);
  g_assert_cmpint (buffer.st_mode & 0777, ==, 0600);
}

static BayanStatement *
rich_statement (void)
{
  BayanStatement *statement = make_statement ("rich.html", COMMUNIQUE);
  BayanRemovedRegion *region = g_new0 (BayanRemovedRegion, 1);

  statement->uri = g_strdup ("file:///tmp/rich.html");
  statement->format = BAYAN_FORMAT_HTML;
  statement->date = (BayanDate) { 2024, 3, 12 };
  statement->date_span = bayan_clean_span (60, 70);
  statement->hijri = (BayanDate) { 1445, 9, 0 };
  statement->hijri_span = bayan_clean_span (71, 75);
  region->raw = bayan_raw_span (3, 9);
  region->at = (BayanCleanPos) { 4 };
  region->text = g_strdup ("إعلان");
  region->kind = g_strdup ("ad-marker");
  region->rule = g_strdup ("clean/ad-marker");
  region->restored = TRUE;
  g_ptr_array_add (statement->removed, region);
  return statement;
}

static void
assert_same_region (const BayanRemovedRegion *a, const BayanRemovedRegion *b)
{
  g_assert_cmpuint (a->raw.start.byte, ==, b->raw.start.byte);
  g_assert_cmpuint (a->raw.end.byte, ==, b->raw.end.byte);
  g_assert_cmpuint (a->at.byte, ==, b->at.byte);
  g_assert_cmpstr (a->text, ==, b->text);
  g_assert_cmpstr (a->kind, ==, b->kind);
  g_assert_cmpstr (a->rule, ==, b->rule);
  g_assert_cmpint (a->restored, ==, b->restored);
}

static void
assert_same_statement (const BayanStatement *a, const BayanStatement *b)
{
  g_assert_true (g_bytes_equal (a->raw, b->raw));
  g_assert_cmpstr (a->sha256, ==, b->sha256);
  g_assert_cmpstr (a->name, ==, b->name);
  g_assert_cmpstr (a->uri, ==, b->uri);
  g_assert_cmpstr (a->charset, ==, b->charset);
  g_assert_cmpint (a->format, ==, b->format);
  g_assert_cmpstr (a->text, ==, b->text);
  g_assert_cmpuint (a->text_length_bytes, ==, b->text_length_bytes);
  g_assert_cmpstr (a->title, ==, b->title);
  g_assert_true (bayan_clean_span_equal (a->title_span, b->title_span));
  g_assert_cmpint (bayan_date_compare (a->date, b->date), ==, 0);
  g_assert_true (bayan_clean_span_equal (a->date_span, b->date_span));
  g_assert_cmpint (bayan_date_compare (a->hijri, b->hijri), ==, 0);
  g_assert_true (bayan_clean_span_equal (a->hijri_span, b->hijri_span));
  g_assert_cmpstr (a->language, ==, b->language);
  g_assert_cmpuint (a->removed->len, ==, b->removed->len);
  for (guint i = 0; i < a->removed->len; i++)
    assert_same_region (g_ptr_array_index (a->removed, i), g_ptr_array_index (b->removed, i));
}

/* Everything that a statement, a mention and an entity have comes back as it went in, also after closing. */
static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_import_item_free);
  g_autoptr (BayanStatement) statement = rich_statement ();
  BayanRecognition *recognition = bayan_recognition_new ();
  BayanEntity *entity = make_entity ("iso:IRQ", BAYAN_MENTION_GPE, "العراق", "Iraq");
  BayanMention *mention = make_mention (COMMUNIQUE, "العراق", BAYAN_MENTION_GPE, "iso:IRQ");
  g_autoptr (BayanMention) expected = NULL;
  g_autoptr (BayanMention) found = NULL;
  g_autoptr (GArray) outcomes = NULL;
  g_autoptr (BayanOpenStatement) open = NULL;
  g_autoptr (BayanLibraryIndex) index = NULL;
  const BayanEntity *kept;

  entity->iso3 = g_strdup ("IRQ");
  entity->latitude = 33.25;
  entity->longitude = 44.5;
  bayan_mention_set_text (&mention->evidence, "العراق");
  bayan_mention_set_text (&mention->value, "IRQ");
  expected = bayan_mention_copy (mention);
  g_ptr_array_add (recognition->entities, entity);
  g_ptr_array_add (recognition->mentions, mention);
  g_ptr_array_add (items, bayan_import_item_new (bayan_statement_ref (statement), recognition));
  outcomes = import_items (fixture->library, items);
  fixture_close (fixture);
  fixture_open (fixture);

  open = load_statement (fixture->library, g_array_index (outcomes, BayanImportOutcome, 0).statement);
  assert_same_statement (open->statement, statement);
  found = only_mention (fixture->library, open->id);
  g_assert_cmpint (bayan_mention_compare (found, expected), ==, 0);
  g_assert_cmpint (found->id, >, 0);
  g_assert_cmpint (found->status, ==, BAYAN_STATUS_SUGGESTED);
  g_assert_cmpint (found->layer, ==, BAYAN_LAYER_GAZETTEER);
  g_assert_cmpstr (found->rule, ==, "gazetteer/countries.tsv");
  g_assert_cmpstr (found->evidence, ==, expected->evidence);
  g_assert_cmpstr (found->value, ==, expected->value);
  g_assert_cmpstr (found->entity_key, ==, "iso:IRQ");

  index = load_index (fixture->library);
  g_assert_cmpuint (index->entities->len, ==, 1);
  kept = ((BayanNumberedEntity *) g_ptr_array_index (index->entities, 0))->entity;
  g_assert_cmpstr (kept->key, ==, "iso:IRQ");
  g_assert_cmpstr (kept->name_ar, ==, "العراق");
  g_assert_cmpstr (kept->name_en, ==, "Iraq");
  g_assert_cmpstr (kept->iso3, ==, "IRQ");
  g_assert_cmpfloat (kept->latitude, ==, 33.25);
  g_assert_cmpfloat (kept->longitude, ==, 44.5);
}

static void
test_index (Fixture *fixture, gconstpointer data)
{
  gint64 first = import_one (fixture->library, "a.txt", COMMUNIQUE, "العراق", "iso:IRQ");
  gint64 second = import_one (fixture->library, "b.txt", WIRE, "مصر", "iso:EGY");
  g_autoptr (BayanLibraryIndex) index = load_index (fixture->library);
  const BayanHeader *newest = g_ptr_array_index (index->headers, 0);
  const BayanTally *tally = &g_array_index (index->tallies, BayanTally, 1);

  g_assert_cmpuint (index->headers->len, ==, 2);
  g_assert_cmpint (newest->id, ==, second);
  g_assert_cmpstr (newest->title, ==, "خبر عاجل");
  g_assert_cmpstr (newest->source_name, ==, "b.txt");
  g_assert_cmpuint (newest->n_suggested, ==, 1);
  g_assert_cmpuint (newest->n_confirmed + newest->n_rejected, ==, 0);
  g_assert_cmpint (ABS (newest->imported_at - g_get_real_time () / G_USEC_PER_SEC), <, 60);
  g_assert_cmpuint (index->tallies->len, ==, 2);
  g_assert_cmpint (g_array_index (index->tallies, BayanTally, 0).statement, ==, first);
  g_assert_cmpint (tally->statement, ==, second);
  g_assert_cmpuint (tally->entity, ==,
                    ((BayanNumberedEntity *) g_ptr_array_index (index->entities, 1))->number);
  g_assert_cmpint (tally->type, ==, BAYAN_MENTION_GPE);
  g_assert_cmpstr (index->undo->act, ==, "import");
  g_assert_cmpstr (index->undo->subject, ==, "1");
}

static void
keep_tallies (BayanLibrary *library, BayanLibraryChange *change, gpointer data)
{
  g_array_append_vals ((GArray *) data, change->tallies_added->data, change->tallies_added->len);
}

/* More mentions than are written at a time: each is told with the number under which it is stored. */
static void
test_many_mentions (Fixture *fixture, gconstpointer data)
{
  static const guint N_MENTIONS[] = { 100, 0, 93, 3903, 0, 4100 };
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_import_item_free);
  g_autoptr (GArray) told = g_array_new (FALSE, FALSE, sizeof (BayanTally)), outcomes = NULL;
  guint next = 0;

  for (guint i = 0; i < G_N_ELEMENTS (N_MENTIONS); i++)
    {
      g_autofree char *text = g_strdup_printf ("%u %s", i, COMMUNIQUE);
      BayanImportItem *item = make_item ("a.txt", text, NULL, NULL);

      for (guint j = 0; j < N_MENTIONS[i]; j++)
        {
          BayanMention *mention = make_mention (text, text, BAYAN_MENTION_GPE, j % 3 == 0 ? NULL : "iso:IRQ");
          mention->span = bayan_clean_span (j, j + 1);
          g_ptr_array_add (item->recognition->mentions, mention);
        }
      g_ptr_array_add (items, item);
    }
  g_signal_connect (fixture->library, "changed", G_CALLBACK (keep_tallies), told);
  outcomes = import_items (fixture->library, items);
  for (guint i = 0; i < outcomes->len; i++)
    {
      g_autoptr (BayanOpenStatement) open =
          load_statement (fixture->library, g_array_index (outcomes, BayanImportOutcome, i).statement);

      g_assert_cmpuint (open->mentions->len, ==, N_MENTIONS[i]);
      for (guint j = 0; j < open->mentions->len; j++)
        {
          const BayanTally *tally = &g_array_index (told, BayanTally, next++);

          g_assert_cmpint (tally->statement, ==, open->id);
          g_assert_cmpint (tally->mention, ==, ((BayanMention *) open->mentions->pdata[j])->id);
          g_assert_cmpuint (tally->entity, ==, j % 3 == 0 ? 0 : 1);
        }
    }
  g_assert_cmpuint (next, ==, told->len);
}

/* The same bytes a second time are the statement that is there; that is no act. */
static void
test_duplicate (Fixture *fixture, gconstpointer data)
{
  gint64 first = import_one (fixture->library, "a.txt", COMMUNIQUE, "العراق", "iso:IRQ");
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_import_item_free);
  g_autoptr (GArray) outcomes = NULL;
  g_autoptr (BayanLibraryIndex) index = NULL;

  g_ptr_array_add (items, make_item ("b.txt", COMMUNIQUE, "العراق", "iso:IRQ"));
  g_ptr_array_add (items, make_item ("c.txt", WIRE, NULL, NULL));
  g_ptr_array_add (items, make_item ("d.txt", WIRE, NULL, NULL));
  outcomes = import_items (fixture->library, items);
  g_assert_true (g_array_index (outcomes, BayanImportOutcome, 0).duplicate);
  g_assert_cmpint (g_array_index (outcomes, BayanImportOutcome, 0).statement, ==, first);
  g_assert_false (g_array_index (outcomes, BayanImportOutcome, 1).duplicate);
  g_assert_true (g_array_index (outcomes, BayanImportOutcome, 2).duplicate);
  index = load_index (fixture->library);
  g_assert_cmpuint (index->headers->len, ==, 2);
  g_assert_cmpstr (index->undo->subject, ==, "1");
}

/* Confirm, undo, redo: what is stored, what is told, and what the menu says. */
static void
test_confirm (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) log = g_ptr_array_new_with_free_func (g_free);
  gint64 id = import_one (fixture->library, "a.txt", COMMUNIQUE, "العراق", "iso:IRQ");
  g_autoptr (BayanMention) before = only_mention (fixture->library, id);
  BayanEdit *edit = bayan_edit_new ("confirm", "العراق");
  g_autoptr (BayanLibraryIndex) index = NULL;

  g_signal_connect (fixture->library, "changed", G_CALLBACK (remember_change), log);
  bayan_edit_set_status (edit, before->id, BAYAN_STATUS_CONFIRMED);
  apply_edit (fixture->library, edit);
  assert_last (
      log, "headers +0 ~1 -0, entities +0, tallies -1 +1, mentions ~1 -0, texts ~0, undo confirm, redo none");
  g_clear_pointer (&before, bayan_mention_free);
  before = only_mention (fixture->library, id);
  g_assert_cmpint (before->status, ==, BAYAN_STATUS_CONFIRMED);
  fixture_close (fixture);
  fixture_open (fixture);
  g_signal_connect (fixture->library, "changed", G_CALLBACK (remember_change), log);
  travel (fixture->library, TRUE);
  assert_last (
      log,
      "headers +0 ~1 -0, entities +0, tallies -1 +1, mentions ~1 -0, texts ~0, undo import, redo confirm");
  g_clear_pointer (&before, bayan_mention_free);
  before = only_mention (fixture->library, id);
  g_assert_cmpint (before->status, ==, BAYAN_STATUS_SUGGESTED);
  travel (fixture->library, FALSE);
  index = load_index (fixture->library);
  g_assert_cmpuint (((BayanHeader *) g_ptr_array_index (index->headers, 0))->n_confirmed, ==, 1);
  g_assert_cmpstr (index->undo->act, ==, "confirm");
  g_assert_cmpstr (index->undo->subject, ==, "العراق");
}

static void
test_label_and_type (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) log = g_ptr_array_new_with_free_func (g_free);
  gint64 id = import_one (fixture->library, "a.txt", COMMUNIQUE, NULL, NULL);
  g_autoptr (BayanMention) mention = make_mention (COMMUNIQUE, "بغداد", BAYAN_MENTION_GPE, NULL);
  g_autoptr (BayanEntity) city = make_entity ("place:baghdad", BAYAN_MENTION_GPE, "بغداد", "Baghdad");
  BayanEdit *edit = bayan_edit_new ("label", "بغداد");

  g_signal_connect (fixture->library, "changed", G_CALLBACK (remember_change), log);
  mention->status = BAYAN_STATUS_CONFIRMED;
  bayan_mention_set_text (&mention->value, "x");
  bayan_edit_add_mention (edit, id, mention, city);
  apply_edit (fixture->library, edit);
  assert_last (
      log, "headers +0 ~1 -0, entities +1, tallies -0 +1, mentions ~1 -0, texts ~0, undo label, redo none");
  g_clear_pointer (&mention, bayan_mention_free);
  mention = only_mention (fixture->library, id);
  g_assert_cmpstr (mention->entity_key, ==, "place:baghdad");

  edit = bayan_edit_new ("change-type", "بغداد");
  bayan_edit_set_type (edit, mention->id, BAYAN_MENTION_FAC, NULL);
  apply_edit (fixture->library, edit);
  g_clear_pointer (&mention, bayan_mention_free);
  mention = only_mention (fixture->library, id);
  g_assert_cmpint (mention->type, ==, BAYAN_MENTION_FAC);
  g_assert_cmpint (mention->layer, ==, BAYAN_LAYER_ANALYST);
  g_assert_null (mention->entity_key);
  g_assert_null (mention->value);
  travel (fixture->library, TRUE);
  g_clear_pointer (&mention, bayan_mention_free);
  mention = only_mention (fixture->library, id);
  g_assert_cmpint (mention->type, ==, BAYAN_MENTION_GPE);
  g_assert_cmpstr (mention->rule, ==, "gazetteer/countries.tsv");
  g_assert_cmpstr (mention->value, ==, "x");
  travel (fixture->library, TRUE);
  assert_last (
      log, "headers +0 ~1 -0, entities +0, tallies -1 +0, mentions ~0 -1, texts ~0, undo import, redo label");
}

/* What the tallies of a change say must be the difference between two indexes. */
static void
test_undo_import (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) log = g_ptr_array_new_with_free_func (g_free);
  gint64 first = import_one (fixture->library, "a.txt", COMMUNIQUE, "العراق", "iso:IRQ");
  g_autoptr (GError) error = NULL;

  g_signal_connect (fixture->library, "changed", G_CALLBACK (remember_change), log);
  travel (fixture->library, TRUE);
  assert_last (
      log, "headers +0 ~0 -1, entities +0, tallies -1 +0, mentions ~0 -0, texts ~0, undo none, redo import");
  assert_found (fixture->library, "العراق", 0);
  g_assert_null (bayan_library_load_statement (fixture->library, first, &error));
  g_assert_error (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_NOT_FOUND);
  fixture_close (fixture);
  fixture_open (fixture);
  g_signal_connect (fixture->library, "changed", G_CALLBACK (remember_change), log);
  travel (fixture->library, FALSE);
  assert_last (
      log, "headers +1 ~0 -0, entities +0, tallies -0 +1, mentions ~0 -0, texts ~0, undo import, redo none");
  assert_found (fixture->library, "العراق", 1);

  /* Undone for good by a new act: then the same file is no duplicate. */
  travel (fixture->library, TRUE);
  g_assert_cmpint (import_one (fixture->library, "a.txt", COMMUNIQUE, "العراق", "iso:IRQ"), !=, first);
  assert_found (fixture->library, "العراق", 1);
  travel (fixture->library, FALSE);
  g_clear_error (&error);
  g_assert_true (bayan_library_check (fixture->library, &error));
  g_assert_no_error (error);
}

/* What no redo can bring back takes no room for long. */
static void
test_tidy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  BayanStore *store;
  gint64 n_statements = 0, n_sources = 0, n_mentions = 0;

  import_one (fixture->library, "a.txt", COMMUNIQUE, "العراق", "iso:IRQ");
  travel (fixture->library, TRUE);
  import_one (fixture->library, "b.txt", WIRE, "مصر", "iso:EGY");
  fixture_close (fixture);
  store = bayan_store_open (fixture->path, &error);
  g_assert_no_error (error);
  while (bayan_store_tidy (store, &error))
    ;
  g_assert_no_error (error);
  g_assert_true (
      bayan_database_read_int (store->database, "SELECT count (*) FROM statement", &n_statements, &error));
  g_assert_true (bayan_database_read_int (store->database, "SELECT count (*) FROM raw JOIN source USING (id)",
                                          &n_sources, &error));
  g_assert_true (
      bayan_database_read_int (store->database, "SELECT count (*) FROM mention", &n_mentions, &error));
  g_assert_cmpint (n_statements, ==, 1);
  g_assert_cmpint (n_sources, ==, 1);
  g_assert_cmpint (n_mentions, ==, 1);
  g_assert_true (bayan_store_check (store, &error));
  bayan_store_close (store);
}

/* A region taken back: another text of the same source; mentions keep their ids, move, come and go. */
static void
test_set_text (Fixture *fixture, gconstpointer data)
{
  static const char *const LONGER =
      "بيان ختامي\nإعلان: أعلن العراق والأردن عقد اجتماع في بغداد يوم 12 آذار 2024.";
  g_autoptr (GPtrArray) log = g_ptr_array_new_with_free_func (g_free);
  gint64 id = import_one (fixture->library, "a.txt", COMMUNIQUE, "العراق", "iso:IRQ");
  g_autoptr (BayanMention) old = only_mention (fixture->library, id);
  g_autoptr (BayanStatement) statement = make_statement ("a.txt", LONGER);
  g_autoptr (GPtrArray) mentions = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_mention_free);
  BayanEdit *edit = bayan_edit_new ("restore-region", "إعلان");
  BayanMention *moved = make_mention (LONGER, "العراق", BAYAN_MENTION_GPE, "iso:IRQ");
  g_autoptr (BayanOpenStatement) open = NULL;
  g_autoptr (GError) error = NULL;

  g_signal_connect (fixture->library, "changed", G_CALLBACK (remember_change), log);
  moved->id = old->id;
  g_ptr_array_add (mentions, moved);
  g_ptr_array_add (mentions, make_mention (LONGER, "الأردن", BAYAN_MENTION_GPE, "iso:JOR"));
  bayan_edit_set_text (edit, id, statement, mentions, NULL);
  assert_found (fixture->library, "إعلان", 0);
  apply_edit (fixture->library, edit);
  assert_last (log, "headers +0 ~1 -0, entities +1, tallies -1 +2, mentions ~2 -0, texts ~1, undo "
                    "restore-region, redo none");
  assert_found (fixture->library, "إعلان", 1);
  open = load_statement (fixture->library, id);
  g_assert_cmpstr (open->statement->text, ==, LONGER);
  g_assert_cmpuint (open->mentions->len, ==, 2);
  g_assert_cmpint (((BayanMention *) g_ptr_array_index (open->mentions, 0))->id, ==, old->id);
  travel (fixture->library, TRUE);
  assert_found (fixture->library, "إعلان", 0);
  assert_found (fixture->library, "بغداد", 1);
  g_clear_pointer (&open, bayan_open_statement_free);
  open = load_statement (fixture->library, id);
  g_assert_cmpstr (open->statement->text, ==, COMMUNIQUE);
  g_assert_cmpuint (open->mentions->len, ==, 1);
  travel (fixture->library, FALSE);
  assert_found (fixture->library, "إعلان", 1);
  g_assert_true (bayan_library_check (fixture->library, &error));
  g_assert_no_error (error);
}

/* All of an edit or nothing; what changes nothing is no act and leaves what could be redone. */
static void
test_failed_and_empty_edits (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) log = g_ptr_array_new_with_free_func (g_free);
  gint64 id = import_one (fixture->library, "a.txt", COMMUNIQUE, "العراق", "iso:IRQ");
  g_autoptr (BayanMention) mention = only_mention (fixture->library, id);
  BayanEdit *edit = bayan_edit_new ("reject", "العراق");
  g_autoptr (BayanLibraryIndex) index = NULL;
  g_autoptr (GError) error = NULL;

  bayan_edit_set_status (edit, mention->id, BAYAN_STATUS_REJECTED);
  apply_edit (fixture->library, edit);
  travel (fixture->library, TRUE);
  g_signal_connect (fixture->library, "changed", G_CALLBACK (remember_change), log);

  edit = bayan_edit_new ("confirm", "");
  bayan_edit_set_status (edit, mention->id, BAYAN_STATUS_CONFIRMED);
  bayan_edit_set_status (edit, 4711, BAYAN_STATUS_CONFIRMED);
  g_assert_false (bayan_library_apply (fixture->library, edit, &error));
  g_assert_error (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_NOT_FOUND);

  edit = bayan_edit_new ("confirm", "");
  bayan_edit_set_status (edit, mention->id, BAYAN_STATUS_SUGGESTED);
  apply_edit (fixture->library, edit);
  g_assert_cmpuint (log->len, ==, 0);
  index = load_index (fixture->library);
  g_assert_cmpuint (((BayanHeader *) g_ptr_array_index (index->headers, 0))->n_suggested, ==, 1);
  g_assert_cmpstr (index->redo->act, ==, "reject");
}

static void
test_state (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanLibraryIndex) index = NULL;

  bayan_library_set_state (fixture->library, "open-statement", "3");
  bayan_library_set_state (fixture->library, "scope", "library");
  bayan_library_set_state (fixture->library, "open-statement", "4");
  bayan_library_set_state (fixture->library, "scope", NULL);
  fixture_close (fixture);
  fixture_open (fixture);
  index = load_index (fixture->library);
  g_assert_cmpuint (g_hash_table_size (index->state), ==, 1);
  g_assert_cmpstr (g_hash_table_lookup (index->state, "open-statement"), ==, "4");
}

/* An import that is undone while it runs takes no more batches. */
static void
test_undo_running_import (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 import_id = bayan_library_begin_import (fixture->library, &error);
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_import_item_free);
  g_autoptr (GArray) outcomes = NULL;

  g_ptr_array_add (items, make_item ("a.txt", COMMUNIQUE, "العراق", "iso:IRQ"));
  outcomes = bayan_library_import (fixture->library, import_id, items, &error);
  g_assert_no_error (error);
  travel (fixture->library, TRUE);
  items = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_import_item_free);
  g_ptr_array_add (items, make_item ("b.txt", WIRE, "مصر", "iso:EGY"));
  g_assert_null (bayan_library_import (fixture->library, import_id, items, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

typedef struct {
  GMainLoop *loop;
  BayanLibrary *library;
  GString *order;
  guint n_cancelled;
} Async;

static void
index_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Async *async = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BayanLibraryIndex) index = bayan_library_load_index_finish (BAYAN_LIBRARY (source), result,
                                                                         &error);

  g_assert_no_error (error);
  g_string_append_printf (async->order, "index %u ", index->headers->len);
  g_main_loop_quit (async->loop);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Async *async = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) outcomes = bayan_library_import_finish (BAYAN_LIBRARY (source), result, &error);

  g_assert_no_error (error);
  g_string_append (async->order, "imported ");
}

static void
cancelled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Async *async = data;
  g_autoptr (GError) error = NULL;

  g_assert_null (bayan_library_search_finish (BAYAN_LIBRARY (source), result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  async->n_cancelled++;
}

static void
changed_cb (BayanLibrary *library, BayanLibraryChange *change, gpointer data)
{
  Async *async = data;

  g_assert_true (g_main_context_is_owner (NULL));
  g_string_append (async->order, "changed ");
}

static void
begun_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Async *async = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gint64 import_id = bayan_library_begin_import_finish (async->library, result, &error);
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_import_item_free);

  g_assert_no_error (error);
  g_ptr_array_add (items, make_item ("a.txt", COMMUNIQUE, "العراق", "iso:IRQ"));
  bayan_library_import_async (async->library, import_id, items, NULL, imported_cb, async);
  bayan_library_search_async (async->library, "العراق", cancellable, cancelled_cb, async);
  bayan_library_load_index_async (async->library, NULL, index_loaded_cb, async);
  g_cancellable_cancel (cancellable);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Async *async = data;
  g_autoptr (GError) error = NULL;

  async->library = bayan_library_open_finish (result, &error);
  g_assert_no_error (error);
  g_signal_connect (async->library, "changed", G_CALLBACK (changed_cb), async);
  bayan_library_begin_import_async (async->library, NULL, begun_cb, async);
}

/* Answers come in the order of the calls, and "changed" just before the answer of what changed. */
static void
test_async (Fixture *fixture, gconstpointer data)
{
  Async async = { g_main_loop_new (NULL, FALSE), NULL, g_string_new (NULL) };

  fixture_close (fixture);
  bayan_library_open_async (fixture->path, NULL, opened_cb, &async);
  g_main_loop_run (async.loop);
  g_assert_cmpstr (async.order->str, ==, "changed imported index 1 ");
  bayan_library_close (async.library);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (async.n_cancelled, ==, 1);
  g_assert_finalize_object (async.library);
  g_string_free (async.order, TRUE);
  g_main_loop_unref (async.loop);
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/library/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("new", test_new);
  ADD ("round-trip", test_round_trip);
  ADD ("index", test_index);
  ADD ("many-mentions", test_many_mentions);
  ADD ("duplicate", test_duplicate);
  ADD ("confirm", test_confirm);
  ADD ("label-and-type", test_label_and_type);
  ADD ("undo-import", test_undo_import);
  ADD ("tidy", test_tidy);
  ADD ("set-text", test_set_text);
  ADD ("failed-and-empty-edits", test_failed_and_empty_edits);
  ADD ("state", test_state);
  ADD ("undo-running-import", test_undo_running_import);
  ADD ("async", test_async);
  return g_test_run ();
}
