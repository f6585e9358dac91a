/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-date-words.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

/* Not g_date_time_format(): the interface's language and the locale of LC_TIME may differ. */
static const char *const GREGORIAN_MONTHS[12] = {
  N_ ("January"), N_ ("February"), N_ ("March"),     N_ ("April"),   N_ ("May"),      N_ ("June"),
  N_ ("July"),    N_ ("August"),   N_ ("September"), N_ ("October"), N_ ("November"), N_ ("December"),
};

/* Spelled as the Unicode CLDR's English locale does. */
static const char *const HIJRI_MONTHS[12] = {
  N_ ("Muharram"), N_ ("Safar"),   N_ ("Rabiʻ I"), N_ ("Rabiʻ II"), N_ ("Jumada I"),     N_ ("Jumada II"),
  N_ ("Rajab"),    N_ ("Shaʻban"), N_ ("Ramadan"), N_ ("Shawwal"),  N_ ("Dhuʻl-Qiʻdah"), N_ ("Dhuʻl-Hijjah"),
};

static gboolean hijri_is_hidden; /* where a Gregorian date is there */

/**
 * bayan_date_words_set_hijri_shown:
 * @shown: whether bayan_date_words_both() says the Hijri date beside a Gregorian one
 *
 * Holds for all words made from now on. Widgets that are there already keep theirs. Call it on the main thread.
 */
void
bayan_date_words_set_hijri_shown (gboolean shown)
{
  hijri_is_hidden = !shown;
}

static char *
join_parts (BayanDate date, const char *const *months)
{
  const char *month = date.month != 0 ? _ (months[date.month - 1]) : NULL;

  if (date.year != 0 && month != NULL && date.day != 0)
    /* Translators: a date: day, name of the month, year */
    return g_strdup_printf (C_ ("date", "%1$d %2$s %3$d"), date.day, month, date.year);
  if (date.year != 0 && month != NULL)
    /* Translators: a date of which the day is not known: name of the month, year */
    return g_strdup_printf (C_ ("date", "%1$s %2$d"), month, date.year);
  if (month != NULL && date.day != 0)
    /* Translators: a date of which the year is not known: day, name of the month */
    return g_strdup_printf (C_ ("date", "%1$d %2$s"), date.day, month);
  if (date.year != 0)
    return g_strdup_printf ("%d", date.year);
  return g_strdup (month != NULL ? month : "");
}

/**
 * bayan_date_words_gregorian:
 *
 * Returns: (transfer full): "28 June 2021", with what is unknown left out; "" for an unset date
 */
char *
bayan_date_words_gregorian (BayanDate date)
{
  return join_parts (date, GREGORIAN_MONTHS);
}

/* Returns: (transfer full): the Gregorian day of @time */
char *
bayan_date_words_day_of (GDateTime *time)
{
  return bayan_date_words_gregorian ((BayanDate) { (gint16) g_date_time_get_year (time),
                                                   (gint8) g_date_time_get_month (time),
                                                   (gint8) g_date_time_get_day_of_month (time) });
}

/**
 * bayan_date_words_hijri:
 *
 * Returns: (transfer full): "18 Dhuʻl-Qiʻdah 1442 AH", with what is unknown left out; "" for an unset date
 */
char *
bayan_date_words_hijri (BayanDate date)
{
  g_autofree char *words = join_parts (date, HIJRI_MONTHS);

  if (*words == '\0')
    return g_steal_pointer (&words);
  /* Translators: a date of the Hijri calendar */
  return g_strdup_printf (_ ("%s AH"), words);
}

/**
 * bayan_date_words_both:
 *
 * Returns: (transfer full): the two as far as they are known, with a dot between, or as bayan_date_words_set_hijri_shown()
 *   says; "" if neither is
 */
char *
bayan_date_words_both (BayanDate gregorian, BayanDate hijri)
{
  g_autofree char *first = bayan_date_words_gregorian (gregorian);
  g_autofree char *second = bayan_date_words_hijri (hijri);

  if (*first == '\0')
    return g_steal_pointer (&second);
  if (*second == '\0' || hijri_is_hidden)
    return g_steal_pointer (&first);
  return g_strdup_printf ("%s · %s", first, second);
}
