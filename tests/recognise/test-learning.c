/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the recogniser learns from decisions, and that nothing of one that is taken back stays. */
#include <locale.h>
#include <string.h>

#include "bayan-config.h"
#include "bayan-recogniser.h"
#include "gold.h"
#include "simulation.h"

static BayanRecogniser *recogniser;
static gint64 next_mention = 1;

static BayanStatement *
make_statement (const char *text)
{
  BayanStatement *statement = bayan_statement_new ();

  statement->text = g_strdup (text);
  statement->text_length_bytes = strlen (text);
  return statement;
}

static BayanLearner *
get_learner (void)
{
  return bayan_recogniser_get_learner (recogniser);
}

static BayanCleanSpan
find_span (const char *text, const char *words)
{
  const char *at = strstr (text, words);

  g_assert_nonnull (at);
  return bayan_clean_span ((guint32) (at - text), (guint32) (at - text + strlen (words)));
}

/* The analyst says of @words in @text that they are a @type, or that they are not. Returns: the mention */
static gint64
decide (const char *text, const char *words, BayanMentionType type, gboolean is_right, const char *key)
{
  g_autoptr (BayanEntity) entity = key != NULL ? bayan_entity_new (key, type) : NULL;
  g_autoptr (BayanStatement) statement = make_statement (text);
  g_autoptr (BayanRecognition) recognition = bayan_recogniser_recognise (recogniser, statement, NULL);
  g_autoptr (BayanMention) mention = bayan_mention_new (find_span (text, words), type, BAYAN_LAYER_ANALYST,
                                                        "analyst");
  g_autoptr (BayanLesson) lesson = NULL;

  mention->status = is_right ? BAYAN_STATUS_CONFIRMED : BAYAN_STATUS_REJECTED;
  lesson = bayan_recogniser_make_lesson (recogniser, text, strlen (text), recognition->mentions, mention,
                                         entity);
  g_assert_nonnull (lesson);
  bayan_learner_set_lesson (get_learner (), next_mention, type, lesson);
  return next_mention++;
}

/* What @words in @text are suggested to be; NULL for nothing. Given are its layer, key and evidence. */
static char *
suggest (const char *text, const char *words, BayanMentionType type)
{
  g_autoptr (BayanStatement) statement = make_statement (text);
  g_autoptr (BayanRecognition) recognition = bayan_recogniser_recognise (recogniser, statement, NULL);
  BayanCleanSpan span = find_span (text, words);

  for (guint i = 0; i < recognition->mentions->len; i++)
    {
      const BayanMention *mention = recognition->mentions->pdata[i];

      if (mention->type == type && bayan_clean_span_equal (mention->span, span))
        return g_strdup_printf ("%s %s %s", bayan_layer_to_string (mention->layer), mention->entity_key,
                                mention->evidence);
    }
  return NULL;
}

