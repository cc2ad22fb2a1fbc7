/* overview.c - a school now: people, figures of a year, last and next.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/overview.h"

#include <stdlib.h>
#include <string.h>

#include "app/options.h"
#include "app/school_log.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "db/overview.h"
#include "model/fields.h"
#include "model/tables.h"

/* --- year groups and figures --------------------------------------------- */

/* Pupils at the logged encounters of a benchmark in the year: the same as
 * evidenced of "BM 1 GROUP", logged. Nothing is known of years before the
 * first logged one. */
static void
set_range(const struct school_log *log, int bm, int group, struct ov_cell *c)
{
	struct evidence_rule ask = { .bm = bm, .times = 1, .first = group,
		.last = group };
	struct evidence_span span = evidence_span(group, group, log->year);
	struct evidence_count n;
	struct buf text;

	if (log->year < log->since) {
		snprintf(c->text, sizeof c->text, "?");
		return;
	}
	evidence_count(&ask, &span, log->ev, log->n, log->roll[group], &n);
	buf_init(&text, BUF_LINE);
	range_format(n.logged, &text);
	snprintf(c->text, sizeof c->text, "%s", text.p);
	buf_clear(&text);
	evidence_clear(&n);
}

/* How long an event lasted, in minutes; below 0 nobody knows. */
static double
event_minutes(const struct evidence_event *ev, double day_minutes)
{
	return ev->days > 0 ? ev->days * day_minutes : (double)ev->minutes;
}

static void
put_hours(double minutes, long roll, struct buf *out)
{
	double hours = minutes / 60 / (double)roll;

	buf_addf(out, hours > 0 && hours < 10 ? "%.1f" : "%.0f", hours);
}

/* Hours a pupil: minutes of each event by its pupils, over the roll. Of an event
 * at a school of which this one is a part, some of the pupils may be elsewhere
 * now: from those who must be here to those who can be. */
static void
set_hours(const struct school_log *log, int group, double day_minutes,
    struct ov_cell *c)
{
	double low = 0, high = 0;
	long roll = log->roll[group];
	bool unknown = log->year < log->since;
	struct buf least, most;

	for (size_t i = 0; i < log->n; i++) {
		const struct evidence_event *ev = &log->ev[i];
		double each = event_minutes(ev, day_minutes);
		long came = ev->attended;

		if (ev->group != group || came <= 0)
			continue;
		if (each < 0) {
			unknown = true;
			continue;
		}
		low += each * (double)(came > ev->others ? came - ev->others :
		    0);
		high += each * (double)(ev->others > 0 && roll > 0 &&
		    came > roll ? roll : came);
	}
	if (high <= 0 || roll <= 0) {
		snprintf(c->text, sizeof c->text, "%s", unknown || high > 0 ?
		    "?" : "0");
		return;
	}
	buf_init(&least, BUF_LINE);
	buf_init(&most, BUF_LINE);
	put_hours(low, roll, &least);
	put_hours(high, roll, &most);
	if (strcmp(least.p, most.p) == 0)
		snprintf(c->text, sizeof c->text, "%s", most.p);
	else
		snprintf(c->text, sizeof c->text, "%.7s-%.7s", least.p,
		    most.p);
	buf_clear(&least);
	buf_clear(&most);
}

static void
set_cells(const struct school_log *log, int group, double day_minutes,
    struct ov_group *g)
{
	int b;

	if (log->roll[group] < 0)
		snprintf(g->cell[OV_ROLL].text, 16, "?");
	else
		snprintf(g->cell[OV_ROLL].text, 16, "%d",
		    (int)log->roll[group]);
	for (b = 0; b < 3; b++)
		set_range(log, 5 + b, group, &g->cell[OV_EMPLOYER + b]);
	/* providers have access from Y8 on */
	if (group < YG_Y8 && (log->year < log->since ||
	    strcmp(g->cell[OV_PROVIDER].text, "0") == 0))
		snprintf(g->cell[OV_PROVIDER].text, 16, ".");
	set_hours(log, group, day_minutes, &g->cell[OV_HOURS]);
	g->has = true;
	g->unconfirmed = log->roll[group] >= 0 && !log->confirmed[group];
}

static void
name_group(const char *word, char out[6])
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	year_group_shown(word, &b);
	snprintf(out, 6, "%s", b.p);
	buf_clear(&b);
}

/* Year groups of the school, those of secondary age when there are many. One
 * that it lacks between them has only "." for figures. */
static void
choose_groups(const struct school_log *log, double day_minutes,
    struct overview *o)
{
	int first = -1, last = -1, n = 0, i, f;
	size_t k;

	for (i = YG_R; i <= YG_Y13; i++) {
		if (!school_log_has(log, i))
			continue;
		n++;
		last = i;
		first = first < 0 ? i : first;
	}
	if (n > 8 && first < YG_Y7)
		first = YG_Y7;
	for (i = first; first >= 0 && i <= last; i++) {
		k = o->ngroups++;
		snprintf(o->group[k].word, 6, "%s", year_groups[i].word);
		name_group(year_groups[i].word, o->group[k].head);
		if (school_log_has(log, i))
			set_cells(log, i, day_minutes, &o->group[k]);
		else
			for (f = 0; f < OV_FIGURES; f++)
				snprintf(o->group[k].cell[f].text, 16, ".");
	}
}

static enum status
read_figures(struct app *app, const struct row *school, struct overview *o,
    struct err *e)
{
	struct school_log log;
	enum status st;

	st = school_log_read(app, school, o->year, o->year, &log, e);
	if (st)
		return st;
	choose_groups(&log, 60.0 * (double)option_int(app->opt,
	    OPT_HOURS_DAY), o);
	school_log_clear(&log);
	return ST_OK;
}

