/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the analyst says of entities: it stands before what was found, goes and comes back exactly, and holds for what is
 * read in later. */
#include <math.h>

#include "dump.h"
#include "fixture.h"

#define DAESH "org:daesh"
#define TEXT "هزيمة داعش في العراق"
#define LATER "مقاتلو داعش والعراق"

/* A statement that names داعش, and العراق twice. Returns: its id */
static gint64
import (Fixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;
  gint64 import_id = bayan_library_begin_import (fixture->library, &error);
  BayanRecognition *recognition = bayan_recognition_new ();
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_import_item_free);
  g_autoptr (GArray) outcomes = NULL;

  g_ptr_array_add (recognition->mentions, make_mention (text, "داعش", BAYAN_MENTION_ORG, DAESH));
  g_ptr_array_add (recognition->mentions, make_mention (text, "العراق", BAYAN_MENTION_GPE, "iso:IRQ"));
  for (guint i = 0; i < recognition->mentions->len; i++)
    ((BayanMention *) recognition->mentions->pdata[i])->layer = BAYAN_LAYER_GAZETTEER;
  g_ptr_array_add (recognition->entities, make_entity (DAESH, BAYAN_MENTION_ORG, "داعش", "Daesh"));
  g_ptr_array_add (recognition->entities, make_entity ("iso:IRQ", BAYAN_MENTION_GPE, "العراق", "Iraq"));
  g_ptr_array_add (items, bayan_import_item_new (make_statement (text, text), recognition));
  outcomes = bayan_library_import (fixture->library, import_id, items, &error);
  g_assert_no_error (error);
  return g_array_index (outcomes, BayanImportOutcome, 0).statement;
}

static BayanOwnEntity *
make_own (void)
{
  BayanOwnEntity *own = bayan_own_entity_new ();

  own->type = BAYAN_MENTION_NORP;
  own->name_ar = g_strdup ("تنظيم الدولة");
  bayan_own_entity_set_text (&own->description, "تنظيم مسلح");
  bayan_own_entity_set_text (&own->wikidata, "Q2429253");
  own->latitude = 35.9;
  own->longitude = 39.0;
  return own;
}

static void
say (Fixture *fixture, const char *key, const BayanOwnEntity *own)
{
  BayanEdit *edit = bayan_edit_new ("change-entity", "داعش");

  bayan_edit_set_entity (edit, key, own);
  apply_edit (fixture->library, edit);
}

static const BayanNumberedEntity *
find (const BayanLibraryIndex *index, const char *key)
{
  for (guint i = 0; i < index->entities->len; i++)
    if (g_str_equal (((const BayanNumberedEntity *) index->entities->pdata[i])->entity->key, key))
      return index->entities->pdata[i];
  return NULL;
}

static BayanMentionType
type_in (Fixture *fixture, gint64 statement, const char *key)
{
  g_autoptr (BayanOpenStatement) open = load_statement (fixture->library, statement);

  for (guint i = 0; i < open->mentions->len; i++)
    if (g_strcmp0 (((const BayanMention *) open->mentions->pdata[i])->entity_key, key) == 0)
      return ((const BayanMention *) open->mentions->pdata[i])->type;
  g_assert_not_reached ();
}

static void
test_say (Fixture *fixture, gconstpointer data)
{
  gint64 id = import (fixture, TEXT), later;
  g_autoptr (BayanOwnEntity) own = make_own ();
  g_autoptr (BayanOwnEntity) nothing = bayan_own_entity_new ();
  g_autoptr (BayanLibraryIndex) index = NULL;
  const BayanNumberedEntity *numbered;

  say (fixture, DAESH, own);
  index = load_index (fixture->library);
  numbered = find (index, DAESH);
  g_assert_cmpstr (numbered->entity->name_ar, ==, "تنظيم الدولة");
  g_assert_cmpstr (numbered->entity->name_en, ==, "Daesh");
  g_assert_cmpint (numbered->entity->type, ==, BAYAN_MENTION_NORP);
  g_assert_cmpfloat (numbered->entity->latitude, ==, 35.9);
  g_assert_true (bayan_own_entity_says_same (numbered->own, own));
  g_assert_null (find (index, "iso:IRQ")->own);
  g_assert_cmpint (type_in (fixture, id, DAESH), ==, BAYAN_MENTION_NORP);
  g_assert_cmpint (type_in (fixture, id, "iso:IRQ"), ==, BAYAN_MENTION_GPE);
  /* What comes later, with its own names and type, does not unsay it. */
  later = import (fixture, LATER);
  g_assert_cmpint (type_in (fixture, later, DAESH), ==, BAYAN_MENTION_NORP);
  fixture_close (fixture);
  fixture_open (fixture);
  g_clear_pointer (&index, bayan_library_index_free);
  index = load_index (fixture->library);
  g_assert_cmpstr (find (index, DAESH)->entity->name_ar, ==, "تنظيم الدولة");
  assert_found (fixture->library, "type:NORP ", 2);
  assert_found (fixture->library, "type:ORG ", 0);
  say (fixture, DAESH, nothing);
  g_clear_pointer (&index, bayan_library_index_free);
  index = load_index (fixture->library);
  g_assert_null (find (index, DAESH)->own);
  g_assert_cmpstr (find (index, DAESH)->entity->name_ar, ==, "داعش");
  g_assert_cmpint (type_in (fixture, later, DAESH), ==, BAYAN_MENTION_ORG);
}

