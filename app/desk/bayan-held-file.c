/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-held-file-private.h"

struct _BayanHeldFile {
  GObject parent_instance;
  BayanSource *source;
  char *sha256; /* nullable */
  GPtrArray *doubts;
  GError *error;     /* nullable */
  char *charset;     /* nullable */
  gboolean chosen;   /* the analyst chose @charset */
  BayanTable *table; /* nullable; main thread only, once it is held */
  gsize table_bytes;
  gint64 *number; /* nullable */
  BayanHeldState state;
};

G_DEFINE_FINAL_TYPE (BayanHeldFile, bayan_held_file, G_TYPE_OBJECT)

enum { PROP_0, PROP_STATE, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_STATE)
    g_value_set_uint (value, BAYAN_HELD_FILE (object)->state);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
finalize (GObject *object)
{
  BayanHeldFile *self = BAYAN_HELD_FILE (object);

  bayan_source_unref (self->source);
  g_clear_pointer (&self->table, bayan_table_unref);
  g_ptr_array_unref (self->doubts);
  g_clear_error (&self->error);
  g_clear_pointer (&self->number, g_rc_box_release);
  g_free (self->sha256);
  g_free (self->charset);
  G_OBJECT_CLASS (bayan_held_file_parent_class)->finalize (object);
}

