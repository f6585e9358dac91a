/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the library and the tables say of one person: names, offices, statements, and who may be the same.
 *
 * It follows the library: some time after a change it is read anew, and "loading" tells of it. Arrays and what is in them
 * are valid until then. */
#pragma once

#include "bayan-desk.h"
#include "bayan-person-place.h"

G_BEGIN_DECLS

/* Words of the statements, with how often they stand there. */
typedef struct {
  char *words;
  guint n_mentions;
  BayanDate first, last; /* of the statements; unset where none has a date */
  gboolean differs;      /* of an office: at least once it is not what the tables say of that day */
} BayanSeenWords;

/* An office by the tables. */
typedef struct {
  const char *name_ar, *name_en;
  BayanEntity *of;    /* the state or body */
  BayanDate from, to; /* as far as known */
  gboolean is_open;   /* @to is only the last day of which it is known */
} BayanHeldOffice;

/* Somebody who may be the same. */
typedef struct {
  BayanEntity *entity;
  guint n_statements;
} BayanLikePerson;

#define BAYAN_TYPE_PERSON_PAGE (bayan_person_page_get_type ())
G_DECLARE_FINAL_TYPE (BayanPersonPage, bayan_person_page, BAYAN, PERSON_PAGE, GObject)

#define BAYAN_PERSON_PAGE_STATEMENTS_MAX 200u /* the newest; what is seen is counted in these */
#define BAYAN_PERSON_PAGE_LIKE_MAX 12

BayanPersonPage *bayan_person_page_new (BayanDesk *desk, const char *person_key);
const char *bayan_person_page_get_key (BayanPersonPage *self);
const BayanEntity *bayan_person_page_get_entity (BayanPersonPage *self); /* NULL if nobody knows the person */
gboolean bayan_person_page_get_loading (BayanPersonPage *self);          /* property "loading" */
guint bayan_person_page_get_n_statements (BayanPersonPage *self);        /* all that name the person */
guint bayan_person_page_get_n_mentions (BayanPersonPage *self);          /* in those that are listed */
GPtrArray *bayan_person_page_get_names (BayanPersonPage *self);          /* of BayanSeenWords, most first */
GPtrArray *bayan_person_page_get_seen_offices (BayanPersonPage *self);   /* of BayanSeenWords, newest first */
GPtrArray *bayan_person_page_get_held_offices (BayanPersonPage *self);   /* of BayanHeldOffice */
GPtrArray *bayan_person_page_get_alike (BayanPersonPage *self);          /* of BayanLikePerson, most first */
GListModel *bayan_person_page_get_places (BayanPersonPage *self);        /* of BayanPersonPlace, newest first */

/* Both are acts that undo takes back. @other is the key of one of those who are alike. */
void bayan_person_page_merge (BayanPersonPage *self, const char *other);
void bayan_person_page_part (BayanPersonPage *self, const char *other);

G_END_DECLS
