/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How what a statement does is called, and looks, in the window. */
#pragma once

#include <glib.h>

#include "bayan-act.h"

G_BEGIN_DECLS

const char *bayan_act_style_get_name (BayanActClass act_class); /* translated: "Concern" */
const char *bayan_act_style_get_css_class (BayanActClass act_class);
const char *bayan_act_style_get_role_name (BayanRoleKind role); /* translated: "Host" */

G_END_DECLS
