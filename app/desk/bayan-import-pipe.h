/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The threads of an import: one walks files and folders, two read, clean and recognise. What is ready comes out in the
 * order of the files, as parcels.
 *
 *   walker → [files] → two workers → [parcels by number] → bayan_import_pipe_take() on the main thread
 *
 * No more than BAYAN_IMPORT_PIPE_MAX_PARCELS files or so many bytes are between walker and release at any time: memory
 * does not grow with the number of files. The walker waits when that is reached.
 */
#pragma once

#include <gio/gio.h>

#include "bayan-library.h"
#include "bayan-recogniser-maker.h"

G_BEGIN_DECLS

#define BAYAN_IMPORT_PIPE_MAX_PARCELS 256
#define BAYAN_IMPORT_PIPE_MAX_BYTES (64 * 1024 * 1024)

/* One file, done: either a statement or the reason why there is none. */
typedef struct {
  guint number; /* its place in the order of the files */
  char *name;   /* for showing */
  GFile *file;  /* nullable: pasted text has none */
  GBytes *text; /* nullable: pasted text */
  gsize size_bytes;
  BayanImportItem *item; /* nullable */
  GError *error;         /* nullable */
} BayanImportParcel;

void bayan_import_parcel_free (BayanImportParcel *self);

typedef struct _BayanImportPipe BayanImportPipe;

/* On the main thread, when there may be something to take. */
typedef void (*BayanImportPipeArrived) (gpointer data);

BayanImportPipe *bayan_import_pipe_new (GPtrArray *files, GBytes *text, BayanRecogniserMaker *maker,
                                        BayanImportPipeArrived arrived, gpointer data);
void bayan_import_pipe_stop (BayanImportPipe *self); /* no further call of arrived; gives the caller's reference back */

void bayan_import_pipe_take (BayanImportPipe *self, GPtrArray *parcels);
void bayan_import_pipe_release (BayanImportPipe *self, const BayanImportParcel *parcel);
guint bayan_import_pipe_get_n_found (BayanImportPipe *self);
gboolean bayan_import_pipe_is_drained (BayanImportPipe *self);

G_END_DECLS
