/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-table-row.h"

#include <string.h>

#include "bayan-format.h"
#include "bayan-ingest-error.h"
#include "bayan-table-private.h"

#define HEAD "<!DOCTYPE html><meta charset=\"utf-8\">\n"

/* What a column says of a statement beside its text. */
static const struct {
  BayanColumnRole role;
  BayanDetailField field;
} FIELDS[] = {
  { BAYAN_COLUMN_TITLE, BAYAN_DETAIL_TITLE },     { BAYAN_COLUMN_SUBTITLE, BAYAN_DETAIL_SUBTITLE },
  { BAYAN_COLUMN_DATE, BAYAN_DETAIL_DATE },       { BAYAN_COLUMN_OUTLET, BAYAN_DETAIL_OUTLET },
  { BAYAN_COLUMN_ISSUER, BAYAN_DETAIL_ISSUER },   { BAYAN_COLUMN_AUTHOR, BAYAN_DETAIL_AUTHOR },
  { BAYAN_COLUMN_ADDRESS, BAYAN_DETAIL_ADDRESS }, { BAYAN_COLUMN_LANGUAGE, BAYAN_DETAIL_LANGUAGE },
};

/**
 * bayan_table_decode_cell:
 * @bytes: in @charset
 *
 * Returns: (transfer full): UTF-8; U+FFFD where there is no letter
 */
char *
bayan_table_decode_cell (const BayanCharset *charset, const char *bytes)
{
  GString *text;

  if (charset->encoding != BAYAN_ENCODING_SINGLE_BYTE)
    return g_utf8_make_valid (bytes, -1);
  text = g_string_sized_new (strlen (bytes) * 2);
  for (const guint8 *at = (const guint8 *) bytes; *at != '\0'; at++)
    g_string_append_unichar (text,
                             charset->table[*at] != BAYAN_CHARSET_UNDEFINED ? charset->table[*at] : 0xFFFD);
  return g_string_free (text, FALSE);
}

static void
append_escaped (GString *html, const char *text, gsize length)
{
  g_autofree char *escaped = g_markup_escape_text (text, (gssize) length);

  g_string_append (html, escaped);
}

/* Each line a paragraph: what a cell holds is running text, and who broke its lines is not known. */
static void
append_paragraphs (GString *html, const char *text)
{
  while (*text != '\0')
    {
      gsize length = strcspn (text, "\r\n");

      if (length > 0)
        {
          g_string_append (html, "<p>");
          append_escaped (html, text, length);
          g_string_append (html, "</p>\n");
        }
      text += length + (text[length] != '\0');
    }
}

static void
append_text (GString *html, const char *cell)
{
  /* A cell that was taken out of a page is cleaned as one. */
  if (bayan_format_of_text (cell, strlen (cell)) == BAYAN_FORMAT_HTML)
    g_string_append_printf (html, "<div>%s</div>\n", cell);
  else
    append_paragraphs (html, cell);
}

/* The first cell with that role that has anything in it. */
static const char *
find_cell (const BayanTableWalk *walk, const GPtrArray *cells, BayanColumnRole role)
{
  for (guint i = 0; i < MIN (cells->len, walk->n_columns); i++)
    if (walk->roles[i] == role && cells->pdata[i] != NULL)
      {
        const char *cell = cells->pdata[i];

        if (cell[strspn (cell, " \t\r\n")] != '\0')
          return cell;
      }
  return NULL;
}

static GBytes *
make_extract (const BayanTableWalk *walk, const GPtrArray *cells)
{
  GString *html = g_string_new (HEAD);
  const char *title = find_cell (walk, cells, BAYAN_COLUMN_TITLE),
             *text = find_cell (walk, cells, BAYAN_COLUMN_TEXT);

  /* Part of the statement, unless the text begins with it anyway. */
  if (title != NULL && text != NULL && !g_str_has_prefix (text, title))
    {
      g_string_append (html, "<h1>");
      append_escaped (html, title, strlen (title));
      g_string_append (html, "</h1>\n");
    }
  for (guint i = 0; i < MIN (cells->len, walk->n_columns); i++)
    if (walk->roles[i] == BAYAN_COLUMN_TEXT && cells->pdata[i] != NULL)
      append_text (html, cells->pdata[i]);
  return g_string_free_to_bytes (html);
}

static void
add_details (BayanSource *source, const BayanTableWalk *walk, const GPtrArray *cells)
{
  for (guint i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    {
      const char *cell = find_cell (walk, cells, FIELDS[i].role);
      g_autofree char *stripped = cell != NULL ? g_strstrip (g_strdup (cell)) : NULL;
      g_autofree char *value = stripped != NULL && FIELDS[i].role == BAYAN_COLUMN_DATE
                                   ? bayan_table_read_date (stripped)
                                   : g_strdup (stripped);

      if (value != NULL)
        g_ptr_array_add (source->details, bayan_detail_new (FIELDS[i].field, value, BAYAN_ORIGIN_DECLARED,
                                                            bayan_clean_span (0, 0), stripped));
    }
}

/**
 * bayan_table_make_source:
 * @raw: the bytes of the row
 * @cells: (element-type utf8): what is in it
 *
 * Returns: (transfer full): the row as a source; or NULL with BAYAN_INGEST_ERROR_ROW if there is no text in it
 */
BayanSource *
bayan_table_make_source (const BayanTableWalk *walk, GBytes *raw, const GPtrArray *cells, GError **error)
{
  g_autofree char *name = g_strdup_printf ("%s · %u", walk->name, walk->number);
  g_autofree char *uri = walk->uri != NULL ? g_strdup_printf ("%s#row=%u", walk->uri, walk->number) : NULL;
  BayanSource *source;

  if (find_cell (walk, cells, BAYAN_COLUMN_TEXT) == NULL)
    {
      bayan_ingest_refuse (error, BAYAN_INGEST_ERROR_ROW, 0, NULL, "No text in this row");
      return NULL;
    }
  source = bayan_source_new (name, uri);
  source->raw = g_bytes_ref (raw);
  source->extract = make_extract (walk, cells);
  source->format = walk->format;
  add_details (source, walk, cells);
  return source;
}
