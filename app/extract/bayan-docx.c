/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-docx.h"

#include <string.h>

#include "bayan-docx-body.h"
#include "bayan-package.h"
#include "bayan-properties.h"

/* The parts that a part refers to, by the last word of the kind of reference. */
typedef struct {
  const char *base;
  GHashTable *targets; /* kind → GPtrArray of names */
} References;

typedef struct {
  BayanPackage *package;
  BayanDocxStyles *styles;
  BayanOfficeText *text;
  gboolean cut_short;
} Document;

/* What stands outside of the file is not a part of it, and is not looked at. */
static gboolean
reference_started (gpointer data, const char *name, const BayanXmlElement *element)
{
  References *self = data;
  const char *type = bayan_xml_attribute (element, "Type"), *target = bayan_xml_attribute (element, "Target");
  const char *kind = type != NULL ? strrchr (type, '/') : NULL;
  GPtrArray *names;

  if (kind == NULL || target == NULL
      || g_strcmp0 (bayan_xml_attribute (element, "TargetMode"), "External") == 0)
    return TRUE;
  names = g_hash_table_lookup (self->targets, kind + 1);
  if (names == NULL)
    {
      names = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (self->targets, g_strdup (kind + 1), names);
    }
  g_ptr_array_add (names, bayan_package_resolve (self->base, target));
  return TRUE;
}

static void
ignore_end (gpointer data, const char *name)
{
}

static void
ignore_text (gpointer data, const char *text)
{
}

/* @base: the part that refers; "" for the package itself. */
static GHashTable *
read_references (BayanPackage *package, const char *base)
{
  static const BayanXmlVisitor VISITOR = { reference_started, ignore_end, ignore_text };
  g_autofree char *folder = g_path_get_dirname (base);
  g_autofree char *file = *base != '\0' ? g_path_get_basename (base) : g_strdup ("");
  g_autofree char *name = strcmp (folder, ".") == 0 ? g_strdup_printf ("_rels/%s.rels", file)
                                                    : g_strdup_printf ("%s/_rels/%s.rels", folder, file);
  References self = { base, g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                   (GDestroyNotify) g_ptr_array_unref) };
  GBytes *part = bayan_package_get (package, name);

  if (part != NULL)
    bayan_xml_walk (part, &VISITOR, &self, NULL);
  return self.targets;
}

/* The first part of that @kind, or the one with the usual name. */
static GBytes *
find_part (BayanPackage *package, GHashTable *references, const char *kind, const char *usual_name)
{
  GPtrArray *names = g_hash_table_lookup (references, kind);
  GBytes *part = names != NULL ? bayan_package_get (package, g_ptr_array_index (names, 0)) : NULL;

  return part != NULL ? part : bayan_package_get (package, usual_name);
}

static gboolean
read_part (Document *self, GBytes *part, GError **error)
{
  BayanXmlResult result = bayan_docx_body_read (part, self->styles, self->text, error);

  self->cut_short |= result == BAYAN_XML_CUT;
  return result != BAYAN_XML_REFUSED;
}

/* Headers or footers, each text once: most files have the same one for first, odd and even pages. */
static void
read_regions (Document *self, GHashTable *references, const char *kind)
{
  GPtrArray *names = g_hash_table_lookup (references, kind);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GString *html = self->text->extract->html;

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      GBytes *part = bayan_package_get (self->package, g_ptr_array_index (names, i));
      gsize before = html->len;

      if (part == NULL)
        continue;
      bayan_office_text_begin_region (self->text, kind);
      read_part (self, part, NULL);
      bayan_office_text_end_region (self->text);
      if (!g_hash_table_add (seen, g_strdup (html->str + before)))
        g_string_truncate (html, before);
    }
}

static gboolean
read_document (Document *self, GBytes *body, GHashTable *references, GError **error)
{
  static const char *const NOTES[] = { "footnotes", "endnotes" };

  read_regions (self, references, "header");
  if (!read_part (self, body, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (NOTES); i++)
    {
      GPtrArray *names = g_hash_table_lookup (references, NOTES[i]);
      GBytes *part = names != NULL ? bayan_package_get (self->package, g_ptr_array_index (names, 0)) : NULL;

      if (part != NULL)
        read_part (self, part, NULL);
    }
  read_regions (self, references, "footer");
  return bayan_office_text_finish (self->text, error);
}

static gboolean
read_package (BayanPackage *package, BayanExtract *extract, gboolean *cut_short, GError **error)
{
  g_autoptr (GHashTable) root = read_references (package, "");
  GPtrArray *names = g_hash_table_lookup (root, "officeDocument");
  const char *name = names != NULL ? g_ptr_array_index (names, 0) : "word/document.xml";
  GBytes *body = bayan_package_get (package, name);
  g_autoptr (GHashTable) references = NULL;
  g_autoptr (BayanOfficeText) text = bayan_office_text_new (extract);
  g_autoptr (GHashTable) styles = NULL;
  Document self = { package, NULL, text, *cut_short };
  gboolean good;

  if (body == NULL)
    {
      g_set_error_literal (error, BAYAN_EXTRACT_ERROR, BAYAN_EXTRACT_ERROR_DAMAGED, "no document in it");
      return FALSE;
    }
  references = read_references (package, name);
  self.styles = styles =
      bayan_docx_styles_read (find_part (package, references, "styles", "word/styles.xml"));
  bayan_properties_read (find_part (package, root, "core-properties", "docProps/core.xml"), extract);
  good = read_document (&self, body, references, error);
  *cut_short = self.cut_short;
  return good;
}

/**
 * bayan_docx_read:
 *
 * A #BayanExtractReader. Left out: what was deleted, hidden text, comments. The text of boxes comes before the
 * paragraph that they stand at, notes come after the text.
 */
gboolean
bayan_docx_read (BayanExtract *self, GBytes *bytes, GError **error)
{
  g_autoptr (GHashTable) package = NULL;
  gboolean cut_short = FALSE;

  if (bayan_package_is_encrypted_office (bytes))
    {
      g_set_error_literal (error, BAYAN_EXTRACT_ERROR, BAYAN_EXTRACT_ERROR_ENCRYPTED, "needs a password");
      return FALSE;
    }
  package = bayan_package_open (bytes, &cut_short, error);
  if (package == NULL || !read_package (package, self, &cut_short, error))
    return FALSE;
  if (cut_short)
    bayan_extract_add_doubt (self, BAYAN_DOUBT_CUT_SHORT, NULL, G_MAXSIZE);
  return TRUE;
}
