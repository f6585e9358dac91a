/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mentions and entities from the candidates that stand, block by block of a text. Private to this room; one thread at
 * a time. */
#pragma once

#include "bayan-recognition.h"
#include "bayan-scan.h"

G_BEGIN_DECLS

typedef struct _BayanEntityMaker BayanEntityMaker;

BayanEntityMaker *bayan_entity_maker_new (void);
void bayan_entity_maker_free (BayanEntityMaker *self);
void bayan_entity_maker_begin (BayanEntityMaker *self, gboolean long_text);
void bayan_entity_maker_add (BayanEntityMaker *self, const BayanScan *scan, GPtrArray *chosen, guint32 at);
BayanRecognition *bayan_entity_maker_finish (BayanEntityMaker *self);

char *bayan_entity_maker_make_key (BayanMentionType type, const char *words);

G_END_DECLS
