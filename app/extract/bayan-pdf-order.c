/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-pdf-order.h"

#include <string.h>
#include <unicode/ubidi.h>
#include <unicode/uchar.h>

/* A gap is a space from here on, in heights of the line; where a width is not certain, from there on. */
#define SPACE 0.085f
#define SPACE_AT_SHARE 0.11f
#define SPACE_AT_CUT 0.165f
/* The same as a part of the other spaces of the line, which are all equal. */
#define SPACE_PART 0.72f
#define SPACE_PART_AT_SHARE 0.84f
/* What differs more from them is a stretched letter, if it can be one. */
#define SPACE_SLACK 1.2f
#define STRETCH_MAX 1.5f
/* A gap that parts words although no space was drawn. */
#define WIDE_GAP 0.3f
/* One that parts what is read by itself, in heights and in spaces of the line. */
#define CELL_GAP 1.6f
#define CELL_SPACES 2.5f
/* The same for letters that have the form of one that is not the last: a line can be filled by one stroke. */
#define SAME_SPACE 0.009f
#define FAR 14.0f
/* How exactly a width is known, as a part of it. */
#define EXACT 0.02f
/* How many spaces we want to see. */
#define MIN_SPACES 2u
#define MIN_STROKES 3u
#define TATWEEL 0x0640u
#define BEYOND_BMP 0x5D0 /* stands for a letter that takes two units of UTF-16, if it goes to the left */

static float
get_gap (const BayanPdfUnit *left, const BayanPdfUnit *right)
{
  return (right->x1 - left->x2) / MAX (0.1f, MAX (left->y2 - left->y1, right->y2 - right->y1));
}

static int
compare_float (gconstpointer a, gconstpointer b)
{
  const float *one = a, *other = b;

  return *one < *other ? -1 : *one > *other;
}

static gboolean
is_certain (const BayanPdfUnit *left, const BayanPdfUnit *right)
{
  return !left->cut && !right->cut && !left->share && !right->share;
}

/* How wide the spaces of a line are, in its heights; 0 if that cannot be told. After a letter that is not joined to
 * the next one a gap is a space; after another one it may be the drawn-out stroke between them, by which some programs
 * fill their lines and which has no character. */
static float
measure_spaces (const BayanPdfUnit *units, guint n)
{
  g_autoptr (GArray) spaces = g_array_new (FALSE, FALSE, sizeof (float));

  for (guint i = 1; i < n; i++)
    {
      float gap = get_gap (&units[i - 1], &units[i]);

      if (gap > SPACE && gap < STRETCH_MAX && is_certain (&units[i - 1], &units[i])
          && !bayan_pdf_joins_next (&units[i]))
        g_array_append_val (spaces, gap);
    }
  if (spaces->len < MIN_SPACES)
    return 0;
  g_array_sort (spaces, compare_float);
  return g_array_index (spaces, float, spaces->len / 2);
}

/* Whether the gap is a letter that is drawn out: by its form, which is another one at the end of a word, or else
 * because spaces of one line are as wide as each other. */
static gboolean
is_stretched (const BayanPdfUnit *left, const BayanPdfUnit *right, float gap, float space,
              const BayanPdfHabits *habits)
{
  BayanPdfForm form = BAYAN_PDF_FORM_UNKNOWN;

  if (!bayan_pdf_joins_next (right) || !bayan_pdf_joins_before (left) || gap > FAR)
    return FALSE;
  if (habits != NULL && habits->stretched && habits->forms != NULL)
    form = bayan_pdf_forms_judge (habits->forms, right);
  if (form == BAYAN_PDF_FORM_JOINED || form == BAYAN_PDF_FORM_FINAL)
    return form == BAYAN_PDF_FORM_JOINED;
  if (form == BAYAN_PDF_FORM_LIKELY_JOINED && space > 0)
    return ABS (gap - space) > SAME_SPACE;
  return space > 0 && gap < STRETCH_MAX && (gap * SPACE_SLACK < space || gap > space * SPACE_SLACK);
}

static gboolean
knows_width (const BayanPdfUnit *left, const BayanPdfUnit *right, float space, const BayanPdfHabits *habits,
             gboolean *is_space)
{
  float height = MAX (0.1f, MIN (left->y2 - left->y1, right->y2 - right->y1));
  float width = (right->x2 - left->x2) / height, without, with;
  gboolean joins = bayan_pdf_joins_next (right) && bayan_pdf_joins_before (left);

  if (!right->share || left->cut || space <= 0 || habits == NULL || habits->forms == NULL)
    return FALSE;
  without = bayan_pdf_forms_measure (habits->forms, right, width,
                                     joins ? BAYAN_PDF_FORM_JOINED : BAYAN_PDF_FORM_FINAL);
  with = bayan_pdf_forms_measure (habits->forms, right, width - space, BAYAN_PDF_FORM_FINAL);
  *is_space = with < without;
  return MIN (with, without) < EXACT;
}