static void
assert_suggested (const char *text, const char *words, BayanMentionType type, const char *expected)
{
  g_autofree char *found = suggest (text, words, type);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_a_label_is_found_again (void)
{
  decide ("وصل زربطان إلى المكان", "زربطان", BAYAN_MENTION_ORG, TRUE, "org:zarbatan");
  assert_suggested ("قال زربطان ذلك", "زربطان", BAYAN_MENTION_ORG,
                    "memory org:zarbatan 1 confirmed, 0 rejected");
  assert_suggested ("التقى وزربطان ذلك", "زربطان", BAYAN_MENTION_ORG,
                    "memory org:zarbatan 1 confirmed, 0 rejected");
  assert_suggested ("قال زَرْبَطان ذلك", "زَرْبَطان", BAYAN_MENTION_ORG,
                    "memory org:zarbatan 1 confirmed, 0 rejected");
  assert_suggested ("قال زربطانوف ذلك", "زربطانوف", BAYAN_MENTION_ORG, NULL);
  bayan_learner_clear (get_learner ());
  assert_suggested ("قال زربطان ذلك", "زربطان", BAYAN_MENTION_ORG, NULL);
}

static void
test_several_words (void)
{
  decide ("شاركت لجنة زربطان للمكرمات في ذلك", "زربطان للمكرمات", BAYAN_MENTION_ORG, TRUE, NULL);
  assert_suggested ("بيان عن زربطان للمكرمات اليوم", "زربطان للمكرمات", BAYAN_MENTION_ORG,
                    "memory org:زربطان للمكرمات 1 confirmed, 0 rejected");
  assert_suggested ("بيان عن زربطان اليوم", "زربطان", BAYAN_MENTION_ORG, NULL);
  bayan_learner_clear (get_learner ());
}

static void
test_rejecting_twice_is_enough (void)
{
  const char *text = "زار الوفد العراق أمس";
  g_autofree char *before = suggest (text, "العراق", BAYAN_MENTION_GPE);
  gint64 second;

  g_assert_nonnull (before);
  decide (text, "العراق", BAYAN_MENTION_GPE, FALSE, NULL);
  assert_suggested (text, "العراق", BAYAN_MENTION_GPE, before);
  second = decide (text, "العراق", BAYAN_MENTION_GPE, FALSE, NULL);
  assert_suggested (text, "العراق", BAYAN_MENTION_GPE, NULL);
  /* Behind another word he has said nothing yet. */
  assert_suggested ("قال إن العراق بلد", "العراق", BAYAN_MENTION_GPE, before);
  bayan_learner_set_lesson (get_learner (), second, BAYAN_MENTION_GPE, NULL);
  assert_suggested (text, "العراق", BAYAN_MENTION_GPE, before);
  bayan_learner_clear (get_learner ());
}

static void
test_another_type (void)
{
  const char *text = "زار الوفد العراق أمس";
  g_autofree char *before = suggest (text, "العراق", BAYAN_MENTION_GPE);
  gint64 wrong = decide (text, "العراق", BAYAN_MENTION_GPE, FALSE, NULL);
  gint64 right = decide (text, "العراق", BAYAN_MENTION_ORG, TRUE, "org:iraq");

  assert_suggested (text, "العراق", BAYAN_MENTION_ORG, "memory org:iraq 1 confirmed, 0 rejected");
  assert_suggested (text, "العراق", BAYAN_MENTION_GPE, NULL);
  bayan_learner_set_lesson (get_learner (), wrong, BAYAN_MENTION_GPE, NULL);
  bayan_learner_set_lesson (get_learner (), right, BAYAN_MENTION_ORG, NULL);
  assert_suggested (text, "العراق", BAYAN_MENTION_GPE, before);
}

/* What the tables found, and the analyst confirmed, stays the tables'. */
static void
test_agreement_changes_nothing (void)
{
  const char *text = "اجتمع وزراء خارجية العراق في 3 مايو 2021 بمدينة روما";
  g_autoptr (BayanStatement) statement = make_statement (text);
  g_autoptr (BayanRecognition) before = bayan_recogniser_recognise (recogniser, statement, NULL),
                               after = NULL;
  g_autofree char *was = gold_write (statement, before->mentions), *is = NULL;

  decide (text, "العراق", BAYAN_MENTION_GPE, TRUE, "iso:IRQ");
  decide (text, "3 مايو 2021", BAYAN_MENTION_DATE, TRUE, "date:2021-05-03");
  decide (text, "روما", BAYAN_MENTION_GPE, TRUE, NULL);
  after = bayan_recogniser_recognise (recogniser, statement, NULL);
  is = gold_write (statement, after->mentions);
  g_assert_cmpstr (is, ==, was);
  bayan_learner_clear (get_learner ());
}

static void
label_some_clubs (guint n)
{
  static const char *const names[] = { "زربطان",  "كلفرون", "مشدوبان", "طرنقول",
                                       "شلبوقان", "خردبان", "سفنجول",  "قرطموز" };

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("وحضر رابطة هواة %s الطابع في القاعة", names[i]);

      decide (text, names[i], BAYAN_MENTION_ORG, TRUE, NULL);
    }
}

/* A word that nobody has seen, where such names stood before. One lesson is not enough. */
static void
test_the_tagger_learns_a_context (void)
{
  const char *text = "وحضر رابطة هواة بطلموران الطابع في القاعة";
  g_autofree char *found = NULL;

  label_some_clubs (1);
  assert_suggested (text, "بطلموران", BAYAN_MENTION_ORG, NULL);
  label_some_clubs (8);
  found = suggest (text, "بطلموران", BAYAN_MENTION_ORG);
  g_test_message ("%s", found);
  g_assert_nonnull (found);
  g_assert_true (g_str_has_prefix (found, "tagger org:بطلموران "));
  g_assert_nonnull (strstr (found, "word before هواة +"));
  decide (text, "بطلموران", BAYAN_MENTION_ORG, FALSE, NULL);
  assert_suggested (text, "بطلموران", BAYAN_MENTION_ORG, NULL);
  bayan_learner_clear (get_learner ());
}

