/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts with what careful readers marked up in them, to learn from and to measure with. */
#pragma once

#include "bayan-recogniser.h"

G_BEGIN_DECLS

typedef struct {
  char *name;
  BayanStatement *statement; /* its text as it is stored, and nothing else */
  GPtrArray *gold;           /* of BayanMention, sorted */
  GArray *boilerplate;       /* of BayanCleanSpan: nothing in there is marked up */
  char *json_path;           /* what else the readers wrote down; NULL where they did not */
} GoldText;

/* Those of data/samples and, where it is there, of the shared corpus; (element-type GoldText). @with_shared: FALSE for
 * what is the same on every machine */
GPtrArray *gold_load (gboolean with_shared);
GPtrArray *gold_new_texts (void);
char *gold_write (const BayanStatement *statement, const GPtrArray *mentions);
GPtrArray *gold_load_folder (const char *folder, const char *gold_folder, GPtrArray *texts);

gboolean gold_is_boilerplate (const GoldText *self, const BayanMention *mention);

G_END_DECLS
