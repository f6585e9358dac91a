/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-rtf-text.h"

#include <stdlib.h>
#include <string.h>

#include "bayan-properties.h"

#define LATIN 1252u
#define MAX_GROUPS 4096u
#define MAX_CAPTURED_BYTES 2000u
#define NO_LEVEL 9

static BayanRtfGroup *
group (BayanRtfText *self)
{
  return &g_array_index (self->groups, BayanRtfGroup, self->groups->len - 1);
}

static gboolean
is_captured (BayanRtfDestination destination)
{
  return destination == BAYAN_RTF_TITLE || destination == BAYAN_RTF_AUTHOR || destination == BAYAN_RTF_STYLES;
}

static gboolean
is_text (BayanRtfDestination destination)
{
  return destination == BAYAN_RTF_TEXT || destination == BAYAN_RTF_HEADER || destination == BAYAN_RTF_FOOTER
         || destination == BAYAN_RTF_NOTE || destination == BAYAN_RTF_BOX;
}

static void
put_text (BayanRtfText *self, const char *text)
{
  const BayanRtfGroup *now = group (self);

  if (is_captured (now->destination) && self->captured->len + strlen (text) <= MAX_CAPTURED_BYTES)
    g_string_append (self->captured, text);
  else if (is_text (now->destination) && !now->hidden && !now->deleted)
    bayan_office_text_put (self->text, text);
}

/**
 * bayan_rtf_text_flush_bytes:
 *
 * Decodes what has been put byte by byte; to be called before anything changes the code page.
 */
void
bayan_rtf_text_flush_bytes (BayanRtfText *self)
{
  g_autofree char *text = NULL;

  if (self->bytes->len == 0)
    return;
  text = bayan_rtf_decode (self->decoders, group (self)->code_page, self->bytes->str, self->bytes->len);
  put_text (self, text);
  g_string_truncate (self->bytes, 0);
}

/**
 * bayan_rtf_text_put_byte:
 * @byte: of text, in the code page of the font
 */
void
bayan_rtf_text_put_byte (BayanRtfText *self, char byte)
{
  if (self->skip > 0)
    self->skip--;
  else
    g_string_append_c (self->bytes, byte);
}

/**
 * bayan_rtf_text_put_char:
 * @character: '\n' for a line break
 */
void
bayan_rtf_text_put_char (BayanRtfText *self, gunichar character)
{
  char text[8] = { 0 };

  if (self->skip > 0)
    {
      self->skip--;
      return;
    }
  bayan_rtf_text_flush_bytes (self);
  if (character == '\n' && is_text (group (self)->destination) && !group (self)->hidden)
    bayan_office_text_put_char (self->text, '\n');
  else
    {
      g_unichar_to_utf8 (character, text);
      put_text (self, text);
    }
}

/* One unit of UTF-16, which the format writes as a signed number. */
static void
put_unicode (BayanRtfText *self, int number)
{
  gunichar unit = (gunichar) (number & 0xFFFF);

  self->skip = 0;
  if (unit >= 0xD800 && unit < 0xDC00)
    self->high_surrogate = unit;
  else if (unit >= 0xDC00 && unit < 0xE000)
    {
      bayan_rtf_text_put_char (self, self->high_surrogate != 0
                                         ? 0x10000 + ((self->high_surrogate - 0xD800) << 10) + (unit - 0xDC00)
                                         : 0xFFFD);
      self->high_surrogate = 0;
    }
  else if (unit >= 0x20 && g_unichar_validate (unit))
    bayan_rtf_text_put_char (self, unit);
  self->skip = (guint) MAX (0, group (self)->unicode_skip);
}

static void
close_table (BayanRtfText *self)
{
  if (self->cell_open)
    bayan_office_text_end_cell (self->text);
  if (self->row_open)
    bayan_office_text_end_row (self->text);
  if (self->table_open)
    bayan_office_text_end_table (self->text);
  self->table_open = self->row_open = self->cell_open = FALSE;
}

static void
open_cell (BayanRtfText *self)
{
  if (!self->table_open)
    bayan_office_text_begin_table (self->text);
  if (!self->row_open)
    bayan_office_text_begin_row (self->text);
  if (!self->cell_open)
    bayan_office_text_begin_cell (self->text);
  self->table_open = self->row_open = self->cell_open = TRUE;
}

/**
 * bayan_rtf_text_end_paragraph:
 *
 * Writes the paragraph, into a cell if it stands in a table.
 */
