/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-pdf-match.h"

#include <stdlib.h>
#include <string.h>

#include "bayan-pdf-ligatures.h"

/* How exactly the place of a sign is known, in points. */
#define EXACT 0.03f
/* How far from each other two signs of a run are at most, in points. */
#define FAR 36.0f
/* How far before its piece a sign may begin, in heights: less than any letter is wide. */
#define NEAR 0.08f
/* Not higher or lower than a raised mark, in points. */
#define SAME_LINE 4.0f
#define UPPER_PART 0.4f

typedef struct {
  BayanPdfGlyph *all;
  guint n;
  guint *by_place; /* numbers of the glyphs, from left to right, whatever their line */
} Index;

static int
compare_x (gconstpointer a, gconstpointer b, gpointer data)
{
  const BayanPdfGlyph *all = data;
  float one = all[*(const guint *) a].x1, other = all[*(const guint *) b].x1;

  return one < other ? -1 : one > other;
}

static void
index_init (Index *self, GArray *glyphs)
{
  self->all = (BayanPdfGlyph *) (gpointer) glyphs->data;
  self->n = glyphs->len;
  self->by_place = g_new (guint, self->n + 1);
  for (guint i = 0; i < self->n; i++)
    self->by_place[i] = i;
  g_qsort_with_data (self->by_place, (int) self->n, sizeof (guint), compare_x, self->all);
}

/* Lines may overlap: what is drawn at @y stands in the lower part of its own. */
static gboolean
is_on_line (const BayanPdfGlyph *glyph, float y)
{
  return glyph->y1 + (glyph->y2 - glyph->y1) * UPPER_PART <= y && y <= glyph->y2;
}

