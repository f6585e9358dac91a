/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in the buffer of the source pane, and where the source's text is in it: that text, and a caption above
 * each part that cleaning left out as a whole. Knows no widgets; see bayan-shown-text.h. */
#pragma once

#include "bayan-shown-text.h"
#include "bayan-source-view.h"

G_BEGIN_DECLS

typedef struct _BayanSourceText BayanSourceText;

/* What the caption of a removed region says, newly allocated, one line without its newline. */
typedef char *(*BayanSourceCaption) (const BayanRemovedRegion *region, gpointer data);

BayanSourceText *bayan_source_text_new (BayanSourceView *source, BayanSourceCaption caption, gpointer data);
void bayan_source_text_free (BayanSourceText *self);

const char *bayan_source_text_get_string (const BayanSourceText *self);
void bayan_source_text_get_range (const BayanSourceText *self, const BayanSourceSegment *segment, int *start_chars,
                                  int *end_chars);
gboolean bayan_source_text_get_caption (const BayanSourceText *self, const BayanSourceSegment *segment, int *start_chars,
                                        int *end_chars);
const BayanSourceSegment *bayan_source_text_find_segment (const BayanSourceText *self, int offset_chars);
gboolean bayan_source_text_to_clean (const BayanSourceText *self, int offset_chars, BayanCleanPos *clean);
BayanSourcePos bayan_source_text_to_source (const BayanSourceText *self, int offset_chars);
int bayan_source_text_from_source (const BayanSourceText *self, BayanSourcePos at);
int bayan_source_text_from_clean (const BayanSourceText *self, BayanCleanPos clean);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanSourceText, bayan_source_text_free)

G_END_DECLS
