/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who held which office when, and which office words name.
 *
 * It says what the tables say (data/gazetteer/office-kinds.tsv and office-holders.tsv) and nothing where they leave it open:
 * words that name no office that one person holds at a time, or not whose; a day that is not known well enough; a time in
 * which the office changed hands. Any thread; its strings live as long as the recogniser. */
#pragma once

#include "bayan-date.h"
#include "bayan-entity.h"
#include "bayan-lexicon.h"

G_BEGIN_DECLS

typedef struct {
  const char *kind; /* of office-kinds.tsv: "fm" */
  const char *of;   /* the state's or body's key: "iso:USA", "org:un" */
} BayanOffice;

typedef struct {
  BayanOffice office;
  const char *person; /* key */
  BayanDate from, to; /* as far as known */
  gboolean is_open;   /* @to is only the last day of which it is known */
} BayanTenure;

typedef struct _BayanOfficeBook BayanOfficeBook;

BayanOfficeBook *bayan_office_book_new (const BayanLexicon *lexicon);
void bayan_office_book_free (BayanOfficeBook *self);

gboolean bayan_office_book_read (const BayanOfficeBook *self, const char *words, gssize length_bytes, BayanOffice *office);
gboolean bayan_office_book_read_mention (const BayanOfficeBook *self, const char *text, gsize length_bytes,
                                         const BayanMention *mention, BayanOffice *office);
guint bayan_office_book_find_holder (const BayanOfficeBook *self, BayanOffice office, BayanDate date, BayanTenure *tenure);
GArray *bayan_office_book_list_tenures (const BayanOfficeBook *self, const char *person, BayanDate date);
gboolean bayan_office_book_name (const BayanOfficeBook *self, const char *kind, const char **name_ar, const char **name_en);
const BayanEntity *bayan_office_book_get_entity (const BayanOfficeBook *self, const char *key);
BayanEntity *bayan_office_book_find_person (const BayanOfficeBook *self, const char *name, gssize length_bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanOfficeBook, bayan_office_book_free)

G_END_DECLS
