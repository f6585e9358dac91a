/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-recogniser.h"

#include <malloc.h>
#include <string.h>

#include "bayan-absence-finder.h"
#include "bayan-arbiter.h"
#include "bayan-blocks.h"
#include "bayan-entity-maker.h"
#include "bayan-gazetteer.h"
#include "bayan-homographs.h"
#include "bayan-knowledge.h"
#include "bayan-learner-private.h"
#include "bayan-lesson-maker.h"
#include "bayan-recogniser-private.h"
#include "bayan-rules.h"

/* What one thread at a time works with: it gets better at it from text to text. */
typedef struct {
  BayanWordTypes *types;
  BayanEntityMaker *maker;
} Tools;

struct _BayanRecogniser {
  gatomicrefcount ref_count;
  GError *damage; /* nullable: why the compiled knowledge was not used */
  BayanLexicon *lexicon;
  BayanHomographs *homographs;
  BayanCurrencies *currencies;
  BayanResolutions *resolutions;
  BayanOfficeBook *office_book;
  BayanLearner *learner;
  BayanBlindFunc is_blind_to; /* nullable */
  gpointer blind_data;
  GMutex lock;           /* of: */
  GPtrArray *idle_tools; /* Tools that no thread is using */
};

static void
tools_free (Tools *self)
{
  bayan_entity_maker_free (self->maker);
  bayan_word_types_free (self->types);
  g_free (self);
}

static Tools *
take_tools (BayanRecogniser *self)
{
  Tools *tools = NULL;

  g_mutex_lock (&self->lock);
  if (self->idle_tools->len > 0)
    tools = g_ptr_array_steal_index_fast (self->idle_tools, self->idle_tools->len - 1);
  g_mutex_unlock (&self->lock);
  if (tools != NULL)
    return tools;

  tools = g_new (Tools, 1);
  tools->types = bayan_word_types_new (self->lexicon);
  tools->maker = bayan_entity_maker_new ();
  return tools;
}

static void
give_tools_back (BayanRecogniser *self, Tools *tools)
{
  g_mutex_lock (&self->lock);
  g_ptr_array_add (self->idle_tools, tools);
  g_mutex_unlock (&self->lock);
}

/**
 * bayan_recogniser_new:
 *
 * Takes the compiled knowledge; or, slower, the tables that it was compiled from and that the program carries, if it
 * cannot be used. bayan_recogniser_get_damage() says so then.
 *
 * Returns: (transfer full): %NULL with GResource's error for a program built without its tables
 */
BayanRecogniser *
bayan_recogniser_new (GError **error)
{
  g_autofree char *path = bayan_knowledge_find ();

  return bayan_recogniser_new_from_file (path, error);
}

static BayanLexicon *
load_lexicon (const char *path, GError **damage, GError **error)
{
  BayanLexicon *lexicon = bayan_knowledge_load (path, damage);
  g_autoptr (GBytes) compiled = NULL;

  if (lexicon != NULL)
    return lexicon;
  compiled = bayan_gazetteer_compile (error);
  return compiled != NULL ? bayan_lexicon_new (compiled, error) : NULL;
}

