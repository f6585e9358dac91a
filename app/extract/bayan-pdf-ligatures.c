/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sign that stands for several letters comes as these letters, side by side, each with an equal share of its width:
 * from left to right in the order in which they are read, while all other letters of an Arabic line stand from left
 * to right against that order. Equal widths are the only trace that is left of it. */
#include "bayan-pdf-ligatures.h"

#include <math.h>

#define LAM 0x0644u
#define ALEF 0x0627u
#define FA 0x0641u
#define YA 0x064Au
#define HA 0x0647u
/* What of a ligature is split evenly among its letters: shares are equal but for rounding, of which some
 * programs do much. */
#define SAME_WIDTH 0.03f
#define SIMILAR_WIDTH 0.038f
#define LIKELY_WIDTH 0.08f
#define KNOWN_WIDTH 0.004f
#define MIN_SHARE 0.02f
#define MIN_MARKS 3u
/* How many widths we want to know before we rely on what is not among them. */
#define MIN_WIDTHS 40u
/* A width is that of a lam after an alef if it is that often enough: one in so many. */
#define INITIAL_PART 3u
/* How many steps of rounding away a width is still the same. */
#define NEAR 1
#define OFTEN 2u

static gboolean
is_presentation_form (gunichar c)
{
  return (c >= 0xFB50 && c <= 0xFDF9 && c != 0xFD3E && c != 0xFD3F) || c == 0xFDFC
         || (c >= 0xFE70 && c <= 0xFEFC) || (c >= 0xFB00 && c <= 0xFB06);
}

/**
 * bayan_pdf_get_parts:
 * @c: a letter, or a form of one or several
 * @parts: (out): room for %BAYAN_PDF_PARTS_MAX
 *
 * Returns: how many letters it is
 */
gsize
bayan_pdf_get_parts (gunichar c, gunichar *parts)
{
  parts[0] = c;
  return is_presentation_form (c) ? g_unichar_fully_decompose (c, TRUE, parts, BAYAN_PDF_PARTS_MAX) : 1;
}

gboolean
bayan_pdf_is_mark (gunichar c)
{
  return g_unichar_type (c) == G_UNICODE_NON_SPACING_MARK;
}

gboolean
bayan_pdf_is_arabic (gunichar c)
{
  return g_unichar_get_script (c) == G_UNICODE_SCRIPT_ARABIC && g_unichar_isalpha (c);
}

static gboolean
is_as_wide (const BayanPdfGlyph *one, const BayanPdfGlyph *other, float tolerance)
{
  float a = one->x2 - one->x1, b = other->x2 - other->x1;

  return one->word == other->word && a > MIN_SHARE && ABS (a - b) < tolerance * MAX (a, b);
}

static gboolean
has_same_width (const BayanPdfGlyph *one, const BayanPdfGlyph *other)
{
  return is_as_wide (one, other, SAME_WIDTH);
}

static gboolean
is_hamza_alef (gunichar c)
{
  return c == 0x0622 || c == 0x0623 || c == 0x0625;
}

static gboolean
is_alef (gunichar c)
{
  return c == ALEF || c == 0x0671 || is_hamza_alef (c);
}

static gboolean
is_lam_and_alef (const BayanPdfGlyph *at, guint n)
{
  return n == 2 && at[0].character == LAM && at[1].character == ALEF;
}

/* Whether lam and alef, read as two letters, would make the alef the second one in a row, which no word has. */
static gboolean
is_after_alef (const BayanPdfGlyph *lam)
{
  return lam[2].word == lam[0].word && lam[2].character == ALEF;
}

/* A letter and how wide it is for its height, as a key: a step is as much as rounding changes. */
static gpointer
make_width_key (const BayanPdfGlyph *glyph, int shift)
{
  float height = MAX (glyph->y2 - glyph->y1, 0.1f), width = (glyph->x2 - glyph->x1) / height;
  int step = (int) (logf (CLAMP (width, 0.001f, 10)) / KNOWN_WIDTH) + shift;

  return GUINT_TO_POINTER (glyph->character * 4096u + (guint) CLAMP (step + 3000, 0, 4095));
}

/* Whether the letter to the right, the one before in reading, is joined to @glyph. */
static gboolean
is_joined_from_before (const BayanPdfGlyph *glyph, guint left)
{
  static const char NOT_JOINING[] = "اأإآٱدذرزوؤةىء";

  return left > 1 && glyph[1].word == glyph[0].word && bayan_pdf_is_arabic (glyph[1].character)
         && g_utf8_strchr (NOT_JOINING, -1, glyph[1].character) == NULL;
}

static void
count_width (GHashTable *counts, const BayanPdfGlyph *glyph)
{
  gpointer key = make_width_key (glyph, 0);

  g_hash_table_insert (counts, key,
                       GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1));
}

/* A mark that is drawn by itself has no width; one that is given with its letter, as one sign, has its share. The
 * last share may be cut short by the letter after it. */
static gboolean
do_marks_share (const BayanPdfGlyph *glyphs, guint n)
{
  guint n_marks = 0, n_shares = 0;

  for (guint i = 0; i < n; i++)
    if (bayan_pdf_is_mark (glyphs[i].character))
      {
        n_marks++;
        n_shares += i > 0 && has_same_width (&glyphs[i - 1], &glyphs[i]);
      }
  return n_marks >= MIN_MARKS && n_shares * 2 > n_marks;
}

/**
 * bayan_pdf_widths_collect:
 * @glyphs: (element-type BayanPdfGlyph): of a page
 *
 * Returns: (transfer full): free with bayan_pdf_widths_clear()
 */
