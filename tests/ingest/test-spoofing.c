/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text that looks as it is not is flagged, all of it; honest text never is. */
#include <string.h>

#include "bayan-config.h"
#include "support-ingest.h"

#define LRM "\u200E"
#define RLM "\u200F"
#define ALM "\u061C"
#define ZWSP "\u200B"
#define ZWNJ "\u200C"
#define ZWJ "\u200D"
#define WJ "\u2060"
#define BOM "\uFEFF"
#define LRE "\u202A"
#define RLE "\u202B"
#define PDF "\u202C"
#define LRO "\u202D"
#define RLO "\u202E"
#define LRI "\u2066"
#define RLI "\u2067"
#define FSI "\u2068"
#define PDI "\u2069"

static guint
count_flags (const BayanStatement *statement)
{
  guint count = 0;

  for (guint i = 0; i < statement->doubts->len; i++)
    count += ((const BayanDoubt *) statement->doubts->pdata[i])->kind == BAYAN_DOUBT_SPOOFING;
  return count;
}

static void
assert_flagged (const char *text)
{
  g_autoptr (BayanStatement) statement = ingest_text (text);

  if (count_flags (statement) == 0)
    g_error ("Not flagged: %s", text);
  /* The control is still there: the reader shows it. */
  g_assert_cmpstr (statement->text, ==, text);
}

static void
assert_not_flagged (const char *text)
{
  g_autoptr (BayanStatement) statement = ingest_text (text);

  if (count_flags (statement) > 0)
    g_error ("Flagged: %s", text);
}

/* What the tricks of "Trojan Source" (Boucher and Anderson, 2021) are made of, in statements: 25 tricks in 8
 * texts.
 * @ stands for a word, and # for one in the other script. */
static const char *const TRICKS[] = {
  "قال @" RLO "#" PDF " إنه",
  "قال " RLO "@ إنه",
  "قال " LRO "@" PDF " إنه",
  "قال " LRO "@ # إنه",
  "قال @ " LRE "# إنه",
  "قال @ " RLE "# إنه",
  "قال @ " LRI "# إنه",
  "قال @ " RLI "# إنه",
  "قال @ " FSI "# إنه",
  "قال @ #" PDF " إنه",
  "قال @ #" PDI " إنه",
  "قال " LRI "# @" PDI " إنه",
  "قال " LRE "# @" PDF " إنه",
  "He said " RLI "# @" PDI " so.",
  "He said " RLE "# @" PDF " so.",
  "قال " RLI "# " PDF " إنه",
  "قال " LRE "# " PDI " إنه",
  "قال @" RLO LRI "#" PDI LRI "@" PDI PDF " إنه",
  "قال الو" ZWSP "زير @ # إنه",
  "قال الو" RLM "زير @ # إنه",
  "قال الو" LRM "زير @ # إنه",
  "قال الو" BOM "زير @ # إنه",
  "قال الو" WJ "زير @ # إنه",
  "قال الو" ALM "زير @ # إنه",
  "قال @ " RLM LRM RLM LRM RLM "# إنه",
};

static const char *const WORDS[][2] = {
  { "العراق", "Iraq" },      { "سوريا", "SDF" },      { "التحالف", "Coalition" }, { "الأردن", "UNHCR" },
  { "الموصل", "ISIS 2014" }, { "بغداد", "COVID-19" }, { "داعش", "Daesh" },        { "لبنان", "S/RES/2254" },
};

static void
test_trojan (void)
{
  guint tried = 0;

  for (guint i = 0; i < G_N_ELEMENTS (TRICKS); i++)
    for (guint w = 0; w < G_N_ELEMENTS (WORDS); w++)
      {
        g_auto (GStrv) parts = g_strsplit (TRICKS[i], "@", -1);
        g_autofree char *half = g_strjoinv (WORDS[w][0], parts);
        g_auto (GStrv) others = g_strsplit (half, "#", -1);
        g_autofree char *text = g_strjoinv (WORDS[w][1], others);

        assert_flagged (text);
        tried++;
      }
  g_assert_cmpuint (tried, ==, 200);
}

