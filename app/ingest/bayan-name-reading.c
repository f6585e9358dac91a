/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-name-reading.h"

#include <string.h>

#include "bayan-list-cells.h"
#include "bayan-source-reading.h"

typedef enum { COLUMN_TYPE, COLUMN_NAME, COLUMN_SPELLINGS, COLUMN_COUNTRY, COLUMN_ENTITY, N_COLUMNS } Column;

/* What the columns are called: by us, and by others. */
static const BayanListHeading HEADINGS[] = {
  { "type", COLUMN_TYPE },
  { "label", COLUMN_TYPE },
  { "النوع", COLUMN_TYPE },
  { "name", COLUMN_NAME },
  { "الاسم", COLUMN_NAME },
  { "spellings", COLUMN_SPELLINGS },
  { "other spellings", COLUMN_SPELLINGS },
  { "variants", COLUMN_SPELLINGS },
  { "aliases", COLUMN_SPELLINGS },
  { "كتابات أخرى", COLUMN_SPELLINGS },
  { "country", COLUMN_COUNTRY },
  { "iso3", COLUMN_COUNTRY },
  { "الدولة", COLUMN_COUNTRY },
  { "entity", COLUMN_ENTITY },
};

/* Types have the names of Wojood (see bayan-mention.h). These are what others call them. */
static const struct {
  const char *name;
  BayanMentionType type;
} TYPE_NAMES[] = {
  { "PERSON", BAYAN_MENTION_PERS },      { "PER", BAYAN_MENTION_PERS },
  { "LOCATION", BAYAN_MENTION_LOC },     { "ORGANISATION", BAYAN_MENTION_ORG },
  { "ORGANIZATION", BAYAN_MENTION_ORG }, { "COUNTRY", BAYAN_MENTION_GPE },
  { "FACILITY", BAYAN_MENTION_FAC },
};

typedef struct {
  BayanNameList *list;
  const char *source;
  BayanFindCountry find_country;
  GHashTable *seen; /* of char: type and name */
  gboolean is_full;
} Reading;

static gboolean
read_type (const char *cell, BayanMentionType *type)
{
  g_autofree char *upper = g_ascii_strup (cell, -1);

  if (bayan_mention_type_from_string (upper, type))
    return *type < BAYAN_MENTION_N_SUGGESTED;
  for (guint i = 0; i < G_N_ELEMENTS (TYPE_NAMES); i++)
    if (strcmp (TYPE_NAMES[i].name, upper) == 0)
      {
        *type = TYPE_NAMES[i].type;
        return TRUE;
      }
  return FALSE;
}

/* The next of the spellings at @at: up to a bar that no backslash stands before; or, of JSON, to the end of a line. */
static char *
next_spelling (const char **at, gboolean in_lines)
{
  GString *spelling = g_string_new (NULL);
  const char *p = *at;

  for (; *p != '\0' && *p != (in_lines ? '\n' : '|'); p++)
    {
      if (!in_lines && p[0] == '\\' && (p[1] == '|' || p[1] == '\\'))
        p++;
      g_string_append_c (spelling, *p);
    }
  *at = *p != '\0' ? p + 1 : p;
  return g_string_free (spelling, FALSE);
}

/* Adds the other spellings in @cell to @name. Returns: FALSE with @problem and @words set where they cannot be used */
static gboolean
read_spellings (BayanOwnName *name, const char *cell, gboolean in_lines, BayanNameProblem *problem,
                char **words)
{
  for (guint n = 0; *cell != '\0'; n++)
    {
      g_autofree char *spelling = next_spelling (&cell, in_lines);
      g_autofree char *clean = bayan_name_list_clean (spelling);

      if (*clean == '\0')
        continue;
      *problem = n < BAYAN_OWN_NAME_MAX_SPELLINGS ? bayan_name_list_check (clean)
                                                  : BAYAN_NAME_PROBLEM_SPELLINGS;
      if (*problem != BAYAN_NAME_PROBLEM_NONE)
        {
          *words = g_steal_pointer (&clean);
          return FALSE;
        }
      bayan_own_name_add_spelling (name, clean);
    }
  return TRUE;
}

