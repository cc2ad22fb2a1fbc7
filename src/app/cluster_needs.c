/* cluster_needs.c - the schools of a careers cluster, those that need it most
 * first (domain.md 5).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "app/evidenced.h"
#include "app/needs.h"
#include "app/record.h"
#include "app/report.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "db/claim.h"
#include "model/fields.h"
#include "model/tables.h"

#define EACH_YEAR "5 1 each"	/* an employer encounter in the year */

struct needing {
	struct row	*row;
	long		 need;		/* -1 not known */
	struct range	 without;	/* pupils; .most -1 not known */
	int		 unknown;	/* year groups without a roll */
};
struct needs {
	struct app	*app;
	struct needing	*v;
	size_t		 n;
	int64_t		*id;		/* of the members, to be read */
	size_t		 nids;
};

static void
on_member(void *arg, const struct claim_org *o)
{
	struct needs *s = arg;
	char today[11];

	day_iso(s->app->today, today);
	if (o->employer || strcmp(o->from, today) > 0 ||
	    (*o->to != '\0' && strcmp(o->to, today) < 0))
		return;
	s->id = xreallocarray(s->id, s->nids + 1, sizeof *s->id);
	s->id[s->nids++] = o->id;
}

/* Of each year group those who were at none, by what is logged. */
static enum status
count_without(struct app *app, struct needing *m, struct err *e)
{
	const char *const ask[] = { EACH_YEAR };
	struct evidenced_all all;
	enum status st = evidenced_of(app, m->row, year_of_day(app->today),
	    ask, 1, &all, e);

	if (st != ST_OK)
		return st;
	m->without = (struct range){ 0, 0 };
	for (size_t i = 0; i < all.n; i++) {
		const struct evidenced *f = &all.v[i];

		if (!f->applies)
			continue;
		if (f->roll < 0) {
			m->unknown++;
			continue;
		}
		m->without.least += f->n.logged.most < 0 ? 0 :
		    f->roll - f->n.logged.most;
		m->without.most += f->roll - f->n.logged.least;
	}
	if (m->unknown > 0 && m->without.most == 0)
		m->without.most = -1;
	evidenced_clear(&all);
	return ST_OK;
}

static enum status
add_member(struct needs *s, int64_t school, struct err *e)
{
	struct needing m = { 0 };
	enum status st = record_load(s->app, entities[ENT_school], school,
	    &m.row, e);

	if (st != ST_OK)
		return st;
	m.need = row_int(m.row, F_school_need, -1);
	if ((st = count_without(s->app, &m, e)) != ST_OK) {
		row_free(m.row);
		return st;
	}
	s->v = xreallocarray(s->v, s->n + 1, sizeof *s->v);
	s->v[s->n++] = m;
	return ST_OK;
}

/* By need; at the same need by how many met nobody, then by name. */
static int
by_need(const void *a, const void *b)
{
	const struct needing *x = a, *y = b;

	if (x->need != y->need)
		return x->need < y->need ? 1 : -1;
	if (x->without.most != y->without.most)
		return x->without.most < y->without.most ? 1 : -1;
	return strcmp(row_get(x->row, F_school_name),
	    row_get(y->row, F_school_name));
}

/* --- the page ------------------------------------------------------------- */

static void
put_field(struct app *app, struct report *r, const struct row *row, int f)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	if (row_is_empty(row, f))
		buf_add(&b, "?");
	else
		value_shown(app, row, f, &b);
	report_cell(r, b.p);
	buf_clear(&b);
}

/* What was logged for them this year opens. */
static void
put_without(struct app *app, struct report *r, const struct needing *m)
{
	char first[11];
	struct buf b, ref;

	buf_init(&b, BUF_LINE);
	buf_init(&ref, BUF_LINE);
	range_format(m->without, &b);
	report_cellf(r, "%s%s", b.p, m->unknown > 0 && m->without.most >= 0 ?
	    "+" : "");
	ref_text(app, m->row->ent, m->row->id, &ref);
	day_iso(year_first_day(year_of_day(app->today)), first);
	buf_reset(&b);
	buf_addf(&b, "schools:%s since:%s status:delivered benchmarks:5",
	    ref.p, first);
	report_lists(r, entities[ENT_encounter], b.p);
	if (m->unknown > 0)
		report_note(r, "+ or ?: some rolls of this year are not "
		    "known.");
	buf_clear(&b);
	buf_clear(&ref);
}

static void
put_member(struct app *app, struct report *r, const struct needing *m)
{
	struct buf ref;

	buf_init(&ref, BUF_LINE);
	ref_text(app, m->row->ent, m->row->id, &ref);
	report_cell(r, row_get(m->row, F_school_name));
	report_opens(r, m->row->ent, m->row->id);
	report_cell(r, ref.p);
	needs_put_parts(app, r, m->row, ref.p, app->today);
	put_without(app, r, m);
	if (row_is_empty(m->row, F_school_encounter))
		report_cell(r, "none");
	else
		put_field(app, r, m->row, F_school_encounter);
	buf_clear(&ref);
}

static void
put_page(struct needs *s, const struct row *cluster, struct report *r)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	buf_addf(&b, "Needs of the members: %s", row_get(cluster,
	    F_cluster_name));
	report_begin(r, b.p, s->app->today);
	buf_clear(&b);
	r->flat = true;
	report_table(r, "", "School|@ref|" NEEDS_HEADS "|>Not met|"
	    "@Last encounter");
	for (size_t i = 0; i < s->n; i++)
		put_member(s->app, r, &s->v[i]);
	if (s->n == 0)
		report_note(r, "No school is a member today: Members, n adds"
		    " one.");
	report_note(r, "Need: 0 to 100, from free school meals, phase,"
	    " benchmarks missing and time since the last contact. Not met:"
	    " pupils on roll without an employer encounter this academic year,"
	    " at least - at most, by what is logged.");
}

enum status
cluster_needs(struct app *app, const struct report_args *args,
    struct report *r, struct err *e)
{
	struct needs s = { .app = app };
	struct row *cluster;
	const char *ent;
	int64_t id;
	enum status st;

	if (args->words->n != 1)
		return err_set(e, ST_USAGE, "needs takes one cluster: caseload"
		    " report needs cluster/tech-east");
	if ((st = ref_resolve_in(app, "cluster", args->words->v[0], true,
	    &ent, &id, e)) != ST_OK ||
	    (st = record_load(app, entities[ENT_cluster], id, &cluster,
	    e)) != ST_OK)
		return st;
	st = claim_members_of(app->db, id, on_member, &s, e);
	for (size_t i = 0; i < s.nids && st == ST_OK; i++)
		st = add_member(&s, s.id[i], e);
	if (st == ST_OK) {
		if (s.n > 1)
			qsort(s.v, s.n, sizeof *s.v, by_need);
		put_page(&s, cluster, r);
	}
	for (size_t i = 0; i < s.n; i++)
		row_free(s.v[i].row);
	free(s.v);
	free(s.id);
	row_free(cluster);
	return st;
}
