/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-import-tally.h"

#include "bayan-import-job-private.h"

/* @number: (nullable): of the import that this one goes on with */
void
bayan_import_tally_init (BayanImportTally *self, gint64 *number)
{
  self->number = number != NULL ? g_rc_box_acquire (number) : g_rc_box_new0 (gint64);
  self->notes = g_list_store_new (BAYAN_TYPE_IMPORT_NOTE);
}

void
bayan_import_tally_clear (BayanImportTally *self)
{
  g_clear_pointer (&self->number, g_rc_box_release);
  g_clear_object (&self->notes);
}

static BayanImportNote *
note_refused (BayanImportTally *self, const BayanImportParcel *parcel, const GError *error)
{
  BayanHeldFile *held = parcel->request->held;

  self->n_refused++;
  if (held != NULL)
    bayan_held_file_set_error (held, error);
  return bayan_import_note_new_refused (parcel->name, error);
}

static BayanImportNote *
note_held (BayanImportTally *self, const BayanImportParcel *parcel, BayanHeldList *list)
{
  g_autoptr (GError) error = NULL;
  BayanHeldFile *held = bayan_held_list_add (list, parcel->held, &error);

  if (held == NULL)
    return note_refused (self, parcel, error);
  if (held == parcel->held)
    bayan_held_file_set_number (held, self->number);
  self->n_held++;
  return bayan_import_note_new_held (parcel->name, held);
}

static BayanImportNote *
note_outcome (BayanImportTally *self, const BayanImportParcel *parcel, const BayanImportOutcome *outcome)
{
  BayanHeldFile *held = parcel->request->held;

  if (outcome->duplicate)
    self->n_known++;
  else
    self->n_added++;
  if (held != NULL)
    bayan_held_file_set_state (held, outcome->duplicate ? BAYAN_HELD_KNOWN : BAYAN_HELD_IMPORTED);
  if (!outcome->duplicate && self->n_added > BAYAN_IMPORT_TALLY_MAX_ADDED)
    return NULL;
  return bayan_import_note_new (parcel->name, outcome);
}

/* @next: (inout): the outcome of the next parcel that went to the library. Returns: (nullable) */
static BayanImportNote *
note_parcel (BayanImportTally *self, const BayanImportParcel *parcel, GArray *outcomes, guint *next,
             BayanHeldList *list)
{
  self->n_done++;
  if (parcel->error != NULL)
    return note_refused (self, parcel, parcel->error);
  if (parcel->held != NULL && parcel->known == 0)
    return note_held (self, parcel, list);
  if (parcel->held != NULL)
    return note_outcome (self, parcel, &(BayanImportOutcome) { parcel->known, TRUE });
  return note_outcome (self, parcel, &g_array_index (outcomes, BayanImportOutcome, (*next)++));
}

/**
 * bayan_import_tally_note:
 * @parcels: (element-type BayanImportParcel): a batch that the library has taken
 * @outcomes: (nullable) (element-type BayanImportOutcome): of those that had an item, in order
 * @held: where what was held back waits
 *
 * Counts the batch and notes it, with one splice.
 */
void
bayan_import_tally_note (BayanImportTally *self, GPtrArray *parcels, GArray *outcomes, BayanHeldList *held)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_full (parcels->len, g_object_unref);
  guint next = 0;

  for (guint i = 0; i < parcels->len; i++)
    {
      BayanImportNote *note = note_parcel (self, parcels->pdata[i], outcomes, &next, held);
      if (note != NULL)
        g_ptr_array_add (notes, note);
    }
  g_list_store_splice (self->notes, g_list_model_get_n_items (G_LIST_MODEL (self->notes)), 0, notes->pdata,
                       notes->len);
}
