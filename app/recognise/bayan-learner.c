/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-learner-private.h"

struct _BayanLearner {
  GMutex door;  /* whoever waits for the lock holds it: readers that come and go cannot keep a teacher out */
  GRWLock lock; /* of: */
  gboolean enabled;
  GHashTable *lessons; /* gint64 *: mention and type → BayanLesson */
  BayanMemory *memory;
  BayanTagger *tagger;
  GHashTable *names;        /* gint64 *: of a name of the list → GPtrArray of BayanLesson */
  BayanMemory *listed;      /* those alone: what is known where nothing is learned */
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
  self->names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                       (GDestroyNotify) g_ptr_array_unref);
  self->listed = bayan_memory_new ();
  return self;
}

void
bayan_learner_free (BayanLearner *self)
{
  bayan_tagger_free (self->tagger);
  bayan_memory_free (self->memory);
  g_hash_table_unref (self->lessons);
  g_hash_table_unref (self->names);
  bayan_memory_free (self->listed);
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

static void
count_name (BayanLearner *self, const GPtrArray *lessons, void (*count) (BayanMemory *, const BayanLesson *))
{
  for (guint i = 0; i < lessons->len; i++)
    {
      count (self->memory, lessons->pdata[i]);
      count (self->listed, lessons->pdata[i]);
    }
}

/**
 * bayan_learner_set_name:
 * @id: of a name of the analyst's list
 * @lessons: (nullable) (element-type BayanLesson): one for each way to write it; NULL where it is on the list no more
 */
void
bayan_learner_set_name (BayanLearner *self, gint64 id, const GPtrArray *lessons)
{
  const GPtrArray *before;

  write_lock (self);
  before = g_hash_table_lookup (self->names, &id);
  if (before != NULL)
    {
      count_name (self, before, bayan_memory_forget);
      g_hash_table_remove (self->names, &id);
    }
  if (lessons != NULL)
    {
      GPtrArray *kept = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_lesson_free);

      for (guint i = 0; i < lessons->len; i++)
        g_ptr_array_add (kept, bayan_lesson_copy (lessons->pdata[i]));
      count_name (self, kept, bayan_memory_learn);
      g_hash_table_insert (self->names, g_memdup2 (&id, sizeof id), kept);
    }
  g_rw_lock_writer_unlock (&self->lock);
}

guint
bayan_learner_get_n_names (BayanLearner *self)
{
  guint n;

  read_lock (self);
  n = g_hash_table_size (self->names);
  g_rw_lock_reader_unlock (&self->lock);
  return n;
}

/* Forgets everything. */
void
bayan_learner_clear (BayanLearner *self)
{
  write_lock (self);
  g_hash_table_remove_all (self->lessons);
  g_hash_table_remove_all (self->names);
  bayan_memory_free (self->memory);
  self->memory = bayan_memory_new ();
  bayan_memory_free (self->listed);
  self->listed = bayan_memory_new ();
  bayan_tagger_free (self->tagger);
  self->tagger = bayan_tagger_new ();
  g_rw_lock_writer_unlock (&self->lock);
}

/* Switched off, it learns nothing, and suggests what is on the list. */
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

static int
compare_mentions (gconstpointer a, gconstpointer b)
{
  const BayanLesson *one = *(BayanLesson *const *) a, *other = *(BayanLesson *const *) b;

  return (one->mention > other->mention) - (one->mention < other->mention);
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

/* Returns: (transfer full) (element-type BayanLesson): those of the decisions, in the order of their mentions */
GPtrArray *
bayan_learner_dup_lessons (BayanLearner *self)
{
  GPtrArray *lessons = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_lesson_free);
  GHashTableIter iter;
  gpointer lesson;

  read_lock (self);
  g_hash_table_iter_init (&iter, self->lessons);
  while (g_hash_table_iter_next (&iter, NULL, &lesson))
    g_ptr_array_add (lessons, bayan_lesson_copy (lesson));
  g_rw_lock_reader_unlock (&self->lock);
  g_ptr_array_sort (lessons, compare_mentions);
  return lessons;
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


/* Returns: FALSE if there is nothing to ask it; then it is not to be ended */
gboolean
bayan_learner_begin (BayanLearner *self, BayanLearned *learned)
{
  read_lock (self);
  learned->memory = self->enabled ? self->memory : self->listed;
  learned->tagger = self->enabled ? self->tagger : NULL;
  if ((self->enabled && g_hash_table_size (self->lessons) > 0) || g_hash_table_size (self->names) > 0)
    return TRUE;
  g_rw_lock_reader_unlock (&self->lock);
  return FALSE;
}

gboolean
bayan_learner_begin_making (BayanLearner *self, BayanLearned *learned)
{
  read_lock (self);
  learned->memory = self->memory;
  learned->tagger = self->tagger;
  if (self->enabled)
    return TRUE;
  g_rw_lock_reader_unlock (&self->lock);
  return FALSE;
}

void
bayan_learner_end (BayanLearner *self)
{
  g_rw_lock_reader_unlock (&self->lock);
}
