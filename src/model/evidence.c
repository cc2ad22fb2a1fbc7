/* evidence.c - what logged encounters show for benchmarks 5 to 8.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/evidence.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "model/cohort.h"
#include "model/fields.h"
#include "model/tables.h"

/* --- what is asked ------------------------------------------------------- */

/* "each", "y7" or "y7-y11": single years only. */
static bool
read_groups(const char *text, struct evidence_rule *r)
{
	struct strs part = { 0 };
	bool ok;

	r->each = str_eq(text, "each");
	if (r->each) {
		r->first = YG_Y7;
		r->last = YG_Y13;
		return true;
	}
	str_split(&part, text, '-');
	r->first = year_group(part.v[0]);
	r->last = year_group(part.v[part.n - 1]);
	ok = part.n <= 2 && r->first >= 0 && r->last < YG_KS3 &&
	    r->first <= r->last;
	strs_clear(&part);
	return ok;
}

/* Kinds of partners, by the word of the table. */
static enum status
read_kinds(const char *text, struct evidence_rule *r, struct err *e)
{
	const struct field *f = &partner_entity.fields[F_partner_kind];
	struct strs kind = { 0 };
	enum status st = ST_OK;
	size_t n = 0;

	str_split(&kind, text, '|');
	for (size_t i = 0; i < kind.n && st == ST_OK; i++) {
		const struct choice *c = field_choice(f, kind.v[i]);
		size_t left = sizeof r->kinds - n;
		size_t len = c != NULL ? strlen(c->word) + (i > 0) : 0;

		if (c == NULL || len >= left)
			st = err_set(e, ST_INVALID, "\"%.40s\" is no kind of "
			    "partner", kind.v[i]);
		else
			n += (size_t)snprintf(r->kinds + n, left, "%s%s",
			    i > 0 ? "|" : "", c->word);
	}
	strs_clear(&kind);
	return st;
}

/* The word at *S, "" at the end. */
static char *
next_word(const char **s)
{
	size_t n;
	char *word;

	*s += strspn(*s, " ");
	n = strcspn(*s, " ");
	word = xstrndup(*s, n);
	*s += n + strspn(*s + n, " ");
	return word;
}

enum status
evidence_rule(const char *text, struct evidence_rule *out, struct err *e)
{
	struct evidence_rule r = { 0 };
	const char *s = text;
	char *bm = next_word(&s), *times = next_word(&s);
	char *groups = next_word(&s);
	int64_t b = 0, t = 0;
	enum status st = ST_OK;

	if (!str_int(bm, 5, 8, &b) || !str_int(times, 1, 2, &t) ||
	    !read_groups(groups, &r))
		st = err_set(e, ST_INVALID, "\"%.60s\": a benchmark from 5 to "
		    "8, how often (1 or 2), and year groups: 6 1 y7-y11",
		    text);
	else if (*s != '\0')
		st = read_kinds(s, &r, e);
	free(groups);
	free(times);
	free(bm);
	if (st != ST_OK)
		return st;
	r.bm = (int)b;
	r.times = (int)t;
	*out = r;
	return ST_OK;
}

/* --- which events ------------------------------------------------------- */

struct evidence_span
evidence_span(int first, int last, int year)
{
	return (struct evidence_span){
		.entry = year - (last - YG_Y7), .first = first, .last = last,
		.year = year,
	};
}

void
evidence_years(const struct evidence_span *s, int *first, int *last)
{
	int end = s->entry + (s->last - YG_Y7);

	*first = s->entry + (s->first - YG_Y7);
	*last = end < s->year ? end : s->year;
}

/* Is one of A's words one of B's? */
static bool
shares_kind(const char *a, const char *b)
{
	struct strs x = { 0 }, y = { 0 };
	bool any = false;

	str_split(&x, a, '|');
	str_split(&y, b, '|');
	for (size_t i = 0; i < x.n && !any; i++)
		any = strs_has(&y, x.v[i]);
	strs_clear(&x);
	strs_clear(&y);
	return any;
}

bool
evidence_fits(const struct evidence_rule *r, const struct evidence_span *s,
    const struct evidence_event *ev)
{
	int year = year_of_day(ev->day), entry;

	if ((ev->counts >> r->bm & 1) == 0 || ev->group < s->first ||
	    ev->group > s->last || year > s->year ||
	    !cohort_entry(year_groups[ev->group].word, year, &entry) ||
	    entry != s->entry)
		return false;
	return r->kinds[0] == '\0' ||
	    (ev->kinds != NULL && shares_kind(r->kinds, ev->kinds));
}

/* --- counting ------------------------------------------------------------ */

static void
add_lacking(struct evidence_count *c, int64_t id)
{
	c->lacking = xreallocarray(c->lacking, c->nlacking + 1,
	    sizeof *c->lacking);
	c->lacking[c->nlacking++] = id;
}

/* Figures of the events that count: as they are, and those that are sure. */
struct figures {
	long	*all, *sure;
	size_t	 n;
};

static void
put_figure(struct figures *f, const struct evidence_event *ev)
{
	f->all[f->n] = ev->attended;
	f->sure[f->n++] = ev->attended > ev->others ? ev->attended -
	    ev->others : ev->attended < 0 ? -1 : 0;
}

static struct range
range_of_figures(const struct figures *f, long roll, int times)
{
	return (struct range){ range_of(f->sure, f->n, roll, times).least,
	    range_of(f->all, f->n, roll, times).most };
}

void
evidence_count(const struct evidence_rule *r, const struct evidence_span *s,
    const struct evidence_event *ev, size_t n, long roll,
    struct evidence_count *out)
{
	struct evidence_count c = { 0 };
	long *room = xreallocarray(NULL, 4 * (n + 1), sizeof *room);
	struct figures all = { room, room + n, 0 };
	struct figures good = { room + 2 * n, room + 3 * n, 0 };

	for (size_t i = 0; i < n; i++) {
		if (!evidence_fits(r, s, &ev[i]))
			continue;
		c.events++;
		put_figure(&all, &ev[i]);
		c.unknown += ev[i].attended < 0;
		c.estimated += ev[i].estimated;
		if (ev[i].meaningful >> r->bm & 1) {
			c.meaningful_events++;
			put_figure(&good, &ev[i]);
		} else {
			add_lacking(&c, ev[i].id);
		}
	}
	c.logged = range_of_figures(&all, roll, r->times);
	c.meaningful = range_of_figures(&good, roll, r->times);
	free(room);
	*out = c;
}

void
evidence_clear(struct evidence_count *c)
{
	free(c->lacking);
	memset(c, 0, sizeof *c);
}

int
evidence_percent(struct range r, long roll)
{
	if (roll > 0)
		return (int)(100 * (long long)r.least / roll);
	return -1;
}