/* It is found by the country that the analyst puts it in, and by none where it is taken from the map. */
static void
test_search_by_place (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanOwnEntity) there = bayan_own_entity_new (), nowhere = bayan_own_entity_new ();

  import (fixture, TEXT);
  assert_found (fixture->library, "country:SYR ", 0);
  bayan_own_entity_set_text (&there->area, "iso:SYR");
  say (fixture, DAESH, there);
  assert_found (fixture->library, "country:SYR ", 1);
  assert_found (fixture->library, "country:IRQ ", 1); /* which is named, too */
  bayan_own_entity_set_text (&nowhere->area, BAYAN_AREA_NOWHERE);
  say (fixture, DAESH, nowhere);
  assert_found (fixture->library, "country:SYR ", 0);
  travel (fixture->library, TRUE);
  assert_found (fixture->library, "country:SYR ", 1);
}

/* A field of the search finds it as it is called now, as texts have it, and as what was merged into it. */
static void
test_search (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanOwnEntity) own = make_own ();
  BayanEdit *edit = bayan_edit_new ("merge-entity", "");

  import (fixture, TEXT);
  assert_found (fixture->library, "entity:الدولة ", 0);
  say (fixture, DAESH, own);
  assert_found (fixture->library, "entity:الدولة ", 1);
  assert_found (fixture->library, "entity:داعش ", 1);
  travel (fixture->library, TRUE);
  assert_found (fixture->library, "entity:الدولة ", 0);
  bayan_edit_merge_entities (edit, "iso:IRQ", DAESH);
  apply_edit (fixture->library, edit);
  assert_found (fixture->library, "entity:داعش ", 1);
  assert_found (fixture->library, "type:ORG ", 0);
}

typedef struct {
  guint n_signals;
  char *name; /* what was told last */
  gboolean is_said;
} Told;

static void
changed_cb (BayanLibrary *library, const BayanLibraryChange *change, Told *told)
{
  const BayanNumberedEntity *numbered;

  if (change->entities_added->len == 0)
    return;
  numbered = change->entities_added->pdata[0];
  told->n_signals++;
  g_free (told->name);
  told->name = g_strdup (numbered->entity->name_ar);
  told->is_said = numbered->own != NULL;
}

/* Whoever shows an entity hears of it: with the act, its undo and its redo. */
static void
test_told (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanOwnEntity) own = make_own ();
  Told told = { 0 };

  import (fixture, TEXT);
  g_signal_connect (fixture->library, "changed", G_CALLBACK (changed_cb), &told);
  say (fixture, DAESH, own);
  g_assert_cmpuint (told.n_signals, ==, 1);
  g_assert_cmpstr (told.name, ==, "تنظيم الدولة");
  g_assert_true (told.is_said);
  travel (fixture->library, TRUE);
  g_assert_cmpuint (told.n_signals, ==, 2);
  g_assert_cmpstr (told.name, ==, "داعش");
  g_assert_false (told.is_said);
  travel (fixture->library, FALSE);
  g_assert_cmpstr (told.name, ==, "تنظيم الدولة");
  g_signal_handlers_disconnect_by_func (fixture->library, changed_cb, &told);
  g_free (told.name);
}

