/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-query-values.h"

#include <string.h>

#include "bayan-act.h"
#include "bayan-countries.h"
#include "bayan-fold.h"
#include "bayan-mention.h"

/* Further names of the types and classes, as the interface has them in its two languages, and in one word. */
typedef struct {
  const char *name;
  guint number;
} Name;

static const Name TYPES[] = {
  { "country", BAYAN_MENTION_GPE },
  { "place", BAYAN_MENTION_GPE },
  { "بلد", BAYAN_MENTION_GPE },
  { "دولة", BAYAN_MENTION_GPE },
  { "مكان", BAYAN_MENTION_GPE },
  { "region", BAYAN_MENTION_LOC },
  { "إقليم", BAYAN_MENTION_LOC },
  { "منطقة", BAYAN_MENTION_LOC },
  { "nationality", BAYAN_MENTION_NORP },
  { "community", BAYAN_MENTION_NORP },
  { "جنسية", BAYAN_MENTION_NORP },
  { "جماعة", BAYAN_MENTION_NORP },
  { "organisation", BAYAN_MENTION_ORG },
  { "organization", BAYAN_MENTION_ORG },
  { "جهة", BAYAN_MENTION_ORG },
  { "منظمة", BAYAN_MENTION_ORG },
  { "person", BAYAN_MENTION_PERS },
  { "people", BAYAN_MENTION_PERS },
  { "شخص", BAYAN_MENTION_PERS },
  { "office", BAYAN_MENTION_OCC },
  { "منصب", BAYAN_MENTION_OCC },
  { "حدث", BAYAN_MENTION_EVENT },
  { "facility", BAYAN_MENTION_FAC },
  { "منشأة", BAYAN_MENTION_FAC },
  { "resolution", BAYAN_MENTION_LAW },
  { "agreement", BAYAN_MENTION_LAW },
  { "قرار", BAYAN_MENTION_LAW },
  { "اتفاق", BAYAN_MENTION_LAW },
  { "تاريخ", BAYAN_MENTION_DATE },
  { "وقت", BAYAN_MENTION_TIME },
  { "مبلغ", BAYAN_MENTION_MONEY },
  { "مبلغ مالي", BAYAN_MENTION_MONEY },
  { "مال", BAYAN_MENTION_MONEY },
  { "number", BAYAN_MENTION_CARDINAL },
  { "عدد", BAYAN_MENTION_CARDINAL },
  { "كمية", BAYAN_MENTION_QUANTITY },
  { "percentage", BAYAN_MENTION_PERCENT },
  { "نسبة", BAYAN_MENTION_PERCENT },
  { "نسبة مئوية", BAYAN_MENTION_PERCENT },
};

static const Name ACTS[] = {
  { "convening", BAYAN_ACT_CONVENE },
  { "عقد اجتماع", BAYAN_ACT_CONVENE },
  { "عقد", BAYAN_ACT_CONVENE },
  { "chairing", BAYAN_ACT_CHAIR },
  { "رئاسة", BAYAN_ACT_CHAIR },
  { "briefing", BAYAN_ACT_BRIEF },
  { "إحاطة", BAYAN_ACT_BRIEF },
  { "statement", BAYAN_ACT_STATE },
  { "تصريح", BAYAN_ACT_STATE },
  { "emphasis", BAYAN_ACT_STRESS },
  { "تأكيد", BAYAN_ACT_STRESS },
  { "agreement", BAYAN_ACT_AGREE },
  { "اتفاق", BAYAN_ACT_AGREE },
  { "commitment", BAYAN_ACT_COMMIT },
  { "التزام", BAYAN_ACT_COMMIT },
  { "تعهد", BAYAN_ACT_PLEDGE },
  { "دعم", BAYAN_ACT_SUPPORT },
  { "ترحيب", BAYAN_ACT_WELCOME },
  { "إشادة", BAYAN_ACT_PRAISE },
  { "acknowledgement", BAYAN_ACT_ACKNOWLEDGE },
  { "إقرار", BAYAN_ACT_ACKNOWLEDGE },
  { "قلق", BAYAN_ACT_CONCERN },
  { "condemnation", BAYAN_ACT_CONDEMN },
  { "إدانة", BAYAN_ACT_CONDEMN },
  { "call", BAYAN_ACT_URGE },
  { "دعوة", BAYAN_ACT_URGE },
  { "حث", BAYAN_ACT_URGE },
  { "دعوة وحث", BAYAN_ACT_URGE },
  { "discussion", BAYAN_ACT_DISCUSS },
  { "بحث", BAYAN_ACT_DISCUSS },
  { "priority", BAYAN_ACT_PRIORITISE },
  { "prioritize", BAYAN_ACT_PRIORITISE },
  { "أولوية", BAYAN_ACT_PRIORITISE },
};

