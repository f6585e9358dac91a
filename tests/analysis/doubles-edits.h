/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What newsrooms do to a text that they copy. */
#pragma once

#include <glib.h>

typedef enum {
  DOUBLES_REPLACE, /* words by others */
  DOUBLES_DELETE,  /* sentences */
  DOUBLES_INSERT,  /* sentences of the agency's own */
  DOUBLES_REORDER, /* sentences, and half as many words are replaced */
  DOUBLES_RESPELL, /* all words, half as many replaced, as much of the end cut, another title */
  DOUBLES_N_WAYS
} DoublesWay;

const char *doubles_way_to_string (DoublesWay way);
char *doubles_edit (const char *text, DoublesWay way, guint percent, guint32 seed);
