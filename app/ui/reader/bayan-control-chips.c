/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-control-chips.h"

#include <string.h>

/* Controls at one place share a chip, so many of them by name. */
#define MOST_NAMES 4
#define CHIP_FONT "Sans 6"
#define PADDING_PX 2

typedef struct {
  int offset; /* in the buffer */
  guint n_controls;
  gboolean always; /* one of them makes text look as it is not */
  char *label;     /* "RLO", "RLO PDF" */
} Chip;

struct _BayanControlChips {
  GArray *chips; /* of Chip, in order */
};

/* Unicode names, shortened as the standard itself does (UAX #9, and the charts of General Punctuation). */
static const struct {
  gunichar control;
  const char *name;
} NAMES[] = {
  { 0x061C, "ALM" }, { 0x200B, "ZWSP" }, { 0x200D, "ZWJ" }, { 0x200E, "LRM" }, { 0x200F, "RLM" },
  { 0x202A, "LRE" }, { 0x202B, "RLE" },  { 0x202C, "PDF" }, { 0x202D, "LRO" }, { 0x202E, "RLO" },
  { 0x2066, "LRI" }, { 0x2067, "RLI" },  { 0x2068, "FSI" }, { 0x2069, "PDI" }, { 0xFEFF, "ZWNBSP" },
};

static const char *
find_name (gunichar character)
{
  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    if (NAMES[i].control == character)
      return NAMES[i].name;
  return NULL;
}

static void
clear_chip (gpointer data)
{
  g_free (((Chip *) data)->label);
}

/* Pictures are put together with joiners: that is no secret. */
static gboolean
joins_pictures (const char *text, const char *at)
{
  return at > text && g_utf8_get_char (at) == 0x200D
         && g_unichar_type (g_utf8_get_char (g_utf8_next_char (at))) == G_UNICODE_OTHER_SYMBOL;
}

/* Doubts are in the order of the text, and so are the questions. @next: (inout): the doubt to look at first */
static gboolean
is_in_doubt (const BayanStatement *statement, guint32 at, guint *next)
{
  for (; *next < statement->doubts->len; (*next)++)
    {
      const BayanDoubt *doubt = statement->doubts->pdata[*next];
      if (doubt->kind == BAYAN_DOUBT_SPOOFING && at < doubt->span.end.byte)
        return doubt->span.start.byte <= at;
    }
  return FALSE;
}

static void
add_control (BayanControlChips *self, int offset, const char *name, gboolean always)
{
  Chip *last = self->chips->len > 0 ? &g_array_index (self->chips, Chip, self->chips->len - 1) : NULL;
  Chip chip = { offset, 1, always, NULL };
  g_autofree char *before = NULL;

  if (last == NULL || last->offset + (int) last->n_controls != offset)
    {
      chip.label = g_strdup (name);
      g_array_append_val (self->chips, chip);
      return;
    }
  last->always |= always;
  if (++last->n_controls > MOST_NAMES + 1)
    return;
  before = last->label;
  last->label = g_strconcat (before, " ", last->n_controls > MOST_NAMES ? "…" : name, NULL);
}

/**
 * bayan_control_chips_new:
 * @text: how @statement is shown
 *
 * Returns: (transfer full): the controls in the clean text of @statement
 */
BayanControlChips *
bayan_control_chips_new (const BayanStatement *statement, const BayanReaderText *text)
{
  BayanControlChips *self = g_new0 (BayanControlChips, 1);
  const char *end = statement->text + statement->text_length_bytes;
  guint next_doubt = 0;

  self->chips = g_array_new (FALSE, FALSE, sizeof (Chip));
  g_array_set_clear_func (self->chips, clear_chip);
  for (const char *at = statement->text; at < end; at = g_utf8_next_char (at))
    {
      const guchar lead = (guchar) *at;
      const char *name = lead == 0xD8 || lead == 0xE2 || lead == 0xEF ? find_name (g_utf8_get_char (at))
                                                                      : NULL;
      BayanCleanPos place = { (guint32) (at - statement->text) };
      gunichar control;

      if (name == NULL || joins_pictures (statement->text, at))
        continue;
      control = g_utf8_get_char (at);
      add_control (self, bayan_reader_text_to_buffer (text, place), name,
                   control == 0x202D || control == 0x202E
                       || is_in_doubt (statement, place.byte, &next_doubt));
    }
  return self;
}

void
bayan_control_chips_free (BayanControlChips *self)
{
  g_array_unref (self->chips);
  g_free (self);
}

/**
 * bayan_control_chips_count:
 * @all: FALSE for those alone that make text look as it is not
 *
 * Returns: how many chips are shown
 */
guint
bayan_control_chips_count (const BayanControlChips *self, gboolean all)
{
  guint n = 0;

  for (guint i = 0; i < self->chips->len; i++)
    n += all || g_array_index (self->chips, Chip, i).always;
  return n;
}

const char *
bayan_control_chips_get_label (const BayanControlChips *self, guint i, int *offset_chars)
{
  const Chip *chip = &g_array_index (self->chips, Chip, i);

  *offset_chars = chip->offset;
  return chip->label;
}

static guint
find_first (const BayanControlChips *self, int offset)
{
  guint low = 0, high = self->chips->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      if (g_array_index (self->chips, Chip, middle).offset < offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* A label on the upper edge of the line, and a stroke down to where the control stands. */
static void
paint_chip (GtkTextView *view, GtkSnapshot *snapshot, PangoLayout *layout, const GdkRectangle *place,
            const GdkRGBA *colour)
{
  GdkRGBA white = { 1, 1, 1, 1 };
  GskRoundedRect rounded;
  graphene_rect_t box;
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  graphene_rect_init (&box, (float) (place->x - width / 2 - PADDING_PX), (float) (place->y - height / 2),
                      (float) (width + 2 * PADDING_PX), (float) height);
  gtk_snapshot_append_color (
      snapshot, colour, &GRAPHENE_RECT_INIT ((float) place->x, (float) place->y, 1, (float) place->height));
  gsk_rounded_rect_init_from_rect (&rounded, &box, 3);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, colour, &box);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (box.origin.x + PADDING_PX, box.origin.y));
  gtk_snapshot_append_layout (snapshot, layout, &white);
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
}

void
bayan_control_chips_paint (const BayanControlChips *self, GtkTextView *view, GtkSnapshot *snapshot,
                           int start_chars, int end_chars, gboolean all)
{
  static const GdkRGBA GRAVE = { 0.75F, 0.11F, 0.16F, 1 }, HARMLESS = { 0.4F, 0.4F, 0.46F, 1 };
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (CHIP_FONT);

  for (guint i = find_first (self, start_chars); i < self->chips->len; i++)
    {
      const Chip *chip = &g_array_index (self->chips, Chip, i);
      g_autoptr (PangoLayout) layout = NULL;
      GdkRectangle place;
      GtkTextIter iter;

      if (chip->offset >= end_chars)
        break;
      if (!all && !chip->always)
        continue;
      gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, chip->offset);
      gtk_text_view_get_iter_location (view, &iter, &place);
      layout = gtk_widget_create_pango_layout (GTK_WIDGET (view), chip->label);
      pango_layout_set_font_description (layout, font);
      paint_chip (view, snapshot, layout, &place, chip->always ? &GRAVE : &HARMLESS);
    }
}
