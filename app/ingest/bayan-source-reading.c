/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-source-reading.h"

#include "bayan-double-encoding.h"
#include "bayan-format.h"
#include "bayan-ingest-error.h"

/* Decides which character set @data is in, and refuses what is no text. */
static gboolean
recognise (BayanCharset *charset, const guint8 *data, gsize size, GCancellable *cancellable, GError **error)
{
  /* Binary before character set: "not valid UTF-8" would be a poor answer to a program. UTF-16 is full of
   * what looks like control characters, so it is asked for first. */
  if (!bayan_charset_is_wide (data, size) && !bayan_format_refuse_binary (data, size, error))
    return FALSE;
  if (!bayan_charset_detect (charset, data, size, error))
    return FALSE;
  if (charset->encoding != BAYAN_ENCODING_SINGLE_BYTE)
    bayan_double_encoding_find (charset, data, size, cancellable);
  return TRUE;
}

static void
add_doubt (GPtrArray *doubts, BayanDoubtKind kind, const char *subject)
{
  if (doubts != NULL)
    g_ptr_array_add (doubts, bayan_doubt_new (kind, subject, bayan_clean_span (0, 0)));
}

/* What is to be said of the reading as a whole. */
static void
add_doubts (GPtrArray *doubts, const BayanCharset *charset, const BayanDecoding *found, gboolean wanted)
{
  g_autofree char *guessed = g_strdup_printf ("%" G_GSIZE_FORMAT, found->guessed);

  if (charset->next_best != NULL && !wanted)
    add_doubt (doubts, BAYAN_DOUBT_CHARSET, charset->next_best);
  if (charset->layers > 0 && !wanted)
    add_doubt (doubts, BAYAN_DOUBT_REPAIRED, charset->through->name);
  if (found->reversed > 0)
    add_doubt (doubts, BAYAN_DOUBT_REPAIRED, "visual order");
  if (found->guessed > 0)
    add_doubt (doubts, BAYAN_DOUBT_DOUBLE_ENCODED, guessed);
  if (found->cut_short)
    add_doubt (doubts, BAYAN_DOUBT_CUT_SHORT, NULL);
}

/**
 * bayan_source_reading_read:
 * @raw: not empty
 * @wanted: (nullable): the character set to read it in, whatever it looks like; as bayan_charset_detect()
 *   names it
 * @charset: (out): the character set; static or interned
 * @doubts: (nullable) (element-type BayanDoubt): where what there is to doubt of the whole is added
 *
 * Returns: (transfer full): the text, with U+FFFD for what is none; or NULL with BAYAN_INGEST_ERROR_ENCODING
 *   and the byte if it is in no character set we can be sure of and @wanted says none, or
 * G_IO_ERROR_CANCELLED
 */
BayanMappedText *
bayan_source_reading_read (GBytes *raw, const char *wanted, const char **charset, GPtrArray *doubts,
                           GCancellable *cancellable, GError **error)
{
  g_autoptr (BayanMappedText) text = NULL;
  BayanCharset found;
  BayanDecoding decoding;
  gsize size;
  const guint8 *data = g_bytes_get_data (raw, &size);
  gboolean told = wanted != NULL && bayan_charset_load (&found, wanted, data, size);

  if (!told && !recognise (&found, data, size, cancellable, error))
    return NULL;
  text = bayan_decoder_decode (&found, data, size, &decoding, cancellable, error);
  if (text == NULL)
    return NULL;
  if (!told && !bayan_decoding_is_text (&decoding, size))
    {
      bayan_ingest_refuse (error, BAYAN_INGEST_ERROR_ENCODING, decoding.first_bad, NULL,
                           "Not valid %s at byte %" G_GSIZE_FORMAT, found.name, decoding.first_bad);
      return NULL;
    }
  add_doubts (doubts, &found, &decoding, told);
  *charset = found.name;
  return g_steal_pointer (&text);
}

/**
 * bayan_source_reading_get_wanted:
 * @charset: (nullable): what a source is written in
 * @extract: (nullable): what was read out of it
 *
 * Returns: (nullable): what to read the text in: an extract is UTF-8, whatever it was read out of
 */
const char *
bayan_source_reading_get_wanted (const char *charset, GBytes *extract)
{
  if (charset == NULL || extract == NULL)
    return charset;
  return g_str_has_prefix (charset, "UTF-8") ? charset : NULL;
}
