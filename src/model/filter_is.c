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
} conditions[] = {
	{ ENT_school, "open", "status:open*" },
	{ ENT_school, "closed", "status:closed" },
	{ ENT_school, "differs", "gias:differs" },
	{ ENT_school, "proposed", "-proposed:" },
	{ ENT_school, "waiting", "stage:waiting" },
	{ ENT_school, "vacant", "-vacant:" },
	{ ENT_school, "unconfirmed", "unconfirmed>0" },
	{ ENT_membership, "current", "-to<today -from>today" },
	{ ENT_membership, "waiting", "stage:waiting -to<today -from>today" },
	{ ENT_assessment, "official", "source:compass" },
	{ ENT_assessment, "own", "source:self-assessment" },
	{ ENT_network, "current", "-to<today -from>today" },
	{ ENT_coordinator, "current", "-to<today -from>today" },
	{ ENT_coordinator, "ended", "to<today" },
	{ ENT_role, "current", "-to<today -from>today" },
	{ ENT_role, "ended", "to<today" },
	{ ENT_member, "current", "-to<today -from>today" },
	{ ENT_member, "ended", "to<today" },
	{ ENT_cluster, "current", "-to<today -from>today" },
	{ ENT_roll, "unconfirmed", "-confirmed:yes" },
	{ ENT_cpd, "planned", "date>=today" },
	{ ENT_booking, "waiting", "status:waiting" },
	{ ENT_task, "open", "status:open,waiting" },
	{ ENT_task, "late", "status:open,waiting due<today" },
	{ ENT_task, "waiting", "status:waiting" },
	{ ENT_task, "done", "status:done" },
	{ ENT_task, "action", "-plan:" },
	{ ENT_visit, "planned", "status:planned" },
	{ ENT_visit, "toclose", "status:planned date<today" },
	{ ENT_visit, "late", "status:planned date<today" },
	{ ENT_case, "open", "-status:closed" },
	{ ENT_case, "closed", "status:closed" },
	{ ENT_case, "waiting", "status:waiting" },
	{ ENT_case, "late", "-status:closed due<today" },
	{ ENT_handover, "current", "-until<today" },
	{ ENT_cover, "current", "-to<today -from>today" },
	{ ENT_encounter, "planned", "status:planned,confirmed" },
	{ ENT_encounter, "toclose", "status:planned,confirmed date<today" },
	{ ENT_encounter, "late", "status:planned,confirmed date<today" },
	{ ENT_encounter, "unconfirmed", "status:planned" },
};

const char *
filter_is(const struct entity *ent, const char *name)
{
	size_t i;

	for (i = 0; i < sizeof conditions / sizeof conditions[0]; i++)
		if (conditions[i].ent == ent->no &&
		    str_ieq(conditions[i].name, name))
			return conditions[i].terms;
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
