/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "doubles-set.h"

#include <string.h>

#include "bayan-config.h"
#include "bayan-ingest.h"

#include "doubles-edits.h"

static const guint PERCENTS[] = { 5, 10, 20, 30, 40 };

void
doubles_text_free (gpointer data)
{
  DoublesText *self = data;

  g_free (self->name);
  g_free (self->story);
  g_free (self->event);
  g_free (self->text);
  g_clear_pointer (&self->statement, bayan_statement_unref);
  g_clear_pointer (&self->recognition, bayan_recognition_free);
  g_clear_pointer (&self->sketch, bayan_sketch_free);
  g_free (self);
}

static char *
read_file (const char *path)
{
  g_autofree char *full = g_build_filename (BAYAN_SOURCE_ROOT, path, NULL);
  g_autoptr (GError) error = NULL;
  char *contents;

  g_file_get_contents (full, &contents, NULL, &error);
  g_assert_no_error (error);
  return contents;
}

/* A base in a file is read as the window would: it may be a page, or not UTF-8. */
static char *
read_clean (const char *path)
{
  g_autofree char *full = g_build_filename (BAYAN_SOURCE_ROOT, path, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (full);
  g_autoptr (GError) error = NULL;
  g_autoptr (BayanStatement) statement = bayan_ingest_file (file, NULL, &error);

  g_assert_no_error (error);
  return g_strdup (statement->text);
}

static DoublesText *
add (GPtrArray *set, const char *name, const char *event, char *text)
{
  DoublesText *added = g_new0 (DoublesText, 1);

  added->name = g_strdup (name);
  added->story = g_strdup (name);
  added->event = g_strdup (event != NULL ? event : name);
  added->text = text;
  g_ptr_array_add (set, added);
  return added;
}

static DoublesText *
find (GPtrArray *set, const char *name)
{
  for (guint i = 0; i < set->len; i++)
    {
      DoublesText *text = set->pdata[i];
      if (strcmp (text->name, name) == 0)
        return text;
    }
  g_error ("no text %s", name);
}

/* @text with each "from => to" of @lines done: every one has to be there. */
static char *
substitute (const char *text, const char *lines)
{
  g_autoptr (GString) changed = g_string_new (text);
  g_auto (GStrv) split = g_strsplit (lines, "\n", -1);

  for (guint i = 0; split[i] != NULL; i++)
    {
      g_auto (GStrv) sides = g_strsplit (split[i], " => ", 2);
      if (g_strv_length (sides) == 2 && g_string_replace (changed, sides[0], sides[1], 0) == 0)
        g_error ("nothing to replace: %s", sides[0]);
    }
  return g_string_free (g_steal_pointer (&changed), FALSE);
}

static const char *
find_option (char **words, const char *option)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (words[i], option))
      return words[i] + strlen (option);
  return NULL;
}

/* One entry: "KIND ARGUMENTS…\n" and what stands below it. */
static void
read_entry (GPtrArray *set, const char *entry)
{
  const char *body = strchr (entry, '\n');
  g_autofree char *line = g_strndup (entry, (gsize) (body - entry));
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  const char *event = find_option (words, "event="), *date = find_option (words, "date=");
  DoublesText *added;

  if (strcmp (words[0], "base") == 0)
    {
      g_autofree char *name = g_path_get_basename (words[1]);
      *strrchr (name, '.') = '\0';
      added = add (set, name, event, read_clean (words[1]));
    }
  else if (strcmp (words[0], "like") == 0)
    added = add (set, words[2], event, substitute (find (set, words[1])->text, body));
  else
    added = add (set, words[1], event, g_strstrip (g_strdup (body)));
  added->date = bayan_date_from_iso (date);
}

/* A base is edited in one way by each percentage, and one in three in every way by the most. */
static void
add_edits (GPtrArray *set)
{
  guint n_bases = set->len;

  for (guint i = 0; i < n_bases; i++)
    for (guint way = 0; way < DOUBLES_N_WAYS; way++)
      for (guint p = 0; p < G_N_ELEMENTS (PERCENTS); p++)
        {
          DoublesText *base = set->pdata[i], *edit;
          g_autofree char *name = NULL;

          if (strlen (base->text) < 1200
              || ((i + p) % DOUBLES_N_WAYS != way && (i % 3 != 0 || PERCENTS[p] != 40)))
            continue;
          name = g_strdup_printf ("%s/%s-%u", base->name, doubles_way_to_string (way), PERCENTS[p]);
          edit = add (set, name, base->event,
                      doubles_edit (base->text, way, PERCENTS[p], i * 1000 + way * 100 + p));
          g_free (edit->story);
          edit->story = g_strdup (base->story);
          edit->date = base->date;
          edit->percent = PERCENTS[p];
        }
}

static void
recognise (DoublesText *text, BayanRecogniser *recogniser)
{
  g_autoptr (GBytes) raw = g_bytes_new (text->text, strlen (text->text));
  g_autoptr (GError) error = NULL;

  text->statement = bayan_ingest_bytes (raw, text->name, NULL, NULL, &error);
  g_assert_no_error (error);
  if (!bayan_date_is_set (text->statement->date))
    text->statement->date = text->date;
  text->recognition = bayan_recogniser_recognise (recogniser, text->statement, NULL);
  text->sketch = bayan_sketch_new (text->statement, text->recognition);
}

/* Returns: (element-type DoublesText) (transfer full) */
GPtrArray *
doubles_set_new (const char *half, BayanRecogniser *recogniser)
{
  GPtrArray *set = g_ptr_array_new_with_free_func (doubles_text_free);
  g_autofree char *path = g_strdup_printf ("tests/analysis/doubles/%s.txt", half);
  g_autofree char *contents = read_file (path);
  g_auto (GStrv) entries = g_strsplit (contents, "@@ ", -1);

  for (guint i = 1; entries[i] != NULL; i++)
    read_entry (set, entries[i]);
  add_edits (set);
  for (guint i = 0; i < set->len; i++)
    recognise (set->pdata[i], recogniser);
  return set;
}