/* The same with the compiled knowledge at @path. */
BayanRecogniser *
bayan_recogniser_new_from_file (const char *path, GError **error)
{
  g_autoptr (GError) damage = NULL;
  g_autoptr (BayanLexicon) lexicon = load_lexicon (path, &damage, error);
  g_autoptr (BayanHomographs) homographs = lexicon != NULL ? bayan_homographs_new (lexicon, error) : NULL;
  g_autoptr (BayanCurrencies) currencies = homographs != NULL ? bayan_currencies_new (error) : NULL;
  g_autoptr (BayanResolutions) resolutions = currencies != NULL ? bayan_resolutions_new (error) : NULL;
  BayanRecogniser *self;

  if (resolutions == NULL)
    return NULL;

  self = g_new0 (BayanRecogniser, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->damage = g_steal_pointer (&damage);
  self->lexicon = g_steal_pointer (&lexicon);
  self->homographs = g_steal_pointer (&homographs);
  self->currencies = g_steal_pointer (&currencies);
  self->resolutions = g_steal_pointer (&resolutions);
  self->office_book = bayan_office_book_new (self->lexicon);
  self->learner = bayan_learner_new ();
  g_mutex_init (&self->lock);
  self->idle_tools = g_ptr_array_new_with_free_func ((GDestroyNotify) tools_free);

  return self;
}

BayanRecogniser *
bayan_recogniser_ref (BayanRecogniser *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
bayan_recogniser_unref (BayanRecogniser *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->idle_tools);
  g_mutex_clear (&self->lock);
  bayan_learner_free (self->learner);
  bayan_resolutions_free (self->resolutions);
  bayan_currencies_free (self->currencies);
  bayan_homographs_free (self->homographs);
  bayan_office_book_free (self->office_book);
  bayan_lexicon_free (self->lexicon);
  g_clear_error (&self->damage);
  g_free (self);
}

/* Returns: (transfer none) (nullable): why the tables had to be read instead of the compiled knowledge, which takes ten
 * times as long; %NULL if they had not */
const GError *
bayan_recogniser_get_damage (const BayanRecogniser *self)
{
  return self->damage;
}

/**
 * bayan_recogniser_get_office_book:
 *
 * Returns: (transfer none): who held which office when
 */
const BayanOfficeBook *
bayan_recogniser_get_office_book (const BayanRecogniser *self)
{
  return self->office_book;
}

/* Returns: (transfer none): what it knows by heart */
const BayanLexicon *
bayan_recogniser_get_lexicon (const BayanRecogniser *self)
{
  return self->lexicon;
}

/**
 * bayan_recogniser_get_learner:
 *
 * Returns: (transfer none): what the recogniser has learned; nothing at first
 */
BayanLearner *
bayan_recogniser_get_learner (BayanRecogniser *self)
{
  return self->learner;
}

/**
 * bayan_recogniser_set_blind:
 * @is_blind_to: (nullable): TRUE for what rules and tables find and nobody is to see
 *
 * For measuring how the recogniser learns what it does not know. Before it recognises anything.
 */
void
bayan_recogniser_set_blind (BayanRecogniser *self, BayanBlindFunc is_blind_to, gpointer data)
{
  self->is_blind_to = is_blind_to;
  self->blind_data = data;
}

static void
blind (BayanRecogniser *self, BayanScan *scan)
{
  for (guint c = 0; c < scan->n_candidates; c++)
    {
      BayanCandidate *candidate = &scan->candidates[c];

      if ((candidate->flags & BAYAN_CANDIDATE_REMEMBERED) == 0
          && self->is_blind_to (scan->text + candidate->start, candidate->end - candidate->start,
                                candidate->type, self->blind_data))
        candidate->flags |= BAYAN_CANDIDATE_BARE;
    }
}

typedef void (*MemoryFunc) (const BayanMemory *memory, BayanScan *scan);

static void
remember (BayanRecogniser *self, BayanScan *scan, MemoryFunc func)
{
  BayanLearned learned;

  if (!bayan_learner_begin (self->learner, &learned))
    return;
  func (learned.memory, scan);
  bayan_learner_end (self->learner);
}

/* What stands, in the end: the tagger looks at what the arbiter chose of the others. Returns: as the arbiter */
static GPtrArray *
choose (BayanRecogniser *self, BayanScan *scan)
{
  g_autoptr (GPtrArray) chosen = bayan_arbiter_choose (scan);
  BayanLearned learned;
  gboolean any;

  if (!bayan_learner_begin (self->learner, &learned))
    return g_steal_pointer (&chosen);
  any = learned.tagger != NULL && bayan_tagger_propose (learned.tagger, scan, chosen);
  bayan_learner_end (self->learner);

  return any ? bayan_arbiter_choose (scan) : g_steal_pointer (&chosen);
}

/* Recognises @words, of a block of the text that begins at its byte @at. */
static void
recognise_block (BayanRecogniser *self, const BayanWords *words, guint32 at, BayanDate date, Tools *tools,
                 GCancellable *cancellable)
{
  g_autoptr (BayanScan) scan = bayan_scan_new (self->lexicon, tools->types, words);
  g_autoptr (GPtrArray) chosen = NULL;

  if (g_cancellable_is_cancelled (cancellable))
    return;
  bayan_scan_match_lexicon (scan);
  bayan_homographs_resolve (self->homographs, scan);
  if (g_cancellable_is_cancelled (cancellable))
    return;
  scan->currencies = self->currencies;
  scan->resolutions = self->resolutions;
  remember (self, scan, bayan_memory_find);
  bayan_rules_run (scan, date);
  if (self->is_blind_to != NULL)
    blind (self, scan);
  remember (self, scan, bayan_memory_judge);
  if (g_cancellable_is_cancelled (cancellable))
    return;
  chosen = choose (self, scan);
  bayan_entity_maker_add (tools->maker, scan, chosen, at);
}

/* What was found before @cancellable was cancelled is nothing. */
static BayanRecognition *
finish (BayanRecogniser *self, Tools *tools, GCancellable *cancellable)
{
  BayanRecognition *recognition = bayan_entity_maker_finish (tools->maker);

  give_tools_back (self, tools);
  if (!g_cancellable_is_cancelled (cancellable))
    return recognition;
  bayan_recognition_free (recognition);
  return bayan_recognition_new ();
}

/**
 * bayan_recogniser_recognise:
 *
 * Suggests mentions of @statement's clean text, each with the rule and the evidence that made it. Linear in
 * the text. Of a text longer than %BAYAN_BLOCK_BYTES each block is read for itself: who was named in full in
 * one is not known in the next.
 *
 * Returns: (transfer full): mentions that nest but never cross, and the entities that they name; none at all
 * if
 *   @cancellable was cancelled meanwhile
 */
BayanRecognition *
bayan_recogniser_recognise (BayanRecogniser *self, const BayanStatement *statement, GCancellable *cancellable)
{
  const gboolean is_long = statement->text_length_bytes > BAYAN_BLOCK_BYTES;
  Tools *tools = take_tools (self);
  gsize length;

  bayan_entity_maker_begin (tools->maker, is_long);
  for (gsize at = 0; at < statement->text_length_bytes && !g_cancellable_is_cancelled (cancellable);
       at += length)
    {
      g_autoptr (BayanWords) words = NULL;

      length = bayan_block_length (statement->text + at, statement->text_length_bytes - at);
      words = bayan_words_new (statement->text + at, (gssize) length);
      recognise_block (self, words, (guint32) at, statement->date, tools, cancellable);
    }
#ifdef __GLIBC__
  /* What a block took lies between the mentions, where the C library would keep it. */
  if (is_long)
    malloc_trim (0);
#endif
  return finish (self, tools, cancellable);
}

/**
 * bayan_recogniser_recognise_words:
 * @words: of the text of @statement, which is one block
 *
 * Returns: (transfer full): as bayan_recogniser_recognise()
 */
BayanRecognition *
bayan_recogniser_recognise_words (BayanRecogniser *self, const BayanStatement *statement,
                                  const BayanWords *words, GCancellable *cancellable)
{
  Tools *tools = take_tools (self);

  bayan_entity_maker_begin (tools->maker, FALSE);
  recognise_block (self, words, 0, statement->date, tools, cancellable);
  return finish (self, tools, cancellable);
}

/**
 * bayan_recogniser_link:
 * @surface: the words that the analyst labelled
 *
 * Returns: (transfer full) (nullable): what the tables know under this name as a @type; NULL if they know
 * nothing
 */
BayanEntity *
bayan_recogniser_link (BayanRecogniser *self, const char *surface, BayanMentionType type)
{
  const BayanLexiconEntry *entry = bayan_lexicon_find_phrase (self->lexicon, surface, type);

  if (entry == NULL && type == BAYAN_MENTION_PERS)
    return bayan_office_book_find_person (self->office_book, surface, -1);
  return entry != NULL ? bayan_entity_copy (entry->entity) : NULL;
}

/**
 * bayan_recogniser_make_lesson:
 * @text: of the statement
 * @mentions: (nullable) (element-type BayanMention): what is known of the statement, suggested or decided; where it is not
 *   known, the tagger learns nothing
 * @decision: what is decided, or decided anew; it need not be in @mentions. Its status says whether it is right.
 * @entity: (nullable): what it names, where it is right
 *
 * Makes the lesson that there is in @decision. It teaches nobody anything yet. What it costs depends on the line that the
 * decision is in, and not on the text.
 *
 * Returns: (transfer full) (nullable): the lesson; NULL where there is no word in the span
 */
BayanLesson *
bayan_recogniser_make_lesson (BayanRecogniser *self, const char *text, gsize length_bytes,
                              const GPtrArray *mentions, const BayanMention *decision,
                              const BayanEntity *entity)
{
  BayanWindow window = bayan_lesson_maker_find_window (text, length_bytes, decision->span);
  g_autoptr (BayanWords) words = bayan_words_new (text + window.start, (gssize) (window.end - window.start));
  Tools *tools = take_tools (self);
  g_autoptr (BayanScan) scan = bayan_scan_new (self->lexicon, tools->types, words);
  BayanLesson *lesson;
  BayanLearned learned;

  give_tools_back (self, tools);
  lesson = bayan_lesson_maker_make (scan, window, decision, entity);
  if (lesson == NULL || mentions == NULL || !bayan_learner_begin_making (self->learner, &learned))
    return lesson;
  lesson->steps = bayan_lesson_maker_make_steps (learned.tagger, scan, window, mentions, decision);
  bayan_learner_end (self->learner);
  return lesson;
}

/* What a name of the list names: as it says, as the tables know it, or what its own words are. */
static BayanEntity *
make_named (BayanRecogniser *self, const BayanOwnName *name)
{
  g_autoptr (BayanEntity) known = bayan_recogniser_link (self, name->name, name->type);
  g_autofree char *own_key = NULL;
  BayanEntity *entity;

  if (known != NULL && known->type == name->type && (name->key == NULL || strcmp (name->key, known->key) == 0))
    return g_steal_pointer (&known);
  own_key = name->key == NULL ? bayan_entity_maker_make_key (name->type, name->name) : NULL;
  entity = bayan_entity_new (name->key != NULL ? name->key : own_key, name->type);
  entity->name_ar = g_strdup (name->name);
  entity->iso3 = g_strdup (name->iso3);
  return entity;
}

/**
 * bayan_recogniser_make_name_lessons:
 *
 * Makes the lessons that there are in a name of the analyst's list, for bayan_learner_set_name().
 *
 * Returns: (transfer full) (element-type BayanLesson): one for each way to write it; none where there is no word in it
 */
GPtrArray *
bayan_recogniser_make_name_lessons (BayanRecogniser *self, const BayanOwnName *name)
{
  GPtrArray *lessons = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_lesson_free);
  g_autoptr (BayanEntity) entity = make_named (self, name);
  guint n = g_strv_length (name->spellings);

  for (guint i = 0; i <= n; i++)
    {
      const char *words = i == 0 ? name->name : name->spellings[i - 1];
      gsize length_bytes = strlen (words);
      g_autoptr (BayanMention) mention = bayan_mention_new (bayan_clean_span (0, (guint32) length_bytes),
                                                            name->type, BAYAN_LAYER_ANALYST, "analyst");
      BayanLesson *lesson;

      mention->status = BAYAN_STATUS_CONFIRMED;
      lesson = bayan_recogniser_make_lesson (self, words, length_bytes, NULL, mention, entity);
      if (lesson == NULL)
        continue;
      lesson->listed = g_strdup (name->name);
      g_ptr_array_add (lessons, lesson);
    }
  return lessons;
}

