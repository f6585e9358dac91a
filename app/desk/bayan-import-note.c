/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-import-job-private.h"

struct _BayanImportNote {
  GObject parent_instance;
  char *name;
  BayanImportResult result;
  gint64 statement;
  GError *error;
  BayanHeldFile *held;
};

G_DEFINE_FINAL_TYPE (BayanImportNote, bayan_import_note, G_TYPE_OBJECT)

static void
finalize (GObject *object)
{
  BayanImportNote *self = BAYAN_IMPORT_NOTE (object);

  g_free (self->name);
  g_clear_error (&self->error);
  g_clear_object (&self->held);
  G_OBJECT_CLASS (bayan_import_note_parent_class)->finalize (object);
}

static void
bayan_import_note_class_init (BayanImportNoteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;
}

static void
bayan_import_note_init (BayanImportNote *self)
{
}

BayanImportNote *
bayan_import_note_new_refused (const char *name, const GError *error)
{
  BayanImportNote *self = g_object_new (BAYAN_TYPE_IMPORT_NOTE, NULL);

  self->name = g_strdup (name);
  self->result = BAYAN_IMPORT_REFUSED;
  self->error = g_error_copy (error);
  return self;
}

BayanImportNote *
bayan_import_note_new (const char *name, const BayanImportOutcome *outcome)
{
  BayanImportNote *self = g_object_new (BAYAN_TYPE_IMPORT_NOTE, NULL);

  self->name = g_strdup (name);
  self->result = outcome->duplicate ? BAYAN_IMPORT_KNOWN : BAYAN_IMPORT_ADDED;
  self->statement = outcome->statement;
  return self;
}

BayanImportNote *
bayan_import_note_new_held (const char *name, BayanHeldFile *held)
{
  BayanImportNote *self = g_object_new (BAYAN_TYPE_IMPORT_NOTE, NULL);

  self->name = g_strdup (name);
  self->result = BAYAN_IMPORT_HELD;
  self->held = g_object_ref (held);
  return self;
}

const char *
bayan_import_note_get_name (BayanImportNote *self)
{
  return self->name;
}

BayanImportResult
bayan_import_note_get_result (BayanImportNote *self)
{
  return self->result;
}

gint64
bayan_import_note_get_statement (BayanImportNote *self)
{
  return self->statement;
}

const GError *
bayan_import_note_get_error (BayanImportNote *self)
{
  return self->error;
}

BayanHeldFile *
bayan_import_note_get_held (BayanImportNote *self)
{
  return self->held;
}
