/* demo_events.c - encounters of the demonstration, about thirteen a school and
 * year.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "app/demo_int.h"
#include "base/str.h"
#include "model/encounter.h"
#include "model/id.h"

enum { A_YEAR = 13, MAX_SCHOOLS = 4 };

static const char *const titles[] = { "Meet the makers",
    "Futures fair", "What next? fair", "Women in engineering",
    "Green jobs fair", "Apprenticeship show", "Careers in care",
    "Pathways fair" };
static const char *const venues[] = { "Main hall", "Sixth form centre",
    "Library", "Town Hall", "Sports hall", "Lecture theatre" };
static const char *const subjects[] = { "Maths", "English", "Science", "PSHE",
    "Geography", "Computing", "Design and technology", "Business" };
static const char *const groups[] = { "young carers", "EAL", "looked after",
    "girls" };
static const char *const reasons[] = { "employer withdrew",
    "mock examinations moved", "rail strike", "staff illness",
    "hall double booked" };
static const char *const evidences[] = { "sign-in sheet, careers office",
    "photographs, shared drive", "pupil feedback forms, careers office",
    "letter from the employer", "register, school system" };
static const char *const follow_ups[] = { "send thanks to the speaker",
    "ask for work experience places", "share slides with tutors",
    "repeat for the next year group" };
static const char *const summaries[] = {
	"Pupils asked good questions about pay and hours.",
	"Went well; the employer would come again next year.",
	"Pupils met apprentices near to their own age.",
	"Half of the group had not met an engineer before.",
	"The task at the end was the best part of the day.",
};
static const char *const notes[] = {
	"Started late because of the buses.",
	"Speaker needs a projector next time.",
	"Two pupils to follow up about apprenticeships.",
	"Leader would like shorter sessions.",
};
#define ANY(d, list) (list)[demo_below(d, (int)COUNT_OF(list))]

struct event {
	struct row	*r;
	int		 type, year, day;
	const char	*status;
	bool		 ahead;		/* planned or confirmed */
	int		 school[MAX_SCHOOLS], nschools;
};

/* Of this year a third lies ahead; Sandmere's plans are those of the
 * examples. */
static int
pick_day(struct demo *d, int s, int year)
{
	int first = year_first_day(year) + 3, last = year_last_day(year) - 45;
	bool past = s == SANDMERE || demo_chance(d, 65);

	if (year != d->year)
		return demo_school_day(d, first, last);
	if (past && d->today - first > 10)
		return demo_school_day(d, first, d->today - 1);
	if (d->today + 1 >= last)
		return demo_school_day(d, first, last);
	first = d->today + 1;
	return demo_school_day(d, first, first + 110 < last ? first + 110 :
	    last);
}

static const char *
pick_status(struct demo *d, int s, int day)
{
	int n = demo_below(d, 100);

	if (day < d->today) {
		if (n < 4)
			return "cancelled";
		if (n < 7)
			return "postponed";
		return n < 30 && day > d->today - 14 && s >= DEMO_CAST ?
		    "planned" : "delivered";
	}
	return n < 72 ? "planned" : n < 94 ? "confirmed" :
	    n < 97 ? "cancelled" : "postponed";
}

static void
put_schools(struct demo *d, struct event *ev, int s)
{
	bool many = demo_shapes[ev->type].share == SHARE_ALL && s != SANDMERE;
	int more = demo_chance(d, many ? 20 : 4) ? demo_between(d, 1, 3) : 0;

	ev->school[ev->nschools++] = s;
	for (int i = 1; i <= more; i++)
		if (s + i < d->nschools && s + i != DEMO_LOCAL &&
		    demo_open(d, s + i, ev->day) &&
		    demo_fits(&d->school[s + i], ev->type))
			ev->school[ev->nschools++] = s + i;
	for (int i = 0; i < ev->nschools; i++) {
		char code[ID_CODE];
		bool in = strcmp(ev->status, "delivered") == 0 &&
		    demo_chance(d, 96);

		id_code(d->school[ev->school[i]].id, code);
		set_put(row_members(ev->r, F_encounter_schools),
		    &encounter_schools_set,
		    (const char *const[]){ code, in ? "yes" : "" });
	}
}

