/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-reading-private.h"

struct _BayanReading {
  GObject parent_instance;
  gint64 id;
  BayanStatement *statement;
  GPtrArray *mentions;   /* of BayanMention, by bayan_mention_compare(); replaced as a whole, never changed */
  GArray *verdicts;      /* of BayanActVerdict; replaced as a whole, never changed */
  GArray *all_relations; /* of BayanRelation, rejected ones and those of rejected mentions, too */
  GArray *relations;     /* of BayanRelation; replaced as a whole, never changed */
  GHashTable *by_id;     /* gint64 * in the mention → BayanMention, borrowed from @mentions */
};

G_DEFINE_FINAL_TYPE (BayanReading, bayan_reading, G_TYPE_OBJECT)

static void
finalize (GObject *object)
{
  BayanReading *self = BAYAN_READING (object);

  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->mentions);
  g_array_unref (self->verdicts);
  g_array_unref (self->all_relations);
  g_array_unref (self->relations);
  bayan_statement_unref (self->statement);
  G_OBJECT_CLASS (bayan_reading_parent_class)->finalize (object);
}

static void
bayan_reading_class_init (BayanReadingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;
}

static void
bayan_reading_init (BayanReading *self)
{
  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
}

static int
compare_mentions (gconstpointer a, gconstpointer b)
{
  const BayanMention *first = *(const BayanMention *const *) a, *second = *(const BayanMention *const *) b;
  int order = bayan_mention_compare (first, second);

  return order != 0 ? order : (first->id > second->id) - (first->id < second->id);
}

static void
learn_id (BayanReading *self, BayanMention *mention)
{
  g_hash_table_replace (self->by_id, &mention->id, mention);
}

static gboolean
stands (BayanReading *self, gint64 id)
{
  const BayanMention *mention = bayan_reading_find_mention (self, id);

  return mention != NULL && mention->status != BAYAN_STATUS_REJECTED;
}

/* What is to be seen of the relations, after the mentions or they have changed */
static void
choose_relations (BayanReading *self)
{
  g_clear_pointer (&self->relations, g_array_unref);
  self->relations = g_array_new (FALSE, FALSE, sizeof (BayanRelation));
  for (guint i = 0; i < self->all_relations->len; i++)
    {
      BayanRelation relation = g_array_index (self->all_relations, BayanRelation, i);

      if (!relation.is_rejected && stands (self, relation.source) && stands (self, relation.target))
        g_array_append_val (self->relations, relation);
    }
}

static GPtrArray *
new_mentions (guint size)
{
  return g_ptr_array_new_full (size, (GDestroyNotify) bayan_mention_free);
}

BayanReading *
bayan_reading_new (const BayanOpenStatement *open)
{
  BayanReading *self = g_object_new (BAYAN_TYPE_READING, NULL);
  GPtrArray *mentions = new_mentions (open->mentions->len);

  self->id = open->id;
  self->statement = bayan_statement_ref (open->statement);
  for (guint i = 0; i < open->mentions->len; i++)
    {
      g_ptr_array_add (mentions, bayan_mention_share (open->mentions->pdata[i]));
      learn_id (self, mentions->pdata[i]);
    }
  g_ptr_array_sort (mentions, compare_mentions);
  self->mentions = mentions;
  self->verdicts = g_array_ref (open->verdicts);
  self->all_relations = g_array_copy (open->relations);
  choose_relations (self);
  return self;
}

/* Mention id → its new form, NULL if it is no more. Only those of this statement. */
static GHashTable *
collect_news (BayanReading *self, const BayanLibraryChange *change)
{
  GHashTable *news = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < change->mentions_removed->len; i++)
    {
      gint64 *id = &g_array_index (change->mentions_removed, gint64, i);
      if (g_hash_table_contains (self->by_id, id))
        g_hash_table_insert (news, id, NULL);
    }
  for (guint i = 0; i < change->mentions_changed->len; i++)
    {
      const BayanPlacedMention *placed = change->mentions_changed->pdata[i];
      if (placed->statement == self->id)
        g_hash_table_insert (news, &placed->mention->id, placed->mention);
    }
  return news;
}

/* Returns: (element-type BayanMention): copies of the new forms in @news, in order, without free function */
static GPtrArray *
copy_forms (GHashTable *news)
{
  GPtrArray *forms = g_ptr_array_sized_new (g_hash_table_size (news));
  GHashTableIter iter;
  gpointer mention;

  g_hash_table_iter_init (&iter, news);
  while (g_hash_table_iter_next (&iter, NULL, &mention))
    if (mention != NULL)
      g_ptr_array_add (forms, bayan_mention_copy (mention));
  g_ptr_array_sort (forms, compare_mentions);
  return forms;
}

