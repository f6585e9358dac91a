/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library is asked twice: for what is listed, and again when it is applied, so that nothing is written at a place
 * that has changed meanwhile. */
#include "bayan-same-list.h"

#include "bayan-desk-private.h"
#include "bayan-same-item-private.h"

struct _BayanSameList {
  GObject parent_instance;
  BayanDesk *desk;
  char *words;
  BayanSameDecision decision;
  GPtrArray *occurrences; /* of BayanOccurrence: all that were found, open to the decision or not */
  gboolean is_cut;
  gboolean loading;
  guint opening; /* of the desk: another library may be open when the answer comes */
  GListStore *places;
  guint n_chosen;
};

G_DEFINE_FINAL_TYPE (BayanSameList, bayan_same_list, G_TYPE_OBJECT)

enum { PROP_0, PROP_LOADING, PROP_N_CHOSEN, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BayanSameList *self = BAYAN_SAME_LIST (object);

  if (id == PROP_LOADING)
    g_value_set_boolean (value, self->loading);
  else if (id == PROP_N_CHOSEN)
    g_value_set_uint (value, self->n_chosen);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
finalize (GObject *object)
{
  BayanSameList *self = BAYAN_SAME_LIST (object);

  g_object_unref (self->places);
  g_ptr_array_unref (self->occurrences);
  g_clear_pointer (&self->decision.mention, bayan_mention_free);
  g_clear_object (&self->desk);
  g_free (self->words);
  G_OBJECT_CLASS (bayan_same_list_parent_class)->finalize (object);
}

static void
bayan_same_list_class_init (BayanSameListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = get_property;
  object_class->finalize = finalize;
  properties[PROP_LOADING] = g_param_spec_boolean (
      "loading", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_CHOSEN] = g_param_spec_uint ("n-chosen", NULL, NULL, 0, G_MAXUINT, 0,
                                                 G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY
                                                     | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static GPtrArray *
new_occurrences (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_occurrence_unref);
}

static void
bayan_same_list_init (BayanSameList *self)
{
  self->places = g_list_store_new (BAYAN_TYPE_SAME_ITEM);
  self->occurrences = new_occurrences ();
}

/* The places */

static void
set_n_chosen (BayanSameList *self, guint n_chosen)
{
  if (self->n_chosen == n_chosen)
    return;
  self->n_chosen = n_chosen;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_CHOSEN]);
}

static void
chosen_cb (BayanSameList *self, GParamSpec *pspec, BayanOccurrenceItem *item)
{
  set_n_chosen (self, bayan_occurrence_item_get_chosen (item) ? self->n_chosen + 1 : self->n_chosen - 1);
}

/* Returns: (nullable): what the mention there names, if that is not what the decision is about */
static const char *
name_other_thing (BayanSameList *self, const BayanOccurrence *occurrence)
{
  const BayanMention *mention = bayan_same_find_mention (occurrence, &self->decision);
  const BayanEntity *entity = mention != NULL ? bayan_desk_get_entity (self->desk, mention->entity_key)
                                              : NULL;

  if (entity == NULL || g_strcmp0 (mention->entity_key, self->decision.mention->entity_key) == 0)
    return NULL;
  return entity->name_ar != NULL ? entity->name_ar : entity->name_en;
}

