/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-find-bar.h"

#include <glib/gi18n.h>

struct _BayanFindBar {
  AdwBin parent_instance;

  GtkWidget *revealer;
  GtkWidget *entry;
  GtkWidget *count_label;
  GtkWidget *previous_button, *next_button;
};

G_DEFINE_FINAL_TYPE (BayanFindBar, bayan_find_bar, ADW_TYPE_BIN)

enum { CHANGED, STEP, CLOSED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
search_changed_cb (BayanFindBar *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
step (BayanFindBar *self, gboolean forward)
{
  g_signal_emit (self, signals[STEP], 0, forward);
}

static void
next_cb (BayanFindBar *self)
{
  step (self, TRUE);
}

static void
previous_cb (BayanFindBar *self)
{
  step (self, FALSE);
}

/* The entry takes Return for itself, with Shift or without. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
                BayanFindBar *self)
{
  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_ISO_Enter)
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  step (self, (state & GDK_SHIFT_MASK) == 0);
  return GDK_EVENT_STOP;
}

static void
bayan_find_bar_class_init (BayanFindBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bayandesk/Bayan/ui/reader/bayan-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanFindBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, BayanFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, BayanFindBar, count_label);
  gtk_widget_class_bind_template_child (widget_class, BayanFindBar, previous_button);
  gtk_widget_class_bind_template_child (widget_class, BayanFindBar, next_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, bayan_find_bar_close);
  signals[CHANGED] = g_signal_new ("changed", BAYAN_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[STEP] = g_signal_new ("step", BAYAN_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[CLOSED] = g_signal_new ("closed", BAYAN_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
bayan_find_bar_init (BayanFindBar *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (self->entry, controller);
}

/**
 * bayan_find_bar_open:
 * @words: (nullable): to look for; NULL for those of last time
 *
 * Shows the bar and gives it the keyboard.
 */
void
bayan_find_bar_open (BayanFindBar *self, const char *words)
{
  g_return_if_fail (BAYAN_IS_FIND_BAR (self));

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  if (words != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), words);
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
bayan_find_bar_close (BayanFindBar *self)
{
  if (!bayan_find_bar_is_open (self))
    return;
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_emit (self, signals[CLOSED], 0);
}

gboolean
bayan_find_bar_is_open (BayanFindBar *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self));
}

const char *
bayan_find_bar_get_text (BayanFindBar *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static char *
describe (BayanFindBar *self, int place, guint n_places)
{
  if (*bayan_find_bar_get_text (self) == '\0')
    return g_strdup ("");
  if (n_places == 0)
    return g_strdup (_ ("Not in this statement"));
  if (place < 0)
    return g_strdup_printf (ngettext ("%u place", "%u places", n_places), n_places);
  /* Translators: the place that is shown, and how many there are */
  return g_strdup_printf (_ ("%1$d of %2$u"), place + 1, n_places);
}

/**
 * bayan_find_bar_show_count:
 * @place: the place that is shown, from 0; -1 for none
 * @n_places: how many there are
 */
void
bayan_find_bar_show_count (BayanFindBar *self, int place, guint n_places)
{
  g_autofree char *words = describe (self, place, n_places);
  gboolean is_missing = n_places == 0 && *bayan_find_bar_get_text (self) != '\0';

  gtk_label_set_text (GTK_LABEL (self->count_label), words);
  gtk_widget_set_sensitive (self->previous_button, n_places > 0);
  gtk_widget_set_sensitive (self->next_button, n_places > 0);
  if (is_missing)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
}
