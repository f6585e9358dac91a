/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-office-text.h"

#include <string.h>

#define MAX_HEADING 6u

/* What a table is at. */
typedef enum {
  CELL_NONE,  /* between cells */
  CELL_EMPTY, /* in one without text */
  CELL_FULL,  /* in one that has a paragraph */
} Cell;

BayanOfficeText *
bayan_office_text_new (BayanExtract *extract)
{
  BayanOfficeText *self = g_new0 (BayanOfficeText, 1);

  self->extract = extract;
  self->paragraph = g_string_new (NULL);
  self->outer = g_ptr_array_new ();
  self->cells = g_byte_array_new ();
  return self;
}

static void
drop_outer (BayanOfficeText *self)
{
  for (guint i = 0; i < self->outer->len; i++)
    g_string_free (g_ptr_array_index (self->outer, i), TRUE);
  g_ptr_array_set_size (self->outer, 0);
}

void
bayan_office_text_free (BayanOfficeText *self)
{
  drop_outer (self);
  g_ptr_array_unref (self->outer);
  g_string_free (self->paragraph, TRUE);
  g_byte_array_unref (self->cells);
  g_free (self->region);
  g_free (self);
}

/* What is too long for an extract is not collected either. */
static gboolean
has_room (BayanOfficeText *self, gsize more)
{
  self->put_bytes += more;
  self->extract->too_large |= self->put_bytes > BAYAN_EXTRACT_MAX_TEXT_BYTES;
  return !self->extract->too_large;
}

/**
 * bayan_office_text_put:
 * @text: UTF-8, as the file has it: its own line ends are spaces
 */
void
bayan_office_text_put (BayanOfficeText *self, const char *text)
{
  gsize start = self->paragraph->len, length = strlen (text);

  if (!has_room (self, length))
    return;
  g_string_append_len (self->paragraph, text, (gssize) length);
  for (char *at = self->paragraph->str + start; *at != '\0'; at++)
    if (*at == '\n' || *at == '\r')
      *at = ' ';
}

/**
 * bayan_office_text_put_char:
 * @character: '\n' for a line break within the paragraph
 */
void
bayan_office_text_put_char (BayanOfficeText *self, gunichar character)
{
  if (has_room (self, 1))
    g_string_append_unichar (self->paragraph, character);
}

static void
close_list (BayanOfficeText *self)
{
  if (self->in_list)
    bayan_extract_close (self->extract, "ul");
  self->in_list = FALSE;
}

static void
open_region (BayanOfficeText *self)
{
  if (self->region != NULL && !self->region_open)
    bayan_extract_open (self->extract, self->region);
  self->region_open = self->region != NULL;
}

/* The element a paragraph is written as; NULL if the cell it begins is enough. */
static const char *
choose_element (BayanOfficeText *self, guint heading, gboolean item)
{
  static const char *const HEADINGS[] = { "h1", "h2", "h3", "h4", "h5", "h6" };
  guint8 *cell = self->cells->len > 0 ? &self->cells->data[self->cells->len - 1] : NULL;
  gboolean first = cell != NULL && *cell == CELL_EMPTY;

  if (first)
    *cell = CELL_FULL;
  if (heading > 0)
    return HEADINGS[MIN (heading, MAX_HEADING) - 1];
  return item ? "li" : first ? NULL : "p";
}

static void
write_lines (BayanOfficeText *self)
{
  const char *at = self->paragraph->str;

  for (const char *end = strchr (at, '\n'); end != NULL; at = end + 1, end = strchr (at, '\n'))
    {
      bayan_extract_put (self->extract, at, end - at);
      bayan_extract_break (self->extract);
    }
  bayan_extract_put (self->extract, at, -1);
}

/**
 * bayan_office_text_end_paragraph:
 * @heading: its level from 1 on, or 0
 * @item: it is an item of a list
 *
 * Writes what was put since the last one. A paragraph without text leaves nothing.
 */
