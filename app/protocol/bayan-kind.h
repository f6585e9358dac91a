/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file is, by what is in it and never by its name. The one place that knows, for both processes: only the
 * parent asks it of files, only the child of what is inside them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  BAYAN_KIND_TEXT,        /* text, or a page, or nothing known */
  BAYAN_KIND_PDF,
  BAYAN_KIND_RTF,
  BAYAN_KIND_DOCX,
  BAYAN_KIND_ODT,
  BAYAN_KIND_FODT,        /* the same as one file of XML */
  BAYAN_KIND_MAIL,
  BAYAN_KIND_MHTML,
  BAYAN_KIND_ARCHIVE,     /* ZIP, tar, 7z */
  BAYAN_KIND_COMPRESSED,  /* gzip, bzip2, xz: one file, or a tar */
  BAYAN_KIND_ENCRYPTED,   /* a known format that needs a password */
  BAYAN_KIND_UNSUPPORTED, /* a known format that is not read */
} BayanKind;

/* As much of a file as tells whether it is one of these or text. */
#define BAYAN_KIND_HEAD_BYTES 4096u

BayanKind bayan_kind_of_head (const guint8 *head, gsize size, const char **found, gsize *at);
BayanKind bayan_kind_of (const guint8 *data, gsize size, const char **found, gsize *at);
gboolean bayan_kind_is_container (BayanKind kind);
gboolean bayan_kind_has_more_entries (const guint8 *data, gsize size, guint n);
gboolean bayan_kind_is_document (BayanKind kind);

G_END_DECLS
