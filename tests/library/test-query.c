/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bayan-act.h"
#include "bayan-query.h"
#include "fixture.h"

static const char *const KINDS[] = { "and",  "or",     "not",     "words", "exact",  "title",
                                     "type", "entity", "country", "date",  "source", "act" };

static void
dump (GString *out, const BayanQueryNode *node)
{
  if (node == NULL)
    return;
  if (node->kind == BAYAN_QUERY_TYPE || node->kind == BAYAN_QUERY_ACT)
    g_string_append_printf (out, "%s:%u", KINDS[node->kind], node->number);
  else if (node->kind == BAYAN_QUERY_DATE)
    g_string_append_printf (out, "date:%d..%d", node->from, node->to == G_MAXINT32 ? -1 : node->to);
  else if (node->children == NULL)
    g_string_append_printf (out, "%s[%s]%s", node->kind == BAYAN_QUERY_WORDS ? "" : KINDS[node->kind],
                            node->text, node->is_open ? "*" : "");
  else
    {
      g_string_append_printf (out, "(%s", KINDS[node->kind]);
      for (guint i = 0; i < node->children->len; i++)
        {
          g_string_append_c (out, ' ');
          dump (out, node->children->pdata[i]);
        }
      g_string_append_c (out, ')');
    }
}

typedef struct {
  const char *typed, *expected;
} Reading;

static const Reading READINGS[] = {
  { "", "" },
  { " \n ", "" },
  { "دعم", "[دعم]*" },
  { "دعم ", "[دعم]" },
  { "دعم العراق", "(and [دعم] [العراق]*)" },
  { "دعم AND العراق ", "(and [دعم] [العراق])" },
  { "\"دعم العراق\"", "[دعم العراق]" },
  { "«دعم العراق»", "[دعم العراق]" },
  { "\"دعم ال", "[دعم ال]*" },
  { "a\"b c\"d ", "(and [a] [b c] [d])" },
  { "a OR b ", "(or [a] [b])" },
  { "a|b|c ", "(or [a] [b] [c])" },
  { "a or b ", "(and [a] [or] [b])" },
  { "a أو b ", "(and [a] [أو] [b])" },
  { "a b | c d ", "(or (and [a] [b]) (and [c] [d]))" },
  { "(a | b) c ", "(and (or [a] [b]) [c])" },
  { "a -b ", "(and [a] (not [b]))" },
  { "a NOT b ", "(and [a] (not [b]))" },
  { "a AND NOT b ", "(and [a] (not [b]))" },
  { "NOT NOT a ", "[a]" },
  { "-\"a b\" c ", "(and (not [a b]) [c])" },
  { "-(a | b) c ", "(and (not (or [a] [b])) [c])" },
  { "a -b", "(and [a] (not [b]))" },
  { "كوفيد-19 ", "[كوفيد-19]" },
  { "a - b ", "(and [a] [-] [b])" },
  /* Not finished yet */
  { "a OR", "[a]" },
  { "a OR ", "[a]" },
  { "a |", "[a]" },
  { "a AND", "[a]" },
  { "a -", "(and [a] [-]*)" },
  { "a NOT", "[a]" },
  { "(a b", "(and [a] [b]*)" },
  { "(", "" },
  { "a (", "[a]" },
  { "a ()", "[a]" },
  { "type:", "" },
  { "type:MON", "" },
  { "a type:", "[a]" },
  { "date:20", "" },
  { "date:2024..", "date:20240000..-1" },
  { "country:", "" },
  { "دولة:العرا", "" },
  /* Fields */
  { "type:MONEY", "type:11" },
  { "TYPE:money ", "type:11" },
  { "نوع:مبلغ ", "type:11" },
  { "country:IRQ ", "country[IRQ]" },
  { "country:iq ", "country[IRQ]" },
  { "country:Iraq", "country[IRQ]" },
  { "دولة:العراق", "country[IRQ]" },
  { "دولة:عراق ", "country[IRQ]" },
  { "country:\"United States\"", "country[USA]" },
  { "دولة:\"الولايات المتحدة\"", "country[USA]" },
  { "act:CONDEMN", "act:13" },
  { "فعل:إدانة ", "act:13" },
  { "act:Condemnation ", "act:13" },
  { "entity:\"جامعة الدول\" a ", "(and entity[جامعة الدول] [a])" },
  { "entity:iso:IRQ ", "entity[iso:IRQ]" },
  { "source:واس", "source[واس]" },
  { "مصدر:\"وزارة الخارجية\"", "source[وزارة الخارجية]" },
  { "title:بيان", "title[بيان]*" },
  { "title:\"بيان ختامي\"", "title[بيان ختامي]" },
  { "=أحمد", "exact[أحمد]" },
  { "=\"أكد أحمد\" b ", "(and exact[أكد أحمد] [b])" },
  { "exact:أحمد ", "exact[أحمد]" },
  { "حرفي:أحمد ", "exact[أحمد]" },
  { "-type:MONEY ", "(not type:11)" },
  { "-=a ", "(not exact[a])" },
  { "= a ", "(and [=] [a])" },
  { "10:30 ", "[10:30]" },
  { "https://a.example/x ", "[https://a.example/x]" },
  { "وقال: نعم ", "(and [وقال:] [نعم])" },
  { "NATO: yes ", "(and [NATO:] [yes])" },
  /* Dates */
  { "date:2024 ", "date:20240000..20249999" },
  { "date:2024-05 ", "date:20240500..20240599" },
  { "date:2024-5-7 ", "date:20240507..20240507" },
  { "date:٢٠٢٤-٠٥ ", "date:20240500..20240599" },
  { "date:2023..2025 ", "date:20230000..20259999" },
  { "date:2023-11..2024-02-15 ", "date:20231100..20240215" },
  { "date:..2024 ", "date:0..20249999" },
  { "date:>2024-01 ", "date:20240200..-1" },
  { "date:>=2024-01 ", "date:20240100..-1" },
  { "date:<2024 ", "date:0..20239999" },
  { "date:<=2024 ", "date:0..20249999" },
};

