/* ceilings.c - how much each of us carries, against the network's ceilings.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <inttypes.h>
#include <stdlib.h>

#include "app/report.h"
#include "base/date.h"
#include "base/mem.h"
#include "db/matching.h"
#include "model/tables.h"

struct ceilings {
	struct report	*r;
	struct matching_ceilings most;
	size_t		 over;		/* of us carry more than they should */
};

/* How many, which open, of how many. */
static bool
put(struct ceilings *c, const struct entity *ent, const char *field,
    const char *name, int64_t n, int64_t most)
{
	char *filter = xasprintf("%s:\"%s\"%s", field, name,
	    ent->no == ENT_volunteer ? " -stage:closed" : "");

	report_cellf(c->r, "%" PRId64, n);
	report_lists(c->r, ent, filter);
	free(filter);
	if (most < 0)
		report_cell(c->r, "?");
	else
		report_cellf(c->r, "%" PRId64, most);
	return most >= 0 && n > most;
}

static void
add_user(void *arg, int64_t user, const char *name, int64_t schools,
    int64_t volunteers)
{
	struct ceilings *c = arg;
	bool first, second;

	report_cell(c->r, name);
	report_opens(c->r, entities[ENT_user], user);
	first = put(c, entities[ENT_school], "coordinators", name, schools,
	    c->most.schools);
	second = put(c, entities[ENT_volunteer], "owner", name, volunteers,
	    c->most.volunteers);
	report_cell(c->r, first && second ? "schools, volunteers" :
	    first ? "schools" : second ? "volunteers" : "");
	c->over += first || second;
}

enum status
ceilings_page(struct app *app, const struct report_args *a, struct report *r,
    struct err *e)
{
	struct ceilings c = { .r = r };
	char day[11];
	enum status st;

	(void)a;
	report_begin(r, "Ceilings", app->today);
	r->flat = true;
	day_iso(app->today, day);
	if ((st = matching_ceilings(app->db, day, &c.most, e)) != ST_OK)
		return st;
	report_table(r, "", "Coordinator|>Schools|>At most|>Volunteers|"
	    ">Most|Above");
	st = matching_carried(app->db, 0, day, add_user, &c, e);
	if (st != ST_OK)
		return st;
	report_note(r, c.most.network == 0 ? "No network holds today: there "
	    "are no ceilings." : "Ceilings are those of the network that "
	    "holds today; ? where it has none.");
	if (c.over == 0 && c.most.network != 0)
		report_note(r, "Nobody carries more than that.");
	return ST_OK;
}
