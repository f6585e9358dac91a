/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mentions in several parts: kept, taken back and brought again, and left out where words alone are looked for. */
#include <sqlite3.h>
#include <string.h>

#include "dump.h"
#include "fixture.h"

#define TEXT "التقى وزيرا خارجية العراق أمس وسوريا نظيرهما"
#define FIRST "وزيرا خارجية العراق"
#define SECOND "وسوريا"

static BayanCleanSpan
span_of (const char *words)
{
  guint32 start = (guint32) (strstr (TEXT, words) - TEXT);

  return bayan_clean_span (start, start + (guint32) strlen (words));
}

/* The parts of the only mention: "0-10 20-30" */
static char *
tell (Fixture *fixture, gint64 statement)
{
  g_autoptr (BayanOpenStatement) open = load_statement (fixture->library, statement);
  const BayanMention *mention = open->mentions->pdata[0];
  GString *parts = g_string_new (NULL);

  g_assert_cmpuint (open->mentions->len, ==, 1);
  for (guint i = 0; i < bayan_mention_get_n_parts (mention); i++)
    g_string_append_printf (parts, "%s%u-%u", i > 0 ? " " : "",
                            bayan_mention_get_part (mention, i).start.byte,
                            bayan_mention_get_part (mention, i).end.byte);
  return g_string_free (parts, FALSE);
}

static void
assert_parts (Fixture *fixture, gint64 statement, const char *expected)
{
  g_autofree char *told = tell (fixture, statement);

  g_assert_cmpstr (told, ==, expected);
}

static gint64
import_it (Fixture *fixture)
{
  return import_one (fixture->library, "a.txt", TEXT, FIRST, "occ:ministers");
}

static void
set_parts (Fixture *fixture, const BayanCleanSpan *parts, guint n_parts, const BayanEntity *entity)
{
  g_autoptr (BayanMention) like = make_mention (TEXT, FIRST, BAYAN_MENTION_OCC, NULL);
  BayanEdit *edit = bayan_edit_new ("add-part", FIRST " … " SECOND);

  bayan_mention_set_parts (like, parts, n_parts);
  bayan_edit_set_parts (edit, 1, like, entity);
  apply_edit (fixture->library, edit);
}

#define ONE "11-47"
#define BOTH "11-47 55-67"

static void
add_second (Fixture *fixture)
{
  const BayanCleanSpan parts[] = { span_of (SECOND), span_of (FIRST) };

  set_parts (fixture, parts, 2, NULL);
}

/* The mention stays itself, is confirmed, and counts once. */
static void
test_acts (Fixture *fixture, gconstpointer data)
{
  gint64 id = import_it (fixture);
  g_autoptr (BayanEntity) entity = make_entity ("occ:both", BAYAN_MENTION_OCC, FIRST " … " SECOND, NULL);
  const BayanCleanSpan parts[] = { span_of (FIRST), span_of (SECOND) };
  g_autoptr (BayanOpenStatement) open = NULL;
  g_autoptr (BayanLibraryIndex) index = NULL;
  const BayanMention *mention;

  assert_parts (fixture, id, ONE);
  set_parts (fixture, parts, 2, entity);
  assert_parts (fixture, id, BOTH);
  open = load_statement (fixture->library, id);
  mention = open->mentions->pdata[0];
  g_assert_cmpint (mention->status, ==, BAYAN_STATUS_CONFIRMED);
  g_assert_cmpstr (mention->entity_key, ==, "occ:both");
  index = load_index (fixture->library);
  g_assert_cmpuint (index->tallies->len, ==, 1);
  travel (fixture->library, TRUE);
  assert_parts (fixture, id, ONE);
  travel (fixture->library, FALSE);
  fixture_close (fixture);
  fixture_open (fixture);
  assert_parts (fixture, id, BOTH);
  set_parts (fixture, parts, 1, NULL);
  assert_parts (fixture, id, ONE);
  travel (fixture->library, TRUE);
  assert_parts (fixture, id, BOTH);
}

/* With another text, and another status, parts go along. */
static void
test_text (Fixture *fixture, gconstpointer data)
{
  gint64 id = import_it (fixture);
  g_autoptr (GPtrArray) mentions = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_mention_free);
  g_autoptr (BayanStatement) text = make_statement ("a.txt", TEXT);
  g_autoptr (BayanOpenStatement) open = NULL;
  BayanEdit *edit = bayan_edit_new ("edit-text", "");

  add_second (fixture);
  open = load_statement (fixture->library, id);
  g_ptr_array_add (mentions, bayan_mention_copy (open->mentions->pdata[0]));
  bayan_edit_set_text (edit, id, text, mentions, NULL);
  bayan_edit_set_status (edit, 1, BAYAN_STATUS_REJECTED);
  bayan_edit_set_type (edit, 1, BAYAN_MENTION_PERS, NULL);
  apply_edit (fixture->library, edit);
  assert_parts (fixture, id, BOTH);
}

/* Words alone are not what they are a part of. */
static void
test_occurrences (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  import_it (fixture);
  add_second (fixture);
  found = bayan_library_find_occurrences (fixture->library, FIRST, 9, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpuint (((const BayanOccurrence *) found->pdata[0])->mentions->len, ==, 0);
  g_assert_null (((const BayanOccurrence *) found->pdata[0])->within);
}

/* What is no list of parts in a file that somebody else wrote */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  static const char *const MORE[][2] = {
    { "'55 67'", BOTH },  { "''", ONE },      { "';;'", ONE },           { "'x'", ONE },
    { "'30 20'", ONE },   { "'40 60'", ONE }, { "'55 67;60 90'", BOTH }, { "'55 67;'", BOTH },
    { "'-1 5000'", ONE },
  };
  gint64 id = import_it (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (MORE); i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE mention SET more = %s", MORE[i][0]);
      sqlite3 *database;

      fixture_close (fixture);
      g_assert_cmpint (sqlite3_open (fixture->path, &database), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
      sqlite3_close (database);
      fixture_open (fixture);
      assert_parts (fixture, id, MORE[i][1]);
    }
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/parts/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("acts", test_acts);
  ADD ("text", test_text);
  ADD ("occurrences", test_occurrences);
  ADD ("damaged", test_damaged);
  return g_test_run ();
}
