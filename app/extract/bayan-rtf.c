/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-rtf.h"

#include <string.h>

#include "bayan-rtf-text.h"

#define MAX_WORD 32u

/* The number after a control word; without one it is 1, as "\v" is the same as "\v1". */
static int
read_number (BayanRtfText *self)
{
  gboolean negative = self->at < self->end && *self->at == '-';
  gint64 number = 0;

  if (!(self->at + negative < self->end && g_ascii_isdigit (self->at[negative])))
    return 1;
  for (self->at += negative; self->at < self->end && g_ascii_isdigit (*self->at); self->at++)
    number = MIN (number * 10 + (*self->at - '0'), G_MAXINT);
  return (int) (negative ? -number : number);
}

static void
read_word (BayanRtfText *self)
{
  char name[MAX_WORD + 1] = { 0 };
  gsize length = 0;
  const BayanRtfWord *word;
  int number;

  for (; self->at < self->end && g_ascii_isalpha (*self->at); self->at++)
    if (length < MAX_WORD)
      name[length++] = *self->at;
  number = read_number (self);
  if (self->at < self->end && *self->at == ' ')
    self->at++;
  word = bayan_rtf_word_find (name);
  if (word == NULL || word->action != BAYAN_RTF_CHARACTER)
    bayan_rtf_text_flush_bytes (self);
  if (word != NULL)
    bayan_rtf_text_act (self, word, number);
  else if (self->ignorable)
    bayan_rtf_text_begin_destination (self, BAYAN_RTF_SKIPPED);
  self->ignorable = FALSE;
}

static void
read_hexadecimal (BayanRtfText *self)
{
  int high = self->end - self->at >= 2 ? g_ascii_xdigit_value (self->at[0]) : -1;
  int low = high >= 0 ? g_ascii_xdigit_value (self->at[1]) : -1;

  if (low < 0)
    return;
  self->at += 2;
  bayan_rtf_text_put_byte (self, (char) (high * 16 + low));
}

/* What follows a backslash. */
static void
read_control (BayanRtfText *self)
{
  char c = *self->at;

  if (g_ascii_isalpha (c))
    {
      read_word (self);
      return;
    }
  self->at++;
  if (c == '\'')
    read_hexadecimal (self);
  else if (c == '*')
    self->ignorable = TRUE;
  else if (c == '~')
    bayan_rtf_text_put_char (self, 0xA0);
  else if (c == '_')
    bayan_rtf_text_put_char (self, 0x2011);
  else if (c == '\n' || c == '\r')
    bayan_rtf_text_end_paragraph (self);
  else if (c == '\\' || c == '{' || c == '}')
    bayan_rtf_text_put_byte (self, c);
}

/* FALSE: nested too deep. */
static gboolean
read_all (BayanRtfText *self)
{
  while (self->at < self->end && !self->text->extract->too_large)
    {
      char c = *self->at++;

      if (c == '{' && !bayan_rtf_text_begin_group (self))
        return FALSE;
      if (c == '}')
        {
          bayan_rtf_text_end_group (self);
          if (self->groups->len == 1)
            break;
        }
      else if (c == '\\' && self->at < self->end)
        read_control (self);
      else if (c != '{' && c != '\\' && c != '\n' && c != '\r' && c != '\0')
        bayan_rtf_text_put_byte (self, c);
    }
  return TRUE;
}

/**
 * bayan_rtf_read:
 *
 * A #BayanExtractReader. Left out: what was deleted, hidden text, comments. Goes over the bytes once.
 */
gboolean
bayan_rtf_read (BayanExtract *self, GBytes *bytes, GError **error)
{
  g_autoptr (BayanOfficeText) text = bayan_office_text_new (self);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  gboolean cut_short, good;
  BayanRtfText rtf = { .text = text };

  if (length < 5 || memcmp (data, "{\\rtf", 5) != 0)
    {
      g_set_error_literal (error, BAYAN_EXTRACT_ERROR, BAYAN_EXTRACT_ERROR_DAMAGED, "not RTF");
      return FALSE;
    }
  bayan_rtf_text_init (&rtf, bytes);
  good = read_all (&rtf);
  cut_short = rtf.groups->len > 1;
  bayan_rtf_text_finish (&rtf);
  bayan_rtf_text_clear (&rtf);
  if (!good)
    g_set_error_literal (error, BAYAN_EXTRACT_ERROR, BAYAN_EXTRACT_ERROR_TOO_DEEP, "groups nested too deep");
  else if (cut_short)
    bayan_extract_add_doubt (self, BAYAN_DOUBT_CUT_SHORT, NULL, G_MAXSIZE);
  return good && bayan_office_text_finish (text, error);
}
