/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the analyst says of entities: what they are called and are, which of them are one, and which words name another. */
#include "bayan-desk-private.h"

#include <math.h>
#include <string.h>

#include "bayan-location.h"

/* To fold so many takes a part of a frame. */
#define NAMES_AT_ONCE 1000

/* In words that name it in the list */
static const char *
name_of (const BayanEntity *entity)
{
  if (entity->name_ar != NULL && *entity->name_ar != '\0')
    return entity->name_ar;
  return entity->name_en != NULL && *entity->name_en != '\0' ? entity->name_en : entity->key;
}

/* Two names, one in each line: the window makes a sentence of them. */
static char *
join_names (const char *one, const char *other)
{
  return g_strconcat (one, "\n", other, NULL);
}

/**
 * bayan_desk_can_change_entity:
 *
 * Returns: FALSE where there is no such entity, or it is no thing that has a name: a date, an amount, a label of the code book
 */
gboolean
bayan_desk_can_change_entity (BayanDesk *self, const char *key)
{
  BayanEntityItem *item = key != NULL ? bayan_steady_table_lookup (self->item_by_key, key) : NULL;

  return item != NULL && bayan_entity_item_get_mention_type (item) <= BAYAN_MENTION_LAW;
}

/**
 * bayan_desk_count_entity:
 * @n_statements: (out): in how many statements
 *
 * Returns: how many mentions the whole library has of it that are not rejected
 */
guint
bayan_desk_count_entity (BayanDesk *self, const char *key, guint *n_statements)
{
  BayanEntityItem *item = bayan_steady_table_lookup (self->item_by_key, key);

  *n_statements = 0;
  return item != NULL ? bayan_tallies_count_everywhere (self->tallies, bayan_entity_item_get_number (item),
                                                        n_statements)
                      : 0;
}

/**
 * bayan_desk_list_naming:
 *
 * Returns: (transfer full) (element-type BayanNaming): the statements that name it, in the order of the list
 */
GArray *
bayan_desk_list_naming (BayanDesk *self, const char *key)
{
  GArray *naming = g_array_new (FALSE, FALSE, sizeof (BayanNaming));
  BayanEntityItem *item = bayan_steady_table_lookup (self->item_by_key, key);
  guint n_statements = item != NULL ? bayan_statement_list_get_size (self->statements) : 0;

  for (guint i = 0; i < n_statements; i++)
    {
      BayanStatementItem *statement = bayan_statement_list_peek (self->statements, i);
      BayanNaming one = { bayan_statement_item_get_id (statement),
                          bayan_tallies_count_in (self->tallies, bayan_statement_item_get_slot (statement),
                                                  bayan_entity_item_get_number (item)) };

      if (one.n_mentions > 0)
        g_array_append_val (naming, one);
    }
  return naming;
}

/* Searching */

/* Names as they are compared, in memory once they were asked for: to fold those of a large library takes longer than a
 * frame. */

static char *
fold_name (const char *name)
{
  return name != NULL ? bayan_desk_fold_words (name) : g_strdup ("");
}

/* Returns: (nullable): both names, one in each line; NULL where there is no entity, or none that can be changed */
static const char *
get_folded (BayanDesk *self, guint number)
{
  BayanEntityItem *item = self->items->pdata[number];
  const BayanEntity *entity = item != NULL ? bayan_entity_item_get_entity (item) : NULL;

  if (entity == NULL || entity->type > BAYAN_MENTION_LAW)
    return NULL;
  if (number >= self->folded_names->len)
    g_ptr_array_set_size (self->folded_names, (int) self->items->len);
  if (self->folded_names->pdata[number] == NULL)
    {
      g_autofree char *arabic = fold_name (entity->name_ar), *english = fold_name (entity->name_en);

      self->folded_names->pdata[number] = g_strconcat (arabic, "\n", english, NULL);
    }
  return self->folded_names->pdata[number];
}

