/* fitting.c - which offers fit what a school wants, and the other way round.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/fitting.h"

#include <stdlib.h>
#include <string.h>

#include "app/options.h"
#include "app/record.h"
#include "base/date.h"
#include "base/mem.h"
#include "db/fitting.h"
#include "db/store.h"
#include "model/fields.h"
#include "model/tables.h"

#define MOST		20	/* who might, without an offer, of a kind */
#define YEARS		2	/* back to which an encounter speaks for one */
#define NAMED		3	/* organisations said by name */

/* --- who was asked ------------------------------------------------------- */

struct asked {
	int64_t		 employer, partner, request;
	int		 day;
	char		*status, *who, *reason;
};
struct search {
	struct app	*app;
	struct fit_weights weights;
	int		 since;		/* asked since then is lately */
	struct asked	*asked;		/* the oldest first */
	size_t		 nasked;
	struct fit_request want;	/* of what is looked for */
	int64_t		 request;
	const struct fitting_offer *offer;	/* … or offered */
	enum fit_source	 source;
	struct fittings	*out;
	enum status	 st;		/* of reading within reading */
	struct err	*e;
};

static void
on_asked(void *arg, const struct fitting_asked *a)
{
	struct search *s = arg;

	s->asked = xreallocarray(s->asked, s->nasked + 1, sizeof *s->asked);
	s->asked[s->nasked++] = (struct asked){ a->employer, a->partner,
		a->request, day_from_iso(a->day), xstrdup(a->status),
		xstrdup(a->who), xstrdup(a->reason) };
}

static void
begin(struct search *s, struct app *app, struct fittings *out, struct err *e)
{
	*out = (struct fittings){ 0 };
	*s = (struct search){ .app = app, .out = out, .e = e };
	(void)fit_weights(option_text(app->opt, OPT_FIT), &s->weights);
	s->since = app->today - (int)option_int(app->opt, OPT_ASKED_DAYS);
}

static void
end(struct search *s)
{
	for (size_t i = 0; i < s->nasked; i++) {
		free(s->asked[i].status);
		free(s->asked[i].who);
		free(s->asked[i].reason);
	}
	free(s->asked);
}

/* What came of asking the organisation of O for REQUEST, and lately. */
static struct fit_asked
asked_of(const struct search *s, const struct fitting_offer *o,
    int64_t request)
{
	struct fit_asked out = { .status = "", .day = DAY_NONE, .who = "",
		.reason = "", .lately = DAY_NONE, .lately_who = "" };

	for (size_t i = 0; i < s->nasked; i++) {
		const struct asked *a = &s->asked[i];

		if (a->employer != o->employer || a->partner != o->partner)
			continue;
		if (request != 0 && a->request == request) {
			out.status = a->status;
			out.day = a->day;
			out.who = a->who;
			out.reason = a->reason;
		} else if (a->day != DAY_NONE && a->day >= s->since) {
			out.lately = a->day;
			out.lately_who = a->who;
		}
	}
	return out;
}

/* --- one pair ------------------------------------------------------------ */

static unsigned
groups_of(const char *words)
{
	struct strs each = { 0 };
	unsigned groups = 0;

	str_words(&each, words);
	for (size_t i = 0; i < each.n; i++)
		fit_group_add(&groups, each.v[i]);
	strs_clear(&each);
	return groups;
}

/* As model/fit.h looks at it; the boroughs are to be cleared. */
static struct fit_offer
facts_of(const struct fitting_offer *o, enum fit_source source)
{
	struct fit_offer f = {
		.source = source, .kind = o->kind, .title = o->title,
		.sector = o->partner != 0 ? NULL : o->sector,
		.groups = groups_of(o->groups), .places = (long)o->places,
		.taken = (long)o->taken, .taken_pupils = (long)o->taken_pupils,
		.term = o->term, .date = day_from_iso(o->date),
		.from = day_from_iso(o->from), .to = day_from_iso(o->to),
		.status = o->status, .person = o->person,
		.person_ok = !str_eq(o->contact_ok, "none"),
		.person_not_before = day_from_iso(o->person_not_before),
		.not_before = day_from_iso(o->not_before),
		.times = (int)o->times, .last = day_from_iso(o->last),
		.where = o->where,
	};

	if (*o->boroughs != '\0')
		str_split(&f.boroughs, o->boroughs, '\n');
	return f;
}

