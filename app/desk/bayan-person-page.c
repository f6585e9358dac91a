/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements are asked for one after the other, so that what else the window wants of the library comes in between. What is
 * shown stays until all of it is read anew. */
#include "bayan-person-page.h"

#include <string.h>

#include "bayan-desk-private.h"
#include "bayan-person-place-private.h"
#include "bayan-person-search.h"
#include "bayan-persons.h"

#define PATIENCE_MS 300 /* changes come in crowds */

/* What is being read. */
typedef struct {
  GArray *to_load; /* of gint64: statements, newest first */
  guint n_loaded;
  guint n_mentions;
  GHashTable *names, *offices; /* words → BayanSeenWords */
  GPtrArray *places;           /* of BayanPersonPlace */
} Reading;

struct _BayanPersonPage {
  GObject parent_instance;
  BayanDesk *desk;
  char *key;
  guint opening;             /* of the desk */
  GCancellable *cancellable; /* nullable: of what is being read */
  Reading *reading;          /* nullable */
  gboolean loading;
  guint later; /* source */

  BayanEntity *entity; /* nullable */
  guint n_statements, n_mentions;
  GPtrArray *names, *seen_offices, *held_offices, *alike;
  GListStore *places;
};

G_DEFINE_FINAL_TYPE (BayanPersonPage, bayan_person_page, G_TYPE_OBJECT)

enum { PROP_0, PROP_LOADING, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
seen_free (gpointer data)
{
  BayanSeenWords *seen = data;

  g_free (seen->words);
  g_free (seen);
}

static void
held_free (gpointer data)
{
  BayanHeldOffice *held = data;

  bayan_entity_free (held->of);
  g_free (held);
}

static void
like_free (gpointer data)
{
  BayanLikePerson *like = data;

  bayan_entity_free (like->entity);
  g_free (like);
}

static void
reading_free (Reading *self)
{
  g_array_unref (self->to_load);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->offices);
  g_ptr_array_unref (self->places);
  g_free (self);
}

static void
stop_reading (BayanPersonPage *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->reading, reading_free);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_LOADING)
    g_value_set_boolean (value, BAYAN_PERSON_PAGE (object)->loading);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
dispose (GObject *object)
{
  BayanPersonPage *self = BAYAN_PERSON_PAGE (object);

  stop_reading (self);
  g_clear_handle_id (&self->later, g_source_remove);
  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (self->desk, self);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (bayan_person_page_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  BayanPersonPage *self = BAYAN_PERSON_PAGE (object);

  g_free (self->key);
  g_clear_pointer (&self->entity, bayan_entity_free);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->seen_offices);
  g_ptr_array_unref (self->held_offices);
  g_ptr_array_unref (self->alike);
  g_object_unref (self->places);
  G_OBJECT_CLASS (bayan_person_page_parent_class)->finalize (object);
}

