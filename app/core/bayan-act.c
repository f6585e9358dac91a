/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-act.h"

static const struct {
  const char *name;
  BayanActFamily family;
} CLASSES[BAYAN_ACT_N_CLASSES] = {
  [BAYAN_ACT_CONVENE] = { "CONVENE", BAYAN_FAMILY_DECLARATIVE },
  [BAYAN_ACT_CHAIR] = { "CHAIR", BAYAN_FAMILY_DECLARATIVE },
  [BAYAN_ACT_BRIEF] = { "BRIEF", BAYAN_FAMILY_ASSERTIVE },
  [BAYAN_ACT_STATE] = { "STATE", BAYAN_FAMILY_ASSERTIVE },
  [BAYAN_ACT_STRESS] = { "STRESS", BAYAN_FAMILY_ASSERTIVE },
  [BAYAN_ACT_AGREE] = { "AGREE", BAYAN_FAMILY_COMMISSIVE },
  [BAYAN_ACT_COMMIT] = { "COMMIT", BAYAN_FAMILY_COMMISSIVE },
  [BAYAN_ACT_PLEDGE] = { "PLEDGE", BAYAN_FAMILY_COMMISSIVE },
  [BAYAN_ACT_SUPPORT] = { "SUPPORT", BAYAN_FAMILY_EXPRESSIVE },
  [BAYAN_ACT_WELCOME] = { "WELCOME", BAYAN_FAMILY_EXPRESSIVE },
  [BAYAN_ACT_PRAISE] = { "PRAISE", BAYAN_FAMILY_EXPRESSIVE },
  [BAYAN_ACT_ACKNOWLEDGE] = { "ACKNOWLEDGE", BAYAN_FAMILY_ASSERTIVE },
  [BAYAN_ACT_CONCERN] = { "CONCERN", BAYAN_FAMILY_EXPRESSIVE },
  [BAYAN_ACT_CONDEMN] = { "CONDEMN", BAYAN_FAMILY_EXPRESSIVE },
  [BAYAN_ACT_URGE] = { "URGE", BAYAN_FAMILY_DIRECTIVE },
  [BAYAN_ACT_DISCUSS] = { "DISCUSS", BAYAN_FAMILY_ASSERTIVE },
  [BAYAN_ACT_PRIORITISE] = { "PRIORITISE", BAYAN_FAMILY_DECLARATIVE },
};

static const char *const FAMILY_NAMES[] = { "assertive", "commissive", "directive", "expressive",
                                            "declarative" };
static const char *const SOURCE_NAMES[] = { "named", "inherited", "speaker", "unknown" };
static const char *const ROLE_NAMES[BAYAN_ROLE_N_KINDS] = { "host",        "chair",    "co-chair",
                                                            "participant", "observer", "new member" };

/**
 * bayan_act_class_to_string:
 *
 * Returns: (transfer none): the class as libraries and files hold it: "URGE". So too the functions of this name
 *   below.
 */
const char *
bayan_act_class_to_string (BayanActClass act_class)
{
  g_return_val_if_fail ((guint) act_class < BAYAN_ACT_N_CLASSES, NULL);
  return CLASSES[act_class].name;
}

/**
 * bayan_act_class_from_string:
 * @string: (nullable): what bayan_act_class_to_string() gives
 * @act_class: (out): the class; left as it is if there is none of that name
 *
 * Returns: FALSE if there is none. So too the function of this name below.
 */
gboolean
bayan_act_class_from_string (const char *string, BayanActClass *act_class)
{
  for (guint i = 0; i < BAYAN_ACT_N_CLASSES; i++)
    if (g_strcmp0 (CLASSES[i].name, string) == 0)
      {
        *act_class = (BayanActClass) i;
        return TRUE;
      }
  return FALSE;
}

const char *
bayan_act_family_to_string (BayanActFamily family)
{
  g_return_val_if_fail ((guint) family < G_N_ELEMENTS (FAMILY_NAMES), NULL);
  return FAMILY_NAMES[family];
}

/**
 * bayan_act_class_get_family:
 *
 * Returns: the illocutionary family that the class belongs to
 */
BayanActFamily
bayan_act_class_get_family (BayanActClass act_class)
{
  g_return_val_if_fail ((guint) act_class < BAYAN_ACT_N_CLASSES, BAYAN_FAMILY_ASSERTIVE);
  return CLASSES[act_class].family;
}

const char *
bayan_actor_source_to_string (BayanActorSource source)
{
  g_return_val_if_fail ((guint) source < G_N_ELEMENTS (SOURCE_NAMES), NULL);
  return SOURCE_NAMES[source];
}

const char *
bayan_role_kind_to_string (BayanRoleKind kind)
{
  g_return_val_if_fail ((guint) kind < BAYAN_ROLE_N_KINDS, NULL);
  return ROLE_NAMES[kind];
}

