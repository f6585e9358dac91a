/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-map-words.h"

#include "bayan-config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "bayan-date-words.h"
#include "bayan-language.h"

const char *
bayan_map_words_level (BayanAreaLevel level)
{
  static const char *const WORDS[BAYAN_N_LEVELS] = {
    N_ ("Regions"), N_ ("UN Regions"), N_ ("Countries"), N_ ("Provinces"), N_ ("Places"),
  };

  return _ (WORDS[level]);
}

/* What the list beside the map is called. */
const char *
bayan_map_words_list (BayanAreaLevel level)
{
  static const char *const WORDS[BAYAN_N_LEVELS] = {
    N_ ("Regions by mentions"),   N_ ("UN regions by mentions"), N_ ("Countries by mentions"),
    N_ ("Provinces by mentions"), N_ ("Places by mentions"),
  };

  return _ (WORDS[level]);
}

const char *
bayan_map_words_nothing (BayanAreaLevel level)
{
  static const char *const WORDS[BAYAN_N_LEVELS] = {
    N_ ("No region is mentioned"),  N_ ("No part of the world is mentioned"),
    N_ ("No country is mentioned"), N_ ("No province is mentioned"),
    N_ ("No place is mentioned"),
  };

  return _ (WORDS[level]);
}

const char *
bayan_map_words_measure (BayanMeasure measure)
{
  static const char *const WORDS[BAYAN_N_MEASURES] = {
    N_ ("Mentions"),
    N_ ("Statements"),
    N_ ("Mentions per 1,000 Words"),
    N_ ("Change in Mentions"),
  };

  return _ (WORDS[measure]);
}

/* Isolated, so that the sign stays before the number. */
char *
bayan_map_words_figure (BayanMeasure measure, double figure)
{
  switch (measure)
    {
    case BAYAN_MEASURE_RATE:
      return g_strdup_printf (figure < 10 ? "%.2f" : "%.1f", figure);
    case BAYAN_MEASURE_CHANGE:
      return g_strdup_printf ("\u2066%s%.0f\u2069", figure > 0 ? "+" : figure < 0 ? "−" : "", fabs (figure));
    case BAYAN_MEASURE_MENTIONS:
    case BAYAN_MEASURE_STATEMENTS:
    case BAYAN_N_MEASURES:
    default:
      return g_strdup_printf ("%.0f", figure);
    }
}

/* A figure with its unit: "20 mentions". */
char *
bayan_map_words_spoken (BayanMeasure measure, double figure)
{
  guint n = (guint) fabs (figure);

  switch (measure)
    {
    case BAYAN_MEASURE_STATEMENTS:
      return g_strdup_printf (ngettext ("%u statement", "%u statements", n), n);
      case BAYAN_MEASURE_RATE: {
        g_autofree char *number = bayan_map_words_figure (measure, figure);

        /* Translators: a number with decimals */
        return g_strdup_printf (_ ("%s mentions per 1,000 words"), number);
      }
    case BAYAN_MEASURE_CHANGE:
      if (n == 0)
        return g_strdup (_ ("As many mentions as before"));
      return figure > 0 ? g_strdup_printf (ngettext ("%u mention more", "%u mentions more", n), n)
                        : g_strdup_printf (ngettext ("%u mention less", "%u mentions less", n), n);
    case BAYAN_MEASURE_MENTIONS:
    case BAYAN_N_MEASURES:
    default:
      return g_strdup_printf (ngettext ("%u mention", "%u mentions", n), n);
    }
}

static char *
change_words (BayanDesk *desk)
{
  BayanBefore before = bayan_desk_get_before (desk);

  if (before.statement != NULL)
    {
      g_autofree char *date = bayan_date_words_gregorian (bayan_statement_item_get_date (before.statement));

      /* Translators: a date */
      return g_strdup_printf (_ ("Change since the statement of %s"), date);
    }
  if (before.from.year != 0)
    {
      g_autofree char *from = bayan_date_words_gregorian (before.from);
      g_autofree char *to = bayan_date_words_gregorian (before.to);

      /* Translators: two dates */
      return g_strdup_printf (_ ("Change since %1$s – %2$s"), from, to);
    }
  return g_strdup (bayan_desk_get_scope (desk) == BAYAN_SCOPE_STATEMENT
                       ? _ ("No statement of this issuer before it")
                       : _ ("Choose a range of dates to compare"));
}

/* Returns: (transfer full): what the colours mean, with the ways in which is counted where those are not all usual ones */
char *
bayan_map_words_legend (BayanDesk *desk)
{
  BayanMeasure measure = bayan_desk_get_measure (desk);
  const BayanAreaView *view = bayan_desk_get_area_view (desk);
  g_autofree char *words = measure == BAYAN_MEASURE_CHANGE ? change_words (desk)
                                                           : g_strdup (bayan_map_words_measure (measure));

  if (!view->confirmed_only)
    return g_steal_pointer (&words);
  /* Translators: "Mentions" */
  return g_strdup_printf (_ ("%s (confirmed)"), words);
}

/**
 * bayan_map_words_area:
 * @other: (out) (optional): its name in the other language, which may be the same
 *
 * Returns: the name of the area in the language of the interface
 */
const char *
bayan_map_words_area (BayanAreaItem *item, const char **other)
{
  const char *name_ar = bayan_area_item_get_name_ar (item), *name_en = bayan_area_item_get_name_en (item);
  gboolean arabic = bayan_language_is_arabic ();

  if (other != NULL)
    *other = arabic ? name_en : name_ar;
  return arabic ? name_ar : name_en;
}
