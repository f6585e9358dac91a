/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-docx-body.h"

#include <stdlib.h>
#include <string.h>

#define PRIVATE_USE 0xF000u
#define NO_BREAK_HYPHEN 0x2011u

/* What is known of the paragraph that is open. */
typedef struct {
  guint heading;
  gboolean item, hidden;
  gboolean mark_deleted; /* its end is a deleted one: it goes on in the next */
} Paragraph;

typedef struct {
  BayanDocxStyles *styles;
  BayanOfficeText *text;
  GArray *paragraphs;  /* of Paragraph; more than one: boxes in boxes */
  GByteArray *choices; /* for each AlternateContent: whether one of its choices has been taken */
  GByteArray *fields;  /* for each field: TRUE while in its instruction */
  guint instructions;  /* how many of them are */
  guint readable;      /* depth of elements whose text is text */
  gboolean run_hidden, placeholder;
} Body;

static Paragraph *
paragraph (Body *self)
{
  return &g_array_index (self->paragraphs, Paragraph, self->paragraphs->len - 1);
}

static gboolean
is_shown (Body *self)
{
  return !self->run_hidden && self->instructions == 0;
}

static void
put_char (Body *self, gunichar character)
{
  if (is_shown (self))
    bayan_office_text_put_char (self->text, character);
}

/* The signs that Word takes from the symbol fonts and that stand for a letter or a bullet. */
static gunichar
symbol_of (const char *font, guint code)
{
  static const struct {
    guint code;
    gunichar character;
  } WINGDINGS[] = {
    { 0x6C, 0x25CF }, { 0x6E, 0x25A0 }, { 0x76, 0x2756 }, { 0x9F, 0x2022 }, { 0xA7, 0x25AA },
    { 0xD8, 0x27A2 }, { 0xE0, 0x2192 }, { 0xFB, 0x2717 }, { 0xFC, 0x2713 }, { 0xFE, 0x2612 }
  };

  if (code < PRIVATE_USE || code > PRIVATE_USE + 0xFF)
    return code;
  code -= PRIVATE_USE;
  if (font != NULL && g_str_has_prefix (font, "Wingdings"))
    {
      for (guint i = 0; i < G_N_ELEMENTS (WINGDINGS); i++)
        if (WINGDINGS[i].code == code)
          return WINGDINGS[i].character;
      return 0;
    }
  return code == 0xB7 ? 0x2022 : code >= 0x20 && code < 0x7F ? code : 0;
}

static void
put_symbol (Body *self, const BayanXmlElement *element)
{
  const char *code = bayan_xml_attribute (element, "char");
  gunichar character =
      code != NULL ? symbol_of (bayan_xml_attribute (element, "font"), (guint) strtoul (code, NULL, 16)) : 0;

  if (character >= 0x20 && g_unichar_validate (character))
    put_char (self, character);
}

static void
see_field (Body *self, const BayanXmlElement *element)
{
  const char *type = bayan_xml_attribute (element, "fldCharType");
  const guint8 instruction = TRUE;
  guint8 *last = self->fields->len > 0 ? &self->fields->data[self->fields->len - 1] : NULL;

  if (g_strcmp0 (type, "begin") == 0)
    {
      g_byte_array_append (self->fields, &instruction, 1);
      self->instructions++;
    }
  else if (last != NULL && (g_strcmp0 (type, "separate") == 0 || g_strcmp0 (type, "end") == 0))
    {
      self->instructions -= *last;
      *last = FALSE;
      if (strcmp (type, "end") == 0)
        g_byte_array_set_size (self->fields, self->fields->len - 1);
    }
}

static guint
level_to_heading (int level)
{
  return level >= 0 && level < (int) BAYAN_DOCX_NO_LEVEL ? (guint) level + 1 : 0;
}

/* Properties of the paragraph or of the run. */
static void
see_property (Body *self, const char *name, const BayanXmlElement *element)
{
  const char *parent = bayan_xml_parent (element);
  const char *value = bayan_xml_attribute (element, "val");

  if (strcmp (name, "pStyle") == 0)
    {
      paragraph (self)->heading = bayan_docx_styles_get_heading (self->styles, value);
      paragraph (self)->hidden = bayan_docx_styles_get_hidden (self->styles, value);
      self->run_hidden = paragraph (self)->hidden;
    }
  else if (strcmp (name, "outlineLvl") == 0 && value != NULL)
    paragraph (self)->heading = level_to_heading (atoi (value));
  else if (strcmp (name, "numId") == 0 && strcmp (parent, "numPr") == 0)
    paragraph (self)->item = g_strcmp0 (value, "0") != 0;
  else if (strcmp (name, "rStyle") == 0)
    self->run_hidden |= bayan_docx_styles_get_hidden (self->styles, value);
  else if (strcmp (name, "vanish") == 0)
    self->run_hidden = bayan_xml_flag (element);
}

/* The properties of a run, or of the sign at the end of a paragraph; not those of a control or a formula. */
static gboolean
is_about_text (const BayanXmlElement *element)
{
  return strcmp (bayan_xml_parent (element), "r") == 0 || strcmp (bayan_xml_parent (element), "pPr") == 0;
}

static gboolean
see_deletion (Body *self, const BayanXmlElement *element)
{
  if (strcmp (bayan_xml_parent (element), "rPr") == 0)
    paragraph (self)->mark_deleted = TRUE;
  return FALSE;
}

static gboolean
see_choice (Body *self)
{
  guint8 *taken = self->choices->len > 0 ? &self->choices->data[self->choices->len - 1] : NULL;
  gboolean take = taken == NULL || !*taken;

  if (taken != NULL)
    *taken = TRUE;
  return take;
}

