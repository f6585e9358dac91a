/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-docx-styles.h"

#include <stdlib.h>
#include <string.h>

#include "bayan-xml.h"

/* How many styles are looked at for what a style inherits: a loop ends, too. */
#define MAX_INHERITANCE 16u

typedef struct {
  char *parent; /* nullable */
  guint level;  /* outline level, or UNSAID */
  gboolean hidden;
} Style;

#define UNSAID G_MAXUINT

typedef struct {
  GHashTable *styles;
  Style *open; /* nullable: the one being read */
} Reading;

static void
style_free (gpointer data)
{
  g_free (((Style *) data)->parent);
  g_free (data);
}

/* The level that a style's name means: Word keeps the English names of its own styles in every language. */
static guint
level_of_name (const char *name)
{
  static const char *const STARTS[] = { "heading ", "عنوان " };
  g_autofree char *small = g_utf8_strdown (name, -1);

  if (strcmp (small, "title") == 0 || strcmp (small, "العنوان") == 0)
    return 0;
  if (strcmp (small, "subtitle") == 0)
    return 1;
  for (guint i = 0; i < G_N_ELEMENTS (STARTS); i++)
    if (g_str_has_prefix (small, STARTS[i]))
      {
        int number = atoi (small + strlen (STARTS[i]));

        return number >= 1 && number <= 9 ? (guint) number - 1 : UNSAID;
      }
  return UNSAID;
}

static void
begin_style (Reading *self, const BayanXmlElement *element)
{
  const char *id = bayan_xml_attribute (element, "styleId");

  self->open = NULL;
  if (id == NULL)
    return;
  self->open = g_new0 (Style, 1);
  self->open->level = UNSAID;
  g_hash_table_replace (self->styles, g_strdup (id), self->open);
}

static gboolean
started (gpointer data, const char *name, const BayanXmlElement *element)
{
  Reading *self = data;
  const char *value = bayan_xml_attribute (element, "val");

  if (strcmp (name, "style") == 0)
    begin_style (self, element);
  else if (self->open == NULL)
    return TRUE;
  else if (strcmp (name, "name") == 0 && value != NULL && self->open->level == UNSAID)
    self->open->level = level_of_name (value);
  else if (strcmp (name, "basedOn") == 0 && value != NULL && self->open->parent == NULL)
    self->open->parent = g_strdup (value);
  else if (strcmp (name, "outlineLvl") == 0 && value != NULL)
    self->open->level = (guint) CLAMP (atoi (value), 0, (int) BAYAN_DOCX_NO_LEVEL);
  else if (strcmp (name, "vanish") == 0)
    self->open->hidden = bayan_xml_flag (element);
  return TRUE;
}

static void
ended (gpointer data, const char *name)
{
  if (strcmp (name, "style") == 0)
    ((Reading *) data)->open = NULL;
}

static void
ignore_text (gpointer data, const char *text)
{
}

/**
 * bayan_docx_styles_read:
 * @bytes: (nullable): the part with the styles
 *
 * Returns: (transfer full): free with g_hash_table_unref(); what cannot be read has no styles
 */
BayanDocxStyles *
bayan_docx_styles_read (GBytes *bytes)
{
  static const BayanXmlVisitor VISITOR = { started, ended, ignore_text };
  Reading self = { g_hash_table_new_full (g_str_hash, g_str_equal, g_free, style_free) };

  if (bytes != NULL)
    bayan_xml_walk (bytes, &VISITOR, &self, NULL);
  return self.styles;
}

/* The first of a style and those it is based on that @says something. */
static const Style *
find (BayanDocxStyles *self, const char *id, gboolean (*says) (const Style *style))
{
  const Style *style = id != NULL ? g_hash_table_lookup (self, id) : NULL;

  for (guint i = 0; i < MAX_INHERITANCE && style != NULL && !says (style); i++)
    style = style->parent != NULL ? g_hash_table_lookup (self, style->parent) : NULL;
  return style != NULL && says (style) ? style : NULL;
}

static gboolean
says_level (const Style *style)
{
  return style->level != UNSAID;
}

static gboolean
says_hidden (const Style *style)
{
  return style->hidden;
}

/**
 * bayan_docx_styles_get_heading:
 *
 * Returns: the level of a heading, 1 for the highest, or 0
 */
guint
bayan_docx_styles_get_heading (BayanDocxStyles *self, const char *id)
{
  const Style *style = find (self, id, says_level);

  return style != NULL && style->level < BAYAN_DOCX_NO_LEVEL ? style->level + 1 : 0;
}

gboolean
bayan_docx_styles_get_hidden (BayanDocxStyles *self, const char *id)
{
  return find (self, id, says_hidden) != NULL;
}
