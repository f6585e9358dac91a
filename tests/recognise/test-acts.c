/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts written for the project with the acts, pledges and roles that they should give: cases/acts.txt, which says how
 * they are written. What was found is written the same way. */
#include <locale.h>
#include <string.h>

#include "bayan-act-finder.h"
#include "bayan-config.h"
#include "bayan-recogniser.h"

static BayanRecogniser *recogniser;
static BayanActFinder *finder;

static BayanStatement *
new_statement (const char *text)
{
  BayanStatement *statement = bayan_statement_new ();

  statement->text = g_strdup (text);
  statement->text_length_bytes = strlen (text);
  return statement;
}

/* @rejected: (nullable): the mention on these words is */
static BayanActs *
find_without (const char *text, const char *rejected)
{
  g_autoptr (BayanStatement) statement = new_statement (text);
  g_autoptr (BayanWords) words = bayan_words_new (text, -1);
  g_autoptr (BayanRecognition) recognition = bayan_recogniser_recognise_words (recogniser, statement, words,
                                                                               NULL);
  guint n_rejected = 0;

  for (guint i = 0; rejected != NULL && i < recognition->mentions->len; i++)
    {
      BayanMention *mention = recognition->mentions->pdata[i];
      g_autofree char *surface = g_strndup (text + mention->span.start.byte,
                                            bayan_clean_span_length_bytes (mention->span));

      if (!g_str_equal (surface, rejected))
        continue;
      mention->status = BAYAN_STATUS_REJECTED;
      n_rejected++;
    }
  g_assert_cmpuint (n_rejected, ==, (rejected != NULL ? 1 : 0));
  return bayan_act_finder_find (finder, words, recognition, NULL);
}

static BayanActs *
find (const char *text)
{
  return find_without (text, NULL);
}

static void
write_span (GString *out, const char *text, BayanCleanSpan span)
{
  g_string_append_len (out, text + span.start.byte, bayan_clean_span_length_bytes (span));
}

static void
write_actors (GString *out, const char *text, GPtrArray *actors)
{
  for (guint i = 0; i < actors->len; i++)
    {
      if (i > 0)
        g_string_append (out, "؛ ");
      write_span (out, text, ((BayanActor *) actors->pdata[i])->span);
    }
  if (actors->len == 0)
    g_string_append_c (out, '?');
}

static void
write_act (GString *out, const char *text, const BayanAct *act, gboolean with_targets)
{
  g_string_append (out, act->negated ? "= not " : "= ");
  write_span (out, text, act->verb);
  g_string_append_printf (out, " %s ", bayan_act_class_to_string (act->act_class));
  write_actors (out, text, act->actors);
  g_string_append_c (out, '\n');
  if (!with_targets)
    return;
  g_string_append (out, "> ");
  write_span (out, text, act->target);
  if (bayan_clean_span_length_bytes (act->quotation) > 0)
    {
      g_string_append (out, " «");
      write_span (out, text, act->quotation);
      g_string_append (out, "»");
    }
  g_string_append_c (out, '\n');
}

static void
write_pledge (GString *out, const char *text, const BayanPledge *pledge)
{
  g_string_append_printf (out, "$ %s ", pledge->amount != NULL ? pledge->amount : "-");
  write_actors (out, text, pledge->actors);
  g_string_append (out, " |");
  if (pledge->purpose.end.byte > 0)
    g_string_append_c (out, ' ');
  write_span (out, text, pledge->purpose);
  if (pledge->deadline.end.byte > 0)
    {
      g_string_append (out, " | ");
      write_span (out, text, pledge->deadline);
    }
  g_string_append_c (out, '\n');
}

/* All of one kind on one line. */
static void
write_roles (GString *out, GPtrArray *roles, BayanRoleKind kind)
{
  g_autofree char *name = g_strdelimit (g_strdup (bayan_role_kind_to_string (kind)), " ", '-');
  gboolean any = FALSE;

  for (guint i = 0; i < roles->len; i++)
    {
      const BayanRole *role = roles->pdata[i];

      if (role->kind != kind)
        continue;
      if (!any)
        g_string_append_printf (out, "@ %s", name);
      any = TRUE;
      g_string_append_printf (out, " %s",
                              role->actor != NULL && role->actor->iso3 != NULL ? role->actor->iso3 : "-");
    }
  if (any)
    g_string_append_c (out, '\n');
}

