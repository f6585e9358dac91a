/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the columns of a table are, by what they are called in Arabic, English and French, and by what is in them. */
#include <stdio.h>
#include <string.h>

#include "bayan-calendar.h"
#include "bayan-date-line.h"
#include "bayan-table-private.h"

/* What a column has in a cell at least to be taken for one of texts, or of titles, whatever it is called. */
#define LEAST_TEXT_BYTES 60
#define LEAST_TITLE_BYTES 20

/* As people call them in the tables that news archives and monitoring services export. */
static const struct {
  const char *name;
  BayanColumnRole role;
} NAMES[] = {
  { "text", BAYAN_COLUMN_TEXT },
  { "body", BAYAN_COLUMN_TEXT },
  { "content", BAYAN_COLUMN_TEXT },
  { "full text", BAYAN_COLUMN_TEXT },
  { "article", BAYAN_COLUMN_TEXT },
  { "article body", BAYAN_COLUMN_TEXT },
  { "statement", BAYAN_COLUMN_TEXT },
  { "statement text", BAYAN_COLUMN_TEXT },
  { "texte", BAYAN_COLUMN_TEXT },
  { "texte intégral", BAYAN_COLUMN_TEXT },
  { "contenu", BAYAN_COLUMN_TEXT },
  { "corps", BAYAN_COLUMN_TEXT },
  { "déclaration", BAYAN_COLUMN_TEXT },
  { "communiqué", BAYAN_COLUMN_TEXT },
  { "النص", BAYAN_COLUMN_TEXT },
  { "نص", BAYAN_COLUMN_TEXT },
  { "نص البيان", BAYAN_COLUMN_TEXT },
  { "نص الخبر", BAYAN_COLUMN_TEXT },
  { "النص الكامل", BAYAN_COLUMN_TEXT },
  { "البيان", BAYAN_COLUMN_TEXT },
  { "المحتوى", BAYAN_COLUMN_TEXT },
  { "المتن", BAYAN_COLUMN_TEXT },
  { "التفاصيل", BAYAN_COLUMN_TEXT },
  { "title", BAYAN_COLUMN_TITLE },
  { "headline", BAYAN_COLUMN_TITLE },
  { "heading", BAYAN_COLUMN_TITLE },
  { "subject", BAYAN_COLUMN_TITLE },
  { "titre", BAYAN_COLUMN_TITLE },
  { "sujet", BAYAN_COLUMN_TITLE },
  { "objet", BAYAN_COLUMN_TITLE },
  { "العنوان", BAYAN_COLUMN_TITLE },
  { "عنوان", BAYAN_COLUMN_TITLE },
  { "عنوان البيان", BAYAN_COLUMN_TITLE },
  { "عنوان الخبر", BAYAN_COLUMN_TITLE },
  { "العنوان الرئيسي", BAYAN_COLUMN_TITLE },
  { "الموضوع", BAYAN_COLUMN_TITLE },
  { "subtitle", BAYAN_COLUMN_SUBTITLE },
  { "subhead", BAYAN_COLUMN_SUBTITLE },
  { "subheading", BAYAN_COLUMN_SUBTITLE },
  { "standfirst", BAYAN_COLUMN_SUBTITLE },
  { "sous-titre", BAYAN_COLUMN_SUBTITLE },
  { "chapeau", BAYAN_COLUMN_SUBTITLE },
  { "العنوان الفرعي", BAYAN_COLUMN_SUBTITLE },
  { "عنوان فرعي", BAYAN_COLUMN_SUBTITLE },
  { "date", BAYAN_COLUMN_DATE },
  { "published", BAYAN_COLUMN_DATE },
  { "published at", BAYAN_COLUMN_DATE },
  { "publication date", BAYAN_COLUMN_DATE },
  { "publish date", BAYAN_COLUMN_DATE },
  { "date published", BAYAN_COLUMN_DATE },
  { "pub date", BAYAN_COLUMN_DATE },
  { "date de publication", BAYAN_COLUMN_DATE },
  { "publié le", BAYAN_COLUMN_DATE },
  { "التاريخ", BAYAN_COLUMN_DATE },
  { "تاريخ", BAYAN_COLUMN_DATE },
  { "تاريخ النشر", BAYAN_COLUMN_DATE },
  { "تاريخ البيان", BAYAN_COLUMN_DATE },
  { "outlet", BAYAN_COLUMN_OUTLET },
  { "source", BAYAN_COLUMN_OUTLET },
  { "source name", BAYAN_COLUMN_OUTLET },
  { "publisher", BAYAN_COLUMN_OUTLET },
  { "newspaper", BAYAN_COLUMN_OUTLET },
  { "agency", BAYAN_COLUMN_OUTLET },
  { "site", BAYAN_COLUMN_OUTLET },
  { "website", BAYAN_COLUMN_OUTLET },
  { "média", BAYAN_COLUMN_OUTLET },
  { "journal", BAYAN_COLUMN_OUTLET },
  { "agence", BAYAN_COLUMN_OUTLET },
  { "éditeur", BAYAN_COLUMN_OUTLET },
  { "المصدر", BAYAN_COLUMN_OUTLET },
  { "مصدر", BAYAN_COLUMN_OUTLET },
  { "الوكالة", BAYAN_COLUMN_OUTLET },
  { "وكالة الأنباء", BAYAN_COLUMN_OUTLET },
  { "الصحيفة", BAYAN_COLUMN_OUTLET },
  { "الموقع", BAYAN_COLUMN_OUTLET },
  { "الناشر", BAYAN_COLUMN_OUTLET },
  { "issuer", BAYAN_COLUMN_ISSUER },
  { "issued by", BAYAN_COLUMN_ISSUER },
  { "organisation", BAYAN_COLUMN_ISSUER },
  { "organization", BAYAN_COLUMN_ISSUER },
  { "institution", BAYAN_COLUMN_ISSUER },
  { "ministry", BAYAN_COLUMN_ISSUER },
  { "émetteur", BAYAN_COLUMN_ISSUER },
  { "organisme", BAYAN_COLUMN_ISSUER },
  { "ministère", BAYAN_COLUMN_ISSUER },
  { "الجهة", BAYAN_COLUMN_ISSUER },
  { "الجهة المصدرة", BAYAN_COLUMN_ISSUER },
  { "جهة الإصدار", BAYAN_COLUMN_ISSUER },
  { "الوزارة", BAYAN_COLUMN_ISSUER },
  { "الهيئة", BAYAN_COLUMN_ISSUER },
  { "المؤسسة", BAYAN_COLUMN_ISSUER },
  { "author", BAYAN_COLUMN_AUTHOR },
  { "byline", BAYAN_COLUMN_AUTHOR },
  { "writer", BAYAN_COLUMN_AUTHOR },
  { "auteur", BAYAN_COLUMN_AUTHOR },
  { "الكاتب", BAYAN_COLUMN_AUTHOR },
  { "المؤلف", BAYAN_COLUMN_AUTHOR },
  { "المحرر", BAYAN_COLUMN_AUTHOR },
  { "المراسل", BAYAN_COLUMN_AUTHOR },
  { "url", BAYAN_COLUMN_ADDRESS },
  { "link", BAYAN_COLUMN_ADDRESS },
  { "uri", BAYAN_COLUMN_ADDRESS },
  { "permalink", BAYAN_COLUMN_ADDRESS },
  { "lien", BAYAN_COLUMN_ADDRESS },
  { "الرابط", BAYAN_COLUMN_ADDRESS },
  { "رابط", BAYAN_COLUMN_ADDRESS },
  { "language", BAYAN_COLUMN_LANGUAGE },
  { "lang", BAYAN_COLUMN_LANGUAGE },
  { "langue", BAYAN_COLUMN_LANGUAGE },
  { "اللغة", BAYAN_COLUMN_LANGUAGE },
  { "لغة", BAYAN_COLUMN_LANGUAGE },
};

