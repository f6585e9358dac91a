/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Objects of JSON (RFC 8259), found by their braces; json-glib reads one at a time, and none that is nested too deep
 * for it. */
#include <json-glib/json-glib.h>
#include <string.h>

#include "bayan-table-private.h"

#define MAX_DEPTH 256
/* What an object may be wrapped in, "response" → "docs" → the list of statements. */
#define MAX_WRAPPERS 4
#define MAX_NAME_BYTES 256u
#define SPACE " \t\r\n"

static gsize
skip_any (const char *data, gsize size, gsize at, const char *letters)
{
  while (at < size && data[at] != '\0' && strchr (letters, data[at]) != NULL)
    at++;
  return at;
}

/**
 * bayan_json_is_likely:
 * @data: the beginning of a text
 *
 * Returns: whether it is an object, or a list of objects: nothing else begins with a brace, a name in quotes and a
 * colon
 */
gboolean
bayan_json_is_likely (const char *data, gsize size)
{
  gsize at = skip_any (data, size, 0, SPACE);
  const char *quote;

  if (at < size && data[at] == '[')
    at = skip_any (data, size, at + 1, SPACE);
  if (at >= size || data[at] != '{')
    return FALSE;
  at = skip_any (data, size, at + 1, SPACE);
  if (at >= size || data[at] != '"')
    return FALSE;
  quote = memchr (data + at + 1, '"', MIN (size - at - 1, MAX_NAME_BYTES));
  at = quote != NULL ? skip_any (data, size, (gsize) (quote - data) + 1, SPACE) : size;
  return at < size && data[at] == ':';
}

/* Reads the object or list at @at to its closing brace, or to @size. */
static void
measure_object (const char *data, gsize size, gsize at, BayanJsonRecord *record)
{
  gsize depth = 0;
  gboolean in_string = FALSE;

  *record = (BayanJsonRecord) { at, size, FALSE, FALSE };
  for (; at < size; at++)
    if (in_string && data[at] == '\\')
      at++;
    else if (in_string)
      in_string = data[at] != '"';
    else if (data[at] == '"')
      in_string = TRUE;
    else if (data[at] == '{' || data[at] == '[')
      record->too_deep |= ++depth > MAX_DEPTH;
    else if ((data[at] == '}' || data[at] == ']') && --depth == 0)
      {
        record->end = at + 1;
        record->is_whole = TRUE;
        return;
      }
}

/* Where the string whose quote stands at @at ends: behind its other quote, or at @size. */
static gsize
skip_string (const char *data, gsize size, gsize at)
{
  for (at++; at < size && data[at] != '"'; at++)
    at += data[at] == '\\';
  return MIN (at + 1, size);
}

/**
 * bayan_json_find_list:
 *
 * What services give out is one object with a list of articles in it, and a few words about the list.
 *
 * Returns: where the longest list of objects begins that is in the one object that @data is, or in an object in that; 0
 * if there is none
 */
gsize
bayan_json_find_list (const char *data, gsize size)
{
  gsize at = skip_any (data, size, 0, SPACE), depth = 0, found = 0, longest = 0;
  BayanJsonRecord list;

  do
    if (at < size && data[at] == '"')
      at = skip_string (data, size, at);
    else if (at < size && data[at] == '[' && depth > 0)
      {
        gsize first = skip_any (data, size, at + 1, SPACE);

        measure_object (data, size, at, &list);
        if (first < size && data[first] == '{' && depth <= MAX_WRAPPERS && list.end - at > longest)
          {
            found = at;
            longest = list.end - at;
          }
        at = list.end;
      }
    else if (at < size)
      {
        depth += data[at] == '{';
        depth -= data[at] == '}' && depth > 0;
        at++;
      }
  while (at < size && depth > 0);
  return skip_any (data, size, at, SPACE) >= size ? found : 0;
}

/**
 * bayan_json_records_init:
 * @data: UTF-8; stays the caller's
 * @start: where in it to begin
 */
