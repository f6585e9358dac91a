/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Regions by compass: شمال شرق سوريا, الشمال السوري. */
#include "bayan-rules.h"

static const char *const definite_compass[] = { "الشمال", "الجنوب", "الشرق", "الغرب", NULL };
static const char *const definite_corner[] = { "الشرقي", "الغربي", "الشمالي", "الجنوبي", NULL };

static void
add_region (BayanScan *scan, guint32 first, guint32 last, const BayanReading *reading)
{
  BayanCandidate *region;
  const char *evidence = bayan_scan_text (scan, first, first + 1);

  region = bayan_scan_add (scan, BAYAN_MENTION_LOC, first, last, reading, "place/compass");
  region->evidence = evidence;
}

/* الشمال الشرقي السوري */
static void
match_definite (BayanScan *scan, guint32 token)
{
  guint32 at = token + 1, end;

  if (bayan_scan_goes_on (scan, at) && bayan_scan_key_in (scan, at, definite_corner))
    at++;
  end = bayan_phrase_nationality (scan, at);
  if (end > at)
    add_region (scan, token, end, NULL);
}

void
bayan_rules_match_place (BayanScan *scan, guint32 token)
{
  const BayanReading *reading = bayan_scan_reading (scan, token, BAYAN_CLASS (COMPASS));
  guint32 at = token + 1, end;

  if (bayan_scan_key_in (scan, token, definite_compass))
    match_definite (scan, token);
  if (reading == NULL)
    return;

  while (bayan_scan_goes_on (scan, at) && at - token < 3 && bayan_scan_is (scan, at, BAYAN_CLASS (COMPASS)))
    at++;
  end = bayan_phrase_name (scan, at, BAYAN_TYPE (GPE) | BAYAN_TYPE (LOC), 0);
  if (end > at)
    add_region (scan, token, end, reading);
}
