/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pairs.h"

#include "figures.h"

static double
median (GArray *values)
{
  g_array_sort (values, compare_doubles);
  return g_array_index (values, double, values->len / 2);
}

void
pairs_init (Pairs *self)
{
  self->ours = g_array_new (FALSE, FALSE, sizeof (double));
  self->bare = g_array_new (FALSE, FALSE, sizeof (double));
  self->ratios = g_array_new (FALSE, FALSE, sizeof (double));
}

void
pairs_add (Pairs *self, double ours, double bare)
{
  double ratio = ours / bare;

  g_array_append_val (self->ours, ours);
  g_array_append_val (self->bare, bare);
  g_array_append_val (self->ratios, ratio);
}

/* @goal: of performance.md; 0 for none */
void
pairs_report (Pairs *self, const char *what, const char *reference, double goal)
{
  g_print ("%-40s %9.3f ms  / %-24s %9.3f ms  = %7.3f", what, median (self->ours), reference,
           median (self->bare), median (self->ratios));
  if (goal > 0)
    g_print ("  (goal <= %.3f)%s", goal, median (self->ratios) > goal ? "  MISSED" : "");
  g_print ("\n");
  g_array_unref (self->ours);
  g_array_unref (self->bare);
  g_array_unref (self->ratios);
}
