/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-homographs.h"

#include <string.h>

#include "bayan-gazetteer.h"
#include "bayan-neighbours.h"

/* How far a word may stand from the homograph and still be near it. */
#define NEAR_TOKENS 50
/* A power of two, and twice as many as there are: so a place is always free. */
#define N_STATES_MAX 512
/* So many words of a row are told of. */
#define DESCRIBED_WORDS 6

typedef enum {
  POLICY_PREFER,
  POLICY_NEEDS,
  POLICY_NEVER,
} Policy;

typedef struct {
  char *key;          /* the entity */
  gboolean is_scheme; /* the key has no identifier: it stands for every entity of its scheme */
  Policy policy;
  BayanNeighbours before, near, not_beside;
  char *mark; /* a vowel mark that only this reading is written with; "" for none */
} Row;

struct _BayanHomographs {
  const BayanLexicon *lexicon;
  GHashTable *rows; /* trie node → GPtrArray of Row */
  guint8 *has_rows; /* for each node a bit: few have any */
};

/* Whether a token's context speaks for its being a nationality rather than the state of the same form. */
static const char *const adjective_hosts[] = { "قوات",   "مصادر",  "اراض",   "طائرات", "فصائل", "مدن",
                                               "عائلات", "شخصيات", "جهات",   "وسائل",  "صحف",   "قوى",
                                               "قيادات", "وفود",   "عناصر",  "جماعات", "شركات", "مناطق",
                                               "دول",    "بلدات",  "عسكرية", "امنية",  "رسمية", "سياسية",
                                               "بقيادة", "بملكية", "وملكية", "بارادة", NULL };
static const char *const announcing[] = { "صحيفة",  "قناة",   "وكالة",   "مجلة",   "جريدة",  "موقع",
                                          "شبكة",   "اذاعة",  "تلفزيون", "وكالتي", "وكالات", "مراسل",
                                          "مراسلة", "مراسلو", "قناتي",   "حزب",    "حركة",   "جماعة",
                                          "قناتا",  "صحيفتي", "صحيفتا",  "منصة",   NULL };
/* They announce two: قناتي العربية والحدث. */
static const char *const announcing_two[] = { "قناتي", "قناتا", "وكالتي", "صحيفتي", "صحيفتا", "شبكتي", NULL };
static const char *const sources[] = { "المصدر", "المصادر", "مصدر", NULL };

static void
row_free (Row *row)
{
  g_free (row->key);
  g_free (row->mark);
  bayan_neighbours_clear (&row->before);
  bayan_neighbours_clear (&row->near);
  bayan_neighbours_clear (&row->not_beside);
  g_free (row);
}

/* form key policy before near not_beside note mark */
static void
add_row (char **f, gpointer data)
{
  BayanHomographs *self = data;
  guint32 node = bayan_lexicon_find_node (self->lexicon, f[0]);
  GPtrArray *rows;
  Row *row;

  if (node == 0 || strcmp (f[2], "mask") == 0 || strcmp (f[2], "issuer") == 0)
    return;

  row = g_new0 (Row, 1);
  row->key = g_strdup (f[1]);
  row->is_scheme = bayan_key_ends (row->key, ":");
  row->policy = strcmp (f[2], "needs") == 0   ? POLICY_NEEDS
                : strcmp (f[2], "never") == 0 ? POLICY_NEVER
                                              : POLICY_PREFER;
  row->before = bayan_neighbours_read (f[3]);
  row->near = bayan_neighbours_read (f[4]);
  row->not_beside = bayan_neighbours_read (f[5]);
  row->mark = g_strdup (f[7]);

  rows = g_hash_table_lookup (self->rows, GUINT_TO_POINTER (node));
  if (rows == NULL)
    {
      rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
      g_hash_table_insert (self->rows, GUINT_TO_POINTER (node), rows);
      self->has_rows[node / 8] |= (guint8) (1u << node % 8);
    }
  g_ptr_array_add (rows, row);
}

/* Reads homographs.tsv. @lexicon must outlive the result. */
BayanHomographs *
bayan_homographs_new (const BayanLexicon *lexicon, GError **error)
{
  g_autoptr (GBytes) bytes = bayan_gazetteer_get_table ("homographs.tsv", error);
  BayanHomographs *self;
  gsize length_bytes;
  const char *text;

  if (bytes == NULL)
    return NULL;

  self = g_new0 (BayanHomographs, 1);
  self->lexicon = lexicon;
  self->has_rows = g_new0 (guint8, bayan_lexicon_get_n_nodes (lexicon) / 8 + 1);
  self->rows = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  text = g_bytes_get_data (bytes, &length_bytes);
  bayan_table_foreach (text, length_bytes, 8, add_row, self);

  return self;
}

void
bayan_homographs_free (BayanHomographs *self)
{
  g_hash_table_unref (self->rows);
  g_free (self->has_rows);
  g_free (self);
}

static gboolean
token_is_neighbour (const BayanScan *scan, guint32 token, const BayanNeighbours *neighbours)
{
  return bayan_neighbours_have (neighbours, scan->tokens[token].key, scan->tokens[token].key_length);
}