static void
bayan_person_page_class_init (BayanPersonPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = get_property;
  object_class->dispose = dispose;
  object_class->finalize = finalize;
  properties[PROP_LOADING] = g_param_spec_boolean (
      "loading", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bayan_person_page_init (BayanPersonPage *self)
{
  self->names = g_ptr_array_new_with_free_func (seen_free);
  self->seen_offices = g_ptr_array_new_with_free_func (seen_free);
  self->held_offices = g_ptr_array_new_with_free_func (held_free);
  self->alike = g_ptr_array_new_with_free_func (like_free);
  self->places = g_list_store_new (BAYAN_TYPE_PERSON_PLACE);
}

static void
set_loading (BayanPersonPage *self, gboolean loading)
{
  if (self->loading == loading)
    return;
  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/* The tables */

static void
list_held_offices (BayanPersonPage *self, const BayanOfficeBook *book)
{
  BayanDate none = { 0, 0, 0 };
  g_autoptr (GArray) tenures = bayan_office_book_list_tenures (book, self->key, none);

  g_ptr_array_set_size (self->held_offices, 0);
  for (guint i = 0; i < tenures->len; i++)
    {
      const BayanTenure *tenure = &g_array_index (tenures, BayanTenure, i);
      BayanHeldOffice *held = g_new0 (BayanHeldOffice, 1);

      bayan_office_book_name (book, tenure->office.kind, &held->name_ar, &held->name_en);
      held->of = bayan_entity_copy (bayan_office_book_get_entity (book, tenure->office.of));
      held->from = tenure->from;
      held->to = tenure->to;
      held->is_open = tenure->is_open;
      g_ptr_array_add (self->held_offices, held);
    }
}

/* Whether an office of the text is none that the tables give the person that day; where they give none, nothing is said. */
static gboolean
differs (BayanPersonPage *self, const BayanOfficeBook *book, const BayanStatement *statement,
         const BayanMention *mention)
{
  BayanDate date = bayan_persons_get_date (statement);
  g_autoptr (GArray) tenures = bayan_date_is_set (date)
                                   ? bayan_office_book_list_tenures (book, self->key, date)
                                   : NULL;
  BayanOffice office;

  if (tenures == NULL || tenures->len == 0
      || !bayan_office_book_read_mention (book, statement->text, statement->text_length_bytes, mention,
                                          &office))
    return FALSE;
  for (guint i = 0; i < tenures->len; i++)
    {
      const BayanOffice *held = &g_array_index (tenures, BayanTenure, i).office;

      if (strcmp (held->kind, office.kind) == 0 && strcmp (held->of, office.of) == 0)
        return FALSE;
    }
  return TRUE;
}

/* One statement */

static BayanSeenWords *
count_words (GHashTable *table, const BayanStatement *statement, const BayanMention *mention)
{
  g_autofree char *words = g_strndup (statement->text + mention->span.start.byte,
                                      bayan_clean_span_length_bytes (mention->span));
  BayanDate date = bayan_persons_get_date (statement);
  BayanSeenWords *seen;

  g_strdelimit (words, "\n\t", ' ');
  seen = g_hash_table_lookup (table, words);
  if (seen == NULL)
    {
      seen = g_new0 (BayanSeenWords, 1);
      seen->words = g_steal_pointer (&words);
      g_hash_table_insert (table, seen->words, seen);
    }
  seen->n_mentions++;
  if (bayan_date_is_set (date)
      && (!bayan_date_is_set (seen->first) || bayan_date_compare (date, seen->first) < 0))
    seen->first = date;
  if (bayan_date_is_set (date) && bayan_date_compare (date, seen->last) > 0)
    seen->last = date;
  return seen;
}

static void
take_mention (BayanPersonPage *self, const BayanOpenStatement *open, const BayanMention *mention)
{
  const BayanStatement *statement = open->statement;
  BayanRecogniser *recogniser = bayan_recogniser_maker_get (self->desk->maker, NULL);
  const BayanMention *office = bayan_persons_find_office (statement->text, statement->text_length_bytes,
                                                          open->mentions, mention);

  count_words (self->reading->names, statement, mention);
  self->reading->n_mentions++;
  if (office != NULL)
    {
      BayanSeenWords *seen = count_words (self->reading->offices, statement, office);

      seen->differs |= recogniser != NULL
                       && differs (self, bayan_recogniser_get_office_book (recogniser), statement, office);
    }
}

static void
take_statement (BayanPersonPage *self, const BayanOpenStatement *open)
{
  BayanStatementItem *item = bayan_desk_find_statement (self->desk, open->id);
  BayanPersonPlace *place = NULL;

  for (guint i = 0; item != NULL && i < open->mentions->len; i++)
    {
      const BayanMention *mention = open->mentions->pdata[i];

      if (mention->type != BAYAN_MENTION_PERS || mention->status == BAYAN_STATUS_REJECTED
          || g_strcmp0 (mention->entity_key, self->key) != 0
          || mention->span.end.byte > open->statement->text_length_bytes)
        continue;
      take_mention (self, open, mention);
      if (place != NULL)
        bayan_person_place_count (place);
      else
        {
          place = bayan_person_place_new (item, open->statement, mention);
          g_ptr_array_add (self->reading->places, place);
        }
    }
}

/* The end: who is alike, then all of it is shown */

static guint
count_statements (BayanPersonPage *self, guint32 number)
{
  BayanDesk *desk = self->desk;
  guint n = 0, n_statements = bayan_statement_list_get_size (desk->statements);

  for (guint i = 0; i < n_statements; i++)
    n += bayan_tallies_names_entity (
        desk->tallies, bayan_statement_item_get_slot (bayan_statement_list_peek (desk->statements, i)),
        number);
  return n;
}

static int
compare_alike (gconstpointer a, gconstpointer b)
{
  const BayanLikePerson *one = *(BayanLikePerson *const *) a, *other = *(BayanLikePerson *const *) b;

  return (one->n_statements < other->n_statements) - (one->n_statements > other->n_statements);
}

/* Who is mentioned nowhere any more is not asked about. */
static void
list_alike (BayanPersonPage *self, GPtrArray *found)
{
  g_ptr_array_set_size (self->alike, 0);
  for (guint i = 0; i < found->len; i++)
    {
      BayanEntity *entity = found->pdata[i];
      BayanEntityItem *item = bayan_desk_find_entity (self->desk, entity->key);
      guint n = item != NULL ? count_statements (self, bayan_entity_item_get_number (item)) : 0;
      BayanLikePerson *like;

      if (n == 0)
        continue;
      like = g_new (BayanLikePerson, 1);
      *like = (BayanLikePerson) { bayan_entity_copy (entity), n };
      g_ptr_array_add (self->alike, like);
    }
  g_ptr_array_sort (self->alike, compare_alike);
  if (self->alike->len > BAYAN_PERSON_PAGE_LIKE_MAX)
    g_ptr_array_set_size (self->alike, BAYAN_PERSON_PAGE_LIKE_MAX);
}

static int
compare_by_count (gconstpointer a, gconstpointer b)
{
  const BayanSeenWords *one = *(BayanSeenWords *const *) a, *other = *(BayanSeenWords *const *) b;

  if (one->n_mentions != other->n_mentions)
    return one->n_mentions < other->n_mentions ? 1 : -1;
  return strcmp (one->words, other->words);
}

static int
compare_by_date (gconstpointer a, gconstpointer b)
{
  const BayanSeenWords *one = *(BayanSeenWords *const *) a, *other = *(BayanSeenWords *const *) b;
  int order = bayan_date_compare (other->last, one->last);

  return order != 0 ? order : compare_by_count (a, b);
}

static void
move_seen (GHashTable *table, GPtrArray *to, GCompareFunc compare)
{
  GHashTableIter iter;
  gpointer seen;

  g_ptr_array_set_size (to, 0);
  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, NULL, &seen))
    {
      g_hash_table_iter_steal (&iter);
      g_ptr_array_add (to, seen);
    }
  g_ptr_array_sort (to, compare);
}

static void
show_reading (BayanPersonPage *self)
{
  Reading *reading = self->reading;

  move_seen (reading->names, self->names, compare_by_count);
  move_seen (reading->offices, self->seen_offices, compare_by_date);
  g_list_store_splice (self->places, 0, g_list_model_get_n_items (G_LIST_MODEL (self->places)),
                       reading->places->pdata, reading->places->len);
  self->n_mentions = reading->n_mentions;
  stop_reading (self);
  set_loading (self, FALSE);
}

static void
found_alike_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BayanPersonPage) self = data;
  g_autoptr (GPtrArray) found = bayan_person_search_run_finish (result);

  if (found == NULL || self->desk == NULL || self->reading == NULL
      || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  list_alike (self, found);
  show_reading (self);
}

