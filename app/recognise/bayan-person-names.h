/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which words make a person's name. Private to this room. */
#pragma once

#include "bayan-scan.h"

G_BEGIN_DECLS

/* Words of these classes are no part of a name, unless they are known as one as well. */
#define NO_NAME                                                                                              \
  (BAYAN_CLASS (STOP) | BAYAN_CLASS (VERB) | BAYAN_CLASS (SPEAKER) | BAYAN_CLASS (COMMON)                    \
   | BAYAN_CLASS (PORTFOLIO) | BAYAN_CLASS (HONORIFIC) | BAYAN_CLASS (TITLE) | BAYAN_CLASS (OFFICE)          \
   | BAYAN_CLASS (MINISTER) | BAYAN_CLASS (MINISTERS) | BAYAN_CLASS (MINISTRY) | BAYAN_CLASS (BODY)          \
   | BAYAN_CLASS (STATE_BODY) | BAYAN_CLASS (DEPUTY) | BAYAN_CLASS (OFFICE_ADJ) | BAYAN_CLASS (GATHERING)    \
   | BAYAN_CLASS (RELATIVE) | BAYAN_CLASS (DURATION) | BAYAN_CLASS (CURRENCY) | BAYAN_CLASS (GROUP)          \
   | BAYAN_CLASS (INSTRUMENT) | BAYAN_CLASS (BODY_ADJ) | BAYAN_CLASS (GATHERING_ADJ)   \
   | BAYAN_CLASS (THING))
#define NAME_WORD (BAYAN_CLASS (GIVEN) | BAYAN_CLASS (FAMILY) | BAYAN_CLASS (FOREIGN))

gboolean bayan_person_is_glue (const BayanScan *scan, guint32 token);
gboolean bayan_person_is_name_word (const BayanScan *scan, guint32 token);
gboolean bayan_person_is_plain_given (const BayanScan *scan, guint32 token);
gboolean bayan_person_is_verbal_noun (const BayanScan *scan, guint32 token);
gboolean bayan_person_is_open_word (const BayanScan *scan, guint32 token);
gboolean bayan_person_opens_name (const BayanScan *scan, guint32 token);
gboolean bayan_person_may_begin (const BayanScan *scan, guint32 token);
guint32 bayan_person_parse_name (const BayanScan *scan, guint32 token);
guint32 bayan_person_parse_foreign (const BayanScan *scan, guint32 token);

G_END_DECLS