void
bayan_rtf_text_end_paragraph (BayanRtfText *self)
{
  bayan_rtf_text_flush_bytes (self);
  if (group (self)->destination == BAYAN_RTF_NOTE)
    {
      bayan_office_text_put_char (self->text, '\n');
      return;
    }
  if (!is_text (group (self)->destination))
    return;
  if (group (self)->destination == BAYAN_RTF_TEXT && self->in_table)
    open_cell (self);
  else if (group (self)->destination == BAYAN_RTF_TEXT)
    close_table (self);
  bayan_office_text_end_paragraph (self->text, self->heading, self->item);
}

static void
end_cell (BayanRtfText *self)
{
  bayan_rtf_text_flush_bytes (self);
  if (group (self)->destination != BAYAN_RTF_TEXT)
    {
      bayan_rtf_text_end_paragraph (self);
      return;
    }
  open_cell (self);
  bayan_office_text_end_paragraph (self->text, self->heading, FALSE);
  bayan_office_text_end_cell (self->text);
  self->cell_open = FALSE;
}

static void
end_row (BayanRtfText *self)
{
  if (self->cell_open)
    bayan_office_text_end_cell (self->text);
  if (self->row_open)
    bayan_office_text_end_row (self->text);
  self->cell_open = self->row_open = FALSE;
}

static void
reset_paragraph (BayanRtfText *self)
{
  self->in_table = self->item = FALSE;
  self->heading = 0;
}

/**
 * bayan_rtf_text_begin_destination:
 *
 * The group that is open is one of those whose text is not, or not only, part of the text around it.
 */
void
bayan_rtf_text_begin_destination (BayanRtfText *self, BayanRtfDestination destination)
{
  BayanRtfGroup *now = group (self);

  if (now->destination == BAYAN_RTF_SKIPPED && destination != BAYAN_RTF_BOX)
    return;
  if (destination == BAYAN_RTF_TEXT && now->destination != BAYAN_RTF_ALTERNATIVE)
    return;
  /* What is there once more in Unicode is taken from there. */
  if (now->destination == BAYAN_RTF_ALTERNATIVE && destination != BAYAN_RTF_TEXT)
    destination = BAYAN_RTF_SKIPPED;
  now->destination = destination;
  now->begun = TRUE;
  now->outer_heading = self->heading;
  now->outer_item = self->item;
  now->outer_in_table = self->in_table;
  if (destination == BAYAN_RTF_LIST_MARK)
    self->item = TRUE;
  if (destination == BAYAN_RTF_HEADER || destination == BAYAN_RTF_FOOTER || destination == BAYAN_RTF_NOTE
      || destination == BAYAN_RTF_BOX)
    bayan_office_text_begin_box (self->text);
  if (destination == BAYAN_RTF_HEADER || destination == BAYAN_RTF_FOOTER)
    {
      self->region_start = self->text->extract->html->len;
      bayan_office_text_begin_region (self->text, destination == BAYAN_RTF_HEADER ? "header" : "footer");
    }
  if (is_captured (destination))
    g_string_truncate (self->captured, 0);
}

static void
end_region (BayanRtfText *self)
{
  GString *html = self->text->extract->html;

  bayan_office_text_end_region (self->text);
  bayan_office_text_end_box (self->text);
  if (self->region_start <= html->len
      && !g_hash_table_add (self->seen, g_strdup (html->str + self->region_start)))
    g_string_truncate (html, self->region_start);
}

static void
add_date (BayanRtfText *self)
{
  g_autofree char *words = g_strdup_printf ("%04d-%02d-%02d", self->year, self->month, self->day);

  if (self->year > 0 && self->year < 10000 && self->month >= 1 && self->month <= 12 && self->day >= 1
      && self->day <= 31)
    bayan_properties_add_date (self->text->extract, words);
}

static void
return_to_paragraph (BayanRtfText *self, const BayanRtfGroup *ended)
{
  self->heading = ended->outer_heading;
  self->item = ended->outer_item || ended->destination == BAYAN_RTF_LIST_MARK;
  self->in_table = ended->outer_in_table;
}

