/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who wrote it, and where it was published: lines that begin with "كتب:" and "المصدر:". */
#include <string.h>

#include "bayan-details.h"

#define BYLINE_MAX_WORDS 7u
#define TAIL_BYTES 600u

static const char *const BYLINES[] = { "كتب", "كتبت", "بقلم", "اعداد", "تحرير", "by",
                                       "By",  "BY",   "Par",  "par",   NULL };

static gboolean
has_flag (const BayanDetailsHead *head, guint index, guint32 flag)
{
  return index < head->words->n_words && (head->words->words[index].flags & flag) != 0;
}

/* "كتب: أحمد ولد محمد", on a line of its own. */
static gboolean
read_byline (BayanDetailsHead *head, guint index)
{
  guint first = index + 1, behind;

  if (!bayan_details_is_word (head, index, BYLINES))
    return FALSE;
  while (has_flag (head, first, BAYAN_WORD_PUNCTUATION) && !has_flag (head, first, BAYAN_WORD_NEWLINE_BEFORE))
    first++;
  for (behind = first; behind < head->words->n_words; behind++)
    if (has_flag (head, behind, BAYAN_WORD_NEWLINE_BEFORE)
        || has_flag (head, behind, BAYAN_WORD_PUNCTUATION | BAYAN_WORD_NUMBER))
      break;
  if (behind == first || behind - first > BYLINE_MAX_WORDS
      || has_flag (head, behind, BAYAN_WORD_SENTENCE_END))
    return FALSE;
  bayan_details_take_span (head->statement, BAYAN_DETAIL_AUTHOR, NULL, BAYAN_ORIGIN_TEXT,
                           bayan_clean_span (head->words->words[first].span.start.byte,
                                             head->words->words[behind - 1].span.end.byte));
  return TRUE;
}

/**
 * bayan_details_find_author:
 *
 * Finds the byline above the running text.
 */
void
bayan_details_find_author (BayanDetailsHead *head)
{
  for (guint i = 0; i < head->words->n_words && head->words->words[i].span.start.byte <= head->body; i++)
    if (has_flag (head, i, BAYAN_WORD_NEWLINE_BEFORE) && read_byline (head, i))
      return;
}

/* Where in @text an address begins and ends. Returns FALSE if there is none. */
static gboolean
find_address (const char *text, gsize *start, gsize *end)
{
  const char *at = strstr (text, "://"), *behind;

  if (at == NULL)
    return FALSE;
  behind = at + strcspn (at, " \t\n\"<>)]");
  while (at > text && g_ascii_isalpha (at[-1]))
    at--;
  while (behind > at && strchr (".,;", behind[-1]) != NULL)
    behind--;
  *start = (gsize) (at - text);
  *end = (gsize) (behind - text);
  return g_str_has_prefix (at, "http");
}

/* Whether the line that @address is on says that it is the source, or nothing else. */
static gboolean
is_own_address (const char *text, const char *address)
{
  static const char *const WORDS[] = { "المصدر", "مصدر", "رابط", "الرابط", "Source",
                                       "source", "Link", "URL",  "Lien" };
  const char *start = address;

  while (start > text && start[-1] != '\n')
    start--;
  if (start == address)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    if (g_str_has_prefix (start, WORDS[i]) && address - start < 60)
      return TRUE;
  return FALSE;
}

static gboolean
take_address_in (BayanStatement *statement, guint32 from, guint32 to)
{
  g_autofree char *part = g_strndup (statement->text + from, to - from);
  gsize start, end;

  if (!find_address (part, &start, &end) || !is_own_address (statement->text, statement->text + from + start))
    return FALSE;
  bayan_details_take_span (statement, BAYAN_DETAIL_ADDRESS, NULL, BAYAN_ORIGIN_TEXT,
                           bayan_clean_span (from + (guint32) start, from + (guint32) end));
  return TRUE;
}

/* What cleaning left out as the link to the source. */
static gboolean
take_removed_address (BayanStatement *statement)
{
  for (guint i = 0; i < statement->removed->len; i++)
    {
      const BayanRemovedRegion *region = statement->removed->pdata[i];
      g_autofree char *address = NULL;
      gsize start, end;

      if (strcmp (region->kind, "source-link") != 0 || !find_address (region->text, &start, &end))
        continue;
      address = g_strndup (region->text + start, end - start);
      bayan_statement_take_detail (statement,
                                   bayan_detail_new (BAYAN_DETAIL_ADDRESS, address, BAYAN_ORIGIN_TEXT,
                                                     bayan_clean_span (0, 0), region->text));
      return TRUE;
    }
  return FALSE;
}

/**
 * bayan_details_find_address:
 *
 * Finds where it was published, if the text says so above or below itself.
 */
void
bayan_details_find_address (BayanDetailsHead *head)
{
  BayanStatement *statement = head->statement;
  guint32 length = (guint32) statement->text_length_bytes;
  guint32 tail = length > TAIL_BYTES ? length - TAIL_BYTES : 0;

  while (tail > 0 && ((guchar) statement->text[tail] & 0xC0) == 0x80)
    tail--;
  if (!take_removed_address (statement) && !take_address_in (statement, 0, MIN (head->body, length)))
    take_address_in (statement, tail, length);
}
