/* list_actions.h - what lists and tabs do with their rows.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_LIST_ACTIONS_H
#define UI_LIST_ACTIONS_H

#include "ui/list_view.h"

/* R for the marks or the row of V; false when R is none of them. */
bool	list_action(struct ui *, struct list_view *v, enum request r);
/* R for one record: change, copy, archive, tick it …; false when R is none of
 * them. What screens do with the record under their cursor. */
bool	record_action(struct ui *, const struct entity *, int64_t id, enum request r);
/* Archive N records, or put them back when all are archived: one step. */
void	archive_records(struct ui *, const struct entity *, const int64_t *id,
	    size_t n);
/* Ask for a field and a value and set it in N records: one step. */
void	bulk_edit(struct ui *, const struct entity *, const int64_t *id, size_t n);
/* A new record from the row's fields that repeat. */
void	duplicate_record(struct ui *, const struct entity *, int64_t id);
/* Reference and title to the terminal's clipboard. */
void	copy_records(struct ui *, const struct entity *, const int64_t *id, size_t n);

/* Choosers of the list V, which must stay on the stack. */
void	list_choose_sort(struct ui *, struct list_view *v);
void	list_choose_columns(struct ui *, struct list_view *v);
void	list_save_view(struct ui *, struct list_view *v);
void	list_open_view(struct ui *, struct list_view *v);
void	list_export(struct ui *, struct list_view *v);

#endif
