/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-gazetteer.h"

#include <string.h>

#include "bayan-countries.h"
#include "bayan-gazetteer-offices.h"
#include "bayan-lexicon-builder.h"
#include "bayan-places.h"
#include "bayan-provinces.h"
#include "bayan-recognise-resources.h"
#include "bayan-regions.h"

#define RESOURCE "/io/github/bayandesk/Bayan/gazetteer/"

typedef struct {
  BayanLexiconBuilder *builder;
  const char *table; /* static name of the table being read */
  BayanMentionType type;
  const char *scheme;             /* of the keys */
  GHashTable *english_adjectives; /* ISO 3166-1 alpha-3 → the first form of demonyms-en.tsv */
  GHashTable *arabic_adjectives;  /* the same of nisba.tsv */
} Loader;

/* In the order of BayanLexClass, as words.tsv writes them. */
static const char *const class_names[BAYAN_LEX_N_CLASSES] = {
  "stop",      "verb",          "common",     "given",    "family",     "glue",       "honorific",
  "title",     "portfolio",     "ministry",   "minister", "ministers",  "office",     "offices",
  "deputy",    "office-adj",    "state-body", "body",     "body-adj",   "working",    "mission",
  "gathering", "gathering-adj", "naming-adj", "attack",   "instrument", "resolution", "facility",
  "compass",   "currency",      "unit",       "duration", "daypart",    "relative",   "period",
  "season",    "group",         "speaker",    "civic",    "fight",      "coalition",  "coalition-adj",
  "foreign",   "host",          "thing",
};

/* The flags that the column "flags" may name. */
static const GDebugKey flag_names[] = {
  { "fixed", BAYAN_ENTRY_FIXED },   { "civic", BAYAN_ENTRY_CIVIC }, { "host", BAYAN_ENTRY_HOST },
  { "group", BAYAN_ENTRY_GROUP },   { "body", BAYAN_ENTRY_BODY },   { "quoted", BAYAN_ENTRY_QUOTED },
  { "atomic", BAYAN_ENTRY_ATOMIC },
};

void
bayan_table_foreach (const char *text, gsize length_bytes, guint n_fields, BayanTableRow row, gpointer data)
{
  const char *end = text + length_bytes;
  gboolean heading = TRUE;
  g_autofree char **fields = g_new0 (char *, n_fields + 1);

  while (text < end)
    {
      const char *line_end = memchr (text, '\n', (gsize) (end - text));
      g_autofree char *line = g_strndup (text, (gsize) ((line_end != NULL ? line_end : end) - text));
      char *field = line;

      text = line_end != NULL ? line_end + 1 : end;
      if (*line == '#' || *line == '\0')
        continue;
      for (guint i = 0; i < n_fields; i++)
        {
          char *tab = strchr (field, '\t');

          fields[i] = field;
          if (tab != NULL)
            *tab = '\0';
          field = tab != NULL ? tab + 1 : field + strlen (field);
        }
      if (!heading)
        row (fields, data);
      heading = FALSE;
    }
}

static guint
parse_flags (const char *flags)
{
  guint value = 0;
  g_auto (GStrv) names = g_strsplit_set (flags, ",|", -1);

  for (guint i = 0; names[i] != NULL; i++)
    for (guint f = 0; f < G_N_ELEMENTS (flag_names); f++)
      if (strcmp (names[i], flag_names[f].key) == 0)
        value |= flag_names[f].value;

  return value;
}

/* Calls itself for each alternative of the first {a/b} in @pattern, and @func with what holds none. */
static void
expand (const char *pattern, BayanTableName func, gpointer data)
{
  const char *open = strchr (pattern, '{');
  const char *close = open != NULL ? strchr (open, '}') : NULL;
  g_autofree char *inside = NULL;
  g_auto (GStrv) alternatives = NULL;

  if (close == NULL)
    {
      func (pattern, data);
      return;
    }

  inside = g_strndup (open + 1, (gsize) (close - open - 1));
  alternatives = g_strsplit (inside, "/", -1);
  for (guint i = 0; alternatives[i] != NULL; i++)
    {
      g_autofree char *expanded = g_strdup_printf ("%.*s%s%s", (int) (open - pattern), pattern,
                                                   alternatives[i], close + 1);

      expand (expanded, func, data);
    }
}

/* Calls @func with each of the names that the variants of a column stand for. */
void
bayan_table_foreach_name (const char *variants, BayanTableName func, gpointer data)
{
  g_auto (GStrv) names = g_strsplit (variants, "|", -1);

  for (guint i = 0; names[i] != NULL; i++)
    expand (names[i], func, data);
}

