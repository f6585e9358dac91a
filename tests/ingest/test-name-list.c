/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of names from elsewhere: what is taken, and what is said of the lines that cannot be. */
#include <string.h>

#include "bayan-name-reading.h"

static const char *
find_country (const char *cell)
{
  static const char *const codes[] = { "IRQ", "SYR", NULL };

  for (guint i = 0; codes[i] != NULL; i++)
    if (g_ascii_strcasecmp (codes[i], cell) == 0)
      return codes[i];
  return NULL;
}

static BayanNameList *
read_bytes (const char *bytes, gsize size)
{
  g_autoptr (GBytes) raw = g_bytes_new (bytes, size);
  g_autoptr (GError) error = NULL;
  BayanNameList *list = bayan_name_reading_read (raw, "list.csv", find_country, NULL, &error);

  g_assert_no_error (error);
  return list;
}

static BayanNameList *
read_text (const char *text)
{
  return read_bytes (text, strlen (text));
}

/* "line TYPE name (spelling, spelling) IRQ entity" or "line !problem words", each followed by "; " */
static char *
write_list (const BayanNameList *list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < list->rows->len; i++)
    {
      const BayanNameRow *row = list->rows->pdata[i];

      if (row->name == NULL)
        g_string_append_printf (text, "%u !%u %s; ", row->line, row->problem, row->words);
      else
        {
          g_autofree char *spellings = g_strjoinv (", ", row->name->spellings);

          g_string_append_printf (
              text, "%u %s %s (%s)%s%s%s%s; ", row->line, bayan_mention_type_to_string (row->name->type),
              row->name->name, spellings, row->name->iso3 != NULL ? " " : "",
              row->name->iso3 != NULL ? row->name->iso3 : "", row->name->key != NULL ? " " : "",
              row->name->key != NULL ? row->name->key : "");
        }
    }
  return g_string_free (text, FALSE);
}

static void
assert_read (const char *text, const char *expected)
{
  g_autoptr (BayanNameList) list = read_text (text);
  g_autofree char *found = write_list (list);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_csv (void)
{
  assert_read ("type,name,spellings,country,entity\r\n"
               "ORG,لجنة زربطان,\"الزربطانية|زرب\\|طان\",IRQ,org:z\r\n"
               "pers, كلفرون  المشدوبان ,,,\r\n"
               "\"GPE\",\"مدينة \"\"طرنقول\"\"\",,syr\n",
               "2 ORG لجنة زربطان (الزربطانية, زرب|طان) IRQ org:z; 3 PERS كلفرون المشدوبان (); "
               "4 GPE مدينة \"طرنقول\" () SYR; ");
}

/* Columns in another order, called otherwise, or not named at all; other separators */
static void
test_other_tables (void)
{
  assert_read ("الاسم\tالنوع\tملاحظة\nزربطان\tORG\tكذا\n", "2 ORG زربطان (); ");
  assert_read ("PERSON;كلفرون;كلفرونا;\nORGANIZATION;زربطان\n", "1 PERS كلفرون (كلفرونا); 2 ORG زربطان (); ");
}

static void
test_json (void)
{
  assert_read (
      "{\"type\": \"ORG\", \"name\": \"زربطان\", \"spellings\": [\"زر|بطان\", \"زربطانة\"], \"country\": "
      "\"IRQ\"}\n"
      "{\"name\": \"كلفرون\", \"type\": \"PERS\"}\n"
      "{\"name\": \n"
      "{\"name\": \"مشدوبان\", \"type\": \"LOC\"}\n",
      "1 ORG زربطان (زر|بطان, زربطانة) IRQ; 2 PERS كلفرون (); 3 !9 {\"name\": ; 4 LOC مشدوبان (); ");
}

static void
test_problems (void)
{
  g_autofree char *long_name = g_strnfill (BAYAN_OWN_NAME_MAX_BYTES + 1, 'x');
  g_autofree char *long_line = g_strdup_printf ("ORG,%s\n", long_name);
  g_autofree char *long_found = g_strdup_printf ("1 !5 %s; ", long_name);

  assert_read ("type,name,spellings,country\n"
               "ORG,,,\n"
               "ORG,--,,\n"
               ",زربطان,,\n"
               "CITY,زربطان,,\n"
               "ORG,زربطان,,Atlantis\n"
               "ORG,زربطان,زرب|…,\n"
               "ORG,زربطان,,\n"
               "ORG, زربطان,,IRQ\n"
               "PERS,زربطان,,\n"
               "ORG,\"كلفرون,,\n",
               "2 !1 ; 3 !1 --; 4 !2 زربطان; 5 !3 CITY; 6 !4 Atlantis; 7 !1 …; 8 ORG زربطان (); 9 !8 زربطان; "
               "10 PERS زربطان (); 11 !10 ; ");
  assert_read (long_line, long_found);
}

/* Windows-1256, which nobody says it is in */
static void
test_character_set (void)
{
  const char *text = "type,name,spellings,country\n"
                     "ORG,لجنة زربطان للتنسيق والمتابعة,اللجنة الزربطانية,IRQ\n"
                     "PERS,السيد كلفرون بن مشدوبان,الشيخ كلفرون,\n"
                     "ORG,هيئة الإغاثة في مدينة طرنقول,,\n";
  gsize size;
  g_autofree char *bytes = g_convert (text, -1, "WINDOWS-1256", "UTF-8", NULL, &size, NULL);
  g_autoptr (BayanNameList) list = read_bytes (bytes, size);
  const BayanNameRow *row = list->rows->pdata[0];

  g_assert_cmpuint (list->n_names, ==, 3);
  g_assert_cmpstr (row->name->name, ==, "لجنة زربطان للتنسيق والمتابعة");
  g_assert_cmpint (row->name->origin, ==, BAYAN_NAME_ORIGIN_FILE);
  g_assert_cmpstr (row->name->source, ==, "list.csv");
  g_assert_cmpstr (list->charset, ==, "windows-1256");
}

/* What is no text is refused as a whole; more lines than a list has are said once. */
static void
test_limits (void)
{
  g_autoptr (GBytes) binary = g_bytes_new_static ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0", 20);
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) many = g_string_new ("type,name\n");
  g_autoptr (BayanNameList) list = NULL;

  g_assert_null (bayan_name_reading_read (binary, "a.png", find_country, NULL, &error));
  g_assert_nonnull (error);
  for (guint i = 0; i < BAYAN_NAME_LIST_MAX_NAMES + 5; i++)
    g_string_append_printf (many, "ORG,name %u\n", i);
  list = read_text (many->str);
  g_assert_cmpuint (list->n_names, ==, BAYAN_NAME_LIST_MAX_NAMES);
  g_assert_cmpuint (list->n_problems, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/name-list/csv", test_csv);
  g_test_add_func ("/name-list/other-tables", test_other_tables);
  g_test_add_func ("/name-list/json", test_json);
  g_test_add_func ("/name-list/problems", test_problems);
  g_test_add_func ("/name-list/character-set", test_character_set);
  g_test_add_func ("/name-list/limits", test_limits);

  return g_test_run ();
}
