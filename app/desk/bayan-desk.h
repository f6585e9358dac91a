/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desk: the working state behind the window. It holds the open library, what is selected and filtered, and offers
 * lists and counts that the three panes show. It is the only thing ui talks to, and it knows nothing of widgets.
 *
 * Main thread only. All calls return at once; what they do comes back through the models and signals. When the library
 * says that something changed, the desk first brings every model and count up to date, then emits
 * BayanDesk::updated once: list, sidebar, reader and map are then all right in the same frame. Only what a running
 * import adds to the counts comes ten times a second at most, and all of it before the import says that it is done.
 *
 * Signals
 *   updated ()               anything may be different: repaint counts. Models have emitted their own signals before.
 *   mentions-changed ()      the reading's mentions are other ones (same statement, same text)
 *   filter-changed ()        bayan_desk_matches() answers differently; where that was the analyst's doing, counts and
 *                            "updated" follow a moment later, so that the list can answer first
 *   groups-changed ()        statements are in other groups; "updated" follows
 *   act-failed (GError *)    an edit, undo or import was not kept; the error says why
 */
#pragma once

#include <gio/gio.h>

#include "bayan-absence.h"
#include "bayan-areas.h"
#include "bayan-entity-item.h"
#include "bayan-export-job.h"
#include "bayan-group-view.h"
#include "bayan-import-job.h"
#include "bayan-mention.h"
#include "bayan-name-item.h"
#include "bayan-name-list.h"
#include "bayan-note.h"
#include "bayan-own-label.h"
#include "bayan-query-problem.h"
#include "bayan-reading.h"
#include "bayan-relation.h"
#include "bayan-statement-item.h"
#include "bayan-variant.h"
#include "bayan-watch.h"
#include "bayan-word-span.h"

G_BEGIN_DECLS

typedef enum {
  BAYAN_DESK_EMPTY,   /* no library yet */
  BAYAN_DESK_OPENING,
  BAYAN_DESK_READY,   /* the list holds what the library holds; counts follow in a moment */
  BAYAN_DESK_FAILED,  /* see bayan_desk_get_failure() */
} BayanDeskState;

/* What the entity sidebar and the map count. */
typedef enum {
  BAYAN_SCOPE_STATEMENT, /* the statement in the reader */
  BAYAN_SCOPE_LIBRARY,   /* every statement that the filter lets through */
} BayanScope;

#define BAYAN_TYPE_DESK (bayan_desk_get_type ())
G_DECLARE_FINAL_TYPE (BayanDesk, bayan_desk, BAYAN, DESK, GObject)

BayanDesk *bayan_desk_new (void);

