/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-name-list.h"

#include <string.h>

static void
row_free (gpointer data)
{
  BayanNameRow *row = data;

  g_clear_pointer (&row->name, bayan_own_name_free);
  g_free (row->words);
  g_free (row);
}

/* Returns: (transfer full): an empty list */
BayanNameList *
bayan_name_list_new (const char *charset)
{
  BayanNameList *self = g_new0 (BayanNameList, 1);

  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->charset = g_strdup (charset);
  return self;
}

void
bayan_name_list_free (BayanNameList *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self->charset);
  g_free (self);
}

static void
add (BayanNameList *self, guint line, BayanNameProblem problem, BayanOwnName *name, const char *words)
{
  BayanNameRow *row = g_new (BayanNameRow, 1);

  *row = (BayanNameRow) { line, problem, name, g_strdup (words != NULL ? words : "") };
  g_ptr_array_add (self->rows, row);
}

/* @name: (transfer full) */
void
bayan_name_list_add (BayanNameList *self, guint line, BayanOwnName *name)
{
  add (self, line, BAYAN_NAME_PROBLEM_NONE, name, name->name);
  self->n_names++;
}

/* @words: (nullable): what the problem is in */
void
bayan_name_list_add_problem (BayanNameList *self, guint line, BayanNameProblem problem, const char *words)
{
  add (self, line, problem, NULL, words);
  self->n_problems++;
}

/**
 * bayan_name_list_clean:
 *
 * Returns: (transfer full): @words in one line, with single spaces, and none at the ends: what a name looks like
 */
char *
bayan_name_list_clean (const char *words)
{
  GString *clean = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        {
          space = clean->len > 0;
          continue;
        }
      if (space)
        g_string_append_c (clean, ' ');
      space = FALSE;
      g_string_append_unichar (clean, c);
    }
  return g_string_free (clean, FALSE);
}

static gboolean
has_letter (const char *words)
{
  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/**
 * bayan_name_list_check:
 * @words: cleaned
 *
 * Returns: what is the matter with them as a name, or as another spelling of one
 */
BayanNameProblem
bayan_name_list_check (const char *words)
{
  if (strlen (words) > BAYAN_OWN_NAME_MAX_BYTES)
    return BAYAN_NAME_PROBLEM_TOO_LONG;
  if (strstr (words, "\357\277\275") != NULL) /* U+FFFD */
    return BAYAN_NAME_PROBLEM_LETTERS;
  return has_letter (words) ? BAYAN_NAME_PROBLEM_NONE : BAYAN_NAME_PROBLEM_NO_NAME;
}
