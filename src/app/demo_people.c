/* demo_people.c - who works where, from when to when.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The cast first; then every school has a head and most a careers leader, the
 * first forty also others. Roles end and posts stand empty, as they do.
 */
#include <stdlib.h>
#include <string.h>

#include "app/demo_int.h"
#include "base/mem.h"
#include "base/str.h"

enum { AT_SCHOOL, AT_EMPLOYER, AT_PARTNER };

/* FROM and TO in days before today; FROM 0 is not known, TO 0 lasts. */
static const struct known_role {
	const char	*person;	/* NULL: as the row before */
	short		 at, i;
	const char	*role;
	int		 from, to;
	const char	*training;
	int		 level;
	const char	*external, *note;
} known_roles[] = {
	{ "Ms Grace Bell", AT_SCHOOL, SANDMERE, "careers leader", 800, 0,
	  "done", 0, "", "" },
	{ "Mr Alan Pryce", AT_SCHOOL, SANDMERE, "head", 3400, -2, "", 0, "",
	  "Retired in August." },
	{ "Ms Amara Nwosu", AT_SCHOOL, SANDMERE, "head", -1, 0, "", 0, "",
	  "Prefers e-mail." },
	{ "Ms Ruth Marsden", AT_SCHOOL, SANDMERE, "link governor", 1200, 132,
	  "", 0, "", "" },
	{ "Mr Simon Hale", AT_SCHOOL, HARBOUR, "head", 1500, 0, "", 0, "",
	  "" },
	{ "Ms Ngozi Okoro", AT_SCHOOL, HARBOUR, "careers leader", 430, 0,
	  "in progress", 0, "", "" },
	{ "Mr Rafi Chowdhury", AT_SCHOOL, HARBOUR, "work experience officer",
	  700, 0, "", 0, "", "" },
	{ "Ms Gifty Osei", AT_SCHOOL, NORTHGATE, "careers leader", 950, 0,
	  "done", 0, "", "" },
	{ "Ms Jean Smith", AT_SCHOOL, NORTHGATE, "head", 2100, 0, "", 0, "",
	  "" },
	{ "Mr Tom Adeyemi", AT_EMPLOYER, ARUP, "contact", 900, 0, "", 0, "",
	  "" },
	{ NULL, AT_SCHOOL, NORTHGATE, "enterprise adviser", 260, 0, "", 0, "",
	  "Comes on Mondays." },
	{ "Ms Megan Dale", AT_SCHOOL, BROOKVALE, "careers leader", 610, 0,
	  "booked", 0, "", "" },
	{ "Mr Peter Smith", AT_SCHOOL, BROOKVALE, "senco", 0, 0, "", 0, "",
	  "" },
	{ "Ms Hannah Smith", AT_SCHOOL, ASHDOWN, "careers adviser", 480, 0,
	  "", 6, "yes", "Two days a week, from the borough." },
	{ "Dr Owen Smith", AT_SCHOOL, PARK_HIGH, "chair of governors", 1300,
	  0, "", 0, "", "" },
	{ "Mr Peter Lund", AT_SCHOOL, CRANMERE, "careers leader", 1700, 0,
	  "none", 0, "", "" },
	{ "Ms Farah Aziz", AT_SCHOOL, ASHDOWN, "careers leader", 340, 0,
	  "done", 0, "", "" },
	{ "Mr Leo Brandt", AT_EMPLOYER, BARCLAYS, "speaker", 500, 0, "", 0,
	  "", "" },
	{ "Ms Kit Rowe", AT_EMPLOYER, CITY_CRANES, "contact", 640, 0, "", 0,
	  "", "" },
	{ "Mr Sol Adler", AT_EMPLOYER, TFL, "contact", 0, 0, "", 0, "", "" },
	{ "Ms Ida Vance", AT_PARTNER, EASTFIELD_P, "contact", 380, 0, "", 0,
	  "", "" },
	{ "Mr Ben Okri-Lane", AT_PARTNER, APPRENTICE_CO, "speaker", 200, 0,
	  "", 0, "", "" },
	{ "Ms Mary Teller", AT_PARTNER, UNIVERSITY, "contact", 720, 0, "", 0,
	  "", "" },
	{ "Ms Iris Bell", AT_SCHOOL, NORTHGATE, "slt sponsor", 530, 0, "", 0,
	  "", "" },
};

