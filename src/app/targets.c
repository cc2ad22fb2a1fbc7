/* targets.c - how far a target is on a day, by what is counted or was typed.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/targets.h"

#include <stdlib.h>
#include <string.h>

#include "app/lists.h"
#include "app/record.h"
#include "app/rows.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "db/rules.h"
#include "db/store.h"
#include "model/fields.h"
#include "model/snapshot.h"
#include "model/tables.h"

#define MOST	1000000
#define PAGE	500
#define IN	"stage:\"signed up\",matched,active,paused"
#define HERE	"status:open* eligible:yes,limited"

/* What a measure counts, as at a day: records of ENT with the filter; the mean
 * or the sum of a field of them; or per cent of those of another filter. $d is
 * the day, $f the target's first. Of a target that names its network, schools
 * are those in it, HERE is its area, volunteers would go there or anywhere, and
 * employers work there. */
enum how { COUNT, MEAN, SUM, SHARE };
static const struct {
	const char	*measure;
	enum entity_no	 ent;
	const char	*filter, *of;
	enum how	 how;
	int		 field;
} measured[] = {
	{ "schools in network", ENT_school, IN, NULL, COUNT, -1 },
	{ "share in network", ENT_school, HERE " " IN, HERE, SHARE, -1 },
	{ "schools matched", ENT_school, IN " -ea:", NULL,
	    COUNT, -1 },
	{ "share matched", ENT_school, IN " -ea:", IN, SHARE,
	    -1 },
	{ "volunteers", ENT_volunteer, "-stage:enquiry,closed -signed_up>$d",
	    NULL, COUNT, -1 },
	{ "benchmarks", ENT_school, IN " -bm:", NULL, MEAN, F_school_bm },
	{ "leaders trained", ENT_school, IN " leader:done", NULL, COUNT, -1 },
	{ "governors named", ENT_school, IN " -governor:", NULL, COUNT, -1 },
	{ "cornerstone employers", ENT_employer,
	    "cornerstone_from<=$d -cornerstone_to<$d", NULL, COUNT, -1 },
	{ "encounters", ENT_encounter, "status:delivered since:$f until:$d",
	    NULL, COUNT, -1 },
	{ "pupils", ENT_encounter, "status:delivered since:$f until:$d", NULL,
	    SUM, F_encounter_pupils },
};

static char *
fill(const char *filter, int from, int day)
{
	char d[11], f[11];
	struct buf b;

	day_iso(day, d);
	day_iso(from == DAY_NONE ? year_first_day(year_of_day(day)) : from, f);
	buf_init(&b, BUF_LINE);
	for (const char *c = filter; *c != '\0'; c++) {
		if (*c == '$')
			buf_add(&b, *++c == 'd' ? d : f);
		else
			buf_addc(&b, *c);
	}
	return buf_take(&b);
}

/* Which schools a figure is of: those of a network, or all there are. */
struct within {
	bool		 is;
	struct rule_ids	 id;		/* the schools in it */
	struct buf	 area;		/* its boroughs: "A","B"; "" everywhere */
};

static enum status
within_read(struct app *app, const struct row *t, int day,
    struct within *out, struct err *e)
{
	struct row *net;
	enum status st;
	char text[11];

	*out = (struct within){ .is = !row_is_empty(t, F_target_network) };
	buf_init(&out->area, BUF_LINE);
	if (!out->is)
		return ST_OK;
	day_iso(day, text);
	if ((st = store_load(app->db, &network_entity, row_ref(t,
	    F_target_network), false, &net, e)) != ST_OK)
		return st;
	for (size_t i = 0; i < row_members(net, F_network_area)->n; i++)
		buf_addf(&out->area, "%s\"%s\"", i == 0 ? "" : ",",
		    row_members(net, F_network_area)->m[i].v[0]);
	st = rules_network_schools(app->db, net->id, text, &out->id, e);
	row_free(net);
	return st;
}

