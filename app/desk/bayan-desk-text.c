/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Another clean text of the reading's source: regions taken back and left out, words written anew, cleaned again, in another
 * encoding. */
#include "bayan-desk-private.h"

#include "bayan-ingest.h"
#include "bayan-span-snap.h"
#include "bayan-text-change.h"

/* Enough of a region to know it again in the undo menu. */
#define SUBJECT_MAX_CHARS 60

typedef enum {
  SHAPE_RESTORE,
  SHAPE_REMOVE,    /* what was restored is left out again */
  SHAPE_LEAVE_OUT, /* by hand */
  SHAPE_AGAIN,     /* by what is known of its site now */
  SHAPE_CHARSET,   /* in another encoding */
  SHAPE_EDIT,      /* some words written anew */
} Shape;

/* What the thread needs and what it makes; nobody else touches it meanwhile. */
typedef struct {
  Shape shape;
  BayanStatement *before;
  gboolean *restored; /* by region */
  BayanRawSpan raw;   /* of the region that is restored or removed, or of what is left out */
  char *words;        /* what stands there */
  const char *lines; /* @words, where they are whole lines that other pages of the site may have; else NULL */
  BayanRecogniserMaker *maker;
  BayanSiteMemory *sites; /* nullable */
  BayanSource *source;    /* nullable: to be read in the encoding that it says */
  BayanCleanSpan span;    /* EDIT: what is written anew, as @words */
  BayanTextEdit edit;     /* EDIT: what of it is different then */
  gint64 id;
  guint opening;
  BayanStatement *after;
  BayanRecognition *recognition; /* nullable */
} Work;

static void
work_free (gpointer data)
{
  Work *self = data;

  bayan_statement_unref (self->before);
  g_free (self->restored);
  g_free (self->words);
  bayan_recogniser_maker_unref (self->maker);
  g_clear_pointer (&self->sites, bayan_site_memory_unref);
  g_clear_pointer (&self->source, bayan_source_unref);
  g_clear_pointer (&self->after, bayan_statement_unref);
  g_clear_pointer (&self->recognition, bayan_recognition_free);
  g_free (self);
}

/* What the analyst has said of the statement holds in any encoding. */
static void
carry_details (const BayanStatement *before, BayanStatement *after)
{
  for (guint i = 0; i < before->details->len; i++)
    {
      const BayanDetail *detail = before->details->pdata[i];

      if (detail->origin == BAYAN_ORIGIN_ANALYST)
        bayan_statement_take_detail (after, bayan_detail_new (detail->field, detail->value, detail->origin,
                                                              bayan_clean_span (0, 0), NULL));
    }
}

static BayanStatement *
read_text (Work *self, GError **error)
{
  BayanStatement *after;

  if (self->shape == SHAPE_AGAIN)
    return bayan_ingest_again (self->before, self->sites, error);
  if (self->shape == SHAPE_EDIT)
    return bayan_ingest_edit (self->before, self->span, self->words, &self->edit, error);
  if (self->shape != SHAPE_CHARSET)
    return bayan_ingest_reshape (self->before, self->restored,
                                 self->shape == SHAPE_LEAVE_OUT ? &self->raw : NULL, error);
  after = bayan_ingest_source (self->source, NULL, NULL, error);
  if (after != NULL)
    carry_details (self->before, after);
  return after;
}

static gboolean
make_text (Work *self, GError **error)
{
  BayanRecogniser *recogniser = NULL;

  self->after = read_text (self, error);
  if (self->after == NULL)
    return FALSE;
  if (self->shape == SHAPE_EDIT)
    self->raw = self->edit.raw;
  if (self->shape != SHAPE_REMOVE && self->shape != SHAPE_LEAVE_OUT)
    recogniser = bayan_recogniser_maker_get (self->maker, NULL);
  if (recogniser != NULL)
    self->recognition = bayan_recogniser_recognise (recogniser, self->after, NULL);
  return TRUE;
}

