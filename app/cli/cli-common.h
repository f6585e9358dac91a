/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the commands of bayan-cli share, and the commands: each says on the standard error what is wrong, and returns an exit
 * code. Private to this room. */
#pragma once

#include <json-glib/json-glib.h>

#include "bayan-brat.h"
#include "bayan-library.h"
#include "bayan-recogniser.h"

G_BEGIN_DECLS

typedef enum {
  BAYAN_CLI_DONE = 0,
  BAYAN_CLI_SOME_FAILED = 1,
  BAYAN_CLI_USAGE = 2,
} BayanCliExit;

/* Takes one statement of those that a command was given (both are its own now), for which @stem is a name; FALSE with
 * @error set if it can do nothing with it. */
typedef gboolean (*BayanCliTake) (BayanStatement *statement, BayanRecognition *recognition, const char *stem,
                                  gpointer data, GError **error);

char *bayan_cli_dup_harmless (const char *text);
void bayan_cli_complain (const char *about, const GError *error);
BayanRecogniser *bayan_cli_make_recogniser (const char *library);
int bayan_cli_for_each_statement_with (const char *library, char **names, BayanCliTake take, gpointer data);
int bayan_cli_for_each_statement (char **names, BayanCliTake take, gpointer data);
gboolean bayan_cli_parse (const char *summary, const GOptionEntry *entries, const char *usage, char ***arguments,
                          guint n_least);
gboolean bayan_cli_read_offsets (const char *word, BayanBratOffsets *offsets);
void bayan_cli_print_json (JsonObject *object);
void bayan_cli_print_counts (JsonObject *object, const char *name);

BayanLibrary *bayan_cli_open_library (const char *path);
gboolean bayan_cli_check_library (const char *path);
gboolean bayan_cli_check_query (const char *query);
GArray *bayan_cli_search (BayanLibrary *library, const char *query, GError **error);

int bayan_cli_run_annotate (char ***arguments);
int bayan_cli_run_breakdown (char ***arguments);
int bayan_cli_run_acts (char ***arguments);
int bayan_cli_run_persons (char ***arguments);
int bayan_cli_run_explain (char ***arguments);
int bayan_cli_run_export (char ***arguments);
int bayan_cli_run_import (char ***arguments);
int bayan_cli_run_search (char ***arguments);

G_END_DECLS
