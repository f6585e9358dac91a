/* SPDX-License-Identifier: GPL-3.0-or-later */
/* HTML as text, start tags and end tags, with the place of each. Private to the room.
 *
 * Our own, because every letter of clean text has to be traced to its bytes, and parsers that repair a
 * document do not say where its letters stood. It goes over the text once and never back, whatever is
 * unclosed.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  BAYAN_HTML_TEXT,
  BAYAN_HTML_START,
  BAYAN_HTML_END,
} BayanHtmlTokenType;

#define BAYAN_HTML_NAME_MAX 16

typedef struct {
  BayanHtmlTokenType type;
  gsize start, end;               /* of the whole token */
  char name[BAYAN_HTML_NAME_MAX]; /* of a tag, in small letters; cut short if longer */
  gsize attributes_start, attributes_end;
  gboolean raw; /* TEXT: what is in a script or style, not for reading */
} BayanHtmlToken;

typedef struct {
  const char *text;
  gsize length, at;
  char raw_name[BAYAN_HTML_NAME_MAX]; /* not empty: inside this element, where only its end tag is a tag */
} BayanHtmlScanner;

void bayan_html_scanner_init (BayanHtmlScanner *self, const char *text, gsize length);
gboolean bayan_html_scanner_next (BayanHtmlScanner *self, BayanHtmlToken *token);
char *bayan_html_scanner_get_attribute (const BayanHtmlScanner *self, const BayanHtmlToken *token,
                                        const char *name);
char *bayan_html_decode (const char *at, gsize length);
gunichar bayan_html_read_reference (const char *at, const char *end, gsize *length);

G_END_DECLS
