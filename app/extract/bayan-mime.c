/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-mime.h"

#include <string.h>

/* More than a digest of a whole list has. Each line is compared with the boundaries of all that is open. */
#define MAX_BOUNDARIES 2000u

/* A mail cut out of a mailbox begins with a line that is none of its own. */
static gsize
skip_mailbox_line (const char *data, gsize size)
{
  const char *stop = size > 5 && memcmp (data, "From ", 5) == 0 ? memchr (data, '\n', size) : NULL;

  return stop != NULL ? (gsize) (stop - data) + 1 : 0;
}

static gboolean
has_too_many_parts (const char *data, gsize size)
{
  static const char NAME[] = "boundary";
  guint n = 0;

  for (gsize at = 0; n <= MAX_BOUNDARIES && at < size; at++)
    {
      const char *sign = memchr (data + at, '=', size - at);

      if (sign == NULL)
        break;
      at = (gsize) (sign - data);
      n += at >= strlen (NAME) && g_ascii_strncasecmp (sign - strlen (NAME), NAME, strlen (NAME)) == 0;
    }
  return n > MAX_BOUNDARIES;
}

static void
note_issue (gint64 offset, GMimeParserWarning issue, const char *item, gpointer data)
{
  gboolean *cut_short = data;

  *cut_short |= issue == GMIME_WARN_TRUNCATED_MESSAGE;
}

static GMimeMessage *
parse_stream (GMimeStream *stream, gboolean *cut_short)
{
  GMimeParserOptions *options = g_mime_parser_options_new ();
  GMimeParser *parser = g_mime_parser_new_with_stream (stream);
  GMimeMessage *message;

  g_mime_parser_options_set_warning_callback (options, note_issue, cut_short);
  message = g_mime_parser_construct_message (parser, options);
  g_object_unref (parser);
  g_mime_parser_options_free (options);
  return message;
}

/**
 * bayan_mime_parse:
 * @cut_short: (out): whether the end of something that has many parts is missing
 *
 * Returns: (transfer full): the mail; or NULL with BAYAN_EXTRACT_ERROR_DAMAGED or _TOO_DEEP
 */
GMimeMessage *
bayan_mime_parse (GBytes *bytes, gboolean *cut_short, GError **error)
{
  static gsize started = 0;
  gsize size, skipped;
  const char *data = g_bytes_get_data (bytes, &size);
  GMimeStream *stream;
  GMimeMessage *message;

  *cut_short = FALSE;
  if (size == 0)
    data = "";
  if (has_too_many_parts (data, size))
    {
      g_set_error_literal (error, BAYAN_EXTRACT_ERROR, BAYAN_EXTRACT_ERROR_TOO_DEEP,
                           "Too many parts in parts");
      return NULL;
    }
  if (g_once_init_enter (&started))
    {
      g_mime_init ();
      g_once_init_leave (&started, 1);
    }
  skipped = skip_mailbox_line (data, size);
  stream = g_mime_stream_mem_new_with_buffer (data + skipped, size - skipped);
  message = parse_stream (stream, cut_short);
  g_object_unref (stream);
  if (message == NULL || g_mime_message_get_mime_part (message) == NULL)
    {
      g_clear_object (&message);
      g_set_error_literal (error, BAYAN_EXTRACT_ERROR, BAYAN_EXTRACT_ERROR_DAMAGED, "No mail");
    }
  return message;
}

/**
 * bayan_mime_get_content:
 * @part: a GMimePart
 *
 * Returns: (transfer full): its bytes, without base64 or quoted-printable; as many as are whole where it is cut off
 */
GBytes *
bayan_mime_get_content (GMimeObject *part)
{
  GMimeDataWrapper *content = g_mime_part_get_content (GMIME_PART (part));
  GByteArray *bytes = g_byte_array_new ();
  GMimeStream *stream = g_mime_stream_mem_new_with_byte_array (bytes);

  g_mime_stream_mem_set_owner (GMIME_STREAM_MEM (stream), FALSE);
  if (content != NULL)
    g_mime_data_wrapper_write_to_stream (content, stream);
  g_object_unref (stream);
  return g_byte_array_free_to_bytes (bytes);
}

