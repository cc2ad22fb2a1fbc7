/* access.c - provider access: how each cohort of a school stands.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/access.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/access_impl.h"
#include "model/cohort.h"

#define IN_FORCE	"2023-01-01"
#define ALL_CONTENTS	((1u << ACCESS_CONTENTS) - 1)
#define OFFERED		3	/* the phase whose pupils need not come */

const char *const access_contents[ACCESS_CONTENTS] = {
	"provider", "careers", "learning", "questions",
};

void
access_school_clear(struct access_school *s)
{
	for (size_t i = 0; i < s->n; i++)
		free(s->meeting[i].provider);
	free(s->meeting);
	s->meeting = NULL;
	s->n = 0;
}

/* --- one meeting --------------------------------------------------------- */

unsigned
access_lacks(const struct access_law *l, const struct access_meeting *m,
    int phase)
{
	unsigned lacks = (ALL_CONTENTS & ~m->covered) * LACKS_CONTENT;

	if (m->nproviders == 0)
		lacks |= m->refused ? LACKS_APPROVED : LACKS_PROVIDER;
	if (m->in_hours <= 0)
		lacks |= m->in_hours < 0 ? LACKS_HOURS_SAID : LACKS_HOURS;
	if (m->minutes >= 0 && m->minutes < l->minutes)
		lacks |= LACKS_TIME;
	if (m->attended == 0 && phase != OFFERED)
		lacks |= LACKS_PUPILS;
	return lacks;
}

bool
access_within(const struct access_phase *p, const struct access_meeting *m)
{
	int entry;

	return m->day >= p->from && m->day <= p->to && m->group >= 0 &&
	    cohort_entry(year_groups[m->group].word, year_of_day(m->day),
	    &entry) && entry == p->entry;
}

static bool
was_there(const struct access_meeting *m, int64_t provider)
{
	for (size_t i = 0; i < m->nproviders; i++)
		if (m->provider[i] == provider)
			return true;
	return false;
}

/* Exactly the same providers, in whatever order they were noted. */
static bool
same_providers(const struct access_meeting *a, const struct access_meeting *b)
{
	if (a->nproviders != b->nproviders)
		return false;
	for (size_t i = 0; i < a->nproviders; i++)
		if (!was_there(b, a->provider[i]))
			return false;
	return true;
}

/* --- two meetings -------------------------------------------------------- */

struct choosing {
	const struct access_school *s;
	struct access_phase *p;
	size_t		*at;		/* meetings that count, by day */
	size_t		 n;
};

/* How many came for sure, who are of the cohort today. */
static long
sure(const struct access_phase *p, const struct access_meeting *m)
{
	if (m->attended < 0 || m->shared)
		return 0;
	return p->roll >= 0 && m->attended > p->roll ? p->roll : m->attended;
}

static int
by_day(const struct access_meeting *a, const struct access_meeting *b)
{
	if (a->day != b->day)
		return a->day < b->day ? -1 : 1;
	return a->id < b->id ? -1 : a->id > b->id;
}

static void
put_in_order(struct choosing *c, size_t at)
{
	size_t i = c->n++;

	for (; i > 0 && by_day(&c->s->meeting[at],
	    &c->s->meeting[c->at[i - 1]]) < 0; i--)
		c->at[i] = c->at[i - 1];
	c->at[i] = at;
}

/* The first two with other providers that show the most pupils at both; where
 * all had the same, the two that do. */
static void
choose(struct choosing *c)
{
	const struct access_meeting *m = c->s->meeting;
	long best = -1;
	bool apart = false;

	for (size_t i = 0; i < c->n; i++)
		for (size_t k = i + 1; k < c->n; k++) {
			const struct access_meeting *a = &m[c->at[i]];
			const struct access_meeting *b = &m[c->at[k]];
			bool other = c->p->phase == OFFERED ||
			    !same_providers(a, b);
			long both = c->p->phase == OFFERED ? 0 :
			    sure(c->p, a) + sure(c->p, b);

			if (other < apart || (other == apart && both <= best))
				continue;
			apart = other;
			best = both;
			c->p->first = c->at[i];
			c->p->second = c->at[k];
		}
	c->p->state = apart ? ACCESS_TWO : ACCESS_SAME;
}

/* At least, of the two it rests on; at most, of all that count. */
static void
count_pupils(struct choosing *c)
{
	const struct access_meeting *m = c->s->meeting;
	struct access_phase *p = c->p;
	long *came = xcalloc(c->n + 1, sizeof *came);
	int times = p->second != ACCESS_AT_NONE ? 2 : 1;

	for (size_t i = 0; i < c->n; i++)
		came[i] = m[c->at[i]].attended;
	p->shown = range_of(came, c->n, p->roll, times);
	free(came);
	p->shown.least = sure(p, &m[p->first]);
	if (times == 2) {
		p->shown.least += sure(p, &m[p->second]);
		p->shown.least -= p->roll >= 0 ? p->roll : p->shown.least;
	}
	if (p->shown.least < 0)
		p->shown.least = 0;
}

static bool
is_known(const struct access_meeting *m)
{
	return m->attended >= 0 && !m->shared;
}

/* Why not all of the roll are shown to have been at those meetings. */
static unsigned
missing_pupils(const struct choosing *c)
{
	const struct access_phase *p = c->p;
	const struct access_meeting *m = c->s->meeting;
	unsigned missing = 0;

	if (p->phase == OFFERED)
		return 0;
	if (p->roll < 0)
		missing |= MISSING_ROLL;
	if (!is_known(&m[p->first]) || (p->second != ACCESS_AT_NONE &&
	    !is_known(&m[p->second])))
		missing |= MISSING_NUMBERS;
	else if (p->roll >= 0 && p->shown.least < p->roll)
		missing |= MISSING_PUPILS;
	return missing;
}

