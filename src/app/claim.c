/* claim.c - what a claim counts and what is wrong with it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/claim.h"

#include <stdlib.h>
#include <string.h>

#include "app/record.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "db/store.h"
#include "model/fields.h"
#include "model/tables.h"

enum { DEEDS = 7 };		/* of deliverables[] */

bool
claim_is_draft(const struct row *r)
{
	return row_is(r, F_claim_status, "draft");
}

static int
deed_of(const char *deliverable)
{
	for (int i = 0; i < DEEDS; i++)
		if (str_eq(deliverables[i].word, deliverable))
			return i;
	return -1;
}

void
claim_code(const char *deliverable, struct buf *out)
{
	int deed = deed_of(deliverable);
	const char *label = deed < 0 ? deliverable : deliverables[deed].label;

	buf_addn(out, label, strcspn(label, " "));
}

double
claim_sum(const struct claim_recs *rs)
{
	double sum = -1;

	for (size_t i = 0; i < rs->n; i++)
		if (rs->v[i].amount >= 0)
			sum = (sum < 0 ? 0 : sum) + rs->v[i].amount;
	return sum;
}

/* --- the facts ------------------------------------------------------------ */

/* What the callbacks fill; the facts hold it as const. */
struct filling {
	struct claim_view *v;
	struct claim_line *line;
	struct claim_counted *counted;
	struct claim_member *member;
	struct claim_target *target;
};

/* Whole weeks until its last day, the period's or today. */
static int
weeks_of(const struct claim_view *v, const struct claim_line *l)
{
	int last = l->last;

	if (last == DAY_NONE || last > v->app->today)
		last = v->app->today;
	if (v->facts.to != DAY_NONE && last > v->facts.to)
		last = v->facts.to;
	return l->first == DAY_NONE || last < l->first ? 0 :
	    (last - l->first + 1) / 7;
}

static bool
is_done(const struct claim_rec *r, int deed)
{
	if (str_eq(r->entity, "encounter"))
		return str_eq(r->state, "delivered");
	if (str_eq(r->entity, "placement"))
		return str_eq(r->state, "finished");
	return deed >= 0 && str_eq(deliverables[deed].word, "sd04") ?
	    str_in(r->state, "running completed") :
	    str_in(r->state, "running completed stopped");
}

static void
fill_line(struct filling *f, size_t i)
{
	const struct claim_rec *r = &f->v->now.v[i];
	struct claim_line *l = &f->line[i];

	*l = (struct claim_line){ .id = r->id, .deed = deed_of(r->deliverable),
		.about = claim_about(r->entity), .about_id = r->about,
		.quantity = r->quantity < 0 ? 1 : r->quantity,
		.evidence = *r->evidence != '\0',
		.first = day_from_iso(r->first),
		.last = day_from_iso(r->last) };
	l->done = is_done(r, l->deed);
	l->weeks = weeks_of(f->v, l);
	/* One that has no last day is completed by the last of the period. */
	if (l->about == CLAIM_PILOT && l->last == DAY_NONE)
		l->last = f->v->facts.to;
}

static void
on_party(void *arg, const struct claim_org *o)
{
	struct filling *f = arg;

	for (size_t i = 0; i < f->v->now.n; i++) {
		struct claim_line *l = &f->line[i];

		if (l->id != o->line)
			continue;
		l->party = xreallocarray(l->party, l->nparties + 1,
		    sizeof *l->party);
		l->party[l->nparties++] = (struct claim_party){ o->employer,
		    o->id, xstrdup(o->name) };
	}
}

static void
on_member(void *arg, const struct claim_org *o)
{
	struct filling *f = arg;
	size_t n = f->v->facts.nmembers++;

	f->member = xreallocarray(f->member, n + 1, sizeof *f->member);
	f->member[n] = (struct claim_member){ o->employer, o->id,
	    day_from_iso(o->from), day_from_iso(o->to) };
}

static void
on_counted(void *arg, const struct claim_other *o)
{
	struct filling *f = arg;
	size_t n = f->v->facts.ncounted++;

	f->counted = xreallocarray(f->counted, n + 1, sizeof *f->counted);
	f->counted[n] = (struct claim_counted){ deed_of(o->deliverable),
	    claim_about(o->entity), o->about, o->claim,
	    claim_payer_copy(&o->payer), NULL };
}

