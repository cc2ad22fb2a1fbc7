/* demo_schools.c - the schools of the demonstration, and their rolls.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "app/demo_int.h"
#include "base/mem.h"

#define FIRST_URN	910000	/* of generated schools; none is so high */

/* Year 10 is for those who are 14 when it begins. */
static void
span_of(const struct demo_kind *k, int low_age, int high_age,
    struct demo_school *s)
{
	int low = low_age - 4, high = high_age - 5;

	(void)k;
	s->low = (short)(low < YG_R ? YG_R : low);
	s->high = (short)(high > YG_Y13 ? YG_Y13 : high);
}

static int
pick_kind(struct demo *d)
{
	int all = 0, at;

	for (int k = 0; k < K_MAX; k++)
		all += demo_kinds[k].weight;
	at = demo_below(d, all);
	for (int k = 0; k < K_MAX; k++)
		if ((at -= demo_kinds[k].weight) < 0)
			return k;
	return K_COMMUNITY;
}

static void
pick_name(struct demo *d, const struct demo_kind *k, int i)
{
	int n = 0;

	while (n < 4 && k->endings[n] != NULL)
		n++;
	demo_place(i - DEMO_CAST, &d->b);
	buf_addf(&d->b, " %s", k->endings[demo_below(d, n)]);
}

/* Headteachers say what the register does not know yet. */
static void
put_proposal(const struct demo *d, int i, struct row *r)
{
	if (i == PARK_HOUSE)
		row_set(r, F_school_proposed,
		    "Head: the register says Ms Ines Farrant.");
	if (i != PARK_HIGH)
		return;
	demo_day(r, F_school_gias_on, d->today - 30);
	set_put(row_members(r, F_school_gias),
	    r->ent->fields[F_school_gias].set,
	    (const char *const[]){ "phone", "020 7946 0990" });
}

static void
put_place(struct demo *d, const struct demo_school *s, struct row *r)
{
	const struct demo_borough *b = &demo_boroughs[s->borough];

	row_set(r, F_school_la, b->name);
	demo_int(r, F_school_la_code, b->code);
	buf_reset(&d->b);
	demo_street(d, &d->b);
	row_set(r, F_school_street, d->b.p);
	if (demo_chance(d, 40)) {
		buf_reset(&d->b);
		demo_place(demo_below(d, 1500), &d->b);
		row_set(r, F_school_locality, d->b.p);
	}
	row_set(r, F_school_town, b->town);
	buf_reset(&d->b);
	demo_postcode(d, b->district, &d->b);
	row_set(r, F_school_postcode, d->b.p);
	demo_int(r, F_school_easting, b->east + demo_below(d, 4000) - 2000);
	demo_int(r, F_school_northing, b->north + demo_below(d, 4000) - 2000);
	buf_reset(&d->b);
	row_set(r, F_school_phone, demo_phone(d, &d->b));
	buf_reset(&d->b);
	buf_addf(&d->b, "https://www.%s.example", s->site);
	row_set(r, F_school_website, d->b.p);
}

static bool
in_trust(const struct demo_kind *k)
{
	switch (k->code) {
	case 28: case 34: case 35: case 38: case 40: case 41: case 44: case 45:
		return true;
	default:
		return false;
	}
}

