/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-relation-actions.h"

#include <glib/gi18n.h>

#include "bayan-part-actions.h"
#include "bayan-reader-pane-private.h"
#include "bayan-relate-bar.h"

#define RELATION_TYPE "(xxu)" /* source, target, kind */

static const BayanMention *
find_shown (BayanReaderPane *pane, gint64 id)
{
  const BayanMention *mention = pane->reading != NULL ? bayan_reading_find_mention (pane->reading, id) : NULL;

  return mention != NULL && mention->status != BAYAN_STATUS_REJECTED ? mention : NULL;
}

/* What the one may be to the other, then what the other may be to the one. */
static void
list_offers (BayanReaderPane *pane, gint64 other, GArray *offers)
{
  for (guint i = 0; i < 2 * BAYAN_N_RELATIONS; i++)
    {
      gboolean inverse = i >= BAYAN_N_RELATIONS;
      BayanRelation offer = { inverse ? other : pane->relating, inverse ? pane->relating : other,
                              (BayanRelationKind) (i % BAYAN_N_RELATIONS) };

      if (bayan_desk_can_relate (pane->desk, &offer))
        g_array_append_val (offers, offer);
    }
}

/* Whether a relation can be made with @mention */
gboolean
bayan_relation_actions_fit (BayanReaderPane *pane, gint64 mention)
{
  g_autoptr (GArray) offers = g_array_new (FALSE, FALSE, sizeof (BayanRelation));

  list_offers (pane, mention, offers);
  return offers->len > 0;
}

gboolean
bayan_relation_actions_are_relating (BayanReaderPane *pane)
{
  return pane->relating != 0;
}

/* What to do next, in words */
static char *
make_hint (BayanReaderPane *pane, gboolean is_other)
{
  g_autofree char *next = bayan_reader_keys_get_label (pane->keys, BAYAN_READER_NEXT);
  g_autofree char *previous = bayan_reader_keys_get_label (pane->keys, BAYAN_READER_PREVIOUS);

  if (is_other)
    return g_strdup (_ ("can be nothing to this mention"));
  /* Translators: after the words of a mention; %1$s and %2$s are keys */
  return g_strdup_printf (_ ("and which mention? %1$s and %2$s go to them, or click on one"), next, previous);
}

/**
 * bayan_relation_actions_update:
 *
 * Another mention is the current one, or the mentions are other ones.
 */
void
bayan_relation_actions_update (BayanReaderPane *pane)
{
  gint64 current = bayan_reader_view_get_current (BAYAN_READER_VIEW (pane->view));
  const BayanMention *from = find_shown (pane, pane->relating);
  const BayanMention *other = current != pane->relating ? find_shown (pane, current) : NULL;
  g_autofree char *words = NULL, *other_words = NULL, *hint = NULL;

  if (pane->relating == 0)
    return;
  if (from == NULL)
    {
      bayan_relation_actions_stop (pane);
      return;
    }
  g_array_set_size (pane->offers, 0);
  if (other != NULL)
    list_offers (pane, current, pane->offers);
  words = bayan_reading_dup_words (pane->reading, from);
  other_words = other != NULL ? bayan_reading_dup_words (pane->reading, other) : NULL;
  hint = make_hint (pane, other != NULL);
  bayan_relate_bar_show (BAYAN_RELATE_BAR (pane->relate_bar), pane->relating, words, other_words, hint,
                         pane->offers);
}

static void
set_relating (BayanReaderPane *pane, gint64 mention)
{
  pane->relating = mention;
  bayan_reader_pane_keep (pane, mention, TRUE);
}

/* No relation is being made any more. */
void
bayan_relation_actions_stop (BayanReaderPane *pane)
{
  if (pane->relating != 0)
    set_relating (pane, 0);
}

static void
stop_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bayan_relation_actions_stop (BAYAN_READER_PANE (widget));
  bayan_part_actions_stop (BAYAN_READER_PANE (widget));
}

static void
relate_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BayanReaderPane *pane = BAYAN_READER_PANE (widget);
  const BayanMention *current = bayan_reader_pane_get_current (pane);

  if (current == NULL || current->status == BAYAN_STATUS_REJECTED
      || bayan_desk_get_read_only (pane->desk) != NULL)
    {
      gtk_widget_error_bell (widget);
      return;
    }
  bayan_reader_pane_close_popover (pane);
  bayan_part_actions_stop (pane);
  set_relating (pane, current->id);
  bayan_relation_actions_update (pane);
}

/* The mention that it began with is the current one again: its relations are to be seen. */
static gboolean
choose (BayanReaderPane *pane, guint i)
{
  gint64 from = pane->relating;
  BayanRelation relation;

  if (from == 0 || i >= pane->offers->len)
    return FALSE;
  relation = g_array_index (pane->offers, BayanRelation, i);
  bayan_relation_actions_stop (pane);
  bayan_reader_pane_show_mention (pane, from);
  return bayan_desk_relate (pane->desk, &relation);
}