static void
remember(struct demo *d, int64_t person)
{
	if (d->npeople == d->people_cap) {
		d->people_cap = d->people_cap * 2 + 64;
		d->person = xreallocarray(d->person, d->people_cap,
		    sizeof *d->person);
	}
	d->person[d->npeople++] = person;
}

/* A person of that name whose address is at SITE. */
static int64_t
make_person(struct demo *d, const char *name, const char *site)
{
	struct row *r = row_new(entities[ENT_contact]);
	struct buf b;

	buf_init(&b, BUF_LINE);
	row_set(r, F_contact_name, name);
	demo_mail(name, site, &b);
	row_set(r, F_contact_email, b.p);
	buf_reset(&b);
	row_set(r, F_contact_phone, demo_phone(d, &b));
	buf_clear(&b);
	row_set(r, F_contact_contact_ok, "work");
	if (d->npeople % 19 == 3)
		demo_day(r, F_contact_register,
		    d->today - 300 - (int)d->npeople % 7 * 90);
	if (d->npeople % 23 == 5) {
		row_set(r, F_contact_contact_ok, "no bulk");
		demo_day(r, F_contact_contact_ok_on, d->today - 120);
	}
	if (d->npeople % 41 == 7) {
		row_set(r, F_contact_contact_ok, "none");
		demo_day(r, F_contact_contact_ok_on, d->today - 15);
		demo_day(r, F_contact_not_before, d->today + 75);
		row_set(r, F_contact_note, "On leave until the new term.");
	}
	return demo_add(d, r);
}

static const char *const at_entity[] = { "school", "employer", "partner" };

/* FROM and TO are days, DAY_NONE for none. */
static struct row *
role_row(int64_t person, int at, int64_t org, const char *role, int from,
    int to)
{
	struct row *r = row_new(entities[ENT_role]);

	demo_ref(r, F_role_contact, "contact", person);
	demo_ref(r, F_role_organisation, at_entity[at], org);
	row_set(r, F_role_role, role);
	if (from != DAY_NONE)
		demo_day(r, F_role_from, from);
	if (to != DAY_NONE)
		demo_day(r, F_role_to, to);
	return r;
}

/* The school's, or that of whoever employs them. */
static char *
site_of(const struct demo *d, const struct known_role *k)
{
	static const char *const firms[] = { "barclays", "arup", "citycranes",
	    "tfl", "marksandspencer", "borough" };
	static const char *const providers[] = { "eastfield", "citycollege",
	    "tideway", "lowerthames" };

	if (k->at == AT_SCHOOL)
		return xstrdup(d->school[k->i].site);
	return xstrdup(k->at == AT_EMPLOYER ? firms[k->i] : providers[k->i]);
}

static void
note_holder(struct demo_school *s, const char *role, int64_t person)
{
	if (str_eq(role, "careers leader"))
		s->leader = person;
	else if (str_eq(role, "head"))
		s->head = person;
	else if (str_eq(role, "slt sponsor"))
		s->sponsor = person;
}

static void
make_known(struct demo *d)
{
	int64_t person = 0;
	int turn = year_first_day(d->year);

	for (size_t i = 0; i < COUNT_OF(known_roles); i++) {
		const struct known_role *k = &known_roles[i];
		int64_t org = k->at == AT_EMPLOYER ? d->employer[k->i] :
		    k->at == AT_PARTNER ? d->partner[k->i] : 0;
		struct row *r;

		if (k->at == AT_SCHOOL) {
			if (k->i >= d->nschools)
				continue;
			org = d->school[k->i].id;
		}
		if (k->person != NULL) {
			char *site = site_of(d, k);

			demo_stream(d, S_PEOPLE, (int64_t)i, 1);
			person = make_person(d, k->person, site);
			free(site);
			demo_name(d, k->person, ENT_contact, person);
			if (k->at == AT_SCHOOL)
				remember(d, person);
		}
		r = role_row(person, k->at, org, k->role,
		    k->from == 0 ? DAY_NONE : k->from < 0 ? turn :
		    d->today - k->from,
		    k->to == 0 ? DAY_NONE : k->to < 0 ? turn - 1 :
		    d->today - k->to);
		row_set(r, F_role_training, k->training);
		if (k->level > 0)
			demo_int(r, F_role_level, k->level);
		row_set(r, F_role_external, k->external);
		row_set(r, F_role_note, k->note);
		demo_add(d, r);
		if (k->at == AT_SCHOOL && k->to == 0)
			note_holder(&d->school[k->i], k->role, person);
	}
}

