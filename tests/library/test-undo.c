/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random acts, undone and redone in every order, against a model that keeps every state it has been in. After
 * each step the library must be what the model says, a list kept by BayanLibrary::changed alone must be what
 * the library's index says, and every mention must stand on the words it was made for. */
#include <string.h>

#include "fixture.h"

#define N_TEXTS 3
#define N_ACTS 1500

/* Three readings of one source, as restoring a region makes them. The words to mention are in each of them.
 */
static const char *const READINGS[N_TEXTS] = {
  "بيان %u\nأعلن العراق والأردن ومصر عقد اجتماع في بغداد.",
  "بيان %u\nإعلان: أعلن العراق والأردن ومصر عقد اجتماع في بغداد.",
  "بيان %u\nإعلان: أعلن العراق والأردن ومصر عقد اجتماع في بغداد. المصدر: وكالة",
};
static const char *const WORDS[] = { "العراق", "الأردن", "مصر", "بغداد", "اجتماع" };

/* A statement as the model has it: its reading and its mentions as lines of text. */
typedef struct {
  guint serial, reading;
  char *issuer;         /* nullable */
  char *regions;        /* what stands in their place, in order */
  GHashTable *mentions; /* id → "word type status" */
} Model;

typedef struct {
  GHashTable *statements; /* id → Model */
} State;

static gpointer
key_of (gint64 id)
{
  return GSIZE_TO_POINTER ((gsize) id);
}

static void
model_free (gpointer data)
{
  Model *model = data;

  g_hash_table_unref (model->mentions);
  g_free (model->issuer);
  g_free (model->regions);
  g_free (model);
}

static Model *
model_new (guint serial)
{
  Model *model = g_new0 (Model, 1);

  model->serial = serial;
  model->regions = g_strdup ("");
  model->mentions = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  return model;
}

static State *
state_new (void)
{
  State *state = g_new (State, 1);

  state->statements = g_hash_table_new_full (NULL, NULL, NULL, model_free);
  return state;
}

static void
state_free (gpointer data)
{
  State *state = data;

  g_hash_table_unref (state->statements);
  g_free (state);
}

static State *
state_copy (const State *state)
{
  State *copy = state_new ();
  GHashTableIter outer, inner;
  gpointer id, model, mention, line;

  g_hash_table_iter_init (&outer, state->statements);
  while (g_hash_table_iter_next (&outer, &id, &model))
    {
      Model *made = model_new (((Model *) model)->serial);

      made->reading = ((Model *) model)->reading;
      made->issuer = g_strdup (((Model *) model)->issuer);
      g_free (made->regions);
      made->regions = g_strdup (((Model *) model)->regions);
      g_hash_table_iter_init (&inner, ((Model *) model)->mentions);
      while (g_hash_table_iter_next (&inner, &mention, &line))
        g_hash_table_insert (made->mentions, mention, g_strdup (line));
      g_hash_table_insert (copy->statements, id, made);
    }
  return copy;
}

/* What a window would keep, from the signal alone. */
typedef struct {
  GHashTable *headers; /* id → "suggested confirmed rejected" */
  GHashTable *tallies; /* "statement mention entity type status" → how often */
} Follower;

static char *
header_line (const BayanHeader *header)
{
  return g_strdup_printf ("%s %s %u %u %u", header->title, header->issuer, header->n_suggested,
                          header->n_confirmed, header->n_rejected);
}

static char *
tally_line (const BayanTally *tally)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %u %u %u", tally->statement,
                          tally->mention, tally->entity, tally->type, tally->status);
}

static void
follow_headers (Follower *self, GPtrArray *headers)
{
  for (guint i = 0; i < headers->len; i++)
    {
      const BayanHeader *header = g_ptr_array_index (headers, i);
      g_hash_table_insert (self->headers, key_of (header->id), header_line (header));
    }
}

static void
follow_tallies (Follower *self, GArray *tallies, gboolean is_added)
{
  for (guint i = 0; i < tallies->len; i++)
    {
      char *line = tally_line (&g_array_index (tallies, BayanTally, i));

      if (is_added)
        g_assert_true (g_hash_table_add (self->tallies, line));
      else
        {
          g_assert_true (g_hash_table_remove (self->tallies, line));
          g_free (line);
        }
    }
}

