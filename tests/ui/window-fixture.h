/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The real window in the test's own process, over a library in a folder of its own: for what only the inside can tell,
 * frames above all. What a person can tell is walked from outside (walk-*.py). */
#pragma once

#include <adwaita.h>

#include "bayan-desk.h"

G_BEGIN_DECLS

#define WINDOW_WAIT_SECONDS 60

typedef struct {
  AdwApplication *application;
  GSettings *settings;
  BayanDesk *desk;
  GtkWidget *window;
} WindowFixture;

void window_fixture_open (WindowFixture *self, const char *library);
void window_fixture_close (WindowFixture *self);

GtkWidget *window_fixture_find (GtkWidget *root, const char *type_name);
gint64 window_fixture_import_text (WindowFixture *self, const char *text);
void window_fixture_read (WindowFixture *self, gint64 statement);
void window_fixture_settle (WindowFixture *self);

/* Runs the main loop until @condition holds; ends the program after WINDOW_WAIT_SECONDS. */
#define window_wait_until(condition)                                                        \
  G_STMT_START {                                                                            \
    gint64 window_until_us = g_get_monotonic_time () + WINDOW_WAIT_SECONDS * G_USEC_PER_SEC; \
    while (!(condition))                                                                    \
      {                                                                                     \
        if (g_get_monotonic_time () > window_until_us)                                      \
          g_error ("waited in vain for " #condition);                                       \
        if (!g_main_context_iteration (NULL, FALSE))                                        \
          g_usleep (200);                                                                   \
      }                                                                                     \
  } G_STMT_END

G_END_DECLS
