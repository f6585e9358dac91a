/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bayan-held-list.h"
#include "bayan-import-job.h"
#include "bayan-import-request.h"
#include "bayan-library.h"
#include "bayan-recogniser-maker.h"
#include "bayan-site-memory.h"

G_BEGIN_DECLS

BayanImportNote *bayan_import_note_new (const char *name, const BayanImportOutcome *outcome);
BayanImportNote *bayan_import_note_new_held (const char *name, BayanHeldFile *held);
BayanImportNote *bayan_import_note_new_refused (const char *name, const GError *error);

/* A job runs from its making until it is finished, which signal "finished" says once; what it waits for
 * meanwhile (the library to open, another job) is no matter of its own. */
BayanImportJob *bayan_import_job_new (BayanImportCause cause, GPtrArray *requests, gint64 *number);
void bayan_import_job_start (BayanImportJob *self, BayanLibrary *library, BayanRecogniserMaker *maker,
                             BayanSiteMemory *sites, BayanHeldList *held);
void bayan_import_job_fail (BayanImportJob *self, const GError *error);
void bayan_import_job_abandon (BayanImportJob *self); /* the library closes: no call into it any more */

G_END_DECLS