static char *
write_all (const char *text, const BayanActs *acts, gboolean with_targets)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < acts->acts->len; i++)
    write_act (out, text, acts->acts->pdata[i], with_targets);
  for (guint i = 0; i < acts->pledges->len; i++)
    write_pledge (out, text, acts->pledges->pdata[i]);
  for (BayanRoleKind kind = 0; kind < BAYAN_ROLE_N_KINDS; kind++)
    write_roles (out, acts->roles, kind);
  return g_string_free (out, FALSE);
}

static gboolean
is_expectation (const char *line)
{
  return line != NULL
         && (g_str_has_prefix (line, "= ") || g_str_has_prefix (line, "> ") || g_str_has_prefix (line, "$ ")
             || g_str_has_prefix (line, "@ "));
}

static void
test_cases (void)
{
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_file_get_contents (BAYAN_SOURCE_ROOT "/tests/recognise/cases/acts.txt", &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *text = lines[i];
      g_autoptr (GString) expected = g_string_new (NULL);
      g_autoptr (BayanActs) acts = NULL;
      g_autofree char *found = NULL;

      if (*text == '\0' || *text == '#' || is_expectation (text))
        continue;
      for (guint k = i + 1; is_expectation (lines[k]); k++)
        g_string_append_printf (expected, "%s\n", lines[k]);
      acts = find (text);
      found = write_all (text, acts, strstr (expected->str, "> ") != NULL);
      if (strcmp (found, expected->str) != 0)
        {
          g_test_message ("acts.txt:%u: %s\nfound\n%sexpected\n%s", i + 1, text, found, expected->str);
          g_test_fail ();
        }
      n++;
    }
  g_assert_cmpuint (n, >, 60);
}

/* What an act points to lies where it should. */
static void
test_spans (void)
{
  const char *text =
      "وأعرب الوزير الفرنسي عن قلقه من الوضع في السودان، وقال: \"إن الحوار هو الطريق الوحيد إلى السلام\".";
  g_autoptr (BayanActs) acts = find (text);
  g_autoptr (GString) out = g_string_new (NULL);
  const BayanAct *act;

  g_assert_cmpuint (acts->acts->len, ==, 2);
  act = acts->acts->pdata[0];
  write_span (out, text, act->complement);
  g_string_append (out, " / ");
  write_span (out, text, act->target);
  g_assert_cmpstr (out->str, ==, "قلقه / قلقه من الوضع في السودان");
  g_assert_cmpstr (act->region_key, ==, "iso:SDN");
  g_assert_cmpint (act->source, ==, BAYAN_ACTOR_NAMED);
  g_assert_cmpstr (((BayanActor *) act->actors->pdata[0])->iso3, ==, "FRA");
  g_assert_cmpint (bayan_act_class_get_family (act->act_class), ==, BAYAN_FAMILY_EXPRESSIVE);
  act = acts->acts->pdata[1];
  g_string_truncate (out, 0);
  write_span (out, text, act->quotation);
  g_assert_cmpstr (out->str, ==, "إن الحوار هو الطريق الوحيد إلى السلام");
  g_assert_cmpint (act->source, ==, BAYAN_ACTOR_INHERITED);
  g_assert_cmpstr (act->rule, ==, "act/joined-verb");
}

static void
test_pledge (void)
{
  const char *text = "تعهد شركاء التحالف بتقديم أكثر من 600 مليون دولار، من أصل 670 مليون دولار، لتحقيق "
                     "الاستقرار حتى نهاية عام 2025.";
  g_autoptr (BayanActs) acts = find (text);
  const BayanPledge *pledge;

  g_assert_cmpuint (acts->pledges->len, ==, 1);
  pledge = acts->pledges->pdata[0];
  g_assert_cmpstr (pledge->amount, ==, "600000000 USD");
  g_assert_cmpstr (pledge->total, ==, "670000000 USD");
  g_assert_cmpuint (pledge->modifier.end.byte, >, 0);
}

