/* demo_volunteers.c - volunteers of the demonstration, where they are, what
 * they did.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/demo_int.h"

static const struct demo_line lines[] = {
	{ "v-adeyemi", ENT_volunteer, "contact=Mr Tom Adeyemi|title=Mr|"
	    "kind=enterprise adviser|employer=arup|job_title=Associate|"
	    "sector=engineering|boroughs=Havering,Redbridge|capacity=2|"
	    "interests=curriculum projects, governance|signed_up=-300|"
	    "induction=yes|dbs_status=seen clear|dbs_date=-280|stage=matched|"
	    "qualification=degree|how_heard=employer|"
	    "employment=employed full time|occupation=2121|eoi_number=EOI-0417|"
	    "owner=me|note=Comes on Mondays." },
	{ "v-brandt", ENT_volunteer, "contact=Mr Leo Brandt|kind=speaker|"
	    "employer=barclays|sector=finance and insurance|capacity=2|"
	    "signed_up=-420|induction=yes|dbs_status=not needed|"
	    "stage=checked|owner=priya" },
	{ "v-rowe", ENT_volunteer, "contact=Ms Kit Rowe|"
	    "kind=enterprise adviser|employer=cranes|sector=construction|"
	    "boroughs=Havering|capacity=1|signed_up=-60|induction=no|"
	    "dbs_status=asked|dbs_date=-20|stage=signed up|owner=me" },
	{ "v-adler", ENT_volunteer, "contact=Mr Sol Adler|"
	    "kind=enterprise adviser|employer=tfl|"
	    "sector=transport and logistics|capacity=1|signed_up=-700|"
	    "induction=yes|dbs_status=renew by|dbs_date=-30|stage=resting|"
	    "reason=Until the new year, for work abroad|owner=dan" },
	{ "", ENT_match, "volunteer=v-adeyemi|school=northgate|"
	    "kind=enterprise adviser|status=working|from=-260" },
	{ "", ENT_match, "volunteer=v-adler|school=harbour|"
	    "kind=enterprise adviser|status=ended|from=-600|to=-140|"
	    "reason=Moved abroad for a year|note=Would come back." },
	{ "", ENT_activity, "volunteer=v-adeyemi|school=northgate|"
	    "kind=governors meeting|date=-4|minutes=120|"
	    "summary=Careers was the first item.|note=Left early." },
	{ "", ENT_activity, "volunteer=v-adeyemi|school=northgate|"
	    "kind=planning meeting|date=-45|minutes=60" },
};

void
demo_volunteers(struct demo *d)
{
	demo_lines(d, lines, COUNT_OF(lines));
}