static void
test_readings (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (READINGS); i++)
    {
      g_autoptr (BayanQueryNode) root = NULL;
      g_autoptr (GString) out = g_string_new (NULL);
      BayanQueryProblem problem;

      if (!bayan_query_parse (READINGS[i].typed, &root, &problem))
        g_error ("“%s”: trouble %d", READINGS[i].typed, (int) problem.trouble);
      g_assert_cmpint (problem.trouble, ==, BAYAN_QUERY_FINE);
      dump (out, root);
      if (!g_str_equal (out->str, READINGS[i].expected))
        g_test_message ("“%s”", READINGS[i].typed);
      g_assert_cmpstr (out->str, ==, READINGS[i].expected);
    }
}

typedef struct {
  const char *typed;
  BayanQueryTrouble trouble;
  const char *place; /* the words that are in the way */
} Trouble;

static const Trouble TROUBLES[] = {
  { "a OR OR b", BAYAN_QUERY_NO_OPERAND, "OR" },
  { "OR a", BAYAN_QUERY_NO_OPERAND, "OR" },
  { "| a", BAYAN_QUERY_NO_OPERAND, "|" },
  { "(a OR ) b", BAYAN_QUERY_NO_OPERAND, "OR" },
  { "a AND OR b", BAYAN_QUERY_NO_OPERAND, "AND" },
  { "a NOT | b", BAYAN_QUERY_NO_OPERAND, "NOT" },
  { "a )", BAYAN_QUERY_STRAY_BRACKET, ")" },
  { ")", BAYAN_QUERY_STRAY_BRACKET, ")" },
  { "tpye:MONEY", BAYAN_QUERY_UNKNOWN_FIELD, "tpye:" },
  { "دعم tpye:\"a b\"", BAYAN_QUERY_UNKNOWN_FIELD, "tpye:" },
  { "type: MONEY", BAYAN_QUERY_NO_VALUE, "type:" },
  { "(type:) a", BAYAN_QUERY_NO_VALUE, "type:" },
  { "type:GOLD", BAYAN_QUERY_UNKNOWN_TYPE, "GOLD" },
  { "type:MON a", BAYAN_QUERY_UNKNOWN_TYPE, "MON" },
  { "a نوع:ذهب", BAYAN_QUERY_UNKNOWN_TYPE, "ذهب" },
  { "country:Atlantis", BAYAN_QUERY_UNKNOWN_COUNTRY, "Atlantis" },
  { "country:\"New Atlantis\" a", BAYAN_QUERY_UNKNOWN_COUNTRY, "New Atlantis" },
  { "act:dance", BAYAN_QUERY_UNKNOWN_ACT, "dance" },
  { "date:tomorrow", BAYAN_QUERY_NO_DATE, "tomorrow" },
  { "date:2024-13 a", BAYAN_QUERY_NO_DATE, "2024-13" },
  { "date:2025..2023 a", BAYAN_QUERY_NO_DATE, "2025..2023" },
};

