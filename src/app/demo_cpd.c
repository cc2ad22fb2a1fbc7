/* demo_cpd.c - CPD sessions of the demonstration and who came.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/demo_int.h"
#include "base/str.h"

/* Days count from today; those of the past are done, but for one whose
 * attendance is still to be taken. */
static const struct known_cpd {
	int		 day;
	const char	*title, *start;
	int		 minutes;
	const char	*venue, *provider, *audience, *benchmarks;
	int		 capacity, booked;	/* capacity 0: no limit */
	int		 cost;
	bool		 cluster, outside, open;	/* OPEN: to be taken */
	const char	*feedback, *note;
} sessions[] = {
	{ 0, "Using labour market data", "16:00", 90, "Town Hall, room 4",
	  "Lantern Futures", "careers leader,adviser", "2", 20, 23, 0, true,
	  false, true, "", "Handouts are in the blue box." },
	{ -2, "LMI briefing for careers leaders", "15:30", 60,
	  "https://meet.example/lmi", "Local hub", "careers leader", "2,4",
	  0, 12, 0, false, false, true, "", "" },
	{ -3, "Careers leaders' forum", "13:00", 180, "Town Hall",
	  "Local hub", "careers leader,adviser,governor", "1,3", 60, 40, 0,
	  false, false, true, "", "" },
	{ -45, "Careers in the curriculum", "16:00", 120, "Harbour UTC",
	  "University of the Lower Thames", "teacher", "4", 30, 18, 0,
	  false, false, false, "5:7 4:6 3:2 2:0 1:0", "" },
	{ -130, "Governors and careers", "18:00", 60, "on line",
	  "Local hub", "governor", "1", 0, 9, 0, false, false, false,
	  "5:3 4:4 3:1 2:1 1:0", "" },
	{ -200, "National conference", "09:30", 360, "Conference centre",
	  "Lantern Futures", "careers leader,enterprise adviser", "5,6", 0,
	  6, 95, false, true, false, "5:4 4:2 3:0 2:0 1:0", "" },
	{ -420, "Meaningful encounters", "16:00", 90, "Cranmere College",
	  "Local hub", "careers leader,adviser", "5", 25, 21, 0, true, false,
	  false, "5:9 4:8 3:2 2:0 1:0", "" },
	{ 13, "Provider access in practice", "15:45", 75, "on line",
	  "City College", "careers leader", "7", 40, 16, 0, false, false,
	  false, "", "" },
	{ 55, "Records that work", "16:00", 90, "Town Hall, room 2",
	  "Local hub", "careers leader,adviser", "3", 24, 11, 15, false,
	  false, false, "", "" },
};

static int64_t
make_session(struct demo *d, const struct known_cpd *k)
{
	struct row *r = row_new(entities[ENT_cpd]);
	struct strs words = { 0 };

	row_set(r, F_cpd_title, k->title);
	demo_day(r, F_cpd_date, d->today + k->day);
	row_set(r, F_cpd_start, k->start);
	demo_int(r, F_cpd_minutes, k->minutes);
	row_set(r, F_cpd_venue, k->venue);
	row_set(r, F_cpd_provider, k->provider);
	str_split(&words, k->audience, ',');
	for (size_t i = 0; i < words.n; i++)
		demo_word(r, F_cpd_audience, words.v[i]);
	strs_clear(&words);
	str_split(&words, k->benchmarks, ',');
	for (size_t i = 0; i < words.n; i++)
		demo_word(r, F_cpd_benchmarks, words.v[i]);
	strs_clear(&words);
	if (k->capacity > 0)
		demo_int(r, F_cpd_capacity, k->capacity);
	demo_int(r, F_cpd_cost, k->cost);
	if (k->cluster)
		demo_ref(r, F_cpd_cluster, "cluster", d->cluster[0]);
	row_set(r, F_cpd_outside, k->outside ? "yes" : "no");
	row_set(r, F_cpd_feedback, k->feedback);
	row_set(r, F_cpd_note, k->note);
	return demo_add(d, r);
}

/* How it ended for the I-th that booked. */
static void
put_attendance(struct demo *d, const struct known_cpd *k, int i,
    struct row *r)
{
	int n = demo_below(d, 100);

	row_set(r, F_booking_status, n < 80 ? "attended" : n < 88 ? "absent" :
	    n < 95 ? "apologies" : "cancelled");
	if (row_is(r, F_booking_status, "attended")) {
		demo_int(r, F_booking_evaluation, 3 + n % 3);
		if (demo_chance(d, 10))	/* left early; else the session's */
			demo_int(r, F_booking_hours, 1);
		buf_reset(&d->b);
		buf_addf(&d->b, "CPD-%d-%03d", -k->day, i + 1);
		row_set(r, F_booking_certificate, d->b.p);
		if (i % 9 == 8)
			row_set(r, F_booking_walk_in, "yes");
	} else if (row_is(r, F_booking_status, "apologies")) {
		demo_ref(r, F_booking_replaced_by, "contact",
		    d->person[(size_t)demo_below(d, (int)d->npeople)]);
		row_set(r, F_booking_note, "A colleague came instead.");
	}
}

/* The leaders of the cast come to each session, others by turns. */
static int64_t
who(const struct demo *d, size_t session, int i)
{
	static const short leaders[] = { SANDMERE, HARBOUR, NORTHGATE,
	    BROOKVALE, CRANMERE };
	size_t n = d->npeople;

	if (i < (int)COUNT_OF(leaders)) {
		int s = leaders[i];

		return s < d->nschools ? d->school[s].leader : 0;
	}
	return d->person[((size_t)i + session * 11) % n];
}

static void
make_bookings(struct demo *d, size_t session, int64_t cpd)
{
	const struct known_cpd *k = &sessions[session];
	int64_t had[64];
	int n = 0;

	for (int i = 0; n < k->booked && i < 200; i++) {
		int64_t person = who(d, session, i);
		struct row *r;
		bool twice = person == 0;

		for (int j = 0; j < n; j++)
			twice = twice || had[j] == person;
		if (twice)
			continue;
		r = row_new(entities[ENT_booking]);
		demo_ref(r, F_booking_cpd, "cpd", cpd);
		demo_ref(r, F_booking_contact, "contact", person);
		row_set(r, F_booking_walk_in, "no");
		row_set(r, F_booking_status, "booked");	/* full: it waits */
		demo_day(r, F_booking_made, d->today +
		    (k->day < 0 ? k->day : 0) - 40 + n);
		if (k->day < 0 && !k->open)
			put_attendance(d, k, n, r);
		demo_add(d, r);
		had[n++] = person;
	}
}

void
demo_cpd(struct demo *d)
{
	for (size_t i = 0; i < COUNT_OF(sessions) && d->st == ST_OK; i++) {
		int64_t cpd;

		demo_stream(d, S_CPD, (int64_t)i, 0);
		cpd = make_session(d, &sessions[i]);
		if (sessions[i].day > 0 && d->session == 0)
			d->session = cpd;
		if (d->npeople > 0)
			make_bookings(d, i, cpd);
	}
}
