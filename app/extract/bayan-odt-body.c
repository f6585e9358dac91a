/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-odt-body.h"

#include <stdlib.h>
#include <string.h>

#define MAX_SPACES 100

typedef struct {
  BayanOfficeText *text;
  BayanOdtPart part;
  GHashTable *hidden; /* names of styles whose text is hidden */
  GHashTable *titles; /* style → level of the heading it makes */
  GHashTable *seen;   /* headers and footers that were written */
  char *style;        /* nullable: the one being read */
  GArray *headings;   /* of guint: of the paragraphs that are open */
  GString *notes;     /* notes, to be written after the text; '\n' between them */
  guint notes_open, lists, readable;
  gsize region_start;
  gboolean in_part, in_region;
} Body;

static gboolean
is_one_of (const char *name, const char *const *names)
{
  return g_strv_contains (names, name);
}

/* Never read as text: what was deleted, comments, the readings above letters, what a picture is called. */
static gboolean
is_left_out (const Body *self, const char *name, const BayanXmlElement *element)
{
  static const char *const NAMES[] = { "tracked-changes", "annotation",      "ruby-text", "note-citation",
                                       "forms",           "scripts",         "desc",      "hidden-text",
                                       "binary-data",     "event-listeners", NULL };
  const char *style = bayan_xml_attribute (element, "style-name");

  if (self->in_part && is_one_of (name, NAMES))
    return TRUE;
  if (self->in_part && strcmp (name, "title") == 0) /* of a picture, unless it is the title as a field */
    return self->headings->len == 0 || g_strcmp0 (bayan_xml_parent (element), "frame") == 0;
  if (g_strcmp0 (bayan_xml_attribute (element, "display"), "none") == 0 && strcmp (name, "section") == 0)
    return TRUE;
  if (strcmp (name, "hidden-paragraph") == 0)
    return g_strcmp0 (bayan_xml_attribute (element, "is-hidden"), "true") == 0;
  return self->in_part && style != NULL && g_hash_table_contains (self->hidden, style);
}

/* Styles that hide their text, and the ones named Title and Subtitle and those made of them. */
static void
see_style (Body *self, const char *name, const BayanXmlElement *element)
{
  const char *display = bayan_xml_attribute (element, "display");

  if (strcmp (name, "style") == 0)
    {
      const char *parent = bayan_xml_attribute (element, "parent-style-name");
      gpointer level = parent != NULL ? g_hash_table_lookup (self->titles, parent) : NULL;

      g_free (self->style);
      self->style = g_strdup (bayan_xml_attribute (element, "name"));
      if (self->style != NULL && level != NULL)
        g_hash_table_insert (self->titles, g_strdup (self->style), level);
    }
  else if (strcmp (name, "text-properties") == 0 && self->style != NULL && g_strcmp0 (display, "none") == 0)
    g_hash_table_add (self->hidden, g_strdup (self->style));
}

static void
begin_paragraph (Body *self, const char *name, const BayanXmlElement *element)
{
  const char *level = bayan_xml_attribute (element, "outline-level");
  const char *style = bayan_xml_attribute (element, "style-name");
  guint heading = 0;

  if (strcmp (name, "h") == 0)
    heading = level != NULL ? (guint) CLAMP (atoi (level), 1, 6) : 1;
  else if (style != NULL)
    heading = GPOINTER_TO_UINT (g_hash_table_lookup (self->titles, style));
  g_array_append_val (self->headings, heading);
}

static void
put_spaces (Body *self, const BayanXmlElement *element)
{
  const char *count = bayan_xml_attribute (element, "c");
  int spaces = count != NULL ? CLAMP (atoi (count), 1, MAX_SPACES) : 1;

  for (int i = 0; i < spaces; i++)
    bayan_office_text_put_char (self->text, ' ');
}

static void
see_structure (Body *self, const char *name, const BayanXmlElement *element)
{
  if (strcmp (name, "p") == 0 || strcmp (name, "h") == 0)
    begin_paragraph (self, name, element);
  else if (strcmp (name, "s") == 0)
    put_spaces (self, element);
  else if (strcmp (name, "tab") == 0)
    bayan_office_text_put_char (self->text, '\t');
  else if (strcmp (name, "line-break") == 0)
    bayan_office_text_put_char (self->text, '\n');
  else if (strcmp (name, "note-body") == 0 || strcmp (name, "text-box") == 0)
    bayan_office_text_begin_box (self->text);
  else if (strcmp (name, "list") == 0)
    self->lists++;
  else if (strcmp (name, "table") == 0)
    bayan_office_text_begin_table (self->text);
  else if (strcmp (name, "table-row") == 0)
    bayan_office_text_begin_row (self->text);
  else if (strcmp (name, "table-cell") == 0)
    bayan_office_text_begin_cell (self->text);
  self->notes_open += strcmp (name, "note-body") == 0;
}