static void
test_switched_off (void)
{
  decide ("وصل زربطان إلى المكان", "زربطان", BAYAN_MENTION_ORG, TRUE, NULL);
  bayan_learner_set_enabled (get_learner (), FALSE);
  assert_suggested ("قال زربطان ذلك", "زربطان", BAYAN_MENTION_ORG, NULL);
  bayan_learner_set_enabled (get_learner (), TRUE);
  assert_suggested ("قال زربطان ذلك", "زربطان", BAYAN_MENTION_ORG,
                    "memory org:زربطان 1 confirmed, 0 rejected");
  bayan_learner_clear (get_learner ());
}

static BayanOwnName *
make_name (BayanMentionType type, const char *name, const char *spelling, const char *iso3)
{
  BayanOwnName *own = bayan_own_name_new (type, name);

  if (spelling != NULL)
    bayan_own_name_add_spelling (own, spelling);
  own->iso3 = g_strdup (iso3);
  return own;
}

static void
list_name (gint64 id, const BayanOwnName *name)
{
  g_autoptr (GPtrArray) lessons = bayan_recogniser_make_name_lessons (recogniser, name);

  bayan_learner_set_name (get_learner (), id, lessons);
}

/* What stands on the list is suggested in each of its spellings, also where nothing is learned, and is gone with it. */
static void
test_a_listed_name_is_found (void)
{
  g_autoptr (BayanOwnName) name = make_name (BAYAN_MENTION_ORG, "لجنة زربطان", "الزربطانية", "IRQ");

  list_name (1, name);
  assert_suggested ("قالت لجنة زربطان ذلك", "لجنة زربطان", BAYAN_MENTION_ORG,
                    "memory org:لجنة زربطان لجنة زربطان");
  assert_suggested ("أكد للزربطانية ذلك", "للزربطانية", BAYAN_MENTION_ORG,
                    "memory org:لجنة زربطان لجنة زربطان");
  bayan_learner_set_enabled (get_learner (), FALSE);
  assert_suggested ("قالت لجنة زربطان ذلك", "لجنة زربطان", BAYAN_MENTION_ORG,
                    "memory org:لجنة زربطان لجنة زربطان");
  bayan_learner_set_enabled (get_learner (), TRUE);
  bayan_learner_set_name (get_learner (), 1, NULL);
  assert_suggested ("قالت لجنة زربطان ذلك", "لجنة زربطان", BAYAN_MENTION_ORG, NULL);
  g_assert_cmpuint (bayan_learner_get_n_names (get_learner ()), ==, 0);
}

/* Another name of what the tables know is that; one that he rejects behind a word is not suggested there. */
static void
test_a_listed_name_names_what_is_known (void)
{
  const char *text = "زار الوفد بلاد زربطان أمس", *other = "وقال إن بلاد زربطان شريك";
  g_autoptr (BayanOwnName) name = make_name (BAYAN_MENTION_GPE, "العراق", "بلاد زربطان", NULL);

  list_name (1, name);
  assert_suggested (text, "بلاد زربطان", BAYAN_MENTION_GPE, "memory iso:IRQ العراق");
  decide (text, "بلاد زربطان", BAYAN_MENTION_GPE, FALSE, NULL);
  assert_suggested (text, "بلاد زربطان", BAYAN_MENTION_GPE, NULL);
  assert_suggested (other, "بلاد زربطان", BAYAN_MENTION_GPE, "memory iso:IRQ العراق");
  bayan_learner_clear (get_learner ());
  assert_suggested (other, "بلاد زربطان", BAYAN_MENTION_GPE, NULL);
}

/* What only he calls a people stands behind a currency: no table says whose money it is. */
static void
test_money_of_a_listed_people (void)
{
  g_autoptr (BayanOwnName) name = make_name (BAYAN_MENTION_NORP, "زربطاني", NULL, NULL);

  list_name (1, name);
  assert_suggested ("وقدم 40 دولار زربطاني لها", "40 دولار زربطاني", BAYAN_MENTION_MONEY,
                    "rule money:40 USD (null)");
  bayan_learner_clear (get_learner ());
}

