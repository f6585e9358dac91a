/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desk's own state, and which file looks after which part of it.
 *
 *   bayan-desk.c         the object, opening and closing, memory
 *   bayan-desk-change.c  what the library says changed: models and counts first, then the signals
 *   bayan-desk-reading.c selection and the statement in the reader
 *   bayan-desk-filter.c  search, date, entity, country → which statements match
 *   bayan-desk-counts.c  tallies in scope → entity list and country ranking
 *   bayan-desk-areas.c   what the map counts, by regions, countries, provinces or places
 *   bayan-desk-acts.c    confirm, reject, change type, label, undo, redo
 *   bayan-desk-spans.c   a mention that stands elsewhere: by words; and words looked for in the text
 *   bayan-desk-parts.c   a mention in several parts
 *   bayan-desk-relations.c what one mention is to another
 *   bayan-desk-relation-hints.c what one mention may be to another, by what is known of both
 *   bayan-same-list.c    the same for all places at which the words stand
 *   bayan-desk-text.c    another clean text: a region taken back or left out, cleaned again, in another encoding
 *   bayan-desk-sites.c   what is known of the sites that pages come from
 *   bayan-desk-details.c title, dates, issuer, …: set, cleared, as they were found
 *   bayan-desk-import.c  the queue of imports
 *   bayan-desk-persons.c who a mention is about, and who is the same as whom
 *   bayan-desk-places.c  where entities lie
 *   bayan-desk-export.c  statements written for other programs
 *   bayan-desk-held.c    what an import held back, let through or skipped
 *   bayan-desk-learning.c what decisions teach, and what follows from them
 *   bayan-desk-absence.c why nothing is suggested at a place
 *   bayan-desk-names.c   the analyst's list of names
 *   bayan-desk-labels.c  the code book, and marking with its labels
 *   bayan-desk-notes.c   notes, stages and tags
 *   bayan-desk-groups.c  statements that tell the same: looked for after an import, confirmed, split
 */
#pragma once

#include "bayan-desk.h"
#include "bayan-entity-list.h"
#include "bayan-group-book.h"
#include "bayan-import-job-private.h"
#include "bayan-library.h"
#include "bayan-reading-private.h"
#include "bayan-site-memory.h"
#include "bayan-recogniser-maker.h"
#include "bayan-slot-set.h"
#include "bayan-statement-list.h"
#include "bayan-steady-table.h"
#include "bayan-tallies.h"
#include "bayan-watch-private.h"

G_BEGIN_DECLS

typedef enum {
  BAYAN_DESK_PROP_0,
  BAYAN_DESK_PROP_STATE,
  BAYAN_DESK_PROP_READING,
  BAYAN_DESK_PROP_SELECTED,
  BAYAN_DESK_PROP_SCOPE,
  BAYAN_DESK_PROP_READ_ONLY,
  BAYAN_DESK_PROP_CAN_UNDO,
  BAYAN_DESK_PROP_CAN_REDO,
  BAYAN_DESK_PROP_JOB,
  BAYAN_DESK_N_PROPS
} BayanDeskProperty;

/* What the signals will say besides "updated". */
typedef enum {
  BAYAN_NEWS_MENTIONS = 1 << 0,
  BAYAN_NEWS_FILTER = 1 << 1,
  BAYAN_NEWS_GROUPS = 1 << 2,
} BayanDeskNews;

struct _BayanDesk {
  GObject parent_instance;

  /* The library */
  BayanDeskState state;
  GError *failure;
  char *path;
  BayanLibrary *library;       /* NULL unless open */
  gboolean counted;            /* the tallies are those of the library */
  guint counts_later;          /* source that brings the lists of entities and countries up to the filter; 0 for none */
  gint64 announced_at_us;      /* monotonic time of the last "updated" */
  gint64 announcing_us;        /* so long it took, with all that followed it */
  guint opening;               /* goes up with every open and close: an answer to an older one is dropped */
  gboolean open_in_flight;     /* one file at a time: it may be the same, and would be found busy */
  GHashTable *memory;          /* char * → char *: what the library remembers for the window and for us */
  BayanActLabel *undo, *redo;  /* nullable */
  gint64 destination;          /* the act to which the desk undoes or redoes; -1 for none */
  BayanRecogniserMaker *maker; /* from the first opening on */

  BayanSiteMemory *sites;      /* from opening to closing; NULL else */
  char *taught_site;           /* nullable: whose lines the last act chose for */

  /* Statements */
  BayanStatementList *statements;
  gint64 selected;
  guint loading;               /* goes up with every load: an answer to an older one is dropped */
  BayanReading *reading;       /* nullable; still the one before while another is loaded */
  guint n_acts;                /* asked for and not yet answered by the library */
  GTask *text_task;            /* nullable: another text, cleaned and ready, that waits for those acts */
  gboolean text_is_old;        /* the library has, or is about to have, another text than the reading's */

