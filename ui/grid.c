/* grid.c - the numbers of one encounter as a table: schools by year groups.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/grid.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/record.h"
#include "app/text.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/fields.h"

#define YEARS	F_encounter_years
#define GROUPS	F_encounter_groups
#define SCHOOLS	F_encounter_schools

static const struct setdef *
def(const struct grid *g, int field)
{
	return g->row->ent->fields[field].set;
}

static void
forget(struct grid *g)
{
	size_t i;

	for (i = 0; i < g->nschools; i++)
		free(g->school[i].name);
	free(g->school);
	strs_clear(&g->employer);
	g->school = NULL;
	g->nschools = g->ncols = 0;
}

void
grid_clear(struct grid *g)
{
	forget(g);
	row_free(g->base);
	row_free(g->row);
	memset(g, 0, sizeof *g);
}

/* --- lines of the row ---------------------------------------------------- */

static struct member *
line(const struct grid *g, size_t school, int group)
{
	const char *keys[] = {g->school[school].code, year_groups[group].word};

	return set_find(&g->row->sets[YEARS], def(g, YEARS), keys);
}

/* The same line with column COL set to TEXT; made when there is none. */
static void
put_line(struct grid *g, size_t school, int group, int col, const char *text)
{
	const char *v[EY_ESTIMATED + 1] = {g->school[school].code,
	    year_groups[group].word};
	char *own[EY_ESTIMATED + 1] = {0};
	struct member *m = line(g, school, group);
	int i;

	for (i = EY_EXPECTED; m && i <= EY_ESTIMATED; i++)
		v[i] = own[i] = xstrdup(m->v[i]);
	v[col] = text;
	if (col == EY_ATTENDED)
		v[EY_ESTIMATED] = "";
	set_put(&g->row->sets[YEARS], def(g, YEARS), v);
	for (i = EY_EXPECTED; i <= EY_ESTIMATED; i++)
		free(own[i]);
}

static const char *
group_name(enum grid_kind kind)
{
	return kind == GRID_DIS ? "disadvantaged" : "SEND";
}

/* A school's own figure among the other groups, for several year groups. */
static struct member *
other(const struct grid *g, size_t school, enum grid_kind kind)
{
	const char *keys[] = {g->school[school].code, group_name(kind)};

	return set_find(&g->row->sets[GROUPS], def(g, GROUPS), keys);
}

/* --- what is there ------------------------------------------------------- */

static long
number(const char *text)
{
	int64_t n;

	return str_int(text, 0, 99999, &n) ? (long)n : -1;
}

static long
figure(const struct member *m, enum grid_mark *mark)
{
	long n;

	if (!m) {
		*mark = MARK_NONE;
		return 0;
	}
	n = number(m->v[EY_ATTENDED]);
	*mark = MARK_COUNT;
	if (n >= 0)
		return n;
	n = number(m->v[EY_EXPECTED]);
	*mark = n >= 0 ? MARK_DUE : MARK_UNKNOWN;
	return n >= 0 ? n : 0;
}

/* Disadvantaged or SEND of a school: over its year lines, or its own. */
static long
part(const struct grid *g, size_t school, enum grid_kind kind,
    enum grid_mark *mark)
{
	int col = kind == GRID_DIS ? EY_DISADVANTAGED : EY_SEND, i;
	const struct member *m = other(g, school, kind);
	long sum = 0, n;

	*mark = MARK_NONE;
	if (m && (n = number(m->v[EG_NUMBER])) >= 0) {
		*mark = MARK_COUNT;
		return n;
	}
	if (m)
		*mark = MARK_UNKNOWN;
	for (i = 0; i < YG_ADULT; i++) {
		m = line(g, school, i);
		if (!m || (n = number(m->v[col])) < 0)
			continue;
		sum += n;
		*mark = MARK_COUNT;
	}
	return sum;
}

long
grid_value(const struct grid *g, size_t school, size_t col,
    enum grid_mark *mark)
{
	const struct grid_col *c = &g->col[col];
	long n;

	switch (c->kind) {
	case GRID_DIS:
	case GRID_SEND:
		return part(g, school, c->kind, mark);
	case GRID_ADULTS:
		return figure(line(g, school, YG_ADULT), mark);
	case GRID_GROUP:
		n = figure(line(g, school, c->group), mark);
		if (*mark == MARK_NONE && !g->school[school].has[c->group])
			*mark = MARK_NA;
		return n;
	default:
		*mark = MARK_NA;
		return 0;
	}
}

