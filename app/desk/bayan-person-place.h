/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A statement that names a person, with the line in which it first does. */
#pragma once

#include "bayan-statement-item.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_PERSON_PLACE (bayan_person_place_get_type ())
G_DECLARE_FINAL_TYPE (BayanPersonPlace, bayan_person_place, BAYAN, PERSON_PLACE, GObject)

BayanStatementItem *bayan_person_place_get_statement (BayanPersonPlace *self);
gint64 bayan_person_place_get_mention (BayanPersonPlace *self);    /* the first one */
guint bayan_person_place_get_n_mentions (BayanPersonPlace *self);  /* in the statement */
const char *bayan_person_place_get_before (BayanPersonPlace *self); /* of the line, up to the words */
const char *bayan_person_place_get_words (BayanPersonPlace *self);
const char *bayan_person_place_get_after (BayanPersonPlace *self);

G_END_DECLS
