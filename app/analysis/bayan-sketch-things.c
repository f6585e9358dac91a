/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-sketch-things.h"

#include <stdlib.h>
#include <string.h>

#include "bayan-sketch-day.h"
#include "bayan-word-hashes.h"

#define LEAD_BYTES 500 /* title, dateline and first sentence */
#define LEAD_WORDS 40
#define LEAD_BONUS 1.5
#define LEVELS 32
#define MOST_THINGS 2000 /* a longer text names more, and is not better known by it */

/* How much it says about which event it is that two statements name the same thing of a type. */
static const double WEIGHTS[BAYAN_MENTION_N_TYPES] = {
  [BAYAN_MENTION_GPE] = 1.0,     [BAYAN_MENTION_LOC] = 0.7,      [BAYAN_MENTION_NORP] = 0.7,
  [BAYAN_MENTION_ORG] = 1.0,     [BAYAN_MENTION_PERS] = 2.0,     [BAYAN_MENTION_OCC] = 0.8,
  [BAYAN_MENTION_EVENT] = 1.5,   [BAYAN_MENTION_FAC] = 1.5,      [BAYAN_MENTION_LAW] = 1.0,
  [BAYAN_MENTION_MONEY] = 2.0,   [BAYAN_MENTION_CARDINAL] = 1.0, [BAYAN_MENTION_QUANTITY] = 1.2,
  [BAYAN_MENTION_PERCENT] = 1.0,
};

/* DATE and TIME weigh nothing: days are compared as days. */
double
bayan_sketch_weigh_type (guint8 type)
{
  return WEIGHTS[type];
}

static guint32
hash_key (const char *key)
{
  guint32 hash = 2166136261u;

  /* Who names the Iraqis names Iraq. */
  if (strncmp (key, "nisba:", strlen ("nisba:")) == 0)
    return hash_key (key + strlen ("nisba:"));
  if (strncmp (key, "iso:", strlen ("iso:")) == 0)
    return hash_key (key + strlen ("iso:"));
  for (; *key != '\0'; key++)
    hash = (hash ^ (guchar) *key) * 16777619u;
  return bayan_word_hashes_mix (hash) & ((1u << BAYAN_SKETCH_SHINGLE_BITS) - 1);
}

/* One and two are in every text. */
static gboolean
says_nothing (const BayanMention *mention)
{
  return mention->entity_key == NULL || mention->status == BAYAN_STATUS_REJECTED
         || WEIGHTS[mention->type] == 0
         || (mention->type == BAYAN_MENTION_CARDINAL && mention->value != NULL && atof (mention->value) < 10);
}

/* How much it says, in steps: a place among LEVELS. */
static guint
get_level (const BayanSketchThing *thing)
{
  return MIN ((guint) (WEIGHTS[thing->type] * (thing->lead ? LEAD_BONUS : 1) * 10), LEVELS - 1);
}

/* Into its place by hash; where it is there already the mention that says more stays. */
static void
add_thing (GArray *things, BayanSketchThing thing)
{
  guint low = 0, high = things->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      if (g_array_index (things, BayanSketchThing, middle).hash < thing.hash)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == things->len || g_array_index (things, BayanSketchThing, low).hash != thing.hash)
    g_array_insert_val (things, low, thing);
  else if (get_level (&g_array_index (things, BayanSketchThing, low)) < get_level (&thing))
    g_array_index (things, BayanSketchThing, low) = thing;
}

static GArray *
collect_things (const BayanRecognition *recognition)
{
  GArray *things = g_array_sized_new (FALSE, FALSE, sizeof (BayanSketchThing), recognition->mentions->len);

  for (guint i = 0; i < recognition->mentions->len && things->len < MOST_THINGS; i++)
    {
      const BayanMention *mention = recognition->mentions->pdata[i];
      gboolean lead = mention->span.start.byte < LEAD_BYTES;

      if (!says_nothing (mention))
        add_thing (things,
                   (BayanSketchThing) { hash_key (mention->entity_key), (guint8) mention->type, lead });
    }
  return things;
}

