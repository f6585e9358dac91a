/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A library: one .bayan file (SQLite) with statements, their sources, mentions, entities and the undo journal.
 *
 * One worker thread owns the connection. Every call is queued to it and answered on the main context that opened the
 * library; answers come in the order of the calls, only that of a cancelled call may come a little later. What changes
 * the library commits (WAL, synchronous=FULL) before it answers, and emits BayanLibrary::changed on that main context
 * just before it answers: whatever is on screen follows that signal and nothing else.
 *
 * Every act of the analyst is one journal entry. Edits keep the inverse as an SQLite session changeset; an import
 * keeps its number, its statements are hidden by undo and shown again by redo.
 */
#pragma once

#include <gio/gio.h>

#include "bayan-act-verdict.h"
#include "bayan-decision.h"
#include "bayan-entity.h"
#include "bayan-lesson.h"
#include "bayan-mentions-wanted.h"
#include "bayan-note.h"
#include "bayan-own-entity.h"
#include "bayan-own-label.h"
#include "bayan-own-name.h"
#include "bayan-recognition.h"
#include "bayan-relation.h"
#include "bayan-site-line.h"
#include "bayan-standing.h"
#include "bayan-statement-group.h"
#include "bayan-statement.h"
#include "bayan-variant.h"

G_BEGIN_DECLS

#define BAYAN_LIBRARY_ERROR (bayan_library_error_quark ())
typedef enum {
  BAYAN_LIBRARY_ERROR_FAILED,      /* SQLite says no; the message is SQLite's */
  BAYAN_LIBRARY_ERROR_NOT_LIBRARY, /* the file is something else */
  BAYAN_LIBRARY_ERROR_DAMAGED,     /* truncated or corrupt */
  BAYAN_LIBRARY_ERROR_NEWER,       /* written by a newer Bayan; opened read-only */
  BAYAN_LIBRARY_ERROR_READ_ONLY,   /* no right to write; an edit of a library that cannot be written */
  BAYAN_LIBRARY_ERROR_FULL,        /* the disk is full; nothing of the act was kept */
  BAYAN_LIBRARY_ERROR_BUSY,        /* another program holds the file */
  BAYAN_LIBRARY_ERROR_NOT_FOUND,   /* no such statement or mention */
  BAYAN_LIBRARY_ERROR_QUERY,       /* what was typed cannot be understood: bayan_query_parse() says why */
} BayanLibraryError;
GQuark bayan_library_error_quark (void);

/* One line of the statement list. */
typedef struct {
  gint64 id;
  char *title;
  char *source_name;
  char *language;
  BayanDate date;  /* Gregorian */
  BayanDate hijri;
  gint64 imported_at; /* seconds since 1970 */
  gint64 import_id;
  char *outlet;      /* nullable: who carried it */
  char *issuer;      /* nullable: whose statement it is */
  gboolean doubtful; /* see bayan_statement_is_doubtful() */
  BayanStanding *standing; /* nullable: what was said of it; NULL: nothing, it is new */
  guint n_suggested, n_confirmed, n_rejected; /* mentions */
} BayanHeader;

BayanHeader *bayan_header_copy (const BayanHeader *self);
void bayan_header_free (BayanHeader *self);

/* A mention as counting sees it. Entities are numbered in the library from 1 up; 0 is none. */
typedef struct {
  gint64 mention;
  gint64 statement;
  guint32 entity;
  guint8 type;   /* BayanMentionType */
  guint8 status; /* BayanMentionStatus */
} BayanTally;

typedef struct {
  gint64 statement;
  guint n_words;
} BayanStatementLength;

/* An entity with its number. */
typedef struct {
  guint32 number;
  BayanEntity *entity;  /* as the analyst wants it */
  BayanOwnEntity *own;  /* nullable: what he says of it */
} BayanNumberedEntity;

void bayan_numbered_entity_free (BayanNumberedEntity *self);

/* A mention with the statement it is in. */
typedef struct {
  gint64 statement;
  BayanMention *mention;
} BayanPlacedMention;