static gboolean
token_is_one_of (const BayanScan *scan, guint32 token, const char *const *words)
{
  return bayan_neighbours_are_among (words, scan->tokens[token].key, scan->tokens[token].key_length);
}

static gboolean
is_near (const BayanScan *scan, const BayanCandidate *candidate, const BayanNeighbours *near)
{
  if (near->words[0] == NULL)
    return FALSE;

  for (guint32 i = candidate->first; i > 0 && candidate->first - i < NEAR_TOKENS; i--)
    {
      if ((scan->tokens[i].flags & BAYAN_WORD_NEWLINE_BEFORE) != 0)
        break;
      if (token_is_neighbour (scan, i - 1, near))
        return TRUE;
    }
  for (guint32 i = candidate->last; bayan_scan_goes_on (scan, i) && i - candidate->last < NEAR_TOKENS; i++)
    if (token_is_neighbour (scan, i, near))
      return TRUE;

  return FALSE;
}

static gboolean
row_holds (const Row *row, const BayanScan *scan, const BayanCandidate *candidate)
{
  gboolean before = candidate->first > 0 && token_is_neighbour (scan, candidate->first - 1, &row->before);
  gboolean beside = (candidate->first > 0
                     && token_is_neighbour (scan, candidate->first - 1, &row->not_beside))
                    || (bayan_scan_goes_on (scan, candidate->last)
                        && token_is_neighbour (scan, candidate->last, &row->not_beside));

  if (row->policy == POLICY_NEVER || (beside && !before))
    return FALSE;

  return row->policy == POLICY_PREFER || before || is_near (scan, candidate, &row->near);
}

static gboolean
is_key_of (const Row *row, const BayanCandidate *candidate)
{
  return row->is_scheme ? bayan_key_begins (candidate->key, row->key)
                        : strcmp (row->key, candidate->key) == 0;
}

static gboolean
text_has (const BayanScan *scan, const BayanNeighbours *words)
{
  for (guint32 i = 0; words->words[0] != NULL && i < scan->n_tokens; i++)
    if (token_is_neighbour (scan, i, words))
      return TRUE;

  return FALSE;
}

/* عمان – or عمان (بترا): reports are dated from towns. */
static gboolean
is_dateline (const BayanScan *scan, const BayanCandidate *candidate)
{
  guint32 first = candidate->first, next = candidate->last;

  return (first == 0 || (scan->tokens[first].flags & BAYAN_WORD_NEWLINE_BEFORE) != 0)
         && bayan_scan_goes_on (scan, next)
         && ((scan->tokens[next].flags & BAYAN_WORD_DASH) != 0 || bayan_scan_key_is (scan, next, "("));
}

/* A town with the name of a state, neither of which the sentence speaks of: a dateline is the town, and so is the form
 * where the text elsewhere speaks of the town's land and nowhere of that state. */
static gboolean
town_holds (const Row *row, GPtrArray *rows, const BayanScan *scan, const BayanCandidate *candidate)
{
  gboolean state = FALSE;

  if (row->policy != POLICY_NEEDS || !bayan_key_begins (row->key, "place:"))
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *other = g_ptr_array_index (rows, i);

      if (!bayan_key_begins (other->key, "iso:"))
        continue;
      state = TRUE;
      if (text_has (scan, &other->near) || text_has (scan, &other->before))
        return FALSE;
    }
  if (!state || (candidate->first > 0 && token_is_neighbour (scan, candidate->first - 1, &row->not_beside))
      || (bayan_scan_goes_on (scan, candidate->last)
          && token_is_neighbour (scan, candidate->last, &row->not_beside)))
    return FALSE;

  return is_dateline (scan, candidate) || text_has (scan, &row->near);
}

/* What the rows of its form say of a candidate: TRUE if they let it stand. */
static gboolean
rows_allow (GPtrArray *rows, const BayanScan *scan, const BayanCandidate *candidate)
{
  const Row *decided = NULL;
  gboolean named = FALSE;

  for (guint pass = POLICY_NEEDS; decided == NULL; pass = POLICY_PREFER)
    {
      for (guint i = 0; i < rows->len && decided == NULL; i++)
        {
          const Row *row = g_ptr_array_index (rows, i);

          named |= is_key_of (row, candidate);
          if (row->policy == pass && row_holds (row, scan, candidate))
            decided = row;
        }
      for (guint i = 0; pass == POLICY_NEEDS && decided == NULL && i < rows->len; i++)
        if (town_holds (g_ptr_array_index (rows, i), rows, scan, candidate))
          decided = g_ptr_array_index (rows, i);
      if (pass == POLICY_PREFER)
        break;
    }

  if (decided == NULL)
    return !named;
  if (is_key_of (decided, candidate))
    return TRUE;

  /* Another people or kind of name with the same form is for other rules to decide. */
  return candidate->type != BAYAN_MENTION_GPE && candidate->type != BAYAN_MENTION_LOC;
}