/* Where the part that is looked for begins. */
static gboolean
begin_part (Body *self, const char *name)
{
  static const char *const HEADERS[] = { "header", "header-left", "header-first", NULL };
  static const char *const FOOTERS[] = { "footer", "footer-left", "footer-first", NULL };

  if (self->part == BAYAN_ODT_BODY)
    return strcmp (name, "body") == 0;
  if (!is_one_of (name, self->part == BAYAN_ODT_HEADERS ? HEADERS : FOOTERS))
    return FALSE;
  self->in_region = TRUE;
  self->region_start = self->text->extract->html->len;
  bayan_office_text_begin_region (self->text, self->part == BAYAN_ODT_HEADERS ? "header" : "footer");
  return TRUE;
}

static gboolean
started (gpointer data, const char *name, const BayanXmlElement *element)
{
  Body *self = data;

  if (is_left_out (self, name, element))
    return FALSE;
  if (self->in_part)
    see_structure (self, name, element);
  else if (begin_part (self, name))
    self->in_part = TRUE;
  else
    see_style (self, name, element);
  return TRUE;
}

static void
end_paragraph (Body *self)
{
  guint heading = 0;

  if (self->headings->len > 0)
    {
      heading = g_array_index (self->headings, guint, self->headings->len - 1);
      g_array_set_size (self->headings, self->headings->len - 1);
    }
  if (self->notes_open == 0)
    bayan_office_text_end_paragraph (self->text, heading, self->lists > 0 && heading == 0);
  else
    bayan_office_text_put_char (self->text, '\n');
}

/* A note has been collected as one paragraph; it is put aside. */
static void
end_note (Body *self)
{
  g_string_append_printf (self->notes, "%s\n", self->text->paragraph->str);
  g_string_truncate (self->text->paragraph, 0);
  bayan_office_text_end_box (self->text);
  self->notes_open--;
}

static void
end_part (Body *self, const char *name)
{
  GString *html = self->text->extract->html;

  self->in_part = FALSE;
  if (!self->in_region)
    return;
  self->in_region = FALSE;
  bayan_office_text_end_region (self->text);
  if (!g_hash_table_add (self->seen, g_strdup (html->str + self->region_start)))
    g_string_truncate (html, self->region_start);
}

static void
ended (gpointer data, const char *name)
{
  Body *self = data;

  if (!self->in_part)
    return;
  if (strcmp (name, "p") == 0 || strcmp (name, "h") == 0)
    end_paragraph (self);
  else if (strcmp (name, "list") == 0)
    self->lists -= self->lists > 0;
  else if (strcmp (name, "note-body") == 0)
    end_note (self);
  else if (strcmp (name, "text-box") == 0)
    bayan_office_text_end_box (self->text);
  else if (strcmp (name, "table") == 0)
    bayan_office_text_end_table (self->text);
  else if (strcmp (name, "table-row") == 0)
    bayan_office_text_end_row (self->text);
  else if (strcmp (name, "table-cell") == 0)
    bayan_office_text_end_cell (self->text);
  else if (strcmp (name, "body") == 0 || g_str_has_prefix (name, "header")
           || g_str_has_prefix (name, "footer"))
    end_part (self, name);
}

/* Text stands in paragraphs only; what is between elements is layout. */
static void
see_text (gpointer data, const char *text)
{
  Body *self = data;

  if (self->in_part && self->headings->len > 0)
    bayan_office_text_put (self->text, text);
}

static void
write_notes (Body *self)
{
  g_auto (GStrv) notes = g_strsplit (self->notes->str, "\n", -1);

  for (guint i = 0; notes[i] != NULL; i++)
    {
      bayan_office_text_put (self->text, notes[i]);
      bayan_office_text_end_paragraph (self->text, 0, FALSE);
    }
}

static void
init (Body *self)
{
  self->hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->headings = g_array_new (FALSE, FALSE, sizeof (guint));
  self->notes = g_string_new (NULL);
  g_hash_table_insert (self->titles, g_strdup ("Title"), GUINT_TO_POINTER (1));
  g_hash_table_insert (self->titles, g_strdup ("Subtitle"), GUINT_TO_POINTER (2));
}

/**
 * bayan_odt_body_read:
 * @part: what to read of it
 */
BayanXmlResult
bayan_odt_body_read (GBytes *bytes, BayanOdtPart part, BayanOfficeText *text, GError **error)
{
  static const BayanXmlVisitor VISITOR = { started, ended, see_text };
  Body self = { text, part };
  BayanXmlResult result;

  init (&self);
  result = bayan_xml_walk (bytes, &VISITOR, &self, error);
  if (self.in_region)
    bayan_office_text_end_region (text);
  write_notes (&self);
  g_hash_table_unref (self.hidden);
  g_hash_table_unref (self.titles);
  g_hash_table_unref (self.seen);
  g_array_unref (self.headings);
  g_string_free (self.notes, TRUE);
  g_free (self.style);
  return result;
}
