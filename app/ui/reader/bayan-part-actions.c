/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-part-actions.h"

#include <glib/gi18n.h>

#include "bayan-reader-pane-private.h"
#include "bayan-relate-bar.h"
#include "bayan-relation-actions.h"

/* The mention that is kept, or else the current one; 0 for none */
static gint64
find_mention (BayanReaderPane *pane)
{
  const BayanMention *current = bayan_reader_pane_get_current (pane);

  if (pane->parting != 0)
    return pane->parting;
  return current != NULL ? current->id : 0;
}

static void
set_parting (BayanReaderPane *pane, gint64 mention)
{
  pane->parting = mention;
  bayan_reader_pane_keep (pane, mention, FALSE);
}

/* No part is being added any more. */
void
bayan_part_actions_stop (BayanReaderPane *pane)
{
  if (pane->parting != 0)
    set_parting (pane, 0);
}

/**
 * bayan_part_actions_update:
 *
 * Something else is selected, or the mentions are other ones.
 */
void
bayan_part_actions_update (BayanReaderPane *pane)
{
  const BayanMention *mention = pane->parting != 0 && pane->reading != NULL
                                    ? bayan_reading_find_mention (pane->reading, pane->parting)
                                    : NULL;
  g_autofree char *words = NULL, *key = NULL, *hint = NULL;
  BayanCleanSpan span;

  if (pane->parting == 0)
    return;
  if (mention == NULL || mention->status == BAYAN_STATUS_REJECTED)
    {
      bayan_part_actions_stop (pane);
      return;
    }
  words = bayan_reading_dup_words (pane->reading, mention);
  key = bayan_reader_keys_get_label (pane->keys, BAYAN_READER_ADD_PART);
  /* Translators: after the words of a mention; %s is a key */
  hint = g_strdup_printf (_ ("and which other words? Select them, then press %s"), key);
  bayan_relate_bar_show_part (BAYAN_RELATE_BAR (pane->relate_bar), words, hint, key,
                              bayan_reader_pane_get_selection (pane, &span));
}

/* The mention is the current one again, and nothing is selected. */
static void
come_back (BayanReaderPane *pane, gint64 mention)
{
  GtkTextBuffer *buffer = bayan_reader_pane_get_buffer (pane);
  GtkTextIter end;

  bayan_part_actions_stop (pane);
  gtk_text_buffer_get_selection_bounds (buffer, NULL, &end);
  gtk_text_buffer_place_cursor (buffer, &end);
  bayan_reader_view_set_current (BAYAN_READER_VIEW (pane->view), mention);
}

static gboolean
add_part (BayanReaderPane *pane)
{
  gint64 mention = find_mention (pane);
  BayanCleanSpan span;

  if (mention == 0 || bayan_desk_get_read_only (pane->desk) != NULL)
    return FALSE;
  bayan_reader_pane_close_popover (pane);
  if (!bayan_reader_pane_get_selection (pane, &span))
    {
      bayan_relation_actions_stop (pane);
      set_parting (pane, mention);
      bayan_part_actions_update (pane);
      return TRUE;
    }
  if (!bayan_desk_add_part (pane->desk, mention, span))
    return FALSE;
  come_back (pane, mention);
  return TRUE;
}

/* The mention of which a part can be taken: the one that is meant, or where that stands in one place an outer one at the
 * caret. NULL for none */
static const BayanMention *
find_parted (BayanReaderPane *pane)
{
  const BayanMention *meant = bayan_reading_find_mention (pane->reading, find_mention (pane));
  g_autoptr (GPtrArray) around = NULL;

  if (meant != NULL && meant->more != NULL)
    return meant;
  around = bayan_reading_get_mentions_at (
      pane->reading, bayan_reader_text_to_clean (pane->text, bayan_reader_pane_get_caret (pane)));
  for (guint i = 0; i < around->len; i++)
    {
      const BayanMention *mention = around->pdata[i];

      if (mention->more != NULL && mention->status != BAYAN_STATUS_REJECTED)
        return mention;
    }
  return NULL;
}

/* The part that the caret is in or right behind */
static gboolean
find_part_at_caret (BayanReaderPane *pane, const BayanMention *mention, BayanCleanSpan *span)
{
  BayanCleanPos at = bayan_reader_text_to_clean (pane->text, bayan_reader_pane_get_caret (pane));

  for (guint i = 0; i < bayan_mention_get_n_parts (mention); i++)
    {
      *span = bayan_mention_get_part (mention, i);
      if (span->start.byte <= at.byte && at.byte <= span->end.byte)
        return TRUE;
    }
  return FALSE;
}

static gboolean
take_part (BayanReaderPane *pane)
{
  const BayanMention *mention = pane->reading != NULL ? find_parted (pane) : NULL;
  gint64 id = mention != NULL ? mention->id : 0;
  BayanCleanSpan span;

  if (mention == NULL
      || (!bayan_reader_pane_get_selection (pane, &span) && !find_part_at_caret (pane, mention, &span))
      || !bayan_desk_take_part (pane->desk, id, span))
    return FALSE;
  bayan_reader_pane_close_popover (pane);
  come_back (pane, id);
  return TRUE;
}

static void
add_part_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (!add_part (BAYAN_READER_PANE (widget)))
    gtk_widget_error_bell (widget);
}

static void
take_part_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (!take_part (BAYAN_READER_PANE (widget)))
    gtk_widget_error_bell (widget);
}

/**
 * bayan_part_actions_press:
 * @keyval: see bayan_reader_actions_get_latin_key()
 *
 * Returns: whether the key was one for a part that is being added
 */
gboolean
bayan_part_actions_press (BayanReaderPane *pane, guint keyval)
{
  if (pane->parting == 0)
    return FALSE;
  if (keyval == GDK_KEY_Escape)
    bayan_part_actions_stop (pane);
  else if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    add_part_action (GTK_WIDGET (pane), NULL, NULL);
  else
    return FALSE;
  return TRUE;
}

/**
 * bayan_part_actions_install:
 *
 * Installs the actions on the class of the reader pane.
 */
void
bayan_part_actions_install (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "reader.add-part", NULL, add_part_action);
  gtk_widget_class_install_action (klass, "reader.take-part", NULL, take_part_action);
}
