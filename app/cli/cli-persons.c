/* SPDX-License-Identifier: GPL-3.0-or-later */
/* persons: who is named, in which spellings, and who held which office on the day of the statement. */
#include "cli-common.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bayan-office-book.h"
#include "bayan-persons.h"

typedef struct {
  const BayanOfficeBook *book;
  const BayanStatement *statement;
  const BayanRecognition *recognition;
  BayanDate date;
} Describer;

static void
set_date (JsonObject *object, const char *name, BayanDate date)
{
  g_autofree char *iso = bayan_date_is_set (date) ? bayan_date_to_iso (date) : NULL;

  if (iso != NULL)
    json_object_set_string_member (object, name, iso);
}

static void
set_string (JsonObject *object, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
}

static char *
dup_words (const Describer *self, const BayanMention *mention)
{
  return g_strndup (self->statement->text + mention->span.start.byte,
                    bayan_clean_span_length_bytes (mention->span));
}

static void
count (JsonObject *counts, const char *words)
{
  json_object_set_int_member (counts, words, json_object_get_int_member_with_default (counts, words, 0) + 1);
}

static const BayanEntity *
find_entity (const Describer *self, const char *key)
{
  for (guint i = 0; key != NULL && i < self->recognition->entities->len; i++)
    {
      const BayanEntity *entity = self->recognition->entities->pdata[i];

      if (strcmp (entity->key, key) == 0)
        return entity;
    }
  return NULL;
}

static JsonObject *
describe_tenure (const BayanTenure *tenure)
{
  JsonObject *object = json_object_new ();

  set_string (object, "office", tenure->office.kind);
  set_string (object, "of", tenure->office.of);
  set_date (object, "from", tenure->from);
  set_date (object, tenure->is_open ? "known_until" : "to", tenure->to);
  return object;
}

static JsonArray *
describe_tenures (GArray *tenures)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < tenures->len; i++)
    json_array_add_object_element (array, describe_tenure (&g_array_index (tenures, BayanTenure, i)));
  return array;
}

static gboolean
is_same_office (const BayanOffice *a, const BayanOffice *b)
{
  return strcmp (a->kind, b->kind) == 0 && strcmp (a->of, b->of) == 0;
}

static gboolean
holds (GArray *tenures, const BayanOffice *office)
{
  for (guint i = 0; i < tenures->len; i++)
    if (is_same_office (&g_array_index (tenures, BayanTenure, i).office, office))
      return TRUE;
  return FALSE;
}

/* Persons */

/* One office that the text gives @person at a mention. @held: offices by the tables. Returns: whether both say the same, or
 * nothing speaks against it */
static void
note_office (Describer *self, JsonObject *person, const BayanMention *office, GArray *held)
{
  JsonObject *offices = json_object_get_object_member (person, "offices_in_text");
  g_autofree char *words = dup_words (self, office);
  BayanOffice read;

  count (offices, words);
  if (bayan_office_book_read_mention (self->book, self->statement->text, self->statement->text_length_bytes,
                                      office, &read)
      && held->len > 0 && !holds (held, &read))
    json_object_set_boolean_member (person, "differs", TRUE);
}

static JsonObject *
new_person (Describer *self, const char *key, GArray *held)
{
  JsonObject *person = json_object_new ();
  const BayanEntity *entity = find_entity (self, key);

  set_string (person, "key", key);
  set_string (person, "name_ar", entity != NULL ? entity->name_ar : NULL);
  set_string (person, "name_en", entity != NULL ? entity->name_en : NULL);
  json_object_set_object_member (person, "spellings", json_object_new ());
  json_object_set_object_member (person, "offices_in_text", json_object_new ());
  json_object_set_array_member (person, "offices_by_table", describe_tenures (held));
  json_object_set_boolean_member (person, "differs", FALSE);
  return person;
}

static GArray *
list_held (Describer *self, const char *key)
{
  return bayan_date_is_set (self->date) ? bayan_office_book_list_tenures (self->book, key, self->date)
                                        : g_array_new (FALSE, FALSE, sizeof (BayanTenure));
}

static JsonArray *
describe_persons (Describer *self)
{
  g_autoptr (GHashTable) persons = g_hash_table_new (g_str_hash, g_str_equal);
  const GPtrArray *mentions = self->recognition->mentions;
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < mentions->len; i++)
    {
      const BayanMention *mention = mentions->pdata[i], *office;
      g_autofree char *words = NULL;
      g_autoptr (GArray) held = NULL;
      JsonObject *person;

      if (mention->type != BAYAN_MENTION_PERS || mention->entity_key == NULL)
        continue;
      words = dup_words (self, mention);
      held = list_held (self, mention->entity_key);
      person = g_hash_table_lookup (persons, mention->entity_key);
      if (person == NULL)
        {
          person = new_person (self, mention->entity_key, held);
          g_hash_table_insert (persons, mention->entity_key, person);
          json_array_add_object_element (array, person);
        }
      count (json_object_get_object_member (person, "spellings"), words);
      office = bayan_persons_find_office (self->statement->text, self->statement->text_length_bytes, mentions,
                                          mention);
      if (office != NULL)
        note_office (self, person, office, held);
    }
  return array;
}

/* Offices */

