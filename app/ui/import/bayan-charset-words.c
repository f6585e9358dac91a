/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-charset-words.h"

#include "bayan-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bayan-language.h"

static const struct {
  const char *prefix; /* of the set's name, in small letters */
  const char *script;
} SCRIPTS[] = {
  { "utf-", N_ ("Unicode") },         { "windows-1256", N_ ("Arabic") }, { "iso-8859-6", N_ ("Arabic") },
  { "macarabic", N_ ("Arabic") },     { "dos-720", N_ ("Arabic") },      { "ibm864", N_ ("Arabic") },
  { "windows-1252", N_ ("Western") }, { "iso-8859-1", N_ ("Western") },  { "macintosh", N_ ("Western") },
  { "windows-1254", N_ ("Turkish") }, { "iso-8859-9", N_ ("Turkish") },
};

static const char *
find_script (const char *charset)
{
  g_autofree char *lower = g_ascii_strdown (charset, -1);

  for (guint i = 0; i < G_N_ELEMENTS (SCRIPTS); i++)
    if (g_str_has_prefix (lower, SCRIPTS[i].prefix))
      return SCRIPTS[i].script;
  return NULL;
}

/* "UTF-8 (double, windows-1252)": text that was taken for another set and encoded again */
static char *
describe_repair (const char *charset)
{
  const char *comma = strstr (charset, ", ");
  g_autofree char *through = NULL;
  g_autofree char *isolated = NULL;

  if (comma == NULL || strchr (charset, '(') == NULL)
    return NULL;
  through = g_strndup (comma + 2, strcspn (comma + 2, ")"));
  isolated = bayan_language_isolate (through);
  if (strstr (charset, "(triple") != NULL)
    return g_strdup_printf (_ ("Unicode, encoded three times (through %s)"), isolated);
  return g_strdup_printf (_ ("Unicode, encoded twice (through %s)"), isolated);
}

/**
 * bayan_charset_words:
 * @charset: "windows-1256"
 *
 * Returns: (transfer full): "Arabic (windows-1256)"; the bare name of one not known here
 */
char *
bayan_charset_words (const char *charset)
{
  g_autofree char *repair = describe_repair (charset);
  g_autofree char *name = bayan_language_isolate (charset);
  const char *script = find_script (charset);

  if (repair != NULL)
    return g_steal_pointer (&repair);
  if (script == NULL)
    return g_steal_pointer (&name);
  /* Translators: a script, and the name of a character set: Arabic (windows-1256) */
  return g_strdup_printf (_ ("%1$s (%2$s)"), _ (script), name);
}
