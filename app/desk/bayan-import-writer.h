/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings batches of parcels into the library, under one import. It keeps the library's thread busy: while one batch is
 * being committed the next one lies there already, so that the thread never waits for the main loop.
 *
 * The number of the import is kept in a box of its own (g_rc_box), because files that were held back may go into the
 * library later under the same number; 0 until the first batch. */
#pragma once

#include "bayan-import-parcel.h"

G_BEGIN_DECLS

/* A batch of that many is one transaction. Large ones cost the disk less, small ones show something sooner and lose less
 * when the machine stops. */
#define BAYAN_IMPORT_WRITER_MAX_PARCELS 250

typedef struct _BayanImportWriter BayanImportWriter;

/* On the main thread, in the order of the batches. @outcomes: (nullable): of those parcels that had an item, in order;
 * @error: (nullable): why nothing of the batch was kept */
typedef void (*BayanImportWritten) (GPtrArray *parcels, GArray *outcomes, const GError *error, gpointer data);

BayanImportWriter *bayan_import_writer_new (BayanLibrary *library, gint64 *number, BayanImportWritten written,
                                            gpointer data);
void bayan_import_writer_stop (BayanImportWriter *self); /* no further call of written; what is on its way is kept */
void bayan_import_writer_put (BayanImportWriter *self, GPtrArray *parcels);
gboolean bayan_import_writer_is_full (const BayanImportWriter *self);
gboolean bayan_import_writer_is_idle (const BayanImportWriter *self);

G_END_DECLS