/* The bytes of @part as the mail has them. */
static GBytes *
get_packed_content (GMimeDataWrapper *content)
{
  GByteArray *bytes = g_byte_array_new ();
  GMimeStream *to = g_mime_stream_mem_new_with_byte_array (bytes);
  GMimeStream *from = g_mime_data_wrapper_get_stream (content);

  g_mime_stream_mem_set_owner (GMIME_STREAM_MEM (to), FALSE);
  g_mime_stream_reset (from);
  g_mime_stream_write_to_stream (from, to);
  g_object_unref (to);
  return g_byte_array_free_to_bytes (bytes);
}

/* Base64 goes by fours. RFC 2045, 6.8. */
static gboolean
ends_within_four (const char *data, gsize size)
{
  gsize n = 0;

  for (gsize i = 0; i < size; i++)
    n += g_ascii_isalnum (data[i]) || data[i] == '+' || data[i] == '/' || data[i] == '=';
  return n % 4 != 0;
}

/* No text ends with a sign that its line goes on, or with half of a letter. RFC 2045, 6.7. */
static gboolean
ends_within_escape (const char *data, gsize size)
{
  while (size > 0 && g_ascii_isspace (data[size - 1]))
    size--;
  return size > 0 && (data[size - 1] == '=' || (size > 1 && data[size - 2] == '='));
}

/**
 * bayan_mime_is_cut_short:
 * @part: a GMimePart
 *
 * Returns: whether its bytes end where, packed as they are, they cannot
 */
gboolean
bayan_mime_is_cut_short (GMimeObject *part)
{
  GMimeDataWrapper *content = g_mime_part_get_content (GMIME_PART (part));
  GMimeContentEncoding encoding = g_mime_part_get_content_encoding (GMIME_PART (part));
  g_autoptr (GBytes) bytes = NULL;
  const char *data;
  gsize size;

  if (content == NULL
      || (encoding != GMIME_CONTENT_ENCODING_BASE64 && encoding != GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE))
    return FALSE;
  bytes = get_packed_content (content);
  data = g_bytes_get_data (bytes, &size);
  return encoding == GMIME_CONTENT_ENCODING_BASE64 ? ends_within_four (data, size)
                                                   : ends_within_escape (data, size);
}

/* Whether @bytes has nothing but ASCII in it. */
static gboolean
is_ascii (const char *data, gsize size)
{
  for (gsize i = 0; i < size; i++)
    if ((guint8) data[i] >= 0x80)
      return FALSE;
  return TRUE;
}

/**
 * bayan_mime_decode:
 * @content: of @part
 *
 * Returns: (transfer full) (nullable): @content as UTF-8; NULL if the mail does not say what it is in, or what it says
 * cannot be
 */
char *
bayan_mime_decode (GMimeObject *part, GBytes *content)
{
  const char *declared = g_mime_object_get_content_type_parameter (part, "charset");
  gsize size;
  const char *data = g_bytes_get_data (content, &size);
  const char *name;

  if (size == 0 || g_utf8_validate_len (data, size, NULL))
    {
      /* Bytes that are UTF-8 beyond ASCII are nothing else, whatever is said of them; but ISO 2022 is ASCII. */
      if (size == 0 || declared == NULL || !is_ascii (data, size)
          || g_ascii_strncasecmp (declared, "iso-2022", 8) != 0)
        return g_strndup (data != NULL ? data : "", size);
    }
  if (declared == NULL || g_ascii_strcasecmp (declared, "us-ascii") == 0
      || g_ascii_strcasecmp (declared, "utf-8") == 0)
    return NULL;
  name = g_mime_charset_iconv_name (declared);
  return name != NULL ? g_convert (data, (gssize) size, "UTF-8", name, NULL, NULL, NULL) : NULL;
}

/**
 * bayan_mime_get_header:
 *
 * Returns: (transfer full) (nullable): the header of that name on one line, decoded (RFC 2047)
 */
char *
bayan_mime_get_header (GMimeObject *object, const char *name)
{
  const char *raw = g_mime_object_get_header (object, name);
  char *value = raw != NULL ? g_mime_utils_header_decode_text (NULL, raw) : NULL;

  if (value != NULL)
    g_strstrip (g_strdelimit (value, "\r\n\t", ' '));
  if (value != NULL && (*value == '\0' || !g_utf8_validate (value, -1, NULL)))
    g_clear_pointer (&value, g_free);
  return value;
}
