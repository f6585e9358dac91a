/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-window-private.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-act-words.h"
#include "bayan-import-report.h"
#include "bayan-language.h"
#include "bayan-toast.h"
#include "bayan-trouble-words.h"

#define UNTIL_CLOSED 0
#define SHORT_SECONDS 3
#define LONG_SECONDS 10

static AdwToast *
new_toast (BayanWindow *self, const char *sentence, guint seconds)
{
  AdwToast *toast = bayan_toast_new (sentence, NULL);

  adw_toast_set_timeout (toast, seconds);
  g_action_group_change_action_state (G_ACTION_GROUP (self), "status", g_variant_new_string (sentence));
  return toast;
}

/* Acts and imports come faster than toasts go: the last one is the one that counts. */
static void
show_toast (BayanWindow *self, AdwToast *toast)
{
  g_autoptr (AdwToast) before = self->toast != NULL ? g_object_ref (self->toast) : NULL;

  g_set_weak_pointer (&self->toast, toast);
  if (before != NULL)
    adw_toast_dismiss (before);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * bayan_window_say:
 * @sentence: in the language of the interface
 *
 * Tells the analyst something, without asking for an answer.
 */
void
bayan_window_say (BayanWindow *self, const char *sentence)
{
  g_return_if_fail (BAYAN_IS_WINDOW (self));
  show_toast (self, new_toast (self, sentence, LONG_SECONDS));
}

/* Says that an act was not kept, and why. */
void
bayan_window_say_failure (BayanWindow *self, const GError *error)
{
  g_autofree char *sentence = bayan_trouble_words (error);
  AdwToast *toast = new_toast (self, sentence, LONG_SECONDS);

  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* All that came is in. */
static gboolean
is_plain (BayanImportJob *job)
{
  return bayan_import_job_get_n_added (job) > 0
         && bayan_import_job_get_n_known (job) + bayan_import_job_get_n_held (job)
                    + bayan_import_job_get_n_refused (job)
                == 0;
}

static char *
describe_import (BayanImportJob *job)
{
  g_autofree char *summary = bayan_import_report_summarise (job);
  g_autofree char *reason = NULL;

  if (bayan_import_job_get_error (job) != NULL)
    {
      reason = bayan_trouble_words (bayan_import_job_get_error (job));
      /* Translators: how many files were imported until then, and why the rest was not */
      return g_strdup_printf (_ ("Import stopped (%1$s). %2$s"), summary, reason);
    }
  if (bayan_import_job_get_cancelled (job))
    /* Translators: how many files were imported until then */
    return g_strdup_printf (_ ("Import cancelled; what is done stays (%s)"), summary);
  if (is_plain (job))
    return g_strdup_printf (
        ngettext ("%u statement imported", "%u statements imported", bayan_import_job_get_n_added (job)),
        bayan_import_job_get_n_added (job));
  return g_steal_pointer (&summary);
}

static gboolean
has_details (BayanImportJob *job)
{
  return bayan_import_job_get_n_known (job) + bayan_import_job_get_n_refused (job) > 0;
}

/* What is most likely wanted next: files that did not come in, with those that wait; those alone; the way back. */
static void
add_import_button (AdwToast *toast, BayanImportJob *job)
{
  if (has_details (job))
    {
      adw_toast_set_button_label (toast, _ ("_Details"));
      adw_toast_set_action_name (toast, "win.import-details");
    }
  else if (bayan_import_job_get_n_held (job) > 0)
    {
      adw_toast_set_button_label (toast, _ ("_Look at Them"));
      adw_toast_set_action_name (toast, "win.review");
    }
  else if (bayan_import_job_get_n_added (job) > 0)
    {
      adw_toast_set_button_label (toast, _ ("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
}

/* Says what became of an import. */
void
bayan_window_say_import (BayanWindow *self, BayanImportJob *job)
{
  g_autofree char *sentence = describe_import (job);
  gboolean stays = bayan_import_job_get_n_refused (job) + bayan_import_job_get_n_held (job) > 0
                   || bayan_import_job_get_error (job) != NULL;
  AdwToast *toast = new_toast (self, sentence, stays ? UNTIL_CLOSED : LONG_SECONDS);

  g_set_object (&self->last_job, job);
  add_import_button (toast, job);
  show_toast (self, toast);
  bayan_window_update_actions (self);
}

/* Says where an export is now: @written, a folder or a file in one. */
void
bayan_window_say_export (BayanWindow *self, GFile *written)
{
  g_autofree char *base_name = g_file_get_basename (written);
  g_autofree char *shown = g_filename_display_name (base_name);
  g_autofree char *name = bayan_language_isolate (shown);
  g_autofree char *sentence = g_strdup_printf (_ ("Written to %s"), name);
  gboolean is_folder = g_file_query_file_type (written, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY;
  g_autoptr (GFile) folder = is_folder ? g_object_ref (written) : g_file_get_parent (written);
  g_autofree char *uri = g_file_get_uri (folder);
  AdwToast *toast = new_toast (self, sentence, LONG_SECONDS);

  adw_toast_set_button_label (toast, _ ("_Open Folder"));
  adw_toast_set_action_name (toast, "win.open-folder");
  adw_toast_set_action_target_value (toast, g_variant_new_string (uri));
  show_toast (self, toast);
}

static gboolean
wants_undo_button (const char *act)
{
  return g_strcmp0 (act, "confirm-everywhere") == 0 || g_strcmp0 (act, "reject-everywhere") == 0
         || g_strcmp0 (act, "reject") == 0 || g_strcmp0 (act, "change-type") == 0
         || g_strcmp0 (act, "set-charset") == 0 || g_strcmp0 (act, "restore-region") == 0
         || g_strcmp0 (act, "remove-region") == 0 || g_strcmp0 (act, "leave-out") == 0
         || g_strcmp0 (act, "edit-text") == 0 || g_strcmp0 (act, "clean-again") == 0 || g_strcmp0 (act, "forget-lessons") == 0
         || g_strcmp0 (act, "suggest-again") == 0 || g_strcmp0 (act, "import-names") == 0
         || g_strcmp0 (act, "rename-entity") == 0 || g_strcmp0 (act, "retype-entity") == 0
         || g_strcmp0 (act, "place-entity") == 0 || g_strcmp0 (act, "take-off-map") == 0
         || g_strcmp0 (act, "change-entity") == 0 || g_strcmp0 (act, "merge-entities") == 0
         || g_strcmp0 (act, "split-entity") == 0 || g_strcmp0 (act, "unmark") == 0 || g_strcmp0 (act, "remove-note") == 0
         || g_strcmp0 (act, "remove-relation") == 0 || g_strcmp0 (act, "reject-relation") == 0
         || g_strcmp0 (act, "add-name") == 0 || g_strcmp0 (act, "remove-name") == 0;
}

/* Its button would take back another act than the one it speaks of. */
static void
drop_undo_toast (BayanWindow *self)
{
  if (self->toast != NULL && g_strcmp0 (adw_toast_get_action_name (self->toast), "win.undo") == 0)
    adw_toast_dismiss (self->toast);
}

static gboolean
changes_text (const char *act)
{
  return g_strcmp0 (act, "restore-region") == 0 || g_strcmp0 (act, "remove-region") == 0
         || g_strcmp0 (act, "leave-out") == 0;
}

/* Whoever cleans a page teaches how the next ones of its site are cleaned, and is to know it. */
static char *
say_done (BayanWindow *self, const char *act, const char *subject)
{
  const char *site = changes_text (act) ? bayan_desk_get_taught_site (self->desk) : NULL;
  g_autofree char *done = bayan_act_words_done (act, subject);
  g_autofree char *name = site != NULL ? bayan_language_isolate (site) : NULL;

  if (site == NULL)
    return g_steal_pointer (&done);
  /* Translators: what was done, and the site whose next pages will be cleaned like this one */
  return g_strdup_printf (_ ("%1$s. Pages of %2$s will be cleaned like this"), done, name);
}

/* What is on the spot to be seen (a label, a confirmation) needs no words; what vanished from there does. */
static void
say_act (BayanWindow *self, const char *act, const char *subject)
{
  g_autofree char *sentence = say_done (self, act, subject);
  AdwToast *toast;

  if (!wants_undo_button (act))
    {
      drop_undo_toast (self);
      return;
    }
  toast = new_toast (self, sentence, SHORT_SECONDS);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  show_toast (self, toast);
}

static void
say_turn (BayanWindow *self, const char *act, const char *subject)
{
  g_autofree char *words = act != NULL ? bayan_act_words (act, subject) : NULL;
  g_autofree char *sentence = NULL;

  if (words == NULL)
    return;
  if (self->turn == BAYAN_TURN_UNDO)
    sentence = g_strdup_printf (_ ("Undone: %s"), words);
  else
    sentence = g_strdup_printf (_ ("Redone: %s"), words);
  show_toast (self, new_toast (self, sentence, SHORT_SECONDS));
}

/* Where undoing or redoing many acts has led. */
static void
say_travel (BayanWindow *self, const char *undo_words)
{
  g_autofree char *sentence = undo_words != NULL
                                  /* Translators: the library is now as it was after that act */
                                  ? g_strdup_printf (_ ("As it was after: %s"), undo_words)
                                  : g_strdup (_ ("As it was before the first act"));

  show_toast (self, new_toast (self, sentence, SHORT_SECONDS));
}

static void
show_tip (GtkWidget *button, const char *verb, const char *act, const char *subject)
{
  g_autofree char *words = act != NULL ? bayan_act_words (act, subject) : NULL;
  /* Translators: "Undo" or "Redo", and the act: Undo: Reject “…” */
  g_autofree char *tip = words != NULL ? g_strdup_printf (_ ("%1$s: %2$s"), verb, words) : g_strdup (verb);

  gtk_widget_set_tooltip_text (button, tip);
}

/* Follows what undo and redo would do: their tooltips, and a word about the act that was just done or
 * undone. */
void
bayan_window_follow_acts (BayanWindow *self)
{
  const char *undo_subject = NULL;
  const char *redo_subject = NULL;
  const char *undo_act = bayan_desk_get_undo_act (self->desk, &undo_subject);
  const char *redo_act = bayan_desk_get_redo_act (self->desk, &redo_subject);
  g_autofree char *undo_words = undo_act != NULL ? bayan_act_words (undo_act, undo_subject) : NULL;

  show_tip (self->undo_button, _ ("Undo"), undo_act, undo_subject);
  show_tip (self->redo_button, _ ("Redo"), redo_act, redo_subject);
  if (bayan_desk_get_travels (self->desk))
    return;
  if (self->turn == BAYAN_TURN_TRAVEL)
    say_travel (self, undo_words);
  else if (self->turn == BAYAN_TURN_UNDO)
    say_turn (self, redo_act, redo_subject);
  else if (self->turn == BAYAN_TURN_REDO)
    say_turn (self, undo_act, undo_subject);
  else if (self->turn == BAYAN_TURN_ACT && undo_act != NULL && g_strcmp0 (undo_words, self->undo_words) != 0)
    say_act (self, undo_act, undo_subject);
  self->turn = BAYAN_TURN_ACT;
  g_free (self->undo_words);
  self->undo_words = g_steal_pointer (&undo_words);
}
