/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "robot.h"

#include <string.h>

#include "fixture.h"

#define LARGEST_BULK 40

static const char *const WORDS[] = {
  "العراق", "الأردن", "بغداد", "عمان",  "وزارة", "الخارجية", "اجتماع", "وفد", "أعلن", "بيان",
  "سلمان",  "الرئيس", "مجلس",  "الأمن", "قرار",  "لبنان",    "بيروت",  "شكر", "دان",  "هجوم",
};
static const char *const KEYS[] = { "iso:IRQ",     "iso:JOR",     "place:baghdad",
                                    "pers:salman", "org:council", "pers:selman" };

/* What an act is done to: all that there is when it begins. */
typedef struct {
  BayanLibrary *library;
  GRand *random;
  BayanLibraryIndex *index;
} Robot;

static guint
below (Robot *self, guint n)
{
  return (guint) g_rand_int_range (self->random, 0, (int) n);
}

static const char *
any_word (Robot *self)
{
  return WORDS[below (self, G_N_ELEMENTS (WORDS))];
}

static char *
make_words (Robot *self, guint n_words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", any_word (self));
  return g_string_free (text, FALSE);
}

static gint64
any_statement (Robot *self)
{
  const GPtrArray *headers = self->index->headers;

  return headers->len > 0 ? ((const BayanHeader *) headers->pdata[below (self, headers->len)])->id : 0;
}

static gboolean
is_visible (Robot *self, gint64 statement)
{
  for (guint i = 0; i < self->index->headers->len; i++)
    if (((const BayanHeader *) self->index->headers->pdata[i])->id == statement)
      return TRUE;
  return FALSE;
}

/* NULL where there is none. Tallies of statements that are not to be seen are among those of the index. */
static const BayanTally *
any_mention (Robot *self)
{
  const GArray *tallies = self->index->tallies;

  for (guint i = 0; tallies->len > 0 && i < 8; i++)
    {
      const BayanTally *tally = &g_array_index (tallies, BayanTally, below (self, tallies->len));

      if (is_visible (self, tally->statement))
        return tally;
    }
  return NULL;
}

static BayanMentionType
any_type (Robot *self)
{
  return (BayanMentionType) below (self, BAYAN_MENTION_N_TYPES);
}

static BayanMention *
make_any_mention (Robot *self, const char *text)
{
  guint length = (guint) strlen (text);
  guint longest = 2 + below (self, 30), start, end;
  BayanMention *mention;

  for (start = below (self, length); (text[start] & 0xC0) == 0x80; start++)
    ;
  for (end = MIN (start + longest, length); end < length && (text[end] & 0xC0) == 0x80; end++)
    ;
  mention = bayan_mention_new (bayan_clean_span (start, end), any_type (self), BAYAN_LAYER_ANALYST,
                               "analyst");
  if (below (self, 3) > 0)
    bayan_mention_set_text (&mention->entity_key, KEYS[below (self, G_N_ELEMENTS (KEYS))]);
  return mention;
}

/* The acts. One that finds nothing to be done to does nothing. */

static void
add_pieces (Robot *self, BayanStatement *statement)
{
  if (below (self, 2) == 0)
    bayan_statement_take_detail (statement,
                                 bayan_detail_new (BAYAN_DETAIL_OUTLET, any_word (self),
                                                   BAYAN_ORIGIN_DECLARED, bayan_clean_span (0, 0), NULL));
  if (below (self, 3) == 0)
    g_ptr_array_add (statement->doubts,
                     bayan_doubt_new (BAYAN_DOUBT_REPLACEMENT, "3", bayan_clean_span (0, 2)));
  if (below (self, 2) == 0)
    {
      guint64 line = below (self, 5);

      statement->site = g_strdup ("example.org");
      statement->site_lines = g_array_new (FALSE, FALSE, sizeof (guint64));
      g_array_append_val (statement->site_lines, line);
    }
  for (guint n = below (self, 3); n > 0; n--)
    {
      BayanRemovedRegion *region = g_new0 (BayanRemovedRegion, 1);

      region->text = g_strdup (any_word (self));
      region->kind = g_strdup ("page-furniture");
      region->rule = g_strdup ("clean/page-furniture");
      region->restored = below (self, 2) == 0;
      g_ptr_array_add (statement->removed, region);
    }
}