static gboolean
fold_some_cb (gpointer data)
{
  BayanDesk *self = data;

  for (guint i = 0; i < NAMES_AT_ONCE && self->n_folded < self->items->len; i++)
    get_folded (self, self->n_folded++);
  if (self->n_folded < self->items->len)
    return G_SOURCE_CONTINUE;
  self->folding = 0;
  return G_SOURCE_REMOVE;
}

/* The names are going to be searched: makes them ready while nothing else is to be done. */
void
bayan_desk_prepare_search (BayanDesk *self)
{
  self->n_folded = 0;
  if (self->folding == 0)
    self->folding = g_idle_add (fold_some_cb, self);
}

/* The entity with @number is called otherwise. */
void
bayan_desk_forget_folded (BayanDesk *self, guint number)
{
  if (number < self->folded_names->len)
    g_clear_pointer (&self->folded_names->pdata[number], g_free);
}

void
bayan_desk_drop_folded (BayanDesk *self)
{
  g_clear_handle_id (&self->folding, g_source_remove);
  g_ptr_array_set_size (self->folded_names, 0);
}

/* @names: as get_folded() has them. Returns: how well they fit: 0 for not at all */
static guint
rate_names (const char *names, const char *wanted)
{
  gsize length = strlen (wanted);
  guint best = 0;

  for (const char *at = strstr (names, wanted); at != NULL; at = strstr (at + 1, wanted))
    {
      gboolean begins = at == names || at[-1] == '\n', ends = at[length] == '\0' || at[length] == '\n';

      best = MAX (best, begins ? (ends ? 4 : 3) : at[-1] == ' ' ? 2 : 1);
    }
  return best;
}

typedef struct {
  BayanEntityItem *item;
  guint rate;
} Rated;

static int
compare_rated (gconstpointer a, gconstpointer b)
{
  const Rated *one = a, *other = b;

  if (one->rate != other->rate)
    return one->rate > other->rate ? -1 : 1;
  if (bayan_entity_item_get_count (one->item) != bayan_entity_item_get_count (other->item))
    return bayan_entity_item_get_count (one->item) > bayan_entity_item_get_count (other->item) ? -1 : 1;
  return bayan_entity_item_compare (one->item, other->item);
}

/**
 * bayan_desk_search_entities:
 * @words: of a name, in either language
 *
 * Returns: (transfer full) (element-type BayanEntityItem): those that can be changed and are named somewhere, the best first
 */
GPtrArray *
bayan_desk_search_entities (BayanDesk *self, const char *words, guint n_max)
{
  g_autofree char *wanted = g_strstrip (bayan_desk_fold_words (words));
  g_autoptr (GArray) rated = g_array_new (FALSE, FALSE, sizeof (Rated));
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->items->len && *wanted != '\0'; i++)
    {
      const char *names = get_folded (self, i);
      Rated one = { self->items->pdata[i], names != NULL ? rate_names (names, wanted) : 0 };

      if (one.rate > 0)
        g_array_append_val (rated, one);
    }
  g_array_sort (rated, compare_rated);
  for (guint i = 0, n_statements; i < rated->len && found->len < n_max; i++)
    {
      BayanEntityItem *item = g_array_index (rated, Rated, i).item;

      if (bayan_tallies_count_everywhere (self->tallies, bayan_entity_item_get_number (item), &n_statements)
          > 0)
        g_ptr_array_add (found, g_object_ref (item));
    }
  return found;
}

/* Saying */

static gboolean
says_same_but_names (const BayanOwnEntity *before, const BayanOwnEntity *now)
{
  g_autoptr (BayanOwnEntity) renamed = bayan_own_entity_dup (before);

  g_free (renamed->name_ar);
  g_free (renamed->name_en);
  renamed->name_ar = g_strdup (now->name_ar);
  renamed->name_en = g_strdup (now->name_en);
  return bayan_own_entity_says_same (renamed, now);
}

