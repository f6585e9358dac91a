/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many instructions the recogniser takes for each byte, counted by valgrind: the same at every load and nearly on every
 * machine, so a change that makes it slower is seen here that no clock would show. The figures are written down in
 * instructions.txt; one that is exceeded by more than 2 % fails. Who makes it faster, or has a reason to make it slower,
 * writes the new figure down. Skipped without valgrind.
 *
 * For a profiler, PROGRAM SOURCE_ROOT JOB N_NAMES N_TIMES goes through more text so often, and says how fast it was at best. */
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "names.h"
#include "work.h"

#define DRIFT_MAX 0.02
#define EXIT_SKIPPED 77
#define COUNTED_BYTES (1 << 20)
#define PROFILED_BYTES (8 << 20)

static const struct {
  const char *name;
  Job job;
} jobs[] = {
  { "match", work_match_texts },         /* folding, words, proclitics and names */
  { "recognise", work_recognise_texts }, /* the whole recogniser */
  { "read", work_read_texts },           /* and acts */
};

static Job
find_job (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
    if (strcmp (name, jobs[i].name) == 0)
      return jobs[i].job;
  g_error ("%s is no job", name);
}

/* Valgrind counts inside this one. */
static __attribute__ ((noinline, noclone)) double
measure_counted (Job job, Work *work)
{
  return work_measure (job, work);
}

/* What valgrind runs; says how many bytes it has gone through. Most words of a collection have been met before, so the texts
 * are gone through once before it counts. */
static void
run_job (const char *root, Job job, guint n_names, guint n_times)
{
  GPtrArray *names;
  Work work = { 0 };
  double least_s = G_MAXDOUBLE;

  work_prepare (&work, root, &names, n_names, n_times > 1 ? PROFILED_BYTES : COUNTED_BYTES);
  job (&work);
  for (guint i = 0; i < n_times; i++)
    {
      double this_s = measure_counted (job, &work);

      least_s = MIN (least_s, this_s);
    }
  if (n_times > 1)
    g_print ("%.1f MB/s\n", (double) work.n_bytes / least_s / 1e6);
  else
    g_print ("%" G_GSIZE_FORMAT "\n", work.n_bytes);
}

/* Returns: instructions for each byte of @job with so many names */
static double
count (const char *valgrind, const char *program, const char *root, const char *job, const char *n_names)
{
  const char *arguments[] = { valgrind,
                              "--tool=callgrind",
                              "--callgrind-out-file=/dev/null",
                              "--toggle-collect=measure_counted",
                              program,
                              root,
                              job,
                              n_names,
                              NULL };
  g_autofree char *output = NULL, *errors = NULL;
  g_autoptr (GError) error = NULL;
  const char *collected;

  if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, &errors, NULL,
                     &error))
    g_error ("%s", error->message);
  collected = strstr (errors, "Collected : ");
  if (collected == NULL)
    g_error ("valgrind said “%s”", errors);
  return g_ascii_strtod (collected + strlen ("Collected : "), NULL) / g_ascii_strtod (output, NULL);
}

/* One line of the figures: JOB N_NAMES FIGURE. Returns: FALSE if it is exceeded */
static gboolean
check (const char *valgrind, const char *program, const char *root, const char *line)
{
  g_auto (GStrv) fields = g_strsplit (line, " ", -1);
  double figure, counted, drift;

  if (*line == '#' || g_strv_length (fields) != 3)
    return TRUE;
  figure = g_ascii_strtod (fields[2], NULL);
  counted = count (valgrind, program, root, fields[0], fields[1]);
  drift = counted / figure - 1;
  g_print ("%-9s %5s names: %6.1f instructions a byte, %+.1f %% of %.1f%s\n", fields[0], fields[1], counted,
           100 * drift, figure,
           drift > DRIFT_MAX    ? ": TOO MANY"
           : drift < -DRIFT_MAX ? ": write the new figure down"
                                : "");
  return drift <= DRIFT_MAX;
}

static int
check_all (const char *program, const char *root)
{
  g_autofree char *valgrind = g_find_program_in_path ("valgrind");
  g_autofree char *path = g_build_filename (root, "tests", "bench", "instructions.txt", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  gboolean good = TRUE;

  if (valgrind == NULL)
    return EXIT_SKIPPED;
  if (!g_file_get_contents (path, &text, NULL, &error))
    g_error ("%s", error->message);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    good &= check (valgrind, program, root, lines[i]);
  return good ? EXIT_SUCCESS : EXIT_FAILURE;
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  if (argc == 2)
    return check_all (argv[0], argv[1]);
  if (argc != 4 && argc != 5)
    g_error ("usage: %s SOURCE_ROOT [JOB N_NAMES [N_TIMES]]", argv[0]);
  run_job (argv[1], find_job (argv[2]), (guint) g_ascii_strtoull (argv[3], NULL, 10),
           argc == 5 ? (guint) g_ascii_strtoull (argv[4], NULL, 10) : 1);
  return EXIT_SUCCESS;
}