/**
 * bayan_query_fold_name:
 *
 * Returns: (transfer full): what is compared of a name that somebody typed: its SEARCH key without ال and spaces at the
 *   ends
 */
char *
bayan_query_fold_name (const char *name)
{
  char *folded = g_strstrip (bayan_fold (name, -1, BAYAN_FOLD_SEARCH));

  if (g_str_has_prefix (folded, "ال") && g_utf8_strlen (folded, -1) > 4)
    memmove (folded, folded + strlen ("ال"), strlen (folded) - strlen ("ال") + 1);
  return folded;
}

/* Raises @found to how @name fits @wanted, both folded. Returns whether it is the very one. */
static gboolean
compare (const char *name, const char *wanted, BayanQueryValue *found)
{
  if (!g_str_has_prefix (name, wanted))
    return FALSE;
  *found = name[strlen (wanted)] == '\0' ? BAYAN_QUERY_VALUE_KNOWN
                                         : MIN (*found, BAYAN_QUERY_VALUE_BEGINNING);
  return *found == BAYAN_QUERY_VALUE_KNOWN;
}

static gboolean
compare_name (const char *name, const char *wanted, BayanQueryValue *found)
{
  g_autofree char *folded = bayan_query_fold_name (name);

  return compare (folded, wanted, found);
}

static BayanQueryValue
read_name (const char *value, const Name *names, guint n_names, const char *(*get_own) (guint), guint n_own,
           guint *number)
{
  g_autofree char *wanted = bayan_query_fold_name (value);
  BayanQueryValue found = BAYAN_QUERY_VALUE_UNKNOWN;

  for (guint i = 0; i < n_own; i++)
    if (compare_name (get_own (i), wanted, &found))
      {
        *number = i;
        return found;
      }
  for (guint i = 0; i < n_names; i++)
    if (compare_name (names[i].name, wanted, &found))
      {
        *number = names[i].number;
        return found;
      }
  return found;
}

static const char *
type_name (guint type)
{
  return bayan_mention_type_to_string ((BayanMentionType) type);
}

static const char *
act_name (guint act_class)
{
  return bayan_act_class_to_string ((BayanActClass) act_class);
}

/* @type: (out): set where it is KNOWN. So too the functions below. */
BayanQueryValue
bayan_query_read_type (const char *value, guint *type)
{
  return read_name (value, TYPES, G_N_ELEMENTS (TYPES), type_name, BAYAN_MENTION_N_TYPES, type);
}

BayanQueryValue
bayan_query_read_act (const char *value, guint *act_class)
{
  return read_name (value, ACTS, G_N_ELEMENTS (ACTS), act_name, BAYAN_ACT_N_CLASSES, act_class);
}

/* Countries: their names are folded once */

typedef struct {
  char *name;
  const char *iso3;
} CountryName;

static void
add_country_name (GArray *names, const char *name, const char *iso3)
{
  CountryName added = { bayan_query_fold_name (name), iso3 };

  if (*added.name != '\0')
    g_array_append_val (names, added);
  else
    g_free (added.name);
}

static gpointer
list_country_names (gpointer data)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (CountryName));
  guint n_countries;
  const BayanCountry *countries = bayan_countries_get_all (&n_countries);

  for (guint i = 0; i < n_countries; i++)
    {
      const BayanCountry *country = &countries[i];

      add_country_name (names, country->iso3, country->iso3);
      add_country_name (names, country->iso2, country->iso3);
      add_country_name (names, country->name_en, country->iso3);
      add_country_name (names, country->name_ar, country->iso3);
      add_country_name (names, country->label_ar, country->iso3);
      for (guint j = 0; country->variants_ar[j] != NULL; j++)
        add_country_name (names, country->variants_ar[j], country->iso3);
      for (guint j = 0; country->variants_en[j] != NULL; j++)
        add_country_name (names, country->variants_en[j], country->iso3);
    }
  return names;
}