static void
changed_cb (BayanLibrary *library, BayanLibraryChange *change, gpointer data)
{
  Follower *self = data;

  follow_headers (self, change->headers_added);
  follow_headers (self, change->headers_changed);
  for (guint i = 0; i < change->statements_removed->len; i++)
    g_assert_true (
        g_hash_table_remove (self->headers, key_of (g_array_index (change->statements_removed, gint64, i))));
  follow_tallies (self, change->tallies_removed, FALSE);
  follow_tallies (self, change->tallies_added, TRUE);
}

static void
assert_followed (BayanLibrary *library, Follower *self)
{
  g_autoptr (BayanLibraryIndex) index = load_index (library);

  g_assert_cmpuint (index->headers->len, ==, g_hash_table_size (self->headers));
  for (guint i = 0; i < index->headers->len; i++)
    {
      const BayanHeader *header = g_ptr_array_index (index->headers, i);
      g_autofree char *line = header_line (header);

      g_assert_cmpstr (line, ==, g_hash_table_lookup (self->headers, key_of (header->id)));
    }
  g_assert_cmpuint (index->tallies->len, ==, g_hash_table_size (self->tallies));
  for (guint i = 0; i < index->tallies->len; i++)
    {
      g_autofree char *line = tally_line (&g_array_index (index->tallies, BayanTally, i));
      g_assert_true (g_hash_table_contains (self->tallies, line));
    }
}

static char *
text_of (const Model *model)
{
  char *text = g_strdup (READINGS[model->reading]);
  char *at = strstr (text, "%u");
  g_autofree char *rest = g_strdup (at + 2);
  char *whole;

  *at = '\0';
  whole = g_strdup_printf ("%s%u%s", text, model->serial, rest);
  g_free (text);
  return whole;
}

static char *
mention_line (const BayanMention *mention, const char *text)
{
  g_autofree char *word = g_strndup (text + mention->span.start.byte,
                                     bayan_clean_span_length_bytes (mention->span));

  return g_strdup_printf ("%s %s %s %s", word, bayan_mention_type_to_string (mention->type),
                          bayan_mention_status_to_string (mention->status), mention->entity_key);
}

static char *
regions_line (const BayanStatement *statement)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < statement->removed->len; i++)
    g_string_append_printf (line, "%s ", ((BayanRemovedRegion *) statement->removed->pdata[i])->instead);
  return g_string_free (g_steal_pointer (&line), FALSE);
}

static void
assert_parts (const BayanStatement *statement, const Model *model)
{
  const BayanDetail *issuer = bayan_statement_find_detail (statement, BAYAN_DETAIL_ISSUER);
  g_autofree char *regions = regions_line (statement);

  g_assert_cmpstr (issuer != NULL ? issuer->value : NULL, ==, model->issuer);
  g_assert_cmpstr (regions, ==, model->regions);
}

static void
assert_statement (BayanLibrary *library, gint64 id, const Model *model)
{
  g_autoptr (BayanOpenStatement) open = load_statement (library, id);
  g_autofree char *text = text_of (model);

  g_assert_cmpstr (open->statement->text, ==, text);
  assert_parts (open->statement, model);
  g_assert_cmpuint (open->mentions->len, ==, g_hash_table_size (model->mentions));
  for (guint i = 0; i < open->mentions->len; i++)
    {
      const BayanMention *mention = g_ptr_array_index (open->mentions, i);
      g_autofree char *line = mention_line (mention, text);

      g_assert_cmpstr (line, ==, g_hash_table_lookup (model->mentions, key_of (mention->id)));
    }
}

/* The search index goes with the texts. */
static void
assert_searches (BayanLibrary *library, const State *state)
{
  guint n_restored = 0, n_with_source = 0;
  GHashTableIter iter;
  gpointer model;

  g_hash_table_iter_init (&iter, state->statements);
  while (g_hash_table_iter_next (&iter, NULL, &model))
    {
      n_restored += ((Model *) model)->reading > 0;
      n_with_source += ((Model *) model)->reading > 1;
    }
  assert_found (library, "العراق ", g_hash_table_size (state->statements));
  assert_found (library, "إعلان ", n_restored);
  assert_found (library, "المصدر ", n_with_source);
}

