/* demo_programme.c - the demonstration's networks, memberships, coordinators
 * and facts.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/demo_int.h"
#include "app/users.h"

#include "base/str.h"

enum {
	USERS = DEMO_USERS,
	CARRIED = 22,		/* schools a coordinator carries */
	CARRIERS = SAM		/* the users before SAM carry schools */
};

static const struct {
	const char *name, *full, *phone;
} colleagues[USERS - 1] = {
	{ "priya", "Priya Lindqvale", "020 7946 0411" },
	{ "dan", "Dan Ostrow", "020 7946 0412" },
	{ "sam", "Sam Veldhuis", "" },
	{ "rowan", "Rowan Etchells", "020 7946 0410" },
};

/* --- users and networks -------------------------------------------------- */

/* A user of this name may be all that is left of records taken back. */
static int64_t
add_user(struct demo *d, struct row *take_row)
{
	int64_t id = 0;

	if (d->st == ST_OK)
		d->st = users_find(d->app, row_get(take_row, F_user_name), &id,
		    d->e);
	if (id == 0)
		return demo_add(d, take_row);
	d->next++;	/* it has its id, and those after it theirs */
	row_free(take_row);
	return id;
}

/* The one who writes comes first, whatever the name. */
static void
make_users(struct demo *d)
{
	int64_t *user = d->user;

	for (int i = 0; i < USERS; i++) {
		struct row *r = row_new(entities[ENT_user]);

		row_set(r, F_user_name, d->app->user);
		if (i > 0 && str_ieq(colleagues[i - 1].name, d->app->user)) {
			row_free(r);
			user[i] = user[0];
			continue;
		}
		if (i > 0) {
			row_set(r, F_user_name, colleagues[i - 1].name);
			row_set(r, F_user_full_name, colleagues[i - 1].full);
			row_set(r, F_user_phone, colleagues[i - 1].phone);
			buf_reset(&d->b);
			buf_addf(&d->b, "%s@hub.example",
			    colleagues[i - 1].name);
			row_set(r, F_user_email, d->b.p);
		}
		if (i == SAM)
			row_set(r, F_user_note, "Works Tuesday to Thursday.");
		if (i == DESK)
			row_set(r, F_user_note,
			    "The schools that nobody carries yet.");
		user[i] = add_user(d, r);
	}
}

/* The programme before this one ended when this one began. */
static int64_t
make_network(struct demo *d, bool now)
{
	struct row *r = row_new(entities[ENT_network]);
	int turn = year_first_day(2021);

	row_set(r, F_network_name, now ? "East London Careers Hub" :
	    "Riverside Adviser Network");
	demo_word(r, F_network_also, now ? "The Hub" : "RAN East");
	for (int i = 0; i < DEMO_BOROUGHS; i++)
		demo_word(r, F_network_area, demo_boroughs[i].name);
	row_set(r, F_network_run_by, now ? "Local hub" :
	    "Riverside Business Alliance");
	row_set(r, F_network_funder, now ? "Careers company, boroughs" :
	    "City fund");
	demo_int(r, F_network_schools_each, now ? 20 : 25);
	demo_int(r, F_network_volunteers_each, 40);
	if (!now)
		demo_int(r, F_network_places, 50);
	set_put(row_members(r, F_network_partners),
	    r->ent->fields[F_network_partners].set, (const char *const[]){
	    demo_code(d, d->partner[HAVERING_COUNCIL]) });
	demo_day(r, F_network_from, now ? turn : day_from_iso("2019-03-25"));
	if (!now)
		demo_day(r, F_network_to, turn - 1);
	row_set(r, F_network_note, now ? "Grant agreement is with finance." :
	    "");
	return demo_add(d, r);
}

/* --- memberships --------------------------------------------------------- */

static const struct {
	const char *stage, *reason;
} steps[] = {
	{ "invited", "Letter to the head" },
	{ "signed up", "Agreement signed" },
	{ "matched", "Volunteer introduced" },
	{ "active", "Plan agreed with the volunteer" },
};

static void
add_stage(struct demo *d, int s, int64_t network, const char *stage,
    const char *reason, int day)
{
	struct row *r = row_new(entities[ENT_membership]);

	demo_ref(r, F_membership_school, "school", d->school[s].id);
	demo_ref(r, F_membership_network, "network", network);
	row_set(r, F_membership_stage, stage);
	row_set(r, F_membership_reason, reason);
	demo_day(r, F_membership_from, day);
	if (str_eq(stage, "waiting"))
		row_set(r, F_membership_waiting_for, s % 2 == 0 ?
		    "governors' decision" : "a volunteer from construction");
	row_set(r, F_membership_place, d->school[s].kind == K_SPECIAL &&
	    day < year_first_day(2021) ? "yes" : "no");
	if (s == BROOKVALE)
		row_set(r, F_membership_note, "The deputy decides, not the "
		    "head.");
	demo_add(d, r);
}

/* As caseload succeed would write it. */
static void
add_heir(struct demo *d, int s, int64_t network, const char *stage,
    const struct demo_heir *h, int other)
{
	buf_reset(&d->b);
	buf_addf(&d->b, "%s: school/%d", h->kind, demo_cast[other].urn);
	add_stage(d, s, network, stage, d->b.p, demo_heir_day(d, h));
}

