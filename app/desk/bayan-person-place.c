/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-person-place-private.h"

#include "bayan-text-line.h"

struct _BayanPersonPlace {
  GObject parent_instance;
  BayanStatementItem *statement;
  gint64 mention;
  guint n_mentions;
  char *before, *words, *after;
};

G_DEFINE_FINAL_TYPE (BayanPersonPlace, bayan_person_place, G_TYPE_OBJECT)

static void
finalize (GObject *object)
{
  BayanPersonPlace *self = BAYAN_PERSON_PLACE (object);

  g_object_unref (self->statement);
  g_free (self->before);
  g_free (self->words);
  g_free (self->after);
  G_OBJECT_CLASS (bayan_person_place_parent_class)->finalize (object);
}

static void
bayan_person_place_class_init (BayanPersonPlaceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;
}

static void
bayan_person_place_init (BayanPersonPlace *self)
{
}

/* @text: of the statement, in which @mention is one */
BayanPersonPlace *
bayan_person_place_new (BayanStatementItem *statement, const BayanStatement *text,
                        const BayanMention *mention)
{
  BayanPersonPlace *self = g_object_new (BAYAN_TYPE_PERSON_PLACE, NULL);
  const char *start = text->text + mention->span.start.byte, *end = text->text + mention->span.end.byte;

  self->statement = g_object_ref (statement);
  self->mention = mention->id;
  self->n_mentions = 1;
  self->before = bayan_text_line_dup_before (text->text, start);
  self->words = bayan_text_line_dup (start, end);
  self->after = bayan_text_line_dup_after (end, text->text + text->text_length_bytes);
  return self;
}

/* One mention more. */
void
bayan_person_place_count (BayanPersonPlace *self)
{
  self->n_mentions++;
}

BayanStatementItem *
bayan_person_place_get_statement (BayanPersonPlace *self)
{
  return self->statement;
}

gint64
bayan_person_place_get_mention (BayanPersonPlace *self)
{
  return self->mention;
}

guint
bayan_person_place_get_n_mentions (BayanPersonPlace *self)
{
  return self->n_mentions;
}

const char *
bayan_person_place_get_before (BayanPersonPlace *self)
{
  return self->before;
}

const char *
bayan_person_place_get_words (BayanPersonPlace *self)
{
  return self->words;
}

const char *
bayan_person_place_get_after (BayanPersonPlace *self)
{
  return self->after;
}