/* صور والنبطية: the first of two towns of one state, the second of which is no common word */
static gboolean
is_paired_town (const BayanScan *scan, const BayanCandidate *candidate)
{
  const BayanLexiconEntry *one = bayan_lexicon_get_entry (scan->lexicon, candidate->entry), *other;
  const BayanCandidate *second;

  if (candidate->type != BAYAN_MENTION_GPE || !bayan_scan_goes_on (scan, candidate->last)
      || !bayan_key_begins (scan->tokens[candidate->last].key, "و")
      || (second = bayan_scan_longest (scan, candidate->last, BAYAN_TYPE (GPE), BAYAN_PROCLITIC_WA)) == NULL
      || second->entry == 0)
    return FALSE;
  other = bayan_lexicon_get_entry (scan->lexicon, second->entry);

  return ((one->flags | other->flags) & BAYAN_ENTRY_STATE) == 0 && (other->flags & BAYAN_ENTRY_CIVIC) == 0
         && (second->flags & BAYAN_CANDIDATE_DROPPED) == 0 && scan->tokens[second->first].n_readings > 1
         && (scan->tokens[second->first].classes & BAYAN_CLASS (COMMON)) == 0
         && g_strcmp0 (one->entity->iso3, other->entity->iso3) == 0;
}

/* A town that is also a common word: only behind a noun for places, or in a list of places. */
static gboolean
is_announced_place (const BayanScan *scan, const BayanCandidate *candidate)
{
  static const char *const living[] = { "سكان",  "اهالي", "وسكان", "واهالي", "باتجاه",
                                        "ضواحي", "مشارف", "وجهاء", NULL };
  static const char *const in_provinces[] = { "بولاية", "بمحافظة", "باقليم", "بقضاء", "بمقاطعة", NULL };
  guint32 before = candidate->first;
  const BayanCandidate *listed;

  /* صور – أفاد: the dateline of a report */
  if (is_dateline (scan, candidate) && candidate->proclitics == 0
      && (scan->tokens[candidate->last].flags & BAYAN_WORD_DASH) != 0)
    return TRUE;
  if (before == 0 || (scan->tokens[before].flags & BAYAN_WORD_NEWLINE_BEFORE) != 0)
    return FALSE;
  if (bayan_scan_reading (scan, before - 1, BAYAN_CLASS (CIVIC)) != NULL
      || (candidate->proclitics == 0 && bayan_scan_key_in (scan, before - 1, living)))
    return TRUE;
  if (is_paired_town (scan, candidate))
    return TRUE;
  /* مستشفى أدري; not مستشفى الأمل */
  if (bayan_scan_reading (scan, before - 1, BAYAN_CLASS (FACILITY)) != NULL && candidate->proclitics == 0
      && !bayan_scan_is_definite (scan, before)
      && !bayan_scan_is (scan, before, BAYAN_CLASS (GIVEN) | BAYAN_CLASS (COMMON)))
    return TRUE;
  /* الجنينة بولاية غرب دارفور */
  if (bayan_scan_key_in (scan, candidate->last, in_provinces)
      && bayan_scan_goes_on (scan, candidate->last + 1)
      && bayan_scan_longest (scan, candidate->last + 1, BAYAN_TYPE (GPE), 0) != NULL)
    return TRUE;
  if ((candidate->proclitics & BAYAN_PROCLITIC_WA) == 0)
    return FALSE;

  listed = bayan_scan_longest (scan, before - 1, BAYAN_TYPE (GPE), BAYAN_ANY_PROCLITICS);
  return listed != NULL && listed->last == before && listed->entry != 0
         && (bayan_lexicon_get_entry (scan->lexicon, listed->entry)->flags & BAYAN_ENTRY_STATE) == 0;
}

/* الموصل وتلعفر والقائم: a town or province named in a list of such */
static gboolean
is_listed_town (const BayanScan *scan, const BayanCandidate *candidate)
{
  return (bayan_key_begins (candidate->key, "place:") || bayan_key_begins (candidate->key, "adm1:"))
         && (candidate->proclitics & BAYAN_PROCLITIC_WA) != 0 && is_announced_place (scan, candidate);
}

/* A town whose name the tables also know as a word or as a person's. */
static gboolean
is_common_word (const BayanScan *scan, const BayanCandidate *candidate, guint flags)
{
  const guint64 words = BAYAN_CLASS (STOP) | BAYAN_CLASS (VERB) | BAYAN_CLASS (COMMON) | BAYAN_CLASS (TITLE)
                        | BAYAN_CLASS (OFFICE) | BAYAN_CLASS (HONORIFIC) | BAYAN_CLASS (GIVEN)
                        | BAYAN_CLASS (BODY) | BAYAN_CLASS (BODY_ADJ) | BAYAN_CLASS (OFFICE_ADJ);
  const BayanToken *token = &scan->tokens[candidate->first];

  if ((flags & BAYAN_ENTRY_CIVIC) != 0)
    return TRUE;
  if (candidate->type != BAYAN_MENTION_GPE || (flags & BAYAN_ENTRY_STATE) != 0)
    return FALSE;
  for (guint r = 0; r < token->n_readings; r++)
    if (token->readings[r].start == candidate->start && (token->readings[r].classes & words) != 0)
      return TRUE;

  return FALSE;
}

