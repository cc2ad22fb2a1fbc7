/* matching_read.c - volunteers, schools and matches as model/suit.h wants them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/matching_int.h"

#include <stdlib.h>

#include "app/lists.h"
#include "app/options.h"
#include "base/date.h"
#include "base/mem.h"
#include "db/matching.h"
#include "model/fields.h"
#include "model/tables.h"

#define ADVISER		"enterprise adviser"
#define UNLIMITED	1000	/* governors, mentors: as many as they like */
#define PAGE		200	/* schools read at a time */

/* --- matches ------------------------------------------------------------- */

static void
add_match(void *arg, const struct matching_match *m)
{
	struct matching *w = arg;
	int to = day_from_iso(m->to);

	w->match = xreallocarray(w->match, w->nmatches + 1, sizeof *w->match);
	w->match[w->nmatches] = (struct match_fact){
		.volunteer = m->volunteer, .school = m->school,
		.no = w->nmatches,
		.adviser = str_eq(m->kind, ADVISER),
		.holds = !str_eq(m->status, "ended") &&
		    (to == DAY_NONE || to >= w->app->today),
		.from = day_from_iso(m->from), .to = to,
		.reason = xstrdup(m->reason), .name = xstrdup(m->name),
	};
	w->nmatches++;
}

static int
by_school(const void *a, const void *b)
{
	const struct match_fact *x = a, *y = b;

	if (x->school != y->school)
		return x->school < y->school ? -1 : 1;
	return (x->no > y->no) - (x->no < y->no);
}

enum status
matching_begin(struct app *app, struct matching *w, struct err *e)
{
	enum status st;

	*w = (struct matching){ .app = app };
	(void)suit_weights(option_text(app->opt, OPT_MATCH), &w->weights);
	st = matching_matches(app->db, add_match, w, e);
	if (st == ST_OK && w->nmatches > 0)
		qsort(w->match, w->nmatches, sizeof *w->match, by_school);
	return st;
}

/* --- volunteers ---------------------------------------------------------- */

static enum suit_dbs
dbs_of(const char *status)
{
	return str_eq(status, "not needed") ? DBS_NOT_NEEDED :
	    str_eq(status, "asked") ? DBS_ASKED :
	    str_eq(status, "seen clear") ? DBS_SEEN :
	    str_eq(status, "renew by") ? DBS_RENEW : DBS_UNKNOWN;
}

static enum suit_stage
stage_of(const char *stage)
{
	return str_eq(stage, "enquiry") ? SUIT_ENQUIRY :
	    str_eq(stage, "resting") ? SUIT_RESTING :
	    str_eq(stage, "closed") ? SUIT_CLOSED : SUIT_ACTIVE;
}

/* Schools they have, or are proposed for; two matches of one stand together. */
static int
count_matched(const struct matching *w, int64_t volunteer)
{
	int64_t last = 0;
	int n = 0;

	for (size_t i = 0; i < w->nmatches; i++) {
		const struct match_fact *m = &w->match[i];

		if (m->volunteer != volunteer || !m->holds)
			continue;
		n += m->school != last;
		last = m->school;
	}
	return n;
}

/* An induction is a day, yes or no; one to come is no. Where nothing is said,
 * the stage tells. */
static bool
is_inducted(const char *induction, const char *stage, int today)
{
	int day = day_from_iso(induction);

	if (*induction == '\0')
		return str_in(stage, "inducted checked matched");
	return day == DAY_NONE ? str_eq(induction, "yes") : day <= today;
}

