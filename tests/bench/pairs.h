/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two works measured in turn: the median of their ratios stands where absolute times are of the machine. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Ours and the bare work in turn. */
typedef struct {
  GArray *ours, *bare, *ratios;
} Pairs;

void pairs_init (Pairs *self);
void pairs_add (Pairs *self, double ours, double bare);
void pairs_report (Pairs *self, const char *what, const char *reference, double goal);

G_END_DECLS