static void
test_troubles (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (TROUBLES); i++)
    {
      BayanQueryNode *root = NULL;
      BayanQueryProblem problem;
      g_autofree char *place = NULL;

      if (bayan_query_parse (TROUBLES[i].typed, &root, &problem))
        g_error ("“%s” is understood", TROUBLES[i].typed);
      g_assert_null (root);
      place = g_strndup (TROUBLES[i].typed + problem.start, problem.end - problem.start);
      g_assert_cmpstr (place, ==, TROUBLES[i].place);
      g_assert_cmpint (problem.trouble, ==, TROUBLES[i].trouble);
    }
}

static void
test_limits (void)
{
  g_autoptr (GString) deep = g_string_new (NULL), many = g_string_new (NULL), negated = g_string_new (NULL);
  BayanQueryNode *root = NULL;
  BayanQueryProblem problem;

  for (guint i = 0; i < 100000; i++)
    {
      g_string_append_c (deep, '(');
      g_string_append (many, "a | ");
      g_string_append (negated, "NOT ");
    }
  g_assert_false (bayan_query_parse (deep->str, &root, &problem));
  g_assert_cmpint (problem.trouble, ==, BAYAN_QUERY_TOO_DEEP);
  g_assert_true (bayan_query_parse (many->str, &root, &problem));
  g_assert_cmpuint (root->children->len, ==, BAYAN_QUERY_LEAVES_MAX);
  bayan_query_node_free (root);
  g_assert_true (bayan_query_parse (negated->str, &root, &problem));
  g_assert_null (root);
}

/* Three statements: an amount and Iraq; people of Iraq and nothing else; Jordan, rejected. */
static void
fill (Fixture *fixture)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_import_item_free);
  BayanImportItem *first = make_item ("bulletin-1.txt", "بيان ختامي\nقدم أحمد للعراق مبلغ خمسة دولارات",
                                      "للعراق", "iso:IRQ");
  BayanImportItem *second = make_item ("b.txt", "كلمة\nأشاد احمد بالشعب العراقي", "العراقي", "nisba:IRQ");
  BayanImportItem *third = make_item ("c.txt", "خبر\nزار أحمد الأردن", "الأردن", "iso:JOR");
  BayanMention *money = make_mention (first->statement->text, "خمسة دولارات", BAYAN_MENTION_MONEY,
                                      "money:5 USD");
  g_autoptr (GArray) outcomes = NULL;

  g_ptr_array_add (first->recognition->mentions, money);
  g_ptr_array_add (first->recognition->entities,
                   make_entity ("money:5 USD", BAYAN_MENTION_MONEY, "خمسة دولارات", NULL));
  ((BayanEntity *) second->recognition->entities->pdata[0])->name_en = g_strdup ("Iraqi");
  ((BayanMention *) third->recognition->mentions->pdata[0])->status = BAYAN_STATUS_REJECTED;
  first->statement->date = (BayanDate) { 2024, 5, 17 };
  second->statement->date = (BayanDate) { 2024, 0, 0 };
  g_ptr_array_add (first->statement->details,
                   bayan_detail_new (BAYAN_DETAIL_ISSUER, "وزارة الخارجية", BAYAN_ORIGIN_TEXT,
                                     bayan_clean_span (0, 0), NULL));
  g_ptr_array_add (items, first);
  g_ptr_array_add (items, second);
  g_ptr_array_add (items, third);
  outcomes = import_items (fixture->library, items);
}