/* دبي - الشرق, المصدر: الجزيرة, وام/أحمد النعيمي: who made the report, in a line of its own at the top or the end. */
static gboolean
is_source (const BayanScan *scan, const BayanCandidate *candidate)
{
  guint32 first = candidate->first, place;
  const BayanCandidate *town;

  if (!bayan_scan_goes_on (scan, first))
    return bayan_scan_key_is (scan, candidate->last, "/") || bayan_scan_key_is (scan, candidate->last, "-");
  if (first < 2 || candidate->proclitics != 0)
    return FALSE;
  if (bayan_scan_key_is (scan, first - 1, ":"))
    return token_is_one_of (scan, first - 2, sources);
  if ((scan->tokens[first - 1].flags & BAYAN_WORD_DASH) == 0 || bayan_scan_goes_on (scan, candidate->last))
    return FALSE;
  for (place = first - 2; place > 0 && bayan_scan_goes_on (scan, place) && first - place < 6;)
    place--;
  town = bayan_scan_longest (scan, place, BAYAN_TYPE (GPE), 0);

  return town != NULL && town->last == first - 1;
}

static gboolean
is_quoted (const BayanScan *scan, const BayanCandidate *candidate)
{
  const BayanToken *before = candidate->first > 0 ? &scan->tokens[candidate->first - 1] : NULL;

  /* واس – الرياض: the agency before its town */
  if (candidate->proclitics == 0 && is_dateline (scan, candidate)
      && bayan_scan_goes_on (scan, candidate->last + 1)
      && bayan_scan_longest (scan, candidate->last + 1, BAYAN_TYPE (GPE), 0) != NULL)
    return TRUE;
  if (before == NULL)
    return FALSE;
  if ((before->flags & (BAYAN_WORD_QUOTE | BAYAN_WORD_OPEN)) != 0)
    return candidate->last < scan->n_tokens
           && (scan->tokens[candidate->last].flags & (BAYAN_WORD_QUOTE | BAYAN_WORD_CLOSE)) != 0;
  /* قناتي العربية والحدث */
  if (candidate->first > 1 && (candidate->proclitics & BAYAN_PROCLITIC_WA) != 0
      && token_is_one_of (scan, candidate->first - 2, announcing_two))
    return TRUE;
  if (is_source (scan, candidate))
    return TRUE;
  /* The agency of a dateline: /قنا/, or the last word of a line behind the date. */
  if (strcmp (before->key, "/") == 0)
    return bayan_scan_key_is (scan, candidate->last, "/");
  if ((!bayan_scan_goes_on (scan, candidate->last)
       || (scan->tokens[candidate->last].flags & BAYAN_WORD_DASH) != 0)
      && candidate->first > 1 && (strcmp (before->key, "م") == 0 || (before->flags & BAYAN_WORD_NUMBER) != 0))
    return TRUE;

  return token_is_one_of (scan, candidate->first - 1, announcing);
}

static gboolean
is_town_of (const BayanScan *scan, const BayanCandidate *town, const BayanCandidate *state)
{
  const BayanLexiconEntry *one = bayan_lexicon_get_entry (scan->lexicon, town->entry);
  const BayanLexiconEntry *other = bayan_lexicon_get_entry (scan->lexicon, state->entry);

  return (one->flags & BAYAN_ENTRY_STATE) == 0 && one->entity->iso3 != NULL
         && g_strcmp0 (one->entity->iso3, other->entity->iso3) == 0;
}

/* الدول السعودية, قوات سورية: the form stands behind the noun that it describes. */
static gboolean
is_adjective_place (const BayanScan *scan, const BayanCandidate *candidate)
{
  guint32 before = candidate->first;
  gboolean definite = bayan_scan_is_definite (scan, candidate->first);
  const BayanCandidate *name;

  if (before == 0 || candidate->proclitics != 0
      || (scan->tokens[before].flags & BAYAN_WORD_NEWLINE_BEFORE) != 0)
    return FALSE;
  if (!definite)
    return token_is_one_of (scan, before - 1, adjective_hosts);

  name = bayan_scan_longest (scan, before - 1, BAYAN_TYPE (GPE) | BAYAN_TYPE (PERS), BAYAN_ANY_PROCLITICS);
  /* مدينة جدة السعودية: a town of that state */
  if (name != NULL && name->type == BAYAN_MENTION_GPE && name->last == before
      && is_town_of (scan, name, candidate))
    return TRUE;
  return name == NULL
         && (bayan_scan_is_definite (scan, before - 1) || strstr (scan->tokens[before - 1].key, "لل") != NULL
             || bayan_key_begins (scan->tokens[before - 1].key, "بال")
             || bayan_key_begins (scan->tokens[before - 1].key, "وال"))
         && !bayan_scan_is (scan, before - 1, BAYAN_CLASS (STOP) | BAYAN_CLASS (RELATIVE));
}

