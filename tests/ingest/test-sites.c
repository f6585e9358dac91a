/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What recurs on the pages of a site is furniture, and what the analyst chose counts on all of them. */
#include <string.h>

#include "support-ingest.h"

#define PAGES 12u

/* Furniture that no rule knows by its wording. */
#define ABOVE "ديوان الضفاف\nمنبر أهل القلم\n"
#define BELOW "خيمة القراء\nطاولة مستديرة\nحبر وورق"
#define STOCK "والله ولي التوفيق"
#define AGENCY "بيان صحفي"

static const char *const PLACES[PAGES] = { "نواكشوط", "داكار",   "باماكو", "نيامي",   "نجامينا", "الرباط",
                                           "تونس",    "الجزائر", "طرابلس", "القاهرة", "الخرطوم", "أسمرة" };

/* A page of the site; the stock phrase stands between its paragraphs, the agency's heading above the title. */
static char *
make_page (guint i)
{
  return g_strdup_printf (ABOVE
                          "\n" AGENCY "\nاجتماع رقم %u لوزراء الزراعة في %s يبحث موسم الأمطار\n\n"
                          "عقد وزراء الزراعة اجتماعهم رقم %u في %s، وبحثوا خلاله آفاق موسم الأمطار وسبل دعم "
                          "المزارعين والرعاة في المناطق المتضررة من الجفاف.\n\n" STOCK "\n\n"
                          "واتفق الوزراء المجتمعون في %s على لقاء آخر يعقد بعد %u أسابيع.\n\n" BELOW,
                          i + 1, PLACES[i], i + 1, PLACES[i], PLACES[i], i + 2);
}

static BayanStatement *
read_text (const char *text, const char *site, BayanSiteMemory *sites)
{
  g_autofree char *uri = g_strdup_printf ("https://www.%s/news/1", site);
  g_autoptr (BayanSource) source = bayan_source_new ("page.txt", uri);
  g_autoptr (GError) error = NULL;
  BayanStatement *statement;

  source->raw = g_bytes_new (text, strlen (text));
  statement = bayan_ingest_source (source, sites, NULL, &error);
  g_assert_no_error (error);
  assert_consistent (statement);
  return statement;
}

static BayanStatement *
read_page (guint i, BayanSiteMemory *sites)
{
  g_autofree char *page = make_page (i);

  return read_text (page, "dhifaf.example", sites);
}

static void
assert_clean (const BayanStatement *statement, gboolean clean)
{
  static const char *const FURNITURE[] = { "ديوان الضفاف", "منبر أهل القلم", "خيمة القراء", "طاولة مستديرة",
                                           "حبر وورق" };

  for (guint i = 0; i < G_N_ELEMENTS (FURNITURE); i++)
    g_assert_cmpint (strstr (statement->text, FURNITURE[i]) == NULL, ==, clean);
  g_assert_nonnull (strstr (statement->text, STOCK));
  g_assert_nonnull (strstr (statement->text, AGENCY));
  g_assert_nonnull (strstr (statement->text, "عقد وزراء الزراعة"));
  g_assert_nonnull (strstr (statement->text, "أسابيع."));
  g_assert_cmpstr (statement->site, ==, "dhifaf.example");
  if (clean)
    g_assert_true (g_str_has_prefix (statement->title, "اجتماع رقم"));
}

/* From the fourth page on; and the first three once they are cleaned again. */
static void
test_learned (void)
{
  g_autoptr (BayanSiteMemory) sites = bayan_site_memory_new ();
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_statement_unref);
  guint n_clean = 0;

  for (guint i = 0; i < PAGES; i++)
    {
      g_ptr_array_add (pages, read_page (i, sites));
      assert_clean (pages->pdata[i], i >= 3);
      n_clean += i >= 3;
    }
  g_test_message ("%u of %u pages clean when read", n_clean, PAGES);
  g_assert_cmpstr (find_region (pages->pdata[5], "خيمة القراء")->rule, ==, "clean/recurs-on-site");
  for (guint i = 0; i < PAGES; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BayanStatement) again = bayan_ingest_again (pages->pdata[i], sites, &error);

      g_assert_no_error (error);
      assert_consistent (again);
      assert_clean (again, TRUE);
    }
}

static void
test_other_sites (void)
{
  g_autoptr (BayanSiteMemory) sites = bayan_site_memory_new ();
  g_autofree char *page = make_page (7);
  g_autoptr (BayanStatement) other = NULL;

  for (guint i = 0; i < 6; i++)
    bayan_statement_unref (read_page (i, sites));
  other = read_text (page, "other.example", sites);
  g_assert_nonnull (strstr (other->text, "خيمة القراء"));
}

