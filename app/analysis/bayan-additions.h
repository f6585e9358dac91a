/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a statement says that others do not: of several tellings of one event, or several versions of one text, what
 * each adds to those before it. */
#pragma once

#include "bayan-recognition.h"
#include "bayan-statement.h"

G_BEGIN_DECLS

typedef struct {
  GArray *sentences; /* of BayanCleanSpan, in the order of the text: those that have no counterpart in the others */
  guint n_sentences; /* so many the statement has */
  GArray *numbers;   /* of BayanCleanSpan: numbers that none of the others has */
  GArray *names;     /* of BayanCleanSpan: people, places, bodies, events that none of the others names, each once */
} BayanAdditions;

BayanAdditions *bayan_additions_new (const BayanStatement *statement, GPtrArray *mentions, GPtrArray *others,
                                     GPtrArray *others_mentions);
void bayan_additions_free (BayanAdditions *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanAdditions, bayan_additions_free)

G_END_DECLS
