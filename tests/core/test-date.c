/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-date.h"

static void
test_iso_round_trip (void)
{
  static const char *const ISO[] = { "2021-06-28", "2021-06", "2021", "XXXX-08-26", "XXXX-05", "2014-XX-10" };

  for (guint i = 0; i < G_N_ELEMENTS (ISO); i++)
    {
      g_autofree char *iso = bayan_date_to_iso (bayan_date_from_iso (ISO[i]));
      g_assert_cmpstr (iso, ==, ISO[i]);
    }
}

static void
test_not_a_date (void)
{
  static const char *const OTHERS[] = { "",       "20211",       "2021-13",  "2021-06-32",
                                        "2021-6", "2021-06-28T", "yesterday" };

  for (guint i = 0; i < G_N_ELEMENTS (OTHERS); i++)
    g_assert_false (bayan_date_is_set (bayan_date_from_iso (OTHERS[i])));
  g_assert_false (bayan_date_is_set (bayan_date_from_iso (NULL)));
}

static void
test_order (void)
{
  static const char *const SORTED[] = { "2019", "2020-01", "2020-01-05", "2020-02-01", "2021" };

  for (guint i = 1; i < G_N_ELEMENTS (SORTED); i++)
    {
      BayanDate earlier = bayan_date_from_iso (SORTED[i - 1]), later = bayan_date_from_iso (SORTED[i]);

      g_assert_cmpint (bayan_date_compare (earlier, later), <, 0);
      g_assert_cmpint (bayan_date_compare (later, earlier), >, 0);
      g_assert_cmpint (bayan_date_compare (later, later), ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/date/iso-round-trip", test_iso_round_trip);
  g_test_add_func ("/core/date/not-a-date", test_not_a_date);
  g_test_add_func ("/core/date/order", test_order);
  return g_test_run ();
}
