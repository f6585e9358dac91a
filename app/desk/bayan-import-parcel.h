/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One source on its way through an import: found, read, and in the end a statement, a file held back, or the reason why
 * there is neither. One thread has it at a time. */
#pragma once

#include "bayan-held-file.h"
#include "bayan-import-request.h"
#include "bayan-library.h"
#include "bayan-recogniser-maker.h"
#include "bayan-site-memory.h"

G_BEGIN_DECLS

typedef struct {
  guint number; /* its place in the order of the files */
  char *name;   /* for showing */
  BayanImportRequest *request;
  BayanSource *source;     /* nullable: there is only an error; or it was read and is no longer needed */
  gsize size_bytes;
  BayanImportItem *item;   /* nullable */
  BayanHeldFile *held;     /* nullable */
  gint64 known;            /* the statement that the library has of what was held; 0 for none */
  GError *error;           /* nullable */
} BayanImportParcel;

BayanImportParcel *bayan_import_parcel_new (BayanImportRequest *request, const char *name);
void bayan_import_parcel_free (BayanImportParcel *self);
void bayan_import_parcel_process (BayanImportParcel *self, BayanRecogniserMaker *maker, BayanSiteMemory *sites,
                                  GCancellable *cancellable);

G_END_DECLS
