/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one mention is to another: kept with the library, taken back and brought again exactly, and gone with its mentions. */
#include <sqlite3.h>
#include <string.h>

#include "dump.h"
#include "fixture.h"

#define TEXT "التقى فؤاد حسين وزير الخارجية في بغداد نظيره أيمن الصفدي"

/* Ids of the mentions that set_up() makes, in their order */
typedef struct {
  Fixture library;
  gint64 statement, person, office, place, other;
} Related;

static gboolean
try_apply (Related *self, BayanEdit *edit, GError **error)
{
  return bayan_library_apply (self->library.library, edit, error);
}

static gint64
label (Related *self, const char *words, BayanMentionType type)
{
  g_autoptr (BayanMention) mention = make_mention (TEXT, words, type, NULL);
  g_autoptr (BayanOpenStatement) open = NULL;
  BayanEdit *edit = bayan_edit_new ("label", words);
  gint64 newest = 0;

  bayan_edit_add_mention (edit, self->statement, mention, NULL);
  apply_edit (self->library.library, edit);
  open = load_statement (self->library.library, self->statement);
  for (guint i = 0; i < open->mentions->len; i++)
    newest = MAX (newest, ((const BayanMention *) open->mentions->pdata[i])->id);
  return newest;
}

static void
relate (Related *self, gint64 source, BayanRelationKind kind, gint64 target)
{
  BayanRelation relation = { source, target, kind };
  BayanEdit *edit = bayan_edit_new ("relate", "فؤاد حسين");

  bayan_edit_add_relation (edit, &relation);
  apply_edit (self->library.library, edit);
}

static void
set_up (Related *self, gconstpointer data)
{
  fixture_set_up (&self->library, data);
  self->statement = import_one (self->library.library, "a.txt", TEXT, NULL, NULL);
  self->person = label (self, "فؤاد حسين", BAYAN_MENTION_PERS);
  self->office = label (self, "وزير الخارجية", BAYAN_MENTION_OCC);
  self->place = label (self, "بغداد", BAYAN_MENTION_GPE);
  self->other = label (self, "أيمن الصفدي", BAYAN_MENTION_PERS);
  relate (self, self->person, BAYAN_RELATION_HOLDS_OFFICE, self->office);
  relate (self, self->person, BAYAN_RELATION_LOCATED_IN, self->place);
}

static void
tear_down (Related *self, gconstpointer data)
{
  fixture_tear_down (&self->library, data);
}

/* "person holds_office office", sorted by the numbers of the mentions */
static char *
tell (Related *self)
{
  g_autoptr (BayanOpenStatement) open = load_statement (self->library.library, self->statement);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < open->relations->len; i++)
    {
      const BayanRelation *relation = &g_array_index (open->relations, BayanRelation, i);

      g_string_append_printf (all, "%d %s %d; ", (int) relation->source,
                              bayan_relation_kind_to_string (relation->kind), (int) relation->target);
    }
  return g_string_free (all, FALSE);
}

static void
assert_told (Related *self, const char *expected)
{
  g_autofree char *told = tell (self);

  g_assert_cmpstr (told, ==, expected);
}

#define BOTH "1 holds_office 2; 1 located_in 3; "

/* What a change says of relations: "+1>2 " for one that came, "-1>2 " for one that went. */
static void
changed_cb (BayanLibrary *library, const BayanLibraryChange *change, GString *heard)
{
  for (guint i = 0; i < change->relations_changed->len; i++)
    {
      const BayanRelationChange *told = &g_array_index (change->relations_changed, BayanRelationChange, i);

      g_string_append_printf (heard, "%s%d>%d ", told->stands ? "+" : "-", (int) told->relation.source,
                              (int) told->relation.target);
    }
}

