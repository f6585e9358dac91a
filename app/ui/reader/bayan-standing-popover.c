/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-standing-popover.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-stage-words.h"

#define GAP_PIXELS 6

struct _BayanStandingPopover {
  GtkPopover parent_instance;
  BayanDesk *desk;
  gint64 statement;
  gboolean showing; /* a button is being set to what the desk says */

  GtkWidget *stages[BAYAN_N_STAGES];
  GtkWidget *who;
  GtkWidget *tags; /* a list of them */
  GtkWidget *entry;
};

G_DEFINE_FINAL_TYPE (BayanStandingPopover, bayan_standing_popover, GTK_TYPE_POPOVER)

static void
stage_toggled_cb (GtkCheckButton *button, BayanStandingPopover *self)
{
  if (self->showing || self->desk == NULL || !gtk_check_button_get_active (button))
    return;
  for (guint i = 0; i < BAYAN_N_STAGES; i++)
    if (self->stages[i] == GTK_WIDGET (button))
      bayan_desk_set_stage (self->desk, &self->statement, 1, (BayanStage) i);
}

static void
add_tag_cb (BayanStandingPopover *self)
{
  bayan_desk_set_tag (self->desk, &self->statement, 1, gtk_editable_get_text (GTK_EDITABLE (self->entry)), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
remove_tag_cb (GtkWidget *button, BayanStandingPopover *self)
{
  g_autofree char *tag = g_strdup (g_object_get_data (G_OBJECT (button), "tag"));

  gtk_widget_grab_focus (self->entry);
  bayan_desk_set_tag (self->desk, &self->statement, 1, tag, FALSE);
}

static GtkWidget *
new_icon_button (const char *icon, char *words)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_free (words);
  return button;
}

static void
filter_tag_cb (BayanStandingPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
append_tag (BayanStandingPopover *self, const char *tag)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (tag);
  GtkWidget *filter = new_icon_button ("bayan-funnel-symbolic",
                                       g_strdup_printf (_ ("Show only statements with the tag “%s”"), tag));
  GtkWidget *remove = new_icon_button ("window-close-symbolic", g_strdup_printf (_ ("Remove the tag “%s”"), tag));

  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (filter), "win.filter-tag");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (filter), "s", tag);
  g_signal_connect_object (filter, "clicked", G_CALLBACK (filter_tag_cb), self, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (remove), "tag", g_strdup (tag), g_free);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_tag_cb), self, 0);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), filter);
  gtk_box_append (GTK_BOX (line), remove);
  gtk_box_append (GTK_BOX (self->tags), line);
}

static void
show_tags (BayanStandingPopover *self, const BayanStanding *standing)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->tags)) != NULL)
    gtk_box_remove (GTK_BOX (self->tags), child);
  for (guint i = 0; standing != NULL && i < standing->tags->len; i++)
    append_tag (self, standing->tags->pdata[i]);
  gtk_widget_set_visible (self->tags, standing != NULL && standing->tags->len > 0);
}

static void
show_who (BayanStandingPopover *self, const BayanStanding *standing)
{
  gboolean said = standing != NULL && standing->who != NULL;
  g_autofree char *at = said ? bayan_stage_words_describe_moment (standing->at) : NULL;
  /* Translators: who, and when */
  g_autofree char *words = said ? g_strdup_printf (_ ("%1$s, %2$s"), standing->who, at) : NULL;

  gtk_label_set_text (GTK_LABEL (self->who), words != NULL ? words : "");
  gtk_widget_set_visible (self->who, said);
}

/* What the completion offers: tags that other statements have */
static void
offer_tags (BayanStandingPopover *self)
{
  g_autoptr (GPtrArray) tags = bayan_desk_list_tags (self->desk);
  g_autoptr (GtkListStore) store = gtk_list_store_new (1, G_TYPE_STRING);
  g_autoptr (GtkEntryCompletion) completion = gtk_entry_completion_new ();

  for (guint i = 0; i < tags->len; i++)
    gtk_list_store_insert_with_values (store, NULL, -1, 0, tags->pdata[i], -1);
  gtk_entry_completion_set_model (completion, GTK_TREE_MODEL (store));
  gtk_entry_completion_set_text_column (completion, 0);
  gtk_entry_completion_set_inline_completion (completion, TRUE);
  gtk_entry_completion_set_popup_completion (completion, FALSE);
  gtk_entry_set_completion (GTK_ENTRY (self->entry), completion);
}

/**
 * bayan_standing_popover_show:
 * @item: the statement that it is about from now on
 */
void
bayan_standing_popover_show (BayanStandingPopover *self, BayanDesk *desk, BayanStatementItem *item)
{
  const BayanStanding *standing = bayan_statement_item_get_standing (item);
  gboolean writable = bayan_desk_get_read_only (desk) == NULL;

  g_set_object (&self->desk, desk);
  self->statement = bayan_statement_item_get_id (item);
  self->showing = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->stages[bayan_statement_item_get_stage (item)]), TRUE);
  self->showing = FALSE;
  for (guint i = 0; i < BAYAN_N_STAGES; i++)
    gtk_widget_set_sensitive (self->stages[i], writable);
  gtk_widget_set_sensitive (self->tags, writable);
  gtk_widget_set_sensitive (self->entry, writable);
  show_who (self, standing);
  show_tags (self, standing);
}

static void
bayan_standing_popover_dispose (GObject *object)
{
  g_clear_object (&BAYAN_STANDING_POPOVER (object)->desk);
  G_OBJECT_CLASS (bayan_standing_popover_parent_class)->dispose (object);
}

static void
bayan_standing_popover_class_init (BayanStandingPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bayan_standing_popover_dispose;
}

static GtkWidget *
new_heading (const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

static void
append_stages (BayanStandingPopover *self, GtkBox *box)
{
  for (guint i = 0; i < BAYAN_N_STAGES; i++)
    {
      self->stages[i] = gtk_check_button_new_with_label (bayan_stage_words_get_name ((BayanStage) i));
      if (i > 0)
        gtk_check_button_set_group (GTK_CHECK_BUTTON (self->stages[i]), GTK_CHECK_BUTTON (self->stages[0]));
      g_signal_connect_object (self->stages[i], "toggled", G_CALLBACK (stage_toggled_cb), self, 0);
      gtk_box_append (box, self->stages[i]);
    }
}

static void
bayan_standing_popover_init (BayanStandingPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP_PIXELS);

  self->who = gtk_label_new (NULL);
  self->tags = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->entry = gtk_entry_new ();
  gtk_label_set_xalign (GTK_LABEL (self->who), 0);
  gtk_label_set_wrap (GTK_LABEL (self->who), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->who), 32);
  gtk_widget_add_css_class (self->who, "dim-label");
  gtk_widget_add_css_class (self->who, "caption");
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("Add a tag"));
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), BAYAN_TAG_MAX_BYTES / 2);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Add a tag"), -1);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (add_tag_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "map", G_CALLBACK (offer_tags), self, G_CONNECT_SWAPPED);
  gtk_widget_set_size_request (box, 240, -1);
  gtk_widget_set_margin_start (box, GAP_PIXELS);
  gtk_widget_set_margin_end (box, GAP_PIXELS);
  gtk_widget_set_margin_top (box, GAP_PIXELS);
  gtk_widget_set_margin_bottom (box, GAP_PIXELS);
  gtk_box_append (GTK_BOX (box), new_heading (_ ("Work on the Statement")));
  append_stages (self, GTK_BOX (box));
  gtk_box_append (GTK_BOX (box), self->who);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), new_heading (_ ("Tags")));
  gtk_box_append (GTK_BOX (box), self->tags);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}