static void
import (Robot *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_import_item_free);

  for (guint n = 1 + below (self, 3); n > 0; n--)
    {
      g_autofree char *words = make_words (self, 5 + below (self, 40));
      g_autofree char *text = g_strdup_printf ("بيان %u\n%s", g_rand_int (self->random), words);
      BayanStatement *statement = make_statement ("a.txt", text);
      BayanRecognition *recognition = bayan_recognition_new ();

      add_pieces (self, statement);
      for (guint n_mentions = below (self, 8); n_mentions > 0; n_mentions--)
        g_ptr_array_add (recognition->mentions, make_any_mention (self, text));
      if (below (self, 3) == 0)
        g_ptr_array_add (recognition->entities, make_entity (KEYS[below (self, G_N_ELEMENTS (KEYS))],
                                                             BAYAN_MENTION_GPE, any_word (self), NULL));
      g_ptr_array_add (items, bayan_import_item_new (statement, recognition));
    }
  g_array_unref (import_items (self->library, items));
}

static void
teach (Robot *self, BayanEdit *edit, gint64 mention)
{
  BayanLesson *lesson = bayan_lesson_new (any_type (self), below (self, 2) == 0, any_word (self),
                                          any_word (self));

  lesson->mention = mention;
  if (below (self, 2) == 0)
    lesson->entity = make_entity (KEYS[below (self, G_N_ELEMENTS (KEYS))], lesson->type, NULL, NULL);
  bayan_edit_teach (edit, lesson);
  bayan_lesson_free (lesson);
}

static void
decide_on (Robot *self, BayanEdit *edit, const BayanTally *tally)
{
  bayan_edit_set_status (edit, tally->mention, (BayanMentionStatus) below (self, 3));
  if (below (self, 4) == 0)
    {
      g_autoptr (BayanEntity) entity = make_entity (KEYS[below (self, G_N_ELEMENTS (KEYS))],
                                                    BAYAN_MENTION_GPE, NULL, any_word (self));

      bayan_edit_set_type (edit, tally->mention, any_type (self), below (self, 2) == 0 ? entity : NULL);
    }
  if (below (self, 3) == 0)
    teach (self, edit, tally->mention);
}

static void
decide (Robot *self)
{
  const BayanTally *tally = any_mention (self);
  BayanEdit *edit = bayan_edit_new ("confirm", "");

  if (tally != NULL)
    decide_on (self, edit, tally);
  apply_edit (self->library, edit);
}

static void
decide_many (Robot *self)
{
  BayanEdit *edit = bayan_edit_new ("confirm-everywhere", any_word (self));

  for (guint n = below (self, LARGEST_BULK); n > 0; n--)
    {
      const BayanTally *tally = any_mention (self);

      if (tally != NULL)
        decide_on (self, edit, tally);
    }
  apply_edit (self->library, edit);
}

/* What follows from an act becomes a part of it. */
static void
follow_up (Robot *self)
{
  const BayanActLabel *last = self->index->undo;
  const BayanTally *tally = any_mention (self);
  g_autoptr (GError) error = NULL;
  BayanEdit *edit;
  gboolean extended;

  if (last == NULL || tally == NULL)
    return;
  edit = bayan_edit_new (last->act, last->subject);
  bayan_edit_set_status (edit, tally->mention, (BayanMentionStatus) below (self, 3));
  bayan_edit_remove_suggestion (edit, tally->mention);
  extended = bayan_library_extend (self->library, edit, &error);
  g_assert_no_error (error);
  g_assert_true (extended);
}

