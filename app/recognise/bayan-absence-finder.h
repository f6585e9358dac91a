/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks each of the layers what it has against words being suggested. Private to this room. */
#pragma once

#include "bayan-absence.h"
#include "bayan-date.h"
#include "bayan-homographs.h"
#include "bayan-learner-private.h"
#include "bayan-scan.h"

G_BEGIN_DECLS

typedef struct {
  const BayanHomographs *homographs;
  BayanLearner *learner;
  BayanDate date;  /* of the statement */
  BayanScan *scan; /* of a block of its text; nothing was looked for in it yet */
  guint32 at;      /* where the block begins, in bytes */
} BayanAbsenceQuestion;

GPtrArray *bayan_absence_finder_find (const BayanAbsenceQuestion *question, BayanCleanSpan span, BayanMentionType type);

G_END_DECLS