/* The other reading of the same words, of type @type; NULL for none. */
static BayanCandidate *
same_words (const BayanScan *scan, const BayanCandidate *candidate, BayanMentionType type)
{
  for (gint32 c = scan->first[candidate->first]; c >= 0; c = bayan_scan_get (scan, c)->next)
    {
      BayanCandidate *other = bayan_scan_get (scan, c);

      if (other->type == type && other->start == candidate->start && other->end == candidate->end
          && (other->flags & BAYAN_CANDIDATE_DROPPED) == 0)
        return other;
    }

  return NULL;
}

static gboolean
is_group_name (const BayanScan *scan, const BayanCandidate *candidate)
{
  return candidate->first > 0 && bayan_scan_reading (scan, candidate->first - 1, BAYAN_CLASS (GROUP)) != NULL
         && !bayan_scan_word_ends (&scan->tokens[candidate->first], "ية");
}

/* نهر X, غور X: the river of that name, where the tables know one */
static gboolean
is_river (const BayanScan *scan, const BayanCandidate *candidate)
{
  static const char *const valleys[] = { "نهر", "غور", "حوض", "وادي", "ضفاف", NULL };
  g_autofree char *river = NULL;

  if (candidate->type != BAYAN_MENTION_GPE || candidate->first == 0 || candidate->proclitics != 0)
    return FALSE;
  if (bayan_scan_key_is (scan, candidate->first - 1, "نهر"))
    return TRUE;
  if (!bayan_scan_key_in (scan, candidate->first - 1, valleys))
    return FALSE;
  river = g_strconcat ("نهر ", scan->tokens[candidate->first].key, NULL);

  return bayan_lexicon_find_phrase (scan->lexicon, river, BAYAN_MENTION_LOC) != NULL;
}

/* باكرا: a common word that begins like a preposition with a place behind it */
static gboolean
is_inside_word (const BayanScan *scan, const BayanCandidate *candidate)
{
  const BayanToken *token = &scan->tokens[candidate->first];

  return candidate->type == BAYAN_MENTION_GPE && candidate->last == candidate->first + 1
         && candidate->start > token->start
         && (token->readings[0].classes & (BAYAN_CLASS (STOP) | BAYAN_CLASS (VERB) | BAYAN_CLASS (COMMON)))
                != 0;
}

/* بغداد اليوم: the agency and the city on this day; نهر النيل: the state and the river. */
static gboolean
is_other_phrase (const BayanScan *scan, const BayanCandidate *candidate)
{
  guint32 first = candidate->first;

  if (candidate->last < first + 2)
    return FALSE;
  if (candidate->type == BAYAN_MENTION_ORG && bayan_scan_key_is (scan, candidate->last - 1, "اليوم"))
    return bayan_scan_longest (scan, first, BAYAN_TYPE (GPE), candidate->proclitics) != NULL
           && !is_quoted (scan, candidate);

  /* والي نهر النيل is of the state. */
  return candidate->type == BAYAN_MENTION_GPE && bayan_scan_word_ends (&scan->tokens[first], "نهر")
         && (first == 0
             || bayan_scan_reading (scan, first - 1, BAYAN_CLASS (CIVIC) | BAYAN_CLASS (OFFICE)) == NULL);
}

/* عمّان and عُمان: who writes the mark has decided. Returns the row whose mark the text has; NULL for none. */
static const Row *
find_marked (GPtrArray *rows, const BayanScan *scan, const BayanCandidate *candidate)
{
  const char *surface = scan->text + candidate->start;

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const Row *row = g_ptr_array_index (rows, i);

      if (*row->mark != '\0' && g_strstr_len (surface, candidate->end - candidate->start, row->mark) != NULL)
        return row;
    }

  return NULL;
}

/* بشأن مالي, والنيجر ومالي: a particle before it, another place, or a noun that such an adjective does not agree with */
static gboolean
follows_particle (const BayanScan *scan, const BayanCandidate *candidate)
{
  static const char *const with_adjectives[] = { "غير", "اي", "كل", "هو", "شبه", "بعض", "لا", NULL };
  guint32 first = candidate->first;
  const BayanCandidate *listed;

  if (first == 0 || !bayan_scan_goes_on (scan, first))
    return FALSE;
  /* سيادة مالي: an adjective would be feminine */
  if (candidate->proclitics == 0 && bayan_scan_word_ends (&scan->tokens[candidate->last - 1], "ي")
      && (bayan_scan_word_ends (&scan->tokens[first - 1], "ة")
          || bayan_scan_word_ends (&scan->tokens[first - 1], "ات")))
    return TRUE;
  if (candidate->proclitics == 0)
    return bayan_scan_is (scan, first - 1, BAYAN_CLASS (STOP))
           && !token_is_one_of (scan, first - 1, with_adjectives);
  listed = bayan_scan_longest (scan, first - 1, BAYAN_TYPE (GPE), BAYAN_ANY_PROCLITICS);

  return listed != NULL && listed->last == first;
}