/* Where spaces are drawn, only what is wider than any fine tuning of letters parts words without one: the cells of a
 * table. */
static gboolean
is_wide_gap (const BayanPdfUnit *left, const BayanPdfUnit *right, float gap, const BayanPdfHabits *habits)
{
  BayanPdfForm form = BAYAN_PDF_FORM_UNKNOWN;

  if (gap < WIDE_GAP || !bayan_pdf_joins_next (right) || !bayan_pdf_joins_before (left))
    return gap > WIDE_GAP;
  if (habits->forms != NULL)
    form = bayan_pdf_forms_judge (habits->forms, right);
  return form == BAYAN_PDF_FORM_FINAL || (form == BAYAN_PDF_FORM_UNKNOWN && gap > STRETCH_MAX);
}

static gboolean
is_space_between (const BayanPdfUnit *left, const BayanPdfUnit *right, float space,
                  const BayanPdfHabits *habits)
{
  float gap = get_gap (left, right);
  gboolean is_space;

  if (right->spaced)
    return TRUE;
  if (habits != NULL && habits->spaced)
    return is_wide_gap (left, right, gap, habits);
  if (knows_width (left, right, space, habits, &is_space))
    return is_space;
  if (is_certain (left, right))
    return gap > SPACE && !is_stretched (left, right, gap, space, habits);
  if (space > 0)
    return gap > space * (left->cut || right->cut ? SPACE_PART : SPACE_PART_AT_SHARE);
  return gap > (left->cut || right->cut ? SPACE_AT_CUT : SPACE_AT_SHARE);
}

/* One unit of UTF-16 for each unit of the line, and a space for each gap. */
static UChar
get_representative (const BayanPdfUnit *unit)
{
  gunichar c = unit->characters[0];

  if (c <= 0xFFFF)
    return (UChar) c;
  return u_charDirection ((UChar32) c) == U_RIGHT_TO_LEFT ? BEYOND_BMP : 'x';
}

static void
append_unit (GString *text, const BayanPdfUnit *unit, gboolean mirrored)
{
  for (guint i = 0; i < unit->n; i++)
    {
      gunichar c = unit->characters[i], mirror;

      g_string_append_unichar (text, mirrored && g_unichar_get_mirror_char (c, &mirror) ? mirror : c);
    }
}

/* A name with a number in it is one word from left to right, as an address is: "COVID-19". */
static void
join_names (UChar *characters, guint n)
{
  for (guint start = 0, end; start < n; start = end + 1)
    {
      guint first = n, last = 0;
      gboolean has_latin = FALSE, has_arabic = FALSE;

      for (end = start; end < n && characters[end] != ' '; end++)
        {
          has_latin |= g_unichar_get_script (characters[end]) == G_UNICODE_SCRIPT_LATIN;
          has_arabic |= u_charDirection (characters[end]) == U_RIGHT_TO_LEFT_ARABIC;
          if (!g_unichar_isalnum (characters[end]))
            continue;
          first = MIN (first, end);
          last = end;
        }
      for (guint i = first; has_latin && !has_arabic && i <= last; i++)
        characters[i] = 'x';
    }
}

/* The units in reading order; @sources says for each character which unit it is, or that it is a space. */
static char *
write_ordered (UBiDi *bidi, const BayanPdfUnit *units, const GArray *sources, gboolean mirrored)
{
  GString *text = g_string_new (NULL);
  g_autofree int32_t *order = g_new (int32_t, sources->len);
  UErrorCode status = U_ZERO_ERROR;

  ubidi_getVisualMap (bidi, order, &status);
  for (guint i = 0; U_SUCCESS (status) && i < sources->len; i++)
    {
      gint32 source = order[i] >= 0 && order[i] < (int32_t) sources->len
                          ? g_array_index (sources, gint32, order[i])
                          : -1;

      if (source < 0)
        g_string_append_c (text, ' ');
      else
        append_unit (text, &units[source], mirrored && ubidi_getLevelAt (bidi, order[i]) % 2 == 1);
    }
  return g_string_free (text, FALSE);
}

static gboolean
is_arabic_letter (gunichar c)
{
  return g_unichar_get_script (c) == G_UNICODE_SCRIPT_ARABIC && g_unichar_isalpha (c) && c != TATWEEL;
}

