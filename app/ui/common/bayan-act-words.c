/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-act-words.h"

#include "bayan-config.h"

#include <glib/gi18n.h>

#include "bayan-language.h"

#define MOST_LETTERS 40

static char *
shorten (const char *subject)
{
  g_autofree char *line = g_strdelimit (g_strdup (subject), "\n\t", ' ');
  g_autofree char *cut = NULL;
  g_autofree char *shortened = NULL;

  if (g_utf8_strlen (line, -1) <= MOST_LETTERS)
    return bayan_language_isolate (line);
  cut = g_utf8_substring (line, 0, MOST_LETTERS);
  shortened = g_strconcat (g_strchomp (cut), "…", NULL);
  return bayan_language_isolate (shortened);
}

static char *
describe_import (const char *subject)
{
  guint n_statements = (guint) g_ascii_strtoull (subject, NULL, 10);

  return g_strdup_printf (ngettext ("Import of %u statement", "Import of %u statements", n_statements),
                          n_statements);
}

static char *
describe_places (const char *subject)
{
  guint n_places = (guint) g_ascii_strtoull (subject, NULL, 10);

  return g_strdup_printf (ngettext ("Label %u place", "Label %u places", n_places), n_places);
}

static char *
describe_names (const char *subject)
{
  guint n_names = (guint) g_ascii_strtoull (subject, NULL, 10);

  return g_strdup_printf (ngettext ("Import of %u name", "Import of %u names", n_names), n_names);
}

static char *
describe_labels (const char *subject)
{
  guint n_labels = (guint) g_ascii_strtoull (subject, NULL, 10);

  return g_strdup_printf (ngettext ("Import of %u label", "Import of %u labels", n_labels), n_labels);
}

/* What is said of entities. @subject: a name, or two, one in each line; @done: it has just been done. Returns: (nullable): NULL
 * for any other act */
static char *
describe_entity_act (const char *act, const char *subject, gboolean done)
{
  const char *end = strchr (subject, '\n');
  g_autofree char *first = g_strndup (subject, end != NULL ? (gsize) (end - subject) : strlen (subject));
  g_autofree char *one = shorten (first), *other = shorten (end != NULL ? end + 1 : "");

  if (g_strcmp0 (act, "rename-entity") == 0 && end == NULL)
    return g_strdup_printf (done ? _ ("“%s” is called so again") : _ ("Call “%s” as it was found"), one);
  if (g_strcmp0 (act, "rename-entity") == 0)
    return g_strdup_printf (done ? _ ("Renamed “%1$s” to “%2$s”") : _ ("Rename “%1$s” to “%2$s”"), one,
                            other);
  if (g_strcmp0 (act, "retype-entity") == 0)
    return g_strdup_printf (
        done ? _ ("Changed the type of “%s” everywhere") : _ ("Change the type of “%s” everywhere"), one);
  if (g_strcmp0 (act, "change-entity") == 0)
    return g_strdup_printf (done ? _ ("Changed the details of “%s”") : _ ("Change the details of “%s”"), one);
  if (g_strcmp0 (act, "place-entity") == 0)
    return g_strdup_printf (done ? _ ("Placed “%s” on the map") : _ ("Place “%s” on the map"), one);
  if (g_strcmp0 (act, "take-off-map") == 0)
    return g_strdup_printf (done ? _ ("Took “%s” off the map") : _ ("Take “%s” off the map"), one);
  if (g_strcmp0 (act, "merge-entities") == 0)
    return g_strdup_printf (done ? _ ("Merged “%1$s” into “%2$s”") : _ ("Merge “%1$s” into “%2$s”"), one,
                            other);
  if (g_strcmp0 (act, "split-entity") == 0)
    return g_strdup_printf (done ? _ ("Split “%1$s” off “%2$s”") : _ ("Split “%1$s” off “%2$s”"), one, other);
  return NULL;
}

/* What the analyst keeps for himself: labels, notes, how far the work is. Returns: (nullable): NULL for any other act */
static char *
describe_own_act (const char *act, const char *subject, const char *words)
{
  if (g_strcmp0 (act, "add-label") == 0)
    return g_strdup_printf (_ ("Add the label “%s”"), words);
  if (g_strcmp0 (act, "change-label") == 0)
    return g_strdup_printf (_ ("Change the label “%s”"), words);
  if (g_strcmp0 (act, "move-label") == 0)
    return g_strdup_printf (_ ("Move the label “%s”"), words);
  if (g_strcmp0 (act, "remove-label") == 0)
    return g_strdup_printf (_ ("Remove the label “%s”"), words);
  if (g_strcmp0 (act, "import-labels") == 0)
    return describe_labels (subject);
  if (g_strcmp0 (act, "mark") == 0)
    return g_strdup_printf (_ ("Label “%s”"), words);
  if (g_strcmp0 (act, "unmark") == 0)
    return g_strdup_printf (_ ("Take a label off “%s”"), words);
  if (g_strcmp0 (act, "add-note") == 0 || g_strcmp0 (act, "change-note") == 0)
    return *subject != '\0' ? g_strdup_printf (_ ("Note on “%s”"), words)
                            : g_strdup (_ ("Note on the library"));
  if (g_strcmp0 (act, "remove-note") == 0)
    return *subject != '\0' ? g_strdup_printf (_ ("Remove the note on “%s”"), words)
                            : g_strdup (_ ("Remove the note on the library"));
  if (g_strcmp0 (act, "set-new") == 0)
    return g_strdup_printf (_ ("Mark as new: %s"), words);
  if (g_strcmp0 (act, "set-in-progress") == 0)
    return g_strdup_printf (_ ("Mark as in progress: %s"), words);
  if (g_strcmp0 (act, "set-done") == 0)
    return g_strdup_printf (_ ("Mark as done: %s"), words);
  if (g_strcmp0 (act, "add-tag") == 0)
    return g_strdup_printf (_ ("Add the tag “%s”"), words);
  if (g_strcmp0 (act, "remove-tag") == 0)
    return g_strdup_printf (_ ("Remove the tag “%s”"), words);
  return NULL;
}

