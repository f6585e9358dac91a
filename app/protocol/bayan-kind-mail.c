/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A mail begins with lines of "Name: value". So may a statement ("From: the Ministry…"), therefore several names that
 * mails have must be among them, nothing else may be, and an empty line ends them. RFC 5322, 2.2 and 3.6. */
#include <string.h>

#include "bayan-kind-private.h"

/* Names that only machines write. One of these, and a mail is what it is. */
static const char *const TECHNICAL[] = {
  "Received",
  "MIME-Version",
  "Message-ID",
  "Content-Type",
  "Content-Transfer-Encoding",
  "Return-Path",
  "DKIM-Signature",
  "X-Mailer",
  "Delivered-To",
  "X-Received",
  "In-Reply-To",
  "References",
  "Snapshot-Content-Location",
};
static const char *const COMMON[] = { "From", "Date", "Subject", "To", "Cc", "Reply-To", "Sender" };

typedef struct {
  guint n_technical, n_common;
  gboolean is_multipart_related, is_saved_page;
} Headers;

static gboolean
is_name_in (const char *const *names, guint n_names, const char *name, gsize length)
{
  for (guint i = 0; i < n_names; i++)
    if (strlen (names[i]) == length && g_ascii_strncasecmp (names[i], name, length) == 0)
      return TRUE;
  return FALSE;
}

/* The length of the name that @line begins with, 0 if it is no header line. */
static gsize
measure_name (const char *line, gsize length)
{
  gsize n = 0;

  while (n < length && line[n] > ' ' && line[n] < 0x7F && line[n] != ':')
    n++;
  return n > 0 && n < length && line[n] == ':' ? n : 0;
}

static gboolean
contains (const char *text, gsize length, const char *word)
{
  g_autofree char *lower = g_ascii_strdown (text, (gssize) length);

  return strstr (lower, word) != NULL;
}

static void
look_at_line (Headers *headers, const char *line, gsize length, gsize name)
{
  if (is_name_in (TECHNICAL, G_N_ELEMENTS (TECHNICAL), line, name))
    headers->n_technical++;
  else if (is_name_in (COMMON, G_N_ELEMENTS (COMMON), line, name))
    headers->n_common++;
  if (name == 12 && g_ascii_strncasecmp (line, "Content-Type", 12) == 0)
    headers->is_multipart_related |= contains (line, length, "multipart/related");
  headers->is_saved_page |= contains (line, length, "<saved by ")
                            || contains (line, length, "snapshot-content-location:")
                            || contains (line, length, "produced by microsoft mhtml");
}

/* What @head begins as: a mail, a saved page, or text. */
BayanKind
bayan_kind_of_mail (const char *head, gsize size)
{
  Headers headers = { 0 };
  const char *line = head, *end = head + size;

  /* The first line of a mailbox, or of a mail that was cut out of one. */
  if (size > 5 && memcmp (line, "From ", 5) == 0)
    line = memchr (line, '\n', size) != NULL ? (const char *) memchr (line, '\n', size) + 1 : end;
  while (line < end)
    {
      const char *stop = memchr (line, '\n', (gsize) (end - line));
      gsize length = (gsize) ((stop != NULL ? stop : end) - line);
      gsize name = measure_name (line, length);

      if (length == 0 || (length == 1 && *line == '\r'))
        break;
      if (name > 0)
        look_at_line (&headers, line, length, name);
      else if (line == head || (*line != ' ' && *line != '\t' && stop != NULL))
        return BAYAN_KIND_TEXT;
      line = stop != NULL ? stop + 1 : end;
    }
  if (headers.is_saved_page && headers.n_technical > 0)
    return BAYAN_KIND_MHTML;
  if (headers.n_technical + headers.n_common < 3 || headers.n_technical == 0)
    return BAYAN_KIND_TEXT;
  /* A page saved by other programs has no sender or receiver. */
  return headers.is_multipart_related && headers.n_common <= 2 ? BAYAN_KIND_MHTML : BAYAN_KIND_MAIL;
}
