/* targets.c - the report targets: how far each is, and its way there.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "app/lists.h"
#include "app/record.h"
#include "app/report.h"
#include "app/rows.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/fields.h"
#include "model/goal.h"
#include "model/snapshot.h"
#include "model/tables.h"

#define MOST	1000000
#define PAGE	500
#define PAST	4		/* snapshots before today */
#define IN	"stage:\"signed up\",matched,active,paused"
#define HERE	"status:open* eligible:yes,limited"

/* What a measure counts, as at a day: records of ENT with the filter; the mean
 * or the sum of a field of them; or per cent of those of another filter. $d is
 * the day, $f the target's first. */
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

struct figure {
	bool	 known;
	double	 n;
	const struct entity *ent;	/* what it counts; NULL typed in */
	char	*filter;
};

struct making {
	struct app	*app;
	struct report	*r;
	int		 day[PAST + 1];	/* oldest first, then today */
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

/* Sum of a field, and of how many records. */
static enum status
add_up(struct app *app, const struct entity *ent, const char *filter,
    int field, double *sum, int64_t *n, struct err *e)
{
	struct list_page page = { 0 };
	struct lister l;
	enum status st = lister_open(&l, app, ent, filter, e);

	if (st != ST_OK)
		return st;
	lister_columns(&l, &field, 1);
	do {
		st = lister_page(&l, page.n > 0 ? &page.row[page.n - 1] : NULL,
		    true, PAGE, &page, e);
		for (size_t i = 0; st == ST_OK && i < page.n; i++)
			if (page.row[i].cell[0][0] != '\0') {
				*sum += strtod(page.row[i].cell[0], NULL);
				++*n;
			}
	} while (st == ST_OK && page.more);
	list_clear(&page);
	lister_close(&l);
	return st;
}

static enum status
count_one(struct app *app, size_t i, int from, int day, struct figure *out,
    struct err *e)
{
	char *of = measured[i].of == NULL ? NULL :
	    fill(measured[i].of, from, day);
	double sum = 0;
	int64_t n = 0, all = 0;
	enum status st;

	out->ent = entities[measured[i].ent];
	out->filter = fill(measured[i].filter, from, day);
	if (measured[i].field >= 0)
		st = add_up(app, out->ent, out->filter, measured[i].field,
		    &sum, &n, e);
	else
		st = rows_count(app, out->ent, out->filter, MOST, &n, e);
	if (st == ST_OK && of != NULL)
		st = rows_count(app, out->ent, of, MOST, &all, e);
	free(of);
	out->known = measured[i].how == MEAN ? n > 0 :
	    measured[i].how == SHARE ? all > 0 : true;
	out->n = measured[i].how == SUM ? sum : measured[i].how == MEAN ?
	    (n > 0 ? sum / (double)n : 0) : measured[i].how == SHARE ?
	    (all > 0 ? (double)n * 100 / (double)all : 0) : (double)n;
	return st;
}

/* The newest reading up to DAY: each is "2026-10-31 412". */
static void
typed_at(const struct row *t, int day, struct figure *out)
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

/* The schools of one network are counted there. */
static enum status
of_network(struct app *app, const struct row *t, struct figure *out,
    struct err *e)
{
	struct row *net;
	enum status st = record_load(app, &network_entity,
	    row_ref(t, F_target_network), &net, e);

	if (st != ST_OK)
		return st;
	out->known = true;
	out->n = (double)row_int(net, F_network_schools, 0);
	row_free(net);
	return ST_OK;
}

static enum status
figure_at(struct app *app, const struct row *t, int day, struct figure *out,
    struct err *e)
{
	const char *measure = row_get(t, F_target_measure);
	enum status st = ST_OK;
	size_t i = 0;
	int was;

