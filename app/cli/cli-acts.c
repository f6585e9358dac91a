/* SPDX-License-Identifier: GPL-3.0-or-later */
/* acts: who says, does and pledges what. */
#include "cli-common.h"

#include <glib/gi18n.h>

#include "bayan-act-finder.h"
#include "bayan-acts-json.h"

typedef struct {
  BayanActFinder *finder;
  BayanBratOffsets offsets;
  JsonObject *documents; /* name → its acts, pledges and roles */
} Acts;

static gboolean
take_to_find_acts (BayanStatement *taken, BayanRecognition *taken_too, const char *stem, gpointer data,
                   GError **error)
{
  Acts *self = data;
  g_autoptr (BayanStatement) statement = taken;
  g_autoptr (BayanRecognition) recognition = taken_too;
  g_autoptr (BayanWords) words = bayan_words_new (statement->text, (gssize) statement->text_length_bytes);
  g_autoptr (BayanActs) acts = bayan_act_finder_find (self->finder, words, recognition, NULL);

  if (json_object_has_member (self->documents, stem))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _ ("another file of that name was read: %s"), stem);
      return FALSE;
    }
  json_object_set_object_member (self->documents, stem,
                                 bayan_acts_json_describe (statement, acts, self->offsets));
  return TRUE;
}

/* One line an act, pledge or role: name, what it is, and what it says. */
static void
print_acts (JsonObject *documents)
{
  static const char *const KINDS[] = { "speech_acts", "pledges", "participants", "members" };
  static const char *const COLUMNS[] = {
    "class", "role", "actor", "verb", "amount_text", "purpose", "target"
  };
  g_autoptr (GList) names = json_object_get_members (documents);

  for (GList *name = names; name != NULL; name = name->next)
    for (guint k = 0; k < G_N_ELEMENTS (KINDS); k++)
      {
        JsonArray *array =
            json_object_get_array_member (json_object_get_object_member (documents, name->data), KINDS[k]);

        for (guint i = 0; i < json_array_get_length (array); i++)
          {
            JsonObject *found = json_array_get_object_element (array, i);

            g_print ("%s\t%s", (char *) name->data, KINDS[k]);
            for (guint c = 0; c < G_N_ELEMENTS (COLUMNS); c++)
              {
                const char *text = json_object_get_string_member_with_default (found, COLUMNS[c], NULL);

                if (text != NULL)
                  g_print ("\t%s", text);
              }
            if (json_object_has_member (found, "iso3"))
              {
                JsonArray *countries = json_object_get_array_member (found, "iso3");

                for (guint c = 0; c < json_array_get_length (countries); c++)
                  g_print ("\t%s", json_array_get_string_element (countries, c));
              }
            g_print ("\n");
          }
      }
}

int
bayan_cli_run_acts (char ***arguments)
{
  gboolean as_json = FALSE;
  g_autofree char *offsets = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BayanActFinder) finder = bayan_act_finder_new (&error);
  g_autoptr (JsonObject) documents = json_object_new ();
  const GOptionEntry entries[] = {
    { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_ ("Write JSON"), NULL },
    { "offsets", 0, 0, G_OPTION_ARG_STRING, &offsets,
      N_ ("What offsets count: code points of the file (raw) or of the cleaned text (clean)"),
      N_ ("raw|clean") },
    { NULL },
  };
  Acts acts = { finder, BAYAN_BRAT_RAW, documents };
  int code;

  if (!bayan_cli_parse (
          _ ("Finds who says, does and pledges what in each file, and who takes which part in its meetings."),
          entries, _ ("FILE…"), arguments, 1))
    return BAYAN_CLI_USAGE;
  if (!bayan_cli_read_offsets (offsets, &acts.offsets))
    {
      g_printerr (_ ("bayan-cli acts: use --offsets raw or clean\n"));
      return BAYAN_CLI_USAGE;
    }
  if (finder == NULL)
    {
      bayan_cli_complain (_ ("the recogniser's tables"), error);
      return BAYAN_CLI_SOME_FAILED;
    }
  code = bayan_cli_for_each_statement (*arguments + 1, take_to_find_acts, &acts);
  if (as_json)
    bayan_cli_print_json (documents);
  else
    print_acts (documents);
  return code;
}
