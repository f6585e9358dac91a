/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something that the analyst wants imported, and what they say of it. Built on the main thread, then only read. */
#pragma once

#include "bayan-held-file.h"
#include "bayan-source.h"

G_BEGIN_DECLS

/* What is not committed without a look at it. */
typedef enum {
  BAYAN_IMPORT_HOLD_DOUBTFUL, /* what is doubtful, and tables */
  BAYAN_IMPORT_HOLD_ALL,
  BAYAN_IMPORT_HOLD_NONE,     /* the analyst has looked */
} BayanImportHold;

typedef struct {
  gatomicrefcount ref_count;
  GFile *file;         /* nullable: a file, or a folder, which is walked */
  BayanSource *source; /* nullable: what has no file of its own */
  BayanImportHold hold;
  GArray *roles;       /* nullable: of BayanColumnRole: what the columns of a table are */
  BayanHeldFile *held; /* nullable: on which the analyst has decided with this; main thread only */
} BayanImportRequest;

BayanImportRequest *bayan_import_request_new (GFile *file, BayanSource *source);
BayanImportRequest *bayan_import_request_ref (BayanImportRequest *self);
void bayan_import_request_unref (BayanImportRequest *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanImportRequest, bayan_import_request_unref)

G_END_DECLS