gboolean
bayan_role_kind_from_string (const char *string, BayanRoleKind *kind)
{
  for (guint i = 0; i < BAYAN_ROLE_N_KINDS; i++)
    if (g_strcmp0 (ROLE_NAMES[i], string) == 0)
      {
        *kind = (BayanRoleKind) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * bayan_actor_new:
 * @entity_key: (nullable): what its mention names
 * @iso3: (nullable): its country
 *
 * Returns: (transfer full): an actor
 */
BayanActor *
bayan_actor_new (BayanCleanSpan span, const char *entity_key, const char *iso3)
{
  BayanActor *self = g_slice_new0 (BayanActor);

  self->span = span;
  self->entity_key = g_strdup (entity_key);
  self->iso3 = g_strdup (iso3);
  return self;
}

/**
 * bayan_actor_copy:
 *
 * Returns: (transfer full): one that says the same. So too the functions of this name below.
 */
BayanActor *
bayan_actor_copy (const BayanActor *self)
{
  return bayan_actor_new (self->span, self->entity_key, self->iso3);
}

void
bayan_actor_free (BayanActor *self)
{
  g_free (self->entity_key);
  g_free (self->iso3);
  g_slice_free (BayanActor, self);
}

static GPtrArray *
new_actors (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_actor_free);
}

static GPtrArray *
copy_actors (GPtrArray *actors)
{
  GPtrArray *copy = new_actors ();

  for (guint i = 0; i < actors->len; i++)
    g_ptr_array_add (copy, bayan_actor_copy (actors->pdata[i]));
  return copy;
}

/**
 * bayan_act_new:
 * @rule: (transfer none): how it was found; a literal
 * @evidence: the row of the table that decided
 *
 * Returns: (transfer full): a suggested act without actors, for its maker to fill in
 */
BayanAct *
bayan_act_new (BayanCleanSpan verb, BayanActClass act_class, const char *rule, const char *evidence)
{
  BayanAct *self = g_slice_new0 (BayanAct);

  self->verb = verb;
  self->act_class = act_class;
  self->actors = new_actors ();
  self->source = BAYAN_ACTOR_UNKNOWN;
  self->status = BAYAN_STATUS_SUGGESTED;
  self->rule = rule;
  self->evidence = g_strdup (evidence);
  return self;
}

BayanAct *
bayan_act_copy (const BayanAct *self)
{
  BayanAct *copy = g_slice_dup (BayanAct, self);

  copy->actors = copy_actors (self->actors);
  copy->region_key = g_strdup (self->region_key);
  copy->evidence = g_strdup (self->evidence);
  return copy;
}

void
bayan_act_free (BayanAct *self)
{
  g_ptr_array_unref (self->actors);
  g_free (self->region_key);
  g_free (self->evidence);
  g_slice_free (BayanAct, self);
}

/* In reading order of the verbs; a verb is one act. */
int
bayan_act_compare (const BayanAct *a, const BayanAct *b)
{
  return bayan_clean_span_compare (a->verb, b->verb);
}

/**
 * bayan_pledge_new:
 *
 * Returns: (transfer full): a pledge of nobody and nothing yet, for its maker to fill in
 */
BayanPledge *
bayan_pledge_new (BayanCleanSpan verb, const char *rule)
{
  BayanPledge *self = g_new0 (BayanPledge, 1);

  self->verb = verb;
  self->actors = new_actors ();
  self->rule = rule;
  return self;
}

BayanPledge *
bayan_pledge_copy (const BayanPledge *self)
{
  BayanPledge *copy = g_memdup2 (self, sizeof *self);

  copy->actors = copy_actors (self->actors);
  copy->amount = g_strdup (self->amount);
  copy->total = g_strdup (self->total);
  copy->deadline_value = g_strdup (self->deadline_value);
  return copy;
}

void
bayan_pledge_free (BayanPledge *self)
{
  g_ptr_array_unref (self->actors);
  g_free (self->amount);
  g_free (self->total);
  g_free (self->deadline_value);
  g_free (self);
}

/**
 * bayan_role_new:
 * @actor: (transfer full) (nullable): who takes the part
 * @cue: the words that say so
 *
 * Returns: (transfer full): the part that @actor takes in the statement's own meeting
 */
BayanRole *
bayan_role_new (BayanRoleKind kind, BayanActor *actor, BayanCleanSpan cue, const char *rule)
{
  BayanRole *self = g_new0 (BayanRole, 1);

  self->kind = kind;
  self->actor = actor;
  self->cue = cue;
  self->rule = rule;
  return self;
}

BayanRole *
bayan_role_copy (const BayanRole *self)
{
  BayanRole *copy = g_memdup2 (self, sizeof *self);

  copy->actor = self->actor != NULL ? bayan_actor_copy (self->actor) : NULL;
  return copy;
}

void
bayan_role_free (BayanRole *self)
{
  g_clear_pointer (&self->actor, bayan_actor_free);
  g_free (self);
}

/**
 * bayan_acts_new:
 *
 * Returns: (transfer full): none, to be filled by its maker before anyone else sees it; it owns what is put into it
 */
BayanActs *
bayan_acts_new (void)
{
  BayanActs *self = g_new0 (BayanActs, 1);

  self->acts = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_act_free);
  self->pledges = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_pledge_free);
  self->roles = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_role_free);
  return self;
}

void
bayan_acts_free (BayanActs *self)
{
  g_ptr_array_unref (self->acts);
  g_ptr_array_unref (self->pledges);
  g_ptr_array_unref (self->roles);
  g_free (self);
}