/* All persons of the library but this one, and those of whom the analyst has said something. */
static GPtrArray *
list_others (BayanPersonPage *self)
{
  GPtrArray *others = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_entity_free);
  BayanEntityItem *mine = bayan_desk_find_entity (self->desk, self->key);
  BayanRecogniser *recogniser = bayan_recogniser_maker_get (self->desk->maker, NULL);
  gboolean known = recogniser != NULL
                   && bayan_office_book_get_entity (bayan_recogniser_get_office_book (recogniser), self->key)
                          != NULL;

  for (guint i = 0; mine != NULL && i < self->desk->items->len; i++)
    {
      BayanEntityItem *item = self->desk->items->pdata[i];

      if (item == NULL || item == mine || bayan_entity_item_get_mention_type (item) != BAYAN_MENTION_PERS
          || bayan_desk_get_pair_state (self->desk, bayan_entity_item_get_number (mine), i)
                 != BAYAN_PAIR_UNDECIDED)
        continue;
      /* The tables know of both that they are two. */
      if (known && bayan_desk_is_known_person (self->desk, bayan_entity_item_get_key (item)))
        continue;
      g_ptr_array_add (others, bayan_entity_copy (bayan_entity_item_get_entity (item)));
    }
  return others;
}

static void
look_for_alike (BayanPersonPage *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer words;

  g_hash_table_iter_init (&iter, self->reading->names);
  while (g_hash_table_iter_next (&iter, &words, NULL))
    g_ptr_array_add (names, g_strdup (words));
  if (self->entity != NULL && self->entity->name_ar != NULL)
    g_ptr_array_add (names, g_strdup (self->entity->name_ar));
  bayan_person_search_run_async (self->desk->maker, g_steal_pointer (&names), list_others (self),
                                 self->cancellable, found_alike_cb, g_object_ref (self));
}

