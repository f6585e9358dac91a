/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support-pages.h"

#include <string.h>

#include "bayan-config.h"

static void
clear_range (gpointer data)
{
  g_free (((PageRange *) data)->kind);
}

void
page_free (Page *self)
{
  g_free (self->design);
  g_free (self->statement);
  g_free (self->title);
  g_free (self->text);
  g_array_unref (self->ranges);
  g_free (self);
}

static void
add_range (Page *page, gsize start, gsize end, const char *kind)
{
  PageRange range = { start, end, g_strdup (kind) };

  g_array_append_val (page->ranges, range);
}

/* What a mark of the template says, without its brackets; @open is the furniture that it is in. */
static void
write_mark (Page *page, GString *text, const char *mark, GKeyFile *statements, PageRange *open)
{
  g_autofree char *value = NULL;
  gsize start = text->len;

  if (*mark == '#')
    {
      g_assert_null (open->kind);
      *open = (PageRange) { start, start, g_strdup (mark + 1) };
    }
  else if (*mark == '/')
    {
      add_range (page, open->start, start, open->kind);
      g_clear_pointer (&open->kind, g_free);
    }
  else
    {
      value = g_key_file_get_string (statements, page->statement, mark + (*mark == '='), NULL);
      g_assert_nonnull (value);
      g_string_append (text, value);
      if (*mark != '=')
        add_range (page, start, text->len, NULL);
    }
}

static Page *
page_new (const char *design, const char *template, const char *statement, GKeyFile *statements)
{
  Page *self = g_new0 (Page, 1);
  GString *text = g_string_new (NULL);
  PageRange open = { 0 };
  const char *at = template, *next;

  self->design = g_strdup (design);
  self->statement = g_strdup (statement);
  self->title = g_key_file_get_string (statements, statement, "title", NULL);
  self->ranges = g_array_new (FALSE, FALSE, sizeof (PageRange));
  g_array_set_clear_func (self->ranges, clear_range);
  while ((next = strstr (at, "{{")) != NULL)
    {
      const char *close = strstr (next, "}}");
      g_autofree char *mark = g_strndup (next + 2, (gsize) (close - next) - 2);

      g_string_append_len (text, at, next - at);
      write_mark (self, text, mark, statements, &open);
      at = close + 2;
    }
  g_assert_null (open.kind);
  g_string_append (text, at);
  self->length = text->len;
  self->text = g_string_free (text, FALSE);
  return self;
}

/* A design's name begins with its language. */
static void
add_pages (GPtrArray *pages, const char *folder, const char *name, GKeyFile *statements)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *template = NULL;
  g_auto (GStrv) groups = g_key_file_get_groups (statements, NULL);
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &template, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; groups[i] != NULL; i++)
    if (strncmp (groups[i], name, 3) == 0)
      g_ptr_array_add (pages, page_new (name, template, groups[i], statements));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Those of @folder, or those of all folders without their own. */
static GKeyFile *
load_statements (const char *root, const char *folder)
{
  g_autofree char *own = g_build_filename (root, folder, "statements.ini", NULL);
  g_autofree char *common = g_build_filename (root, "statements.ini", NULL);
  GKeyFile *statements = g_key_file_new ();
  g_autoptr (GError) error = NULL;

  g_key_file_load_from_file (statements, g_file_test (own, G_FILE_TEST_EXISTS) ? own : common,
                             G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);
  return statements;
}

/* Each design in @folder, under tests/ingest/pages, with each statement of its language. */
GPtrArray *
pages_new (const char *folder)
{
  g_autofree char *root = g_build_filename (BAYAN_SOURCE_ROOT, "tests", "ingest", "pages", NULL);
  g_autofree char *path = g_build_filename (root, folder, NULL);
  g_autoptr (GKeyFile) statements = load_statements (root, folder);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (path, 0, &error);
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) page_free);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".html") || g_str_has_suffix (name, ".txt"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    add_pages (pages, path, names->pdata[i], statements);
  return pages;
}