static struct fitting *
add_pair(struct search *s, const struct fitting_offer *o,
    const struct fit_request *want, int64_t request, enum fit_source source)
{
	struct fit_offer facts = facts_of(o, source);
	struct fit_asked asked = asked_of(s, o, request);
	struct fittings *all = s->out;
	struct fitting *f;

	all->v = xreallocarray(all->v, all->n + 1, sizeof *all->v);
	f = &all->v[all->n++];
	*f = (struct fitting){ .offer = o->id, .request = request,
		.employer = o->employer, .partner = o->partner,
		.source = source };
	fit_of(want, &facts, &asked, &s->weights, s->app->today, &f->why);
	f->fits = fit_fits(&facts, &f->why);
	strs_clear(&facts.boroughs);
	return f;
}

static int
by_worth(const void *a, const void *b)
{
	const struct fitting *x = a, *y = b;
	int d = reasons_cmp(&x->why, &y->why);

	if (d == 0)
		d = (int)x->source - (int)y->source;
	if (d == 0)
		d = strcmp(x->name, y->name);
	return d != 0 ? d : x->id < y->id ? -1 : x->id > y->id;
}

static void
sort(struct fittings *all)
{
	if (all->n > 1)
		qsort(all->v, all->n, sizeof *all->v, by_worth);
}

void
fittings_clear(struct fittings *all)
{
	for (size_t i = 0; i < all->n; i++) {
		free(all->v[i].name);
		free(all->v[i].what);
		reasons_clear(&all->v[i].why);
	}
	free(all->v);
	*all = (struct fittings){ 0 };
}

/* --- offers for a request ------------------------------------------------ */

static bool
is_there(const struct fittings *all, const struct fitting_offer *o)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].employer == o->employer &&
		    all->v[i].partner == o->partner)
			return true;
	return false;
}

static void
on_offer(void *arg, const struct fitting_offer *o)
{
	struct search *s = arg;
	struct fitting *f;

	if (s->source != FIT_OFFER && is_there(s->out, o))
		return;
	f = add_pair(s, o, &s->want, s->request, s->source);
	f->ent = entities[o->id != 0 ? ENT_offer : o->employer != 0 ?
	    ENT_employer : ENT_partner];
	f->id = o->id != 0 ? o->id : o->employer != 0 ? o->employer :
	    o->partner;
	f->name = xstrdup(o->name);
	f->what = xstrdup(*o->title != '\0' ? o->title : s->want.kind);
}

/* Who came to such an encounter, employers and providers. */
static enum status
read_did(struct search *s, bool providers, struct err *e)
{
	const char *type = fit_type(s->want.kind, providers);
	char first[11], today[11];

	if (*type == '\0' || *s->want.borough == '\0')
		return ST_OK;
	day_iso(year_first_day(year_of_day(s->app->today) - YEARS), first);
	day_iso(s->app->today, today);
	s->source = FIT_DID;
	return fitting_did(s->app->db, providers, s->want.borough, type,
	    first, today, MOST, on_offer, s, e);
}

static enum status
read_others(struct search *s, struct err *e)
{
	enum status st;

	s->source = FIT_LISTED;
	st = fitting_listed(s->app->db, s->want.kind, s->want.borough, MOST,
	    on_offer, s, e);
	if (st == ST_OK)
		st = read_did(s, false, e);
	return st == ST_OK ? read_did(s, true, e) : st;
}

static enum status
read_offers(struct search *s, bool others, struct err *e)
{
	char since[11];
	enum status st;

	day_iso(s->since, since);
	st = fitting_asked(s->app->db, since, s->request, on_asked, s, e);
	s->source = FIT_OFFER;
	if (st == ST_OK)
		st = fitting_offers(s->app->db, s->want.kind, 0, on_offer, s,
		    e);
	return st == ST_OK && others ? read_others(s, e) : st;
}

