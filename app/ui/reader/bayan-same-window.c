/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-same-window.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-language.h"
#include "bayan-same-row.h"
#include "bayan-type-style.h"

struct _BayanSameWindow {
  AdwWindow parent_instance;
  BayanSameList *list;

  AdwWindowTitle *title;
  GtkStack *stack;
  GtkListView *places;
  GtkLabel *state;
  GtkWidget *confirm_toggle, *reject_toggle;
  GtkButton *apply_button;
};

G_DEFINE_FINAL_TYPE (BayanSameWindow, bayan_same_window, ADW_TYPE_WINDOW)

/* What it says */

static guint
count_places (BayanSameWindow *self)
{
  return g_list_model_get_n_items (bayan_same_list_get_places (self->list));
}

static void
show_page (BayanSameWindow *self)
{
  const char *page = bayan_same_list_get_loading (self->list) ? "loading"
                     : count_places (self) > 0                ? "places"
                                                              : "nothing";

  gtk_stack_set_visible_child_name (self->stack, page);
}

static char *
describe_choice (BayanSameWindow *self)
{
  guint n_places = count_places (self), n_chosen = bayan_same_list_get_n_chosen (self->list);

  if (bayan_same_list_get_is_cut (self->list))
    return g_strdup_printf (_ ("%u of the newest %u places chosen"), n_chosen, n_places);
  return g_strdup_printf (ngettext ("%u of %u place chosen", "%u of %u places chosen", n_places), n_chosen,
                          n_places);
}

static char *
describe_deed (BayanSameWindow *self)
{
  guint n_chosen = bayan_same_list_get_n_chosen (self->list);

  if (bayan_same_list_get_decision (self->list) == BAYAN_STATUS_REJECTED)
    return g_strdup_printf (ngettext ("_Reject %u Place", "_Reject %u Places", n_chosen), n_chosen);
  return g_strdup_printf (ngettext ("_Confirm %u Place", "_Confirm %u Places", n_chosen), n_chosen);
}

static void
show_choice (BayanSameWindow *self)
{
  g_autofree char *choice = describe_choice (self);
  g_autofree char *deed = describe_deed (self);
  gboolean rejecting = bayan_same_list_get_decision (self->list) == BAYAN_STATUS_REJECTED;

  gtk_label_set_text (self->state, count_places (self) > 0 ? choice : "");
  gtk_button_set_label (self->apply_button, deed);
  gtk_widget_remove_css_class (GTK_WIDGET (self->apply_button),
                               rejecting ? "suggested-action" : "destructive-action");
  gtk_widget_add_css_class (GTK_WIDGET (self->apply_button),
                            rejecting ? "destructive-action" : "suggested-action");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "same.apply",
                                 bayan_same_list_get_n_chosen (self->list) > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "same.all", count_places (self) > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "same.none", count_places (self) > 0);
}

static void
show_all (BayanSameWindow *self)
{
  show_page (self);
  show_choice (self);
}

/* They can be looked through by key at once. */
static void
loaded_cb (BayanSameWindow *self)
{
  show_all (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->places));
}

/* What is done in it */

static void
decision_toggled_cb (BayanSameWindow *self)
{
  if (self->list == NULL)
    return;
  bayan_same_list_set_decision (self->list,
                                gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->reject_toggle))
                                    ? BAYAN_STATUS_REJECTED
                                    : BAYAN_STATUS_CONFIRMED);
  show_all (self);
}

static void
row_activated_cb (BayanSameWindow *self, guint position)
{
  g_autoptr (BayanSameItem) item = g_list_model_get_item (bayan_same_list_get_places (self->list), position);

  if (item != NULL)
    bayan_occurrence_item_set_chosen (BAYAN_OCCURRENCE_ITEM (item), !bayan_occurrence_item_get_chosen (BAYAN_OCCURRENCE_ITEM (item)));
}

