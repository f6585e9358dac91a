/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-note.h"

static const char *const ABOUTS[] = {
  [BAYAN_NOTE_OF_MENTION] = "mention",
  [BAYAN_NOTE_OF_ENTITY] = "entity",
  [BAYAN_NOTE_OF_STATEMENT] = "statement",
  [BAYAN_NOTE_OF_LIBRARY] = "library",
};

/* Returns: (transfer none): as libraries hold it */
const char *
bayan_note_about_to_string (BayanNoteAbout about)
{
  g_return_val_if_fail ((guint) about < G_N_ELEMENTS (ABOUTS), NULL);
  return ABOUTS[about];
}

/* @string: (nullable) */
gboolean
bayan_note_about_from_string (const char *string, BayanNoteAbout *about)
{
  for (guint i = 0; i < G_N_ELEMENTS (ABOUTS); i++)
    if (g_strcmp0 (ABOUTS[i], string) == 0)
      {
        *about = (BayanNoteAbout) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * bayan_note_new:
 * @at: seconds since 1970
 *
 * Returns: (transfer full): a note that no library has yet
 */
BayanNote *
bayan_note_new (BayanNoteAbout about, gint64 target, gint64 statement, const char *words, const char *text,
                const char *who, gint64 at)
{
  BayanNote *self = g_new0 (BayanNote, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->about = about;
  self->target = target;
  self->statement = statement;
  self->words = g_strdup (words);
  self->text = g_strdup (text);
  self->who = g_strdup (who);
  self->at = at;
  return self;
}

BayanNote *
bayan_note_copy (const BayanNote *self)
{
  BayanNote *same = (BayanNote *) self;

  g_atomic_ref_count_inc (&same->ref_count);
  return same;
}

void
bayan_note_free (BayanNote *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->words);
  g_free (self->text);
  g_free (self->who);
  g_free (self);
}
