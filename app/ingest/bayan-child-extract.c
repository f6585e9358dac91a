/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One document, read by the child. */
#include <unistd.h>

#include "bayan-child.h"
#include "bayan-ingest-error.h"

static BayanFormat
format_of (BayanKind kind)
{
  static const BayanFormat FORMATS[] = {
    [BAYAN_KIND_PDF] = BAYAN_FORMAT_PDF,     [BAYAN_KIND_RTF] = BAYAN_FORMAT_RTF,
    [BAYAN_KIND_DOCX] = BAYAN_FORMAT_DOCX,   [BAYAN_KIND_ODT] = BAYAN_FORMAT_ODT,
    [BAYAN_KIND_FODT] = BAYAN_FORMAT_ODT,    [BAYAN_KIND_MAIL] = BAYAN_FORMAT_EML,
    [BAYAN_KIND_MHTML] = BAYAN_FORMAT_MHTML,
  };

  return (guint) kind < G_N_ELEMENTS (FORMATS) ? FORMATS[kind] : BAYAN_FORMAT_TEXT;
}

static void
read_details (BayanSource *source, GVariant *variant)
{
  GVariantIter iter;
  guint32 field;
  const char *value, *words;

  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_next (&iter, "(u&sm&s)", &field, &value, &words))
    if (field < BAYAN_DETAIL_N_FIELDS && *value != '\0')
      g_ptr_array_add (source->details,
                       bayan_detail_new ((BayanDetailField) field, value, BAYAN_ORIGIN_DECLARED,
                                         bayan_clean_span (0, 0), words));
}

static void
read_doubts (BayanSource *source, GVariant *variant)
{
  gsize size = source->extract != NULL ? g_bytes_get_size (source->extract) : 0;
  GVariantIter iter;
  guint32 kind, start, end;
  const char *subject;

  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_next (&iter, "(u&suu)", &kind, &subject, &start, &end))
    if (kind < BAYAN_DOUBT_N_KINDS && start <= end && end <= size)
      bayan_source_add_doubt (source, (BayanDoubtKind) kind, subject, bayan_raw_span (start, end));
}

static gboolean
frame_cb (BayanFrameKind kind, GBytes *frame, gpointer data)
{
  BayanSource *source = data;

  if (kind == BAYAN_FRAME_HTML)
    {
      g_clear_pointer (&source->extract, g_bytes_unref);
      source->extract = g_bytes_ref (frame);
    }
  else if (kind == BAYAN_FRAME_ABOUT)
    {
      g_autoptr (GVariant) variant = bayan_frame_get_variant (frame, BAYAN_FRAME_ABOUT_TYPE);
      g_autoptr (GVariant) details = g_variant_get_child_value (variant, 0);
      g_autoptr (GVariant) doubts = g_variant_get_child_value (variant, 1);

      read_details (source, details);
      read_doubts (source, doubts);
    }
  return TRUE;
}

/* What is known of @source already stays known. */
static BayanSource *
copy_source (const BayanSource *source, GBytes *raw, BayanKind kind)
{
  BayanSource *made = bayan_source_new (source->name, source->uri);

  made->raw = g_bytes_ref (raw);
  made->format = format_of (kind);
  made->charset = g_strdup (source->charset);
  for (guint i = 0; i < source->details->len; i++)
    g_ptr_array_add (made->details, bayan_detail_copy (source->details->pdata[i]));
  return made;
}

/**
 * bayan_child_extract:
 * @source: what @raw was read from
 * @raw: a document
 * @kind: what @raw is
 *
 * Returns: (transfer full): a source like @source with its extract; or NULL with BAYAN_INGEST_ERROR or
 * G_IO_ERROR_CANCELLED
 */
BayanSource *
bayan_child_extract (const BayanSource *source, GBytes *raw, BayanKind kind, GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (BayanSource) made = copy_source (source, raw, kind);
  int file = bayan_child_make_file (raw, error);
  gboolean done;

  if (file < 0)
    return NULL;
  done = bayan_child_run (BAYAN_VERB_EXTRACT, kind, file, cancellable, frame_cb, made, error);
  close (file);
  if (done && made->extract == NULL)
    done = bayan_ingest_refuse (error, BAYAN_INGEST_ERROR_CRASHED, 0, NULL, "The child said nothing");
  return done ? g_steal_pointer (&made) : NULL;
}