static const char *
part_of(struct demo *d, const struct event *ev)
{
	int n = demo_below(d, 100);

	if (ev->ahead)
		return n < 35 ? "invited" : n < 70 ? "coming" : "";
	if (strcmp(ev->status, "delivered") != 0)
		return "";
	return n < 4 ? "did not come" : n < 30 ? "came" : "";
}

static void
put_others(struct demo *d, struct event *ev, int s)
{
	const struct demo_shape *h = &demo_shapes[ev->type];
	char code[ID_CODE];

	for (int n = demo_between(d, h->least, h->most); n > 0; n--) {
		id_code(demo_some_employer(d, s), code);
		set_put(row_members(ev->r, F_encounter_employers),
		    &encounter_employers_set,
		    (const char *const[]){ code, part_of(d, ev) });
	}
	for (int n = h->providers; n > 0; n--) {
		id_code(demo_some_provider(d, s), code);
		set_put(row_members(ev->r, F_encounter_providers),
		    &encounter_providers_set,
		    (const char *const[]){ code, part_of(d, ev) });
	}
}

static long
pick_pupils(struct demo *d, int share, long roll)
{
	long n;

	switch (share) {
	case SHARE_FEW:	n = demo_between(d, 1, 8); break;
	case SHARE_GROUP:	n = demo_between(d, 12, 32); break;
	case SHARE_HALF:	n = roll * demo_between(d, 30, 70) / 100; break;
	default:	n = roll * demo_between(d, 86, 98) / 100; break;
	}
	return n > roll ? roll : n < 1 ? 1 : n;
}

/* One line of the numbers of school S. */
static void
put_year(struct demo *d, struct event *ev, int s, int yg)
{
	long roll = demo_roll(d, s, ev->year, yg), n;
	char code[ID_CODE], cell[4][24] = { "", "", "", "" };
	bool came = strcmp(ev->status, "delivered") == 0;

	if (roll < 0)
		return;
	n = pick_pupils(d, demo_shapes[ev->type].share, roll);
	id_code(d->school[s].id, code);
	if (!came || demo_chance(d, 25))
		snprintf(cell[0], sizeof cell[0], "%ld",
		    came && n + 3 <= roll ? n + 3 : n);
	if (came)
		snprintf(cell[1], sizeof cell[1], "%ld", n);
	if (came && demo_chance(d, 55)) {
		snprintf(cell[2], sizeof cell[2], "%ld",
		    n * demo_between(d, 15, 45) / 100);
		snprintf(cell[3], sizeof cell[3], "%ld",
		    n * demo_between(d, 5, 22) / 100);
	}
	set_put(row_members(ev->r, F_encounter_years), &encounter_years_set,
	    (const char *const[]){ code, year_groups[yg].word, cell[0],
	    cell[1], cell[2], cell[3],
	    came && demo_chance(d, 2) ? "yes" : "" });
}

static void
put_years(struct demo *d, struct event *ev)
{
	const struct demo_shape *h = &demo_shapes[ev->type];
	int n = h->share >= SHARE_HALF ? demo_between(d, 1, 2) : 1;
	int lo = h->lo, hi = h->hi, first;
	const struct demo_school *s = &d->school[ev->school[0]];

	lo = lo < s->low ? s->low : lo > s->high ? s->high : lo;
	hi = hi > s->high ? s->high : hi < s->low ? s->low : hi;
	first = demo_between(d, lo, hi);
	for (int i = 0; i < ev->nschools; i++)
		for (int yg = first; yg < first + n && yg <= hi; yg++)
			put_year(d, ev, ev->school[i], yg);
}