/* Of a merged entity is said what is said of the other; what the merge made of types goes with it. */
static void
test_merged (Fixture *fixture, gconstpointer data)
{
  gint64 id = import (fixture, TEXT), later;
  g_autoptr (BayanOwnEntity) own = bayan_own_entity_new ();
  g_autoptr (BayanLibraryIndex) index = NULL;
  g_autofree char *before = dump_shown (fixture->library);
  g_autofree char *merged = NULL, *undone = NULL, *redone = NULL;
  BayanEdit *edit = bayan_edit_new ("merge-entity", "");

  bayan_edit_merge_entities (edit, "iso:IRQ", DAESH);
  apply_edit (fixture->library, edit);
  merged = dump_shown (fixture->library);
  travel (fixture->library, TRUE);
  undone = dump_shown (fixture->library);
  g_assert_cmpstr (undone, ==, before);
  travel (fixture->library, FALSE);
  redone = dump_shown (fixture->library);
  g_assert_cmpstr (redone, ==, merged);
  g_assert_cmpint (type_in (fixture, id, "iso:IRQ"), ==, BAYAN_MENTION_GPE);
  later = import (fixture, LATER);
  own->type = BAYAN_MENTION_LOC;
  say (fixture, DAESH, own);
  index = load_index (fixture->library);
  g_assert_null (find (index, DAESH)->own);
  g_assert_cmpint (find (index, "iso:IRQ")->entity->type, ==, BAYAN_MENTION_LOC);
  for (guint i = 0; i < index->tallies->len; i++)
    g_assert_cmpuint (g_array_index (index->tallies, BayanTally, i).type, ==, BAYAN_MENTION_LOC);
  g_assert_cmpint (type_in (fixture, later, "iso:IRQ"), ==, BAYAN_MENTION_LOC);
}

/* What was rejected was so as what it is. */
static void
test_rejected (Fixture *fixture, gconstpointer data)
{
  gint64 id = import (fixture, TEXT);
  g_autoptr (BayanOpenStatement) open = load_statement (fixture->library, id);
  g_autoptr (BayanOwnEntity) own = make_own ();
  BayanEdit *edit = bayan_edit_new ("reject", "");

  for (guint i = 0; i < open->mentions->len; i++)
    bayan_edit_set_status (edit, ((const BayanMention *) open->mentions->pdata[i])->id,
                           BAYAN_STATUS_REJECTED);
  apply_edit (fixture->library, edit);
  say (fixture, DAESH, own);
  g_assert_cmpint (type_in (fixture, id, DAESH), ==, BAYAN_MENTION_ORG);
}

static const BayanEntity *
find_called (const BayanLibraryIndex *index, const char *name)
{
  for (guint i = 0; i < index->entities->len; i++)
    {
      const BayanNumberedEntity *numbered = index->entities->pdata[i];

      if (g_strcmp0 (numbered->entity->name_ar, name) == 0)
        return numbered->entity;
    }
  return NULL;
}

/* Two ways to name Iraq, one of them twice. */
static void
import_variants (Fixture *fixture)
{
  import_one (fixture->library, "1", "العراق واحد", "العراق", "iso:IRQ");
  import_one (fixture->library, "2", "في العراق", "العراق", "iso:IRQ");
  import_one (fixture->library, "3", "جمهورية العراق", "جمهورية العراق", "iso:IRQ");
}

static void
split (Fixture *fixture)
{
  static const char *const words[] = { "جمهوريه العراق", "جمهورية العراق", NULL };
  g_autoptr (BayanEntity) entity = make_entity ("iso:IRQ", BAYAN_MENTION_ORG, "الجمهورية", NULL);
  BayanEdit *edit = bayan_edit_new ("split-entity", "جمهورية العراق");

  bayan_edit_split_entity (edit, "iso:IRQ", words, entity);
  apply_edit (fixture->library, edit);
}

static void
assert_variants (Fixture *fixture, const char *key, guint n_variants, const char *first, guint n_mentions)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) variants = bayan_library_load_variants (fixture->library, key, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (variants->len, ==, n_variants);
  if (n_variants == 0)
    return;
  g_assert_cmpstr (((const BayanVariant *) variants->pdata[0])->surface, ==, first);
  g_assert_cmpuint (((const BayanVariant *) variants->pdata[0])->n_mentions, ==, n_mentions);
}

static void
assert_names (Fixture *fixture, gint64 statement, const char *key)
{
  g_autoptr (BayanOpenStatement) open = load_statement (fixture->library, statement);

  g_assert_cmpuint (open->mentions->len, ==, 1);
  g_assert_cmpstr (((const BayanMention *) open->mentions->pdata[0])->entity_key, ==, key);
}

static void
test_variants (Fixture *fixture, gconstpointer data)
{
  import_variants (fixture);
  assert_variants (fixture, "iso:IRQ", 2, "العراق", 2);
  assert_variants (fixture, "iso:JOR", 0, NULL, 0);
}

