/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-persons.h"

#include <string.h>

#include "bayan-fold.h"

#define GAP_BYTES_MAX 60 /* three or four words */

/* What stands between an office and its holder's name, folded */
static const char *const BETWEEN[] = {
  "السيد",   "السيدة", "الدكتور", "الدكتورة", "دكتور",    "الشيخ",  "الامير", "الملك",  "معالي",
  "سمو",     "سعادة",  "فخامة",   "دولة",     "جلالة",    "الفريق", "اول",    "الركن",  "العميد",
  "اللواء",  "المشير", "الجنرال", "العقيد",   "المهندس",  "الحاج",  "القاضي", "السفير", "صاحب",
  "السمو",   "الملكي", "السابق",  "السابقة",  "الاسبق",   "الحالي", "د",      "م",      "الراحل",
  "السلطان", "الجديد", "الجديدة", "الاميركي", "الامريكي", NULL,
};

/* The words between two mentions are only such as stand there. */
static gboolean
is_bridge (const char *text, guint32 start, guint32 end)
{
  g_autofree char *gap = g_strndup (text + start, end - start);
  g_autofree char *folded = bayan_fold (gap, -1, BAYAN_FOLD_MATCH);
  g_auto (GStrv) words = NULL;

  if (end - start > GAP_BYTES_MAX || strchr (gap, '\n') != NULL)
    return FALSE;
  g_strdelimit (folded, ".-\"", ' ');
  words = g_strsplit (folded, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !g_strv_contains (BETWEEN, words[i]))
      return FALSE;
  return TRUE;
}

/* "، ": an office behind the name */
static gboolean
is_apposition (const char *text, guint32 start, guint32 end)
{
  return end - start == strlen ("، ") && strncmp (text + start, "، ", strlen ("، ")) == 0;
}

/* The office whose words end nearest before @at, and between them and @at stands nothing of weight. The longest of those
 * that end there. */
static const BayanMention *
find_before (const char *text, const GPtrArray *mentions, guint32 at)
{
  const BayanMention *found = NULL;

  for (guint i = 0; i < mentions->len; i++)
    {
      const BayanMention *mention = mentions->pdata[i];

      if (mention->span.start.byte >= at)
        break;
      if (mention->type == BAYAN_MENTION_OCC && mention->status != BAYAN_STATUS_REJECTED
          && mention->span.end.byte <= at && (found == NULL || mention->span.end.byte > found->span.end.byte))
        found = mention;
    }
  return found != NULL && is_bridge (text, found->span.end.byte, at) ? found : NULL;
}

static const BayanMention *
find_behind (const char *text, const GPtrArray *mentions, guint32 at)
{
  for (guint i = 0; i < mentions->len; i++)
    {
      const BayanMention *mention = mentions->pdata[i];

      if (mention->type == BAYAN_MENTION_OCC && mention->status != BAYAN_STATUS_REJECTED
          && mention->span.start.byte > at && is_apposition (text, at, mention->span.start.byte))
        return mention;
    }
  return NULL;
}

static gboolean
is_one_word (const char *text, const BayanMention *mention)
{
  return memchr (text + mention->span.start.byte, ' ', bayan_clean_span_length_bytes (mention->span)) == NULL;
}

/**
 * bayan_persons_find_office:
 * @mentions: (element-type BayanMention): of the text, in its order
 * @person: one of them
 *
 * Returns: (transfer none) (nullable): the mention of the office that the text gives the person there: before the name, with
 *   nothing but titles between (وزير الخارجية السيد فؤاد حسين; of خادم الحرمين الشريفين الملك سلمان the first), or behind it
 *   in apposition
 */
const BayanMention *
bayan_persons_find_office (const char *text, gsize length_bytes, const GPtrArray *mentions,
                           const BayanMention *person)
{
  const BayanMention *before, *farther;

  if (person->span.end.byte > length_bytes)
    return NULL;
  before = find_before (text, mentions, person->span.start.byte);
  farther = before != NULL && is_one_word (text, before)
                ? find_before (text, mentions, before->span.start.byte)
                : NULL;
  if (before != NULL)
    return farther != NULL ? farther : before;
  return find_behind (text, mentions, person->span.end.byte);
}

static BayanDate
event_date (const BayanStatement *statement)
{
  BayanDate none = { 0, 0, 0 };

  for (guint i = 0; i < statement->details->len; i++)
    {
      const BayanDetail *detail = statement->details->pdata[i];

      if (detail->field == BAYAN_DETAIL_EVENT_DATE)
        {
          g_autofree char *first = g_strndup (detail->value, strcspn (detail->value, "/"));

          return bayan_date_from_iso (first);
        }
    }
  return none;
}

/**
 * bayan_persons_get_date:
 *
 * Returns: the day that counts for who held an office: of publication, else of what the statement is about; unset if
 *   neither is known
 */
BayanDate
bayan_persons_get_date (const BayanStatement *statement)
{
  return statement->date.year != 0 ? statement->date : event_date (statement);
}