static void
test_fields (Fixture *fixture, gconstpointer data)
{
  BayanLibrary *library = fixture->library;

  fill (fixture);
  assert_found (library, "type:MONEY", 1);
  assert_found (library, "type:GPE", 2); /* what is rejected does not count */
  assert_found (library, "-type:MONEY ", 2);
  assert_found (library, "country:IRQ", 2);
  assert_found (library, "دولة:العراق type:MONEY", 1);
  assert_found (library, "country:JO", 0);
  assert_found (library, "entity:Iraqi", 1);
  assert_found (library, "entity:عراقي ", 1);
  assert_found (library, "entity:iso:IRQ ", 1);
  assert_found (library, "entity:راقي ", 0);
  assert_found (library, "date:2024 ", 2);
  assert_found (library, "date:2024-05 ", 2); /* so may that of which the year is known */
  assert_found (library, "date:>2024-05 ", 1);
  assert_found (library, "date:<2024-01 ", 0);
  assert_found (library, "date:2024-05-17 country:IRQ -type:MONEY", 1);
  assert_found (library, "source:\"وزارة الخارجية\"", 1);
  assert_found (library, "source:bulletin", 1);
  assert_found (library, "source:BULLETIN | source:c.txt ", 2);
  assert_found (library, "title:بيان ", 1);
  assert_found (library, "title:العراق ", 0);
  assert_found (library, "(title:بيان | خبر) أحمد ", 2);
  assert_found (library, "type:MONEY | country:IRQ | زار ", 3);
}

static void
test_operators (Fixture *fixture, gconstpointer data)
{
  BayanLibrary *library = fixture->library;

  fill (fixture);
  assert_found (library, "أحمد ", 3);
  assert_found (library, "أحمد -زار ", 2);
  assert_found (library, "-زار ", 2);
  assert_found (library, "NOT (زار | أشاد) ", 1);
  assert_found (library, "زار OR أشاد ", 2);
  assert_found (library, "أحمد (زار | قدم) ", 2);
  assert_found (library, "-وال ", 3);
  assert_found (library, "-؟ ", 3);
}

/* Every statement that has "STATE" in its text states something; how many were asked about. */
static guint32
find_classes (const BayanOpenStatement *statement, gpointer data)
{
  g_atomic_int_inc ((int *) data);
  return strstr (statement->statement->text, "STATE") != NULL ? 1u << BAYAN_ACT_STATE : 0;
}

/* A few are read at a time, each once until it changes. */
static void
test_acts (Fixture *fixture, gconstpointer data)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_import_item_free);
  g_autoptr (GArray) outcomes = NULL;
  g_autoptr (GArray) first = NULL;
  int n_read = 0;

  for (guint i = 0; i < 250; i++)
    {
      g_autofree char *text = g_strdup_printf ("%s %u العراق", i % 2 == 0 ? "STATE" : "نص", i);
      g_ptr_array_add (items, make_item ("a.txt", text, "العراق", "iso:IRQ"));
    }
  outcomes = import_items (fixture->library, items);
  assert_found (fixture->library, "act:STATE", 0);
  bayan_library_set_acts_func (fixture->library, find_classes, &n_read, NULL);
  first = search (fixture->library, "act:STATE");
  g_assert_cmpuint (first->len, <, 125);
  g_assert_cmpuint (bayan_library_get_search_left (fixture->library), >, 0);
  for (guint i = 0; i < 10 && bayan_library_get_search_left (fixture->library) > 0; i++)
    g_array_unref (search (fixture->library, "act:STATE"));
  assert_found (fixture->library, "فعل:تصريح ", 125);
  assert_found (fixture->library, "-act:STATE ", 125);
  g_assert_cmpint (n_read, ==, 250);

  BayanEdit *edit = bayan_edit_new ("confirm", "");
  g_autoptr (BayanOpenStatement) open = load_statement (fixture->library, 1);
  bayan_edit_set_status (edit, ((BayanMention *) open->mentions->pdata[0])->id, BAYAN_STATUS_CONFIRMED);
  g_assert_true (bayan_library_apply (fixture->library, edit, NULL));
  assert_found (fixture->library, "act:STATE", 125);
  g_assert_cmpint (n_read, ==, 251);
}

