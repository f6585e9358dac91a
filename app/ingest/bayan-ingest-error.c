/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-ingest-error.h"

typedef struct {
  guint64 byte;
  char *found;
} BayanIngestErrorPrivate;

static void
bayan_ingest_error_private_init (BayanIngestErrorPrivate *self)
{
}

static void
bayan_ingest_error_private_copy (const BayanIngestErrorPrivate *source, BayanIngestErrorPrivate *copy)
{
  copy->byte = source->byte;
  copy->found = g_strdup (source->found);
}

static void
bayan_ingest_error_private_clear (BayanIngestErrorPrivate *self)
{
  g_free (self->found);
}

G_DEFINE_EXTENDED_ERROR (BayanIngestError, bayan_ingest_error)

/**
 * bayan_ingest_error_get_byte:
 * @error: an error of this room
 *
 * Returns: which raw byte decided, counted from 0; the size of the source for BAYAN_INGEST_ERROR_TOO_LARGE
 */
guint64
bayan_ingest_error_get_byte (const GError *error)
{
  BayanIngestErrorPrivate *self = bayan_ingest_error_get_private (error);

  return self != NULL ? self->byte : 0;
}

/**
 * bayan_ingest_error_get_found:
 * @error: an error of this room
 *
 * Returns: (transfer none) (nullable): what the source is instead of text, as its format calls itself: "PDF",
 * "PNG"
 */
const char *
bayan_ingest_error_get_found (const GError *error)
{
  BayanIngestErrorPrivate *self = bayan_ingest_error_get_private (error);

  return self != NULL ? self->found : NULL;
}

/**
 * bayan_ingest_refuse:
 * @byte: which raw byte decided, or a size
 * @found: (nullable): the name of the format that was found instead of text
 *
 * Sets @error.
 *
 * Returns: FALSE, so that a caller can return it
 */
gboolean
bayan_ingest_refuse (GError **error, BayanIngestError code, guint64 byte, const char *found,
                     const char *format, ...)
{
  va_list arguments;
  g_autoptr (GError) made = NULL;
  BayanIngestErrorPrivate *self;

  va_start (arguments, format);
  made = g_error_new_valist (BAYAN_INGEST_ERROR, (int) code, format, arguments);
  va_end (arguments);
  self = bayan_ingest_error_get_private (made);
  self->byte = byte;
  self->found = g_strdup (found);
  g_propagate_error (error, g_steal_pointer (&made));
  return FALSE;
}