  /* Learning */
  GPtrArray *to_follow;        /* nullable: of char *: the words that the acts on their way teach */
  GHashTable *names;           /* gint64 *: id → what is listed, and what it teaches; NULL until counted */
  guint names_serial;
  gboolean follows_names;      /* an act on the list is on its way: suggestions follow it */
  GQueue names_to_set;         /* of BayanNameChange: what the names are, and is not learned yet */
  guint names_source;          /* that does so; 0 for none */
  GCancellable *follow_up;     /* nullable: of what is looked for that follows from the last act */

  /* The code book, notes */
  GPtrArray *labels;           /* of BayanOwnLabel: group by group; replaced as a whole */
  guint labels_serial;
  GHashTable *notes;           /* gint64 * → BayanNote */
  GHashTable *note_of;         /* what it is about → BayanNote */
  guint notes_serial;

  /* Filter */
  char *search, *entity_filter, *country_filter, *tag_filter; /* nullable */
  int stage_filter;            /* a BayanStage; -1 for none */
  BayanDate from, to;
  BayanQueryProblem problem;   /* of what was typed last */
  guint searching;             /* goes up with every search: an answer to an older one is dropped */
  gboolean awaits_found;       /* the answer to the last search is on its way */
  guint search_left;           /* statements that the last answer left out, not knowing them yet */
  gboolean has_found;          /* @found holds, that is, something was searched for */
  BayanSlotSet found;          /* by slot: what the search found */
  BayanSlotSet matching;       /* by slot */
  guint n_matching;

  /* Counts */
  BayanScope scope;
  guint scope_slot;            /* the reading's, while the scope is the statement */
  BayanTallies *tallies;
  BayanAreaView area_view;
  BayanMeasure measure;
  BayanBefore before;          /* what was compared with last */
  GArray *lengths;             /* of guint: words by slot; NULL: nobody has asked */
  gboolean lengths_are_old;    /* there are other texts */
  guint asking_lengths;        /* of the opening in which they were asked for; 0: nothing is on its way */
  GPtrArray *items;            /* BayanEntityItem by number; NULL in the gaps */
  BayanSteadyTable *item_by_key; /* entity key → BayanEntityItem, borrowed from @items */
  GPtrArray *folded_names;     /* of char *, by number; NULL where nobody has asked: see bayan-desk-entities.c */
  guint folding, n_folded;     /* source, and up to which number they are folded */
  GHashTable *placed;          /* set of BayanEntityItem, borrowed: of which the analyst says where they lie */
  GHashTable *ranking_items;   /* ISO 3166-1 alpha-3 → BayanEntityItem */
  BayanEntityList *entities, *ranking;

  /* Persons */
  GHashTable *pairs;           /* guint64 of both numbers → BayanEntityPair: what is decided of two entities */

  /* Groups */
  BayanGroupBook *groups;
  GArray *to_group;            /* of gint64: what doubles were not looked for yet */
  gint64 comparing_through;    /* the last statement of the search that runs */
  GCancellable *group_search;  /* nullable: of the search that runs */

  /* Import */
  BayanImportJob *job;         /* the running or last one; nullable */
  GQueue jobs;                 /* of BayanImportJob: those behind it */
  BayanHeldList *held;
  BayanWatch *watch;
};

void bayan_desk_notify (BayanDesk *self, BayanDeskProperty property);
void bayan_desk_fail_act (BayanDesk *self, const GError *error);
gboolean bayan_desk_can_change (BayanDesk *self);
void bayan_desk_set_state_word (BayanDesk *self, const char *key, const char *value);

void bayan_desk_announce (BayanDesk *self, BayanDeskNews news);
void bayan_desk_announce_later (BayanDesk *self, guint delay_ms, int priority);
void bayan_desk_announce_rest (BayanDesk *self);
void bayan_desk_take_outline (BayanDesk *self, const BayanLibraryIndex *outline);
void bayan_desk_take_counts (BayanDesk *self, const BayanLibraryIndex *index);
void bayan_desk_take_change (BayanDesk *self, const BayanLibraryChange *change);
void bayan_desk_drop_contents (BayanDesk *self);

void bayan_desk_restore_selection (BayanDesk *self);
void bayan_desk_forget_selection (BayanDesk *self);
void bayan_desk_reload_reading (BayanDesk *self);
void bayan_desk_drop_reading (BayanDesk *self);

gboolean bayan_desk_filter_item (BayanDesk *self, BayanStatementItem *item);
void bayan_desk_filter_quietly (BayanDesk *self);
void bayan_desk_forget_slot (BayanDesk *self, guint slot);
void bayan_desk_search_again (BayanDesk *self);
void bayan_desk_renew_search (BayanDesk *self);