/* Takes what is in @news out of the table.
 *
 * Returns: (element-type BayanMention): what stood there, in order, without free function */
static GPtrArray *
forget_ids (BayanReading *self, GHashTable *news)
{
  GPtrArray *gone = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id, mention;

  g_hash_table_iter_init (&iter, news);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (g_hash_table_steal_extended (self->by_id, id, NULL, &mention))
      g_ptr_array_add (gone, mention);
  g_ptr_array_sort (gone, compare_mentions);
  return gone;
}

/* Returns: @forms and those of @self but for @gone, in order. These are shared: an act is about few of many. */
static GPtrArray *
merge_mentions (BayanReading *self, const GPtrArray *gone, const GPtrArray *forms)
{
  GPtrArray *mentions = new_mentions (self->mentions->len + forms->len);
  guint next_gone = 0, next = 0;

  for (guint i = 0; i < self->mentions->len; i++)
    {
      BayanMention *mention = self->mentions->pdata[i];

      if (next_gone < gone->len && gone->pdata[next_gone] == mention)
        {
          next_gone++;
          continue;
        }
      while (next < forms->len && compare_mentions (&forms->pdata[next], &self->mentions->pdata[i]) < 0)
        g_ptr_array_add (mentions, forms->pdata[next++]);
      g_ptr_array_add (mentions, bayan_mention_share (mention));
    }
  while (next < forms->len)
    g_ptr_array_add (mentions, forms->pdata[next++]);
  return mentions;
}

static gboolean
apply_mentions (BayanReading *self, const BayanLibraryChange *change)
{
  g_autoptr (GHashTable) news = collect_news (self, change);
  g_autoptr (GPtrArray) forms = NULL, gone = NULL;
  GPtrArray *mentions;

  if (g_hash_table_size (news) == 0)
    return FALSE;
  forms = copy_forms (news);
  gone = forget_ids (self, news);
  mentions = merge_mentions (self, gone, forms);
  for (guint i = 0; i < forms->len; i++)
    learn_id (self, forms->pdata[i]);
  g_ptr_array_unref (self->mentions);
  self->mentions = mentions;
  return TRUE;
}

/* Those of @self without the one that speaks of what @verdict does, and @verdict. */
static GArray *
replace_verdict (BayanReading *self, const BayanActVerdict *verdict)
{
  GArray *verdicts = g_array_new (FALSE, FALSE, sizeof (BayanActVerdict));

  for (guint i = 0; i < self->verdicts->len; i++)
    {
      const BayanActVerdict *other = &g_array_index (self->verdicts, BayanActVerdict, i);

      if (!bayan_act_verdict_is_of_same (other, verdict))
        g_array_append_val (verdicts, *other);
    }
  g_array_append_val (verdicts, *verdict);
  return verdicts;
}

static gboolean
apply_verdicts (BayanReading *self, const BayanLibraryChange *change)
{
  gboolean any = FALSE;

  for (guint i = 0; i < change->verdicts_changed->len; i++)
    {
      const BayanPlacedVerdict *placed = &g_array_index (change->verdicts_changed, BayanPlacedVerdict, i);
      GArray *verdicts;

      if (placed->statement != self->id)
        continue;
      verdicts = replace_verdict (self, &placed->verdict);
      g_array_unref (self->verdicts);
      self->verdicts = verdicts;
      any = TRUE;
    }
  return any;
}

static void
remove_relation (GArray *relations, const BayanRelation *relation)
{
  for (guint i = 0; i < relations->len; i++)
    if (bayan_relation_equal (&g_array_index (relations, BayanRelation, i), relation))
      {
        g_array_remove_index (relations, i);
        return;
      }
}

static gboolean
apply_relations (BayanReading *self, const BayanLibraryChange *change)
{
  gboolean any = FALSE;

  for (guint i = 0; i < change->relations_changed->len; i++)
    {
      const BayanRelationChange *told = &g_array_index (change->relations_changed, BayanRelationChange, i);

      if (told->statement != self->id)
        continue;
      remove_relation (self->all_relations, &told->relation);
      if (told->stands)
        g_array_append_val (self->all_relations, told->relation);
      any = TRUE;
    }
  return any;
}