static void
list_places (BayanSameList *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_chosen = 0;

  for (guint i = 0; i < self->occurrences->len; i++)
    {
      BayanOccurrence *occurrence = self->occurrences->pdata[i];
      BayanStatementItem *statement = bayan_desk_find_statement (self->desk, occurrence->statement);
      BayanSameItem *item;

      if (statement == NULL || !bayan_same_is_open (occurrence, &self->decision))
        continue;
      item = bayan_same_item_new (statement, occurrence, &self->decision,
                                  name_other_thing (self, occurrence));
      g_signal_connect_object (item, "notify::chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
      n_chosen += bayan_occurrence_item_get_chosen (BAYAN_OCCURRENCE_ITEM (item));
      g_ptr_array_add (items, item);
    }
  g_list_store_splice (self->places, 0, g_list_model_get_n_items (G_LIST_MODEL (self->places)), items->pdata,
                       items->len);
  set_n_chosen (self, n_chosen);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BayanSameList) self = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *found = bayan_library_find_occurrences_finish (BAYAN_LIBRARY (source), result, &error);

  if (self->opening != self->desk->opening)
    g_clear_pointer (&found, g_ptr_array_unref);
  else if (found != NULL)
    {
      g_ptr_array_unref (self->occurrences);
      self->occurrences = found;
      self->is_cut = found->len > BAYAN_SAME_LIST_MAX;
      if (self->is_cut)
        g_ptr_array_set_size (found, BAYAN_SAME_LIST_MAX);
      list_places (self);
    }
  else
    bayan_desk_fail_act (self->desk, error);
  self->loading = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/**
 * bayan_same_list_new:
 * @mention: of the reading; what is decided of it is what is offered, and confirming where nothing is yet
 *
 * Returns: (transfer full) (nullable): a list that is being filled; NULL if there is no such mention, or it is
 *   one with a label of the code book, which says nothing of other places, or in several parts
 */
BayanSameList *
bayan_same_list_new (BayanDesk *desk, gint64 mention)
{
  BayanReading *reading = bayan_desk_get_reading (desk);
  const BayanMention *found = reading != NULL ? bayan_reading_find_mention (reading, mention) : NULL;
  BayanSameList *self;

  if (found == NULL || found->type == BAYAN_MENTION_OWN || found->more != NULL || desk->library == NULL)
    return NULL;
  self = g_object_new (BAYAN_TYPE_SAME_LIST, NULL);
  self->desk = g_object_ref (desk);
  self->words = bayan_desk_dup_words (desk, found->span);
  self->decision.mention = bayan_mention_copy (found);
  self->decision.status = found->status == BAYAN_STATUS_REJECTED ? BAYAN_STATUS_REJECTED
                                                                 : BAYAN_STATUS_CONFIRMED;
  self->opening = desk->opening;
  self->loading = TRUE;
  bayan_library_find_occurrences_async (desk->library, self->words, BAYAN_SAME_LIST_MAX + 1, NULL, found_cb,
                                        g_object_ref (self));
  return self;
}

/* Applying */

typedef struct {
  BayanSameList *list;
  GPtrArray *chosen; /* of BayanSameItem */
} Application;

static void
application_free (Application *self)
{
  g_object_unref (self->list);
  g_ptr_array_unref (self->chosen);
  g_free (self);
}

static BayanEdit *
new_edit (BayanSameList *self)
{
  return bayan_edit_new (self->decision.status == BAYAN_STATUS_REJECTED ? "reject-everywhere"
                                                                        : "confirm-everywhere",
                         self->words);
}

/* Both are in the same order: what is no longer there is passed over. */
static guint
add_chosen (BayanEdit *edit, const Application *application, GPtrArray *found, const BayanEntity *entity)
{
  const BayanSameDecision *decision = &application->list->decision;
  guint n_added = 0;

  for (guint i = 0, at = 0; i < application->chosen->len; i++)
    for (guint j = at; j < found->len; j++)
      {
        const BayanOccurrence *occurrence = found->pdata[j];

        if (!bayan_same_item_is_place (application->chosen->pdata[i], occurrence))
          continue;
        at = j + 1;
        if (bayan_same_is_open (occurrence, decision))
          {
            bayan_same_add_to_edit (edit, occurrence, decision, entity);
            bayan_same_teach (application->list->desk, edit, occurrence, decision, entity);
            n_added++;
          }
        break;
      }
  return n_added;
}

static void
found_again_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Application *application = data;
  BayanSameList *self = application->list;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = bayan_library_find_occurrences_finish (BAYAN_LIBRARY (source), result,
                                                                       &error);
  const BayanEntity *entity = bayan_desk_get_entity (self->desk, self->decision.mention->entity_key);
  g_autoptr (BayanEdit) edit = new_edit (self);

  if (found == NULL && self->opening == self->desk->opening)
    bayan_desk_fail_act (self->desk, error);
  else if (self->opening == self->desk->opening && add_chosen (edit, application, found, entity) > 0)
    bayan_desk_apply_edit (self->desk, g_steal_pointer (&edit));
  application_free (application);
}

/**
 * bayan_same_list_apply:
 *
 * Decides all the chosen places in one act, which undo takes back as one.
 *
 * Returns: FALSE if none is chosen or nothing can be changed
 */
gboolean
bayan_same_list_apply (BayanSameList *self)
{
  Application *application;

  if (self->n_chosen == 0 || self->opening != self->desk->opening || !bayan_desk_can_change (self->desk))
    return FALSE;
  application = g_new0 (Application, 1);
  application->list = g_object_ref (self);
  application->chosen = bayan_occurrence_items_get_chosen (G_LIST_MODEL (self->places));
  bayan_library_find_occurrences_async (self->desk->library, self->words, BAYAN_SAME_LIST_MAX + 1, NULL,
                                        found_again_cb, application);
  return TRUE;
}

/* For ui */

GListModel *
bayan_same_list_get_places (BayanSameList *self)
{
  return G_LIST_MODEL (self->places);
}

const char *
bayan_same_list_get_words (BayanSameList *self)
{
  return self->words;
}

BayanMentionType
bayan_same_list_get_mention_type (BayanSameList *self)
{
  return self->decision.mention->type;
}

gboolean
bayan_same_list_get_loading (BayanSameList *self)
{
  return self->loading;
}

gboolean
bayan_same_list_get_is_cut (BayanSameList *self)
{
  return self->is_cut;
}

guint
bayan_same_list_get_n_chosen (BayanSameList *self)
{
  return self->n_chosen;
}

guint
bayan_same_list_count_statements (BayanSameList *self)
{
  g_autoptr (GPtrArray) chosen = bayan_occurrence_items_get_chosen (G_LIST_MODEL (self->places));
  BayanStatementItem *last = NULL;
  guint n_statements = 0;

  for (guint i = 0; i < chosen->len; i++)
    {
      BayanStatementItem *statement =
          bayan_occurrence_item_get_statement (BAYAN_OCCURRENCE_ITEM (chosen->pdata[i]));

      n_statements += statement != last;
      last = statement;
    }
  return n_statements;
}

BayanMentionStatus
bayan_same_list_get_decision (BayanSameList *self)
{
  return self->decision.status;
}

/**
 * bayan_same_list_set_decision:
 * @decision: CONFIRMED or REJECTED
 *
 * The places are other ones then, and what was chosen among them is forgotten.
 */
void
bayan_same_list_set_decision (BayanSameList *self, BayanMentionStatus decision)
{
  g_return_if_fail (decision != BAYAN_STATUS_SUGGESTED);
  if (self->decision.status == decision)
    return;
  self->decision.status = decision;
  list_places (self);
}

void
bayan_same_list_choose_all (BayanSameList *self, gboolean chosen)
{
  bayan_occurrence_items_choose_all (G_LIST_MODEL (self->places), chosen);
}
