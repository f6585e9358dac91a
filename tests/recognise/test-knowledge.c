/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The compiled lexicon: that it says what was put in, that no damage to it goes unnoticed, and what the program does
 * without it. */
#include <glib/gstdio.h>
#include <string.h>

#include "bayan-gazetteer.h"
#include "bayan-knowledge.h"
#include "bayan-lexicon-builder.h"
#include "bayan-lexicon-format.h"
#include "bayan-recogniser.h"

static guint32
add_name (BayanLexiconBuilder *builder, const char *key, const char *name, BayanMentionType type)
{
  BayanEntity *entity = bayan_entity_new (key, type);
  guint32 entry;

  entity->name_ar = g_strdup (name);
  entry = bayan_lexicon_builder_add_entry (builder, entity, "test.tsv", BAYAN_ENTRY_FIXED);
  bayan_lexicon_builder_add_phrase (builder, name, entry);
  return entry;
}

static GBytes *
compile_small (void)
{
  g_autoptr (BayanLexiconBuilder) builder = bayan_lexicon_builder_new ();
  guint32 entry = add_name (builder, "org:council", "مجلس التعاون", BAYAN_MENTION_ORG);

  bayan_lexicon_builder_add_phrase (builder, "مجلس - التعاون الخليجي", entry);
  bayan_lexicon_builder_add_phrase (builder, "مجلس التعاون", entry);
  add_name (builder, "place:karama", "الكرامة", BAYAN_MENTION_GPE);
  add_name (builder, "fac:karama", "الكرامة", BAYAN_MENTION_FAC);
  bayan_lexicon_builder_add_class (builder, "مجلس", BAYAN_LEX_BODY);
  bayan_lexicon_builder_add_class (builder, "أكد", BAYAN_LEX_VERB);
  g_assert_true (bayan_lexicon_builder_has_phrase (builder, "مجلس التعاون الخليجي", BAYAN_MENTION_ORG));
  g_assert_false (bayan_lexicon_builder_has_phrase (builder, "مجلس التعاون", BAYAN_MENTION_GPE));
  g_assert_false (bayan_lexicon_builder_has_phrase (builder, "مجلس", BAYAN_MENTION_ORG));
  return bayan_lexicon_builder_compile (builder);
}

static guint32
word (const BayanLexicon *lexicon, const char *key)
{
  return bayan_lexicon_find_word (lexicon, key, strlen (key));
}

static void
test_says_what_was_put_in (void)
{
  g_autoptr (GBytes) compiled = compile_small (), again = compile_small ();
  g_autoptr (BayanLexicon) lexicon = bayan_lexicon_new (compiled, NULL);
  const BayanLexiconEntry *entry;
  guint32 node, match;

  g_assert_true (g_bytes_equal (compiled, again));
  g_assert_nonnull (lexicon);
  g_assert_cmpuint (bayan_lexicon_get_classes (lexicon, word (lexicon, "مجلس")), ==,
                    G_GUINT64_CONSTANT (1) << BAYAN_LEX_BODY);
  g_assert_cmpuint (word (lexicon, "اكد"), !=, 0);
  g_assert_cmpuint (word (lexicon, "مجل"), ==, 0);
  g_assert_cmpuint (bayan_lexicon_get_classes (lexicon, 0), ==, 0);

  entry = bayan_lexicon_find_phrase (lexicon, "«مجلس التعاون» الخليجي", BAYAN_MENTION_ORG);
  g_assert_nonnull (entry);
  g_assert_true (entry == bayan_lexicon_find_phrase (lexicon, "مجلس التعاون", BAYAN_MENTION_ORG));
  g_assert_cmpstr (entry->entity->key, ==, "org:council");
  g_assert_cmpstr (entry->entity->name_ar, ==, "مجلس التعاون");
  g_assert_null (entry->entity->iso3);
  g_assert_cmpstr (entry->table, ==, "test.tsv");
  g_assert_cmpuint (entry->flags, ==, BAYAN_ENTRY_FIXED);
  g_assert_null (bayan_lexicon_get_entry (lexicon, 0)->entity);

  node = bayan_lexicon_find_node (lexicon, "الكرامة");
  match = bayan_lexicon_first_match (lexicon, node);
  g_assert_cmpuint (bayan_lexicon_match_entry (lexicon, match), ==, 3);
  match = bayan_lexicon_next_match (lexicon, match);
  g_assert_cmpuint (bayan_lexicon_match_entry (lexicon, match), ==, 2);
  g_assert_cmpuint (bayan_lexicon_next_match (lexicon, match), ==, 0);
  g_assert_cmpuint (bayan_lexicon_find_node (lexicon, "مجلس الكرامة"), ==, 0);
  g_assert_cmpuint (bayan_lexicon_find_node (lexicon, " "), ==, 0);
}

