/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-person-search.h"

#include "bayan-entity.h"
#include "bayan-person-likeness.h"

typedef struct {
  BayanRecogniserMaker *maker;
  GPtrArray *names;  /* of char * */
  GPtrArray *others; /* of BayanEntity */
} Search;

static void
search_free (Search *self)
{
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->others);
  bayan_recogniser_maker_unref (self->maker);
  g_free (self);
}

static GPtrArray *
make_forms (const BayanLexicon *lexicon, GPtrArray *names)
{
  GPtrArray *forms = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_person_form_free);

  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (forms, bayan_person_form_new (lexicon, names->pdata[i], -1));
  return forms;
}

/* One name that is surely another's is enough, even where a shorter one might be: محمد بن سلمان has the words of many. */
static gboolean
may_be_same (const BayanLexicon *lexicon, GPtrArray *forms, const BayanEntity *other)
{
  g_autoptr (BayanPersonForm) form = other->name_ar != NULL
                                         ? bayan_person_form_new (lexicon, other->name_ar, -1)
                                         : NULL;

  for (guint i = 0; form != NULL && i < forms->len; i++)
    if (bayan_person_form_compare (forms->pdata[i], form) != BAYAN_PERSONS_DIFFERENT)
      return TRUE;
  return FALSE;
}

static GPtrArray *
find (const Search *search, BayanRecogniser *recogniser, GCancellable *cancellable)
{
  const BayanLexicon *lexicon = bayan_recogniser_get_lexicon (recogniser);
  g_autoptr (GPtrArray) forms = make_forms (lexicon, search->names);
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_entity_free);

  for (guint i = 0; i < search->others->len && !g_cancellable_is_cancelled (cancellable); i++)
    if (may_be_same (lexicon, forms, search->others->pdata[i]))
      g_ptr_array_add (found, bayan_entity_copy (search->others->pdata[i]));
  return found;
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Search *search = data;
  BayanRecogniser *recogniser = bayan_recogniser_maker_get (search->maker, NULL);
  GPtrArray *found = recogniser != NULL ? find (search, recogniser, cancellable)
                                        : g_ptr_array_new_with_free_func ((GDestroyNotify) bayan_entity_free);

  bayan_recogniser_maker_leave (search->maker);
  g_task_return_pointer (task, found, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * bayan_person_search_run_async:
 * @names: (element-type utf8) (transfer full): of the one person
 * @others: (element-type BayanEntity) (transfer full): all the others
 */
void
bayan_person_search_run_async (BayanRecogniserMaker *maker, GPtrArray *names, GPtrArray *others,
                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Search *search = g_new (Search, 1);

  *search = (Search) { bayan_recogniser_maker_ref (maker), names, others };
  g_task_set_source_tag (task, bayan_person_search_run_async);
  g_task_set_task_data (task, search, (GDestroyNotify) search_free);
  bayan_recogniser_maker_enter (maker);
  g_task_run_in_thread (task, run);
}

/* Returns: (transfer full) (nullable) (element-type BayanEntity): those who may be the same; NULL if it was cancelled */
GPtrArray *
bayan_person_search_run_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
