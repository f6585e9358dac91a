/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-mentions-csv.h"

#include "bayan-code-points.h"
#include "bayan-csv.h"

#define CONTEXT_CODE_POINTS 32

static const char *const HEADINGS[] = { "statement", "source",   "title",  "date",   "start_cp",
                                        "end_cp",    "parts_cp", "exact",  "prefix", "suffix",
                                        "type",      "label",    "status", "entity", "name_ar",
                                        "name_en",   "country",  "value",  "rule",   "note" };

typedef struct {
  const BayanExportPiece *piece;
  BayanCodePoints *code_points;
  GHashTable *entities; /* key → BayanEntity */
  GHashTable *notes;    /* gint64 * mention → BayanNote */
  GString *line;
} Writer;

static void
add_cell (Writer *self, const char *cell)
{
  if (self->line->len > 0)
    g_string_append_c (self->line, ',');
  bayan_csv_add_cell (self->line, cell != NULL ? cell : "", ',');
}

static void
add_number (Writer *self, gint64 number)
{
  g_autofree char *cell = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  add_cell (self, cell);
}

/* Writes the byte order mark and the names of the columns. */
gboolean
bayan_mentions_csv_write_head (GOutputStream *stream, GError **error)
{
  g_autoptr (GString) head = bayan_csv_new (HEADINGS, G_N_ELEMENTS (HEADINGS), ',');

  return g_output_stream_write_all (stream, head->str, head->len, NULL, NULL, error);
}

static char *
dup_between (const Writer *self, guint32 start, guint32 end)
{
  const char *text = self->piece->open->statement->text;
  guint32 from = bayan_code_points_to_byte (self->code_points, start);

  return g_strndup (text + from, bayan_code_points_to_byte (self->code_points, end) - from);
}

/* "0-6 10-14" of a mention in several parts, "" of any other */
static char *
describe_parts (const Writer *self, const BayanMention *mention)
{
  guint n_parts = bayan_mention_get_n_parts (mention);
  GString *parts = g_string_new (NULL);

  for (guint i = 0; n_parts > 1 && i < n_parts; i++)
    {
      BayanCleanSpan part = bayan_mention_get_part (mention, i);

      g_string_append_printf (parts, "%s%u-%u", i > 0 ? " " : "",
                              bayan_code_points_from_byte (self->code_points, part.start.byte),
                              bayan_code_points_from_byte (self->code_points, part.end.byte));
    }
  return g_string_free (parts, FALSE);
}

static void
add_place (Writer *self, const BayanMention *mention)
{
  BayanCleanSpan last = bayan_mention_get_part (mention, bayan_mention_get_n_parts (mention) - 1);
  guint32 start = bayan_code_points_from_byte (self->code_points, mention->span.start.byte);
  guint32 end = bayan_code_points_from_byte (self->code_points, last.end.byte);
  guint32 length = bayan_code_points_get_length (self->code_points);
  g_autofree char *parts = describe_parts (self, mention), *exact = dup_between (self, start, end);
  g_autofree char *prefix = dup_between (self, start - MIN (start, CONTEXT_CODE_POINTS), start);
  g_autofree char *suffix = dup_between (self, end, MIN (end + CONTEXT_CODE_POINTS, length));

  add_number (self, start);
  add_number (self, end);
  add_cell (self, parts);
  add_cell (self, exact);
  add_cell (self, prefix);
  add_cell (self, suffix);
}

static void
add_meaning (Writer *self, const BayanMention *mention)
{
  const BayanEntity *entity = mention->entity_key != NULL
                                  ? g_hash_table_lookup (self->entities, mention->entity_key)
                                  : NULL;
  gboolean is_own = mention->type == BAYAN_MENTION_OWN;

  add_cell (self, bayan_mention_type_to_string (mention->type));
  add_cell (self, is_own && entity != NULL ? entity->name_ar : NULL);
  add_cell (self, bayan_mention_status_to_string (mention->status));
  add_cell (self, mention->entity_key);
  add_cell (self, !is_own && entity != NULL ? entity->name_ar : NULL);
  add_cell (self, entity != NULL ? entity->name_en : NULL);
  add_cell (self, entity != NULL ? entity->iso3 : NULL);
  add_cell (self, mention->value);
  add_cell (self, mention->rule);
}

static gboolean
write_mention (Writer *self, const BayanMention *mention, GOutputStream *stream, GError **error)
{
  const BayanNote *note = g_hash_table_lookup (self->notes, &mention->id);
  g_autofree char *date = bayan_date_is_set (self->piece->date) ? bayan_date_to_iso (self->piece->date) : NULL;

  g_string_truncate (self->line, 0);
  add_number (self, self->piece->open->id);
  add_cell (self, self->piece->source_name);
  add_cell (self, self->piece->title);
  add_cell (self, date);
  add_place (self, mention);
  add_meaning (self, mention);
  add_cell (self, note != NULL ? note->text : NULL);
  g_string_append (self->line, BAYAN_CSV_LINE_END);
  return g_output_stream_write_all (stream, self->line->str, self->line->len, NULL, NULL, error);
}

/**
 * bayan_mentions_csv_write:
 * @mentions: (element-type BayanMention): of @piece
 */
gboolean
bayan_mentions_csv_write (const BayanExportPiece *piece, const GPtrArray *mentions, GOutputStream *stream,
                          GError **error)
{
  const BayanStatement *statement = piece->open->statement;
  g_autoptr (BayanCodePoints) code_points = bayan_code_points_new (statement->text,
                                                                   statement->text_length_bytes);
  g_autoptr (GHashTable) entities = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) notes = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GString) line = g_string_new (NULL);
  Writer writer = { piece, code_points, entities, notes, line };

  for (guint i = 0; i < piece->entities->len; i++)
    g_hash_table_insert (entities, ((BayanEntity *) piece->entities->pdata[i])->key,
                         piece->entities->pdata[i]);
  for (guint i = 0; i < piece->notes->len; i++)
    {
      BayanNote *note = piece->notes->pdata[i];

      if (note->about == BAYAN_NOTE_OF_MENTION)
        g_hash_table_insert (notes, &note->target, note);
    }
  for (guint i = 0; i < mentions->len; i++)
    if (!write_mention (&writer, mentions->pdata[i], stream, error))
      return FALSE;
  return TRUE;
}
