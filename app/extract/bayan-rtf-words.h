/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What RTF's control words do to the text. Private to the room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where the text of a group goes. */
typedef enum {
  BAYAN_RTF_TEXT,
  BAYAN_RTF_SKIPPED, /* nowhere */
  BAYAN_RTF_HEADER,
  BAYAN_RTF_FOOTER,
  BAYAN_RTF_NOTE,
  BAYAN_RTF_BOX,
  BAYAN_RTF_LIST_MARK, /* nowhere; its paragraph is an item of a list */
  BAYAN_RTF_FONTS,
  BAYAN_RTF_STYLES,
  BAYAN_RTF_INFO,
  BAYAN_RTF_TITLE,
  BAYAN_RTF_AUTHOR,
  BAYAN_RTF_CREATED,
  BAYAN_RTF_ALTERNATIVE, /* text that comes once more in Unicode, in the group after it */
} BayanRtfDestination;

typedef enum {
  BAYAN_RTF_NOTHING,
  BAYAN_RTF_DESTINATION, /* @value: a BayanRtfDestination */
  BAYAN_RTF_CHARACTER,   /* @value: the character */
  BAYAN_RTF_PARAGRAPH,   /* ends one */
  BAYAN_RTF_CELL,
  BAYAN_RTF_ROW,
  BAYAN_RTF_IN_TABLE,
  BAYAN_RTF_PLAIN_PARAGRAPH,
  BAYAN_RTF_PLAIN_TEXT,
  BAYAN_RTF_HIDDEN,
  BAYAN_RTF_DELETED,
  BAYAN_RTF_FONT,
  BAYAN_RTF_CHARSET,
  BAYAN_RTF_FONT_CODE_PAGE,
  BAYAN_RTF_CODE_PAGE,
  BAYAN_RTF_DOCUMENT_CODE_PAGE, /* @value: the code page */
  BAYAN_RTF_DEFAULT_FONT,
  BAYAN_RTF_UNICODE,
  BAYAN_RTF_UNICODE_SKIP,
  BAYAN_RTF_BINARY,
  BAYAN_RTF_STYLE,
  BAYAN_RTF_LEVEL,
  BAYAN_RTF_ITEM,
  BAYAN_RTF_YEAR,
  BAYAN_RTF_MONTH,
  BAYAN_RTF_DAY,
} BayanRtfAction;

typedef struct {
  const char *name;
  BayanRtfAction action;
  guint value;
} BayanRtfWord;

const BayanRtfWord *bayan_rtf_word_find (const char *name);

G_END_DECLS