static void
label (Robot *self)
{
  gint64 id = any_statement (self);
  BayanEdit *edit;

  if (id == 0)
    return;
  edit = bayan_edit_new ("label", any_word (self));
  for (guint n = 1 + below (self, 2); n > 0; n--)
    {
      g_autoptr (BayanOpenStatement) open = load_statement (self->library, id);
      g_autoptr (BayanMention) mention = make_any_mention (self, open->statement->text);

      bayan_edit_add_mention (edit, id, mention, NULL);
      if (below (self, 2) == 0)
        teach (self, edit, 0);
    }
  apply_edit (self->library, edit);
}

static void
add_regions (Robot *self, const BayanStatement *from, BayanStatement *to)
{
  for (guint i = 0; i < from->removed->len; i++)
    {
      const BayanRemovedRegion *old = from->removed->pdata[i];
      BayanRemovedRegion *region;

      if (below (self, 4) == 0)
        continue;
      region = g_new0 (BayanRemovedRegion, 1);
      region->id = old->id;
      region->text = g_strdup (old->text);
      region->kind = g_strdup (old->kind);
      region->rule = g_strdup (old->rule);
      region->restored = below (self, 2) == 0;
      g_ptr_array_add (to->removed, region);
    }
}

/* Another text: a region taken back or left out, cleaned again, in another encoding, words written anew. Some mentions
 * stay, some are elsewhere, some are new. */
static void
change_text (Robot *self)
{
  static const char *const ACTS[] = { "restore-region", "remove-region", "leave-out",
                                      "clean-again",    "set-charset",   "edit-text" };
  gint64 id = any_statement (self);
  g_autofree char *words = make_words (self, 5 + below (self, 40));
  g_autofree char *text = g_strdup_printf ("بيان آخر\n%s", words);
  g_autoptr (GPtrArray) mentions = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_mention_free);
  g_autoptr (BayanOpenStatement) open = id != 0 ? load_statement (self->library, id) : NULL;
  g_autoptr (BayanStatement) statement = NULL;
  BayanEdit *edit;

  if (open == NULL)
    return;
  statement = make_statement ("a.txt", text);
  if (below (self, 4) == 0)
    {
      g_free (statement->charset);
      statement->charset = g_strdup ("windows-1256");
    }
  add_pieces (self, statement);
  add_regions (self, open->statement, statement);
  for (guint i = 0; i < open->mentions->len; i++)
    {
      BayanMention *mention;

      if (below (self, 4) == 0)
        continue;
      mention = make_any_mention (self, text);
      mention->id = ((const BayanMention *) open->mentions->pdata[i])->id;
      mention->status = ((const BayanMention *) open->mentions->pdata[i])->status;
      g_ptr_array_add (mentions, mention);
    }
  if (below (self, 2) == 0)
    g_ptr_array_add (mentions, make_any_mention (self, text));
  edit = bayan_edit_new (ACTS[below (self, G_N_ELEMENTS (ACTS))], any_word (self));
  bayan_edit_set_text (edit, id, statement, mentions, NULL);
  if (below (self, 3) == 0)
    bayan_edit_choose_line (edit, "example.org", below (self, 5), BAYAN_SITE_CHOICE_KEEP);
  apply_edit (self->library, edit);
}

static void
set_detail (Robot *self)
{
  static const BayanDetailField FIELDS[] = { BAYAN_DETAIL_TITLE, BAYAN_DETAIL_ISSUER, BAYAN_DETAIL_OUTLET,
                                             BAYAN_DETAIL_AUTHOR, BAYAN_DETAIL_DATE };
  BayanDetailField field = FIELDS[below (self, G_N_ELEMENTS (FIELDS))];
  gint64 id = any_statement (self);
  BayanEdit *edit = bayan_edit_new ("set-detail", "");

  if (id != 0 && below (self, 3) == 0)
    bayan_edit_clear_detail (edit, id, field);
  else if (id != 0)
    {
      g_autofree char *value = field == BAYAN_DETAIL_DATE
                                   ? g_strdup_printf ("20%02u-05-1%u", below (self, 25), below (self, 9))
                                   : make_words (self, 1 + below (self, 3));
      g_autoptr (BayanDetail) detail = bayan_detail_new (field, value, BAYAN_ORIGIN_ANALYST,
                                                         bayan_clean_span (0, 0), NULL);

      bayan_edit_set_detail (edit, id, detail);
    }
  apply_edit (self->library, edit);
}

