/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-desk-private.h"

#include "bayan-fold.h"
#include "bayan-span-snap.h"

/* The library has answered an act. @error: (nullable) */
void
bayan_desk_end_act (BayanDesk *self, const GError *error)
{
  self->n_acts--;
  if (error != NULL)
    bayan_desk_fail_act (self, error);
  if (self->n_acts == 0)
    bayan_desk_resume_text (self);
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BayanDesk) self = data;
  g_autoptr (GError) error = NULL;

  if (!bayan_library_apply_finish (BAYAN_LIBRARY (source), result, &error))
    bayan_desk_stop_following (self);
  bayan_desk_end_act (self, error);
  if (self->n_acts == 0)
    bayan_desk_follow_up (self);
}

/* @edit: taken. What it changes comes back through the library's "changed". */
void
bayan_desk_apply_edit (BayanDesk *self, BayanEdit *edit)
{
  self->n_acts++;
  bayan_library_apply_async (self->library, edit, NULL, applied_cb, g_object_ref (self));
}

/* What stands at @span of the reading, for the undo menu. */
char *
bayan_desk_dup_words (BayanDesk *self, BayanCleanSpan span)
{
  const BayanStatement *statement = bayan_reading_get_statement (self->reading);

  return g_strndup (statement->text + span.start.byte, bayan_clean_span_length_bytes (span));
}

static const BayanMention *
find_mention (BayanDesk *self, gint64 id)
{
  return self->reading != NULL ? bayan_reading_find_mention (self->reading, id) : NULL;
}

static void
set_status (BayanDesk *self, const BayanMention *mention, BayanMentionStatus status, const char *act)
{
  g_autofree char *words = bayan_reading_dup_words (self->reading, mention);
  BayanEdit *edit = bayan_edit_new (act, words);

  bayan_edit_set_status (edit, mention->id, status);
  bayan_desk_teach (self, edit, mention, status, NULL);
  bayan_desk_apply_edit (self, edit);
}

/**
 * bayan_desk_confirm:
 * @mention: of the reading; nothing happens where it is confirmed already
 */
void
bayan_desk_confirm (BayanDesk *self, gint64 mention)
{
  const BayanMention *found = find_mention (self, mention);

  if (found != NULL && found->status != BAYAN_STATUS_CONFIRMED && bayan_desk_can_change (self))
    set_status (self, found, BAYAN_STATUS_CONFIRMED, "confirm");
}

/**
 * bayan_desk_reject:
 * @mention: of the reading; nothing happens where it is rejected already. One with a label of the code book loses it.
 */
void
bayan_desk_reject (BayanDesk *self, gint64 mention)
{
  const BayanMention *found = find_mention (self, mention);

  if (found != NULL && found->type == BAYAN_MENTION_OWN)
    bayan_desk_unmark (self, mention);
  else if (found != NULL && found->status != BAYAN_STATUS_REJECTED && bayan_desk_can_change (self))
    set_status (self, found, BAYAN_STATUS_REJECTED, "reject");
}

/* An entity for words that no table knows: the same words of the same type are the same thing. */
BayanEntity *
bayan_desk_make_entity (const char *words, BayanMentionType type)
{
  g_autofree char *folded = bayan_fold (words, -1, BAYAN_FOLD_MATCH);
  g_autofree char *scheme = g_ascii_strdown (bayan_mention_type_to_string (type), -1);
  g_autofree char *key = g_strconcat (scheme, ":", folded, NULL);
  BayanEntity *entity = bayan_entity_new (key, type);

  entity->name_ar = g_strdup (words);
  return entity;
}

/* What @words name as a @type: as the analyst's list or the recogniser's tables know it, or else by the words
 * themselves. @known: (out) (optional): TRUE for the tables */
static BayanEntity *
link_words (BayanDesk *self, const char *words, BayanMentionType type, gboolean *known)
{
  BayanRecogniser *recogniser = bayan_recogniser_maker_get (self->maker, NULL);
  g_autoptr (BayanEntity) linked = recogniser != NULL ? bayan_recogniser_link (recogniser, words, type)
                                                      : NULL;
  g_autoptr (BayanEntity) own = bayan_desk_link_own_name (self, words, type);
  gboolean is_known = own == NULL && linked != NULL && linked->type == type;

  if (known != NULL)
    *known = is_known;
  if (is_known)
    return g_steal_pointer (&linked);
  return own != NULL ? g_steal_pointer (&own) : bayan_desk_make_entity (words, type);
}

/* Returns: (transfer full): what @words name as a @type */
BayanEntity *
bayan_desk_link_words (BayanDesk *self, const char *words, BayanMentionType type)
{
  return link_words (self, words, type, NULL);
}

