/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets of words of which a whole line of page furniture may be made, with or without spaces. Private to the
 * room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  BAYAN_LEXICON_SECTIONS, /* the names of a site's sections: "News", "World", "Slider" */
  BAYAN_LEXICON_SHARING,  /* buttons: "Share", "Facebook", "Print" */
  BAYAN_LEXICON_CONSENT,  /* buttons below a cookie notice: "Accept", "Read more" */
  BAYAN_LEXICON_N
} BayanLexicon;

gboolean bayan_lexicon_makes (BayanLexicon lexicon, const char *words);

G_END_DECLS
