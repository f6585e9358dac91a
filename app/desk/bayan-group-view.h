/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A group laid out for comparing: its statements, the one that came first first, and what each adds to those before it. */
#pragma once

#include <glib-object.h>

#include "bayan-statement-group.h"

G_BEGIN_DECLS

typedef struct {
  gint64 statement;
  GPtrArray *sentences; /* of char *: those that none before it has; of the first none, it has all of them */
  guint n_sentences;    /* so many it has */
  GPtrArray *numbers;   /* of char *: numbers that none before it has */
  GPtrArray *names;     /* of char *: people, places, bodies that none before it names */
  guint n_left_out;     /* so many sentences of the first have no counterpart in it */
} BayanGroupMember;

typedef struct {
  gint64 group;
  GPtrArray *members;   /* of BayanGroupMember */
  gboolean first_known; /* the first has a date, and no other one has the same */
} BayanGroupView;

void bayan_group_view_free (BayanGroupView *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanGroupView, bayan_group_view_free)

G_END_DECLS