static void
add_volunteer(void *arg, const struct matching_volunteer *v)
{
	struct matching *w = arg;
	struct volunteer_fact *f;

	w->volunteer = xreallocarray(w->volunteer, w->nvolunteers + 1,
	    sizeof *w->volunteer);
	f = &w->volunteer[w->nvolunteers++];
	*f = (struct volunteer_fact){ .name = xstrdup(v->name),
		.sector = xstrdup(v->sector), .employer = xstrdup(v->employer),
		.adviser = str_eq(v->kind, ADVISER) };
	f->v = (struct suit_volunteer){ .id = v->id, .name = f->name,
		.sector = f->sector,
		.capacity = v->capacity < 0 ? 1 : (int)v->capacity,
		.matched = count_matched(w, v->id),
		.inducted = is_inducted(v->induction, v->stage,
		    w->app->today),
		.dbs = dbs_of(v->dbs_status),
		.dbs_day = day_from_iso(v->dbs_date),
		.contact = !str_eq(v->contact_ok, "none"),
		.not_before = day_from_iso(v->not_before),
		.stage = stage_of(v->stage) };
	if (*v->boroughs != '\0')
		str_split(&f->v.boroughs, v->boroughs, '\n');
	if (*v->interests != '\0')
		str_split(&f->v.interests, v->interests, ',');
}

enum status
matching_read_volunteers(struct matching *w, int64_t id, struct err *e)
{
	return matching_volunteers(w->app->db, id, ADVISER, add_volunteer, w,
	    e);
}

/* --- schools ------------------------------------------------------------- */

static const int school_cols[] = {
	F_school_name, F_school_la, F_school_need, F_school_eligible,
	F_school_eligible_why,
};
enum { COL_NAME, COL_LA, COL_NEED, COL_ELIGIBLE, COL_WHY, COLS };

static void
add_seen(void *arg, const char *sector)
{
	struct suit_school *s = arg;

	if (!strs_has(&s->seen, sector))
		strs_add(&s->seen, sector);
}

static void
add_wanted(void *arg, const char *kind, const char *sector)
{
	struct suit_school *s = arg;

	if (*kind != '\0' && !strs_has(&s->wants, kind))
		strs_add(&s->wants, kind);
	if (*sector != '\0' && !strs_has(&s->wanted, sector))
		strs_add(&s->wanted, sector);
}

/* The matches of a school, and who of them advises it. */
static void
take_matches(const struct matching *w, struct school_fact *f)
{
	for (size_t i = 0; i < w->nmatches; i++) {
		const struct match_fact *m = &w->match[i];

		if (m->school != f->s.id)
			continue;
		if (f->nmatches++ == 0)
			f->match = m;
		if (m->adviser && m->holds && !strs_has(&f->s.advisers,
		    m->name))
			strs_add(&f->s.advisers, m->name);
	}
}

/* Days without an adviser. */
static enum status
read_wait(const struct matching *w, struct school_fact *f, struct err *e)
{
	int since = DAY_NONE;
	enum status st = ST_OK;

	f->s.wait = -1;
	if (f->s.advisers.n == 0)
		st = matching_waiting(w->app->db, f->s.id, &since, e);
	if (st == ST_OK && since != DAY_NONE && since <= w->app->today)
		f->s.wait = w->app->today - since;
	return st;
}

static enum status
read_school(struct matching *w, const struct list_row *r, struct err *e)
{
	struct school_fact *f;
	char first[11], last[11];
	int64_t need = -1;
	enum status st;

	w->school = xreallocarray(w->school, w->nschools + 1,
	    sizeof *w->school);
	f = &w->school[w->nschools++];
	*f = (struct school_fact){ .name = xstrdup(r->cell[COL_NAME]),
		.borough = xstrdup(r->cell[COL_LA]),
		.never = xstrdup(str_eq(r->cell[COL_ELIGIBLE], "never") ?
		    r->cell[COL_WHY] : "") };
	if (!str_int(r->cell[COL_NEED], 0, 100, &need))
		need = -1;
	f->s = (struct suit_school){ .id = r->id, .name = f->name,
		.borough = f->borough, .need = (int)need,
		.most = ADVISERS_MOST, .never = f->never };
	take_matches(w, f);
	day_iso(year_first_day(year_of_day(w->app->today)), first);
	day_iso(w->app->today, last);
	if ((st = read_wait(w, f, e)) != ST_OK ||
	    (st = matching_wanted(w->app->db, r->id, add_wanted, &f->s,
	    e)) != ST_OK)
		return st;
	return matching_seen(w->app->db, r->id, first, last, add_seen, &f->s,
	    e);
}

