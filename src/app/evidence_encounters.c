/* evidence_encounters.c - the evidence page's encounters by year group.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "app/evidence_page.h"
#include "app/options.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "db/evidence.h"
#include "db/report.h"
#include "model/suppress.h"
#include "model/tables.h"

enum { YEARS = 2, ALL = YG_MAX };	/* the last and this one; row of totals */

/* A sum of figures of which some may not be known. */
struct sum {
	long	n;
	int	known, unknown;
};

struct cell {
	long		 encounters, provided;
	int64_t		 last, last_provided;	/* the one counted last */
	struct sum	 pupils, of_whom[2];	/* disadvantaged, SEND */
};

struct count {
	struct cell	 c[YEARS][YG_MAX + 1];
	struct strs	 providers;	/* met in these years … */
	unsigned	*groups;	/* … by year groups, a bit each */
	long		 lacking;	/* encounters of this year without all
					 * their numbers … */
	int64_t		 last_lacking;	/* … the one counted last */
	int		 since;		/* first academic year that is logged */
	int		 y;		/* which year is being read */
};

/* Of this school, then of those it took over from. */
struct reading {
	struct evidence_making	*m;
	struct year_line {
		int64_t		 encounter, attended, of_whom[2];
		int		 group;	/* -1 none */
		bool		 provider;
	}			*v;	/* of one year */
	size_t			 n;
};

static void
add(struct sum *s, int64_t n)
{
	if (n < 0) {
		s->unknown++;
		return;
	}
	s->n += (long)n;
	s->known++;
}

static void
count_encounter(struct cell *c, const struct year_line *y)
{
	if (c->encounters == 0 || c->last != y->encounter)
		c->encounters++;
	c->last = y->encounter;
	if (!y->provider)
		return;
	if (c->provided == 0 || c->last_provided != y->encounter)
		c->provided++;
	c->last_provided = y->encounter;
}

static void
count_line(struct count *n, const struct year_line *y)
{
	struct cell *row = n->c[n->y];

	count_encounter(&row[ALL], y);
	if (y->attended < 0 && n->y == YEARS - 1 &&
	    (n->lacking == 0 || n->last_lacking != y->encounter)) {
		n->lacking++;
		n->last_lacking = y->encounter;
	}
	if (y->group < 0 || y->group == YG_ADULT)
		return;
	count_encounter(&row[y->group], y);
	for (int all = 0; all < 2; all++) {
		struct cell *c = &row[all ? ALL : y->group];

		add(&c->pupils, y->attended);
		for (int k = 0; k < 2; k++)
			add(&c->of_whom[k], y->of_whom[k]);
	}
}

static void
on_year(void *arg, const struct report_year *y)
{
	struct reading *r = arg;

	r->v = xreallocarray(r->v, r->n + 1, sizeof *r->v);
	r->v[r->n++] = (struct year_line){ y->encounter, y->attended,
	    { y->disadvantaged, y->send }, year_group(y->group), y->provider };
}

/* The lines of an encounter together: of two schools that merged, too. */
static int
by_encounter(const void *a, const void *b)
{
	const struct year_line *x = a, *y = b;

	return (x->encounter > y->encounter) - (x->encounter < y->encounter);
}

static void
on_provider(void *arg, const char *group, const char *name)
{
	struct count *n = arg;
	int g = year_group(group);
	size_t i;

	if (g < 0)
		return;
	for (i = 0; i < n->providers.n; i++)
		if (str_eq(n->providers.v[i], name))
			break;
	if (i == n->providers.n) {
		strs_add(&n->providers, name);
		n->groups = xreallocarray(n->groups, i + 1, sizeof *n->groups);
		n->groups[i] = 0;
	}
	n->groups[i] |= 1u << g;
}

/* What one school logged in a year, until the last day it counts here. */
static enum status
read_school(struct reading *r, struct count *n, int64_t school, int until,
    struct err *e)
{
	int year = r->m->year - YEARS + 1 + n->y;
	char first[11], last[11];
	enum status st;

	if (until < year_first_day(year))
		return ST_OK;
	day_iso(year_first_day(year), first);
	day_iso(until < year_last_day(year) ? until : year_last_day(year), last);
	st = report_years(r->m->app->db, school, first, last, on_year, r, e);
	if (st == ST_OK)
		st = report_providers(r->m->app->db, school, first, last,
		    on_provider, n, e);
	return st;
}

static enum status
read_year(struct reading *r, struct count *n, struct err *e)
{
	enum status st = read_school(r, n, r->m->school->id, INT_MAX, e);

	for (size_t i = 0; i < r->m->before.n && st == ST_OK; i++)
		st = read_school(r, n, r->m->before.v[i].school,
		    r->m->before.v[i].until, e);
	if (r->n > 0)
		qsort(r->v, r->n, sizeof *r->v, by_encounter);
	for (size_t i = 0; i < r->n && st == ST_OK; i++)
		count_line(n, &r->v[i]);
	r->n = 0;
	return st;
}

