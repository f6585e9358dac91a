/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A statement, its source, and what cleaning left out of it. Plain immutable data: built once, then only
 * read, so that it may cross threads. */
#pragma once

#include <gio/gio.h>

#include "bayan-date.h"
#include "bayan-mention.h"
#include "bayan-offset-map.h"
#include "bayan-position.h"

G_BEGIN_DECLS

typedef enum {
  BAYAN_FORMAT_TEXT,
  BAYAN_FORMAT_HTML,
} BayanFormat;

const char *bayan_format_to_string (BayanFormat format);
gboolean bayan_format_from_string (const char *string, BayanFormat *format);

/* A part of the raw bytes that cleaning left out. */
typedef struct {
  gint64 id;           /* in the library; 0 before it is stored */
  BayanRawSpan raw;    /* where it is in the raw bytes */
  BayanCleanPos at;    /* where in the clean text it would stand */
  char *text;          /* what it says, as it would read */
  char *kind;          /* "ad-marker", "source-link", "cookie-banner", "category-label", "related-article",
                          "related-heading", "repeated-title", "back-to-top", "page-furniture" */
  char *rule;          /* which cleaning rule decided, e.g. "clean/cookie-banner" */
  gboolean restored;   /* the analyst took it back: its text is part of the clean text now, from @at on */
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
} BayanStatement;

BayanStatement *bayan_statement_new (void);
BayanStatement *bayan_statement_ref (BayanStatement *self);
void bayan_statement_unref (BayanStatement *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanRemovedRegion, bayan_removed_region_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanStatement, bayan_statement_unref)

G_END_DECLS