/* The name to show: the first variant with the first of all alternatives. */
static char *
first_of (const char *variants)
{
  GString *name = g_string_new (NULL);
  gboolean skip = FALSE;

  for (const char *p = variants; *p != '\0' && *p != '|'; p++)
    if (*p == '/')
      skip = TRUE;
    else if (*p == '}')
      skip = FALSE;
    else if (!skip && *p != '{')
      g_string_append_c (name, *p);

  return g_strstrip (g_string_free (name, FALSE));
}

typedef struct {
  const Loader *loader;
  guint32 entry;
} Naming;

static void
add_name (const char *name, gpointer data)
{
  const Naming *naming = data;

  bayan_lexicon_builder_add_phrase (naming->loader->builder, name, naming->entry);
  if (naming->loader->type == BAYAN_MENTION_PERS)
    bayan_lexicon_builder_add_spelling (naming->loader->builder, name, naming->entry);
}

static void
add_variants (Loader *self, guint32 entry, const char *variants)
{
  Naming naming = { self, entry };

  bayan_table_foreach_name (variants, add_name, &naming);
}

/* Each variant as it stands and with the article, for adjectives. */
static void
add_adjectives (Loader *self, guint32 entry, const char *variants)
{
  g_auto (GStrv) names = g_strsplit (variants, "|", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *second = strchr (names[i], ' ');
      /* الكوري الجنوبي; of جنوب سوداني and من أفريقيا الوسطى the first word is no adjective. */
      gboolean fixed = g_str_has_prefix (names[i], "ال")
                       || (second != NULL
                           && (g_str_has_prefix (names[i], "جنوب ") || g_str_has_prefix (names[i], "من ")));
      g_autofree char *first = second != NULL ? g_strndup (names[i], (gsize) (second - names[i])) : NULL;
      g_autofree char *definite = second != NULL ? g_strconcat ("ال", first, " ال", second + 1, NULL)
                                                 : g_strconcat ("ال", names[i], NULL);

      if (*names[i] == '\0')
        continue;
      bayan_lexicon_builder_add_phrase (self->builder, names[i], entry);
      if (!fixed)
        bayan_lexicon_builder_add_phrase (self->builder, definite, entry);
    }
}

static BayanEntity *
make_entity (const Loader *self, const char *id, const char *ar, const char *en, const char *iso3)
{
  g_autofree char *key = g_strconcat (self->scheme, id, NULL);
  BayanEntity *entity = bayan_entity_new (key, self->type);

  entity->name_ar = first_of (ar);
  entity->name_en = *en != '\0' ? first_of (en) : NULL;
  entity->iso3 = *iso3 != '\0' ? g_strdup (iso3) : NULL;

  return entity;
}

/* id ar en iso3 flags */
static void
name_row (char **f, gpointer data)
{
  Loader *self = data;
  guint32 entry = bayan_lexicon_builder_add_entry (self->builder, make_entity (self, f[0], f[1], f[2], f[3]),
                                                   self->table, parse_flags (f[4]));

  if (self->type == BAYAN_MENTION_NORP)
    add_adjectives (self, entry, f[1]);
  else
    add_variants (self, entry, f[1]);
  add_variants (self, entry, f[2]);
}

static void
add_names (Loader *self, guint32 entry, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    bayan_lexicon_builder_add_phrase (self->builder, names[i], entry);
}

static guint32
add_place (Loader *self, const char *id, const char *ar, const char *en, const char *iso3, double latitude,
           double longitude, guint flags)
{
  BayanEntity *entity = make_entity (self, id, ar, en, iso3);
  guint32 entry;

  entity->latitude = latitude;
  entity->longitude = longitude;
  entry = bayan_lexicon_builder_add_entry (self->builder, entity, self->table, flags);
  bayan_lexicon_builder_add_phrase (self->builder, ar, entry);

  return entry;
}

/* جمهورية أذربيجان, where the tables do not write it out */
static void
add_official_name (Loader *self, guint32 entry, const BayanCountry *country)
{
  g_autofree char *republic = g_strconcat ("جمهورية ", country->label_ar, NULL);

  if (!g_str_has_prefix (country->label_ar, "ال"))
    bayan_lexicon_builder_add_phrase (self->builder, republic, entry);
}

static void
load_countries (Loader *self)
{
  guint n;
  const BayanCountry *all = bayan_countries_get_all (&n);

  for (guint i = 0; i < n; i++)
    {
      guint32 entry = add_place (self, all[i].iso3, all[i].name_ar, all[i].name_en, all[i].iso3,
                                 all[i].latitude, all[i].longitude, BAYAN_ENTRY_STATE);

      bayan_lexicon_builder_add_phrase (self->builder, all[i].label_ar, entry);
      add_official_name (self, entry, &all[i]);
      bayan_lexicon_builder_add_phrase (self->builder, all[i].name_en, entry);
      add_names (self, entry, all[i].variants_ar);
      add_names (self, entry, all[i].variants_en);
    }
}

