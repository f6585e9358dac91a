/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The analyst's list of names: suggestions follow it, in all statements and at once, until it is taken back. */
#include <string.h>

#include "fixture.h"

#define TEXT "بيان أول\n\nأكد الوزراء أن لجنة زربطان شريك مهم، وقال الزربطانيون ذلك.\n"
#define OTHER "بيان ثان\n\nوصلت لجنة زربطان أمس.\n"

static BayanOwnName *
make_name (BayanMentionType type, const char *words, const char *spelling)
{
  BayanOwnName *name = bayan_own_name_new (type, words);

  if (spelling != NULL)
    bayan_own_name_add_spelling (name, spelling);
  return name;
}

static void
put (Fixture *fixture, BayanNameItem *item, BayanOwnName *name)
{
  bayan_desk_put_name (fixture->desk, item, name);
  bayan_own_name_free (name);
  fixture_act (fixture);
}

static guint
count_suggested (Fixture *fixture, gint64 statement)
{
  return bayan_statement_item_get_n_suggested (bayan_desk_find_statement (fixture->desk, statement));
}

/* "TYPE name (spelling, spelling) IRQ listed confirmed", joined with "; " */
static char *
write_names (Fixture *fixture)
{
  g_autoptr (GPtrArray) items = bayan_desk_list_names (fixture->desk);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      BayanNameItem *item = items->pdata[i];
      const BayanOwnName *name = bayan_name_item_get_name (item);
      g_autofree char *spellings = g_strjoinv (", ", name->spellings);

      g_string_append_printf (
          text, "%s%s %s (%s)%s%s%s %u", i > 0 ? "; " : "", bayan_mention_type_to_string (name->type),
          name->name, spellings, name->iso3 != NULL ? " " : "", name->iso3 != NULL ? name->iso3 : "",
          bayan_name_item_get_is_listed (item) ? " listed" : "", bayan_name_item_get_n_right (item));
    }
  return g_string_free (text, FALSE);
}

static void
assert_names (Fixture *fixture, const char *expected)
{
  g_autofree char *found = write_names (fixture);

  g_assert_cmpstr (found, ==, expected);
}

static BayanNameItem *
get_item (Fixture *fixture, guint number)
{
  g_autoptr (GPtrArray) items = bayan_desk_list_names (fixture->desk);

  return g_object_ref (items->pdata[number]);
}

static void
test_a_name_is_suggested_everywhere (Fixture *fixture, gconstpointer data)
{
  gint64 other = fixture_import_text (fixture, OTHER);
  gint64 open = fixture_import_text (fixture, TEXT);
  guint before = count_suggested (fixture, other), before_open = count_suggested (fixture, open);
  guint serial = bayan_desk_get_names_serial (fixture->desk);
  g_autoptr (BayanNameItem) item = NULL;
  const BayanMention *mention;

  fixture_read (fixture, open);
  put (fixture, NULL, make_name (BAYAN_MENTION_ORG, "لجنة زربطان", "الزربطانيون"));
  g_assert_cmpuint (bayan_desk_get_names_serial (fixture->desk), >, serial);
  wait_until (count_suggested (fixture, other) == before + 1);
  wait_until (count_suggested (fixture, open) == before_open + 2);
  mention = fixture_find (fixture, "الزربطانيون", BAYAN_MENTION_ORG);
  g_assert_nonnull (mention);
  g_assert_cmpint (mention->layer, ==, BAYAN_LAYER_MEMORY);
  g_assert_cmpstr (mention->rule, ==, "memory/list");
  g_assert_cmpstr (mention->evidence, ==, "لجنة زربطان");
  assert_names (fixture, "ORG لجنة زربطان (الزربطانيون) listed 0");
  fixture_check (fixture);

  /* Another spelling, one fewer: what stood in the old one is suggested no longer. */
  item = get_item (fixture, 0);
  put (fixture, item, make_name (BAYAN_MENTION_ORG, "لجنة زربطان", NULL));
  wait_until (count_suggested (fixture, open) == before_open + 1);
  g_assert_cmpuint (count_suggested (fixture, other), ==, before + 1);

  bayan_desk_undo (fixture->desk);
  fixture_act (fixture);
  g_assert_cmpuint (count_suggested (fixture, open), ==, before_open + 2);
  bayan_desk_undo (fixture->desk);
  fixture_act (fixture);
  g_assert_cmpuint (count_suggested (fixture, open), ==, before_open);
  g_assert_cmpuint (count_suggested (fixture, other), ==, before);
  assert_names (fixture, "");
  bayan_desk_redo (fixture->desk);
  fixture_act (fixture);
  g_assert_cmpuint (count_suggested (fixture, other), ==, before + 1);
  fixture_check (fixture);

  /* The library keeps it, and it counts where nothing is learned. */
  bayan_desk_set_learning (fixture->desk, FALSE);
  fixture_reopen (fixture);
  wait_until (bayan_desk_get_counted (fixture->desk));
  assert_names (fixture, "ORG لجنة زربطان (الزربطانيون) listed 0");
  fixture_read (fixture, fixture_import_text (fixture, OTHER "وعادت.\n"));
  g_assert_nonnull (fixture_find (fixture, "لجنة زربطان", BAYAN_MENTION_ORG));
}