/* The mention on exactly @span, and nowhere else, that is a @type. */
static const BayanMention *
find_same (BayanDesk *self, BayanCleanSpan span, BayanMentionType type)
{
  GPtrArray *mentions = bayan_reading_get_mentions (self->reading);

  for (guint i = 0; i < mentions->len; i++)
    {
      const BayanMention *mention = mentions->pdata[i];
      if (mention->type == type && mention->more == NULL && bayan_clean_span_equal (mention->span, span))
        return mention;
    }
  return NULL;
}

/* The words are such a thing already, suggested or rejected: that one is confirmed, the other one goes. */
static void
change_to_same (BayanDesk *self, const BayanMention *mention, const BayanMention *same)
{
  g_autofree char *words = bayan_desk_dup_words (self, mention->span);
  BayanEdit *edit = bayan_edit_new ("change-type", words);

  bayan_edit_hand_over_relations (edit, mention->id, same->id);
  bayan_edit_set_status (edit, mention->id, BAYAN_STATUS_REJECTED);
  bayan_edit_set_status (edit, same->id, BAYAN_STATUS_CONFIRMED);
  bayan_desk_teach (self, edit, mention, BAYAN_STATUS_REJECTED, NULL);
  bayan_desk_teach (self, edit, same, BAYAN_STATUS_CONFIRMED, NULL);
  bayan_desk_apply_edit (self, edit);
}

/**
 * bayan_desk_change_type:
 * @mention: of the reading
 * @type: what it is, says the analyst, who thereby confirms it. One with a label of the code book keeps it, and its words
 *   are labelled so beside it.
 *
 * What it names is looked up anew: a NORP العراقي is another entity than a GPE.
 */
void
bayan_desk_change_type (BayanDesk *self, gint64 mention, BayanMentionType type)
{
  const BayanMention *found = find_mention (self, mention);
  const BayanMention *same;

  if (found == NULL || found->type == type || !bayan_desk_can_change (self))
    return;
  if (found->type == BAYAN_MENTION_OWN)
    {
      bayan_desk_label (self, found->span, type);
      return;
    }
  same = found->more == NULL ? find_same (self, found->span, type) : NULL;
  if (same != NULL)
    {
      change_to_same (self, found, same);
      return;
    }

  g_autofree char *words = bayan_reading_dup_words (self->reading, found);
  g_autoptr (BayanEntity) entity = link_words (self, words, type, NULL);
  g_autoptr (BayanMention) changed = bayan_mention_copy (found);
  BayanEdit *edit = bayan_edit_new ("change-type", words);
  bayan_edit_set_type (edit, mention, type, entity);
  bayan_edit_set_status (edit, mention, BAYAN_STATUS_CONFIRMED);
  changed->type = type;
  bayan_desk_teach (self, edit, found, BAYAN_STATUS_REJECTED, NULL);
  bayan_desk_teach (self, edit, changed, BAYAN_STATUS_CONFIRMED, entity);
  bayan_desk_apply_edit (self, edit);
}

/* The value is in the key where the recogniser could read one: "date:2021-06-28". */
static const char *
value_of (const BayanEntity *entity)
{
  switch (entity->type)
    {
    case BAYAN_MENTION_DATE:
    case BAYAN_MENTION_TIME:
    case BAYAN_MENTION_MONEY:
    case BAYAN_MENTION_CARDINAL:
    case BAYAN_MENTION_QUANTITY:
    case BAYAN_MENTION_PERCENT:
      return strchr (entity->key, ':') + 1;
    default:
      return NULL;
    }
}

/* The analyst says that @words at @span are a @type. @entity: (out) (transfer full): what they name then */
BayanMention *
bayan_desk_make_label (BayanDesk *self, BayanCleanSpan span, const char *words, BayanMentionType type, BayanEntity **entity)
{
  gboolean known;
  BayanMention *mention = bayan_mention_new (span, type, BAYAN_LAYER_ANALYST, "analyst");

  *entity = link_words (self, words, type, &known);
  mention->status = BAYAN_STATUS_CONFIRMED;
  bayan_mention_set_text (&mention->entity_key, (*entity)->key);
  if (known)
    bayan_mention_set_text (&mention->value, value_of (*entity));
  return mention;
}

static void
add_label (BayanDesk *self, BayanEdit *edit, BayanCleanSpan span, BayanMentionType type)
{
  g_autofree char *words = bayan_desk_dup_words (self, span);
  g_autoptr (BayanEntity) entity = NULL;
  g_autoptr (BayanMention) mention = bayan_desk_make_label (self, span, words, type, &entity);

  bayan_edit_add_mention (edit, bayan_reading_get_id (self->reading), mention, entity);
  bayan_desk_teach (self, edit, mention, BAYAN_STATUS_CONFIRMED, entity);
}

/* Makes it a part of @edit that @span is a @type: a mention that says so already, suggested or rejected, is confirmed.
 *
 * Returns: that mention; 0 where it is a new one */