/* Who is named is still who acts, by the words alone. */
static void
test_rejected (void)
{
  const char *text = "وتعهدت اليابان بتقديم 12 مليون دولار للعراق. وأشاد الوزير بدر عبد العاطي بذلك.";
  g_autoptr (BayanActs) without_state = find_without (text, "اليابان");
  g_autoptr (BayanActs) without_person = find_without (text, "بدر عبد العاطي");
  g_autofree char *first = write_all (text, without_state, FALSE);
  g_autofree char *second = write_all (text, without_person, FALSE);
  const BayanPledge *pledge;

  g_assert_cmpstr (first, ==, second);
  g_assert_cmpstr (first, ==,
                   "= تعهدت PLEDGE اليابان\n= أشاد PRAISE بدر عبد العاطي\n$ 12000000 USD اليابان | للعراق\n");
  pledge = without_state->pledges->pdata[0];
  g_assert_null (((BayanActor *) pledge->actors->pdata[0])->iso3);
  g_assert_null (((BayanActor *) pledge->actors->pdata[0])->entity_key);
  pledge = without_person->pledges->pdata[0];
  g_assert_cmpstr (((BayanActor *) pledge->actors->pdata[0])->iso3, ==, "JPN");
}

/* No sentence, no words, and one long sentence without end: nothing, and no time. */
static void
test_edges (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *const pieces[] = {
    "", " ", "،", "و", "«", "قال", "وأكد", "شدد على", "تم", "نحن", "- ", "برئاسة"
  };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (BayanActs) acts = find (pieces[i]);
      g_assert_nonnull (acts);
    }
  for (guint i = 0; i < 20000; i++)
    g_string_append (text, "وقال الوزير تعهد إن شدد على أن ");
  {
    gint64 begun = g_get_monotonic_time ();
    g_autoptr (BayanActs) acts = find (text->str);

    g_assert_cmpuint (acts->acts->len, >, 0);
    g_assert_cmpint (g_get_monotonic_time () - begun, <, 20 * G_USEC_PER_SEC);
  }
}

static void
test_copies (void)
{
  g_autoptr (BayanActs) acts = find ("تعهدت اليابان بتقديم 12 مليون دولار للعراق. واستضافت تونس اجتماعا.");
  g_autoptr (BayanAct) act = bayan_act_copy (acts->acts->pdata[0]);
  g_autoptr (BayanPledge) pledge = bayan_pledge_copy (acts->pledges->pdata[0]);
  g_autoptr (BayanRole) role = bayan_role_copy (acts->roles->pdata[0]);
  BayanActClass act_class = BAYAN_ACT_STATE;
  BayanRoleKind kind = BAYAN_ROLE_OBSERVER;

  g_assert_cmpint (bayan_act_compare (act, acts->acts->pdata[0]), ==, 0);
  g_assert_cmpstr (pledge->amount, ==, "12000000 USD");
  g_assert_cmpstr (role->actor->iso3, ==, "TUN");
  g_assert_true (bayan_act_class_from_string ("URGE", &act_class) && act_class == BAYAN_ACT_URGE);
  g_assert_false (bayan_act_class_from_string ("urge", &act_class));
  g_assert_true (bayan_role_kind_from_string ("new member", &kind) && kind == BAYAN_ROLE_NEW_MEMBER);
  g_assert_cmpstr (bayan_act_family_to_string (BAYAN_FAMILY_DIRECTIVE), ==, "directive");
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int result;

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  recogniser = bayan_recogniser_new (&error);
  g_assert_no_error (error);
  finder = bayan_act_finder_new (&error);
  g_assert_no_error (error);
  g_test_add_func ("/acts/cases", test_cases);
  g_test_add_func ("/acts/spans", test_spans);
  g_test_add_func ("/acts/pledge", test_pledge);
  g_test_add_func ("/acts/rejected", test_rejected);
  g_test_add_func ("/acts/edges", test_edges);
  g_test_add_func ("/acts/copies", test_copies);
  result = g_test_run ();
  bayan_recogniser_unref (recogniser);
  bayan_act_finder_free (finder);
  return result;
}
