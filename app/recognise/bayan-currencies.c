/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-currencies.h"

#include <string.h>

#include "bayan-fold.h"
#include "bayan-gazetteer.h"

typedef struct {
  char *code;     /* ISO 4217 */
  char **with;    /* MATCH keys, space between words: behind the word they make it this currency */
  char **iso3;    /* of the states that pay with it */
  gboolean alone; /* what the word means by itself */
} Currency;

struct _BayanCurrencies {
  GPtrArray *rows;     /* of Currency */
  GHashTable *by_word; /* MATCH key of a form → GPtrArray of Currency (unowned) */
};

static void
currency_free (gpointer data)
{
  Currency *self = data;

  g_free (self->code);
  g_strfreev (self->with);
  g_strfreev (self->iso3);
  g_free (self);
}

static char **
fold_list (const char *list)
{
  char **words = g_strsplit (list, "|", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      char *folded = bayan_fold (words[i], -1, BAYAN_FOLD_MATCH);

      g_free (words[i]);
      words[i] = folded;
    }
  return words;
}

static void
add_forms (BayanCurrencies *self, const char *list, Currency *currency)
{
  g_auto (GStrv) forms = fold_list (list);

  for (guint i = 0; forms[i] != NULL; i++)
    {
      GPtrArray *meanings = g_hash_table_lookup (self->by_word, forms[i]);

      if (meanings == NULL)
        {
          meanings = g_ptr_array_new ();
          g_hash_table_insert (self->by_word, g_strdup (forms[i]), meanings);
        }
      g_ptr_array_add (meanings, currency);
    }
}

/* code ar with en iso3 flags */
static void
add_row (char **f, gpointer data)
{
  BayanCurrencies *self = data;
  Currency *currency = g_new0 (Currency, 1);

  currency->code = g_strdup (f[0]);
  currency->with = fold_list (f[2]);
  currency->iso3 = g_strsplit (f[4], "|", -1);
  currency->alone = strcmp (f[5], "alone") == 0;
  g_ptr_array_add (self->rows, currency);
  add_forms (self, f[1], currency);
  add_forms (self, f[3], currency);
}

/* Reads currencies.tsv. Returns: (transfer full): the table; %NULL with GResource's error where the program was built
 * without it */
BayanCurrencies *
bayan_currencies_new (GError **error)
{
  g_autoptr (GBytes) bytes = bayan_gazetteer_get_table ("currencies.tsv", error);
  BayanCurrencies *self;
  gsize length_bytes;
  const char *text;

  if (bytes == NULL)
    return NULL;

  self = g_new0 (BayanCurrencies, 1);
  self->rows = g_ptr_array_new_with_free_func (currency_free);
  self->by_word = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  text = g_bytes_get_data (bytes, &length_bytes);
  bayan_table_foreach (text, length_bytes, 6, add_row, self);
  return self;
}

void
bayan_currencies_free (BayanCurrencies *self)
{
  g_hash_table_unref (self->by_word);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/* @key: MATCH key, with or without the article */
static const GPtrArray *
meanings_of (const BayanCurrencies *self, const char *key)
{
  const GPtrArray *meanings = g_hash_table_lookup (self->by_word, key);

  if (meanings == NULL && g_str_has_prefix (key, "ال"))
    meanings = g_hash_table_lookup (self->by_word, key + strlen ("ال"));
  return meanings;
}

/* Returns: TRUE if @key is what a currency is called, in Arabic or English */
gboolean
bayan_currencies_know (const BayanCurrencies *self, const char *key)
{
  return meanings_of (self, key) != NULL;
}

/* Returns: (nullable): ISO 4217 of what the word @key means by itself; %NULL where it may be one of several */
const char *
bayan_currencies_get_code (const BayanCurrencies *self, const char *key)
{
  const GPtrArray *meanings = meanings_of (self, key);

  for (guint i = 0; meanings != NULL && i < meanings->len; i++)
    if (((const Currency *) meanings->pdata[i])->alone)
      return ((const Currency *) meanings->pdata[i])->code;

  return NULL;
}

/* Returns: (nullable): what the word @key means of state @iso3; %NULL if that state pays with nothing of this name */
const char *
bayan_currencies_get_code_of (const BayanCurrencies *self, const char *key, const char *iso3)
{
  const GPtrArray *meanings = meanings_of (self, key);

  for (guint i = 0; meanings != NULL && i < meanings->len; i++)
    {
      const Currency *currency = meanings->pdata[i];

      if (g_strv_contains ((const char *const *) currency->iso3, iso3))
        return currency->code;
    }
  return NULL;
}

/* Returns: (nullable): what the word @key means before @next (جنيه إسترليني) */
const char *
bayan_currencies_get_code_with (const BayanCurrencies *self, const char *key, const char *next)
{
  const GPtrArray *meanings = meanings_of (self, key);

  for (guint i = 0; meanings != NULL && i < meanings->len; i++)
    {
      const Currency *currency = meanings->pdata[i];

      if (g_strv_contains ((const char *const *) currency->with, next))
        return currency->code;
    }
  return NULL;
}