/**
 * bayan_act_words:
 * @act: a word of the library's journal (bayan-library.h, BayanActLabel)
 * @subject: (nullable): what it was done to; for an import, how many statements
 *
 * Returns: (transfer full): "Confirm “العراق”", "Import of 3 statements"; the bare subject for an act not
 * known here
 */
char *
bayan_act_words (const char *act, const char *subject)
{
  g_autofree char *words = shorten (subject != NULL ? subject : "");
  char *own = describe_own_act (act, subject != NULL ? subject : "", words);

  if (own == NULL)
    own = describe_entity_act (act, subject != NULL ? subject : "", FALSE);
  if (own != NULL)
    return own;
  if (g_strcmp0 (act, "import") == 0)
    return describe_import (subject != NULL ? subject : "");
  if (g_strcmp0 (act, "confirm") == 0)
    return g_strdup_printf (_ ("Confirm “%s”"), words);
  if (g_strcmp0 (act, "reject") == 0)
    return g_strdup_printf (_ ("Reject “%s”"), words);
  if (g_strcmp0 (act, "confirm-act") == 0)
    return g_strdup_printf (_ ("Confirm the act “%s”"), words);
  if (g_strcmp0 (act, "reject-act") == 0)
    return g_strdup_printf (_ ("Reject the act “%s”"), words);
  if (g_strcmp0 (act, "leave-act-open") == 0)
    return g_strdup_printf (_ ("Leave the act “%s” open"), words);
  if (g_strcmp0 (act, "confirm-everywhere") == 0)
    return g_strdup_printf (_ ("Confirm “%s” everywhere"), words);
  if (g_strcmp0 (act, "reject-everywhere") == 0)
    return g_strdup_printf (_ ("Reject “%s” everywhere"), words);
  if (g_strcmp0 (act, "label-places") == 0)
    return describe_places (subject != NULL ? subject : "");
  if (g_strcmp0 (act, "label") == 0)
    return g_strdup_printf (_ ("Label “%s”"), words);
  if (g_strcmp0 (act, "change-type") == 0)
    return g_strdup_printf (_ ("Change the type of “%s”"), words);
  if (g_strcmp0 (act, "change-span") == 0)
    return g_strdup_printf (_ ("Change the extent to “%s”"), words);
  if (g_strcmp0 (act, "join") == 0)
    return g_strdup_printf (_ ("Join “%s”"), words);
  if (g_strcmp0 (act, "add-part") == 0)
    return g_strdup_printf (_ ("Add a part: “%s”"), words);
  if (g_strcmp0 (act, "take-part") == 0)
    return g_strdup_printf (_ ("Take a part off: “%s”"), words);
  if (g_strcmp0 (act, "relate") == 0)
    return g_strdup_printf (_ ("Relate “%s”"), words);
  if (g_strcmp0 (act, "change-relation") == 0)
    return g_strdup_printf (_ ("Change the relation “%s”"), words);
  if (g_strcmp0 (act, "remove-relation") == 0)
    return g_strdup_printf (_ ("Remove the relation “%s”"), words);
  if (g_strcmp0 (act, "reject-relation") == 0)
    return g_strdup_printf (_ ("Reject the relation “%s”"), words);
  if (g_strcmp0 (act, "set-charset") == 0)
    return g_strdup_printf (_ ("Change the encoding to %s"), words);
  if (g_strcmp0 (act, "restore-region") == 0)
    return g_strdup_printf (_ ("Restore “%s”"), words);
  if (g_strcmp0 (act, "remove-region") == 0 || g_strcmp0 (act, "leave-out") == 0)
    return g_strdup_printf (_ ("Leave out “%s”"), words);
  if (g_strcmp0 (act, "edit-text") == 0)
    return g_strdup_printf (_ ("Write “%s”"), words);
  if (g_strcmp0 (act, "set-detail") == 0)
    return g_strdup_printf (_ ("Set the detail “%s”"), words);
  if (g_strcmp0 (act, "clear-detail") == 0)
    return g_strdup_printf (_ ("Clear the detail “%s”"), words);
  if (g_strcmp0 (act, "revert-detail") == 0)
    return g_strdup (_ ("Set a detail back to what was found"));
  if (g_strcmp0 (act, "clean-again") == 0)
    return g_strdup (_ ("Clean again"));
  if (g_strcmp0 (act, "forget-lessons") == 0)
    return g_strdup (_ ("Forget what was learned"));
  if (g_strcmp0 (act, "suggest-again") == 0)
    return g_strdup (_ ("Suggest again"));
  if (g_strcmp0 (act, "import-names") == 0)
    return describe_names (subject != NULL ? subject : "");
  if (g_strcmp0 (act, "add-name") == 0)
    return g_strdup_printf (_ ("Add the name “%s”"), words);
  if (g_strcmp0 (act, "change-name") == 0)
    return g_strdup_printf (_ ("Change the name “%s”"), words);
  if (g_strcmp0 (act, "remove-name") == 0)
    return g_strdup_printf (_ ("Remove the name “%s”"), words);
  if (g_strcmp0 (act, "merge") == 0)
    return g_strdup_printf (_ ("Take “%s” for the same person"), words);
  if (g_strcmp0 (act, "part") == 0)
    return g_strdup_printf (_ ("Keep “%s” apart"), words);
  if (g_strcmp0 (act, "confirm-group") == 0)
    return g_strdup_printf (_ ("Confirm the group of “%s”"), words);
  if (g_strcmp0 (act, "split-group") == 0)
    return g_strdup_printf (_ ("Split the group of “%s”"), words);
  if (g_strcmp0 (act, "take-out-of-group") == 0)
    return g_strdup_printf (_ ("Take “%s” out of its group"), words);
  return g_steal_pointer (&words);
}

