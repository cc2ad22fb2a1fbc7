/* demo_claims.c - funding, deliverables, pilots and claims of the clusters of
 * the demonstration.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Claims begin as drafts, get their lines and then become what they are, as in
 * life: so that what was submitted is kept. Each has one fault.
 */
#include "app/claim.h"
#include "app/demo_int.h"
#include "app/record.h"
#include "base/str.h"

static const struct demo_line goals[] = {
	{ "esf", ENT_funding, "cluster=tech|funder=European Social Fund|"
	    "reference=ESF/2214|amount=85000|from=-440|to=600|"
	    "hold_until=2000|note=Quarterly claims." },
	{ "levy", ENT_funding, "cluster=build|funder=Construction Skills Levy|"
	    "amount=12000|from=-300|to=400" },
	{ "", ENT_deliverable, "cluster=tech|code=sd01|target=1|by=-300|"
	    "rate=5000|evidence=Agreement with six signatures|"
	    "note=Once only." },
	{ "", ENT_deliverable, "cluster=tech|code=sd03|target=2|by=200|"
	    "rate=900" },
	{ "", ENT_deliverable, "cluster=tech|code=sd04|target=2|by=250|"
	    "rate=2400|evidence=Log of the pilot, a reference" },
	{ "", ENT_deliverable, "cluster=tech|code=sd05|target=40|by=250|"
	    "rate=400" },
	{ "", ENT_deliverable, "cluster=tech|code=sd06|target=10|by=250|"
	    "rate=600" },
	{ "", ENT_deliverable, "cluster=build|code=sd05|target=12|by=250|"
	    "rate=350" },
	{ "pilot", ENT_pilot, "title=Engineers as mentors|cluster=tech|"
	    "employer=arup|from=-250|to=-62|status=completed|"
	    "evidence=Mentoring log|summary=Twelve pupils, six engineers." },
	{ "running", ENT_pilot, "title=Signals and software|cluster=tech|"
	    "employer=tfl|from=-114|status=running|"
	    "evidence=Weekly sheet, SharePoint/pilots" },
	{ "stopped", ENT_pilot, "title=Cranes in the classroom|cluster=build|"
	    "employer=cranes|from=-90|to=-20|status=stopped|"
	    "reason=The site closed|note=May start again." },
};

static const struct demo_line claims[] = {
	{ "paid", ENT_claim, "cluster=tech|funding=esf|"
	    "funder=European Social Fund|from=-140|to=-51|status=draft|"
	    "reference=C-07|note=Answered the same day." },
	{ "", ENT_line, "claim=paid|deliverable=sd04|about=pilot|quantity=1|"
	    "amount=2400|month=-2|evidence=mentoring log|"
	    "note=Copy in the file." },
	{ "", ENT_line, "claim=paid|deliverable=sd03|about=running|quantity=1|"
	    "amount=900|month=-2|evidence=weekly sheet" },
	{ "", ENT_line, "claim=paid|deliverable=sd05|about=dockside|"
	    "quantity=1|amount=400|month=-2|evidence=sign-in sheet" },
	{ "submitted", ENT_claim, "cluster=build|funding=levy|"
	    "funder=Construction Skills Levy|from=-140|to=-51|status=draft|"
	    "reference=L-2" },
	{ "", ENT_line, "claim=submitted|deliverable=sd03|about=stopped|"
	    "quantity=1|amount=900|month=-2" },
	{ "queried", ENT_claim, "cluster=tech|funding=esf|"
	    "funder=European Social Fund|from=-330|to=-241|status=draft|"
	    "reference=C-05" },
	{ "", ENT_line, "claim=queried|deliverable=sd01|quantity=1|"
	    "amount=5000|month=-9|evidence=Agreement with six signatures" },
	{ "draft", ENT_claim, "cluster=tech|funding=esf|"
	    "funder=European Social Fund|from=-50|to=40|status=draft" },
	{ "", ENT_line, "claim=draft|deliverable=sd04|about=running|quantity=1|"
	    "amount=2400|month=0|evidence=weekly sheet" },
};

/* What became of them: a day counts from today. */
static const struct outcome {
	const char	*claim, *status;
	int		 submitted, paid;
	const char	*reason;
} outcomes[] = {
	{ "paid", "submitted", -40, 0, "" },
	{ "paid", "paid", 0, -12, "" },
	{ "submitted", "submitted", -9, 0, "" },
	{ "queried", "submitted", -230, 0, "" },
	{ "queried", "queried", 0, 0, "Which of the six members signed last?" },
};

static int64_t
find(const struct demo *d, const char *word)
{
	for (size_t i = 0; i < d->nnamed; i++)
		if (d->named[i].ent == ENT_claim &&
		    str_eq(d->named[i].word, word))
			return d->named[i].id;
	return 0;
}

static void
set_outcome(struct demo *d, const struct outcome *o)
{
	int64_t id = find(d, o->claim);
	struct row *base, *mine;

	if (id == 0 || d->st != ST_OK)
		return;
	d->st = record_load(d->app, entities[ENT_claim], id, &base, d->e);
	if (d->st != ST_OK)
		return;
	mine = row_copy(base);
	row_set(mine, F_claim_status, o->status);
	if (o->submitted != 0) {
		demo_day(mine, F_claim_submitted, d->today + o->submitted);
		demo_ref(mine, F_claim_submitted_by, "user", d->user[PRIYA]);
	}
	if (o->paid != 0)
		demo_day(mine, F_claim_paid, d->today + o->paid);
	if (*o->reason != '\0')
		row_set(mine, F_claim_reason, o->reason);
	d->app->sure = true;	/* some show what there is to mend */
	d->st = record_change(d->app, base, mine, NULL, d->e);
	d->app->sure = false;
	row_free(mine);
	row_free(base);
}

void
demo_claims(struct demo *d)
{
	demo_lines(d, goals, COUNT_OF(goals));
	demo_lines(d, claims, COUNT_OF(claims));
	for (size_t i = 0; i < COUNT_OF(outcomes); i++)
		set_outcome(d, &outcomes[i]);
}
