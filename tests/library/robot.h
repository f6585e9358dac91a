/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A robot that does to a library whatever an analyst can do, at random. */
#pragma once

#include "bayan-library.h"

void robot_act (BayanLibrary *library, GRand *random);

/* The same in two steps, for who wants to know before */
guint robot_choose (GRand *random);
const char *robot_get_kind_name (guint kind);
void robot_do (BayanLibrary *library, GRand *random, guint kind);