void bayan_placed_mention_free (BayanPlacedMention *self);

/* What a mention teaches now as a thing of a type. */
typedef struct {
  gint64 mention;
  BayanMentionType type;
  BayanLesson *lesson; /* nullable: nothing any more */
} BayanLessonChange;

void bayan_lesson_change_free (BayanLessonChange *self);

/* What the analyst's list has under a number now. */
typedef struct {
  gint64 id;
  BayanOwnName *name; /* nullable: nothing any more */
} BayanNameChange;

void bayan_name_change_free (BayanNameChange *self);

/* What the code book has under a number now. */
typedef struct {
  gint64 id;
  BayanOwnLabel *label; /* nullable: nothing any more */
} BayanLabelChange;

void bayan_label_change_free (BayanLabelChange *self);

/* What a note says now. */
typedef struct {
  gint64 id;
  BayanNote *note; /* nullable: nothing any more */
} BayanNoteChange;

void bayan_note_change_free (BayanNoteChange *self);

/* A relation that has come or gone. */
typedef struct {
  gint64 statement;
  BayanRelation relation;
  gboolean stands;
} BayanRelationChange;

/* What the analyst says of two entities. */
typedef enum {
  BAYAN_PAIR_UNDECIDED,
  BAYAN_PAIR_DIFFERENT,
  BAYAN_PAIR_SAME,
} BayanPairState;

typedef struct {
  guint32 one, other; /* numbers; the smaller one first */
  guint32 target;     /* SAME: which of them both are; the other one is not mentioned any more */
  BayanPairState state;
} BayanEntityPair;

/* Words at one place of a statement, and what is marked there. Counted, and never changed. */
typedef struct {
  gint64 statement;
  BayanCleanSpan span;
  GPtrArray *mentions; /* of BayanMention: those on exactly this span; rejected ones too */
  char *within;        /* nullable: the words of the smallest mention, not rejected, that holds the span or cuts it */
  gboolean is_cut;     /* that mention begins or ends inside the span: a mention here would cross it */
  char *before, *words, *after; /* of the line around it, without line breaks */
  char *previous, *next; /* nullable; of a line of a query: the words beside it to sort by, folded and without particles, or
                            "" */
} BayanOccurrence;

BayanOccurrence *bayan_occurrence_ref (BayanOccurrence *self);
void bayan_occurrence_unref (BayanOccurrence *self);

/* What is compared to find statements that tell the same, with whose it is. */
typedef struct {
  gint64 statement;
  GBytes *sketch;
} BayanPlacedSketch;

void bayan_placed_sketch_free (BayanPlacedSketch *self);

/* A label for the undo menu: what was done, by a word that ui translates, and on what. */
typedef struct {
  gint64 id;     /* of the act, in the journal: acts that are newer have greater ones */
  char *act;     /* "import", "confirm", "confirm-everywhere", "reject", "reject-everywhere", "label", "change-type", "restore-region", "remove-region", … */
  char *subject; /* the words it was done to, or ""; for an import the number of statements */
} BayanActLabel;

BayanActLabel *bayan_act_label_copy (const BayanActLabel *self);
void bayan_act_label_free (BayanActLabel *self);

/* One act of the history. */
typedef struct {
  gint64 id;
  char *act, *subject; /* see BayanActLabel */
  gint64 done_at;      /* seconds since 1970 */
  gboolean undone;
} BayanHistoryEntry;

void bayan_history_entry_free (BayanHistoryEntry *self);

/* Where an act was done, as far as that can be seen now; zeros where it can not. */
typedef struct {
  gint64 statement, mention;
} BayanActPlace;