static void
put_kind(struct demo *d, const struct demo_school *s, int low_age,
    int high_age, struct row *r)
{
	const struct demo_kind *k = &demo_kinds[s->kind];
	static const char *const trusts[] = { "Tideway Learning Trust",
	    "Beacon Hill Academies", "The Ropewalk Trust",
	    "East Reach Multi Academy Trust" };

	row_set(r, F_school_type, k->type);
	demo_int(r, F_school_type_code, k->code);
	row_set(r, F_school_phase, k->phase);
	demo_int(r, F_school_phase_code, k->phase_code);
	demo_int(r, F_school_low_age, low_age);
	demo_int(r, F_school_high_age, high_age);
	if (s->kind != K_FE)
		row_set(r, F_school_sixth_form,
		    s->high >= YG_Y12 ? "yes" : "no");
	row_set(r, F_school_gender, strstr(s->name, "Girls") != NULL ?
	    "Girls" : strstr(s->name, "Boys") != NULL ? "Boys" : "Mixed");
	if (in_trust(k))
		row_set(r, F_school_trust, trusts[demo_below(d, 4)]);
	if (s->kind == K_FE)
		row_set(r, F_school_fe_type, "General FE College");
	if (s->kind == K_SIXTH)
		row_set(r, F_school_fe_type, "Sixth Form College");
	demo_int(r, F_school_fsm, 0);
	buf_reset(&d->b);
	if (k->code == 11)
		row_set(r, F_school_fsm, "");
	else {
		buf_addf(&d->b, "%d.%d", demo_between(d, 9, 52),
		    demo_between(d, 1, 9));
		row_set(r, F_school_fsm, d->b.p);
	}
}

/* Pupils of the whole school: about those of its year groups. */
static long
all_pupils(const struct demo *d, int i)
{
	const struct demo_school *s = &d->school[i];
	long sum = 0, n;

	for (int yg = s->low; yg <= s->high; yg++)
		if ((n = demo_roll(d, i, d->year, yg)) > 0)
			sum += n;
	return sum;
}

static void
put_history(struct demo *d, int i, struct row *r)
{
	struct demo_school *s = &d->school[i];
	const struct demo_heir *end = demo_end_of(i), *begin =
	    demo_begin_of(i);

	s->closed = end != NULL ? demo_heir_day(d, end) - 1 : DAY_NONE;
	s->opened = begin != NULL ? demo_heir_day(d, begin) : DAY_NONE;
	row_set(r, F_school_status, end != NULL ? "Closed" :
	    i == PARK_HOUSE ? "Open but proposed to close" : "Open");
	if (end != NULL)
		demo_day(r, F_school_closed, s->closed);
	if (begin != NULL)
		demo_day(r, F_school_opened, s->opened);
	else if (in_trust(&demo_kinds[s->kind]))
		demo_day(r, F_school_opened, day_from_ymd(demo_between(d, 2009,
		    2018), 9, 1));
}

static void
make_school(struct demo *d, int i)
{
	struct demo_school *s = &d->school[i];
	const struct demo_cast *c = i < DEMO_CAST ? &demo_cast[i] : NULL;
	const struct demo_kind *k;
	struct row *r = row_new(entities[ENT_school]);
	int low, high;

	demo_stream(d, S_SCHOOL, i, 0);
	buf_reset(&d->b);
	s->cluster = -1;
	/* Neighbours in the list are neighbours in the borough. */
	s->borough = (short)(c != NULL ? c->borough :
	    (i - DEMO_CAST) / 5 % DEMO_BOROUGHS);
	s->kind = (short)(c != NULL ? c->kind : pick_kind(d));
	k = &demo_kinds[s->kind];
	s->base = (short)(c != NULL ? c->base :
	    k->base * demo_between(d, 70, 130) / 100);
	low = c != NULL ? c->low_age : k->low_age;
	high = c != NULL ? c->high_age : k->high_age;
	span_of(k, low, high, s);
	if (c != NULL)
		buf_add(&d->b, c->name);
	else
		pick_name(d, k, i);
	s->name = xstrdup(d->b.p);
	s->site = demo_site(s->name);

	row_set(r, F_school_name, s->name);
	if (c == NULL || c->urn != 0)
		demo_int(r, F_school_urn, c != NULL ? c->urn : FIRST_URN + i);
	else
		row_set(r, F_school_local_number, "EAST-017");
	if (c != NULL && c->also[0] != '\0')
		demo_word(r, F_school_also, c->also);
	if (c != NULL)
		row_set(r, F_school_note, c->note);
	demo_int(r, F_school_establishment, 4000 + i % 5000);
	demo_int(r, F_school_ukprn, 10900000L + i);
	put_kind(d, s, low, high, r);
	put_place(d, s, r);
	put_history(d, i, r);
	put_proposal(d, i, r);
	demo_int(r, F_school_pupils, all_pupils(d, i));
	s->id = demo_add(d, r);
}

