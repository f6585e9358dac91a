/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of statements: which texts are tables, what their columns are, and what comes of the rows. */
#include <string.h>

#include "bayan-config.h"
#include "support-ingest.h"
#include "support-unpack.h"

#define BODY_1 "أكد الوزراء، في ختام اجتماعهم في بغداد، التزامهم بوحدة العراق وسيادته وسلامة أراضيه."
#define BODY_2 "أدان المشاركون الهجوم الذي وقع في شمال مالي، وأعربوا عن تضامنهم مع أسر الضحايا."

static BayanTable *
table_of (const char *text)
{
  g_autoptr (GBytes) raw = g_bytes_new (text, strlen (text));

  return bayan_table_is_likely ((const guint8 *) text, strlen (text), TRUE) ? bayan_table_new (raw, NULL)
                                                                            : NULL;
}

static Unpacked *
unpack_text (const char *text)
{
  g_autoptr (GBytes) raw = g_bytes_new (text, strlen (text));

  return unpack_bytes (raw, "t.csv");
}

static char *
extract_of (const Unpacked *unpacked, guint index)
{
  const BayanSource *source = unpacked->found->pdata[index];

  return g_strndup (g_bytes_get_data (source->extract, NULL), g_bytes_get_size (source->extract));
}

static void
assert_roles (const char *text, const char *expected)
{
  g_autoptr (BayanTable) table = table_of (text);
  g_autoptr (GString) roles = g_string_new (NULL);

  g_assert_nonnull (table);
  for (guint i = 0; i < bayan_table_get_n_columns (table); i++)
    g_string_append_printf (roles, "%s%s", i > 0 ? " " : "",
                            bayan_column_role_to_string (bayan_table_get_role (table, i)));
  g_assert_cmpstr (roles->str, ==, expected);
  g_assert_true (bayan_table_can_read (table));
}

static void
test_roles (void)
{
  assert_roles ("العنوان,التاريخ,المصدر,النص\nبيان,2024-05-14,واس,\"" BODY_1 "\"\n",
                "title date outlet text");
  assert_roles ("Headline;Published;URL;Body;Notes\na;2024-05-14;https://x.org;" BODY_1 ";n\n",
                "title date address text none");
  assert_roles ("titre\tlangue\tcommuniqué\tauteur\nBilan\tfr\tLe texte\tA. B.\n",
                "title language text author");
  /* By what is in them */
  assert_roles ("a;b;c;d\n\"بيان مشترك عن العراق\";2024-05-14;https://x.org/1;\"" BODY_1 BODY_1 "\"\n"
                "\"بيان ختامي عن مالي\";14/05/2024;https://x.org/2;\"" BODY_2 BODY_1 "\"\n",
                "title date address text");
  assert_roles ("{\"id\": 1, \"headline\": \"بيان\", \"body\": \"" BODY_1 "\", \"meta\": {\"x\": [1]}}\n",
                "none title text none");
}

static void
test_rows (void)
{
  g_autoptr (Unpacked) unpacked = unpack_text ("\xEF\xBB\xBFtitle,date,text\r\n"
                                               "\"بيان \"\"مشترك\"\"\",14 مايو 2024,\"" BODY_1
                                               "\r\n\r\n<آخر>\"\r\n"
                                               "بيان,غدا,\"" BODY_2 "\"\r\n");
  g_autofree char *first = NULL;
  const BayanSource *source;

  g_assert_cmpuint (unpacked->failed->len, ==, 0);
  g_assert_cmpuint (unpacked->found->len, ==, 2);
  assert_found (unpacked, 0, "t.csv · 1", NULL);
  assert_found (unpacked, 1, "t.csv · 2", "بيان,غدا,\"" BODY_2 "\"");
  first = extract_of (unpacked, 0);
  g_assert_nonnull (
      strstr (first, "<h1>بيان &quot;مشترك&quot;</h1>\n<p>" BODY_1 "</p>\n<p>&lt;آخر&gt;</p>\n"));
  source = unpacked->found->pdata[0];
  g_assert_cmpint (source->format, ==, BAYAN_FORMAT_CSV);
  g_assert_cmpuint (source->details->len, ==, 2);
  g_assert_cmpstr (((BayanDetail *) source->details->pdata[1])->value, ==, "2024-05-14");
  g_assert_cmpstr (((BayanDetail *) source->details->pdata[1])->words, ==, "14 مايو 2024");
  source = unpacked->found->pdata[1];
  g_assert_cmpuint (source->details->len, ==, 1);
}

