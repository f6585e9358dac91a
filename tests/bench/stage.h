/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The real window, with what each of its frames costs. */
#pragma once

#include "window-fixture.h"

G_BEGIN_DECLS

typedef struct {
  WindowFixture window;
  GdkFrameClock *clock;
  double frame_start_ms; /* of this thread's time */
  GArray *frames;        /* of double: thread ms of each frame since the last reset */
  guint n_painted;
} Stage;

void stage_open (Stage *self, const char *library);
void stage_close (Stage *self);
void stage_wait_painted (Stage *self);
void stage_turn_to (Stage *self, gint64 statement); /* until its picture is there */
void stage_forget_frames (Stage *self);

G_END_DECLS