static void
settle(struct choosing *c)
{
	struct access_phase *p = c->p;

	p->counted = c->n;
	if (c->n == 0) {
		p->state = ACCESS_NONE;
		p->missing = MISSING_FIRST | MISSING_SECOND;
		return;
	}
	if (c->n == 1) {
		p->state = ACCESS_ONE;
		p->first = c->at[0];
	} else {
		choose(c);
	}
	count_pupils(c);
	p->missing = missing_pupils(c);
	if (p->state == ACCESS_TWO && p->missing != 0)
		p->state = ACCESS_PART;
	if (p->state == ACCESS_ONE)
		p->missing |= MISSING_SECOND;
	if (p->state == ACCESS_SAME)
		p->missing |= MISSING_OTHER;
}

/* --- cohorts ------------------------------------------------------------- */

/* By its ages; without, Y7 to Y11; or by the roll. None is none. */
static bool
has_group(const struct access_school *s, int group)
{
	long age = group + 4;		/* at the start of the year */

	if (s->roll[group] >= 0)
		return s->roll[group] > 0;
	if (s->low < 0 || s->high < 0)
		return group >= YG_Y7 && group <= YG_Y11;
	return age >= s->low && age < s->high;
}

/* Whether pupils of GROUP were, or will be, there when the cohort is GROUP. */
static bool
spans_group(const struct access_school *s, int group)
{
	if (s->low < 0 || s->high < 0)
		return has_group(s, group);
	return group + 4 >= s->low && group + 4 < s->high;
}

static void
look_through(const struct access_law *l, const struct access_school *s,
    int today, struct choosing *c)
{
	struct access_phase *p = c->p;

	for (size_t i = 0; i < s->n; i++) {
		const struct access_meeting *m = &s->meeting[i];

		if (!access_within(p, m))
			continue;
		if (m->planned) {
			if (m->day >= today && (p->next == ACCESS_AT_NONE ||
			    by_day(m, &s->meeting[p->next]) < 0))
				p->next = i;
		} else if (m->day <= today) {
			if (access_lacks(l, m, p->phase) == 0)
				put_in_order(c, i);
			else
				p->lacking++;
		}
	}
}

/* The window of the cohort that is GROUP in academic YEAR. */
static void
window(const struct access_law *l, const struct access_school *s, int group,
    int year, struct access_phase *p)
{
	int early = YG_Y8 + 2 * (p->phase - 1);	/* the year group it begins in */
	int begins = year - (group - early);	/* … and when */

	p->from = year_first_day(group > early && !spans_group(s, early) ?
	    begins + 1 : begins);
	p->to = group == early && !spans_group(s, early + 1) ?
	    year_last_day(begins) : access_last_day(l, begins + 1);
}

static void
add_phase(const struct access_law *l, const struct access_school *s,
    int group, int today, struct access *a)
{
	struct access_phase *p = &a->v[a->n];
	struct choosing c = { .s = s, .p = p };
	int year = year_of_day(today);

	*p = (struct access_phase){
		.phase = (group - YG_Y8) / 2 + 1, .group = group,
		.entry = year - (group - YG_Y7), .roll = s->roll[group],
		.first = ACCESS_AT_NONE, .second = ACCESS_AT_NONE,
		.next = ACCESS_AT_NONE,
	};
	window(l, s, group, year, p);
	if (p->to < day_from_iso(IN_FORCE))
		return;
	p->past = today > p->to;
	c.at = xcalloc(s->n + 1, sizeof *c.at);
	look_through(l, s, today, &c);
	settle(&c);
	free(c.at);
	a->n++;
}

void
access_of(const struct access_law *l, const struct access_school *s,
    int today, struct access *out)
{
	struct access a = { 0 };
	struct buf why;

	buf_init(&why, BUF_LINE);
	a.applies = access_applies(l, s, &why);
	if (a.applies == ACCESS_YES)
		for (int g = YG_Y8; g <= YG_Y13; g++)
			if (has_group(s, g))
				add_phase(l, s, g, today, &a);
	if (a.applies == ACCESS_YES && a.n == 0) {
		a.applies = ACCESS_NO;
		buf_reset(&why);
		buf_add(&why, "it has none of Y8 to Y13");
	}
	if (a.applies != ACCESS_YES)
		snprintf(a.why, sizeof a.why, "%s", why.p);
	buf_clear(&why);
	*out = a;
}

/* --- a school ------------------------------------------------------------ */

const struct choice access_standings[] = {
	[STANDING_NOT] = { .word = "does not apply" },
	[STANDING_UNKNOWN] = { .word = "not known" },
	[STANDING_MISSED] = { .word = "missed" },
	[STANDING_DUE] = { .word = "due" },
	[STANDING_LATER] = { .word = "later" },
	[STANDING_OK] = { .word = "ok" },
	[STANDING_MAX] = { 0 }
};

enum access_standing
access_standing(const struct access *a, int today, int *short_of, int *due)
{
	bool missed = false;

	*short_of = 0;
	*due = DAY_NONE;
	if (a->applies != ACCESS_YES)
		return a->applies == ACCESS_NO ? STANDING_NOT :
		    STANDING_UNKNOWN;
	for (size_t i = 0; i < a->n; i++) {
		const struct access_phase *p = &a->v[i];

		if (p->state == ACCESS_TWO)
			continue;
		missed = missed || p->past;
		*short_of += year_of_day(p->to) == year_of_day(today);
		if (!p->past && (*due == DAY_NONE || p->to < *due))
			*due = p->to;
	}
	if (missed)
		return STANDING_MISSED;
	if (*short_of > 0)
		return STANDING_DUE;
	return *due != DAY_NONE ? STANDING_LATER : STANDING_OK;
}
