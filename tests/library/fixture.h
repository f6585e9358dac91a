/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of this room share: folders that go away, statements made of a sentence, comparing. */
#pragma once

#include "bayan-library.h"

G_BEGIN_DECLS

/* A library in a folder of its own. */
typedef struct
{
  char *folder;
  char *path;
  BayanLibrary *library; /* nullable: closed */
} Fixture;

void fixture_set_up (Fixture *self, gconstpointer data);
void fixture_tear_down (Fixture *self, gconstpointer data);
void fixture_open (Fixture *self);
void fixture_close (Fixture *self);
void fixture_remove_folder (const char *folder);

/* They succeed. @edit: taken */
void apply_edit (BayanLibrary *library, BayanEdit *edit);
void travel (BayanLibrary *library, gboolean back); /* undo or redo */

BayanStatement *make_statement (const char *name, const char *text);
BayanEntity *make_entity (const char *key, BayanMentionType type, const char *name_ar, const char *name_en);
BayanMention *
make_mention (const char *text, const char *words, BayanMentionType type, const char *entity_key);
BayanImportItem *make_item (const char *name, const char *text, const char *words, const char *entity_key);

GArray *import_items (BayanLibrary *library, GPtrArray *items);
gint64 import_one (
    BayanLibrary *library, const char *name, const char *text, const char *words, const char *entity_key);
BayanLibraryIndex *load_index (BayanLibrary *library);
BayanOpenStatement *load_statement (BayanLibrary *library, gint64 id);
GArray *search (BayanLibrary *library, const char *query);
void assert_found (BayanLibrary *library, const char *query, guint n_statements);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanLibraryIndex, bayan_library_index_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanOpenStatement, bayan_open_statement_free)

G_END_DECLS
