/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the analyst noted: of words in a statement, of an entity, of a statement or of the whole library. Not changed once
 * it is made: a copy is the same one, counted. Any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  BAYAN_NOTE_OF_MENTION,
  BAYAN_NOTE_OF_ENTITY,
  BAYAN_NOTE_OF_STATEMENT,
  BAYAN_NOTE_OF_LIBRARY,
} BayanNoteAbout;

const char *bayan_note_about_to_string (BayanNoteAbout about);
gboolean bayan_note_about_from_string (const char *string, BayanNoteAbout *about);

#define BAYAN_NOTE_MAX_BYTES 20000

typedef struct {
  gint64 id; /* in the library; 0 before it is stored */
  BayanNoteAbout about;
  gint64 target;    /* id of the mention or statement, number of the entity; 0 for the library */
  gint64 statement; /* of the mention, or the statement itself; 0 for none */
  char *words;      /* the mention's, or the entity's name, when it was noted; never NULL */
  char *text;       /* never NULL */
  char *who;        /* who wrote it; never NULL */
  gint64 at;        /* when, in seconds since 1970 */
  gatomicrefcount ref_count;
} BayanNote;

BayanNote *bayan_note_new (BayanNoteAbout about, gint64 target, gint64 statement, const char *words, const char *text,
                           const char *who, gint64 at);
BayanNote *bayan_note_copy (const BayanNote *self);
void bayan_note_free (BayanNote *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanNote, bayan_note_free)

G_END_DECLS
