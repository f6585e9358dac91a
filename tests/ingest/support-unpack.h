/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of unpacking share: archives to unpack, and what came of it as lines of text. */
#pragma once

#include "bayan-ingest.h"
#include "bayan-unpack.h"

G_BEGIN_DECLS

typedef struct {
  const char *name;
  const char *bytes;
  gsize size; /* 0: a string */
} Member;

typedef struct {
  GPtrArray *found;  /* of BayanSource */
  GPtrArray *failed; /* of char: "name: code" */
  guint stop_after;  /* 0: never */
} Unpacked;

GBytes *make_archive (const char *format, const char *filter, const char *password, const Member *members, guint n_members);
Unpacked *unpack_bytes (GBytes *bytes, const char *name);
Unpacked *unpack_until (GBytes *bytes, const char *name, guint stop_after);
void unpacked_free (Unpacked *self);
void assert_found (const Unpacked *self, guint index, const char *name, const char *raw);
void assert_failed (const Unpacked *self, guint index, const char *name, BayanIngestError code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Unpacked, unpacked_free)

G_END_DECLS
