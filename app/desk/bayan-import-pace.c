/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-import-pace.h"

/* What lies so far back counts half. */
#define MEMORY_SECONDS 3.0
/* Batches come in lumps: what is closer together says nothing about the pace. */
#define MIN_STEP_US (G_USEC_PER_SEC / 4)
#define SETTLED_US (2 * G_USEC_PER_SEC)

/**
 * bayan_import_pace_note:
 * @now_us: monotonic time
 * @n_done: how many files are done by now
 */
void
bayan_import_pace_note (BayanImportPace *self, gint64 now_us, guint n_done)
{
  double seconds, rate, weight;

  if (self->began_us == 0)
    {
      self->began_us = self->noted_us = now_us;
      self->n_done = n_done;
      return;
    }
  if (now_us - self->noted_us < MIN_STEP_US)
    return;
  seconds = (double) (now_us - self->noted_us) / G_USEC_PER_SEC;
  rate = (n_done - self->n_done) / seconds;
  weight = self->noted_us == self->began_us ? 1 : seconds / (seconds + MEMORY_SECONDS);
  self->rate += weight * (rate - self->rate);
  self->noted_us = now_us;
  self->n_done = n_done;
}

/* Returns: files a second; 0 while that is not known */
double
bayan_import_pace_get_rate (const BayanImportPace *self)
{
  return self->noted_us - self->began_us < SETTLED_US ? 0 : self->rate;
}

/* Returns: how long @n_left files will take; -1 while that is not known */
int
bayan_import_pace_get_seconds_left (const BayanImportPace *self, guint n_left)
{
  double rate = bayan_import_pace_get_rate (self);

  if (rate <= 0 || n_left / rate > G_MAXINT)
    return -1;
  return (int) (n_left / rate + 0.5);
}
