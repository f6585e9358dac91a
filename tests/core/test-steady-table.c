/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-steady-table.h"

#define N_NAMES 5000

static char *
name_of (guint number)
{
  return g_strdup_printf ("place:%u", number);
}

static void
put (BayanSteadyTable *table, guint number, guint value)
{
  bayan_steady_table_replace (table, name_of (number), GUINT_TO_POINTER (value));
}

static guint
get (BayanSteadyTable *table, guint number)
{
  g_autofree char *name = name_of (number);

  return GPOINTER_TO_UINT (bayan_steady_table_lookup (table, name));
}

static void
test_names (void)
{
  g_autoptr (BayanSteadyTable) table = bayan_steady_table_new (g_str_hash, g_str_equal, g_free);

  for (guint i = 0; i < N_NAMES; i++)
    put (table, i, i + 1);
  for (guint i = 0; i < N_NAMES; i += 2)
    put (table, i, i + 2);
  for (guint i = 0; i < N_NAMES; i++)
    g_assert_cmpuint (get (table, i), ==, i % 2 == 0 ? i + 2 : i + 1);
  g_assert_cmpuint (get (table, N_NAMES), ==, 0);
  bayan_steady_table_remove (table, "place:7");
  bayan_steady_table_remove (table, "place:7");
  g_assert_cmpuint (get (table, 7), ==, 0);
  g_assert_cmpuint (get (table, 8), ==, 10);
  bayan_steady_table_remove_all (table);
  g_assert_cmpuint (get (table, 8), ==, 0);
  put (table, 8, 1);
  g_assert_cmpuint (get (table, 8), ==, 1);
}

static void
test_numbers (void)
{
  g_autoptr (BayanSteadyTable) table = bayan_steady_table_new (g_int64_hash, g_int64_equal, g_free);

  for (gint64 i = 1; i <= N_NAMES; i++)
    bayan_steady_table_replace (table, g_memdup2 (&i, sizeof i), GINT_TO_POINTER ((int) i));
  for (gint64 i = 1; i <= N_NAMES; i++)
    g_assert_cmpint (GPOINTER_TO_INT (bayan_steady_table_lookup (table, &i)), ==, (int) i);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/steady-table/names", test_names);
  g_test_add_func ("/steady-table/numbers", test_numbers);
  return g_test_run ();
}
