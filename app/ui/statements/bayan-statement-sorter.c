/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-statement-sorter.h"

#include "bayan-statement-item.h"

typedef struct {
  const char *name;
  GCompareDataFunc compare;
} Order;

/* Of two that are equal otherwise, the one imported later comes first. Ids grow with imports. */
static int
compare_imported (gconstpointer a, gconstpointer b, gpointer data)
{
  gint64 first = bayan_statement_item_get_id ((BayanStatementItem *) a);
  gint64 second = bayan_statement_item_get_id ((BayanStatementItem *) b);

  return (first < second) - (first > second);
}

/* Statements without a date stand at the end of either order. */
static int
compare_dates (gconstpointer a, gconstpointer b, gboolean newest_first)
{
  BayanDate first = bayan_statement_item_get_date ((BayanStatementItem *) a);
  BayanDate second = bayan_statement_item_get_date ((BayanStatementItem *) b);
  int order;

  if ((first.year == 0) != (second.year == 0))
    return first.year == 0 ? 1 : -1;
  order = bayan_date_compare (first, second);
  if (order == 0)
    return compare_imported (a, b, NULL);
  return newest_first ? -order : order;
}

static int
compare_newest (gconstpointer a, gconstpointer b, gpointer data)
{
  return compare_dates (a, b, TRUE);
}

static int
compare_oldest (gconstpointer a, gconstpointer b, gpointer data)
{
  return compare_dates (a, b, FALSE);
}

static int
compare_unfinished (gconstpointer a, gconstpointer b, gpointer data)
{
  double first = bayan_statement_item_get_progress ((BayanStatementItem *) a);
  double second = bayan_statement_item_get_progress ((BayanStatementItem *) b);

  if (first != second)
    return first < second ? -1 : 1;
  return compare_dates (a, b, TRUE);
}

static const Order ORDERS[] = {
  { "newest", compare_newest },
  { "oldest", compare_oldest },
  { "imported", compare_imported },
  { "unfinished", compare_unfinished },
};

/* By GTK's own string sorter, which makes the collation key of each title only once. */
static GtkSorter *
new_title_sorter (void)
{
  GtkMultiSorter *sorter = gtk_multi_sorter_new ();
  GtkExpression *title = gtk_property_expression_new (BAYAN_TYPE_STATEMENT_ITEM, NULL, "title");

  gtk_multi_sorter_append (sorter, GTK_SORTER (gtk_string_sorter_new (title)));
  gtk_multi_sorter_append (sorter, GTK_SORTER (gtk_custom_sorter_new (compare_newest, NULL, NULL)));
  return GTK_SORTER (sorter);
}

/**
 * bayan_statement_sorter_new:
 * @order: (nullable): "newest", "oldest", "title", "imported" or "unfinished"
 *
 * Returns: (transfer full): a sorter of BayanStatementItem; that of "newest" for a word it does not know
 */
GtkSorter *
bayan_statement_sorter_new (const char *order)
{
  if (g_strcmp0 (order, "title") == 0)
    return new_title_sorter ();
  for (guint i = 0; i < G_N_ELEMENTS (ORDERS); i++)
    if (g_strcmp0 (order, ORDERS[i].name) == 0)
      return GTK_SORTER (gtk_custom_sorter_new (ORDERS[i].compare, NULL, NULL));
  return GTK_SORTER (gtk_custom_sorter_new (compare_newest, NULL, NULL));
}
