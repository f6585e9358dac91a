/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of names that was read from a file, line by line: what can be used, and what is the matter with the rest. */
#pragma once

#include "bayan-own-name.h"

G_BEGIN_DECLS

/* More are no list that a person keeps. */
#define BAYAN_NAME_LIST_MAX_NAMES 20000

typedef enum {
  BAYAN_NAME_PROBLEM_NONE,
  BAYAN_NAME_PROBLEM_NO_NAME, /* or no word in it */
  BAYAN_NAME_PROBLEM_NO_TYPE,
  BAYAN_NAME_PROBLEM_TYPE,      /* there is no such type */
  BAYAN_NAME_PROBLEM_COUNTRY,   /* there is no such country */
  BAYAN_NAME_PROBLEM_TOO_LONG,  /* a name or spelling of more than BAYAN_OWN_NAME_MAX_BYTES */
  BAYAN_NAME_PROBLEM_SPELLINGS, /* more than BAYAN_OWN_NAME_MAX_SPELLINGS */
  BAYAN_NAME_PROBLEM_LETTERS,   /* some are none in the character set of the file */
  BAYAN_NAME_PROBLEM_TWICE,     /* a line above has the same name and type */
  BAYAN_NAME_PROBLEM_JSON,      /* no object of JSON */
  BAYAN_NAME_PROBLEM_QUOTE,     /* a quotation mark is never closed */
  BAYAN_NAME_PROBLEM_TOO_MANY,  /* all lines from here on */
} BayanNameProblem;

typedef struct {
  guint line;          /* of the file, from 1 */
  BayanNameProblem problem;
  BayanOwnName *name;  /* nullable: it has a problem */
  char *words;         /* what the problem is in, or the name; never NULL */
} BayanNameRow;

typedef struct {
  GPtrArray *rows; /* of BayanNameRow, in the order of the file */
  char *charset;   /* as it is shown */
  guint n_names, n_problems;
} BayanNameList;

BayanNameList *bayan_name_list_new (const char *charset);
void bayan_name_list_free (BayanNameList *self);
void bayan_name_list_add (BayanNameList *self, guint line, BayanOwnName *name);
void bayan_name_list_add_problem (BayanNameList *self, guint line, BayanNameProblem problem, const char *words);

char *bayan_name_list_clean (const char *words);
BayanNameProblem bayan_name_list_check (const char *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanNameList, bayan_name_list_free)

G_END_DECLS
