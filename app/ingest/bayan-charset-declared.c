/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bayan-charset.h"

#define DECLARATION_BYTES 4096u

/* The value behind @key in @head, from @from on. */
static char *
find_value (const char *head, gsize length, const char *from, const char *key)
{
  const char *start = g_strstr_len (head, (gssize) length, from), *at;

  if (start == NULL)
    return NULL;
  at = g_strstr_len (start, (gssize) (length - (gsize) (start - head)), key);
  if (at == NULL)
    return NULL;
  at += strlen (key);
  at += strspn (at, " \t\r\n=\"'");
  return g_strndup (at, strcspn (at, " \t\r\n\"'/>;?"));
}

/**
 * bayan_charset_find_declaration:
 *
 * Returns: (transfer full) (nullable): the character set that a web page or an XML file declares, in lower
 *   case
 */
char *
bayan_charset_find_declaration (const guint8 *raw, gsize size)
{
  gsize length = MIN (size, DECLARATION_BYTES);
  g_autofree char *head = NULL;
  char *found;

  if (memchr (raw, '<', length) == NULL)
    return NULL;
  head = g_ascii_strdown ((const char *) raw, (gssize) length);
  found = find_value (head, length, "<meta", "charset");
  return found != NULL ? found : find_value (head, length, "<?xml", "encoding");
}
