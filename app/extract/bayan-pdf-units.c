/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-pdf-units.h"

#include <string.h>

#include "bayan-pdf-ligatures.h"

#define ALEF 0x0627u
#define SHADDA 0x0651u
#define FATHATAN 0x064Bu
#define KASRA 0x0650u
/* How far to the right of its own origin the middle of a mark may be, in heights of a line, and in what steps that
 * is tried. */
#define OFFSET_STEP 0.02f
#define OFFSET_STEPS 15u
/* How far beside a letter its mark may be, in heights. */
#define REACH 0.35f
/* Nearer to each other two letters begin at the same place, in points. */
#define SAME_PLACE 0.05f

static void
add_character (BayanPdfUnit *unit, gunichar c)
{
  gunichar composed;

  if (unit->n > 0 && g_unichar_compose (unit->characters[unit->n - 1], c, &composed))
    unit->characters[unit->n - 1] = composed;
  else if (unit->n < BAYAN_PDF_UNIT_MAX)
    unit->characters[unit->n++] = c;
}

/* @glyph's character, a form of a letter as the letter, without the space that carries a lone mark. */
static void
add_glyph (BayanPdfUnit *unit, const BayanPdfGlyph *glyph)
{
  gunichar parts[BAYAN_PDF_PARTS_MAX];
  gsize n = bayan_pdf_get_parts (glyph->character, parts);

  for (gsize i = 0; i < n; i++)
    if (!(parts[i] == ' ' && n > 1))
      add_character (unit, parts[i]);
  unit->x1 = MIN (unit->x1, MIN (glyph->x1, glyph->x2));
  unit->x2 = MAX (unit->x2, MAX (glyph->x1, glyph->x2));
}

static void
add_unit (GArray *units, const BayanPdfGlyph *glyphs, guint n)
{
  BayanPdfUnit unit = { .x1 = G_MAXFLOAT, .x2 = -G_MAXFLOAT, .y1 = glyphs->y1, .y2 = glyphs->y2 };

  for (guint i = 0; i < n; i++)
    add_glyph (&unit, &glyphs[i]);
  unit.share = n > 1 && bayan_pdf_is_mark (glyphs[n - 1].character);
  if (unit.n > 0)
    g_array_append_val (units, unit);
}

/* A mark that was drawn on its own. */
typedef struct {
  gunichar character;
  float x, y1, y2;
} Mark;

static void
sort_out (const GArray *glyphs, GArray *units, GArray *marks)
{
  const BayanPdfGlyph *all = (const BayanPdfGlyph *) (gpointer) glyphs->data;
  BayanPdfWidths widths = bayan_pdf_widths_collect (glyphs);

  for (guint i = 0; i < glyphs->len;)
    {
      guint n = bayan_pdf_ligature_measure (&all[i], glyphs->len - i, &widths);

      if (bayan_pdf_is_mark (all[i].character))
        {
          Mark mark = { all[i].character, all[i].x1, all[i].y1, all[i].y2 };

          g_array_append_val (marks, mark);
        }
      else if (!g_unichar_iscntrl (all[i].character))
        add_unit (units, &all[i], n);
      i += n;
    }
  bayan_pdf_widths_clear (&widths);
}

/* The units ordered by their lines, roughly, so that those near a mark are found without looking at all. */
static int
compare_place (gconstpointer a, gconstpointer b)
{
  const BayanPdfUnit *one = a, *other = b;

  return one->x1 < other->x1 ? -1 : one->x1 > other->x1;
}

static guint
find_first_after (const GArray *units, float x)
{
  guint low = 0, high = units->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (units, BayanPdfUnit, middle).x1 < x)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static float
distance (const BayanPdfUnit *unit, float x)
{
  return MAX (0, MAX (unit->x1 - x, x - unit->x2));
}

/* How many units to the left of a point are looked at: letters of all lines of a page stand there. */
#define MAX_LOOKED_AT 600u

/* The letter at @x on the line of @mark; NULL if there is none. */
static BayanPdfUnit *
find_letter (GArray *units, const Mark *mark, float x)
{
  float height = mark->y2 - mark->y1, middle = (mark->y1 + mark->y2) / 2, best_distance = height * REACH;
  BayanPdfUnit *best = NULL;
  guint first = find_first_after (units, x + height * REACH);

  for (guint i = first; i > 0 && i + MAX_LOOKED_AT > first; i--)
    {
      BayanPdfUnit *unit = &g_array_index (units, BayanPdfUnit, i - 1);

      if (unit->x1 < x - height * 2)
        break;
      if (middle < unit->y1 || middle > unit->y2 || !bayan_pdf_is_arabic (unit->characters[0])
          || distance (unit, x) >= best_distance)
        continue;
      best = unit;
      best_distance = distance (unit, x);
      if (best_distance <= 0)
        break;
    }
  return best;
}

