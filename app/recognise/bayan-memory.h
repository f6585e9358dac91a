/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the analyst has decided, word for word: the first of the layers. Private to this room.
 *
 * It counts how often the same folded words were said to be a thing of a type, and how often not; once for all places
 * and once for each word before them. A lesson that is forgotten is taken off the counts again, so that nothing stays
 * of it. What is known of a word before the words counts more than what is known of all places: so the river's Niger
 * and the state's can be told apart.
 *
 *   yes  more often right than wrong behind this word; or, where nothing is known of it, nearly always right, or a name of
 *        the analyst's list
 *   no   wrong at least twice more than right behind this word, or three times more in all
 *
 * Written like the recommenders of INCEpTION (Klie et al. 2018); the two rejections are shared/arabic.md §4. */
#pragma once

#include "bayan-lesson.h"
#include "bayan-scan.h"

G_BEGIN_DECLS

typedef struct _BayanMemory BayanMemory;

typedef struct {
  guint n_right, n_wrong;
  guint n_listed; /* names of the analyst's list that are written so */
} BayanMemoryCounts;

typedef enum {
  BAYAN_VERDICT_NONE,
  BAYAN_VERDICT_YES,
  BAYAN_VERDICT_NO,
} BayanVerdict;

BayanMemory *bayan_memory_new (void);
void bayan_memory_free (BayanMemory *self);

void bayan_memory_learn (BayanMemory *self, const BayanLesson *lesson);
void bayan_memory_forget (BayanMemory *self, const BayanLesson *lesson); /* one that was learned */

BayanMemoryCounts bayan_memory_count (const BayanMemory *self, const char *surface, BayanMentionType type);
const char *bayan_memory_get_listed (const BayanMemory *self, const char *surface, BayanMentionType type);
BayanMemoryCounts bayan_memory_count_here (const BayanMemory *self, const char *surface, BayanMentionType type, const char *context);
BayanVerdict bayan_memory_ask (const BayanMemory *self,
                               const char *surface,
                               BayanMentionType type,
                               const char *context);

/* Before the rules: names that the analyst gave, for them to build on. */
void bayan_memory_find (const BayanMemory *self, BayanScan *scan);
/* Behind the rules: what they found is the analyst's too, or not at all. */
void bayan_memory_judge (const BayanMemory *self, BayanScan *scan);

/* How the words of a span are written here. */
char *bayan_memory_fold_surface (const BayanScan *scan, guint32 first, guint32 last, guint32 start);
const char *bayan_memory_get_context (const BayanScan *scan, guint32 first);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanMemory, bayan_memory_free)

G_END_DECLS