static guint
find_first (const Index *self, float x)
{
  guint low = 0, high = self->n;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (self->all[self->by_place[middle]].x1 < x)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* How many glyphs from @at on are @sign; 0 if they are not. The one or the other may be forms of letters. */
static guint
count_glyphs (const Index *self, guint at, const BayanPdfSign *sign)
{
  gunichar wanted[BAYAN_PDF_PARTS_MAX * BAYAN_PDF_SIGN_MAX], found[BAYAN_PDF_PARTS_MAX];
  gsize n_wanted = 0, n_found = 0;
  guint n = 0;

  for (guint i = 0; i < sign->n; i++)
    n_wanted += bayan_pdf_get_parts (sign->characters[i], wanted + n_wanted);
  for (; n_found < n_wanted && at + n < self->n && self->all[at + n].word == self->all[at].word; n++)
    {
      gsize n_parts = bayan_pdf_get_parts (self->all[at + n].character, found);

      if (n_found + n_parts > n_wanted || memcmp (wanted + n_found, found, n_parts * sizeof (gunichar)) != 0)
        return 0;
      n_found += n_parts;
    }
  return n_found == n_wanted ? n : 0;
}

/* The first glyph that begins between @from and @to, on the line with @y in it, and is @sign; it is told so. */
static BayanPdfGlyph *
find_glyph (const Index *self, float from, float to, float y, const BayanPdfSign *sign)
{
  for (guint i = find_first (self, from); i < self->n; i++)
    {
      guint at = self->by_place[i];
      BayanPdfGlyph *glyph = &self->all[at];

      if (glyph->x1 > to)
        return NULL;
      if (!is_on_line (glyph, y) || glyph->n_glyphs > 0)
        continue;
      glyph->n_glyphs = (guint8) count_glyphs (self, at, sign);
      if (glyph->n_glyphs > 0)
        return glyph;
    }
  return NULL;
}

/* Whether any glyph has the place of @x on the line with @y in it, or begins @near of its heights to the right. */
static gboolean
is_covered (const Index *self, float x, float y, float near)
{
  for (guint i = find_first (self, x + FAR * near + EXACT); i > 0; i--)
    {
      const BayanPdfGlyph *glyph = &self->all[self->by_place[i - 1]];
      float start = glyph->x1 - (glyph->y2 - glyph->y1) * near - EXACT;

      if (glyph->x1 < x - FAR)
        return FALSE;
      if (start <= x && x < MAX (glyph->x1 + EXACT * 2, glyph->x2) - EXACT && is_on_line (glyph, y))
        return TRUE;
    }
  return FALSE;
}

static void
match_run (const Index *self, const BayanPdfRun *run, const BayanPdfSign *signs, GArray *spaces)
{
  float from = run->x - EXACT, to = run->x + EXACT;

  for (guint i = 0; i < run->n; i++)
    {
      const BayanPdfSign *sign = &signs[run->first + i];
      BayanPdfGlyph *glyph = NULL;

      if (bayan_pdf_sign_is_space (sign))
        {
          BayanPdfSpace space = { from + EXACT, run->y };

          g_array_append_val (spaces, space);
        }
      else if (sign->n > 0)
        glyph = find_glyph (self, from, to, run->y, sign);
      if (glyph == NULL)
        {
          to = from + FAR;
          continue;
        }
      /* Two signs may begin at the same place: some fonts have lam and alef so. */
      from = glyph->x1 - EXACT;
      to = glyph[glyph->n_glyphs - 1].x2 + FAR;
    }
}

/* Runs in a row that are not covered. */
typedef struct {
  guint n;
  float x1, x2;
} Gap;

static void
add_missing (BayanPdfMatch *self, const Gap *gap)
{
  if (gap->n == 0)
    return;
  self->missing_x1 = self->n_missing > 0 ? MIN (self->missing_x1, gap->x1) : gap->x1;
  self->missing_x2 = self->n_missing > 0 ? MAX (self->missing_x2, gap->x2) : gap->x2;
  self->n_missing += gap->n;
}

/* A selection loses the beginning or the end of a line, or all of it: what is not covered within one is a part of
 * some other sign. */
static void
count_runs (BayanPdfMatch *self, const Index *index, const BayanPdfSigns *signs)
{
  Gap gap = { 0 };
  float last_y = -1;

  for (guint i = 0; i < signs->runs->len; i++)
    {
      const BayanPdfRun *run = &g_array_index (signs->runs, BayanPdfRun, i);

      if (bayan_pdf_sign_is_space (&g_array_index (signs->signs, BayanPdfSign, run->first)))
        continue;
      self->n_runs++;
      self->n_found += is_covered (index, run->x, run->y, 0);
      if (!is_covered (index, run->x, run->y, NEAR))
        {
          gap.x1 = gap.n > 0 ? MIN (gap.x1, run->x) : run->x;
          gap.x2 = gap.n > 0 ? MAX (gap.x2, run->x) : run->x;
          gap.n++;
          continue;
        }
      if (ABS (run->y - last_y) > SAME_LINE)
        add_missing (self, &gap);
      gap.n = 0;
      last_y = run->y;
    }
  add_missing (self, &gap);
}

/**
 * bayan_pdf_match:
 * @glyphs: (element-type BayanPdfGlyph): of a page; the first of each sign is told how many it has
 * @signs: of the page
 * @spaces: (out) (element-type BayanPdfSpace):
 *
 * Returns: how many of the runs of the page are among its glyphs
 */
BayanPdfMatch
bayan_pdf_match (GArray *glyphs, const BayanPdfSigns *signs, GArray *spaces)
{
  const BayanPdfSign *all = (const BayanPdfSign *) (gpointer) signs->signs->data;
  BayanPdfMatch self = { 0 };
  Index index;

  g_array_set_size (spaces, 0);
  index_init (&index, glyphs);
  for (guint i = 0; i < signs->runs->len; i++)
    match_run (&index, &g_array_index (signs->runs, BayanPdfRun, i), all, spaces);
  count_runs (&self, &index, signs);
  g_free (index.by_place);
  return self;
}
