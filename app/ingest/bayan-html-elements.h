/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What HTML's elements do to the text in them. Private to the room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  BAYAN_HTML_VOID = 1 << 0,      /* has no end tag */
  BAYAN_HTML_LINE = 1 << 1,      /* begins a line of its own */
  BAYAN_HTML_PARAGRAPH = 1 << 2, /* and has an empty line around it */
  BAYAN_HTML_CELL = 1 << 3,      /* a tab before it */
  BAYAN_HTML_FURNITURE = 1 << 4, /* around the text, not part of it */
  BAYAN_HTML_CONTENT = 1 << 5,   /* says that the text is in it */
  BAYAN_HTML_HEADLINE = 1 << 6,
  BAYAN_HTML_PREFORMATTED = 1 << 7,
  BAYAN_HTML_LINK = 1 << 8,
  BAYAN_HTML_CLOSES_SAME = 1 << 9, /* a second one ends the first: <p>, <li> */
} BayanHtmlElementFlags;

typedef struct {
  const char *name;
  guint flags;
} BayanHtmlElement;

const BayanHtmlElement *bayan_html_element_find (const char *name);
gboolean bayan_html_is_furniture_class (const char *names);
gboolean bayan_html_is_told_class (const char *names);
gboolean bayan_html_is_credit_class (const char *names, gboolean *of_picture);
gboolean bayan_html_is_section_class (const char *names);
gboolean bayan_html_is_counter_class (const char *names);
gboolean bayan_html_is_embed_class (const char *names);
gboolean bayan_html_is_writer_class (const char *names);

G_END_DECLS
