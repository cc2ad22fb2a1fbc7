/* filter_is.c - conditions with a name: is:toclose.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/filter_impl.h"

/* A new one is a line here: whose, its name after is:, the terms it stands
 * for, all of which must hold. `today` is the day of the list. */
static const struct {
	enum entity_no	 ent;
	const char	*name;
	const char	*terms;
	bool		 others;	/* and OP_OTHERS, which no text says */
} conditions[] = {
	{ ENT_school, "open", "status:open*", false },
	{ ENT_school, "closed", "status:closed", false },
	{ ENT_school, "differs", "gias:differs", false },
	{ ENT_school, "proposed", "-proposed:", false },
	{ ENT_school, "waiting", "stage:waiting", false },
	{ ENT_school, "vacant", "-vacant:", false },
	{ ENT_school, "unconfirmed", "unconfirmed>0", false },
	{ ENT_employer, "cornerstone", "-cornerstone_from: "
	    "cornerstone_from<=today -cornerstone_to<today", false },
	{ ENT_membership, "current", "-to<today -from>today", false },
	{ ENT_membership, "waiting", "stage:waiting -to<today -from>today", false },
	{ ENT_assessment, "official", "source:compass", false },
	{ ENT_assessment, "own", "source:self-assessment", false },
	{ ENT_network, "current", "-to<today -from>today", false },
	{ ENT_coordinator, "current", "-to<today -from>today", false },
	{ ENT_coordinator, "ended", "to<today", false },
	{ ENT_role, "current", "-to<today -from>today", false },
	{ ENT_role, "ended", "to<today", false },
	{ ENT_member, "current", "-to<today -from>today", false },
	{ ENT_member, "ended", "to<today", false },
	{ ENT_cluster, "current", "-to<today -from>today", false },
	{ ENT_roll, "unconfirmed", "-confirmed:yes", false },
	{ ENT_cpd, "planned", "date>=today", false },
	{ ENT_cpd, "toclose", "date<today date>=-60 open>0", false },
	{ ENT_booking, "waiting", "status:waiting", false },
	{ ENT_task, "open", "status:open,waiting", false },
	{ ENT_task, "late", "status:open,waiting due<today", false },
	{ ENT_task, "waiting", "status:open,waiting", true },
	{ ENT_task, "week", "status:open,waiting due>=today due<=+7", false },
	{ ENT_task, "done", "status:done", false },
	{ ENT_task, "action", "-plan:", false },
	{ ENT_placement, "open", "-status:finished,cancelled", false },
	{ ENT_placement, "expiring", "-expiring:", false },
	{ ENT_placement, "unchecked", "-unchecked:", false },
	{ ENT_placement, "short", "hours_short>0", false },
	{ ENT_commitment, "open", "status:open,\"under way\"", false },
	{ ENT_commitment, "late", "status:open,\"under way\" due<today "
	    "-records:kept", false },
	{ ENT_commitment, "week", "status:open,\"under way\" due>=today "
	    "due<=+7 -records:kept", false },
	{ ENT_request, "open", "status:open,asked", false },
	{ ENT_request, "late", "status:open,asked by<today", false },
	{ ENT_request, "unmet", "-status:met,agreed,withdrawn", false },
	{ ENT_offer, "open", "status:open", false },
	{ ENT_approach, "open", "status:asked", false },
	{ ENT_visit, "planned", "status:planned", false },
	{ ENT_visit, "toclose", "status:planned date<today", false },
	{ ENT_visit, "late", "status:planned date<today", false },
	{ ENT_visit, "week", "-status:cancelled next_contact>=today "
	    "next_contact<=+7 followed:", false },
	{ ENT_visit, "overdue", "-status:cancelled next_contact<today "
	    "followed:", false },
	{ ENT_case, "open", "-status:closed", false },
	{ ENT_case, "closed", "status:closed", false },
	{ ENT_case, "waiting", "status:waiting", false },
	{ ENT_case, "late", "-status:closed due<today", false },
	{ ENT_case, "week", "-status:closed due>=today due<=+7", false },
	{ ENT_plan, "week", "-status:finished review>=today review<=+7",
	    false },
	{ ENT_pilot, "late", "status:running due<today", false },
	{ ENT_pilot, "week", "status:running due>=today due<=+7", false },
	{ ENT_handover, "current", "-until<today", false },
	{ ENT_cover, "current", "-to<today -from>today", false },
	{ ENT_target, "late", "course:behind", false },
	{ ENT_volunteer, "open", "-stage:closed", false },
	{ ENT_volunteer, "free", "-stage:resting,closed left>0", false },
	{ ENT_volunteer, "renew", "-stage:closed dbs_status:\"renew by\" "
	    "dbs_date<=+60", false },
	{ ENT_match, "current", "-status:proposed,ended -to<today -from>today",
	    false },
	{ ENT_match, "proposed", "status:proposed", false },
	{ ENT_match, "ended", "status:ended", false },
	{ ENT_encounter, "planned", "status:planned,confirmed", false },
	{ ENT_encounter, "toclose", "status:planned,confirmed date<today "
	    "-end>=today", false },
	{ ENT_encounter, "late", "status:planned,confirmed date<today "
	    "-end>=today", false },
	{ ENT_encounter, "running", "status:planned,confirmed date<today "
	    "date>=-120 end>=today", false },
	{ ENT_encounter, "unconfirmed", "status:planned", false },
};

const char *
filter_is(const struct entity *ent, const char *name, bool *others)
{
	size_t i;

	for (i = 0; i < sizeof conditions / sizeof conditions[0]; i++)
		if (conditions[i].ent == ent->no &&
		    str_ieq(conditions[i].name, name)) {
			*others = conditions[i].others;
			return conditions[i].terms;
		}
	return NULL;
}

void
filter_is_names(const struct entity *ent, struct buf *out)
{
	size_t i;
	bool first = true;

	for (i = 0; i < sizeof conditions / sizeof conditions[0]; i++) {
		if (conditions[i].ent != ent->no)
			continue;
		buf_addf(out, "%s%s", first ? "" : ", ", conditions[i].name);
		first = false;
	}
}
