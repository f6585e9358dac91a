/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A statement, its source, and what cleaning left out of it. Plain immutable data: built once, then only
 * read, so that it may cross threads. */
#pragma once

#include <gio/gio.h>

#include "bayan-date.h"
#include "bayan-detail.h"
#include "bayan-doubt.h"
#include "bayan-mention.h"
#include "bayan-offset-map.h"
#include "bayan-position.h"

G_BEGIN_DECLS

typedef enum {
  BAYAN_FORMAT_TEXT,
  BAYAN_FORMAT_HTML,
  BAYAN_FORMAT_MHTML,
  BAYAN_FORMAT_DOCX,
  BAYAN_FORMAT_ODT,
  BAYAN_FORMAT_RTF,
  BAYAN_FORMAT_PDF,
  BAYAN_FORMAT_EML,
  BAYAN_FORMAT_CSV,   /* one row of it */
  BAYAN_FORMAT_JSONL, /* one line of it */
} BayanFormat;

const char *bayan_format_to_string (BayanFormat format);
gboolean bayan_format_from_string (const char *string, BayanFormat *format);

/* A part of the raw bytes that cleaning left out, or put right. */
typedef struct {
  gint64 id;           /* in the library; 0 before it is stored */
  BayanRawSpan raw;    /* where it is in the raw bytes (of the extract, where there is one) */
  BayanCleanPos at;    /* where in the clean text it would stand */
  char *text;          /* what it says, as it would read */
  char *kind;          /* "ad-marker", "source-link", "cookie-banner", "category-label", "related-article",
                          "related-heading", "repeated-title", "back-to-top", "page-furniture",
                          "page-header", "page-footer", "glued-words", "by-hand" */
  char *rule;          /* which cleaning rule decided, e.g. "clean/cookie-banner" */
  char *instead;       /* nullable: what stands in the clean text instead, from @at on: words that were glued
                          together. NULL for what was left out */
  gboolean restored;   /* the analyst took it back: @text is part of the clean text now, from @at on */
} BayanRemovedRegion;

void bayan_removed_region_free (BayanRemovedRegion *self);

typedef struct {
  gatomicrefcount ref_count;

  /* The source */
  GBytes *raw;
  char *sha256;        /* of @raw, hexadecimal: two sources with the same one are the same */
  char *name;          /* the file's name, or "" for pasted text; UTF-8 for showing */
  char *uri;           /* nullable: where it was found */
  char *charset;       /* "UTF-8", "windows-1256", … */
  BayanFormat format;
  GBytes *extract;     /* nullable: the text that was read out of @raw where that is no text itself (DOCX, PDF,
                          a mail): UTF-8, as simple HTML; but the bytes of a mail that does not
                          say what it is written in. Raw positions are positions in it, then. */
  char *site;          /* nullable: whose pages look alike: a host's name, or an outlet's */
  GArray *site_lines;  /* nullable: of guint64: the short lines of a page of @site, see bayan-site-memory.h */

  /* The clean text */
  char *text;          /* UTF-8, LF only */
  gsize text_length_bytes;
  BayanOffsetMap *map; /* clean text → raw bytes */
  GPtrArray *removed;  /* of BayanRemovedRegion, in the order of the raw bytes */

  /* What the text says of itself; spans are empty where it says nothing */
  char *title;
  BayanCleanSpan title_span;
  BayanDate date;      /* Gregorian */
  BayanCleanSpan date_span;
  BayanDate hijri;
  BayanCleanSpan hijri_span;
  char *language;      /* "ar", "en", … ISO 639-1 */
  GPtrArray *details;  /* of BayanDetail: these again with where they came from, and all else that is known: at
                          most one of each field. Set through bayan_statement_take_detail() */
  GPtrArray *doubts;   /* of BayanDoubt, in the order of the text */
} BayanStatement;

BayanStatement *bayan_statement_new (void);
BayanStatement *bayan_statement_ref (BayanStatement *self);
void bayan_statement_unref (BayanStatement *self);

void bayan_statement_take_detail (BayanStatement *self, BayanDetail *detail);
const BayanDetail *bayan_statement_find_detail (const BayanStatement *self, BayanDetailField field);
BayanDetail *bayan_statement_dup_detail (const BayanStatement *self, BayanDetailField field);
gboolean bayan_statement_is_doubtful (const BayanStatement *self);
GBytes *bayan_statement_get_readable (const BayanStatement *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanRemovedRegion, bayan_removed_region_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanStatement, bayan_statement_unref)

G_END_DECLS
