/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-page-head.h"

#include <string.h>

#include "bayan-calendar.h"

#define VALUE_MAX_BYTES 400u
#define SCRIPT_MAX_BYTES (64u * 1024)

/* Which names say what. Of two that say the same, the first one of this list is believed. */
static const struct {
  const char *key;
  BayanDetailField field;
} NAMES[] = {
  { "og:site_name", BAYAN_DETAIL_OUTLET },      { "dc.publisher", BAYAN_DETAIL_OUTLET },
  { "dcterms.publisher", BAYAN_DETAIL_OUTLET }, { "publisher", BAYAN_DETAIL_OUTLET },
  { "application-name", BAYAN_DETAIL_OUTLET },  { "author", BAYAN_DETAIL_AUTHOR },
  { "article:author", BAYAN_DETAIL_AUTHOR },    { "dc.creator", BAYAN_DETAIL_AUTHOR },
  { "dcterms.creator", BAYAN_DETAIL_AUTHOR },   { "canonical", BAYAN_DETAIL_ADDRESS },
  { "og:url", BAYAN_DETAIL_ADDRESS },           { "dc.identifier", BAYAN_DETAIL_ADDRESS },
};

/* Keeps @value unless a better name has said it. Addresses are no names, and names no addresses. */
static void
declare (BayanDraft *draft, const char *key, const char *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    {
      BayanDetailField field = NAMES[i].field;
      g_autofree char *kept = NULL;

      if (strcmp (NAMES[i].key, key) != 0)
        continue;
      if (draft->declared[field] != NULL && draft->declared_by[field] <= i)
        return;
      kept = g_strstrip (g_strdelimit (
          g_utf8_make_valid (value, (gssize) MIN (strlen (value), VALUE_MAX_BYTES)), "\n\r\t", ' '));
      if (*kept == '\0' || (strstr (kept, "://") != NULL) != (field == BAYAN_DETAIL_ADDRESS))
        return;
      g_free (draft->declared[field]);
      draft->declared[field] = g_steal_pointer (&kept);
      draft->declared_by[field] = i;
      return;
    }
}

/**
 * bayan_page_head_take_meta:
 * @key: in small letters
 */
void
bayan_page_head_take_meta (BayanDraft *draft, const char *key, const char *content)
{
  declare (draft, key, content);
}

/**
 * bayan_page_head_take_link:
 * @relation: (nullable): what the page at @address is to this one
 * @address: (nullable)
 */
void
bayan_page_head_take_link (BayanDraft *draft, const char *relation, const char *address)
{
  if (relation != NULL && address != NULL && g_ascii_strcasecmp (relation, "canonical") == 0)
    declare (draft, "canonical", address);
}

/* The day of "2021-06-28T19:23:00+03:00"; nothing set if there is none. */
static BayanDate
read_day (const char *datetime)
{
  g_autofree char *day = g_strndup (datetime, strlen ("2021-06-28"));
  BayanDate date = bayan_date_from_iso (day);

  return bayan_date_is_complete (date) && bayan_calendar_is_valid (BAYAN_CALENDAR_GREGORIAN, date)
             ? date
             : (BayanDate) { 0 };
}

/**
 * bayan_page_head_take_time:
 * @datetime: of a <time>
 * @is_publication: whether the page says that it is when it was published
 *
 * A page that has one <time> was published then; one that has several may have those of other articles.
 */
void
bayan_page_head_take_time (BayanDraft *draft, const char *datetime, gboolean is_publication)
{
  BayanDate date = read_day (datetime);

  if (!bayan_date_is_set (date))
    return;
  if (is_publication && !bayan_date_is_set (draft->declared_date))
    draft->declared_date = date;
  if (draft->n_times++ == 0)
    draft->only_time = date;
  else if (bayan_date_compare (draft->only_time, date) != 0)
    draft->only_time = (BayanDate) { 0 };
}

/* Reads the string of JSON at @at, behind its quotation mark. */
static char *
read_string (const char *at, const char *end)
{
  GString *string = g_string_new (NULL);

  for (; at < end && *at != '"' && string->len < VALUE_MAX_BYTES; at++)
    if (*at != '\\')
      g_string_append_c (string, *at);
    else if (end - at > 5 && at[1] == 'u')
      {
        g_autofree char *digits = g_strndup (at + 2, 4);
        gunichar c = (gunichar) g_ascii_strtoull (digits, NULL, 16);

        if (c >= 0x20 && g_unichar_validate (c))
          g_string_append_unichar (string, c);
        at += 5;
      }
    else if (end - at > 1)
      g_string_append_c (string, strchr ("nrt", *++at) != NULL ? ' ' : *at);
  return g_string_free (string, FALSE);
}

/* Returns: (transfer full) (nullable): the string that is the value of @name, or of "name" in the object
 * that is */
static char *
find_value (const char *text, const char *end, const char *name)
{
  g_autofree char *quoted = g_strdup_printf ("\"%s\"", name);
  const char *at = g_strstr_len (text, end - text, quoted);

  if (at == NULL)
    return NULL;
  at += strlen (quoted);
  while (at < end && strchr (": \t\r\n[", *at) != NULL)
    at++;
  if (at < end && *at == '"')
    return read_string (at + 1, end);
  if (at < end && *at == '{' && strcmp (name, "name") != 0)
    {
      const char *close = memchr (at, '}', (gsize) (end - at));

      return find_value (at, close != NULL ? close : end, "name");
    }
  return NULL;
}

/**
 * bayan_page_head_take_script:
 * @text: what is in a <script>; other than JSON-LD nothing is read of it
 */
void
bayan_page_head_take_script (BayanDraft *draft, const char *text, gsize length)
{
  const char *end = text + MIN (length, SCRIPT_MAX_BYTES);
  const char *start = text;
  g_autofree char *date = NULL, *publisher = NULL, *author = NULL;

  while (start < end && g_ascii_isspace (*start))
    start++;
  if (start == end || (*start != '{' && *start != '[')
      || g_strstr_len (start, end - start, "schema.org") == NULL)
    return;
  date = find_value (start, end, "datePublished");
  publisher = find_value (start, end, "publisher");
  author = find_value (start, end, "author");
  if (date != NULL && !bayan_date_is_set (draft->declared_date))
    draft->declared_date = read_day (date);
  if (publisher != NULL)
    declare (draft, "publisher", publisher);
  if (author != NULL)
    declare (draft, "author", author);
}
