/* mine_rows.c - which of the records that were changed are mine.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/mine_rows.h"

#include <string.h>

#include "db/list.h"

void
mine_rows_clear(struct mine_rows *m)
{
	for (int i = 0; i < ENT_MAX; i++)
		filter_free(m->of[i]);
	memset(m->of, 0, sizeof m->of);
}

enum status
mine_rows_these(struct mine_rows *m, const struct entity *ent, int64_t *ids,
    size_t n, size_t *left, struct err *e)
{
	struct list_spec spec = { .ent = ent, .sort = -1,
		.today = m->app->today };
	struct list_page page = { 0 };
	enum status st;
	int field;

	*left = 0;
	if (filter_mine_of(ent, &field) == MINE_NEVER)
		return ST_OK;
	if (m->of[ent->no] == NULL && (st = filter_parse(ent,
	    "mine archived:any", spec.today, &m->of[ent->no], e)) != ST_OK)
		return st;
	spec.filter = m->of[ent->no];
	st = list_these(m->app->db, &spec, ids, n, &page, e);
	for (size_t i = 0; st == ST_OK && i < page.n; i++)
		ids[(*left)++] = page.row[i].id;
	list_clear(&page);
	return st;
}

/* The records of ENT among ROW, each once. */
static size_t
of_kind(const struct step_row *row, size_t n, const struct entity *ent,
    int64_t ids[STEP_ROWS])
{
	size_t found = 0, i, k;

	for (i = 0; i < n; i++) {
		for (k = 0; k < found && ids[k] != row[i].row; k++)
			continue;
		if (row[i].ent == ent && k == found)
			ids[found++] = row[i].row;
	}
	return found;
}

enum status
mine_rows_step(struct mine_rows *m, int64_t seq, int64_t *at,
    struct step_row out[STEP_ROWS], size_t *n, struct err *e)
{
	struct step_row row[STEP_ROWS];
	int64_t ids[STEP_ROWS];
	bool done[ENT_MAX] = { false };
	size_t all, left, i, k;
	enum status st;

	*n = 0;
	st = steps_rows(m->app->db, seq, at, row, &all, e);
	for (i = 0; st == ST_OK && i < all; i++) {
		if (row[i].ent == NULL || done[row[i].ent->no])
			continue;
		done[row[i].ent->no] = true;
		left = of_kind(row, all, row[i].ent, ids);
		st = mine_rows_these(m, row[i].ent, ids, left, &left, e);
		for (k = 0; st == ST_OK && k < left; k++)
			out[(*n)++] = (struct step_row){ ids[k], row[i].ent };
	}
	return st;
}

enum status
mine_rows_any(struct mine_rows *m, int64_t seq, bool *any, struct err *e)
{
	struct step_row row[STEP_ROWS];
	int64_t at = 0;
	enum status st;
	size_t n;

	do
		st = mine_rows_step(m, seq, &at, row, &n, e);
	while (st == ST_OK && n == 0 && at != 0);
	*any = st == ST_OK && n > 0;
	return st;
}
