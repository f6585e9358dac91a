/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-parts.h"

#include <string.h>

#include "bayan-archive.h"
#include "bayan-kind.h"
#include "bayan-mail.h"

/**
 * bayan_parts_join:
 *
 * Returns: (transfer full): @name in @path, for showing. What would lead out of an archive is not part of it
 */
char *
bayan_parts_join (const char *path, const char *name)
{
  g_autoptr (GString) joined = g_string_new (path);
  g_auto (GStrv) steps = NULL;
  g_autofree char *slashes = g_utf8_make_valid (name, -1);

  for (char *at = slashes; *at != '\0'; at++)
    if (*at == '\\')
      *at = '/';
    else if (g_ascii_iscntrl (*at))
      *at = ' ';
  steps = g_strsplit (slashes, "/", -1);
  for (guint i = 0; steps[i] != NULL; i++)
    if (*steps[i] != '\0' && !g_str_equal (steps[i], ".") && !g_str_equal (steps[i], ".."))
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? "/" : "", steps[i]);
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

/**
 * bayan_parts_tell:
 * @bytes: (nullable): of the part
 */
void
bayan_parts_tell (BayanParts *self, const char *path, GBytes *bytes)
{
  self->n_parts++;
  if (!self->stopped && !self->found (path, bytes, self->data))
    self->stopped = TRUE;
}

void
bayan_parts_fail (BayanParts *self, const char *path, BayanExtractError code, const char *message)
{
  g_autoptr (GError) error = g_error_new_literal (BAYAN_EXTRACT_ERROR, (int) code, message);

  self->n_parts++;
  if (!self->stopped && !self->failed (path, error, self->data))
    self->stopped = TRUE;
}

/**
 * bayan_parts_count_entry:
 *
 * Returns: FALSE if there are too many, which has been told then
 */
gboolean
bayan_parts_count_entry (BayanParts *self, const char *path)
{
  if (self->n_entries < BAYAN_PARTS_MAX_ENTRIES)
    {
      self->n_entries++;
      return TRUE;
    }
  bayan_parts_fail (self, path, BAYAN_EXTRACT_ERROR_TOO_MANY, "More than 10000 files");
  self->stopped = TRUE;
  return FALSE;
}

/**
 * bayan_parts_count_bytes:
 * @size_bytes: unpacked just now
 *
 * Returns: FALSE if it is too much, which has been told then: nothing more of the whole is unpacked
 */
gboolean
bayan_parts_count_bytes (BayanParts *self, const char *path, gsize size_bytes)
{
  self->unpacked_bytes += size_bytes;
  if (self->unpacked_bytes <= BAYAN_PARTS_RATIO_FROM_BYTES
      || (self->unpacked_bytes <= BAYAN_PARTS_MAX_BYTES
          && self->unpacked_bytes / BAYAN_PARTS_MAX_RATIO <= self->size_bytes))
    return TRUE;
  bayan_parts_fail (self, path, BAYAN_EXTRACT_ERROR_TOO_LARGE, "Unpacks to too many bytes");
  self->stopped = TRUE;
  return FALSE;
}

/**
 * bayan_parts_take:
 * @path: of @bytes in the whole
 * @depth: how many containers it is in
 *
 * Takes @bytes apart if there is more than one thing in it, and tells of it else.
 */
void
bayan_parts_take (BayanParts *self, const char *path, GBytes *bytes, guint depth)
{
  gsize size, at;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  const char *found;
  BayanKind kind = bayan_kind_of (data, size, &found, &at);

  if (self->stopped)
    return;
  if (bayan_kind_is_container (kind) && depth >= BAYAN_PARTS_MAX_DEPTH)
    bayan_parts_fail (self, path, BAYAN_EXTRACT_ERROR_TOO_DEEP, "Nested too deep");
  else if (kind == BAYAN_KIND_MAIL)
    bayan_mail_unpack (self, path, bytes, depth);
  else if (bayan_kind_is_container (kind))
    bayan_archive_unpack (self, path, bytes, depth);
  else
    bayan_parts_tell (self, path, bytes);
}

/**
 * bayan_parts_unpack:
 * @self: with its functions and nothing else filled in
 * @bytes: the whole: an archive or a mail
 *
 * Tells of every part of @bytes.
 */
void
bayan_parts_unpack (BayanParts *self, GBytes *bytes)
{
  self->size_bytes = g_bytes_get_size (bytes);
  bayan_parts_take (self, "", bytes, 0);
  if (self->n_parts == 0)
    bayan_parts_fail (self, "", BAYAN_EXTRACT_ERROR_NO_TEXT, "There is nothing in it to be read");
}