/* Each act once, and that it is there already is none. */
static void
test_acts (Related *self, gconstpointer data)
{
  BayanRelation relation = { self->person, self->office, BAYAN_RELATION_HOLDS_OFFICE };
  g_autoptr (GString) heard = g_string_new (NULL);
  g_autoptr (BayanLibraryIndex) index = NULL;
  BayanEdit *edit;
  gint64 last;

  g_signal_connect (self->library.library, "changed", G_CALLBACK (changed_cb), heard);
  assert_told (self, BOTH);
  index = load_index (self->library.library);
  last = index->undo->id;
  g_assert_cmpstr (index->undo->act, ==, "relate");
  relate (self, self->person, BAYAN_RELATION_HOLDS_OFFICE, self->office);
  g_clear_pointer (&index, bayan_library_index_free);
  index = load_index (self->library.library);
  g_assert_cmpint (index->undo->id, ==, last);
  g_assert_cmpstr (heard->str, ==, "");

  edit = bayan_edit_new ("reverse-relation", "");
  bayan_edit_remove_relation (edit, &relation);
  relation.source = self->office;
  relation.target = self->person;
  bayan_edit_add_relation (edit, &relation);
  apply_edit (self->library.library, edit);
  assert_told (self, "1 located_in 3; 2 holds_office 1; ");
  g_assert_nonnull (strstr (heard->str, "-1>2"));
  g_assert_nonnull (strstr (heard->str, "+2>1"));
  g_string_truncate (heard, 0);
  travel (self->library.library, TRUE);
  assert_told (self, BOTH);
  g_assert_nonnull (strstr (heard->str, "+1>2"));
  travel (self->library.library, TRUE);
  assert_told (self, "1 holds_office 2; ");
  travel (self->library.library, TRUE);
  assert_told (self, "");
  for (guint i = 0; i < 3; i++)
    travel (self->library.library, FALSE);
  assert_told (self, "1 located_in 3; 2 holds_office 1; ");
}

/* Closed and opened in between, what was undone comes again. */
static void
test_reopened (Related *self, gconstpointer data)
{
  travel (self->library.library, TRUE);
  fixture_close (&self->library);
  fixture_open (&self->library);
  assert_told (self, "1 holds_office 2; ");
  travel (self->library.library, FALSE);
  assert_told (self, BOTH);
}

static void
test_mention_goes (Related *self, gconstpointer data)
{
  BayanEdit *edit = bayan_edit_new ("unmark", "");

  bayan_edit_remove_mention (edit, self->office);
  apply_edit (self->library.library, edit);
  assert_told (self, "1 located_in 3; ");
  travel (self->library.library, TRUE);
  assert_told (self, BOTH);
  travel (self->library.library, FALSE);
  assert_told (self, "1 located_in 3; ");
}

/* A rejected mention keeps what it was to others for the day on which it is confirmed after all. A suggestion that is
 * something to others does not go as others do. */
static void
test_mention_rejected (Related *self, gconstpointer data)
{
  g_autoptr (BayanOpenStatement) open = NULL;
  BayanEdit *edit = bayan_edit_new ("reject", "");

  bayan_edit_set_status (edit, self->office, BAYAN_STATUS_REJECTED);
  apply_edit (self->library.library, edit);
  assert_told (self, BOTH);
  edit = bayan_edit_new ("suggest-again", "");
  bayan_edit_set_status (edit, self->office, BAYAN_STATUS_SUGGESTED);
  bayan_edit_remove_suggestion (edit, self->office);
  bayan_edit_remove_suggestion (edit, self->other);
  apply_edit (self->library.library, edit);
  assert_told (self, BOTH);
  open = load_statement (self->library.library, self->statement);
  g_assert_cmpuint (open->mentions->len, ==, 3);
}

/* Another text, in which some mentions do not stand */
static void
test_text_changes (Related *self, gconstpointer data)
{
  g_autoptr (BayanOpenStatement) open = load_statement (self->library.library, self->statement);
  g_autoptr (GPtrArray) mentions = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_mention_free);
  g_autoptr (BayanStatement) text = make_statement ("a.txt", "فؤاد حسين في بغداد");
  BayanEdit *edit = bayan_edit_new ("leave-out", "");

  for (guint i = 0; i < open->mentions->len; i++)
    {
      BayanMention *mention = bayan_mention_copy (open->mentions->pdata[i]);

      mention->span = bayan_clean_span (0, 8);
      if (mention->id == self->office)
        bayan_mention_free (mention);
      else
        g_ptr_array_add (mentions, mention);
    }
  bayan_edit_set_text (edit, self->statement, text, mentions, NULL);
  apply_edit (self->library.library, edit);
  assert_told (self, "1 located_in 3; ");
  travel (self->library.library, TRUE);
  assert_told (self, BOTH);
}

