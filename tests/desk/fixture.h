/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of this room share: a desk over a library in a folder of its own, bounded waiting, a copy of
 * a list model made from its signals alone, and counts made from scratch. */
#pragma once

#include "bayan-desk-private.h"

G_BEGIN_DECLS

#define WAIT_SECONDS 20

typedef struct {
  char *folder;
  char *path; /* of the library */
  BayanDesk *desk;
  guint n_updated, n_mentions_changed, n_filter_changed;
  GError *failed; /* the last act-failed; nullable */
  GPtrArray *statements, *entities, *ranking; /* copies of the models, kept up by their signals */
} Fixture;

void fixture_set_up (Fixture *self, gconstpointer data);
void fixture_tear_down (Fixture *self, gconstpointer data);
void fixture_close (Fixture *self);
void fixture_reopen (Fixture *self);

char *fixture_put (Fixture *self, const char *name, const char *text);
BayanImportJob *fixture_import (Fixture *self, const char *const *names);
gint64 fixture_import_text (Fixture *self, const char *text);
void fixture_read (Fixture *self, gint64 statement);
const BayanMention *fixture_find (Fixture *self, const char *words, BayanMentionType type);
void fixture_act (Fixture *self); /* waits until what was asked is done, and the desk updated */
void fixture_check (Fixture *self); /* models and counts are what the library says */

/* Runs the main loop until @condition holds; fails the test after WAIT_SECONDS. */
#define wait_until(condition)                                                        \
  G_STMT_START {                                                                     \
    gint64 until_us = g_get_monotonic_time () + WAIT_SECONDS * G_USEC_PER_SEC;       \
    while (!(condition))                                                             \
      {                                                                              \
        g_assert_cmpint (g_get_monotonic_time (), <, until_us);                      \
        if (!g_main_context_iteration (NULL, FALSE))                                 \
          g_usleep (1000);                                                           \
      }                                                                              \
  } G_STMT_END

G_END_DECLS
