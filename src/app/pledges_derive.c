/* pledges_derive.c - what the records of an organisation say of one commitment.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/pledges_int.h"

#include <stdlib.h>

#include "app/rows.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/fields.h"
#include "model/tables.h"

void
pledge_opens(struct reading *r, const struct entity *ent, char *take_filter)
{
	free(r->l->filter);
	r->l->ent = ent;
	r->l->id = 0;
	r->l->filter = take_filter;
}

/* --- schools ------------------------------------------------------------------ */

/* The first cell of the newest that FILTER finds, and which it is. */
static enum status
first_of(struct reading *r, const struct entity *ent, char *take_filter,
    int col, char **text, int64_t *id, struct err *e)
{
	struct list_page page = { 0 };
	enum status st = rows_read(r->app, ent, take_filter, &col, 1, 1,
	    &page, e);

	*text = NULL;
	*id = 0;
	if (st == ST_OK && page.n > 0) {
		*text = xstrdup(page.row[0].cell[0]);
		*id = page.row[0].id;
	}
	list_clear(&page);
	free(take_filter);
	return st;
}

static enum status
of_result(struct reading *r, struct err *e)
{
	(void)e;
	r->f.achieved = (int)row_int(r->row, F_school_bm, -1);
	r->f.since = row_day(r->row, F_school_official);
	if (r->f.since != DAY_NONE)
		pledge_opens(r, &assessment_entity, xasprintf("school:%s"
		    " source:compass date:%s", r->ref.p,
		    row_get(r->row, F_school_official)));
	return ST_OK;
}

/* Since when it has been at that stage. */
static enum status
of_stage(struct reading *r, struct err *e)
{
	char *day;
	int64_t id;
	enum status st = first_of(r, &membership_entity,
	    xasprintf("school:%s -from>today", r->ref.p), F_membership_from,
	    &day, &id, e);

	r->f.stage = row_get(r->row, F_school_stage);
	r->f.since = day != NULL ? day_from_iso(day) : DAY_NONE;
	if (id != 0)
		pledge_opens(r, &membership_entity,
		    xasprintf("school:%s", r->ref.p));
	free(day);
	return st;
}

static enum status
of_governor(struct reading *r, struct err *e)
{
	char *day, *role = xasprintf("organisation:%s role:\"link governor\"",
	    r->ref.p);
	int64_t id;
	enum status st;

	r->f.holder = row_get(r->row, F_school_governor);
	if (*r->f.holder != '\0')
		st = first_of(r, &role_entity, xasprintf("%s -from>today"
		    " -to<today", role), F_role_from, &day, &id, e);
	else
		st = first_of(r, &role_entity, xasprintf("%s to<today", role),
		    F_role_to, &day, &id, e);
	if (day != NULL && *r->f.holder != '\0')
		r->f.since = day_from_iso(day);
	else if (day != NULL && day_from_iso(day) != DAY_NONE)
		r->f.vacant = day_from_iso(day) + 1;
	if (id != 0)
		pledge_opens(r, &role_entity, xstrdup(role));
	free(day);
	free(role);
	return st;
}

static enum status
of_staff(struct reading *r, struct err *e)
{
	static const char *const facts[] = { "staff briefing", "leader hours" };
	char year[8];
	int64_t id;
	enum status st = ST_OK;

	year_format(year_of_day(r->app->today), year);
	for (size_t i = 0; i < COUNT_OF(facts) && st == ST_OK; i++) {
		st = first_of(r, &fact_entity, xasprintf("school:%s year:%s"
		    " fact:\"%s\"", r->ref.p, year, facts[i]), F_fact_value,
		    &r->l->text[i], &id, e);
		if (id != 0 && r->l->ent == NULL)
			pledge_opens(r, &fact_entity, xasprintf("school:%s year:%s"
			    " fact:\"staff briefing\",\"leader hours\"",
			    r->ref.p, year));
	}
	r->f.briefing = r->l->text[0] != NULL ? r->l->text[0] : "";
	r->f.hours = r->l->text[1] != NULL ? r->l->text[1] : "";
	return st;
}

enum status
pledge_derive(struct reading *r, struct err *e)
{
	enum status st;

	r->f = (struct pledge_facts)PLEDGE_NOTHING;
	switch (r->l->item->rule) {
	case PLEDGE_BENCHMARKS:
		st = of_result(r, e);
		break;
	case PLEDGE_NETWORK:
		st = of_stage(r, e);
		break;
	case PLEDGE_GOVERNOR:
		st = of_governor(r, e);
		break;
	case PLEDGE_STAFF:
		st = of_staff(r, e);
		break;
	default:
		st = pledge_count(r, e);
	}
	/* Stage and holder are the organisation's, which goes; what is listed
	 * is the line's own. */
	if (r->l->text[0] == NULL && *r->f.stage != '\0')
		r->f.stage = r->l->text[0] = xstrdup(r->f.stage);
	if (r->l->text[0] == NULL && *r->f.holder != '\0')
		r->f.holder = r->l->text[0] = xstrdup(r->f.holder);
	r->l->p = pledge_of(r->l->item->rule, &r->f);
	r->l->derived = true;
	return st;
}

bool
pledge_readable(const struct entity *ent, enum pledge_rule rule)
{
	if (rule == PLEDGE_TYPED)
		return false;
	if (rule == PLEDGE_MEETS)
		return ent == &partner_entity;
	return rule <= PLEDGE_STAFF ? ent == &school_entity :
	    ent == &employer_entity;
}