/* The first academic year that any of them logged. */
static enum status
read_since(struct reading *r, struct count *n, struct err *e)
{
	struct db *db = r->m->app->db;
	int day, first = DAY_NONE;
	enum status st = evidence_first(db, r->m->school->id, &first, e);

	for (size_t i = 0; i < r->m->before.n && st == ST_OK; i++) {
		st = evidence_first(db, r->m->before.v[i].school, &day, e);
		if (st == ST_OK && day != DAY_NONE &&
		    day <= r->m->before.v[i].until &&
		    (first == DAY_NONE || day < first))
			first = day;
	}
	n->since = first == DAY_NONE ? r->m->year : year_of_day(first);
	return st;
}

/* "The log of Sandmere School until 31 Aug 2026 is counted in." */
static void
note_before(struct reading *r)
{
	for (size_t i = 0; i < r->m->before.n; i++) {
		struct buf b;
		char day[24];

		buf_init(&b, BUF_LINE);
		buf_add(&b, "Counted in: ");
		title_text(r->m->app, r->m->school->ent, r->m->before.v[i].school,
		    &b);
		day_long(r->m->before.v[i].until, day);
		buf_addf(&b, ", until %s%s.", day, r->m->before.v[i].split ?
		    ", all its pupils" : "");
		report_note(r->m->r, b.p);
		buf_clear(&b);
	}
}

static enum status
read_count(struct evidence_making *m, struct count *n, struct err *e)
{
	struct reading r = { .m = m };
	enum status st = lineage_of(m->app, m->school->id, &m->before, e);

	if (st == ST_OK)
		st = read_since(&r, n, e);
	for (n->y = 0; st == ST_OK && n->y < YEARS; n->y++)
		st = read_year(&r, n, e);
	if (st == ST_OK)
		note_before(&r);
	free(r.v);
	return st;
}

void
evidence_filter(const struct evidence_making *m, int year, const char *group,
    const char *more, struct buf *out)
{
	char day[11];

	buf_add(out, *group != '\0' ? "years:" : "schools:");
	for (size_t i = 0; i <= m->before.n; i++) {
		buf_add(out, i > 0 ? "," : "");
		ref_text(m->app, m->school->ent, i == 0 ? m->school->id :
		    m->before.v[i - 1].school, out);
		if (*group != '\0')
			buf_addf(out, "@%s", group);
	}
	buf_addf(out, "%s status:delivered", more);
	day_iso(year_first_day(year), day);
	buf_addf(out, " since:%s", day);
	day_iso(year_last_day(year), day);
	buf_addf(out, " until:%s", day);
}

/* The last cell lists the encounters it counts, if any. */
static void
lists(struct evidence_making *m, long n, int y, int group, const char *more)
{
	struct buf b;

	if (n == 0)
		return;
	buf_init(&b, BUF_ROW);
	evidence_filter(m, m->year - YEARS + 1 + y,
	    group == ALL ? "" : year_groups[group].word, more, &b);
	report_lists(m->r, entity_find("encounter"), b.p);
	buf_clear(&b);
}

/* Is there anything to say of the group in either year? */
static bool
has_group(const struct evidence_making *m, const struct count *n, int group)
{
	for (int y = 0; y < YEARS; y++)
		if (n->c[y][group].encounters > 0)
			return true;
	for (size_t i = 0; i < m->now.ngroups; i++)
		if (str_eq(m->now.group[i].word, year_groups[group].word))
			return str_eq(m->now.group[i].cell[0].text, ".") ==
			    false;
	return false;
}

/* 24; ? when nothing of it is known, or so little; 24+ when some is not. */
static void
put_sum(const struct sum *s, enum suppressed mark, long small, struct buf *out)
{
	bool none = s->unknown > 0 && (s->known == 0 || mark != SUP_SHOWN);

	suppress_text(none ? -1 : s->n, mark, small, out);
	if (!none && s->unknown > 0)
		buf_addc(out, '+');
}

/* Marks of one year's groups of pupils: two columns with their totals. */
struct hidden {
	enum suppressed mark[(YG_MAX + 1) * 3];
};

static void
hide_small(const struct count *n, int y, long small, struct hidden *h)
{
	long v[YG_MAX * 2];

	for (int g = 0; g < YG_MAX; g++)
		for (int k = 0; k < 2; k++)
			v[g * 2 + k] = n->c[y][g].of_whom[k].known > 0 ?
			    n->c[y][g].of_whom[k].n : -1;
	suppress(v, YG_MAX, 2, SUPPRESS_COLS, small, h->mark);
}

static void
note_hidden(struct evidence_making *m, long small)
{
	char *text = xasprintf("<%ld: 1 to %ld. *: hidden, or it would tell"
	    " a small number.", small, small - 1);

	report_note(m->r, text);
	free(text);
}

