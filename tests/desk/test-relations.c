/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one mention is to another, in the statement that is open: said, changed, taken away, and where its mentions go. */
#include "fixture.h"

#define TEXT "بيان\n\nالتقى السيد فلان بن علان وزير الطيران في بغداد ممثلي جامعة الدول العربية.\n"
#define PERSON "فلان بن علان"
#define OFFICE "وزير الطيران"

static BayanCleanSpan
span_of (Fixture *fixture, const char *words)
{
  const BayanStatement *statement = bayan_reading_get_statement (bayan_desk_get_reading (fixture->desk));
  const char *found = strstr (statement->text, words);

  g_assert_nonnull (found);
  return bayan_clean_span ((guint32) (found - statement->text),
                           (guint32) (found - statement->text + strlen (words)));
}

static gint64
find (Fixture *fixture, const char *words, BayanMentionType type)
{
  const BayanMention *mention = fixture_find (fixture, words, type);

  g_assert_nonnull (mention);
  return mention->id;
}

static void
label (Fixture *fixture, const char *words, BayanMentionType type)
{
  const BayanMention *there = fixture_find (fixture, words, type);

  if (there != NULL && there->status == BAYAN_STATUS_CONFIRMED)
    return;
  bayan_desk_label (fixture->desk, span_of (fixture, words), type);
  fixture_act (fixture);
}

static BayanRelation
make (Fixture *fixture)
{
  return (BayanRelation) { find (fixture, PERSON, BAYAN_MENTION_PERS),
                           find (fixture, OFFICE, BAYAN_MENTION_OCC), BAYAN_RELATION_HOLDS_OFFICE };
}

static GArray *
get_relations (Fixture *fixture)
{
  return bayan_reading_get_relations (bayan_desk_get_reading (fixture->desk));
}

static BayanRelation
get_only (Fixture *fixture)
{
  g_assert_cmpuint (get_relations (fixture)->len, ==, 1);
  return g_array_index (get_relations (fixture), BayanRelation, 0);
}

static void
undo (Fixture *fixture)
{
  bayan_desk_undo (fixture->desk);
  fixture_act (fixture);
}

static void
read_text (Fixture *fixture)
{
  fixture_read (fixture, fixture_import_text (fixture, TEXT));
  label (fixture, PERSON, BAYAN_MENTION_PERS);
  label (fixture, OFFICE, BAYAN_MENTION_OCC);
}

static void
read_related (Fixture *fixture)
{
  BayanRelation relation;

  read_text (fixture);
  relation = make (fixture);
  g_assert_true (bayan_desk_relate (fixture->desk, &relation));
  fixture_act (fixture);
}

/* What was suggested is confirmed by it, in the same act. */
static void
test_relate (Fixture *fixture, gconstpointer data)
{
  BayanRelation relation, made, place;
  const char *subject;

  read_text (fixture);
  relation = make (fixture);
  place = (BayanRelation) { relation.source, find (fixture, "بغداد", BAYAN_MENTION_GPE),
                            BAYAN_RELATION_LOCATED_IN };
  g_assert_cmpuint (get_relations (fixture)->len, ==, 0);
  g_assert_true (bayan_desk_relate (fixture->desk, &relation));
  fixture_act (fixture);
  g_assert_cmpuint (fixture->n_mentions_changed, >, 0);
  made = get_only (fixture);
  g_assert_true (bayan_relation_equal (&relation, &made));
  g_assert_cmpstr (bayan_desk_get_undo_act (fixture->desk, &subject), ==, "relate");
  g_assert_cmpstr (subject, ==, PERSON " … " OFFICE);
  g_assert_false (bayan_desk_relate (fixture->desk, &relation));

  g_assert_true (bayan_desk_relate (fixture->desk, &place));
  fixture_act (fixture);
  g_assert_cmpint (fixture_find (fixture, "بغداد", BAYAN_MENTION_GPE)->status, ==, BAYAN_STATUS_CONFIRMED);
  fixture_check (fixture);
  undo (fixture);
  g_assert_cmpint (fixture_find (fixture, "بغداد", BAYAN_MENTION_GPE)->status, ==, BAYAN_STATUS_SUGGESTED);
  undo (fixture);
  g_assert_cmpuint (get_relations (fixture)->len, ==, 0);
  bayan_desk_redo (fixture->desk);
  fixture_act (fixture);
  get_only (fixture);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  BayanRelation relation;

  read_text (fixture);
  relation = make (fixture);
  relation.kind = BAYAN_RELATION_LOCATED_IN;
  g_assert_false (bayan_desk_relate (fixture->desk, &relation)); /* an office is no place */
  relation.kind = BAYAN_RELATION_PLEDGES_TO;
  relation.target = relation.source;
  g_assert_false (bayan_desk_relate (fixture->desk, &relation));
  relation.target = 4711;
  g_assert_false (bayan_desk_relate (fixture->desk, &relation));
  g_assert_false (bayan_desk_remove_relation (fixture->desk, &relation));
}