static void
test_honest (void)
{
  static const char *const TEXTS[] = {
    "علی خامنه" ZWNJ "ای در تهران گفت که می" ZWNJ "خواهیم به گفت" ZWNJ "وگو ادامه دهیم.",
    "ڕێک" ZWNJ "خراوی نەتەوە یەکگرتووەکان",
    "انعقد المؤتمر في 28" RLM "/" RLM "6" RLM "/2021 بروما.",
    "رقم القرار " LRM "2254 (2015)" LRM " ونصه.",
    "الحساب " LRE "@coalition" PDF " على الشبكة",
    "الموقع " LRI "https://example.org/ar" PDI " للمزيد",
    "قال " RLE "معالي الوزير" PDF " إن",
    "He said " FSI "العراق" PDI " and left.",
    "The minister (" RLI "وزير الخارجية" PDI ") left.",
    "سنة ١٤٤٢ ه" ZWJ " الموافق",
    RLM "بيان مشترك" RLM "\n" RLM "أكد الوزراء" RLM ".",
    "كلمة" ZWSP " أخرى",
    "👨" ZWJ "👩" ZWJ "👧 عائلة",
    BOM "بيان مشترك",
    "القسم (أ)" RLM ": نص" ALM " ٢٠١٤",
  };

  for (guint i = 0; i < G_N_ELEMENTS (TEXTS); i++)
    assert_not_flagged (TEXTS[i]);
}

static void
test_subject (void)
{
  g_autoptr (BayanStatement) statement = ingest_text ("قال " RLO "نص " LRI "آخر" PDI PDF " هنا.");
  const BayanDoubt *doubt;

  g_assert_cmpuint (count_flags (statement), ==, 1);
  doubt = statement->doubts->pdata[0];
  g_assert_nonnull (strstr (doubt->subject, "U+202E"));
  g_assert_true (g_str_has_prefix (statement->text + doubt->span.start.byte, RLO));
}

/* Heaps of controls take no time and are one thing to look at. */
static void
check_heap (const char *control)
{
  GString *text = g_string_new ("بيان ");
  g_autofree char *owned = NULL;
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, control);
  g_string_append (text, " مشترك\nنص آخر.");
  owned = g_string_free (text, FALSE);
  g_autoptr (BayanStatement) statement = ingest_text (owned);

  g_assert_cmpuint (count_flags (statement), >=, 1);
  g_assert_cmpuint (count_flags (statement), <=, 50);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_TIME_SPAN_SECOND);
}

static void
test_heaps (void)
{
  check_heap (RLM);
  check_heap (RLO);
  check_heap (PDF);
  check_heap (RLI);
  check_heap ("ب" RLO);
  check_heap ("ب" RLO PDF);
  check_heap ("ب" ZWSP);
}

static void
check_file (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (BayanStatement) statement = bayan_ingest_file (file, NULL, NULL);

  if (statement != NULL && count_flags (statement) > 0)
    g_error ("Flagged: %s", path);
}

static guint
check_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint count = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".txt") || g_str_has_suffix (name, ".html"))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        check_file (path);
        count++;
      }
  return count;
}

static void
test_samples (void)
{
  static const char *const FOLDERS[] = { "data/samples", "tests/recognise/data/held-out",
                                         "tests/recognise/data/blind" };
  guint checked = 0;

  for (guint i = 0; i < G_N_ELEMENTS (FOLDERS); i++)
    {
      g_autofree char *folder = g_build_filename (BAYAN_SOURCE_ROOT, FOLDERS[i], NULL);

      checked += check_folder (folder);
    }
  g_assert_cmpuint (checked, >, 20);
}

static void
test_shared (void)
{
  g_autofree char *seeds = shared_path ("statements", "seeds", NULL);
  g_autofree char *wires = shared_path ("statements", "wires", NULL);

  if (seeds != NULL && wires != NULL)
    g_assert_cmpuint (check_folder (seeds) + check_folder (wires), >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ingest/spoofing/trojan", test_trojan);
  g_test_add_func ("/ingest/spoofing/honest", test_honest);
  g_test_add_func ("/ingest/spoofing/subject", test_subject);
  g_test_add_func ("/ingest/spoofing/heaps", test_heaps);
  g_test_add_func ("/ingest/spoofing/samples", test_samples);
  g_test_add_func ("/ingest/spoofing/shared", test_shared);
  return g_test_run ();
}
