/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-act-item-private.h"

#include <string.h>

/* Of the sentence, as much as says where the words stand: a row has room for two lines. */
#define BEFORE_CHARS 40
#define AFTER_CHARS 160
#define CUT "…"

struct _BayanActItem {
  GObject parent_instance;
  BayanActFacts facts;
};

G_DEFINE_FINAL_TYPE (BayanActItem, bayan_act_item, G_TYPE_OBJECT)

enum { PROP_0, PROP_STATUS, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
finalize (GObject *object)
{
  BayanActFacts *facts = &BAYAN_ACT_ITEM (object)->facts;

  g_strfreev (facts->actors);
  g_free (facts->words);
  g_free (facts->before);
  g_free (facts->after);
  g_free (facts->about);
  g_free (facts->quotation);
  g_free (facts->amount);
  g_free (facts->value);
  g_free (facts->deadline);
  G_OBJECT_CLASS (bayan_act_item_parent_class)->finalize (object);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_STATUS)
    g_value_set_uint (value, BAYAN_ACT_ITEM (object)->facts.status);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bayan_act_item_class_init (BayanActItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = get_property;
  object_class->finalize = finalize;
  properties[PROP_STATUS] = g_param_spec_uint ("status", NULL, NULL, 0, G_MAXUINT, BAYAN_STATUS_SUGGESTED,
                                               G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY
                                                   | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bayan_act_item_init (BayanActItem *self)
{
}

/**
 * bayan_act_item_get_facts:
 *
 * Returns: (transfer none): what it says, as long as it lives
 */
const BayanActFacts *
bayan_act_item_get_facts (BayanActItem *self)
{
  return &self->facts;
}

BayanMentionStatus
bayan_act_item_get_status (BayanActItem *self)
{
  return self->facts.status;
}

/* TRUE if both say the same, whatever is said of it. */
gboolean
bayan_act_item_says_same (BayanActItem *self, BayanActItem *other)
{
  const BayanActFacts *a = &self->facts, *b = &other->facts;

  return a->kind == b->kind && a->act_class == b->act_class && a->negated == b->negated
         && a->source == b->source && a->role == b->role && a->count == b->count
         && bayan_clean_span_equal (a->place, b->place) && bayan_clean_span_equal (a->judged_at, b->judged_at)
         && g_strv_equal ((const char *const *) a->actors, (const char *const *) b->actors)
         && g_strcmp0 (a->about, b->about) == 0 && g_strcmp0 (a->amount, b->amount) == 0
         && g_strcmp0 (a->deadline, b->deadline) == 0;
}

/* From now on the analyst says of it what is said of @other. */
void
bayan_act_item_take_status (BayanActItem *self, BayanActItem *other)
{
  if (self->facts.status == other->facts.status)
    return;
  self->facts.status = other->facts.status;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
}

/* Words of the statement */

static char *
dup_bytes (const BayanStatement *statement, guint32 start, guint32 end)
{
  return g_strdelimit (g_strndup (statement->text + start, end - start), "\n\t", ' ');
}

/* NULL for a span without bytes. */
static char *
dup_words (const BayanStatement *statement, BayanCleanSpan span)
{
  return bayan_clean_span_length_bytes (span) > 0 ? dup_bytes (statement, span.start.byte, span.end.byte)
                                                  : NULL;
}

/* The line that holds @span. */
static BayanCleanSpan
find_line (const BayanStatement *statement, BayanCleanSpan span)
{
  guint32 start = span.start.byte;
  const char *end = memchr (statement->text + span.end.byte, '\n',
                            statement->text_length_bytes - span.end.byte);

  while (start > 0 && statement->text[start - 1] != '\n')
    start--;
  return bayan_clean_span (start, end != NULL ? (guint32) (end - statement->text)
                                              : (guint32) statement->text_length_bytes);
}

/* A word is not cut in two. */
static char *
dup_before (const BayanStatement *statement, BayanCleanSpan within, guint32 at)
{
  const char *first = statement->text + within.start.byte, *end = statement->text + at, *from = end;
  g_autofree char *words = NULL;

  for (guint i = 0; i < BEFORE_CHARS && from > first; i++)
    from = g_utf8_prev_char (from);
  while (from > first && from < end && *from != ' ')
    from++;
  words = dup_bytes (statement, (guint32) (from - statement->text), at);
  return g_strconcat (from > first ? CUT : "", words, NULL);
}

static char *
dup_after (const BayanStatement *statement, BayanCleanSpan within, guint32 at)
{
  const char *start = statement->text + at, *last = statement->text + within.end.byte, *to = start;
  g_autofree char *words = NULL;

  for (guint i = 0; i < AFTER_CHARS && to < last; i++)
    to = g_utf8_next_char (to);
  while (to < last && to > start && *to != ' ')
    to--;
  words = dup_bytes (statement, at, (guint32) (to - statement->text));
  return g_strconcat (words, to < last ? CUT : "", NULL);
}

/* Making */

/* @sentence: its line where it has no bytes */
static BayanActItem *
new_item (const BayanStatement *statement, BayanActItemKind kind, BayanCleanSpan place,
          BayanCleanSpan sentence)
{
  BayanActItem *self = g_object_new (BAYAN_TYPE_ACT_ITEM, NULL);
  BayanCleanSpan within = bayan_clean_span_contains (sentence, place) ? sentence
                                                                      : find_line (statement, place);

  self->facts.kind = kind;
  self->facts.judged_as = kind == BAYAN_ACT_ITEM_PLEDGE ? BAYAN_JUDGED_PLEDGE : BAYAN_JUDGED_ACT;
  self->facts.judged_at = place;
  self->facts.place = place;
  self->facts.words = dup_bytes (statement, place.start.byte, place.end.byte);
  self->facts.before = dup_before (statement, within, place.start.byte);
  self->facts.after = dup_after (statement, within, place.end.byte);
  return self;
}

static char **
dup_actors (const BayanStatement *statement, GPtrArray *actors)
{
  char **words = g_new0 (char *, actors->len + 1);

  for (guint i = 0; i < actors->len; i++)
    {
      BayanCleanSpan span = ((const BayanActor *) actors->pdata[i])->span;

      words[i] = dup_bytes (statement, span.start.byte, span.end.byte);
    }
  return words;
}

static BayanActItem *
new_act (const BayanStatement *statement, const BayanAct *act)
{
  BayanActItem *self = new_item (statement, BAYAN_ACT_ITEM_ACT, act->verb, act->sentence);

  self->facts.act_class = act->act_class;
  self->facts.negated = act->negated;
  self->facts.source = act->source;
  self->facts.actors = dup_actors (statement, act->actors);
  self->facts.about = dup_words (statement, act->target);
  self->facts.quotation = dup_words (statement, act->quotation);
  return self;
}

static char *
dup_amount (const BayanStatement *statement, const BayanPledge *pledge)
{
  BayanCleanSpan modifier = pledge->modifier, amount = pledge->amount_span;
  g_autofree char *before = dup_words (statement, modifier);
  char *words = dup_words (statement, amount);
  char *both;

  if (before == NULL || words == NULL || bayan_clean_span_contains (amount, modifier))
    return words;
  both = g_strconcat (before, " ", words, NULL);
  g_free (words);
  return both;
}

/* That of the act with the same verb; one without bytes where the verb is no act. */
static BayanCleanSpan
find_sentence (GHashTable *act_by_verb, const BayanPledge *pledge)
{
  const BayanAct *act = g_hash_table_lookup (act_by_verb, GUINT_TO_POINTER (pledge->verb.start.byte));

  return act != NULL ? act->sentence : bayan_clean_span (0, 0);
}

static BayanActItem *
new_pledge (const BayanStatement *statement, const BayanPledge *pledge, BayanCleanSpan sentence)
{
  BayanCleanSpan place = bayan_clean_span_length_bytes (pledge->verb) > 0 ? pledge->verb
                                                                          : pledge->amount_span;
  BayanActItem *self = new_item (statement, BAYAN_ACT_ITEM_PLEDGE, place, sentence);

  if (bayan_clean_span_length_bytes (pledge->amount_span) > 0) /* one verb may pledge several */
    self->facts.judged_at = pledge->amount_span;
  self->facts.actors = dup_actors (statement, pledge->actors);
  self->facts.about = dup_words (statement, pledge->purpose);
  self->facts.amount = dup_amount (statement, pledge);
  self->facts.value = g_strdup (pledge->amount);
  self->facts.deadline = dup_words (statement, pledge->deadline);
  return self;
}

static BayanActItem *
new_part (const BayanStatement *statement, const BayanRole *role)
{
  BayanCleanSpan place = role->actor != NULL ? role->actor->span : role->cue;
  BayanActItem *self = new_item (statement, BAYAN_ACT_ITEM_PART, place, bayan_clean_span (0, 0));

  self->facts.role = role->kind;
  self->facts.judged_as = bayan_role_kind_to_string (role->kind);
  self->facts.count = role->count;
  self->facts.actors = g_new0 (char *, 2);
  if (role->actor != NULL)
    self->facts.actors[0] = g_strdup (self->facts.words);
  self->facts.about = dup_words (statement, role->of);
  return self;
}

/**
 * bayan_act_item_list:
 * @acts: of @statement
 * @verdicts: (element-type BayanActVerdict): what the analyst says of them
 *
 * Returns: (transfer full) (element-type BayanActItem): the acts, then the pledges, then the parts, each in the order
 *   of the text
 */
GPtrArray *
bayan_act_item_list (const BayanStatement *statement, const BayanActs *acts, const GArray *verdicts)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) act_by_verb = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < acts->acts->len; i++)
    {
      BayanAct *act = acts->acts->pdata[i];

      g_hash_table_insert (act_by_verb, GUINT_TO_POINTER (act->verb.start.byte), act);
      g_ptr_array_add (items, new_act (statement, act));
    }
  for (guint i = 0; i < acts->pledges->len; i++)
    g_ptr_array_add (items, new_pledge (statement, acts->pledges->pdata[i],
                                        find_sentence (act_by_verb, acts->pledges->pdata[i])));
  for (guint i = 0; i < acts->roles->len; i++)
    g_ptr_array_add (items, new_part (statement, acts->roles->pdata[i]));
  for (guint i = 0; i < items->len; i++)
    {
      BayanActFacts *facts = &BAYAN_ACT_ITEM (items->pdata[i])->facts;

      facts->status = bayan_act_verdicts_find (verdicts, facts->judged_as,
                                               bayan_offset_map_to_raw (statement->map, facts->judged_at));
      facts->is_first = i == 0 || BAYAN_ACT_ITEM (items->pdata[i - 1])->facts.kind != facts->kind;
    }
  return items;
}