/* "org:…": of the scheme that the type has. Another is not taken over. */
static gboolean
is_key (const char *cell)
{
  const char *colon = strchr (cell, ':');

  if (colon == NULL || colon == cell || colon[1] == '\0')
    return FALSE;
  for (const char *p = cell; p < colon; p++)
    if (!g_ascii_islower (*p) && !g_ascii_isdigit (*p))
      return FALSE;
  return TRUE;
}

/* @cells: of each column, cleaned; the spellings as they are. Returns: (transfer full) (nullable): NULL with @problem
 * and @words set */
static BayanOwnName *
read_name (Reading *self, char *const *cells, gboolean in_lines, BayanNameProblem *problem, char **words)
{
  g_autoptr (BayanOwnName) name = NULL;
  BayanMentionType type = BAYAN_MENTION_ORG;

  *problem = bayan_name_list_check (cells[COLUMN_NAME]);
  if (*problem != BAYAN_NAME_PROBLEM_NONE)
    *words = g_strdup (cells[COLUMN_NAME]);
  else if (*cells[COLUMN_TYPE] == '\0')
    {
      *problem = BAYAN_NAME_PROBLEM_NO_TYPE;
      *words = g_strdup (cells[COLUMN_NAME]);
    }
  else if (!read_type (cells[COLUMN_TYPE], &type))
    {
      *problem = BAYAN_NAME_PROBLEM_TYPE;
      *words = g_strdup (cells[COLUMN_TYPE]);
    }
  else if (*cells[COLUMN_COUNTRY] != '\0' && self->find_country (cells[COLUMN_COUNTRY]) == NULL)
    {
      *problem = BAYAN_NAME_PROBLEM_COUNTRY;
      *words = g_strdup (cells[COLUMN_COUNTRY]);
    }
  if (*problem != BAYAN_NAME_PROBLEM_NONE)
    return NULL;
  name = bayan_own_name_new (type, cells[COLUMN_NAME]);
  if (!read_spellings (name, cells[COLUMN_SPELLINGS], in_lines, problem, words))
    return NULL;
  if (*cells[COLUMN_COUNTRY] != '\0')
    name->iso3 = g_strdup (self->find_country (cells[COLUMN_COUNTRY]));
  name->key = is_key (cells[COLUMN_ENTITY]) ? g_strdup (cells[COLUMN_ENTITY]) : NULL;
  name->origin = BAYAN_NAME_ORIGIN_FILE;
  g_free (name->source);
  name->source = g_strdup (self->source);
  return g_steal_pointer (&name);
}

static gboolean
is_twice (Reading *self, const BayanOwnName *name)
{
  return !g_hash_table_add (self->seen,
                            g_strdup_printf ("%s %s", bayan_mention_type_to_string (name->type), name->name));
}

/* @raw_cells: (element-type utf8): some may be NULL; @places: of each column among them, -1 for none */
static void
take_row (Reading *self, guint line, const GPtrArray *raw_cells, const int *places, gboolean in_lines)
{
  char *cells[N_COLUMNS];
  g_autoptr (BayanOwnName) name = NULL;
  g_autofree char *words = NULL;
  BayanNameProblem problem = BAYAN_NAME_PROBLEM_NONE;

  for (guint c = 0; c < N_COLUMNS; c++)
    {
      const char *cell = places[c] >= 0 && (guint) places[c] < raw_cells->len ? raw_cells->pdata[places[c]]
                                                                              : NULL;

      cells[c] = cell == NULL                        ? g_strdup ("")
                 : c == COLUMN_SPELLINGS && in_lines ? g_strdup (cell)
                                                     : bayan_name_list_clean (cell);
    }
  name = read_name (self, cells, in_lines, &problem, &words);
  if (name == NULL)
    bayan_name_list_add_problem (self->list, line, problem, words);
  else if (is_twice (self, name))
    bayan_name_list_add_problem (self->list, line, BAYAN_NAME_PROBLEM_TWICE, name->name);
  else if (self->list->n_names == BAYAN_NAME_LIST_MAX_NAMES)
    {
      bayan_name_list_add_problem (self->list, line, BAYAN_NAME_PROBLEM_TOO_MANY, name->name);
      self->is_full = TRUE;
    }
  else
    bayan_name_list_add (self->list, line, g_steal_pointer (&name));
  for (guint c = 0; c < N_COLUMNS; c++)
    g_free (cells[c]);
}