static void
assert_state (BayanLibrary *library, const State *state, Follower *follower)
{
  GHashTableIter iter;
  gpointer id, model;

  g_hash_table_iter_init (&iter, state->statements);
  while (g_hash_table_iter_next (&iter, &id, &model))
    assert_statement (library, (gint64) GPOINTER_TO_SIZE (id), model);
  assert_searches (library, state);
  assert_followed (library, follower);
}

/* The acts. Each does the same to the library and to a copy of the newest state. */

typedef struct {
  BayanLibrary *library;
  GPtrArray *states; /* of State: all that undo and redo can come to */
  guint at;          /* the one the library is in */
  guint n_imported;
  Follower follower;
} Run;

static State *
next_state (Run *run)
{
  State *copy = state_copy (g_ptr_array_index (run->states, run->at));

  g_ptr_array_set_size (run->states, (int) run->at + 1);
  g_ptr_array_add (run->states, copy);
  run->at++;
  return copy;
}

static BayanMention *
make_random_mention (const char *text)
{
  const char *word = WORDS[g_test_rand_int_range (0, G_N_ELEMENTS (WORDS))];
  g_autofree char *key = g_strdup_printf ("org:%d", g_test_rand_int_range (0, 9));

  return make_mention (text, word, (BayanMentionType) g_test_rand_int_range (0, BAYAN_MENTION_N_TYPES), key);
}

static void
learn_mentions (BayanLibrary *library, gint64 id, Model *model)
{
  g_autoptr (BayanOpenStatement) open = load_statement (library, id);

  g_hash_table_remove_all (model->mentions);
  for (guint i = 0; i < open->mentions->len; i++)
    {
      const BayanMention *mention = g_ptr_array_index (open->mentions, i);
      g_hash_table_insert (model->mentions, key_of (mention->id),
                           mention_line (mention, open->statement->text));
    }
}

static void
do_import (Run *run)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_import_item_free);
  State *state = next_state (run);
  guint n_items = (guint) g_test_rand_int_range (1, 4), first = run->n_imported;
  g_autoptr (GArray) outcomes = NULL;

  for (; run->n_imported < first + n_items; run->n_imported++)
    {
      Model model = { run->n_imported, 0 };
      g_autofree char *text = text_of (&model);

      g_ptr_array_add (items, make_item ("a.txt", text, "العراق", "iso:IRQ"));
    }
  outcomes = import_items (run->library, items);
  for (guint i = 0; i < n_items; i++)
    {
      gint64 id = g_array_index (outcomes, BayanImportOutcome, i).statement;
      Model *model = model_new (first + i);

      learn_mentions (run->library, id, model);
      g_assert_cmpuint (g_hash_table_size (model->mentions), ==, 1);
      g_hash_table_insert (state->statements, key_of (id), model);
    }
}

static gpointer
random_key (GHashTable *table)
{
  guint n_keys;
  g_autofree gpointer *keys = g_hash_table_get_keys_as_array (table, &n_keys);

  return n_keys > 0 ? keys[g_test_rand_int_range (0, (int) n_keys)] : NULL;
}

static void
do_label (Run *run, gint64 id)
{
  BayanEdit *edit = bayan_edit_new ("label", "");
  Model *model = g_hash_table_lookup (next_state (run)->statements, key_of (id));
  g_autofree char *text = text_of (model);
  g_autoptr (BayanMention) mention = make_random_mention (text);
  guint n_before = g_hash_table_size (model->mentions);

  bayan_edit_add_mention (edit, id, mention, NULL);
  apply_edit (run->library, edit);
  learn_mentions (run->library, id, model);
  g_assert_cmpuint (g_hash_table_size (model->mentions), ==, n_before + 1);
}

