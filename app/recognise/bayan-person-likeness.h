/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether two names are of one person, as far as spelling says it.
 *
 * SAME is said only where nothing but spelling differs that every writer of Arabic varies, or where a name of another
 * language is written by ear and table and text agree in all its words. MAYBE is a question for the analyst: what sounds alike,
 * a name without its middle, a family name alone. A given name that is another one (father and son, two of a family), or
 * whose sound alone agrees while it is an Arabic one (سالم, سليم), makes them different. Any thread. */
#pragma once

#include "bayan-lexicon.h"

G_BEGIN_DECLS

typedef enum {
  BAYAN_PERSONS_DIFFERENT,
  BAYAN_PERSONS_MAYBE_SAME,
  BAYAN_PERSONS_SAME,
} BayanPersonLikeness;

/* A name, made ready to be compared with many. */
typedef struct _BayanPersonForm BayanPersonForm;

BayanPersonForm *bayan_person_form_new (const BayanLexicon *lexicon, const char *name, gssize length_bytes);
void bayan_person_form_free (BayanPersonForm *self);
BayanPersonLikeness bayan_person_form_compare (const BayanPersonForm *self, const BayanPersonForm *other);
guint bayan_person_form_count_words (const BayanPersonForm *self);

const BayanEntity *bayan_person_likeness_find (const BayanLexicon *lexicon, const char *name, gssize length_bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanPersonForm, bayan_person_form_free)

G_END_DECLS
