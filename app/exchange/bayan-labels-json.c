/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-labels-json.h"

#include <json-glib/json-glib.h>

#include "bayan-relation.h"

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_label (JsonBuilder *builder, const BayanOwnLabel *label)
{
  g_autofree char *colour = g_strdup_printf ("#%06x", label->colour);
  const char key[2] = { label->key, '\0' };

  json_builder_begin_object (builder);
  add_string (builder, "group", label->group);
  add_string (builder, "name", label->name);
  add_string (builder, "colour", colour);
  add_string (builder, "key", key);
  add_string (builder, "description", label->description);
  json_builder_end_object (builder);
}

/* Those that every library has */
static void
add_given (JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "types");
  json_builder_begin_array (builder);
  for (guint type = 0; type < BAYAN_MENTION_N_SUGGESTED; type++)
    json_builder_add_string_value (builder, bayan_mention_type_to_string (type));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "relations");
  json_builder_begin_array (builder);
  for (guint kind = 0; kind < BAYAN_N_RELATIONS; kind++)
    json_builder_add_string_value (builder, bayan_relation_kind_to_string (kind));
  json_builder_end_array (builder);
}

/**
 * bayan_labels_json_write:
 * @labels: (element-type BayanOwnLabel): in the order of the code book
 *
 * Returns: (transfer full): an object with "labels", and beside them the "types" and "relations" that every library has
 */
char *
bayan_labels_json_write (const GPtrArray *labels)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *json = NULL;

  json_builder_begin_object (builder);
  add_string (builder, "format", "bayan-code-book");
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, 1);
  json_builder_set_member_name (builder, "labels");
  json_builder_begin_array (builder);
  for (guint i = 0; i < labels->len; i++)
    add_label (builder, labels->pdata[i]);
  json_builder_end_array (builder);
  add_given (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json = json_to_string (root, TRUE);
  return g_strconcat (json, "\n", NULL);
}