/* Several rows of one deliverable are one target. */
static void
on_goal(void *arg, const struct claim_goal *g)
{
	struct filling *f = arg;
	struct claim_facts *facts = &f->v->facts;
	int deed = deed_of(g->deliverable);
	size_t i = 0;

	if (deed >= 0 && g->rate >= 0)
		f->v->rate[deed] = g->rate;
	if (deed < 0 || g->target < 0)
		return;
	while (i < facts->ntargets && f->target[i].deed != deed)
		i++;
	if (i == facts->ntargets) {
		f->target = xreallocarray(f->target, i + 1,
		    sizeof *f->target);
		f->target[facts->ntargets++] = (struct claim_target){ deed,
		    0, g->others };
	}
	f->target[i].target += g->target;
}

static void
own(struct filling *f)
{
	f->v->facts.line = f->line;
	f->v->facts.counted = f->counted;
	f->v->facts.member = f->member;
	f->v->facts.target = f->target;
}

/* --- reading -------------------------------------------------------------- */

static void
put_titles(struct claim_view *v)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	for (size_t i = 0; i < v->now.n; i++) {
		struct claim_rec *r = &v->now.v[i];

		if (*r->entity == '\0')
			continue;
		buf_reset(&b);
		title_text(v->app, entity_find(r->entity), r->about, &b);
		free(r->title);
		r->title = xstrdup(b.p);
	}
	buf_clear(&b);
}

static void
put_names(struct claim_view *v, struct claim_counted *c)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	for (size_t i = 0; i < v->facts.ncounted; i++) {
		buf_reset(&b);
		title_text(v->app, entities[ENT_claim], c[i].claim, &b);
		c[i].name = xstrdup(b.p);
	}
	buf_clear(&b);
}

static enum status
read_facts(struct claim_view *v, struct filling *f, struct err *e)
{
	struct db *db = v->app->db;
	int64_t cluster = row_ref(v->row, F_claim_cluster);
	enum status st;

	f->line = xcalloc(v->now.n + 1, sizeof *f->line);
	for (size_t i = 0; i < v->now.n; i++)
		fill_line(f, i);
	v->facts.n = v->now.n;
	if ((st = claim_parties_of(db, v->row->id, on_party, f, e)) != ST_OK ||
	    (st = claim_members_of(db, cluster, on_member, f, e)) != ST_OK ||
	    (st = claim_counted_of(db, v->row->id, on_counted, f, e)) != ST_OK)
		return st;
	return claim_goals_of(db, cluster, v->row->id, on_goal, f, e);
}

/* The funder of what FIELD names; "" of nothing. The caller frees it. */
static enum status
funder_of(const struct claim_view *v, int field, enum entity_no ent,
    int funder, char **out, struct err *e)
{
	int64_t id = row_ref(v->row, field);
	struct row *r;
	enum status st;

	*out = NULL;
	if (id != 0) {
		st = store_load(v->app->db, entities[ent], id, false, &r, e);
		if (st != ST_OK)
			return st;
		*out = xstrdup(row_get(r, funder));
		row_free(r);
	} else {
		*out = xstrdup("");
	}
	return ST_OK;
}

/* As it is to be, which may not be stored yet; but as it was submitted. */
static enum status
read_payer(struct claim_view *v, struct err *e)
{
	char *granted = NULL, *cluster = NULL;
	struct claim_payer stored, p;
	enum status st;

	v->funder = xstrdup("");
	if ((st = funder_of(v, F_claim_funding, ENT_funding, F_funding_funder,
	    &granted, e)) != ST_OK ||
	    (st = funder_of(v, F_claim_cluster, ENT_cluster, F_cluster_funder,
	    &cluster, e)) != ST_OK ||
	    (st = claim_payer_of(v->app->db, v->row->id, &stored, e)) !=
	    ST_OK) {
		free(granted);
		free(cluster);
		return st;
	}
	free(v->funder);
	v->funder = xstrdup(!row_is_empty(v->row, F_claim_funder) ?
	    row_get(v->row, F_claim_funder) : *granted != '\0' ? granted :
	    cluster);
	p = (struct claim_payer){ row_ref(v->row, F_claim_funding),
	    { v->funder, granted, claim_is_draft(v->row) ? NULL :
	    stored.name[2] } };
	v->facts.payer = claim_payer_copy(&p);
	claim_payer_clear(&stored);
	free(granted);
	free(cluster);
	return ST_OK;
}

