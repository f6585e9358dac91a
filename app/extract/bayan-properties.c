/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-properties.h"

#include <string.h>

#include "bayan-xml.h"

/* What is longer is no title and no name. */
#define MAX_BYTES 2000u

typedef enum {
  PROPERTY_NONE = -1,
  PROPERTY_TITLE,
  PROPERTY_AUTHOR,
  PROPERTY_FIRST_AUTHOR,
  PROPERTY_CREATED,
  PROPERTY_MODIFIED,
  N_PROPERTIES
} Property;

typedef struct {
  GString *values[N_PROPERTIES];
  int open; /* a Property */
} Reading;

/* Dublin Core, as Office Open XML and OpenDocument have it; OpenDocument calls the last writer the creator. */
static int
find_property (const char *name)
{
  static const struct {
    const char *name;
    Property property;
  } NAMES[] = {
    { "title", PROPERTY_TITLE },
    { "creator", PROPERTY_AUTHOR },
    { "initial-creator", PROPERTY_FIRST_AUTHOR },
    { "created", PROPERTY_CREATED },
    { "creation-date", PROPERTY_CREATED },
    { "modified", PROPERTY_MODIFIED },
    { "date", PROPERTY_MODIFIED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    if (strcmp (NAMES[i].name, name) == 0)
      return (int) NAMES[i].property;
  return PROPERTY_NONE;
}

static gboolean
started (gpointer data, const char *name, const BayanXmlElement *element)
{
  ((Reading *) data)->open = find_property (name);
  return strcmp (name, "body") != 0; /* of a document in one file */
}

static void
ended (gpointer data, const char *name)
{
  ((Reading *) data)->open = PROPERTY_NONE;
}

static void
see_text (gpointer data, const char *text)
{
  Reading *self = data;

  if (self->open != PROPERTY_NONE && self->values[self->open]->len + strlen (text) <= MAX_BYTES)
    g_string_append (self->values[self->open], text);
}

/**
 * bayan_properties_add_date:
 * @words: as the file has it; only what begins with a date of ISO 8601 is taken
 */
void
bayan_properties_add_date (BayanExtract *extract, const char *words)
{
  g_autofree char *value = NULL;

  if (!g_regex_match_simple ("^[0-9]{4}-[0-9]{2}-[0-9]{2}", words, 0, 0))
    return;
  value = g_strndup (words, strlen ("2024-05-14"));
  bayan_extract_add_detail (extract, BAYAN_DETAIL_DATE, value, words);
}

static void
add_properties (Reading *self, BayanExtract *extract)
{
  GString **values = self->values;
  const GString *author =
      values[*values[PROPERTY_FIRST_AUTHOR]->str != '\0' ? PROPERTY_FIRST_AUTHOR : PROPERTY_AUTHOR];
  const GString *date = values[*values[PROPERTY_CREATED]->str != '\0' ? PROPERTY_CREATED : PROPERTY_MODIFIED];

  bayan_extract_add_detail (extract, BAYAN_DETAIL_TITLE, values[PROPERTY_TITLE]->str,
                            values[PROPERTY_TITLE]->str);
  bayan_extract_add_detail (extract, BAYAN_DETAIL_AUTHOR, author->str, author->str);
  bayan_properties_add_date (extract, date->str);
}

/**
 * bayan_properties_read:
 * @bytes: (nullable): docProps/core.xml or meta.xml
 */
void
bayan_properties_read (GBytes *bytes, BayanExtract *extract)
{
  static const BayanXmlVisitor VISITOR = { started, ended, see_text };
  Reading self = { .open = PROPERTY_NONE };

  if (bytes == NULL)
    return;
  for (guint i = 0; i < N_PROPERTIES; i++)
    self.values[i] = g_string_new (NULL);
  bayan_xml_walk (bytes, &VISITOR, &self, NULL);
  for (guint i = 0; i < N_PROPERTIES; i++)
    g_strstrip (self.values[i]->str);
  add_properties (&self, extract);
  for (guint i = 0; i < N_PROPERTIES; i++)
    g_string_free (self.values[i], TRUE);
}
