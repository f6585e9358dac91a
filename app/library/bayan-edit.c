/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-edit.h"

static void
step_free (gpointer data)
{
  BayanEditStep *step = data;

  g_clear_pointer (&step->mention, bayan_mention_free);
  g_clear_pointer (&step->text, bayan_statement_unref);
  g_clear_pointer (&step->mentions, g_ptr_array_unref);
  g_clear_pointer (&step->detail, bayan_detail_free);
  g_clear_pointer (&step->group, bayan_statement_group_free);
  g_clear_pointer (&step->lesson, bayan_lesson_free);
  g_clear_pointer (&step->name, bayan_own_name_free);
  g_clear_pointer (&step->label, bayan_own_label_free);
  g_clear_pointer (&step->note, bayan_note_free);
  g_clear_pointer (&step->own, bayan_own_entity_free);
  g_clear_pointer (&step->entity, bayan_entity_free);
  g_strfreev (step->variants);
  g_clear_pointer (&step->entities, g_ptr_array_unref);
  g_free (step->site);
  g_free (step->words);
  g_free (step->keys[0]);
  g_free (step->keys[1]);
  g_free (step);
}

static BayanEditStep *
add_step (BayanEdit *self, BayanEditKind kind)
{
  BayanEditStep *step = g_new0 (BayanEditStep, 1);

  step->kind = kind;
  step->entities = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_entity_free);
  g_ptr_array_add (self->steps, step);
  return step;
}

/**
 * bayan_edit_new:
 * @act: what it is, see BayanActLabel
 * @subject: the words it is done to, or ""
 *
 * Returns: (transfer full): an act that changes nothing yet
 */
BayanEdit *
bayan_edit_new (const char *act, const char *subject)
{
  BayanEdit *self = g_new (BayanEdit, 1);

  self->act = g_strdup (act);
  self->subject = g_strdup (subject != NULL ? subject : "");
  self->steps = g_ptr_array_new_with_free_func (step_free);
  return self;
}

void
bayan_edit_free (BayanEdit *self)
{
  g_free (self->act);
  g_free (self->subject);
  g_ptr_array_unref (self->steps);
  g_free (self);
}

/**
 * bayan_edit_add_mention:
 * @statement: where
 * @mention: copied; its id is not looked at
 * @entity: (nullable): what it names; copied. Where it is NULL the mention's own key counts.
 */
void
bayan_edit_add_mention (BayanEdit *self, gint64 statement, const BayanMention *mention,
                        const BayanEntity *entity)
{
  BayanEditStep *step = add_step (self, BAYAN_EDIT_ADD_MENTION);

  step->statement = statement;
  step->mention = bayan_mention_copy (mention);
  if (entity == NULL)
    return;
  g_ptr_array_add (step->entities, bayan_entity_copy (entity));
  bayan_mention_set_text (&step->mention->entity_key, entity->key);
}

void
bayan_edit_set_status (BayanEdit *self, gint64 mention, BayanMentionStatus status)
{
  BayanEditStep *step = add_step (self, BAYAN_EDIT_SET_STATUS);

  step->mention_id = mention;
  step->status = status;
}

/**
 * bayan_edit_set_type:
 * @entity: (nullable): what it names as a @type; NULL for nothing
 *
 * The provenance becomes the analyst's, and a value that belonged to the old type goes.
 */
void
bayan_edit_set_type (BayanEdit *self, gint64 mention, BayanMentionType type, const BayanEntity *entity)
{
  BayanEditStep *step = add_step (self, BAYAN_EDIT_SET_TYPE);

  step->mention_id = mention;
  step->type = type;
  if (entity != NULL)
    g_ptr_array_add (step->entities, bayan_entity_copy (entity));
}

/**
 * bayan_edit_set_parts:
 * @like: where @mention stands from now on: its parts
 * @entity: (nullable): what it names then; NULL for what it named before
 *
 * The analyst says so, who thereby confirms it. A value belonged to the words before, and goes.
 */
void
bayan_edit_set_parts (BayanEdit *self, gint64 mention, const BayanMention *like, const BayanEntity *entity)
{
  BayanEditStep *step = add_step (self, BAYAN_EDIT_SET_PARTS);

  step->mention_id = mention;
  step->mention = bayan_mention_copy (like);
  if (entity != NULL)
    g_ptr_array_add (step->entities, bayan_entity_copy (entity));
}

/**
 * bayan_edit_set_text:
 * @id: which statement
 * @statement: (transfer none): what it is now; the source must be the same
 * @mentions: (element-type BayanMention): all that stand in the new text; those with an id keep it
 * @entities: (nullable) (element-type BayanEntity): what they name
 */
