/* demo_goals.c - commitments, targets and month-end returns of the demonstration.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/demo_int.h"

#include <stdlib.h>

#include "app/monthend.h"
#include "app/record.h"
#include "base/date.h"
#include "base/mem.h"
#include "model/fields.h"
#include "model/tables.h"

static const struct demo_line lines[] = {
	{ "", ENT_commitment, "title=Fewer students leave early|"
	    "actor=university|organisation=university|item=leavers|"
	    "owner=Director of student services|due=280|status=under way|"
	    "evidence=annual figures|source=Action plan, page 14|unit=%|"
	    "baseline=8.3|baseline_year=2015/16|target=6|actual=7.1|"
	    "actual_on=-100|summary=Careers service open to all leavers.|"
	    "note=Asked in May." },
	{ "", ENT_commitment, "title=Keeps its careers service open to those who "
	    "have left|actor=university|organisation=university|item=alumni|"
	    "status=kept|due=-200|evidence=their careers page, seen in June|"
	    "source=Action plan, page 14" },
	{ "", ENT_commitment, "title=Careers advice in messages to staff|"
	    "actor=school|organisation=harbour|item=staff|status=under way|"
	    "due=-12|owner=Head" },
	{ "", ENT_commitment, "title=Shares what becomes of school leavers|"
	    "actor=government|item=destinations|status=under way|due=280|"
	    "source=Action plan, page 4" },
	{ "", ENT_commitment, "title=Money for hubs beyond the present years|"
	    "actor=government|item=hubs|status=open|due=130|"
	    "source=Action plan, page 5" },
	{ "", ENT_commitment, "title=News of London's labour market|"
	    "actor=city hall|item=city-data|status=kept|due=-60|"
	    "evidence=its data store|source=Action plan, page 7" },
	{ "", ENT_commitment, "title=Work experience and governors of its own|"
	    "actor=city hall|item=city-employer|status=open|due=190|"
	    "unit=placements|baseline=4|baseline_year=2024/25|target=20|"
	    "actual=9|actual_on=-60|source=Action plan, page 8" },
	{ "", ENT_commitment, "title=Helps its own staff to plan their careers|"
	    "actor=employer|organisation=arup|item=own-staff|status=kept|"
	    "due=-30|evidence=Their letter of June|source=Action plan, page 9" },
	{ "", ENT_commitment, "title=Takes young people on supported "
	    "internships|actor=employer|organisation=council|item=internships|"
	    "status=kept|due=120|note=Said on the phone, not seen." },
	{ "", ENT_commitment, "title=A governor has oversight of careers|"
	    "actor=school|organisation=northgate|item=governor|"
	    "status=open|due=5|owner=Chair of governors" },
	{ "", ENT_commitment, "title=Signed up to the network|actor=college|"
	    "organisation=cranmere|item=college-signed-up|status=under way|"
	    "due=60" },
	{ "", ENT_commitment, "title=Pays for personal guidance for every "
	    "young person|actor=government|item=guidance|status=open|due=300|"
	    "source=Action plan, page 4" },
	{ "", ENT_commitment, "title=Carries the network of Enterprise "
	    "Advisers in London|actor=city hall|item=city-network|"
	    "status=under way|due=220|unit=schools|baseline=20|"
	    "baseline_year=2024/25|target=36|source=Action plan, page 6" },
	{ "", ENT_target, "title=Link governors named|measure=governors named|"
	    "from=-300|by=60|baseline=2|target=30|owner=me" },
	{ "", ENT_target, "title=Benchmarks achieved, on average|"
	    "measure=benchmarks|from=-400|by=400|baseline=1|target=6" },
	{ "", ENT_target, "title=Schools in the network|"
	    "measure=schools in network|network=hub|from=-400|by=250|baseline=20|"
	    "target=36|source=Action plan, page 3|owner=me" },
	{ "", ENT_return, "month=0" },
};

/* A target that is counted by hand, with what was counted before. */
static void
count_volunteers(struct demo *d)
{
	static const struct {
		int		 when;
		const char	*figure;
	} before[] = { { -300, "18" }, { -190, "24" }, { -115, "27" } };
	struct row *r = record_new(d->app, &target_entity);

	row_set(r, F_target_title, "Volunteers at work");
	row_set(r, F_target_measure, "typed in");
	row_set(r, F_target_baseline, "12");
	row_set(r, F_target_target, "40");
	row_set(r, F_target_actual, "31");
	row_set(r, F_target_note, "Counted by hand.");
	demo_day(r, F_target_from, demo_when(d, -400));
	demo_day(r, F_target_by, demo_when(d, 250));
	demo_day(r, F_target_actual_on, demo_when(d, -20));
	for (size_t i = 0; i < COUNT_OF(before); i++) {
		char day[11], *text;

		day_iso(demo_when(d, before[i].when), day);
		text = xasprintf("%s %s", day, before[i].figure);
		set_put(row_members(r, F_target_readings),
		    target_entity.fields[F_target_readings].set,
		    (const char *const[]){ text });
		free(text);
	}
	(void)demo_add(d, r);
}

/* The return of last month, confirmed as it was then. */
static void
confirm_last(struct demo *d)
{
	struct row *r = record_new(d->app, &return_entity);
	int last = day_add_months(d->today, -1);
	char month[11], day[11];
	struct monthend m;
	struct buf csv;

	day_iso(last, month);
	month[7] = '\0';
	row_set(r, F_return_month, month);
	row_set(r, F_return_status, "confirmed");
	row_set(r, F_return_note, "On time.");
	demo_ref(r, F_return_confirmed_by, "user", d->user[1]);
	buf_init(&csv, BUF_ROW);
	d->st = monthend_read(d->app, month, &m, d->e);
	if (d->st == ST_OK) {
		monthly_csv(m.rules, &m.here, &csv);
		day_iso(m.last, day);
		row_set(r, F_return_confirmed, day);
		day_iso(m.last - 1, day);
		row_set(r, F_return_compared, day);
		buf_cut(&csv, csv.n - 1);	/* a note ends without a break */
		row_set(r, F_return_frozen, csv.p);
		row_set(r, F_return_download, csv.p);
		monthend_clear(&m);
		(void)demo_add(d, r);
	} else {
		row_free(r);
	}
	buf_clear(&csv);
}

void
demo_goals(struct demo *d)
{
	demo_lines(d, lines, COUNT_OF(lines));
	if (d->st == ST_OK)
		count_volunteers(d);
	if (d->st == ST_OK)
		confirm_last(d);
}
