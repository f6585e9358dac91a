/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One call of a library, on its way to the worker and back. Owned by one thread at a time. */
#pragma once

#include "bayan-store.h"

G_BEGIN_DECLS

typedef enum {
  BAYAN_JOB_OPEN,
  BAYAN_JOB_LOAD_OUTLINE,
  BAYAN_JOB_LOAD_INDEX,
  BAYAN_JOB_LOAD_STATEMENT,
  BAYAN_JOB_BEGIN_IMPORT,
  BAYAN_JOB_IMPORT,
  BAYAN_JOB_FIND_SOURCES,
  BAYAN_JOB_LOAD_SITES,
  BAYAN_JOB_LOAD_SKETCHES,
  BAYAN_JOB_LOAD_DECISIONS,
  BAYAN_JOB_LOAD_HISTORY,
  BAYAN_JOB_FIND_ACT_PLACE,
  BAYAN_JOB_LOAD_VARIANTS,
  BAYAN_JOB_PROPOSE_GROUPS,
  BAYAN_JOB_SET_ACTS_FUNC,
  BAYAN_JOB_SEARCH,
  BAYAN_JOB_FIND_OCCURRENCES,
  BAYAN_JOB_FIND_LINES,
  BAYAN_JOB_FIND_MENTIONS,
  BAYAN_JOB_LOAD_LENGTHS,
  BAYAN_JOB_APPLY,
  BAYAN_JOB_EXTEND,
  BAYAN_JOB_UNDO,
  BAYAN_JOB_REDO,
  BAYAN_JOB_CHECK,
  BAYAN_JOB_COPY,
  BAYAN_JOB_SET_STATE,
  BAYAN_JOB_END, /* nobody asks any more */
} BayanJobKind;

typedef struct {
  BayanLibrary *library; /* not a reference: closing waits for the worker */
  BayanJobKind kind;

  /* Arguments, as far as the call has them */
  gint64 id;
  guint n_max;
  char *text, *text_value;
  GPtrArray *items;
  BayanMentionsWanted *wanted;
  BayanEdit *edit;
  BayanActsFunc acts_func;
  gpointer acts_data;
  GDestroyNotify acts_destroy;

  /* The answer: an error, or what the call gives, and what it changed */
  gpointer result; /* nullable */
  GDestroyNotify result_free;
  gint64 number;
  gboolean success;
  BayanLibraryChange *change; /* nullable */
  guint n_told_tallies;       /* of the change, in parts that were taken from it */
  GError *error;              /* nullable */
  GError *damage;             /* nullable: what was read with it is not what was written */

  /* Who asked: a task, or somebody who waits, or nobody */
  GTask *task;
  gboolean is_waited_for;
  gboolean is_done; /* under the lock */
  GMutex lock;
  GCond done;
} BayanJob;

BayanJob *bayan_job_new (BayanLibrary *library, BayanJobKind kind);
void bayan_job_free (BayanJob *self);
gboolean bayan_job_is_cancelled (BayanJob *self);
void bayan_job_run (BayanJob *self, BayanStore *store);
void bayan_job_dispose_items (BayanJob *self);

G_END_DECLS
