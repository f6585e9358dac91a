/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-learner-private.h"

struct _BayanLearner {
  GMutex door;  /* whoever waits for the lock holds it: readers that come and go cannot keep a teacher out */
  GRWLock lock; /* of: */
  gboolean enabled;
  GHashTable *lessons; /* gint64 *: mention and type → BayanLesson */
  BayanMemory *memory;
  BayanTagger *tagger;
};

BayanLearner *
bayan_learner_new (void)
{
  BayanLearner *self = g_new0 (BayanLearner, 1);

  g_mutex_init (&self->door);
  g_rw_lock_init (&self->lock);
  self->enabled = TRUE;
  self->lessons = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                         (GDestroyNotify) bayan_lesson_free);
  self->memory = bayan_memory_new ();
  self->tagger = bayan_tagger_new ();
  return self;
}

void
bayan_learner_free (BayanLearner *self)
{
  bayan_tagger_free (self->tagger);
  bayan_memory_free (self->memory);
  g_hash_table_unref (self->lessons);
  g_rw_lock_clear (&self->lock);
  g_mutex_clear (&self->door);
  g_free (self);
}

static void
read_lock (BayanLearner *self)
{
  g_mutex_lock (&self->door);
  g_rw_lock_reader_lock (&self->lock);
  g_mutex_unlock (&self->door);
}

static void
write_lock (BayanLearner *self)
{
  g_mutex_lock (&self->door);
  g_rw_lock_writer_lock (&self->lock);
  g_mutex_unlock (&self->door);
}

static void
forget (BayanLearner *self, const BayanLesson *lesson)
{
  bayan_memory_forget (self->memory, lesson);
  if (lesson->steps != NULL)
    bayan_tagger_forget (self->tagger, lesson->steps);
}

static void
learn (BayanLearner *self, const BayanLesson *lesson)
{
  bayan_memory_learn (self->memory, lesson);
  if (lesson->steps != NULL)
    bayan_tagger_learn (self->tagger, lesson->steps);
}

/**
 * bayan_learner_set_lesson:
 * @mention: whose decision it is
 * @lesson: (nullable): what it teaches now; NULL for nothing any more
 *
 * Learns @lesson in the place of what @mention taught before as a @type.
 */
void
bayan_learner_set_lesson (BayanLearner *self, gint64 mention, BayanMentionType type,
                          const BayanLesson *lesson)
{
  gint64 number = mention * BAYAN_MENTION_N_TYPES + type;
  const BayanLesson *before;

  write_lock (self);
  before = g_hash_table_lookup (self->lessons, &number);
  if (before != NULL)
    {
      forget (self, before);
      g_hash_table_remove (self->lessons, &number);
    }
  if (lesson != NULL)
    {
      learn (self, lesson);
      g_hash_table_insert (self->lessons, g_memdup2 (&number, sizeof number), bayan_lesson_copy (lesson));
    }
  g_rw_lock_writer_unlock (&self->lock);
}

/* Forgets everything. */
void
bayan_learner_clear (BayanLearner *self)
{
  write_lock (self);
  g_hash_table_remove_all (self->lessons);
  bayan_memory_free (self->memory);
  self->memory = bayan_memory_new ();
  bayan_tagger_free (self->tagger);
  self->tagger = bayan_tagger_new ();
  g_rw_lock_writer_unlock (&self->lock);
}

/* Switched off, it learns and suggests nothing. */
void
bayan_learner_set_enabled (BayanLearner *self, gboolean enabled)
{
  write_lock (self);
  self->enabled = enabled;
  g_rw_lock_writer_unlock (&self->lock);
}

gboolean
bayan_learner_get_enabled (BayanLearner *self)
{
  gboolean enabled;

  read_lock (self);
  enabled = self->enabled;
  g_rw_lock_reader_unlock (&self->lock);
  return enabled;
}

guint
bayan_learner_get_n_lessons (BayanLearner *self)
{
  guint n;

  read_lock (self);
  n = g_hash_table_size (self->lessons);
  g_rw_lock_reader_unlock (&self->lock);
  return n;
}

/* Returns: (transfer full) (element-type utf8): the words of all lessons, each once */
GPtrArray *
bayan_learner_dup_surfaces (BayanLearner *self)
{
  GPtrArray *surfaces = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer lesson;

  read_lock (self);
  g_hash_table_iter_init (&iter, self->lessons);
  while (g_hash_table_iter_next (&iter, NULL, &lesson))
    if (g_hash_table_add (seen, ((BayanLesson *) lesson)->surface))
      g_ptr_array_add (surfaces, g_strdup (((BayanLesson *) lesson)->surface));
  g_rw_lock_reader_unlock (&self->lock);
  return surfaces;
}

/**
 * bayan_learner_count:
 * @surface: as lessons have it
 * @n_right: (out): how often the analyst said that these words are a @type
 * @n_wrong: (out): and how often that they are not
 */
void
bayan_learner_count (BayanLearner *self, const char *surface, BayanMentionType type, guint *n_right,
                     guint *n_wrong)
{
  BayanMemoryCounts counts;

  read_lock (self);
  counts = bayan_memory_count (self->memory, surface, type);
  g_rw_lock_reader_unlock (&self->lock);
  *n_right = counts.n_right;
  *n_wrong = counts.n_wrong;
}

static gboolean
begin (BayanLearner *self, guint n_lessons_min, BayanLearned *learned)
{
  read_lock (self);
  if (self->enabled && g_hash_table_size (self->lessons) >= n_lessons_min)
    {
      learned->memory = self->memory;
      learned->tagger = self->tagger;
      return TRUE;
    }
  g_rw_lock_reader_unlock (&self->lock);
  return FALSE;
}

/* Returns: FALSE if there is nothing to ask it; then it is not to be ended */
gboolean
bayan_learner_begin (BayanLearner *self, BayanLearned *learned)
{
  return begin (self, 1, learned);
}

gboolean
bayan_learner_begin_making (BayanLearner *self, BayanLearned *learned)
{
  return begin (self, 0, learned);
}

void
bayan_learner_end (BayanLearner *self)
{
  g_rw_lock_reader_unlock (&self->lock);
}
