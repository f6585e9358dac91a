/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The set of doubles: statements, edits of them, and what they are to each other. See doubles/README.md. */
#pragma once

#include "bayan-recogniser.h"
#include "bayan-sketch.h"

typedef struct {
  char *name;  /* "amman-b", or of an edit "amman-b/replace-30" */
  char *story; /* the same text, perhaps edited: the same story */
  char *event;
  char *text;
  BayanDate date;
  guint percent;      /* of an edit: how much of it */
  BayanStatement *statement;
  BayanRecognition *recognition;
  BayanSketch *sketch;
} DoublesText;

GPtrArray *doubles_set_new (const char *half, BayanRecogniser *recogniser);
void doubles_text_free (gpointer text);