/* --- people -------------------------------------------------------------- */

struct people {
	struct overview	*o;
	int		 today;
};

static void
add_person(struct overview *o, const char *role, const char *name,
    const char *more, int64_t contact)
{
	const struct choice *c;
	struct ov_person *p;
	size_t i;

	for (c = roles; c->word && strcmp(c->word, role) != 0; c++)
		continue;
	o->person = xreallocarray(o->person, o->npeople + 1,
	    sizeof *o->person);
	p = &o->person[o->npeople++];
	p->role = xstrdup(c->word && c->label ? c->label : role);
	p->name = xstrdup(name);
	p->more = xstrdup(more);
	p->contact = contact;
	for (p->required = false, i = 0; required_roles[i]; i++)
		if (str_eq(required_roles[i], role))
			p->required = true;
}

/* "since Sep 26" */
static void
since(int day, char out[48])
{
	char text[24];

	day_long(day, text);
	snprintf(out, 48, "since %.3s %.2s", strchr(text + 4, ' ') + 1,
	    text + strlen(text) - 2);
}

/* A recent start is worth saying; so is the careers leader's training. */
static void
on_person(void *arg, const char *name, const char *role, const char *from,
    const char *training, int64_t contact)
{
	struct people *p = arg;
	char more[48] = "";
	int day = day_from_iso(from);

	if (strcmp(role, "careers leader") == 0 && *training)
		snprintf(more, sizeof more, "%s",
		    strcmp(training, "done") == 0 ? "trained" :
		    strcmp(training, "none") == 0 ? "not trained" :
		    training);
	else if (day != DAY_NONE && day > p->today - 400)
		since(day, more);
	add_person(p->o, role, name, more, contact);
}

static int
role_order(const char *label)
{
	int i;

	for (i = 0; roles[i].word; i++)
		if (str_eq(roles[i].label ? roles[i].label : roles[i].word,
		    label))
			return i;
	return i;
}

static int
by_role(const void *a, const void *b)
{
	const struct ov_person *x = a, *y = b;
	int d = role_order(x->role) - role_order(y->role);

	return d ? d : strcmp(x->name, y->name);
}

/* A key role without anybody, since the day after the last one left. */
static enum status
add_vacancy(struct app *app, int64_t school, const char *role,
    struct overview *o, struct err *e)
{
	char today[11], more[48] = "";
	enum status st;
	int left;

	day_iso(app->today, today);
	st = overview_left(app->db, school, role, today, &left, e);
	if (st)
		return st;
	if (left != DAY_NONE)
		since(left + 1, more);
	add_person(o, role, "", more, 0);
	return ST_OK;
}

static enum status
add_vacancies(struct app *app, int64_t school, struct overview *o,
    struct err *e)
{
	const struct choice *c;
	enum status st = ST_OK;
	size_t i, k;

	for (k = 0; !st && required_roles[k]; k++) {
		for (c = roles; c->word && strcmp(c->word, required_roles[k]); )
			c++;
		for (i = 0; i < o->npeople; i++)
			if (c->word && str_eq(o->person[i].role, c->label))
				break;
		if (i == o->npeople)
			st = add_vacancy(app, school, required_roles[k], o, e);
	}
	return st;
}

/* --- all of it ----------------------------------------------------------- */

enum status
overview_of(struct app *app, const struct row *school, int year,
    struct overview *out, struct err *e)
{
	struct overview o = {.year = year, .missing = DAY_NONE};
	struct people p = {&o, app->today};
	char today[11];
	enum status st;

	day_iso(app->today, today);
	st = read_figures(app, school, &o, e);
	if (!st)
		st = overview_people(app->db, school->id, today, on_person,
		    &p, e);
	if (!st)
		st = overview_days(app->db, school->id, today, &o.last,
		    &o.next, &o.late, e);
	if (!st)
		st = add_vacancies(app, school->id, &o, e);
	if (!st)
		st = overview_access(app, school, &o, e);
	if (!st)
		st = overview_programme(app, school, &o, e);
	if (!st)
		st = overview_week(app, school, &o, e);
	if (st) {
		overview_clear(&o);
		return st;
	}
	qsort(o.person, o.npeople, sizeof *o.person, by_role);
	*out = o;
	return ST_OK;
}

void
overview_clear(struct overview *o)
{
	size_t i;

	for (i = 0; i < o->npeople; i++) {
		free(o->person[i].role);
		free(o->person[i].name);
		free(o->person[i].more);
	}
	free(o->person);
	free(o->stage.word);
	free(o->stage.reason);
	free(o->stage.waiting_for);
	for (i = 0; i < o->nusers; i++)
		free(o->user[i].name);
	free(o->user);
	for (i = 0; i < o->nadvisers; i++) {
		free(o->adviser[i].name);
		free(o->adviser[i].employer);
	}
	free(o->adviser);
	overview_week_clear(o);
	memset(o, 0, sizeof *o);
}

void
overview_filter(struct app *app, const struct row *school, int year,
    const char *group, enum ov_figure f, struct buf *out)
{
	static const char *const benchmark[OV_FIGURES] = {
		[OV_EMPLOYER] = " benchmarks:5",
		[OV_WORKPLACE] = " benchmarks:6",
		[OV_PROVIDER] = " benchmarks:7",
	};
	char name[8];

	if (f == OV_ROLL) {
		year_format(year, name);
		buf_add(out, "school:");
		ref_text(app, school->ent, school->id, out);
		buf_addf(out, " year:%s group:%s", name, group);
		return;
	}
	if (f == OV_PROVIDER && overview_access_filter(app, school, group, out))
		return;
	school_log_filter(app, school, group, year, year, out);
	buf_add(out, benchmark[f] ? benchmark[f] : "");
}
