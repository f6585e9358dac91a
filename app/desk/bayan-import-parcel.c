/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-import-parcel.h"

#include "bayan-blocks.h"
#include "bayan-held-file-private.h"
#include "bayan-ingest.h"
#include "bayan-sketch.h"

BayanImportParcel *
bayan_import_parcel_new (BayanImportRequest *request, const char *name)
{
  BayanImportParcel *self = g_new0 (BayanImportParcel, 1);

  self->request = bayan_import_request_ref (request);
  self->name = g_strdup (name);
  return self;
}

void
bayan_import_parcel_free (BayanImportParcel *self)
{
  g_free (self->name);
  bayan_import_request_unref (self->request);
  g_clear_pointer (&self->source, bayan_source_unref);
  g_clear_pointer (&self->item, bayan_import_item_free);
  g_clear_object (&self->held);
  g_clear_error (&self->error);
  g_free (self);
}

/* Another encoding may be all that a file needs which cannot be read in any that fits for certain. */
static gboolean
must_be_held (const BayanImportParcel *self, const BayanStatement *statement)
{
  if (self->request->hold == BAYAN_IMPORT_HOLD_NONE)
    return FALSE;
  if (statement == NULL)
    return g_error_matches (self->error, BAYAN_INGEST_ERROR, BAYAN_INGEST_ERROR_ENCODING);
  return self->request->hold == BAYAN_IMPORT_HOLD_ALL || bayan_statement_is_doubtful (statement);
}

static void
recognise (BayanImportParcel *self, BayanStatement *statement, BayanRecogniserMaker *maker,
           GCancellable *cancellable)
{
  BayanRecogniser *recogniser = bayan_recogniser_maker_get (maker, &self->error);
  g_autoptr (BayanWords) words = NULL;
  BayanRecognition *recognition;

  if (recogniser == NULL)
    return;
  if (statement->text_length_bytes <= BAYAN_BLOCK_BYTES)
    words = bayan_words_new (statement->text, (gssize) statement->text_length_bytes);
  recognition = words != NULL ? bayan_recogniser_recognise_words (recogniser, statement, words, cancellable)
                              : bayan_recogniser_recognise (recogniser, statement, cancellable);
  self->item = bayan_import_item_new (bayan_statement_ref (statement), recognition);
  bayan_sketch_add_to_item (self->item);
  bayan_import_item_prepare (self->item, words);
}

/* Reads, cleans and recognises: fills @item, @held or @error. */
void
bayan_import_parcel_process (BayanImportParcel *self, BayanRecogniserMaker *maker, BayanSiteMemory *sites,
                             GCancellable *cancellable)
{
  g_autoptr (BayanStatement) statement = bayan_ingest_source (self->source, sites, cancellable, &self->error);

  if (must_be_held (self, statement))
    {
      self->held = bayan_held_file_new (self->source, statement, self->error);
      g_clear_error (&self->error);
    }
  else if (statement != NULL)
    recognise (self, statement, maker, cancellable);
  g_clear_pointer (&self->source, bayan_source_unref);
}
