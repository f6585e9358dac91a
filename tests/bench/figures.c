/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures.h"

#include <time.h>

double
wall_ms (void)
{
  return (double) g_get_monotonic_time () / 1e3;
}

double
thread_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return difference < 0 ? -1 : difference > 0;
}

double
percentile (GArray *values, double share)
{
  g_array_sort (values, compare_doubles);
  return g_array_index (values, double, (guint) ((double) (values->len - 1) * share));
}
