/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which line of a draft is its title. Private to the room. */
#pragma once

#include "bayan-assembly.h"
#include "bayan-lines.h"

G_BEGIN_DECLS

typedef struct {
  gboolean found;       /* whether the text itself has a title */
  BayanDraftSpan span;  /* where, if so */
  guint line;           /* its index in the lines of the draft */
  BayanDraftSpan subtitle; /* the line or lines under it; empty if there is none */
  BayanDraftSpan first; /* the first line that is kept */
  BayanDraftSpan body;  /* the first line of running text; empty if there is none */
} BayanHeadline;

BayanHeadline bayan_headline_find (const BayanDraft *draft, const GArray *lines, const GArray *cuts);
gboolean bayan_headline_is_about (const BayanLineView *view);
char *bayan_headline_make_title (const BayanHeadline *self, const BayanDraft *draft,
                                 const BayanAssembly *clean);

G_END_DECLS
