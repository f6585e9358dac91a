/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking the child program to read a foreign format. A child that hangs, dies or takes too much is ended: an error of
 * the one file, and the next one gets another child. Private to the room.
 *
 * At most two children read documents, and one takes things apart: who is being unpacked waits for the room that its
 * parts find, and these may be documents; so the two never wait for the same child.
 */
#pragma once

#include <gio/gio.h>

#include "bayan-frame.h"
#include "bayan-ingest.h"
#include "bayan-kind.h"

G_BEGIN_DECLS

/* What the child may take for a document, and between one part and the next. */
#define BAYAN_CHILD_MAX_SECONDS 10

/* @frame: HTML, ABOUT, PART, BYTES or FAILURE. Return FALSE to stop. */
typedef gboolean (*BayanChildFrame) (BayanFrameKind kind, GBytes *frame, gpointer data);

gboolean bayan_child_run (BayanVerb verb, BayanKind kind, int file, GCancellable *cancellable, BayanChildFrame frame,
                          gpointer data, GError **error);
int bayan_child_make_file (GBytes *bytes, GError **error);
GError *bayan_child_read_failure (GBytes *frame, char **path);
BayanSource *bayan_child_extract (const BayanSource *source, GBytes *raw, BayanKind kind, GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
