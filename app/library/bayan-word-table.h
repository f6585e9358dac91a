/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table `word`: names of types, states, layers, rules and kinds, each kept once and numbered by the file.
 * All of it is in memory while a library is open. */
#pragma once

#include "bayan-database.h"
#include "bayan-mention.h"
#include "bayan-store.h"

G_BEGIN_DECLS

BayanWordTable *bayan_word_table_new (BayanDatabase *database);
void bayan_word_table_free (BayanWordTable *self);
gboolean bayan_word_table_load (BayanWordTable *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

gint64 bayan_word_table_intern (BayanWordTable *self, const char *text, GError **error);
gint64 bayan_word_table_intern_name (BayanWordTable *self, const char *name, GError **error);
gint64 bayan_word_table_find (BayanWordTable *self, const char *text);
const char *bayan_word_table_get (BayanWordTable *self, gint64 number);
gint64 bayan_word_table_of_type (BayanWordTable *self, BayanMentionType type, GError **error);
gint64 bayan_word_table_of_status (BayanWordTable *self, BayanMentionStatus status, GError **error);
gboolean
bayan_word_table_as_type (BayanWordTable *self, gint64 number, BayanMentionType *type, GError **error);
gboolean
bayan_word_table_as_status (BayanWordTable *self, gint64 number, BayanMentionStatus *status, GError **error);

G_END_DECLS
