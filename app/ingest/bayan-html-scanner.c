/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-html-scanner.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#define REFERENCE_MAX 32

/* Elements in which a "<" is a letter. */
static const char *const RAW_ELEMENTS[] = {
  "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", NULL,
};

/**
 * bayan_html_scanner_init:
 * @text: UTF-8 that ends with NUL and has no other; must outlive @self
 * @length: its length in bytes
 */
void
bayan_html_scanner_init (BayanHtmlScanner *self, const char *text, gsize length)
{
  *self = (BayanHtmlScanner) { text, length, 0, "" };
}

static gsize
find (const BayanHtmlScanner *self, gsize from, const char *needle)
{
  const char *found = from < self->length
                          ? memmem (self->text + from, self->length - from, needle, strlen (needle))
                          : NULL;

  return found != NULL ? (gsize) (found - self->text) : self->length;
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\t';
}

/* Where the end tag of the raw element is, from @at on; the end of the text if it is never closed. */
static gsize
find_raw_end (const BayanHtmlScanner *self, gsize at)
{
  gsize name_length = strlen (self->raw_name);

  for (at = find (self, at, "</"); at < self->length; at = find (self, at + 2, "</"))
    if (g_ascii_strncasecmp (self->text + at + 2, self->raw_name, name_length) == 0
        && !g_ascii_isalnum (self->text[at + 2 + name_length]))
      break;
  return at;
}

/* The ">" that ends the tag with attributes from @at on; a ">" in quotation marks does not. */
static gsize
find_tag_end (const BayanHtmlScanner *self, gsize at)
{
  while (at < self->length && self->text[at] != '>')
    {
      char c = self->text[at++];

      if (c != '=')
        continue;
      while (at < self->length && is_space (self->text[at]))
        at++;
      if (at < self->length && (self->text[at] == '"' || self->text[at] == '\''))
        {
          const char *close = memchr (self->text + at + 1, self->text[at], self->length - at - 1);

          at = close != NULL ? (gsize) (close - self->text) + 1 : self->length;
        }
    }
  return at;
}

static void
read_tag (BayanHtmlScanner *self, BayanHtmlToken *token)
{
  gsize at = token->start + (token->type == BAYAN_HTML_END ? 2 : 1), length = 0;

  for (; at < self->length && !is_space (self->text[at]) && strchr ("/>", self->text[at]) == NULL; at++)
    if (length < sizeof token->name - 1)
      token->name[length++] = g_ascii_tolower (self->text[at]);
  token->name[length] = '\0';
  token->attributes_start = at;
  token->attributes_end = find_tag_end (self, at);
  token->end = MIN (token->attributes_end + 1, self->length);
  if (token->type == BAYAN_HTML_START && g_strv_contains (RAW_ELEMENTS, token->name))
    g_strlcpy (self->raw_name, token->name, sizeof self->raw_name);
}

/* What begins with the "<" at @at. Comments, declarations and the like are passed over: their end, else 0. */
static gsize
skip_declaration (const BayanHtmlScanner *self, gsize at)
{
  const char *text = self->text + at;

  if (g_str_has_prefix (text, "<!--"))
    return MIN (find (self, at + 4, "-->") + 3, self->length);
  if (g_str_has_prefix (text, "<![CDATA["))
    return MIN (find (self, at + 9, "]]>") + 3, self->length);
  if (text[1] == '!' || text[1] == '?')
    return MIN (find (self, at + 2, ">") + 1, self->length);
  return 0;
}

static gboolean
begins_tag (const char *text)
{
  return text[0] == '<' && (g_ascii_isalpha (text[1]) || (text[1] == '/' && g_ascii_isalpha (text[2])));
}

static void
read_text (BayanHtmlScanner *self, BayanHtmlToken *token)
{
  gsize end = self->at;

  token->type = BAYAN_HTML_TEXT;
  if (self->raw_name[0] != '\0')
    {
      token->raw = TRUE;
      token->end = find_raw_end (self, self->at);
      self->raw_name[0] = '\0';
      return;
    }
  do
    end = find (self, end + 1, "<");
  while (end < self->length && !begins_tag (self->text + end) && skip_declaration (self, end) == 0);
  token->end = end;
}

/**
 * bayan_html_scanner_next:
 *
 * Returns: FALSE at the end
 */
gboolean
bayan_html_scanner_next (BayanHtmlScanner *self, BayanHtmlToken *token)
{
  gsize declaration_end;

  while (self->raw_name[0] == '\0' && self->at < self->length && self->text[self->at] == '<'
         && (declaration_end = skip_declaration (self, self->at)) > 0)
    self->at = declaration_end;
  if (self->at >= self->length)
    return FALSE;
  memset (token, 0, sizeof *token);
  token->start = self->at;
  if (self->raw_name[0] == '\0' && begins_tag (self->text + self->at))
    {
      token->type = self->text[self->at + 1] == '/' ? BAYAN_HTML_END : BAYAN_HTML_START;
      read_tag (self, token);
    }
  else
    read_text (self, token);
  self->at = token->end;
  return TRUE;
}