/* The school's authority; the caller frees it. */
static enum status
borough_of(struct app *app, int64_t school, char **out, struct err *e)
{
	struct row *r;
	enum status st;

	*out = NULL;
	if (school == 0) {
		*out = xstrdup("");
		return ST_OK;
	}
	st = store_load(app->db, entities[ENT_school], school, false, &r, e);
	if (st == ST_OK) {
		*out = xstrdup(row_get(r, F_school_la));
		row_free(r);
	}
	return st;
}

static enum status
for_request(struct app *app, const struct row *r, bool others,
    struct fittings *out, struct err *e)
{
	const struct set *groups = row_members(r, F_request_groups);
	struct search s;
	char *borough;
	enum status st;

	begin(&s, app, out, e);
	st = borough_of(app, row_ref(r, F_request_school), &borough, e);
	if (st != ST_OK)
		return st;
	s.request = r->id;
	s.want = (struct fit_request){ .kind = row_get(r, F_request_kind),
		.title = row_get(r, F_request_title),
		.sector = row_get(r, F_request_sector), .borough = borough,
		.pupils = row_int(r, F_request_pupils, -1),
		.by = row_day(r, F_request_by) };
	for (size_t i = 0; i < groups->n; i++)
		fit_group_add(&s.want.groups, groups->m[i].v[0]);
	if (*s.want.kind != '\0')
		st = read_offers(&s, others, e);
	if (st == ST_OK)
		sort(out);
	else
		fittings_clear(out);
	end(&s);
	free(borough);
	return st;
}

enum status
fitting_for_request(struct app *app, const struct row *r,
    struct fittings *out, struct err *e)
{
	return for_request(app, r, true, out, e);
}

enum status
fitting_offers_for(struct app *app, const struct row *r,
    struct fittings *out, struct err *e)
{
	return for_request(app, r, false, out, e);
}

/* --- requests for an offer ----------------------------------------------- */

static void
on_request(void *arg, const struct fitting_request *r)
{
	struct search *s = arg;
	struct fit_request want = { .kind = r->kind, .title = r->title,
		.sector = r->sector, .borough = r->borough,
		.groups = groups_of(r->groups), .pupils = (long)r->pupils,
		.by = day_from_iso(r->by) };
	struct fitting *f = add_pair(s, s->offer, &want, r->id, FIT_OFFER);

	f->ent = entities[ENT_request];
	f->id = r->id;
	f->name = xstrdup(r->school);
	f->what = xstrdup(*r->title != '\0' ? r->title : r->kind);
}

static void
on_the_offer(void *arg, const struct fitting_offer *o)
{
	struct search *s = arg;

	s->offer = o;
	s->st = fitting_asked_one(s->app->db, o->employer, o->partner,
	    on_asked, s, s->e);
	if (s->st == ST_OK)
		s->st = fitting_requests(s->app->db, 0, o->kind, on_request, s,
		    s->e);
}

enum status
fitting_for_offer(struct app *app, int64_t offer, struct fittings *out,
    struct err *e)
{
	struct search s;
	enum status st;

	begin(&s, app, out, e);
	st = fitting_offers(app->db, "", offer, on_the_offer, &s, e);
	if (st == ST_OK)
		st = s.st;
	if (st == ST_OK)
		sort(out);
	else
		fittings_clear(out);
	end(&s);
	return st;
}

/* --- in words ------------------------------------------------------------ */

size_t
fittings_fit(const struct fittings *all)
{
	size_t n = 0;

	for (size_t i = 0; i < all->n; i++)
		n += all->v[i].fits;
	return n;
}

void
fittings_said(const struct fittings *all, struct buf *out)
{
	size_t n = fittings_fit(all);
	struct strs names = { 0 };
	char *text;

	if (n == 0) {
		buf_add(out, "no offer fits yet");
		return;
	}
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].fits && !strs_has(&names, all->v[i].name) &&
		    names.n < NAMED)
			strs_add(&names, all->v[i].name);
	text = strs_join(&names, ", ");
	buf_addf(out, "%zu offer%s fit%s: %s%s", n, n == 1 ? "" : "s",
	    n == 1 ? "s" : "", text, n > names.n ? " ..." : "");
	free(text);
	strs_clear(&names);
}