void
bayan_edit_set_text (BayanEdit *self, gint64 id, BayanStatement *statement, GPtrArray *mentions,
                     GPtrArray *entities)
{
  BayanEditStep *step = add_step (self, BAYAN_EDIT_SET_TEXT);

  step->statement = id;
  step->text = bayan_statement_ref (statement);
  step->mentions = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_mention_free);
  for (guint i = 0; i < mentions->len; i++)
    g_ptr_array_add (step->mentions, bayan_mention_copy (g_ptr_array_index (mentions, i)));
  for (guint i = 0; entities != NULL && i < entities->len; i++)
    g_ptr_array_add (step->entities, bayan_entity_copy (g_ptr_array_index (entities, i)));
}

/**
 * bayan_edit_set_detail:
 * @statement: whose
 * @detail: copied; takes the place of the one of its field
 */
void
bayan_edit_set_detail (BayanEdit *self, gint64 statement, const BayanDetail *detail)
{
  BayanEditStep *step = add_step (self, BAYAN_EDIT_SET_DETAIL);

  step->statement = statement;
  step->detail = bayan_detail_copy (detail);
}

/**
 * bayan_edit_clear_detail:
 *
 * From now on nothing is known of @field; nothing happens where nothing was.
 */
void
bayan_edit_clear_detail (BayanEdit *self, gint64 statement, BayanDetailField field)
{
  BayanEditStep *step = add_step (self, BAYAN_EDIT_CLEAR_DETAIL);

  step->statement = statement;
  step->field = field;
}

/**
 * bayan_edit_set_group:
 * @group: copied; a new one has at least two statements
 */
void
bayan_edit_set_group (BayanEdit *self, const BayanStatementGroup *group)
{
  BayanEditStep *step;

  g_return_if_fail (group->id != 0 || group->statements->len >= 2);
  step = add_step (self, BAYAN_EDIT_SET_GROUP);
  step->group = bayan_statement_group_copy (group);
}

/**
 * bayan_edit_choose_line:
 * @site: whose pages
 * @line: see bayan_site_memory_hash_line()
 * @choice: BAYAN_SITE_CHOICE_NONE takes back what was chosen
 */
void
bayan_edit_choose_line (BayanEdit *self, const char *site, guint64 line, BayanSiteChoice choice)
{
  BayanEditStep *step = add_step (self, BAYAN_EDIT_CHOOSE_LINE);

  step->site = g_strdup (site);
  step->line = line;
  step->choice = choice;
}

/**
 * bayan_edit_remove_suggestion:
 *
 * It is suggested no longer.
 */
void
bayan_edit_remove_suggestion (BayanEdit *self, gint64 mention)
{
  BayanEditStep *step = add_step (self, BAYAN_EDIT_REMOVE_SUGGESTION);

  step->mention_id = mention;
}

gboolean
bayan_edit_is_empty (const BayanEdit *self)
{
  return self->steps->len == 0;
}

/**
 * bayan_edit_teach:
 * @lesson: what a decision of this edit teaches; takes the place of what its mention taught as the same type
 */
void
bayan_edit_teach (BayanEdit *self, const BayanLesson *lesson)
{
  BayanEditStep *step = add_step (self, BAYAN_EDIT_TEACH);

  step->lesson = bayan_lesson_copy (lesson);
  if (lesson->entity != NULL)
    g_ptr_array_add (step->entities, bayan_entity_copy (lesson->entity));
}

/* Nothing is learned any more of what was decided before. */
void
bayan_edit_forget_lessons (BayanEdit *self)
{
  add_step (self, BAYAN_EDIT_FORGET_LESSONS);
}

/* What @mention taught as a @type is not learned any more. */
void
bayan_edit_forget_lesson (BayanEdit *self, gint64 mention, BayanMentionType type)
{
  BayanEditStep *step = add_step (self, BAYAN_EDIT_FORGET_LESSON);

  step->mention_id = mention;
  step->type = type;
}

/**
 * bayan_edit_set_name:
 * @name: kept; takes the place of the one of its id; one whose id is 0 is new
 */
void
bayan_edit_set_name (BayanEdit *self, const BayanOwnName *name)
{
  BayanEditStep *step = add_step (self, BAYAN_EDIT_SET_NAME);

  step->name = bayan_own_name_copy (name);
}

void
bayan_edit_remove_name (BayanEdit *self, gint64 id)
{
  BayanEditStep *step = add_step (self, BAYAN_EDIT_REMOVE_NAME);

  step->name_id = id;
}

/**
 * bayan_edit_set_label:
 * @label: kept; takes the place of the one of its id; one whose id is 0 is new
 */
void
bayan_edit_set_label (BayanEdit *self, const BayanOwnLabel *label)
{
  BayanEditStep *step = add_step (self, BAYAN_EDIT_SET_LABEL);

  step->label = bayan_own_label_copy (label);
}

static void
add_removal (BayanEdit *self, BayanEditKind kind, gint64 id)
{
  BayanEditStep *step = add_step (self, kind);

  step->name_id = id;
}

/* The mentions with the label go, too. */
void
bayan_edit_remove_label (BayanEdit *self, gint64 id)
{
  add_removal (self, BAYAN_EDIT_REMOVE_LABEL, id);
}