static void
test_statement (void)
{
  g_autoptr (Unpacked) unpacked = unpack_text ("title,source,text\nبيان مشترك,واس,\"" BODY_1 "\"\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (BayanStatement) statement = bayan_ingest_source (unpacked->found->pdata[0], NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (statement->text, ==, "بيان مشترك\n\n" BODY_1);
  g_assert_cmpstr (statement->title, ==, "بيان مشترك");
  g_assert_cmpstr (bayan_statement_find_detail (statement, BAYAN_DETAIL_OUTLET)->value, ==, "واس");
}

static void
test_wrong_rows (void)
{
  g_autoptr (Unpacked) unpacked = unpack_text ("title,date,text\n"
                                               "a,2024-05-14,نص أول\n"
                                               "b,2024-05-14,نص, فيه فاصلة\n"
                                               "c,2024-05-14\n"
                                               "d,2024-05-14,\"نص لا ينتهي\n"
                                               "e,2024-05-14,نص أخير\n");

  g_assert_cmpuint (unpacked->found->len, ==, 2);
  assert_found (unpacked, 0, "t.csv · 1", "a,2024-05-14,نص أول");
  assert_found (unpacked, 1, "t.csv · 5", "e,2024-05-14,نص أخير");
  g_assert_cmpuint (unpacked->failed->len, ==, 3);
  assert_failed (unpacked, 0, "t.csv · 2", BAYAN_INGEST_ERROR_ROW);
  assert_failed (unpacked, 1, "t.csv · 3", BAYAN_INGEST_ERROR_ROW);
  assert_failed (unpacked, 2, "t.csv · 4", BAYAN_INGEST_ERROR_ROW);
}

static void
test_json (void)
{
  static const char *const TEXTS[] = {
    "{\"title\": \"بيان\", \"text\": \"نص {أول} \\\"]\\\\\"}\n{\"text\": \"ثان\", \"title\": null}\n",
    "[{\"title\": \"بيان\", \"text\": \"نص {أول} \\\"]\\\\\"},\n {\"text\": \"ثان\"}]",
    "{\n \"title\": \"بيان\",\n \"text\": \"نص {أول} \\\"]\\\\\"\n}\n{\n \"text\": \"ثان\"\n}\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (TEXTS); i++)
    {
      g_autoptr (Unpacked) unpacked = unpack_text (TEXTS[i]);
      g_autofree char *first = NULL, *second = NULL;

      g_assert_cmpuint (unpacked->failed->len, ==, 0);
      g_assert_cmpuint (unpacked->found->len, ==, 2);
      first = extract_of (unpacked, 0);
      second = extract_of (unpacked, 1);
      g_assert_nonnull (strstr (first, "<p>نص {أول} &quot;]\\</p>"));
      g_assert_nonnull (strstr (second, "<p>ثان</p>"));
    }
}

/* A broken line costs that line. */
static void
test_wrong_json (void)
{
  g_autoptr (Unpacked) unpacked =
      unpack_text ("{\"text\": \"أول\"}\n{\"text\": \"ثان\n{\"text\": 3, }\nx\n{\"text\": \"خامس\"}\n");

  g_assert_cmpuint (unpacked->found->len, ==, 2);
  assert_found (unpacked, 1, "t.csv · 5", "{\"text\": \"خامس\"}");
  g_assert_cmpuint (unpacked->failed->len, ==, 3);
  assert_failed (unpacked, 0, "t.csv · 2", BAYAN_INGEST_ERROR_DAMAGED);
}

/* An escape that JSON does not have is a byte that is no letter: what stands around it is read. */
static void
test_odd_escapes (void)
{
  g_autoptr (Unpacked) unpacked =
      unpack_text ("{\"text\": \"أول\\240 ثان\", \"ti\\377tle\": \"x\", \"tags\": [\"a\\200\"]}\n");
  g_autofree char *extract = NULL;

  g_assert_cmpuint (unpacked->found->len, ==, 1);
  extract = extract_of (unpacked, 0);
  g_assert_true (g_utf8_validate (extract, -1, NULL));
  g_assert_nonnull (strstr (extract, "أول\uFFFD ثان"));
}

/* Each in another character set, the same. */
static void
test_charsets (void)
{
  static const char *const CHARSETS[] = { "UTF-8",    "WINDOWS-1256", "ISO-8859-6",
                                          "UTF-16LE", "UTF-16BE",     "UTF-16" };
  static const char TEXT[] = "العنوان;النص\nبيان مشترك;" BODY_1 "\nبيان ختامي;" BODY_2 "\n";

  for (guint i = 0; i < G_N_ELEMENTS (CHARSETS); i++)
    {
      gsize size;
      g_autofree char *encoded = g_convert (TEXT, -1, CHARSETS[i], "UTF-8", NULL, &size, NULL);
      g_autoptr (GBytes) raw = g_bytes_new (encoded, size);
      g_autoptr (Unpacked) unpacked = unpack_bytes (raw, "t.csv");
      g_autofree char *second = NULL;

      g_assert_cmpuint (unpacked->found->len, ==, 2);
      second = extract_of (unpacked, 1);
      g_assert_nonnull (strstr (second, "<h1>بيان ختامي</h1>\n<p>" BODY_2));
    }
}

/* JSON is of more use than for statements. */
static void
test_other_json (void)
{
  g_autoptr (Unpacked) unpacked =
      unpack_text ("{\"id\": \"01\", \"names\": [\"a\", \"b\"], \"spans\": [{\"start\": 3}]}\n");

  g_assert_cmpuint (unpacked->found->len, ==, 0);
  assert_failed (unpacked, 0, "t.csv", BAYAN_INGEST_ERROR_UNSUPPORTED);
}

/* As services give them out: the list is what is read, and not what is said of it. */
static void
test_wrapped_json (void)
{
  static const char *const LISTS[] = {
    "{\"status\": \"ok\", \"totalResults\": 2, \"articles\": [{\"title\": \"بيان\", \"content\": \"" BODY_1
    "\"}, {\"title\": \"ثان\", \"content\": \"" BODY_2 "\"}]}\n",
    "{\n\"response\": {\"docs\": [\n{\"x\": \"" BODY_1 "\", \"y\": [\"]\"]},\n{\"x\": \"" BODY_2
    "\"}\n], \"facets\": [{\"a\": 1}]}}",
    "{\"description\": \"" BODY_1 "\", \"content\": [{\"text\": \"" BODY_1 "\"}, {\"text\": \"" BODY_2 "\"}]}",
  };
  static const char *const STATEMENTS[] = {
    "{\"text\": \"نص\", \"people\": [{\"name\": \"" BODY_1 "\"}, {\"name\": \"" BODY_2 "\"}]}",
    "{\"words\": \"" BODY_1 "\", \"tags\": [{\"tag\": \"العراق\"}, {\"tag\": \"مالي\"}]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (LISTS); i++)
    {
      g_autoptr (Unpacked) unpacked = unpack_text (LISTS[i]);
      g_autofree char *second = NULL;

      g_assert_cmpuint (unpacked->failed->len, ==, 0);
      g_assert_cmpuint (unpacked->found->len, ==, 2);
      second = extract_of (unpacked, 1);
      g_assert_nonnull (strstr (second, "<p>" BODY_2 "</p>"));
    }
  for (guint i = 0; i < G_N_ELEMENTS (STATEMENTS); i++)
    {
      g_autoptr (Unpacked) unpacked = unpack_text (STATEMENTS[i]);

      g_assert_cmpuint (unpacked->found->len, ==, 1);
      assert_found (unpacked, 0, "t.csv · 1", STATEMENTS[i]);
    }
}

/* What ends in the middle is read as far as it goes. */
static void
test_cut_json (void)
{
  g_autoptr (Unpacked) unpacked = unpack_text ("{\"items\": [{\"text\": \"أول\"}, {\"text\": \"ثا");

  g_assert_cmpuint (unpacked->found->len, ==, 1);
  g_assert_cmpuint (unpacked->failed->len, ==, 1);
  assert_failed (unpacked, 0, "t.csv · 2", BAYAN_INGEST_ERROR_DAMAGED);
}

static void
test_unread_json (void)
{
  g_autoptr (Unpacked) cut = unpack_text ("{\"text\": \"ثا");

  g_assert_cmpuint (cut->found->len, ==, 0);
  g_assert_cmpuint (cut->failed->len, ==, 1);
  assert_failed (cut, 0, "t.csv", BAYAN_INGEST_ERROR_DAMAGED);
}

static void
test_other_roles (void)
{
  g_autoptr (BayanTable) table = table_of ("title,summary,text\nA,B,C\n");

  g_assert_cmpuint (bayan_table_get_n_samples (table), ==, 1);
  g_assert_cmpuint (bayan_table_count_rows (table), ==, 1);
  g_assert_cmpstr (bayan_table_get_column_name (table, 1), ==, "summary");
  g_assert_cmpstr (bayan_table_get_sample (table, 0, 1), ==, "B");
  bayan_table_set_role (table, 2, BAYAN_COLUMN_NONE);
  g_assert_false (bayan_table_can_read (table));
  bayan_table_set_role (table, 1, BAYAN_COLUMN_TEXT);
  g_assert_true (bayan_table_can_read (table));
}

static void
assert_no_table (const char *text, gsize size, const char *what)
{
  g_test_message ("%s", what);
  g_assert_false (bayan_table_is_likely ((const guint8 *) text, size, TRUE));
  g_assert_false (size > 4096 && bayan_table_is_likely ((const guint8 *) text, 4096, FALSE)
                  && bayan_table_is_likely ((const guint8 *) text, size, TRUE));
}

static void
test_no_tables (void)
{
  static const char *const TEXTS[] = {
    "Joint Statement, Riyadh, 14 May 2024\n\nThe ministers, meeting in Riyadh, agreed.\n\nThey thanked, "
    "again, the hosts.\n",
    "Participants\n\nAhmad, minister, Iraq\nSara, minister, Jordan\nOmar, envoy, Kuwait\n",
    "بيان, مشترك\n\nأكد الوزراء, التزامهم\nأدان الوزراء, الهجوم\nشكر الوزراء, العراق\n",
    "\tبيان\n\tأكد الوزراء\n\tأدان الوزراء\n",
    "Date, title and text\n\nThe date, the title and the text are to be published.\n",
    "{ بيان } أكد الوزراء التزامهم",
    "{بيان: \"أكد الوزراء\"}",
    "{\"أكد الوزراء\"} هكذا قال: \"نعم\"",
    "[بغداد] أكد الوزراء, التزامهم",
    "",
    "\n",
    ",,,\n,,,\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (TEXTS); i++)
    assert_no_table (TEXTS[i], strlen (TEXTS[i]), TEXTS[i]);
}

static void
check_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_autofree char *text = NULL;
      gsize size;

      if (g_file_test (file, G_FILE_TEST_IS_DIR))
        check_folder (file);
      else if ((g_str_has_suffix (name, ".txt") || g_str_has_suffix (name, ".html"))
               && g_file_get_contents (file, &text, &size, NULL))
        assert_no_table (text, size, file);
    }
}

/* No statement that there is, is a table. */
static void
test_no_statement_is_a_table (void)
{
  g_autofree char *shared = NULL;

  check_folder (BAYAN_SOURCE_ROOT "/data/samples");
  check_folder (BAYAN_SOURCE_ROOT "/tests/recognise/data");
  shared = shared_path ("statements", NULL);
  if (shared != NULL)
    check_folder (shared);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ingest/table/roles", test_roles);
  g_test_add_func ("/ingest/table/rows", test_rows);
  g_test_add_func ("/ingest/table/statement", test_statement);
  g_test_add_func ("/ingest/table/wrong-rows", test_wrong_rows);
  g_test_add_func ("/ingest/table/json", test_json);
  g_test_add_func ("/ingest/table/wrong-json", test_wrong_json);
  g_test_add_func ("/ingest/table/odd-escapes", test_odd_escapes);
  g_test_add_func ("/ingest/table/charsets", test_charsets);
  g_test_add_func ("/ingest/table/other-json", test_other_json);
  g_test_add_func ("/ingest/table/wrapped-json", test_wrapped_json);
  g_test_add_func ("/ingest/table/cut-json", test_cut_json);
  g_test_add_func ("/ingest/table/unread-json", test_unread_json);
  g_test_add_func ("/ingest/table/other-roles", test_other_roles);
  g_test_add_func ("/ingest/table/no-tables", test_no_tables);
  g_test_add_func ("/ingest/table/no-statement-is-a-table", test_no_statement_is_a_table);
  return g_test_run ();
}