static JsonObject *
describe_office (Describer *self, const char *words, const BayanOffice *office)
{
  JsonObject *object = json_object_new ();
  BayanTenure tenure;
  guint n_holders = bayan_office_book_find_holder (self->book, *office, self->date, &tenure);

  set_string (object, "words", words);
  set_string (object, "office", office->kind);
  set_string (object, "of", office->of);
  if (n_holders == 1)
    {
      const BayanEntity *holder = bayan_office_book_get_entity (self->book, tenure.person);

      set_string (object, "holder", tenure.person);
      set_string (object, "holder_ar", holder->name_ar);
      set_string (object, "holder_en", holder->name_en);
    }
  else
    json_object_set_null_member (object, "holder");
  json_object_set_int_member (object, "n_possible", n_holders);
  json_object_set_int_member (object, "count", 0);
  return object;
}

/* Those that name an office of the tables, each form of words once. */
static JsonArray *
describe_offices (Describer *self)
{
  g_autoptr (GHashTable) offices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const GPtrArray *mentions = self->recognition->mentions;
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < mentions->len; i++)
    {
      const BayanMention *mention = mentions->pdata[i];
      g_autofree char *words = NULL;
      JsonObject *object;
      BayanOffice office;

      if (mention->type != BAYAN_MENTION_OCC
          || !bayan_office_book_read_mention (self->book, self->statement->text,
                                              self->statement->text_length_bytes, mention, &office))
        continue;
      words = dup_words (self, mention);
      object = g_hash_table_lookup (offices, words);
      if (object == NULL)
        {
          object = describe_office (self, words, &office);
          json_array_add_object_element (array, object);
          g_hash_table_insert (offices, g_steal_pointer (&words), object);
        }
      json_object_set_int_member (object, "count", json_object_get_int_member (object, "count") + 1);
    }
  return array;
}

/**
 * bayan_cli_describe_persons:
 *
 * Returns: (transfer full): the day that counts, and whom the statement names: persons with their spellings, the offices that
 *   the text gives them and those of the tables on that day; offices with who held them then, null where the tables leave
 *   it open
 */
static JsonObject *
describe_statement (const BayanOfficeBook *book, const BayanStatement *statement,
                    const BayanRecognition *recognition)
{
  Describer self = { book, statement, recognition, bayan_persons_get_date (statement) };
  JsonObject *object = json_object_new ();

  set_date (object, "date", self.date);
  json_object_set_array_member (object, "persons", describe_persons (&self));
  json_object_set_array_member (object, "offices", describe_offices (&self));
  return object;
}

typedef struct {
  BayanRecogniser *recogniser;
  JsonObject *documents; /* name → whom it names */
} Persons;

static gboolean
take_to_find_persons (BayanStatement *taken, BayanRecognition *taken_too, const char *stem, gpointer data,
                      GError **error)
{
  Persons *self = data;
  g_autoptr (BayanStatement) statement = taken;
  g_autoptr (BayanRecognition) recognition = taken_too;

  if (json_object_has_member (self->documents, stem))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _ ("another file of that name was read: %s"), stem);
      return FALSE;
    }
  json_object_set_object_member (
      self->documents, stem,
      describe_statement (bayan_recogniser_get_office_book (self->recogniser), statement, recognition));
  return TRUE;
}

/* One line a person or office: name, who it is, and every spelling or the holder. */
static void
print_persons (JsonObject *documents)
{
  g_autoptr (GList) names = json_object_get_members (documents);

  for (GList *name = names; name != NULL; name = name->next)
    {
      JsonObject *document = json_object_get_object_member (documents, name->data);
      JsonArray *persons = json_object_get_array_member (document, "persons");
      JsonArray *offices = json_object_get_array_member (document, "offices");

      for (guint i = 0; i < json_array_get_length (persons); i++)
        {
          JsonObject *person = json_array_get_object_element (persons, i);

          g_print ("%s\tperson\t%s", (char *) name->data, json_object_get_string_member (person, "key"));
          bayan_cli_print_counts (json_object_get_object_member (person, "spellings"), "");
        }
      for (guint i = 0; i < json_array_get_length (offices); i++)
        {
          JsonObject *office = json_array_get_object_element (offices, i);

          g_print ("%s\toffice\t%s\t%s\n", (char *) name->data,
                   json_object_get_string_member (office, "words"),
                   json_object_get_string_member_with_default (office, "holder", "-"));
        }
    }
}

int
bayan_cli_run_persons (char ***arguments)
{
  gboolean as_json = FALSE;
  g_autoptr (GError) error = NULL;
  g_autoptr (BayanRecogniser) recogniser = bayan_recogniser_new (&error);
  g_autoptr (JsonObject) documents = json_object_new ();
  const GOptionEntry entries[] = {
    { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_ ("Write JSON"), NULL },
    { NULL },
  };
  Persons persons = { recogniser, documents };
  int code;

  if (!bayan_cli_parse (
          _ ("Lists the persons that each file names, with their spellings and offices, and who held "
             "each office on "
             "the day of the statement."),
          entries, _ ("FILE…"), arguments, 1))
    return BAYAN_CLI_USAGE;
  if (recogniser == NULL)
    {
      bayan_cli_complain (_ ("the recogniser's tables"), error);
      return BAYAN_CLI_SOME_FAILED;
    }
  code = bayan_cli_for_each_statement (*arguments + 1, take_to_find_persons, &persons);
  if (as_json)
    bayan_cli_print_json (documents);
  else
    print_persons (documents);
  return code;
}