static gboolean
says_same_but_type (const BayanOwnEntity *before, const BayanOwnEntity *now)
{
  g_autoptr (BayanOwnEntity) retyped = bayan_own_entity_dup (before);

  retyped->type = now->type;
  return bayan_own_entity_says_same (retyped, now);
}

static gboolean
says_same_but_place (const BayanOwnEntity *before, const BayanOwnEntity *now)
{
  g_autoptr (BayanOwnEntity) placed = bayan_own_entity_dup (before);

  bayan_own_entity_set_text (&placed->area, now->area);
  placed->latitude = now->latitude;
  placed->longitude = now->longitude;
  return bayan_own_entity_says_same (placed, now);
}

static gboolean
lies_anywhere (const BayanEntity *entity, const BayanOwnEntity *own)
{
  g_autoptr (BayanEntity) found = bayan_entity_new (entity->key, entity->type);
  g_autoptr (BayanEntity) now = bayan_own_entity_apply (own, found);
  BayanLocation location;

  return bayan_location_of_entity (now, &location);
}

/* The name that is another one now, as it was and as it is; where that is not known, the name. */
static char *
describe_renaming (const BayanEntity *entity, const BayanOwnEntity *now)
{
  if (now->name_ar != NULL && g_strcmp0 (entity->name_ar, now->name_ar) != 0)
    return join_names (name_of (entity), now->name_ar);
  if (now->name_en != NULL && g_strcmp0 (entity->name_en, now->name_en) != 0)
    return join_names (entity->name_en != NULL && *entity->name_en != '\0' ? entity->name_en
                                                                           : name_of (entity),
                       now->name_en);
  return g_strdup (name_of (entity));
}

static BayanEdit *
make_saying (const BayanEntity *entity, const BayanOwnEntity *before, const BayanOwnEntity *now)
{
  g_autofree char *subject = NULL;

  if (says_same_but_place (before, now))
    return bayan_edit_new (lies_anywhere (entity, now) ? "place-entity" : "take-off-map", name_of (entity));
  if (!says_same_but_names (before, now))
    return bayan_edit_new (says_same_but_type (before, now) ? "retype-entity" : "change-entity",
                           name_of (entity));
  subject = describe_renaming (entity, now);
  return bayan_edit_new ("rename-entity", subject);
}

/**
 * bayan_desk_say_of_entity:
 * @own: all that is said of it from now on; nothing happens where that is what is said
 */
void
bayan_desk_say_of_entity (BayanDesk *self, const char *key, const BayanOwnEntity *own)
{
  BayanEntityItem *item = bayan_steady_table_lookup (self->item_by_key, key);
  g_autoptr (BayanOwnEntity) before = NULL;
  BayanEdit *edit;

  if (!bayan_desk_can_change_entity (self, key) || !bayan_desk_can_change (self))
    return;
  before = bayan_own_entity_dup (bayan_entity_item_get_own (item));
  if (bayan_own_entity_says_same (before, own))
    return;
  edit = make_saying (bayan_entity_item_get_entity (item), before, own);
  bayan_edit_set_entity (edit, key, own);
  bayan_desk_apply_edit (self, edit);
}

/* Merging */

static void
complete_text (char **field, const char *other)
{
  if (**field == '\0')
    bayan_own_entity_set_text (field, other);
}

static void
complete_name (char **field, const char *is, const char *other)
{
  if ((is != NULL && *is != '\0') || other == NULL || *other == '\0')
    return;
  g_free (*field);
  *field = g_strdup (other);
}

/**
 * bayan_desk_make_merged:
 * @into: the key of an entity of the library
 * @from: that of another one
 *
 * Returns: (transfer full): what is said of @into when @from is one with it: what it lacks it has of the other
 */