static void
end_destination (BayanRtfText *self, BayanRtfDestination destination)
{
  switch (destination)
    {
    case BAYAN_RTF_HEADER:
    case BAYAN_RTF_FOOTER:
      end_region (self);
      break;
    case BAYAN_RTF_NOTE:
      g_string_append_printf (self->notes, "%s\n", self->text->paragraph->str);
      g_string_truncate (self->text->paragraph, 0);
      bayan_office_text_end_box (self->text);
      break;
    case BAYAN_RTF_BOX:
      bayan_office_text_end_box (self->text);
      break;
    case BAYAN_RTF_TITLE:
    case BAYAN_RTF_AUTHOR:
      bayan_extract_add_detail (self->text->extract,
                                destination == BAYAN_RTF_TITLE ? BAYAN_DETAIL_TITLE : BAYAN_DETAIL_AUTHOR,
                                g_strstrip (self->captured->str), self->captured->str);
      g_string_truncate (self->captured, 0);
      break;
    case BAYAN_RTF_CREATED:
      add_date (self);
      break;
    default:
      break;
    }
}

/* A style is described by a group in the table of styles, its name at the end of it. */
static void
end_style (BayanRtfText *self)
{
  g_autofree char *name = g_utf8_strdown (self->captured->str, (gssize) self->captured->len);
  int level = self->heading > 0 ? (int) self->heading : 0;

  if (g_str_has_prefix (name, "heading "))
    level = CLAMP (atoi (name + strlen ("heading ")), 1, 6);
  else if (g_str_has_prefix (name, "title;"))
    level = 1;
  if (level > 0)
    g_hash_table_insert (self->levels, GINT_TO_POINTER (self->style), GINT_TO_POINTER (level));
  g_string_truncate (self->captured, 0);
  self->heading = 0;
  self->style = 0;
}

/**
 * bayan_rtf_text_begin_group:
 *
 * Returns: FALSE if groups are nested too deep
 */
gboolean
bayan_rtf_text_begin_group (BayanRtfText *self)
{
  BayanRtfGroup inner;

  bayan_rtf_text_flush_bytes (self);
  if (self->groups->len > MAX_GROUPS)
    return FALSE;
  inner = *group (self);
  inner.begun = FALSE;
  self->skip = 0;
  g_array_append_val (self->groups, inner);
  return TRUE;
}

/**
 * bayan_rtf_text_end_group:
 *
 * All that was set within the group is as before it.
 */
void
bayan_rtf_text_end_group (BayanRtfText *self)
{
  BayanRtfGroup ended = *group (self);

  bayan_rtf_text_flush_bytes (self);
  self->skip = 0;
  if (ended.begun)
    {
      end_destination (self, ended.destination);
      if (ended.destination != BAYAN_RTF_TEXT)
        return_to_paragraph (self, &ended);
    }
  else if (ended.destination == BAYAN_RTF_STYLES)
    end_style (self);
  if (self->groups->len > 1)
    g_array_set_size (self->groups, self->groups->len - 1);
}

static void
choose_font (BayanRtfText *self, int number)
{
  gpointer page = g_hash_table_lookup (self->fonts, GINT_TO_POINTER (number));

  group (self)->font = number;
  if (group (self)->destination != BAYAN_RTF_FONTS)
    group (self)->code_page = page != NULL ? GPOINTER_TO_UINT (page) : self->document_code_page;
}

static void
set_font_code_page (BayanRtfText *self, guint code_page)
{
  if (group (self)->destination == BAYAN_RTF_FONTS)
    g_hash_table_insert (self->fonts, GINT_TO_POINTER (group (self)->font), GUINT_TO_POINTER (code_page));
}

static void
set_document_code_page (BayanRtfText *self, guint code_page)
{
  self->document_code_page = group (self)->code_page = code_page;
}

static void
choose_style (BayanRtfText *self, int number)
{
  self->style = number;
  if (group (self)->destination != BAYAN_RTF_STYLES)
    self->heading = GPOINTER_TO_UINT (g_hash_table_lookup (self->levels, GINT_TO_POINTER (number)));
}

static void
act_on_paragraph (BayanRtfText *self, const BayanRtfWord *word, int number)
{
  switch (word->action)
    {
    case BAYAN_RTF_PARAGRAPH:
      bayan_rtf_text_end_paragraph (self);
      break;
    case BAYAN_RTF_CELL:
      end_cell (self);
      break;
    case BAYAN_RTF_ROW:
      end_row (self);
      break;
    case BAYAN_RTF_IN_TABLE:
      self->in_table = TRUE;
      break;
    case BAYAN_RTF_PLAIN_PARAGRAPH:
      reset_paragraph (self);
      break;
    case BAYAN_RTF_STYLE:
      choose_style (self, number);
      break;
    case BAYAN_RTF_LEVEL:
      self->heading = number >= 0 && number < NO_LEVEL ? (guint) number + 1 : 0;
      break;
    case BAYAN_RTF_ITEM:
      self->item = number > 0;
      break;
    default:
      break;
    }
}