/* A numeric character reference: what HTML says about those that name no character. */
static gunichar
valid_point (guint64 number)
{
  static const gunichar WINDOWS_1252[32] = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
  };

  if (number >= 0x80 && number < 0xA0)
    return WINDOWS_1252[number - 0x80];
  return number > 0 && number <= 0x10FFFF && g_unichar_validate ((gunichar) number) ? (gunichar) number
                                                                                    : 0xFFFD;
}

static gunichar
read_numeric_reference (const char *at, const char *end, gsize *length)
{
  gboolean hexadecimal = end - at > 3 && (at[2] == 'x' || at[2] == 'X');
  const char *digits = at + (hexadecimal ? 3 : 2), *stop = digits;
  guint64 number = 0;

  for (; stop < end && (hexadecimal ? g_ascii_isxdigit (*stop) : g_ascii_isdigit (*stop)); stop++)
    number = MIN (number * (hexadecimal ? 16 : 10) + (guint64) g_ascii_xdigit_value (*stop), G_MAXUINT32);
  if (stop == digits)
    return 0;
  *length = (gsize) (stop - at) + (stop < end && *stop == ';');
  return valid_point (number);
}

/**
 * bayan_html_read_reference:
 * @at: an "&"
 * @end: where the text ends
 * @length: (out): how many bytes it takes
 *
 * Returns: the character meant, by the names of HTML 4 that libxml2 knows or by number; 0 if it is just an
 * "&"
 */
gunichar
bayan_html_read_reference (const char *at, const char *end, gsize *length)
{
  char name[REFERENCE_MAX];
  gsize n = 0;
  const htmlEntityDesc *entity;

  if (end - at > 2 && at[1] == '#')
    return read_numeric_reference (at, end, length);
  while (at + 1 + n < end && n + 1 < sizeof name && g_ascii_isalnum (at[1 + n]))
    {
      name[n] = at[1 + n];
      n++;
    }
  name[n] = '\0';
  if (n == 0 || at + 1 + n >= end || at[1 + n] != ';')
    return 0;
  entity = htmlEntityLookup ((const xmlChar *) name);
  *length = n + 2;
  return entity != NULL ? (gunichar) entity->value : 0;
}

/**
 * bayan_html_decode:
 *
 * Returns: (transfer full): @at with its character references replaced
 */
char *
bayan_html_decode (const char *at, gsize length)
{
  GString *decoded = g_string_sized_new (length);

  for (const char *end = at + length; at < end;)
    {
      gsize taken = 1;
      gunichar c = *at == '&' ? bayan_html_read_reference (at, end, &taken) : 0;

      if (c != 0)
        g_string_append_unichar (decoded, c);
      else
        g_string_append_c (decoded, *at);
      at += c != 0 ? taken : 1;
    }
  return g_string_free (decoded, FALSE);
}

/* Reads the attribute at @at, after spaces. Returns where it ends. */
static gsize
read_attribute (const BayanHtmlScanner *self, gsize at, gsize end, gsize *name_end, gsize *value,
                gsize *value_end)
{
  const char *text = self->text;

  while (at < end && !is_space (text[at]) && text[at] != '=' && text[at] != '/')
    at++;
  *name_end = at;
  while (at < end && is_space (text[at]))
    at++;
  *value = *value_end = at;
  if (at >= end || text[at] != '=')
    return at;
  for (at++; at < end && is_space (text[at]);)
    at++;
  if (at < end && (text[at] == '"' || text[at] == '\''))
    {
      const char *close = memchr (text + at + 1, text[at], end - at - 1);

      *value = at + 1;
      *value_end = close != NULL ? (gsize) (close - text) : end;
      return MIN (*value_end + 1, end);
    }
  *value = at;
  while (at < end && !is_space (text[at]))
    at++;
  *value_end = at;
  return at;
}

/**
 * bayan_html_scanner_get_attribute:
 * @token: a start tag
 * @name: in small letters
 *
 * Returns: (transfer full) (nullable): its value, "" if it has none; NULL if the tag has no such attribute
 */
char *
bayan_html_scanner_get_attribute (const BayanHtmlScanner *self, const BayanHtmlToken *token, const char *name)
{
  gsize at = token->attributes_start, end = token->attributes_end, name_length = strlen (name);

  while (at < end)
    {
      gsize name_end, value, value_end, start;

      while (at < end && (is_space (self->text[at]) || self->text[at] == '/' || self->text[at] == '='))
        at++;
      start = at;
      if (at >= end)
        break;
      at = read_attribute (self, at, end, &name_end, &value, &value_end);
      if (name_end - start == name_length && g_ascii_strncasecmp (self->text + start, name, name_length) == 0)
        return bayan_html_decode (self->text + value, value_end - value);
    }
  return NULL;
}