/* A province or town that is also a word is believed only where something says that it is a place. */
static guint
place_flags (BayanNameFlags flags)
{
  return (flags & BAYAN_NAME_IS_WORD) != 0 ? BAYAN_ENTRY_CIVIC : 0;
}

static void
load_provinces (Loader *self)
{
  guint n;
  const BayanProvince *all = bayan_provinces_get_all (&n);

  for (guint i = 0; i < n; i++)
    {
      guint32 entry = add_place (self, all[i].key, all[i].name_ar, all[i].name_en, all[i].iso3,
                                 all[i].latitude, all[i].longitude, place_flags (all[i].flags));

      add_names (self, entry, all[i].variants_ar);
      if (all[i].flags == 0
          && !bayan_lexicon_builder_has_phrase (self->builder, all[i].name_en, BAYAN_MENTION_LOC))
        bayan_lexicon_builder_add_phrase (self->builder, all[i].name_en, entry);
    }
}

static void
load_places (Loader *self)
{
  guint n;
  const BayanPlace *all = bayan_places_get_all (&n);

  for (guint i = 0; i < n; i++)
    {
      guint32 entry = add_place (self, all[i].id, all[i].name_ar, all[i].name_en, all[i].iso3,
                                 all[i].latitude, all[i].longitude,
                                 place_flags (all[i].flags) | (all[i].rank > 3 ? BAYAN_ENTRY_MINOR : 0));

      add_names (self, entry, all[i].variants_ar);
      if (all[i].rank <= 3)
        bayan_lexicon_builder_add_phrase (self->builder, all[i].name_en, entry);
    }
}

static void
load_regions (Loader *self)
{
  guint n;
  const BayanRegion *all = bayan_regions_get_all (&n);

  for (guint i = 0; i < n; i++)
    {
      guint32 entry;

      self->type = all[i].kind == BAYAN_REGION_SELF_GOVERNED ? BAYAN_MENTION_GPE : BAYAN_MENTION_LOC;
      entry = add_place (self, all[i].id, all[i].name_ar, all[i].name_en, "", all[i].latitude,
                         all[i].longitude, 0);
      add_names (self, entry, all[i].variants_ar);
      bayan_lexicon_builder_add_phrase (self->builder, all[i].name_en, entry);
    }
}

static void
load_geography (Loader *self)
{
  self->type = BAYAN_MENTION_GPE;
  self->table = "gazetteer/countries.tsv";
  self->scheme = "iso:";
  load_countries (self);
  self->table = "gazetteer/regions.tsv";
  self->scheme = "region:";
  load_regions (self);
  self->type = BAYAN_MENTION_GPE;
  self->table = "gazetteer/admin1.tsv";
  self->scheme = "adm1:";
  load_provinces (self);
  self->table = "gazetteer/places.tsv";
  self->scheme = "place:";
  load_places (self);
}

/* iso3 masculine feminine plural_nominative plural_oblique plural_feminine plural_broken note */
static void
nisba_row (char **f, gpointer data)
{
  Loader *self = data;
  const char *english = g_hash_table_lookup (self->english_adjectives, f[0]);
  guint32 entry = bayan_lexicon_builder_add_entry (
      self->builder, make_entity (self, f[0], f[1], english != NULL ? english : "", f[0]), self->table,
      BAYAN_ENTRY_COUNTRY_ADJ);
  g_auto (GStrv) masculine = NULL;

  g_hash_table_insert (self->arabic_adjectives, g_strdup (f[0]), first_of (f[1]));
  for (guint i = 1; i <= 6; i++)
    add_adjectives (self, entry, f[i]);

  /* The accusative (جنديا تشاديا), where it is not the name of a state (سوريا). */
  masculine = g_strsplit (f[1], "|", -1);
  for (guint i = 0; masculine[i] != NULL; i++)
    {
      g_autofree char *accusative = g_strconcat (masculine[i], "ا", NULL);

      if (!bayan_lexicon_builder_has_phrase (self->builder, accusative, BAYAN_MENTION_GPE))
        bayan_lexicon_builder_add_phrase (self->builder, accusative, entry);
    }
}

/* iso3 forms: read once before nisba.tsv, which is named in English by it */
static void
english_row (char **f, gpointer data)
{
  Loader *self = data;

  g_hash_table_insert (self->english_adjectives, g_strdup (f[0]), first_of (f[1]));
}

/* The same, for finding the forms. */
static void
demonym_row (char **f, gpointer data)
{
  Loader *self = data;
  const char *arabic = g_hash_table_lookup (self->arabic_adjectives, f[0]);
  guint32 entry = bayan_lexicon_builder_add_entry (
      self->builder, make_entity (self, f[0], arabic != NULL ? arabic : f[1], f[1], f[0]), self->table,
      BAYAN_ENTRY_COUNTRY_ADJ);

  add_variants (self, entry, f[1]);
}