PageFigures *
page_figures_new (void)
{
  PageFigures *self = g_new0 (PageFigures, 1);

  self->kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
page_figures_free (PageFigures *self)
{
  g_hash_table_unref (self->kinds);
  g_free (self);
}

/* For each byte of the page whether a letter of the clean text came from it. */
static guint8 *
mark_kept (const Page *page, const BayanStatement *statement)
{
  guint8 *kept = g_malloc0 (page->length + 1);

  for (const char *at = statement->text; *at != '\0'; at = g_utf8_next_char (at))
    {
      guint32 start = (guint32) (at - statement->text);
      BayanRawSpan raw = bayan_offset_map_to_raw (
          statement->map, bayan_clean_span (start, start + (guint32) (g_utf8_next_char (at) - at)));

      if (!g_unichar_isspace (g_utf8_get_char (at)))
        memset (kept + raw.start.byte, 1, raw.end.byte - raw.start.byte);
    }
  return kept;
}

static guint
count_letters (const Page *page, const PageRange *range, const guint8 *kept, guint8 wanted)
{
  guint count = 0;

  for (const char *at = page->text + range->start; at < page->text + range->end; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)) && kept[at - page->text] == wanted)
      count++;
  return count;
}

static void
add_furniture (PageFigures *self, const Page *page, const PageRange *range, guint leaked)
{
  guint *kind = g_hash_table_lookup (self->kinds, range->kind);

  if (kind == NULL)
    {
      kind = g_new0 (guint, 2);
      g_hash_table_insert (self->kinds, g_strdup (range->kind), kind);
    }
  kind[0]++;
  kind[1] += leaked == 0;
  self->ranges++;
  self->dropped += leaked == 0;
  self->leaked += leaked;
  if (leaked > 0)
    g_test_message ("%s %s: %s stays (%u letters)", page->design, page->statement, range->kind, leaked);
}

void
page_figures_add (PageFigures *self, const Page *page, const BayanStatement *statement)
{
  g_autofree guint8 *kept = mark_kept (page, statement);
  guint wrong = 0;

  for (guint i = 0; i < page->ranges->len; i++)
    {
      const PageRange *range = &g_array_index (page->ranges, PageRange, i);
      guint bad = count_letters (page, range, kept, range->kind != NULL);

      wrong += bad;
      if (range->kind != NULL)
        add_furniture (self, page, range, bad);
      else
        {
          self->letters += count_letters (page, range, kept, TRUE) + bad;
          self->lost += bad;
          if (bad > 0)
            g_test_message ("%s %s: lost %u of \"%.*s\"", page->design, page->statement, bad,
                            (int) (range->end - range->start), page->text + range->start);
        }
    }
  self->pages++;
  self->perfect += wrong == 0;
  self->titles += strcmp (statement->title, page->title) == 0;
  if (strcmp (statement->title, page->title) != 0)
    g_test_message ("%s %s: title \"%s\"", page->design, page->statement, statement->title);
}

void
page_figures_report (const PageFigures *self, const char *name)
{
  g_autoptr (GList) kinds = g_list_sort (g_hash_table_get_keys (self->kinds), (GCompareFunc) strcmp);

  g_test_message ("%s: %u of %u pages perfect, %u titles right; %" G_GUINT64_FORMAT " of %" G_GUINT64_FORMAT
                  " letters lost; %u of %u blocks of furniture dropped, %" G_GUINT64_FORMAT " letters stay",
                  name, self->perfect, self->pages, self->titles, self->lost, self->letters, self->dropped,
                  self->ranges, self->leaked);
  for (GList *at = kinds; at != NULL; at = at->next)
    {
      const guint *kind = g_hash_table_lookup (self->kinds, at->data);

      g_test_message ("%s: %s %u/%u", name, (const char *) at->data, kind[1], kind[0]);
    }
}