/* Some are meaningful for their benchmark: every tick of its list. */
static void
put_meaningful(struct event *ev)
{
	struct strs w = { 0 };

	str_words(&w, benchmark_ticks(encounter_types[ev->type].bm));
	for (size_t i = 0; i < w.n; i++)
		demo_word(ev->r, F_encounter_ticks, w.v[i]);
	strs_clear(&w);
}

static void
put_ticks(struct demo *d, struct event *ev)
{
	static const char *const ticks[] = { "purpose", "outcomes", "two-way",
	    "reflection" };
	static const char *const access[] = { "provider", "careers",
	    "learning", "questions" };
	const struct demo_shape *h = &demo_shapes[ev->type];
	int n = demo_chance(d, 35) ? 4 : demo_chance(d, 35) ? demo_below(d, 4) :
	    0;

	if (n == 4 && ev->day % 2 == 0)
		put_meaningful(ev);
	for (int i = 0; i < n; i++)
		demo_word(ev->r, F_encounter_ticks, h->most == 0 &&
		    h->providers > 0 ? access[i] : ticks[i]);
	if (encounter_types[ev->type].bm != 6)
		return;
	if (demo_chance(d, 50))
		demo_word(ev->r, F_encounter_ticks, "range");
	if (demo_chance(d, 50))
		demo_word(ev->r, F_encounter_ticks, "task");
	if (demo_chance(d, 30))
		demo_word(ev->r, F_encounter_ticks, "feedback");
}

/* What is only known afterwards. */
static void
put_outcome(struct demo *d, struct event *ev)
{
	char text[16];

	put_ticks(d, ev);
	if (demo_chance(d, 30)) {
		snprintf(text, sizeof text, "%d.%d", demo_between(d, 3, 4),
		    demo_between(d, 1, 9));
		row_set(ev->r, F_encounter_feedback, text);
	}
	if (demo_chance(d, 18))
		row_set(ev->r, F_encounter_evidence, ANY(d, evidences));
	if (demo_chance(d, 10))
		row_set(ev->r, F_encounter_summary, ANY(d, summaries));
	if (demo_chance(d, 4))
		row_set(ev->r, F_encounter_follow_up, ANY(d, follow_ups));
	if (demo_chance(d, 12))
		demo_int(ev->r, F_encounter_adults, demo_between(d, 1, 24));
	if (demo_chance(d, 4)) {
		char code[ID_CODE];

		id_code(d->school[ev->school[0]].id, code);
		snprintf(text, sizeof text, "%d", demo_between(d, 1, 9));
		set_put(row_members(ev->r, F_encounter_groups),
		    &encounter_groups_set,
		    (const char *const[]){ code, ANY(d, groups), text });
	}
}

/* The last of so many working days. */
static int
last_day(int day, int days)
{
	for (int left = days - 1; left > 0; )
		if (day_weekday(++day) <= 4)
			left--;
	return day;
}

static void
put_times(struct demo *d, struct event *ev)
{
	const struct demo_shape *h = &demo_shapes[ev->type];
	int start = 60 * demo_between(d, 9, 13) + 15 * demo_below(d, 4);
	char text[16];

	demo_int(ev->r, F_encounter_minutes, h->minutes);
	if (h->days > 0) {
		snprintf(text, sizeof text, "%d", h->days);
		row_set(ev->r, F_encounter_days, text);
		if (h->days > 1)
			demo_day(ev->r, F_encounter_end,
			    last_day(ev->day, h->days));
	} else if (demo_chance(d, 45)) {
		demo_time(ev->r, F_encounter_start, start);
		if (h->minutes <= 360 && demo_chance(d, 70))
			demo_time(ev->r, F_encounter_finish,
			    start + h->minutes);
	}
}