static void
test_change (Fixture *fixture, gconstpointer data)
{
  BayanRelation relation, changed;

  read_related (fixture);
  relation = changed = get_only (fixture);
  changed.kind = BAYAN_RELATION_PLEDGES_TO;
  g_assert_true (bayan_desk_change_relation (fixture->desk, &relation, &changed));
  fixture_act (fixture);
  g_assert_cmpint (get_only (fixture).kind, ==, BAYAN_RELATION_PLEDGES_TO);
  g_assert_false (bayan_desk_change_relation (fixture->desk, &relation, &changed));
  relation = get_only (fixture);
  changed.source = relation.target;
  changed.target = relation.source;
  g_assert_true (bayan_desk_change_relation (fixture->desk, &relation, &changed));
  fixture_act (fixture);
  g_assert_cmpint (get_only (fixture).source, ==, changed.source);
  g_assert_true (bayan_desk_remove_relation (fixture->desk, &changed));
  fixture_act (fixture);
  g_assert_cmpuint (get_relations (fixture)->len, ==, 0);
  for (guint i = 0; i < 3; i++)
    undo (fixture);
  g_assert_cmpint (get_only (fixture).kind, ==, BAYAN_RELATION_HOLDS_OFFICE);
}

/* Rejected, it is none; confirmed again it is there again. */
static void
test_rejected (Fixture *fixture, gconstpointer data)
{
  gint64 office;

  read_related (fixture);
  office = get_only (fixture).target;
  bayan_desk_reject (fixture->desk, office);
  fixture_act (fixture);
  g_assert_cmpuint (get_relations (fixture)->len, ==, 0);
  g_assert_true (bayan_reading_is_related (bayan_desk_get_reading (fixture->desk), office));
  bayan_desk_confirm (fixture->desk, office);
  fixture_act (fixture);
  get_only (fixture);
}

/* An end that is moved by a word, two that are joined, another type: whoever comes for a mention is what it was. */
static void
test_handed_over (Fixture *fixture, gconstpointer data)
{
  gint64 office;

  read_related (fixture);
  office = get_only (fixture).target;
  g_assert_true (bayan_desk_set_span (fixture->desk, office, span_of (fixture, OFFICE " في بغداد")));
  fixture_act (fixture);
  g_assert_cmpint (get_only (fixture).target, ==, find (fixture, OFFICE " في بغداد", BAYAN_MENTION_OCC));
  fixture_check (fixture);
  undo (fixture);
  g_assert_cmpint (get_only (fixture).target, ==, office);

  bayan_desk_change_type (fixture->desk, office, BAYAN_MENTION_ORG);
  fixture_act (fixture);
  g_assert_cmpint (get_only (fixture).target, ==, office);
  undo (fixture);
  g_assert_true (bayan_desk_join (fixture->desk, get_only (fixture).source, office));
  fixture_act (fixture);
  g_assert_cmpuint (get_relations (fixture)->len, ==, 0); /* nobody holds himself */
  undo (fixture);
  get_only (fixture);
}

/* The words of one are written anew, and one is left out of the text. */
static void
test_text (Fixture *fixture, gconstpointer data)
{
  BayanReading *before;

  read_related (fixture);
  before = bayan_desk_get_reading (fixture->desk);
  g_assert_true (bayan_desk_edit_text (fixture->desk, span_of (fixture, "الطيران"), "الدفاع"));
  wait_until (bayan_desk_get_reading (fixture->desk) != before);
  g_assert_cmpint (get_only (fixture).target, ==, find (fixture, "وزير الدفاع", BAYAN_MENTION_OCC));
  before = bayan_desk_get_reading (fixture->desk);
  bayan_desk_leave_out (fixture->desk, span_of (fixture, "وزير الدفاع"));
  wait_until (bayan_desk_get_reading (fixture->desk) != before);
  g_assert_cmpuint (get_relations (fixture)->len, ==, 0);
  before = bayan_desk_get_reading (fixture->desk);
  bayan_desk_undo (fixture->desk);
  wait_until (bayan_desk_get_reading (fixture->desk) != before);
  get_only (fixture);
}

/* With its import it goes, and comes again. */
static void
test_import_undone (Fixture *fixture, gconstpointer data)
{
  gint64 statement;

  read_related (fixture);
  statement = bayan_reading_get_id (bayan_desk_get_reading (fixture->desk));
  while (bayan_desk_get_can_undo (fixture->desk))
    undo (fixture);
  g_assert_null (bayan_desk_get_reading (fixture->desk));
  while (bayan_desk_get_can_redo (fixture->desk))
    {
      bayan_desk_redo (fixture->desk);
      fixture_act (fixture);
    }
  fixture_read (fixture, statement);
  get_only (fixture);
  fixture_reopen (fixture);
  fixture_read (fixture, statement);
  get_only (fixture);
}