/* Somebody new in that post of school S, from some years ago. */
static int64_t
appoint(struct demo *d, int s, const char *role, int to)
{
	static const char *const trainings[] = { "none", "booked",
	    "in progress", "done", "done" };
	const struct demo_school *school = &d->school[s];
	struct row *r;
	int64_t person;
	int from = d->today - demo_between(d, 250, 2900);

	if (school->closed != DAY_NONE && (to == DAY_NONE ||
	    to > school->closed))
		to = school->closed;
	if (to != DAY_NONE && from > to)
		from = to - 400;
	buf_reset(&d->b);
	demo_person(d, &d->b);
	person = make_person(d, d->b.p, school->site);
	if (to == DAY_NONE)
		remember(d, person);
	r = role_row(person, AT_SCHOOL, school->id, role, from, to);
	if (str_eq(role, "careers leader"))
		row_set(r, F_role_training, trainings[demo_below(d, 5)]);
	if (str_eq(role, "careers adviser")) {
		demo_int(r, F_role_level, demo_between(d, 4, 7));
		row_set(r, F_role_external,
		    demo_chance(d, 60) ? "yes" : "no");
	}
	demo_add(d, r);
	return person;
}

/* One in nine schools has no careers leader; of some the last one is known. */
static void
staff(struct demo *d, int s)
{
	static const char *const others[] = { "link governor", "senco",
	    "slt sponsor", "careers adviser", "chair of governors", "office",
	    "trust lead", "governor", "work experience officer" };
	struct demo_school *school = &d->school[s];

	demo_stream(d, S_PEOPLE, s, 0);
	if (school->head == 0)
		school->head = appoint(d, s, "head", DAY_NONE);
	if (school->leader == 0 && s % 9 == 7)
		appoint(d, s, "careers leader",
		    d->today - demo_between(d, 20, 150));
	else if (school->leader == 0)
		school->leader = appoint(d, s, "careers leader", DAY_NONE);
	if (s >= 40)
		return;
	for (size_t i = 0; i < COUNT_OF(others); i++)
		if (demo_chance(d, i == 0 ? 75 : 22) &&
		    !(s == SANDMERE && i == 0) && !(school->sponsor != 0 &&
		    str_eq(others[i], "slt sponsor")))
			note_holder(school, others[i],
			    appoint(d, s, others[i], DAY_NONE));
}

void
demo_people(struct demo *d)
{
	struct row *twice;

	make_known(d);
	for (int s = 0; s < d->nschools && d->st == ST_OK; s++)
		staff(d, s);
	for (int i = DEMO_EMPLOYERS; i < d->nemployers && d->st == ST_OK;
	    i += 11) {
		int64_t person;
		char *site;

		demo_stream(d, S_PEOPLE, i, 2);
		buf_reset(&d->b);
		demo_firm(i - DEMO_EMPLOYERS, &d->b);
		site = demo_site(d->b.p);
		buf_reset(&d->b);
		demo_person(d, &d->b);
		person = make_person(d, d->b.p, site);
		demo_add(d, role_row(person, AT_EMPLOYER, d->employer[i],
		    i % 2 == 0 ? "contact" : "speaker",
		    d->today - demo_between(d, 30, 900), DAY_NONE));
		free(site);
	}
	/* Entered twice by mistake, and put away. */
	twice = row_new(entities[ENT_contact]);
	row_set(twice, F_contact_name, "Ms G Bell");
	row_set(twice, F_contact_contact_ok, "work");
	demo_day(twice, F_contact_archived, d->today - 60);
	row_set(twice, F_contact_archived_for, "Entered twice");
	demo_add(d, twice);
}