/* Another mention comes for one: the newest, or one that is there. */
static void
test_hand_over (Related *self, gconstpointer data)
{
  g_autoptr (BayanMention) wider = make_mention (TEXT, "وزير الخارجية في بغداد", BAYAN_MENTION_OCC, NULL);
  BayanEdit *edit = bayan_edit_new ("change-span", "");

  bayan_edit_add_mention (edit, self->statement, wider, NULL);
  bayan_edit_hand_over_relations (edit, self->office, 0);
  bayan_edit_remove_mention (edit, self->office);
  apply_edit (self->library.library, edit);
  assert_told (self, "1 located_in 3; 1 holds_office 5; ");
  edit = bayan_edit_new ("join", "");
  bayan_edit_hand_over_relations (edit, self->place, self->person);
  apply_edit (self->library.library, edit);
  assert_told (self, "1 holds_office 5; ");
  travel (self->library.library, TRUE);
  travel (self->library.library, TRUE);
  assert_told (self, BOTH);
}

/* A statement that is not to be seen has none, and has them again when it is. */
static void
test_import_undone (Related *self, gconstpointer data)
{
  g_autofree char *before = dump_shown (self->library.library);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  BayanRelation relation = { self->person, self->other, BAYAN_RELATION_PLEDGES_TO };
  BayanEdit *edit;

  for (guint i = 0; i < 7; i++)
    travel (self->library.library, TRUE);
  edit = bayan_edit_new ("relate", "");
  bayan_edit_add_relation (edit, &relation);
  g_assert_false (try_apply (self, edit, &error));
  g_assert_error (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_NOT_FOUND);
  for (guint i = 0; i < 7; i++)
    travel (self->library.library, FALSE);
  after = dump_shown (self->library.library);
  g_assert_cmpstr (before, ==, after);
}

/* The same source again, of an import that was undone */
static void
test_import_replaced (Related *self, gconstpointer data)
{
  gint64 again;

  for (guint i = 0; i < 7; i++)
    travel (self->library.library, TRUE);
  again = import_one (self->library.library, "a.txt", TEXT, NULL, NULL);
  g_assert_cmpint (again, !=, self->statement);
  self->statement = again;
  assert_told (self, "");
}

/* Nothing is anything to itself, nor to what stands in another statement. */
static void
test_refused (Related *self, gconstpointer data)
{
  gint64 elsewhere = import_one (self->library.library, "b.txt", "أعلنت فرنسا", "فرنسا", "iso:FRA");
  g_autoptr (BayanOpenStatement) open = load_statement (self->library.library, elsewhere);
  BayanRelation relations[] = {
    { self->person, self->person, BAYAN_RELATION_MEMBER_OF },
    { self->person, ((const BayanMention *) open->mentions->pdata[0])->id, BAYAN_RELATION_MEMBER_OF },
    { self->person, 4711, BAYAN_RELATION_MEMBER_OF },
  };

  for (guint i = 0; i < G_N_ELEMENTS (relations); i++)
    {
      g_autoptr (GError) error = NULL;
      BayanEdit *edit = bayan_edit_new ("relate", "");

      bayan_edit_add_relation (edit, &relations[i]);
      g_assert_false (try_apply (self, edit, &error));
      g_assert_error (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_NOT_FOUND);
    }
  assert_told (self, BOTH);
}

/* A kind that this program does not know stays in the file and is not shown. */
static void
test_unknown_kind (Related *self, gconstpointer data)
{
  sqlite3 *database;

  fixture_close (&self->library);
  g_assert_cmpint (sqlite3_open (self->library.path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database,
                                 "INSERT INTO word (text) VALUES ('accuses');"
                                 "UPDATE relation SET kind = (SELECT max (id) FROM word) WHERE target = 2",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (database);
  fixture_open (&self->library);
  assert_told (self, "1 located_in 3; ");
}

static void
test_place (Related *self, gconstpointer data)
{
  g_autoptr (BayanLibraryIndex) index = load_index (self->library.library);
  g_autoptr (GError) error = NULL;
  g_autofree BayanActPlace *place = bayan_library_find_act_place (self->library.library, index->undo->id,
                                                                  &error);

  g_assert_no_error (error);
  g_assert_cmpint (place->mention, ==, self->person);
}

#define ADD(name, function) g_test_add ("/relations/" name, Related, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("acts", test_acts);
  ADD ("reopened", test_reopened);
  ADD ("mention-goes", test_mention_goes);
  ADD ("mention-rejected", test_mention_rejected);
  ADD ("text-changes", test_text_changes);
  ADD ("hand-over", test_hand_over);
  ADD ("import-undone", test_import_undone);
  ADD ("import-replaced", test_import_replaced);
  ADD ("refused", test_refused);
  ADD ("unknown-kind", test_unknown_kind);
  ADD ("place", test_place);
  return g_test_run ();
}
