/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the reader and the source beside it together: both show the same place, and what one points at is marked in the
 * other. */
#pragma once

#include "bayan-reader-text.h"
#include "bayan-reader-view.h"
#include "bayan-source-pane.h"

G_BEGIN_DECLS

typedef struct _BayanReaderTwin BayanReaderTwin;

BayanReaderTwin *bayan_reader_twin_new (BayanReaderView *reader, BayanSourcePane *source);
void bayan_reader_twin_free (BayanReaderTwin *self);

/* @text: of what the reader shows, borrowed; NULL while the two are apart */
void bayan_reader_twin_set_text (BayanReaderTwin *self, const BayanReaderText *text);
void bayan_reader_twin_follow_reader (BayanReaderTwin *self);

G_END_DECLS