/* He knows that a word is a name, where a guard of the tables does not let it stand: it stands. */
static void
test_a_listed_name_lifts_a_guard (void)
{
  const char *text = "وشدد الحدث على ذلك";
  g_autoptr (BayanOwnName) name = make_name (BAYAN_MENTION_ORG, "الحدث", NULL, NULL);

  assert_suggested (text, "الحدث", BAYAN_MENTION_ORG, NULL);
  list_name (1, name);
  {
    g_autofree char *found = suggest (text, "الحدث", BAYAN_MENTION_ORG);

    g_assert_nonnull (found);
  }
  bayan_learner_clear (get_learner ());
}

static char *
suggest_all (const GPtrArray *texts)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    {
      const GoldText *text = texts->pdata[i];
      g_autoptr (BayanRecognition) recognition = bayan_recogniser_recognise (recogniser, text->statement,
                                                                             NULL);
      g_autofree char *written = gold_write (text->statement, recognition->mentions);

      g_string_append (all, written);
    }
  return g_string_free (all, FALSE);
}

/* A decision on a word, or two or three, somewhere, of any type, right or wrong. */
static BayanLesson *
decide_anything (GRand *rand, const GPtrArray *texts)
{
  for (;;)
    {
      const GoldText *text = texts->pdata[g_rand_int_range (rand, 0, (gint32) texts->len)];
      const char *start = text->statement->text;
      const char *at = start + g_rand_int_range (rand, 0, (gint32) text->statement->text_length_bytes);
      BayanMentionType type = (BayanMentionType) g_rand_int_range (rand, 0, BAYAN_MENTION_N_SUGGESTED);
      gboolean is_right = g_rand_boolean (rand);
      const char *end;

      at = strchr (at, ' ');
      end = at != NULL ? strchr (at + 1, ' ') : NULL;
      for (int more = g_rand_int_range (rand, 0, 3); end != NULL && more > 0; more--)
        end = strchr (end + 1, ' ');
      if (end != NULL)
        {
          g_autoptr (BayanRecognition) known = bayan_recogniser_recognise (recogniser, text->statement, NULL);
          g_autoptr (BayanMention) mention =
              bayan_mention_new (bayan_clean_span ((guint32) (at + 1 - start), (guint32) (end - start)), type,
                                 BAYAN_LAYER_ANALYST, "analyst");
          BayanLesson *lesson;

          mention->status = is_right ? BAYAN_STATUS_CONFIRMED : BAYAN_STATUS_REJECTED;
          lesson = bayan_recogniser_make_lesson (recogniser, start, text->statement->text_length_bytes,
                                                 known->mentions, mention, NULL);

          if (lesson != NULL)
            return lesson;
        }
    }
}

#define N_DECISIONS 300
#define N_MENTIONS 60 /* some are decided anew */
#define N_NAMES 20

/* The words of some decision are put on the list, in the place of others. */
static void
list_words_of (const BayanLesson *lesson, gint64 id)
{
  g_autoptr (BayanOwnName) name = make_name (lesson->type, lesson->surface, NULL, NULL);

  list_name (id, name);
}

/* Decisions come, are made anew and are taken back, first those made last: what is suggested then is what was suggested
 * before, to the last byte. */
static void
test_taking_back_leaves_nothing (void)
{
  g_autoptr (GPtrArray) texts = gold_load (FALSE);
  g_autofree char *nothing = suggest_all (texts), *half = NULL, *after = NULL;

  for (guint32 seed = 1; seed <= 3; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (GPtrArray) lessons = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_lesson_free);
      BayanLesson *before[N_DECISIONS];
      gint64 mentions[N_DECISIONS];
      g_autoptr (GHashTable) stand = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

      for (guint i = 0; i < N_DECISIONS; i++)
        {
          BayanLesson *lesson = decide_anything (rand, texts);
          gint64 number;

          mentions[i] = g_rand_int_range (rand, 1, N_MENTIONS);
          number = mentions[i] * BAYAN_MENTION_N_TYPES + lesson->type;
          before[i] = g_hash_table_lookup (stand, &number);
          g_hash_table_replace (stand, g_memdup2 (&number, sizeof number), lesson);
          g_ptr_array_add (lessons, lesson);
          bayan_learner_set_lesson (get_learner (), mentions[i], lesson->type, lesson);
          if (i < N_DECISIONS / 2)
            list_words_of (lesson, g_rand_int_range (rand, 1, N_NAMES + 1));
          if (i == N_DECISIONS / 2)
            half = suggest_all (texts);
        }
      for (guint i = N_DECISIONS; i-- > 0;)
        {
          g_autofree char *now = NULL;

          if (i == N_DECISIONS / 2)
            {
              now = suggest_all (texts);
              g_assert_true (strcmp (now, half) == 0);
              g_assert_true (strcmp (now, nothing) != 0);
            }
          bayan_learner_set_lesson (get_learner (), mentions[i], ((BayanLesson *) lessons->pdata[i])->type,
                                    before[i]);
        }
      g_assert_cmpuint (bayan_learner_get_n_lessons (get_learner ()), ==, 0);
      for (gint64 id = 1; id <= N_NAMES; id++)
        bayan_learner_set_name (get_learner (), id, NULL);
      after = suggest_all (texts);
      g_assert_true (strcmp (after, nothing) == 0);
      g_clear_pointer (&half, g_free);
      g_clear_pointer (&after, g_free);
    }
}

