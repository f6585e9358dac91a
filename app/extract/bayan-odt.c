/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-odt.h"

#include <string.h>

#include "bayan-odt-body.h"
#include "bayan-package.h"
#include "bayan-properties.h"

static gboolean
fail (GError **error, BayanExtractError code, const char *message)
{
  g_set_error_literal (error, BAYAN_EXTRACT_ERROR, (int) code, message);
  return FALSE;
}

/* Headers, text, footers: @styles holds the first and the last. */
static gboolean
read_parts (BayanExtract *extract, GBytes *content, GBytes *styles, gboolean *cut_short, GError **error)
{
  g_autoptr (BayanOfficeText) text = bayan_office_text_new (extract);
  BayanXmlResult result;

  if (styles != NULL)
    bayan_odt_body_read (styles, BAYAN_ODT_HEADERS, text, NULL);
  result = bayan_odt_body_read (content, BAYAN_ODT_BODY, text, error);
  if (result == BAYAN_XML_REFUSED)
    return FALSE;
  *cut_short |= result == BAYAN_XML_CUT;
  if (styles != NULL)
    bayan_odt_body_read (styles, BAYAN_ODT_FOOTERS, text, NULL);
  return bayan_office_text_finish (text, error);
}

static void
add_cut_doubt (BayanExtract *extract, gboolean cut_short)
{
  if (cut_short)
    bayan_extract_add_doubt (extract, BAYAN_DOUBT_CUT_SHORT, NULL, G_MAXSIZE);
}

/* The manifest says of each part how it is encrypted, if it is. */
static gboolean
is_encrypted (BayanPackage *package)
{
  GBytes *manifest = bayan_package_get (package, "META-INF/manifest.xml");
  gsize length = 0;
  const char *text = manifest != NULL ? g_bytes_get_data (manifest, &length) : NULL;

  return text != NULL && g_strstr_len (text, (gssize) length, "encryption-data") != NULL;
}

/**
 * bayan_odt_read:
 *
 * A #BayanExtractReader. Left out: what was deleted, hidden text, comments. The text of boxes comes before the
 * paragraph that they stand at, notes come after the text.
 */
gboolean
bayan_odt_read (BayanExtract *self, GBytes *bytes, GError **error)
{
  gboolean cut_short = FALSE;
  g_autoptr (GHashTable) package = bayan_package_open (bytes, &cut_short, error);
  GBytes *content;

  if (package == NULL)
    return FALSE;
  if (is_encrypted (package))
    return fail (error, BAYAN_EXTRACT_ERROR_ENCRYPTED, "needs a password");
  content = bayan_package_get (package, "content.xml");
  if (content == NULL)
    return fail (error, BAYAN_EXTRACT_ERROR_DAMAGED, "no content in it");
  bayan_properties_read (bayan_package_get (package, "meta.xml"), self);
  if (!read_parts (self, content, bayan_package_get (package, "styles.xml"), &cut_short, error))
    return FALSE;
  add_cut_doubt (self, cut_short);
  return TRUE;
}

/**
 * bayan_fodt_read:
 *
 * A #BayanExtractReader for the same as one file of XML.
 */
gboolean
bayan_fodt_read (BayanExtract *self, GBytes *bytes, GError **error)
{
  gboolean cut_short = FALSE;

  if (!read_parts (self, bytes, bytes, &cut_short, error))
    return FALSE;
  bayan_properties_read (bytes, self);
  add_cut_doubt (self, cut_short);
  return TRUE;
}
