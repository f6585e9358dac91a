/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table `lesson`: what the analyst's decisions teach the recogniser. Only edits write in it. */
#pragma once

#include "bayan-store.h"

G_BEGIN_DECLS

gboolean bayan_lesson_table_set (BayanStore *store, const BayanLesson *lesson, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_lesson_table_forget (BayanStore *store, gint64 mention, BayanMentionType type, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_lesson_table_forget_all (BayanStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_lesson_table_load (BayanStore *store, GPtrArray *lessons, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_lesson_table_read (BayanStore *store, gint64 mention, gint64 type, BayanLibraryChange *change, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