static void
relate_as_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (!choose (BAYAN_READER_PANE (widget), g_variant_get_uint32 (parameter)))
    gtk_widget_error_bell (widget);
}

/* To the next mention with which one can be made, or the one before */
static void
step (BayanReaderPane *pane, gboolean forward)
{
  BayanReaderView *view = BAYAN_READER_VIEW (pane->view);
  const BayanReaderMark *mark = NULL;
  gint64 at = bayan_reader_view_get_current (view);

  do
    {
      mark = bayan_reader_marks_step (bayan_reader_view_get_marks (view), at, 0, forward, FALSE);
      at = mark != NULL ? mark->id : 0;
    }
  while (
      mark != NULL
      && (!bayan_reader_view_get_type_visible (view, mark->type) || !bayan_relation_actions_fit (pane, at)));
  if (mark == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (pane));
      return;
    }
  bayan_reader_view_set_current (view, mark->id);
  bayan_reader_view_scroll_to_mark (view, mark);
}

/**
 * bayan_relation_actions_press:
 * @keyval: see bayan_reader_actions_get_latin_key()
 *
 * Returns: whether the key was one of those for a relation that is being made
 */
gboolean
bayan_relation_actions_press (BayanReaderPane *pane, guint keyval, GdkModifierType state)
{
  int digit = g_unichar_digit_value (gdk_keyval_to_unicode (keyval));
  int command = bayan_reader_keys_find (pane->keys, keyval);

  if (pane->relating == 0)
    return FALSE;
  if (keyval == GDK_KEY_Escape)
    bayan_relation_actions_stop (pane);
  else if (digit > 0 || keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    {
      if (!choose (pane, digit > 0 ? (guint) digit - 1 : 0))
        gtk_widget_error_bell (GTK_WIDGET (pane));
    }
  else if (command == BAYAN_READER_NEXT || command == BAYAN_READER_PREVIOUS)
    step (pane, command == BAYAN_READER_NEXT);
  else
    return FALSE;
  return TRUE;
}

static BayanRelation
read_relation (GVariant *parameter)
{
  BayanRelation relation = { 0 };
  guint kind;

  g_variant_get (parameter, RELATION_TYPE, &relation.source, &relation.target, &kind);
  relation.kind = (BayanRelationKind) MIN (kind, BAYAN_N_RELATIONS - 1);
  return relation;
}

static void
change_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BayanReaderPane *pane = BAYAN_READER_PANE (widget);
  g_autoptr (GVariant) first = g_variant_get_child_value (parameter, 0);
  g_autoptr (GVariant) second = g_variant_get_child_value (parameter, 1);
  BayanRelation relation = read_relation (first), changed = read_relation (second);

  bayan_reader_pane_close_popover (pane);
  bayan_desk_change_relation (pane->desk, &relation, &changed);
}

/* One that was suggested */
static void
decide_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BayanReaderPane *pane = BAYAN_READER_PANE (widget);
  BayanRelation relation = read_relation (parameter);

  bayan_reader_pane_close_popover (pane);
  if (g_str_equal (name, "reader.confirm-relation"))
    bayan_desk_relate (pane->desk, &relation);
  else
    bayan_desk_reject_relation (pane->desk, &relation);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BayanReaderPane *pane = BAYAN_READER_PANE (widget);
  BayanRelation relation = read_relation (parameter);

  bayan_reader_pane_close_popover (pane);
  bayan_desk_remove_relation (pane->desk, &relation);
}

static void
show_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bayan_reader_pane_close_popover (BAYAN_READER_PANE (widget));
  bayan_reader_pane_show_mention (BAYAN_READER_PANE (widget), g_variant_get_int64 (parameter));
}

/**
 * bayan_relation_actions_install:
 *
 * Installs the actions on the class of the reader pane.
 */
void
bayan_relation_actions_install (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "reader.relate", NULL, relate_action);
  gtk_widget_class_install_action (klass, "reader.relate-as", "u", relate_as_action);
  gtk_widget_class_install_action (klass, "reader.stop-making", NULL, stop_action);
  gtk_widget_class_install_action (klass, "reader.change-relation", "(" RELATION_TYPE RELATION_TYPE ")",
                                   change_action);
  gtk_widget_class_install_action (klass, "reader.remove-relation", RELATION_TYPE, remove_action);
  gtk_widget_class_install_action (klass, "reader.confirm-relation", RELATION_TYPE, decide_action);
  gtk_widget_class_install_action (klass, "reader.reject-relation", RELATION_TYPE, decide_action);
  gtk_widget_class_install_action (klass, "reader.show-mention", "x", show_action);
}
