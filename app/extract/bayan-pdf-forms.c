/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-pdf-forms.h"

#include <unicode/uchar.h>

#include "bayan-pdf-ligatures.h"

/* Widths of the same form of letters of the same shape differ by less, as a part of them. */
#define SAME_FORM 0.01f
/* A form differs from another one by so much for certain. */
#define OTHER_FORM 0.03f
/* Letters that touch: rounding leaves no wider gap. */
#define TOUCHING 0.02f
/* Part of a ligature that has no width of its own: the other part has it all. */
#define NO_WIDTH 0.02f
/* Between the widest form that is joined to the next letter and the form that ends a word, of letters that are far
 * wider then. */
#define WIDER 1.25f
#define NO_WIDER 1.06f
/* How many forms of a letter are kept: those of some fonts. */
#define MAX_FORMS 48u

struct _BayanPdfForms {
  GHashTable *joined, *final; /* shape → GArray of float */
};

static gunichar
last_letter (const BayanPdfUnit *unit)
{
  guint i = unit->n - 1;

  while (i > 0 && g_unichar_ismark (unit->characters[i]))
    i--;
  return unit->characters[i];
}

/* Whether a letter is joined to the one after it: only then the stroke between them can be drawn out. */
gboolean
bayan_pdf_joins_next (const BayanPdfUnit *unit)
{
  int type = u_getIntPropertyValue ((UChar32) last_letter (unit), UCHAR_JOINING_TYPE);

  return type == U_JT_DUAL_JOINING || type == U_JT_JOIN_CAUSING;
}

gboolean
bayan_pdf_joins_before (const BayanPdfUnit *unit)
{
  int type = u_getIntPropertyValue ((UChar32) unit->characters[0], UCHAR_JOINING_TYPE);

  return type == U_JT_DUAL_JOINING || type == U_JT_RIGHT_JOINING || type == U_JT_JOIN_CAUSING;
}

static float
get_width (const BayanPdfUnit *unit)
{
  return (unit->x2 - unit->x1) / MAX (0.1f, unit->y2 - unit->y1);
}

static gboolean
is_one_letter (const BayanPdfUnit *unit)
{
  for (guint i = 1; i < unit->n; i++)
    if (!g_unichar_ismark (unit->characters[i]))
      return FALSE;
  return bayan_pdf_is_arabic (unit->characters[0]);
}

static gboolean
has_certain_width (const BayanPdfUnit *unit)
{
  return !unit->cut && !unit->share && get_width (unit) > NO_WIDTH;
}

/* Letters that differ by their dots only have one shape; before the next letter, so have some that end otherwise. */
static int
get_shape (const BayanPdfUnit *unit, BayanPdfForm form)
{
  int group = u_getIntPropertyValue ((UChar32) last_letter (unit), UCHAR_JOINING_GROUP);

  if (form == BAYAN_PDF_FORM_JOINED && (group == U_JG_NOON || group == U_JG_YEH || group == U_JG_FARSI_YEH))
    return U_JG_BEH;
  return form == BAYAN_PDF_FORM_JOINED && group == U_JG_QAF ? U_JG_FEH : group;
}

static const GArray *
get_widths (const BayanPdfForms *self, const BayanPdfUnit *unit, BayanPdfForm form)
{
  return g_hash_table_lookup (form == BAYAN_PDF_FORM_JOINED ? self->joined : self->final,
                              GINT_TO_POINTER (get_shape (unit, form)));
}

BayanPdfForms *
bayan_pdf_forms_new (void)
{
  BayanPdfForms *self = g_new (BayanPdfForms, 1);

  self->joined = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  self->final = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  return self;
}

void
bayan_pdf_forms_free (BayanPdfForms *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->joined);
  g_hash_table_unref (self->final);
  g_free (self);
}

static void
add_form (BayanPdfForms *self, const BayanPdfUnit *unit, BayanPdfForm form)
{
  GHashTable *forms = form == BAYAN_PDF_FORM_JOINED ? self->joined : self->final;
  GArray *widths = g_hash_table_lookup (forms, GINT_TO_POINTER (get_shape (unit, form)));
  float width = get_width (unit);

  if (widths == NULL)
    {
      widths = g_array_new (FALSE, FALSE, sizeof (float));
      g_hash_table_insert (forms, GINT_TO_POINTER (get_shape (unit, form)), widths);
    }
  if (widths->len < MAX_FORMS && bayan_pdf_forms_measure (self, unit, width, form) > SAME_FORM / 4)
    g_array_append_val (widths, width);
}

