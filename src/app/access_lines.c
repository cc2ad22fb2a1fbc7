/* access_lines.c - provider access of many schools, by what is due.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/access.h"
#include "app/select.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"

/* --- one line ------------------------------------------------------------ */

void
access_who(struct app *app, const struct access_meeting *m, struct buf *out)
{
	for (size_t i = 0; i < m->nproviders; i++) {
		if (i > 0)
			buf_add(out, ", ");
		title_text(app, entity_find("partner"), m->provider[i], out);
	}
}

static char *
who(struct app *app, const struct access_meeting *m)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	access_who(app, m, &b);
	return buf_take(&b);
}

/* The meeting to come; else those that lack something; else nothing. */
static char *
planned(struct app *app, const struct access_one *a,
    const struct access_phase *p, int64_t *id)
{
	char day[24];

	if (p->next == ACCESS_AT_NONE && p->lacking > 0)
		return xasprintf("%zu incomplete", p->lacking);
	if (p->next == ACCESS_AT_NONE)
		return xstrdup("-");
	*id = a->school.meeting[p->next].id;
	day_short(a->school.meeting[p->next].day, app->today, day);
	return xasprintf("planned %s", day + 4);	/* no weekday */
}

static void
put_first(struct app *app, const struct access_one *a, struct access_line *l)
{
	if (l->p.first == ACCESS_AT_NONE) {
		l->first = planned(app, a, &l->p, &l->first_id);
		return;
	}
	l->first = who(app, &a->school.meeting[l->p.first]);
	l->first_id = a->school.meeting[l->p.first].id;
}

/* Why the second does not do, where there is one. */
static void
put_second(struct app *app, const struct access_one *a,
    struct access_line *l)
{
	const struct access_phase *p = &l->p;

	if (p->first == ACCESS_AT_NONE) {
		l->second = xstrdup("-");
		return;
	}
	if (p->second == ACCESS_AT_NONE) {
		l->second = planned(app, a, p, &l->second_id);
		return;
	}
	l->second_id = a->school.meeting[p->second].id;
	if (p->state == ACCESS_SAME)
		l->second = xstrdup("same provider");
	else if (p->missing & MISSING_NUMBERS)
		l->second = xstrdup("numbers not known");
	else if (p->missing & MISSING_ROLL)
		l->second = xstrdup("roll not known");
	else
		l->second = xasprintf("part %ld of %ld", p->shown.least,
		    p->roll);
}

static void
put_words(struct access_line *l)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	year_group_shown(year_groups[l->p.group].word, &b);
	snprintf(l->group, sizeof l->group, "%s", b.p);
	buf_reset(&b);
	access_state_said(&l->p, &b);
	l->state = xstrdup(b.p);
	buf_reset(&b);
	access_missing_said(&l->p, &b);
	l->missing = buf_take(&b);
}

static struct access_line *
add_line(struct access_lines *ls, int64_t school, const char *name)
{
	struct access_line *l;

	ls->v = xreallocarray(ls->v, ls->n + 1, sizeof *ls->v);
	l = &ls->v[ls->n++];
	*l = (struct access_line){ .school = school, .name = xstrdup(name) };
	return l;
}

static void
add_cohort(struct app *app, const struct access_one *a,
    const struct access_phase *p, int64_t school, const char *name,
    struct access_lines *ls)
{
	struct access_line *l;

	ls->cohorts++;
	if (p->state == ACCESS_TWO) {
		ls->done++;
		return;
	}
	l = add_line(ls, school, name);
	l->p = *p;
	l->why = xstrdup("");
	put_first(app, a, l);
	put_second(app, a, l);
	put_words(l);
}

static void
add_without(const struct access_one *a, int64_t school, const char *name,
    struct access_lines *ls)
{
	struct access_line *l = add_line(ls, school, name);

	l->why = xasprintf("%s: %s", a->all.applies == ACCESS_NO ?
	    "does not apply" : "not known", a->all.why);
	l->first = xstrdup("");
	l->second = xstrdup(".");
	l->state = xstrdup("");
	l->missing = xstrdup("");
}

/* --- all of them --------------------------------------------------------- */

struct reading {
	struct app	*app;
	int		 day;
	struct access_lines *out;
};

static enum status
add_school(void *arg, int64_t school, struct err *e)
{
	struct reading *r = arg;
	struct access_one a;
	struct buf name;
	enum status st = access_one(r->app, school, r->day, &a, e);

	if (st != ST_OK)
		return st;
	buf_init(&name, BUF_LINE);
	title_text(r->app, entity_find("school"), school, &name);
	r->out->schools++;
	if (a.all.applies == ACCESS_YES)
		r->out->applies++;
	else
		add_without(&a, school, name.p, r->out);
	for (size_t i = 0; i < a.all.n; i++)
		add_cohort(r->app, &a, &a.all.v[i], school, name.p, r->out);
	buf_clear(&name);
	access_one_clear(&a);
	return ST_OK;
}

static int
by_due(const void *va, const void *vb)
{
	const struct access_line *a = va, *b = vb;
	bool no = *a->why != '\0', other = *b->why != '\0';
	int d;

	if (no != other)
		return no ? 1 : -1;
	if (!no && a->p.to != b->p.to)
		return a->p.to < b->p.to ? -1 : 1;
	if ((d = strcmp(a->name, b->name)) != 0)
		return d;
	if (a->school != b->school)
		return a->school < b->school ? -1 : 1;
	return a->p.group - b->p.group;
}

enum status
access_lines(struct lister *l, struct access_lines *out, struct err *e)
{
	struct list_spec by_name = l->spec;
	struct access_lines ls = { 0 };
	struct reading r = { l->app, l->spec.today, &ls };
	int64_t n = 0;
	enum status st;

	by_name.sort = -1;
	by_name.desc = false;
	st = select_count(l->app, &by_name, ACCESS_MAX, &n, e);
	ls.over = n > ACCESS_MAX;
	if (st == ST_OK && !ls.over)
		st = select_each(l->app, &by_name, add_school, &r, e);
	if (st != ST_OK) {
		access_lines_clear(&ls);
		return st;
	}
	if (ls.n > 0)
		qsort(ls.v, ls.n, sizeof *ls.v, by_due);
	*out = ls;
	return ST_OK;
}

void
access_lines_clear(struct access_lines *ls)
{
	for (size_t i = 0; i < ls->n; i++) {
		struct access_line *l = &ls->v[i];

		free(l->name);
		free(l->why);
		free(l->first);
		free(l->second);
		free(l->state);
		free(l->missing);
	}
	free(ls->v);
	*ls = (struct access_lines){ 0 };
}

/* --- in words ------------------------------------------------------------ */

void
access_due_said(const struct access_phase *p, int day, struct buf *out)
{
	char text[24];			/* Sun 28 Feb 2027 */

	day_long(p->to, text);
	buf_addn(out, text + 4, strlen(text) - strlen("Sun ") -
	    strlen(" 2027"));
	if (year_of_day(p->to) != year_of_day(day))
		buf_addf(out, " %s", text + strlen(text) - 2);
}

void
access_sum_said(const struct access_lines *ls, struct buf *out)
{
	if (ls->over)
		buf_addf(out, "More than %d schools: a filter names fewer.",
		    ACCESS_MAX);
	else
		buf_addf(out, "%zu of %zu cohort%s at %zu school%s have met "
		    "providers as the law asks.", ls->done, ls->cohorts,
		    ls->cohorts == 1 ? "" : "s", ls->applies,
		    ls->applies == 1 ? "" : "s");
}