BayanQueryValue
bayan_query_read_country (const char *value, const char **iso3)
{
  static GOnce once = G_ONCE_INIT;
  const GArray *names = g_once (&once, list_country_names, NULL);
  g_autofree char *wanted = bayan_query_fold_name (value);
  BayanQueryValue found = BAYAN_QUERY_VALUE_UNKNOWN;

  for (guint i = 0; i < names->len; i++)
    if (compare (g_array_index (names, CountryName, i).name, wanted, &found))
      {
        *iso3 = g_array_index (names, CountryName, i).iso3;
        break;
      }
  return found;
}

/* Dates */

/* A number of at most @n_most digits. */
static guint
take_number (const char **at, guint n_most)
{
  guint number = 0;

  for (guint i = 0; i < n_most && g_ascii_isdigit (**at); i++, (*at)++)
    number = number * 10 + (guint) (**at - '0');
  return number;
}

/* Reads 2024, 2024-05 or 2024-05-17; "/" and "." part as well as "-", but not "..". */
static gboolean
take_part (const char **at, guint *part)
{
  if ((**at != '-' && **at != '/' && **at != '.') || !g_ascii_isdigit ((*at)[1]))
    return FALSE;
  (*at)++;
  *part = take_number (at, 2);
  return TRUE;
}

/* @first, @last: (out): the days that it can mean, yyyymmdd. A month or day that is not told is 0 in the first and 99 in
 * the last one. */
static gboolean
take_date (const char **at, gint32 *first, gint32 *last)
{
  guint year = take_number (at, 4), month = 0, day = 0;
  gboolean has_month = take_part (at, &month), has_day = has_month && take_part (at, &day);

  if (year < 1000 || (has_month && (month < 1 || month > 12)) || (has_day && (day < 1 || day > 31)))
    return FALSE;
  *first = (gint32) (year * 10000 + month * 100 + day);
  *last = (gint32) (year * 10000 + (has_month ? month : 99) * 100 + (has_day ? day : 99));
  return TRUE;
}

static gboolean
take_compared (const char **at, gint32 *from, gint32 *to)
{
  char sign = **at;
  gboolean is_inclusive = (*at)[1] == '=';
  gint32 first, last;

  *at += is_inclusive ? 2 : 1;
  if (!take_date (at, &first, &last))
    return FALSE;
  if (sign == '>')
    *from = is_inclusive ? first : last + 1;
  else
    *to = is_inclusive ? last : first - 1;
  return TRUE;
}

static gboolean
take_range (const char **at, gint32 *from, gint32 *to)
{
  gint32 last = 0;
  gboolean has_from = g_ascii_isdigit (**at);

  if (has_from && !take_date (at, from, &last))
    return FALSE;
  if (!g_str_has_prefix (*at, ".."))
    {
      *to = last;
      return has_from;
    }
  *at += 2;
  return **at == '\0' ? has_from : take_date (at, &last, to);
}

/**
 * bayan_query_read_dates:
 * @value: 2024, 2024-05, 2024-05-17, 2023..2025, ..2025, 2023.., >2024-01, >=2024, <2024, <=2024; any digits
 * @from, @to: (out): yyyymmdd, both inclusive
 */
BayanQueryValue
bayan_query_read_dates (const char *value, gint32 *from, gint32 *to)
{
  g_autofree char *folded = bayan_fold (value, -1, BAYAN_FOLD_MATCH);
  const char *at = folded;

  *from = 0;
  *to = G_MAXINT32;
  if ((*at == '<' || *at == '>' ? take_compared (&at, from, to) : take_range (&at, from, to)) && *at == '\0')
    return *from <= *to ? BAYAN_QUERY_VALUE_KNOWN : BAYAN_QUERY_VALUE_UNKNOWN;
  return strspn (folded, "0123456789-/.<>=") == strlen (folded)
                 && strlen (folded) < strlen ("2023-01-01..2024-01-01")
             ? BAYAN_QUERY_VALUE_BEGINNING
             : BAYAN_QUERY_VALUE_UNKNOWN;
}
