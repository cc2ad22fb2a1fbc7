/* quick_count.c - the numbers of pupils a line gives, school by school.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers follow their school. One figure for several schools is refused, and
 * so is a roll that nobody knows; more pupils than the roll is asked about.
 */
#include "app/quick_int.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/encounter.h"
#include "model/fields.h"
#include "model/id.h"
#include "model/tables.h"

struct count {			/* what one year group of one school gets */
	long	came, expected, disadvantaged, send;
	bool	estimated;
};

static void
number_text(long n, char out[24])
{
	out[0] = '\0';
	if (n >= 0)
		snprintf(out, 24, "%ld", n);
}

/* Put C into ROW; what it does not say stays as it was. */
static void
put_count(struct row *row, int64_t school, int group, const struct count *c)
{
	struct set *set = row_members(row, F_encounter_years);
	char code[ID_CODE], n[4][24];
	const char *v[7] = { code, year_groups[group].word };
	const struct member *old;

	id_code(school, code);
	number_text(c->expected, n[0]);
	number_text(c->came, n[1]);
	number_text(c->disadvantaged, n[2]);
	number_text(c->send, n[3]);
	v[EY_EXPECTED] = n[0];
	v[EY_ATTENDED] = n[1];
	v[EY_DISADVANTAGED] = n[2];
	v[EY_SEND] = n[3];
	v[EY_ESTIMATED] = c->estimated ? "yes" : "";
	old = set_find(set, &encounter_years_set, v);
	for (int i = EY_EXPECTED; old != NULL && i <= EY_SEND; i++)
		if (*v[i] == '\0')
			v[i] = old->v[i];
	set_put(set, &encounter_years_set, v);
}

static char *
group_shown(int group)
{
	char *s = xstrdup(year_groups[group].word);

	for (char *c = s; *c != '\0'; c++)
		if (*c >= 'a' && *c <= 'z')
			*c = (char)(*c - ('a' - 'A'));
	return s;
}

struct counting {
	struct reading	*r;
	struct row	*row;
	int		 year;		/* academic year of the day */
	bool		 ahead;		/* figures are expected ones */
	bool		 several;	/* schools */
	unsigned	*seen;		/* of each school: groups told, as bits */
};

static long
roll_of(const struct counting *c, int64_t school, int group)
{
	const struct look *look = c->r->look;

	return look->roll(look->arg, school, c->year,
	    year_groups[group].word);
}

static void
no_roll(struct counting *c, const struct school *s, int group)
{
	char *shown = group_shown(group), year[8];

	year_format(c->year, year);
	read_fault(c->r, "no roll of %s at %s in %s: type the number, or "
	    "%s; roll %s 180", shown, s->title, year, s->typed,
	    year_groups[group].word);
	free(shown);
}

/* "Y10 has 181 on roll. 240?" */
static void
check_roll(struct counting *c, const struct school *s, int group, long n)
{
	long roll = group < YG_KS3 ? roll_of(c, s->id, group) : -1;
	char *shown;

	if (roll < 0 || n <= roll)
		return;
	shown = group_shown(group);
	read_sure(c->r, xasprintf("%s%s%s has %ld on roll. %ld?",
	    c->several ? s->title : "", c->several ? ": " : "", shown, roll,
	    n));
	free(shown);
}

static void
count_one(struct counting *c, size_t at, int group, const struct count *count)
{
	const struct school *s = &c->r->schools.v[at];
	long n = count->came >= 0 ? count->came : count->expected;

	if ((c->seen[at] & 1u << group) != 0) {
		char *shown = group_shown(group);

		read_fault(c->r, "%s twice at %s", shown, s->title);
		free(shown);
		return;
	}
	c->seen[at] |= 1u << group;
	put_count(c->row, s->id, group, count);
	if (n >= 0)
		check_roll(c, s, group, n);
}

static struct count
count_of(const struct counting *c, const struct years_item *it, long n)
{
	struct count out = { -1, -1, it->disadvantaged, it->send, false };

	if (it->expected || (c->ahead && !it->has_of)) {
		out.expected = n;
	} else {
		out.came = n;
		out.expected = it->of;
	}
	return out;
}

/* Each of the years its roll, or N pupils shared by the rolls. */
static void
count_rolls(struct counting *c, size_t at, const struct years_item *it)
{
	const struct school *s = &c->r->schools.v[at];
	long roll[YG_MAX], share[YG_MAX];
	size_t n = 0;

	if (it->first >= YG_KS3) {
		read_fault(c->r, "%s all: name the years, y10-11 all",
		    year_groups[it->first].word);
		return;
	}
	for (int g = it->first; g <= it->last; g++) {
		roll[n] = roll_of(c, s->id, g);
		if (roll[n] < 0) {
			no_roll(c, s, g);
			return;
		}
		n++;
	}
	if (it->value != YV_ALL && !years_share(it->count, roll, n, share)) {
		read_fault(c->r, "%s has nobody on roll in these years",
		    s->title);
		return;
	}
	for (size_t i = 0; i < n; i++) {
		struct count count = count_of(c, it,
		    it->value == YV_ALL ? roll[i] : share[i]);

		count.estimated = it->value != YV_ALL;
		count_one(c, at, it->first + (int)i, &count);
	}
}

static void
count_at(struct counting *c, size_t at, const struct years_item *it)
{
	struct count count;

	if (it->value == YV_ALL || it->by_roll) {
		count_rolls(c, at, it);
		return;
	}
	count = count_of(c, it, it->value == YV_COUNT ? it->count : -1);
	for (int g = it->first; g <= it->last; g++)
		count_one(c, at, g, &count);
}

