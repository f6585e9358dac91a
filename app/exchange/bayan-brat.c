/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-brat.h"

#include <string.h>

#include "bayan-code-points.h"
#include "bayan-raw-text.h"

/* So much is written at once: what is said of a long text is several times as long. */
#define PORTION_BYTES (64 * 1024)

typedef struct {
  const BayanStatement *statement;
  BayanBratOffsets offsets;
  BayanRawText *raw;      /* for raw offsets */
  BayanCodePoints *clean; /* for clean offsets */
  GHashTable *entities;   /* key → BayanEntity, borrowed */
  GString *out;           /* what is not written yet */
  GHashTable *notes;      /* nullable: gint64 * mention → BayanNote, borrowed */
  guint n_normalisations;
} Writer;

/* One piece of a span, in the bytes of whichever text the offsets count. */
typedef struct {
  guint32 start, end;
} Fragment;

static char *
dup_slice (const Writer *self, guint32 start, guint32 end)
{
  if (self->offsets == BAYAN_BRAT_RAW)
    return bayan_raw_text_dup_slice (self->raw, bayan_raw_span (start, end));
  return g_strndup (self->statement->text + start, end - start);
}

static guint32
count_code_points (const Writer *self, guint32 byte)
{
  if (self->offsets == BAYAN_BRAT_RAW)
    return bayan_raw_text_count_code_points (self->raw, (BayanRawPos) { byte });
  return bayan_code_points_from_byte (self->clean, byte);
}

static gboolean
ends_line_or_field (gunichar c)
{
  return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029 || c == '\t';
}

/* What lies between two letters of a span belongs to it if it is white space on one line. */
static gboolean
gap_is_blank (const Writer *self, guint32 start, guint32 end)
{
  g_autofree char *gap = dup_slice (self, start, end);

  for (const char *at = gap; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      if (ends_line_or_field (c) || !g_unichar_isspace (c))
        return FALSE;
    }
  return gap != NULL;
}

/* Letters that cleaning composed out of one another have the same bytes of the file: their pieces overlap. */
static void
append_piece (const Writer *self, GArray *fragments, Fragment piece)
{
  Fragment *last = fragments->len > 0 ? &g_array_index (fragments, Fragment, fragments->len - 1) : NULL;

  if (last != NULL && (piece.start <= last->end || gap_is_blank (self, last->end, piece.start)))
    last->end = MAX (last->end, piece.end);
  else
    g_array_append_val (fragments, piece);
}

/* brat allows no line break inside a span and no text that is not there: a part across a line end, or across something
 * that cleaning left out, is several fragments. */
static void
append_part (const Writer *self, BayanCleanSpan span, GArray *fragments)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (Fragment));
  const char *text = self->statement->text;
  const char *end = text + MIN (span.end.byte, self->statement->text_length_bytes);

  for (const char *at = text + span.start.byte; at < end; at = g_utf8_next_char (at))
    {
      guint32 from = (guint32) (at - text), until = (guint32) (g_utf8_next_char (at) - text);
      Fragment piece = { from, until };

      if (g_unichar_isspace (g_utf8_get_char (at)))
        continue;
      if (self->offsets == BAYAN_BRAT_RAW)
        {
          BayanRawSpan raw = bayan_offset_map_to_raw (self->statement->map, bayan_clean_span (from, until));
          piece = (Fragment) { raw.start.byte, raw.end.byte };
        }
      if (piece.start < piece.end) /* a character that cleaning added is in no file */
        append_piece (self, pieces, piece);
    }
  g_array_append_vals (fragments, pieces->data, pieces->len);
}

/* A part is never joined with the next one, though only blanks may lie between the two. */
static GArray *
fragments_of (const Writer *self, const BayanMention *mention)
{
  GArray *fragments = g_array_new (FALSE, FALSE, sizeof (Fragment));

  for (guint i = 0; i < bayan_mention_get_n_parts (mention); i++)
    append_part (self, bayan_mention_get_part (mention, i), fragments);
  return fragments;
}

static void
append_offsets (Writer *self, GArray *fragments)
{
  for (guint i = 0; i < fragments->len; i++)
    {
      const Fragment *fragment = &g_array_index (fragments, Fragment, i);
      g_string_append_printf (self->out, "%s%u %u", i > 0 ? ";" : "",
                              count_code_points (self, fragment->start),
                              count_code_points (self, fragment->end));
    }
}