/* Letters and digits alone, without case, accents and the like. */
static char *
fold (const char *name)
{
  GString *folded = g_string_new (NULL);

  for (; *name != '\0'; name = g_utf8_next_char (name))
    {
      gunichar c = g_utf8_get_char (name), base, mark;

      if (g_unichar_decompose (c, &base, &mark))
        c = base;
      if (g_unichar_isalnum (c) && c != 0x640)
        g_string_append_unichar (folded, g_unichar_tolower (c));
    }
  return g_string_free (folded, FALSE);
}

/**
 * bayan_column_role_of_name:
 * @name: what a column is called
 *
 * Returns: what such a column is, BAYAN_COLUMN_NONE if that is not known
 */
BayanColumnRole
bayan_column_role_of_name (const char *name)
{
  g_autofree char *folded = g_utf8_validate (name, -1, NULL) ? fold (name) : NULL;

  for (guint i = 0; folded != NULL && i < G_N_ELEMENTS (NAMES); i++)
    {
      g_autofree char *known = fold (NAMES[i].name);

      if (g_str_equal (known, folded))
        return NAMES[i].role;
    }
  return BAYAN_COLUMN_NONE;
}

/* "2024-05-14T09:30:00Z" → "2024-05-14": how machines write it. */
static char *
read_machine_date (const char *cell)
{
  int year, month, day, length = 0;
  BayanDate date;

  if (sscanf (cell, "%4d-%2d-%2d%n", &year, &month, &day, &length) != 3 || length != 10)
    return NULL;
  date = (BayanDate) { (guint16) year, (guint8) month, (guint8) day };
  return year > 1600 && bayan_calendar_is_valid (BAYAN_CALENDAR_GREGORIAN, date) ? g_strndup (cell, 10)
                                                                                 : NULL;
}