void
demo_schools(struct demo *d)
{
	for (int i = 0; i < d->nschools && d->st == ST_OK; i++)
		make_school(d, i);
}

bool
demo_open(const struct demo *d, int i, int day)
{
	const struct demo_school *s = &d->school[i];

	if (i >= d->nschools || s->id == 0)
		return false;
	if (s->opened != DAY_NONE && day < s->opened)
		return false;
	return s->closed == DAY_NONE || day <= s->closed;
}

/* --- rolls --- */

/* As the examples have them, this year. */
static long
known_roll(int school, int yg)
{
	static const short sandmere[] = { 180, 182, 176, 181, 179, 120, 122 };
	static const short harbour[] = { 60, 58, 54, 49 };

	if (school == SANDMERE)
		return sandmere[yg - YG_Y7];
	if (school == HARBOUR)
		return harbour[yg - YG_Y10];
	return -1;
}

/* Every cohort has its own size. The remainder by three follows the year, so
 * that a year group never has the number of the two years before it. */
long
demo_roll(const struct demo *d, int school, int year, int yg)
{
	const struct demo_school *s = &d->school[school];
	long n, spread = s->base / 20 + 1;

	if (yg < s->low || yg > s->high)
		return -1;
	n = known_roll(school, yg);
	if (n < 0)
		n = yg >= YG_Y12 && s->low < YG_Y12 ? s->base * 2 / 3 : s->base;
	if (year != d->year || known_roll(school, yg) < 0)
		n += 3 * ((long)(demo_hash(d, S_ROLL, school, year - yg) %
		    (uint64_t)(2 * spread + 1)) - spread);
	n += (year - d->year) % 3;
	return n < 3 ? 3 + (year - d->year + DEMO_YEARS * 3) % 3 : n;
}

static void
put_source(struct demo *d, struct row *r, int i, int year, int yg)
{
	bool now = year == d->year;
	int first = year_first_day(year);

	demo_day(r, F_roll_as_at, first + 35 <= d->today ? first + 35 :
	    d->today);
	/* This year's sixth form has not been counted everywhere. */
	if (now && ((yg == YG_Y12 && i % 3 == 0) || demo_chance(d, 4))) {
		row_set(r, F_roll_source, "rolled forward");
		row_set(r, F_roll_confirmed, "no");
		return;
	}
	row_set(r, F_roll_source, i % 3 == 0 ? "typed" : "census");
	row_set(r, F_roll_confirmed, "yes");
}

static void
make_roll(struct demo *d, int i, int year, int yg)
{
	struct row *r = row_new(entities[ENT_roll]);
	long n = demo_roll(d, i, year, yg);
	bool special = d->school[i].kind == K_SPECIAL ||
	    d->school[i].kind == K_SPECIAL_ACADEMY;
	char text[8];

	demo_ref(r, F_roll_school, "school", d->school[i].id);
	year_format(year, text);
	row_set(r, F_roll_year, text);
	row_set(r, F_roll_group, year_groups[yg].word);
	demo_int(r, F_roll_pupils, n);
	demo_int(r, F_roll_disadvantaged, n * demo_between(d, 18, 46) / 100);
	demo_int(r, F_roll_send, special ? n :
	    n * demo_between(d, 8, 22) / 100);
	put_source(d, r, i, year, yg);
	demo_add(d, r);
}

void
demo_rolls(struct demo *d)
{
	for (int i = 0; i < d->nschools && d->st == ST_OK; i++) {
		const struct demo_school *s = &d->school[i];

		for (int y = d->year - d->years + 1; y <= d->year; y++) {
			demo_stream(d, S_ROLL, i, y);
			if (!demo_open(d, i, year_first_day(y) + 30))
				continue;
			for (int yg = s->low; yg <= s->high; yg++) {
				/* Not known yet, and said so. */
				if (i == NORTHGATE && y == d->year &&
				    yg == YG_Y12)
					continue;
				make_roll(d, i, y, yg);
			}
		}
	}
}