/* Which column each is, as a first line says. Returns: FALSE if it names none of them that there must be */
static gboolean
read_heading (const GPtrArray *names, int *places)
{
  int found[N_COLUMNS];

  bayan_list_find_columns (names, HEADINGS, G_N_ELEMENTS (HEADINGS), found, N_COLUMNS);
  if (found[COLUMN_NAME] < 0 || found[COLUMN_TYPE] < 0)
    return FALSE;
  memcpy (places, found, sizeof found);
  return TRUE;
}

static guint
count_lines (const char *text, gsize from, gsize to)
{
  guint n = 0;

  for (gsize i = from; i < to; i++)
    n += text[i] == '\n';
  return n;
}

static void
read_csv (Reading *self, const char *text, gsize size)
{
  BayanCsv csv = { text, size, 0, bayan_list_find_separator (text, size), FALSE };
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (BayanCsvCell));
  int places[N_COLUMNS] = { COLUMN_TYPE, COLUMN_NAME, COLUMN_SPELLINGS, COLUMN_COUNTRY, COLUMN_ENTITY };
  BayanCsvRecord record;
  gsize counted = 0;
  guint line = 1;

  for (gboolean is_first = TRUE; !self->is_full && bayan_csv_next (&csv, &record, cells); is_first = FALSE)
    {
      g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

      line += count_lines (text, counted, record.start);
      counted = record.start;
      for (guint i = 0; i < cells->len; i++)
        g_ptr_array_add (words, bayan_list_dup_cell (&csv, &g_array_index (cells, BayanCsvCell, i)));
      if (record.unclosed)
        bayan_name_list_add_problem (self->list, line, BAYAN_NAME_PROBLEM_QUOTE,
                                     words->pdata[words->len - 1]);
      else if (!is_first || !read_heading (words, places))
        take_row (self, line, words, places, FALSE);
    }
}

static void
read_json (Reading *self, const char *text, gsize size)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) cells = bayan_table_new_cells ();
  int places[N_COLUMNS];
  BayanJsonRecords records;
  BayanJsonRecord record;
  gsize counted = 0;
  guint line = 1;

  bayan_json_records_init (&records, text, size, 0);
  while (!self->is_full && bayan_json_records_next (&records, &record))
    {
      line += count_lines (text, counted, record.start);
      counted = record.start;
      if (!record.is_whole || record.too_deep
          || !bayan_json_read_cells (text + record.start, record.end - record.start, names, TRUE, cells))
        {
          g_autofree char *words = g_utf8_make_valid (text + record.start,
                                                      (gssize) MIN (record.end - record.start, 80));

          bayan_name_list_add_problem (self->list, line, BAYAN_NAME_PROBLEM_JSON, words);
          continue;
        }
      memset (places, 0xff, sizeof places);
      read_heading (names, places);
      take_row (self, line, cells, places, TRUE);
    }
}

/**
 * bayan_name_reading_read:
 * @source: what the file is called
 * @find_country: what is a country
 *
 * Any thread.
 *
 * Returns: (transfer full): all lines of the list; NULL with the errors of bayan_ingest_bytes() where it is no text
 */
BayanNameList *
bayan_name_reading_read (GBytes *raw, const char *source, BayanFindCountry find_country,
                         GCancellable *cancellable, GError **error)
{
  const char *charset = NULL;
  g_autoptr (BayanMappedText) text = bayan_source_reading_read (raw, NULL, &charset, NULL, cancellable,
                                                                error);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reading reading = { NULL, source, find_country, seen, FALSE };

  if (text == NULL)
    return NULL;
  reading.list = bayan_name_list_new (charset);
  if (bayan_json_is_likely (text->text->str, text->text->len))
    read_json (&reading, text->text->str, text->text->len);
  else
    read_csv (&reading, text->text->str, text->text->len);
  return reading.list;
}
