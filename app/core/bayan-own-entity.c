/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-own-entity.h"

#include <math.h>
#include <string.h>

/**
 * bayan_own_entity_new:
 *
 * Returns: (transfer full): one that says nothing, for its maker to fill in
 */
BayanOwnEntity *
bayan_own_entity_new (void)
{
  BayanOwnEntity *self = g_new0 (BayanOwnEntity, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->type = BAYAN_OWN_ENTITY_AS_FOUND;
  self->description = g_strdup ("");
  self->iso = g_strdup ("");
  self->m49 = g_strdup ("");
  self->wikidata = g_strdup ("");
  self->area = g_strdup ("");
  self->latitude = self->longitude = NAN;
  return self;
}

/**
 * bayan_own_entity_copy:
 *
 * Returns: (transfer full): one that says the same, and is not to be changed
 */
BayanOwnEntity *
bayan_own_entity_copy (const BayanOwnEntity *self)
{
  BayanOwnEntity *same = (BayanOwnEntity *) self;

  g_atomic_ref_count_inc (&same->ref_count);
  return same;
}

/**
 * bayan_own_entity_dup:
 * @self: (nullable): NULL says nothing
 *
 * Returns: (transfer full): one of its own, to be changed by whoever asked for it
 */
BayanOwnEntity *
bayan_own_entity_dup (const BayanOwnEntity *self)
{
  BayanOwnEntity *other = bayan_own_entity_new ();

  if (self == NULL)
    return other;
  other->type = self->type;
  other->name_ar = g_strdup (self->name_ar);
  other->name_en = g_strdup (self->name_en);
  bayan_own_entity_set_text (&other->description, self->description);
  bayan_own_entity_set_text (&other->iso, self->iso);
  bayan_own_entity_set_text (&other->m49, self->m49);
  bayan_own_entity_set_text (&other->wikidata, self->wikidata);
  bayan_own_entity_set_text (&other->area, self->area);
  other->latitude = self->latitude;
  other->longitude = self->longitude;
  return other;
}

void
bayan_own_entity_free (BayanOwnEntity *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->name_ar);
  g_free (self->name_en);
  g_free (self->description);
  g_free (self->iso);
  g_free (self->m49);
  g_free (self->wikidata);
  g_free (self->area);
  g_free (self);
}

/**
 * bayan_own_entity_set_text:
 * @field: never NULL, of one that its maker still fills in
 * @text: (nullable): NULL is nothing
 */
void
bayan_own_entity_set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text != NULL ? text : "");
}

gboolean
bayan_own_entity_has_position (const BayanOwnEntity *self)
{
  return !isnan (self->latitude) && !isnan (self->longitude);
}

/* TRUE if it says where on the map the entity is, or that it is nowhere there. */
gboolean
bayan_own_entity_is_placed (const BayanOwnEntity *self)
{
  return *self->area != '\0' || bayan_own_entity_has_position (self);
}

/* TRUE if it says nothing. */
gboolean
bayan_own_entity_is_empty (const BayanOwnEntity *self)
{
  return self->type == BAYAN_OWN_ENTITY_AS_FOUND && self->name_ar == NULL && self->name_en == NULL
         && *self->description == '\0' && *self->iso == '\0' && *self->m49 == '\0' && *self->wikidata == '\0'
         && !bayan_own_entity_is_placed (self);
}

gboolean
bayan_own_entity_says_same (const BayanOwnEntity *self, const BayanOwnEntity *other)
{
  return self->type == other->type && g_strcmp0 (self->name_ar, other->name_ar) == 0
         && g_strcmp0 (self->name_en, other->name_en) == 0
         && strcmp (self->description, other->description) == 0 && strcmp (self->iso, other->iso) == 0
         && strcmp (self->m49, other->m49) == 0 && strcmp (self->wikidata, other->wikidata) == 0
         && strcmp (self->area, other->area) == 0
         && bayan_own_entity_has_position (self) == bayan_own_entity_has_position (other)
         && (!bayan_own_entity_has_position (self)
             || (self->latitude == other->latitude && self->longitude == other->longitude));
}

/**
 * bayan_own_entity_apply:
 * @self: (nullable): NULL says nothing
 *
 * Returns: (transfer full): @found, as the analyst wants it
 */
BayanEntity *
bayan_own_entity_apply (const BayanOwnEntity *self, const BayanEntity *found)
{
  BayanEntity *entity;

  if (self == NULL)
    return bayan_entity_copy (found);
  entity = bayan_entity_new (found->key, self->type >= 0 ? (BayanMentionType) self->type : found->type);
  entity->name_ar = g_strdup (self->name_ar != NULL ? self->name_ar : found->name_ar);
  entity->name_en = g_strdup (self->name_en != NULL ? self->name_en : found->name_en);
  entity->iso3 = g_strdup (strlen (self->iso) == 3 ? self->iso : found->iso3);
  entity->area = bayan_own_entity_is_placed (self) ? g_strdup (self->area) : NULL;
  entity->latitude = entity->area != NULL ? self->latitude : found->latitude;
  entity->longitude = entity->area != NULL ? self->longitude : found->longitude;
  return entity;
}

/* Identifiers. Digits may be those of Arabic texts. */

static char *
strip (const char *typed)
{
  g_autofree char *stripped = g_strstrip (g_strdup (typed));
  GString *plain = g_string_new (NULL);

  for (const char *at = stripped; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);
      int digit = g_unichar_digit_value (letter);

      if (digit >= 0)
        g_string_append_c (plain, (char) ('0' + digit));
      else
        g_string_append_unichar (plain, letter);
    }
  return g_string_free (plain, FALSE);
}

static gboolean
are_all (const char *text, gboolean (*is_one) (char))
{
  for (const char *at = text; *at != '\0'; at++)
    if (!is_one (*at))
      return FALSE;
  return TRUE;
}

static gboolean
is_letter (char letter)
{
  return g_ascii_isalpha (letter);
}

static gboolean
is_digit (char letter)
{
  return g_ascii_isdigit (letter);
}

char *
bayan_own_entity_read_iso (const char *typed)
{
  g_autofree char *code = strip (typed);
  gsize length = strlen (code);

  return length == 0 || ((length == 2 || length == 3) && are_all (code, is_letter)) ? g_ascii_strup (code, -1)
                                                                                    : NULL;
}

char *
bayan_own_entity_read_m49 (const char *typed)
{
  g_autofree char *code = strip (typed);

  return *code == '\0' || (strlen (code) == 3 && are_all (code, is_digit)) ? g_steal_pointer (&code) : NULL;
}

/* The number, or the address of its page. */
char *
bayan_own_entity_read_wikidata (const char *typed)
{
  static const char *const PREFIXES[] = { "https://",      "http://", "www.",   "m.",
                                          "wikidata.org/", "wiki/",   "entity/" };
  g_autofree char *stripped = strip (typed);
  const char *number = stripped;

  for (guint i = 0; i < G_N_ELEMENTS (PREFIXES); i++)
    if (g_str_has_prefix (number, PREFIXES[i]))
      number += strlen (PREFIXES[i]);
  if (*number == '\0')
    return *stripped == '\0' ? g_strdup ("") : NULL;
  if ((*number != 'Q' && *number != 'q') || number[1] < '1' || strlen (number) > 12
      || !are_all (number + 1, is_digit))
    return NULL;
  return g_strconcat ("Q", number + 1, NULL);
}
