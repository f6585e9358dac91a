/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts that states and bodies take in meetings: who hosts, chairs, takes part, observes, joins. */
#include "bayan-act-scan.h"

#include <string.h>

#define LIST_WORDS_MAX 120
#define BEFORE_LIST_WORDS_MAX 14
#define OBSERVER_WORDS_MAX 8
#define MEETING_WORDS_MAX 30

#define CUES                                                                                                 \
  (BAYAN_AW (INVITED) | BAYAN_AW (SIZE) | BAYAN_AW (BY) | BAYAN_AW (LED) | BAYAN_AW (JOINING)                \
   | BAYAN_AW (CHAIRS) | BAYAN_AW (MEMBER))

/* One state or body has one part of a kind; one of several chairs is not told twice. */
static gboolean
is_known (const BayanActScan *scan, BayanRoleKind kind, const BayanActActor *actor)
{
  for (guint i = 0; i < scan->acts->roles->len; i++)
    {
      const BayanRole *role = scan->acts->roles->pdata[i];
      gboolean chairs = role->kind == BAYAN_ROLE_CO_CHAIR && kind == BAYAN_ROLE_CHAIR;
      gboolean observes = role->kind == BAYAN_ROLE_OBSERVER && kind == BAYAN_ROLE_PARTICIPANT;

      if (role->actor == NULL || (role->kind != kind && !chairs && !observes))
        continue;
      if (actor->iso3 != NULL ? g_strcmp0 (role->actor->iso3, actor->iso3) == 0
                              : actor->key != NULL && g_strcmp0 (role->actor->entity_key, actor->key) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The only host; NULL if there is none or more than one. */
static const char *
get_host (const BayanActScan *scan)
{
  const char *host = NULL;

  for (guint i = 0; i < scan->acts->roles->len; i++)
    {
      const BayanRole *role = scan->acts->roles->pdata[i];

      if (role->kind != BAYAN_ROLE_HOST || role->actor->iso3 == NULL || role->of.end.byte > 0)
        continue;
      if (host != NULL)
        return NULL;
      host = role->actor->iso3;
    }
  return host;
}

/* A chair who has no other country is the host's. */
static void
add_role (BayanActScan *scan, BayanRoleKind kind, const BayanActActor *actor, guint cue, const char *rule)
{
  gboolean chairs = kind == BAYAN_ROLE_CHAIR || kind == BAYAN_ROLE_CO_CHAIR;
  BayanActor *who;

  if (is_known (scan, kind, actor))
    return;
  who = bayan_actor_new (actor->span, actor->key,
                         actor->iso3 == NULL && chairs ? get_host (scan) : actor->iso3);
  g_ptr_array_add (scan->acts->roles,
                   bayan_role_new (kind, who, bayan_act_scan_get_span (scan, cue, cue + 1), rule));
}

static void
add_count (BayanActScan *scan, guint count, guint cue, const char *rule)
{
  BayanRole *role;

  for (guint i = 0; i < scan->acts->roles->len; i++)
    if (((BayanRole *) scan->acts->roles->pdata[i])->count == count)
      return;
  role = bayan_role_new (BAYAN_ROLE_PARTICIPANT, NULL, bayan_act_scan_get_span (scan, cue, cue + 1), rule);
  role->count = count;
  g_ptr_array_add (scan->acts->roles, role);
}

/**
 * bayan_act_take_role:
 * @who: those who take the part; only states, and bodies and people that stand for something
 * @cue: the word that says so
 */
void
bayan_act_take_role (BayanActScan *scan, BayanRoleKind kind, const BayanActPhrase *who, guint cue,
                     const char *rule)
{
  for (guint i = 0; i < who->n_actors; i++)
    if (who->count == 0 && (who->actors[i].iso3 != NULL || who->actors[i].key != NULL))
      add_role (scan, kind, &who->actors[i], cue, rule);
}

/* The states of a list: those that it names, and those whose ministers or delegates it does. */
typedef struct {
  BayanActScan *scan;
  BayanRoleKind kind;
  guint cue;
  const char *rule;
  guint n_found;
} List;

/* وزراء خارجية الأردن والمغرب: the states of an office of several. Returns FALSE if it is one state's, or a body's. */
static gboolean
take_states_of (List *self, const BayanActMention *office)
{
  const BayanActScan *scan = self->scan;
  BayanActActor states[BAYAN_ACTORS_MAX];
  guint n = 0;

  for (guint i = office->nested; i < office->end_nested && n < BAYAN_ACTORS_MAX; i++)
    {
      const BayanMention *nested = scan->recognition->mentions->pdata[i];

      if (nested->type == BAYAN_MENTION_ORG)
        return FALSE;
      if (nested->type == BAYAN_MENTION_GPE && nested->status != BAYAN_STATUS_REJECTED)
        states[n++] = (BayanActActor) { nested->span, nested->entity_key,
                                        bayan_act_scan_get_own_country (scan, nested) };
    }
  for (guint i = 0; n > 1 && i < n; i++)
    add_role (self->scan, self->kind, &states[i], self->cue, self->rule);

  return n > 1;
}

static void
take_listed (List *self, const BayanActMention *mention)
{
  BayanActActor actor = { mention->mention->span, mention->mention->entity_key, NULL };

  switch (mention->mention->type)
    {
    case BAYAN_MENTION_GPE:
    case BAYAN_MENTION_ORG:
      actor.iso3 = mention->mention->type == BAYAN_MENTION_GPE
                       ? bayan_act_scan_get_country (self->scan, mention)
                       : NULL;
      add_role (self->scan, self->kind, &actor, self->cue, self->rule);
      self->n_found++;
      break;
    case BAYAN_MENTION_OCC:
      actor.iso3 = bayan_act_scan_get_country (self->scan, mention);
      if (!take_states_of (self, mention) && actor.iso3 != NULL)
        add_role (self->scan, self->kind, &actor, self->cue, self->rule);
      self->n_found++;
      break;
    default:
      break;
    }
}

/* فضلا عن, إلى جانب, من بينها: the list goes on */
static gboolean
continues (const BayanActScan *scan, guint at)
{
  static const char *const words[] = { "فضلا",  "اضافة", "بالاضافة", "جانب", "كذلك",
                                       "بينها", "بينهم", "ابرزهم",   NULL };
  const char *key = bayan_act_scan_get_key (scan, at);

  if (bayan_key_is (key, "الى"))
    return bayan_act_scan_is (scan, at + 1, "جانب")
           || (at > 0 && strstr (bayan_act_scan_get_key (scan, at - 1), "ضافة") != NULL);
  return bayan_key_is_among (key, words)
         || (bayan_key_begins (key, "و") && bayan_key_is_among (key + BAYAN_LETTER_BYTES, words));
}

/* Goes along a list from @at; returns where it ends. */
static guint
read_list (List *self, guint at, guint end)
{
  const BayanActScan *scan = self->scan;
  guint limit = MIN (end, at + LIST_WORDS_MAX);

  while (at < limit)
    {
      const BayanActMention *mention = bayan_act_scan_get_mention (scan, at);
      guint64 classes = bayan_act_scan_get_classes (scan, at);
      guint64 noun;

      if (mention != NULL)
        {
          if (mention->mention->type == BAYAN_MENTION_EVENT || mention->mention->type == BAYAN_MENTION_DATE)
            break;
          /* A body begins the list or is joined to it; behind في it is where the list ends. */
          if (mention->mention->type == BAYAN_MENTION_CARDINAL)
            {
              BayanActPhrase counted;

              if (bayan_act_parse_phrase (scan, at, end, FALSE, &counted) && counted.count > 0)
                add_count (self->scan, counted.count, self->cue, self->rule);
            }
          take_listed (self, mention);
          at = mention->end;
          continue;
        }
      noun = bayan_act_scan_get_noun (scan, at);
      if (bayan_act_scan_is_comma (scan, at) || bayan_act_scan_is (scan, at, "و")
          || bayan_act_scan_is (scan, at, ":")
          || bayan_act_scan_has_flag (scan, at, BAYAN_WORD_OPEN | BAYAN_WORD_QUOTE)
          || (classes & BAYAN_AW (QUANTITY)) != 0)
        at++;
      else if ((noun & (BAYAN_AW (PEOPLE) | BAYAN_AW (SPEAKER) | BAYAN_AW (BODY_M) | BAYAN_AW (BODY_F))) != 0
               && (classes & BAYAN_AW (PREPOSITION)) == 0)
        at++;
      else if (continues (scan, at) || bayan_act_scan_is (scan, at, "عن")
               || bayan_act_scan_is (scan, at, "من")
               || bayan_key_ends (bayan_act_scan_get_key (scan, at), "خارجية"))
        at++;
      else
        break;
    }
  return at;
}

static gboolean
is_observer (const BayanActScan *scan, guint at, guint end)
{
  for (guint i = at; i < MIN (end, at + OBSERVER_WORDS_MAX)
                     && (bayan_act_scan_get_whole (scan, i) & BAYAN_AW (OPENER)) == 0;
       i++)
    if ((bayan_act_scan_get_noun (scan, i) & BAYAN_AW (OBSERVER)) != 0)
      return TRUE;
  return FALSE;
}

/* Behind بمشاركة and شارك: a list, and whether they only observe. */
static void
take_participants (BayanActScan *scan, guint cue, guint at, guint end, const char *rule)
{
  List list = { scan, BAYAN_ROLE_PARTICIPANT, cue, rule, 0 };
  guint before = scan->acts->roles->len;
  guint behind = read_list (&list, at, end);

  if (scan->acts->roles->len > before && is_observer (scan, behind, end))
    for (guint i = before; i < scan->acts->roles->len; i++)
      ((BayanRole *) scan->acts->roles->pdata[i])->kind = BAYAN_ROLE_OBSERVER;
}

static gboolean
has_ba (const BayanActScan *scan, guint at)
{
  const char *key = bayan_act_scan_get_key (scan, at);

  return bayan_key_begins (key, "ب") || bayan_key_begins (key, "وب")
         || (at > 0 && bayan_act_scan_is (scan, at - 1, "مع"));
}

/* TRUE if what stands around word @at is a meeting, not a war. */
static gboolean
is_about_meeting (const BayanActScan *scan, guint first, guint at, guint end)
{
  guint limit = MIN (end, at + MEETING_WORDS_MAX);

  for (guint i = at > first + MEETING_WORDS_MAX ? at - MEETING_WORDS_MAX : first; i < limit; i++)
    {
      const BayanActMention *mention = bayan_act_scan_get_mention (scan, i);

      if ((mention != NULL && mention->mention->type == BAYAN_MENTION_EVENT)
          || ((bayan_act_scan_get_noun (scan, i) & BAYAN_AW (MEETING)) != 0 && scan->tokens[i].mention < 0))
        return TRUE;
    }
  return is_observer (scan, at, end);
}

/* بمشاركة فرنسا, بالمشاركة النشطة لأوزبكستان */
static void
read_participation (BayanActScan *scan, guint first, guint at, guint end)
{
  const char *key = bayan_act_scan_get_key (scan, at);
  gboolean joined = bayan_key_is (key, "ومشاركة") || bayan_key_is (key, "وحضور");
  guint list = at + 1;

  if (!(joined || has_ba (scan, at)) || !is_about_meeting (scan, first, at, end))
    return;
  if (strstr (bayan_act_scan_get_key (scan, at), "ال") != NULL)
    while (list < end && list < at + 4 && bayan_act_scan_get_mention (scan, list) == NULL)
      list++;
  take_participants (scan, at, list, end, "role/participation");
}

/* برئاسة وزير الخارجية الكويتي, برئاسة مشتركة بين العراق وفرنسا */
static void
read_chair (BayanActScan *scan, guint at, guint end)
{
  BayanActPhrase who;
  guint list = at + 1;

  if (!has_ba (scan, at))
    return;
  for (guint back = 1; back <= 4 && back <= at; back++) /* وفد قطري برئاسة …: of a delegation */
    if (strstr (bayan_act_scan_get_key (scan, at - back), "وفد") != NULL)
      return;
  while (list < end && list < at + 4
         && (bayan_key_begins (bayan_act_scan_get_key (scan, list), "مشترك")
             || bayan_act_scan_is (scan, list, "بين") || bayan_act_scan_is (scan, list, "المشتركة")
             || bayan_act_scan_is (scan, list, "من") || bayan_act_scan_is (scan, list, "كل")))
    list++;
  if (bayan_act_parse_phrase (scan, list, end, FALSE, &who))
    bayan_act_take_role (scan, who.n_actors > 1 ? BAYAN_ROLE_CO_CHAIR : BAYAN_ROLE_CHAIR, &who, at,
                         "role/chairmanship");
}

/* رئيسا الاجتماع فلان وفلان */
static void
read_chairs (BayanActScan *scan, guint at, guint end)
{
  BayanActPhrase who;
  guint64 next = bayan_act_scan_get_noun (scan, at + 1);

  if ((next & BAYAN_AW (MEETING)) == 0
      || !bayan_act_parse_phrase (scan, at, end, bayan_act_scan_skip_joint (scan, at) > 0, &who)
      || who.kind != BAYAN_PHRASE_NAME || who.n_actors < 2)
    return;
  bayan_act_take_role (scan, BAYAN_ROLE_CO_CHAIR, &who, at, "role/two-chairs");
}

/* اجتمع الفريق بدعوة, المجتمعين بدعوة */
static gboolean
is_about_those_who_meet (const BayanActScan *scan, guint first, guint at, guint end)
{
  guint limit = MIN (end, at + MEETING_WORDS_MAX);

  for (guint i = at > first + MEETING_WORDS_MAX ? at - MEETING_WORDS_MAX : first; i < limit; i++)
    if (strstr (bayan_act_scan_get_key (scan, i), "جتمع") != NULL && !bayan_act_scan_is (scan, i, "المجتمع")
        && !bayan_act_scan_is (scan, i, "للمجتمع"))
      return TRUE;
  return FALSE;
}

/* بدعوة من الحكومة البولندية، اجتمع …: who invites is the host */
static void
read_invitation (BayanActScan *scan, guint first, guint at, guint end)
{
  BayanActPhrase who;
  guint list = at + (bayan_act_scan_is (scan, at + 1, "كريمة") ? 2 : 1);

  if (!bayan_act_scan_is (scan, list, "من")
      || !(is_about_meeting (scan, first, at, end) || is_about_those_who_meet (scan, first, at, end))
      || !bayan_act_parse_phrase (scan, list + 1, end, FALSE, &who) || who.kind == BAYAN_PHRASE_PEOPLE)
    return;
  bayan_act_take_role (scan, BAYAN_ROLE_HOST, &who, at, "role/invitation");
}

/* وضم الاجتماع 32 عضوا: how many took part */
static void
read_size (BayanActScan *scan, guint at, guint end)
{
  BayanActPhrase counted;

  for (guint i = at + 2; i < MIN (end, at + 6); i++)
    if (bayan_act_parse_phrase (scan, i, end, FALSE, &counted) && counted.count > 0)
      {
        add_count (scan, counted.count, at, "role/size");
        return;
      }
}

/* بانضمام بنين إلى التحالف */
static void
read_joining (BayanActScan *scan, guint at, guint end)
{
  List list = { scan, BAYAN_ROLE_NEW_MEMBER, at, "role/joining", 0 };

  if (has_ba (scan, at))
    read_list (&list, at + 1, end);
}

/* أعضاء جدد … وهم: (…); بأوزبكستان كأحدث عضو */
static void
read_membership (BayanActScan *scan, guint at, guint end)
{
  List list = { scan, BAYAN_ROLE_NEW_MEMBER, at, "role/new-members", 0 };
  gboolean behind = (bayan_act_scan_get_classes (scan, at + 1) & BAYAN_AW (NEW)) != 0
                    || bayan_key_begins (bayan_act_scan_get_key (scan, at + 1), "الجد")
                    || (bayan_act_scan_get_noun (scan, at + 1) & BAYAN_AW (NEW)) != 0;
  gboolean before = at > 0 && (bayan_act_scan_get_noun (scan, at - 1) & BAYAN_AW (NEW)) != 0;

  if (!behind && !before)
    return;
  for (guint back = 1; back <= 3 && back <= at; back++)
    {
      gint32 named = scan->tokens[at - back].mention;
      const BayanActMention *mention = named >= 0 ? &scan->mentions[named] : NULL;

      if (mention != NULL && mention->mention->type == BAYAN_MENTION_GPE)
        {
          take_listed (&list, mention);
          return;
        }
    }
  if (bayan_act_scan_get_mention (scan, at + 2) != NULL
      && bayan_act_scan_get_mention (scan, at + 2)->mention->type == BAYAN_MENTION_GPE)
    {
      read_list (&list, at + 2, end);
      return;
    }
  for (guint i = at + 1; i < MIN (end, at + BEFORE_LIST_WORDS_MAX); i++)
    {
      const char *key = bayan_act_scan_get_key (scan, i) + bayan_act_scan_skip_joint (scan, i);

      if (bayan_key_is (key, ":") || bayan_key_is (key, "هم") || bayan_key_is (key, "وهم")
          || bayan_key_is (key, "هي") || bayan_key_is (key, "وهي"))
        {
          read_list (&list, i + 1, end);
          return;
        }
    }
}

/* 85 دولة ومنظمة، من بينها …: where the list begins that names some of them */
static guint
skip_counted (const BayanActScan *scan, guint at)
{
  for (guint i = at; i < at + 6; i++)
    if (bayan_act_scan_is (scan, i, "بينها") || bayan_act_scan_is (scan, i, "بينهم"))
      return i;
  return scan->n_tokens;
}

/* شارك في المؤتمر ممثلون عن …, ومثّل تركيا … وزير خارجيتها, شارك عن الجانب المصري … */
static void
read_taking_part (BayanActScan *scan, guint at, guint end)
{
  BayanActPhrase who;
  guint from = at > scan->sentences->sentences[bayan_sentences_find (scan->sentences, at)].first_word + 5
                   ? at - 5
                   : 0;
  guint side = MAX (from, scan->sentences->sentences[bayan_sentences_find (scan->sentences, at)].first_word);

  if (!bayan_act_find_subject (scan, at + 1, end, 0, 0, TRUE, &who))
    return;
  if (who.count > 0)
    {
      List list = { scan, BAYAN_ROLE_PARTICIPANT, at, "role/taking-part", 0 };

      add_count (scan, who.count, at, "role/taking-part");
      read_list (&list, skip_counted (scan, who.end), end);
      return;
    }
  if (who.n_actors == 1 && who.actors[0].iso3 == NULL && who.kind == BAYAN_PHRASE_NAME)
    for (guint i = side; i < MIN (end, who.first); i++)
      if (strstr (bayan_act_scan_get_key (scan, i), "الجانب") != NULL)
        {
          const BayanActMention *people = bayan_act_scan_get_mention (scan, i + 1);

          if (people != NULL && people->mention->type == BAYAN_MENTION_NORP)
            who.actors[0].iso3 = bayan_act_scan_get_country (scan, people);
        }
  if (who.kind == BAYAN_PHRASE_PEOPLE)
    take_participants (scan, at, who.first, end, "role/taking-part");
  else if (who.kind != BAYAN_PHRASE_BODY || who.actors[0].key != NULL)
    {
      List list = { scan, BAYAN_ROLE_PARTICIPANT, at, "role/taking-part", 0 };

      for (guint i = 0; i < who.n_actors; i++)
        if (who.actors[i].iso3 != NULL || who.kind == BAYAN_PHRASE_BODY)
          add_role (scan, is_observer (scan, who.end, end) ? BAYAN_ROLE_OBSERVER : BAYAN_ROLE_PARTICIPANT,
                    &who.actors[i], at, "role/taking-part");
      read_list (&list, who.end, end);
    }
}

static gboolean
is_taking_part (const BayanActScan *scan, guint at)
{
  const BayanActToken *token = &scan->tokens[at];
  const BayanActWord *words[] = { token->word, token->rest };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const BayanVerbForm *form = words[i] != NULL
                                      ? bayan_act_lexicon_get_form (scan->lexicon, words[i]->form)
                                      : NULL;

      if (form == NULL || (form->senses->flags & BAYAN_VERB_PART) == 0
          || (form->tense != BAYAN_TENSE_PAST && form->tense != BAYAN_TENSE_PRESENT)
          || (form->agreement & (BAYAN_AGREES_PLURAL | BAYAN_AGREES_SPEAKER)) != 0)
        continue;
      /* يمثل is mostly what a danger does. */
      return bayan_key_begins (form->senses->lemma, "مثل")
                 ? form->tense == BAYAN_TENSE_PAST && bayan_act_scan_get_mention (scan, at + 1) != NULL
                       && bayan_act_scan_get_mention (scan, at + 1)->mention->type == BAYAN_MENTION_GPE
                 : at == 0 || (bayan_act_scan_get_classes (scan, at - 1) & BAYAN_AW (RELATIVE)) == 0;
    }
  return FALSE;
}

/* TRUE of a word that may tell a part: a cue, or a verb of taking part. */
gboolean
bayan_act_may_tell_role (const BayanActWord *word)
{
  return word != NULL && (word->is_part || (word->classes & CUES) != 0);
}

/**
 * bayan_act_read_roles:
 * @cue: (inout): the first of the scan's cues that was not read yet
 *
 * Adds the parts that a sentence tells otherwise than by the verb of an act.
 */
void
bayan_act_read_roles (BayanActScan *scan, const BayanSentence *sentence, guint *cue)
{
  for (; *cue < scan->cues->len && g_array_index (scan->cues, guint, *cue) < sentence->end_word; (*cue)++)
    {
      guint at = g_array_index (scan->cues, guint, *cue);
      guint64 classes = bayan_act_scan_get_classes (scan, at);

      if (scan->tokens[at].mention >= 0)
        continue;
      if (is_taking_part (scan, at))
        read_taking_part (scan, at, sentence->end_word);
      if ((classes & CUES) == 0)
        continue;
      if ((classes & BAYAN_AW (BY)) != 0)
        read_participation (scan, sentence->first_word, at, sentence->end_word);
      if ((classes & BAYAN_AW (LED)) != 0)
        read_chair (scan, at, sentence->end_word);
      if ((classes & BAYAN_AW (INVITED)) != 0)
        read_invitation (scan, sentence->first_word, at, sentence->end_word);
      if ((classes & BAYAN_AW (SIZE)) != 0
          && (bayan_act_scan_get_noun (scan, at + 1) & BAYAN_AW (MEETING)) != 0)
        read_size (scan, at, sentence->end_word);
      if ((classes & BAYAN_AW (JOINING)) != 0)
        read_joining (scan, at, sentence->end_word);
      if ((classes & BAYAN_AW (CHAIRS)) != 0)
        read_chairs (scan, at, sentence->end_word);
      if ((classes & BAYAN_AW (MEMBER)) != 0)
        read_membership (scan, at, sentence->end_word);
    }
}