static void
within_clear(struct within *w)
{
	buf_clear(&w->area);
	free(w->id.v);
}

/* Of a page the sum of a field, and of how many records. */
static void
add_page(const struct list_page *page, double *sum, int64_t *n)
{
	for (size_t i = 0; i < page->n; i++) {
		if (page->ncols > 0 && page->row[i].cell[0][0] == '\0')
			continue;
		if (page->ncols > 0)
			*sum += strtod(page->row[i].cell[0], NULL);
		++*n;
	}
}

/* Of those of a network that the filter finds, FIELD or -1. */
static enum status
add_within(struct app *app, const struct within *w, const char *filter,
    int field, double *sum, int64_t *n, struct err *e)
{
	struct list_page page = { 0 };
	struct lister l;
	enum status st = lister_open(&l, app, &school_entity, filter, e);

	if (st != ST_OK)
		return st;
	lister_columns(&l, &field, field >= 0 ? 1 : 0);
	st = lister_these(&l, w->id.v, w->id.n, &page, e);
	if (st == ST_OK)
		add_page(&page, sum, n);
	list_clear(&page);
	lister_close(&l);
	return st;
}

/* Of all that the filter finds. */
static enum status
add_all(struct app *app, const struct entity *ent, const char *filter,
    int field, double *sum, int64_t *n, struct err *e)
{
	struct list_page page = { 0 };
	struct lister l;
	enum status st;

	if (field < 0)
		return rows_count(app, ent, filter, MOST, n, e);
	if ((st = lister_open(&l, app, ent, filter, e)) != ST_OK)
		return st;
	lister_columns(&l, &field, 1);
	do {
		st = lister_page(&l, page.n > 0 ? &page.row[page.n - 1] : NULL,
		    true, PAGE, &page, e);
		if (st == ST_OK)
			add_page(&page, sum, n);
	} while (st == ST_OK && page.more);
	list_clear(&page);
	lister_close(&l);
	return st;
}

/* What a share is of. */
static enum status
count_of(struct app *app, size_t i, const struct within *w, const char *of,
    int64_t *all, struct err *e)
{
	char *filter;
	double sum = 0;
	enum status st;

	if (w->is && !str_eq(measured[i].of, HERE))
		return add_within(app, w, of, -1, &sum, all, e);
	filter = xasprintf("%s%s%s", of, w->area.n > 0 ? " la:" : "",
	    w->area.p);
	st = rows_count(app, &school_entity, filter, MOST, all, e);
	free(filter);
	return st;
}

static void
settle(size_t i, double sum, int64_t n, int64_t all,
    struct target_figure *out)
{
	enum how how = measured[i].how;

	out->known = how == MEAN ? n > 0 : how == SHARE ? all > 0 : true;
	if (!out->known)
		return;
	out->n = how == SUM ? sum : how == MEAN ? sum / (double)n :
	    how == SHARE ? (double)n * 100 / (double)all : (double)n;
}

/* Those of the filter who would go to the area, or work there. *FILTER finds
 * them, or is NULL when none does: who named no borough would go anywhere. */
static enum status
add_there(struct app *app, const struct entity *ent, const struct within *w,
    char **filter, int64_t *n, struct err *e)
{
	char *there = xasprintf("%s boroughs:%s", *filter, w->area.p);
	char *anywhere = xasprintf("%s boroughs:", *filter);
	int64_t more = 0;
	enum status st = rows_count(app, ent, there, MOST, n, e);

	if (st == ST_OK && ent == &volunteer_entity)
		st = rows_count(app, ent, anywhere, MOST, &more, e);
	*n += more;
	free(anywhere);
	free(*filter);
	*filter = there;
	if (more > 0) {
		free(there);
		*filter = NULL;
	}
	return st;
}