/**
 * bayan_reading_apply_change:
 * @change: one that did not change the text
 *
 * Returns: whether the mentions are other ones now, or are other things to one another, or other things are said of what the
 *   statement does
 */
gboolean
bayan_reading_apply_change (BayanReading *self, const BayanLibraryChange *change)
{
  gboolean mentions = apply_mentions (self, change), verdicts = apply_verdicts (self, change);
  gboolean relations = apply_relations (self, change);

  if (mentions || relations)
    choose_relations (self);
  return mentions || verdicts || relations;
}

gint64
bayan_reading_get_id (BayanReading *self)
{
  return self->id;
}

const BayanStatement *
bayan_reading_get_statement (BayanReading *self)
{
  return self->statement;
}

GPtrArray *
bayan_reading_get_mentions (BayanReading *self)
{
  return self->mentions;
}

GArray *
bayan_reading_get_verdicts (BayanReading *self)
{
  return self->verdicts;
}

GArray *
bayan_reading_get_relations (BayanReading *self)
{
  return self->relations;
}

static gboolean
holds (const GArray *relations, const BayanRelation *relation)
{
  for (guint i = 0; i < relations->len; i++)
    if (bayan_relation_equal (&g_array_index (relations, BayanRelation, i), relation))
      return TRUE;
  return FALSE;
}

gboolean
bayan_reading_has_relation (BayanReading *self, const BayanRelation *relation)
{
  return holds (self->relations, relation);
}

/* Whether the analyst says that @relation is not so */
gboolean
bayan_reading_has_rejected (BayanReading *self, const BayanRelation *relation)
{
  BayanRelation rejected = *relation;

  rejected.is_rejected = TRUE;
  return holds (self->all_relations, &rejected);
}

/* Whether @mention is anything to another one, rejected or not */
gboolean
bayan_reading_is_related (BayanReading *self, gint64 mention)
{
  for (guint i = 0; i < self->all_relations->len; i++)
    {
      const BayanRelation *relation = &g_array_index (self->all_relations, BayanRelation, i);

      if (relation->source == mention || relation->target == mention)
        return TRUE;
    }
  return FALSE;
}

/**
 * bayan_reading_dup_words:
 *
 * Returns: (transfer full): the words of @mention, on one line; " … " stands between its parts
 */
char *
bayan_reading_dup_words (BayanReading *self, const BayanMention *mention)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < bayan_mention_get_n_parts (mention); i++)
    {
      BayanCleanSpan part = bayan_mention_get_part (mention, i);

      if (i > 0)
        g_string_append (words, " … ");
      g_string_append_len (words, self->statement->text + part.start.byte,
                           bayan_clean_span_length_bytes (part));
    }
  return g_strdelimit (g_string_free (words, FALSE), "\n", ' ');
}

/**
 * bayan_reading_find_mention:
 *
 * Returns: (transfer none) (nullable): valid until the mentions change
 */
const BayanMention *
bayan_reading_find_mention (BayanReading *self, gint64 id)
{
  return g_hash_table_lookup (self->by_id, &id);
}

static int
compare_innermost_first (gconstpointer a, gconstpointer b)
{
  const BayanMention *first = *(const BayanMention *const *) a, *second = *(const BayanMention *const *) b;
  guint32 length_a = bayan_clean_span_length_bytes (first->span);
  guint32 length_b = bayan_clean_span_length_bytes (second->span);

  return length_a != length_b ? (length_a < length_b ? -1 : 1) : -compare_mentions (a, b);
}

static gboolean
covers (const BayanMention *mention, BayanCleanPos at)
{
  for (guint i = 0; i < bayan_mention_get_n_parts (mention); i++)
    {
      BayanCleanSpan part = bayan_mention_get_part (mention, i);

      if (part.start.byte <= at.byte && at.byte < part.end.byte)
        return TRUE;
    }
  return FALSE;
}

/**
 * bayan_reading_get_mentions_at:
 *
 * Returns: (transfer container) (element-type BayanMention): those over the byte @at, the shortest first,
 * rejected ones too
 */
GPtrArray *
bayan_reading_get_mentions_at (BayanReading *self, BayanCleanPos at)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < self->mentions->len; i++)
    {
      BayanMention *mention = self->mentions->pdata[i];
      if (mention->span.start.byte > at.byte)
        break;
      if (covers (mention, at))
        g_ptr_array_add (found, mention);
    }
  g_ptr_array_sort (found, compare_innermost_first);
  return found;
}
