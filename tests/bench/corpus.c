/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus.h"

#include <math.h>
#include <string.h>

#define N_ENTITIES 600

struct _Corpus {
  char **words;      /* by rank, the most frequent first */
  double *cumulated; /* of their probabilities, by Zipf's law */
  guint n_words, text_bytes, n_mentions;
};

/* Words that every statement has; the rest is made of letters in the proportions that matter to nobody here.
 */
static const char *const FREQUENT[] = {
  "في",     "من",      "على",     "إلى",    "التحالف", "الدولي",  "العراق", "وأكد",   "أن",       "داعش",
  "الوزير", "المجتمع", "والأردن", "للعراق", "بغداد",   "الأعضاء", "دعم",    "سوريا",  "الاجتماع", "وزارة",
  "مكافحة", "الإرهاب", "القوات",  "مجلس",   "الأمن",   "المملكة", "وقد",    "الجهود", "لبنان",    "جمهورية",
};
static const char *const LETTERS[] = { "ا", "ل", "م", "ن", "ي", "و", "ت", "ر", "ب", "ع",
                                       "د", "س", "ف", "ق", "ك", "ح", "ج", "ش", "ص", "ة" };

static char *
make_word (GRand *random)
{
  GString *word = g_string_new (NULL);
  int n_letters = g_rand_int_range (random, 3, 9);

  for (int i = 0; i < n_letters; i++)
    g_string_append (word, LETTERS[g_rand_int_range (random, 0, G_N_ELEMENTS (LETTERS))]);
  return g_string_free (word, FALSE);
}

/* @text_bytes: about how long a text is */
Corpus *
corpus_new (guint n_words, guint text_bytes, guint n_mentions)
{
  Corpus *self = g_new0 (Corpus, 1);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  double sum = 0;

  self->n_words = n_words;
  self->text_bytes = text_bytes;
  self->n_mentions = n_mentions;
  self->words = g_new0 (char *, n_words + 1);
  self->cumulated = g_new (double, n_words);
  for (guint i = 0; i < n_words; i++)
    {
      self->words[i] = i < G_N_ELEMENTS (FREQUENT) ? g_strdup (FREQUENT[i]) : make_word (random);
      sum += 1.0 / (i + 3);
      self->cumulated[i] = sum;
    }
  for (guint i = 0; i < n_words; i++)
    self->cumulated[i] /= sum;
  return self;
}

void
corpus_free (Corpus *self)
{
  g_strfreev (self->words);
  g_free (self->cumulated);
  g_free (self);
}

const char *
corpus_get_word (Corpus *self, guint rank)
{
  return self->words[rank];
}

static guint
draw_word (Corpus *self, GRand *random)
{
  double at = g_rand_double (random);
  guint low = 0, high = self->n_words - 1;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      if (self->cumulated[middle] < at)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
add_mention (BayanRecognition *recognition, guint start, guint end, guint entity, GHashTable *seen)
{
  g_autofree char *key = g_strdup_printf ("org:%u", entity);
  BayanMention *mention = bayan_mention_new (bayan_clean_span (start, end), (BayanMentionType) (entity % 7),
                                             BAYAN_LAYER_GAZETTEER,
                                             entity % 3 == 0 ? "gazetteer/countries.tsv" : "rule/org");
  BayanEntity *made;

  bayan_mention_set_text (&mention->entity_key, key);
  g_ptr_array_add (recognition->mentions, mention);
  if (!g_hash_table_add (seen, GUINT_TO_POINTER (entity + 1)))
    return;
  made = bayan_entity_new (key, mention->type);
  made->name_en = g_strdup (key);
  g_ptr_array_add (recognition->entities, made);
}

static char *
write_text (Corpus *self, GRand *random, guint number, BayanRecognition *recognition)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n_words = 0, every = MAX (1, self->text_bytes / 11 / MAX (1, self->n_mentions));

  g_string_append_printf (text, "بيان رقم %u\n", number);
  while (text->len < self->text_bytes)
    {
      guint start = (guint) text->len;

      g_string_append (text, self->words[draw_word (self, random)]);
      if (++n_words % every == 0 && recognition->mentions->len < self->n_mentions)
        add_mention (recognition, start, (guint) text->len, g_rand_int_range (random, 0, N_ENTITIES), seen);
      g_string_append (text, n_words % 12 == 0 ? (n_words % 48 == 0 ? ".\n" : ". ") : " ");
    }
  return g_string_free (text, FALSE);
}

BayanImportItem *
corpus_make_item (Corpus *self, guint number)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (number);
  BayanStatement *statement = bayan_statement_new ();
  BayanRecognition *recognition = bayan_recognition_new ();

  statement->text = write_text (self, random, number, recognition);
  statement->text_length_bytes = strlen (statement->text);
  statement->raw = g_bytes_new (statement->text, statement->text_length_bytes);
  statement->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, statement->raw);
  statement->name = g_strdup_printf ("statement-%u.txt", number);
  statement->charset = g_strdup ("UTF-8");
  statement->map = bayan_offset_map_new ();
  bayan_offset_map_append (statement->map, (BayanRawPos) { 0 }, 1, 1, (guint32) statement->text_length_bytes);
  statement->title = g_strndup (statement->text, strcspn (statement->text, "\n"));
  statement->title_span = bayan_clean_span (0, (guint32) strlen (statement->title));
  statement->date = (BayanDate) { (gint16) (2014 + number % 12), (gint8) (1 + number % 12),
                                  (gint8) (1 + number % 28) };
  statement->language = g_strdup ("ar");
  return bayan_import_item_new (statement, recognition);
}
