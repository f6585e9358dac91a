/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-entity-merger.h"

#include "bayan-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bayan-date-words.h"
#include "bayan-language.h"
#include "bayan-plain-row.h"
#include "bayan-type-dot.h"
#include "bayan-type-style.h"

#define MOST_FOUND 30
#define MOST_STATEMENTS 100

struct _BayanEntityMerger {
  AdwWindow parent_instance;
  BayanDesk *desk;
  GSignalGroup *desk_signals;
  char *key;            /* of the entity that was asked about */
  char *other;          /* nullable: of the one that was chosen */
  gboolean keeps_other; /* which of the two stays */

  GtkStack *stack, *found_stack;
  GtkWidget *back, *cancel, *merge;
  GtkLabel *question;
  GtkSearchEntry *entry;
  GtkListBox *found;
  AdwPreferencesGroup *touched;
  GtkListBox *result_list, *statements;
};

G_DEFINE_FINAL_TYPE (BayanEntityMerger, bayan_entity_merger, ADW_TYPE_WINDOW)

enum { MERGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const BayanEntity *
get_entity (BayanEntityMerger *self, const char *key)
{
  BayanEntityItem *item = key != NULL ? bayan_desk_find_entity (self->desk, key) : NULL;

  return item != NULL ? bayan_entity_item_get_entity (item) : NULL;
}

static const char *
get_into (BayanEntityMerger *self)
{
  return self->keeps_other ? self->other : self->key;
}

static const char *
get_from (BayanEntityMerger *self)
{
  return self->keeps_other ? self->key : self->other;
}

static void
empty (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

/* Searching */

static void
add_found (BayanEntityMerger *self, BayanEntityItem *item)
{
  const BayanEntity *entity = bayan_entity_item_get_entity (item);
  const char *other = bayan_language_get_entity_other_name (entity);
  g_autofree char *other_apart = other != NULL ? bayan_language_isolate (other) : NULL;
  guint n_statements, n_mentions = bayan_desk_count_entity (self->desk, entity->key, &n_statements);
  g_autofree char *counts = bayan_plain_row_count (n_mentions, n_statements);
  g_autofree char *subtitle =
      other != NULL
          ? g_strdup_printf ("%s · %s · %s", bayan_type_style_get_name (entity->type), other_apart, counts)
          : g_strdup_printf ("%s · %s", bayan_type_style_get_name (entity->type), counts);
  GtkWidget *row = bayan_plain_row_new (bayan_language_get_entity_name (entity), subtitle);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), bayan_type_dot_new (entity->type));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "key", g_strdup (entity->key), g_free);
  gtk_list_box_append (self->found, row);
}

static void
search_cb (BayanEntityMerger *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GPtrArray) found = bayan_desk_search_entities (self->desk, words, MOST_FOUND + 1);
  guint n_rows = 0;

  empty (self->found);
  for (guint i = 0; i < found->len && n_rows < MOST_FOUND; i++)
    if (bayan_desk_can_merge (self->desk, self->key, bayan_entity_item_get_key (found->pdata[i])))
      {
        add_found (self, found->pdata[i]);
        n_rows++;
      }
  gtk_stack_set_visible_child_name (self->found_stack, n_rows > 0       ? "found"
                                                       : *words != '\0' ? "none"
                                                                        : "hint");
}

/* The preview */

static void
add_result (BayanEntityMerger *self, const char *field, const char *value)
{
  if (value != NULL && *value != '\0')
    gtk_list_box_append (self->result_list, bayan_plain_row_new (value, field));
}

static void
show_result (BayanEntityMerger *self)
{
  g_autoptr (BayanOwnEntity) own = bayan_desk_make_merged (self->desk, get_into (self), get_from (self));
  g_autoptr (BayanEntity) entity = bayan_own_entity_apply (own, get_entity (self, get_into (self)));
  GtkWidget *swap = gtk_button_new_with_mnemonic (_ ("_Keep the Other One")), *row;

  empty (self->result_list);
  row = bayan_plain_row_new (bayan_language_get_entity_name (entity),
                             bayan_type_style_get_name (entity->type));
  gtk_widget_set_valign (swap, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (swap, _ ("Keep the name, type and numbers of the other entity"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (swap), "merger.swap");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), bayan_type_dot_new (entity->type));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), swap);
  gtk_list_box_append (self->result_list, row);
  add_result (self, bayan_language_is_arabic () ? _ ("English Name") : _ ("Arabic Name"),
              bayan_language_get_entity_other_name (entity));
  add_result (self, _ ("Description"), own->description);
  add_result (self, _ ("ISO 3166 Code"), own->iso);
  add_result (self, _ ("M49 Number"), own->m49);
  add_result (self, _ ("Wikidata Number"), own->wikidata);
}