/* What one commit changed. Valid during the signal; take copies. */
typedef struct {
  GPtrArray *headers_added;    /* of BayanHeader */
  GPtrArray *headers_changed;  /* of BayanHeader */
  GArray *statements_removed;  /* of gint64 */
  GPtrArray *entities_added;   /* of BayanNumberedEntity: new ones, and old ones of which something else is said now */
  GArray *tallies_removed;     /* of BayanTally: how the touched mentions counted before */
  GArray *tallies_added;       /* of BayanTally: how they count now */
  GPtrArray *mentions_changed; /* of BayanPlacedMention: added or altered by an edit; not those of an import */
  GArray *mentions_removed;    /* of gint64: mention ids taken away by an edit or its undo */
  GArray *texts_changed;       /* of gint64: statements whose clean text is another one now; load them again */
  GArray *details_changed;     /* of gint64: statements whose text is the same and whose details are not */
  GPtrArray *groups_changed;   /* of BayanStatementGroup: new ones, and old ones that are different now */
  GArray *groups_removed;      /* of gint64 */
  GPtrArray *site_lines_changed; /* of BayanSiteLine: with what is chosen for them now; n_pages is 0 */
  GPtrArray *lessons_changed;  /* of BayanLessonChange */
  GPtrArray *names_changed;    /* of BayanNameChange */
  GPtrArray *labels_changed;   /* of BayanLabelChange */
  GPtrArray *notes_changed;    /* of BayanNoteChange */
  GArray *verdicts_changed;    /* of BayanPlacedVerdict: what is said now; a suggested one where nothing is any more */
  GArray *pairs_changed;       /* of BayanEntityPair: what is said of them now */
  GArray *relations_changed;   /* of BayanRelationChange: in the order in which they came and went */
  BayanActLabel *undo;         /* nullable: what undo would undo now */
  BayanActLabel *redo;         /* nullable */
} BayanLibraryChange;

/* Everything the list, the sidebar and the map start from. */
typedef struct {
  GPtrArray *headers;  /* of BayanHeader, newest import first */
  GPtrArray *entities; /* of BayanNumberedEntity */
  GArray *tallies;     /* of BayanTally, by statement */
  GPtrArray *groups;   /* of BayanStatementGroup, by id; only those statements that are to be seen, at least two */
  GPtrArray *lessons;  /* of BayanLesson: those that stand */
  GPtrArray *names;    /* of BayanOwnName: the analyst's list */
  GPtrArray *labels;   /* of BayanOwnLabel: the code book, in its order */
  GPtrArray *notes;    /* of BayanNote */
  GArray *pairs;       /* of BayanEntityPair */
  GHashTable *state;   /* char * → char *: see bayan_library_set_state() */
  BayanActLabel *undo, *redo; /* nullable */
} BayanLibraryIndex;

void bayan_library_index_free (BayanLibraryIndex *self);

/* One statement, opened. */
typedef struct {
  gint64 id;
  BayanStatement *statement;
  GPtrArray *mentions; /* of BayanMention, sorted; rejected ones too */
  GArray *verdicts;    /* of BayanActVerdict */
  GArray *relations;   /* of BayanRelation; rejected ones, and those of rejected mentions, too */
} BayanOpenStatement;

void bayan_open_statement_free (BayanOpenStatement *self);

/* What an import brings: a statement and what was recognised in it. */
typedef struct {
  BayanStatement *statement;
  BayanRecognition *recognition;
  GBytes *sketch; /* nullable, the item's: to be set by who makes one */
  gpointer prepared; /* private */
} BayanImportItem;

typedef struct _BayanWords BayanWords; /* see bayan-words.h */

BayanImportItem *bayan_import_item_new (BayanStatement *statement, BayanRecognition *recognition);
/* Does beforehand what needs no library, in any thread: the import is that much shorter. Nothing in the item may be
 * altered after it. @words (nullable) are those of the statement's text, where somebody has them already. */
void bayan_import_item_prepare (BayanImportItem *self, const BayanWords *words);
void bayan_import_item_free (BayanImportItem *self);

/* What became of it. */
typedef struct {
  gint64 statement;   /* its id; where it was there already, the id of that one */
  gboolean duplicate; /* it was there already, byte for byte */
} BayanImportOutcome;

/* An act of the analyst: some changes that happen together or not at all. Built, applied once, freed by apply. */
typedef struct _BayanEdit BayanEdit;

