/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of a text written anew: BAYAN_N_EDITS random edits. No span's words are others unless the edit touched them, those it
 * touched are told, none is lost, and the source can be had back. */
#include <stdlib.h>
#include <string.h>

#include "bayan-ingest.h"

#define N_EDITS 3000
#define N_SPANS 40u
#define EDITS_PER_TEXT 30

static const char *const TEXTS[] = {
  "بيان مشترك\n\nأعلن العراق  والأردن عقد اجتماع في بغداد، وشكر الوزير المشاركين.\n\nدان المجلس الهجوم على المدينة.\n",
  "<html><body><h1>بيان مشترك</h1><p>أعلن العراق &amp; الأردن عقد <b>اجتماع</b> في بغداد.</p><p>شكر  الوزير\nالمشاركين، "
  "ودان الهجوم.</p></body></html>",
  "Joint statement\n\nThe ministers met in Amman and thanked the delegation of العراق.\n",
};
static const char *const WORDS[] = { "", " ", "د", "بغداد", "في عمان", "x", "، ", "الوزير", "  ب ", "ـ" };

static BayanStatement *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  BayanStatement *statement = bayan_ingest_bytes (bytes, *text == '<' ? "a.html" : "a.txt", NULL, NULL, &error);

  g_assert_no_error (error);
  return statement;
}

/* The first byte of a character, at or before @at. */
static guint32
snap (const char *text, guint32 at)
{
  while ((text[at] & 0xC0) == 0x80)
    at--;
  return at;
}

static BayanCleanSpan
any_span (const BayanStatement *statement, guint longest_bytes)
{
  guint32 length = (guint32) statement->text_length_bytes;
  guint32 start = snap (statement->text, (guint32) g_test_rand_int_range (0, (int) length));
  guint32 behind = start + (guint32) g_test_rand_int_range (0, (int) longest_bytes);
  guint32 end = snap (statement->text, MIN (behind, length));

  return bayan_clean_span (start, MAX (start, end));
}

typedef struct {
  BayanCleanSpan span;
  gboolean touched;
} Watched;

static char *
words_at (const BayanStatement *statement, BayanCleanSpan span)
{
  return g_strndup (statement->text + span.start.byte, bayan_clean_span_length_bytes (span));
}

static gboolean
holds_whole_characters (const BayanStatement *statement, BayanCleanSpan span)
{
  return span.end.byte <= statement->text_length_bytes && snap (statement->text, span.start.byte) == span.start.byte
         && snap (statement->text, span.end.byte) == span.end.byte;
}

/* Returns: how many it touched */
static guint
follow (GArray *spans, const BayanStatement *before, const BayanStatement *after, const BayanTextEdit *edit)
{
  guint n_touched = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      Watched *watched = &g_array_index (spans, Watched, i);
      g_autofree char *was = words_at (before, watched->span), *is = NULL;
      gboolean touched;
      BayanCleanSpan moved = bayan_text_edit_move (edit, watched->span, &touched);

      g_assert_cmpuint (moved.start.byte, <=, moved.end.byte);
      g_assert_true (holds_whole_characters (after, moved));
      is = words_at (after, moved);
      if (!touched)
        g_assert_cmpstr (is, ==, was);
      n_touched += touched;
      watched->span = moved;
    }
  return n_touched;
}

/* Only what was to be written anew is another text: counted without what the function says of it. */
static void
assert_text (const BayanStatement *before, const BayanStatement *after, const BayanTextEdit *edit)
{
  gsize n_behind = before->text_length_bytes - edit->before.end.byte;

  g_assert_cmpuint (after->text_length_bytes, ==, edit->before.start.byte + edit->length_after_bytes + n_behind);
  g_assert_cmpint (memcmp (before->text, after->text, edit->before.start.byte), ==, 0);
  g_assert_cmpint (memcmp (before->text + edit->before.end.byte,
                           after->text + edit->before.start.byte + edit->length_after_bytes, n_behind),
                   ==, 0);
  g_assert_cmpuint (bayan_offset_map_get_clean_length (after->map), ==, after->text_length_bytes);
}

static void
assert_source_comes_back (const BayanStatement *first, const BayanStatement *last)
{
  g_autofree gboolean *restored = g_new (gboolean, last->removed->len + 1);
  g_autoptr (BayanStatement) made = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < last->removed->len; i++)
    {
      const BayanRemovedRegion *region = last->removed->pdata[i];

      restored[i] = region->restored || strcmp (region->kind, "edited") == 0;
    }
  made = bayan_ingest_restore (last, restored, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (made->text, ==, first->text);
}

static GArray *
watch_spans (const BayanStatement *statement)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (Watched));

  while (spans->len < N_SPANS)
    {
      Watched watched = { any_span (statement, 40), FALSE };

      if (bayan_clean_span_length_bytes (watched.span) > 0)
        g_array_append_val (spans, watched);
    }
  return spans;
}

static void
test_random (void)
{
  guint n_edits = g_getenv ("BAYAN_N_EDITS") != NULL ? (guint) atoi (g_getenv ("BAYAN_N_EDITS")) : N_EDITS;
  guint n_done = 0, n_touched = 0, n_refused = 0;

  while (n_done < n_edits)
    {
      g_autoptr (BayanStatement) first = read_text (TEXTS[g_test_rand_int_range (0, G_N_ELEMENTS (TEXTS))]);
      g_autoptr (BayanStatement) statement = bayan_statement_ref (first);
      g_autoptr (GArray) spans = watch_spans (statement);

      for (guint i = 0; i < EDITS_PER_TEXT; i++)
        {
          BayanTextEdit edit;
          g_autoptr (GError) error = NULL;
          g_autofree char *words = g_strconcat (WORDS[g_test_rand_int_range (0, G_N_ELEMENTS (WORDS))],
                                                WORDS[g_test_rand_int_range (0, G_N_ELEMENTS (WORDS))], NULL);
          BayanStatement *made = bayan_ingest_edit (statement, any_span (statement, 24), words, &edit, &error);

          if (made == NULL)
            {
              g_assert_error (error, BAYAN_INGEST_ERROR, BAYAN_INGEST_ERROR_NOT_EDITABLE);
              n_refused++;
              continue;
            }
          assert_text (statement, made, &edit);
          n_touched += follow (spans, statement, made, &edit);
          n_done++;
          bayan_statement_unref (statement);
          statement = made;
        }
      assert_source_comes_back (first, statement);
    }
  g_test_message ("%u edits, %u refused; %u spans, %u times touched", n_done, n_refused, N_SPANS, n_touched);
}

