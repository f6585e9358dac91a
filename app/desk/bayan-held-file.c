/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-held-file-private.h"

struct _BayanHeldFile {
  GObject parent_instance;
  BayanSource *source;
  char *sha256; /* nullable */
  GPtrArray *doubts;
  GError *error; /* nullable */
  char *charset; /* nullable */
  gboolean chosen;
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

BayanSource *
bayan_held_file_get_source (BayanHeldFile *self)
{
  return self->source;
}

const char *
bayan_held_file_get_sha256 (BayanHeldFile *self)
{
  return self->sha256;
}

static gsize
size_of (GBytes *bytes)
{
  return bytes != NULL ? g_bytes_get_size (bytes) : 0;
}

gsize
bayan_held_file_get_size_bytes (BayanHeldFile *self)
{
  return size_of (self->source->raw) + size_of (self->source->extract);
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

gboolean
bayan_held_file_get_is_table (BayanHeldFile *self)
{
  return FALSE;
}

const char *
bayan_held_file_get_charset (BayanHeldFile *self)
{
  return self->charset;
}

gboolean
bayan_held_file_get_chosen (BayanHeldFile *self)
{
  return self->chosen;
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