long
grid_total(const struct grid *g, size_t col)
{
	enum grid_mark mark;
	long sum = 0, n;
	size_t i;

	for (i = 0; i < g->nschools; i++) {
		n = grid_value(g, i, col, &mark);
		sum += mark == MARK_COUNT ? n : 0;
	}
	return sum;
}

bool
grid_is_in(const struct grid *g, size_t school)
{
	const char *keys[] = {g->school[school].code};
	struct member *m = set_find(&g->row->sets[SCHOOLS], def(g, SCHOOLS),
	    keys);

	return m && strcmp(m->v[ES_IN], "yes") == 0;
}

size_t
grid_schools_in(const struct grid *g)
{
	size_t i, n = 0;

	for (i = 0; i < g->nschools; i++)
		n += grid_is_in(g, i);
	return n;
}

long
grid_roll(const struct grid *g, size_t school, size_t col)
{
	const struct grid_col *c = &g->col[col];

	return c->kind == GRID_GROUP ? g->school[school].roll[c->group] : -1;
}

void
grid_head(const struct grid_col *c, char out[8])
{
	static const char *const heads[] = {
		[GRID_DIS] = "dis", [GRID_SEND] = "SEND",
		[GRID_ADULTS] = "adults", [GRID_IN] = "in",
	};

	struct buf b;

	buf_init(&b, BUF_LINE);
	if (c->kind == GRID_GROUP)
		year_group_shown(year_groups[c->group].word, &b);
	else
		buf_add(&b, heads[c->kind]);
	snprintf(out, 8, "%s", b.p);
	buf_clear(&b);
}

/* --- changing ------------------------------------------------------------ */

void
grid_toggle_in(struct grid *g, size_t school)
{
	const char *v[] = {g->school[school].code,
	    grid_is_in(g, school) ? "no" : "yes"};

	set_put(&g->row->sets[SCHOOLS], def(g, SCHOOLS), v);
}

/* Pupils of the school, and how many of its lines have figures. */
static long
pupils(const struct grid *g, size_t school, int *lines, int *last)
{
	enum grid_mark mark;
	long sum = 0, n;
	int i;

	*lines = 0;
	for (i = 0; i < YG_ADULT; i++) {
		n = figure(line(g, school, i), &mark);
		if (mark != MARK_COUNT || n == 0)
			continue;
		sum += n;
		(*lines)++;
		*last = i;
	}
	return sum;
}

static enum status
put_part(struct grid *g, size_t school, enum grid_kind kind, long n,
    struct err *e)
{
	int col = kind == GRID_DIS ? EY_DISADVANTAGED : EY_SEND;
	int lines, last = 0, i;
	long all = pupils(g, school, &lines, &last);
	const char *v[] = {g->school[school].code, group_name(kind), NULL};
	char text[24];

	if (n > all)
		return err_set(e, ST_INVALID, "%ld of %ld pupils cannot be; "
		    "type the year groups first.", n, all);
	snprintf(text, sizeof text, "%ld", n);
	v[EG_NUMBER] = text;
	for (i = 0; i < YG_ADULT; i++)
		if (line(g, school, i))
			put_line(g, school, i, col, "");
	set_drop(&g->row->sets[GROUPS], def(g, GROUPS), v);
	if (lines == 1)
		put_line(g, school, last, col, text);
	else		/* of all its year groups together: nobody said which */
		set_put(&g->row->sets[GROUPS], def(g, GROUPS), v);
	return ST_OK;
}

enum status
grid_put(struct grid *g, size_t school, size_t col, long n, struct err *e)
{
	const struct grid_col *c = &g->col[col];
	char text[24];

	if (n > 9999)
		return err_set(e, ST_INVALID, "%ld is more than 9999.", n);
	if (c->kind == GRID_DIS || c->kind == GRID_SEND)
		return put_part(g, school, c->kind, n, e);
	snprintf(text, sizeof text, "%ld", n);
	put_line(g, school, c->kind == GRID_ADULTS ? YG_ADULT : c->group,
	    EY_ATTENDED, text);
	return ST_OK;
}

void
grid_unknown(struct grid *g, size_t school, size_t col)
{
	const struct grid_col *c = &g->col[col];
	const char *v[] = {g->school[school].code, group_name(c->kind), ""};

	if (c->kind == GRID_GROUP || c->kind == GRID_ADULTS) {
		put_line(g, school, c->kind == GRID_ADULTS ? YG_ADULT :
		    c->group, EY_ATTENDED, "");
		return;
	}
	grid_drop(g, school, col);
	set_put(&g->row->sets[GROUPS], def(g, GROUPS), v);
}

