/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An analyst who reads texts one after the other and decides on each line as the gold has it: what is suggested and right
 * is confirmed, what is wrong rejected, what is missing labelled. */
#pragma once

#include "gold.h"

G_BEGIN_DECLS

/* What is taken from what the recogniser knows, to see it learn what it does not know. */
typedef enum {
  SIMULATION_ALL,    /* nothing: the program as it is */
  SIMULATION_HALF,   /* every second name, by its words: suggestions of it are not seen */
  SIMULATION_NAUGHT, /* all names: only what was learned is seen */
} SimulationView;

typedef struct {
  guint n_right, n_found, n_gold;
} SimulationScore;

double simulation_f1 (SimulationScore score);
void simulation_set_view (BayanRecogniser *recogniser, SimulationView view);
guint simulation_read (BayanRecogniser *recogniser, const GoldText *text, gboolean learns, gint64 *next_mention,
                       SimulationScore *score, GArray *update_us);

G_END_DECLS
