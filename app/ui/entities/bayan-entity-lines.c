/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One model instead of a filter and a tree model for each of fifteen types: those would all hang on the
 * desk's list, and while one of them tells of a change the others still hold what was before it, which a list
 * view may ask for.
 *
 * The lines are made anew on every change (a pass over pointers) and compared with those that were: what is
 * emitted is the part between the first and the last line that differ. */
#include "bayan-entity-lines.h"

#include "bayan-list-difference.h"

struct _BayanEntityLines {
  GObject parent_instance;

  GListModel *entities; /* the desk's: by type, then most first */
  char *words;          /* folded; NULL where all names are shown */
  BayanEntityGroup *groups[BAYAN_MENTION_N_TYPES];
  GPtrArray *lines; /* of GObject */
};

static void list_model_interface_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BayanEntityLines, bayan_entity_lines, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_interface_init))

/* Names: compared without case, marks and hamza, and with the letters that writers interchange made one. */
static char *
fold (const char *text)
{
  g_autofree char *lower = g_utf8_casefold (text, -1);
  g_autofree char *decomposed = g_utf8_normalize (lower, -1, G_NORMALIZE_NFKD);
  GString *folded = g_string_new (NULL);

  for (const char *at = decomposed; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (letter == 0x0629) /* teh marbuta as heh */
        letter = 0x0647;
      else if (letter == 0x0649) /* alef maksura as yeh */
        letter = 0x064A;
      if (!g_unichar_ismark (letter) && letter != 0x0640)
        g_string_append_unichar (folded, letter);
    }
  return g_string_free (folded, FALSE);
}

static gboolean
name_holds (const char *name, const char *words)
{
  g_autofree char *folded = name != NULL ? fold (name) : NULL;

  return folded != NULL && strstr (folded, words) != NULL;
}

static gboolean
is_wanted (BayanEntityLines *self, BayanEntityItem *item)
{
  const BayanEntity *entity = bayan_entity_item_get_entity (item);

  return self->words == NULL || name_holds (entity->name_ar, self->words)
         || name_holds (entity->name_en, self->words);
}

/* The lines as they should be now, and how many entities stand under each heading. */
static GPtrArray *
make_lines (BayanEntityLines *self, guint n_entities[BAYAN_MENTION_N_TYPES])
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_items = g_list_model_get_n_items (self->entities);

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (BayanEntityItem) item = g_list_model_get_item (self->entities, i);
      BayanMentionType type = bayan_entity_item_get_mention_type (item);

      if (!is_wanted (self, item))
        continue;
      if (n_entities[type]++ == 0)
        g_ptr_array_add (lines, g_object_ref (self->groups[type]));
      if (!bayan_entity_group_get_folded (self->groups[type]))
        g_ptr_array_add (lines, g_steal_pointer (&item));
    }
  return lines;
}

static void
update_lines (BayanEntityLines *self)
{
  guint n_entities[BAYAN_MENTION_N_TYPES] = { 0 };
  g_autoptr (GPtrArray) before = self->lines;

  self->lines = make_lines (self, n_entities);
  bayan_list_difference_tell (G_LIST_MODEL (self), before, self->lines);
  for (guint type = 0; type < BAYAN_MENTION_N_TYPES; type++)
    bayan_entity_group_set_n_entities (self->groups[type], n_entities[type]);
}

/* GListModel */

static GType
get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
get_n_items (GListModel *model)
{
  return BAYAN_ENTITY_LINES (model)->lines->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  GPtrArray *lines = BAYAN_ENTITY_LINES (model)->lines;

  return position < lines->len ? g_object_ref (lines->pdata[position]) : NULL;
}

static void
list_model_interface_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

static void
bayan_entity_lines_dispose (GObject *object)
{
  BayanEntityLines *self = BAYAN_ENTITY_LINES (object);

  if (self->entities != NULL)
    g_signal_handlers_disconnect_by_data (self->entities, self);
  g_clear_object (&self->entities);
  g_ptr_array_set_size (self->lines, 0);
  G_OBJECT_CLASS (bayan_entity_lines_parent_class)->dispose (object);
}

static void
bayan_entity_lines_finalize (GObject *object)
{
  BayanEntityLines *self = BAYAN_ENTITY_LINES (object);

  for (guint type = 0; type < BAYAN_MENTION_N_TYPES; type++)
    g_object_unref (self->groups[type]);
  g_ptr_array_unref (self->lines);
  g_free (self->words);
  G_OBJECT_CLASS (bayan_entity_lines_parent_class)->finalize (object);
}

