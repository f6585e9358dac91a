/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-desk-private.h"

#include "bayan-persons.h"

static const BayanOfficeBook *
get_book (BayanDesk *self)
{
  BayanRecogniser *recogniser = self->maker != NULL ? bayan_recogniser_maker_get (self->maker, NULL) : NULL;

  return recogniser != NULL ? bayan_recogniser_get_office_book (recogniser) : NULL;
}

/* What the analyst says of two */

static guint64
pair_key (guint32 one, guint32 other)
{
  return (guint64) MIN (one, other) << 32 | MAX (one, other);
}

/* @pairs: (element-type BayanEntityPair): what is said of them now */
void
bayan_desk_take_pairs (BayanDesk *self, GArray *pairs)
{
  for (guint i = 0; i < pairs->len; i++)
    {
      const BayanEntityPair *pair = &g_array_index (pairs, BayanEntityPair, i);
      guint64 key = pair_key (pair->one, pair->other);

      if (pair->state == BAYAN_PAIR_UNDECIDED)
        g_hash_table_remove (self->pairs, &key);
      else
        g_hash_table_replace (self->pairs, g_memdup2 (&key, sizeof key), g_memdup2 (pair, sizeof *pair));
    }
}

BayanPairState
bayan_desk_get_pair_state (BayanDesk *self, guint32 one, guint32 other)
{
  guint64 key = pair_key (one, other);
  const BayanEntityPair *pair = g_hash_table_lookup (self->pairs, &key);

  return pair != NULL ? pair->state : BAYAN_PAIR_UNDECIDED;
}

static guint32
find_target (BayanDesk *self, guint32 number)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->pairs);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const BayanEntityPair *pair = value;

      if (pair->state == BAYAN_PAIR_SAME && pair->target != number
          && (pair->one == number || pair->other == number))
        return pair->target;
    }
  return 0;
}

/* Makes @key that of whom the analyst says that it is the same. */
void
bayan_desk_follow_key (BayanDesk *self, char **key)
{
  for (guint i = 0; i < g_hash_table_size (self->pairs); i++)
    {
      BayanEntityItem *item = bayan_desk_find_entity (self, *key);
      guint32 target = item != NULL ? find_target (self, bayan_entity_item_get_number (item)) : 0;
      BayanEntityItem *other = target != 0 && target < self->items->len ? self->items->pdata[target] : NULL;

      if (other == NULL)
        return;
      g_free (*key);
      *key = g_strdup (bayan_entity_item_get_key (other));
    }
}

/* Acts */

static char *
dup_name (BayanDesk *self, const char *key)
{
  const BayanEntity *entity = bayan_desk_get_entity (self, key);

  if (entity == NULL)
    return g_strdup ("");
  return g_strdup (entity->name_ar != NULL ? entity->name_ar : entity->name_en);
}

/* They are two. */
void
bayan_desk_part_persons (BayanDesk *self, const char *one, const char *other)
{
  g_autofree char *name = dup_name (self, other);
  BayanEdit *edit;

  if (!bayan_desk_can_change (self))
    return;
  edit = bayan_edit_new ("part", name);
  bayan_edit_part_entities (edit, one, other);
  bayan_desk_apply_edit (self, edit);
}

/* Whom a mention is about */

/* Whether the key is of a person that the program's tables have. */
gboolean
bayan_desk_is_known_person (BayanDesk *self, const char *key)
{
  const BayanOfficeBook *book = get_book (self);

  /* Keys that are made of words hold letters that those of the tables have not. */
  return book != NULL && g_str_is_ascii (key) && bayan_office_book_get_entity (book, key) != NULL;
}

/* Returns: (transfer full) (nullable): the key of who held the office that the mention names on the day of the statement */
char *
bayan_desk_find_holder (BayanDesk *self, const BayanMention *mention)
{
  const BayanStatement *statement = bayan_reading_get_statement (self->reading);
  const BayanOfficeBook *book = get_book (self);
  BayanOffice office;
  BayanTenure tenure;

  if (book == NULL
      || !bayan_office_book_read_mention (book, statement->text, statement->text_length_bytes, mention,
                                          &office)
      || bayan_office_book_find_holder (book, office, bayan_persons_get_date (statement), &tenure) != 1)
    return NULL;
  return g_strdup (tenure.person);
}

/**
 * bayan_desk_find_person:
 * @mention: of the reading
 * @name_ar: (out) (nullable): of the person; yours
 * @name_en: (out) (nullable): of the person; yours
 *
 * Returns: (transfer full) (nullable): the key of the person that it names, or of who held the office that it names on the day
 *   of the statement; NULL where it is neither, or the tables leave open who it was
 */
char *
bayan_desk_find_person (BayanDesk *self, gint64 mention, char **name_ar, char **name_en)
{
  const BayanMention *found = self->reading != NULL ? bayan_reading_find_mention (self->reading, mention)
                                                    : NULL;
  const BayanOfficeBook *book = get_book (self);
  const BayanEntity *entity;
  char *key = NULL;

  *name_ar = *name_en = NULL;
  if (found != NULL && found->type == BAYAN_MENTION_PERS)
    key = g_strdup (found->entity_key);
  else if (found != NULL && found->type == BAYAN_MENTION_OCC)
    key = bayan_desk_find_holder (self, found);
  entity = bayan_desk_get_entity (self, key);
  if (entity == NULL && key != NULL && book != NULL)
    entity = bayan_office_book_get_entity (book, key);
  if (entity != NULL)
    {
      *name_ar = g_strdup (entity->name_ar);
      *name_en = g_strdup (entity->name_en);
    }
  return key;
}