static void
test_nothing_put_in (void)
{
  g_autoptr (BayanLexiconBuilder) builder = bayan_lexicon_builder_new ();
  g_autoptr (GBytes) compiled = bayan_lexicon_builder_compile (builder);
  g_autoptr (BayanLexicon) lexicon = bayan_lexicon_new (compiled, NULL);

  g_assert_nonnull (lexicon);
  g_assert_cmpuint (word (lexicon, "مجلس"), ==, 0);
  g_assert_null (bayan_lexicon_find_phrase (lexicon, "مجلس التعاون", BAYAN_MENTION_ORG));
}

/* The file beside the program is what the tables are. */
static void
test_file_is_of_the_tables (void)
{
  g_autofree char *path = bayan_knowledge_find ();
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  g_autoptr (GBytes) compiled = bayan_gazetteer_compile (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BayanLexicon) lexicon = bayan_knowledge_load (path, &error);

  g_assert_no_error (error);
  g_assert_nonnull (lexicon);
  bytes = g_mapped_file_get_bytes (file);
  g_assert_true (g_bytes_equal (bytes, compiled));
}

static void
assert_refused (const guint8 *data, gsize length_bytes)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length_bytes);
  g_autoptr (GError) error = NULL;

  g_assert_null (bayan_lexicon_new (bytes, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == BAYAN_RECOGNISE_ERROR);
}

static void
test_every_bit_counts (void)
{
  g_autoptr (GBytes) compiled = compile_small ();
  gsize length_bytes;
  const guint8 *data = g_bytes_get_data (compiled, &length_bytes);
  g_autofree guint8 *flipped = g_memdup2 (data, length_bytes);

  for (gsize bit = 0; bit < 8 * length_bytes; bit++)
    {
      flipped[bit / 8] ^= (guint8) (1u << bit % 8);
      assert_refused (flipped, length_bytes);
      flipped[bit / 8] ^= (guint8) (1u << bit % 8);
    }
}

static void
test_cut_short_or_longer (void)
{
  g_autoptr (GBytes) compiled = compile_small ();
  gsize length_bytes;
  const guint8 *data = g_bytes_get_data (compiled, &length_bytes);
  g_autofree guint8 *longer = g_malloc0 (length_bytes + 8);

  for (gsize n = 0; n < length_bytes; n++)
    assert_refused (data, n);
  memcpy (longer, data, length_bytes);
  for (gsize n = 1; n <= 8; n++)
    assert_refused (longer, length_bytes + n);
}

/* Whoever writes the right hash to arrays that reach anywhere is refused for the arrays. */
static void
test_arrays_stay_inside (void)
{
  g_autoptr (GBytes) compiled = compile_small ();
  gsize length_bytes;
  const guint8 *data = g_bytes_get_data (compiled, &length_bytes);
  const gsize hashed = G_STRUCT_OFFSET (BayanLexiconHeader, length_bytes);

  for (guint i = 0; i < BAYAN_LEXICON_N_SECTIONS; i++)
    for (guint what = 0; what < 5; what++)
      {
        g_autofree guint8 *changed = g_memdup2 (data, length_bytes);
        BayanLexiconHeader *header = (BayanLexiconHeader *) changed;
        BayanLexiconSection *section = &header->sections[i];

        *section = what == 0   ? (BayanLexiconSection) { section->start_bytes, G_MAXUINT32 }
                   : what == 1 ? (BayanLexiconSection) { G_MAXUINT32 - 7, section->n_elements }
                   : what == 2 ? (BayanLexiconSection) { section->start_bytes + 1, section->n_elements }
                   : what == 3
                       ? (BayanLexiconSection) { section->start_bytes, 0 }
                       : (BayanLexiconSection) { (guint32) length_bytes / 8 * 8, section->n_elements };
        header->hash = bayan_lexicon_hash_bytes (changed + hashed, length_bytes - hashed);
        assert_refused (changed, length_bytes);
      }
}