/* لمالي: an adjective of the same form takes no preposition. */
static gboolean
is_state_with_preposition (GPtrArray *rows, const BayanScan *scan, const BayanCandidate *candidate,
                           guint flags)
{
  gboolean adjective = FALSE;

  if ((flags & BAYAN_ENTRY_STATE) == 0 || candidate->last != candidate->first + 1)
    return FALSE;
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    adjective |= bayan_key_begins (((const Row *) g_ptr_array_index (rows, i))->key, "nisba:");

  return adjective
         && ((candidate->proclitics & (BAYAN_PROCLITIC_LAM | BAYAN_PROCLITIC_BA)) != 0
             || follows_particle (scan, candidate))
         && !bayan_scan_is_definite (scan, candidate->first);
}

/* The rows of the form that @node is; NULL for none */
static inline GPtrArray *
get_rows (const BayanHomographs *self, guint32 node)
{
  if ((self->has_rows[node / 8] >> node % 8 & 1) == 0)
    return NULL;
  return g_hash_table_lookup (self->rows, GUINT_TO_POINTER (node));
}

static BayanGuard
find_guard (const BayanHomographs *self, BayanScan *scan, const BayanCandidate *candidate)
{
  guint flags = bayan_lexicon_get_flags (self->lexicon, candidate->entry);
  GPtrArray *rows = get_rows (self, candidate->node);
  const Row *marked = find_marked (rows, scan, candidate);

  if (marked != NULL)
    return strcmp (marked->key, candidate->key) == 0 ? BAYAN_GUARD_NONE : BAYAN_GUARD_MARK;
  if ((flags & BAYAN_ENTRY_QUOTED) != 0 && !is_quoted (scan, candidate))
    return BAYAN_GUARD_QUOTED;
  if ((flags & BAYAN_ENTRY_GROUP) != 0 && !is_group_name (scan, candidate))
    return BAYAN_GUARD_GROUP;
  if ((flags & BAYAN_ENTRY_HOST) != 0
      && (candidate->first == 0 || !bayan_scan_is (scan, candidate->first - 1, BAYAN_CLASS (DEMONYM_HOST))))
    return BAYAN_GUARD_HOST;
  if (is_state_with_preposition (rows, scan, candidate, flags))
    return BAYAN_GUARD_NONE;
  if (rows != NULL && !rows_allow (rows, scan, candidate) && !is_listed_town (scan, candidate))
    return BAYAN_GUARD_ROW;
  if (rows == NULL && is_common_word (scan, candidate, flags) && candidate->last == candidate->first + 1
      && !is_announced_place (scan, candidate))
    return BAYAN_GUARD_COMMON_WORD;
  if (is_inside_word (scan, candidate))
    return BAYAN_GUARD_INSIDE_WORD;
  if (is_other_phrase (scan, candidate))
    return BAYAN_GUARD_OTHER_PHRASE;
  if (is_river (scan, candidate))
    return BAYAN_GUARD_RIVER;

  if (candidate->type == BAYAN_MENTION_GPE && same_words (scan, candidate, BAYAN_MENTION_NORP) != NULL)
    return is_adjective_place (scan, candidate) ? BAYAN_GUARD_ADJECTIVE : BAYAN_GUARD_NONE;
  if (candidate->type == BAYAN_MENTION_NORP && same_words (scan, candidate, BAYAN_MENTION_GPE) != NULL)
    return is_adjective_place (scan, candidate) ? BAYAN_GUARD_NONE : BAYAN_GUARD_NO_ADJECTIVE;
  if (candidate->type == BAYAN_MENTION_NORP && same_words (scan, candidate, BAYAN_MENTION_ORG) != NULL)
    return BAYAN_GUARD_ORGANISATION;

  return BAYAN_GUARD_NONE;
}

/* How often each state is named: the measure between two towns of one name. */
typedef struct {
  struct {
    guint32 country; /* 0: a free place */
    guint n;
  } states[N_STATES_MAX];
} StateCounts;

/* Where the count of @country is, or would be */
static guint *
find_count (StateCounts *self, guint32 country)
{
  guint at = country * 0x9E3779B9u >> 16 & (N_STATES_MAX - 1);

  while (self->states[at].country != 0 && self->states[at].country != country)
    at = (at + 1) & (N_STATES_MAX - 1);
  self->states[at].country = country;
  return &self->states[at].n;
}

static void
count_states (const BayanScan *scan, StateCounts *counts)
{
  memset (counts, 0, sizeof *counts);
  for (guint c = 0; c < scan->n_candidates; c++)
    {
      const BayanCandidate *candidate = bayan_scan_get (scan, (gint32) c);

      if ((candidate->flags & BAYAN_CANDIDATE_DROPPED) == 0
          && (bayan_lexicon_get_flags (scan->lexicon, candidate->entry)
              & (BAYAN_ENTRY_STATE | BAYAN_ENTRY_COUNTRY_ADJ))
                 != 0)
        (*find_count (counts, bayan_lexicon_get_entry (scan->lexicon, candidate->entry)->country))++;
    }
}