/* "24 for which school? Write sandm y10 24, harbour y10 ... or: y10 24 each" */
static void
which_school(struct counting *c, const struct years_item *it)
{
	const struct schools *ss = &c->r->schools;
	const char *group = year_groups[it->first].word;

	read_fault(c->r, "%ld for which school? Write %s %s %ld, %s %s ... "
	    "or: %s %ld each", it->count, ss->v[0].typed, group, it->count,
	    ss->v[1].typed, group, group, it->count);
}

/* The schools NUM is about: those of its name, else all. */
static void
count_num(struct counting *c, size_t part, const struct num *num)
{
	const struct schools *ss = &c->r->schools;
	size_t mine = 0;

	for (size_t i = 0; i < ss->n; i++) {
		const struct item *it = ss->v[i].item;

		mine += num->school < 0 || (it != NULL && it->part == part &&
		    it->num == num->school);
	}
	if (mine > 1 && !num->each && num->it.value == YV_COUNT) {
		which_school(c, &num->it);
		return;
	}
	for (size_t i = 0; i < ss->n; i++) {
		const struct item *it = ss->v[i].item;

		if (num->school < 0 || (it != NULL && it->part == part &&
		    it->num == num->school))
			count_at(c, i, &num->it);
	}
}

/* A school whose pupils were counted has its numbers in. */
static void
mark_in(struct counting *c)
{
	struct set *set = row_members(c->row, F_encounter_schools);

	for (size_t i = 0; i < c->r->schools.n; i++) {
		char code[ID_CODE];
		const char *v[] = { code, "yes" };

		id_code(c->r->schools.v[i].id, code);
		if (c->seen[i] != 0 &&
		    set_find(set, &encounter_schools_set, v) != NULL)
			set_put(set, &encounter_schools_set, v);
	}
}

/* "Harbour UTC has no Y5. Save it all the same?" A register's ages lag. */
static enum status
check_groups(struct counting *c, size_t at, struct err *e)
{
	const struct look *look = c->r->look;
	const struct school *s = &c->r->schools.v[at];
	struct row *school;
	int first, last;
	enum status st = look->load(look->arg, entities[ENT_school], s->id,
	    &school, e);

	if (st != ST_OK)
		return st;
	if (!school_groups(school, &first, &last))
		last = -1;
	for (int g = 0; g < YG_KS3 && last >= 0; g++)
		if ((c->seen[at] & 1u << g) != 0 && (g < first || g > last)) {
			char *shown = group_shown(g);

			read_sure(c->r, xasprintf("%s has no %s. Log it all "
			    "the same?", s->title, shown));
			free(shown);
			break;
		}
	row_free(school);
	return ST_OK;
}

enum status
apply_years(struct reading *r, struct row *row, struct err *e)
{
	int day = row_day(row, F_encounter_date);
	struct counting c = {
		.r = r, .row = row, .year = year_of_day(day == DAY_NONE ?
		r->look->today : day), .ahead =
		str_in(row_get(row, F_encounter_status), "planned confirmed"),
		.several = r->schools.n > 1,
	};
	enum status st = ST_OK;

	c.seen = xcalloc(r->schools.n + 1, sizeof *c.seen);
	for (size_t i = 0; i < r->parts.n; i++) {
		const struct part *p = &r->parts.v[i];

		for (size_t k = 0; p->kind == PK_YEARS && p->fault == NULL &&
		    k < p->nums.n; k++)
			count_num(&c, i, &p->nums.v[k]);
	}
	if (!c.ahead && row_members(row, F_encounter_schools)->n > 1)
		mark_in(&c);
	for (size_t i = 0; i < r->schools.n && st == ST_OK; i++)
		if (c.seen[i] != 0)
			st = check_groups(&c, i, e);
	free(c.seen);
	return st;
}

char *
years_shown(const struct row *row, int64_t school, bool *guessed)
{
	const struct set *set = row_members(row, F_encounter_years);
	struct buf b;

	buf_init(&b, BUF_LINE);
	*guessed = false;
	for (size_t i = 0; i < set->n; i++) {
		char *const *v = set->m[i].v;
		int group = year_group(v[EY_GROUP]);
		char *shown;

		if (member_ref(&set->m[i], EY_SCHOOL) != school || group < 0)
			continue;
		shown = group == YG_ADULT ? xstrdup("adults") :
		    group_shown(group);
		buf_addf(&b, "%s%s ", b.n > 0 ? ", " : "", shown);
		free(shown);
		if (*v[EY_ATTENDED] != '\0')
			buf_add(&b, v[EY_ATTENDED]);
		else if (*v[EY_EXPECTED] != '\0')
			buf_addf(&b, "~%s", v[EY_EXPECTED]);
		else
			buf_add(&b, "?");
		if (*v[EY_DISADVANTAGED] != '\0' || *v[EY_SEND] != '\0')
			buf_addf(&b, "/%s", v[EY_DISADVANTAGED]);
		if (*v[EY_SEND] != '\0')
			buf_addf(&b, "/%s", v[EY_SEND]);
		if (*v[EY_ATTENDED] != '\0' && *v[EY_EXPECTED] != '\0')
			buf_addf(&b, " of %s", v[EY_EXPECTED]);
		if (str_eq(v[EY_ESTIMATED], "yes"))
			*guessed = true;
		if (group >= YG_KS3 && group != YG_ADULT)
			buf_add(&b, " (a band: in totals only)");
	}
	return buf_take(&b);
}