/* The things that say most about which event it is, by hash. */
void
bayan_sketch_take_things (BayanSketch *self, const BayanRecognition *recognition)
{
  g_autoptr (GArray) things = collect_things (recognition);
  guint n_at[LEVELS] = { 0 }, level = LEVELS, room = BAYAN_SKETCH_MAX_THINGS;

  for (guint i = 0; i < things->len; i++)
    n_at[get_level (&g_array_index (things, BayanSketchThing, i))]++;
  while (level > 0 && n_at[level - 1] <= room)
    room -= n_at[--level];
  for (guint i = 0; i < things->len; i++)
    {
      const BayanSketchThing *thing = &g_array_index (things, BayanSketchThing, i);
      guint its_level = get_level (thing);

      if (its_level >= level)
        self->things[self->n_things++] = *thing;
      else if (its_level + 1 == level && room > 0)
        {
          self->things[self->n_things++] = *thing;
          room--;
        }
    }
}

static gboolean
has_day (const BayanSketch *self, guint16 day)
{
  for (guint i = 0; i < self->n_days; i++)
    if (self->days[i] == day)
      return TRUE;
  return FALSE;
}

/* The days that the text names, of a range the first. */
void
bayan_sketch_take_days (BayanSketch *self, const BayanRecognition *recognition)
{
  for (guint i = 0; i < recognition->mentions->len && self->n_days < BAYAN_SKETCH_MAX_DAYS; i++)
    {
      const BayanMention *mention = recognition->mentions->pdata[i];
      g_autofree char *first = NULL;
      guint16 day;

      if (mention->type != BAYAN_MENTION_DATE || mention->value == NULL)
        continue;
      first = g_strndup (mention->value, strcspn (mention->value, "/"));
      day = bayan_sketch_day_new (bayan_date_from_iso (first));
      if (day != 0 && !has_day (self, day))
        self->days[self->n_days++] = day;
    }
}

/* Words that tell what kind of act a statement is about; of one line any. */
static const char *const ACTS[][16] = {
  { "اجتماع", "اجتماعا", "اجتماعهم", "اجتماعها", "اجتماعه", "قمة", "قمتهم", "مؤتمر", "دورة", "دورته",
    "meeting", "summit", "conference", "meet", "met" },
  { "تدين", "يدين", "أدانت", "أدان", "دانت", "إدانة", "إدانتها", "استنكار", "condemns", "condemn",
    "condemned" },
  { "اتصالا", "هاتفيا", "مكالمة", "phone", "telephone" },
  { "توقيع", "وقع", "يوقع", "وقعت", "توقعان", "يوقعان", "اتفاقية", "اتفاق", "محضر", "signed", "sign",
    "agreement", "agree", "agreed" },
  { "تعهدات", "تعهدت", "تعهد", "المانحين", "المانحون", "إعمار", "donors", "pledge", "pledged", "pledges" },
  { "استقبل", "يستقبل", "استقبلت", "المقابلة", "زيارة", "زيارته", "received", "receives", "visit",
    "visited" },
  { "هجوم", "الهجوم", "تفجير", "مقتل", "قتل", "إصابة", "استهداف", "attack", "killed", "bombing" },
  { "تعازي", "تعزي", "يعزي", "معزيا", "ضحايا", "condolences", "mourns" },
  { "العقوبات", "عقوبات", "sanctions" },
  { "الانتخابية", "انتخابات", "الانتخابات", "election", "elections" },
};

static GHashTable *
make_acts (void)
{
  GHashTable *acts = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (ACTS); i++)
    for (guint w = 0; w < G_N_ELEMENTS (ACTS[i]) && ACTS[i][w] != NULL; w++)
      g_hash_table_insert (acts, GUINT_TO_POINTER (bayan_word_hashes_get_one (ACTS[i][w])),
                           GUINT_TO_POINTER (1u << i));
  return acts;
}

void
bayan_sketch_take_acts (BayanSketch *self, const GArray *words)
{
  static GHashTable *acts;

  if (g_once_init_enter (&acts))
    g_once_init_leave (&acts, make_acts ());
  for (guint i = 0; i < words->len && i < LEAD_WORDS; i++)
    {
      guint32 hash = g_array_index (words, BayanWordHash, i).hash;
      self->acts |= (guint16) GPOINTER_TO_UINT (g_hash_table_lookup (acts, GUINT_TO_POINTER (hash)));
    }
}