#define TOLD                                                                                                                                                                           \
  "بيان بغداد\n\nبغداد، 9 آذار 2023\n\nقال وزير الخارجية الأميركي في لقاء مع وزير الطيران فلان بن علان إنه " \
  "يشكره، "                                                                                                                                                                      \
  "وأضاف أنتوني بلنكن أنه سيعود.\n\n"                                                                                                                          \
  "وزار الوفد نينوى في العراق. ثم عاد.\n"

static BayanRelation
suggested (Fixture *fixture, gint64 mention)
{
  g_autoptr (GArray) relations = bayan_desk_suggest_relations (fixture->desk, mention);

  g_assert_cmpuint (relations->len, ==, 1);
  return g_array_index (relations, BayanRelation, 0);
}

static void
assert_none_suggested (Fixture *fixture, gint64 mention)
{
  g_autoptr (GArray) relations = bayan_desk_suggest_relations (fixture->desk, mention);

  g_assert_cmpuint (relations->len, ==, 0);
}

/* What is known of both is offered from either side, and written only when the analyst says so. */
static void
test_suggested (Fixture *fixture, gconstpointer data)
{
  BayanRelation relation;
  gint64 person, office, province;

  fixture_read (fixture, fixture_import_text (fixture, TOLD));
  label (fixture, PERSON, BAYAN_MENTION_PERS);
  label (fixture, OFFICE, BAYAN_MENTION_OCC);
  relation = suggested (fixture, find (fixture, PERSON, BAYAN_MENTION_PERS)); /* beside it, and in no table */
  g_assert_cmpint (relation.target, ==, find (fixture, OFFICE, BAYAN_MENTION_OCC));
  person = find (fixture, "أنتوني بلنكن", BAYAN_MENTION_PERS);
  office = find (fixture, "وزير الخارجية الأميركي", BAYAN_MENTION_OCC);
  relation = suggested (fixture, office);
  g_assert_true (relation.source == person && relation.target == office);
  g_assert_cmpint (relation.kind, ==, BAYAN_RELATION_HOLDS_OFFICE);
  relation = suggested (fixture, person);
  g_assert_true (relation.source == person && relation.target == office);
  g_assert_cmpuint (get_relations (fixture)->len, ==, 0);
  g_assert_true (bayan_desk_relate (fixture->desk, &relation));
  fixture_act (fixture);
  get_only (fixture);
  assert_none_suggested (fixture, office);
  province = find (fixture, "نينوى", BAYAN_MENTION_GPE);
  relation = suggested (fixture, province);
  g_assert_cmpint (relation.kind, ==, BAYAN_RELATION_LOCATED_IN);
  g_assert_cmpint (relation.target, ==, find (fixture, "العراق", BAYAN_MENTION_GPE));
}

/* What is rejected is not offered again, after closing neither, until that is undone; and can be said all the same. */
static void
test_suggestion_rejected (Fixture *fixture, gconstpointer data)
{
  gint64 statement = fixture_import_text (fixture, TOLD), office;
  BayanRelation relation;

  fixture_read (fixture, statement);
  office = find (fixture, "وزير الخارجية الأميركي", BAYAN_MENTION_OCC);
  relation = suggested (fixture, office);
  g_assert_true (bayan_desk_reject_relation (fixture->desk, &relation));
  fixture_act (fixture);
  assert_none_suggested (fixture, office);
  g_assert_cmpuint (get_relations (fixture)->len, ==, 0);
  g_assert_false (bayan_desk_reject_relation (fixture->desk, &relation));
  fixture_reopen (fixture);
  fixture_read (fixture, statement);
  assert_none_suggested (fixture, office);
  undo (fixture);
  relation = suggested (fixture, office);
  g_assert_true (bayan_desk_reject_relation (fixture->desk, &relation));
  fixture_act (fixture);
  g_assert_true (bayan_desk_relate (fixture->desk, &relation));
  fixture_act (fixture);
  get_only (fixture);
  undo (fixture);
  assert_none_suggested (fixture, office);
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/desk/relations/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("relate", test_relate);
  ADD ("refused", test_refused);
  ADD ("change", test_change);
  ADD ("rejected", test_rejected);
  ADD ("handed-over", test_handed_over);
  ADD ("text", test_text);
  ADD ("import-undone", test_import_undone);
  ADD ("suggested", test_suggested);
  ADD ("suggestion-rejected", test_suggestion_rejected);
  return g_test_run ();
}