/* Whether no one writes @mark over what is there already. */
static gboolean
is_odd (const BayanPdfUnit *unit, gunichar mark)
{
  gboolean vowel = mark != SHADDA;

  if (unit == NULL)
    return TRUE;
  if (unit->n == 1 && unit->characters[0] == ALEF)
    return mark != FATHATAN && mark != KASRA;
  for (guint i = 1; i < unit->n; i++)
    if (bayan_pdf_is_mark (unit->characters[i])
        && (unit->characters[i] == mark || (vowel && unit->characters[i] != SHADDA)))
      return TRUE;
  return FALSE;
}

/* Shadda before the vowel, as one writes them. */
static void
put_mark (BayanPdfUnit *unit, gunichar mark)
{
  guint at = unit->n;

  if (unit->n >= BAYAN_PDF_UNIT_MAX)
    return;
  while (mark == SHADDA && at > 1 && bayan_pdf_is_mark (unit->characters[at - 1]))
    at--;
  memmove (&unit->characters[at + 1], &unit->characters[at], (unit->n - at) * sizeof (gunichar));
  unit->characters[at] = mark;
  unit->n++;
}

static guint
place_marks (GArray *units, const GArray *marks, float offset)
{
  guint odd = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      const Mark *mark = &g_array_index (marks, Mark, i);
      BayanPdfUnit *unit = find_letter (units, mark, mark->x + offset * (mark->y2 - mark->y1));

      odd += is_odd (unit, mark->character);
      if (unit != NULL)
        put_mark (unit, mark->character);
    }
  return odd;
}

static void
remove_marks (GArray *units, const guint8 *lengths)
{
  for (guint i = 0; i < units->len; i++)
    g_array_index (units, BayanPdfUnit, i).n = lengths[i];
}

/* A mark's place is that of its origin, from which it is drawn to the left or to the right as its font has it: of
 * the offsets the one is taken with which fewest marks stand where no one would write them. */
static void
attach_marks (GArray *units, const GArray *marks)
{
  g_autofree guint8 *lengths = g_malloc (units->len + 1);
  guint odd[OFFSET_STEPS], fewest = G_MAXUINT, first = 0, last = 0;

  if (marks->len == 0)
    return;
  for (guint i = 0; i < units->len; i++)
    lengths[i] = g_array_index (units, BayanPdfUnit, i).n;
  for (guint i = 0; i < OFFSET_STEPS; i++)
    {
      odd[i] = place_marks (units, marks, (float) i * OFFSET_STEP);
      remove_marks (units, lengths);
      fewest = MIN (fewest, odd[i]);
    }
  for (first = 0; odd[first] != fewest; first++)
    ;
  for (last = first; last + 1 < OFFSET_STEPS && odd[last + 1] == fewest; last++)
    ;
  place_marks (units, marks, (float) (first + last) / 2 * OFFSET_STEP);
}

/* Letters that a mark stands beside, in the order of drawing, were cut short by it. */
static void
note_vague_widths (GArray *units, const GArray *marks)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const Mark *mark = &g_array_index (marks, Mark, i);
      BayanPdfUnit *unit = find_letter (units, mark, mark->x);

      if (unit != NULL)
        unit->cut = TRUE;
    }
}

/* The letter to the right of a space; of letters that begin at the same place the one that ends first. */
static void
note_space (GArray *units, const BayanPdfSpace *space)
{
  guint first = find_first_after (units, space->x + SAME_PLACE);
  BayanPdfUnit *right = NULL;

  for (guint i = first; i < units->len && i < first + MAX_LOOKED_AT; i++)
    {
      BayanPdfUnit *unit = &g_array_index (units, BayanPdfUnit, i);

      if (right != NULL && unit->x1 > right->x1 + SAME_PLACE)
        break;
      if (unit->y1 <= space->y && space->y <= unit->y2 && (right == NULL || unit->x2 < right->x2))
        right = unit;
    }
  if (right != NULL)
    right->spaced = TRUE;
}

static void
note_spaces (GArray *units, const GArray *spaces)
{
  for (guint i = 0; i < spaces->len; i++)
    note_space (units, &g_array_index (spaces, BayanPdfSpace, i));
}

/**
 * bayan_pdf_units_make:
 * @all: of a page
 *
 * Returns: (transfer full) (element-type BayanPdfUnit): its letters from left to right, whatever line they are on
 */
GArray *
bayan_pdf_units_make (const BayanPdfGlyphs *all)
{
  GArray *units = g_array_new (FALSE, FALSE, sizeof (BayanPdfUnit));
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (Mark));

  sort_out (all->glyphs, units, marks);
  g_array_sort (units, compare_place);
  note_vague_widths (units, marks);
  attach_marks (units, marks);
  note_spaces (units, all->spaces);
  return units;
}
