/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-recogniser-maker.h"

struct _BayanRecogniserMaker {
  gatomicrefcount ref_count;
  GMutex lock;
  GCond made;
  GCond left;
  gboolean is_made;
  guint n_threads;             /* at work */
  BayanRecogniser *recogniser; /* NULL until made, or where it cannot be */
  GError *error;
  BayanActFinder *act_finder; /* NULL until somebody asks for it */
};

static gpointer
make (gpointer data)
{
  BayanRecogniserMaker *self = data;
  g_autoptr (GError) error = NULL;
  BayanRecogniser *recogniser = bayan_recogniser_new (&error);

  g_mutex_lock (&self->lock);
  self->recogniser = recogniser;
  self->error = g_steal_pointer (&error);
  self->is_made = TRUE;
  g_cond_broadcast (&self->made);
  g_mutex_unlock (&self->lock);
  bayan_recogniser_maker_leave (self);
  return NULL;
}

BayanRecogniserMaker *
bayan_recogniser_maker_new (void)
{
  BayanRecogniserMaker *self = g_new0 (BayanRecogniserMaker, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  g_cond_init (&self->made);
  g_cond_init (&self->left);
  bayan_recogniser_maker_enter (self);
  g_thread_unref (g_thread_new ("recogniser", make, self));
  return self;
}

BayanRecogniserMaker *
bayan_recogniser_maker_ref (BayanRecogniserMaker *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
bayan_recogniser_maker_unref (BayanRecogniserMaker *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->recogniser, bayan_recogniser_unref);
  g_clear_error (&self->error);
  g_clear_pointer (&self->act_finder, bayan_act_finder_free);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->made);
  g_cond_clear (&self->left);
  g_free (self);
}

/* Also keeps the maker alive until the thread leaves. */
void
bayan_recogniser_maker_enter (BayanRecogniserMaker *self)
{
  bayan_recogniser_maker_ref (self);
  g_mutex_lock (&self->lock);
  self->n_threads++;
  g_mutex_unlock (&self->lock);
}

void
bayan_recogniser_maker_leave (BayanRecogniserMaker *self)
{
  g_mutex_lock (&self->lock);
  self->n_threads--;
  g_cond_broadcast (&self->left);
  g_mutex_unlock (&self->lock);
  bayan_recogniser_maker_unref (self);
}

void
bayan_recogniser_maker_wait (BayanRecogniserMaker *self)
{
  g_mutex_lock (&self->lock);
  while (self->n_threads > 0)
    g_cond_wait (&self->left, &self->lock);
  g_mutex_unlock (&self->lock);
}

/**
 * bayan_recogniser_maker_get:
 *
 * Waits the few milliseconds that making may still take.
 *
 * Returns: (transfer none) (nullable): the recogniser; NULL with @error set if its tables cannot be read
 */
BayanRecogniser *
bayan_recogniser_maker_get (BayanRecogniserMaker *self, GError **error)
{
  g_mutex_lock (&self->lock);
  while (!self->is_made)
    g_cond_wait (&self->made, &self->lock);
  g_mutex_unlock (&self->lock);
  if (self->recogniser == NULL && self->error != NULL)
    g_propagate_error (error, g_error_copy (self->error));
  return self->recogniser;
}

/**
 * bayan_recogniser_maker_get_act_finder:
 *
 * The first to ask makes it, and waits for its tables: not for the main thread.
 *
 * Returns: (transfer none) (nullable): what finds acts; NULL with @error set if its tables cannot be read
 */
const BayanActFinder *
bayan_recogniser_maker_get_act_finder (BayanRecogniserMaker *self, GError **error)
{
  const BayanActFinder *finder;

  g_mutex_lock (&self->lock);
  if (self->act_finder == NULL)
    self->act_finder = bayan_act_finder_new (error);
  finder = self->act_finder;
  g_mutex_unlock (&self->lock);
  return finder;
}
