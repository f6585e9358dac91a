/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-acts-json.h"

#include <stdlib.h>
#include <string.h>

#include "bayan-code-points.h"
#include "bayan-raw-text.h"

/* What stands between the actors of one act. */
#define BETWEEN_ACTORS "؛ "

typedef struct {
  const BayanStatement *statement;
  BayanRawText *raw;      /* for raw offsets */
  BayanCodePoints *clean; /* for clean ones */
} Describer;

static char *
dup_text (const Describer *self, BayanCleanSpan span)
{
  return g_strndup (self->statement->text + span.start.byte, bayan_clean_span_length_bytes (span));
}

static void
get_offsets (const Describer *self, BayanCleanSpan span, gint64 *start, gint64 *end)
{
  if (self->raw != NULL)
    {
      BayanRawSpan raw = bayan_offset_map_to_raw (self->statement->map, span);

      *start = bayan_raw_text_count_code_points (self->raw, raw.start);
      *end = bayan_raw_text_count_code_points (self->raw, raw.end);
      return;
    }
  *start = bayan_code_points_from_byte (self->clean, span.start.byte);
  *end = bayan_code_points_from_byte (self->clean, span.end.byte);
}

/* NAME, NAME_start and NAME_end; nothing for a span without bytes. */
static void
set_span (const Describer *self, JsonObject *object, const char *name, BayanCleanSpan span)
{
  g_autofree char *text = NULL, *start_name = g_strconcat (name, "_start", NULL),
                  *end_name = g_strconcat (name, "_end", NULL);
  gint64 start, end;

  if (span.end.byte <= span.start.byte)
    return;
  text = dup_text (self, span);
  get_offsets (self, span, &start, &end);
  json_object_set_string_member (object, name, text);
  json_object_set_int_member (object, start_name, start);
  json_object_set_int_member (object, end_name, end);
}

static void
set_string (JsonObject *object, const char *name, const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, name, value);
}

static JsonObject *
describe_actor (const Describer *self, const BayanActor *actor)
{
  JsonObject *object = json_object_new ();
  g_autofree char *text = dup_text (self, actor->span);
  gint64 start, end;

  get_offsets (self, actor->span, &start, &end);
  json_object_set_string_member (object, "text", text);
  json_object_set_int_member (object, "start", start);
  json_object_set_int_member (object, "end", end);
  set_string (object, "entity", actor->entity_key);
  set_string (object, "iso3", actor->iso3);
  return object;
}

/* "actor": all of them as one string, or null; "actors": each with its place. */
static void
set_actors (const Describer *self, JsonObject *object, GPtrArray *actors)
{
  g_autoptr (GString) names = g_string_new (NULL);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < actors->len; i++)
    {
      const BayanActor *actor = actors->pdata[i];
      g_autofree char *text = dup_text (self, actor->span);

      g_string_append_printf (names, "%s%s", i > 0 ? BETWEEN_ACTORS : "", text);
      json_array_add_object_element (array, describe_actor (self, actor));
    }
  if (actors->len > 0)
    json_object_set_string_member (object, "actor", names->str);
  else
    json_object_set_null_member (object, "actor");
  json_object_set_array_member (object, "actors", array);
}

static JsonObject *
describe_act (const Describer *self, const BayanAct *act)
{
  JsonObject *object = json_object_new ();
  gint64 start, end;

  set_actors (self, object, act->actors);
  set_span (self, object, "verb", act->verb);
  set_span (self, object, "complement", act->complement);
  json_object_set_string_member (object, "class", bayan_act_class_to_string (act->act_class));
  json_object_set_string_member (object, "family",
                                 bayan_act_family_to_string (bayan_act_class_get_family (act->act_class)));
  json_object_set_string_member (object, "polarity", act->negated ? "negative" : "positive");
  json_object_set_string_member (object, "actor_source", bayan_actor_source_to_string (act->source));
  get_offsets (self, act->sentence, &start, &end);
  json_object_set_int_member (object, "sentence_start", start);
  json_object_set_int_member (object, "sentence_end", end);
  set_span (self, object, "target", act->target);
  set_string (object, "region", act->region_key);
  set_span (self, object, "quotation", act->quotation);
  json_object_set_string_member (object, "rule", act->rule);
  json_object_set_string_member (object, "evidence", act->evidence);
  return object;
}

/* "436000000 USD" → amount and currency */
static void
set_amount (JsonObject *object, const char *name, const char *value, gboolean with_currency)
{
  char *currency;
  double amount;

  if (value == NULL)
    return;
  amount = g_ascii_strtod (value, &currency);
  if (amount == (double) (gint64) amount)
    json_object_set_int_member (object, name, (gint64) amount);
  else
    json_object_set_double_member (object, name, amount);
  if (with_currency && *currency != '\0')
    json_object_set_string_member (object, "currency", currency + strspn (currency, " "));
}