void
bayan_json_records_init (BayanJsonRecords *self, const char *data, gsize size, gsize start)
{
  gsize at = skip_any (data, size, start, SPACE);
  BayanJsonRecord first;
  const char *line_end;

  *self = (BayanJsonRecords) { data, size, at, FALSE };
  if (at < size && data[at] == '[')
    self->at = at + 1;
  else
    {
      line_end = at < size ? memchr (data + at, '\n', size - at) : NULL;
      measure_object (data, line_end != NULL ? (gsize) (line_end - data) : size, at, &first);
      self->in_lines = first.is_whole && line_end != NULL;
    }
}

/**
 * bayan_json_records_next:
 *
 * Returns: FALSE at the end. All records together take time linear in the size
 */
gboolean
bayan_json_records_next (BayanJsonRecords *self, BayanJsonRecord *record)
{
  const char *line_end;
  gsize size = self->size;

  self->at = skip_any (self->data, size, self->at, SPACE ",");
  if (self->at >= size || self->data[self->at] == ']')
    return FALSE;
  line_end = self->in_lines ? memchr (self->data + self->at, '\n', size - self->at) : NULL;
  size = line_end != NULL ? (gsize) (line_end - self->data) : size;
  if (self->data[self->at] == '{')
    measure_object (self->data, size, self->at, record);
  else
    *record = (BayanJsonRecord) { self->at, size, FALSE, FALSE };
  /* In lines, a broken one does not take the next with it. */
  self->at = self->in_lines ? size : record->end;
  return TRUE;
}

/* What is in a cell: text, or what can be written as one. An escape that JSON does not have ("\\240") may have made bytes
 * of it that are no text. */
static char *
describe (JsonNode *node)
{
  JsonArray *array;
  g_autoptr (GString) joined = NULL;

  if (JSON_NODE_HOLDS_VALUE (node))
    {
      if (json_node_get_value_type (node) == G_TYPE_STRING)
        return g_utf8_make_valid (json_node_get_string (node), -1);
      return json_to_string (node, FALSE);
    }
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return g_strdup ("");
  array = json_node_get_array (node);
  joined = g_string_new (NULL);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_VALUE (element) && json_node_get_value_type (element) == G_TYPE_STRING)
        g_string_append_printf (joined, "%s%s", joined->len > 0 ? "\n" : "", json_node_get_string (element));
    }
  return g_utf8_make_valid (joined->str, (gssize) joined->len);
}

static guint
find_name (GPtrArray *names, const char *name, gboolean add)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);

  for (guint i = 0; i < names->len; i++)
    if (g_str_equal (names->pdata[i], valid))
      return i;
  if (!add || names->len == BAYAN_TABLE_MAX_COLUMNS)
    return G_MAXUINT;
  g_ptr_array_add (names, g_steal_pointer (&valid));
  return names->len - 1;
}

/**
 * bayan_json_read_cells:
 * @text: one object
 * @names: (element-type utf8): the columns
 * @add_names: whether members that are no column yet become one
 * @cells: (element-type utf8): one for each of @names; NULL where the object has no such member
 *
 * Returns: FALSE if it is no object of JSON
 */
gboolean
bayan_json_read_cells (const char *text, gsize length, GPtrArray *names, gboolean add_names, GPtrArray *cells)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root;
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  g_ptr_array_set_size (cells, 0);
  if (!g_utf8_validate_len (text, length, NULL)
      || !json_parser_load_from_data (parser, text, (gssize) length, NULL))
    return FALSE;
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return FALSE;
  json_object_iter_init_ordered (&iter, json_node_get_object (root));
  g_ptr_array_set_size (cells, (int) names->len);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      guint column = find_name (names, name, add_names);

      if (column == G_MAXUINT)
        continue;
      if (column >= cells->len)
        g_ptr_array_set_size (cells, (int) column + 1);
      g_free (cells->pdata[column]);
      cells->pdata[column] = describe (member);
    }
  return TRUE;
}
