/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-serve.h"

#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bayan-docx.h"
#include "bayan-extract.h"
#include "bayan-frame.h"
#include "bayan-kind.h"
#include "bayan-mail.h"
#include "bayan-mhtml.h"
#include "bayan-odt.h"
#include "bayan-parts.h"
#include "bayan-pdf.h"
#include "bayan-rtf.h"
#include "bayan-sandbox.h"

/* The parent's clock counts while it waits; this one should not be faster. */
#define ALLOWED_SECONDS (BAYAN_SANDBOX_MAX_SECONDS + 2)

typedef struct {
  void *address;
  gsize size;
} Mapping;

static void
unmap (gpointer data)
{
  Mapping *mapping = data;

  munmap (mapping->address, mapping->size);
  g_free (mapping);
}

/* What @file holds. Takes the descriptor. */
static GBytes *
map_file (int file)
{
  struct stat status;
  void *address = MAP_FAILED;
  Mapping *mapping;

  if (fstat (file, &status) == 0 && status.st_size > 0)
    address = mmap (NULL, (gsize) status.st_size, PROT_READ, MAP_PRIVATE, file, 0);
  close (file);
  if (address == MAP_FAILED)
    return g_bytes_new (NULL, 0);
  mapping = g_new (Mapping, 1);
  *mapping = (Mapping) { address, (gsize) status.st_size };
  return g_bytes_new_with_free_func (address, (gsize) status.st_size, unmap, mapping);
}

static gboolean
send_failure (int descriptor, BayanFrameKind frame, const char *path, const GError *error)
{
  guint32 code = error->domain == BAYAN_EXTRACT_ERROR ? (guint32) error->code : BAYAN_EXTRACT_ERROR_DAMAGED;
  g_autofree char *message = g_utf8_make_valid (error->message, -1);
  g_autofree char *valid = g_utf8_make_valid (path, -1);

  return bayan_frame_send_variant (descriptor, frame,
                                   g_variant_new (BAYAN_FRAME_FAILURE_TYPE, code, valid, "", message));
}

static BayanExtractReader
find_reader (BayanKind kind)
{
  static const BayanExtractReader READERS[] = {
    [BAYAN_KIND_PDF] = bayan_pdf_read,     [BAYAN_KIND_DOCX] = bayan_docx_read, [BAYAN_KIND_ODT] = bayan_odt_read,
    [BAYAN_KIND_FODT] = bayan_fodt_read,   [BAYAN_KIND_RTF] = bayan_rtf_read,   [BAYAN_KIND_MAIL] = bayan_mail_read,
    [BAYAN_KIND_MHTML] = bayan_mhtml_read,
  };

  return (guint) kind < G_N_ELEMENTS (READERS) ? READERS[kind] : NULL;
}

static GVariant *
describe (const BayanExtract *extract)
{
  GVariantBuilder details, doubts;

  g_variant_builder_init (&details, G_VARIANT_TYPE ("a(usms)"));
  g_variant_builder_init (&doubts, G_VARIANT_TYPE ("a(usuu)"));
  for (guint i = 0; i < extract->details->len; i++)
    {
      const BayanDetail *detail = extract->details->pdata[i];
      g_autofree char *words = detail->words != NULL ? g_utf8_make_valid (detail->words, -1) : NULL;

      g_variant_builder_add (&details, "(usms)", (guint32) detail->field, detail->value, words);
    }
  for (guint i = 0; i < extract->doubts->len; i++)
    {
      const BayanExtractDoubt *doubt = &g_array_index (extract->doubts, BayanExtractDoubt, i);
      g_autofree char *subject = g_utf8_make_valid (doubt->subject, -1);

      g_variant_builder_add (&doubts, "(usuu)", (guint32) doubt->kind, subject, doubt->start, doubt->end);
    }
  return g_variant_new (BAYAN_FRAME_ABOUT_TYPE, &details, &doubts);
}

static gboolean
extract (int descriptor, BayanKind kind, GBytes *bytes)
{
  g_autoptr (BayanExtract) made = bayan_extract_new ();
  g_autoptr (GError) error = NULL;
  BayanExtractReader read = find_reader (kind);

  if (read == NULL)
    g_set_error_literal (&error, BAYAN_EXTRACT_ERROR, BAYAN_EXTRACT_ERROR_UNSUPPORTED,
                         "Not a format that is read");
  else if (read (made, bytes, &error) && made->too_large)
    g_set_error_literal (&error, BAYAN_EXTRACT_ERROR, BAYAN_EXTRACT_ERROR_TOO_LARGE, "Too much text");
  if (error != NULL)
    return send_failure (descriptor, BAYAN_FRAME_ERROR, "", error);
  return bayan_frame_send (descriptor, BAYAN_FRAME_HTML, made->html->str, made->html->len)
         && bayan_frame_send_variant (descriptor, BAYAN_FRAME_ABOUT, describe (made))
         && bayan_frame_send (descriptor, BAYAN_FRAME_DONE, NULL, 0);
}

static gboolean
part_found_cb (const char *path, GBytes *bytes, gpointer data)
{
  int descriptor = GPOINTER_TO_INT (data);
  g_autofree char *valid = g_utf8_make_valid (path, -1);
  gsize size = 0;
  const void *content = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  bayan_sandbox_allow_seconds (ALLOWED_SECONDS);
  return bayan_frame_send_variant (descriptor, BAYAN_FRAME_PART,
                                   g_variant_new (BAYAN_FRAME_PART_TYPE, bytes == NULL, valid))
         && (bytes == NULL || bayan_frame_send (descriptor, BAYAN_FRAME_BYTES, content, size));
}

static gboolean
part_failed_cb (const char *path, const GError *error, gpointer data)
{
  return send_failure (GPOINTER_TO_INT (data), BAYAN_FRAME_FAILURE, path, error);
}

static gboolean
unpack (int descriptor, GBytes *bytes)
{
  BayanParts parts = { part_found_cb, part_failed_cb, GINT_TO_POINTER (descriptor) };

  bayan_parts_unpack (&parts, bytes);
  return bayan_frame_send (descriptor, BAYAN_FRAME_DONE, NULL, 0);
}

/* What the tests of the parent ask for: misbehaviour. */
static void
misbehave (void)
{
  const char *how = g_getenv ("BAYAN_EXTRACT_MISBEHAVE");

  if (g_strcmp0 (how, "hang") == 0)
    while (TRUE)
      g_usleep (G_USEC_PER_SEC);
  if (g_strcmp0 (how, "crash") == 0)
    abort ();
  if (g_strcmp0 (how, "memory") == 0)
    for (gsize size = 1024 * 1024;; size *= 2)
      memset (g_malloc (size), 1, size);
  if (g_strcmp0 (how, "reach-out") == 0
      && (socket (AF_INET, SOCK_STREAM, 0) >= 0 || execl ("/bin/true", "true", NULL) == 0))
    abort ();
}

/**
 * bayan_serve:
 * @descriptor: the socket
 *
 * Waits for one request and answers it.
 *
 * Returns: FALSE if the parent is gone
 */
gboolean
bayan_serve (int descriptor)
{
  BayanVerb verb;
  guint32 kind;
  int file = bayan_frame_receive_request (descriptor, &verb, &kind);
  g_autoptr (GBytes) bytes = NULL;

  if (file < 0)
    return FALSE;
  misbehave ();
  bayan_sandbox_allow_seconds (ALLOWED_SECONDS);
  bytes = map_file (file);
  return verb == BAYAN_VERB_UNPACK ? unpack (descriptor, bytes)
                                   : extract (descriptor, (BayanKind) kind, bytes);
}