static void
append_words (Writer *self, GArray *fragments)
{
  for (guint i = 0; i < fragments->len; i++)
    {
      const Fragment *fragment = &g_array_index (fragments, Fragment, i);
      g_autofree char *words = dup_slice (self, fragment->start, fragment->end);

      if (i > 0)
        g_string_append_c (self->out, ' ');
      g_string_append (self->out, words != NULL ? words : "\357\277\275");
    }
}

/* A line's last field: whatever would end the line or the field becomes a blank. */
static void
append_field (Writer *self, const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    g_string_append_c (self->out, strchr ("\t\n\r", *at) != NULL ? ' ' : *at);
}

/* The country behind a mention, as a link that other tools resolve. */
static void
append_normalisation (Writer *self, const BayanMention *mention, guint number)
{
  const BayanEntity *entity = mention->entity_key != NULL
                                  ? g_hash_table_lookup (self->entities, mention->entity_key)
                                  : NULL;

  if (entity == NULL || !g_str_has_prefix (entity->key, "iso:"))
    return;
  g_string_append_printf (self->out, "N%u\tReference T%u ISO3166:%s\t", ++self->n_normalisations, number,
                          entity->key + strlen ("iso:"));
  append_field (self, entity->name_ar != NULL ? entity->name_ar : entity->key);
  g_string_append_c (self->out, '\n');
}

/* Where the analyst's notes are written they are brat's own notes, and where a mention comes from is another kind. */
static void
append_provenance (Writer *self, const BayanMention *mention, guint number)
{
  g_string_append_printf (self->out, "A%u\tStatus T%u %s\n#%u\t%s T%u\t", number, number,
                          bayan_mention_status_to_string (mention->status), number,
                          self->notes != NULL ? "Provenance" : "AnnotatorNotes", number);
  append_field (self, mention->rule);
  if (mention->evidence != NULL)
    {
      g_string_append (self->out, ": ");
      append_field (self, mention->evidence);
    }
  if (mention->value != NULL)
    {
      g_string_append (self->out, " = ");
      append_field (self, mention->value);
    }
  g_string_append_c (self->out, '\n');
}

/* In signs that may stand in a type: letters and digits of any script, and one stroke for whatever stands between them */
static char *
make_type_of_name (const char *name)
{
  GString *type = g_string_new (NULL);
  gboolean between = FALSE;

  for (; name != NULL && *name != '\0'; name = g_utf8_next_char (name))
    {
      gunichar c = g_utf8_get_char (name);

      if (!g_unichar_isalnum (c) && !g_unichar_ismark (c))
        {
          between = type->len > 0;
          continue;
        }
      if (between)
        g_string_append_c (type, '_');
      g_string_append_unichar (type, c);
      between = FALSE;
    }
  return g_string_free (type, FALSE);
}

static char *
make_type (const BayanMention *mention, const BayanEntity *label)
{
  g_autofree char *own = mention->type == BAYAN_MENTION_OWN && label != NULL
                             ? make_type_of_name (label->name_ar)
                             : NULL;

  return own != NULL && *own != '\0' ? g_steal_pointer (&own)
                                     : g_strdup (bayan_mention_type_to_string (mention->type));
}

/**
 * bayan_brat_make_type:
 * @entities: (element-type BayanEntity): among which is the label of @mention, if it has one
 *
 * Returns: (transfer full): the type that @mention is written with; of one with a label of the code book, the label
 */
char *
bayan_brat_make_type (const BayanMention *mention, const GPtrArray *entities)
{
  for (guint i = 0; mention->type == BAYAN_MENTION_OWN && i < entities->len; i++)
    if (g_strcmp0 (((const BayanEntity *) entities->pdata[i])->key, mention->entity_key) == 0)
      return make_type (mention, entities->pdata[i]);
  return make_type (mention, NULL);
}

static gboolean
append_mention (Writer *self, const BayanMention *mention, guint number)
{
  g_autoptr (GArray) fragments = fragments_of (self, mention);
  const BayanEntity *entity = mention->entity_key != NULL
                                  ? g_hash_table_lookup (self->entities, mention->entity_key)
                                  : NULL;
  g_autofree char *type = make_type (mention, entity);

  if (fragments->len == 0)
    return FALSE;
  g_string_append_printf (self->out, "T%u\t%s ", number, type);
  append_offsets (self, fragments);
  g_string_append_c (self->out, '\t');
  append_words (self, fragments);
  g_string_append_c (self->out, '\n');
  append_normalisation (self, mention, number);
  append_provenance (self, mention, number);
  return TRUE;
}

