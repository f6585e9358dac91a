/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-doubt-words.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-language.h"

/* How many letters or pages the doubts of one kind speak of. One that gives no number is one. */
static guint
sum_subjects (GPtrArray *doubts, BayanDoubtKind kind)
{
  guint64 sum = 0;

  for (guint i = 0; i < doubts->len; i++)
    {
      const BayanDoubt *doubt = doubts->pdata[i];
      if (doubt->kind == kind)
        sum += MAX (g_ascii_strtoull (doubt->subject, NULL, 10), 1);
    }
  return (guint) MIN (sum, G_MAXUINT);
}

/* Each subject once, in order, with commas between. */
static char *
join_subjects (GPtrArray *doubts, BayanDoubtKind kind)
{
  g_autoptr (GPtrArray) subjects = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < doubts->len; i++)
    {
      const BayanDoubt *doubt = doubts->pdata[i];
      g_autofree char *subject = bayan_language_isolate (doubt->subject);
      if (doubt->kind == kind && *doubt->subject != '\0'
          && !g_ptr_array_find_with_equal_func (subjects, subject, g_str_equal, NULL))
        g_ptr_array_add (subjects, g_steal_pointer (&subject));
    }
  g_ptr_array_add (subjects, NULL);
  /* Translators: what stands between the members of a list */
  return g_strjoinv (_ (", "), (char **) subjects->pdata);
}

static char *
say_number (BayanDoubtKind kind, guint n)
{
  switch (kind)
    {
    case BAYAN_DOUBT_REPLACEMENT:
      return g_strdup_printf (ngettext ("%u letter was lost before the file came here",
                                        "%u letters were lost before the file came here", n),
                              n);
    case BAYAN_DOUBT_QUESTION_MARKS:
      return g_strdup_printf (ngettext ("%u question mark stands where a letter was",
                                        "%u question marks stand where letters were", n),
                              n);
    case BAYAN_DOUBT_DOUBLE_ENCODED:
      return g_strdup (_ ("Parts of the text were encoded twice and could not be repaired for certain"));
    case BAYAN_DOUBT_CUT_SHORT:
      return g_strdup (_ ("The file ends before its end: something may be missing"));
    default:
      g_return_val_if_reached (NULL);
    }
}

/* Of page numbers, dates, names of character sets and controls. */
static char *
say_subjects (BayanDoubtKind kind, const char *subjects, guint n)
{
  switch (kind)
    {
    case BAYAN_DOUBT_REPAIRED:
      if (g_strcmp0 (subjects, "&#") == 0)
        return g_strdup (_ ("Letters were written as numbers and have been put back"));
      if (g_strcmp0 (subjects, "visual order") == 0)
        return g_strdup (_ ("Lines were stored backwards and have been put in order"));
      return g_strdup_printf (_ ("The text was encoded twice (through %s) and has been repaired"), subjects);
    case BAYAN_DOUBT_CHARSET:
      return g_strdup_printf (_ ("The encoding is not certain: it could also be %s"), subjects);
    case BAYAN_DOUBT_NO_TEXT:
      return g_strdup_printf (ngettext ("Page %s has no text, only a picture",
                                        "Pages %s have no text, only pictures", n),
                              subjects);
    case BAYAN_DOUBT_WRONG_TEXT:
      return g_strdup_printf (ngettext ("The text of page %s is not what the page shows",
                                        "The text of pages %s is not what the pages show", n),
                              subjects);
    case BAYAN_DOUBT_WEEKDAY:
      return g_strdup_printf (_ ("The weekday does not match the date: %s"), subjects);
    case BAYAN_DOUBT_CALENDARS:
      return g_strdup_printf (_ ("The Hijri and the Gregorian date are more than a day apart: %s"), subjects);
    case BAYAN_DOUBT_SPOOFING:
      return g_strdup_printf (ngettext ("A hidden direction control makes text look as it is not (%s)",
                                        "Hidden direction controls make text look as it is not (%s)", n),
                              subjects);
    default:
      g_return_val_if_reached (NULL);
    }
}

static guint
count_kind (GPtrArray *doubts, BayanDoubtKind kind)
{
  guint n = 0;

  for (guint i = 0; i < doubts->len; i++)
    n += ((const BayanDoubt *) doubts->pdata[i])->kind == kind;
  return n;
}

/**
 * bayan_doubt_words_of_kind:
 * @doubts: (element-type BayanDoubt): of one statement
 * @kind: of those that are to be said in one sentence
 *
 * Returns: (transfer full) (nullable): "3 letters were lost before the file came here"; NULL if there is none of
 *   @kind
 */
char *
bayan_doubt_words_of_kind (GPtrArray *doubts, BayanDoubtKind kind)
{
  guint n = count_kind (doubts, kind);
  g_autofree char *subjects = NULL;

  if (n == 0)
    return NULL;
  if (kind == BAYAN_DOUBT_REPLACEMENT || kind == BAYAN_DOUBT_QUESTION_MARKS
      || kind == BAYAN_DOUBT_DOUBLE_ENCODED || kind == BAYAN_DOUBT_CUT_SHORT)
    return say_number (kind, sum_subjects (doubts, kind));
  subjects = join_subjects (doubts, kind);
  return say_subjects (kind, subjects, n);
}

/**
 * bayan_doubt_words:
 *
 * Returns: (transfer full): one sentence about @doubt alone
 */
char *
bayan_doubt_words (const BayanDoubt *doubt)
{
  g_autoptr (GPtrArray) alone = g_ptr_array_new ();

  g_ptr_array_add (alone, (gpointer) doubt);
  return bayan_doubt_words_of_kind (alone, doubt->kind);
}

/**
 * bayan_doubt_words_get_hint:
 *
 * Returns: (transfer none): what can be done about doubts of @kind
 */
const char *
bayan_doubt_words_get_hint (BayanDoubtKind kind)
{
  switch (kind)
    {
    case BAYAN_DOUBT_REPLACEMENT:
    case BAYAN_DOUBT_QUESTION_MARKS:
      return _ ("They cannot be brought back: ask for the original, if these words matter.");
    case BAYAN_DOUBT_DOUBLE_ENCODED:
    case BAYAN_DOUBT_REPAIRED:
    case BAYAN_DOUBT_CHARSET:
      return _ ("Compare with the original, or try another encoding.");
    case BAYAN_DOUBT_NO_TEXT:
    case BAYAN_DOUBT_WRONG_TEXT:
      return _ ("What the page shows is not in the text: read it in the original.");
    case BAYAN_DOUBT_CUT_SHORT:
      return _ ("Fetch the file once more, if you can.");
    case BAYAN_DOUBT_WEEKDAY:
    case BAYAN_DOUBT_CALENDARS:
      return _ ("One of them is wrong: set the right date among the details.");
    case BAYAN_DOUBT_SPOOFING:
      return _ ("The reader shows the letters in their true order, with each control at its place.");
    case BAYAN_DOUBT_N_KINDS:
    default:
      return "";
    }
}
