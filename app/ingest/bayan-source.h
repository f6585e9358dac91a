/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something to be read as one statement: a file, a member of an archive, an attachment, a row of a table, pasted
 * text. Built by one thread, then only read. */
#pragma once

#include <gio/gio.h>

#include "bayan-statement.h"

G_BEGIN_DECLS

/* A doubt that came up before there was clean text. */
typedef struct {
  BayanDoubtKind kind;
  char *subject;
  BayanRawSpan at; /* in the extract; empty if it is about the whole */
} BayanSourceDoubt;

typedef struct {
  gatomicrefcount ref_count;
  char *name;          /* for showing: "letters.zip/iraq/statement.html"; "" for pasted text */
  char *uri;           /* nullable: where it was found */
  GFile *file;         /* nullable: to be read when it is its turn */
  GBytes *raw;         /* nullable: its bytes, where there is no file of its own */
  GBytes *extract;     /* nullable: what was read out of @raw already; see BayanStatement */
  BayanFormat format;  /* what @extract was read out of */
  char *charset;       /* nullable: what the analyst says it is written in */
  GPtrArray *details;  /* of BayanDetail, without spans: what the mail, page or table around it says of it */
  GArray *doubts;      /* of BayanSourceDoubt */
} BayanSource;

BayanSource *bayan_source_new (const char *name, const char *uri);
BayanSource *bayan_source_new_for_file (GFile *file);
BayanSource *bayan_source_ref (BayanSource *self);
void bayan_source_unref (BayanSource *self);
void bayan_source_add_doubt (BayanSource *self, BayanDoubtKind kind, const char *subject, BayanRawSpan at);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanSource, bayan_source_unref)

G_END_DECLS