void
bayan_edit_remove_mention (BayanEdit *self, gint64 mention)
{
  BayanEditStep *step = add_step (self, BAYAN_EDIT_REMOVE_MENTION);

  step->mention_id = mention;
}

/**
 * bayan_edit_set_note:
 * @id: the note that says this from now on; 0 for a new one
 * @note: kept
 */
void
bayan_edit_set_note (BayanEdit *self, gint64 id, const BayanNote *note)
{
  BayanEditStep *step = add_step (self, BAYAN_EDIT_SET_NOTE);

  step->name_id = id;
  step->note = bayan_note_copy (note);
}

void
bayan_edit_remove_note (BayanEdit *self, gint64 id)
{
  add_removal (self, BAYAN_EDIT_REMOVE_NOTE, id);
}

/**
 * bayan_edit_set_stage:
 * @who: whose work it is
 * @at: seconds since 1970
 */
void
bayan_edit_set_stage (BayanEdit *self, gint64 statement, BayanStage stage, const char *who, gint64 at)
{
  BayanEditStep *step = add_step (self, BAYAN_EDIT_SET_STAGE);

  step->statement = statement;
  step->stage = stage;
  step->words = g_strdup (who);
  step->at = at;
}

void
bayan_edit_set_tag (BayanEdit *self, gint64 statement, const char *tag, gboolean on)
{
  BayanEditStep *step = add_step (self, BAYAN_EDIT_SET_TAG);

  step->statement = statement;
  step->words = g_strdup (tag);
  step->on = on;
}

/**
 * bayan_edit_judge_act:
 * @verdict: what is said of it; suggested: nothing any more
 */
void
bayan_edit_judge_act (BayanEdit *self, gint64 statement, const BayanActVerdict *verdict)
{
  BayanEditStep *step = add_step (self, BAYAN_EDIT_JUDGE_ACT);

  step->statement = statement;
  step->verdict = *verdict;
}

static void
add_pair_step (BayanEdit *self, BayanEditKind kind, const char *one, const char *other)
{
  BayanEditStep *step = add_step (self, kind);

  step->keys[0] = g_strdup (one);
  step->keys[1] = g_strdup (other);
}

/**
 * bayan_edit_merge_entities:
 * @into: the key of an entity of the library
 * @from: the key of another one, which is the same
 *
 * The library gives the mentions of @from to @into, and knows from now on that the key means it.
 */
void
bayan_edit_merge_entities (BayanEdit *self, const char *into, const char *from)
{
  add_pair_step (self, BAYAN_EDIT_MERGE_ENTITIES, into, from);
}

/* It is kept that the entities with these keys are two. */
void
bayan_edit_part_entities (BayanEdit *self, const char *one, const char *other)
{
  add_pair_step (self, BAYAN_EDIT_PART_ENTITIES, one, other);
}

static void
add_relation_step (BayanEdit *self, BayanEditKind kind, const BayanRelation *relation)
{
  BayanEditStep *step = add_step (self, kind);

  step->relation = *relation;
}

/* Between two mentions of one statement. Where it is there already nothing happens. */
void
bayan_edit_add_relation (BayanEdit *self, const BayanRelation *relation)
{
  add_relation_step (self, BAYAN_EDIT_ADD_RELATION, relation);
}

void
bayan_edit_remove_relation (BayanEdit *self, const BayanRelation *relation)
{
  add_relation_step (self, BAYAN_EDIT_REMOVE_RELATION, relation);
}

/**
 * bayan_edit_hand_over_relations:
 * @from: a mention that is about to go, or to be rejected
 * @to: the one that comes in its place; 0 for the one that the edit has just added
 *
 * What @from is to others, @to is from now on.
 */
void
bayan_edit_hand_over_relations (BayanEdit *self, gint64 from, gint64 to)
{
  BayanEditStep *step = add_step (self, BAYAN_EDIT_HAND_OVER_RELATIONS);

  step->mention_id = from;
  step->heir = to;
}

/**
 * bayan_edit_set_entity:
 * @key: of an entity of the library
 * @own: kept; an empty one takes back what was said
 */
void
bayan_edit_set_entity (BayanEdit *self, const char *key, const BayanOwnEntity *own)
{
  BayanEditStep *step = add_step (self, BAYAN_EDIT_SET_ENTITY);

  step->keys[0] = g_strdup (key);
  step->own = bayan_own_entity_copy (own);
}

/**
 * bayan_edit_split_entity:
 * @key: of an entity of the library
 * @words: (array zero-terminated=1): see BayanVariant
 * @entity: what the new one says; kept. It gets another key where there is one with its key.
 */
void
bayan_edit_split_entity (BayanEdit *self, const char *key, const char *const *words,
                         const BayanEntity *entity)
{
  BayanEditStep *step = add_step (self, BAYAN_EDIT_SPLIT_ENTITY);

  step->keys[0] = g_strdup (key);
  step->variants = g_strdupv ((char **) words);
  step->entity = bayan_entity_copy (entity);
}