static enum status
count_one(struct app *app, size_t i, const struct within *w, int from,
    int day, struct target_figure *out, struct err *e)
{
	const struct entity *ent = entities[measured[i].ent];
	bool inside = w->is && ent == &school_entity;
	char *filter = fill(measured[i].filter, from, day);
	int field = measured[i].field;
	double sum = 0;
	int64_t n = 0, all = 0;
	enum status st;

	if (inside)
		st = add_within(app, w, filter, field, &sum, &n, e);
	else if (w->area.n > 0 && (ent == &volunteer_entity ||
	    ent == &employer_entity))
		st = add_there(app, ent, w, &filter, &n, e);
	else
		st = add_all(app, ent, filter, field, &sum, &n, e);
	if (st == ST_OK && measured[i].of != NULL)
		st = count_of(app, i, w, measured[i].of, &all, e);
	settle(i, sum, n, all, out);
	/* Who is in a network is no filter of schools. */
	if (inside) {
		free(filter);
		return st;
	}
	out->ent = filter != NULL ? ent : NULL;
	out->filter = filter;
	return st;
}

/* The newest reading up to DAY: each is "2026-10-31 412". */
static void
typed_at(const struct row *t, int day, struct target_figure *out)
{
	const struct set *s = row_members(t, F_target_readings);
	int best = DAY_NONE;

	for (size_t i = 0; i < s->n; i++) {
		char *at = xstrndup(s->m[i].v[0], 10);
		int d = day_from_iso(at);

		if (d != DAY_NONE && d <= day && (best == DAY_NONE ||
		    d >= best) && strlen(s->m[i].v[0]) > 11) {
			best = d;
			out->known = true;
			out->n = strtod(s->m[i].v[0] + 11, NULL);
		}
		free(at);
	}
}

enum status
target_figure_at(struct app *app, const struct row *t, int day,
    struct target_figure *out, struct err *e)
{
	const char *measure = row_get(t, F_target_measure);
	struct within w;
	enum status st;
	size_t i = 0;
	int was;

	*out = (struct target_figure){ 0 };
	while (i < COUNT_OF(measured) && !str_eq(measured[i].measure, measure))
		i++;
	if (i == COUNT_OF(measured)) {
		typed_at(t, day, out);
		return ST_OK;
	}
	was = app_look(app, day);
	st = within_read(app, t, day, &w, e);
	if (st == ST_OK)
		st = count_one(app, i, &w, row_day(t, F_target_from), day,
		    out, e);
	within_clear(&w);
	app_look_back(app, was);
	if (st != ST_OK)
		target_figure_clear(out);
	return st;
}

void
target_figure_clear(struct target_figure *f)
{
	free(f->filter);
	*f = (struct target_figure){ 0 };
}

struct goal
target_goal(const struct row *t, int today, const struct target_figure *now)
{
	const struct goal_facts g = {
		.from = row_day(t, F_target_from),
		.by = row_day(t, F_target_by), .today = today,
		.baseline = strtod(row_get(t, F_target_baseline), NULL),
		.target = strtod(row_get(t, F_target_target), NULL),
		.has_baseline = !row_is_empty(t, F_target_baseline),
		.actual = now->n, .has_actual = now->known,
	};

	return goal_of(&g);
}

enum status
target_now_read(struct app *app, int64_t id, struct target_now *out,
    struct err *e)
{
	enum status st;

	*out = (struct target_now){ 0 };
	if ((st = store_load(app->db, &target_entity, id, false, &out->row,
	    e)) != ST_OK)
		return st;
	st = target_figure_at(app, out->row, app->today, &out->now, e);
	if (st == ST_OK)
		st = target_figure_at(app, out->row,
		    snapshot_before(app->today), &out->before, e);
	if (st != ST_OK) {
		target_now_clear(out);
		return st;
	}
	out->goal = target_goal(out->row, app->today, &out->now);
	return ST_OK;
}

void
target_now_clear(struct target_now *t)
{
	target_figure_clear(&t->now);
	target_figure_clear(&t->before);
	row_free(t->row);
	*t = (struct target_now){ 0 };
}
