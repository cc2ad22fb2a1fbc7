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

#define MOST	999		/* counted no further */

/* What each rule counts: $r is the organisation, $y the first day of the
 * academic year. The first kept, then what is planned, what is offered; and all
 * there ever was. Each is "ENTITY FILTER". */
#define TALKS	"type:talk,\"workplace visit\",mentoring,\"mock interview\"," \
	"\"speed networking\",\"job shadowing\""
#define TASTES	"type:\"employer taster day\",\"work experience\""
#define PLACES	"employer:$r kind:\"work experience\",\"extended placement\"," \
	"\"job shadowing\""
#define PROVIDES "providers:$r"
static const struct {
	enum pledge_rule rule;
	enum { NOW, PLANNED, OFFERED } what;
	enum entity_no	 ent;
	const char	*filter;	/* but those of NOW, without the year */
	const char	*during;	/* of NOW: what makes it this year's */
} sources[] = {
	{ PLEDGE_INSIGHTS, NOW, ENT_encounter,
	    "employers:$r status:delivered " TALKS, "since:$y" },
	{ PLEDGE_INSIGHTS, PLANNED, ENT_encounter,
	    "employers:$r status:planned,confirmed " TALKS, NULL },
	{ PLEDGE_INSIGHTS, OFFERED, ENT_offer, "organisation:$r status:open"
	    " kind:talks,mentoring,\"workplace visits\",\"mock interviews\"",
	    NULL },
	{ PLEDGE_EXPERIENCE, NOW, ENT_encounter,
	    "employers:$r status:delivered " TASTES, "since:$y" },
	{ PLEDGE_EXPERIENCE, NOW, ENT_placement,
	    PLACES " status:\"under way\",finished", "since:$y" },
	{ PLEDGE_EXPERIENCE, PLANNED, ENT_encounter,
	    "employers:$r status:planned,confirmed " TASTES, NULL },
	{ PLEDGE_EXPERIENCE, PLANNED, ENT_placement,
	    PLACES " status:planned,confirmed", NULL },
	{ PLEDGE_EXPERIENCE, OFFERED, ENT_offer, "organisation:$r status:open"
	    " kind:\"work experience\",\"taster days\"", NULL },
	{ PLEDGE_VOLUNTEERS, NOW, ENT_volunteer, "employer:$r"
	    " kind:\"enterprise adviser\",governor"
	    " stage:\"signed up\",inducted,checked,matched", "" },
	{ PLEDGE_VOLUNTEERS, PLANNED, ENT_volunteer, "employer:$r"
	    " kind:\"enterprise adviser\",governor stage:enquiry", NULL },
	{ PLEDGE_VOLUNTEERS, OFFERED, ENT_offer, "organisation:$r status:open"
	    " kind:\"enterprise advisers\",governors", NULL },
	{ PLEDGE_INTERNSHIPS, NOW, ENT_placement, "employer:$r"
	    " kind:\"supported internship\" status:\"under way\",finished",
	    "since:$y" },
	{ PLEDGE_INTERNSHIPS, PLANNED, ENT_placement, "employer:$r"
	    " kind:\"supported internship\" status:planned,confirmed", NULL },
	{ PLEDGE_INTERNSHIPS, OFFERED, ENT_offer, "organisation:$r status:open"
	    " kind:\"supported internships\"", NULL },
	{ PLEDGE_T_LEVELS, NOW, ENT_placement, "employer:$r"
	    " kind:\"t level placement\" status:\"under way\",finished",
	    "since:$y" },
	{ PLEDGE_T_LEVELS, PLANNED, ENT_placement, "employer:$r"
	    " kind:\"t level placement\" status:planned,confirmed", NULL },
	{ PLEDGE_T_LEVELS, OFFERED, ENT_offer, "organisation:$r status:open"
	    " kind:\"t level placements\"", NULL },
	{ PLEDGE_MEETS, NOW, ENT_encounter, PROVIDES " status:delivered",
	    "since:$y" },
	{ PLEDGE_MEETS, PLANNED, ENT_encounter,
	    PROVIDES " status:planned,confirmed", NULL },
	{ PLEDGE_MEETS, OFFERED, ENT_offer, "organisation:$r status:open",
	    NULL },
};

/* --- counting ---------------------------------------------------------------- */

static char *
fill(const struct reading *r, const char *filter, const char *during)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	for (const char *c = filter; *c != '\0'; c++) {
		if (c[0] == '$' && c[1] == 'r') {
			buf_add(&b, r->ref.p);
			c++;
		} else {
			buf_addc(&b, *c);
		}
	}
	if (during != NULL && *during != '\0')
		buf_addf(&b, " since:%s", r->year);
	return buf_take(&b);
}

static void
opens(struct reading *r, const struct entity *ent, int64_t id,
    char *take_filter)
{
	free(r->l->filter);
	r->l->ent = ent;
	r->l->id = id;
	r->l->filter = take_filter;
}

/* Of what happened, the day of the newest. */
static enum status
newest(struct reading *r, const struct entity *ent, const char *filter,
    struct err *e)
{
	const int cols[] = { ent->main_date };
	struct list_page page = { 0 };
	enum status st = rows_read(r->app, ent, filter, cols, 1, 1, &page, e);
	int day = st == ST_OK && page.n > 0 ?
	    day_from_iso(page.row[0].cell[0]) : DAY_NONE;

	if (day != DAY_NONE && (r->f.last == DAY_NONE || day > r->f.last))
		r->f.last = day;
	list_clear(&page);
	return st;
}

static enum status
count_source(struct reading *r, size_t i, struct err *e)
{
	const struct entity *ent = entities[sources[i].ent];
	char *filter = fill(r, sources[i].filter, sources[i].during);
	char *ever = fill(r, sources[i].filter, NULL);
	int64_t n = 0;
	enum status st = rows_count(r->app, ent, filter, MOST, &n, e);

	if (st == ST_OK && sources[i].what == NOW && *sources[i].during != '\0')
		st = newest(r, ent, ever, e);
	if (sources[i].what == NOW)
		r->f.now += n;
	else if (sources[i].what == PLANNED)
		r->f.planned += n;
	else
		r->f.offered += n;
	if (n > 0 && r->l->ent == NULL)
		opens(r, ent, 0, xstrdup(filter));
	free(filter);
	free(ever);
	return st;
}

/* What was there in earlier years opens when nothing else does. */
static void
opens_earlier(struct reading *r)
{
	for (size_t i = 0; i < COUNT_OF(sources) && r->l->ent == NULL; i++)
		if (sources[i].rule == r->l->item->rule &&
		    sources[i].what == NOW && r->f.last != DAY_NONE)
			opens(r, entities[sources[i].ent], 0,
			    fill(r, sources[i].filter, NULL));
}

static enum status
count_all(struct reading *r, struct err *e)
{
	enum status st = ST_OK;

	for (size_t i = 0; i < COUNT_OF(sources) && st == ST_OK; i++)
		if (sources[i].rule == r->l->item->rule)
			st = count_source(r, i, e);
	opens_earlier(r);
	return st;
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
		opens(r, &assessment_entity, 0, xasprintf("school:%s"
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
		opens(r, &membership_entity, 0,
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
		opens(r, &role_entity, 0, xstrdup(role));
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
			opens(r, &fact_entity, 0, xasprintf("school:%s year:%s"
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
		st = count_all(r, e);
	}
	/* Stage and holder are the organisation's, which goes. */
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
