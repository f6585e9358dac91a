/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the tables of offices and of who held them. Private to this room. */
#pragma once

#include "bayan-lexicon-builder.h"

G_BEGIN_DECLS

gboolean bayan_gazetteer_load_offices (BayanLexiconBuilder *builder, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
