/* overview.c - a school now: people, figures of a year, last and next.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/overview.h"

#include <stdlib.h>
#include <string.h>

#include "app/options.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "db/overview.h"
#include "model/fields.h"
#include "model/tables.h"

/* Roles whose vacancy is worth a word. */
static const char key_roles[] = "head,careers leader,link governor";

/* --- year groups and figures --------------------------------------------- */

/* Figures of one year group while they are gathered. */
struct tally {
	long	*came[3];	/* of events for benchmarks 5, 6, 7 */
	size_t	 n[3];
	bool	 unknown[3];	/* an event whose number is not known */
	double	 minutes;	/* pupils x minutes */
	bool	 no_minutes;	/* some event's length is not known */
	long	 roll;		/* -1 not known */
};

struct gather {
	struct tally	 t[YG_MAX];
	double		 day_minutes;	/* of a day of a placement */
};

static void
on_roll(void *arg, const char *group, int64_t pupils, bool confirmed)
{
	struct gather *g = arg;
	int i = year_group(group);

	(void)confirmed;
	if (i >= 0)
		g->t[i].roll = (long)pupils;
}

static void
on_figure(void *arg, const struct figure_row *r)
{
	struct gather *g = arg;
	int i = year_group(r->group), b;
	struct tally *t;

	if (i < 0)
		return;
	t = &g->t[i];
	for (b = 0; b < 3; b++) {
		if (!r->bm[b])
			continue;
		if (r->attended < 0) {
			t->unknown[b] = true;
			continue;
		}
		t->came[b] = xreallocarray(t->came[b], t->n[b] + 1,
		    sizeof *t->came[b]);
		t->came[b][t->n[b]++] = (long)r->attended;
	}
	if (r->attended > 0 && r->days > 0)
		t->minutes += (double)r->attended * r->days * g->day_minutes;
	else if (r->attended > 0 && r->minutes >= 0)
		t->minutes += (double)r->attended * (double)r->minutes;
	else if (r->attended > 0)
		t->no_minutes = true;
}

static void
set_range(const struct tally *t, int b, struct ov_cell *c)
{
	struct buf text;

	if (!t->n[b]) {
		snprintf(c->text, sizeof c->text, "%s",
		    t->unknown[b] ? "?" : "0");
		return;
	}
	buf_init(&text, BUF_LINE);
	range_format(range_of(t->came[b], t->n[b], t->roll, 1), &text);
	snprintf(c->text, sizeof c->text, "%s", text.p);
	buf_clear(&text);
}

static void
set_cells(const struct tally *t, int group, struct ov_group *g)
{
	double hours;
	int b;

	if (t->roll < 0)
		snprintf(g->cell[OV_ROLL].text, 16, "?");
	else
		snprintf(g->cell[OV_ROLL].text, 16, "%d", (int)t->roll);
	for (b = 0; b < 3; b++)
		set_range(t, b, &g->cell[OV_EMPLOYER + b]);
	/* providers have access from Y8 on */
	if (group < YG_Y8 && strcmp(g->cell[OV_PROVIDER].text, "0") == 0)
		snprintf(g->cell[OV_PROVIDER].text, 16, ".");
	hours = t->roll > 0 ? t->minutes / 60 / (double)t->roll : 0;
	if (t->minutes <= 0)
		snprintf(g->cell[OV_HOURS].text, 16, "%s",
		    t->no_minutes ? "?" : "0");
	else if (t->roll <= 0)
		snprintf(g->cell[OV_HOURS].text, 16, "?");
	else
		snprintf(g->cell[OV_HOURS].text, 16, hours < 10 ? "%.1f" :
		    "%.0f", hours);
}

static bool
has_figures(const struct tally *t)
{
	return t->n[0] || t->n[1] || t->n[2] || t->minutes > 0 ||
	    t->unknown[0] || t->unknown[1] || t->unknown[2];
}

/* Was year group I taught there? By the ages of the register, a roll, or an
 * encounter. */