static void
put_circumstances(struct demo *d, struct event *ev, int s)
{
	static const char *const by[] = { "school", "school", "network",
	    "employer", "provider", "borough", "other" };
	const char *type = encounter_types[ev->type].word;

	row_set(ev->r, F_encounter_mode, strstr(type, "virtual") != NULL ?
	    "virtual" : demo_chance(d, 4) ? "mixed" : "in person");
	if (demo_chance(d, 60))
		row_set(ev->r, F_encounter_in_hours,
		    demo_chance(d, 85) ? "yes" : "no");
	if (demo_chance(d, 35))
		row_set(ev->r, F_encounter_organiser, by[demo_below(d, 7)]);
	if (strcmp(type, "careers fair") == 0 && demo_chance(d, 60))
		row_set(ev->r, F_encounter_title, ANY(d, titles));
	if (demo_chance(d, 15))
		row_set(ev->r, F_encounter_venue, ANY(d, venues));
	if (demo_where(&d->school[s]) == AT_PRIMARY && demo_chance(d, 40))
		row_set(ev->r, F_encounter_programme, "Family Explorer");
	else if (demo_chance(d, 5))
		row_set(ev->r, F_encounter_programme, "RE:CODE London");
	if (strstr(type, "curriculum") != NULL || demo_chance(d, 4))
		row_set(ev->r, F_encounter_subject, ANY(d, subjects));
	if (d->school[s].cluster >= 0 && ev->year >= d->year - 1 &&
	    demo_chance(d, 35)) {
		demo_ref(ev->r, F_encounter_cluster, "cluster",
		    d->cluster[d->school[s].cluster]);
		row_set(ev->r, F_encounter_organiser, "cluster");
	}
	if (demo_chance(d, 5))
		row_set(ev->r, F_encounter_note, ANY(d, notes));
}

/* For the careers plans of its schools. */
static void
remember(struct demo *d, const struct event *ev, int64_t id)
{
	int bm = encounter_types[ev->type].bm;
	int which = ev->ahead && ev->day > d->today ? 2 :
	    ev->year == d->year ? 1 : 0;

	if (bm <= 0 || bm >= DEMO_BMS || ev->year < d->year - 1 ||
	    (!ev->ahead && !str_eq(ev->status, "delivered")) ||
	    (ev->ahead && which != 2))
		return;
	for (int i = 0; i < ev->nschools; i++) {
		d->school[ev->school[i]].met[which][bm].id = id;
		d->school[ev->school[i]].met[which][bm].day = ev->day;
	}
}

static void
make_event(struct demo *d, int s, int year, int k)
{
	struct event ev = { .r = NULL, .year = year };

	demo_stream(d, S_EVENT, s, year * 64 + k);
	ev.day = pick_day(d, s, year);
	if (!demo_open(d, s, ev.day))
		return;
	ev.r = row_new(entities[ENT_encounter]);
	ev.type = demo_pick_type(d, &d->school[s]);
	ev.status = pick_status(d, s, ev.day);
	ev.ahead = strcmp(ev.status, "planned") == 0 ||
	    strcmp(ev.status, "confirmed") == 0;
	row_set(ev.r, F_encounter_type, encounter_types[ev.type].word);
	demo_day(ev.r, F_encounter_date, ev.day);
	row_set(ev.r, F_encounter_status, ev.status);
	put_schools(d, &ev, s);
	put_others(d, &ev, s);
	put_years(d, &ev);
	put_times(d, &ev);
	put_circumstances(d, &ev, s);
	if (strcmp(ev.status, "delivered") == 0)
		put_outcome(d, &ev);
	else if (!ev.ahead)
		row_set(ev.r, F_encounter_reason, ANY(d, reasons));
	if (s == PARK_HOUSE && year == d->year - 1 && k == 3) {
		demo_day(ev.r, F_encounter_archived, d->today - 90);
		row_set(ev.r, F_encounter_archived_for, "Logged twice");
	}
	remember(d, &ev, demo_add(d, ev.r));
}

void
demo_events(struct demo *d)
{
	for (int s = 0; s < d->nschools && d->st == ST_OK; s++)
		for (int y = d->year - d->years + 1; y <= d->year; y++) {
			int n;

			demo_stream(d, S_EVENT, s, y);
			n = demo_between(d, A_YEAR - 4, A_YEAR + 5);
			for (int k = 0; k < n; k++)
				make_event(d, s, y, k);
		}
}