static void
read_again (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  BayanRecogniserMaker *maker = ((Work *) data)->maker; /* entering keeps it alive */
  GError *error = NULL;

  if (make_text (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
  bayan_recogniser_maker_leave (maker);
}

static BayanEdit *
new_edit (const Work *work)
{
  static const char *const ACTS[] = {
    "restore-region", "remove-region", "leave-out", "clean-again", "set-charset", "edit-text",
  };
  const char *words = work->shape == SHAPE_CHARSET ? work->after->charset : work->words;
  g_autofree char *subject = g_utf8_substring (words, 0, MIN (g_utf8_strlen (words, -1), SUBJECT_MAX_CHARS));

  return bayan_edit_new (ACTS[work->shape], g_strstrip (subject));
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BayanDesk) self = data;
  g_autoptr (GError) error = NULL;

  /* Where it succeeded "changed" came before, and the new text is being loaded. */
  if (!bayan_library_apply_finish (BAYAN_LIBRARY (source), result, &error))
    self->text_is_old = FALSE;
  bayan_desk_end_act (self, error);
}

/* It may have made no difference: the library says nothing of another text then. */
static void
applied_again_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BayanDesk) self = g_object_ref (data);

  applied_cb (source, result, data);
  if (self->text_is_old && self->reading != NULL && self->library != NULL)
    bayan_desk_reload_reading (self);
}

/* In another encoding what was only suggested, and is nothing to others, is suggested anew. */
static void
drop_suggestions (BayanDesk *self, GPtrArray *mentions)
{
  for (guint i = mentions->len; i > 0; i--)
    {
      const BayanMention *mention = mentions->pdata[i - 1];

      if (mention->status == BAYAN_STATUS_SUGGESTED && !bayan_reading_is_related (self->reading, mention->id))
        g_ptr_array_remove_index (mentions, i - 1);
    }
}

static void
add_suggestions (BayanDesk *self, const Work *work, GPtrArray *mentions)
{
  BayanRawSpan all = bayan_raw_span (0,
                                     (guint32) g_bytes_get_size (bayan_statement_get_readable (work->after)));

  if (work->shape == SHAPE_CHARSET)
    drop_suggestions (self, mentions);
  if (work->recognition == NULL)
    return;
  if (work->shape == SHAPE_AGAIN)
    bayan_text_change_add_new_suggestions (work->before, work->after, work->recognition, mentions);
  else
    bayan_text_change_add_suggestions (work->after, work->shape == SHAPE_CHARSET ? all : work->raw,
                                       work->recognition, mentions);
}

/* Of words written anew none is lost. NULL where there would be nothing left of one: that is no matter of spelling. */
static GPtrArray *
move_mentions (BayanDesk *self, const Work *work)
{
  GPtrArray *mentions = bayan_reading_get_mentions (self->reading);

  return work->shape == SHAPE_EDIT ? bayan_text_change_edit_mentions (&work->edit, mentions)
                                   : bayan_text_change_move_mentions (work->before, work->after, mentions);
}

static void
fail_edit (BayanDesk *self)
{
  g_autoptr (GError) error = g_error_new_literal (BAYAN_INGEST_ERROR, BAYAN_INGEST_ERROR_NOT_EDITABLE,
                                                  "nothing would be left of a mention");

  bayan_desk_fail_act (self, error);
}

/* With the mentions as they are now: the analyst may have gone on while the thread was at work. */
static void
apply (BayanDesk *self, Work *work)
{
  g_autoptr (GPtrArray) mentions = move_mentions (self, work);
  BayanEdit *edit;

  if (mentions == NULL)
    {
      fail_edit (self);
      return;
    }
  edit = new_edit (work);

  bayan_desk_teach_site (self, edit, work->lines != NULL ? work->before->site : NULL, work->lines,
                         work->shape == SHAPE_RESTORE ? BAYAN_SITE_CHOICE_KEEP : BAYAN_SITE_CHOICE_LEAVE_OUT);
  add_suggestions (self, work, mentions);
  bayan_edit_set_text (edit, work->id, work->after, mentions,
                       work->recognition != NULL ? work->recognition->entities : NULL);
  self->text_is_old = TRUE;
  self->n_acts++;
  bayan_library_apply_async (self->library, edit, NULL,
                             work->shape == SHAPE_AGAIN || work->shape == SHAPE_CHARSET ? applied_again_cb
                                                                                        : applied_cb,
                             g_object_ref (self));
}