static gboolean
add_member (GArray *statements, gint64 id)
{
  for (guint i = 0; i < statements->len; i++)
    if (g_array_index (statements, gint64, i) == id)
      return FALSE;
  g_array_append_val (statements, id);
  return TRUE;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

/* NULL where there are not enough statements */
static BayanStatementGroup *
make_group (Robot *self)
{
  BayanStatementGroup *group;
  guint n;

  if (self->index->headers->len < 4)
    return NULL;
  n = MIN (2 + below (self, 3), self->index->headers->len - 1);
  group = bayan_statement_group_new ((BayanGroupKind) below (self, 2), BAYAN_GROUP_PROPOSED);
  while (group->statements->len < n)
    add_member (group->statements, any_statement (self));
  g_array_sort (group->statements, compare_ids);
  return group;
}

/* No act: the program proposes. */
static void
propose (Robot *self)
{
  BayanStatementGroup *group = make_group (self);
  GPtrArray *groups;
  g_autoptr (GError) error = NULL;
  gboolean proposed;

  if (group == NULL)
    return;
  groups = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_statement_group_free);
  if (self->index->groups->len > 0 && below (self, 3) == 0)
    {
      bayan_statement_group_free (group);
      group = bayan_statement_group_copy (self->index->groups->pdata[below (self, self->index->groups->len)]);
      add_member (group->statements, any_statement (self));
      g_array_sort (group->statements, compare_ids);
    }
  g_ptr_array_add (groups, group);
  proposed = bayan_library_propose_groups (self->library, groups, &error);
  g_assert_no_error (error);
  g_assert_true (proposed);
}

static void
decide_group (Robot *self)
{
  BayanStatementGroup *group = NULL;
  BayanEdit *edit = bayan_edit_new ("confirm-group", "");

  if (self->index->groups->len > 0 && below (self, 4) > 0)
    group = bayan_statement_group_copy (self->index->groups->pdata[below (self, self->index->groups->len)]);
  else
    group = make_group (self);
  if (group != NULL)
    {
      group->state = below (self, 2) == 0 ? BAYAN_GROUP_CONFIRMED : BAYAN_GROUP_SPLIT;
      if (group->statements->len > 2 && below (self, 3) == 0)
        g_array_remove_index (group->statements, below (self, group->statements->len));
      bayan_edit_set_group (edit, group);
      bayan_statement_group_free (group);
    }
  apply_edit (self->library, edit);
}

static void
choose_line (Robot *self)
{
  BayanEdit *edit = bayan_edit_new ("choose-line", "");

  bayan_edit_choose_line (edit, below (self, 2) == 0 ? "example.org" : "example.com", below (self, 5),
                          (BayanSiteChoice) below (self, 3));
  apply_edit (self->library, edit);
}

static void
forget (Robot *self)
{
  const BayanTally *tally = any_mention (self);
  BayanEdit *edit = bayan_edit_new ("forget-lessons", "");

  if (below (self, 8) == 0)
    bayan_edit_forget_lessons (edit);
  else if (tally != NULL)
    bayan_edit_forget_lesson (edit, tally->mention, (BayanMentionType) tally->type);
  apply_edit (self->library, edit);
}

static void
change_names (Robot *self)
{
  const GPtrArray *names = self->index->names;
  BayanEdit *edit = bayan_edit_new ("import-names", "");

  for (guint n = 1 + below (self, 4); n > 0; n--)
    {
      const BayanOwnName *old = names->len > 0 ? names->pdata[below (self, names->len)] : NULL;
      guint choice = below (self, 3);

      if (old != NULL && choice == 0)
        bayan_edit_remove_name (edit, old->id);
      else
        {
          g_autoptr (BayanOwnName) name = bayan_own_name_new (any_type (self), any_word (self));

          name->id = old != NULL && choice == 1 ? old->id : 0;
          bayan_own_name_add_spelling (name, any_word (self));
          bayan_edit_set_name (edit, name);
        }
    }
  apply_edit (self->library, edit);
}

