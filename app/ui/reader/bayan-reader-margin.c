/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-reader-pane-private.h"

/* Who turns over leaves does not look at the acts of each. */
#define ACTS_DELAY_MS 400

static gboolean
is_right_to_left_script (GUnicodeScript script)
{
  return script == G_UNICODE_SCRIPT_ARABIC || script == G_UNICODE_SCRIPT_HEBREW
         || script == G_UNICODE_SCRIPT_SYRIAC || script == G_UNICODE_SCRIPT_THAANA
         || script == G_UNICODE_SCRIPT_NKO;
}

/* Whether the paragraph at @at begins on the right: its first letter says so. One without letters is an Arabic one. */
gboolean
bayan_reader_pane_is_right_to_left (BayanReaderPane *self, BayanCleanPos at)
{
  const BayanStatement *statement = bayan_reader_pane_get_statement (self);
  const char *end = statement->text + statement->text_length_bytes, *start = statement->text + at.byte;

  while (start > statement->text && start[-1] != '\n')
    start--;
  for (; start < end && *start != '\n'; start = g_utf8_next_char (start))
    if (g_unichar_isalpha (g_utf8_get_char (start)))
      return is_right_to_left_script (g_unichar_get_script (g_utf8_get_char (start)));
  return TRUE;
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  return ((const BayanMarginMark *) a)->offset - ((const BayanMarginMark *) b)->offset;
}

static GArray *
make_marks (BayanReaderPane *self, GListModel *items)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (BayanMarginMark));

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (BayanActItem) item = g_list_model_get_item (items, i);
      const BayanActFacts *facts = bayan_act_item_get_facts (item);
      BayanMarginMark mark = { .offset = bayan_reader_text_to_buffer (self->text, facts->place.start),
                               .family = bayan_act_class_get_family (facts->act_class) };

      if (facts->kind != BAYAN_ACT_ITEM_ACT || facts->status == BAYAN_STATUS_REJECTED)
        continue;
      mark.right_to_left = bayan_reader_pane_is_right_to_left (self, facts->place.start);
      g_array_append_val (marks, mark);
    }
  g_array_sort (marks, compare_marks);
  return marks;
}

/* They are where they are: the list goes, so that it does not look for them again after each decision. */
static void
loaded_cb (BayanReaderPane *self)
{
  if (self->act_list == NULL || bayan_act_list_get_loading (self->act_list))
    return;
  if (self->reading != NULL && self->text != NULL)
    bayan_reader_view_take_acts (BAYAN_READER_VIEW (self->view),
                                 make_marks (self, bayan_act_list_get_items (self->act_list)));
  g_signal_handlers_disconnect_by_data (self->act_list, self);
  g_clear_object (&self->act_list);
}

static gboolean
look_for_acts_cb (gpointer data)
{
  BayanReaderPane *self = data;

  self->acts_source = 0;
  self->act_list = bayan_act_list_new (self->desk);
  g_signal_connect_swapped (self->act_list, "notify::loading", G_CALLBACK (loaded_cb), self);
  loaded_cb (self);
  return G_SOURCE_REMOVE;
}

/* Nothing is looked for any more. */
void
bayan_reader_pane_forget_acts (BayanReaderPane *self)
{
  g_clear_handle_id (&self->acts_source, g_source_remove);
  if (self->act_list != NULL)
    g_signal_handlers_disconnect_by_data (self->act_list, self);
  g_clear_object (&self->act_list);
}

/* Another text is shown: its acts are marked in the margin some time after. */
void
bayan_reader_pane_show_acts (BayanReaderPane *self)
{
  bayan_reader_pane_forget_acts (self);
  bayan_reader_view_take_acts (BAYAN_READER_VIEW (self->view), NULL);
  if (self->reading != NULL)
    self->acts_source = g_timeout_add (ACTS_DELAY_MS, look_for_acts_cb, self);
}
