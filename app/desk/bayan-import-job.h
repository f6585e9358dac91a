/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An import under way, or done: how far it is, and what became of each file. */
#pragma once

#include <gio/gio.h>

#include "bayan-held-file.h"

G_BEGIN_DECLS

typedef enum {
  BAYAN_IMPORT_ADDED,
  BAYAN_IMPORT_KNOWN,   /* was in the library already, byte for byte */
  BAYAN_IMPORT_HELD,    /* waits for the analyst, or did; see bayan_import_note_get_held() */
  BAYAN_IMPORT_REFUSED, /* see bayan_import_note_get_error() */
} BayanImportResult;

#define BAYAN_TYPE_IMPORT_NOTE (bayan_import_note_get_type ())
G_DECLARE_FINAL_TYPE (BayanImportNote, bayan_import_note, BAYAN, IMPORT_NOTE, GObject)

const char *bayan_import_note_get_name (BayanImportNote *self);    /* the file's, for showing */
BayanImportResult bayan_import_note_get_result (BayanImportNote *self);
gint64 bayan_import_note_get_statement (BayanImportNote *self);    /* 0 where there is none */
const GError *bayan_import_note_get_error (BayanImportNote *self); /* nullable */
BayanHeldFile *bayan_import_note_get_held (BayanImportNote *self); /* nullable */

#define BAYAN_TYPE_IMPORT_JOB (bayan_import_job_get_type ())
G_DECLARE_FINAL_TYPE (BayanImportJob, bayan_import_job, BAYAN, IMPORT_JOB, GObject)

/* Who asked for an import, and so how much is said about it. */
typedef enum {
  BAYAN_IMPORT_BY_HAND,
  BAYAN_IMPORT_REVIEWED, /* files that were held back, and that the analyst has let through */
  BAYAN_IMPORT_WATCHED,  /* what has appeared in the watched folder */
} BayanImportCause;

BayanImportCause bayan_import_job_get_cause (BayanImportJob *self);
gboolean bayan_import_job_get_running (BayanImportJob *self);  /* property "running" */
double bayan_import_job_get_fraction (BayanImportJob *self);   /* property "fraction": 0–1; notifies ≤ 10 times a second */
guint bayan_import_job_get_n_done (BayanImportJob *self);
guint bayan_import_job_get_n_total (BayanImportJob *self);     /* grows while folders are walked */
double bayan_import_job_get_rate (BayanImportJob *self);       /* files a second; 0 while not known */
int bayan_import_job_get_seconds_left (BayanImportJob *self);  /* -1 while not known */
char *bayan_import_job_dup_current (BayanImportJob *self);     /* the name of the file being read; nullable */
guint bayan_import_job_get_n_added (BayanImportJob *self);
guint bayan_import_job_get_n_known (BayanImportJob *self);
guint bayan_import_job_get_n_held (BayanImportJob *self);
guint bayan_import_job_get_n_refused (BayanImportJob *self);
gboolean bayan_import_job_get_cancelled (BayanImportJob *self);
const GError *bayan_import_job_get_error (BayanImportJob *self); /* what stopped all of it (disk full, …); nullable */
GListModel *bayan_import_job_get_notes (BayanImportJob *self); /* of BayanImportNote, in the order of the files; grows */
void bayan_import_job_cancel (BayanImportJob *self);           /* what is committed stays */

G_END_DECLS
