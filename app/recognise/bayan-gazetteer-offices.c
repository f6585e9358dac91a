/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-gazetteer-offices.h"

#include <string.h>

#include "bayan-date.h"
#include "bayan-gazetteer.h"

/* "USA" is a state; a body has its scheme before it. */
static char *
make_of_key (const char *of)
{
  if (*of == '\0')
    return NULL;
  return strchr (of, ':') != NULL ? g_strdup (of) : g_strconcat ("iso:", of, NULL);
}

typedef struct {
  BayanLexiconBuilder *builder;
  const char *office;
  const char *names[2];
  char *of_key;
} Naming;

static void
post_named (const char *words, gpointer data)
{
  const Naming *naming = data;

  bayan_lexicon_builder_add_post (naming->builder, words, naming->office, naming->names, naming->of_key);
}

/* id name_ar name_en words of */
static void
kind_row (char **f, gpointer data)
{
  g_autofree char *of_key = make_of_key (f[4]);
  Naming naming = { data, f[0], { f[1], f[2] }, of_key };

  /* An office that is read otherwise has its name without any words. */
  if (*f[3] == '\0')
    post_named ("", &naming);
  bayan_table_foreach_name (f[3], post_named, &naming);
}

static guint32
pack_date (const char *iso)
{
  BayanDate date = bayan_date_from_iso (iso);

  return (guint32) date.year * 10000 + (guint32) date.month * 100 + (guint32) date.day;
}

/* person office of from to: a + behind the last day that it is not known to be the last. A row with a key that no table has
 * is passed over here, and found by the test of the tables. */
static void
holder_row (char **f, gpointer data)
{
  g_autofree char *person_key = g_strconcat ("pers:", f[0], NULL);
  g_autofree char *of_key = make_of_key (f[2]);
  gboolean is_open = g_str_has_suffix (f[4], "+");
  g_autofree char *to = g_strndup (f[4], strlen (f[4]) - (is_open ? 1 : 0));
  const guint32 dates[2] = { pack_date (f[3]), pack_date (to) };

  bayan_lexicon_builder_add_holder (data, person_key, f[1], of_key, dates, is_open);
}

static gboolean
load (BayanLexiconBuilder *builder, const char *table, BayanTableRow row, GError **error)
{
  g_autoptr (GBytes) bytes = bayan_gazetteer_get_table (table, error);
  gsize length_bytes;
  const char *text;

  if (bytes == NULL)
    return FALSE;
  text = g_bytes_get_data (bytes, &length_bytes);
  bayan_table_foreach (text, length_bytes, 5, row, builder);
  return TRUE;
}

/* Behind all tables whose keys these ones name. */
gboolean
bayan_gazetteer_load_offices (BayanLexiconBuilder *builder, GError **error)
{
  return load (builder, "office-kinds.tsv", kind_row, error)
         && load (builder, "office-holders.tsv", holder_row, error);
}