/**
 * bayan_desk_resume_text:
 *
 * Puts the text that is ready into the library, when no act is under way: the mentions go with it as they are
 * now, and what has not been answered yet would be lost.
 */
void
bayan_desk_resume_text (BayanDesk *self)
{
  g_autoptr (GTask) task = NULL;
  Work *work;

  if (self->text_task == NULL || self->n_acts > 0)
    return;
  task = g_steal_pointer (&self->text_task);
  work = g_task_get_task_data (task);
  if (work->opening == self->opening && self->reading != NULL && !self->text_is_old
      && bayan_reading_get_statement (self->reading) == work->before)
    apply (self, work);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  BayanDesk *self = BAYAN_DESK (source);
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      bayan_desk_fail_act (self, error);
      return;
    }
  g_set_object (&self->text_task, G_TASK (result));
  bayan_desk_resume_text (self);
}

static gboolean *
list_restored (const BayanStatement *statement)
{
  gboolean *restored = g_new (gboolean, statement->removed->len);

  for (guint i = 0; i < statement->removed->len; i++)
    restored[i] = ((const BayanRemovedRegion *) statement->removed->pdata[i])->restored;
  return restored;
}

/* @raw: whose text is restored, removed or left out. @words: taken */
static Work *
work_new (BayanDesk *self, Shape shape, BayanRawSpan raw, char *words)
{
  const BayanStatement *statement = bayan_reading_get_statement (self->reading);
  Work *work = g_new0 (Work, 1);

  work->shape = shape;
  work->before = bayan_statement_ref ((BayanStatement *) statement);
  work->restored = list_restored (statement);
  work->raw = raw;
  work->words = words;
  work->maker = bayan_recogniser_maker_ref (self->maker);
  work->id = bayan_reading_get_id (self->reading);
  work->opening = self->opening;
  return work;
}

/* @work: taken */
static void
begin (BayanDesk *self, Work *work)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, read_cb, NULL);

  g_task_set_source_tag (task, begin);
  g_task_set_task_data (task, work, work_free);
  bayan_recogniser_maker_enter (self->maker);
  g_task_run_in_thread (task, read_again);
}

/**
 * bayan_desk_set_region_restored:
 * @region: the number of a removed region of the reading
 * @restored: whether its text shall be part of the clean text
 *
 * One act: the text, the mentions, which follow their words, suggestions in what was taken back, and what is chosen
 * for the lines of the region on the next pages of the same site.
 * "reading" notifies when the new text is there.
 */
void
bayan_desk_set_region_restored (BayanDesk *self, guint region, gboolean restored)
{
  const BayanStatement *statement = self->reading != NULL ? bayan_reading_get_statement (self->reading)
                                                          : NULL;
  const BayanRemovedRegion *removed;
  Work *work;

  if (statement == NULL || self->text_is_old || region >= statement->removed->len)
    return;
  removed = statement->removed->pdata[region];
  if (removed->restored == !!restored || !bayan_desk_can_change (self))
    return;
  work = work_new (self, restored ? SHAPE_RESTORE : SHAPE_REMOVE, removed->raw, g_strdup (removed->text));
  work->restored[region] = !!restored;
  work->lines = removed->instead == NULL ? work->words : NULL;
  begin (self, work);
}

static gboolean
is_whole_lines (const BayanStatement *statement, BayanCleanSpan span)
{
  return (span.start.byte == 0 || statement->text[span.start.byte - 1] == '\n')
         && (span.end.byte == statement->text_length_bytes || statement->text[span.end.byte] == '\n');
}

/**
 * bayan_desk_leave_out:
 * @span: what the analyst selected in the reading; whole characters of it count, without white space at its ends
 *
 * Leaves it out of the clean text: one act. It becomes a removed region of its own, which can be taken back. Where it
 * is whole lines, the next pages of the same site are cleaned like this.
 */