static guint
place_rank (const BayanScan *scan, const BayanCandidate *candidate, StateCounts *counts)
{
  static const char *const provincial[] = { "محافظة",  "ولاية",   "اقليم",   "مقاطعة",
                                            "ومحافظة", "بمحافظة", "لمحافظة", NULL };
  const BayanLexiconEntry *entry = bayan_lexicon_get_entry (scan->lexicon, candidate->entry);
  gboolean province = bayan_key_begins (candidate->key, "adm1:");
  guint rank = 0;

  if ((entry->flags & BAYAN_ENTRY_STATE) != 0)
    return G_MAXUINT;
  if (entry->country != 0)
    rank = 4 * *find_count (counts, entry->country);
  if (candidate->first > 0 && province == bayan_scan_key_in (scan, candidate->first - 1, provincial))
    rank += 2;

  return rank;
}

/* How often the text names places of @iso3. */
static guint
count_places_of (const BayanScan *scan, const char *iso3)
{
  guint n = 0;

  for (guint c = 0; c < scan->n_candidates; c++)
    {
      const BayanCandidate *place = bayan_scan_get (scan, (gint32) c);

      n += place->type == BAYAN_MENTION_GPE && place->entry != 0
           && (place->flags & BAYAN_CANDIDATE_DROPPED) == 0
           && g_strcmp0 (bayan_lexicon_get_entry (scan->lexicon, place->entry)->entity->iso3, iso3) == 0;
    }

  return n;
}

/* الكونغولي, التركماني, الأرمن: an adjective of two states is of the one that the text speaks of; one that is a people's as well
 * is a state's only where the text speaks of that. */
static guint
nation_rank (const BayanScan *scan, const BayanCandidate *candidate)
{
  const char *iso3 = bayan_lexicon_get_entry (scan->lexicon, candidate->entry)->entity->iso3;
  guint n = iso3 != NULL ? count_places_of (scan, iso3) : 0;

  /* الرئيس التركماني: an office is of a state */
  if (iso3 != NULL && candidate->first > 0
      && (scan->tokens[candidate->first - 1].classes
          & (BAYAN_CLASS (MINISTER) | BAYAN_CLASS (TITLE) | BAYAN_CLASS (MINISTRY) | BAYAN_CLASS (HONORIFIC)))
             != 0)
    n++;

  return iso3 == NULL ? 1 : n > 0 ? 1 + n : 0;
}

static void
choose_nation (const BayanScan *scan, BayanCandidate *one, BayanCandidate *other)
{
  guint rank = nation_rank (scan, one), other_rank = nation_rank (scan, other);

  /* The table's order decides where nothing else does. */
  if (rank > other_rank || (rank == other_rank && one->entry < other->entry))
    other->flags |= BAYAN_CANDIDATE_DROPPED;
  else
    one->flags |= BAYAN_CANDIDATE_DROPPED;
}

/* Of several places or peoples of one name only one stands. */
static void
choose_places (BayanScan *scan)
{
  StateCounts counts;
  gboolean counted = FALSE;

  /* Those of one token were made one after the other. */
  for (guint c = 0; c < scan->n_candidates; c++)
    for (gint32 a = c == 0 || scan->candidates[c - 1].first != scan->candidates[c].first
                        ? scan->first[scan->candidates[c].first]
                        : -1;
         a >= 0; a = bayan_scan_get (scan, a)->next)
      for (gint32 b = bayan_scan_get (scan, a)->next; b >= 0; b = bayan_scan_get (scan, b)->next)
        {
          BayanCandidate *one = bayan_scan_get (scan, a), *other = bayan_scan_get (scan, b);

          if (one->type == BAYAN_MENTION_NORP && other->type == BAYAN_MENTION_NORP
              && one->entry != other->entry && one->entry != 0 && other->entry != 0
              && one->start == other->start && one->end == other->end
              && ((one->flags | other->flags) & BAYAN_CANDIDATE_DROPPED) == 0)
            {
              choose_nation (scan, one, other);
              continue;
            }
          if (one->type != BAYAN_MENTION_GPE || other->type != BAYAN_MENTION_GPE || one->start != other->start
              || one->end != other->end || ((one->flags | other->flags) & BAYAN_CANDIDATE_DROPPED) != 0)
            continue;
          if (!counted)
            count_states (scan, &counts);
          counted = TRUE;
          if (place_rank (scan, one, &counts) > place_rank (scan, other, &counts))
            other->flags |= BAYAN_CANDIDATE_DROPPED;
          else
            one->flags |= BAYAN_CANDIDATE_DROPPED;
        }
}

/* في X, بX, إلى X: where something is */
static gboolean
is_where (const BayanScan *scan, const BayanCandidate *candidate)
{
  static const char *const prepositions[] = { "في",   "من",  "الى", "قرب", "نحو", "باتجاه",
                                              "داخل", "حول", "بين", "وفي", NULL };

  return (candidate->proclitics & BAYAN_PROCLITIC_BA) != 0
         || (candidate->proclitics == 0 && candidate->first > 0 && bayan_scan_goes_on (scan, candidate->first)
             && token_is_one_of (scan, candidate->first - 1, prepositions));
}