/* How @line reads after the change. */
static char *
changed_line (const char *line, BayanMentionStatus status, const BayanMentionType *type)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 4);

  return g_strdup_printf ("%s %s %s %s", words[0],
                          type != NULL ? bayan_mention_type_to_string (*type) : words[1],
                          bayan_mention_status_to_string (status), type != NULL ? "(null)" : words[3]);
}

static void
change_mention (Run *run, gint64 id, gint64 mention, const char *line)
{
  BayanEdit *edit = bayan_edit_new ("confirm", "");
  BayanMentionStatus status = (BayanMentionStatus) g_test_rand_int_range (0, 3);
  BayanMentionType type = (BayanMentionType) g_test_rand_int_range (0, BAYAN_MENTION_N_TYPES);
  gboolean with_type = g_test_rand_bit ();
  g_autofree char *changed = changed_line (line, status, with_type ? &type : NULL);

  bayan_edit_set_status (edit, mention, status);
  if (with_type)
    bayan_edit_set_type (edit, mention, type, NULL);
  apply_edit (run->library, edit);
  /* What changes nothing is no act: what could be redone still can. */
  if (!g_str_equal (line, changed))
    {
      Model *model = g_hash_table_lookup (next_state (run)->statements, key_of (id));
      g_hash_table_insert (model->mentions, key_of (mention), g_steal_pointer (&changed));
    }
}

/* Status, and sometimes type, of one mention. */
static void
do_change (Run *run, gint64 id)
{
  const State *state = g_ptr_array_index (run->states, run->at);
  const Model *model = g_hash_table_lookup (state->statements, key_of (id));
  gpointer mention = random_key (model->mentions);
  g_autofree char *line = mention != NULL ? g_strdup (g_hash_table_lookup (model->mentions, mention)) : NULL;

  if (line != NULL)
    change_mention (run, id, (gint64) GPOINTER_TO_SIZE (mention), line);
}

static void
do_set_detail (Run *run, gint64 id)
{
  BayanEdit *edit = bayan_edit_new ("set-detail", "");
  const State *state = g_ptr_array_index (run->states, run->at);
  const Model *model = g_hash_table_lookup (state->statements, key_of (id));
  int number = g_test_rand_int_range (0, 6);
  g_autofree char *issuer = number > 0 ? g_strdup_printf ("وزارة %d", number) : NULL;
  gboolean differs = g_strcmp0 (issuer, model->issuer) != 0;

  if (issuer != NULL)
    {
      g_autoptr (BayanDetail) detail = bayan_detail_new (BAYAN_DETAIL_ISSUER, issuer, BAYAN_ORIGIN_ANALYST,
                                                         bayan_clean_span (0, 0), NULL);
      bayan_edit_set_detail (edit, id, detail);
    }
  else
    bayan_edit_clear_detail (edit, id, BAYAN_DETAIL_ISSUER);
  apply_edit (run->library, edit);
  if (differs)
    {
      Model *changed = g_hash_table_lookup (next_state (run)->statements, key_of (id));
      g_free (changed->issuer);
      changed->issuer = g_steal_pointer (&issuer);
    }
}

/* Of the old regions some stay, in their order, with new ones anywhere between them. */
static void
change_regions (const BayanStatement *from, BayanStatement *to)
{
  for (guint i = 0; i < from->removed->len + 2; i++)
    {
      const BayanRemovedRegion *old = i < from->removed->len ? from->removed->pdata[i] : NULL;
      gboolean stays = old != NULL && g_test_rand_int_range (0, 3) > 0;
      BayanRemovedRegion *region;

      if (!stays && g_test_rand_bit ())
        continue;
      region = g_new0 (BayanRemovedRegion, 1);
      region->id = stays ? old->id : 0;
      region->kind = g_strdup ("by-hand");
      region->rule = g_strdup ("analyst");
      region->instead = stays ? g_strdup (old->instead)
                              : g_strdup_printf ("%d", g_test_rand_int_range (0, 99));
      g_ptr_array_add (to->removed, region);
    }
}