static void
bayan_held_file_class_init (BayanHeldFileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = get_property;
  object_class->finalize = finalize;
  properties[PROP_STATE] = g_param_spec_uint ("state", NULL, NULL, 0, BAYAN_HELD_SKIPPED, BAYAN_HELD_WAITING,
                                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY
                                                  | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bayan_held_file_init (BayanHeldFile *self)
{
  self->doubts = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_doubt_free);
}

/* What has a file is read again from there: its bytes need not be kept. */
static BayanSource *
lighten (BayanSource *source)
{
  BayanSource *light;

  if (source->file == NULL)
    return bayan_source_ref (source);
  light = bayan_source_new_for_file (source->file);
  g_free (light->name);
  light->name = g_strdup (source->name);
  light->charset = g_strdup (source->charset);
  return light;
}

static void
take_doubts (BayanHeldFile *self, const BayanStatement *statement)
{
  const BayanCleanSpan nowhere = bayan_clean_span (0, 0);

  for (guint i = 0; i < statement->doubts->len; i++)
    {
      const BayanDoubt *doubt = statement->doubts->pdata[i];
      g_ptr_array_add (self->doubts, bayan_doubt_new (doubt->kind, doubt->subject, nowhere));
    }
}

/* @statement: (nullable): as it was read without the analyst; @error: (nullable): why it was not. Any thread */
BayanHeldFile *
bayan_held_file_new (BayanSource *source, const BayanStatement *statement, const GError *error)
{
  BayanHeldFile *self = g_object_new (BAYAN_TYPE_HELD_FILE, NULL);

  self->source = lighten (source);
  self->error = error != NULL ? g_error_copy (error) : NULL;
  if (statement == NULL)
    return self;
  self->sha256 = g_strdup (statement->sha256);
  self->charset = g_strdup (statement->charset);
  take_doubts (self, statement);
  return self;
}

/* @size_bytes: of what @table keeps in memory. Any thread, which gives @table away. */
BayanHeldFile *
bayan_held_file_new_table (BayanSource *source, BayanTable *table, gsize size_bytes)
{
  BayanHeldFile *self = bayan_held_file_new (source, NULL, NULL);

  self->table = bayan_table_ref (table);
  self->table_bytes = size_bytes;
  return self;
}

/* Returns: (transfer full): to be read; what the analyst said of it is in it */
BayanSource *
bayan_held_file_make_source (BayanHeldFile *self)
{
  const BayanSource *kept = self->source;
  BayanSource *source = bayan_source_new (kept->name, kept->uri);

  g_set_object (&source->file, kept->file);
  source->raw = kept->raw != NULL ? g_bytes_ref (kept->raw) : NULL;
  source->extract = kept->extract != NULL ? g_bytes_ref (kept->extract) : NULL;
  source->format = kept->format;
  source->charset = g_strdup (self->chosen ? self->charset : kept->charset);
  for (guint i = 0; i < kept->details->len; i++)
    g_ptr_array_add (source->details, bayan_detail_copy (kept->details->pdata[i]));
  for (guint i = 0; i < kept->doubts->len; i++)
    {
      const BayanSourceDoubt *doubt = &g_array_index (kept->doubts, BayanSourceDoubt, i);
      bayan_source_add_doubt (source, doubt->kind, doubt->subject, doubt->at);
    }
  return source;
}

const char *
bayan_held_file_get_sha256 (BayanHeldFile *self)
{
  return self->sha256;
}

const char *
bayan_held_file_get_key (BayanHeldFile *self)
{
  return self->sha256 != NULL ? self->sha256 : self->source->uri;
}

static gsize
size_of (GBytes *bytes)
{
  return bytes != NULL ? g_bytes_get_size (bytes) : 0;
}

gsize
bayan_held_file_get_size_bytes (BayanHeldFile *self)
{
  return size_of (self->source->raw) + size_of (self->source->extract) + self->table_bytes;
}

void
bayan_held_file_set_number (BayanHeldFile *self, gint64 *number)
{
  g_clear_pointer (&self->number, g_rc_box_release);
  self->number = g_rc_box_acquire (number);
}

gint64 *
bayan_held_file_get_number (BayanHeldFile *self)
{
  return self->number;
}

void
bayan_held_file_set_state (BayanHeldFile *self, BayanHeldState state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

void
bayan_held_file_set_error (BayanHeldFile *self, const GError *error)
{
  g_clear_error (&self->error);
  self->error = g_error_copy (error);
}

const char *
bayan_held_file_get_name (BayanHeldFile *self)
{
  return self->source->name;
}

const char *
bayan_held_file_get_uri (BayanHeldFile *self)
{
  return self->source->uri;
}

BayanHeldState
bayan_held_file_get_state (BayanHeldFile *self)
{
  return self->state;
}

GPtrArray *
bayan_held_file_get_doubts (BayanHeldFile *self)
{
  return self->doubts;
}

const GError *
bayan_held_file_get_error (BayanHeldFile *self)
{
  return self->error;
}

const char *
bayan_held_file_get_charset (BayanHeldFile *self)
{
  return self->charset;
}

/**
 * bayan_held_file_set_charset:
 * @charset: what the analyst says it is written in
 */
void
bayan_held_file_set_charset (BayanHeldFile *self, const char *charset)
{
  g_return_if_fail (BAYAN_IS_HELD_FILE (self) && charset != NULL);
  if (g_strcmp0 (self->charset, charset) == 0)
    return;
  g_free (self->charset);
  self->charset = g_strdup (charset);
  self->chosen = TRUE;
}

/* Tables */

G_STATIC_ASSERT ((int) BAYAN_TABLE_ROLE_TEXT == (int) BAYAN_COLUMN_TEXT);
G_STATIC_ASSERT ((int) BAYAN_TABLE_ROLE_TITLE == (int) BAYAN_COLUMN_TITLE);
G_STATIC_ASSERT ((int) BAYAN_TABLE_ROLE_SUBTITLE == (int) BAYAN_COLUMN_SUBTITLE);
G_STATIC_ASSERT ((int) BAYAN_TABLE_ROLE_DATE == (int) BAYAN_COLUMN_DATE);
G_STATIC_ASSERT ((int) BAYAN_TABLE_ROLE_OUTLET == (int) BAYAN_COLUMN_OUTLET);
G_STATIC_ASSERT ((int) BAYAN_TABLE_ROLE_ISSUER == (int) BAYAN_COLUMN_ISSUER);
G_STATIC_ASSERT ((int) BAYAN_TABLE_ROLE_AUTHOR == (int) BAYAN_COLUMN_AUTHOR);
G_STATIC_ASSERT ((int) BAYAN_TABLE_ROLE_ADDRESS == (int) BAYAN_COLUMN_ADDRESS);
G_STATIC_ASSERT ((int) BAYAN_TABLE_ROLE_LANGUAGE == (int) BAYAN_COLUMN_LANGUAGE);
G_STATIC_ASSERT ((int) BAYAN_TABLE_N_ROLES == (int) BAYAN_COLUMN_N_ROLES);

gboolean
bayan_held_file_get_is_table (BayanHeldFile *self)
{
  return self->table != NULL;
}

guint
bayan_held_file_get_n_columns (BayanHeldFile *self)
{
  return self->table != NULL ? bayan_table_get_n_columns (self->table) : 0;
}

const char *
bayan_held_file_get_column_name (BayanHeldFile *self, guint column)
{
  return bayan_table_get_column_name (self->table, column);
}

guint
bayan_held_file_get_n_samples (BayanHeldFile *self)
{
  return self->table != NULL ? bayan_table_get_n_samples (self->table) : 0;
}

const char *
bayan_held_file_get_sample (BayanHeldFile *self, guint row, guint column)
{
  return bayan_table_get_sample (self->table, row, column);
}

BayanTableRole
bayan_held_file_get_role (BayanHeldFile *self, guint column)
{
  return (BayanTableRole) bayan_table_get_role (self->table, column);
}

void
bayan_held_file_set_role (BayanHeldFile *self, guint column, BayanTableRole role)
{
  bayan_table_set_role (self->table, column, (BayanColumnRole) role);
}

GArray *
bayan_held_file_copy_roles (BayanHeldFile *self)
{
  GArray *roles = self->table != NULL ? g_array_new (FALSE, FALSE, sizeof (BayanColumnRole)) : NULL;

  for (guint column = 0; column < bayan_held_file_get_n_columns (self); column++)
    {
      BayanColumnRole role = bayan_table_get_role (self->table, column);
      g_array_append_val (roles, role);
    }
  return roles;
}

/* @table may have been read anew, in another encoding: it can have another number of columns. */
void
bayan_held_file_apply_roles (GArray *roles, BayanTable *table)
{
  for (guint column = 0; column < MIN (roles->len, bayan_table_get_n_columns (table)); column++)
    bayan_table_set_role (table, column, g_array_index (roles, BayanColumnRole, column));
}

void
bayan_held_file_take_table (BayanHeldFile *self, BayanTable *table)
{
  g_clear_pointer (&self->table, bayan_table_unref);
  self->table = table;
}