BayanEdit *bayan_edit_new (const char *act, const char *subject);
void bayan_edit_free (BayanEdit *self);
void bayan_edit_add_mention (BayanEdit *self, gint64 statement, const BayanMention *mention, const BayanEntity *entity);
void bayan_edit_set_status (BayanEdit *self, gint64 mention, BayanMentionStatus status);
void bayan_edit_set_type (BayanEdit *self, gint64 mention, BayanMentionType type, const BayanEntity *entity);
/* Another clean text of the same source (a region taken back or left out again). @mentions (of BayanMention with their
 * ids) are those that stand in the new text, new suggestions with id 0 among them; what is not in it is taken away.
 * So it is with the character set, regions (one with id 0 is new), details and doubts: they are those of @statement. */
void bayan_edit_set_parts (BayanEdit *self, gint64 mention, const BayanMention *like, const BayanEntity *entity);
void bayan_edit_set_text (BayanEdit *self, gint64 id, BayanStatement *statement, GPtrArray *mentions, GPtrArray *entities);
void bayan_edit_set_detail (BayanEdit *self, gint64 statement, const BayanDetail *detail);
void bayan_edit_clear_detail (BayanEdit *self, gint64 statement, BayanDetailField field);
/* The analyst's word on a group: one that was proposed or decided before where it has an id, a new one where it is 0.
 * Unless it is split, its statements leave the other groups of its kind. One with less than two is not seen any more. */
void bayan_edit_set_group (BayanEdit *self, const BayanStatementGroup *group);
void bayan_edit_remove_suggestion (BayanEdit *self, gint64 mention); /* nothing happens where it was decided on meanwhile */
gboolean bayan_edit_is_empty (const BayanEdit *self);
/* What the decisions of this edit teach. A lesson whose mention is 0 is that of the mention added last. */
void bayan_edit_teach (BayanEdit *self, const BayanLesson *lesson);
void bayan_edit_forget_lessons (BayanEdit *self); /* all of them */
void bayan_edit_forget_lesson (BayanEdit *self, gint64 mention, BayanMentionType type);
/* One entity in two spellings: the mentions of @from become those of @into, and whatever comes later with its key. */
void bayan_edit_merge_entities (BayanEdit *self, const char *into, const char *from);
void bayan_edit_part_entities (BayanEdit *self, const char *one, const char *other); /* they are two */
/* What is said of an entity of the library from now on; nothing where @own is empty. With its type its mentions get another
 * one, but for those that were rejected, and so does what comes later with its key. */
void bayan_edit_set_entity (BayanEdit *self, const char *key, const BayanOwnEntity *own);
/* Mentions of an entity of the library with these words are another, new one from now on, and those that come later. */
void bayan_edit_split_entity (BayanEdit *self, const char *key, const char *const *words, const BayanEntity *entity);
/* The analyst's list */
void bayan_edit_set_name (BayanEdit *self, const BayanOwnName *name);
void bayan_edit_remove_name (BayanEdit *self, gint64 id);
/* The code book. With a label go the mentions that are marked so. */
void bayan_edit_set_label (BayanEdit *self, const BayanOwnLabel *label);
void bayan_edit_remove_label (BayanEdit *self, gint64 id);
void bayan_edit_remove_mention (BayanEdit *self, gint64 mention); /* whatever was decided on it */
void bayan_edit_set_note (BayanEdit *self, gint64 id, const BayanNote *note);
void bayan_edit_remove_note (BayanEdit *self, gint64 id);
void bayan_edit_set_stage (BayanEdit *self, gint64 statement, BayanStage stage, const char *who, gint64 at);
void bayan_edit_set_tag (BayanEdit *self, gint64 statement, const char *tag, gboolean on);
/* What the analyst says of something that @statement does; a suggested verdict takes back what was said. */
void bayan_edit_judge_act (BayanEdit *self, gint64 statement, const BayanActVerdict *verdict);
/* What one mention is to another. A relation goes with each of its mentions, and is none while one is rejected. */
void bayan_edit_add_relation (BayanEdit *self, const BayanRelation *relation);
void bayan_edit_remove_relation (BayanEdit *self, const BayanRelation *relation);
void bayan_edit_hand_over_relations (BayanEdit *self, gint64 from, gint64 to);
void bayan_edit_choose_line (BayanEdit *self, const char *site, guint64 line, BayanSiteChoice choice);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BayanEdit, bayan_edit_free)