void bayan_desk_learn_entity (BayanDesk *self, guint32 number, const BayanEntity *entity, const BayanOwnEntity *own);
void bayan_desk_forget_folded (BayanDesk *self, guint number);
void bayan_desk_drop_folded (BayanDesk *self);
void bayan_desk_apply_scope (BayanDesk *self);
void bayan_desk_drop_lengths (BayanDesk *self);
BayanMentionsWanted *bayan_desk_want_mentions (BayanDesk *self, const char *area_key);
gboolean bayan_desk_matches_in (BayanDesk *self, BayanStatementItem *item, BayanDate from, BayanDate to);
void bayan_desk_flush_counts (BayanDesk *self);

void bayan_desk_apply_edit (BayanDesk *self, BayanEdit *edit);
void bayan_desk_end_act (BayanDesk *self, const GError *error);
void bayan_desk_resume_text (BayanDesk *self);
char *bayan_desk_dup_words (BayanDesk *self, BayanCleanSpan span);
BayanEntity *bayan_desk_make_entity (const char *words, BayanMentionType type);
BayanEntity *bayan_desk_link_words (BayanDesk *self, const char *words, BayanMentionType type);
void bayan_desk_set_parts (BayanDesk *self, const BayanMention *mention, GArray *parts, const char *act);
BayanMention *bayan_desk_make_label (BayanDesk *self, BayanCleanSpan span, const char *words, BayanMentionType type,
                                     BayanEntity **entity);
gint64 bayan_desk_put_label (BayanDesk *self, BayanEdit *edit, BayanCleanSpan span, BayanMentionType type);

void bayan_desk_take_lessons (BayanDesk *self, GPtrArray *lessons);
void bayan_desk_change_lessons (BayanDesk *self, GPtrArray *changes);
void bayan_desk_drop_lessons (BayanDesk *self);
void bayan_desk_take_names (BayanDesk *self, GPtrArray *names);
void bayan_desk_change_names (BayanDesk *self, GPtrArray *changes);
void bayan_desk_drop_names (BayanDesk *self);
void bayan_desk_take_labels (BayanDesk *self, GPtrArray *labels);
gint64 bayan_desk_add_mark (BayanDesk *self, BayanEdit *edit, BayanCleanSpan span, const char *label_key);
void bayan_desk_change_labels (BayanDesk *self, GPtrArray *changes);
void bayan_desk_take_notes (BayanDesk *self, GPtrArray *notes);
void bayan_desk_change_notes (BayanDesk *self, GPtrArray *changes);
void bayan_desk_drop_notes (BayanDesk *self);
void bayan_desk_merge_notes (BayanDesk *self, BayanEdit *edit, const char *into, const char *from);
void bayan_desk_teach_merge (BayanDesk *self, BayanEdit *edit, const BayanEntity *into, const BayanEntity *from);
BayanEntity *bayan_desk_link_own_name (BayanDesk *self, const char *words, BayanMentionType type);
void bayan_desk_follow_up (BayanDesk *self);
void bayan_desk_stop_following (BayanDesk *self);
void bayan_desk_teach (BayanDesk *self, BayanEdit *edit, const BayanMention *mention, BayanMentionStatus status,
                       const BayanEntity *entity);
void bayan_desk_teach_line (BayanDesk *self, BayanEdit *edit, const char *before, const char *words, const char *after,
                            const BayanMention *mention, BayanMentionStatus status, const BayanEntity *entity);

BayanSiteMemory *bayan_desk_get_sites (BayanDesk *self);
void bayan_desk_load_sites (BayanDesk *self);
void bayan_desk_forget_sites (BayanDesk *self);
void bayan_desk_take_choices (BayanDesk *self, GPtrArray *lines);
void bayan_desk_teach_site (BayanDesk *self, BayanEdit *edit, const char *site, const char *text, BayanSiteChoice choice);

void bayan_desk_take_pairs (BayanDesk *self, GArray *pairs);
BayanPairState bayan_desk_get_pair_state (BayanDesk *self, guint32 one, guint32 other);
char *bayan_desk_find_holder (BayanDesk *self, const BayanMention *mention);
gboolean bayan_desk_is_known_person (BayanDesk *self, const char *key);
void bayan_desk_part_persons (BayanDesk *self, const char *one, const char *other);

void bayan_desk_look_for_groups (BayanDesk *self);
void bayan_desk_note_new_statements (BayanDesk *self, GPtrArray *headers);
void bayan_desk_note_uncompared (BayanDesk *self, const GPtrArray *headers);
void bayan_desk_take_groups (BayanDesk *self, GPtrArray *groups);
gboolean bayan_desk_change_groups (BayanDesk *self, const BayanLibraryChange *change);
void bayan_desk_drop_groups (BayanDesk *self);

BayanImportJob *bayan_desk_queue_job (BayanDesk *self, BayanImportCause cause, GPtrArray *requests, gint64 *number);
void bayan_desk_push_job (BayanDesk *self, BayanImportJob *job);
void bayan_desk_start_next_job (BayanDesk *self);
void bayan_desk_abandon_jobs (BayanDesk *self);

G_END_DECLS
