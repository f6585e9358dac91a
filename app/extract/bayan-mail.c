/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-mail.h"

#include <string.h>

#include "bayan-mail-text.h"
#include "bayan-mime.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"
#define HEAD_UTF8 "<!DOCTYPE html><meta charset=\"utf-8\">\n"
#define HEAD_UNKNOWN "<!DOCTYPE html>\n"
#define MAX_MIME_DEPTH 64

/* The texts of one mail that are shown as its body, in their order; and what hangs on it. */
typedef struct {
  GPtrArray *texts;       /* of GMimeObject: text/html or text/plain; borrowed */
  GPtrArray *attachments; /* of GMimeObject: parts and messages; borrowed */
} Anatomy;

static gboolean
is_type (GMimeObject *object, const char *type, const char *subtype)
{
  GMimeContentType *content_type = g_mime_object_get_content_type (object);

  return content_type != NULL && g_mime_content_type_is_type (content_type, type, subtype);
}

static gboolean
is_body_text (GMimeObject *object)
{
  const char *disposition = g_mime_object_get_disposition (object);

  return GMIME_IS_PART (object) && (is_type (object, "text", "plain") || is_type (object, "text", "html"))
         && (disposition == NULL || g_ascii_strcasecmp (disposition, "attachment") != 0)
         && g_mime_part_get_filename (GMIME_PART (object)) == NULL;
}

/* What comes with mails and is no statement. */
static gboolean
is_ornament (GMimeObject *object)
{
  return is_type (object, "image", "*") || is_type (object, "audio", "*") || is_type (object, "video", "*")
         || is_type (object, "text", "calendar") || is_type (object, "text", "x-vcard")
         || is_type (object, "text", "vcard") || is_type (object, "application", "pgp-signature")
         || is_type (object, "application", "pkcs7-signature")
         || is_type (object, "application", "x-pkcs7-signature")
         || is_type (object, "message", "delivery-status");
}

static void dissect (Anatomy *self, GMimeObject *object, guint depth);

/* The same in several forms: HTML says more than plain text. */
static GMimeObject *
choose (GMimeMultipart *alternative)
{
  GMimeObject *chosen = NULL;
  int n = g_mime_multipart_get_count (alternative);

  for (int i = 0; i < n; i++)
    {
      GMimeObject *part = g_mime_multipart_get_part (alternative, i);

      if (GMIME_IS_MULTIPART (part) || is_type (part, "text", "html")
          || (chosen == NULL && is_type (part, "text", "plain")))
        chosen = part;
    }
  return chosen != NULL || n == 0 ? chosen : g_mime_multipart_get_part (alternative, 0);
}

static void
dissect_multipart (Anatomy *self, GMimeObject *object, guint depth)
{
  int n = g_mime_multipart_get_count (GMIME_MULTIPART (object));

  if (is_type (object, "multipart", "alternative"))
    {
      GMimeObject *chosen = choose (GMIME_MULTIPART (object));

      if (chosen != NULL)
        dissect (self, chosen, depth + 1);
      return;
    }
  for (int i = 0; i < n; i++)
    dissect (self, g_mime_multipart_get_part (GMIME_MULTIPART (object), i), depth + 1);
}

static void
dissect (Anatomy *self, GMimeObject *object, guint depth)
{
  if (depth > MAX_MIME_DEPTH)
    return;
  if (GMIME_IS_MULTIPART (object))
    dissect_multipart (self, object, depth);
  else if (is_body_text (object))
    g_ptr_array_add (self->texts, object);
  else if ((GMIME_IS_PART (object) || GMIME_IS_MESSAGE_PART (object)) && !is_ornament (object))
    g_ptr_array_add (self->attachments, object);
}

static void
anatomy_init (Anatomy *self, GMimeMessage *message)
{
  self->texts = g_ptr_array_new ();
  self->attachments = g_ptr_array_new ();
  dissect (self, g_mime_message_get_mime_part (message), 0);
}

static void
anatomy_clear (Anatomy *self)
{
  g_ptr_array_unref (self->texts);
  g_ptr_array_unref (self->attachments);
}

static gboolean
has_parameter (GMimeObject *part, const char *name, const char *value)
{
  return g_ascii_strcasecmp (g_mime_object_get_content_type_parameter (part, name) ?: "", value) == 0;
}

static void
put_decoded (GString *html, GMimeObject *part, const char *text)
{
  g_autofree char *flowed = NULL;

  if (is_type (part, "text", "html"))
    {
      g_string_append_printf (html, "%s\n", text);
      return;
    }
  if (has_parameter (part, "format", "flowed"))
    flowed = bayan_mail_text_unflow (text, has_parameter (part, "delsp", "yes"));
  text = flowed != NULL ? flowed : text;
  bayan_mail_text_put (html, text, strlen (text));
}