void
grid_drop(struct grid *g, size_t school, size_t col)
{
	const struct grid_col *c = &g->col[col];
	int part_col = c->kind == GRID_DIS ? EY_DISADVANTAGED : EY_SEND, i;
	const char *v[] = {g->school[school].code, NULL};

	if (c->kind == GRID_GROUP || c->kind == GRID_ADULTS) {
		v[1] = year_groups[c->kind == GRID_ADULTS ? YG_ADULT :
		    c->group].word;
		set_drop(&g->row->sets[YEARS], def(g, YEARS), v);
		return;
	}
	v[1] = group_name(c->kind);
	set_drop(&g->row->sets[GROUPS], def(g, GROUPS), v);
	for (i = 0; i < YG_ADULT; i++)
		if (line(g, school, i))
			put_line(g, school, i, part_col, "");
}

/* --- loading ------------------------------------------------------------- */

/* Year group N (of y1 … y14) is the one of pupils who become N + 5. */
static void
find_groups(struct grid_school *s, const struct row *school)
{
	long low = row_int(school, F_school_low_age, 11);
	long high = row_int(school, F_school_high_age, 18);
	int i, n;

	for (i = 0; i < YG_KS3; i++) {
		n = i - YG_R;
		s->has[i] = s->roll[i] > 0 || (n < 14 && n + 4 >= low &&
		    n + 5 <= high);
	}
}

static enum status
describe_school(struct grid *g, size_t i, const struct parse *p, int year,
    struct err *e)
{
	struct grid_school *s = &g->school[i];
	const struct member *m = &g->row->sets[SCHOOLS].m[i];
	int64_t id = member_ref(m, ES_SCHOOL);
	struct row *school;
	enum status st;
	int k;

	st = record_load(g->app, entities[ENT_school], id, &school, e);
	if (st)
		return st;
	id_code(id, s->code);
	s->name = xstrdup(row_get(school, F_school_name));
	for (k = 0; k < YG_MAX; k++)
		s->roll[k] = p->roll ? p->roll(p->arg, id, year,
		    year_groups[k].word) : -1;
	find_groups(s, school);
	row_free(school);
	return ST_OK;
}

static void
name_employers(struct grid *g)
{
	const struct set *s = &g->row->sets[F_encounter_employers];
	struct buf b;
	size_t i;

	for (i = 0; i < s->n; i++) {
		buf_init(&b, BUF_LINE);
		title_text(g->app, entities[ENT_employer],
		    member_ref(&s->m[i], EE_EMPLOYER), &b);
		strs_take(&g->employer, buf_take(&b));
	}
}

static bool
anybody_has(const struct grid *g, int group)
{
	size_t i;

	for (i = 0; i < g->nschools; i++)
		if (g->school[i].has[group] || line(g, i, group))
			return true;
	return false;
}

static int
by_name(const void *a, const void *b)
{
	const struct grid_school *x = a, *y = b;

	return strcmp(x->name, y->name);
}

enum status
grid_describe(struct grid *g, struct err *e)
{
	struct parse p = app_parse(g->app, DATE_BACK);
	int day = row_day(g->row, F_encounter_date), i, year;
	enum status st = ST_OK;
	size_t n;

	forget(g);
	name_employers(g);
	year = year_of_day(day == DAY_NONE ? g->app->today : day);
	n = g->row->sets[SCHOOLS].n;
	g->school = xcalloc(n + 1, sizeof *g->school);
	for (g->nschools = 0; !st && g->nschools < n; )
		if (!(st = describe_school(g, g->nschools, &p, year, e)))
			g->nschools++;
	qsort(g->school, g->nschools, sizeof *g->school, by_name);
	for (i = 0; i < YG_ADULT && !st; i++)
		if (anybody_has(g, i))
			g->col[g->ncols++] = (struct grid_col){GRID_GROUP, i};
	for (i = GRID_DIS; i <= GRID_IN; i++)
		g->col[g->ncols++] = (struct grid_col){(enum grid_kind)i, 0};
	return st;
}

enum status
grid_load(struct grid *g, struct app *app, int64_t encounter, struct err *e)
{
	enum status st;

	g->app = app;
	st = record_load(app, entities[ENT_encounter], encounter, &g->base, e);
	if (st)
		return st;
	g->row = row_copy(g->base);
	if (!g->row->sets[SCHOOLS].n)
		return err_set(e, ST_INVALID, "This encounter has no school "
		    "yet; e adds one.");
	return grid_describe(g, e);
}
