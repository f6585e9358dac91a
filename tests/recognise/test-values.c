/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values against the gold of the samples and, where it is there, of the shared corpus: what each date, sum of money and
 * resolution that careful readers wrote out comes to. An abstention is right where the gold abstains, and is counted. */
#include <json-glib/json-glib.h>
#include <locale.h>
#include <string.h>

#include "bayan-code-points.h"
#include "gold.h"

static BayanRecogniser *recogniser;
static GPtrArray *texts; /* of GoldText */

typedef struct {
  guint right, abstained, wrong;
} Count;

static JsonObject *
read_gold (const GoldText *text, JsonParser *parser)
{
  g_autoptr (GError) error = NULL;

  json_parser_load_from_file (parser, text->json_path, &error);
  g_assert_no_error (error);
  return json_node_get_object (json_parser_get_root (parser));
}

/* The mention of @type that the gold has at code points @start to @end; NULL where there is none. */
static const BayanMention *
at (const BayanRecognition *recognition, const BayanCodePoints *points, BayanMentionType type,
    JsonObject *entry)
{
  guint32 start = bayan_code_points_to_byte (points, (guint32) json_object_get_int_member (entry, "start"));
  guint32 end = bayan_code_points_to_byte (points, (guint32) json_object_get_int_member (entry, "end"));

  for (guint i = 0; i < recognition->mentions->len; i++)
    {
      const BayanMention *mention = recognition->mentions->pdata[i];

      if (mention->type == type && mention->span.start.byte == start && mention->span.end.byte == end)
        return mention;
    }
  return NULL;
}

static const char *
string_or_null (JsonObject *entry, const char *member)
{
  return json_object_has_member (entry, member) && !json_object_get_null_member (entry, member)
             ? json_object_get_string_member (entry, member)
             : NULL;
}

/* A date of the Islamic calendar is kept as the Gregorian day, and left open where none follows from it. */
static char *
date_value (JsonObject *entry)
{
  if (g_strcmp0 (string_or_null (entry, "calendar"), "hijri") == 0)
    return g_strdup (string_or_null (entry, "gregorian"));

  return g_strdup (string_or_null (entry, "value"));
}

static char *
money_value (JsonObject *entry)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", json_object_get_int_member (entry, "amount"),
                          json_object_get_string_member (entry, "currency"));
}

static void
compare_value (const GoldText *text, const char *surface, const BayanMention *mention, const char *expected,
               Count *count)
{
  if (mention != NULL && g_strcmp0 (mention->value, expected) == 0)
    {
      if (expected != NULL)
        count->right++;
      else
        count->abstained++;
      return;
    }
  count->wrong++;
  g_test_message ("%s: “%s” is %s, expected %s", text->name, surface,
                  mention == NULL          ? "not found"
                  : mention->value != NULL ? mention->value
                                           : "left open",
                  expected != NULL ? expected : "nothing");
}

static void
measure (const char *member, BayanMentionType type, char *(*value_of) (JsonObject *entry))
{
  Count count = { 0 };

  for (guint i = 0; i < texts->len; i++)
    {
      const GoldText *text = texts->pdata[i];
      g_autoptr (JsonParser) parser = json_parser_new ();
      JsonObject *gold;
      JsonArray *entries;
      g_autoptr (BayanCodePoints) points = NULL;
      g_autoptr (BayanRecognition) recognition = NULL;

      if (text->json_path == NULL)
        continue;
      gold = read_gold (text, parser);
      entries = json_object_get_array_member (gold, member);
      points = bayan_code_points_new (text->statement->text, text->statement->text_length_bytes);
      recognition = bayan_recogniser_recognise (recogniser, text->statement, NULL);
      for (guint j = 0; j < json_array_get_length (entries); j++)
        {
          JsonObject *entry = json_array_get_object_element (entries, j);
          g_autofree char *expected = value_of (entry);

          compare_value (text, json_object_get_string_member (entry, "text"),
                         at (recognition, points, type, entry), expected, &count);
        }
    }

  g_test_message ("%s: %u exact, %u left open as the gold leaves them, %u wrong", member, count.right,
                  count.abstained, count.wrong);
  g_assert_cmpuint (count.right, >, 0);
  g_assert_cmpuint (count.wrong, ==, 0);
}

static void
test_dates (void)
{
  measure ("dates", BAYAN_MENTION_DATE, date_value);
}

static void
test_money (void)
{
  measure ("money", BAYAN_MENTION_MONEY, money_value);
}

/* The gold has the spans of laws and no values. A number of a resolution that stands in one has to come back with the
 * year it is known to have; every other law has to be an entity with a name. */
static void
test_laws (void)
{
  static const struct {
    const char *number, *value;
  } RESOLUTIONS[] = {
    { "1701", "S/RES/1701(2006)" },
    { "2254", "S/RES/2254(2015)" },
    { "2259", "S/RES/2259(2015)" },
    { "2593", "S/RES/2593(2021)" },
    { "2720", "S/RES/2720(2023)" },
    { "2732", "S/RES/2732(2024)" },
    { "242 و338", "S/RES/242(1967) S/RES/338(1973)" },
    { "242 and 338", "S/RES/242(1967) S/RES/338(1973)" },
  };
  Count count = { 0 };

  for (guint i = 0; i < texts->len; i++)
    {
      const GoldText *text = texts->pdata[i];
      g_autoptr (BayanRecognition) recognition = NULL;

      if (text->json_path == NULL)
        continue;
      recognition = bayan_recogniser_recognise (recogniser, text->statement, NULL);
      for (guint j = 0; j < text->gold->len; j++)
        {
          const BayanMention *gold = text->gold->pdata[j], *mention = NULL;
          g_autofree char *surface = NULL;
          const char *expected = NULL;

          if (gold->type != BAYAN_MENTION_LAW)
            continue;
          surface = g_strndup (text->statement->text + gold->span.start.byte,
                               bayan_clean_span_length_bytes (gold->span));
          for (guint k = 0; k < recognition->mentions->len && mention == NULL; k++)
            if (bayan_mention_compare (recognition->mentions->pdata[k], gold) == 0)
              mention = recognition->mentions->pdata[k];
          for (guint k = 0; k < G_N_ELEMENTS (RESOLUTIONS); k++)
            if (strstr (surface, RESOLUTIONS[k].number) != NULL)
              expected = RESOLUTIONS[k].value;
          compare_value (text, surface, mention, expected, &count);
          if (mention != NULL)
            g_assert_nonnull (mention->entity_key);
        }
    }

  g_test_message ("laws: %u exact, %u known by name, %u wrong", count.right, count.abstained, count.wrong);
  g_assert_cmpuint (count.right, >, 0);
  g_assert_cmpuint (count.wrong, ==, 0);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int result;

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  recogniser = bayan_recogniser_new (&error);
  g_assert_no_error (error);
  texts = gold_load (TRUE);
  g_test_add_func ("/values/dates", test_dates);
  g_test_add_func ("/values/money", test_money);
  g_test_add_func ("/values/laws", test_laws);
  result = g_test_run ();
  g_ptr_array_unref (texts);
  bayan_recogniser_unref (recogniser);
  return result;
}