/* Reading */

static void load_next (BayanPersonPage *self);

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BayanPersonPage) self = data;
  g_autoptr (GError) error = NULL;
  BayanOpenStatement *open = bayan_library_load_statement_finish (BAYAN_LIBRARY (source), result, &error);

  /* Another reading may have begun meanwhile. */
  if (self->desk != NULL && self->reading != NULL
      && g_task_get_cancellable (G_TASK (result)) == self->cancellable)
    {
      if (open != NULL)
        take_statement (self, open);
      load_next (self);
    }
  if (open != NULL)
    bayan_open_statement_free (open);
}

static void
load_next (BayanPersonPage *self)
{
  Reading *reading = self->reading;

  if (self->desk->library == NULL || self->opening != self->desk->opening)
    {
      stop_reading (self);
      set_loading (self, FALSE);
    }
  else if (reading->n_loaded < reading->to_load->len)
    bayan_library_load_statement_async (self->desk->library,
                                        g_array_index (reading->to_load, gint64, reading->n_loaded++),
                                        self->cancellable, loaded_cb, g_object_ref (self));
  else
    look_for_alike (self);
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  BayanStatementItem *one = *(BayanStatementItem *const *) a, *other = *(BayanStatementItem *const *) b;
  int order = bayan_date_compare (bayan_statement_item_get_date (other), bayan_statement_item_get_date (one));
  gint64 id = bayan_statement_item_get_id (one), other_id = bayan_statement_item_get_id (other);

  return order != 0 ? order : (id < other_id) - (id > other_id);
}

static void
find_statements (BayanPersonPage *self)
{
  BayanDesk *desk = self->desk;
  BayanEntityItem *item = bayan_desk_find_entity (desk, self->key);
  guint n = item != NULL ? bayan_statement_list_get_size (desk->statements) : 0;
  g_autoptr (GPtrArray) named = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    {
      BayanStatementItem *statement = bayan_statement_list_peek (desk->statements, i);

      if (bayan_tallies_names_entity (desk->tallies, bayan_statement_item_get_slot (statement),
                                      bayan_entity_item_get_number (item)))
        g_ptr_array_add (named, statement);
    }
  g_ptr_array_sort (named, compare_items);
  self->n_statements = named->len;
  for (guint i = 0; i < MIN (named->len, BAYAN_PERSON_PAGE_STATEMENTS_MAX); i++)
    {
      gint64 id = bayan_statement_item_get_id (named->pdata[i]);

      g_array_append_val (self->reading->to_load, id);
    }
}