/* Several texts have to be in one character set: what does not say its own is taken for Windows' Arabic one. */
static char *
decode_somehow (GMimeObject *part, GBytes *content)
{
  char *text = bayan_mime_decode (part, content);
  gsize size = g_bytes_get_size (content);

  if (text == NULL)
    text = g_convert_with_fallback (g_bytes_get_data (content, NULL), (gssize) size, "UTF-8", "WINDOWS-1256",
                                    "\xEF\xBF\xBD", NULL, NULL, NULL);
  return text != NULL ? text : g_utf8_make_valid (g_bytes_get_data (content, NULL), (gssize) size);
}

/* A mail of one text that does not say what it is written in: its bytes as they are, for the parent to find out. */
static gboolean
put_undeclared (GString *html, GMimeObject *part)
{
  g_autoptr (GBytes) content = bayan_mime_get_content (part);
  g_autofree char *text = bayan_mime_decode (part, content);
  gsize size;
  const char *data = g_bytes_get_data (content, &size);

  if (text != NULL || data == NULL)
    return FALSE;
  if (is_type (part, "text", "html"))
    {
      g_string_append_len (html, data, (gssize) size);
      return TRUE;
    }
  g_string_append (html, HEAD_UNKNOWN);
  bayan_mail_text_put (html, data, size);
  return TRUE;
}

static void
put_texts (GString *html, const GPtrArray *texts)
{
  g_string_truncate (html, 0);
  if (texts->len == 1 && put_undeclared (html, texts->pdata[0]))
    return;
  g_string_append (html, BYTE_ORDER_MARK);
  if (!is_type (texts->pdata[0], "text", "html"))
    g_string_append (html, HEAD_UTF8);
  for (guint i = 0; i < texts->len; i++)
    {
      g_autoptr (GBytes) content = bayan_mime_get_content (texts->pdata[i]);
      g_autofree char *text = decode_somehow (texts->pdata[i], content);

      put_decoded (html, texts->pdata[i], text);
    }
}

/* "Fwd: RE: بيان" → "بيان" */
static const char *
skip_prefixes (const char *subject)
{
  static const char *const PREFIXES[] = { "re:", "fw:", "fwd:", "رد:", "إعادة توجيه:", "aw:", "tr:" };
  gboolean again = TRUE;

  while (again)
    {
      again = FALSE;
      for (guint i = 0; i < G_N_ELEMENTS (PREFIXES) && !again; i++)
        if (g_ascii_strncasecmp (subject, PREFIXES[i], strlen (PREFIXES[i])) == 0)
          {
            subject += strlen (PREFIXES[i]);
            subject += strspn (subject, " ");
            again = TRUE;
          }
    }
  return subject;
}

static void
describe_sender (BayanExtract *self, GMimeMessage *message, const char *words)
{
  InternetAddressList *senders = g_mime_message_get_from (message);
  InternetAddress *sender = senders != NULL && internet_address_list_length (senders) > 0
                                ? internet_address_list_get_address (senders, 0)
                                : NULL;
  const char *name = sender != NULL ? internet_address_get_name (sender) : NULL;

  if ((name == NULL || *name == '\0') && sender != NULL && INTERNET_ADDRESS_IS_MAILBOX (sender))
    name = internet_address_mailbox_get_addr (INTERNET_ADDRESS_MAILBOX (sender));
  bayan_extract_add_detail (self, BAYAN_DETAIL_AUTHOR, name, words);
}

static void
describe (BayanExtract *self, GMimeMessage *message)
{
  GMimeObject *object = GMIME_OBJECT (message);
  g_autofree char *subject = bayan_mime_get_header (object, "Subject");
  g_autofree char *from = bayan_mime_get_header (object, "From");
  g_autofree char *sent = bayan_mime_get_header (object, "Date");
  GDateTime *date = g_mime_message_get_date (message);
  g_autofree char *iso = date != NULL ? g_date_time_format (date, "%Y-%m-%d") : NULL;

  bayan_extract_add_detail (self, BAYAN_DETAIL_TITLE, subject != NULL ? skip_prefixes (subject) : NULL,
                            subject);
  describe_sender (self, message, from);
  if (date != NULL && g_date_time_get_year (date) >= 1970)
    bayan_extract_add_detail (self, BAYAN_DETAIL_DATE, iso, sent);
}

/**
 * bayan_mail_read:
 *
 * A BayanExtractReader: the text of the mail itself.
 */
gboolean
bayan_mail_read (BayanExtract *self, GBytes *bytes, GError **error)
{
  gboolean cut_short, any;
  GMimeMessage *message = bayan_mime_parse (bytes, &cut_short, error);
  Anatomy anatomy;

  if (message == NULL)
    return FALSE;
  anatomy_init (&anatomy, message);
  any = anatomy.texts->len > 0;
  if (any)
    {
      put_texts (self->html, anatomy.texts);
      describe (self, message);
      for (guint i = 0; i < anatomy.texts->len; i++)
        cut_short |= bayan_mime_is_cut_short (anatomy.texts->pdata[i]);
      if (cut_short)
        bayan_extract_add_doubt (self, BAYAN_DOUBT_CUT_SHORT, NULL, G_MAXSIZE);
    }
  else
    g_set_error_literal (error, BAYAN_EXTRACT_ERROR, BAYAN_EXTRACT_ERROR_NO_TEXT, "The mail has no text");
  anatomy_clear (&anatomy);
  g_object_unref (message);
  return any;
}

