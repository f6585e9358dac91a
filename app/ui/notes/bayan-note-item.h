/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A note as a line of a list. */
#pragma once

#include <glib-object.h>

#include "bayan-note.h"

G_BEGIN_DECLS

#define BAYAN_TYPE_NOTE_ITEM (bayan_note_item_get_type ())
G_DECLARE_FINAL_TYPE (BayanNoteItem, bayan_note_item, BAYAN, NOTE_ITEM, GObject)

BayanNoteItem *bayan_note_item_new (const BayanNote *note);
const BayanNote *bayan_note_item_get_note (BayanNoteItem *self);

G_END_DECLS
