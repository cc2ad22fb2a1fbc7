/* totals.c - kept totals: remember the keys a write touched, recompute them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/totals.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/mem.h"
#include "db/inner.h"
#include "model/fields.h"

struct mark {
	int64_t		 id;
	int		 year;
	enum total_kind	 kind;
};

struct marks {
	struct mark	*v;
	size_t		 n, cap;
};

/* Totals of the records in a set of encounters. One row a kind; its table is
 * in a migration, its statements in totals.sql. */
static const struct {
	enum entity_no	 ent;
	int		 set;		/* field of the encounter */
	enum query	 drop, add, forget;
} kinds[TOTAL_MAX] = {
	[TOTAL_SCHOOL] = { ENT_school, F_encounter_schools,
	    Q_TOTAL_SCHOOL_DROP, Q_TOTAL_SCHOOL_ADD, Q_TOTAL_SCHOOL_FORGET },
	[TOTAL_EMPLOYER] = { ENT_employer, F_encounter_employers,
	    Q_TOTAL_EMPLOYER_DROP, Q_TOTAL_EMPLOYER_ADD,
	    Q_TOTAL_EMPLOYER_FORGET },
	[TOTAL_PARTNER] = { ENT_partner, F_encounter_providers,
	    Q_TOTAL_PARTNER_DROP, Q_TOTAL_PARTNER_ADD,
	    Q_TOTAL_PARTNER_FORGET },
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

static void
add(struct db *db, enum total_kind kind, int64_t id, int year)
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

static void
mark_row(struct db *db, const struct row *r)
{
	int day = row_day(r, F_encounter_date);

	if (day == DAY_NONE)
		return;
	for (int k = 0; k < TOTAL_MAX; k++) {
		const struct set *set = row_members(r, kinds[k].set);

		for (size_t i = 0; i < set->n; i++)
			add(db, (enum total_kind)k, member_ref(&set->m[i], 0),
			    year_of_day(day));
	}
}

/* Does the difference change any total? */
static bool
matters(const struct row *old, const struct row *new)
{
	static const int fields[] = { F_encounter_date, F_encounter_status,
		F_encounter_archived, F_encounter_years, F_encounter_schools,
		F_encounter_employers, F_encounter_providers };

	for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
		if (!row_same(old, new, fields[i]))
			return true;
	return false;
}

void
totals_mark(struct db *db, const struct row *old, const struct row *new)
{
	const struct row *r = new != NULL ? new : old;

	if (r->ent->no != ENT_encounter ||
	    (old != NULL && new != NULL && !matters(old, new)))
		return;
	if (old != NULL)
		mark_row(db, old);
	if (new != NULL)
		mark_row(db, new);
}

enum status
totals_forget(struct db *db, const struct row *r, struct err *e)
{
	struct marks *m = db->marks;
	int k = 0;
	size_t n = 0;

	while (k < TOTAL_MAX && kinds[k].ent != r->ent->no)
		k++;
	if (k == TOTAL_MAX)
		return ST_OK;
	for (size_t i = 0; m != NULL && i < m->n; i++)
		if (m->v[i].kind != (enum total_kind)k || m->v[i].id != r->id)
			m->v[n++] = m->v[i];
	if (m != NULL)
		m->n = n;
	return db_run(db, kinds[k].forget, e, "l", r->id);
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