/* What was before the first logged year is not known: none would be wrong. */
static bool
not_logged(const struct evidence_making *m, const struct count *n, int y)
{
	return m->year - YEARS + 1 + y < n->since;
}

static void
put_year(struct evidence_making *m, const struct count *n, int y, int group,
    const struct hidden *h)
{
	long small = option_int(m->app->opt, OPT_SMALL);
	const struct cell *c = &n->c[y][group];
	struct buf b;

	if (not_logged(m, n, y)) {
		for (int k = 0; k < 5; k++)
			report_cell(m->r, "?");
		return;
	}
	report_cellf(m->r, "%ld", c->encounters);
	lists(m, c->encounters, y, group, "");
	report_cellf(m->r, "%ld", c->provided);
	lists(m, c->provided, y, group, " benchmarks:7");
	buf_init(&b, BUF_LINE);
	put_sum(&c->pupils, SUP_SHOWN, small, &b);
	report_cell(m->r, b.p);
	lists(m, c->encounters, y, group, "");
	for (int k = 0; k < 2; k++) {
		enum suppressed mark = h->mark[group * 3 + k];

		buf_reset(&b);
		put_sum(&c->of_whom[k], mark, small, &b);
		report_cell(m->r, b.p);
		if (mark != SUP_SHOWN && c->of_whom[k].unknown == 0)
			note_hidden(m, small);
		if (strchr(b.p, '+') != NULL)
			report_note(m->r, "24+: some numbers are not known.");
	}
	buf_clear(&b);
}

/* "Year|2025/26:>Enc.|…": the same columns under each year. */
static void
begin_table(struct evidence_making *m)
{
	static const char *const heads[] = { "Enc.", "Prov.", "Pupils", "Dis.",
	    "SEND" };
	char year[8];
	struct buf b;

	buf_init(&b, BUF_ROW);
	buf_add(&b, "Year");
	for (int y = 0; y < YEARS; y++) {
		year_format(m->year - YEARS + 1 + y, year);
		for (size_t i = 0; i < COUNT_OF(heads); i++)
			buf_addf(&b, "|%s:>%s", year, heads[i]);
	}
	report_table(m->r, "Encounters delivered, by year group", b.p);
	buf_clear(&b);
}

static void
put_name(struct evidence_making *m, int group)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	if (group == ALL)
		buf_add(&b, "All");
	else
		year_group_shown(year_groups[group].word, &b);
	report_cell(m->r, b.p);
	buf_clear(&b);
}

static void
put_encounters(struct evidence_making *m, const struct count *n)
{
	struct hidden h[YEARS];

	for (int y = 0; y < YEARS; y++)
		hide_small(n, y, option_int(m->app->opt, OPT_SMALL), &h[y]);
	begin_table(m);
	for (int g = 0; g <= ALL; g++) {
		if (g == YG_ADULT || (g != ALL && !has_group(m, n, g)))
			continue;
		put_name(m, g);
		for (int y = 0; y < YEARS; y++)
			put_year(m, n, y, g, &h[y]);
	}
	report_note(m->r, "Enc.: encounters. Prov.: of them with a provider"
	    " (benchmark 7). Pupils: each once an encounter; Dis.: of them"
	    " disadvantaged.");
}

/* Who was met, with the year groups: "City College (Y8, Y10)". */
static void
put_providers(struct evidence_making *m, const struct count *n)
{
	struct buf b;

	if (n->providers.n == 0) {
		if (m->asked)
			strs_add(&m->gaps, "No encounter with a provider is"
			    " logged in either year.");
		return;
	}
	report_text(m->r, "");
	buf_init(&b, BUF_ROW);
	buf_add(&b, "Providers met: ");
	for (size_t i = 0; i < n->providers.n; i++) {
		bool first = true;

		buf_addf(&b, "%s%s", i > 0 ? "; " : "", n->providers.v[i]);
		for (int g = 0; g < YG_MAX; g++) {
			if ((n->groups[i] >> g & 1) == 0)
				continue;
			buf_add(&b, first ? " (" : ", ");
			year_group_shown(year_groups[g].word, &b);
			first = false;
		}
		buf_addc(&b, ')');
	}
	report_cell(m->r, b.p);
	buf_clear(&b);
}

enum status
evidence_encounters(struct evidence_making *m, struct err *e)
{
	struct count *n = xcalloc(1, sizeof *n);
	enum status st = read_count(m, n, e);

	if (st == ST_OK) {
		put_encounters(m, n);
		put_providers(m, n);
		if (n->lacking > 0)
			strs_take(&m->gaps, xasprintf("Not all numbers are"
			    " in: %ld encounter%s of this year.", n->lacking,
			    n->lacking == 1 ? "" : "s"));
	}
	strs_clear(&n->providers);
	free(n->groups);
	free(n);
	return st;
}
