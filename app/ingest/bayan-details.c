/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-details.h"

#include <string.h>

#include "bayan-document-date.h"
#include "bayan-text-language.h"

#define HEAD_BYTES 1200u     /* of the running text that is looked at */
#define HEAD_MAX_BYTES 4000u /* with all that stands above it */
#define DOUBT_MAX_BYTES 300u /* two dates further apart are shown one by one */

/**
 * bayan_details_take_span:
 * @value: (nullable): what it comes to; the words themselves if %NULL
 * @span: the words, in the clean text
 */
void
bayan_details_take_span (BayanStatement *statement, BayanDetailField field, const char *value,
                         BayanOrigin origin, BayanCleanSpan span)
{
  guint32 length = bayan_clean_span_length_bytes (span);
  g_autofree char *words = length > 0 ? g_strndup (statement->text + span.start.byte, length) : NULL;
  g_autofree char *line = words != NULL ? g_strdelimit (g_strdup (words), "\n\t", ' ') : NULL;

  value = value != NULL ? value : line;
  if (value != NULL && *value != '\0')
    bayan_statement_take_detail (statement, bayan_detail_new (field, value, origin, span, words));
}

static void
take_date (BayanStatement *statement, BayanDetailField field, BayanDate date, BayanOrigin origin,
           BayanCleanSpan span)
{
  g_autofree char *iso = bayan_date_is_set (date) ? bayan_date_to_iso (date) : NULL;

  if (iso != NULL)
    bayan_details_take_span (statement, field, iso, origin, span);
}

static void
write_title (BayanStatement *statement, const BayanDraft *draft, const BayanHeadline *headline,
             const BayanAssembly *assembly)
{
  g_autofree char *title = bayan_headline_make_title (headline, draft, assembly);
  BayanCleanSpan span = bayan_assembly_find_span (assembly, headline->span);

  if (*title == '\0')
    {
      statement->title = g_steal_pointer (&title);
      return;
    }
  bayan_details_take_span (statement, BAYAN_DETAIL_TITLE, title,
                           headline->found                 ? BAYAN_ORIGIN_TEXT
                           : draft->declared_title != NULL ? BAYAN_ORIGIN_DECLARED
                                                           : BAYAN_ORIGIN_DERIVED,
                           span);
  span = bayan_assembly_find_span (assembly, headline->subtitle);
  if (bayan_clean_span_length_bytes (span) > 0)
    bayan_details_take_span (statement, BAYAN_DETAIL_SUBTITLE, NULL, BAYAN_ORIGIN_TEXT, span);
}

/* Says that something in @span does not fit together. */
static void
add_doubt (BayanStatement *statement, BayanDoubtKind kind, BayanCleanSpan span)
{
  guint32 length = bayan_clean_span_length_bytes (span);
  g_autofree char *words = NULL;

  if (length == 0)
    return;
  words = g_strdelimit (g_strndup (statement->text + span.start.byte, length), "\n\t", ' ');
  g_ptr_array_add (statement->doubts, bayan_doubt_new (kind, words, span));
}

static void
write_dates (BayanStatement *statement, const BayanDraft *draft, const GArray *cuts,
             const BayanHeadline *headline, const BayanAssembly *assembly)
{
  BayanDocumentDate date = bayan_document_date_find (draft, cuts, headline);
  BayanCleanSpan span = bayan_assembly_find_span (assembly, date.date_span);
  BayanCleanSpan calendars = bayan_assembly_find_span (assembly, date.calendars);
  gboolean derived = bayan_date_is_set (date.hijri) && date.date_span.start == date.hijri_span.start;

  take_date (statement, BAYAN_DETAIL_DATE, date.date,
             date.is_declared ? BAYAN_ORIGIN_DECLARED
             : derived        ? BAYAN_ORIGIN_DERIVED
                              : BAYAN_ORIGIN_TEXT,
             span);
  take_date (statement, BAYAN_DETAIL_HIJRI, date.hijri, BAYAN_ORIGIN_TEXT,
             bayan_assembly_find_span (assembly, date.hijri_span));
  add_doubt (statement, BAYAN_DOUBT_WEEKDAY, bayan_assembly_find_span (assembly, date.weekday));
  add_doubt (statement, BAYAN_DOUBT_CALENDARS,
             bayan_clean_span_length_bytes (calendars) > DOUBT_MAX_BYTES ? span : calendars);
}