static void
add_statement (BayanEntityMerger *self, const BayanNaming *naming)
{
  BayanStatementItem *item = bayan_desk_find_statement (self->desk, naming->statement);
  const char *title = item != NULL ? bayan_statement_item_get_title (item) : NULL;
  g_autofree char *day = item != NULL ? bayan_date_words_gregorian (bayan_statement_item_get_date (item))
                                      : NULL;
  g_autofree char *mentions = g_strdup_printf (ngettext ("%u mention", "%u mentions", naming->n_mentions),
                                               naming->n_mentions);
  g_autofree char *subtitle = day != NULL && *day != '\0' ? g_strdup_printf ("%s · %s", day, mentions)
                                                          : g_strdup (mentions);

  gtk_list_box_append (
      self->statements,
      bayan_plain_row_new (title != NULL && *title != '\0' ? title : _ ("Untitled statement"), subtitle));
}

static void
show_touched (BayanEntityMerger *self)
{
  const BayanEntity *from = get_entity (self, get_from (self)), *into = get_entity (self, get_into (self));
  g_autoptr (GArray) naming = bayan_desk_list_naming (self->desk, get_from (self));
  guint n_statements, n_mentions = bayan_desk_count_entity (self->desk, get_from (self), &n_statements);
  g_autofree char *counts = bayan_plain_row_count (n_mentions, n_statements);
  g_autofree char *gone = bayan_language_isolate (bayan_language_get_entity_name (from));
  g_autofree char *stays = bayan_language_isolate (bayan_language_get_entity_name (into));
  /* Translators: how many mentions in how many statements; the name that goes; the name that stays */
  g_autofree char *sentence =
      g_strdup_printf (_ ("%1$s: what names “%2$s” names “%3$s” from now on, also in what is "
                          "read in later. Undo takes it back exactly."),
                       counts, gone, stays);
  g_autofree char *markup = g_markup_escape_text (sentence, -1);

  adw_preferences_group_set_description (self->touched, markup);
  empty (self->statements);
  for (guint i = 0; i < naming->len && i < MOST_STATEMENTS; i++)
    add_statement (self, &g_array_index (naming, BayanNaming, i));
  if (naming->len > MOST_STATEMENTS)
    {
      guint n_more = naming->len - MOST_STATEMENTS;
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n_more), n_more);

      gtk_list_box_append (self->statements, bayan_plain_row_new (more, ""));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->statements), naming->len > 0);
}

static void
show_page (BayanEntityMerger *self)
{
  gboolean chosen = self->other != NULL;

  gtk_stack_set_visible_child_name (self->stack, chosen ? "preview" : "search");
  gtk_widget_set_visible (self->back, chosen);
  gtk_widget_set_visible (self->cancel, !chosen);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "merger.merge", chosen);
  if (!chosen)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->entry));
      return;
    }
  show_result (self);
  show_touched (self);
  gtk_widget_grab_focus (self->merge);
}

static void
choose (BayanEntityMerger *self, GtkListBoxRow *row)
{
  const char *other = row != NULL ? g_object_get_data (G_OBJECT (row), "key") : NULL;

  if (other == NULL || get_entity (self, other) == NULL)
    return;
  g_free (self->other);
  self->other = g_strdup (other);
  self->keeps_other = TRUE;
  show_page (self);
}

static void
row_activated_cb (BayanEntityMerger *self, GtkListBoxRow *row)
{
  choose (self, row);
}

static void
entry_activated_cb (BayanEntityMerger *self)
{
  search_cb (self);
  choose (self, gtk_list_box_get_row_at_index (self->found, 0));
}