static void
judge (Robot *self)
{
  gint64 id = any_statement (self);
  BayanEdit *edit = bayan_edit_new ("confirm-act", "");

  if (id != 0)
    {
      guint32 start = below (self, 4) * 10;
      BayanActVerdict verdict =
          bayan_act_verdict (below (self, 2) == 0 ? BAYAN_JUDGED_ACT : BAYAN_JUDGED_PLEDGE,
                             bayan_raw_span (start, start + 5), (BayanMentionStatus) below (self, 3));

      bayan_edit_judge_act (edit, id, &verdict);
    }
  apply_edit (self->library, edit);
}

/* Further words belong to a mention, or only some do. */
static void
set_parts (Robot *self)
{
  const BayanTally *tally = any_mention (self);
  g_autoptr (BayanOpenStatement) open = tally != NULL ? load_statement (self->library, tally->statement)
                                                      : NULL;
  BayanEdit *edit = bayan_edit_new ("add-part", any_word (self));

  if (open != NULL)
    {
      BayanCleanSpan parts[3];
      g_autoptr (BayanMention) like = make_any_mention (self, open->statement->text);
      guint n_parts = 1 + below (self, G_N_ELEMENTS (parts));

      for (guint i = 0; i < n_parts; i++)
        {
          g_autoptr (BayanMention) part = make_any_mention (self, open->statement->text);

          parts[i] = part->span;
        }
      bayan_mention_set_parts (like, parts, n_parts);
      bayan_edit_set_parts (edit, tally->mention, like, NULL);
    }
  apply_edit (self->library, edit);
}

/* Two mentions of one statement; FALSE where none has two. */
static gboolean
choose_two (Robot *self, BayanRelation *relation)
{
  const BayanTally *one = any_mention (self);
  g_autoptr (BayanOpenStatement) open = one != NULL ? load_statement (self->library, one->statement) : NULL;

  if (open == NULL || open->mentions->len < 2)
    return FALSE;
  relation->source = one->mention;
  do
    relation->target = ((const BayanMention *) open->mentions->pdata[below (self, open->mentions->len)])->id;
  while (relation->target == relation->source);
  relation->kind = (BayanRelationKind) below (self, BAYAN_N_RELATIONS);
  relation->is_rejected = below (self, 4) == 0;
  return TRUE;
}

/* Some are added, of a statement that has some one is another one afterwards. */
static void
relate (Robot *self)
{
  BayanEdit *edit = bayan_edit_new ("relate", any_word (self));
  gint64 id = any_statement (self);
  g_autoptr (BayanOpenStatement) open = id != 0 ? load_statement (self->library, id) : NULL;
  BayanRelation relation;

  for (guint n = 1 + below (self, 3); n > 0; n--)
    if (choose_two (self, &relation))
      bayan_edit_add_relation (edit, &relation);
  if (open != NULL && open->relations->len > 0)
    {
      relation = g_array_index (open->relations, BayanRelation, below (self, open->relations->len));
      bayan_edit_remove_relation (edit, &relation);
      if (below (self, 2) == 0)
        {
          relation.kind = (BayanRelationKind) below (self, BAYAN_N_RELATIONS);
          bayan_edit_add_relation (edit, &relation);
        }
    }
  apply_edit (self->library, edit);
}

/* A mention goes, and another one stands for it. */
static void
hand_over (Robot *self)
{
  BayanEdit *edit = bayan_edit_new ("change-span", any_word (self));
  BayanRelation relation;

  if (choose_two (self, &relation))
    {
      bayan_edit_hand_over_relations (edit, relation.source, relation.target);
      bayan_edit_set_status (edit, relation.source, BAYAN_STATUS_SUGGESTED);
      bayan_edit_remove_suggestion (edit, relation.source);
    }
  apply_edit (self->library, edit);
}