/**
 * bayan_recogniser_explain_absence:
 * @span: of the statement's text
 * @type: what it is not suggested to be; BAYAN_MENTION_N_TYPES for anything
 *
 * Recognises the block that @span is in once more, and asks each layer what it has against it.
 *
 * Returns: (transfer full) (element-type BayanAbsence): the reasons, the weightiest first; never empty
 */
GPtrArray *
bayan_recogniser_explain_absence (BayanRecogniser *self, const BayanStatement *statement, BayanCleanSpan span,
                                  BayanMentionType type)
{
  gsize at = 0, length = 0;
  g_autoptr (BayanWords) words = NULL;
  g_autoptr (BayanScan) scan = NULL;
  Tools *tools = take_tools (self);
  BayanAbsenceQuestion question;

  do
    {
      at += length;
      length = bayan_block_length (statement->text + at, statement->text_length_bytes - at);
    }
  while (at + length <= span.start.byte && at + length < statement->text_length_bytes);
  words = bayan_words_new (statement->text + at, (gssize) length);
  scan = bayan_scan_new (self->lexicon, tools->types, words);
  give_tools_back (self, tools);
  scan->currencies = self->currencies;
  scan->resolutions = self->resolutions;
  question = (BayanAbsenceQuestion) { self->homographs, self->learner, statement->date, scan, (guint32) at };
  return bayan_absence_finder_find (&question, span, type);
}

/**
 * bayan_recogniser_teach_all:
 * @lessons: (element-type BayanLesson)
 * @names: (element-type BayanOwnName)
 *
 * Teaches all that a library knows.
 */
void
bayan_recogniser_teach_all (BayanRecogniser *self, const GPtrArray *lessons, const GPtrArray *names)
{
  for (guint i = 0; i < lessons->len; i++)
    {
      const BayanLesson *lesson = lessons->pdata[i];

      bayan_learner_set_lesson (self->learner, lesson->mention, lesson->type, lesson);
    }
  for (guint i = 0; i < names->len; i++)
    {
      const BayanOwnName *name = names->pdata[i];
      g_autoptr (GPtrArray) of_name = bayan_recogniser_make_name_lessons (self, name);

      bayan_learner_set_name (self->learner, name->id, of_name);
    }
}