/* Whom the library has, or else the tables. */
static void
find_entity (BayanPersonPage *self)
{
  BayanRecogniser *recogniser = bayan_recogniser_maker_get (self->desk->maker, NULL);
  const BayanOfficeBook *book = recogniser != NULL ? bayan_recogniser_get_office_book (recogniser) : NULL;
  const BayanEntity *entity;

  bayan_desk_follow_key (self->desk, &self->key);
  entity = bayan_desk_get_entity (self->desk, self->key);
  if (entity == NULL && book != NULL)
    entity = bayan_office_book_get_entity (book, self->key);
  g_clear_pointer (&self->entity, bayan_entity_free);
  self->entity = entity != NULL ? bayan_entity_copy (entity) : NULL;
  if (book != NULL)
    list_held_offices (self, book);
}

static void
start_reading (BayanPersonPage *self)
{
  stop_reading (self);
  if (self->desk->library == NULL || self->desk->maker == NULL || self->opening != self->desk->opening)
    return;
  self->cancellable = g_cancellable_new ();
  self->reading = g_new0 (Reading, 1);
  self->reading->to_load = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->reading->names = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, seen_free);
  self->reading->offices = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, seen_free);
  self->reading->places = g_ptr_array_new_with_free_func (g_object_unref);
  find_entity (self);
  find_statements (self);
  set_loading (self, TRUE);
  load_next (self);
}

static gboolean
later_cb (gpointer data)
{
  BayanPersonPage *self = data;

  self->later = 0;
  start_reading (self);
  return G_SOURCE_REMOVE;
}

static void
updated_cb (BayanPersonPage *self)
{
  if (self->later == 0)
    self->later = g_timeout_add (PATIENCE_MS, later_cb, self);
}

/**
 * bayan_person_page_new:
 * @person_key: of an entity of the library, or a person of the tables
 *
 * Returns: (transfer full): a page that is being read
 */
BayanPersonPage *
bayan_person_page_new (BayanDesk *desk, const char *person_key)
{
  BayanPersonPage *self = g_object_new (BAYAN_TYPE_PERSON_PAGE, NULL);

  self->desk = g_object_ref (desk);
  self->key = g_strdup (person_key);
  self->opening = desk->opening;
  g_signal_connect_swapped (desk, "updated", G_CALLBACK (updated_cb), self);
  start_reading (self);
  return self;
}

/* Acts */

/**
 * bayan_person_page_merge:
 * @other: the key of somebody who is the same: the person of the tables is who stays, else the one of this page
 */
void
bayan_person_page_merge (BayanPersonPage *self, const char *other)
{
  gboolean into_other = bayan_desk_is_known_person (self->desk, other)
                        && !bayan_desk_is_known_person (self->desk, self->key);

  if (self->opening != self->desk->opening)
    return;
  if (into_other)
    bayan_desk_merge_entities (self->desk, other, self->key);
  else
    bayan_desk_merge_entities (self->desk, self->key, other);
}

/* @other is somebody else, and is not asked about any more. */
void
bayan_person_page_part (BayanPersonPage *self, const char *other)
{
  if (self->opening == self->desk->opening)
    bayan_desk_part_persons (self->desk, self->key, other);
}

/* For ui */

const char *
bayan_person_page_get_key (BayanPersonPage *self)
{
  return self->key;
}

const BayanEntity *
bayan_person_page_get_entity (BayanPersonPage *self)
{
  return self->entity;
}

gboolean
bayan_person_page_get_loading (BayanPersonPage *self)
{
  return self->loading;
}

guint
bayan_person_page_get_n_statements (BayanPersonPage *self)
{
  return self->n_statements;
}

guint
bayan_person_page_get_n_mentions (BayanPersonPage *self)
{
  return self->n_mentions;
}

GPtrArray *
bayan_person_page_get_names (BayanPersonPage *self)
{
  return self->names;
}

GPtrArray *
bayan_person_page_get_seen_offices (BayanPersonPage *self)
{
  return self->seen_offices;
}

GPtrArray *
bayan_person_page_get_held_offices (BayanPersonPage *self)
{
  return self->held_offices;
}

GPtrArray *
bayan_person_page_get_alike (BayanPersonPage *self)
{
  return self->alike;
}

GListModel *
bayan_person_page_get_places (BayanPersonPage *self)
{
  return G_LIST_MODEL (self->places);
}
