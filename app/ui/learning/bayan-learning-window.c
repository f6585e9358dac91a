/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-learning-window.h"

#include "bayan-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bayan-precision-row.h"

#define N_ROWS (BAYAN_MENTION_N_TYPES + 1)

struct _BayanLearningWindow {
  AdwWindow parent_instance;
  BayanDesk *desk;
  GSignalGroup *desk_signals;
  gboolean loading, stale; /* the decisions are on their way; and there are others by now */
  GArray *decisions;       /* nullable: those that are shown */
  GtkWidget *rows[N_ROWS]; /* nullable: by type, that of all types last */

  GtkSwitch *enabled;
  AdwActionRow *learned;
  GtkWidget *forget;
  AdwPreferencesGroup *precision;
  GtkWidget *nothing;
};

G_DEFINE_FINAL_TYPE (BayanLearningWindow, bayan_learning_window, ADW_TYPE_WINDOW)

/* Showing */

static void
show_learned (BayanLearningWindow *self)
{
  guint n_lessons = bayan_desk_get_n_lessons (self->desk);
  gboolean can_change = bayan_desk_get_read_only (self->desk) == NULL;
  g_autofree char *words = g_strdup_printf (ngettext ("%u decision", "%u decisions", n_lessons), n_lessons);

  adw_action_row_set_subtitle (self->learned, words);
  gtk_switch_set_active (self->enabled, bayan_desk_get_learning (self->desk));
  gtk_widget_set_sensitive (GTK_WIDGET (self->enabled), can_change);
  gtk_widget_set_sensitive (self->forget, can_change && n_lessons > 0);
}

static gboolean
is_shown (BayanLearningWindow *self, const GArray *decisions)
{
  return self->decisions != NULL && self->decisions->len == decisions->len
         && (decisions->len == 0
             || memcmp (self->decisions->data, decisions->data, decisions->len * sizeof (BayanDecision))
                    == 0);
}

/* What was unfolded stays so; that of all types is from the beginning. */
static void
show_type (BayanLearningWindow *self, BayanMentionType type)
{
  gboolean expanded = self->rows[type] != NULL
                          ? adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self->rows[type]))
                          : type == BAYAN_MENTION_N_TYPES;

  if (self->rows[type] != NULL)
    adw_preferences_group_remove (self->precision, self->rows[type]);
  self->rows[type] = NULL;
  if (bayan_precision_sum (self->decisions, type).n_decided == 0)
    return;
  self->rows[type] = bayan_precision_row_new (self->decisions, type);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self->rows[type]), expanded);
  adw_preferences_group_add (self->precision, self->rows[type]);
}

/* @decisions: (transfer full) */
static void
show_decisions (BayanLearningWindow *self, GArray *decisions)
{
  g_clear_pointer (&self->decisions, g_array_unref);
  self->decisions = decisions;
  gtk_widget_set_visible (self->nothing, decisions->len == 0);
  show_type (self, BAYAN_MENTION_N_TYPES);
  for (guint type = 0; type < BAYAN_MENTION_N_TYPES; type++)
    show_type (self, type);
}

static void refresh (BayanLearningWindow *self);

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BayanLearningWindow) self = data;
  g_autoptr (GArray) decisions = bayan_desk_load_decisions_finish (result, NULL);

  self->loading = FALSE;
  if (self->desk == NULL)
    return;
  if (decisions != NULL && !is_shown (self, decisions))
    show_decisions (self, g_steal_pointer (&decisions));
  if (self->stale)
    refresh (self);
}

static void
refresh (BayanLearningWindow *self)
{
  show_learned (self);
  self->stale = self->loading;
  if (self->loading)
    return;
  self->loading = TRUE;
  bayan_desk_load_decisions_async (self->desk, NULL, loaded_cb, g_object_ref (self));
}

/* Changing */

static void
switched_cb (BayanLearningWindow *self)
{
  bayan_desk_set_learning (self->desk, gtk_switch_get_active (self->enabled));
}

static void
answered_cb (BayanLearningWindow *self, const char *response)
{
  if (self->desk != NULL && g_str_equal (response, "forget"))
    bayan_desk_forget_lessons (self->desk);
}

static void
forget_clicked_cb (BayanLearningWindow *self)
{
  guint n_lessons = bayan_desk_get_n_lessons (self->desk);
  AdwMessageDialog *dialog =
      ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), _ ("Forget What Was Learned?"), NULL));

  adw_message_dialog_format_body (
      dialog,
      ngettext (
          "Suggestions no longer follow what %u decision taught. The decision itself stays. Undo brings "
          "back what was learned.",
          "Suggestions no longer follow what %u decisions taught. The decisions themselves stay. Undo brings "
          "back what was learned.",
          n_lessons),
      n_lessons);
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "forget", _ ("_Forget"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "forget", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* By the window below, which says what was undone. */
static void
undo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (widget))), "win.undo",
                              NULL);
}

/* Life */

static void
dispose (GObject *object)
{
  BayanLearningWindow *self = BAYAN_LEARNING_WINDOW (object);

  g_clear_object (&self->desk_signals);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->decisions, g_array_unref);
  G_OBJECT_CLASS (bayan_learning_window_parent_class)->dispose (object);
}

static void
bayan_learning_window_class_init (BayanLearningWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bayandesk/Bayan/ui/learning/bayan-learning-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanLearningWindow, enabled);
  gtk_widget_class_bind_template_child (widget_class, BayanLearningWindow, learned);
  gtk_widget_class_bind_template_child (widget_class, BayanLearningWindow, forget);
  gtk_widget_class_bind_template_child (widget_class, BayanLearningWindow, precision);
  gtk_widget_class_bind_template_child (widget_class, BayanLearningWindow, nothing);
  gtk_widget_class_bind_template_callback (widget_class, forget_clicked_cb);
  gtk_widget_class_install_action (widget_class, "learning.undo", NULL, undo_cb);
}

static void
bayan_learning_window_init (BayanLearningWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bayan_learning_window_new:
 * @parent: the window above which it opens
 *
 * Returns: (transfer none): a window, not yet presented
 */
GtkWidget *
bayan_learning_window_new (GtkWindow *parent, BayanDesk *desk)
{
  BayanLearningWindow *self = g_object_new (BAYAN_TYPE_LEARNING_WINDOW, "transient-for", parent, NULL);

  self->desk = g_object_ref (desk);
  refresh (self);
  g_signal_connect_object (self->enabled, "notify::active", G_CALLBACK (switched_cb), self,
                           G_CONNECT_SWAPPED);
  self->desk_signals = g_signal_group_new (BAYAN_TYPE_DESK);
  g_signal_group_connect_swapped (self->desk_signals, "updated", G_CALLBACK (refresh), self);
  g_signal_group_set_target (self->desk_signals, desk);
  return GTK_WIDGET (self);
}