static enum status
read_grant(struct claim_view *v, struct err *e)
{
	struct claim_funds g;
	enum status st = claim_funds_of(v->app->db, v->facts.payer.grant,
	    v->row->id, &g, e);

	if (st != ST_OK)
		return st;
	v->grantee = g.name;
	v->facts.grant = (struct claim_grant){ g.cluster ==
	    row_ref(v->row, F_claim_cluster) ? NULL : g.name, g.amount,
	    g.others };
	v->facts.amount = row_is_empty(v->row, F_claim_amount) ?
	    claim_sum(&v->now) : strtod(row_get(v->row, F_claim_amount), NULL);
	return ST_OK;
}

enum status
claim_read_row(struct app *app, const struct row *row, struct claim_view *out,
    struct err *e)
{
	struct claim_view v = { .app = app, .row = row_copy(row) };
	struct filling f = { .v = &v };
	const char *frozen = row_get(row, F_claim_frozen);
	enum status st;

	v.rate = xcalloc(DEEDS, sizeof *v.rate);
	for (int i = 0; i < DEEDS; i++)
		v.rate[i] = -1;
	v.facts.from = row_day(row, F_claim_from);
	v.facts.to = row_day(row, F_claim_to);
	v.facts.day = claim_is_draft(row) ? app->today : DAY_NONE;
	if ((st = read_payer(&v, e)) == ST_OK &&
	    (st = claim_lines_of(app->db, row->id, &v.now, e)) == ST_OK &&
	    (st = read_grant(&v, e)) == ST_OK &&
	    (st = read_facts(&v, &f, e)) == ST_OK)
		st = claim_frozen_lines(app->db, frozen, &v.sent, e);
	if (st == ST_OK && (st = claim_kept_of(app->db, row->id,
	    row_ref(row, F_claim_funding), row_ref(row, F_claim_cluster),
	    &v.kept, e)) == ST_OK)
		st = claim_kept_frozen(app->db, frozen, &v.was, e);
	own(&f);
	if (st != ST_OK) {
		claim_view_clear(&v);
		return st;
	}
	v.frozen = str_starts(frozen, "{");
	put_titles(&v);
	put_names(&v, f.counted);
	claim_check(&v.facts, &v.faults);
	*out = v;
	return ST_OK;
}

enum status
claim_read(struct app *app, int64_t claim, struct claim_view *out,
    struct err *e)
{
	struct row *row;
	enum status st = record_load(app, entities[ENT_claim], claim, &row, e);

	if (st != ST_OK)
		return st;
	st = claim_read_row(app, row, out, e);
	row_free(row);
	return st;
}

static void
facts_clear(struct claim_facts *f)
{
	struct claim_line *line = (struct claim_line *)(uintptr_t)f->line;

	for (size_t i = 0; i < f->n; i++) {
		for (size_t k = 0; k < line[i].nparties; k++)
			free((char *)(uintptr_t)line[i].party[k].name);
		free(line[i].party);
	}
	for (size_t i = 0; i < f->ncounted; i++) {
		claim_payer_clear((struct claim_payer *)(uintptr_t)
		    &f->counted[i].payer);
		free((char *)(uintptr_t)f->counted[i].name);
	}
	free(line);
	free((void *)(uintptr_t)f->counted);
	free((void *)(uintptr_t)f->member);
	free((void *)(uintptr_t)f->target);
}

void
claim_view_clear(struct claim_view *v)
{
	facts_clear(&v->facts);
	claim_payer_clear(&v->facts.payer);
	claim_faults_clear(&v->faults);
	claim_recs_clear(&v->now);
	claim_recs_clear(&v->sent);
	claim_kepts_clear(&v->kept);
	claim_kepts_clear(&v->was);
	free(v->rate);
	free(v->funder);
	free(v->grantee);
	row_free(v->row);
	*v = (struct claim_view){ 0 };
}