gint64
bayan_desk_put_label (BayanDesk *self, BayanEdit *edit, BayanCleanSpan span, BayanMentionType type)
{
  const BayanMention *same = find_same (self, span, type);

  if (same == NULL)
    {
      add_label (self, edit, span, type);
      return 0;
    }
  if (same->status == BAYAN_STATUS_CONFIRMED)
    return same->id;
  bayan_edit_set_status (edit, same->id, BAYAN_STATUS_CONFIRMED);
  bayan_desk_teach (self, edit, same, BAYAN_STATUS_CONFIRMED, NULL);
  return same->id;
}

/**
 * bayan_desk_label:
 * @span: what the analyst selected in the reading; whole characters of it count, without white space at its
 * ends
 * @type: what it is
 *
 * Labels it. Where it is labelled so already, suggested or rejected, that mention is confirmed.
 */
void
bayan_desk_label (BayanDesk *self, BayanCleanSpan span, BayanMentionType type)
{
  const BayanMention *same;
  g_autofree char *words = NULL;
  BayanEdit *edit;

  if (self->reading == NULL || self->text_is_old || !bayan_desk_can_change (self))
    return;
  if (!bayan_span_snap (bayan_reading_get_statement (self->reading), &span))
    return;
  same = find_same (self, span, type);
  if (same != NULL && same->status == BAYAN_STATUS_CONFIRMED)
    return;
  words = bayan_desk_dup_words (self, span);
  edit = bayan_edit_new ("label", words);
  bayan_desk_put_label (self, edit, span, type);
  bayan_desk_apply_edit (self, edit);
}

static void travel_on (BayanDesk *self, const GError *error);

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BayanDesk) self = data;
  g_autoptr (GError) error = NULL;

  if (bayan_library_undo_finish (BAYAN_LIBRARY (source), result, &error))
    g_clear_error (&error);
  bayan_desk_end_act (self, error);
  travel_on (self, error);
}

static void
redone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BayanDesk) self = data;
  g_autoptr (GError) error = NULL;

  if (bayan_library_redo_finish (BAYAN_LIBRARY (source), result, &error))
    g_clear_error (&error);
  bayan_desk_end_act (self, error);
  travel_on (self, error);
}

void
bayan_desk_undo (BayanDesk *self)
{
  if (!bayan_desk_can_change (self))
    return;
  self->n_acts++;
  bayan_desk_stop_following (self);
  bayan_library_undo_async (self->library, NULL, undone_cb, g_object_ref (self));
}

void
bayan_desk_redo (BayanDesk *self)
{
  if (!bayan_desk_can_change (self))
    return;
  self->n_acts++;
  bayan_desk_stop_following (self);
  bayan_library_redo_async (self->library, NULL, redone_cb, g_object_ref (self));
}

/* One step nearer to the destination, if there is one. @error: (nullable): of the step before: no further */
static void
travel_on (BayanDesk *self, const GError *error)
{
  gint64 destination = self->destination;
  gboolean back = self->undo != NULL && self->undo->id > destination;
  gboolean forth = !back && self->redo != NULL && self->redo->id <= destination;

  if (destination < 0)
    return;
  if (error != NULL || self->library == NULL || !(back || forth))
    {
      self->destination = -1;
      bayan_desk_announce (self, 0);
      return;
    }
  if (back)
    bayan_desk_undo (self);
  else
    bayan_desk_redo (self);
}

/**
 * bayan_desk_travel_to:
 * @act: a number of BayanHistoryItem
 *
 * Each act on the way is undone or redone on its own and committed: whoever closes the program in between finds it where it
 * was. Nothing happens while the desk is on its way already.
 */
void
bayan_desk_travel_to (BayanDesk *self, gint64 act)
{
  if (self->destination >= 0 || !bayan_desk_can_change (self))
    return;
  self->destination = act;
  travel_on (self, NULL);
}

gboolean
bayan_desk_get_travels (BayanDesk *self)
{
  return self->destination >= 0;
}

gboolean
bayan_desk_get_can_undo (BayanDesk *self)
{
  return self->undo != NULL && bayan_desk_get_read_only (self) == NULL;
}

gboolean
bayan_desk_get_can_redo (BayanDesk *self)
{
  return self->redo != NULL && bayan_desk_get_read_only (self) == NULL;
}

static const char *
read_label (const BayanActLabel *label, const char **subject)
{
  if (subject != NULL)
    *subject = label != NULL ? label->subject : NULL;
  return label != NULL ? label->act : NULL;
}

/**
 * bayan_desk_get_undo_act:
 * @subject: (out) (optional) (nullable): the words it was done to; for an import the number of statements
 *
 * Returns: (nullable): the act that undo would take back
 */
const char *
bayan_desk_get_undo_act (BayanDesk *self, const char **subject)
{
  return read_label (self->undo, subject);
}

const char *
bayan_desk_get_redo_act (BayanDesk *self, const char **subject)
{
  return read_label (self->redo, subject);
}
