/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a statement says of itself, and what is said of it beside the text: each with the words it came from.
 * Private to the room. */
#pragma once

#include "bayan-assembly.h"
#include "bayan-headline.h"
#include "bayan-key.h"
#include "bayan-words.h"

G_BEGIN_DECLS

/* The beginning of a clean text as words, for those that look for details in it. */
typedef struct {
  BayanStatement *statement;
  BayanWords *words;   /* to a little behind where the running text begins */
  guint32 body;        /* where that is */
  BayanCleanSpan dateline;
} BayanDetailsHead;

void bayan_details_write (BayanStatement *statement, const BayanDraft *draft, const GArray *cuts,
                          const BayanHeadline *headline, const BayanAssembly *assembly);
void bayan_details_take_declared (BayanStatement *statement, const BayanSource *source);

/* Its parts */
void bayan_details_take_span (BayanStatement *statement, BayanDetailField field, const char *value,
                              BayanOrigin origin, BayanCleanSpan span);
void bayan_details_find_dateline (BayanDetailsHead *head);
void bayan_details_find_issuer (BayanDetailsHead *head);
void bayan_details_find_author (BayanDetailsHead *head);
void bayan_details_find_address (BayanDetailsHead *head);
void bayan_details_find_event_date (BayanDetailsHead *head);

static inline gboolean
bayan_details_is_word (const BayanDetailsHead *head, guint index, const char *const *keys)
{
  const char *key = index < head->words->n_words ? bayan_words_get_key (head->words, index) : NULL;

  for (; key != NULL && *keys != NULL; keys++)
    if (bayan_key_equal (key, *keys))
      return TRUE;
  return FALSE;
}

G_END_DECLS