/* Escape in the entry, and in what it finds */
static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BayanEntityMerger *self = BAYAN_ENTITY_MERGER (widget);

  if (self->other == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  g_clear_pointer (&self->other, g_free);
  show_page (self);
}

static void
stop_cb (BayanEntityMerger *self)
{
  back_action (GTK_WIDGET (self), NULL, NULL);
}

static void
swap_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BayanEntityMerger *self = BAYAN_ENTITY_MERGER (widget);

  self->keeps_other = !self->keeps_other;
  show_page (self);
}

static void
merge_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BayanEntityMerger *self = BAYAN_ENTITY_MERGER (widget);

  if (self->other == NULL)
    return;
  bayan_desk_merge_entities (self->desk, get_into (self), get_from (self));
  g_signal_emit (self, signals[MERGED], 0, get_into (self));
  gtk_window_close (GTK_WINDOW (self));
}

/* What is shown before it is done is what will be done: an import, or an act in another window, may have changed it. */
static void
desk_updated_cb (BayanEntityMerger *self)
{
  if (bayan_desk_get_state (self->desk) != BAYAN_DESK_READY || get_entity (self, self->key) == NULL)
    gtk_window_close (GTK_WINDOW (self));
  else if (self->other != NULL)
    show_touched (self);
}

/* Life */

static void
dispose (GObject *object)
{
  BayanEntityMerger *self = BAYAN_ENTITY_MERGER (object);

  g_clear_object (&self->desk_signals);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->other, g_free);
  G_OBJECT_CLASS (bayan_entity_merger_parent_class)->dispose (object);
}

static void
bayan_entity_merger_class_init (BayanEntityMergerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  signals[MERGED] = g_signal_new ("merged", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bayandesk/Bayan/ui/entities/bayan-entity-merger.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanEntityMerger, stack);
  gtk_widget_class_bind_template_child (widget_class, BayanEntityMerger, found_stack);
  gtk_widget_class_bind_template_child (widget_class, BayanEntityMerger, back);
  gtk_widget_class_bind_template_child (widget_class, BayanEntityMerger, cancel);
  gtk_widget_class_bind_template_child (widget_class, BayanEntityMerger, merge);
  gtk_widget_class_bind_template_child (widget_class, BayanEntityMerger, question);
  gtk_widget_class_bind_template_child (widget_class, BayanEntityMerger, entry);
  gtk_widget_class_bind_template_child (widget_class, BayanEntityMerger, found);
  gtk_widget_class_bind_template_child (widget_class, BayanEntityMerger, touched);
  gtk_widget_class_bind_template_child (widget_class, BayanEntityMerger, result_list);
  gtk_widget_class_bind_template_child (widget_class, BayanEntityMerger, statements);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "merger.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "merger.swap", NULL, swap_action);
  gtk_widget_class_install_action (widget_class, "merger.merge", NULL, merge_action);
}

static void
bayan_entity_merger_init (BayanEntityMerger *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bayan_entity_merger_new:
 * @parent: the window above which it opens
 * @entity_key: see bayan_desk_can_change_entity()
 *
 * Returns: (transfer none): a window, not yet presented
 */
GtkWidget *
bayan_entity_merger_new (GtkWindow *parent, BayanDesk *desk, const char *entity_key)
{
  BayanEntityMerger *self = g_object_new (BAYAN_TYPE_ENTITY_MERGER, "transient-for", parent, NULL);
  g_autofree char *name = NULL, *question = NULL;

  self->desk = g_object_ref (desk);
  self->key = g_strdup (entity_key);
  name = bayan_language_isolate (bayan_language_get_entity_name (get_entity (self, entity_key)));
  question = g_strdup_printf (_ ("Which other entity is “%s”?"), name);
  gtk_label_set_text (self->question, question);
  self->desk_signals = g_signal_group_new (BAYAN_TYPE_DESK);
  g_signal_group_connect_swapped (self->desk_signals, "updated", G_CALLBACK (desk_updated_cb), self);
  g_signal_group_set_target (self->desk_signals, desk);
  bayan_desk_prepare_search (desk);
  show_page (self);
  return GTK_WIDGET (self);
}
