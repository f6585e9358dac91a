/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bayan-library.h"
#include "bayan-person-place.h"

G_BEGIN_DECLS

BayanPersonPlace *bayan_person_place_new (BayanStatementItem *statement, const BayanStatement *text,
                                          const BayanMention *mention);
void bayan_person_place_count (BayanPersonPlace *self);

G_END_DECLS