/* How many tatweels from @at on draw out the stroke between two letters. One at the end of a word is meant: "هـ". */
static guint
count_strokes (const char *at, gunichar before)
{
  guint n = 0;

  if (!is_arabic_letter (before))
    return 0;
  for (; g_utf8_get_char (at) == TATWEEL; at = g_utf8_next_char (at))
    n++;
  if (n == 0 || is_arabic_letter (g_utf8_get_char (at)) || g_unichar_ismark (g_utf8_get_char (at)))
    return n;
  return n - 1;
}

/* One or two strokes in a line may be the writer's own: "بـالمغرب". */
static gboolean
has_many_strokes (const char *text)
{
  guint n = 0;
  gunichar before = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      n += g_utf8_get_char (at) != before && count_strokes (at, before) > 0;
      before = g_utf8_get_char (at);
    }
  return n >= MIN_STROKES;
}

static void
remove_strokes (char *text)
{
  char *to = text;
  gunichar before = 0;

  for (const char *at = text; *at != '\0';)
    {
      guint n = count_strokes (at, before);
      gunichar c;

      while (n-- > 0)
        at = g_utf8_next_char (at);
      c = g_utf8_get_char (at);
      if (c == 0)
        break;
      at = g_utf8_next_char (at);
      to += g_unichar_to_utf8 (c, to);
      before = g_unichar_ismark (c) ? before : c;
    }
  *to = '\0';
}

/* The text of units between which there is no wide gap. */
static char *
read_part (UBiDi *bidi, const BayanPdfUnit *units, guint n, gboolean right_to_left, float space_width,
           const BayanPdfHabits *habits)
{
  g_autoptr (GArray) characters = g_array_new (FALSE, FALSE, sizeof (UChar));
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (gint32));
  UErrorCode status = U_ZERO_ERROR;
  const UChar space = ' ';
  const gint32 no_source = -1;

  for (guint i = 0; i < n; i++)
    {
      UChar c = get_representative (&units[i]);
      gint32 source = (gint32) i;

      if (i > 0 && is_space_between (&units[i - 1], &units[i], space_width, habits))
        {
          g_array_append_val (characters, space);
          g_array_append_val (sources, no_source);
        }
      g_array_append_val (characters, c);
      g_array_append_val (sources, source);
    }
  if (right_to_left)
    join_names ((UChar *) (gpointer) characters->data, characters->len);
  ubidi_setReorderingMode (bidi, UBIDI_REORDER_INVERSE_LIKE_DIRECT);
  ubidi_setPara (bidi, (const UChar *) (gpointer) characters->data, (int32_t) characters->len,
                 right_to_left ? UBIDI_RTL : UBIDI_LTR, NULL, &status);
  return U_SUCCESS (status) ? write_ordered (bidi, units, sources, habits->mirrored) : g_strdup ("");
}

static gboolean
is_cell_gap (const BayanPdfUnit *left, const BayanPdfUnit *right, float space_width)
{
  return get_gap (left, right) > MAX (CELL_GAP, space_width * CELL_SPACES);
}

/**
 * bayan_pdf_order_read:
 * @units: from left to right
 * @right_to_left: the direction of the paragraph
 *
 * Returns: (transfer full): their text with spaces where there are gaps; what stands far apart, as the cells of a
 *   table do, is ordered by itself
 */
char *
bayan_pdf_order_read (const BayanPdfUnit *units, guint n, gboolean right_to_left,
                      const BayanPdfHabits *habits)
{
  const float space_width = measure_spaces (units, n);
  g_autofree char *text = g_strdup ("");
  UBiDi *bidi = ubidi_open ();

  for (guint start = 0, end; start < n; start = end)
    {
      g_autofree char *part = NULL;
      g_autofree char *before = g_steal_pointer (&text);

      for (end = start + 1; end < n && !is_cell_gap (&units[end - 1], &units[end], space_width);)
        end++;
      part = read_part (bidi, &units[start], end - start, right_to_left, space_width, habits);
      text = start == 0      ? g_steal_pointer (&part)
             : right_to_left ? g_strconcat (part, " ", before, NULL)
                             : g_strconcat (before, " ", part, NULL);
    }
  ubidi_close (bidi);
  if (has_many_strokes (text))
    remove_strokes (text);
  return g_steal_pointer (&text);
}

/**
 * bayan_pdf_order_count_stretched:
 *
 * Returns: how many letters of a line are drawn out for certain
 */
guint
bayan_pdf_order_count_stretched (const BayanPdfUnit *units, guint n)
{
  const float space_width = measure_spaces (units, n);
  guint count = 0;

  for (guint i = 1; i < n; i++)
    {
      float gap = get_gap (&units[i - 1], &units[i]);

      count += gap > SPACE && is_certain (&units[i - 1], &units[i])
               && is_stretched (&units[i - 1], &units[i], gap, space_width, NULL);
    }
  return count;
}