void
bayan_office_text_end_paragraph (BayanOfficeText *self, guint heading, gboolean item)
{
  const char *element;

  g_strstrip (self->paragraph->str);
  self->paragraph->len = strlen (self->paragraph->str);
  if (self->paragraph->len == 0)
    return;
  open_region (self);
  element = choose_element (self, heading, item);
  item = g_strcmp0 (element, "li") == 0;
  if (!item)
    close_list (self);
  else if (!self->in_list)
    bayan_extract_open (self->extract, "ul");
  self->in_list = item;
  if (element != NULL)
    bayan_extract_open (self->extract, element);
  write_lines (self);
  if (element != NULL)
    bayan_extract_close (self->extract, element);
  g_string_truncate (self->paragraph, 0);
}

/**
 * bayan_office_text_begin_box:
 *
 * A box, or a note, that stands in the open paragraph and has paragraphs of its own: they come before it.
 */
void
bayan_office_text_begin_box (BayanOfficeText *self)
{
  g_ptr_array_add (self->outer, self->paragraph);
  self->paragraph = g_string_new (NULL);
}

void
bayan_office_text_end_box (BayanOfficeText *self)
{
  if (self->outer->len == 0)
    return;
  bayan_office_text_end_paragraph (self, 0, FALSE);
  close_list (self);
  g_string_free (self->paragraph, TRUE);
  self->paragraph = g_ptr_array_steal_index (self->outer, self->outer->len - 1);
}

void
bayan_office_text_begin_table (BayanOfficeText *self)
{
  const guint8 none = CELL_NONE;

  close_list (self);
  open_region (self);
  if (self->cells->len > 0 && self->cells->data[self->cells->len - 1] == CELL_EMPTY)
    self->cells->data[self->cells->len - 1] = CELL_FULL;
  g_byte_array_append (self->cells, &none, 1);
  bayan_extract_open (self->extract, "table");
}

void
bayan_office_text_begin_row (BayanOfficeText *self)
{
  bayan_extract_open (self->extract, "tr");
}

void
bayan_office_text_begin_cell (BayanOfficeText *self)
{
  if (self->cells->len > 0)
    self->cells->data[self->cells->len - 1] = CELL_EMPTY;
  bayan_extract_open (self->extract, "td");
}

void
bayan_office_text_end_cell (BayanOfficeText *self)
{
  close_list (self);
  if (self->cells->len > 0)
    self->cells->data[self->cells->len - 1] = CELL_NONE;
  bayan_extract_close (self->extract, "td");
}

void
bayan_office_text_end_row (BayanOfficeText *self)
{
  bayan_extract_close (self->extract, "tr");
}

void
bayan_office_text_end_table (BayanOfficeText *self)
{
  close_list (self);
  if (self->cells->len > 0)
    g_byte_array_set_size (self->cells, self->cells->len - 1);
  bayan_extract_close (self->extract, "table");
}

/**
 * bayan_office_text_begin_region:
 * @element: "header" or "footer"; nothing is written for one without text
 */
void
bayan_office_text_begin_region (BayanOfficeText *self, const char *element)
{
  close_list (self);
  g_free (self->region);
  self->region = g_strdup (element);
  self->region_open = FALSE;
}

void
bayan_office_text_end_region (BayanOfficeText *self)
{
  bayan_office_text_end_paragraph (self, 0, FALSE);
  close_list (self);
  if (self->region_open)
    bayan_extract_close (self->extract, self->region);
  g_clear_pointer (&self->region, g_free);
  self->region_open = FALSE;
}

/**
 * bayan_office_text_finish:
 *
 * Writes what was cut off in the middle, too.
 *
 * Returns: FALSE with BAYAN_EXTRACT_ERROR_TOO_LARGE if there was too much to write
 */
gboolean
bayan_office_text_finish (BayanOfficeText *self, GError **error)
{
  while (self->outer->len > 0)
    bayan_office_text_end_box (self);
  bayan_office_text_end_paragraph (self, 0, FALSE);
  close_list (self);
  if (self->extract->too_large)
    g_set_error_literal (error, BAYAN_EXTRACT_ERROR, BAYAN_EXTRACT_ERROR_TOO_LARGE, "too much text");
  return !self->extract->too_large;
}
