/* overview_access.c - a school now: its cohorts' meetings with providers.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>

#include "app/access.h"
#include "app/overview.h"
#include "model/tables.h"

/* Where the law applies to a year group, how it stands is its figure instead of
 * the pupils that met a provider. */
enum status
overview_access(struct app *app, const struct row *school,
    struct overview *o, struct err *e)
{
	struct access_one a;
	enum status st = access_one(app, school->id, app->today, &a, e);
	struct buf b;

	if (st != ST_OK)
		return st;
	buf_init(&b, BUF_LINE);
	for (size_t g = 0; g < o->ngroups; g++) {
		struct ov_cell *c = &o->group[g].cell[OV_PROVIDER];
		const struct access_phase *p = access_group(&a,
		    year_group(o->group[g].word));

		if (p == NULL)
			continue;
		buf_reset(&b);
		access_state_short(p, false, &b);
		snprintf(c->text, sizeof c->text, "%s", b.p);
		buf_reset(&b);
		access_state_short(p, true, &b);
		snprintf(c->brief, sizeof c->brief, "%s", b.p);
	}
	o->access = a.all;
	buf_clear(&b);
	access_one_clear(&a);
	return ST_OK;
}

/* The meetings of that group's figure; false where it counts pupils. */
bool
overview_access_filter(struct app *app, const struct row *school,
    const char *group, struct buf *out)
{
	const struct access_phase *p;
	struct access_one a;
	struct err e = { 0 };

	if (access_one(app, school->id, app->today, &a, &e) != ST_OK)
		return false;
	p = access_group(&a, year_group(group));
	if (p != NULL)
		access_filter(app, school, p, out);
	access_one_clear(&a);
	return p != NULL;
}
