/* demo_results.c - the demonstration's official results of the benchmarks.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each school has a day for each benchmark on which it comes to be achieved:
 * early for what is easy, never for some. Until then it comes nearer. About
 * two of the eight are achieved at first and five after three years; one
 * school in ten was never assessed.
 */
#include "app/demo_int.h"
#include "model/framework.h"
#include "model/snapshot.h"

enum { THREE_YEARS = 3 * 365 + 1 };

/* Of a hundred schools, those that achieve it at first and three years later;
 * points its questions give, so that the percentages are such as occur. */
static const struct {
	int first, later, points;
} benchmarks[BENCHMARKS] = {
	{ 14, 46, 17 }, { 30, 71, 10 }, { 13, 46, 11 }, { 25, 63, 16 },
	{ 35, 76, 8 }, { 31, 68, 8 }, { 14, 48, 24 }, { 38, 84, 8 },
};

/* Where the school stands with a benchmark, of a hundred schools; 0 first. */
static int
place_of(const struct demo *d, int s, int bm)
{
	return (int)(demo_hash(d, S_RESULT, s, 1 + bm) % 100);
}

/* Per cent of benchmark BM on DAY, of which FIRST is the first. */
static int
percent(struct demo *d, int s, int bm, int first, int day)
{
	int share = benchmarks[bm].first + (benchmarks[bm].later -
	    benchmarks[bm].first) * (day - first) / THREE_YEARS;
	int behind = place_of(d, s, bm) - share, points;

	if (behind < 0)
		return 100;
	points = benchmarks[bm].points * (90 - behind * 3 / 4 +
	    demo_between(d, -6, 6)) / 100;
	if (points >= benchmarks[bm].points)
		points = benchmarks[bm].points - 1;
	return points > 0 ? 100 * points / benchmarks[bm].points : 0;
}

const char *
demo_setting(const struct demo_school *s)
{
	switch (s->kind) {
	case K_FE: case K_SIXTH:
		return setting_words[SETTING_COLLEGE];
	case K_SPECIAL: case K_SPECIAL_ACADEMY:
		return setting_words[SETTING_SPECIAL];
	default:
		return setting_words[SETTING_SCHOOL];
	}
}

static void
add_result(struct demo *d, int s, int first, int day)
{
	static const char *const framework[] = { "G2014", "G2024" };
	struct row *r = row_new(entities[ENT_assessment]);

	demo_ref(r, F_assessment_school, "school", d->school[s].id);
	demo_day(r, F_assessment_date, day);
	row_set(r, F_assessment_framework,
	    framework[day >= year_first_day(2025)]);
	row_set(r, F_assessment_setting, demo_setting(&d->school[s]));
	row_set(r, F_assessment_source, "compass");
	for (int i = 0; i < BENCHMARKS; i++)
		demo_int(r, F_assessment_bm1 + i,
		    percent(d, s, i, first, day));
	demo_int(r, F_assessment_first_year, d->school[s].low - YG_Y7 + 7);
	demo_int(r, F_assessment_last_year, d->school[s].high - YG_Y7 + 7);
	if (d->school[s].kind == K_SPECIAL)
		row_set(r, F_assessment_cohort, "Leavers of the year");
	if (day == first)
		row_set(r, F_assessment_summary, "First result with the new "
		    "careers leader.");
	if (s == SANDMERE)
		row_set(r, F_assessment_note, "Filled in with the deputy.");
	demo_add(d, r);
}

/* On the day of the snapshot or in the weeks before; now and then none. */
void
demo_results(struct demo *d, int s)
{
	int first = DAY_NONE, from = year_first_day(d->year - d->years);

	if (d->school[s].kind == K_PRIMARY || d->school[s].low < YG_Y7 ||
	    d->school[s].kind == K_INDEPENDENT || s % 10 == 8)
		return;
	demo_stream(d, S_RESULT, s, 0);
	for (int snap = snapshot_from(from); d->st == ST_OK &&
	    snap < d->today + 60; snap = snapshot_from(snap + 1)) {
		int day = snap - (demo_chance(d, 60) ? 0 :
		    demo_between(d, 3, 55));

		if ((s != SANDMERE && demo_chance(d, 9)) || day > d->today ||
		    !demo_open(d, s, day))
			continue;
		if (first == DAY_NONE)
			first = day;
		add_result(d, s, first, day);
	}
}
