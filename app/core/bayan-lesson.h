/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one decision of the analyst teaches: that certain words are, or are not, a thing of a type. Its maker fills it in;
 * from then on it is not changed, so that whoever copies it gets the same one, counted. Any thread.
 *
 * All that is learned is the sum of the lessons that stand: whoever takes one away again is where he was before. */
#pragma once

#include "bayan-entity.h"

G_BEGIN_DECLS

typedef struct {
  gint64 mention;        /* the mention that was decided; 0 before it is stored */
  BayanMentionType type; /* a mention has one lesson of each type at most */
  gboolean is_right;     /* FALSE: it is no such thing */
  char *surface;         /* its folded words, a space between them; never NULL */
  char *context;         /* the folded word before it, "" where its line begins; never NULL */
  BayanEntity *entity;   /* nullable: what it names */
  GBytes *steps;         /* nullable: what the tagger made of it; see bayan-tagger.h */
  char *listed;          /* nullable: no decision teaches it but this name of the analyst's list: it is so everywhere */
  gatomicrefcount ref_count;
} BayanLesson;

BayanLesson *bayan_lesson_new (BayanMentionType type, gboolean is_right, const char *surface, const char *context);
BayanLesson *bayan_lesson_copy (const BayanLesson *self);
void bayan_lesson_free (BayanLesson *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanLesson, bayan_lesson_free)

G_END_DECLS
