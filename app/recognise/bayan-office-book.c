/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-office-book.h"

#include <string.h>

#include "bayan-lexicon-format.h"
#include "bayan-office-words.h"
#include "bayan-person-likeness.h"

struct _BayanOfficeBook {
  const BayanLexicon *lexicon; /* the recogniser's */
};

/* The first and the last day of a date, YYYYMMDD, of which parts may be 00. */
typedef struct {
  guint32 first, last;
} Days;

static Days
days_of (guint32 date)
{
  Days days = { date, date };

  if (date % 100 == 0)
    {
      days.first = date + 1;
      days.last = date + 31;
    }
  if (date / 100 % 100 == 0)
    {
      days.first = date + 101;
      days.last = date + 1231;
    }
  return days;
}

static BayanDate
unpack_date (guint32 date)
{
  return (BayanDate) { (gint16) (date / 10000), (gint8) (date / 100 % 100), (gint8) (date % 100) };
}

/* Whether somebody may have held the office on some of @days, and whether on all of them. */
static gboolean
may_hold (const BayanLexiconHolder *holder, Days days)
{
  return days_of (holder->from).first <= days.last
         && (holder->is_open || days_of (holder->to).last >= days.first);
}

static gboolean
surely_holds (const BayanLexiconHolder *holder, Days days)
{
  return days_of (holder->from).last <= days.first
         && (holder->is_open || days_of (holder->to).first >= days.last);
}

/* @lexicon has to outlive it. */
BayanOfficeBook *
bayan_office_book_new (const BayanLexicon *lexicon)
{
  BayanOfficeBook *self = g_new0 (BayanOfficeBook, 1);

  self->lexicon = lexicon;
  return self;
}

void
bayan_office_book_free (BayanOfficeBook *self)
{
  g_free (self);
}

/**
 * bayan_office_book_read:
 * @words: of a mention of an office
 * @length_bytes: of them, or -1
 *
 * Returns: whether they name an office that one person holds at a time, and say whose it is; then @office is set
 */
gboolean
bayan_office_book_read (const BayanOfficeBook *self, const char *words, gssize length_bytes,
                        BayanOffice *office)
{
  BayanOfficeReading reading;

  if (!bayan_office_words_read (self->lexicon, words, length_bytes, &reading))
    return FALSE;
  office->kind = reading.kind;
  office->of = bayan_lexicon_get_key (self->lexicon, reading.of);
  return TRUE;
}

/* The same of @mention, of an office, in its text: a former holder is no holder. */
gboolean
bayan_office_book_read_mention (const BayanOfficeBook *self, const char *text, gsize length_bytes,
                                const BayanMention *mention, BayanOffice *office)
{
  guint32 start = mention->span.start.byte, end = mention->span.end.byte;

  return end <= length_bytes && !bayan_office_words_is_former (text + end, length_bytes - end)
         && bayan_office_book_read (self, text + start, (gssize) (end - start), office);
}

static void
fill_tenure (const BayanOfficeBook *self, const BayanLexiconHolder *holder, BayanTenure *tenure)
{
  tenure->office.kind = bayan_lexicon_get_string (self->lexicon, holder->office);
  tenure->office.of = bayan_lexicon_get_key (self->lexicon, holder->of);
  tenure->person = bayan_lexicon_get_key (self->lexicon, holder->person);
  tenure->from = unpack_date (holder->from);
  tenure->to = unpack_date (holder->to);
  tenure->is_open = holder->is_open;
}

static Days
days_of_date (BayanDate date)
{
  return days_of ((guint32) date.year * 10000 + (guint32) date.month * 100 + (guint32) date.day);
}

/**
 * bayan_office_book_find_holder:
 * @date: of which parts may be unknown
 * @tenure: (out): set where the answer is 1
 *
 * Returns: 1 if the tables say for certain who held @office at @date; else 0 if they know of nobody, or how many may have:
 *   2 also for one of whom it is not certain
 */
guint
bayan_office_book_find_holder (const BayanOfficeBook *self, BayanOffice office, BayanDate date,
                               BayanTenure *tenure)
{
  guint n_holders, n_possible = 0;
  const BayanLexiconHolder *holders = bayan_lexicon_get_holders (self->lexicon, &n_holders), *found = NULL;
  Days days = days_of_date (date);

  if (date.year == 0)
    return 0;
  for (guint i = 1; i < n_holders; i++)
    if (strcmp (bayan_lexicon_get_string (self->lexicon, holders[i].office), office.kind) == 0
        && strcmp (bayan_lexicon_get_key (self->lexicon, holders[i].of), office.of) == 0
        && may_hold (&holders[i], days))
      {
        found = &holders[i];
        n_possible++;
      }
  if (n_possible == 1 && !surely_holds (found, days))
    return 2;
  if (n_possible == 1)
    fill_tenure (self, found, tenure);
  return n_possible;
}

/**
 * bayan_office_book_list_tenures:
 * @date: only offices surely held then; unset: all
 *
 * Returns: (transfer full) (element-type BayanTenure): what the tables say of @person, in their order
 */
GArray *
bayan_office_book_list_tenures (const BayanOfficeBook *self, const char *person, BayanDate date)
{
  guint n_holders;
  const BayanLexiconHolder *holders = bayan_lexicon_get_holders (self->lexicon, &n_holders);
  GArray *tenures = g_array_new (FALSE, FALSE, sizeof (BayanTenure));
  BayanTenure tenure;

  for (guint i = 1; i < n_holders; i++)
    if (strcmp (bayan_lexicon_get_key (self->lexicon, holders[i].person), person) == 0
        && (!bayan_date_is_set (date) || (date.year != 0 && surely_holds (&holders[i], days_of_date (date)))))
      {
        fill_tenure (self, &holders[i], &tenure);
        g_array_append_val (tenures, tenure);
      }
  return tenures;
}

/* What an office is called, without whose it is. Returns: FALSE if there is none of @kind */
gboolean
bayan_office_book_name (const BayanOfficeBook *self, const char *kind, const char **name_ar,
                        const char **name_en)
{
  guint n_posts;
  const BayanLexiconPost *posts = bayan_lexicon_get_posts (self->lexicon, &n_posts);

  for (guint i = 1; i < n_posts; i++)
    if (strcmp (bayan_lexicon_get_string (self->lexicon, posts[i].office), kind) == 0)
      {
        *name_ar = bayan_lexicon_get_string (self->lexicon, posts[i].name_ar);
        *name_en = bayan_lexicon_get_string (self->lexicon, posts[i].name_en);
        return TRUE;
      }
  return FALSE;
}

/* The entity of a key that a tenure or an office has. Returns: (transfer none) (nullable) */
const BayanEntity *
bayan_office_book_get_entity (const BayanOfficeBook *self, const char *key)
{
  guint32 entry = bayan_lexicon_find_key (self->lexicon, "", key);

  return entry != 0 ? bayan_lexicon_get_entry (self->lexicon, entry)->entity : NULL;
}

/**
 * bayan_office_book_find_person:
 * @name: of a person, of at least two words
 *
 * Returns: (transfer full) (nullable): whom of the tables @name surely names, however it is written
 */
BayanEntity *
bayan_office_book_find_person (const BayanOfficeBook *self, const char *name, gssize length_bytes)
{
  const BayanEntity *person = bayan_person_likeness_find (self->lexicon, name, length_bytes);

  return person != NULL ? bayan_entity_copy (person) : NULL;
}