static BayanCleanSpan
span_of (Fixture *fixture, const char *words)
{
  const BayanStatement *statement = bayan_reading_get_statement (bayan_desk_get_reading (fixture->desk));
  const char *found = strstr (statement->text, words);

  return bayan_clean_span ((guint32) (found - statement->text),
                           (guint32) (found - statement->text + strlen (words)));
}

/* What decisions taught is listed; taken off, it is forgotten, and the decision stays. What the tables know is not. */
static void
test_what_decisions_taught (Fixture *fixture, gconstpointer data)
{
  gint64 other = fixture_import_text (fixture, OTHER "وزار الوفد العراق.\n");
  guint before = count_suggested (fixture, other);
  gint64 open = fixture_import_text (fixture, TEXT);
  g_autoptr (BayanNameItem) item = NULL;
  g_autoptr (BayanNameItem) listed = NULL;

  fixture_read (fixture, open);
  bayan_desk_label (fixture->desk, span_of (fixture, "لجنة زربطان"), BAYAN_MENTION_ORG);
  fixture_act (fixture);
  wait_until (count_suggested (fixture, other) == before + 1);
  assert_names (fixture, "ORG لجنة زربطان () 1");

  /* On the list, with another spelling: one line. */
  item = get_item (fixture, 0);
  put (fixture, item, make_name (BAYAN_MENTION_ORG, "لجنة زربطان", "الزربطانيون"));
  assert_names (fixture, "ORG لجنة زربطان (الزربطانيون) listed 1");
  wait_until (fixture_find (fixture, "الزربطانيون", BAYAN_MENTION_ORG) != NULL);
  g_assert_cmpstr (fixture_find (fixture, "الزربطانيون", BAYAN_MENTION_ORG)->entity_key, ==,
                   "org:لجنة زربطان");

  listed = get_item (fixture, 0);
  bayan_desk_remove_name (fixture->desk, listed);
  fixture_act (fixture);
  assert_names (fixture, "");
  wait_until (count_suggested (fixture, other) == before);
  g_assert_cmpuint (bayan_desk_get_n_lessons (fixture->desk), ==, 0);
  g_assert_cmpint (fixture_find (fixture, "لجنة زربطان", BAYAN_MENTION_ORG)->status, ==,
                   BAYAN_STATUS_CONFIRMED);
  bayan_desk_undo (fixture->desk);
  fixture_act (fixture);
  assert_names (fixture, "ORG لجنة زربطان (الزربطانيون) listed 1");
  g_assert_cmpuint (bayan_desk_get_n_lessons (fixture->desk), ==, 1);

  fixture_read (fixture, other);
  bayan_desk_confirm (fixture->desk, fixture_find (fixture, "العراق", BAYAN_MENTION_GPE)->id);
  fixture_act (fixture);
  assert_names (fixture, "ORG لجنة زربطان (الزربطانيون) listed 1");
  fixture_check (fixture);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  BayanNameList **list = data;

  *list = bayan_desk_read_names_finish (result, &error);
  g_assert_no_error (error);
}

