/* demo_goals.c - commitments, targets and month-end returns of the demonstration.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/demo_int.h"

static const struct demo_line lines[] = {
	{ "", ENT_commitment, "title=Fewer students leave early|"
	    "actor=university|organisation=university|item=leavers|"
	    "owner=Director of student services|due=280|status=under way|"
	    "evidence=annual figures|source=Action plan, page 14|unit=%|"
	    "baseline=8.3|baseline_year=2015/16|target=6|actual=7.1|"
	    "actual_on=-100|summary=Careers service open to all leavers.|"
	    "note=Asked in May." },
	{ "", ENT_target, "title=Schools in the network|"
	    "measure=schools in network|network=hub|from=-400|by=250|baseline=20|"
	    "target=36|source=Action plan, page 3|owner=me" },
	{ "", ENT_target, "title=Volunteers at work|measure=typed in|"
	    "from=-400|by=250|target=40|actual=31|actual_on=-20|"
	    "note=Counted by hand." },
	{ "", ENT_return, "month=-1|status=confirmed|confirmed=-21|"
	    "confirmed_by=priya|compared=-22|frozen=School,Stage|"
	    "download=School,Stage|note=On time." },
	{ "", ENT_return, "month=0" },
};

void
demo_goals(struct demo *d)
{
	demo_lines(d, lines, COUNT_OF(lines));
}