static void
apply_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (bayan_same_list_apply (BAYAN_SAME_WINDOW (widget)->list))
    gtk_window_close (GTK_WINDOW (widget));
  else
    gtk_widget_error_bell (widget);
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bayan_same_list_choose_all (BAYAN_SAME_WINDOW (widget)->list, g_str_equal (name, "same.all"));
}

/* The row that has the focus: the list's own child around our widget has it, not our widget. */
static void
toggle_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (widget));
  GtkWidget *child = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  if (BAYAN_IS_SAME_ROW (child))
    bayan_same_row_toggle (BAYAN_SAME_ROW (child));
  else if (focus != NULL)
    gtk_widget_activate (focus);
}

/* Rows */

static void
row_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, bayan_same_row_new ());
}

static void
row_bound_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  bayan_same_row_set_item (BAYAN_SAME_ROW (gtk_list_item_get_child (list_item)),
                           gtk_list_item_get_item (list_item));
}

static void
row_unbound_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  bayan_same_row_set_item (BAYAN_SAME_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
fill_list (BayanSameWindow *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSingleSelection *model =
      gtk_single_selection_new (g_object_ref (bayan_same_list_get_places (self->list)));

  gtk_single_selection_set_autoselect (model, FALSE);
  gtk_single_selection_set_can_unselect (model, TRUE);
  g_signal_connect (factory, "setup", G_CALLBACK (row_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (row_bound_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (row_unbound_cb), NULL);
  gtk_list_view_set_factory (self->places, factory);
  gtk_list_view_set_model (self->places, GTK_SELECTION_MODEL (model));
  g_object_unref (factory);
  g_object_unref (model);
}

/* Life */

static void
dispose (GObject *object)
{
  g_clear_object (&BAYAN_SAME_WINDOW (object)->list);
  G_OBJECT_CLASS (bayan_same_window_parent_class)->dispose (object);
}

static void
bayan_same_window_class_init (BayanSameWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bayandesk/Bayan/ui/reader/bayan-same-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanSameWindow, title);
  gtk_widget_class_bind_template_child (widget_class, BayanSameWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, BayanSameWindow, places);
  gtk_widget_class_bind_template_child (widget_class, BayanSameWindow, state);
  gtk_widget_class_bind_template_child (widget_class, BayanSameWindow, confirm_toggle);
  gtk_widget_class_bind_template_child (widget_class, BayanSameWindow, reject_toggle);
  gtk_widget_class_bind_template_child (widget_class, BayanSameWindow, apply_button);
  gtk_widget_class_bind_template_callback (widget_class, decision_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "same.apply", NULL, apply_action);
  gtk_widget_class_install_action (widget_class, "same.all", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "same.none", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "same.toggle", NULL, toggle_action);
}

static void
bayan_same_window_init (BayanSameWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_title (BayanSameWindow *self)
{
  g_autofree char *words = bayan_language_isolate (bayan_same_list_get_words (self->list));
  /* Translators: the words of a mention, and the name of its type */
  g_autofree char *subtitle = g_strdup_printf (
      _ ("“%1$s” · %2$s"), words, bayan_type_style_get_name (bayan_same_list_get_mention_type (self->list)));

  adw_window_title_set_subtitle (self->title, subtitle);
}

/**
 * bayan_same_window_new:
 * @parent: the window that it lies over
 * @list: what it shows
 *
 * Returns: (transfer none): a window, not yet presented
 */
GtkWidget *
bayan_same_window_new (GtkWindow *parent, BayanSameList *list)
{
  BayanSameWindow *self = g_object_new (BAYAN_TYPE_SAME_WINDOW, "transient-for", parent, NULL);

  if (bayan_same_list_get_decision (list) == BAYAN_STATUS_REJECTED)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->reject_toggle), TRUE);
  self->list = g_object_ref (list);
  show_title (self);
  fill_list (self);
  show_all (self);
  g_signal_connect_object (list, "notify::loading", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "notify::n-chosen", G_CALLBACK (show_choice), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
