/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-note-item.h"

struct _BayanNoteItem {
  GObject parent_instance;
  BayanNote *note;
};

G_DEFINE_FINAL_TYPE (BayanNoteItem, bayan_note_item, G_TYPE_OBJECT)

static void
finalize (GObject *object)
{
  bayan_note_free (BAYAN_NOTE_ITEM (object)->note);
  G_OBJECT_CLASS (bayan_note_item_parent_class)->finalize (object);
}

static void
bayan_note_item_class_init (BayanNoteItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;
}

static void
bayan_note_item_init (BayanNoteItem *self)
{
}

BayanNoteItem *
bayan_note_item_new (const BayanNote *note)
{
  BayanNoteItem *self = g_object_new (BAYAN_TYPE_NOTE_ITEM, NULL);

  self->note = bayan_note_copy (note);
  return self;
}

const BayanNote *
bayan_note_item_get_note (BayanNoteItem *self)
{
  return self->note;
}
