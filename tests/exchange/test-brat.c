/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-brat.h"

#include <string.h>

typedef struct {
  BayanStatement *statement;
  GPtrArray *mentions;
  GPtrArray *entities;
  GArray *relations; /* nullable */
} Fixture;

/* A statement of which the clean text is the raw text, but for the parts between { and }, which were left
 * out. */
static void
set_up (Fixture *fixture, const char *marked)
{
  BayanStatement *statement = bayan_statement_new ();
  GString *raw = g_string_new (NULL), *clean = g_string_new (NULL);
  gboolean left_out = FALSE;

  statement->map = bayan_offset_map_new ();
  for (const char *at = marked; *at != '\0'; at++)
    {
      if (*at == '{' || *at == '}')
        {
          left_out = *at == '{';
          continue;
        }
      if (!left_out && *at != '\r')
        {
          bayan_offset_map_append (statement->map, (BayanRawPos) { (guint32) raw->len }, 1, 1, 1);
          g_string_append_c (clean, *at);
        }
      g_string_append_c (raw, *at);
    }
  statement->raw = g_string_free_to_bytes (raw);
  statement->charset = g_strdup ("UTF-8");
  statement->text_length_bytes = clean->len;
  statement->text = g_string_free (clean, FALSE);
  fixture->statement = statement;
  fixture->mentions = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_mention_free);
  fixture->entities = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_entity_free);
  fixture->relations = NULL;
}

static void
tear_down (Fixture *fixture)
{
  bayan_statement_unref (fixture->statement);
  g_ptr_array_unref (fixture->mentions);
  g_ptr_array_unref (fixture->entities);
}

static BayanMention *
add_mention (Fixture *fixture, const char *words, BayanMentionType type)
{
  const char *found = strstr (fixture->statement->text, words);
  guint32 start;
  BayanMention *mention;

  g_assert_nonnull (found);
  start = (guint32) (found - fixture->statement->text);
  mention = bayan_mention_new (bayan_clean_span (start, start + (guint32) strlen (words)), type,
                               BAYAN_LAYER_RULE, "test/rule");
  g_ptr_array_add (fixture->mentions, mention);
  return mention;
}

static char *
write_fixture (Fixture *fixture, BayanBratOffsets offsets)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_assert_true (bayan_brat_write (fixture->statement, fixture->mentions, fixture->entities,
                                   fixture->relations, NULL, offsets, stream, &error));
  g_assert_no_error (error);
  g_assert_true (g_output_stream_write_all (stream, "", 1, NULL, NULL, &error));
  g_assert_true (g_output_stream_close (stream, NULL, &error));
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
test_one_mention (void)
{
  Fixture fixture;
  BayanEntity *iraq = bayan_entity_new ("iso:IRQ", BAYAN_MENTION_GPE);
  BayanMention *mention;

  set_up (&fixture, "زار العراق");
  iraq->name_ar = g_strdup ("العراق");
  g_ptr_array_add (fixture.entities, iraq);
  mention = add_mention (&fixture, "العراق", BAYAN_MENTION_GPE);
  bayan_mention_set_text (&mention->entity_key, "iso:IRQ");
  bayan_mention_set_text (&mention->evidence, "IRQ");

  g_autofree char *written = write_fixture (&fixture, BAYAN_BRAT_RAW);
  g_assert_cmpstr (written, ==,
                   "T1\tGPE 4 10\tالعراق\n"
                   "N1\tReference T1 ISO3166:IRQ\tالعراق\n"
                   "A1\tStatus T1 suggested\n"
                   "#1\tAnnotatorNotes T1\ttest/rule: IRQ\n");
  tear_down (&fixture);
}

/* A byte order mark is a code point of the file, CRLF is two; neither is in the clean text. */
static void
test_raw_and_clean_offsets (void)
{
  Fixture fixture;

  set_up (&fixture, "{\357\273\277}بيان\r\nزار العراق");
  add_mention (&fixture, "العراق", BAYAN_MENTION_GPE);
  g_autofree char *raw = write_fixture (&fixture, BAYAN_BRAT_RAW);
  g_autofree char *clean = write_fixture (&fixture, BAYAN_BRAT_CLEAN);
  g_assert_true (g_str_has_prefix (raw, "T1\tGPE 11 17\tالعراق\n"));
  g_assert_true (g_str_has_prefix (clean, "T1\tGPE 9 15\tالعراق\n"));
  tear_down (&fixture);
}

