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

#include "bayan-import-parcel.h"

G_BEGIN_DECLS

/* Two batches at the library, one that waits for it and as much on the way. */
#define BAYAN_IMPORT_PIPE_MAX_PARCELS 1024
#define BAYAN_IMPORT_PIPE_MAX_BYTES (64 * 1024 * 1024)

typedef struct _BayanImportPipe BayanImportPipe;

/* On the main thread, when there may be something to take, or a file was begun. */
typedef void (*BayanImportPipeArrived) (gpointer data);

BayanImportPipe *bayan_import_pipe_new (GPtrArray *requests, BayanRecogniserMaker *maker, BayanSiteMemory *sites,
                                        BayanImportPipeArrived arrived, gpointer data);
void bayan_import_pipe_stop (BayanImportPipe *self); /* no further call of arrived; gives the caller's reference back */

void bayan_import_pipe_take (BayanImportPipe *self, GPtrArray *parcels);
void bayan_import_pipe_release (BayanImportPipe *self, const GPtrArray *parcels);
guint bayan_import_pipe_get_n_found (BayanImportPipe *self);
gboolean bayan_import_pipe_is_drained (BayanImportPipe *self);
gboolean bayan_import_pipe_is_walked (BayanImportPipe *self);
char *bayan_import_pipe_dup_current (BayanImportPipe *self);

G_END_DECLS
