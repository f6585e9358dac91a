/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Details and doubts, and the statement that has them. */
#include "bayan-statement.h"

static void
test_names (void)
{
  for (guint i = 0; i < BAYAN_DETAIL_N_FIELDS; i++)
    {
      BayanDetailField field = BAYAN_DETAIL_N_FIELDS;

      g_assert_true (
          bayan_detail_field_from_string (bayan_detail_field_to_string ((BayanDetailField) i), &field));
      g_assert_cmpuint (field, ==, i);
    }
  for (guint i = 0; i < BAYAN_DOUBT_N_KINDS; i++)
    {
      BayanDoubtKind kind = BAYAN_DOUBT_N_KINDS;

      g_assert_true (bayan_doubt_kind_from_string (bayan_doubt_kind_to_string ((BayanDoubtKind) i), &kind));
      g_assert_cmpuint (kind, ==, i);
    }
  for (guint i = BAYAN_ORIGIN_TEXT; i <= BAYAN_ORIGIN_ANALYST; i++)
    {
      BayanOrigin origin = BAYAN_ORIGIN_TEXT;

      g_assert_true (bayan_origin_from_string (bayan_origin_to_string ((BayanOrigin) i), &origin));
      g_assert_cmpuint (origin, ==, i);
    }
}

static void
test_unknown_names (void)
{
  BayanDetailField field = BAYAN_DETAIL_ISSUER;
  BayanDoubtKind kind = BAYAN_DOUBT_CHARSET;
  BayanOrigin origin = BAYAN_ORIGIN_DERIVED;

  g_assert_false (bayan_detail_field_from_string ("Title", &field));
  g_assert_false (bayan_detail_field_from_string (NULL, &field));
  g_assert_false (bayan_doubt_kind_from_string ("", &kind));
  g_assert_false (bayan_origin_from_string ("words", &origin));
  g_assert_cmpint (field, ==, BAYAN_DETAIL_ISSUER);
  g_assert_cmpint (kind, ==, BAYAN_DOUBT_CHARSET);
  g_assert_cmpint (origin, ==, BAYAN_ORIGIN_DERIVED);
}

static BayanDetail *
new_detail (BayanDetailField field, const char *value)
{
  return bayan_detail_new (field, value, BAYAN_ORIGIN_TEXT, bayan_clean_span (2, 4), "words");
}

/* One detail of each field, and what lists sort by beside them. */
static void
test_taken (void)
{
  g_autoptr (BayanStatement) statement = bayan_statement_new ();

  bayan_statement_take_detail (statement, new_detail (BAYAN_DETAIL_TITLE, "One"));
  bayan_statement_take_detail (statement, new_detail (BAYAN_DETAIL_DATE, "2021-06-28"));
  bayan_statement_take_detail (statement, new_detail (BAYAN_DETAIL_HIJRI, "1442-11-18"));
  bayan_statement_take_detail (statement, new_detail (BAYAN_DETAIL_LANGUAGE, "ar"));
  bayan_statement_take_detail (statement, new_detail (BAYAN_DETAIL_ISSUER, "Ministry"));
  bayan_statement_take_detail (statement, new_detail (BAYAN_DETAIL_TITLE, "Other"));
  g_assert_cmpuint (statement->details->len, ==, 5);
  g_assert_cmpstr (bayan_statement_find_detail (statement, BAYAN_DETAIL_TITLE)->value, ==, "Other");
  g_assert_null (bayan_statement_find_detail (statement, BAYAN_DETAIL_AUTHOR));
  g_assert_cmpstr (statement->title, ==, "Other");
  g_assert_cmpuint (statement->title_span.end.byte, ==, 4);
  g_assert_cmpint (statement->date.month, ==, 6);
  g_assert_cmpint (statement->hijri.year, ==, 1442);
  g_assert_cmpstr (statement->language, ==, "ar");
}

static void
test_copies (void)
{
  g_autoptr (BayanDetail) detail = new_detail (BAYAN_DETAIL_OUTLET, "Agency");
  g_autoptr (BayanDetail) copy = bayan_detail_copy (detail);
  g_autoptr (BayanDoubt) doubt = bayan_doubt_new (BAYAN_DOUBT_WEEKDAY, NULL, bayan_clean_span (1, 3));
  g_autoptr (BayanDoubt) other = bayan_doubt_copy (doubt);

  g_assert_cmpstr (copy->value, ==, "Agency");
  g_assert_cmpstr (copy->words, ==, "words");
  g_assert_cmpuint (copy->span.start.byte, ==, 2);
  g_assert_true (copy->value != detail->value);
  g_assert_cmpstr (other->subject, ==, "");
  g_assert_cmpuint (other->span.end.byte, ==, 3);
}

/* Held for review is what may have lost or changed letters; what contradicts itself is only shown. */
static void
test_doubtful (void)
{
  for (guint i = 0; i < BAYAN_DOUBT_N_KINDS; i++)
    {
      g_autoptr (BayanStatement) statement = bayan_statement_new ();

      g_assert_false (bayan_statement_is_doubtful (statement));
      g_ptr_array_add (statement->doubts, bayan_doubt_new ((BayanDoubtKind) i, "", bayan_clean_span (0, 0)));
      g_assert_cmpint (bayan_statement_is_doubtful (statement), ==,
                       bayan_doubt_kind_is_grave ((BayanDoubtKind) i));
    }
  g_assert_true (bayan_doubt_kind_is_grave (BAYAN_DOUBT_REPLACEMENT));
  g_assert_false (bayan_doubt_kind_is_grave (BAYAN_DOUBT_WEEKDAY));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/details/names", test_names);
  g_test_add_func ("/core/details/unknown-names", test_unknown_names);
  g_test_add_func ("/core/details/taken", test_taken);
  g_test_add_func ("/core/details/copies", test_copies);
  g_test_add_func ("/core/details/doubtful", test_doubtful);
  return g_test_run ();
}
