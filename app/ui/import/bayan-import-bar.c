/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-import-bar.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-language.h"

struct _BayanImportBar {
  AdwBin parent_instance;

  BayanDesk *desk;
  GSignalGroup *desk_signals;
  GSignalGroup *job_signals; /* its target is the job that is shown */
  BayanImportJob *reported;  /* the job whose end was told last: it is told once */

  GtkRevealer *revealer;
  GtkLabel *label;
  GtkProgressBar *progress;
};

enum { FINISHED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BayanImportBar, bayan_import_bar, ADW_TYPE_BIN)

static char *
describe_rate (BayanImportJob *job)
{
  guint rate = (guint) (bayan_import_job_get_rate (job) + 0.5);

  if (rate == 0)
    return NULL;
  return g_strdup_printf (ngettext ("%u file a second", "%u files a second", rate), rate);
}

static char *
describe_time_left (BayanImportJob *job)
{
  int seconds = bayan_import_job_get_seconds_left (job);
  guint minutes = (guint) (seconds + 30) / 60;

  if (seconds < 0)
    return NULL;
  if (seconds < 10)
    return g_strdup (_ ("a few seconds left"));
  if (seconds < 45)
    return g_strdup (_ ("less than a minute left"));
  if (minutes < 90)
    return g_strdup_printf (ngettext ("about %u minute left", "about %u minutes left", minutes), minutes);
  return g_strdup_printf (ngettext ("about %u hour left", "about %u hours left", (minutes + 30) / 60),
                          (minutes + 30) / 60);
}

static char *
describe_current (BayanImportJob *job)
{
  g_autofree char *name = bayan_import_job_dup_current (job);

  return name != NULL && *name != '\0' ? bayan_language_isolate (name) : NULL;
}

static char *
describe_done (BayanImportJob *job, guint n_total)
{
  guint n_done = bayan_import_job_get_n_done (job);

  if (n_done == 0)
    return g_strdup_printf (ngettext ("Importing %u file", "Importing %u files", n_total), n_total);
  /* Translators: the twelfth of forty files */
  return g_strdup_printf (_ ("%1$u of %2$u"), n_done, n_total);
}

/* What is known of it, with dots between. */
static char *
describe_job (BayanImportJob *job, guint n_total)
{
  char *parts[] = { describe_done (job, n_total), describe_rate (job), describe_time_left (job),
                    describe_current (job) };
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (parts[i] != NULL)
        g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", parts[i]);
      g_free (parts[i]);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
show_job (BayanImportBar *self, BayanImportJob *job)
{
  guint n_total = bayan_import_job_get_n_total (job);
  g_autofree char *words = n_total > 0 ? describe_job (job, n_total)
                                       : g_strdup (_ ("Looking for statements…"));

  gtk_label_set_label (self->label, words);
  gtk_progress_bar_set_fraction (self->progress, bayan_import_job_get_fraction (job));
}

static void
follow_job (BayanImportBar *self)
{
  g_autoptr (BayanImportJob) job = g_signal_group_dup_target (self->job_signals);

  if (job == NULL)
    return;
  gtk_revealer_set_reveal_child (self->revealer, bayan_import_job_get_running (job));
  if (bayan_import_job_get_running (job))
    show_job (self, job);
  else if (g_set_object (&self->reported, job))
    g_signal_emit (self, signals[FINISHED], 0, job);
}

static void
job_changed_cb (BayanImportBar *self)
{
  g_signal_group_set_target (self->job_signals, bayan_desk_get_job (self->desk));
  follow_job (self);
}

static void
cancel_clicked_cb (BayanImportBar *self)
{
  g_autoptr (BayanImportJob) job = g_signal_group_dup_target (self->job_signals);

  if (job != NULL)
    bayan_import_job_cancel (job);
}

static void
bayan_import_bar_dispose (GObject *object)
{
  BayanImportBar *self = BAYAN_IMPORT_BAR (object);

  g_clear_object (&self->desk_signals);
  g_clear_object (&self->job_signals);
  g_clear_object (&self->reported);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (bayan_import_bar_parent_class)->dispose (object);
}

static void
bayan_import_bar_class_init (BayanImportBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bayan_import_bar_dispose;
  signals[FINISHED] = g_signal_new ("finished", BAYAN_TYPE_IMPORT_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, BAYAN_TYPE_IMPORT_JOB);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bayandesk/Bayan/ui/import/bayan-import-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanImportBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, BayanImportBar, label);
  gtk_widget_class_bind_template_child (widget_class, BayanImportBar, progress);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
}

static void
bayan_import_bar_init (BayanImportBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->job_signals = g_signal_group_new (BAYAN_TYPE_IMPORT_JOB);
  g_signal_group_connect_swapped (self->job_signals, "notify", G_CALLBACK (follow_job), self);
  self->desk_signals = g_signal_group_new (BAYAN_TYPE_DESK);
  g_signal_group_connect_swapped (self->desk_signals, "notify::job", G_CALLBACK (job_changed_cb), self);
}

/**
 * bayan_import_bar_set_desk:
 * @desk: whose imports are shown
 */
void
bayan_import_bar_set_desk (BayanImportBar *self, BayanDesk *desk)
{
  g_return_if_fail (BAYAN_IS_IMPORT_BAR (self));

  if (!g_set_object (&self->desk, desk))
    return;
  if (bayan_desk_get_job (desk) != NULL && !bayan_import_job_get_running (bayan_desk_get_job (desk)))
    g_set_object (&self->reported, bayan_desk_get_job (desk)); /* was over before this window came */
  g_signal_group_set_target (self->desk_signals, desk);
  job_changed_cb (self);
}