static const char *
any_key (Robot *self)
{
  const GPtrArray *entities = self->index->entities;

  return entities->len > 0
             ? ((const BayanNumberedEntity *) entities->pdata[below (self, entities->len)])->entity->key
             : NULL;
}

static void
merge (Robot *self)
{
  const char *into = any_key (self), *from = any_key (self);
  BayanEdit *edit = bayan_edit_new ("merge", "");

  if (into != NULL)
    bayan_edit_merge_entities (edit, into, from);
  apply_edit (self->library, edit);
}

static void
part (Robot *self)
{
  const char *one = any_key (self), *other = any_key (self);
  BayanEdit *edit = bayan_edit_new ("part", "");

  if (one != NULL)
    bayan_edit_part_entities (edit, one, other);
  apply_edit (self->library, edit);
}

/* What is said of an entity, and taken back. */
static void
say (Robot *self)
{
  const char *key = any_key (self);
  g_autoptr (BayanOwnEntity) own = bayan_own_entity_new ();
  BayanEdit *edit = bayan_edit_new ("change-entity", "");

  if (below (self, 2) == 0)
    own->type = (int) any_type (self);
  if (below (self, 2) == 0)
    own->name_ar = g_strdup (any_word (self));
  if (below (self, 3) == 0)
    own->name_en = g_strdup ("Name");
  if (below (self, 3) == 0)
    bayan_own_entity_set_text (&own->description, any_word (self));
  if (below (self, 3) == 0)
    bayan_own_entity_set_text (&own->iso, "IRQ");
  if (below (self, 3) == 0)
    bayan_own_entity_set_text (&own->wikidata, "Q796");
  if (below (self, 3) == 0)
    own->latitude = own->longitude = 33.25;
  if (key != NULL)
    bayan_edit_set_entity (edit, key, own);
  apply_edit (self->library, edit);
}

static void
split (Robot *self)
{
  const char *const words[] = { any_word (self), any_word (self), NULL };
  const char *key = any_key (self);
  g_autoptr (BayanEntity) entity = make_entity ("org:split", BAYAN_MENTION_ORG, words[0], NULL);
  BayanEdit *edit = bayan_edit_new ("split-entity", words[0]);

  if (key != NULL)
    bayan_edit_split_entity (edit, key, words, entity);
  apply_edit (self->library, edit);
}

static gint64
any_label (Robot *self)
{
  const GPtrArray *labels = self->index->labels;

  return labels->len > 0 ? ((const BayanOwnLabel *) labels->pdata[below (self, labels->len)])->id : 0;
}

static void
change_label (Robot *self)
{
  gint64 id = any_label (self);
  BayanEdit *edit = bayan_edit_new ("change-label", "");

  if (id != 0 && below (self, 3) == 0)
    bayan_edit_remove_label (edit, id);
  else
    {
      g_autoptr (BayanOwnLabel) label = bayan_own_label_new (any_word (self));

      label->id = below (self, 2) == 0 ? id : 0;
      label->colour = below (self, 1 << 24);
      bayan_own_label_set_text (&label->group, any_word (self));
      bayan_edit_set_label (edit, label);
    }
  apply_edit (self->library, edit);
}

static void
mark (Robot *self)
{
  gint64 statement = any_statement (self), label = any_label (self);
  g_autofree char *key = bayan_own_label_make_key (label);
  g_autoptr (BayanOpenStatement) open = NULL;
  g_autoptr (BayanMention) mention = NULL;
  BayanEdit *edit;

  if (statement == 0 || label == 0)
    return;
  open = load_statement (self->library, statement);
  mention = make_any_mention (self, open->statement->text);
  mention->type = BAYAN_MENTION_OWN;
  bayan_mention_set_text (&mention->entity_key, key);
  edit = bayan_edit_new ("mark", "");
  bayan_edit_add_mention (edit, statement, mention, NULL);
  apply_edit (self->library, edit);
}

