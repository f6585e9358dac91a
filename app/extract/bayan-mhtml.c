/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-mhtml.h"

#include <string.h>

#include "bayan-mime.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"
#define MAX_PARTS_LOOKED_AT 100000

static gboolean
is_page (GMimeObject *object)
{
  GMimeContentType *type = g_mime_object_get_content_type (object);

  return GMIME_IS_PART (object)
         && (g_mime_content_type_is_type (type, "text", "html")
             || g_mime_content_type_is_type (type, "application", "xhtml+xml"));
}

/* The part that is the page: the one that is named, or the first. RFC 2387, 3.2. */
static GMimeObject *
find_page (GMimeObject *object, guint depth)
{
  const char *start = g_mime_object_get_content_type_parameter (object, "start");
  GMimeObject *page = NULL;
  int n;

  if (!GMIME_IS_MULTIPART (object))
    return is_page (object) ? object : NULL;
  n = MIN (g_mime_multipart_get_count (GMIME_MULTIPART (object)), MAX_PARTS_LOOKED_AT);
  for (int i = 0; i < n && depth < BAYAN_EXTRACT_MAX_DEPTH; i++)
    {
      GMimeObject *part = g_mime_multipart_get_part (GMIME_MULTIPART (object), i);
      const char *id = g_mime_object_get_content_id (part);
      GMimeObject *found = find_page (part, depth + 1);

      if (found != NULL && start != NULL && id != NULL && strstr (start, id) != NULL)
        return found;
      page = page != NULL ? page : found;
    }
  return page;
}

static void
describe (BayanExtract *self, GMimeObject *message, GMimeObject *page)
{
  g_autofree char *snapshot = bayan_mime_get_header (message, "Snapshot-Content-Location");
  g_autofree char *location = bayan_mime_get_header (page, "Content-Location");
  const char *address = snapshot != NULL ? snapshot : location;

  if (address != NULL && (g_str_has_prefix (address, "http://") || g_str_has_prefix (address, "https://")))
    bayan_extract_add_detail (self, BAYAN_DETAIL_ADDRESS, address, address);
}

/**
 * bayan_mhtml_read:
 *
 * A BayanExtractReader. The page stays as it is, so that it is cleaned as any page. The head of the file says nothing
 * that the page does not: its subject is the page's title, and its date is no date of publication but when the page was
 * saved.
 */
gboolean
bayan_mhtml_read (BayanExtract *self, GBytes *bytes, GError **error)
{
  gboolean cut_short;
  GMimeMessage *message = bayan_mime_parse (bytes, &cut_short, error);
  GMimeObject *page;

  if (message == NULL)
    return FALSE;
  page = find_page (g_mime_message_get_mime_part (message), 0);
  if (page != NULL)
    {
      g_autoptr (GBytes) content = bayan_mime_get_content (page);
      g_autofree char *text = bayan_mime_decode (page, content);

      g_string_truncate (self->html, 0);
      if (text != NULL)
        g_string_append_printf (self->html, BYTE_ORDER_MARK "%s", text);
      else
        g_string_append_len (self->html, g_bytes_get_data (content, NULL),
                             (gssize) g_bytes_get_size (content));
      describe (self, GMIME_OBJECT (message), page);
      if (cut_short || bayan_mime_is_cut_short (page))
        bayan_extract_add_doubt (self, BAYAN_DOUBT_CUT_SHORT, NULL, G_MAXSIZE);
    }
  else
    g_set_error_literal (error, BAYAN_EXTRACT_ERROR, BAYAN_EXTRACT_ERROR_NO_TEXT, "There is no page in it");
  g_object_unref (message);
  return page != NULL;
}