/* class words */
static void
word_row (char **f, gpointer data)
{
  Loader *self = data;
  gboolean definite = g_str_has_suffix (f[0], "+");
  g_autofree char *name = g_strndup (f[0], strlen (f[0]) - (definite ? 1 : 0));
  g_auto (GStrv) words = g_strsplit (f[1], " ", -1);

  for (guint class = 0; class < BAYAN_LEX_N_CLASSES; class ++)
    for (guint i = 0; strcmp (name, class_names[class]) == 0 && words[i] != NULL; i++)
      {
        g_autofree char *with_article = g_strconcat ("ال", words[i], NULL);

        if (*words[i] == '\0')
          continue;
        bayan_lexicon_builder_add_class (self->builder, words[i], class);
        if (definite)
          bayan_lexicon_builder_add_class (self->builder, with_article, class);
      }
}

/* code ar …: the words are a class, what they mean is for bayan-currencies.c */
static void
currency_row (char **f, gpointer data)
{
  Loader *self = data;
  g_auto (GStrv) words = g_strsplit (f[1], "|", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *with_article = g_strconcat ("ال", words[i], NULL);

      bayan_lexicon_builder_add_class (self->builder, words[i], BAYAN_LEX_CURRENCY);
      bayan_lexicon_builder_add_class (self->builder, with_article, BAYAN_LEX_CURRENCY);
    }
}

/* The text of one of this room's tables; NULL with an error where the program was built without it. */
GBytes *
bayan_gazetteer_get_table (const char *table, GError **error)
{
  g_autofree char *path = g_strconcat (RESOURCE, table, NULL);

  return g_resource_lookup_data (bayan_recognise_get_resource (), path, 0, error);
}

static gboolean
load_table (Loader *self, const char *table, BayanMentionType type, const char *scheme, guint n_fields,
            BayanTableRow row, GError **error)
{
  g_autofree char *rule = g_strconcat ("gazetteer/", table, NULL);
  g_autoptr (GBytes) bytes = bayan_gazetteer_get_table (table, error);
  gsize length_bytes;
  const char *text;

  if (bytes == NULL)
    return FALSE;

  self->table = g_intern_string (rule);
  self->type = type;
  self->scheme = scheme;
  text = g_bytes_get_data (bytes, &length_bytes);
  bayan_table_foreach (text, length_bytes, n_fields, row, self);

  return TRUE;
}

static gboolean
load_tables (Loader *self, GError **error)
{
  return load_table (self, "words.tsv", BAYAN_MENTION_PERS, "", 2, word_row, error)
         && load_table (self, "currencies.tsv", BAYAN_MENTION_MONEY, "", 2, currency_row, error)
         && load_table (self, "demonyms-en.tsv", BAYAN_MENTION_NORP, "nisba:", 2, english_row, error)
         && load_table (self, "nisba.tsv", BAYAN_MENTION_NORP, "nisba:", 7, nisba_row, error)
         && load_table (self, "demonyms-en.tsv", BAYAN_MENTION_NORP, "nisba:", 2, demonym_row, error)
         && load_table (self, "peoples.tsv", BAYAN_MENTION_NORP, "norp:", 5, name_row, error)
         && load_table (self, "organisations.tsv", BAYAN_MENTION_ORG, "org:", 5, name_row, error)
         && load_table (self, "groups.tsv", BAYAN_MENTION_ORG, "org:", 5, name_row, error)
         && load_table (self, "offices.tsv", BAYAN_MENTION_OCC, "occ:", 5, name_row, error)
         && load_table (self, "persons.tsv", BAYAN_MENTION_PERS, "pers:", 5, name_row, error)
         && load_table (self, "events.tsv", BAYAN_MENTION_EVENT, "event:", 5, name_row, error)
         && load_table (self, "laws.tsv", BAYAN_MENTION_LAW, "law:", 5, name_row, error)
         && load_table (self, "facilities.tsv", BAYAN_MENTION_FAC, "fac:", 5, name_row, error);
}

/**
 * bayan_gazetteer_compile:
 *
 * Reads every table, which takes some forty milliseconds.
 *
 * Returns: (transfer full): the lexicon of them, for bayan_lexicon_new(); %NULL with GResource's error for a program
 *   that was built without one of them
 */
GBytes *
bayan_gazetteer_compile (GError **error)
{
  g_autoptr (BayanLexiconBuilder) builder = bayan_lexicon_builder_new ();
  g_autoptr (GHashTable) english = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) arabic = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Loader self = { .builder = builder, .english_adjectives = english, .arabic_adjectives = arabic };

  load_geography (&self);
  return load_tables (&self, error) && bayan_gazetteer_load_offices (builder, error)
             ? bayan_lexicon_builder_compile (builder)
             : NULL;
}
