/* SPDX-License-Identifier: GPL-3.0-or-later */
/* XML from memory, element by element: nothing outside is asked for, no entity is expanded, no document type is
 * accepted, and nothing is printed. Private to the room. */
#pragma once

#include "bayan-extract.h"

G_BEGIN_DECLS

typedef struct _BayanXmlElement BayanXmlElement; /* valid during the call only */

typedef struct {
  /* TRUE: go on inside; FALSE: the element is left out with all that is in it, and its end is not reported. */
  gboolean (*start) (gpointer data, const char *name, const BayanXmlElement *element);
  void (*end) (gpointer data, const char *name);
  void (*text) (gpointer data, const char *text);
} BayanXmlVisitor;

typedef enum {
  BAYAN_XML_WHOLE,
  BAYAN_XML_CUT, /* ends before its end, or is not XML from some point on */
  BAYAN_XML_REFUSED,
} BayanXmlResult;

BayanXmlResult bayan_xml_walk (GBytes *bytes, const BayanXmlVisitor *visitor, gpointer data, GError **error);
const char *bayan_xml_attribute (const BayanXmlElement *element, const char *name);
gboolean bayan_xml_flag (const BayanXmlElement *element);
const char *bayan_xml_parent (const BayanXmlElement *element);

G_END_DECLS
