/* demo_goals.c - commitments, targets and month-end returns of the demonstration.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/demo_int.h"
#include "app/monthend.h"
#include "app/record.h"
#include "base/date.h"
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
	{ "", ENT_target, "title=Volunteers at work|measure=typed in|"
	    "from=-400|by=250|target=40|actual=31|actual_on=-20|"
	    "note=Counted by hand." },
	{ "", ENT_return, "month=0" },
};

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
		confirm_last(d);
}
