/* evidence_gaps.c - what the evidence page finds missing or stale, by name.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "app/evidence_page.h"
#include "base/mem.h"

/* "Rolls not confirmed: Y9, Y12." */
static void
name_groups(struct evidence_making *m, const char *words, struct strs *groups)
{
	char *names = strs_join(groups, ", ");

	if (groups->n > 0)
		strs_take(&m->gaps, xasprintf("%s: %s.", words, names));
	free(names);
	strs_clear(groups);
}

/* The year groups whose figure of this year reads TEXT. */
static void
groups_with(struct evidence_making *m, enum ov_figure f, const char *text,
    const char *words)
{
	struct strs found = { 0 };

	for (size_t i = 0; i < m->now.ngroups; i++)
		if (str_eq(m->now.group[i].cell[f].text, text))
			strs_add(&found, m->now.group[i].head);
	name_groups(m, words, &found);
}

enum status
evidence_gaps(struct evidence_making *m, struct err *e)
{
	struct strs unconfirmed = { 0 };

	(void)e;
	for (size_t i = 0; i < m->now.ngroups; i++)
		if (m->now.group[i].unconfirmed)
			strs_add(&unconfirmed, m->now.group[i].head);
	if (m->asked)
		groups_with(m, OV_EMPLOYER, "0", "No encounter with an employer is"
	    " logged this year");
	groups_with(m, OV_ROLL, "?", "No roll for this year");
	name_groups(m, "Rolls not confirmed by the school", &unconfirmed);
	if (m->now.late > 0)
		strs_take(&m->gaps, xasprintf("%lld planned encounter%s to"
		    " close: the day has passed.", (long long)m->now.late,
		    m->now.late == 1 ? "" : "s"));
	report_items(m->r, "Missing or to be checked");
	for (size_t i = 0; i < m->gaps.n; i++)
		report_cell(m->r, m->gaps.v[i]);
	if (m->gaps.n == 0)
		report_cell(m->r, "Nothing that the program can see.");
	return ST_OK;
}