static enum status
open_schools(struct matching *w, struct lister *l, const char *filter,
    struct err *e)
{
	enum status st = lister_open(l, w->app, &school_entity, filter, e);

	if (st == ST_OK)
		lister_columns(l, school_cols, COLS);
	return st;
}

static enum status
read_page(struct matching *w, const struct list_page *p, struct err *e)
{
	enum status st = ST_OK;

	for (size_t i = 0; i < p->n && st == ST_OK; i++)
		st = read_school(w, &p->row[i], e);
	return st;
}

enum status
matching_read_schools(struct matching *w, const char *filter, struct err *e)
{
	struct list_page p = { 0 }, next = { 0 };
	struct lister l;
	enum status st;

	if ((st = open_schools(w, &l, filter, e)) != ST_OK)
		return st;
	st = lister_page(&l, NULL, true, PAGE, &p, e);
	while (st == ST_OK) {
		if ((st = read_page(w, &p, e)) != ST_OK || !p.more || p.n == 0)
			break;
		st = lister_page(&l, &p.row[p.n - 1], true, PAGE, &next, e);
		list_clear(&p);
		p = next;
		next = (struct list_page){ 0 };
	}
	list_clear(&p);
	lister_close(&l);
	return st;
}

enum status
matching_read_school(struct matching *w, int64_t id, struct err *e)
{
	struct list_page p = { 0 };
	struct lister l;
	bool found;
	enum status st;

	if ((st = open_schools(w, &l, "archived:any", e)) != ST_OK)
		return st;
	st = lister_one(&l, id, &p, &found, e);
	if (st == ST_OK)
		st = read_page(w, &p, e);
	list_clear(&p);
	lister_close(&l);
	return st;
}

/* --- the pair ------------------------------------------------------------ */

static struct suit_before
before(const struct volunteer_fact *v, const struct school_fact *s)
{
	struct suit_before b = { SUIT_NEVER, -1, DAY_NONE, "" };

	for (size_t i = 0; i < s->nmatches; i++) {
		const struct match_fact *m = &s->match[i];

		if (m->volunteer != v->v.id)
			continue;
		b.ended = m->holds ? SUIT_NOW : SUIT_ENDED;
		b.day = m->to;
		b.lasted = m->from == DAY_NONE || m->to == DAY_NONE ? -1 :
		    m->to - m->from;
		b.reason = m->reason;
	}
	return b;
}

struct reasons
matching_pair(const struct matching *w, const struct volunteer_fact *v,
    const struct school_fact *s)
{
	struct suit_before b = before(v, s);
	struct suit_school at = s->s;

	if (!v->adviser)
		at.most = UNLIMITED;
	return suit_of(&v->v, &at, &b, &w->weights, w->app->today);
}

void
matching_clear(struct matching *w)
{
	for (size_t i = 0; i < w->nmatches; i++) {
		free(w->match[i].reason);
		free(w->match[i].name);
	}
	for (size_t i = 0; i < w->nvolunteers; i++) {
		struct volunteer_fact *f = &w->volunteer[i];

		free(f->name);
		free(f->sector);
		free(f->employer);
		strs_clear(&f->v.boroughs);
		strs_clear(&f->v.interests);
	}
	for (size_t i = 0; i < w->nschools; i++) {
		struct school_fact *f = &w->school[i];

		free(f->name);
		free(f->borough);
		free(f->never);
		strs_clear(&f->s.wanted);
		strs_clear(&f->s.seen);
		strs_clear(&f->s.wants);
		strs_clear(&f->s.advisers);
	}
	free(w->match);
	free(w->volunteer);
	free(w->school);
	*w = (struct matching){ 0 };
}