/**
 * bayan_act_words_done:
 * @act: a word of the library's journal
 * @subject: (nullable): what it was done to
 *
 * Returns: (transfer full): "Rejected “العراق”": said of an act that has just been done; the bare subject for
 * one that nothing is said about
 */
char *
bayan_act_words_done (const char *act, const char *subject)
{
  g_autofree char *words = shorten (subject != NULL ? subject : "");
  char *of_entity = describe_entity_act (act, subject != NULL ? subject : "", TRUE);

  if (of_entity != NULL)
    return of_entity;
  if (g_strcmp0 (act, "import-labels") == 0)
    return describe_labels (subject != NULL ? subject : "");
  if (g_strcmp0 (act, "remove-label") == 0)
    return g_strdup_printf (_ ("Removed the label “%s”"), words);
  if (g_strcmp0 (act, "unmark") == 0)
    return g_strdup_printf (_ ("Took a label off “%s”"), words);
  if (g_strcmp0 (act, "remove-note") == 0)
    return g_strdup (_ ("Removed the note"));
  if (g_strcmp0 (act, "reject") == 0)
    return g_strdup_printf (_ ("Rejected “%s”"), words);
  if (g_strcmp0 (act, "confirm-everywhere") == 0)
    return g_strdup_printf (_ ("Confirmed “%s” everywhere"), words);
  if (g_strcmp0 (act, "reject-everywhere") == 0)
    return g_strdup_printf (_ ("Rejected “%s” everywhere"), words);
  if (g_strcmp0 (act, "change-type") == 0)
    return g_strdup_printf (_ ("Changed the type of “%s”"), words);
  if (g_strcmp0 (act, "remove-relation") == 0)
    return g_strdup_printf (_ ("Removed the relation “%s”"), words);
  if (g_strcmp0 (act, "reject-relation") == 0)
    return g_strdup_printf (_ ("Rejected the relation “%s”"), words);
  if (g_strcmp0 (act, "set-charset") == 0)
    return g_strdup_printf (_ ("Read in the encoding %s"), words);
  if (g_strcmp0 (act, "restore-region") == 0)
    return g_strdup_printf (_ ("Restored “%s”"), words);
  if (g_strcmp0 (act, "remove-region") == 0 || g_strcmp0 (act, "leave-out") == 0)
    return g_strdup_printf (_ ("Left out “%s”"), words);
  if (g_strcmp0 (act, "edit-text") == 0)
    return g_strdup_printf (_ ("Wrote “%s”"), words);
  if (g_strcmp0 (act, "clean-again") == 0)
    return g_strdup (_ ("Cleaned again"));
  if (g_strcmp0 (act, "forget-lessons") == 0)
    return g_strdup (_ ("Forgot what was learned"));
  if (g_strcmp0 (act, "suggest-again") == 0)
    return g_strdup (_ ("Suggested again"));
  if (g_strcmp0 (act, "import-names") == 0)
    return describe_names (subject != NULL ? subject : "");
  if (g_strcmp0 (act, "add-name") == 0)
    return g_strdup_printf (_ ("Added the name “%s”"), words);
  if (g_strcmp0 (act, "remove-name") == 0)
    return g_strdup_printf (_ ("Removed the name “%s”"), words);
  if (g_strcmp0 (act, "merge") == 0)
    return g_strdup_printf (_ ("“%s” is the same person now"), words);
  if (g_strcmp0 (act, "part") == 0)
    return g_strdup_printf (_ ("“%s” will not be asked about again"), words);
  return g_steal_pointer (&words);
}
