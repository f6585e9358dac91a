/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-extract.h"

#include <string.h>

/* Says itself what it is, so that it is read like any page. */
#define HEAD "<!DOCTYPE html><meta charset=\"utf-8\">\n"

static void
clear_doubt (gpointer data)
{
  g_free (((BayanExtractDoubt *) data)->subject);
}

/**
 * bayan_extract_new:
 *
 * Returns: (transfer full): nothing yet, for a reader to add to
 */
BayanExtract *
bayan_extract_new (void)
{
  BayanExtract *self = g_new0 (BayanExtract, 1);

  self->html = g_string_new (HEAD);
  self->details = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_detail_free);
  self->doubts = g_array_new (FALSE, FALSE, sizeof (BayanExtractDoubt));
  g_array_set_clear_func (self->doubts, clear_doubt);
  return self;
}

void
bayan_extract_free (BayanExtract *self)
{
  g_string_free (self->html, TRUE);
  g_ptr_array_unref (self->details);
  g_array_unref (self->doubts);
  g_free (self);
}

/* Whether there is room for @more bytes; what comes too late is dropped, and the reader says so at its end. */
static gboolean
has_room (BayanExtract *self, gsize more)
{
  self->too_large |= self->html->len + more > BAYAN_EXTRACT_MAX_TEXT_BYTES;
  return !self->too_large;
}

/**
 * bayan_extract_open:
 * @element: the name of one of the elements above
 */
void
bayan_extract_open (BayanExtract *self, const char *element)
{
  if (has_room (self, strlen (element) + 2) && self->depth++ < BAYAN_EXTRACT_MAX_DEPTH)
    g_string_append_printf (self->html, "<%s>", element);
}

void
bayan_extract_close (BayanExtract *self, const char *element)
{
  if (self->depth > 0 && --self->depth < BAYAN_EXTRACT_MAX_DEPTH && has_room (self, strlen (element) + 4))
    g_string_append_printf (self->html, "</%s>\n", element);
}

void
bayan_extract_break (BayanExtract *self)
{
  if (has_room (self, 5))
    g_string_append (self->html, "<br>\n");
}

/**
 * bayan_extract_put:
 * @text: UTF-8; what is not valid becomes U+FFFD
 * @length_bytes: of @text, or -1
 */
void
bayan_extract_put (BayanExtract *self, const char *text, gssize length_bytes)
{
  gsize length = length_bytes < 0 ? strlen (text) : (gsize) length_bytes;
  g_autofree char *valid = NULL;

  if (!has_room (self, length))
    return;
  if (!g_utf8_validate_len (text, length, NULL))
    {
      valid = g_utf8_make_valid (text, (gssize) length);
      text = valid;
      length = strlen (valid);
    }
  for (const char *at = text, *end = text + length; at < end; at++)
    switch (*at)
      {
      case '&':
        g_string_append (self->html, "&amp;");
        break;
      case '<':
        g_string_append (self->html, "&lt;");
        break;
      case '>':
        g_string_append (self->html, "&gt;");
        break;
      default:
        g_string_append_c (self->html, *at);
      }
}

/**
 * bayan_extract_add_detail:
 * @value: (nullable): nothing is added for NULL and ""
 * @words: (nullable): how the file has it
 */
void
bayan_extract_add_detail (BayanExtract *self, BayanDetailField field, const char *value, const char *words)
{
  if (value != NULL && *value != '\0' && g_utf8_validate (value, -1, NULL))
    g_ptr_array_add (self->details, bayan_detail_new (field, value, BAYAN_ORIGIN_DECLARED, bayan_clean_span (0, 0),
                                                      words));
}

/**
 * bayan_extract_add_doubt:
 * @subject: (nullable): see BayanDoubtKind
 * @start: where in the HTML it begins; it ends where the HTML ends now. G_MAXSIZE: about the whole
 */
void
bayan_extract_add_doubt (BayanExtract *self, BayanDoubtKind kind, const char *subject, gsize start)
{
  BayanExtractDoubt doubt = { kind, g_strdup (subject != NULL ? subject : ""), 0, 0 };

  if (start != G_MAXSIZE)
    {
      doubt.start = (guint32) start;
      doubt.end = (guint32) self->html->len;
    }
  g_array_append_val (self->doubts, doubt);
}
