/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-query-help.h"

#include "bayan-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bayan-language.h"

#define RECENT "recent-searches" /* one a line, the last one first; kept with the library */
#define RECENT_MAX 6

/* What is put into the entry; the caret goes between two quotation marks. Where a name in front of a colon is translated it
 * has to be one that the search knows: see bayan-query.h. */
static const struct {
  const char *insert, *meaning;
} SIGNS[] = {
  { "\"\"", N_ ("words that stand together") },
  { "|", N_ ("either of two") },
  { "-", N_ ("without this") },
  { "=", N_ ("just as it is typed: hamza, vowel marks, particles") },
};

static const struct {
  const char *insert, *example, *meaning;
} FIELDS[] = {
  { NC_ ("search", "title:"), NC_ ("search", "title:communiqué"), N_ ("words in the title") },
  { NC_ ("search", "type:"), NC_ ("search", "type:money"), N_ ("a mention of a type") },
  { NC_ ("search", "entity:"), NC_ ("search", "entity:\"Arab League\""), N_ ("who or what is named") },
  { NC_ ("search", "country:"), NC_ ("search", "country:Iraq"),
    N_ ("a country, its people or a place in it") },
  { NC_ ("search", "date:"), NC_ ("search", "date:2023..2025"), N_ ("also 2024, 2024-05, >2024-01") },
  { NC_ ("search", "source:"), NC_ ("search", "source:ministry"),
    N_ ("who issued or carried it, site or file") },
  { NC_ ("search", "act:"), NC_ ("search", "act:condemnation"), N_ ("what the statement does") },
};

struct _BayanQueryHelp {
  GtkPopover parent_instance;
  GtkEditable *entry; /* not owned: it stands beside this */
  BayanDesk *desk;
  GtkWidget *recent_heading;
  GtkListBox *recent, *list;
};

G_DEFINE_FINAL_TYPE (BayanQueryHelp, bayan_query_help, GTK_TYPE_POPOVER)

/* Into the entry */

static void
put (BayanQueryHelp *self, const char *text, int caret)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_editable_set_text (self->entry, text);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_set_position (self->entry, caret);
}

static void
insert (BayanQueryHelp *self, const char *what)
{
  const char *typed = gtk_editable_get_text (self->entry);
  gboolean needs_space = *typed != '\0' && !g_str_has_suffix (typed, " ");
  g_autofree char *text = g_strconcat (typed, needs_space ? " " : "", what, NULL);
  glong length = g_utf8_strlen (text, -1);

  put (self, text, (int) (g_str_has_suffix (what, "\"") ? length - 1 : length));
}

static void
row_activated_cb (BayanQueryHelp *self, GtkListBoxRow *row)
{
  const char *text = g_object_get_data (G_OBJECT (row), "text");

  if (gtk_widget_get_parent (GTK_WIDGET (row)) == GTK_WIDGET (self->recent))
    put (self, text, -1);
  else
    insert (self, text);
}

/* Rows */

static GtkWidget *
new_label (const char *text, const char *css_class, gboolean expands)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, expands);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
append_row (GtkListBox *list, const char *text, const char *shown, const char *meaning)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  g_autofree char *isolated = bayan_language_isolate (shown);
  g_autofree char *name = meaning != NULL ? g_strdup_printf ("%s: %s", isolated, meaning)
                                          : g_strdup (isolated);
  GtkWidget *code = new_label (isolated, meaning != NULL ? "query-code" : NULL, meaning == NULL);

  g_object_set_data_full (G_OBJECT (row), "text", g_strdup (text), g_free);
  gtk_box_append (GTK_BOX (box), code);
  if (meaning != NULL)
    {
      gtk_label_set_width_chars (GTK_LABEL (code), 20);
      gtk_box_append (GTK_BOX (box), new_label (meaning, "dim-label", TRUE));
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (list, row);
}

static void
fill (BayanQueryHelp *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (SIGNS); i++)
    append_row (self->list, SIGNS[i].insert, SIGNS[i].insert, _ (SIGNS[i].meaning));
  for (guint i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    append_row (self->list, g_dpgettext2 (NULL, "search", FIELDS[i].insert),
                g_dpgettext2 (NULL, "search", FIELDS[i].example), _ (FIELDS[i].meaning));
}

static char **
list_recent (BayanQueryHelp *self)
{
  const char *recent = self->desk != NULL ? bayan_desk_get_memory (self->desk, RECENT) : NULL;

  return g_strsplit (recent != NULL ? recent : "", "\n", RECENT_MAX + 1);
}

static void
map (GtkWidget *widget)
{
  BayanQueryHelp *self = BAYAN_QUERY_HELP (widget);
  g_auto (GStrv) recent = list_recent (self);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->recent))) != NULL)
    gtk_list_box_remove (self->recent, row);
  for (guint i = 0; i < RECENT_MAX && recent[i] != NULL; i++)
    if (*recent[i] != '\0')
      append_row (self->recent, recent[i], recent[i], NULL);
  row = gtk_widget_get_first_child (GTK_WIDGET (self->recent));
  gtk_widget_set_visible (GTK_WIDGET (self->recent), row != NULL);
  gtk_widget_set_visible (self->recent_heading, row != NULL);
  GTK_WIDGET_CLASS (bayan_query_help_parent_class)->map (widget);
  gtk_widget_grab_focus (row != NULL ? row : gtk_widget_get_first_child (GTK_WIDGET (self->list)));
}

static void
dispose (GObject *object)
{
  g_clear_object (&BAYAN_QUERY_HELP (object)->desk);
  G_OBJECT_CLASS (bayan_query_help_parent_class)->dispose (object);
}

static void
bayan_query_help_class_init (BayanQueryHelpClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  widget_class->map = map;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bayandesk/Bayan/ui/common/bayan-query-help.ui");
  gtk_widget_class_bind_template_child (widget_class, BayanQueryHelp, recent_heading);
  gtk_widget_class_bind_template_child (widget_class, BayanQueryHelp, recent);
  gtk_widget_class_bind_template_child (widget_class, BayanQueryHelp, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
bayan_query_help_init (BayanQueryHelp *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill (self);
}

/**
 * bayan_query_help_attach:
 * @entry: where it is typed; lives as long as @self
 * @desk: whose library remembers what was looked for
 */
void
bayan_query_help_attach (BayanQueryHelp *self, GtkEditable *entry, BayanDesk *desk)
{
  self->entry = entry;
  g_set_object (&self->desk, desk);
}

/* What was looked for in earnest. */
void
bayan_query_help_remember (BayanQueryHelp *self, const char *query)
{
  g_autofree char *stripped = g_strstrip (g_strdup (query));
  g_auto (GStrv) recent = list_recent (self);
  g_autoptr (GString) lines = g_string_new (stripped);

  if (*stripped == '\0' || strchr (stripped, '\n') != NULL)
    return;
  for (guint i = 0, n = 1; recent[i] != NULL && n < RECENT_MAX; i++)
    if (*recent[i] != '\0' && !g_str_equal (recent[i], stripped))
      {
        g_string_append_printf (lines, "\n%s", recent[i]);
        n++;
      }
  bayan_desk_set_memory (self->desk, RECENT, lines->str);
}