BayanOwnEntity *
bayan_desk_make_merged (BayanDesk *self, const char *into, const char *from)
{
  BayanEntityItem *item = bayan_steady_table_lookup (self->item_by_key, into);
  BayanEntityItem *other = bayan_steady_table_lookup (self->item_by_key, from);
  const BayanEntity *entity = bayan_entity_item_get_entity (item),
                    *gone = bayan_entity_item_get_entity (other);
  const BayanOwnEntity *said = bayan_entity_item_get_own (other);
  BayanOwnEntity *own = bayan_own_entity_dup (bayan_entity_item_get_own (item));

  complete_name (&own->name_ar, entity->name_ar, gone->name_ar);
  complete_name (&own->name_en, entity->name_en, gone->name_en);
  if (said == NULL)
    return own;
  complete_text (&own->description, said->description);
  complete_text (&own->iso, said->iso);
  complete_text (&own->m49, said->m49);
  complete_text (&own->wikidata, said->wikidata);
  if (*own->area != '\0' || !isnan (own->latitude) || !isnan (entity->latitude))
    return own;
  bayan_own_entity_set_text (&own->area, said->area);
  own->latitude = said->latitude;
  own->longitude = said->longitude;
  return own;
}

gboolean
bayan_desk_can_merge (BayanDesk *self, const char *into, const char *from)
{
  return strcmp (into, from) != 0 && bayan_desk_can_change_entity (self, into)
         && bayan_desk_can_change_entity (self, from);
}

/**
 * bayan_desk_merge_entities:
 *
 * The mentions of @from are those of @into, and what comes later with its key or its name; nothing happens where
 * bayan_desk_can_merge() says no. What @into lacks it has of @from, and what is noted of either is noted of @into.
 */
void
bayan_desk_merge_entities (BayanDesk *self, const char *into, const char *from)
{
  const BayanEntity *entity = bayan_desk_get_entity (self, into), *gone = bayan_desk_get_entity (self, from);
  g_autoptr (BayanOwnEntity) own = NULL;
  g_autofree char *subject = NULL;
  BayanEdit *edit;

  if (!bayan_desk_can_merge (self, into, from) || !bayan_desk_can_change (self))
    return;
  own = bayan_desk_make_merged (self, into, from);
  subject = join_names (name_of (gone), name_of (entity));
  edit = bayan_edit_new ("merge-entities", subject);
  bayan_edit_merge_entities (edit, into, from);
  bayan_edit_set_entity (edit, into, own);
  bayan_desk_merge_notes (self, edit, into, from);
  bayan_desk_teach_merge (self, edit, entity, gone);
  bayan_desk_apply_edit (self, edit);
}

/* Splitting */

void
bayan_desk_load_variants_async (BayanDesk *self, const char *key, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer data)
{
  bayan_library_load_variants_async (self->library, key, cancellable, callback, data);
}

/* Returns: (transfer full) (nullable) (element-type BayanVariant): how the entity is named, most mentions first */
GPtrArray *
bayan_desk_load_variants_finish (BayanDesk *self, GAsyncResult *result, GError **error)
{
  return bayan_library_load_variants_finish (self->library, result, error);
}

/**
 * bayan_desk_split_entity:
 * @variants: (element-type BayanVariant): of its own, but not all of them; the first one gives the name
 *
 * What these words name is another entity of the same type from now on.
 */
void
bayan_desk_split_entity (BayanDesk *self, const char *key, const GPtrArray *variants)
{
  const BayanEntity *entity = bayan_desk_get_entity (self, key);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (BayanEntity) other = NULL;
  g_autofree char *subject = NULL;
  BayanEdit *edit;

  if (variants->len == 0 || !bayan_desk_can_change_entity (self, key) || !bayan_desk_can_change (self))
    return;
  for (guint i = 0; i < variants->len; i++)
    g_ptr_array_add (words, ((const BayanVariant *) variants->pdata[i])->words);
  g_ptr_array_add (words, NULL);
  other = bayan_desk_make_entity (((const BayanVariant *) variants->pdata[0])->surface, entity->type);
  subject = join_names (other->name_ar, name_of (entity));
  edit = bayan_edit_new ("split-entity", subject);
  bayan_edit_split_entity (edit, key, (const char *const *) words->pdata, other);
  bayan_desk_apply_edit (self, edit);
}