/* A text is read line by line. What is suggested has its reason: the decisions, the table's row, the rule, or the features
 * with what they weigh. */
static void
test_every_suggestion_is_explained (void)
{
  g_autoptr (GPtrArray) texts = gold_load (FALSE);
  guint n_by_layer[BAYAN_LAYER_TAGGER + 1] = { 0 };
  gint64 mention = 1;

  simulation_set_view (recogniser, SIMULATION_HALF);
  for (guint i = 0; i < 2 * texts->len; i++)
    {
      const GoldText *text = texts->pdata[i % texts->len];
      SimulationScore score = { 0 };
      g_autoptr (BayanRecognition) recognition = NULL;

      simulation_read (recogniser, text, TRUE, &mention, &score, NULL);
      recognition = bayan_recogniser_recognise (recogniser, text->statement, NULL);
      for (guint m = 0; m < recognition->mentions->len; m++)
        {
          const BayanMention *suggested = recognition->mentions->pdata[m];
          const char *evidence = suggested->evidence;

          n_by_layer[suggested->layer]++;
          g_assert_cmpstr (suggested->rule, !=, "");
          if (suggested->layer == BAYAN_LAYER_MEMORY)
            g_assert_true (strcmp (suggested->rule, "memory") == 0
                           && strstr (evidence, " confirmed, ") != NULL);
          else if (suggested->layer == BAYAN_LAYER_GAZETTEER)
            g_assert_true (g_str_has_prefix (suggested->rule, "gazetteer/") && evidence != NULL);
          else if (suggested->layer == BAYAN_LAYER_TAGGER)
            g_assert_true (strcmp (suggested->rule, "tagger") == 0 && strstr (evidence, " +") != NULL);
          else
            g_assert_nonnull (strchr (suggested->rule, '/'));
        }
    }
  simulation_set_view (recogniser, SIMULATION_ALL);
  bayan_learner_clear (get_learner ());
  g_assert_cmpuint (n_by_layer[BAYAN_LAYER_MEMORY], >, 0);
  g_assert_cmpuint (n_by_layer[BAYAN_LAYER_GAZETTEER], >, 0);
  g_assert_cmpuint (n_by_layer[BAYAN_LAYER_RULE], >, 0);
}

/* Nothing is said without a reason: of the tables the row, which names the entity; of the rules the rule by its name. */
static void
assert_reason (const char *path, const BayanMention *mention)
{
  const char *slash = strchr (mention->rule, '/');
  gboolean is_table = g_str_has_prefix (mention->rule, "gazetteer/");

  if (slash == NULL || slash == mention->rule || slash[1] == '\0'
      || (mention->layer != BAYAN_LAYER_GAZETTEER && mention->layer != BAYAN_LAYER_RULE)
      || (mention->layer == BAYAN_LAYER_GAZETTEER
          && (!is_table || !g_str_has_suffix (mention->rule, ".tsv") || mention->evidence == NULL
              || *mention->evidence == '\0')))
    g_error ("%s: %u–%u by %s (%s), because of %s", path, mention->span.start.byte, mention->span.end.byte,
             mention->rule, bayan_layer_to_string (mention->layer), mention->evidence);
}

static guint
check_reasons (const char *path)
{
  g_autofree char *text = NULL;
  g_autoptr (BayanStatement) statement = NULL;
  g_autoptr (BayanRecognition) recognition = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL) || !g_utf8_validate (text, -1, NULL))
    return 0;
  statement = make_statement (text);
  recognition = bayan_recogniser_recognise (recogniser, statement, NULL);
  for (guint i = 0; i < recognition->mentions->len; i++)
    assert_reason (path, recognition->mentions->pdata[i]);
  return recognition->mentions->len;
}