#define BAYAN_TYPE_LIBRARY (bayan_library_get_type ())
G_DECLARE_FINAL_TYPE (BayanLibrary, bayan_library, BAYAN, LIBRARY, GObject)

/* Opens @path, makes it where there is none. Never makes an empty library over a file that is something else. A file
 * that cannot be written, or that a newer Bayan wrote, opens read-only: ask bayan_library_get_read_only(). */
void bayan_library_open_async (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
BayanLibrary *bayan_library_open_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* For programs without a main loop (bayan-cli): the same, waiting. */
BayanLibrary *bayan_library_open (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

const char *bayan_library_get_path (BayanLibrary *self);
/* NULL, or why: BAYAN_LIBRARY_ERROR_NEWER, _READ_ONLY; _FULL where an older library cannot be brought to this version
 * for want of room */
const GError *bayan_library_get_read_only (BayanLibrary *self);

/* The index without entities, tallies, counts and groups: what the list needs to be shown, in a small part of the time. */
void bayan_library_load_outline_async (BayanLibrary *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                                       gpointer data);
BayanLibraryIndex *bayan_library_load_outline_finish (BayanLibrary *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void bayan_library_load_index_async (BayanLibrary *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
BayanLibraryIndex *bayan_library_load_index_finish (BayanLibrary *self, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

void bayan_library_load_statement_async (BayanLibrary *self, gint64 id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
BayanOpenStatement *bayan_library_load_statement_finish (BayanLibrary *self, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Begins an import: one journal entry for all the batches that follow under its number. */
void bayan_library_begin_import_async (BayanLibrary *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gint64 bayan_library_begin_import_finish (BayanLibrary *self, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Adds one batch in one transaction. @items: (element-type BayanImportItem) (transfer full). All of it or nothing.
 * G_IO_ERROR_CANCELLED where the analyst undid the import while it ran: there is no sense in further batches. */
void bayan_library_import_async (BayanLibrary *self, gint64 import_id, GPtrArray *items, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
/* Returns: (element-type BayanImportOutcome) (transfer full): in the order of the items */
GArray *bayan_library_import_finish (BayanLibrary *self, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Which sources are there. @sha256: (element-type utf8) (transfer full): hexadecimal, see BayanStatement. */
void bayan_library_find_sources_async (BayanLibrary *self, GPtrArray *sha256, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
/* Returns: (element-type gint64) (transfer full): the statement of each, in order; 0 where there is none to be seen */
GArray *bayan_library_find_sources_finish (BayanLibrary *self, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What a statement does: 1 << class for each BayanActClass. Called in the library's own thread. */
typedef guint32 (*BayanActsFunc) (const BayanOpenStatement *statement, gpointer data);

/* Says how acts are found, without which act: finds nothing. @destroy is called when @data is not needed any more, in any
 * thread. */
void bayan_library_set_acts_func (BayanLibrary *self, BayanActsFunc func, gpointer data, GDestroyNotify destroy);

/* How many statements the last search left out because it does not know yet whether they belong to the answer. To find
 * acts, words as they are typed and what is marked takes long where it has not been asked for before: a search looks at some,
 * newest first; as long as this is not 0, asked again it finds more. */
guint bayan_library_get_search_left (BayanLibrary *self);

/* Statements that match, newest first (date, then import). @query: what the analyst typed, see bayan-query.h; never an FTS
 * expression. Where there is no word yet (a quotation mark, an article) all statements match.
 * BAYAN_LIBRARY_ERROR_QUERY */
void bayan_library_search_async (BayanLibrary *self, const char *query, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
/* Returns: (element-type gint64) (transfer full) */
GArray *bayan_library_search_finish (BayanLibrary *self, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Where @words stand in the statements that are to be seen, newest first, whichever particles stand before them: العراق
 * is found in والعراق and, as it is marked, للعراق. Nothing is found where there is no word in them. At most @n_max. */
void bayan_library_find_occurrences_async (BayanLibrary *self, const char *words, guint n_max, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
/* Returns: (element-type BayanOccurrence) (transfer full) */
GPtrArray *bayan_library_find_occurrences_finish (BayanLibrary *self, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The places of what @query looks for in the statements that it finds, newest first: of its words and phrases, or where it
 * has none of what is marked as its fields say (type:, entity:, country:). What it leaves out stands nowhere. At most
 * @n_max. BAYAN_LIBRARY_ERROR_QUERY; G_IO_ERROR_CANCELLED also while it runs. See bayan_library_get_search_left(). */
void bayan_library_find_lines_async (BayanLibrary *self, const char *query, guint n_max, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
/* Returns: (element-type BayanOccurrence) (transfer full) */
GPtrArray *bayan_library_find_lines_finish (BayanLibrary *self, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The lines of the mentions that are @wanted, each one by itself, in the order of its statements, then of the text. At most
 * @n_max. G_IO_ERROR_CANCELLED also while it runs. */
void bayan_library_find_mentions_async (BayanLibrary *self, BayanMentionsWanted *wanted, guint n_max, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
/* Returns: (element-type BayanOccurrence) (transfer full) */
GPtrArray *bayan_library_find_mentions_finish (BayanLibrary *self, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* How long each statement is, hidden ones too, in words as the search counts them. */
void bayan_library_load_lengths_async (BayanLibrary *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
/* Returns: (element-type BayanStatementLength) (transfer full): in no order */
GArray *bayan_library_load_lengths_finish (BayanLibrary *self, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Takes @edit. */
void bayan_library_apply_async (BayanLibrary *self, BayanEdit *edit, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean bayan_library_apply_finish (BayanLibrary *self, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Adds @edit to the act of the same name and subject that was done last, as if it had been a part of it: both are undone as
 * one. Takes @edit. Answers TRUE and changes nothing where something else was done or undone meanwhile. */
void bayan_library_extend_async (BayanLibrary *self, BayanEdit *edit, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean bayan_library_extend_finish (BayanLibrary *self, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Both answer TRUE and change nothing where there is nothing to undo or redo. */
void bayan_library_undo_async (BayanLibrary *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
void bayan_library_redo_async (BayanLibrary *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean bayan_library_undo_finish (BayanLibrary *self, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_library_redo_finish (BayanLibrary *self, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What is known of sites: pages with a line on them (of imports that stand), and what the analyst chose. */
void bayan_library_load_sites_async (BayanLibrary *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
/* Returns: (element-type BayanSiteLine) (transfer full) */
GPtrArray *bayan_library_load_sites_finish (BayanLibrary *self, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The sketches of statements that are to be seen, by id: at most @n_max of those whose id is greater than @after. Begin
 * with 0 and go on after the last one until none comes. */
void bayan_library_load_sketches_async (BayanLibrary *self, gint64 after, guint n_max, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
/* Returns: (element-type BayanPlacedSketch) (transfer full) */
GPtrArray *bayan_library_load_sketches_finish (BayanLibrary *self, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The suggestions that the analyst has decided on, by acts that stand: each once, with what it is in the end. */
void bayan_library_load_decisions_async (BayanLibrary *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
/* Returns: (element-type BayanDecision) (transfer full): oldest first */
GArray *bayan_library_load_decisions_finish (BayanLibrary *self, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The newest acts, at most @n_max, with those that redo would do again. */
void bayan_library_load_history_async (BayanLibrary *self, guint n_max, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
/* Returns: (element-type BayanHistoryEntry) (transfer full): newest first */
GPtrArray *bayan_library_load_history_finish (BayanLibrary *self, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void bayan_library_find_act_place_async (BayanLibrary *self, gint64 act, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
/* Returns: (transfer full): g_free() it */
BayanActPlace *bayan_library_find_act_place_finish (BayanLibrary *self, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* How the entity with @key is named in the statements that are to be seen. */
void bayan_library_load_variants_async (BayanLibrary *self, const char *key, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
/* Returns: (element-type BayanVariant) (transfer full): most mentions first */
GPtrArray *bayan_library_load_variants_finish (BayanLibrary *self, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Proposes groups; no act of the analyst, not in the journal. @groups: (element-type BayanStatementGroup) (transfer
 * full): one with the id of a proposal takes its place, one with id 0 is new. A statement leaves the proposal of the
 * same kind that it was in; what the analyst has grouped or split stays as it is, and is left out of the proposal. One
 * with the id of a confirmed group and all of its statements proposes to add the others: the group is seen as proposed,
 * with all of them, until the analyst confirms it anew or splits the others from it. */
void bayan_library_propose_groups_async (BayanLibrary *self, GPtrArray *groups, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean bayan_library_propose_groups_finish (BayanLibrary *self, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Reads the whole library and compares it with the sums that were written with it: BAYAN_LIBRARY_ERROR_DAMAGED. */
void bayan_library_check_async (BayanLibrary *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean bayan_library_check_finish (BayanLibrary *self, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Writes the library to another file, as small as it can be and with a sum in each page. A file that is there is replaced; under
 * @path stands what was there or a whole copy, at every moment. BAYAN_LIBRARY_ERROR_BUSY where that is the library itself;
 * G_IO_ERROR_CANCELLED also while it runs. Other calls wait until it is done. */
void bayan_library_copy_async (BayanLibrary *self, const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean bayan_library_copy_finish (BayanLibrary *self, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Where the analyst was ("open-statement", "scope", …): kept with the library, no part of undo. Fire and forget. */
void bayan_library_set_state (BayanLibrary *self, const char *key, const char *value);

/* The same calls for programs without a main loop (bayan-cli, tests): each waits for its answer and emits "changed" in
 * the calling thread before it returns. Not to be mixed with calls above that are still on their way. */
BayanLibraryIndex *bayan_library_load_index (BayanLibrary *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
BayanOpenStatement *bayan_library_load_statement (BayanLibrary *self, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gint64 bayan_library_begin_import (BayanLibrary *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *bayan_library_import (BayanLibrary *self, gint64 import_id, GPtrArray *items, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *bayan_library_search (BayanLibrary *self, const char *query, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *bayan_library_find_occurrences (BayanLibrary *self, const char *words, guint n_max, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *bayan_library_find_lines (BayanLibrary *self, const char *query, guint n_max, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *bayan_library_find_mentions (BayanLibrary *self, BayanMentionsWanted *wanted, guint n_max, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *bayan_library_load_lengths (BayanLibrary *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_library_apply (BayanLibrary *self, BayanEdit *edit, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_library_extend (BayanLibrary *self, BayanEdit *edit, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_library_undo (BayanLibrary *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_library_redo (BayanLibrary *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *bayan_library_find_sources (BayanLibrary *self, GPtrArray *sha256, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *bayan_library_load_sites (BayanLibrary *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *bayan_library_load_sketches (BayanLibrary *self, gint64 after, guint n_max, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *bayan_library_load_decisions (BayanLibrary *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *bayan_library_load_history (BayanLibrary *self, guint n_max, GError **error) G_GNUC_WARN_UNUSED_RESULT;
BayanActPlace *bayan_library_find_act_place (BayanLibrary *self, gint64 act, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *bayan_library_load_variants (BayanLibrary *self, const char *key, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_library_propose_groups (BayanLibrary *self, GPtrArray *groups, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_library_copy (BayanLibrary *self, const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bayan_library_check (BayanLibrary *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What a library knows beside the tables, read without opening it: nothing is changed. */
gboolean bayan_library_read_knowledge (const char *path, GPtrArray *lessons, GPtrArray *names, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Ends the worker when all that is queued is done, checkpoints and closes; waits for it. */
void bayan_library_close (BayanLibrary *self);

G_END_DECLS
