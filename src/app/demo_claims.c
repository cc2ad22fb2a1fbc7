/* demo_claims.c - funding, deliverables, pilots and claims of the clusters of
 * the demonstration.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/demo_int.h"

static const struct demo_line lines[] = {
	{ "esf", ENT_funding, "cluster=tech|funder=European Social Fund|"
	    "reference=ESF/2214|amount=85000|from=-440|to=600|"
	    "hold_until=2000|note=Quarterly claims." },
	{ "", ENT_deliverable, "cluster=tech|code=sd01|target=1|by=-300|"
	    "rate=5000|evidence=Agreement with six signatures|"
	    "note=Once only." },
	{ "", ENT_deliverable, "cluster=tech|code=sd05|target=24|by=250|"
	    "rate=400" },
	{ "", ENT_deliverable, "cluster=tech|code=sd06|target=10|by=250|"
	    "rate=600" },
	{ "pilot", ENT_pilot, "title=Engineers as mentors|cluster=tech|"
	    "employer=arup|from=-200|to=-10|status=completed|"
	    "evidence=Mentoring log|summary=Twelve pupils, six engineers." },
	{ "", ENT_pilot, "title=Cranes in the classroom|cluster=build|"
	    "employer=cranes|from=-90|status=stopped|"
	    "reason=The site closed|note=May start again." },
	{ "claim", ENT_claim, "cluster=tech|funding=esf|"
	    "funder=European Social Fund|from=-140|to=-51|status=paid|"
	    "amount=5800|reference=C-07|submitted=-40|submitted_by=priya|"
	    "paid=-12|reason=Which pupils took part?|frozen=2 lines|"
	    "note=Answered the same day." },
	{ "", ENT_line, "claim=claim|deliverable=sd05|about=sandmere|"
	    "quantity=1|amount=400|month=-1|"
	    "evidence=sign-in sheet, SharePoint/careers/oct|"
	    "note=Copy in the file." },
	{ "", ENT_line, "claim=claim|deliverable=sd04|about=pilot|"
	    "quantity=1|amount=5400|month=-1|evidence=mentoring log" },
	{ "", ENT_claim, "cluster=tech|funding=esf|"
	    "funder=European Social Fund|from=-50|to=40" },
};

void
demo_claims(struct demo *d)
{
	demo_lines(d, lines, COUNT_OF(lines));
}
