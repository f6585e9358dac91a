/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why what was typed into the search cannot be understood, and where: for whoever finds the words for it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  BAYAN_QUERY_FINE,
  BAYAN_QUERY_UNKNOWN_FIELD,
  BAYAN_QUERY_NO_VALUE, /* nothing follows the colon of a field */
  BAYAN_QUERY_UNKNOWN_TYPE,
  BAYAN_QUERY_UNKNOWN_COUNTRY,
  BAYAN_QUERY_UNKNOWN_ACT,
  BAYAN_QUERY_NO_DATE,    /* it cannot be read as a date or a range of dates */
  BAYAN_QUERY_NO_OPERAND, /* nothing to join stands beside AND, OR or | */
  BAYAN_QUERY_STRAY_BRACKET,
  BAYAN_QUERY_TOO_DEEP, /* brackets in brackets */
} BayanQueryTrouble;

typedef struct {
  BayanQueryTrouble trouble;
  gsize start, end; /* bytes of what was typed */
} BayanQueryProblem;

G_END_DECLS