void
bayan_desk_leave_out (BayanDesk *self, BayanCleanSpan span)
{
  const BayanStatement *statement = self->reading != NULL ? bayan_reading_get_statement (self->reading)
                                                          : NULL;
  Work *work;

  if (statement == NULL || self->text_is_old || !bayan_desk_can_change (self)
      || !bayan_span_snap (statement, &span))
    return;
  work = work_new (self, SHAPE_LEAVE_OUT, bayan_offset_map_to_raw (statement->map, span),
                   bayan_desk_dup_words (self, span));
  work->lines = is_whole_lines (statement, span) ? work->words : NULL;
  begin (self, work);
}

/**
 * bayan_desk_clean_again:
 *
 * Cleans the reading's statement once more, by what is known of its site by now. What the analyst said of it stays.
 * One act.
 */
void
bayan_desk_clean_again (BayanDesk *self)
{
  const BayanStatement *statement = self->reading != NULL ? bayan_reading_get_statement (self->reading)
                                                          : NULL;
  Work *work;

  if (statement == NULL || self->text_is_old || !bayan_desk_can_change (self))
    return;
  work = work_new (self, SHAPE_AGAIN, bayan_raw_span (0, 0), g_strdup (statement->title));
  work->sites = bayan_site_memory_ref (self->sites);
  begin (self, work);
}

/**
 * bayan_desk_can_set_charset:
 *
 * Returns: whether the source of the reading is text in some encoding
 */
gboolean
bayan_desk_can_set_charset (BayanDesk *self)
{
  return self->reading != NULL && bayan_reading_get_statement (self->reading)->extract == NULL;
}

/**
 * bayan_desk_set_charset:
 * @charset: what the source of the reading is written in, says the analyst
 *
 * One act: the text read anew, the mentions that were decided on, at their places, and suggestions in the new text.
 * "reading" notifies when it is there.
 */
void
bayan_desk_set_charset (BayanDesk *self, const char *charset)
{
  const BayanStatement *statement;
  Work *work;

  if (!bayan_desk_can_set_charset (self) || self->text_is_old || !bayan_desk_can_change (self))
    return;
  statement = bayan_reading_get_statement (self->reading);
  work = work_new (self, SHAPE_CHARSET, bayan_raw_span (0, 0), g_strdup (charset));
  work->source = bayan_source_new (statement->name, statement->uri);
  work->source->raw = g_bytes_ref (statement->raw);
  work->source->charset = g_strdup (charset);
  begin (self, work);
}

/**
 * bayan_desk_edit_text:
 * @span: what the analyst selected in the reading, on one line; whole characters of it count, without white space at its ends
 * @words: what shall stand there instead: a typo put right, a letter that was lost. Not empty.
 *
 * One act: the text, the mentions, which follow their words, and suggestions in what is new. Those that hold what is
 * different are suggested again, for the analyst to look at. The source stays what it is. "reading" notifies when the new
 * text is there; "act-failed" says why there is none.
 *
 * Returns: FALSE where nothing would be different, or nothing can be changed
 */
gboolean
bayan_desk_edit_text (BayanDesk *self, BayanCleanSpan span, const char *words)
{
  const BayanStatement *statement = self->reading != NULL ? bayan_reading_get_statement (self->reading)
                                                          : NULL;
  g_autofree char *stripped = g_strstrip (g_strdup (words));
  g_autofree char *old = NULL;
  Work *work;

  if (statement == NULL || self->text_is_old || !bayan_desk_can_change (self) || !bayan_span_snap (statement, &span))
    return FALSE;
  old = bayan_desk_dup_words (self, span);
  if (*stripped == '\0' || g_str_equal (stripped, old))
    return FALSE;
  work = work_new (self, SHAPE_EDIT, bayan_raw_span (0, 0), g_steal_pointer (&stripped));
  work->span = span;
  begin (self, work);
  return TRUE;
}