static void
unmark (Robot *self)
{
  const BayanTally *tally = any_mention (self);
  BayanEdit *edit = bayan_edit_new ("unmark", "");

  if (tally != NULL && tally->type == BAYAN_MENTION_OWN)
    bayan_edit_remove_mention (edit, tally->mention);
  apply_edit (self->library, edit);
}

static void
change_note (Robot *self)
{
  const GPtrArray *notes = self->index->notes;
  const BayanNote *old = notes->len > 0 ? notes->pdata[below (self, notes->len)] : NULL;
  BayanEdit *edit = bayan_edit_new ("add-note", "");

  if (old != NULL && below (self, 3) == 0)
    bayan_edit_remove_note (edit, old->id);
  else
    {
      gint64 statement = any_statement (self);
      g_autoptr (BayanNote) note = bayan_note_new (BAYAN_NOTE_OF_STATEMENT, statement, statement,
                                                   any_word (self), any_word (self), "robot", 1000);

      bayan_edit_set_note (edit, old != NULL && below (self, 2) == 0 ? old->id : 0, note);
    }
  apply_edit (self->library, edit);
}

static void
change_standing (Robot *self)
{
  gint64 statement = any_statement (self);
  BayanEdit *edit = bayan_edit_new ("set-done", "");

  if (statement != 0 && below (self, 2) == 0)
    bayan_edit_set_stage (edit, statement, (BayanStage) below (self, BAYAN_N_STAGES), "robot", 1000);
  else if (statement != 0)
    bayan_edit_set_tag (edit, statement, any_word (self), below (self, 3) > 0);
  apply_edit (self->library, edit);
}

static void
undo (Robot *self)
{
  travel (self->library, TRUE);
}

static void
redo (Robot *self)
{
  travel (self->library, FALSE);
}

static const struct {
  const char *name;
  void (*act) (Robot *self);
  guint share; /* in parts of all shares */
} KINDS[] = {
  { "import", import, 60 },
  { "decide", decide, 180 },
  { "decide many", decide_many, 60 },
  { "follow up", follow_up, 60 },
  { "label", label, 110 },
  { "change text", change_text, 110 },
  { "set detail", set_detail, 90 },
  { "propose groups", propose, 30 },
  { "decide group", decide_group, 50 },
  { "choose line", choose_line, 30 },
  { "forget", forget, 20 },
  { "change names", change_names, 50 },
  { "judge", judge, 50 },
  { "merge", merge, 40 },
  { "part", part, 20 },
  { "set parts", set_parts, 60 },
  { "relate", relate, 90 },
  { "hand over", hand_over, 20 },
  { "say", say, 50 },
  { "split", split, 30 },
  { "change label", change_label, 40 },
  { "mark", mark, 50 },
  { "unmark", unmark, 20 },
  { "change note", change_note, 40 },
  { "change standing", change_standing, 40 },
  { "undo", undo, 40 },
  { "redo", redo, 30 },
};

/* Returns: a kind of act, each as often as its share says */
guint
robot_choose (GRand *random)
{
  guint total = 0, kind = 0;
  int at;

  for (guint i = 0; i < G_N_ELEMENTS (KINDS); i++)
    total += KINDS[i].share;
  for (at = g_rand_int_range (random, 0, (int) total); at >= (int) KINDS[kind].share; kind++)
    at -= (int) KINDS[kind].share;
  return kind;
}

const char *
robot_get_kind_name (guint kind)
{
  return KINDS[kind].name;
}

/* Does one act of @kind, if there is anything to do it to. */
void
robot_do (BayanLibrary *library, GRand *random, guint kind)
{
  g_autoptr (BayanLibraryIndex) index = load_index (library);
  Robot robot = { library, random, index };

  KINDS[kind].act (&robot);
}

/* Does one act of any kind. */
void
robot_act (BayanLibrary *library, GRand *random)
{
  robot_do (library, random, robot_choose (random));
}
