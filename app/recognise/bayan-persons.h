/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Persons and offices of one statement: which words of an office say who a person is, and which day counts for asking who
 * held one. */
#pragma once

#include "bayan-mention.h"
#include "bayan-statement.h"

G_BEGIN_DECLS

const BayanMention *bayan_persons_find_office (const char *text, gsize length_bytes, const GPtrArray *mentions,
                                               const BayanMention *person);
BayanDate bayan_persons_get_date (const BayanStatement *statement);

G_END_DECLS