static bool
has_group(const struct row *school, const struct gather *g, int i)
{
	long low = row_int(school, F_school_low_age, -1);
	long high = row_int(school, F_school_high_age, -1);
	long age = i + 4;		/* at the start of the year */

	if (g->t[i].roll >= 0 || has_figures(&g->t[i]))
		return true;
	if (low < 0 || high < 0)
		return i >= YG_Y7 && i <= YG_Y11;
	return age >= low && age < high;
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
choose_groups(const struct row *school, const struct gather *g,
    struct overview *o)
{
	int first = -1, last = -1, n = 0, i, f;
	size_t k;

	for (i = YG_R; i <= YG_Y13; i++) {
		if (!has_group(school, g, i))
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
		if (has_group(school, g, i))
			set_cells(&g->t[i], i, &o->group[k]);
		else
			for (f = 0; f < OV_FIGURES; f++)
				snprintf(o->group[k].cell[f].text, 16, ".");
	}
}

static enum status
read_figures(struct app *app, const struct row *school, struct overview *o,
    struct err *e)
{
	struct gather g = {0};
	char year[8], first[11], last[11];
	enum status st;
	int i, b;

	g.day_minutes = 60.0 * (double)option_int(app->opt, OPT_HOURS_DAY);
	for (i = 0; i < YG_MAX; i++)
		g.t[i].roll = -1;
	year_format(o->year, year);
	day_iso(year_first_day(o->year), first);
	day_iso(year_last_day(o->year), last);
	st = overview_rolls(app->db, school->id, year, on_roll, &g, e);
	if (!st)
		st = overview_figures(app->db, school->id, first, last,
		    on_figure, &g, e);
	if (!st)
		choose_groups(school, &g, o);
	for (i = 0; i < YG_MAX; i++)
		for (b = 0; b < 3; b++)
			free(g.t[i].came[b]);
	return st;
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

	for (c = roles; c->word && strcmp(c->word, role) != 0; c++)
		continue;
	o->person = xreallocarray(o->person, o->npeople + 1,
	    sizeof *o->person);
	p = &o->person[o->npeople++];
	p->role = xstrdup(c->word && c->label ? c->label : role);
	p->name = xstrdup(name);
	p->more = xstrdup(more);
	p->contact = contact;
}

/* A recent start is worth saying; so is the careers leader's training. */
static void
on_person(void *arg, const char *name, const char *role, const char *from,
    const char *training, int64_t contact)
{
	struct people *p = arg;
	char text[24], more[48] = "";
	int day = day_from_iso(from);

	if (strcmp(role, "careers leader") == 0 && *training)
		snprintf(more, sizeof more, "%s",
		    strcmp(training, "done") == 0 ? "trained" :
		    strcmp(training, "none") == 0 ? "not trained" :
		    training);
	else if (day != DAY_NONE && day > p->today - 400) {
		day_long(day, text);
		snprintf(more, sizeof more, "since %.3s %.2s",
		    strchr(text + 4, ' ') + 1, text + strlen(text) - 2);
	}
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

static void
add_vacancies(struct overview *o)
{
	struct strs key = {0};
	const struct choice *c;
	size_t i, k;

	str_split(&key, key_roles, ',');
	for (k = 0; k < key.n; k++) {
		for (c = roles; c->word && strcmp(c->word, key.v[k]) != 0; )
			c++;
		for (i = 0; i < o->npeople; i++)
			if (c->word && str_eq(o->person[i].role, c->label))
				break;
		if (i == o->npeople)
			add_person(o, key.v[k], "", "", 0);
	}
	strs_clear(&key);
}

/* --- all of it ----------------------------------------------------------- */

enum status
overview_of(struct app *app, const struct row *school, int year,
    struct overview *out, struct err *e)
{
	struct overview o = {.year = year};
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
	if (st) {
		overview_clear(&o);
		return st;
	}
	add_vacancies(&o);
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
	char text[11], name[8];

	if (f == OV_ROLL) {
		year_format(year, name);
		buf_add(out, "school:");
		ref_text(app, school->ent, school->id, out);
		buf_addf(out, " year:%s group:%s", name, group);
		return;
	}
	buf_add(out, "schools:");
	ref_text(app, school->ent, school->id, out);
	buf_addf(out, " years:%s%s status:delivered", group,
	    benchmark[f] ? benchmark[f] : "");
	day_iso(year_first_day(year), text);
	buf_addf(out, " since:%s", text);
	day_iso(year_last_day(year), text);
	buf_addf(out, " until:%s", text);
}
