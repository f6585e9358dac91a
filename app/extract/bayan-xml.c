/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-xml.h"

#include <libxml/xmlreader.h>
#include <string.h>

/* What one look at the reader came to. */
typedef struct {
  xmlTextReader *reader;
  const BayanXmlVisitor *visitor;
  gpointer data;
  int skipped_depth; /* of the element that is left out, or -1 */
  gboolean has_element, has_doctype, too_deep;
} Walk;

/* The parser's own limit may be reached before ours: it says so in words only. */
static void
note_error (void *data, xmlErrorPtr problem)
{
  Walk *walk = data;

  walk->too_deep |= problem->message != NULL && strstr (problem->message, "depth") != NULL;
}

static void
see_end (Walk *walk)
{
  if (walk->skipped_depth == xmlTextReaderDepth (walk->reader))
    walk->skipped_depth = -1;
  else if (walk->skipped_depth < 0)
    walk->visitor->end (walk->data, (const char *) xmlTextReaderConstLocalName (walk->reader));
}

static void
see_start (Walk *walk)
{
  const char *name = (const char *) xmlTextReaderConstLocalName (walk->reader);
  const BayanXmlElement *element = (const BayanXmlElement *) xmlTextReaderCurrentNode (walk->reader);

  walk->has_element = TRUE;
  if (walk->skipped_depth >= 0)
    return;
  if (!walk->visitor->start (walk->data, name, element))
    walk->skipped_depth = xmlTextReaderDepth (walk->reader);
  if (xmlTextReaderIsEmptyElement (walk->reader) == 1)
    see_end (walk);
}

static void
see (Walk *walk)
{
  switch (xmlTextReaderNodeType (walk->reader))
    {
    case XML_READER_TYPE_DOCUMENT_TYPE:
      walk->has_doctype = TRUE;
      break;
    case XML_READER_TYPE_ELEMENT:
      see_start (walk);
      break;
    case XML_READER_TYPE_END_ELEMENT:
      see_end (walk);
      break;
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_WHITESPACE:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
      if (walk->skipped_depth < 0)
        walk->visitor->text (walk->data, (const char *) xmlTextReaderConstValue (walk->reader));
      break;
    default:
      break;
    }
}

/* Why reading stopped: @status is what the reader gave last. */
static BayanXmlResult
conclude (const Walk *walk, int status, GError **error)
{
  if (status == 0 && !walk->has_doctype)
    return BAYAN_XML_WHOLE;
  if (walk->has_doctype || !walk->has_element)
    g_set_error_literal (error, BAYAN_EXTRACT_ERROR, BAYAN_EXTRACT_ERROR_DAMAGED, "not the XML expected");
  else if (walk->too_deep)
    g_set_error_literal (error, BAYAN_EXTRACT_ERROR, BAYAN_EXTRACT_ERROR_TOO_DEEP, "XML nested too deep");
  else
    return BAYAN_XML_CUT;
  return BAYAN_XML_REFUSED;
}

/**
 * bayan_xml_walk:
 *
 * Names are given without their prefix. Elements that were open where a file breaks off are not closed.
 *
 * Returns: whether it was read to its end. BAYAN_XML_REFUSED with BAYAN_EXTRACT_ERROR_DAMAGED for what is no XML or
 * has a document type, _TOO_DEEP for what is nested deeper than BAYAN_EXTRACT_MAX_DEPTH
 */
BayanXmlResult
bayan_xml_walk (GBytes *bytes, const BayanXmlVisitor *visitor, gpointer data, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  Walk walk = { NULL, visitor, data, -1 };
  int status = -1;

  if (length <= G_MAXINT)
    walk.reader = xmlReaderForMemory (text, (int) length, NULL, NULL, XML_PARSE_NONET | XML_PARSE_COMPACT);
  if (walk.reader != NULL)
    {
      xmlTextReaderSetStructuredErrorHandler (walk.reader, note_error, &walk);
      while (!walk.has_doctype && !walk.too_deep && (status = xmlTextReaderRead (walk.reader)) == 1)
        {
          walk.too_deep |= xmlTextReaderDepth (walk.reader) >= (int) BAYAN_EXTRACT_MAX_DEPTH - 2;
          if (!walk.too_deep)
            see (&walk);
        }
      xmlFreeTextReader (walk.reader);
    }
  return conclude (&walk, status, error);
}

/**
 * bayan_xml_attribute:
 * @name: without its prefix
 *
 * Returns: (nullable): its value, as long as the element is valid
 */
const char *
bayan_xml_attribute (const BayanXmlElement *element, const char *name)
{
  const xmlNode *node = (const xmlNode *) element;

  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (strcmp ((const char *) attribute->name, name) == 0)
      return attribute->children != NULL && attribute->children->type == XML_TEXT_NODE
                 ? (const char *) attribute->children->content
                 : "";
  return NULL;
}

/**
 * bayan_xml_flag:
 *
 * Returns: whether an element of Office Open XML that is on when it is there is not switched off
 */
gboolean
bayan_xml_flag (const BayanXmlElement *element)
{
  const char *value = bayan_xml_attribute (element, "val");

  return value == NULL
         || !(strcmp (value, "0") == 0 || strcmp (value, "false") == 0 || strcmp (value, "off") == 0);
}

/**
 * bayan_xml_parent:
 *
 * Returns: the name of the element around it, "" for the outermost
 */
const char *
bayan_xml_parent (const BayanXmlElement *element)
{
  const xmlNode *parent = ((const xmlNode *) element)->parent;

  return parent != NULL && parent->type == XML_ELEMENT_NODE ? (const char *) parent->name : "";
}
