/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking archives and mails apart, and what is in them again, within limits that hold for the whole. */
#pragma once

#include <glib.h>

#include "bayan-extract-error.h"

G_BEGIN_DECLS

/* See ../shared/performance.md, the limits under the malformed inputs. */
#define BAYAN_PARTS_MAX_BYTES (200u * 1024 * 1024)
#define BAYAN_PARTS_MAX_PART_BYTES (64u * 1024 * 1024)
#define BAYAN_PARTS_MAX_RATIO 100u
#define BAYAN_PARTS_RATIO_FROM_BYTES (1024u * 1024)
#define BAYAN_PARTS_MAX_ENTRIES 10000u
#define BAYAN_PARTS_MAX_DEPTH 8u

/* @path: where in the whole, with "/" between; "" for the whole. @bytes: NULL if the whole has a text of its own, as a
 * mail has. Return FALSE to stop. */
typedef gboolean (*BayanPartFound) (const char *path, GBytes *bytes, gpointer data);
/* @error: a BAYAN_EXTRACT_ERROR; the rest still comes. */
typedef gboolean (*BayanPartFailed) (const char *path, const GError *error, gpointer data);

typedef struct {
  BayanPartFound found;
  BayanPartFailed failed;
  gpointer data;
  gsize size_bytes;       /* of the whole */
  guint64 unpacked_bytes; /* so far, at every depth */
  guint n_entries;        /* so far, at every depth */
  guint n_parts;          /* told so far, or failed */
  gboolean stopped;
} BayanParts;

void bayan_parts_unpack (BayanParts *self, GBytes *bytes);

/* For the unpackers of the formats */
void bayan_parts_take (BayanParts *self, const char *path, GBytes *bytes, guint depth);
void bayan_parts_tell (BayanParts *self, const char *path, GBytes *bytes);
void bayan_parts_fail (BayanParts *self, const char *path, BayanExtractError code, const char *message);
gboolean bayan_parts_count_entry (BayanParts *self, const char *path);
gboolean bayan_parts_count_bytes (BayanParts *self, const char *path, gsize size_bytes);
char *bayan_parts_join (const char *path, const char *name);

G_END_DECLS
