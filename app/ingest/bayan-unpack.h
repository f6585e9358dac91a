/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One file may be many statements: the members of an archive, a mail and its attachments, the rows of a table. This
 * turns whatever an analyst points at into sources for bayan_ingest_source(), one after the other.
 *
 * Any thread; blocks. Archives and mails are taken apart by the child program. What @found does with a source holds the
 * unpacking up, and nothing is unpacked ahead: memory does not grow with the number of members.
 */
#pragma once

#include <gio/gio.h>

#include "bayan-source.h"
#include "bayan-table.h"

G_BEGIN_DECLS

/* See ../shared/performance.md, the limits under the malformed inputs. */
#define BAYAN_UNPACK_MAX_BYTES (200u * 1024 * 1024)

/* What to do with a table. */
typedef enum {
  BAYAN_TABLE_READ,    /* each row is a statement, by the roles that the columns have now */
  BAYAN_TABLE_HOLD,    /* not now: the caller has kept the source, and unpacks it again when it knows the roles */
  BAYAN_TABLE_AS_TEXT, /* it is one statement, read as text */
} BayanTableDecision;

/* @table: its roles are guessed, and may be changed; keep a reference to show it. @source: what it is in. */
typedef BayanTableDecision (*BayanUnpackTable) (BayanTable *table, BayanSource *source, gpointer data);
/* @source: to be read with bayan_ingest_source(), now or later; take a reference to keep it. It has either a file and
 * nothing else, or raw bytes. Return FALSE to stop. */
typedef gboolean (*BayanUnpackFound) (BayanSource *source, gpointer data);
/* @name, @uri (nullable): of a file or member that cannot be had, and @error why. Unpacking goes on with the rest. */
typedef void (*BayanUnpackFailed) (const char *name, const char *uri, const GError *error, gpointer data);

typedef struct {
  BayanUnpackFound found;
  BayanUnpackFailed failed;
  BayanUnpackTable table; /* nullable: tables are read by what is guessed of their columns */
  gpointer data;
} BayanUnpackHandlers;

gboolean bayan_unpack_file (GFile *file, const BayanUnpackHandlers *handlers, GCancellable *cancellable);
gboolean bayan_unpack_source (BayanSource *source, const BayanUnpackHandlers *handlers, GCancellable *cancellable);

G_END_DECLS
