/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that lost the space between them are put right, and no other word is touched. */
#include <string.h>

#include "bayan-config.h"
#include "bayan-fold.h"
#include "bayan-glued-lexicon.h"
#include "bayan-glued.h"
#include "support-ingest.h"

#define CASES 1000u

/* Returns (transfer full): @word with a space where it is split. */
static char *
split (const char *word)
{
  g_autofree char *key = bayan_fold (word, -1, BAYAN_FOLD_MATCH);
  GString *parts = g_string_new (NULL);
  guint8 ends[BAYAN_GLUED_PARTS_MAX];
  guint n = bayan_glued_split (key, (guint) g_utf8_strlen (key, -1), ends);
  guint at = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *part = g_utf8_substring (word, at, ends[i]);

      g_string_append_printf (parts, "%s%s", i > 0 ? " " : "", part);
      at = ends[i];
    }
  if (n == 0)
    g_string_append (parts, word);
  return g_string_free (parts, FALSE);
}

static void
test_words (void)
{
  static const char *const WORDS[][2] = {
    { "العراقوسوريا", "العراق وسوريا" },
    { "والعراقوسوريا", "والعراق وسوريا" },
    { "الأممالمتحدة", "الأمم المتحدة" },
    { "وقدكانت", "وقد كانت" },
    { "إنالتحالف", "إن التحالف" },
    { "فيالعراق", "في العراق" },
    { "فيبغداد", "في بغداد" },
    { "السعوديةومصر", "السعودية ومصر" },
    { "علىالاستقرار", "على الاستقرار" },
    { "الإرهابأكد", "الإرهاب أكد" },
    { "وزيرالخارجيةالعراقي", "وزير الخارجية العراقي" },
    { "دولالتحالفالدولي", "دول التحالف الدولي" },
    { "التيتواجه", "التي تواجه" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    {
      g_autofree char *got = split (WORDS[i][0]);

      g_assert_cmpstr (got, ==, WORDS[i][1]);
    }
}

static void
test_whole_words (void)
{
  static const char *const WORDS[] = {
    "عبدالله",   "صلاحالدين", "عبدالرحمن",   "رأسمالية",   "استقبالاتهم", "ليبرالية", "المقالات",
    "أعمالهم",   "حضرموت",    "برتغالية",    "فيتنام",     "فيالق",       "الإسكان",  "الإصلاح",
    "أفغانستان", "كازاخستان", "مسؤولياتها",  "احتفالاتنا", "فالنسيا",     "مندوبيها", "كيلومترات",
    "بينالي",    "منهجية",    "والتزاماتهم", "فليتفضل",
  };

  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    {
      g_autofree char *got = split (WORDS[i]);

      g_assert_cmpstr (got, ==, WORDS[i]);
    }
}

static void
check_key (const char *key, guint flags, gpointer data)
{
  g_autofree char *folded = bayan_fold (key, -1, BAYAN_FOLD_MATCH);

  g_assert_cmpstr (folded, ==, key);
  g_assert_cmpuint (bayan_glued_lexicon_find (key, strlen (key)), ==, flags);
  ++*(guint *) data;
}

static void
test_table (void)
{
  guint count = 0;

  bayan_glued_lexicon_foreach (check_key, &count);
  g_assert_cmpuint (count, >, 10000);
}

/* The Arabic words of a text, without their marks: neighbours stand beside each other in it. */
static GPtrArray *
words_of (const char *text)
{
  g_autofree char *key = bayan_fold (text, -1, BAYAN_FOLD_MATCH);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (const char *at = key; *at != '\0';)
    {
      gsize length = 0;

      while (g_unichar_isalpha (g_utf8_get_char (at + length)) && (guchar) at[length] >= 0xD8)
        length += 2;
      if (length > 0)
        g_ptr_array_add (words, g_strndup (at, length));
      else if (*at != ' ')
        g_ptr_array_add (words, NULL);
      at += length > 0 ? length : (gsize) (g_utf8_next_char (at) - at);
    }
  return words;
}

/* Two words that may be glued: a letter alone is a list's. */
static gboolean
is_pair (const GPtrArray *words, guint i)
{
  return i + 1 < words->len && words->pdata[i] != NULL && words->pdata[i + 1] != NULL
         && strlen (words->pdata[i]) > 2 && strlen (words->pdata[i + 1]) > 2;
}

static GPtrArray *
statement_words (void)
{
  g_autofree char *path = g_build_filename (BAYAN_SOURCE_ROOT, "tests", "ingest", "pages", "statements.ini",
                                            NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return words_of (text);
}

/* A space taken out between words of texts that the table was not made from. */
static void
test_figures (void)
{
  g_autoptr (GPtrArray) words = statement_words ();
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  guint cases = 0, right = 0, wrong = 0;

  while (cases < CASES)
    {
      guint i = (guint) g_rand_int_range (random, 0, (gint32) words->len);
      g_autofree char *glued = NULL, *wanted = NULL, *got = NULL;

      if (!is_pair (words, i))
        continue;
      glued = g_strconcat (words->pdata[i], words->pdata[i + 1], NULL);
      wanted = g_strconcat (words->pdata[i], " ", words->pdata[i + 1], NULL);
      got = split (glued);
      cases++;
      right += strcmp (got, wanted) == 0;
      if (strcmp (got, wanted) != 0 && strcmp (got, glued) != 0)
        {
          wrong++;
          g_test_message ("%s, not %s", got, wanted);
        }
      else if (strcmp (got, wanted) != 0 && g_getenv ("BAYAN_GLUED_MISSED") != NULL)
        g_test_message ("missed %s", wanted);
    }
  g_test_message ("Of %u glued words %u are put right (recall %.3f), %u are split elsewhere (precision %.3f)",
                  cases, right, (double) right / cases, wrong, (double) right / (right + wrong));
  g_assert_cmpfloat ((double) right / (right + wrong), >=, 0.99);
  g_assert_cmpfloat ((double) right / cases, >=, 0.5);
}

/* Nothing is glued in these. */
static void
test_nothing_to_do (void)
{
  g_autoptr (GPtrArray) words = statement_words ();

  for (guint i = 0; i < words->len; i++)
    if (words->pdata[i] != NULL)
      {
        g_autofree char *got = split (words->pdata[i]);

        g_assert_cmpstr (got, ==, words->pdata[i]);
      }
}

static void
check_samples (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (strstr (name, "glued") == NULL
        && (g_str_has_suffix (name, ".txt") || g_str_has_suffix (name, ".html")))
      {
        g_autoptr (GFile) file = g_file_new_build_filename (folder, name, NULL);
        g_autoptr (BayanStatement) statement = bayan_ingest_file (file, NULL, &error);

        g_assert_no_error (error);
        for (guint i = 0; i < statement->removed->len; i++)
          g_assert_null (((BayanRemovedRegion *) statement->removed->pdata[i])->instead);
      }
}

static void
test_samples (void)
{
  g_autofree char *folder = g_build_filename (BAYAN_SOURCE_ROOT, "data", "samples", NULL);

  check_samples (folder);
}

static void
check_repair (const char *text, const char *wanted)
{
  g_autoptr (BayanStatement) statement = ingest_text (text);
  g_autoptr (BayanStatement) undone = NULL;
  g_autofree gboolean *restored = g_new0 (gboolean, statement->removed->len + 1);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (statement->text, ==, wanted);
  for (guint i = 0; i < statement->removed->len; i++)
    {
      const BayanRemovedRegion *region = statement->removed->pdata[i];

      g_assert_cmpstr (region->kind, ==, "glued-words");
      g_assert_nonnull (region->instead);
      restored[i] = TRUE;
    }
  undone = bayan_ingest_restore (statement, restored, &error);
  g_assert_no_error (error);
  assert_consistent (undone);
  g_assert_cmpstr (undone->text, ==, text);
}

static void
test_text (void)
{
  check_repair ("اجتمع وزيرالخارجية في بغداد.", "اجتمع وزير الخارجية في بغداد.");
  check_repair ("زار العراقَوسوريا أمس.", "زار العراقَ وسوريا أمس.");
  check_repair ("انتهى الاجتماع.وأضاف الوزير أن اللقاء مهم.", "انتهى الاجتماع. وأضاف الوزير أن اللقاء مهم.");
  check_repair ("في عام 2014وكذلك في عام 2015.", "في عام 2014 وكذلك في عام 2015.");
  check_repair ("شاركت وفود من42 دولة.", "شاركت وفود من 42 دولة.");
  check_repair ("وفود من42دولة في بغداد.", "وفود من 42دولة في بغداد.");
  check_repair ("د.محمد في أ.ف.ب والرقم ل15 و3ج.", "د.محمد في أ.ف.ب والرقم ل15 و3ج.");
  check_repair ("#الأممالمتحدة و@فيالعراق", "#الأممالمتحدة و@فيالعراق");
  check_repair ("وزير خارجه در دیدار فیالعراق گفت این پرونده کشورهای منطقه را وزيرالخارجية",
                "وزير خارجه در دیدار فیالعراق گفت این پرونده کشورهای منطقه را وزيرالخارجية");
}

/* Each letter is still traced to its bytes; the space that was missing has none. */
static void
test_offsets (void)
{
  static const char TEXT[] = "زار فيالعراق أمس.";
  g_autoptr (BayanStatement) statement = ingest_text (TEXT);
  const char *at = strstr (statement->text, "العراق");
  guint32 start = (guint32) (at - statement->text), end = start + (guint32) strlen ("العراق");
  BayanRawSpan word = bayan_offset_map_to_raw (statement->map, bayan_clean_span (start, end));
  BayanRawSpan space = bayan_offset_map_to_raw (statement->map, bayan_clean_span (start - 1, start));

  g_assert_cmpuint (word.start.byte, ==, strstr (TEXT, "العراق") - TEXT);
  g_assert_cmpuint (word.end.byte - word.start.byte, ==, strlen ("العراق"));
  g_assert_cmpuint (space.start.byte, ==, word.start.byte);
  g_assert_cmpuint (space.end.byte, ==, word.start.byte);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ingest/glued/words", test_words);
  g_test_add_func ("/ingest/glued/whole-words", test_whole_words);
  g_test_add_func ("/ingest/glued/table", test_table);
  g_test_add_func ("/ingest/glued/figures", test_figures);
  g_test_add_func ("/ingest/glued/nothing-to-do", test_nothing_to_do);
  g_test_add_func ("/ingest/glued/samples", test_samples);
  g_test_add_func ("/ingest/glued/text", test_text);
  g_test_add_func ("/ingest/glued/offsets", test_offsets);
  return g_test_run ();
}
