/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library is asked twice: for what is listed, and again when it is labelled, so that nothing is written at a place
 * that has changed meanwhile. */
#include "bayan-concordance.h"

#include "bayan-concordance-item-private.h"
#include "bayan-csv.h"
#include "bayan-desk-private.h"
#include "bayan-query.h"
#include "bayan-same-item-private.h"

/* Lines that are looked for first: more than a screen holds. The others come when these are shown. */
#define FIRST_LINES 100

struct _BayanConcordance {
  GObject parent_instance;
  BayanDesk *desk;
  char *query;                 /* nullable */
  BayanMentionsWanted *wanted; /* nullable: what is listed instead of what the query finds */
  BayanQueryProblem problem;
  GListStore *lines;
  guint n_chosen, n_statements;
  gboolean loading, failed, is_cut;
  guint n_wanted;            /* lines: the first ones, or all that are shown */
  GCancellable *cancellable; /* nullable: of what is on its way */
  guint opening;             /* of the desk: another library may be open when the answer comes */
};

G_DEFINE_FINAL_TYPE (BayanConcordance, bayan_concordance, G_TYPE_OBJECT)

enum { PROP_0, PROP_LOADING, PROP_N_CHOSEN, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BayanConcordance *self = BAYAN_CONCORDANCE (object);