/* One after the other up to where the school is now. */
static void
make_stages(struct demo *d, int s, int64_t network)
{
	int day = d->today - 400 - demo_below(d, 500);
	int n = s == SANDMERE ? 3 : s == DEMO_PRU ? 0 : demo_below(d, 5);
	const struct demo_heir *end = demo_end_of(s), *begin =
	    demo_begin_of(s);
	int i = 0;

	if (d->school[s].kind == K_PRIMARY ||
	    d->school[s].kind == K_INDEPENDENT)
		return;
	if (end != NULL) {
		day = demo_heir_day(d, end);
		add_stage(d, s, network, "signed up", "Agreement signed",
		    day - 700);
		add_heir(d, s, network, "left", end, end->new);
		return;
	}
	if (begin != NULL) {		/* what its forerunner was it is */
		day = demo_heir_day(d, begin) + 60;
		add_heir(d, s, network, "signed up", begin, begin->old);
		n = 4;
		i = 2;
	}
	for (; i < n && i < (int)COUNT_OF(steps); i++) {
		add_stage(d, s, network, steps[i].stage, steps[i].reason, day);
		day += demo_between(d, 20, 90);
	}
	if (n == 0)
		add_stage(d, s, network, s % 3 == 0 ? "waiting" : "prospect",
		    "Met at the heads' forum", day);
	else if (s % 13 == 6)
		add_stage(d, s, network, s % 2 == 0 ? "paused" : "left",
		    "New leadership, asks to wait", d->today - 40);
}

/* --- coordinators -------------------------------------------------------- */

static void
add_coordinator(struct demo *d, int s, int64_t user, int from, int to,
    const char *note)
{
	struct row *r = row_new(entities[ENT_coordinator]);

	demo_ref(r, F_coordinator_school, "school", d->school[s].id);
	demo_ref(r, F_coordinator_user, "user", user);
	demo_day(r, F_coordinator_from, from);
	if (to != DAY_NONE)
		demo_day(r, F_coordinator_to, to);
	row_set(r, F_coordinator_note, note);
	demo_add(d, r);
}

/* Each carries some schools, and what is more than all carry nobody does; every
 * seventh is shared, every fifth handed over this year. */
static void
make_coordinators(struct demo *d, int s)
{
	const int64_t *user = d->user;
	int who = s / CARRIED, turn = year_first_day(d->year);
	int opened = d->school[s].opened, closed = d->school[s].closed;

	d->school[s].owner = user[DESK];
	if (who >= CARRIERS)
		return;
	d->school[s].owner = user[who];
	if (opened != DAY_NONE || closed != DAY_NONE) {
		add_coordinator(d, s, user[who], opened != DAY_NONE ? opened :
		    turn - 900, closed, "");
		return;
	}
	if (s % 5 == 3 && user[SAM] != user[who])
		add_coordinator(d, s, user[SAM], turn - 500, turn - 1,
		    "Handed over in the summer.");
	add_coordinator(d, s, user[who], s % 5 == 3 ? turn : turn - 400,
	    DAY_NONE, "");
	if (s % 7 == 0 && user[(who + 1) % 3] != user[who])
		add_coordinator(d, s, user[(who + 1) % 3], turn, DAY_NONE,
		    "Job share.");
}

/* --- facts --------------------------------------------------------------- */

static void
make_facts(struct demo *d, int s)
{
	static const struct {
		const char *fact, *value, *source;
	} known[] = {
		{ "leader hours", "6", "Careers leader" },
		{ "budget", "4000", "Business manager" },
		{ "development plan", "yes", "Plan 2026" },
		{ "staff briefing", "yes", "Staff bulletin" },
		{ "programme page", "yes", "Website" },
		{ "provider policy page", "yes", "Website" },
		{ "quality standard", "working towards", "Awarding body" },
	};
	static const char *const hours[] = { "4", "6", "8" };
	char year[8];

	for (int y = d->year - 1; y <= d->year; y++)
		for (size_t i = 0; i < COUNT_OF(known); i++) {
			struct row *r;

			if (!demo_chance(d, s < 40 ? 60 : 10))
				continue;
			year_format(y, year);
			r = row_new(entities[ENT_fact]);
			demo_ref(r, F_fact_school, "school", d->school[s].id);
			row_set(r, F_fact_year, year);
			row_set(r, F_fact_fact, known[i].fact);
			row_set(r, F_fact_value, i == 0 ?
			    hours[demo_below(d, 3)] : known[i].value);
			row_set(r, F_fact_source, known[i].source);
			demo_day(r, F_fact_checked, year_first_day(y) +
			    demo_below(d, 70));
			if (i == 1 && s % 4 == 0)
				row_set(r, F_fact_note, "Shared with PSHE.");
			demo_add(d, r);
		}
}

void
demo_programme(struct demo *d)
{
	int64_t network[2];

	make_users(d);
	network[0] = make_network(d, false);
	network[1] = make_network(d, true);
	demo_name(d, "hub", ENT_network, network[1]);
	for (int s = 0; s < d->nschools && d->st == ST_OK; s++) {
		demo_stream(d, S_PROGRAMME, s, 0);
		if (s == BROOKVALE)
			add_stage(d, s, network[0], "signed up",
			    "One of the first places", day_from_iso(
			    "2020-10-05"));
		make_stages(d, s, network[1]);
		make_coordinators(d, s);
		make_facts(d, s);
		demo_results(d, s);
	}
	demo_answers(d);
}
