/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text that looks as it is not is flagged, all of it; honest text never is. */
#include <string.h>

#include "bayan-config.h"
#include "bayan-doubt.h"
#include "bayan-spoofing.h"
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

/* What the tricks of "Trojan Source" (Boucher and Anderson, 2021) are made of, in statements: 26 tricks in 8
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
  RLE "# @" PDF " he said.",
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
  g_assert_cmpuint (tried, ==, 208);
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

/* What honest programs and people put between two sentences of Arabic. Unicode allows it: joiners where they change how
 * letters join, or make one emoji of several (UTS #39, 3.1.1; UAX #31, 2.3); marks of direction beside what is neutral
 * and where a token begins or ends, where they move nothing that has letters (UTS #55, 4.1); embeddings and isolates
 * that end on their line and hold one name, number, address or quotation of the other direction, or a whole line (UAX
 * #9, 2.1, 2.4 and 6.4). Soft hyphens and word joiners only say where a line may break. */
static const char *const HONEST[] = {
  /* Persian, Urdu and Kurdish words; an abbreviated Hijri year */
  "می" ZWNJ "خواهیم گفت" ZWNJ "وگو را ادامه دهیم",
  "ڕێک" ZWNJ "خراوی نەتەوە یەکگرتووەکان",
  "سنة ١٤٤٥ ه" ZWJ " الموافق ٢٠٢٤م",
  /* Word and the wires: Latin names, numbers, dates and signs kept in their places */
  "أعلنت شركة " LRM "Total" LRM " للطاقة",
  "قال بيان " LRM "UNHCR" LRM "، " RLM "إن العدد بلغ " LRM "1,200,000" LRM,
  "في 28" RLM "/" RLM "6" RLM "/2021 " RLM "(" RLM "الاثنين" RLM ")" RLM,
  "القرار " LRM "S/RES/2254" LRM " (2015)" RLM,
  RLM "- " RLM "أولا" RLM ":" RLM,
  "نسبة %" RLM "25 أو " ALM "٢٥" ALM "٪",
  "هاتف " LRE "+964 770 123 4567" PDF,
  LRI "+964 770 123 4567" PDI,
  "الحساب " LRE "@coalition" PDF " على الشبكة",
  "الموقع " LRI "https://example.org/ar?x=1" PDI " للمزيد",
  "نقلت " FSI "Reuters" PDI " عن " FSI "مصدر" PDI,
  "The minister (" RLI "وزير الخارجية" PDI ") left",
  "The " RLE "وزارة" PDF " said",
  /* Emoji of several, flags of the parts of a country, signs with a chosen look */
  "👨" ZWJ "👩" ZWJ "👧" ZWJ "👦 عائلة",
  "🏳️" ZWJ "🌈 و👩🏽" ZWJ "⚕️ و❤️" ZWJ "🔥",
  "🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F",
  /* Where lines may break, or not */
  "https://example.org/" ZWSP "ar/" ZWSP "statements",
  "inter\u00ADnational المس\u00ADتقبل",
  "10" WJ "–" WJ "12 يونيو",
  "كلمة" ZWSP " أخرى",
};

/* As what was pasted from Word or sent from a telephone. */
static const char *const HONEST_LINES[] = {
  RLE "وأضاف البيان أن العدد بلغ 1200" PDF,
  RLE "UNHCR تعلن عن مساعدات جديدة" PDF ".",
  RLI "WHO: اللقاح متاح" PDI,
  LRM "١٢/٥/٢٠٢٤، ١٠:٣٠ ص - مكتب الوزير" RLM ": نص",
  LRE "Tel. 01 234 567" PDF,
};

static GPtrArray *
read_sentences (void)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = g_build_filename (BAYAN_SOURCE_ROOT, "data", "samples", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      g_auto (GStrv) parts = NULL;

      if (!g_str_has_suffix (name, ".txt") || !g_file_get_contents (path, &text, NULL, NULL)
          || !g_utf8_validate (text, -1, NULL))
        continue;
      parts = g_strsplit_set (text, ".\n", -1);
      for (guint i = 0; parts[i] != NULL; i++)
        if (strlen (parts[i]) > 40)
          g_ptr_array_add (sentences, g_strdup (parts[i]));
    }
  g_assert_cmpuint (sentences->len, >, 20);
  return sentences;
}

/* Sentences of the samples, and among them on each line something of the above. */
static char *
write_honest (const GPtrArray *sentences, GRand *random)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 8; i++)
    {
      const char *sentence = sentences->pdata[g_rand_int_range (random, 0, (gint32) sentences->len)];
      const char *honest = HONEST[g_rand_int_range (random, 0, G_N_ELEMENTS (HONEST))];

      switch (g_rand_int_range (random, 0, 4))
        {
        case 0:
          g_string_append_printf (text, "%s.\n", sentence);
          break;
        case 1:
          honest = HONEST_LINES[g_rand_int_range (random, 0, G_N_ELEMENTS (HONEST_LINES))];
          g_string_append_printf (text, "%s\n%s.\n", honest, sentence);
          break;
        case 2:
          g_string_append_printf (text, "%s: %s.\n", sentence, honest);
          break;
        default:
          g_string_append_printf (text, "%s، %s، %s.\n", sentence, honest, sentence);
        }
    }
  return g_string_free (text, FALSE);
}

/* None of ten thousand documents is flagged; some are read as statements, too. */
static void
test_clean_documents (void)
{
  g_autoptr (GPtrArray) sentences = read_sentences ();
  g_autoptr (GRand) random = g_rand_new_with_seed (20211128);

  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *text = write_honest (sentences, random);
      g_autoptr (GPtrArray) doubts = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_doubt_free);

      bayan_spoofing_find (text, strlen (text), doubts);
      if (doubts->len > 0)
        {
          const BayanDoubt *doubt = doubts->pdata[0];
          g_error ("Flagged: %s in %.*s", doubt->subject,
                   (int) (doubt->span.end.byte - doubt->span.start.byte), text + doubt->span.start.byte);
        }
      if (i % 50 == 0)
        assert_not_flagged (text);
    }
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
  g_test_add_func ("/ingest/spoofing/clean-documents", test_clean_documents);
  g_test_add_func ("/ingest/spoofing/subject", test_subject);
  g_test_add_func ("/ingest/spoofing/heaps", test_heaps);
  g_test_add_func ("/ingest/spoofing/samples", test_samples);
  g_test_add_func ("/ingest/spoofing/shared", test_shared);
  return g_test_run ();
}
