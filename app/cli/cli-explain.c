/* SPDX-License-Identifier: GPL-3.0-or-later */
/* explain: why nothing is suggested for a stretch of a text. */
#include "cli-common.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "bayan-code-points.h"

typedef struct {
  BayanRecogniser *recogniser; /* with what the library knows */
  guint32 start, end;          /* code points of the cleaned text */
  BayanMentionType type;
  gboolean as_json;
} Explain;

static JsonObject *
describe_other (const BayanAbsence *absence, const BayanCodePoints *points)
{
  JsonObject *other = json_object_new ();

  json_object_set_string_member (other, "type", bayan_mention_type_to_string (absence->other_type));
  json_object_set_string_member (other, "text", absence->other_words);
  if (absence->other_rule != NULL)
    {
      json_object_set_string_member (other, "layer", bayan_layer_to_string (absence->other_layer));
      json_object_set_string_member (other, "rule", absence->other_rule);
    }
  if (bayan_clean_span_length_bytes (absence->other_span) > 0)
    {
      json_object_set_int_member (other, "start",
                                  bayan_code_points_from_byte (points, absence->other_span.start.byte));
      json_object_set_int_member (other, "end",
                                  bayan_code_points_from_byte (points, absence->other_span.end.byte));
    }
  return other;
}

static JsonObject *
describe_absence (const BayanAbsence *absence, const BayanCodePoints *points)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "reason", bayan_absence_reason_to_string (absence->reason));
  if (absence->type < BAYAN_MENTION_N_TYPES)
    json_object_set_string_member (object, "type", bayan_mention_type_to_string (absence->type));
  json_object_set_string_member (object, "layer", bayan_layer_to_string (absence->layer));
  if (absence->rule != NULL)
    json_object_set_string_member (object, "rule", absence->rule);
  if (absence->evidence != NULL)
    json_object_set_string_member (object, "evidence", absence->evidence);
  if (absence->n_right + absence->n_wrong > 0)
    {
      json_object_set_int_member (object, "confirmed", absence->n_right);
      json_object_set_int_member (object, "rejected", absence->n_wrong);
    }
  if (absence->reason == BAYAN_ABSENCE_UNLIKELY)
    {
      json_object_set_int_member (object, "score", absence->score);
      json_object_set_int_member (object, "threshold", absence->threshold);
    }
  if (absence->other_words != NULL)
    json_object_set_object_member (object, "other", describe_other (absence, points));
  return object;
}

static const char *
or_nothing (const char *text)
{
  return text != NULL ? text : "";
}

/* One line a reason: what it is, of which type, by which layer and rule, with which evidence, and what is there instead */
static void
print_absence (const BayanAbsence *absence)
{
  g_autofree char *evidence = bayan_cli_dup_harmless (or_nothing (absence->evidence));
  g_autofree char *other = bayan_cli_dup_harmless (or_nothing (absence->other_words));

  g_print ("%s\t%s\t%s\t%s\t%s\t%s\n", bayan_absence_reason_to_string (absence->reason),
           absence->type < BAYAN_MENTION_N_TYPES ? bayan_mention_type_to_string (absence->type) : "",
           bayan_layer_to_string (absence->layer), or_nothing (absence->rule), evidence, other);
}

static void
print_reasons (const Explain *self, const BayanStatement *statement, BayanCleanSpan span,
               const BayanCodePoints *points, const char *stem)
{
  g_autoptr (GPtrArray) reasons = bayan_recogniser_explain_absence (self->recogniser, statement, span,
                                                                    self->type);
  g_autoptr (JsonObject) object = json_object_new ();
  g_autofree char *words = g_strndup (statement->text + span.start.byte,
                                      bayan_clean_span_length_bytes (span));
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < reasons->len; i++)
    if (self->as_json)
      json_array_add_object_element (array, describe_absence (reasons->pdata[i], points));
    else
      print_absence (reasons->pdata[i]);
  json_object_set_string_member (object, "document", stem);
  json_object_set_string_member (object, "text", words);
  json_object_set_array_member (object, "reasons", array);
  if (self->as_json)
    bayan_cli_print_json (object);
}

static gboolean
take_to_explain (BayanStatement *taken, BayanRecognition *taken_too, const char *stem, gpointer data,
                 GError **error)
{
  Explain *self = data;
  g_autoptr (BayanStatement) statement = taken;
  g_autoptr (BayanRecognition) recognition = taken_too;
  g_autoptr (BayanCodePoints) points = bayan_code_points_new (statement->text, statement->text_length_bytes);
  BayanCleanSpan span;

  if (self->end > bayan_code_points_get_length (points))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("the cleaned text has %u code points"),
                   bayan_code_points_get_length (points));
      return FALSE;
    }
  span = bayan_clean_span (bayan_code_points_to_byte (points, self->start),
                           bayan_code_points_to_byte (points, self->end));
  print_reasons (self, statement, span, points, stem);
  return TRUE;
}

static gboolean
read_span (const char *words, guint32 *start, guint32 *end)
{
  char left_over;

  return words != NULL && sscanf (words, "%u:%u%c", start, end, &left_over) == 2 && *start < *end;
}

int
bayan_cli_run_explain (char ***arguments)
{
  g_autofree char *library = NULL, *span = NULL, *type = NULL;
  Explain explain = { .type = BAYAN_MENTION_N_TYPES };
  const GOptionEntry entries[] = {
    { "json", 'j', 0, G_OPTION_ARG_NONE, &explain.as_json, N_ ("Write JSON"), NULL },
    { "library", 'l', 0, G_OPTION_ARG_FILENAME, &library,
      N_ ("A library whose decisions and list of names are followed; it is not changed"), N_ ("LIBRARY") },
    { "span", 's', 0, G_OPTION_ARG_STRING, &span, N_ ("The words: code points of the cleaned text"),
      N_ ("START:END") },
    { "type", 't', 0, G_OPTION_ARG_STRING, &type, N_ ("What they are not suggested to be, such as ORG"),
      N_ ("TYPE") },
    { NULL },
  };
  int code;

  if (!bayan_cli_parse (
          _ ("Says why nothing, or nothing of TYPE, is suggested at a place of FILE: what each layer has "
             "against "
             "it."),
          entries, _ ("FILE"), arguments, 1))
    return BAYAN_CLI_USAGE;
  if (!read_span (span, &explain.start, &explain.end)
      || (type != NULL && (!bayan_mention_type_from_string (type, &explain.type)
                           || explain.type >= BAYAN_MENTION_N_SUGGESTED))
      || g_strv_length (*arguments) != 2)
    {
      g_printerr (_ ("bayan-cli explain: use --span START:END, a type such as ORG, and one file\n"));
      return BAYAN_CLI_USAGE;
    }
  explain.recogniser = bayan_cli_make_recogniser (library);
  if (explain.recogniser == NULL)
    return BAYAN_CLI_SOME_FAILED;
  code = bayan_cli_for_each_statement (*arguments + 1, take_to_explain, &explain);
  bayan_recogniser_unref (explain.recogniser);
  return code;
}
