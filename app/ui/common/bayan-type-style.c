/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-type-style.h"

#include <glib/gi18n.h>

/* Hues are spread so that types that stand side by side in a statement (GPE, ORG, PERS, OCC, DATE) lie far apart, also
 * for red-green blindness; the colours are of GNOME's palette, darker for light style and lighter for dark, so that an
 * underline of 2 px keeps a contrast of 3:1 against the page. Keys stand for English names: G for GPE is g. */
static const struct {
  const char *name, *heading;
  char key;
  const char *light, *dark;
} STYLES[BAYAN_MENTION_N_TYPES] = {
  [BAYAN_MENTION_GPE] = { N_ ("Country or place"), N_ ("Countries and places"), 'g', "#1a5fb4", "#78aeed" },
  [BAYAN_MENTION_LOC] = { N_ ("Region"), N_ ("Regions"), 'l', "#0e8a80", "#5bc8bd" },
  [BAYAN_MENTION_NORP] = { N_ ("Nationality or community"), N_ ("Nationalities and communities"), 'n',
                           "#3d7ab8", "#99c1f1" },
  [BAYAN_MENTION_ORG] = { N_ ("Organisation"), N_ ("Organisations"), 'o', "#c64600", "#ffa348" },
  [BAYAN_MENTION_PERS] = { N_ ("Person"), N_ ("People"), 'p', "#813d9c", "#dc8add" },
  [BAYAN_MENTION_OCC] = { N_ ("Office"), N_ ("Offices"), 'f', "#9a5b9e", "#c9a0dc" },
  [BAYAN_MENTION_EVENT] = { N_ ("Event"), N_ ("Events"), 'e', "#a51d2d", "#f66151" },
  [BAYAN_MENTION_FAC] = { N_ ("Facility"), N_ ("Facilities"), 'a', "#7a5c3e", "#cdab8f" },
  [BAYAN_MENTION_LAW] = { N_ ("Resolution or agreement"), N_ ("Resolutions and agreements"), 'w', "#63452c",
                          "#e0c2a2" },
  [BAYAN_MENTION_DATE] = { N_ ("Date"), N_ ("Dates"), 'd', "#26853f", "#8ff0a4" },
  [BAYAN_MENTION_TIME] = { N_ ("Time of day"), N_ ("Times of day"), 't', "#4d8f3a", "#b5e3a0" },
  [BAYAN_MENTION_MONEY] = { N_ ("Amount of money"), N_ ("Amounts of money"), 'm', "#986a00", "#f8e45c" },
  [BAYAN_MENTION_CARDINAL] = { N_ ("Number"), N_ ("Numbers"), 'c', "#6b6b70", "#c0bfbc" },
  [BAYAN_MENTION_QUANTITY] = { N_ ("Quantity"), N_ ("Quantities"), 'q', "#6f6a4f", "#cfc9a8" },
  [BAYAN_MENTION_PERCENT] = { N_ ("Percentage"), N_ ("Percentages"), 'h', "#5e6f7a", "#b8c9d4" },
  /* Each label has a colour and a key of its own: see bayan-label-style.h. */
  [BAYAN_MENTION_OWN] = { N_ ("Own label"), N_ ("Own labels"), '\0', "#6b6b70", "#c0bfbc" },
};

/**
 * bayan_type_style_get_name:
 *
 * Returns: what one mention of @type is called, in the language of the interface
 */
const char *
bayan_type_style_get_name (BayanMentionType type)
{
  g_return_val_if_fail ((guint) type < BAYAN_MENTION_N_TYPES, NULL);
  return _ (STYLES[type].name);
}

/**
 * bayan_type_style_get_heading:
 *
 * Returns: what stands above a list of entities of @type, in the language of the interface
 */
const char *
bayan_type_style_get_heading (BayanMentionType type)
{
  g_return_val_if_fail ((guint) type < BAYAN_MENTION_N_TYPES, NULL);
  return _ (STYLES[type].heading);
}

/**
 * bayan_type_style_get_key:
 *
 * Returns: the letter of a Latin keyboard that labels the selection as @type; '\0' for BAYAN_MENTION_OWN
 */
char
bayan_type_style_get_key (BayanMentionType type)
{
  g_return_val_if_fail ((guint) type < BAYAN_MENTION_N_TYPES, '\0');
  return STYLES[type].key;
}

/**
 * bayan_type_style_get_colour:
 * @dark: whether it stands on a dark ground
 *
 * Returns: the opaque colour of @type; a highlight's fill is the same with an alpha of its own
 */
GdkRGBA
bayan_type_style_get_colour (BayanMentionType type, gboolean dark)
{
  GdkRGBA colour = { 0, 0, 0, 1 };

  g_return_val_if_fail ((guint) type < BAYAN_MENTION_N_TYPES, colour);
  gdk_rgba_parse (&colour, dark ? STYLES[type].dark : STYLES[type].light);
  return colour;
}