static BayanNameList *
read_file (Fixture *fixture, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, "names.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  BayanNameList *list = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  bayan_desk_read_names_async (fixture->desk, file, NULL, read_cb, &list);
  wait_until (list != NULL);
  return list;
}

static void
test_a_list_is_read_in (Fixture *fixture, gconstpointer data)
{
  gint64 other = fixture_import_text (fixture, OTHER);
  guint before = count_suggested (fixture, other);
  g_autoptr (BayanNameList) list = NULL;
  g_autoptr (GArray) news = NULL;
  const char *subject;

  put (fixture, NULL, make_name (BAYAN_MENTION_PERS, "كلفرون", NULL));
  put (fixture, NULL, make_name (BAYAN_MENTION_LOC, "مشدوبان", NULL));
  list = read_file (fixture, "type,name,spellings,country\nORG,لجنة زربطان,,Iraq\nPERS,كلفرون,كلفرونا,\n"
                             "LOC,مشدوبان,,\nCITY,طرنقول,,\n");
  g_assert_cmpuint (list->n_problems, ==, 1);
  news = bayan_desk_compare_names (fixture->desk, list);
  g_assert_cmpint (g_array_index (news, BayanNameNews, 0), ==, BAYAN_NAME_NEW);
  g_assert_cmpint (g_array_index (news, BayanNameNews, 1), ==, BAYAN_NAME_DIFFERENT);
  g_assert_cmpint (g_array_index (news, BayanNameNews, 2), ==, BAYAN_NAME_KNOWN);
  g_assert_cmpuint (bayan_desk_import_names (fixture->desk, list), ==, 2);
  fixture_act (fixture);
  g_assert_cmpstr (bayan_desk_get_undo_act (fixture->desk, &subject), ==, "import-names");
  g_assert_cmpstr (subject, ==, "2");
  assert_names (fixture, "PERS كلفرون (كلفرونا) listed 0; ORG لجنة زربطان () IRQ listed 0; "
                         "LOC مشدوبان () listed 0");
  wait_until (count_suggested (fixture, other) == before + 1);
  g_assert_cmpuint (bayan_desk_import_names (fixture->desk, list), ==, 0);
  bayan_desk_undo (fixture->desk);
  fixture_act (fixture);
  assert_names (fixture, "PERS كلفرون () listed 0; LOC مشدوبان () listed 0");
  g_assert_cmpuint (count_suggested (fixture, other), ==, before);
  fixture_check (fixture);
}

static char *
make_words (GRand *rand)
{
  static const char *const parts[] = {
    "زر",           "بط",           "=", "+",   "-", "@",       "'", "\"", ",", ";", "|", "\\", " ", "x",
    "\342\200\217", "\357\274\235", "2", "طان", "ى", "\303\251"
  };
  GString *words = g_string_new (NULL);
  char *clean;

  for (int n = g_rand_int_range (rand, 1, 9); n > 0; n--)
    g_string_append (words, parts[g_rand_int_range (rand, 0, G_N_ELEMENTS (parts))]);
  clean = bayan_name_list_clean (words->str);
  g_string_free (words, TRUE);
  if (bayan_name_list_check (clean) == BAYAN_NAME_PROBLEM_NONE)
    return clean;
  g_free (clean);
  return g_strdup ("زربطان");
}

static GPtrArray *
copy_names (Fixture *fixture)
{
  g_autoptr (GPtrArray) items = bayan_desk_list_names (fixture->desk);
  GPtrArray *names = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_own_name_free);

  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (names, bayan_own_name_copy (bayan_name_item_get_name (items->pdata[i])));
  return names;
}