	*out = (struct figure){ 0 };
	while (i < COUNT_OF(measured) && !str_eq(measured[i].measure, measure))
		i++;
	if (i == COUNT_OF(measured)) {
		typed_at(t, day, out);
		return ST_OK;
	}
	was = app_look(app, day);
	if (i == 0 && !row_is_empty(t, F_target_network)) {
		st = of_network(app, t, out, e);
		out->ent = &membership_entity;
		out->filter = xstrdup(IN);
	} else {
		st = count_one(app, i, row_day(t, F_target_from), day, out, e);
	}
	app_look_back(app, was);
	return st;
}

/* --- the page ------------------------------------------------------------------ */

static void
put_figure(struct making *m, const struct row *t, const struct figure *f,
    bool now)
{
	if (!f->known) {
		report_cell(m->r, "?");
		return;
	}
	report_cellf(m->r, "%.4g", f->n);
	if (f->ent == NULL || f->ent == &membership_entity)
		report_opens(m->r, &target_entity, t->id);
	else if (now)
		report_lists(m->r, f->ent, f->filter);
}

static void
put_course(struct making *m, const struct row *t, const struct figure *f)
{
	struct goal_facts g = {
		.from = row_day(t, F_target_from),
		.by = row_day(t, F_target_by), .today = m->app->today,
		.baseline = strtod(row_get(t, F_target_baseline), NULL),
		.target = strtod(row_get(t, F_target_target), NULL),
		.has_baseline = !row_is_empty(t, F_target_baseline),
		.actual = f->n, .has_actual = f->known,
	};
	struct goal goal = goal_of(&g);
	struct buf b;

	report_cellf(m->r, goal.share < 0 ? "?" : "%d %%", goal.share);
	buf_init(&b, BUF_LINE);
	buf_add(&b, goal_word(goal.course));
	if (goal.course == GOAL_BEHIND || goal.course == GOAL_ON_COURSE) {
		buf_add(&b, goal.has_line ? ", " : "");
		goal_said(&goal, &b);
	}
	report_cell(m->r, b.p);
	buf_clear(&b);
}

static enum status
put_target(void *arg, int64_t id, struct err *e)
{
	struct making *m = arg;
	struct figure f = { 0 };
	struct row *t;
	enum status st = record_load(m->app, &target_entity, id, &t, e);

	if (st != ST_OK)
		return st;
	report_cell(m->r, row_get(t, F_target_title));
	report_opens(m->r, &target_entity, id);
	report_cell(m->r, row_get(t, F_target_measure));
	for (size_t i = 0; i <= PAST && st == ST_OK; i++) {
		free(f.filter);
		st = figure_at(m->app, t, m->day[i], &f, e);
		if (st == ST_OK)
			put_figure(m, t, &f, i == PAST);
	}
	report_cell(m->r, row_get(t, F_target_target));
	report_cell(m->r, row_get(t, F_target_by));
	put_course(m, t, &f);
	free(f.filter);
	row_free(t);
	return st;
}

static void
put_heads(struct making *m)
{
	char day[24];
	struct buf b;
	int at = m->app->today;

	m->day[PAST] = at;
	for (int i = PAST; i-- > 0; )
		m->day[i] = at = snapshot_before(at);
	buf_init(&b, BUF_LINE);
	buf_add(&b, "Target|@Measure");
	for (int i = 0; i < PAST; i++) {
		day_long(m->day[i], day);
		buf_addf(&b, "|>%.3s %.2s", day + strlen(day) - 8,
		    day + strlen(day) - 2);
	}
	buf_add(&b, "|>Now|>Wanted|By|>Reached|Course");
	report_table(m->r, "", b.p);
	buf_clear(&b);
}

enum status
targets_report(struct app *app, const struct report_args *args,
    struct report *r, struct err *e)
{
	struct making m = { .app = app, .r = r };
	struct lister l;
	const char *ent;
	int64_t id;
	enum status st;

	report_begin(r, "Targets", app->today);
	r->flat = true;
	put_heads(&m);
	if (args->words->n == 1 && str_istarts(args->words->v[0], "target/")) {
		st = ref_resolve_in(app, "target", args->words->v[0], true,
		    &ent, &id, e);
		return st != ST_OK ? st : put_target(&m, id, e);
	}
	if ((st = lister_open(&l, app, &target_entity, "", e)) != ST_OK)
		return st;
	if (args->words->n > 0)
		st = lister_args(&l, args->words, e);
	if (st == ST_OK)
		st = lister_each(&l, put_target, &m, e);
	lister_close(&l);
	report_note(r, "As our dated records show it on the last days of"
	    " snapshots and now; of volunteers those of today who had signed up"
	    " by then; typed in: the reading of that day or before. On course is"
	    " by a straight line from the baseline to what is wanted.");
	return st;
}
