/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fonts draw a letter out with a sign that stands for no character. Some programs do not say so, and then it comes as
 * any character at all: "ال;;دول". It stands between two letters that are joined, and the one before it has the form
 * of a letter within a word, as it never has before a character that is meant: "الأميركي/الأوروبي". */
#include "bayan-pdf-strokes.h"

#include "bayan-pdf-ligatures.h"

#define TATWEEL 0x0640u /* says what it is */
/* How far apart letter and stroke may be, in heights. */
#define TOUCHING 0.12f
#define MAX_STROKES 8u
#define MIN_SEEN 3u

typedef struct {
  guint joined, final; /* how often the letter before it has which form */
} Seen;

GHashTable *
bayan_pdf_strokes_new (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

static gboolean
touches (const BayanPdfUnit *left, const BayanPdfUnit *right)
{
  return right->x1 - left->x2 < TOUCHING * MAX (0.1f, left->y2 - left->y1);
}

/* How many units from @at on, from left to right, are one character between two letters that would be joined. */
static guint
count_strokes (const BayanPdfUnit *units, guint n, guint at)
{
  const gunichar character = units[at].characters[0];
  guint end = at;

  if (at == 0 || bayan_pdf_is_arabic (character) || character == TATWEEL || units[at].n > 1
      || !bayan_pdf_joins_before (&units[at - 1]))
    return 0;
  while (end < n && end - at < MAX_STROKES && units[end].n == 1 && units[end].characters[0] == character
         && touches (&units[end - 1], &units[end]))
    end++;
  return end > at && end < n && bayan_pdf_joins_next (&units[end]) && touches (&units[end - 1], &units[end])
             ? end - at
             : 0;
}

/**
 * bayan_pdf_strokes_collect:
 * @units: a line, from left to right
 *
 * Adds to @self what may be a stroke.
 */
void
bayan_pdf_strokes_collect (GHashTable *self, const BayanPdfUnit *units, guint n)
{
  for (guint i = 0; i < n; i++)
    if (count_strokes (units, n, i) > 0)
      g_hash_table_insert (self, GUINT_TO_POINTER (units[i].characters[0]), g_new0 (Seen, 1));
}

/**
 * bayan_pdf_strokes_judge:
 *
 * Looks at the letters before what may be a stroke.
 */
void
bayan_pdf_strokes_judge (GHashTable *self, const BayanPdfUnit *units, guint n, const BayanPdfForms *forms)
{
  for (guint i = 0; i < n; i++)
    {
      guint count = count_strokes (units, n, i);
      Seen *seen = count > 0 ? g_hash_table_lookup (self, GUINT_TO_POINTER (units[i].characters[0])) : NULL;
      BayanPdfForm form = seen != NULL ? bayan_pdf_forms_judge (forms, &units[i + count]) : 0;

      if (seen == NULL)
        continue;
      seen->joined += form == BAYAN_PDF_FORM_JOINED;
      seen->final += form == BAYAN_PDF_FORM_FINAL;
      i += count - 1;
    }
}

static gboolean
is_stroke (const GHashTable *self, gunichar character)
{
  const Seen *seen = g_hash_table_lookup ((GHashTable *) self, GUINT_TO_POINTER (character));

  return seen != NULL && seen->joined >= MIN_SEEN && seen->joined > seen->final * 4;
}

/**
 * bayan_pdf_strokes_remove:
 * @units: (element-type BayanPdfUnit): a line, from left to right; a letter that is drawn out has the place of its
 *   strokes, too
 */
void
bayan_pdf_strokes_remove (const GHashTable *self, GArray *units)
{
  BayanPdfUnit *all = (BayanPdfUnit *) (gpointer) units->data;
  guint kept = 0;

  for (guint i = 0; i < units->len; i++)
    {
      guint count = is_stroke (self, all[i].characters[0]) ? count_strokes (all, units->len, i) : 0;

      if (count > 0)
        all[i + count].x1 = all[i - 1].x2;
      i += count;
      all[kept++] = all[i];
    }
  g_array_set_size (units, kept);
}
