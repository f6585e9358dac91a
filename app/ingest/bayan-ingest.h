/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From raw bytes to a statement: character set, format, cleaning with receipts, title, date and language.
 *
 * Everything here is CPU work on immutable input and may run on any thread. Nothing is guessed in silence:
 * bytes that cannot be read as text are refused with a code and, where one exists, the byte that decided.
 */
#pragma once

#include "bayan-site-memory.h"
#include "bayan-source.h"
#include "bayan-statement.h"

G_BEGIN_DECLS

/* The largest source that is read: a larger one is refused by its size, without reading it. */
#define BAYAN_INGEST_MAX_BYTES (64u * 1024 * 1024)

typedef enum {
  BAYAN_INGEST_ERROR_EMPTY,       /* no bytes at all */
  BAYAN_INGEST_ERROR_BLANK,       /* nothing but white space, or a page without words */
  BAYAN_INGEST_ERROR_BINARY,      /* no text: control characters all over */
  BAYAN_INGEST_ERROR_UNSUPPORTED, /* a known format that is not text; see bayan_ingest_error_get_found() */
  BAYAN_INGEST_ERROR_TOO_LARGE,   /* more than BAYAN_INGEST_MAX_BYTES */
  BAYAN_INGEST_ERROR_ENCODING,  /* in no character set we can be sure of; see bayan_ingest_error_get_byte() */
  BAYAN_INGEST_ERROR_NOT_FOUND, /* no such file */
  BAYAN_INGEST_ERROR_DIRECTORY, /* a folder */
  BAYAN_INGEST_ERROR_NOT_REGULAR, /* a pipe, a device, a socket */
  BAYAN_INGEST_ERROR_PERMISSION,  /* may not be read */
  BAYAN_INGEST_ERROR_READ,        /* reading failed half way */
  /* Foreign formats, archives and tables */
  BAYAN_INGEST_ERROR_DAMAGED,   /* not what it says it is, or cut off */
  BAYAN_INGEST_ERROR_ENCRYPTED, /* needs a password */
  BAYAN_INGEST_ERROR_EXPANDS,   /* more text, or more when unpacked, than is safe */
  BAYAN_INGEST_ERROR_TOO_MANY,  /* more members than are read */
  BAYAN_INGEST_ERROR_TOO_MANY_PAGES,
  BAYAN_INGEST_ERROR_TOO_DEEP,  /* archives in archives in archives */
  BAYAN_INGEST_ERROR_NO_TEXT,   /* nothing but pictures, or nothing to be read in an archive */
  BAYAN_INGEST_ERROR_TIMEOUT,   /* not read within BAYAN_CHILD_MAX_SECONDS */
  BAYAN_INGEST_ERROR_CRASHED,   /* the program that reads it broke down, or took too much memory */
  BAYAN_INGEST_ERROR_NO_READER, /* the program that reads it is missing */
  BAYAN_INGEST_ERROR_ROW,       /* a row has more cells than the table has columns, or none with text */
  /* Editing */
  BAYAN_INGEST_ERROR_NOT_EDITABLE, /* more than one line, or something was left out in the middle */
} BayanIngestError;

#define BAYAN_INGEST_ERROR (bayan_ingest_error_quark ())
GQuark bayan_ingest_error_quark (void);

/* Some words of a text written anew. */
typedef struct {
  BayanCleanSpan before;      /* what was written anew, and nothing beside it: in the text before */
  guint32 length_after_bytes; /* of what stands there now, from the same byte on */
  BayanRawSpan raw;           /* where that comes from */
  gboolean grows_before, grows_behind; /* letters that are only added belong to the word before them, or behind */
} BayanTextEdit;

guint64 bayan_ingest_error_get_byte (const GError *error);
const char *bayan_ingest_error_get_found (const GError *error);

BayanStatement *bayan_ingest_source (BayanSource *source, BayanSiteMemory *sites, GCancellable *cancellable,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
BayanStatement *bayan_ingest_bytes (GBytes *raw, const char *name, const char *uri, GCancellable *cancellable,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
BayanStatement *bayan_ingest_file (GFile *file, GCancellable *cancellable,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
BayanStatement *bayan_ingest_edit (const BayanStatement *statement, BayanCleanSpan span, const char *words,
                                   BayanTextEdit *edit, GError **error) G_GNUC_WARN_UNUSED_RESULT;
BayanCleanSpan bayan_text_edit_move (const BayanTextEdit *self, BayanCleanSpan span, gboolean *touched);
BayanStatement *bayan_ingest_reshape (const BayanStatement *statement, const gboolean *restored,
                                      const BayanRawSpan *by_hand, GError **error) G_GNUC_WARN_UNUSED_RESULT;
BayanStatement *bayan_ingest_restore (const BayanStatement *statement, const gboolean *restored,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
BayanStatement *bayan_ingest_again (const BayanStatement *statement, BayanSiteMemory *sites,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *bayan_ingest_hash_region (const BayanRemovedRegion *region);

G_END_DECLS