static BayanStatement *
edit_words (BayanStatement *statement, const char *from, const char *to, BayanTextEdit *edit)
{
  const char *at = strstr (statement->text, from);
  guint32 start = (guint32) (at - statement->text);
  g_autoptr (GError) error = NULL;
  BayanStatement *made = bayan_ingest_edit (statement, bayan_clean_span (start, start + (guint32) strlen (from)), to, edit, &error);

  g_assert_nonnull (at);
  g_assert_no_error (error);
  return made;
}

/* A typo: only the letter is touched; the title goes with its words; cleaned again it is still put right. */
static void
test_typo (void)
{
  g_autoptr (BayanStatement) first = read_text ("بيان مشترق\n\nعقد الاجتماع في بغداذ أمس.\n");
  BayanTextEdit edit;
  g_autoptr (BayanStatement) second = edit_words (first, "بغداذ", "بغداد", &edit);
  g_autoptr (BayanStatement) third = NULL, again = NULL;
  const BayanRemovedRegion *region = second->removed->pdata[0];
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (second->text, ==, "بيان مشترق\n\nعقد الاجتماع في بغداد أمس.");
  g_assert_cmpuint (bayan_clean_span_length_bytes (edit.before), ==, 2);
  g_assert_cmpstr (region->kind, ==, "edited");
  g_assert_cmpstr (region->text, ==, "ذ");
  g_assert_cmpstr (region->instead, ==, "د");
  third = edit_words (second, "مشترق", "مشترك", &edit);
  g_assert_cmpstr (third->title, ==, "بيان مشترك");
  g_assert_cmpuint (third->removed->len, ==, 2);
  again = bayan_ingest_again (third, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again->text, ==, third->text);
}

/* A letter that was lost makes a longer word: the span that holds the word is touched, the one beside it is not. */
static void
test_added (void)
{
  g_autoptr (BayanStatement) first = read_text ("زار بغدا أمس.\n");
  BayanTextEdit edit;
  g_autoptr (BayanStatement) second = edit_words (first, "بغدا", "بغداد", &edit);
  guint32 start = (guint32) (strstr (first->text, "بغدا") - first->text);
  BayanCleanSpan word = bayan_clean_span (start, start + (guint32) strlen ("بغدا"));
  BayanCleanSpan next = bayan_clean_span (word.end.byte + 1, word.end.byte + 1 + (guint32) strlen ("أمس"));
  gboolean touched;
  g_autofree char *is = NULL;

  word = bayan_text_edit_move (&edit, word, &touched);
  is = words_at (second, word);
  g_assert_true (touched);
  g_assert_cmpstr (is, ==, "بغداد");
  bayan_text_edit_move (&edit, next, &touched);
  g_assert_false (touched);
}

static void
test_refused (void)
{
  g_autoptr (BayanStatement) statement = read_text ("بيان\n\nزار بغداد.\n");
  BayanTextEdit edit;
  static const struct {
    guint32 start, end;
    const char *words;
  } CASES[] = { { 0, 20, "x" }, { 0, 8, "" }, { 0, 8, "a\nb" }, { 0, 9999, "x" }, { 0, 8, "\xff" } };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (bayan_ingest_edit (statement, bayan_clean_span (CASES[i].start, CASES[i].end), CASES[i].words, &edit, &error));
      g_assert_error (error, BAYAN_INGEST_ERROR, BAYAN_INGEST_ERROR_NOT_EDITABLE);
    }
}

/* Found at random: a mention of the first letters of what was written anew, by less, within a word; and one that holds no letter
 * any more. */
static void
test_shorter_within_word (void)
{
  const BayanTextEdit edit = { .before = bayan_clean_span (10, 20), .length_after_bytes = 2, .grows_behind = TRUE };
  const BayanTextEdit put_in = { .before = bayan_clean_span (10, 10), .length_after_bytes = 4 };
  gboolean touched = FALSE;
  BayanCleanSpan moved = bayan_text_edit_move (&edit, bayan_clean_span (10, 14), &touched);

  g_assert_true (touched);
  g_assert_cmpuint (moved.start.byte, ==, 10);
  g_assert_cmpuint (moved.end.byte, ==, 12);
  moved = bayan_text_edit_move (&edit, bayan_clean_span (10, 26), &touched);
  g_assert_cmpuint (moved.end.byte, ==, 18);
  moved = bayan_text_edit_move (&put_in, bayan_clean_span (10, 10), &touched);
  g_assert_false (touched);
  g_assert_cmpuint (moved.start.byte, ==, 14);
  g_assert_cmpuint (moved.end.byte, ==, 14);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ingest/edit/typo", test_typo);
  g_test_add_func ("/ingest/edit/added", test_added);
  g_test_add_func ("/ingest/edit/refused", test_refused);
  g_test_add_func ("/ingest/edit/shorter-within-a-word", test_shorter_within_word);
  g_test_add_func ("/ingest/edit/random", test_random);
  return g_test_run ();
}