/* The same page saved four times says nothing about its site. */
static void
test_same_page (void)
{
  g_autoptr (BayanSiteMemory) sites = bayan_site_memory_new ();

  for (guint i = 0; i < 6; i++)
    {
      g_autoptr (BayanStatement) statement = read_page (2, sites);

      assert_clean (statement, FALSE);
    }
}

static void
choose (BayanSiteMemory *sites, const BayanRemovedRegion *region, BayanSiteChoice choice)
{
  g_autoptr (GArray) hashes = bayan_ingest_hash_region (region);

  g_assert_cmpuint (hashes->len, >, 0);
  for (guint i = 0; i < hashes->len; i++)
    bayan_site_memory_choose (sites, "dhifaf.example", g_array_index (hashes, guint64, i), choice);
}

/* What the analyst kept is not left out, whichever rule would; what the analyst left out goes, wherever. */
static void
test_choices (void)
{
  g_autoptr (BayanSiteMemory) sites = bayan_site_memory_new ();
  g_autoptr (BayanStatement) first = NULL;
  g_autoptr (BayanStatement) kept = NULL;
  g_autoptr (BayanStatement) left_out = NULL;
  BayanRemovedRegion stock = { .text = (char *) STOCK };

  for (guint i = 0; i < 5; i++)
    bayan_statement_unref (read_page (i, sites));
  first = read_page (5, sites);
  choose (sites, find_region (first, "خيمة القراء"), BAYAN_SITE_CHOICE_KEEP);
  kept = read_page (6, sites);
  g_assert_nonnull (strstr (kept->text, "خيمة القراء"));
  g_assert_nonnull (strstr (kept->text, "حبر وورق"));
  g_assert_null (strstr (kept->text, "ديوان الضفاف"));
  choose (sites, &stock, BAYAN_SITE_CHOICE_LEAVE_OUT);
  left_out = read_page (7, sites);
  g_assert_null (strstr (left_out->text, STOCK));
  g_assert_cmpstr (find_region (left_out, STOCK)->rule, ==, "clean/chosen");
}

/* Nothing but lines that were left out elsewhere is what the analyst wanted, then. */
static void
test_nothing_else (void)
{
  g_autoptr (BayanSiteMemory) sites = bayan_site_memory_new ();
  BayanRemovedRegion stock = { .text = (char *) STOCK };
  g_autoptr (BayanStatement) statement = NULL;

  choose (sites, &stock, BAYAN_SITE_CHOICE_LEAVE_OUT);
  statement = read_text (STOCK, "dhifaf.example", sites);
  g_assert_cmpstr (statement->text, ==, STOCK);
}

/* What was taken back or left out by hand stays so when the page is cleaned again. */
static void
test_again_keeps_acts (void)
{
  g_autoptr (BayanSiteMemory) sites = bayan_site_memory_new ();
  g_autoptr (BayanStatement) page = NULL;
  g_autoptr (BayanStatement) shaped = NULL;
  g_autoptr (BayanStatement) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree gboolean *restored = NULL;
  const char *stock;
  BayanRawSpan raw;

  for (guint i = 0; i < 5; i++)
    bayan_statement_unref (read_page (i, sites));
  page = read_page (5, sites);
  restored = g_new0 (gboolean, page->removed->len);
  restored[0] = TRUE;
  stock = strstr (page->text, STOCK);
  raw = bayan_offset_map_to_raw (
      page->map,
      bayan_clean_span ((guint32) (stock - page->text), (guint32) (stock - page->text + strlen (STOCK))));
  shaped = bayan_ingest_reshape (page, restored, &raw, &error);
  g_assert_no_error (error);
  again = bayan_ingest_again (shaped, sites, &error);
  g_assert_no_error (error);
  assert_consistent (again);
  g_assert_cmpstr (again->text, ==, shaped->text);
  g_assert_cmpstr (find_region (again, STOCK)->kind, ==, "by-hand");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ingest/sites/learned", test_learned);
  g_test_add_func ("/ingest/sites/other-sites", test_other_sites);
  g_test_add_func ("/ingest/sites/same-page", test_same_page);
  g_test_add_func ("/ingest/sites/choices", test_choices);
  g_test_add_func ("/ingest/sites/nothing-else", test_nothing_else);
  g_test_add_func ("/ingest/sites/again-keeps-acts", test_again_keeps_acts);
  return g_test_run ();
}