/* No cell that a spreadsheet would calculate with */
static void
assert_harmless (const char *file)
{
  gboolean is_quoted = FALSE, begins = TRUE;

  for (const char *at = file; *at != '\0'; at++)
    {
      if (*at == '"')
        {
          is_quoted = !is_quoted;
          continue;
        }
      g_assert_false (begins && strchr ("=+-@", *at) != NULL);
      begins = !is_quoted && strchr (",\t\n", *at) != NULL;
    }
}

/* What is written and read into an empty library is the same list, whatever stands in it. */
static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  static const char separators[] = { ',', '\t' };

  for (guint round = 0; round < 40; round++)
    {
      BayanOwnName *name = make_name (BAYAN_MENTION_ORG, "لا شيء", NULL);
      g_autofree char *words = make_words (rand);

      g_free (name->name);
      name->name = g_strdup_printf ("%s %u", words, round);
      name->type = (BayanMentionType) g_rand_int_range (rand, 0, BAYAN_MENTION_LAW + 1);
      name->iso3 = g_rand_boolean (rand) ? g_strdup ("IRQ") : NULL;
      name->key = g_rand_boolean (rand) ? g_strdup ("org:some thing") : NULL;
      for (int n = g_rand_int_range (rand, 0, 4); n > 0; n--)
        {
          g_autofree char *spelling = make_words (rand);

          bayan_own_name_add_spelling (name, spelling);
        }
      put (fixture, NULL, name);
    }
  {
    g_autoptr (GPtrArray) names = copy_names (fixture);

    for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
      {
        g_autofree char *file = bayan_desk_write_names (fixture->desk, separators[i]);
        g_autoptr (BayanNameList) list = read_file (fixture, file);

        assert_harmless (file);
        g_assert_cmpuint (list->n_problems, ==, 0);
        g_assert_cmpuint (list->n_names, ==, names->len);
        for (guint n = 0; n < names->len; n++)
          g_assert_true (bayan_own_name_says_same (((const BayanNameRow *) list->rows->pdata[n])->name,
                                                   names->pdata[n]));
        g_assert_cmpuint (bayan_desk_import_names (fixture->desk, list), ==, 0);
      }
  }
}

/* A long list does not hold the window up: it is learned bit by bit, and then suggestions follow it. */
static void
test_a_long_list (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) many = g_string_new ("type,name,spellings\n");
  g_autoptr (BayanNameList) list = NULL;
  gint64 other = fixture_import_text (fixture, OTHER);
  guint before = count_suggested (fixture, other);

  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (many, "ORG,هيئة طرنقول %u,الطرنقوليون %u\n", i, i);
  g_string_append (many, "ORG,لجنة زربطان,\n");
  list = read_file (fixture, many->str);
  g_assert_cmpuint (bayan_desk_import_names (fixture->desk, list), ==, 2001);
  fixture_act (fixture);
  wait_until (count_suggested (fixture, other) == before + 1);
  fixture_reopen (fixture);
  wait_until (bayan_desk_get_counted (fixture->desk) && fixture->desk->names_source == 0);
  {
    g_autoptr (GPtrArray) items = bayan_desk_list_names (fixture->desk);

    g_assert_cmpuint (items->len, ==, 2001);
  }
  bayan_desk_undo (fixture->desk);
  fixture_act (fixture);
  wait_until (fixture->desk->names_source == 0);
  g_assert_cmpuint (count_suggested (fixture, other), ==, before);
  assert_names (fixture, "");
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/names/a-name-is-suggested-everywhere", test_a_name_is_suggested_everywhere);
  ADD ("/names/what-decisions-taught", test_what_decisions_taught);
  ADD ("/names/a-list-is-read-in", test_a_list_is_read_in);
  ADD ("/names/a-long-list", test_a_long_list);
  ADD ("/names/round-trip", test_round_trip);

  return g_test_run ();
}