/* Where the running text begins; without one, behind the title. */
static guint32
find_body (const BayanStatement *statement, const BayanHeadline *headline, const BayanAssembly *assembly)
{
  if (headline->body.start < headline->body.end)
    return bayan_assembly_find_span (assembly, headline->body).start.byte;
  return statement->title_span.end.byte;
}

static BayanWords *
read_words (const BayanStatement *statement, guint32 body)
{
  gsize wanted = MIN (body + HEAD_BYTES, HEAD_MAX_BYTES), length = MIN (wanted, statement->text_length_bytes);

  while (length < statement->text_length_bytes && ((guchar) statement->text[length] & 0xC0) == 0x80)
    length--;
  return bayan_words_new (statement->text, (gssize) length);
}

static void
take_declared (BayanStatement *statement, BayanDetailField field, const char *value)
{
  if (value != NULL && bayan_statement_find_detail (statement, field) == NULL)
    bayan_statement_take_detail (
        statement, bayan_detail_new (field, value, BAYAN_ORIGIN_DECLARED, bayan_clean_span (0, 0), NULL));
}

/* The host of the page, for want of a better name. */
static void
derive_outlet (BayanStatement *statement)
{
  const BayanDetail *address = bayan_statement_find_detail (statement, BAYAN_DETAIL_ADDRESS);
  g_autofree char *host = NULL;

  if (address == NULL || bayan_statement_find_detail (statement, BAYAN_DETAIL_OUTLET) != NULL)
    return;
  if (!g_uri_split (address->value, G_URI_FLAGS_NONE, NULL, NULL, &host, NULL, NULL, NULL, NULL, NULL)
      || host == NULL || *host == '\0')
    return;
  bayan_statement_take_detail (
      statement, bayan_detail_new (BAYAN_DETAIL_OUTLET, g_str_has_prefix (host, "www.") ? host + 4 : host,
                                   BAYAN_ORIGIN_DERIVED, bayan_clean_span (0, 0), address->value));
}

/**
 * bayan_details_write:
 * @statement: its clean text is written
 * @cuts: (element-type BayanCut): what was left out of @draft
 *
 * Finds what the text and the page around it say of it. What the text says wins.
 */
void
bayan_details_write (BayanStatement *statement, const BayanDraft *draft, const GArray *cuts,
                     const BayanHeadline *headline, const BayanAssembly *assembly)
{
  BayanDetailsHead head = { statement };

  write_title (statement, draft, headline, assembly);
  write_dates (statement, draft, cuts, headline, assembly);
  bayan_details_take_span (statement, BAYAN_DETAIL_LANGUAGE,
                           bayan_text_language_of (statement->text, statement->text_length_bytes),
                           BAYAN_ORIGIN_DERIVED, bayan_clean_span (0, 0));
  head.body = find_body (statement, headline, assembly);
  head.words = read_words (statement, head.body);
  bayan_details_find_dateline (&head);
  bayan_details_find_issuer (&head);
  bayan_details_find_author (&head);
  bayan_details_find_address (&head);
  bayan_details_find_event_date (&head);
  bayan_words_free (head.words);
  for (guint i = 0; i < BAYAN_DETAIL_N_FIELDS; i++)
    take_declared (statement, (BayanDetailField) i, draft->declared[i]);
}

/* Whether what was worked out counts less than what the source says of itself. */
static gboolean
gives_way (const BayanDetail *detail)
{
  return detail->origin == BAYAN_ORIGIN_DERIVED && detail->field != BAYAN_DETAIL_LANGUAGE
         && detail->field != BAYAN_DETAIL_DATE;
}

/**
 * bayan_details_take_declared:
 *
 * Takes what @source brings with it, where the text says nothing itself, and what follows from where it was
 * found.
 */
void
bayan_details_take_declared (BayanStatement *statement, const BayanSource *source)
{
  for (guint i = 0; i < source->details->len; i++)
    {
      const BayanDetail *detail = source->details->pdata[i];
      const BayanDetail *known = bayan_statement_find_detail (statement, detail->field);

      if (known == NULL || gives_way (known))
        bayan_statement_take_detail (statement, bayan_detail_copy (detail));
    }
  if (statement->uri != NULL && g_str_has_prefix (statement->uri, "http"))
    take_declared (statement, BAYAN_DETAIL_ADDRESS, statement->uri);
  derive_outlet (statement);
}