static JsonObject *
describe_pledge (const Describer *self, const BayanPledge *pledge)
{
  JsonObject *object = json_object_new ();

  set_actors (self, object, pledge->actors);
  json_object_set_null_member (object, "amount");
  json_object_set_null_member (object, "currency");
  set_amount (object, "amount", pledge->amount, TRUE);
  set_amount (object, "target_amount", pledge->total, FALSE);
  set_span (self, object, "amount_text", pledge->amount_span);
  set_span (self, object, "modifier", pledge->modifier);
  set_span (self, object, "purpose", pledge->purpose);
  set_span (self, object, "deadline", pledge->deadline);
  set_string (object, "deadline_value", pledge->deadline_value);
  set_span (self, object, "verb", pledge->verb);
  json_object_set_string_member (object, "rule", pledge->rule);
  return object;
}

/* TRUE if two roles are told together: the same part in the same meeting, by name. */
static gboolean
belongs (const BayanRole *one, const BayanRole *other)
{
  return one->kind == other->kind && one->actor != NULL && other->actor != NULL
         && bayan_clean_span_equal (one->of, other->of);
}

/* All who take one part: role, iso3 of those that are states or speak for one, and each with its place. */
static JsonObject *
describe_role (const Describer *self, GPtrArray *roles, guint first)
{
  const BayanRole *role = roles->pdata[first];
  JsonObject *object = json_object_new ();
  JsonArray *countries = json_array_new (), *actors = json_array_new ();

  json_object_set_string_member (object, "role", bayan_role_kind_to_string (role->kind));
  if (role->count > 0)
    json_object_set_int_member (object, "count", role->count);
  for (guint i = first; i < roles->len; i++)
    {
      const BayanRole *next = roles->pdata[i];

      if (!belongs (role, next))
        continue;
      if (next->actor->iso3 != NULL)
        json_array_add_string_element (countries, next->actor->iso3);
      json_array_add_object_element (actors, describe_actor (self, next->actor));
    }
  json_object_set_array_member (object, "iso3", countries);
  json_object_set_array_member (object, "actors", actors);
  set_span (self, object, "of", role->of);
  set_span (self, object, "cue", role->cue);
  json_object_set_string_member (object, "rule", role->rule);
  return object;
}

static void
add_roles (const Describer *self, GPtrArray *roles, JsonArray *participants, JsonArray *members)
{
  for (guint i = 0; i < roles->len; i++)
    {
      const BayanRole *role = roles->pdata[i];
      gboolean told = FALSE;

      for (guint before = 0; before < i && !told; before++)
        told = belongs (roles->pdata[before], role);
      if (!told)
        json_array_add_object_element (role->kind == BAYAN_ROLE_NEW_MEMBER ? members : participants,
                                       describe_role (self, roles, i));
    }
}

/**
 * bayan_acts_json_describe:
 * @acts: of @statement
 * @offsets: which text the offsets count code points of
 *
 * "speech_acts", "pledges", "participants" and "members", each an array.
 *
 * Returns: (transfer full): the object
 */
JsonObject *
bayan_acts_json_describe (const BayanStatement *statement, const BayanActs *acts, BayanBratOffsets offsets)
{
  g_autoptr (BayanRawText) raw = offsets == BAYAN_BRAT_RAW ? bayan_raw_text_new_of_statement (statement)
                                                           : NULL;
  g_autoptr (BayanCodePoints) clean =
      raw == NULL ? bayan_code_points_new (statement->text, statement->text_length_bytes) : NULL;
  Describer self = { statement, raw, clean };
  JsonObject *object = json_object_new ();
  JsonArray *speech_acts = json_array_new (), *pledges = json_array_new (), *participants = json_array_new (),
            *members = json_array_new ();

  for (guint i = 0; i < acts->acts->len; i++)
    json_array_add_object_element (speech_acts, describe_act (&self, acts->acts->pdata[i]));
  for (guint i = 0; i < acts->pledges->len; i++)
    json_array_add_object_element (pledges, describe_pledge (&self, acts->pledges->pdata[i]));
  add_roles (&self, acts->roles, participants, members);
  json_object_set_array_member (object, "speech_acts", speech_acts);
  json_object_set_array_member (object, "pledges", pledges);
  json_object_set_array_member (object, "participants", participants);
  json_object_set_array_member (object, "members", members);
  return object;
}