/* The library */
void bayan_desk_open (BayanDesk *self, const char *path);
void bayan_desk_close (BayanDesk *self);                    /* waits until all is written */
BayanDeskState bayan_desk_get_state (BayanDesk *self);      /* property "state" */
gboolean bayan_desk_get_counted (BayanDesk *self);          /* "updated" says when it becomes TRUE */
const GError *bayan_desk_get_failure (BayanDesk *self);     /* why state is FAILED; nullable */
const GError *bayan_desk_get_read_only (BayanDesk *self);   /* why nothing can be changed; nullable */
const char *bayan_desk_get_path (BayanDesk *self);
void bayan_desk_save_copy_async (BayanDesk *self, const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean bayan_desk_save_copy_finish (GAsyncResult *result, GError **error);
void bayan_desk_check_library_async (BayanDesk *self, GAsyncReadyCallback callback, gpointer data);
gboolean bayan_desk_check_library_finish (GAsyncResult *result, GError **error);

/* Statements */
GListModel *bayan_desk_get_statements (BayanDesk *self);    /* of BayanStatementItem, all of them, newest import first */
void bayan_desk_select_statement (BayanDesk *self, gint64 id); /* 0 for none; remembered by the library */
gint64 bayan_desk_get_selected (BayanDesk *self);
BayanStatementItem *bayan_desk_find_statement (BayanDesk *self, gint64 id); /* borrowed; NULL if there is none */
BayanReading *bayan_desk_get_reading (BayanDesk *self);     /* property "reading"; NULL until it is loaded */

/* Filter: what is set must all hold. Each setter emits "filter-changed" when results are there (search: a few ms). */
void bayan_desk_set_search (BayanDesk *self, const char *text);              /* "" or NULL for none */
void bayan_desk_set_date_range (BayanDesk *self, BayanDate from, BayanDate to); /* unset ends are open */
void bayan_desk_set_entity_filter (BayanDesk *self, const char *entity_key); /* NULL for none */
void bayan_desk_set_country_filter (BayanDesk *self, const char *iso3);      /* named, by adjective, or by a place in it */
void bayan_desk_set_stage_filter (BayanDesk *self, int stage);               /* a BayanStage; -1 for none */
void bayan_desk_set_tag_filter (BayanDesk *self, const char *tag);           /* NULL for none */
void bayan_desk_clear_filter (BayanDesk *self);
gboolean bayan_desk_is_filtered (BayanDesk *self);
const char *bayan_desk_get_search (BayanDesk *self);
guint bayan_desk_get_search_left (BayanDesk *self); /* statements of which the search does not know yet: it goes on by itself */
BayanQueryProblem bayan_desk_get_search_problem (BayanDesk *self); /* of what was typed last: the filter is as it was then */
const char *bayan_desk_get_entity_filter (BayanDesk *self);
const char *bayan_desk_get_country_filter (BayanDesk *self);
int bayan_desk_get_stage_filter (BayanDesk *self);
const char *bayan_desk_get_tag_filter (BayanDesk *self);
void bayan_desk_get_date_range (BayanDesk *self, BayanDate *from, BayanDate *to);
GArray *bayan_desk_count_months (BayanDesk *self, int *first_month); /* of guint: statements that match but for their date */
gboolean bayan_desk_matches (BayanDesk *self, BayanStatementItem *item);
guint bayan_desk_get_n_matching (BayanDesk *self);

/* Entities and the map. Rejected mentions do not count. */
GListModel *bayan_desk_get_entities (BayanDesk *self);      /* of BayanEntityItem in scope, by type, then most first */
BayanScope bayan_desk_get_scope (BayanDesk *self);          /* property "scope" */
void bayan_desk_set_scope (BayanDesk *self, BayanScope scope);
guint bayan_desk_get_country_count (BayanDesk *self, const char *iso3); /* mentions in scope that point there */
GListModel *bayan_desk_get_country_ranking (BayanDesk *self); /* of BayanEntityItem (iso:…), most first: the map's twin */

/* By area, as the analyst wants it counted: see bayan-areas.h. */
typedef enum {
  BAYAN_MEASURE_MENTIONS,
  BAYAN_MEASURE_STATEMENTS, /* that have one */
  BAYAN_MEASURE_RATE,       /* mentions to 1,000 words of the statements in scope */
  BAYAN_MEASURE_CHANGE,     /* mentions more, or less, than before */
  BAYAN_N_MEASURES
} BayanMeasure;

typedef struct {
  const char *key; /* of the area; stays while the library is open */
  guint n_mentions, n_confirmed, n_statements; /* in scope */
  double figure;   /* by the measure */
} BayanAreaFigures;

/* What a change is measured against: in the scope of a statement the last one of its issuer before it, else the days just
 * before the range of dates, as many. */
typedef struct {
  BayanStatementItem *statement; /* nullable; borrowed */
  BayanDate from, to;            /* unset where nothing can be compared */
} BayanBefore;

void bayan_desk_set_measure (BayanDesk *self, BayanMeasure measure); /* "updated" follows */
BayanMeasure bayan_desk_get_measure (BayanDesk *self);
BayanBefore bayan_desk_get_before (BayanDesk *self);

void bayan_desk_set_area_view (BayanDesk *self, const BayanAreaView *view);
const BayanAreaView *bayan_desk_get_area_view (BayanDesk *self);
GArray *bayan_desk_list_areas (BayanDesk *self);            /* of BayanAreaFigures */
gint64 *bayan_desk_find_mentions (BayanDesk *self, const char *entity_key, gsize *n_mentions); /* in the reading; g_free */
BayanEntityItem *bayan_desk_find_entity (BayanDesk *self, const char *entity_key); /* borrowed; NULL if unknown */
const BayanEntity *bayan_desk_get_entity (BayanDesk *self, const char *key);       /* the same */

/* Acts of the analyst, on the reading's statement. Each is one undo step. */
void bayan_desk_confirm (BayanDesk *self, gint64 mention);
void bayan_desk_reject (BayanDesk *self, gint64 mention);
void bayan_desk_change_type (BayanDesk *self, gint64 mention, BayanMentionType type);
void bayan_desk_label (BayanDesk *self, BayanCleanSpan span, BayanMentionType type);
gboolean bayan_desk_set_span (BayanDesk *self, gint64 mention, BayanCleanSpan span);
gboolean bayan_desk_join (BayanDesk *self, gint64 mention, gint64 other);
gboolean bayan_desk_add_part (BayanDesk *self, gint64 mention, BayanCleanSpan span);
gboolean bayan_desk_take_part (BayanDesk *self, gint64 mention, BayanCleanSpan span);
gboolean bayan_desk_can_relate (BayanDesk *self, const BayanRelation *relation);
gboolean bayan_desk_relate (BayanDesk *self, const BayanRelation *relation);
gboolean bayan_desk_change_relation (BayanDesk *self, const BayanRelation *relation, const BayanRelation *changed);
gboolean bayan_desk_remove_relation (BayanDesk *self, const BayanRelation *relation);
gboolean bayan_desk_reject_relation (BayanDesk *self, const BayanRelation *relation); /* one that was suggested */
GArray *bayan_desk_suggest_relations (BayanDesk *self, gint64 mention); /* of BayanRelation, with @mention; a new array */
void bayan_desk_set_region_restored (BayanDesk *self, guint region, gboolean restored);
void bayan_desk_leave_out (BayanDesk *self, BayanCleanSpan span); /* out of the clean text, by hand */
gboolean bayan_desk_edit_text (BayanDesk *self, BayanCleanSpan span, const char *words); /* written anew, on one line */
void bayan_desk_clean_again (BayanDesk *self);              /* with what is known of its site by now */
const char *bayan_desk_get_taught_site (BayanDesk *self);   /* whose pages the last of these taught us to clean; nullable */
/* FALSE where the value cannot be one of that field. See bayan-date-input.h for how dates may be written. */
gboolean bayan_desk_set_detail (BayanDesk *self, BayanDetailField field, const char *value);
gboolean bayan_desk_use_words (BayanDesk *self, BayanDetailField field, BayanCleanSpan span);
void bayan_desk_clear_detail (BayanDesk *self, BayanDetailField field);
void bayan_desk_revert_detail (BayanDesk *self, BayanDetailField field); /* to what was found */
void bayan_desk_revert_details (BayanDesk *self);
gboolean bayan_desk_read_date (const char *text, BayanDate *gregorian, BayanDate *hijri);
char *bayan_desk_read_event_date (const char *text);
void bayan_desk_set_charset (BayanDesk *self, const char *charset); /* the source is read anew, in that encoding */
gboolean bayan_desk_can_set_charset (BayanDesk *self);
void bayan_desk_undo (BayanDesk *self);
void bayan_desk_redo (BayanDesk *self);
void bayan_desk_travel_to (BayanDesk *self, gint64 act);    /* undo or redo until it is the newest that stands; 0: all undone */
gboolean bayan_desk_get_travels (BayanDesk *self);          /* is on its way there; "updated" follows each step */
gboolean bayan_desk_get_can_undo (BayanDesk *self);         /* property "can-undo" */
gboolean bayan_desk_get_can_redo (BayanDesk *self);         /* property "can-redo" */
const char *bayan_desk_get_undo_act (BayanDesk *self, const char **subject); /* "confirm", …; NULL for none */
const char *bayan_desk_get_redo_act (BayanDesk *self, const char **subject);

/* Words of the reading: what a hand meant that pointed at them, an end of a span moved by one, and where they stand */
gboolean bayan_desk_find_word (BayanDesk *self, BayanCleanPos at, BayanWordSpan *word);
void bayan_desk_snap_to_words (BayanDesk *self, BayanCleanSpan *span);
gboolean bayan_desk_step_span (BayanDesk *self, BayanSpanEdge edge, gboolean extend, BayanCleanSpan *span);
GArray *bayan_desk_find_in_text (BayanDesk *self, const char *text); /* of BayanCleanSpan */

/* Learning from what is decided: kept by the library, undone with the decision. */
gboolean bayan_desk_get_learning (BayanDesk *self);
void bayan_desk_set_learning (BayanDesk *self, gboolean learning);
guint bayan_desk_get_n_lessons (BayanDesk *self);
void bayan_desk_forget_lessons (BayanDesk *self); /* what was learned, not what was decided */
void bayan_desk_load_decisions_async (BayanDesk *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GArray *bayan_desk_load_decisions_finish (GAsyncResult *result, GError **error); /* of BayanDecision */

/* Why nothing is suggested at a place of the reading */
void bayan_desk_explain_absence_async (BayanDesk *self, BayanCleanSpan span, BayanMentionType type, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GPtrArray *bayan_desk_explain_absence_finish (GAsyncResult *result, GError **error); /* of BayanAbsence */

/* Names that this library knows beside the tables: the analyst's list, and what decisions taught. Suggestions follow a
 * change of it at once, in all statements, as a part of the act. */
typedef enum {
  BAYAN_NAME_NEW,
  BAYAN_NAME_KNOWN,     /* just so */
  BAYAN_NAME_DIFFERENT, /* on the list with other spellings, or another country */
} BayanNameNews;

GPtrArray *bayan_desk_list_names (BayanDesk *self);         /* of BayanNameItem; a new array */
guint bayan_desk_get_names_serial (BayanDesk *self);        /* goes up when there are others, or "updated" follows */
void bayan_desk_put_name (BayanDesk *self, BayanNameItem *item, const BayanOwnName *name);
void bayan_desk_remove_name (BayanDesk *self, BayanNameItem *item);
const char *bayan_desk_find_country (const char *words);
char *bayan_desk_fold_words (const char *words);            /* so that spellings that mean the same are the same */
void bayan_desk_read_names_async (BayanDesk *self, GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
BayanNameList *bayan_desk_read_names_finish (GAsyncResult *result, GError **error);
GArray *bayan_desk_compare_names (BayanDesk *self, const BayanNameList *list); /* of BayanNameNews */
guint bayan_desk_import_names (BayanDesk *self, const BayanNameList *list);
char *bayan_desk_write_names (BayanDesk *self, char separator);

/* The code book: the analyst's own labels, which say nothing of what words name. */
GPtrArray *bayan_desk_get_labels (BayanDesk *self);         /* of BayanOwnLabel, group by group; borrowed */
guint bayan_desk_get_labels_serial (BayanDesk *self);       /* goes up when there are others; "updated" follows */
const BayanOwnLabel *bayan_desk_find_label (BayanDesk *self, const char *entity_key);
const BayanOwnLabel *bayan_desk_find_label_of_key (BayanDesk *self, char key);
guint bayan_desk_count_label (BayanDesk *self, gint64 id, guint *n_statements);
void bayan_desk_put_own_label (BayanDesk *self, const BayanOwnLabel *label);
void bayan_desk_remove_label (BayanDesk *self, gint64 id);
gboolean bayan_desk_move_label (BayanDesk *self, gint64 id, int by);
void bayan_desk_mark (BayanDesk *self, BayanCleanSpan span, gint64 label);
void bayan_desk_unmark (BayanDesk *self, gint64 mention);
char *bayan_desk_write_labels (BayanDesk *self, char separator);
void bayan_desk_read_labels_async (BayanDesk *self, GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GPtrArray *bayan_desk_read_labels_finish (GAsyncResult *result, guint *n_left_out, GError **error);
guint bayan_desk_import_labels (BayanDesk *self, GPtrArray *labels);

/* Notes, one of each thing */
GPtrArray *bayan_desk_list_notes (BayanDesk *self, gint64 statement);
guint bayan_desk_get_notes_serial (BayanDesk *self);        /* goes up when there are others; "updated" follows */
const BayanNote *bayan_desk_find_note (BayanDesk *self, BayanNoteAbout about, gint64 target);
gint64 bayan_desk_get_note_target (BayanDesk *self, const char *entity_key);
char *bayan_desk_describe_target (BayanDesk *self, BayanNoteAbout about, gint64 target); /* NULL: no such thing here */
void bayan_desk_set_note (BayanDesk *self, BayanNoteAbout about, gint64 target, const char *text);

/* How far the work is: see also bayan_statement_item_get_standing(). One act for all statements that are given. */
void bayan_desk_set_stage (BayanDesk *self, const gint64 *statements, gsize n_statements, BayanStage stage);
void bayan_desk_set_tag (BayanDesk *self, const gint64 *statements, gsize n_statements, const char *tag, gboolean on);
GPtrArray *bayan_desk_list_tags (BayanDesk *self);          /* of char *; a new array */

/* What the analyst says of entities: see also bayan_entity_item_get_own(). Each call is one act. */
typedef struct {
  gint64 statement;
  guint n_mentions;
} BayanNaming;

gboolean bayan_desk_can_change_entity (BayanDesk *self, const char *key);
guint bayan_desk_count_entity (BayanDesk *self, const char *key, guint *n_statements);
GArray *bayan_desk_list_naming (BayanDesk *self, const char *key); /* of BayanNaming */
void bayan_desk_prepare_search (BayanDesk *self);
GPtrArray *bayan_desk_search_entities (BayanDesk *self, const char *words, guint n_max); /* of BayanEntityItem */
void bayan_desk_say_of_entity (BayanDesk *self, const char *key, const BayanOwnEntity *own);
gboolean bayan_desk_can_merge (BayanDesk *self, const char *into, const char *from);
void bayan_desk_follow_key (BayanDesk *self, char **key);   /* to the entity that its entity was merged into */
BayanOwnEntity *bayan_desk_make_merged (BayanDesk *self, const char *into, const char *from);
void bayan_desk_merge_entities (BayanDesk *self, const char *into, const char *from);
void bayan_desk_load_variants_async (BayanDesk *self, const char *key, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GPtrArray *bayan_desk_load_variants_finish (BayanDesk *self, GAsyncResult *result, GError **error); /* of BayanVariant */
void bayan_desk_split_entity (BayanDesk *self, const char *key, const GPtrArray *variants);

/* Where entities lie, before what the tables say: see also bayan_location_of_entity(). Each call is one act. */
gboolean bayan_desk_can_place_entity (BayanDesk *self, const char *key);
void bayan_desk_place_entity (BayanDesk *self, const char *key, double latitude, double longitude);
void bayan_desk_put_entity_in (BayanDesk *self, const char *key, const char *area);
void bayan_desk_take_off_map (BayanDesk *self, const char *key);
void bayan_desk_place_as_found (BayanDesk *self, const char *key);
GPtrArray *bayan_desk_list_placed (BayanDesk *self);        /* of BayanEntityItem */
GPtrArray *bayan_desk_find_areas (const char *words);       /* of char *, keys */

/* Persons: see also bayan-person-page.h */
char *bayan_desk_find_person (BayanDesk *self, gint64 mention, char **name_ar, char **name_en);

/* Groups: statements that are one text, or tell of one event. Proposed some time after an import; what is borrowed is
 * valid until "groups-changed". */
GPtrArray *bayan_desk_get_groups (BayanDesk *self, BayanGroupState state);
const BayanStatementGroup *bayan_desk_get_group (BayanDesk *self, gint64 id);
const BayanStatementGroup *bayan_desk_find_group (BayanDesk *self, gint64 statement, BayanGroupKind kind);
GArray *bayan_desk_order_group (BayanDesk *self, const BayanStatementGroup *group);
void bayan_desk_view_group_async (BayanDesk *self, gint64 id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
BayanGroupView *bayan_desk_view_group_finish (BayanDesk *self, GAsyncResult *result, GError **error);
void bayan_desk_confirm_group (BayanDesk *self, gint64 id);
void bayan_desk_split_group (BayanDesk *self, gint64 id);
void bayan_desk_take_out_of_group (BayanDesk *self, gint64 id, gint64 statement);

/* Import. One job at a time; while one runs, another is queued behind it. Folders are walked. */
BayanImportJob *bayan_desk_import_files (BayanDesk *self, GListModel *files); /* of GFile; returns a new reference */
BayanImportJob *bayan_desk_review_files (BayanDesk *self, GListModel *files); /* all of them held back */
BayanImportJob *bayan_desk_import_text (BayanDesk *self, const char *text);   /* pasted */
BayanImportJob *bayan_desk_import_bytes (BayanDesk *self, GBytes *bytes, const char *address); /* pasted, as HTML, … */
BayanImportJob *bayan_desk_get_job (BayanDesk *self);       /* property "job"; the running or last one; nullable */
GListModel *bayan_desk_get_held (BayanDesk *self);          /* of BayanHeldFile: what waits for the analyst */
void bayan_desk_accept_held (BayanDesk *self, GListModel *held); /* of BayanHeldFile */
BayanWatch *bayan_desk_get_watch (BayanDesk *self);        /* the watched folder */
void bayan_desk_skip_held (BayanDesk *self, BayanHeldFile *held); /* nothing is done with the file itself */

/* Export. What it writes is there as a whole, or not at all. */
typedef enum {
  BAYAN_EXPORT_MATCHING, /* those that the filter lets through */
  BAYAN_EXPORT_READING,  /* the one in the reader */
  BAYAN_EXPORT_LIBRARY,
} BayanExportChoice;

guint bayan_desk_count_export (BayanDesk *self, BayanExportChoice choice);
BayanExportJob *bayan_desk_export (BayanDesk *self, BayanExportFormat format, BayanExportChoice choice, gboolean confirmed_only,
                                   GFile *target);          /* returns a new reference */

/* Words that the library keeps for the window ("split", "zoom", …). */
const char *bayan_desk_get_memory (BayanDesk *self, const char *key);
void bayan_desk_set_memory (BayanDesk *self, const char *key, const char *value);

G_END_DECLS