static gboolean
may_be_stroke (const GHashTable *strokes, const BayanPdfUnit *unit)
{
  return g_hash_table_contains ((GHashTable *) strokes, GUINT_TO_POINTER (unit->characters[0]));
}

/**
 * bayan_pdf_forms_collect:
 * @units: a line, from left to right
 * @gaps_are_spaces: no letters of the page are drawn out
 * @strokes: characters that may be meant to draw out the letter before them
 */
void
bayan_pdf_forms_collect (BayanPdfForms *self, const BayanPdfUnit *units, guint n, gboolean gaps_are_spaces,
                         const GHashTable *strokes)
{
  for (guint i = 0; i < n; i++)
    {
      const BayanPdfUnit *next = i > 0 ? &units[i - 1] : NULL;
      float gap = next != NULL ? (units[i].x1 - next->x2) / MAX (0.1f, units[i].y2 - units[i].y1) : 0;
      gboolean joins = next != NULL && bayan_pdf_joins_next (&units[i]) && bayan_pdf_joins_before (next);

      if (!is_one_letter (&units[i]) || !has_certain_width (&units[i])
          || (next != NULL && (!has_certain_width (next) || may_be_stroke (strokes, next))))
        continue;
      if (ABS (gap) < TOUCHING)
        add_form (self, &units[i], joins ? BAYAN_PDF_FORM_JOINED : BAYAN_PDF_FORM_FINAL);
      else if (gap > 0 && (gaps_are_spaces || !joins))
        add_form (self, &units[i], BAYAN_PDF_FORM_FINAL);
    }
}

/**
 * bayan_pdf_forms_measure:
 *
 * Returns: by what part the letter of @unit, if it were @width wide, would differ from how it is seen elsewhere in
 * @form; a large number if it is not
 */
float
bayan_pdf_forms_measure (const BayanPdfForms *self, const BayanPdfUnit *unit, float width, BayanPdfForm form)
{
  const GArray *widths = get_widths (self, unit, form);
  float nearest = G_MAXFLOAT;

  for (guint i = 0; widths != NULL && width > 0 && i < widths->len; i++)
    nearest = MIN (nearest, ABS (g_array_index (widths, float, i) - width) / width);
  return nearest;
}

static float
find_widest (const GArray *widths)
{
  float widest = 0;

  for (guint i = 0; widths != NULL && i < widths->len; i++)
    widest = MAX (widest, g_array_index (widths, float, i));
  return widest;
}

/**
 * bayan_pdf_forms_judge:
 *
 * Returns: in which form @unit is, if its width tells
 */
BayanPdfForm
bayan_pdf_forms_judge (const BayanPdfForms *self, const BayanPdfUnit *unit)
{
  static const char WIDE[] = "بتثنيئسشصضفقل";
  const float width = get_width (unit);
  gboolean is_wide = g_utf8_strchr (WIDE, -1, last_letter (unit)) != NULL;
  float from_joined = bayan_pdf_forms_measure (self, unit, width, BAYAN_PDF_FORM_JOINED);
  float from_final = bayan_pdf_forms_measure (self, unit, width, BAYAN_PDF_FORM_FINAL);
  float widest = find_widest (get_widths (self, unit, BAYAN_PDF_FORM_JOINED));

  if (from_joined >= SAME_FORM && from_final < SAME_FORM)
    return BAYAN_PDF_FORM_FINAL;
  if (from_joined < SAME_FORM && from_final >= SAME_FORM)
    return is_wide || (from_final > OTHER_FORM && from_final < 1) ? BAYAN_PDF_FORM_JOINED
                                                                  : BAYAN_PDF_FORM_LIKELY_JOINED;
  if (!is_wide || from_joined < SAME_FORM || widest <= 0)
    return BAYAN_PDF_FORM_UNKNOWN;
  return width > widest * WIDER      ? BAYAN_PDF_FORM_FINAL
         : width < widest * NO_WIDER ? BAYAN_PDF_FORM_JOINED
                                     : BAYAN_PDF_FORM_UNKNOWN;
}
