/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-relation-list.h"

#include <glib/gi18n.h>

#include "bayan-relation-words.h"

struct _BayanRelationList {
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (BayanRelationList, bayan_relation_list, GTK_TYPE_BOX)

static void
bayan_relation_list_class_init (BayanRelationListClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bayan_relation_list_init (BayanRelationList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Relations"), -1);
}

static char *
tell (BayanReading *reading, const BayanRelation *relation)
{
  g_autofree char *source = bayan_reading_dup_words (reading,
                                                     bayan_reading_find_mention (reading, relation->source));
  g_autofree char *target = bayan_reading_dup_words (reading,
                                                     bayan_reading_find_mention (reading, relation->target));

  return bayan_relation_words_tell (relation->kind, source, target);
}

static GVariant *
to_variant (const BayanRelation *relation)
{
  return g_variant_new ("(xxu)", relation->source, relation->target, (guint) relation->kind);
}

/* @label: shown as it is */
static void
append_item (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);

  g_menu_item_set_attribute (item, G_MENU_ATTRIBUTE_LABEL, "s", label);
  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

/* Other kinds, and the other way round */
static void
append_changes (GMenu *menu, BayanDesk *desk, const BayanRelation *relation)
{
  for (guint i = 0; i < 2 * BAYAN_N_RELATIONS; i++)
    {
      gboolean reverse = i >= BAYAN_N_RELATIONS;
      BayanRelation changed = { reverse ? relation->target : relation->source,
                                reverse ? relation->source : relation->target,
                                (BayanRelationKind) (i % BAYAN_N_RELATIONS) };
      g_autofree char *sentence = NULL;

      if (!bayan_desk_can_relate (desk, &changed))
        continue;
      sentence = tell (bayan_desk_get_reading (desk), &changed);
      append_item (menu, sentence, "reader.change-relation",
                   g_variant_new ("(@(xxu)@(xxu))", to_variant (relation), to_variant (&changed)));
    }
}

static GMenuModel *
create_menu (BayanDesk *desk, const BayanRelation *relation, gint64 mention)
{
  g_autoptr (GMenu) go = g_menu_new (), changes = g_menu_new (), end = g_menu_new ();
  GMenu *menu = g_menu_new ();

  append_item (go, _ ("Go to the Other Mention"), "reader.show-mention",
               g_variant_new_int64 (relation->source == mention ? relation->target : relation->source));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (go));
  if (bayan_desk_get_read_only (desk) != NULL)
    return G_MENU_MODEL (menu);
  append_changes (changes, desk, relation);
  if (g_menu_model_get_n_items (G_MENU_MODEL (changes)) > 0)
    g_menu_append_section (menu, _ ("Say Instead"), G_MENU_MODEL (changes));
  append_item (end, _ ("Remove the Relation"), "reader.remove-relation", to_variant (relation));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (end));
  return G_MENU_MODEL (menu);
}

static void
add_row (BayanRelationList *self, BayanDesk *desk, const BayanRelation *relation, gint64 mention)
{
  g_autofree char *sentence = tell (bayan_desk_get_reading (desk), relation);
  g_autoptr (GMenuModel) menu = create_menu (desk, relation, mention);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_menu_button_new (), *label = gtk_label_new (sentence);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), button);
  gtk_box_append (GTK_BOX (self), row);
}

static void
add_decision (GtkWidget *row, const char *icon, const char *words, const char *sentence, const char *action,
              const BayanRelation *relation)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  /* Translators: a decision, and what it is about: “Confirm: X holds the office Y” */
  g_autofree char *name = g_strdup_printf (_ ("%1$s: %2$s"), words, sentence);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), to_variant (relation));
  gtk_box_append (GTK_BOX (row), button);
}

/* What may be so: it is decided on the spot. */
static void
add_suggestion (BayanRelationList *self, BayanDesk *desk, const BayanRelation *relation)
{
  g_autofree char *sentence = tell (bayan_desk_get_reading (desk), relation);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *label = gtk_label_new (sentence);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_tooltip_text (label, _ ("Suggested"));
  gtk_box_append (GTK_BOX (row), label);
  add_decision (row, "object-select-symbolic", _ ("Confirm (Y)"), sentence, "reader.confirm-relation",
                relation);
  add_decision (row, "window-close-symbolic", _ ("Reject (X)"), sentence, "reader.reject-relation", relation);
  g_object_set_data (G_OBJECT (row), "is-suggestion", GINT_TO_POINTER (TRUE));
  gtk_box_append (GTK_BOX (self), row);
}

static void
add_suggestions (BayanRelationList *self, BayanDesk *desk, gint64 mention)
{
  g_autoptr (GArray) suggested = bayan_desk_get_read_only (desk) == NULL
                                     ? bayan_desk_suggest_relations (desk, mention)
                                     : NULL;

  for (guint i = 0; suggested != NULL && i < suggested->len; i++)
    add_suggestion (self, desk, &g_array_index (suggested, BayanRelation, i));
}

/**
 * bayan_relation_list_show:
 * @mention: of the reading
 *
 * Shows what @mention is to others, and what it may be, and hides itself where that is nothing.
 */
void
bayan_relation_list_show (BayanRelationList *self, BayanDesk *desk, gint64 mention)
{
  GArray *relations = bayan_reading_get_relations (bayan_desk_get_reading (desk));
  GtkWidget *child;

  g_return_if_fail (BAYAN_IS_RELATION_LIST (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  for (guint i = 0; i < relations->len; i++)
    {
      const BayanRelation *relation = &g_array_index (relations, BayanRelation, i);

      if (relation->source == mention || relation->target == mention)
        add_row (self, desk, relation, mention);
    }
  add_suggestions (self, desk, mention);
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL);
}

/**
 * bayan_relation_list_decide:
 * @status: CONFIRMED or REJECTED
 *
 * Returns: FALSE where the focus is on none that is suggested; else that is decided on
 */
gboolean
bayan_relation_list_decide (BayanRelationList *self, BayanMentionStatus status)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL, *reject;
  GtkWidget *row = focus != NULL ? gtk_widget_get_parent (focus) : NULL;

  if (row == NULL || gtk_widget_get_parent (row) != GTK_WIDGET (self)
      || g_object_get_data (G_OBJECT (row), "is-suggestion") == NULL)
    return FALSE;
  reject = gtk_widget_get_last_child (row);
  g_signal_emit_by_name (status == BAYAN_STATUS_REJECTED ? reject : gtk_widget_get_prev_sibling (reject),
                         "clicked");
  return TRUE;
}
