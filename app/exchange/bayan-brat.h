/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mentions as brat stand-off annotation (.ann), which brat, INCEpTION and most converters read. */
#pragma once

#include "bayan-note.h"
#include "bayan-recognition.h"
#include "bayan-relation.h"
#include "bayan-statement.h"

G_BEGIN_DECLS

typedef enum {
  BAYAN_BRAT_RAW,   /* code points of the file as it is on disk */
  BAYAN_BRAT_CLEAN, /* code points of the clean text */
} BayanBratOffsets;

char *bayan_brat_make_type (const BayanMention *mention, const GPtrArray *entities);
gboolean bayan_brat_write (const BayanStatement *statement,
                           GPtrArray *mentions,
                           GPtrArray *entities,
                           const GArray *relations,
                           const GPtrArray *notes,
                           BayanBratOffsets offsets,
                           GOutputStream *stream,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