/* إلى الشمال is no province of that name. */
static const char *const bearings[] = { "الشمال", "الجنوب", "الشرق", "الغرب", "الوسط", "المركز", NULL };

/* بالداخلة, where the text has also ميناء الداخلة: a word that the text itself calls a place is it elsewhere, too, where
 * something is in it. */
static void
believe_what_was_announced (const BayanHomographs *self, BayanScan *scan)
{
  g_autoptr (GHashTable) announced = NULL;

  for (guint c = 0; c < scan->n_candidates; c++)
    {
      const BayanCandidate *candidate = bayan_scan_get (scan, (gint32) c);

      if ((candidate->flags & BAYAN_CANDIDATE_DROPPED) == 0 && candidate->type == BAYAN_MENTION_GPE
          && candidate->entry != 0 && candidate->last == candidate->first + 1
          && (bayan_lexicon_get_entry (self->lexicon, candidate->entry)->flags & BAYAN_ENTRY_CIVIC) != 0
          && is_announced_place (scan, candidate))
        {
          if (announced == NULL)
            announced = g_hash_table_new (NULL, NULL);
          g_hash_table_add (announced, GUINT_TO_POINTER (candidate->entry));
        }
    }
  for (guint c = 0; announced != NULL && c < scan->n_candidates; c++)
    {
      BayanCandidate *candidate = bayan_scan_get (scan, (gint32) c);

      if ((candidate->flags & BAYAN_CANDIDATE_DROPPED) != 0 && candidate->type == BAYAN_MENTION_GPE
          && candidate->last == candidate->first + 1
          && g_hash_table_contains (announced, GUINT_TO_POINTER (candidate->entry))
          && is_where (scan, candidate)
          && (scan->tokens[candidate->first].classes & BAYAN_CLASS (COMMON)) == 0
          && !bayan_scan_key_in (scan, candidate->first, bearings))
        candidate->flags &= ~(guint) BAYAN_CANDIDATE_DROPPED;
    }
}

static void
resolve (const BayanHomographs *self, BayanScan *scan, guint8 *guards)
{
  for (guint c = 0; c < scan->n_candidates; c++)
    {
      BayanCandidate *candidate = bayan_scan_get (scan, (gint32) c);
      BayanGuard guard = find_guard (self, scan, candidate);

      if (guard != BAYAN_GUARD_NONE)
        candidate->flags |= BAYAN_CANDIDATE_DROPPED;
      if (guards != NULL)
        guards[c] = (guint8) guard;
    }
  believe_what_was_announced (self, scan);
  choose_places (scan);
}

/* Drops candidates of the lexicon whose context speaks against them. Comes first of all rules. */
void
bayan_homographs_resolve (const BayanHomographs *self, BayanScan *scan)
{
  resolve (self, scan, NULL);
}

void
bayan_homographs_resolve_telling (const BayanHomographs *self, BayanScan *scan, guint8 *guards)
{
  resolve (self, scan, guards);
  for (guint c = 0; c < scan->n_candidates; c++)
    if (guards[c] == BAYAN_GUARD_NONE && (scan->candidates[c].flags & BAYAN_CANDIDATE_DROPPED) != 0)
      guards[c] = BAYAN_GUARD_OTHER_PLACE;
}

const char *
bayan_guard_to_string (BayanGuard guard)
{
  static const char *const names[BAYAN_GUARD_N_GUARDS] = {
    "none",        "mark",         "quoted", "group",     "host",         "row",          "common-word",
    "inside-word", "other-phrase", "river",  "adjective", "no-adjective", "organisation", "other-place",
  };

  g_return_val_if_fail (guard < BAYAN_GUARD_N_GUARDS, NULL);
  return names[guard];
}

static void
append_words (GString *text, const char *what, const BayanNeighbours *words)
{
  if (words->words == NULL || words->words[0] == NULL)
    return;
  g_string_append_printf (text, "; %s", what);
  for (guint i = 0; words->words[i] != NULL && i < DESCRIBED_WORDS; i++)
    g_string_append_printf (text, " %s", words->words[i]);
}

/**
 * bayan_homographs_describe:
 *
 * Returns: (transfer full) (nullable): the row of homographs.tsv behind a guard: "place:JOR-amman needs; before …"; NULL
 *   where there is none
 */
char *
bayan_homographs_describe (const BayanHomographs *self, const BayanCandidate *candidate, BayanGuard guard)
{
  static const char *const policies[] = { "prefer", "needs", "never" };
  GPtrArray *rows = get_rows (self, candidate->node);

  if (guard != BAYAN_GUARD_ROW && guard != BAYAN_GUARD_MARK)
    return NULL;
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const Row *row = g_ptr_array_index (rows, i);
      GString *text;

      if (!is_key_of (row, candidate) && i + 1 < rows->len)
        continue;
      text = g_string_new (NULL);
      g_string_append_printf (text, "%s %s", row->key, policies[row->policy]);
      append_words (text, "before", &row->before);
      append_words (text, "near", &row->near);
      append_words (text, "not beside", &row->not_beside);
      return g_string_free (text, FALSE);
    }
  return NULL;
}
