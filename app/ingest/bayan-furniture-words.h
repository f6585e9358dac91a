/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets of words of which a whole line of page furniture may be made, with or without spaces. Private to the
 * room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  BAYAN_FURNITURE_SECTIONS,    /* the names of a site's sections: "News", "World", "Slider" */
  BAYAN_FURNITURE_MENUS,       /* what else is in a menu: "Search", "Log in" */
  BAYAN_FURNITURE_SHARING,     /* buttons: "Share", "Facebook", "Print" */
  BAYAN_FURNITURE_CONSENT,     /* buttons below a cookie notice: "Accept", "Read more" */
  BAYAN_FURNITURE_COUNTERS,    /* beside numbers: "views", "minutes to read" */
  BAYAN_FURNITURE_FOOTERS,     /* below everything: "Contact", "Privacy policy" */
  BAYAN_FURNITURE_FORMS,       /* of a form for comments: "Name", "Send" */
  BAYAN_FURNITURE_LISTENING,   /* on a player: "Listen to this article", "Speed 1x" */
  BAYAN_FURNITURE_ADVERTISING, /* "Skip ad" */
  BAYAN_FURNITURE_ADDRESSES,   /* before an address: "Permalink" */
  BAYAN_FURNITURE_LANGUAGES,   /* in which the page may be read: "English", "Available in" */
  BAYAN_FURNITURE_N
} BayanFurnitureWords;

gboolean bayan_furniture_words_fill (BayanFurnitureWords lexicon, const char *words);
gboolean bayan_furniture_words_make (BayanFurnitureWords lexicon, const char *words);
gboolean bayan_furniture_words_make_counted (BayanFurnitureWords lexicon, const char *words);

G_END_DECLS
