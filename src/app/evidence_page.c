/* evidence_page.c - one dated page about a school for others to read.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For a head, a governor, an inspector. It leaves the hub: no private note,
 * small counts as "<5", what is missing named.
 */
#include "app/evidence_page.h"

#include <stdlib.h>

#include "app/options.h"
#include "app/schools.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "db/steps.h"
#include "model/fields.h"

static void
put_source(struct evidence_making *m, const char *hub)
{
	const struct row *s = m->school;
	long low = row_int(s, F_school_low_age, -1);
	long high = row_int(s, F_school_high_age, -1);
	struct buf b;

	buf_init(&b, BUF_ROW);
	ref_text(m->app, s->ent, s->id, &b);
	if (!row_is_empty(s, F_school_la))
		buf_addf(&b, ", %s", row_get(s, F_school_la));
	if (!row_is_empty(s, F_school_type))
		buf_addf(&b, ", %s", row_get(s, F_school_type));
	if (low >= 0 && high > low)
		buf_addf(&b, ", ages %ld to %ld", low, high);
	if (!row_is_empty(s, F_school_pupils))
		buf_addf(&b, ", %s pupils", row_get(s, F_school_pupils));
	report_source(m->r, "%s", b.p);
	buf_clear(&b);
	report_source(m->r, "Made by %s%s%s, from what is logged in Caseload.",
	    m->app->user, *hub != '\0' ? ", " : "", hub);
}

static enum status
begin(struct evidence_making *m, struct err *e)
{
	const char *hub = option_text(m->app->opt, OPT_HUB_NAME);
	char *title, *name = NULL;
	enum status st;

	if ((st = meta_get(m->app->db, "name", &name, e)) != ST_OK)
		return st;
	title = xasprintf("Evidence page: %s",
	    row_get(m->school, F_school_name));
	report_begin(m->r, title, m->app->today);
	put_source(m, *hub != '\0' ? hub : name != NULL ? name : "");
	free(title);
	free(name);
	return ST_OK;
}

enum status
evidence_page(struct app *app, const struct report_args *args,
    struct report *r, struct err *e)
{
	struct evidence_making m = { .app = app, .school = args->school,
	    .r = r, .asked = !school_is_primary(args->school), .year = year_of_day(app->today) };
	enum status st;

	if ((st = begin(&m, e)) != ST_OK ||
	    (st = overview_of(app, m.school, m.year, &m.now, e)) != ST_OK)
		return st;
	if ((st = evidence_standing(&m, e)) == ST_OK &&
	    (st = evidence_results(&m, e)) == ST_OK &&
	    (st = evidence_encounters(&m, e)) == ST_OK &&
	    (st = evidence_days(&m, e)) == ST_OK) {
		evidence_people(&m);
		st = evidence_facts(&m, e);
	}
	if (st == ST_OK)
		st = evidence_gaps(&m, e);
	report_note(r, ". does not apply, 0 none, ? not known.");
	strs_clear(&m.gaps);
	lineage_clear(&m.before);
	overview_clear(&m.now);
	return st;
}