static void
act_on_file (BayanRtfText *self, const BayanRtfWord *word, int number)
{
  switch (word->action)
    {
    case BAYAN_RTF_FONT:
      choose_font (self, number);
      break;
    case BAYAN_RTF_CHARSET:
      set_font_code_page (self, bayan_rtf_charset_to_code_page (number, self->document_code_page));
      break;
    case BAYAN_RTF_FONT_CODE_PAGE:
      set_font_code_page (self, (guint) CLAMP (number, 1, G_MAXUINT16));
      break;
    case BAYAN_RTF_CODE_PAGE:
      set_document_code_page (self, (guint) CLAMP (number, 1, G_MAXUINT16));
      break;
    case BAYAN_RTF_DOCUMENT_CODE_PAGE:
      set_document_code_page (self, word->value);
      break;
    case BAYAN_RTF_DEFAULT_FONT:
      self->default_font = number;
      break;
    case BAYAN_RTF_YEAR:
      self->year = number;
      break;
    case BAYAN_RTF_MONTH:
      self->month = number;
      break;
    case BAYAN_RTF_DAY:
      self->day = number;
      break;
    default:
      act_on_paragraph (self, word, number);
    }
}

/**
 * bayan_rtf_text_act:
 * @number: what the control word has behind it, or 1
 */
void
bayan_rtf_text_act (BayanRtfText *self, const BayanRtfWord *word, int number)
{
  switch (word->action)
    {
    case BAYAN_RTF_DESTINATION:
      bayan_rtf_text_begin_destination (self, (BayanRtfDestination) word->value);
      break;
    case BAYAN_RTF_CHARACTER:
      bayan_rtf_text_put_char (self, word->value);
      break;
    case BAYAN_RTF_UNICODE:
      put_unicode (self, number);
      break;
    case BAYAN_RTF_UNICODE_SKIP:
      group (self)->unicode_skip = number;
      break;
    case BAYAN_RTF_BINARY:
      self->at += CLAMP (number, 0, self->end - self->at);
      break;
    case BAYAN_RTF_HIDDEN:
      group (self)->hidden = number != 0;
      break;
    case BAYAN_RTF_DELETED:
      group (self)->deleted = number != 0;
      break;
    case BAYAN_RTF_PLAIN_TEXT:
      group (self)->hidden = group (self)->deleted = FALSE;
      choose_font (self, self->default_font);
      break;
    default:
      act_on_file (self, word, number);
    }
}

/**
 * bayan_rtf_text_finish:
 *
 * Ends all that is open, and writes the notes.
 */
void
bayan_rtf_text_finish (BayanRtfText *self)
{
  g_auto (GStrv) notes = NULL;

  bayan_rtf_text_flush_bytes (self);
  while (self->groups->len > 1)
    bayan_rtf_text_end_group (self);
  bayan_office_text_end_paragraph (self->text, 0, FALSE);
  close_table (self);
  notes = g_strsplit (self->notes->str, "\n", -1);
  for (guint i = 0; notes[i] != NULL; i++)
    {
      bayan_office_text_put (self->text, notes[i]);
      bayan_office_text_end_paragraph (self->text, 0, FALSE);
    }
}

/**
 * bayan_rtf_text_init:
 * @bytes: have to outlive it; its @text is set already
 */
void
bayan_rtf_text_init (BayanRtfText *self, GBytes *bytes)
{
  const BayanRtfGroup outermost = { .code_page = LATIN, .unicode_skip = 1 };
  gsize length;

  self->at = g_bytes_get_data (bytes, &length);
  self->end = self->at + length;
  self->decoders = bayan_rtf_decoders_new ();
  self->fonts = g_hash_table_new (NULL, NULL);
  self->levels = g_hash_table_new (NULL, NULL);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->groups = g_array_new (FALSE, FALSE, sizeof (BayanRtfGroup));
  self->bytes = g_string_new (NULL);
  self->captured = g_string_new (NULL);
  self->notes = g_string_new (NULL);
  self->document_code_page = LATIN;
  g_array_append_val (self->groups, outermost);
}

void
bayan_rtf_text_clear (BayanRtfText *self)
{
  g_hash_table_unref (self->decoders);
  g_hash_table_unref (self->fonts);
  g_hash_table_unref (self->levels);
  g_hash_table_unref (self->seen);
  g_array_unref (self->groups);
  g_string_free (self->bytes, TRUE);
  g_string_free (self->captured, TRUE);
  g_string_free (self->notes, TRUE);
}