/* A mail in a mail, as the file it would be. */
static GBytes *
get_message_bytes (GMimeObject *object)
{
  GMimeMessage *message = g_mime_message_part_get_message (GMIME_MESSAGE_PART (object));
  char *text = message != NULL ? g_mime_object_to_string (GMIME_OBJECT (message), NULL) : NULL;

  return text != NULL ? g_bytes_new_take (text, strlen (text)) : NULL;
}

static char *
name_of (GMimeObject *object, guint number)
{
  const char *name = GMIME_IS_PART (object) ? g_mime_part_get_filename (GMIME_PART (object)) : NULL;
  g_autofree char *subject = NULL;

  if (GMIME_IS_MESSAGE_PART (object) && g_mime_message_part_get_message (GMIME_MESSAGE_PART (object)) != NULL)
    subject = bayan_mime_get_header (
        GMIME_OBJECT (g_mime_message_part_get_message (GMIME_MESSAGE_PART (object))), "Subject");
  if (subject != NULL)
    return g_strdup_printf ("%s.eml", g_strdelimit (subject, "/\\", ' '));
  if (name == NULL || *name == '\0')
    return g_strdup_printf ("%u", number);
  return g_utf8_validate (name, -1, NULL) ? g_strdup (name) : g_utf8_make_valid (name, -1);
}

static void
take_attachment (BayanParts *parts, const char *path, GMimeObject *object, guint number, guint depth)
{
  g_autofree char *name = name_of (object, number);
  g_autofree char *longer = bayan_parts_join (path, name);
  g_autoptr (GBytes) bytes = NULL;

  if (!bayan_parts_count_entry (parts, path))
    return;
  bytes = GMIME_IS_PART (object) ? bayan_mime_get_content (object) : get_message_bytes (object);
  if (bytes != NULL && bayan_parts_count_bytes (parts, longer, g_bytes_get_size (bytes)))
    bayan_parts_take (parts, longer, bytes, depth + 1);
}

static void
unpack_one (BayanParts *parts, const char *path, GBytes *bytes, guint depth)
{
  g_autoptr (GError) error = NULL;
  gboolean cut_short;
  GMimeMessage *message = bayan_mime_parse (bytes, &cut_short, &error);
  Anatomy anatomy;

  if (message == NULL)
    {
      bayan_parts_fail (parts, path, (BayanExtractError) error->code, error->message);
      return;
    }
  anatomy_init (&anatomy, message);
  if (anatomy.texts->len > 0 || anatomy.attachments->len == 0)
    bayan_parts_tell (parts, path, *path != '\0' ? bytes : NULL);
  for (guint i = 0; i < anatomy.attachments->len && !parts->stopped; i++)
    take_attachment (parts, path, anatomy.attachments->pdata[i], i + 1, depth);
  anatomy_clear (&anatomy);
  g_object_unref (message);
}

/* Where the next mail of a mailbox begins: behind an empty line, with "From " and an address; @size if there is none. */
static gsize
find_next (const char *data, gsize size, gsize from)
{
  while (from < size)
    {
      const char *found = memmem (data + from, size - from, "\nFrom ", 6);
      gsize at = found != NULL ? (gsize) (found - data) : size;

      if (found == NULL || data[at - 1] == '\n' || (data[at - 1] == '\r' && at > 1 && data[at - 2] == '\n'))
        return found != NULL ? at + 1 : size;
      from = at + 1;
    }
  return size;
}

/**
 * bayan_mail_unpack:
 * @path: of @bytes in the whole
 * @depth: how many containers @bytes is in
 *
 * Tells @parts of a mail and of what is attached to it; or of each mail of a mailbox.
 */
void
bayan_mail_unpack (BayanParts *parts, const char *path, GBytes *bytes, guint depth)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gboolean is_mailbox = size > 5 && memcmp (data, "From ", 5) == 0 && find_next (data, size, 5) < size;

  if (!is_mailbox)
    {
      unpack_one (parts, path, bytes, depth);
      return;
    }
  for (gsize start = 0, n = 1; start < size && !parts->stopped; n++)
    {
      gsize end = find_next (data, size, start + 5);
      g_autoptr (GBytes) one = g_bytes_new_from_bytes (bytes, start, end - start);
      g_autofree char *name = g_strdup_printf ("%" G_GSIZE_FORMAT ".eml", n);
      g_autofree char *longer = bayan_parts_join (path, name);

      if (bayan_parts_count_entry (parts, path))
        unpack_one (parts, longer, one, depth + 1);
      start = end;
    }
}
