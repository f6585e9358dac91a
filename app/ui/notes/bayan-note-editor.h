/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window to write what is noted of a mention, an entity, a statement or the library. */
#pragma once

#include <adwaita.h>

#include "bayan-desk.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_NOTE_EDITOR (bayan_note_editor_get_type ())
G_DECLARE_FINAL_TYPE (BayanNoteEditor, bayan_note_editor, BAYAN, NOTE_EDITOR, AdwWindow)

GtkWidget *bayan_note_editor_new (GtkWindow *parent, BayanDesk *desk, BayanNoteAbout about, gint64 target);

G_END_DECLS