/* Asks until nothing is left out; what was found stays found.
 *
 * Returns: how often it had to be asked */
static guint
assert_found_in_parts (Fixture *fixture, const char *query, guint n_all)
{
  guint n_rounds = 0, n_before = 0;

  do
    {
      g_autoptr (GArray) ids = search (fixture->library, query);

      g_assert_cmpuint (ids->len, >=, n_before);
      g_assert_cmpuint (ids->len, <=, n_all);
      n_before = ids->len;
      n_rounds++;
    }
  while (bayan_library_get_search_left (fixture->library) > 0 && n_rounds < 20);
  g_assert_cmpuint (n_before, ==, n_all);
  return n_rounds;
}

/* What takes long is found bit by bit, newest first; asked again it is known. What is not known yet is not said to lack
 * what it may hold. */
static void
test_parts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_import_item_free);
  g_autoptr (GArray) outcomes = NULL;

  for (guint i = 0; i < 16; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint word = 0; word < 40000; word++)
        g_string_append_printf (text, "كلمة%u ", (i * 7 + word) % 50);
      g_string_append_printf (text, " %s %u العراق", i % 2 == 0 ? "أحمد" : "احمد", i);
      g_ptr_array_add (items, make_item ("a.txt", text->str, "العراق", "iso:IRQ"));
    }
  for (guint i = 0; i < 1100; i++)
    {
      g_autofree char *text = g_strdup_printf ("قصير %u العراق", i);
      g_ptr_array_add (items, make_item ("a.txt", text, "العراق", i % 2 == 0 ? "iso:IRQ" : "org:x"));
    }
  outcomes = import_items (fixture->library, g_steal_pointer (&items));

  g_assert_cmpuint (assert_found_in_parts (fixture, "=أحمد ", 8), >, 1);
  g_assert_cmpuint (assert_found_in_parts (fixture, "-=احمد قصير | -=احمد العراق ", 1108), >, 1);
  g_assert_cmpuint (assert_found_in_parts (fixture, "=أحمد ", 8), ==, 1);
  g_assert_cmpuint (assert_found_in_parts (fixture, "entity:iso:IRQ ", 566), >, 1);
  g_assert_cmpuint (assert_found_in_parts (fixture, "-entity:iso:IRQ ", 550), ==, 1);
}

/* As it is typed: hamza, marks and particles count, in words and in phrases, over line ends. */
static void
test_exact (Fixture *fixture, gconstpointer data)
{
  BayanLibrary *library = fixture->library;

  fill (fixture);
  import_one (library, "d.txt", "التَّحَالُف\nوالعراق", NULL, NULL);
  assert_found (library, "=أحمد", 2);
  assert_found (library, "=احمد", 1);
  assert_found (library, "-=احمد ", 3);
  assert_found (library, "=العراق", 0);
  assert_found (library, "=للعراق", 1);
  assert_found (library, "=والعراق", 1);
  assert_found (library, "=التحالف", 0);
  assert_found (library, "=التَّحَالُف", 1);
  assert_found (library, "=\"التَّحَالُف والعراق\"", 1);
  assert_found (library, "=\"زار أحمد\"", 1);
  assert_found (library, "=\"زار احمد\"", 0);
  assert_found (library, "=أحم", 0);
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/query/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/readings", test_readings);
  g_test_add_func ("/query/troubles", test_troubles);
  g_test_add_func ("/query/limits", test_limits);
  ADD ("fields", test_fields);
  ADD ("operators", test_operators);
  ADD ("acts", test_acts);
  ADD ("exact", test_exact);
  ADD ("parts", test_parts);
  return g_test_run ();
}
