/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the furniture of web pages says, in Arabic, English and French: a table of wordings. Private to the
 * room. */
#pragma once

#include "bayan-lines.h"

G_BEGIN_DECLS

typedef enum {
  BAYAN_WORDING_LINE,   /* nothing else is on the line */
  BAYAN_WORDING_HEADED, /* the line begins with it, and a colon or the like follows, or nothing */
  BAYAN_WORDING_OPENS,  /* the line begins with it, is short, and no sentence */
} BayanWordingShape;

typedef struct {
  BayanWordingShape shape;
  const char *kind, *rule;
  const char *wording; /* as it is written; compared in the search key */
} BayanWording;

const BayanWording *bayan_wording_find (const BayanLineView *line);
gboolean bayan_wording_is_alone (const BayanWording *self, const BayanLineView *line);

G_END_DECLS
