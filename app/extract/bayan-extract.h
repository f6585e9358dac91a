/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was read out of a foreign file: its text as simple HTML, what it says of itself, what is doubtful, and the
 * parts that are statements of their own.
 *
 * The HTML has nothing but h1–h6, p, br, ul, ol, li, table, tr, td, blockquote, and header and footer for what
 * runs along the edges of pages; the cleaning of Bayan takes it from there as it would a page. Runs in the
 * child process only: no file is opened here, and no address asked for.
 */
#pragma once

#include <glib.h>

#include "bayan-detail.h"
#include "bayan-doubt.h"
#include "bayan-extract-error.h"

G_BEGIN_DECLS

/* See ../shared/performance.md, the limits under the malformed inputs. */
#define BAYAN_EXTRACT_MAX_TEXT_BYTES (64u * 1024 * 1024)
#define BAYAN_EXTRACT_MAX_DEPTH 256u

typedef struct {
  BayanDoubtKind kind;
  char *subject;
  guint32 start, end; /* bytes of the HTML; both 0 if it is about the whole */
} BayanExtractDoubt;

typedef struct {
  GString *html;
  GPtrArray *details; /* of BayanDetail, declared, without spans */
  GArray *doubts;     /* of BayanExtractDoubt */
  guint depth;
  gboolean too_large;
} BayanExtract;

BayanExtract *bayan_extract_new (void);
void bayan_extract_free (BayanExtract *self);

void bayan_extract_open (BayanExtract *self, const char *element);
void bayan_extract_close (BayanExtract *self, const char *element);
void bayan_extract_put (BayanExtract *self, const char *text, gssize length_bytes);
void bayan_extract_break (BayanExtract *self);
void bayan_extract_add_detail (BayanExtract *self, BayanDetailField field, const char *value, const char *words);
void bayan_extract_add_doubt (BayanExtract *self, BayanDoubtKind kind, const char *subject, gsize start);

/* A format's reader: adds what is in @bytes to @self. FALSE with BAYAN_EXTRACT_ERROR. */
typedef gboolean (*BayanExtractReader) (BayanExtract *self, GBytes *bytes, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanExtract, bayan_extract_free)

G_END_DECLS
