/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-document-date.h"

#include "bayan-date-line.h"

#define HEAD_LINES 10u
#define TAIL_LINES 4u
#define LINE_MAX_OTHER_WORDS 4u /* a place and who issued it, beside the date */
#define DATELINE_MAX_WORDS_BEFORE 5u

/* Whether the day of the week beside a date is another one. */
static void
check_weekday (BayanDocumentDate *self, const BayanDateInLine *found, guint32 line_start)
{
  BayanDate date = found->calendar == BAYAN_CALENDAR_HIJRI ? bayan_calendar_to_gregorian (found->date)
                                                           : found->date;
  guint weekday = bayan_calendar_get_weekday (date);
  guint off = (found->weekday + 7 - weekday) % 7;

  if (found->weekday == 0 || weekday == 0 || off == 0 || self->weekday.start < self->weekday.end)
    return;
  /* When a Hijri month begins depends on who saw the moon. */
  if (found->calendar == BAYAN_CALENDAR_HIJRI && (off == 1 || off == 6))
    return;
  self->weekday = (BayanDraftSpan) { line_start + found->weekday_start, line_start + found->end };
}

static void
keep (BayanDocumentDate *self, const BayanDateInLine *found, guint32 line_start)
{
  BayanDraftSpan span = { line_start + found->start, line_start + found->end };
  gint calendars = bayan_date_is_set (self->date) + bayan_date_is_set (self->hijri);

  if (found->calendar == BAYAN_CALENDAR_GREGORIAN && !bayan_date_is_set (self->date))
    {
      self->date = found->date;
      self->date_span = span;
    }
  else if (found->calendar == BAYAN_CALENDAR_HIJRI && !bayan_date_is_set (self->hijri))
    {
      self->hijri = found->date;
      self->hijri_span = span;
    }
  if (bayan_date_is_set (self->date) + bayan_date_is_set (self->hijri) > calendars)
    check_weekday (self, found, line_start);
}

/* Both calendars have to mean the same day, or the one beside it. */
static void
check_calendars (BayanDocumentDate *self)
{
  gint days;

  if (!bayan_date_is_complete (self->date) || !bayan_date_is_complete (self->hijri))
    return;
  days = bayan_calendar_get_days_between (bayan_calendar_to_gregorian (self->hijri), self->date);
  if (days >= -1 && days <= 1)
    return;
  self->calendars = (BayanDraftSpan) { MIN (self->date_span.start, self->hijri_span.start),
                                       MAX (self->date_span.end, self->hijri_span.end) };
}

/* Whether @line, at the head or foot of a document, is there to say when. */
static gboolean
is_about_date (const BayanDateLine *line)
{
  return line->n_dates > 0 && line->n_others <= LINE_MAX_OTHER_WORDS;
}

/* "روما، 28 يونيو 2021 (واس) - …" at the beginning of the running text: how many dates are in the dateline.
 */
static guint
count_in_dateline (const BayanDateLine *line)
{
  for (guint i = 0; i < line->n_dates; i++)
    if (line->dates[i].words_before > DATELINE_MAX_WORDS_BEFORE)
      return 0;
    else if (line->dates[i].separator_behind)
      return i + 1;
  return 0;
}

static void
look_at (BayanDocumentDate *self, const BayanDraft *draft, BayanDraftSpan span, gboolean is_body)
{
  BayanDateLine line;
  guint count;

  bayan_date_line_read (&line, draft->text->text->str + span.start, span.end - span.start);
  count = is_about_date (&line) ? line.n_dates : is_body ? count_in_dateline (&line) : 0;
  for (guint i = 0; i < count; i++)
    keep (self, &line.dates[i], span.start);
}

static BayanDraftSpan
next_line (const BayanDraft *draft, guint32 at)
{
  const GString *text = draft->text->text;
  guint32 end = at;

  while (end < text->len && text->str[end] != '\n')
    end++;
  return (BayanDraftSpan) { at, end };
}

/* The lines above the running text and its first one. */
static void
look_at_head (BayanDocumentDate *self, const BayanDraft *draft, const GArray *cuts,
              const BayanHeadline *headline)
{
  guint32 at = 0, length = (guint32) draft->text->text->len;
  guint seen = 0;

  while (at < length && seen < HEAD_LINES)
    {
      BayanDraftSpan line = next_line (draft, at), kept = bayan_draft_get_kept (draft, cuts, line);
      gboolean is_body = headline->body.start < headline->body.end && kept.start >= headline->body.start;

      at = line.end + 1;
      if (kept.start == kept.end)
        continue;
      if (!headline->found || kept.start != headline->span.start)
        look_at (self, draft, kept, is_body);
      if (is_body)
        break;
      seen++;
    }
}

/* The last lines: "حرر بالرباط، في 11 ماي 2022". */
static void
look_at_tail (BayanDocumentDate *self, const BayanDraft *draft, const GArray *cuts)
{
  const char *text = draft->text->text->str;
  guint32 end = (guint32) draft->text->text->len;

  for (guint seen = 0; end > 0 && seen < TAIL_LINES && !bayan_date_is_set (self->date);)
    {
      guint32 start = end;
      BayanDraftSpan kept;

      while (start > 0 && text[start - 1] != '\n')
        start--;
      kept = bayan_draft_get_kept (draft, cuts, (BayanDraftSpan) { start, end });
      end = start > 0 ? start - 1 : 0;
      if (kept.start == kept.end)
        continue;
      look_at (self, draft, kept, FALSE);
      seen++;
    }
}

/* Fills in what the text leaves to be worked out, or to be read beside it. */
static void
complete (BayanDocumentDate *self, const BayanDraft *draft)
{
  if (!bayan_date_is_set (self->date) && bayan_date_is_set (self->hijri))
    {
      self->date = bayan_calendar_to_gregorian (self->hijri);
      self->date_span = self->hijri_span;
    }
  if (!bayan_date_is_set (self->date))
    {
      self->date = bayan_date_is_set (draft->declared_date) ? draft->declared_date : draft->only_time;
      self->is_declared = bayan_date_is_set (self->date);
    }
}

/**
 * bayan_document_date_find:
 * @cuts: (element-type BayanCut): what is left out of @draft
 *
 * Looks where documents state when they were issued: in a line of its own above the text or below it, or in
 * the dateline. Dates inside the text are about something else. Where only the Hijri date stands there, the
 * Gregorian one is worked out from it and has the same words. What a web page declares in its head counts
 * last, and has no words.
 */
BayanDocumentDate
bayan_document_date_find (const BayanDraft *draft, const GArray *cuts, const BayanHeadline *headline)
{
  BayanDocumentDate self = { 0 };

  look_at_head (&self, draft, cuts, headline);
  if (!bayan_date_is_set (self.date) && !bayan_date_is_set (self.hijri))
    look_at_tail (&self, draft, cuts);
  check_calendars (&self);
  complete (&self, draft);
  return self;
}