static void
begin_paragraph (Body *self)
{
  Paragraph fresh = { 0 };

  if (!paragraph (self)->mark_deleted)
    *paragraph (self) = fresh;
  paragraph (self)->mark_deleted = FALSE;
  self->run_hidden = FALSE;
}

static void
begin_box (Body *self)
{
  Paragraph fresh = { 0 };

  g_array_append_val (self->paragraphs, fresh);
  bayan_office_text_begin_box (self->text);
}

static void
begin_alternatives (Body *self)
{
  const guint8 taken = FALSE;

  g_byte_array_append (self->choices, &taken, 1);
}

/* Elements that stand for a part of the text, or hold other parts. */
static gboolean
see_structure (Body *self, const char *name, const BayanXmlElement *element)
{
  if (strcmp (name, "tbl") == 0)
    bayan_office_text_begin_table (self->text);
  else if (strcmp (name, "tr") == 0)
    bayan_office_text_begin_row (self->text);
  else if (strcmp (name, "tc") == 0)
    bayan_office_text_begin_cell (self->text);
  else if (strcmp (name, "txbxContent") == 0)
    begin_box (self);
  else if (strcmp (name, "AlternateContent") == 0)
    begin_alternatives (self);
  else if (strcmp (name, "Choice") == 0 || strcmp (name, "Fallback") == 0)
    return see_choice (self);
  else if (strcmp (name, "fldChar") == 0)
    see_field (self, element);
  else if (strcmp (name, "showingPlcHdr") == 0)
    self->placeholder = bayan_xml_flag (element);
  else if (strcmp (name, "sdtContent") == 0 && self->placeholder)
    return self->placeholder = FALSE;
  return TRUE;
}

/* Left out whole: what was deleted or moved away, comments, the readings above letters, notes that are only lines. */
static gboolean
is_left_out (const char *name, const BayanXmlElement *element)
{
  static const char *const NAMES[] = { "moveFrom", "delText", "instrText", "rt", "sectPr", "tblPr", "tcPr" };
  const char *type = bayan_xml_attribute (element, "type");

  if (strcmp (name, "footnote") == 0 || strcmp (name, "endnote") == 0)
    return type != NULL && strcmp (type, "normal") != 0;
  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    if (strcmp (name, NAMES[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
started (gpointer data, const char *name, const BayanXmlElement *element)
{
  Body *self = data;

  if (is_left_out (name, element))
    return FALSE;
  if (strcmp (name, "del") == 0)
    return see_deletion (self, element);
  if (strcmp (name, "rPr") == 0)
    return is_about_text (element);
  if (strcmp (name, "p") == 0)
    begin_paragraph (self);
  else if (strcmp (name, "r") == 0)
    self->run_hidden = paragraph (self)->hidden;
  else if (strcmp (name, "t") == 0)
    self->readable++;
  else if (strcmp (name, "tab") == 0 && strcmp (bayan_xml_parent (element), "r") == 0)
    put_char (self, '\t');
  else if (strcmp (name, "br") == 0 || strcmp (name, "cr") == 0)
    put_char (self, '\n');
  else if (strcmp (name, "noBreakHyphen") == 0)
    put_char (self, NO_BREAK_HYPHEN);
  else if (strcmp (name, "sym") == 0)
    put_symbol (self, element);
  else
    {
      see_property (self, name, element);
      return see_structure (self, name, element);
    }
  return TRUE;
}

static void
end_paragraph (Body *self)
{
  if (!paragraph (self)->mark_deleted)
    bayan_office_text_end_paragraph (self->text, paragraph (self)->heading, paragraph (self)->item);
  self->run_hidden = FALSE;
}

static void
end_box (Body *self)
{
  if (self->paragraphs->len > 1)
    g_array_set_size (self->paragraphs, self->paragraphs->len - 1);
  bayan_office_text_end_box (self->text);
}

static void
ended (gpointer data, const char *name)
{
  Body *self = data;

  if (strcmp (name, "t") == 0)
    self->readable -= self->readable > 0;
  else if (strcmp (name, "p") == 0)
    end_paragraph (self);
  else if (strcmp (name, "tbl") == 0)
    bayan_office_text_end_table (self->text);
  else if (strcmp (name, "tr") == 0)
    bayan_office_text_end_row (self->text);
  else if (strcmp (name, "tc") == 0)
    bayan_office_text_end_cell (self->text);
  else if (strcmp (name, "txbxContent") == 0)
    end_box (self);
  else if (strcmp (name, "AlternateContent") == 0 && self->choices->len > 0)
    g_byte_array_set_size (self->choices, self->choices->len - 1);
}

static void
see_text (gpointer data, const char *text)
{
  Body *self = data;

  if (self->readable > 0 && is_shown (self))
    bayan_office_text_put (self->text, text);
}

/**
 * bayan_docx_body_read:
 *
 * Adds the text of one part to @text.
 */
BayanXmlResult
bayan_docx_body_read (GBytes *bytes, BayanDocxStyles *styles, BayanOfficeText *text, GError **error)
{
  static const BayanXmlVisitor VISITOR = { started, ended, see_text };
  Body self = { styles, text, g_array_new (FALSE, TRUE, sizeof (Paragraph)), g_byte_array_new (),
                g_byte_array_new () };
  BayanXmlResult result;

  g_array_set_size (self.paragraphs, 1);
  result = bayan_xml_walk (bytes, &VISITOR, &self, error);
  g_array_unref (self.paragraphs);
  g_byte_array_unref (self.choices);
  g_byte_array_unref (self.fields);
  return result;
}
