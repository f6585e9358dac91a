/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-statement-group.h"

/**
 * bayan_statement_group_new:
 *
 * Returns: (transfer full): a group without statements, for its maker to fill
 */
BayanStatementGroup *
bayan_statement_group_new (BayanGroupKind kind, BayanGroupState state)
{
  BayanStatementGroup *self = g_new0 (BayanStatementGroup, 1);

  self->kind = kind;
  self->state = state;
  self->statements = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

BayanStatementGroup *
bayan_statement_group_copy (const BayanStatementGroup *self)
{
  BayanStatementGroup *copy = g_new0 (BayanStatementGroup, 1);

  *copy = *self;
  copy->statements = g_array_copy (self->statements);
  return copy;
}

void
bayan_statement_group_free (BayanStatementGroup *self)
{
  g_array_unref (self->statements);
  g_free (self);
}