BayanPdfWidths
bayan_pdf_widths_collect (const GArray *glyphs)
{
  const BayanPdfGlyph *all = (const BayanPdfGlyph *) (gpointer) glyphs->data;
  BayanPdfWidths self = { g_hash_table_new (NULL, NULL), g_hash_table_new (NULL, NULL),
                          g_hash_table_new (NULL, NULL), do_marks_share (all, glyphs->len) };

  for (guint i = 0; i < glyphs->len; i++)
    if (bayan_pdf_is_arabic (all[i].character))
      {
        gboolean before = i > 0 && is_as_wide (&all[i - 1], &all[i], SIMILAR_WIDTH);
        gboolean after = i + 1 < glyphs->len && is_as_wide (&all[i], &all[i + 1], SIMILAR_WIDTH);

        count_width (before || after ? self.beside : self.alone, &all[i]);
        if (!before && !after && all[i].character == LAM && !is_joined_from_before (&all[i], glyphs->len - i))
          count_width (self.initial_lam, &all[i]);
      }
  return self;
}

void
bayan_pdf_widths_clear (BayanPdfWidths *self)
{
  g_hash_table_unref (self->alone);
  g_hash_table_unref (self->beside);
  g_hash_table_unref (self->initial_lam);
}

static guint
get_count (GHashTable *counts, const BayanPdfGlyph *glyph, int reach)
{
  guint count = 0;

  for (int shift = -reach; shift <= reach; shift++)
    count += GPOINTER_TO_UINT (g_hash_table_lookup (counts, make_width_key (glyph, shift)));
  return count;
}

/* Whether @n letters are as wide by themselves more often than not: then they are no shares of a ligature. After an
 * alef nothing is joined to a lam, which is narrower then than it is otherwise. */
static gboolean
are_letters_so_wide (const BayanPdfWidths *widths, const BayanPdfGlyph *glyphs, guint n)
{
  if (n == 2 && glyphs[0].character == LAM && is_alef (glyphs[1].character))
    {
      guint beside = get_count (widths->beside, &glyphs[0], NEAR);

      /* Seen once or twice it may be chance, unless the widths are the same to a hair. */
      return get_count (widths->initial_lam, &glyphs[0], NEAR) * INITIAL_PART > beside
             || (beside <= OFTEN && !is_as_wide (&glyphs[0], &glyphs[1], KNOWN_WIDTH * 2));
    }
  for (guint i = 0; i < n; i++)
    if (get_count (widths->alone, &glyphs[i], NEAR) <= get_count (widths->beside, &glyphs[i], NEAR))
      return FALSE;
  return TRUE;
}

/* How many letters from @at on fonts may join into one sign: lam and what it leans on, fa with ya, the name of God.
 * Other letters that are as wide as each other are those that differ in their dots only. */
static guint
count_joined (const BayanPdfGlyph *at, guint n)
{
  static const gunichar NAME[] = { ALEF, LAM, LAM, HA };
  static const gunichar AFTER_LAM[] = { YA, 0x0649, 0x0645, 0x062C, 0x062D, 0x062E, HA };
  guint start = at[0].character == ALEF ? 0 : 1, length = G_N_ELEMENTS (NAME) - start, same = 0;

  while (same < MIN (length, n) && at[same].character == NAME[start + same])
    same++;
  if (same == length)
    return length;
  if (n > 1 && at[0].character == FA && (at[1].character == YA || at[1].character == 0x0649))
    return 2;
  for (guint i = 0; n > 1 && at[0].character == LAM && i < G_N_ELEMENTS (AFTER_LAM); i++)
    if (at[1].character == AFTER_LAM[i])
      return 2;
  return n > 1 && at[0].character == LAM && is_alef (at[1].character) ? 2 : 1;
}

/**
 * bayan_pdf_ligature_measure:
 * @at: a letter of a page
 * @left: how many there are from it on
 *
 * Returns: how many glyphs from @at on are one, whose letters stand in reading order from left to right: a letter
 * with its marks, letters of a ligature
 */
guint
bayan_pdf_ligature_measure (const BayanPdfGlyph *at, guint left, const BayanPdfWidths *widths)
{
  guint n = 1, n_same = 1;

  if (!bayan_pdf_is_arabic (at[0].character))
    return 1;
  if (at[0].n_glyphs == 0 && left > 2 && at[0].character == LAM && is_alef (at[1].character)
      && is_after_alef (&at[0]) && is_as_wide (&at[0], &at[1], LIKELY_WIDTH))
    return 2;
  /* Much rounding, but a width that lams have only in the ligature. */
  if (at[0].n_glyphs == 0 && left > 1 && at[0].character == LAM && is_alef (at[1].character)
      && is_as_wide (&at[0], &at[1], SIMILAR_WIDTH) && get_count (widths->beside, &at[0], NEAR) > OFTEN + 1
      && get_count (widths->initial_lam, &at[0], NEAR) == 0)
    return 2;
  while (n_same < left && n_same < BAYAN_PDF_LIGATURE_MAX && has_same_width (&at[0], &at[n_same]))
    n_same++;
  n = at[0].n_glyphs > 0 ? MIN (at[0].n_glyphs, left) : count_joined (at, n_same);
  if (n > 1 && at[0].n_glyphs == 0
      && (are_letters_so_wide (widths, at, n)
          || (is_lam_and_alef (at, n) && g_hash_table_size (widths->alone) < MIN_WIDTHS)))
    n = 1;
  while (n < n_same && bayan_pdf_is_mark (at[n].character))
    n++;
  while (widths->marks_share && n < left && n < BAYAN_PDF_LIGATURE_MAX && at[n].word == at[0].word
         && bayan_pdf_is_mark (at[n].character) && at[n].x2 - at[n].x1 > MIN_SHARE)
    n++;
  return n;
}
