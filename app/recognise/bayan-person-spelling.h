/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a person's name is written, without what writers do differently. Private to this room.
 *
 * Each word has two keys. The plain one leaves out what every writer of Arabic varies: hamza, vowel marks, ى for ي, ه for ة,
 * a space behind عبد or أبو, ابن for بن. The sound is a skeleton for names of other languages, which are written by ear:
 * غ, ج, ق and ك are one letter, as are ش, س, ص, ث and ز, ت and ط, د, ض, ذ and ظ; long vowels inside a word and doubling are
 * left out, and the article. بلينكن and بلنكن, ماكغورك and مكغيرك sound alike; so do سالم, سليم and سلام: of an Arabic name the
 * sound proves nothing. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BAYAN_PERSON_WORDS_MAX 10

typedef struct {
  guint n_words; /* what is behind the last of so many does not count */
  char *plain[BAYAN_PERSON_WORDS_MAX];
  char *sound[BAYAN_PERSON_WORDS_MAX];
} BayanPersonSpelling;

BayanPersonSpelling *bayan_person_spelling_new (const char *name, gssize length_bytes);
void bayan_person_spelling_free (BayanPersonSpelling *self);
char *bayan_person_spelling_dup_plain (const BayanPersonSpelling *self);
char *bayan_person_spelling_dup_sound (const BayanPersonSpelling *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanPersonSpelling, bayan_person_spelling_free)

G_END_DECLS