  if (id == PROP_LOADING)
    g_value_set_boolean (value, self->loading);
  else if (id == PROP_N_CHOSEN)
    g_value_set_uint (value, self->n_chosen);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stop (BayanConcordance *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
dispose (GObject *object)
{
  stop (BAYAN_CONCORDANCE (object));
  G_OBJECT_CLASS (bayan_concordance_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  BayanConcordance *self = BAYAN_CONCORDANCE (object);

  g_object_unref (self->lines);
  g_clear_object (&self->desk);
  g_free (self->query);
  g_clear_pointer (&self->wanted, bayan_mentions_wanted_unref);
  G_OBJECT_CLASS (bayan_concordance_parent_class)->finalize (object);
}

static void
bayan_concordance_class_init (BayanConcordanceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = get_property;
  object_class->dispose = dispose;
  object_class->finalize = finalize;
  properties[PROP_LOADING] = g_param_spec_boolean (
      "loading", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_CHOSEN] = g_param_spec_uint ("n-chosen", NULL, NULL, 0, G_MAXUINT, 0,
                                                 G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY
                                                     | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bayan_concordance_init (BayanConcordance *self)
{
  self->lines = g_list_store_new (BAYAN_TYPE_CONCORDANCE_ITEM);
}

BayanConcordance *
bayan_concordance_new (BayanDesk *desk)
{
  BayanConcordance *self = g_object_new (BAYAN_TYPE_CONCORDANCE, NULL);

  self->desk = g_object_ref (desk);
  return self;
}

/* The lines */

static void
set_n_chosen (BayanConcordance *self, guint n_chosen)
{
  if (self->n_chosen == n_chosen)
    return;
  self->n_chosen = n_chosen;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_CHOSEN]);
}

static void
chosen_cb (BayanConcordance *self, GParamSpec *pspec, BayanOccurrenceItem *item)
{
  set_n_chosen (self, bayan_occurrence_item_get_chosen (item) ? self->n_chosen + 1 : self->n_chosen - 1);
}

static void
end (BayanConcordance *self)
{
  g_clear_object (&self->cancellable);
  self->loading = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static gboolean
is_same_line (BayanOccurrenceItem *one, BayanOccurrenceItem *other)
{
  return bayan_same_is_place (bayan_occurrence_item_get_occurrence (one),
                              bayan_occurrence_item_get_occurrence (other));
}

/* How many of the lines stand at the beginning of @items too: they stay, chosen or not. */
static guint
count_staying (BayanConcordance *self, GPtrArray *items)
{
  guint n_lines = g_list_model_get_n_items (G_LIST_MODEL (self->lines)), n = 0;

  for (; n < n_lines && n < items->len; n++)
    {
      g_autoptr (BayanOccurrenceItem) line = g_list_model_get_item (G_LIST_MODEL (self->lines), n);

      if (!is_same_line (line, items->pdata[n]))
        break;
    }
  return n;
}

static void
replace_lines (BayanConcordance *self, GPtrArray *items, guint n_staying)
{
  guint n_lines = g_list_model_get_n_items (G_LIST_MODEL (self->lines));
  g_autoptr (GPtrArray) chosen = NULL;

  g_list_store_splice (self->lines, n_staying, n_lines - n_staying, items->pdata + n_staying,
                       items->len - n_staying);
  chosen = bayan_occurrence_items_get_chosen (G_LIST_MODEL (self->lines));
  set_n_chosen (self, chosen->len);
}

/* @found: (nullable): none
 * @goes_on: whether its first lines are those that are there already */
static void
list_lines (BayanConcordance *self, GPtrArray *found, gboolean goes_on)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 last = 0;

  self->n_statements = 0;
  for (guint i = 0; found != NULL && i < MIN (found->len, self->n_wanted); i++)
    {
      BayanOccurrence *occurrence = found->pdata[i];
      BayanStatementItem *statement = bayan_desk_find_statement (self->desk, occurrence->statement);
      BayanConcordanceItem *item;

      if (statement == NULL)
        continue;
      self->n_statements += occurrence->statement != last;
      last = occurrence->statement;
      item = bayan_concordance_item_new (statement, occurrence, i);
      g_signal_connect_object (item, "notify::chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (items, item);
    }
  self->is_cut = found != NULL && found->len > self->n_wanted;
  replace_lines (self, items, goes_on ? count_staying (self, items) : 0);
}

/* Asks the library; it may have to be asked again where not all of a query's answer is known yet. */
static void
ask (BayanConcordance *self, guint n_max, GCancellable *cancellable, GAsyncReadyCallback callback,
     gpointer data)
{
  if (self->wanted != NULL)
    bayan_library_find_mentions_async (self->desk->library, self->wanted, n_max, cancellable, callback, data);
  else
    bayan_library_find_lines_async (self->desk->library, self->query, n_max, cancellable, callback, data);
}

static guint
get_left (BayanConcordance *self, GObject *library)
{
  return self->wanted != NULL ? 0 : bayan_library_get_search_left (BAYAN_LIBRARY (library));
}

static void find_lines (BayanConcordance *self, guint n_wanted);

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BayanConcordance) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = bayan_library_find_lines_finish (BAYAN_LIBRARY (source), result, &error);

  if (self->cancellable != g_task_get_cancellable (G_TASK (result)))
    return;
  if (self->opening != self->desk->opening)
    g_clear_pointer (&found, g_ptr_array_unref);
  else if (found == NULL)
    bayan_desk_fail_act (self->desk, error);
  else if (get_left (self, source) > 0)
    {
      find_lines (self, self->n_wanted);
      return;
    }
  self->failed = found == NULL;
  list_lines (self, found, self->n_wanted > FIRST_LINES);
  if (self->is_cut && self->n_wanted == FIRST_LINES)
    {
      find_lines (self, BAYAN_CONCORDANCE_MAX);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
    }
  else
    end (self);
}

static void
find_lines (BayanConcordance *self, guint n_wanted)
{
  stop (self);
  self->cancellable = g_cancellable_new ();
  self->opening = self->desk->opening;
  self->n_wanted = n_wanted;
  ask (self, n_wanted + 1, self->cancellable, found_cb, g_object_ref (self));
}

/**
 * bayan_concordance_set_query:
 * @query: as typed
 *
 * What was looked for before is not looked for any more. One that cannot be understood finds nothing.
 */
void
bayan_concordance_set_query (BayanConcordance *self, const char *query)
{
  g_autofree char *valid = g_utf8_make_valid (query, -1);
  g_autoptr (BayanQueryNode) root = NULL;

  stop (self);
  g_clear_pointer (&self->wanted, bayan_mentions_wanted_unref);
  g_free (self->query);
  self->query = g_strdup (valid);
  self->failed = FALSE;
  if (!bayan_query_parse (valid, &root, &self->problem) || root == NULL || self->desk->library == NULL)
    {
      list_lines (self, NULL, FALSE);
      end (self);
      return;
    }
  find_lines (self, FIRST_LINES);
  self->loading = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

void
bayan_concordance_set_area (BayanConcordance *self, const char *area_key)
{
  stop (self);
  g_clear_pointer (&self->wanted, bayan_mentions_wanted_unref);
  g_clear_pointer (&self->query, g_free);
  self->problem = (BayanQueryProblem) { BAYAN_QUERY_FINE, 0, 0 };
  self->failed = FALSE;
  if (self->desk->library == NULL)
    return;
  self->wanted = bayan_desk_want_mentions (self->desk, area_key);
  find_lines (self, FIRST_LINES);
  self->loading = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/* Choosing and labelling */

void
bayan_concordance_choose_all (BayanConcordance *self, gboolean chosen)
{
  g_object_freeze_notify (G_OBJECT (self)); /* thousands of lines are one choice */
  bayan_occurrence_items_choose_all (G_LIST_MODEL (self->lines), chosen);
  g_object_thaw_notify (G_OBJECT (self));
}

typedef struct {
  BayanConcordance *concordance;
  GPtrArray *chosen; /* of BayanConcordanceItem */
  BayanMentionType type;
  guint opening;
} Labelling;

static void
labelling_free (Labelling *self)
{
  g_object_unref (self->concordance);
  g_ptr_array_unref (self->chosen);
  g_free (self);
}

/* Returns whether there was anything to do. */
static gboolean
label_line (const Labelling *self, BayanEdit *edit, const BayanOccurrence *occurrence)
{
  BayanDesk *desk = self->concordance->desk;
  g_autoptr (BayanEntity) entity = NULL;
  BayanSameDecision decision = { bayan_desk_make_label (desk, occurrence->span, occurrence->words, self->type,
                                                        &entity),
                                 BAYAN_STATUS_CONFIRMED };
  g_autoptr (BayanMention) mention = decision.mention;

  if (!bayan_same_is_open (occurrence, &decision))
    return FALSE;
  bayan_same_add_to_edit (edit, occurrence, &decision, entity);
  bayan_same_teach (desk, edit, occurrence, &decision, entity);
  return TRUE;
}

static guint
hash_place (gconstpointer data)
{
  const BayanOccurrence *place = data;

  return g_int64_hash (&place->statement) * 31 + place->span.start.byte;
}

static GHashTable *
list_places (GPtrArray *found)
{
  GHashTable *places = g_hash_table_new (hash_place, (GEqualFunc) bayan_same_is_place);

  for (guint i = 0; i < found->len; i++)
    g_hash_table_add (places, found->pdata[i]);
  return places;
}

static guint
label_all (const Labelling *self, BayanEdit *edit, GPtrArray *found)
{
  g_autoptr (GHashTable) places = list_places (found);
  guint n_labelled = 0;

  for (guint i = 0; i < self->chosen->len; i++)
    {
      const BayanOccurrence *occurrence = g_hash_table_lookup (
          places, bayan_occurrence_item_get_occurrence (BAYAN_OCCURRENCE_ITEM (self->chosen->pdata[i])));

      if (occurrence != NULL)
        n_labelled += label_line (self, edit, occurrence);
    }
  return n_labelled;
}

static void find_again (Labelling *labelling);

static void
found_again_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Labelling *labelling = data;
  BayanDesk *desk = labelling->concordance->desk;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = bayan_library_find_lines_finish (BAYAN_LIBRARY (source), result, &error);
  g_autofree char *subject = g_strdup_printf ("%u", labelling->chosen->len);
  g_autoptr (BayanEdit) edit = bayan_edit_new ("label-places", subject);

  if (labelling->opening == desk->opening && found != NULL && get_left (labelling->concordance, source) > 0)
    {
      find_again (labelling);
      return;
    }
  if (labelling->opening == desk->opening && found == NULL)
    bayan_desk_fail_act (desk, error);
  else if (labelling->opening == desk->opening && label_all (labelling, edit, found) > 0)
    bayan_desk_apply_edit (desk, g_steal_pointer (&edit));
  labelling_free (labelling);
}

static void
find_again (Labelling *labelling)
{
  BayanConcordance *self = labelling->concordance;

  ask (self, BAYAN_CONCORDANCE_MAX + 1, NULL, found_again_cb, labelling);
}

/**
 * bayan_concordance_label:
 *
 * Says that the words of all chosen lines are a @type, in one act, which undo takes back as one.
 *
 * Returns: FALSE if none is chosen or nothing can be changed
 */
gboolean
bayan_concordance_label (BayanConcordance *self, BayanMentionType type)
{
  Labelling *labelling;

  if (self->n_chosen == 0 || self->loading || self->opening != self->desk->opening
      || !bayan_desk_can_change (self->desk))
    return FALSE;
  labelling = g_new0 (Labelling, 1);
  labelling->concordance = g_object_ref (self);
  labelling->chosen = bayan_occurrence_items_get_chosen (G_LIST_MODEL (self->lines));
  labelling->type = type;
  labelling->opening = self->opening;
  find_again (labelling);
  return TRUE;
}

/* Writing */

static void
write_text_line (GString *out, BayanOccurrenceItem *item, const char *date)
{
  const char *title = bayan_statement_item_get_title (bayan_occurrence_item_get_statement (item));

  g_string_append_printf (out, "%s[%s]%s\t%s\t%s\n", bayan_occurrence_item_get_before (item),
                          bayan_occurrence_item_get_words (item), bayan_occurrence_item_get_after (item),
                          title, date);
}

static void
write_csv_line (GString *out, BayanOccurrenceItem *item, const char *date)
{
  BayanStatementItem *statement = bayan_occurrence_item_get_statement (item);
  const char *cells[] = { bayan_occurrence_item_get_before (item),
                          bayan_occurrence_item_get_words (item),
                          bayan_occurrence_item_get_after (item),
                          bayan_statement_item_get_title (statement),
                          date,
                          bayan_statement_item_get_source_name (statement) };

  bayan_csv_add_row (out, cells, G_N_ELEMENTS (cells), ',');
}

/**
 * bayan_concordance_write:
 * @lines: (element-type BayanConcordanceItem): in the order in which they are to be written
 * @as_csv: a table for a spreadsheet, else lines with tabs between what is in them
 *
 * Writes those that are chosen, or all where none is.
 *
 * Returns: (transfer full)
 */
char *
bayan_concordance_write (GListModel *lines, gboolean as_csv)
{
  static const char *const HEADINGS[] = { "before", "words", "after", "title", "date", "source" };
  GString *out = as_csv ? bayan_csv_new (HEADINGS, G_N_ELEMENTS (HEADINGS), ',') : g_string_new (NULL);
  guint n_lines = g_list_model_get_n_items (lines), n_chosen = 0;

  for (guint i = 0; i < n_lines; i++)
    {
      g_autoptr (BayanOccurrenceItem) item = g_list_model_get_item (lines, i);

      n_chosen += bayan_occurrence_item_get_chosen (item);
    }
  for (guint i = 0; i < n_lines; i++)
    {
      g_autoptr (BayanOccurrenceItem) item = g_list_model_get_item (lines, i);
      BayanDate day = bayan_statement_item_get_date (bayan_occurrence_item_get_statement (item));
      g_autofree char *date = bayan_date_to_iso (day);

      if (n_chosen > 0 && !bayan_occurrence_item_get_chosen (item))
        continue;
      if (as_csv)
        write_csv_line (out, item, date);
      else
        write_text_line (out, item, date);
    }
  return g_string_free (out, FALSE);
}

/* For ui */

const char *
bayan_concordance_get_query (BayanConcordance *self)
{
  return self->query;
}

BayanQueryProblem
bayan_concordance_get_problem (BayanConcordance *self)
{
  return self->problem;
}

GListModel *
bayan_concordance_get_lines (BayanConcordance *self)
{
  return G_LIST_MODEL (self->lines);
}

gboolean
bayan_concordance_get_loading (BayanConcordance *self)
{
  return self->loading;
}

gboolean
bayan_concordance_get_failed (BayanConcordance *self)
{
  return self->failed;
}

gboolean
bayan_concordance_get_is_cut (BayanConcordance *self)
{
  return self->is_cut;
}

guint
bayan_concordance_count_statements (BayanConcordance *self)
{
  return self->n_statements;
}

guint
bayan_concordance_get_n_chosen (BayanConcordance *self)
{
  return self->n_chosen;
}