/* Another reading: some mentions stay, one may go, one may come. */
static void
do_set_text (Run *run, gint64 id)
{
  BayanEdit *edit = bayan_edit_new ("restore-region", "");
  Model *model = g_hash_table_lookup (next_state (run)->statements, key_of (id));
  g_autoptr (BayanOpenStatement) open = load_statement (run->library, id);
  g_autoptr (GPtrArray) mentions = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_mention_free);
  g_autoptr (BayanStatement) statement = NULL;
  g_autofree char *text = NULL;

  model->reading = (model->reading + (guint) g_test_rand_int_range (1, N_TEXTS)) % N_TEXTS;
  text = text_of (model);
  statement = make_statement ("a.txt", text);
  change_regions (open->statement, statement);
  g_free (model->regions);
  model->regions = regions_line (statement);
  g_clear_pointer (&model->issuer, g_free);
  for (guint i = (guint) g_test_rand_int_range (0, 2); i < open->mentions->len; i++)
    {
      BayanMention *mention = bayan_mention_copy (g_ptr_array_index (open->mentions, i));
      g_autofree char *word = g_strndup (open->statement->text + mention->span.start.byte,
                                         bayan_clean_span_length_bytes (mention->span));
      guint32 start = (guint32) (strstr (text, word) - text);

      mention->span = bayan_clean_span (start, start + (guint32) strlen (word));
      g_ptr_array_add (mentions, mention);
    }
  if (g_test_rand_bit ())
    g_ptr_array_add (mentions, make_random_mention (text));
  bayan_edit_set_text (edit, id, statement, mentions, NULL);
  apply_edit (run->library, edit);
  learn_mentions (run->library, id, model);
  g_assert_cmpuint (g_hash_table_size (model->mentions), ==, mentions->len);
}

static void
do_travel (Run *run, gboolean back)
{
  travel (run->library, back);
  if (back && run->at > 0)
    run->at--;
  else if (!back && run->at + 1 < run->states->len)
    run->at++;
}

static void
do_something (Run *run)
{
  const State *state = g_ptr_array_index (run->states, run->at);
  gpointer id = random_key (state->statements);
  int choice = g_test_rand_int_range (0, 100);

  if (choice < 25)
    do_travel (run, TRUE);
  else if (choice < 45)
    do_travel (run, FALSE);
  else if (id == NULL || choice < 52)
    do_import (run);
  else if (choice < 65)
    do_label (run, (gint64) GPOINTER_TO_SIZE (id));
  else if (choice < 72)
    do_set_detail (run, (gint64) GPOINTER_TO_SIZE (id));
  else if (choice < 88)
    do_change (run, (gint64) GPOINTER_TO_SIZE (id));
  else
    do_set_text (run, (gint64) GPOINTER_TO_SIZE (id));
}

static void
reopen (Run *run, Fixture *fixture)
{
  fixture_close (fixture);
  fixture_open (fixture);
  run->library = fixture->library;
  g_signal_connect (run->library, "changed", G_CALLBACK (changed_cb), &run->follower);
}

static void
test_random_acts (Fixture *fixture, gconstpointer data)
{
  Run run = { fixture->library, g_ptr_array_new_with_free_func (state_free) };
  g_autoptr (GError) error = NULL;

  run.follower.headers = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  run.follower.tallies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_ptr_array_add (run.states, state_new ());
  g_signal_connect (run.library, "changed", G_CALLBACK (changed_cb), &run.follower);
  for (guint i = 0; i < N_ACTS; i++)
    {
      do_something (&run);
      if (i % 10 == 0)
        assert_state (run.library, g_ptr_array_index (run.states, run.at), &run.follower);
      if (i % 500 == 499)
        reopen (&run, fixture);
    }
  assert_state (run.library, g_ptr_array_index (run.states, run.at), &run.follower);
  g_assert_true (bayan_library_check (run.library, &error));
  g_assert_no_error (error);
  g_ptr_array_unref (run.states);
  g_hash_table_unref (run.follower.headers);
  g_hash_table_unref (run.follower.tallies);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < (g_test_slow () ? 67u : 1u); i++)
    {
      g_autofree char *path = g_strdup_printf ("/undo/random-acts/%u", i);
      g_test_add (path, Fixture, NULL, fixture_set_up, test_random_acts, fixture_tear_down);
    }
  return g_test_run ();
}
