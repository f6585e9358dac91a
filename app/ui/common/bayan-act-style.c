/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-act-style.h"

#include <glib/gi18n.h>

#define CLASS_CONTEXT "act"
#define ROLE_CONTEXT "part"

static const char *const NAMES[BAYAN_ACT_N_CLASSES] = {
  [BAYAN_ACT_CONVENE] = NC_ ("act", "Convening"),   [BAYAN_ACT_CHAIR] = NC_ ("act", "Chairing"),
  [BAYAN_ACT_BRIEF] = NC_ ("act", "Briefing"),      [BAYAN_ACT_STATE] = NC_ ("act", "Statement"),
  [BAYAN_ACT_STRESS] = NC_ ("act", "Emphasis"),     [BAYAN_ACT_AGREE] = NC_ ("act", "Agreement"),
  [BAYAN_ACT_COMMIT] = NC_ ("act", "Commitment"),   [BAYAN_ACT_PLEDGE] = NC_ ("act", "Pledge"),
  [BAYAN_ACT_SUPPORT] = NC_ ("act", "Support"),     [BAYAN_ACT_WELCOME] = NC_ ("act", "Welcome"),
  [BAYAN_ACT_PRAISE] = NC_ ("act", "Praise"),       [BAYAN_ACT_ACKNOWLEDGE] = NC_ ("act", "Acknowledgement"),
  [BAYAN_ACT_CONCERN] = NC_ ("act", "Concern"),     [BAYAN_ACT_CONDEMN] = NC_ ("act", "Condemnation"),
  [BAYAN_ACT_URGE] = NC_ ("act", "Call"),           [BAYAN_ACT_DISCUSS] = NC_ ("act", "Discussion"),
  [BAYAN_ACT_PRIORITISE] = NC_ ("act", "Priority"),
};

static const char *const ROLES[BAYAN_ROLE_N_KINDS] = {
  [BAYAN_ROLE_HOST] = NC_ ("part", "Host"),         [BAYAN_ROLE_CHAIR] = NC_ ("part", "Chair"),
  [BAYAN_ROLE_CO_CHAIR] = NC_ ("part", "Co-chair"), [BAYAN_ROLE_PARTICIPANT] = NC_ ("part", "Participant"),
  [BAYAN_ROLE_OBSERVER] = NC_ ("part", "Observer"), [BAYAN_ROLE_NEW_MEMBER] = NC_ ("part", "New member"),
};

/**
 * bayan_act_style_get_name:
 *
 * Returns: what an act of @act_class is called, in the language of the interface
 */
const char *
bayan_act_style_get_name (BayanActClass act_class)
{
  g_return_val_if_fail ((guint) act_class < BAYAN_ACT_N_CLASSES, NULL);
  return g_dpgettext2 (NULL, CLASS_CONTEXT, NAMES[act_class]);
}

/**
 * bayan_act_style_get_css_class:
 *
 * Returns: the class of style.css that gives a chip the colour of the family of @act_class: seventeen colours nobody
 *   would tell apart
 */
const char *
bayan_act_style_get_css_class (BayanActClass act_class)
{
  return bayan_act_family_to_string (bayan_act_class_get_family (act_class));
}

/**
 * bayan_act_style_get_role_name:
 *
 * Returns: what somebody who takes the part is called, in the language of the interface
 */
const char *
bayan_act_style_get_role_name (BayanRoleKind role)
{
  g_return_val_if_fail ((guint) role < BAYAN_ROLE_N_KINDS, NULL);
  return g_dpgettext2 (NULL, ROLE_CONTEXT, ROLES[role]);
}