/* The words are another entity from now on, also in what comes later; and not any more after undo. */
static void
test_split (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanLibraryIndex) index = NULL;
  g_autofree char *before = NULL, *after = NULL, *undone = NULL, *redone = NULL;
  const BayanEntity *entity;
  gint64 later;

  import_variants (fixture);
  before = dump_shown (fixture->library);
  split (fixture);
  after = dump_shown (fixture->library);
  index = load_index (fixture->library);
  entity = find_called (index, "الجمهورية");
  g_assert_cmpstr (entity->key, ==, "iso:IRQ#2");
  assert_variants (fixture, "iso:IRQ", 1, "العراق", 2);
  assert_variants (fixture, entity->key, 1, "جمهورية العراق", 1);
  travel (fixture->library, TRUE);
  undone = dump_shown (fixture->library);
  g_assert_cmpstr (undone, ==, before);
  travel (fixture->library, FALSE);
  redone = dump_shown (fixture->library);
  g_assert_cmpstr (redone, ==, after);
  travel (fixture->library, TRUE);
  import_one (fixture->library, "4", "عن جمهورية العراق", "جمهورية العراق", "iso:IRQ");
  assert_variants (fixture, "iso:IRQ", 2, "العراق", 2);
  split (fixture);
  later = import_one (fixture->library, "5", "بيان جمهورية العراق", "جمهورية العراق", "iso:IRQ");
  assert_names (fixture, later, "iso:IRQ#3");
  fixture_close (fixture);
  fixture_open (fixture);
  later = import_one (fixture->library, "6", "من جمهورية العراق", "جمهورية العراق", "iso:IRQ");
  assert_names (fixture, later, "iso:IRQ#3");
  import_one (fixture->library, "7", "من العراق", "العراق", "iso:IRQ");
  assert_variants (fixture, "iso:IRQ", 1, "العراق", 3);
}

/* What was split stays split when the rest becomes another entity. */
static void
test_split_and_merged (Fixture *fixture, gconstpointer data)
{
  BayanEdit *edit = bayan_edit_new ("merge-entity", "");

  import_variants (fixture);
  import_one (fixture->library, "8", "بغداد", "بغداد", "place:baghdad");
  split (fixture);
  bayan_edit_merge_entities (edit, "place:baghdad", "iso:IRQ");
  apply_edit (fixture->library, edit);
  import_one (fixture->library, "9", "هنا جمهورية العراق", "جمهورية العراق", "iso:IRQ");
  import_one (fixture->library, "10", "هنا العراق", "العراق", "iso:IRQ");
  assert_variants (fixture, "iso:IRQ#2", 1, "جمهورية العراق", 2);
  assert_variants (fixture, "place:baghdad", 2, "العراق", 3);
}

static void
test_unknown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BayanOwnEntity) own = make_own ();
  g_autoptr (GError) error = NULL;
  BayanEdit *edit = bayan_edit_new ("change-entity", "");

  bayan_edit_set_entity (edit, "org:nobody", own);
  g_assert_false (bayan_library_apply (fixture->library, edit, &error));
  g_assert_error (error, BAYAN_LIBRARY_ERROR, BAYAN_LIBRARY_ERROR_NOT_FOUND);
}

static void
assert_read (char *(*read) (const char *), const char *typed, const char *expected)
{
  g_autofree char *is = read (typed);

  g_assert_cmpstr (is, ==, expected);
}

static void
test_identifiers (void)
{
  assert_read (bayan_own_entity_read_iso, " irq ", "IRQ");
  assert_read (bayan_own_entity_read_iso, "iq", "IQ");
  assert_read (bayan_own_entity_read_iso, "", "");
  assert_read (bayan_own_entity_read_iso, "Iraq", NULL);
  assert_read (bayan_own_entity_read_iso, "I1", NULL);
  assert_read (bayan_own_entity_read_iso, "عر", NULL);
  assert_read (bayan_own_entity_read_m49, "368", "368");
  assert_read (bayan_own_entity_read_m49, "٣٦٨", "368");
  assert_read (bayan_own_entity_read_m49, "36", NULL);
  assert_read (bayan_own_entity_read_m49, "36a", NULL);
  assert_read (bayan_own_entity_read_wikidata, "Q796", "Q796");
  assert_read (bayan_own_entity_read_wikidata, "q٧٩٦", "Q796");
  assert_read (bayan_own_entity_read_wikidata, "https://www.wikidata.org/wiki/Q796", "Q796");
  assert_read (bayan_own_entity_read_wikidata, "  ", "");
  assert_read (bayan_own_entity_read_wikidata, "Q", NULL);
  assert_read (bayan_own_entity_read_wikidata, "Q0", NULL);
  assert_read (bayan_own_entity_read_wikidata, "796", NULL);
  assert_read (bayan_own_entity_read_wikidata, "wikidata.org/", NULL);
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/entities/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("say", test_say);
  ADD ("search", test_search);
  ADD ("search-by-place", test_search_by_place);
  ADD ("told", test_told);
  ADD ("merged", test_merged);
  ADD ("rejected", test_rejected);
  ADD ("variants", test_variants);
  ADD ("split", test_split);
  ADD ("split-and-merged", test_split_and_merged);
  ADD ("unknown", test_unknown);
  g_test_add_func ("/entities/identifiers", test_identifiers);
  return g_test_run ();
}