static void
test_across_a_line_break (void)
{
  Fixture fixture;

  set_up (&fixture, "وزير الخارجية\r\nالإيطالي قال");
  add_mention (&fixture, "وزير الخارجية\nالإيطالي", BAYAN_MENTION_OCC);
  g_autofree char *raw = write_fixture (&fixture, BAYAN_BRAT_RAW);
  g_autofree char *clean = write_fixture (&fixture, BAYAN_BRAT_CLEAN);
  g_assert_true (g_str_has_prefix (raw, "T1\tOCC 0 13;15 23\tوزير الخارجية الإيطالي\n"));
  g_assert_true (g_str_has_prefix (clean, "T1\tOCC 0 13;14 22\tوزير الخارجية الإيطالي\n"));
  tear_down (&fixture);
}

static void
test_across_what_was_left_out (void)
{
  Fixture fixture;

  set_up (&fixture, "وزير {إعلان }الخارجية");
  add_mention (&fixture, "وزير الخارجية", BAYAN_MENTION_OCC);
  g_autofree char *raw = write_fixture (&fixture, BAYAN_BRAT_RAW);
  g_autofree char *clean = write_fixture (&fixture, BAYAN_BRAT_CLEAN);
  g_assert_true (g_str_has_prefix (raw, "T1\tOCC 0 4;11 19\tوزير الخارجية\n"));
  g_assert_true (g_str_has_prefix (clean, "T1\tOCC 0 13\tوزير الخارجية\n"));
  tear_down (&fixture);
}

/* Blanks that cleaning joined are still one span, and the text is what the file has there. */
static void
test_joined_blanks (void)
{
  Fixture fixture;

  set_up (&fixture, "وزير {  }الخارجية");
  add_mention (&fixture, "وزير الخارجية", BAYAN_MENTION_OCC);
  g_autofree char *raw = write_fixture (&fixture, BAYAN_BRAT_RAW);
  g_assert_true (g_str_has_prefix (raw, "T1\tOCC 0 15\tوزير   الخارجية\n"));
  tear_down (&fixture);
}

/* Letters that cleaning composed and put in order have one place in the file between them. */
static void
test_composed_letters (void)
{
  static const char RAW[] = "ا\u064E\u0654حمد", CLEAN[] = "أ\u064Eحمد";
  Fixture fixture;

  set_up (&fixture, "");
  bayan_offset_map_append (fixture.statement->map, (BayanRawPos) { 0 }, 4, 6, 1);
  bayan_offset_map_append (fixture.statement->map, (BayanRawPos) { 6 }, 1, 1, 6);
  g_bytes_unref (fixture.statement->raw);
  fixture.statement->raw = g_bytes_new_static (RAW, strlen (RAW));
  g_free (fixture.statement->text);
  fixture.statement->text = g_strdup (CLEAN);
  fixture.statement->text_length_bytes = strlen (CLEAN);
  add_mention (&fixture, CLEAN, BAYAN_MENTION_PERS);
  g_autofree char *raw = write_fixture (&fixture, BAYAN_BRAT_RAW);
  g_assert_true (g_str_has_prefix (raw, "T1\tPERS 0 6\tا\u064E\u0654حمد\n"));
  tear_down (&fixture);
}

static void
test_rejected_are_not_written (void)
{
  Fixture fixture;

  set_up (&fixture, "زار العراق وسوريا");
  add_mention (&fixture, "العراق", BAYAN_MENTION_GPE)->status = BAYAN_STATUS_REJECTED;
  add_mention (&fixture, "سوريا", BAYAN_MENTION_GPE)->status = BAYAN_STATUS_CONFIRMED;
  g_autofree char *written = write_fixture (&fixture, BAYAN_BRAT_CLEAN);
  g_assert_true (g_str_has_prefix (written, "T1\tGPE 12 17\tسوريا\nA1\tStatus T1 confirmed\n"));
  g_assert_null (strstr (written, "T2"));
  tear_down (&fixture);
}

