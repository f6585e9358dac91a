/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-label-reading.h"

#include <string.h>

#include "bayan-list-cells.h"
#include "bayan-name-list.h"
#include "bayan-source-reading.h"

typedef enum { COLUMN_GROUP, COLUMN_LABEL, COLUMN_COLOUR, COLUMN_KEY, COLUMN_DESCRIPTION, N_COLUMNS } Column;

/* What the columns are called: by us, and by others (a code system of MAXQDA or QualCoder). */
static const BayanListHeading HEADINGS[] = {
  { "group", COLUMN_GROUP },
  { "category", COLUMN_GROUP },
  { "parent code", COLUMN_GROUP },
  { "المجموعة", COLUMN_GROUP },
  { "label", COLUMN_LABEL },
  { "code", COLUMN_LABEL },
  { "name", COLUMN_LABEL },
  { "الوسم", COLUMN_LABEL },
  { "colour", COLUMN_COLOUR },
  { "color", COLUMN_COLOUR },
  { "اللون", COLUMN_COLOUR },
  { "key", COLUMN_KEY },
  { "المفتاح", COLUMN_KEY },
  { "description", COLUMN_DESCRIPTION },
  { "memo", COLUMN_DESCRIPTION },
  { "الوصف", COLUMN_DESCRIPTION },
};

typedef struct {
  GPtrArray *labels;
  GHashTable *seen; /* of char: group and name */
  int places[N_COLUMNS];
  guint n_left_out;
} Reading;

/* Returns: FALSE if the first line names no column of labels */
static gboolean
read_heading (const GPtrArray *names, int *places)
{
  int found[N_COLUMNS];

  bayan_list_find_columns (names, HEADINGS, G_N_ELEMENTS (HEADINGS), found, N_COLUMNS);
  if (found[COLUMN_LABEL] < 0)
    return FALSE;
  memcpy (places, found, sizeof found);
  return TRUE;
}

/* "#1a5fb4" */
static gboolean
read_colour (const char *cell, guint32 *colour)
{
  char *end;
  guint64 value;

  if (cell[0] != '#' || strlen (cell) != strlen ("#rrggbb"))
    return FALSE;
  value = g_ascii_strtoull (cell + 1, &end, 16);
  if (*end != '\0')
    return FALSE;
  *colour = (guint32) value;
  return TRUE;
}

static const char *
get_cell (const Reading *self, const GPtrArray *cells, Column column)
{
  int place = self->places[column];

  return place >= 0 && (guint) place < cells->len ? cells->pdata[place] : "";
}

static void
take_row (Reading *self, const GPtrArray *cells)
{
  g_autofree char *name = bayan_name_list_clean (get_cell (self, cells, COLUMN_LABEL));
  g_autofree char *group = bayan_name_list_clean (get_cell (self, cells, COLUMN_GROUP));
  g_autofree char *key = g_ascii_strdown (get_cell (self, cells, COLUMN_KEY), -1);
  g_autofree char *colour = bayan_name_list_clean (get_cell (self, cells, COLUMN_COLOUR));
  const char *description = get_cell (self, cells, COLUMN_DESCRIPTION);
  BayanOwnLabel *label;

  if (*name == '\0' || strlen (name) > BAYAN_OWN_LABEL_MAX_NAME_BYTES
      || strlen (group) > BAYAN_OWN_LABEL_MAX_NAME_BYTES
      || strlen (description) > BAYAN_OWN_LABEL_MAX_DESCRIPTION_BYTES
      || self->labels->len == BAYAN_LABEL_READING_MAX_LABELS
      || !g_hash_table_add (self->seen, g_strconcat (group, "\n", name, NULL)))
    {
      self->n_left_out++;
      return;
    }
  label = bayan_own_label_new (name);
  bayan_own_label_set_text (&label->group, group);
  bayan_own_label_set_text (&label->description, description);
  g_strstrip (label->description);
  read_colour (colour, &label->colour);
  if (g_ascii_isalnum (key[0]) && key[1] == '\0')
    label->key = key[0];
  label->position = (int) self->labels->len;
  g_ptr_array_add (self->labels, label);
}

static void
read_all (Reading *self, const char *text, gsize size)
{
  BayanCsv csv = { text, size, 0, bayan_list_find_separator (text, size), FALSE };
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (BayanCsvCell));
  BayanCsvRecord record;

  for (gboolean is_first = TRUE; bayan_csv_next (&csv, &record, cells); is_first = FALSE)
    {
      g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

      for (guint i = 0; i < cells->len; i++)
        g_ptr_array_add (words, bayan_list_dup_cell (&csv, &g_array_index (cells, BayanCsvCell, i)));
      if (record.unclosed)
        self->n_left_out++;
      else if (!is_first || !read_heading (words, self->places))
        take_row (self, words);
    }
}

/**
 * bayan_label_reading_read:
 * @n_left_out: (out): lines that are no label, or say one twice
 *
 * Any thread.
 *
 * Returns: (transfer full) (element-type BayanOwnLabel): without ids, in the order of the file; a label without a colour
 *   is grey. NULL with the errors of bayan_ingest_bytes() where it is no text
 */
GPtrArray *
bayan_label_reading_read (GBytes *raw, guint *n_left_out, GCancellable *cancellable, GError **error)
{
  const char *charset = NULL;
  g_autoptr (BayanMappedText) text = bayan_source_reading_read (raw, NULL, &charset, NULL, cancellable,
                                                                error);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reading reading = { NULL, seen, { COLUMN_GROUP, COLUMN_LABEL, COLUMN_COLOUR, COLUMN_KEY, COLUMN_DESCRIPTION }, 0 };

  if (text == NULL)
    return NULL;
  reading.labels = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_own_label_free);
  read_all (&reading, text->text->str, text->text->len);
  *n_left_out = reading.n_left_out;
  return reading.labels;
}
