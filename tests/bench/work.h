/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the benchmarks of the recogniser have it do, and how long that takes. */
#pragma once

#include "bayan-act-finder.h"
#include "bayan-recogniser.h"
#include "bayan-scan.h"

G_BEGIN_DECLS

#define WORK_N_NAMES 30000
#define WORK_N_NAMES_FEW 5000
#define WORK_N_NAMES_MANY 50000

typedef struct {
  GPtrArray *texts;      /* of GString */
  GPtrArray *statements; /* of BayanStatement: the same */
  gsize n_bytes;
  BayanLexicon *lexicon; /* what work_match_texts() looks for */
  BayanWordTypes *types;
  BayanRecogniser *recogniser;
  BayanActFinder *finder;
  guint n_found;
} Work;

typedef void (*Job) (Work *work);

void work_prepare (Work *work, const char *root, GPtrArray **names, guint n_names, gsize n_bytes);
void work_look_for (Work *work, GPtrArray *names, guint n);
void work_match_texts (Work *work);
void work_recognise_texts (Work *work);
void work_read_texts (Work *work);
double work_measure (Job job, Work *work);
double work_median (double *values, guint n);
double work_processor_s (void);

G_END_DECLS
