/* totals.c - kept totals: remember the keys a write touched, recompute them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/totals.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/mem.h"
#include "db/inner.h"
#include "db/store.h"

struct mark {
	int64_t		 id;
	int		 year;
	enum total_kind	 kind;
};

struct marks {
	struct mark	*v;
	size_t		 n, cap;
};

static const struct { enum query drop, add; } kinds[TOTAL_MAX] = {
	[TOTAL_SCHOOL] = { Q_TOTAL_SCHOOL_DROP, Q_TOTAL_SCHOOL_ADD },
	[TOTAL_EMPLOYER] = { Q_TOTAL_EMPLOYER_DROP, Q_TOTAL_EMPLOYER_ADD },
	[TOTAL_PARTNER] = { Q_TOTAL_PARTNER_DROP, Q_TOTAL_PARTNER_ADD },
};

static int
mark_order(const void *pa, const void *pb)
{
	const struct mark *a = pa, *b = pb;

	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	if (a->id != b->id)
		return a->id < b->id ? -1 : 1;
	return (a->year > b->year) - (a->year < b->year);
}

/* Each key once, in order. */
static void
tidy(struct marks *m)
{
	size_t n = 0;

	if (m->n == 0)
		return;
	qsort(m->v, m->n, sizeof *m->v, mark_order);
	for (size_t i = 0; i < m->n; i++)
		if (n == 0 || mark_order(&m->v[n - 1], &m->v[i]) != 0)
			m->v[n++] = m->v[i];
	m->n = n;
}

void
marks_add(struct db *db, enum total_kind kind, int64_t id, int year)
{
	struct marks *m = db->marks;

	if (m == NULL)
		m = db->marks = xcalloc(1, sizeof *m);
	/* Before growing, an import's many repeats make room. */
	if (m->n == m->cap) {
		tidy(m);
		if (m->n * 2 > m->cap || m->cap == 0) {
			m->cap = m->cap ? m->cap * 2 : 64;
			m->v = xreallocarray(m->v, m->cap, sizeof *m->v);
		}
	}
	m->v[m->n++] = (struct mark){ .id = id, .year = year, .kind = kind };
}

bool
marks_any(const struct db *db)
{
	return db->marks != NULL && db->marks->n > 0;
}

void
marks_forget(struct db *db)
{
	if (db->marks != NULL)
		db->marks->n = 0;
}

void
marks_free(struct db *db)
{
	if (db->marks == NULL)
		return;
	free(db->marks->v);
	free(db->marks);
	db->marks = NULL;
}

static enum status
recompute(struct db *db, const struct mark *m, struct err *e)
{
	char from[11], to[11];
	enum status st;

	day_iso(year_first_day(m->year), from);
	day_iso(year_last_day(m->year), to);
	if ((st = db_run(db, kinds[m->kind].drop, e, "li", m->id, m->year)) !=
	    ST_OK)
		return st;
	return db_run(db, kinds[m->kind].add, e, "liss", m->id, m->year, from,
	    to);
}

enum status
totals_write(struct db *db, struct err *e)
{
	enum status st = ST_OK;

	if (db->marks == NULL)
		return ST_OK;
	tidy(db->marks);
	for (size_t i = 0; i < db->marks->n && st == ST_OK; i++)
		st = recompute(db, &db->marks->v[i], e);
	if (st == ST_OK)
		marks_forget(db);
	return st;
}

enum status
store_totals(struct db *db, struct err *e)
{
	return totals_write(db, e);
}

void
store_cache_free(struct db *db)
{
	(void)db;
}
