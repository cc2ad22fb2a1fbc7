/* demo.c - fictional data for an empty database, in one step.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/demo.h"

#include <stdlib.h>
#include <string.h>

#include "app/demo_int.h"
#include "app/record.h"
#include "base/mem.h"
#include "db/db.h"

#define DAY_MS		INT64_C(86400000)

/* --- chance: splitmix64, the same on every machine --- */

static uint64_t
mix(uint64_t x)
{
	x = (x ^ (x >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	x = (x ^ (x >> 27)) * UINT64_C(0x94d049bb133111eb);
	return x ^ (x >> 31);
}

uint64_t
demo_hash(const struct demo *d, int stream, int64_t a, int64_t b)
{
	return mix(mix(mix(d->seed * 31 + (uint64_t)stream) +
	    (uint64_t)a * UINT64_C(0x9e3779b97f4a7c15)) +
	    (uint64_t)b * UINT64_C(0xd1342543de82ef95));
}

void
demo_stream(struct demo *d, int stream, int64_t a, int64_t b)
{
	d->rng = demo_hash(d, stream, a, b);
}

int
demo_below(struct demo *d, int n)
{
	d->rng += UINT64_C(0x9e3779b97f4a7c15);
	return n > 0 ? (int)(mix(d->rng) % (uint64_t)n) : 0;
}

int
demo_between(struct demo *d, int lo, int hi)
{
	return lo + demo_below(d, hi - lo + 1);
}

bool
demo_chance(struct demo *d, int percent)
{
	return demo_below(d, 100) < percent;
}

/* --- writing --- */

void
demo_int(struct row *r, int field, long n)
{
	char text[24];

	snprintf(text, sizeof text, "%ld", n);
	row_set(r, field, text);
}

void
demo_day(struct row *r, int field, int day)
{
	char text[11];

	day_iso(day, text);
	row_set(r, field, text);
}

void
demo_time(struct row *r, int field, int minutes)
{
	char text[6];

	time_format(minutes, text);
	row_set(r, field, text);
}

void
demo_ref(struct row *r, int field, const char *ent, int64_t id)
{
	row_set_ref(r, field, ent, id);
}

void
demo_word(struct row *r, int field, const char *word)
{
	set_put(row_members(r, field), r->ent->fields[field].set,
	    (const char *const[]){ word, NULL });
}

const char *
demo_code(struct demo *d, int64_t id)
{
	id_code(id, d->code);
	return d->code;
}

void
demo_numbers(struct row *r, int f, const char *list)
{
	char word[2] = "";

	for (const char *p = list; *p != '\0'; p++)
		if ((word[0] = *p) >= '1' && *p <= '8')
			demo_word(r, f, word);
}

void
demo_whose(struct demo *d, struct row *r, int f, int s, int whose)
{
	const struct demo_school *at = s >= 0 ? &d->school[s] : NULL;
	int64_t person = at == NULL ? 0 : whose == LEADER ? at->leader :
	    whose == SPONSOR && at->sponsor != 0 ? at->sponsor : at->head;

	if (whose < DEMO_USERS || at == NULL)
		demo_ref(r, f, "user",
		    d->user[whose < DEMO_USERS ? whose : ME]);
	else if (person != 0)
		demo_ref(r, f, "contact", person);
	else if (at->owner != 0)
		demo_ref(r, f, "user", at->owner);
}

int64_t
demo_add(struct demo *d, struct row *take_row)
{
	int64_t id = 0;

	if (d->st == ST_OK && d->o->progress != NULL && d->done % 512 == 0 &&
	    d->o->progress(d->o->arg, d->done,
	    d->done < d->total ? d->total : d->done))
		d->st = err_set(d->e, ST_INTERRUPTED,
		    "Stopped; nothing was made.");
	if (d->st == ST_OK) {
		take_row->id = d->next++;
		d->st = record_add(d->app, take_row, d->e);
	}
	if (d->st == ST_OK) {
		id = take_row->id;
		d->done++;
	}
	row_free(take_row);
	return id;
}

/* --- days --- */

int
demo_when(const struct demo *d, int day)
{
	int ahead;

	if (day < MON) {
		int over = day_weekday(d->today + day) - 4;

		if (day == 0 || over <= 0)
			return d->today + day;
		return d->today + day + (day < 0 ? -over : 3 - over);
	}
	ahead = ((day - MON) % NEXT_WEEK - day_weekday(d->today) + 7) % 7;
	return d->today + (ahead == 0 ? 7 : ahead) +
	    (day - MON) / NEXT_WEEK * 7;
}

static bool
is_school_day(int day)
{
	int y, m, md;

	if (day_weekday(day) > 4)
		return false;
	day_to_ymd(day, &y, &m, &md);
	switch (m) {
	case 1:		return md >= 5;
	case 2:		return md < 15 || md > 19;
	case 4:		return md > 14;
	case 5:		return md < 25;
	case 7:		return md <= 17;
	case 8:		return false;
	case 9:		return md >= 4;
	case 10:	return md < 25;
	case 12:	return md <= 18;
	default:	return true;
	}
}

int
demo_school_day(struct demo *d, int from, int to)
{
	int day = demo_between(d, from, to);

	for (int i = 0; i < 60 && !is_school_day(day); i++)
		day = day == to ? from : day + 1;
	while (day_weekday(day) > 4)	/* all of it is holiday */
		day--;
	return day;
}

/* --- all of it --- */

/* Holds the database any record? Undoing the demonstration leaves none. */
static enum status
refuse_full(struct app *app, struct err *e)
{
	int64_t any;
	enum status st = db_get_int(app->db, Q_ANY_RECORD, 0, &any, e, "");

	if (st == ST_OK && any != 0)
		st = err_set(e, ST_CONFLICT, "The demonstration data go into an"
		    " empty database, and this one holds records. Name another"
		    " with --db FILE.");
	return st;
}

static void
fill(struct demo *d)
{
	d->app->minded = d->app->odd = NULL;	/* nobody is to be told */
	demo_schools(d);
	demo_rolls(d);
	demo_employers(d);
	demo_partners(d);
	demo_clusters(d);
	demo_people(d);
	demo_events(d);
	demo_this_week(d);
	demo_cpd(d);
	demo_programme(d);
	demo_terms(d);
	demo_diary(d);
	demo_cases(d);
	demo_visits(d);
	demo_plans(d);
	demo_checklists(d);
	demo_tasks(d);
	demo_hands(d);
	demo_name_cast(d);
	demo_volunteers(d);
	demo_offers(d);
	demo_claims(d);
	demo_notices(d);
	demo_goals(d);
	demo_views(d);
	demo_access(d);
	demo_twice(d);
}

static void
demo_clear(struct demo *d)
{
	for (int i = 0; i < d->nschools; i++) {
		free(d->school[i].name);
		free(d->school[i].site);
	}
	free(d->school);
	free(d->employer);
	free(d->partner);
	free(d->person);
	free(d->named);
	buf_clear(&d->b);
}

enum status
demo_fill(struct app *app, const struct demo_opts *o, struct err *e)
{
	struct demo d = {
		.app = app, .o = o, .e = e, .today = app->today,
		.seed = o->seed != 0 ? o->seed : 1,
		.nschools = o->schools > 0 ? o->schools : 40,
		.years = o->years > 0 ? o->years : 3,
		.year = year_of_day(app->today),
		.next = app->today * DAY_MS * (INT64_C(1) << 21) + 1,
	};
	enum status st;

	if (d.years > DEMO_YEARS)
		d.years = DEMO_YEARS;
	if (d.nschools > DEMO_NAMES)
		d.nschools = DEMO_NAMES;
	if ((st = step_begin(app, e)) != ST_OK)
		return st;
	if ((st = refuse_full(app, e)) != ST_OK)
		return step_end(app, st, "", e);
	buf_init(&d.b, BUF_LINE);
	d.nemployers = 4 * d.nschools;
	if (d.nemployers < DEMO_EMPLOYERS)
		d.nemployers = DEMO_EMPLOYERS;
	d.nlarge = DEMO_EMPLOYERS + d.nemployers / 200;
	if (d.nlarge > d.nemployers)
		d.nlarge = d.nemployers;
	d.npartners = DEMO_PARTNERS + d.nschools / 50;
	d.total = (uint64_t)d.nschools * ((uint64_t)d.years * 20 + 28);
	d.school = xcalloc((size_t)d.nschools, sizeof *d.school);
	d.employer = xcalloc((size_t)d.nemployers, sizeof *d.employer);
	d.partner = xcalloc((size_t)d.npartners, sizeof *d.partner);
	fill(&d);
	app_notice(app, NULL);		/* warnings of what is made up */
	st = d.st;
	demo_clear(&d);
	return step_end(app, st, "made the demonstration data", e);
}
