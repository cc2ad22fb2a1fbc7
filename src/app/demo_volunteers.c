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
	{ "Ms Dora Finch", ENT_contact, "name=Ms Dora Finch" },
	{ "v-finch", ENT_volunteer, "contact=Ms Dora Finch|employer=marks|job_title=branch manager|"
	    "kind=enterprise adviser|sector=retail|"
	    "boroughs=Newham,Redbridge|capacity=2|"
	    "interests=mock interviews, mentoring|signed_up=-190|"
	    "induction=-170|dbs_status=seen clear|dbs_date=-165|"
	    "stage=matched|owner=me" },
	{ "Mr Hari Nandra", ENT_contact, "name=Mr Hari Nandra" },
	{ "v-nandra", ENT_volunteer, "contact=Mr Hari Nandra|employer=barclays|job_title=analyst|"
	    "kind=enterprise adviser|sector=finance and insurance|"
	    "boroughs=Barking and Dagenham,Havering|capacity=1|"
	    "interests=talks|signed_up=-120|induction=-90|"
	    "dbs_status=renew by|dbs_date=40|stage=matched|owner=dan" },
	{ "Ms Lena Okafor", ENT_contact, "name=Ms Lena Okafor" },
	{ "v-okafor", ENT_volunteer, "contact=Ms Lena Okafor|employer=cranes|"
	    "job_title=site engineer|kind=enterprise adviser|"
	    "sector=construction|boroughs=Newham,Tower Hamlets,Hackney|"
	    "capacity=2|interests=workplace visits, talks|signed_up=-75|"
	    "induction=-40|dbs_status=seen clear|dbs_date=-30|"
	    "stage=checked|owner=me" },
	{ "Mr Josef Brandl", ENT_contact, "name=Mr Josef Brandl|not_before=20" },
	{ "v-brandl", ENT_volunteer, "contact=Mr Josef Brandl|employer=tfl|"
	    "job_title=apprentice lead|kind=enterprise adviser|"
	    "sector=transport and logistics|capacity=1|"
	    "interests=apprenticeship talks|signed_up=-45|induction=-12|"
	    "dbs_status=asked|dbs_date=-10|stage=inducted|owner=priya" },
	{ "Ms Priti Vale", ENT_contact, "name=Ms Priti Vale" },
	{ "v-vale", ENT_volunteer, "contact=Ms Priti Vale|employer=council|"
	    "job_title=policy officer|kind=enterprise adviser|"
	    "boroughs=Redbridge|capacity=1|stage=enquiry|how_heard=event|"
	    "owner=priya" },
	{ "Mr Amos Keel", ENT_contact, "name=Mr Amos Keel" },
	{ "v-keel", ENT_volunteer, "contact=Mr Amos Keel|employer=arup|job_title=director|"
	    "kind=governor|sector=engineering|boroughs=Havering|capacity=1|"
	    "interests=governance|signed_up=-500|induction=yes|"
	    "dbs_status=seen clear|dbs_date=-480|stage=matched|owner=me" },
	{ "Ms Zuri Lamb", ENT_contact, "name=Ms Zuri Lamb|contact_ok=no bulk" },
	{ "v-lamb", ENT_volunteer, "contact=Ms Zuri Lamb|job_title=trainer|kind=mentor|capacity=2|"
	    "interests=mentoring, SEND|signed_up=-230|induction=yes|"
	    "dbs_status=seen clear|dbs_date=-210|stage=matched|owner=sam" },
	{ "Mr Ted Marlow", ENT_contact, "name=Mr Ted Marlow" },
	{ "v-marlow", ENT_volunteer, "contact=Mr Ted Marlow|employer=marks|job_title=retired|"
	    "kind=enterprise adviser|sector=retail|capacity=1|"
	    "signed_up=-900|induction=yes|dbs_status=not needed|"
	    "stage=closed|reason=Has retired and moved away|owner=dan" },
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
	{ "", ENT_match, "volunteer=v-finch|school=sandmere|status=working|from=-150" },
	{ "", ENT_match, "volunteer=v-finch|school=harbour|status=introduced|from=-9" },
	{ "", ENT_match, "volunteer=v-nandra|school=brookvale|status=met|from=-30" },
	{ "", ENT_match, "volunteer=v-okafor|school=dockside|status=proposed|from=-3" },
	{ "", ENT_match, "volunteer=v-keel|school=sandmere|kind=governor|status=working|"
	    "from=-470" },
	{ "", ENT_match, "volunteer=v-lamb|school=brookvale|kind=mentor|status=paused|"
	    "from=-200|reason=The group has exams until May" },
	{ "", ENT_match, "volunteer=v-marlow|school=park high|status=ended|from=-880|"
	    "to=-95|reason=Retired; the school was content" },
	{ "", ENT_match, "volunteer=v-marlow|school=northgate|status=ended|from=-60|"
	    "to=-41|reason=Could not come in school hours" },
	{ "", ENT_activity, "volunteer=v-finch|school=sandmere|kind=mock interviews|"
	    "date=-11|minutes=150|"
	    "summary=Eleven of Y11, with two colleagues." },
	{ "", ENT_activity, "volunteer=v-finch|school=sandmere|kind=planning meeting|"
	    "date=-52|minutes=45" },
	{ "", ENT_activity, "volunteer=v-finch|school=harbour|kind=school visit|date=-5|"
	    "minutes=60|summary=Met the careers leader." },
	{ "", ENT_activity, "volunteer=v-nandra|school=brookvale|kind=school visit|"
	    "date=-24|minutes=75" },
	{ "", ENT_activity, "volunteer=v-keel|school=sandmere|kind=governors meeting|"
	    "date=-38|minutes=120" },
	{ "", ENT_activity, "volunteer=v-keel|school=sandmere|kind=governors meeting|"
	    "date=-345|minutes=120" },
	{ "", ENT_activity, "volunteer=v-lamb|school=brookvale|kind=mentoring|date=-68|"
	    "minutes=90|summary=Fourth meeting of the group." },
	{ "", ENT_activity, "volunteer=v-okafor|kind=training|date=-40|minutes=180|"
	    "summary=Induction day." },
	/* kept longer than there is reason to, and longer still for a funder */
	{ "Ms Dilys Marram", ENT_contact, "name=Ms Dilys Marram" },
	{ "", ENT_role, "contact=Ms Dilys Marram|organisation=primary|"
	    "role=careers leader|from=-2600|to=-1390" },
	{ "Mr Edwin Thole", ENT_contact, "name=Mr Edwin Thole" },
	{ "", ENT_role, "contact=Mr Edwin Thole|organisation=northgate|"
	    "role=careers adviser|from=-1900|to=-1210" },
};

void
demo_volunteers(struct demo *d)
{
	demo_lines(d, lines, COUNT_OF(lines));
}
