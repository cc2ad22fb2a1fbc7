/* demo_offers.c - what schools of the demonstration want, what they are offered,
 * who was asked; placements.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/demo_int.h"

static const struct demo_line lines[] = {
	{ "o-cranes", ENT_offer, "organisation=cranes|kind=talks|"
	    "title=Talks about building a tower|places=6|groups=y8,y9|"
	    "boroughs=Havering,Newham|term=spring|from=-30|to=120|date=-30|"
	    "contact=Ms Kit Rowe|summary=Needs a projector.|"
	    "note=Ask for Kit." },
	{ "o-council", ENT_offer, "organisation=council|kind=talks|"
	    "title=Who builds the borough: construction|groups=y9,y10,y11|"
	    "boroughs=Havering|date=-40" },
	{ "o-arup", ENT_offer, "organisation=arup|kind=work experience|"
	    "places=6|groups=y10|term=summer|date=-50" },
	{ "o-college", ENT_offer, "organisation=eastfield|"
	    "kind=provider assembly|date=-20|contact=Ms Ida Vance" },
	{ "", ENT_offer, "organisation=marks|kind=mentoring|status=withdrawn|"
	    "date=-200|reason=The store closes" },
	{ "r-speaker", ENT_request, "school=sandmere|kind=talks|"
	    "title=Construction speaker|sector=construction|groups=y9|"
	    "pupils=180|by=85|date=-9|status=open|contact=sandmere|owner=me|"
	    "summary=For the whole year group.|note=Not on a Monday." },
	{ "r-tower", ENT_request, "school=ashdown|kind=talks|"
	    "title=How towers are built|sector=construction|groups=y8|"
	    "pupils=60|by=60|date=-12|status=agreed|owner=me" },
	{ "r-wex", ENT_request, "school=harbour|kind=work experience|"
	    "groups=y10|pupils=12|by=12|date=-30|status=asked|owner=me" },
	{ "r-mock", ENT_request, "school=sandmere|kind=mock interviews|"
	    "groups=y11|date=-90|by=-20|status=met|encounter=sandmere|"
	    "owner=me" },
	{ "", ENT_request, "school=brookvale|kind=supported internships|"
	    "date=-160|by=-30|status=not met|"
	    "reason=Nobody near enough had places|owner=dan" },
	{ "", ENT_request, "school=northgate|kind=mentoring|"
	    "sector=information technology|groups=y10|pupils=10|by=-4|"
	    "date=-45|status=open|owner=priya" },
	{ "", ENT_approach, "organisation=cranes|request=r-tower|"
	    "offer=o-cranes|date=-8|status=agreed|contact=Ms Kit Rowe|"
	    "owner=me|note=Rang twice." },
	{ "", ENT_approach, "organisation=barclays|request=r-wex|date=-22|"
	    "status=said no|owner=priya|reason=No places before the summer" },
	{ "", ENT_approach, "organisation=arup|request=r-wex|offer=o-arup|"
	    "date=-17|status=asked|owner=me" },
	{ "", ENT_approach, "organisation=arup|request=r-mock|date=-80|"
	    "status=became encounter|encounter=sandmere|owner=me" },
	{ "", ENT_placement, "school=sandmere|employer=arup|"
	    "kind=work experience|from=40|to=44|status=confirmed|group=y10|"
	    "places=6|filled=4|hours=25|mode=in person|liability=20|"
	    "public_liability=200|risk=-10|safety=-10|checker=Borough's adviser|"
	    "consent=yes|agreement=yes|emergency=yes|mid_visit=42|"
	    "encounter=sandmere|cluster=tech|owner=me|"
	    "summary=Drawing office and site.|note=Parking is behind." },
	{ "p-tlevel", ENT_placement, "school=eastfield|employer=cranes|"
	    "kind=t level placement|from=-70|to=150|status=under way|group=y12|"
	    "places=3|filled=3|hours=315|dbs_status=not needed|"
	    "liability=-5" },
	{ "", ENT_placement, "school=cranmere|employer=council|"
	    "kind=t level placement|from=-60|to=200|status=under way|"
	    "early_years=yes|hours=600|places=2|filled=1|"
	    "dbs_status=seen clear|dbs_date=-65" },
	{ "", ENT_placement, "school=brookvale|employer=marks|"
	    "kind=supported internship|send=yes|from=-120|to=-10|"
	    "status=cancelled|reason=The store closes|places=2" },
	{ "", ENT_placement, "school=brookvale|employer=arup|"
	    "kind=supported internship|send=yes|from=-70|to=150|"
	    "status=under way|places=1|filled=1|hours=300" },
};

void
demo_offers(struct demo *d)
{
	demo_lines(d, lines, COUNT_OF(lines));
}
