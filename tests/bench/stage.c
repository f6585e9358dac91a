/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stage.h"

#include "figures.h"

static void
before_paint_cb (Stage *self)
{
  self->frame_start_ms = thread_ms ();
}

static void
after_paint_cb (Stage *self)
{
  double cost_ms = thread_ms () - self->frame_start_ms;

  g_array_append_val (self->frames, cost_ms);
  self->n_painted++;
}

void
stage_open (Stage *self, const char *library)
{
  *self = (Stage) { .frames = g_array_new (FALSE, FALSE, sizeof (double)) };
  window_fixture_open (&self->window, library);
  self->clock = gtk_widget_get_frame_clock (self->window.window);
  g_signal_connect_swapped (self->clock, "before-paint", G_CALLBACK (before_paint_cb), self);
  g_signal_connect_swapped (self->clock, "after-paint", G_CALLBACK (after_paint_cb), self);
}

void
stage_close (Stage *self)
{
  g_signal_handlers_disconnect_by_data (self->clock, self);
  window_fixture_close (&self->window);
  g_array_unref (self->frames);
}

/* Sleeping until there is something to do: looking again and again would count as time of this thread. */
void
stage_wait_painted (Stage *self)
{
  guint before = self->n_painted;

  gtk_widget_queue_draw (self->window.window);
  while (self->n_painted == before)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
is_read (Stage *self, gint64 statement)
{
  BayanReading *reading = bayan_desk_get_reading (self->window.desk);

  return reading != NULL && bayan_reading_get_id (reading) == statement;
}

void
stage_turn_to (Stage *self, gint64 statement)
{
  bayan_desk_select_statement (self->window.desk, statement);
  while (!is_read (self, statement))
    g_main_context_iteration (NULL, TRUE);
  stage_wait_painted (self);
}

void
stage_forget_frames (Stage *self)
{
  g_array_set_size (self->frames, 0);
}
