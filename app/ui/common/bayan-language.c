/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-language.h"

#include "bayan-config.h"

#include <libintl.h>
#include <locale.h>

/* Bumped, it makes glibc forget which catalogue a message was found in, so that the language can change while
 * the program runs (gettext manual, "Being a gettext grok", §11.5). */
extern int _nl_msg_cat_cntr;

static char *language_at_start; /* NULL where the environment has none */

/* glibc heeds LANGUAGE in every locale but the plain C one. */
static void
leave_plain_c_locale (void)
{
  const char *locale = setlocale (LC_MESSAGES, NULL);

  if (g_strcmp0 (locale, "C") == 0 || g_strcmp0 (locale, "POSIX") == 0)
    setlocale (LC_MESSAGES, "C.UTF-8");
}

/**
 * bayan_language_prepare:
 *
 * GLib decides once, at its first lookup of a word, whether libraries' words are translated at all: not where
 * the program has no catalogue for the language of that moment. Bayan's language can change later, so GLib is
 * made to decide for one that there is a catalogue for. To be called when the text domain is bound, before
 * any GObject is made.
 */
void
bayan_language_prepare (void)
{
  language_at_start = g_strdup (g_getenv ("LANGUAGE"));
  g_setenv ("LANGUAGE", "ar", TRUE);
  leave_plain_c_locale ();
  g_dgettext (GETTEXT_PACKAGE, "Statements");
  bayan_language_apply ("system");
}

/**
 * bayan_language_apply:
 * @choice: "ar" or "en", or "system" for what the environment had when the program began
 *
 * Makes @choice the language of every string translated from now on. Widgets that are there already keep
 * theirs. Call it on the main thread.
 */
void
bayan_language_apply (const char *choice)
{
  if (g_strcmp0 (choice, "ar") == 0 || g_strcmp0 (choice, "en") == 0)
    {
      g_setenv ("LANGUAGE", choice, TRUE);
      leave_plain_c_locale ();
    }
  else if (language_at_start != NULL)
    g_setenv ("LANGUAGE", language_at_start, TRUE);
  else
    g_unsetenv ("LANGUAGE");
  _nl_msg_cat_cntr++;
}

/**
 * bayan_language_is_arabic:
 *
 * Returns: whether the interface speaks Arabic
 */
gboolean
bayan_language_is_arabic (void)
{
  const char *const *names = g_get_language_names ();

  return names[0] != NULL && g_str_has_prefix (names[0], "ar") && !g_ascii_isalpha (names[0][2]);
}

/**
 * bayan_language_get_direction:
 *
 * Returns: the direction in which the window is laid out
 */
GtkTextDirection
bayan_language_get_direction (void)
{
  return bayan_language_is_arabic () ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR;
}

static const char *
filled (const char *name)
{
  return name != NULL && *name != '\0' ? name : NULL;
}

/**
 * bayan_language_get_entity_name:
 *
 * Returns: (transfer none): the name of @entity in the language of the interface, or the best that is known
 */
const char *
bayan_language_get_entity_name (const BayanEntity *entity)
{
  const char *arabic = filled (entity->name_ar);
  const char *english = filled (entity->name_en);

  if (bayan_language_is_arabic ())
    return arabic != NULL ? arabic : english != NULL ? english : entity->key;
  return english != NULL ? english : arabic != NULL ? arabic : entity->key;
}

/**
 * bayan_language_get_entity_other_name:
 *
 * Returns: (transfer none) (nullable): its name in the other language, where that says something more
 */
const char *
bayan_language_get_entity_other_name (const BayanEntity *entity)
{
  const char *other = filled (bayan_language_is_arabic () ? entity->name_en : entity->name_ar);

  return g_strcmp0 (other, bayan_language_get_entity_name (entity)) == 0 ? NULL : other;
}

/**
 * bayan_language_is_rtl_text:
 * @text: (nullable): UTF-8
 *
 * Returns: whether the first letter of @text is of a script that runs from right to left
 */
gboolean
bayan_language_is_rtl_text (const char *text)
{
  for (const char *at = text; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (g_unichar_isalpha (letter))
        return g_unichar_get_script (letter) == G_UNICODE_SCRIPT_ARABIC
               || g_unichar_get_script (letter) == G_UNICODE_SCRIPT_HEBREW;
    }
  return FALSE;
}

/* Embeddings, overrides and isolates: U+202A–U+202E, U+2066–U+2069 (Unicode Bidirectional Algorithm, §2). */
static gboolean
is_direction_control (gunichar letter)
{
  return (letter >= 0x202A && letter <= 0x202E) || (letter >= 0x2066 && letter <= 0x2069);
}

/**
 * bayan_language_isolate:
 * @text: UTF-8
 *
 * Returns: (transfer full): @text between U+2068 and U+2069, so that a name set into a sentence of the other
 * direction orders nothing around it (Unicode Bidirectional Algorithm, §2.7). Direction controls of its own are left
 * out: one could end the isolate, or show the name as another one
 */
char *
bayan_language_isolate (const char *text)
{
  GString *isolated = g_string_new ("\u2068");

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!is_direction_control (g_utf8_get_char (at)))
      g_string_append_len (isolated, at, g_utf8_skip[(guchar) *at]);
  g_string_append (isolated, "\u2069");
  return g_string_free (isolated, FALSE);
}