static char *
make_file (const guint8 *data, gsize length_bytes)
{
  g_autofree char *path = NULL;
  int file = g_file_open_tmp ("bayan-knowledge-XXXXXX", &path, NULL);

  g_assert_cmpint (file, >=, 0);
  g_close (file, NULL);
  g_assert_true (g_file_set_contents (path, (const char *) data, (gssize) length_bytes, NULL));
  return g_steal_pointer (&path);
}

/* A recogniser that cannot use the file says why, and knows as much. */
static void
check_reads_tables (const char *path, GQuark domain)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BayanRecogniser) recogniser = bayan_recogniser_new_from_file (path, &error);
  g_autoptr (BayanEntity) entity = NULL;
  const GError *damage;

  g_assert_no_error (error);
  damage = bayan_recogniser_get_damage (recogniser);
  g_assert_nonnull (damage);
  g_assert_true (damage->domain == domain);
  g_assert_nonnull (strstr (damage->message, path));
  entity = bayan_recogniser_link (recogniser, "العراق", BAYAN_MENTION_GPE);
  g_assert_nonnull (entity);
}

static void
test_tables_are_read_instead (void)
{
  g_autoptr (GBytes) other = compile_small ();
  gsize length_bytes;
  const guint8 *data = g_bytes_get_data (other, &length_bytes);
  g_autofree char *of_other_build = make_file (data, length_bytes);
  g_autofree char *short_one = make_file (data, length_bytes / 2);
  g_autofree char *empty = make_file (data, 0);

  check_reads_tables (of_other_build, BAYAN_RECOGNISE_ERROR);
  check_reads_tables (short_one, BAYAN_RECOGNISE_ERROR);
  check_reads_tables (empty, BAYAN_RECOGNISE_ERROR);
  g_remove (of_other_build);
  g_remove (short_one);
  g_remove (empty);
  check_reads_tables (empty, G_FILE_ERROR);
}

static gpointer
ask_for_all (gpointer data)
{
  const BayanLexicon *lexicon = data;
  guint n_placed = 0;

  for (guint32 i = 1; i <= 2000; i++)
    n_placed += bayan_lexicon_get_entry (lexicon, i)->entity->latitude < 90;
  return GUINT_TO_POINTER (n_placed);
}

/* Entries are made when they are asked for; who comes second waits for the first. */
static void
test_threads_ask_for_entries (void)
{
  g_autofree char *path = bayan_knowledge_find ();
  g_autoptr (BayanLexicon) lexicon = bayan_knowledge_load (path, NULL);
  GThread *threads[4];
  gpointer first;

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("asks", ask_for_all, lexicon);
  first = g_thread_join (threads[0]);
  for (guint i = 1; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (g_thread_join (threads[i]) == first);
  g_assert_cmpuint (GPOINTER_TO_UINT (first), >, 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/knowledge/says-what-was-put-in", test_says_what_was_put_in);
  g_test_add_func ("/knowledge/nothing-put-in", test_nothing_put_in);
  g_test_add_func ("/knowledge/file-is-of-the-tables", test_file_is_of_the_tables);
  g_test_add_func ("/knowledge/every-bit-counts", test_every_bit_counts);
  g_test_add_func ("/knowledge/cut-short-or-longer", test_cut_short_or_longer);
  g_test_add_func ("/knowledge/arrays-stay-inside", test_arrays_stay_inside);
  g_test_add_func ("/knowledge/tables-are-read-instead", test_tables_are_read_instead);
  g_test_add_func ("/knowledge/threads-ask-for-entries", test_threads_ask_for_entries);
  return g_test_run ();
}