/* @n_mentions: what has a number lower than that is taken */
static void
append_notes (Writer *self, GPtrArray *mentions, GHashTable *numbers, guint n_mentions)
{
  for (guint i = 0; self->notes != NULL && i < mentions->len; i++)
    {
      const BayanMention *mention = mentions->pdata[i];
      const BayanNote *note = g_hash_table_lookup (self->notes, &mention->id);
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, &mention->id));

      if (note == NULL || number == 0)
        continue;
      g_string_append_printf (self->out, "#%u\tAnnotatorNotes T%u\t", ++n_mentions, number);
      append_field (self, note->text);
      g_string_append_c (self->out, '\n');
    }
}

static gboolean
flush (Writer *self, GOutputStream *stream, GError **error)
{
  gboolean written = g_output_stream_write_all (stream, self->out->str, self->out->len, NULL, NULL, error);

  g_string_truncate (self->out, 0);
  return written;
}

/* R lines, between mentions that have been written. @numbers: gint64 * id → its T number */
static void
append_relations (Writer *self, const GArray *relations, GHashTable *numbers)
{
  guint n_written = 0;

  for (guint i = 0; relations != NULL && i < relations->len; i++)
    {
      const BayanRelation *relation = &g_array_index (relations, BayanRelation, i);
      guint source = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, &relation->source));
      guint target = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, &relation->target));

      if (source != 0 && target != 0 && !relation->is_rejected)
        g_string_append_printf (self->out, "R%u\t%s Arg1:T%u Arg2:T%u\n", ++n_written,
                                bayan_relation_kind_to_string (relation->kind), source, target);
    }
}

static gboolean
write_all (Writer *self, GPtrArray *mentions, const GArray *relations, GOutputStream *stream, GError **error)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint number = 0;

  for (guint i = 0; i < mentions->len; i++)
    {
      BayanMention *mention = mentions->pdata[i];
      if (mention->status != BAYAN_STATUS_REJECTED && append_mention (self, mention, number + 1))
        g_hash_table_insert (numbers, &mention->id, GUINT_TO_POINTER (++number));
      if (self->out->len >= PORTION_BYTES && !flush (self, stream, error))
        return FALSE;
    }
  append_relations (self, relations, numbers);
  append_notes (self, mentions, numbers, number);
  return flush (self, stream, error);
}

/**
 * bayan_brat_write:
 * @mentions: (element-type BayanMention): of @statement; rejected ones are not written
 * @entities: (element-type BayanEntity): those that @mentions name
 * @relations: (nullable) (element-type BayanRelation): between @mentions, by their ids
 * @notes: (nullable) (element-type BayanNote): what the analyst notes of @mentions, among others
 * @offsets: which text the offsets count code points of
 * @stream: what takes the .ann file, UTF-8; it stays open
 *
 * Writes one T line a mention, a label of the code book under its own name, its status (A), where it comes from (#) and for
 * a country the link (N); then what they are to one another (R), and what is noted of them (#).
 * See the format at https://brat.nlplab.org/standoff.html.
 * Errors are those of @stream.
 */
gboolean
bayan_brat_write (const BayanStatement *statement, GPtrArray *mentions, GPtrArray *entities,
                  const GArray *relations, const GPtrArray *notes, BayanBratOffsets offsets,
                  GOutputStream *stream, GError **error)
{
  g_autoptr (BayanRawText) raw = offsets == BAYAN_BRAT_RAW ? bayan_raw_text_new_of_statement (statement)
                                                           : NULL;
  g_autoptr (BayanCodePoints) clean =
      offsets == BAYAN_BRAT_CLEAN ? bayan_code_points_new (statement->text, statement->text_length_bytes)
                                  : NULL;
  g_autoptr (GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) out = g_string_sized_new (PORTION_BYTES);
  g_autoptr (GHashTable) by_mention = notes != NULL ? g_hash_table_new (g_int64_hash, g_int64_equal) : NULL;
  Writer writer = { statement, offsets, raw, clean, by_key, out, by_mention, 0 };

  for (guint i = 0; i < entities->len; i++)
    g_hash_table_insert (by_key, ((BayanEntity *) entities->pdata[i])->key, entities->pdata[i]);
  for (guint i = 0; notes != NULL && i < notes->len; i++)
    {
      BayanNote *note = notes->pdata[i];

      if (note->about == BAYAN_NOTE_OF_MENTION)
        g_hash_table_insert (by_mention, &note->target, note);
    }
  return write_all (&writer, mentions, relations, stream, error);
}
