/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A draft as lines, and one line looked at closely. Private to the room. */
#pragma once

#include "bayan-draft.h"

G_BEGIN_DECLS

/* Lines with something in them; small, for a source may have millions. */
typedef struct {
  BayanDraftSpan span;  /* without white space at its ends */
  guint32 empty_before; /* whether an empty line, or nothing, comes before it */
} BayanLine;

GArray *bayan_lines_new (const BayanDraft *draft);

/* The longest line that a rule looks at as a whole, in bytes: furniture is short. */
#define BAYAN_LINE_VIEW_MAX_BYTES 3000

/* A line of more words is running text to every rule, in letters more than any wording of furniture. */
#define BAYAN_LINE_VIEW_MANY_WORDS 40u
#define BAYAN_LINE_VIEW_MANY_BYTES 200u

typedef struct {
  char *folded; /* in the search key, punctuation kept */
  char *words;  /* letters and digits of @folded, all between them one space; "" for too long a line */
  guint n_words;
  gboolean ends_sentence;
  gboolean cut_short; /* @folded and @words are only the beginning, @n_words is more than MANY and no more is known */
} BayanLineView;

void bayan_line_view_init (BayanLineView *self, const BayanDraft *draft, BayanDraftSpan span);
void bayan_line_view_init_short (BayanLineView *self, const BayanDraft *draft, BayanDraftSpan span);
void bayan_line_view_clear (BayanLineView *self);
gboolean bayan_line_ends_sentence (const char *text, gsize length);
char *bayan_line_dup_words (const char *text, gssize length_bytes);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BayanLineView, bayan_line_view_clear)

G_END_DECLS
