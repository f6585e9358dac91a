/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-statement.h"

static const char *const FORMAT_NAMES[] = {
  "text", "html", "mhtml", "docx", "odt", "rtf", "pdf", "eml", "csv", "jsonl",
};

/**
 * bayan_format_to_string:
 *
 * Returns: (transfer none): the format as libraries hold it: "html"
 */
const char *
bayan_format_to_string (BayanFormat format)
{
  g_return_val_if_fail ((guint) format < G_N_ELEMENTS (FORMAT_NAMES), NULL);
  return FORMAT_NAMES[format];
}

/**
 * bayan_format_from_string:
 * @string: (nullable): what bayan_format_to_string() gives
 * @format: (out): the format; left as it is if there is none of that name
 *
 * Returns: FALSE if there is none
 */
gboolean
bayan_format_from_string (const char *string, BayanFormat *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (FORMAT_NAMES); i++)
    if (g_strcmp0 (FORMAT_NAMES[i], string) == 0)
      {
        *format = (BayanFormat) i;
        return TRUE;
      }
  return FALSE;
}

void
bayan_removed_region_free (BayanRemovedRegion *self)
{
  g_free (self->text);
  g_free (self->kind);
  g_free (self->rule);
  g_free (self->instead);
  g_free (self);
}

/**
 * bayan_statement_new:
 *
 * Returns: (transfer full): an empty statement, to be filled by its maker before anyone else sees it
 */
BayanStatement *
bayan_statement_new (void)
{
  BayanStatement *self = g_new0 (BayanStatement, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->removed = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_removed_region_free);
  self->details = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_detail_free);
  self->doubts = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_doubt_free);
  return self;
}

/**
 * bayan_statement_ref:
 *
 * From any thread, as bayan_statement_unref().
 *
 * Returns: (transfer full): @self
 */
BayanStatement *
bayan_statement_ref (BayanStatement *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
bayan_statement_unref (BayanStatement *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->raw, g_bytes_unref);
  g_clear_pointer (&self->map, bayan_offset_map_unref);
  g_clear_pointer (&self->extract, g_bytes_unref);
  g_clear_pointer (&self->site_lines, g_array_unref);
  g_ptr_array_unref (self->removed);
  g_ptr_array_unref (self->details);
  g_ptr_array_unref (self->doubts);
  g_free (self->site);
  g_free (self->sha256);
  g_free (self->name);
  g_free (self->uri);
  g_free (self->charset);
  g_free (self->text);
  g_free (self->title);
  g_free (self->language);
  g_free (self);
}

/* The fields that the list shows and sorts by are kept beside the details. */
static void
write_field (BayanStatement *self, const BayanDetail *detail)
{
  switch (detail->field)
    {
    case BAYAN_DETAIL_TITLE:
      g_free (self->title);
      self->title = g_strdup (detail->value);
      self->title_span = detail->span;
      break;
    case BAYAN_DETAIL_DATE:
      self->date = bayan_date_from_iso (detail->value);
      self->date_span = detail->span;
      break;
    case BAYAN_DETAIL_HIJRI:
      self->hijri = bayan_date_from_iso (detail->value);
      self->hijri_span = detail->span;
      break;
    case BAYAN_DETAIL_LANGUAGE:
      g_free (self->language);
      self->language = g_strdup (detail->value);
      break;
    default:
      break;
    }
}

/**
 * bayan_statement_take_detail:
 * @self: a statement that is still being made
 * @detail: (transfer full): takes the place of the one of its field
 */
void
bayan_statement_take_detail (BayanStatement *self, BayanDetail *detail)
{
  write_field (self, detail);
  for (guint i = 0; i < self->details->len; i++)
    if (((const BayanDetail *) self->details->pdata[i])->field == detail->field)
      {
        bayan_detail_free (self->details->pdata[i]);
        self->details->pdata[i] = detail;
        return;
      }
  g_ptr_array_add (self->details, detail);
}

/**
 * bayan_statement_find_detail:
 *
 * Returns: (transfer none) (nullable): what is known of @field
 */
const BayanDetail *
bayan_statement_find_detail (const BayanStatement *self, BayanDetailField field)
{
  for (guint i = 0; i < self->details->len; i++)
    if (((const BayanDetail *) self->details->pdata[i])->field == field)
      return self->details->pdata[i];
  return NULL;
}

static BayanDetail *
new_date_detail (BayanDetailField field, BayanDate date, BayanCleanSpan span)
{
  g_autofree char *iso = bayan_date_is_set (date) ? bayan_date_to_iso (date) : NULL;

  return iso != NULL ? bayan_detail_new (field, iso, BAYAN_ORIGIN_TEXT, span, NULL) : NULL;
}

static BayanDetail *
new_text_detail (BayanDetailField field, const char *value, BayanOrigin origin, BayanCleanSpan span)
{
  return value != NULL && *value != '\0' ? bayan_detail_new (field, value, origin, span, NULL) : NULL;
}

/**
 * bayan_statement_dup_detail:
 *
 * Returns: (transfer full) (nullable): what is known of @field; where there is no detail, as in libraries older than
 *   details are, from the members of @self
 */
BayanDetail *
bayan_statement_dup_detail (const BayanStatement *self, BayanDetailField field)
{
  const BayanDetail *detail = bayan_statement_find_detail (self, field);

  if (detail != NULL)
    return bayan_detail_copy (detail);
  switch (field)
    {
    case BAYAN_DETAIL_TITLE:
      return new_text_detail (field, self->title, BAYAN_ORIGIN_TEXT, self->title_span);
    case BAYAN_DETAIL_DATE:
      return new_date_detail (field, self->date, self->date_span);
    case BAYAN_DETAIL_HIJRI:
      return new_date_detail (field, self->hijri, self->hijri_span);
    case BAYAN_DETAIL_LANGUAGE:
      return new_text_detail (field, self->language, BAYAN_ORIGIN_DERIVED, bayan_clean_span (0, 0));
    default:
      return NULL;
    }
}

/**
 * bayan_statement_is_doubtful:
 *
 * Returns: whether text may be missing or wrong, see bayan_doubt_kind_is_grave()
 */
gboolean
bayan_statement_is_doubtful (const BayanStatement *self)
{
  for (guint i = 0; i < self->doubts->len; i++)
    if (bayan_doubt_kind_is_grave (((const BayanDoubt *) self->doubts->pdata[i])->kind))
      return TRUE;
  return FALSE;
}

/**
 * bayan_statement_get_readable:
 *
 * Returns: (transfer none): the bytes that raw positions count: the source, or what was read out of it
 */
GBytes *
bayan_statement_get_readable (const BayanStatement *self)
{
  return self->extract != NULL ? self->extract : self->raw;
}