/* Returns: how many suggestions there are in the texts of a folder, and of those in it */
static guint
check_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        n += check_folder (path);
      else if (g_str_has_suffix (name, ".txt"))
        n += check_reasons (path);
    }
  return n;
}

/* All texts that there are: the samples, those written for the recogniser, and the corpus where it is there */
static void
test_every_suggestion_has_its_reason (void)
{
  const char *shared = g_getenv ("BAYAN_SHARED");
  g_autofree char *beside = g_build_filename (BAYAN_SOURCE_ROOT, "..", "shared", NULL);
  g_autofree char *corpus = g_build_filename (shared != NULL ? shared : beside, "statements", NULL);
  guint own = check_folder (BAYAN_SOURCE_ROOT "/data/samples")
              + check_folder (BAYAN_SOURCE_ROOT "/tests/recognise");

  g_test_message ("%u suggestions in our own texts, %u in the corpus", own, check_folder (corpus));
  g_assert_cmpuint (own, >, 1000);
}

/* The texts one after the other, each line suggested, scored and decided on. */
static SimulationScore
read_all (GPtrArray *texts, SimulationView view, gboolean learns, gboolean backwards)
{
  SimulationScore score = { 0 };
  gint64 mention = 1;

  simulation_set_view (recogniser, view);
  for (guint i = 0; i < texts->len; i++)
    simulation_read (recogniser, texts->pdata[backwards ? texts->len - 1 - i : i], learns, &mention, &score,
                     NULL);
  simulation_set_view (recogniser, SIMULATION_ALL);
  bayan_learner_clear (get_learner ());
  return score;
}

/* Where names are not known, learning finds them; where they are, it spoils nothing. */
static void
test_learning_is_worth_it (void)
{
  static const struct {
    SimulationView view;
    double gain;
  } views[] = { { SIMULATION_ALL, -0.005 }, { SIMULATION_HALF, 0.03 }, { SIMULATION_NAUGHT, 0.1 } };
  g_autoptr (GPtrArray) texts = gold_load (TRUE);

  for (guint v = 0; v < G_N_ELEMENTS (views); v++)
    for (int backwards = 0; backwards < 2; backwards++)
      {
        double without = simulation_f1 (read_all (texts, views[v].view, FALSE, backwards));
        double with = simulation_f1 (read_all (texts, views[v].view, TRUE, backwards));

        g_test_message ("view %u, %s: F1 %.3f without learning, %.3f with", v,
                        backwards ? "backwards" : "forwards", without, with);
        g_assert_cmpfloat (with, >=, without + views[v].gain);
      }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int result;

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  recogniser = bayan_recogniser_new (&error);
  g_assert_no_error (error);

  g_test_add_func ("/learning/a-label-is-found-again", test_a_label_is_found_again);
  g_test_add_func ("/learning/several-words", test_several_words);
  g_test_add_func ("/learning/rejecting-twice-is-enough", test_rejecting_twice_is_enough);
  g_test_add_func ("/learning/another-type", test_another_type);
  g_test_add_func ("/learning/agreement-changes-nothing", test_agreement_changes_nothing);
  g_test_add_func ("/learning/the-tagger-learns-a-context", test_the_tagger_learns_a_context);
  g_test_add_func ("/learning/switched-off", test_switched_off);
  g_test_add_func ("/learning/a-listed-name-is-found", test_a_listed_name_is_found);
  g_test_add_func ("/learning/a-listed-name-names-what-is-known", test_a_listed_name_names_what_is_known);
  g_test_add_func ("/learning/a-listed-name-lifts-a-guard", test_a_listed_name_lifts_a_guard);
  g_test_add_func ("/learning/money-of-a-listed-people", test_money_of_a_listed_people);
  g_test_add_func ("/learning/every-suggestion-is-explained", test_every_suggestion_is_explained);
  g_test_add_func ("/learning/every-suggestion-has-its-reason", test_every_suggestion_has_its_reason);
  g_test_add_func ("/learning/learning-is-worth-it", test_learning_is_worth_it);
  g_test_add_func ("/learning/taking-back-leaves-nothing", test_taking_back_leaves_nothing);

  result = g_test_run ();
  bayan_recogniser_unref (recogniser);
  return result;
}