/**
 * bayan_table_read_date:
 *
 * Returns: (transfer full) (nullable): the date in @cell as ISO 8601, in the Gregorian calendar; NULL if it has none
 */
char *
bayan_table_read_date (const char *cell)
{
  char *iso = read_machine_date (cell);
  BayanDateLine line;

  if (iso != NULL)
    return iso;
  bayan_date_line_read (&line, cell, MIN (strlen (cell), 200));
  for (guint i = 0; i < line.n_dates; i++)
    if (line.dates[i].calendar == BAYAN_CALENDAR_GREGORIAN)
      return bayan_date_to_iso (line.dates[i].date);
  return line.n_dates > 0 ? bayan_date_to_iso (bayan_calendar_to_gregorian (line.dates[0].date)) : NULL;
}

/* Whether @cell is a date and nothing else. */
static gboolean
is_date (const char *cell)
{
  g_autofree char *iso = read_machine_date (cell);
  BayanDateLine line;

  if (iso != NULL || strlen (cell) > 100)
    return iso != NULL;
  bayan_date_line_read (&line, cell, strlen (cell));
  return line.n_dates > 0 && line.n_others == 0;
}

/* What is in the cells of one column. */
typedef struct {
  guint n_filled, n_dates, n_addresses, n_languages;
  gsize bytes;
} Content;

static void
look_at_cell (Content *content, const char *cell)
{
  if (cell == NULL || *cell == '\0')
    return;
  content->n_filled++;
  content->bytes += strlen (cell);
  content->n_dates += is_date (cell);
  content->n_addresses += g_str_has_prefix (cell, "http://") || g_str_has_prefix (cell, "https://");
  content->n_languages += strlen (cell) == 2 && g_ascii_isalpha (cell[0]) && g_ascii_isalpha (cell[1]);
}

static BayanColumnRole
role_of_content (const Content *content)
{
  if (content->n_filled == 0)
    return BAYAN_COLUMN_NONE;
  if (content->n_dates == content->n_filled)
    return BAYAN_COLUMN_DATE;
  if (content->n_addresses == content->n_filled)
    return BAYAN_COLUMN_ADDRESS;
  return content->n_languages == content->n_filled ? BAYAN_COLUMN_LANGUAGE : BAYAN_COLUMN_NONE;
}

/* The column without a role that has most in it; @n_columns if there is none, or no more than @least_bytes a cell. */
static guint
find_fullest (const Content *contents, const BayanColumnRole *roles, guint n_columns, gsize least_bytes)
{
  guint fullest = n_columns;

  for (guint i = 0; i < n_columns; i++)
    if (roles[i] == BAYAN_COLUMN_NONE && contents[i].bytes > least_bytes * MAX (contents[i].n_filled, 1)
        && (fullest == n_columns || contents[i].bytes > contents[fullest].bytes))
      fullest = i;
  return fullest;
}

/**
 * bayan_table_guess_roles:
 * @names: (element-type utf8): of the columns
 * @samples: (element-type GPtrArray): rows, of cells
 * @roles: (out caller-allocates): one for each column; none twice
 */
void
bayan_table_guess_roles (const GPtrArray *names, const GPtrArray *samples, BayanColumnRole *roles)
{
  g_autofree Content *contents = g_new0 (Content, names->len);
  gboolean taken[BAYAN_COLUMN_N_ROLES] = { FALSE };
  guint fullest;

  for (guint row = 0; row < samples->len; row++)
    {
      const GPtrArray *cells = samples->pdata[row];

      for (guint i = 0; i < MIN (cells->len, names->len); i++)
        look_at_cell (&contents[i], cells->pdata[i]);
    }
  for (guint by_name = 2; by_name-- > 0;)
    for (guint i = 0; i < names->len; i++)
      {
        BayanColumnRole role = by_name ? bayan_column_role_of_name (names->pdata[i])
                                       : role_of_content (&contents[i]);

        if (by_name)
          roles[i] = BAYAN_COLUMN_NONE;
        if (role != BAYAN_COLUMN_NONE && roles[i] == BAYAN_COLUMN_NONE && !taken[role])
          roles[i] = role;
        taken[roles[i]] = TRUE;
      }
  fullest = find_fullest (contents, roles, names->len, LEAST_TEXT_BYTES);
  if (!taken[BAYAN_COLUMN_TEXT] && fullest < names->len)
    roles[fullest] = BAYAN_COLUMN_TEXT;
  fullest = find_fullest (contents, roles, names->len, LEAST_TITLE_BYTES);
  if (!taken[BAYAN_COLUMN_TITLE] && fullest < names->len)
    roles[fullest] = BAYAN_COLUMN_TITLE;
}