static void
bayan_entity_lines_class_init (BayanEntityLinesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bayan_entity_lines_dispose;
  object_class->finalize = bayan_entity_lines_finalize;
}

static void
bayan_entity_lines_init (BayanEntityLines *self)
{
  self->lines = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint type = 0; type < BAYAN_MENTION_N_TYPES; type++)
    self->groups[type] = bayan_entity_group_new (type);
}

/**
 * bayan_entity_lines_new:
 * @entities: of BayanEntityItem, by type, the most frequent first
 *
 * Returns: (transfer full): a model that follows @entities
 */
BayanEntityLines *
bayan_entity_lines_new (GListModel *entities)
{
  BayanEntityLines *self = g_object_new (BAYAN_TYPE_ENTITY_LINES, NULL);

  self->entities = g_object_ref (entities);
  g_signal_connect_swapped (entities, "items-changed", G_CALLBACK (update_lines), self);
  update_lines (self);
  bayan_entity_lines_refresh (self);
  return self;
}

/**
 * bayan_entity_lines_set_words:
 * @words: (nullable): show only entities that have this in one of their names
 */
void
bayan_entity_lines_set_words (BayanEntityLines *self, const char *words)
{
  g_return_if_fail (BAYAN_IS_ENTITY_LINES (self));

  g_free (self->words);
  self->words = words != NULL && *words != '\0' ? fold (words) : NULL;
  update_lines (self);
}

/**
 * bayan_entity_lines_set_folded:
 * @group: a heading of this list
 * @folded: whether its entities are hidden
 */
void
bayan_entity_lines_set_folded (BayanEntityLines *self, BayanEntityGroup *group, gboolean folded)
{
  g_return_if_fail (BAYAN_IS_ENTITY_LINES (self));

  bayan_entity_group_set_folded (group, folded);
  update_lines (self);
}

/* How often the most frequent entity of @type is mentioned: it is the first of them. */
static guint
find_most (BayanEntityLines *self, BayanMentionType type)
{
  guint low = 0, high = g_list_model_get_n_items (self->entities);
  g_autoptr (BayanEntityItem) first = NULL;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      g_autoptr (BayanEntityItem) item = g_list_model_get_item (self->entities, middle);

      if (bayan_entity_item_get_mention_type (item) < type)
        low = middle + 1;
      else
        high = middle;
    }
  first = g_list_model_get_item (self->entities, low);
  return first != NULL && bayan_entity_item_get_mention_type (first) == type
             ? bayan_entity_item_get_count (first)
             : 0;
}

/**
 * bayan_entity_lines_refresh:
 *
 * Brings the length of each group's whole bar up to date. To be called when the desk says "updated".
 */
void
bayan_entity_lines_refresh (BayanEntityLines *self)
{
  g_return_if_fail (BAYAN_IS_ENTITY_LINES (self));

  for (guint type = 0; type < BAYAN_MENTION_N_TYPES; type++)
    bayan_entity_group_set_most (self->groups[type], find_most (self, type));
}

/**
 * bayan_entity_lines_get_group:
 *
 * Returns: (transfer none): the heading of @type, whether it is shown now or not
 */
BayanEntityGroup *
bayan_entity_lines_get_group (BayanEntityLines *self, BayanMentionType type)
{
  g_return_val_if_fail (BAYAN_IS_ENTITY_LINES (self), NULL);
  g_return_val_if_fail ((guint) type < BAYAN_MENTION_N_TYPES, NULL);
  return self->groups[type];
}

/**
 * bayan_entity_lines_find:
 * @entity_key: see bayan-mention.h
 * @position: (out): the line it is on
 *
 * Returns: whether there is such a line
 */
gboolean
bayan_entity_lines_find (BayanEntityLines *self, const char *entity_key, guint *position)
{
  g_return_val_if_fail (BAYAN_IS_ENTITY_LINES (self), FALSE);

  for (guint i = 0; i < self->lines->len; i++)
    {
      GObject *line = self->lines->pdata[i];

      if (BAYAN_IS_ENTITY_ITEM (line)
          && strcmp (bayan_entity_item_get_key (BAYAN_ENTITY_ITEM (line)), entity_key) == 0)
        {
          *position = i;
          return TRUE;
        }
    }
  return FALSE;
}
