/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-rules.h"

/* Runs every rule in the order in which they need one another. */
void
bayan_rules_run (BayanScan *scan, BayanDate statement_date)
{
  bayan_rules_find_dates (scan, statement_date);
  bayan_rules_find_numbers (scan);

  for (guint32 i = scan->n_tokens; i-- > 0;)
    {
      bayan_rules_match_place (scan, i);
      bayan_rules_match_quoted_name (scan, i);
      bayan_rules_match_coalition (scan, i);
      bayan_rules_match_body (scan, i);
      bayan_rules_match_working_group (scan, i);
      bayan_rules_match_office (scan, i);
      bayan_rules_match_law (scan, i);
      bayan_rules_match_facility (scan, i);
      bayan_rules_match_event (scan, i);
    }

  bayan_rules_find_abbreviations (scan);
  bayan_rules_find_english (scan);
  bayan_rules_find_persons (scan);
}