/* Evidence and values come from the text and the tables: whatever they hold, the file keeps its lines. */
static void
test_fields_keep_their_line (void)
{
  Fixture fixture;
  BayanMention *mention;

  set_up (&fixture, "28 يونيو 2021");
  mention = add_mention (&fixture, "28 يونيو 2021", BAYAN_MENTION_DATE);
  bayan_mention_set_text (&mention->value, "2021-06-28");
  bayan_mention_set_text (&mention->evidence, "month\tname\nof June");
  g_autofree char *written = write_fixture (&fixture, BAYAN_BRAT_CLEAN);
  g_assert_true (
      g_str_has_suffix (written, "#1\tAnnotatorNotes T1\ttest/rule: month name of June = 2021-06-28\n"));
  tear_down (&fixture);
}

/* A label of the code book has the name that the analyst gave it, whatever that is. */
static void
test_own_labels (void)
{
  static const struct {
    const char *name, *written;
  } names[] = {
    { "Softening", "T1\tSoftening 0 3\t" },
    { " soft\tening 1\n(a)\r", "T1\tsoft_ening_1_a 0 3\t" },
    { "تلطيف النبرة", "T1\tتلطيف_النبرة 0 3\t" },
    { "…", "T1\tOWN 0 3\t" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      Fixture fixture;
      BayanEntity *entity = bayan_entity_new ("label:4", BAYAN_MENTION_OWN);
      g_autofree char *written = NULL;

      set_up (&fixture, "one two");
      entity->name_ar = g_strdup (names[i].name);
      g_ptr_array_add (fixture.entities, entity);
      bayan_mention_set_text (&add_mention (&fixture, "one", BAYAN_MENTION_OWN)->entity_key, "label:4");
      written = write_fixture (&fixture, BAYAN_BRAT_CLEAN);
      g_assert_true (g_str_has_prefix (written, names[i].written));
      tear_down (&fixture);
    }
}

/* A mention in several parts; and what it is to another one, unless that is rejected. */
static void
test_parts_and_relations (void)
{
  Fixture fixture;
  BayanMention *office, *person, *rejected;
  BayanCleanSpan parts[2];

  set_up (&fixture, "وزيرا العراق ثم سوريا زيد");
  office = add_mention (&fixture, "وزيرا العراق", BAYAN_MENTION_OCC);
  parts[0] = office->span;
  parts[1] = add_mention (&fixture, "سوريا", BAYAN_MENTION_OCC)->span;
  g_ptr_array_remove_index (fixture.mentions, 1);
  bayan_mention_set_parts (office, parts, 2);
  person = add_mention (&fixture, "زيد", BAYAN_MENTION_PERS);
  rejected = add_mention (&fixture, "سوريا", BAYAN_MENTION_GPE);
  rejected->status = BAYAN_STATUS_REJECTED;
  office->id = 11;
  person->id = 12;
  rejected->id = 13;
  fixture.relations = g_array_new (FALSE, FALSE, sizeof (BayanRelation));
  g_array_append_val (fixture.relations, ((BayanRelation) { 12, 13, BAYAN_RELATION_LOCATED_IN }));
  g_array_append_val (fixture.relations, ((BayanRelation) { 12, 11, BAYAN_RELATION_HOLDS_OFFICE }));

  g_autofree char *written = write_fixture (&fixture, BAYAN_BRAT_CLEAN);
  g_assert_cmpstr (written, ==,
                   "T1\tOCC 0 12;16 21\tوزيرا العراق سوريا\n"
                   "A1\tStatus T1 suggested\n"
                   "#1\tAnnotatorNotes T1\ttest/rule\n"
                   "T2\tPERS 22 25\tزيد\n"
                   "A2\tStatus T2 suggested\n"
                   "#2\tAnnotatorNotes T2\ttest/rule\n"
                   "R1\tholds_office Arg1:T2 Arg2:T1\n");
  g_array_unref (fixture.relations);
  tear_down (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/brat/one-mention", test_one_mention);
  g_test_add_func ("/brat/raw-and-clean-offsets", test_raw_and_clean_offsets);
  g_test_add_func ("/brat/across-a-line-break", test_across_a_line_break);
  g_test_add_func ("/brat/across-what-was-left-out", test_across_what_was_left_out);
  g_test_add_func ("/brat/joined-blanks", test_joined_blanks);
  g_test_add_func ("/brat/composed-letters", test_composed_letters);
  g_test_add_func ("/brat/rejected", test_rejected_are_not_written);
  g_test_add_func ("/brat/own-labels", test_own_labels);
  g_test_add_func ("/brat/fields-keep-their-line", test_fields_keep_their_line);
  g_test_add_func ("/exchange/brat/parts-and-relations", test_parts_and_relations);
  return g_test_run ();
}
