/* SPDX-License-Identifier: GPL-3.0-or-later */
/* breakdown: how often each country and region is named. */
#include "cli-common.h"

#include <glib/gi18n.h>

#include "bayan-breakdown.h"

typedef struct {
  JsonObject *documents; /* name → its breakdown */
  const char *field;     /* nullable: only that one */
} Breakdown;

/* What is counted for one statement when all is asked for. */
static const BayanBreakdownField FIELDS[] = {
  BAYAN_BREAKDOWN_COUNTRIES_BY_NAME,
  BAYAN_BREAKDOWN_COUNTRIES_BY_NATIONALITY,
  BAYAN_BREAKDOWN_REGIONS,
};

/* By name and by nationality together. */
#define FIELD_BOTH "both"

static void
add_counts (JsonObject *object, const BayanBreakdown *breakdown, BayanBreakdownField field)
{
  g_autoptr (GPtrArray) keys = bayan_breakdown_get_keys (breakdown, field);

  for (guint i = 0; i < keys->len; i++)
    {
      gint64 before = json_object_get_int_member_with_default (object, keys->pdata[i], 0);
      json_object_set_int_member (object, keys->pdata[i],
                                  before + bayan_breakdown_get_count (breakdown, field, keys->pdata[i]));
    }
}

/* Every field, or the counts of the one that was asked for. */
static JsonObject *
describe_breakdown (const BayanBreakdown *breakdown, const char *wanted)
{
  JsonObject *object = json_object_new ();

  for (BayanBreakdownField field = 0; wanted != NULL && field < BAYAN_BREAKDOWN_N_FIELDS; field++)
    if (g_str_equal (wanted, bayan_breakdown_field_to_string (field)))
      add_counts (object, breakdown, field);
  if (g_strcmp0 (wanted, FIELD_BOTH) == 0)
    {
      add_counts (object, breakdown, BAYAN_BREAKDOWN_COUNTRIES_BY_NAME);
      add_counts (object, breakdown, BAYAN_BREAKDOWN_COUNTRIES_BY_NATIONALITY);
    }
  for (guint i = 0; wanted == NULL && i < G_N_ELEMENTS (FIELDS); i++)
    {
      JsonObject *counts = json_object_new ();
      add_counts (counts, breakdown, FIELDS[i]);
      json_object_set_object_member (object, bayan_breakdown_field_to_string (FIELDS[i]), counts);
    }
  return object;
}

static gboolean
take_to_break_down (BayanStatement *taken, BayanRecognition *taken_too, const char *stem, gpointer data,
                    GError **error)
{
  Breakdown *self = data;
  g_autoptr (BayanStatement) statement = taken;
  g_autoptr (BayanRecognition) recognition = taken_too;
  g_autoptr (BayanBreakdown) breakdown = bayan_breakdown_new (recognition);

  if (json_object_has_member (self->documents, stem))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _ ("another file of that name was counted: %s"),
                   stem);
      return FALSE;
    }
  json_object_set_object_member (self->documents, stem, describe_breakdown (breakdown, self->field));
  return TRUE;
}

static gboolean
is_field (const char *name)
{
  for (BayanBreakdownField field = 0; field < BAYAN_BREAKDOWN_N_FIELDS; field++)
    if (g_str_equal (name, bayan_breakdown_field_to_string (field)))
      return TRUE;
  return g_str_equal (name, FIELD_BOTH);
}

int
bayan_cli_run_breakdown (char ***arguments)
{
  gboolean as_json = FALSE;
  g_autofree char *field = NULL;
  g_autoptr (JsonObject) documents = json_object_new ();
  const GOptionEntry entries[] = {
    { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_ ("Write JSON"), NULL },
    { "field", 0, 0, G_OPTION_ARG_STRING, &field,
      N_ ("Only one of countries_by_name, countries_by_nationality, both, regions"), N_ ("NAME") },
    { NULL },
  };
  Breakdown breakdown = { documents, NULL };
  int code;

  if (!bayan_cli_parse (_ ("Counts how often each file names each country, nationality and region."), entries,
                        _ ("FILE…"), arguments, 1))
    return BAYAN_CLI_USAGE;
  if (field != NULL && !is_field (field))
    {
      g_printerr (_ ("bayan-cli breakdown: there is no field “%s”\n"), field);
      return BAYAN_CLI_USAGE;
    }
  breakdown.field = field;
  code = bayan_cli_for_each_statement (*arguments + 1, take_to_break_down, &breakdown);
  if (as_json)
    bayan_cli_print_json (documents);
  else
    bayan_cli_print_counts (documents, "");
  return code;
}
